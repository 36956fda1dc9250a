"""Move what must not lie in the open into the sealed file."""

from __future__ import annotations

import click

from muster.cli.options import with_project
from muster.cli.output import tell_forgotten
from muster.workflows.project import Desk


@click.command(epilog="Example:  muster seal doc-3f2a --by anna --project desk.db")
@click.argument("documents", nargs=-1, required=True)
@click.option("--by", required=True, help="Your role name.")
@with_project
def seal(desk: Desk, documents: tuple[str, ...], by: str) -> None:
    """Move DOCUMENTS into the sealed file; here nothing stays but a tombstone.

    The dossier beside the project goes; exports that show them are named, and are yours to delete, as are the
    papers they were taken from.
    """
    from muster.workflows.seal import seal as workflow

    moved = workflow(desk, documents, by=by)
    tell_forgotten(moved.removed, moved.still)
    click.echo(
        f"{moved.documents} sealed; 'muster link' and 'muster count' rebuild what rested on them, here and "
        "--sealed"
    )


COMMANDS = {"seal": seal}
