"""The desk in the browser, on this machine only."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click

from muster.cli.options import with_project
from muster.workflows.project import Desk


@click.command(epilog="Example:  muster serve --help")
@click.option("--port", type=click.IntRange(1024, 65535), default=8470, show_default=True,
              help="On 127.0.0.1; nothing else is ever listened on.")  # fmt: skip
@click.option("--by", default="", help="Your role name, kept with every decision.")
@click.option("--title", default="", help="The name of the desk; default: that of the project file.")
@click.option("--idle", type=click.IntRange(1, 1440), default=None, metavar="MINUTES",
              help="Lock after so long without a request (default: 30; with --sealed 5).")  # fmt: skip
@click.option("--pack", "packs", multiple=True, envvar="MUSTER_PACK",
              help="A law pack's file for the pages of law; Muster's own are there anyway.")  # fmt: skip
@with_project
def serve(desk: Desk, port: int, by: str, title: str, idle: int | None, packs: tuple[str, ...]) -> None:
    """Open the desk for a browser on this machine; ctrl-C closes it.

    The terminal shows an address that opens the desk once. When the desk is locked, or was idle too long, it
    shows a new one. Nothing leaves the machine.
    """
    from muster.model.errors import MissingPart, ProjectLocked, Refused
    from muster.workflows.count import make_ready

    # What is wrong with the project is told here, not in the browser; an older one is brought up to date.
    try:
        with desk.open() as store:
            make_ready(store)
    except ProjectLocked:
        desk.open(readonly=True).close()
    try:
        from muster.cases.law import names_shipped
        from muster.web.serve import make_app
        from muster.web.serve import serve as workflow
    except ImportError as error:
        raise MissingPart(
            "the desk needs starlette and uvicorn", next_step="pip install muster-desk"
        ) from error
    minutes = idle or (5 if desk.sealed else 30)
    app, sessions = make_app(
        desk, port=port, clock=_clock, tell=lambda address: click.echo(f"open  {address}", err=True),
        title=title, by=by, idle=60.0 * minutes, packs=(*packs, *names_shipped()),
    )  # fmt: skip
    sessions.invite()
    click.echo("Nobody else can open it: the address holds once. ctrl-C closes the desk.", err=True)
    if not workflow(app, port):
        raise Refused("the port is taken", record=f"127.0.0.1:{port}", next_step="give another with --port")


def _clock() -> str:
    """Now; or the fixed time that tests set."""
    return os.environ.get("MUSTER_NOW") or datetime.now(UTC).isoformat(timespec="seconds")


COMMANDS = {"serve": serve}
