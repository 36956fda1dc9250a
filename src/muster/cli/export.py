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


# Format → what is written, and for which tool.
_FORMATS = {
    "ftm": "FollowTheMoney statements (Aleph, OpenSanctions, Yente) as CSV.",
    "uwazi": "CSV that Uwazi imports: documents and claims.",
    "datapackage": "A Frictionless data package: CSV tables, each column described.",
    "geojson": "The places that papers name, for a map; never people, interviews or cases.",
    "prov": "Where everything came from, as W3C PROV-JSON.",
    "annotations": "Claims and numbers as W3C Web Annotations on the exact words.",
    "claimreview": "schema.org Claim for every claim, ClaimReview for those the team rated.",
    "ledger": "The ledger as CSV in the words of the UCDP.",
}


def _add(name: str, told: str) -> None:
    @export.command(
        name,
        help=f"{told} Into FOLDER; what the format cannot hold is listed.",
        epilog=f"Example:  muster export {name} ./out --project desk.db",
    )
    @click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
    @with_project
    def command(desk: Desk, folder: Path, team: str | None = None) -> None:
        from muster.workflows.publish import export_format

        with desk.open(readonly=True) as store:
            written = export_format(store, name, folder, desk=desk, team=team)
        for file, number in written.files.items():
            click.echo(f"{file:<20} {number:>9,}")
        click.echo("not in it:")
        for sentence in written.lost:
            click.echo(f"- {sentence}")
        click.echo("This is a working paper, checked by nobody: do not publish it.", err=True)

    if name == "claimreview":
        team = click.Option(["--team"], help="The public name of the team that rated the claims.")
        command.params.append(team)


for _name, _told in _FORMATS.items():
    _add(_name, _told)

COMMANDS = {"export": export}
