"""Move what must not lie in the open into the sealed file."""

from __future__ import annotations

import click

from muster.cli.options import with_project
from muster.workflows.project import Desk


@click.command(epilog="Example:  muster seal doc-3f2a --by anna --project desk.db")
@click.argument("documents", nargs=-1, required=True)
@click.option("--by", required=True, help="Your role name.")
@with_project
def seal(desk: Desk, documents: tuple[str, ...], by: str) -> None:
    """Move DOCUMENTS into the sealed file; here nothing stays but a tombstone.

    The dossier, exports and the papers they were taken from are yours to delete.
    """
    from muster.workflows.sealed import seal as workflow

    number = workflow(desk, documents, by=by)
    if desk.dossier.exists():
        desk.dossier.unlink()
        click.echo(f"deleted, since it showed them: {desk.dossier}; 'muster export dossier' writes it anew")
    click.echo(
        f"{number} sealed; 'muster link' and 'muster count' rebuild what rested on them, here and --sealed"
    )


COMMANDS = {"seal": seal}
