"""The watch: what is looked at again and again, and what was worth a look."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muster.cli.options import with_project
from muster.cli.output import printable, show, with_format
from muster.cli.progress import bars
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.workflows.watch import Round, World

_UNITS = {"m": 60, "h": 3600, "d": 86_400}
# Rounds are gathered: opening the project for every single address would cost more than asking it.
_GATHER, _LONGEST_NAP = 20.0, 300.0


class _Every(click.ParamType[int]):
    """``30m``, ``6h``, ``2d`` as seconds."""

    name = "30m|6h|2d"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"([0-9]{1,4})([mhd])", value)
        if not found:
            self.fail(f"{value!r} is no span such as 30m, 6h or 2d.", param, ctx)
        return int(found[1]) * _UNITS[found[2]]


@click.group(epilog="Example:  muster watch list --project desk.db")
def watch() -> None:
    """Look at pages, feeds, public channels and folders again and again, politely.

    Nothing leaves this machine but the request to the site itself, through a proxy where one is set. Every
    answer is kept as a WARC record in PROJECT.watch; new words become documents like any other.
    """


@watch.command(epilog="Example:  muster watch add ./papers --project desk.db")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS|FOLDER...")
@click.option("--kind", type=click.Choice(["feed", "page", "channel", "folder", "exports"]), default=None,
              help="What it is (default: a path a folder, a t.me address a channel, any other a page). "
              "exports: a folder into which a messenger's exports are dropped again and again.")  # fmt: skip
@click.option("--every", type=_Every(), default=0, show_default=False,
              help="How often (default: pages 6h, feeds and channels 30m, folders 5m).")  # fmt: skip
@click.option("--also-host", "hosts", multiple=True, metavar="HOST",
              help="A further host that it may lead to (may be repeated); it goes to no other.")  # fmt: skip
@with_project
def add(desk: Desk, addresses: tuple[str, ...], kind: str | None, every: int, hosts: tuple[str, ...]) -> None:
    """Watch addresses or folders from now on. Makes the project where there is none."""
    from muster.workflows.watch import thing

    things = [thing(each, kind=kind or "", every=every, hosts=hosts, now=desk.now) for each in addresses]
    with desk.open_or_create() as store:
        new = store.watch(things)
    for each in things:
        click.echo(f"{each.id}  {each.kind}  every {each.every // 60} minutes  {printable(each.address)}")
    click.echo(f"{new} new; 'muster watch once' looks now, 'muster watch run' again and again.", err=True)


@watch.command("list", epilog="Example:  muster watch list --project desk.db --json")
@with_format
@with_project
def list_(desk: Desk, form: str | None, limit: int | None) -> None:
    """List what is watched, how it was met last, and when it is looked at next."""
    with desk.open(readonly=True) as store:
        rows = [
            {"kind": thing.kind, "address": thing.address, "status": met.status, "failures": met.failures,
             "at": met.at, "due": met.due, "gone": met.gone, "every": thing.every, "hosts": list(thing.hosts),
             "id": thing.id}
            for thing, met in store.watched()
        ]  # fmt: skip
    show(rows, form, limit)


@watch.command(epilog="Example:  muster watch remove https://gazette.example/news --project desk.db")
@click.argument("which", metavar="ID|ADDRESS")
@with_project
def remove(desk: Desk, which: str) -> None:
    """Watch it no longer. What came from it stays, and so does its part of the journal."""
    with desk.open() as store:
        gone = store.unwatch(str(Path(which).resolve()) if Path(which).is_dir() else which)
    click.echo(f"no longer watched: {gone.kind} {printable(gone.address)}")


@watch.command("set", epilog="Example:  muster watch set --proxy socks5h://127.0.0.1:9050 -p desk.db")
@click.option("--proxy", default=None, metavar="URL",
              help="Ask through this proxy only: socks5h://HOST:PORT (Tor), http://…; '': none.")  # fmt: skip
@click.option("--agent", default=None, help="What sites are told who asks; '' for the default.")
@click.option("--pause", type=click.IntRange(1, 600), default=None, metavar="SECONDS",
              help="Between two questions to one host (default 5).")  # fmt: skip
@with_project
def set_(desk: Desk, proxy: str | None, agent: str | None, pause: int | None) -> None:
    """Set how sites are asked, or show it. A proxy that is set is never passed by, also where it is down."""
    from muster.workflows.watch import set_how, settings

    given = {"proxy": proxy, "agent": agent, "pause": None if pause is None else str(pause)}
    chosen = {name: value for name, value in given.items() if value is not None}
    with desk.open_or_create() if chosen else desk.open(readonly=True) as store:
        if chosen:
            set_how(store, **chosen)
        for name, value in settings(store).items():
            click.echo(f"{name}  {printable(value) or 'none'}")


_NAMES = click.option(
    "--names", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A list of names, one a line: an alert for each new document that holds one, in any form.",
)  # fmt: skip
_ATOM = click.option(
    "--feed", type=click.Path(dir_okay=False, path_type=Path), help="Write alerts to this Atom file."
)
_COMMAND = click.argument("command", nargs=-1, type=click.UNPROCESSED, metavar="[-- COMMAND...]")


@watch.command(epilog="Example:  muster watch once --project desk.db")
@click.option("--all", "all_now", is_flag=True, help="Look at everything, also what is not due yet.")
@_NAMES
@_ATOM
@_COMMAND
@with_project
def once(desk: Desk, all_now: bool, names: Path | None, feed: Path | None, command: tuple[str, ...]) -> None:
    """Look once at what is due; read, link and count what is new. For cron or a timer.

    COMMAND, after --, is run for each alert with the alert as JSON on its stdin; no shell is involved.
    """
    _tell(_round(desk, _world(names), all_now=all_now, feed=feed, command=command))


@watch.command(epilog="Example:  muster watch run --help")
@_NAMES
@_ATOM
@_COMMAND
@with_project
def run(desk: Desk, names: Path | None, feed: Path | None, command: tuple[str, ...]) -> None:
    """Look again and again until ctrl-C. Where another errand writes to the project, wait for it."""
    from muster.model.errors import ProjectLocked
    from muster.workflows.watch import next_due

    next_due(desk)
    while True:
        try:
            _tell(_round(desk, _world(names), all_now=False, feed=feed, command=command), quiet=True)
        except ProjectLocked as error:
            click.echo(f"{error}; trying again.", err=True)
        wait = (
            datetime.fromisoformat(next_due(desk) or _clock()) - datetime.fromisoformat(_clock())
        ).total_seconds()
        time.sleep(min(max(wait, _GATHER), _LONGEST_NAP))


@watch.command(epilog="Example:  muster watch alerts --project desk.db --json")
@with_format
@with_project
def alerts(desk: Desk, form: str | None, limit: int | None) -> None:
    """List what was worth a look, the newest first."""
    with desk.open(readonly=True) as store:
        rows = [
            {
                "at": a.at,
                "kind": a.kind,
                "words": a.words,
                "record": a.record,
                "watched": a.watched,
                "id": a.id,
            }
            for a in store.alerts(limit=limit or 1000)
        ]
    show(rows, form, None)


def _world(names: Path | None) -> World:
    from muster.workflows.watch import World
    from muster.workflows.watch.told import read_names

    return World(_clock, time.sleep, random.Random(), names=(lambda: read_names(names)) if names else tuple)


def _round(desk: Desk, world: World, *, all_now: bool, feed: Path | None, command: Sequence[str]) -> Round:
    from muster.workflows.watch import once as workflow
    from muster.workflows.watch.send import hand_over, write_atom

    with bars() as progress:
        done = workflow(desk, world, all_now=all_now, progress=progress)
    if feed or command:
        with desk.open() as store:
            if feed:
                write_atom(store, feed, f"Alerts of {desk.project.stem}")
            if command:
                hand_over(store, command)
    return done


def _tell(done: Round, *, quiet: bool = False) -> None:
    for each in done.alerts:
        click.echo(f"{each.at}  {each.kind}  {printable(each.words)}")
    if not quiet or done.documents or done.failed:
        click.echo(
            f"looked at {done.looked}: {done.unchanged} unchanged, {done.documents} new documents, "
            f"{done.failed} gave nothing", err=True,
        )  # fmt: skip


def _clock() -> str:
    """Now; or the fixed time that tests set."""
    return os.environ.get("MUSTER_NOW") or datetime.now(UTC).isoformat(timespec="seconds")


COMMANDS = {"watch": watch}
