"""The main job and its stages, one command each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from muster.cli.options import with_project
from muster.cli.progress import bars
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.workflows.endpoint import Endpoint
    from muster.workflows.take import TakeReport

_FOLDER = click.Path(exists=True, file_okay=True, path_type=Path)
_CODING = click.option(
    "--coding",
    type=click.Choice(["as-written", "strict", "acled", "ucdp"]),
    default="as-written",
    show_default=True,
    help="Which profile of the coding table bounds vague words such as 'dozens'; as-written gives none.",
)


class _Reader(click.ParamType[str]):
    """A reader's name. The readers are asked for their names only when one is given."""

    name = "reader"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from muster.read import READERS

        if value not in READERS:
            self.fail(f"{value!r} is none of {', '.join(sorted(READERS))}.", param, ctx)
        return value


_READER = click.option(
    "--reader",
    type=_Reader(),
    metavar="[rules|full|model]",
    default="rules",
    show_default=True,
    help="Which reader reads: rules alone; full, which also hears learned taggers (extra 'full'); or model, "
    "which also asks the language model of --endpoint.",
)
_ENDPOINT = click.option(
    "--endpoint",
    metavar="URL",
    help="An OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1; asked by --reader model only.",
)
_MODEL = click.option("--model", metavar="NAME", help="Which model of the endpoint is asked.")
_CHATS = click.option(
    "--chat", "chats", multiple=True, help="Of a full Telegram export, take this chat (may be repeated)."
)
_NO_OCR = click.option(
    "--no-ocr", is_flag=True, help="Set scans aside instead of recognising their characters."
)


@click.command(epilog="Example:  muster run ./papers --project desk.db")
@click.argument("folder", type=_FOLDER)
@click.option("--title", help="What the dossier is called (default: the folder's name).")
@click.option("--dry-run", is_flag=True, help="Say what would be taken; write nothing.")
@_CODING
@_READER
@_ENDPOINT
@_MODEL
@_CHATS
@_NO_OCR
@with_project
def run(
    desk: Desk,
    folder: Path,
    title: str | None,
    dry_run: bool,
    coding: str,
    reader: str,
    endpoint: str | None,
    model: str | None,
    chats: tuple[str, ...],
    no_ocr: bool,
) -> None:
    """Documents in FOLDER → the project file and a dossier in which every number opens to its words.

    Run again it does only what is new; killed half-way it goes on where it was.
    """
    from muster.workflows.run import run as workflow

    if dry_run:
        _dry_take(desk, folder, chats, not no_ocr)
        return
    ask = _asked(reader, endpoint, model)
    with bars() as progress:
        report = workflow(
            desk,
            folder,
            title=title,
            reader=reader,
            ask=ask,
            coding=coding,
            chats=chats,
            ocr=not no_ocr,
            progress=progress,
        )
    for name, number in report.holds.items():
        click.echo(f"{name:<12} {number:>9,}")
    _say_sealed(report.taken)
    if report.taken.set_aside:
        click.echo(f"{report.taken.set_aside} set aside in this run; 'muster set-aside' says why")
    if report.dossier is None:
        click.echo("nothing new; nothing was written")
    else:
        click.echo(f"dossier: {report.dossier}")


def _say_sealed(report: TakeReport) -> None:
    if report.sealed:
        click.echo(f"{report.sealed} protected documents went into the sealed file; nothing of them is here")
    if report.withheld:
        click.echo(
            f"{report.withheld} protected documents were not taken: 'muster vault unlock', then run again",
            err=True,
        )


def _asked(reader: str, endpoint: str | None, model: str | None) -> Endpoint | None:
    """The language model that the reader ``model`` asks; no other reader asks any."""
    from muster.model.errors import Usage

    if reader != "model":
        if endpoint or model:
            raise Usage("only --reader model asks an endpoint", next_step="add it, or leave the others out")
        return None
    from muster.workflows.endpoint import Endpoint

    return Endpoint(endpoint or "", model or "")


def _dry_take(desk: Desk, folder: Path, chats: tuple[str, ...], ocr: bool) -> None:
    from muster.workflows.take import preview

    report = preview(desk, folder, chats=chats, ocr=ocr)
    click.echo(
        f"would take {report.documents} documents from {report.files} files "
        f"({report.unchanged} unchanged) and set {report.set_aside} aside; nothing was written"
    )


@click.command(epilog="Example:  muster init --project desk.db")
@click.option("--as", "code", default="", help="With --sealed: your code, as the vault's first custodian.")
@with_project
def init(desk: Desk, code: str) -> None:
    """Make an empty project file; with --sealed also a vault, so that what is protected is encrypted."""
    from dataclasses import replace

    from muster.model.errors import Refused, Usage

    if desk.sealed and not code:
        raise Usage("a sealed project has a custodian", next_step="give your code with --as C1")
    if desk.project.exists():
        # Who ran the main job first and then wants a vault is at the right place with the wrong command.
        beside = "'muster vault init' makes a vault for it; or " if desk.sealed else ""
        raise Refused(
            "there is a file already",
            record=str(desk.project),
            next_step=f"{beside}name another with --project",
        )
    if desk.sealed:
        from muster.cli.secrets import secret
        from muster.workflows.vault import init as make_vault

        click.echo(f"made {make_vault(desk, code, secret('Passphrase', new=True))}")
    with replace(desk, sealed=False).open_or_create() as store:
        click.echo(f"made {desk.project} ({store.project().id})")


@click.command(epilog="Example:  muster take ./papers --project desk.db")
@click.argument("folder", type=_FOLDER)
@click.option("--dry-run", is_flag=True, help="Say what would be taken; write nothing.")
@_CHATS
@_NO_OCR
@with_project
def take(desk: Desk, folder: Path, dry_run: bool, chats: tuple[str, ...], no_ocr: bool) -> None:
    """Take every document of FOLDER as it is, with hash, time and custody line."""
    from muster.workflows.take import take as workflow

    if dry_run:
        _dry_take(desk, folder, chats, not no_ocr)
        return
    from muster.workflows.sealed import has_vault, sealed_beside

    with bars() as progress, desk.open_or_create() as store, sealed_beside(desk) as sealed:
        report = workflow(
            store, folder, now=desk.now, progress=progress, chats=chats, ocr=not no_ocr, sealed=sealed,
            sealing=has_vault(desk),
        )  # fmt: skip
    _say_sealed(report)
    click.echo(
        f"{report.documents} new documents from {report.files} files, {report.unchanged} files unchanged, "
        f"{report.set_aside} set aside"
    )


@click.command(epilog="Example:  muster read --project desk.db")
@_CODING
@_READER
@_ENDPOINT
@_MODEL
@with_project
def read(desk: Desk, coding: str, reader: str, endpoint: str | None, model: str | None) -> None:
    """Read every text that this reader has not read yet."""
    from muster.workflows.engine import local
    from muster.workflows.read import read as workflow

    ask = _asked(reader, endpoint, model)
    with bars() as progress, desk.open() as store:
        report = workflow(
            store,
            now=desk.now,
            reader=reader,
            ask=ask,
            coding=coding,
            engine=local(desk.cores),
            progress=progress,
        )
    click.echo(f"{report.texts} texts read")


@click.command(epilog="Example:  muster link --project desk.db")
@with_project
def link(desk: Desk) -> None:
    """Rebuild copies, names and origins from what was read."""
    from muster.workflows.engine import local
    from muster.workflows.link import link as workflow

    with bars() as progress, desk.open() as store:
        report = workflow(
            store, now=desk.now, work=desk.project.parent, engine=local(desk.cores), progress=progress
        )
    if not report.fresh:
        click.echo("nothing has changed since the last link")
        return
    click.echo(
        f"{report.copies} copies, {report.entities} entities, {report.origins} origins, "
        f"{report.conflicts} refused joins"
    )


COMMANDS = {"run": run, "init": init, "take": take, "read": read, "link": link}
