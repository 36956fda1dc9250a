"""Ways out: open formats, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from muster.cli.options import with_project
from muster.workflows.project import Desk


@click.group(epilog="Example:  muster export jsonl ./out --project desk.db")
def export() -> None:
    """Write the project in open formats. These are working papers, not for release."""


@export.command(epilog="Example:  muster export jsonl ./out --project desk.db")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@with_project
def jsonl(desk: Desk, folder: Path) -> None:
    """One JSON object a line, one file a noun, into FOLDER; offsets are checked while writing."""
    from muster.workflows.publish import export_jsonl

    with desk.open(readonly=True) as store:
        written = export_jsonl(store, folder)
    for name, number in written.items():
        click.echo(f"{name:<20} {number:>9,}")


@export.command(epilog="Example:  muster export dossier desk.html --project desk.db")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--title", default=None, help="What the dossier is called (default: the project's name).")
@with_project
def dossier(desk: Desk, file: Path, title: str | None) -> None:
    """The dossier as one self-contained page: no network, nothing beside it."""
    from muster.workflows.publish import write_dossier

    with desk.open(readonly=True) as store:
        write_dossier(store, file, title=title or desk.project.stem, desk=desk)
    click.echo(f"dossier: {file}")


COMMANDS = {"export": export}
