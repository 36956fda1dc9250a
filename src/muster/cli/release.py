"""The only way out for others' eyes: built, checked, signed, or refused."""

from __future__ import annotations

from pathlib import Path

import click

from muster.cli.options import with_project
from muster.cli.output import printable
from muster.model.errors import Refused
from muster.workflows.project import Desk

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(epilog="Example:  muster release build ./out --level public --project desk.db")
def release() -> None:
    """Build what leaves the desk, and check it. Exit 1 where the check forbids it."""


@release.command(epilog="Example:  muster release build ./out --level public --project desk.db")
@click.argument("folder", type=_FOLDER)
@click.option("--level", type=click.Choice(["internal", "lawyer", "public"]), required=True, help="For whom.")
@click.option("--title", default="", help="What the dossier is called (default: the project's name).")
@click.option("--dry-run", is_flag=True, help="Only say what would leave.")
@with_project
def build(desk: Desk, folder: Path, level: str, title: str, dry_run: bool) -> None:
    """A dossier of passages, and what they rest on, into FOLDER, renumbered and signed; says what leaves."""
    from muster.workflows.release import UNCHECKED, VERIFY, leaving
    from muster.workflows.release import build as workflow

    with desk.open(readonly=True) as store:
        found = leaving(store, level)
        if not dry_run:
            # First the gate: what it refuses is not told on the screen either.
            workflow(store, folder, found, level=level, desk=desk, title=title)
    for line in found.lines():
        click.echo(printable(line))
    if not dry_run:
        click.echo(f"release: {folder}; its reader checks it, inside it, with:\n    {VERIFY}")
    click.echo(f"not checked: {UNCHECKED}", err=True)


@release.command(epilog="Example:  muster release check ./built --project desk.db")
@click.argument("folder", type=_FOLDER)
@with_project
def check(desk: Desk, folder: Path) -> None:
    """Whether FOLDER is as it was built, and holds nothing that must not leave."""
    from muster.workflows.release import UNCHECKED
    from muster.workflows.release import check as workflow

    forbidden = workflow(folder, desk)
    click.echo(f"not checked: {UNCHECKED}", err=True)
    if forbidden:
        raise Refused(f"this must not leave: {'; '.join(forbidden)}", record=str(folder))
    click.echo("as it was built; no name of the vault found in it")


COMMANDS = {"release": release}
