"""The only way out for others' eyes: built, checked, signed, or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from muster.cli.options import with_project
from muster.cli.output import printable
from muster.model.errors import Refused, Usage
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.publish.release import Departure
    from muster.workflows.jigsaw import Beside, Checked

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(epilog="Example:  muster release build ./out --level public --project desk.db")
def release() -> None:
    """Build what leaves the desk, and check it. Exit 1 where the check forbids it."""


def _laid_beside(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what a release is laid beside, and what somebody answers for."""
    options = (
        click.option("--earlier", type=_FOLDER, multiple=True, help="An earlier release; repeat for each."),
        click.option("--public", type=click.Path(path_type=Path), help="What others published."),
        click.option("--population", type=_FILE, help="Who there is: a CSV, with a .toml page beside it."),
        click.option("--smallest", type=click.IntRange(3), default=11, show_default=True,
                     help="The smallest group of people that may be seen."),
        click.option("--accept", multiple=True, metavar="ID", help="Let this finding stand; repeatable."),
        click.option("--by", default="", help="With --accept: your role's code."),
        click.option("--reason", default="", help="With --accept: why it may stand."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@release.command(epilog="Example:  muster release build ./out --level public --project desk.db")
@click.argument("folder", type=_FOLDER)
@click.option("--level", type=click.Choice(["internal", "lawyer", "public"]), required=True, help="For whom.")
@click.option("--format", "formats", multiple=True, metavar="NAME",
              help="Also as: annotations, claimreview, datapackage, ftm, geojson, ledger …")  # fmt: skip
@click.option(
    "--table", "tables", type=_FILE, multiple=True, help="A table of counts (CSV); small cells are withheld."
)
@click.option("--papers", is_flag=True, help="Also the papers, whole (not at level public); pages as WACZ.")
@click.option("--title", default="", help="What the dossier is called (default: the project's name).")
@click.option("--team", default=None, help="The public name of the team that rated claims.")
@click.option(
    "--sure", is_flag=True, help="Level public: leave out what may be of somebody a paper keeps back."
)
@click.option("--dry-run", is_flag=True, help="Only say what would leave.")
@_laid_beside
@with_project
def build(
    desk: Desk, folder: Path, level: str, formats: tuple[str, ...], tables: tuple[Path, ...],
    papers: bool, title: str, team: str | None, sure: bool, dry_run: bool, **given: Any,
) -> None:  # fmt: skip
    """A dossier of passages, and what they rest on, into FOLDER, renumbered and signed; says what leaves.

    Refused (exit 1) where a finding forbids it, or warns and nobody accepted it.
    """
    from muster.workflows.release import VERIFY, Forbidden, Parts, leaving
    from muster.workflows.release import build as workflow

    beside, accept, by, reason = _read(given)
    parts = Parts(formats, tables, team, beside, title, papers, sure)
    with desk.open(readonly=dry_run) as store:
        found = leaving(store, level, parts)
        if not dry_run:
            # First the gate: what it refuses is not told on the screen either.
            try:
                checked = workflow(
                    store, folder, found, desk=desk, parts=parts, accept=accept, by=by, reason=reason
                )
            except Forbidden as refused:
                _show(refused.checked, found)
                raise
    for line in found.lines():
        click.echo(printable(line))
    if not dry_run:
        click.echo(f"release: {folder}; its reader checks it, inside it, with:\n    {VERIFY}")
        _show(checked, found)


@release.command(epilog="Example:  muster release check ./built --project desk.db")
@click.argument("folder", type=_FOLDER)
@_laid_beside
@with_project
def check(desk: Desk, folder: Path, **given: Any) -> None:
    """Whether FOLDER is as it was built, and what it gives away: by itself, with earlier releases, with what
    others published. A sentence for each finding; never whom it fits."""
    from muster.workflows.jigsaw import accept_those
    from muster.workflows.release import check as workflow

    beside, accept, by, reason = _read(given)
    with desk.open(readonly=not accept) as store:
        found = workflow(folder, desk, beside, store)
        if accept:
            accept_those(store, found.findings, accept, by=by, reason=reason, now=desk.now)
            found = workflow(folder, desk, beside, store)
    _show(found)
    if found.forbidden or found.open:
        said = "; ".join(dict.fromkeys(f.says for f in [*found.forbidden, *found.open]))
        raise Refused(f"this must not leave: {said}", record=str(folder))
    click.echo("as it was built; nothing found in it forbids that it leaves, as far as it was checked")


def _read(given: dict[str, Any]) -> tuple[Beside, tuple[str, ...], str, str]:
    from muster.workflows.jigsaw import Beside

    beside = Beside(given["earlier"], given["public"], given["population"], given["smallest"])
    accept, by, reason = given["accept"], given["by"].strip(), given["reason"].strip()
    if accept and not (by and reason):
        raise Usage("who lets a finding stand says so", next_step="add --by CODE and --reason WHY")
    return beside, accept, by, reason


def _show(checked: Checked, found: Departure | None = None) -> None:
    """Findings, then what nobody knows; where the passages stand in the project, for the desk alone."""
    from muster.workflows.release import stands

    notes = _notes(checked)
    for says, where in list(notes.items())[:_MOST]:
        more = f", {len(where) - _FEW} more" if len(where) > _FEW else ""
        click.echo(printable(f"note: {says} ({', '.join(where[:_FEW])}{more})"), err=True)
    if len(notes) > _MOST:
        rest = sum(map(len, list(notes.values())[_MOST:]))
        click.echo(f"note: the same of fewer kinds of detail in {rest} passages more", err=True)
    for each in checked.findings:
        if each.weight == "note":
            continue
        let = checked.accepted.get(each.id)
        mark = "accepted" if let else {"forbids": "FORBIDDEN", "warns": "warning"}[each.weight]
        click.echo(f"{mark}: {printable(each.line)}", err=True)
        for passage, place in stands(found, each) if found is not None and not let else ():
            click.echo(f"    {passage}: {place}", err=True)
    for fact in checked.facts:
        click.echo(f"checked: {fact}", err=True)
    for what in checked.unchecked:
        click.echo(f"not checked: {what}", err=True)


# More passages than this are counted, not listed.
_FEW = 3
_MOST = 12


def _notes(checked: Checked) -> dict[str, list[str]]:
    """What is only told: each sentence once, with where it holds; what joins most kinds of detail first."""
    found: dict[str, list[str]] = {}
    for each in checked.findings:
        if each.weight == "note":
            found.setdefault(each.says, []).extend(each.where)
    return dict(sorted(found.items(), key=lambda note: (-note[0].count(" + "), note[0])))


def _decision(function: Callable[..., None]) -> Callable[..., None]:
    """The records that a person decides about, and who decides why."""
    for option in (
        with_project,
        click.option("--undo", is_flag=True, help="Take it back."),
        click.option("--reason", required=True, help="Why; kept, so without names."),
        click.option("--by", required=True, help="Your role name."),
        click.argument("records", nargs=-1, required=True),
    ):
        function = option(function)
    return function


def _decide(
    desk: Desk, verdict: str, told: tuple[str, str], *, records: tuple[str, ...], undo: bool, **given: str
) -> None:
    """Keep each record's verdict, or take it back; ``told``: what is said of either."""
    from muster.workflows.kept_back import keep_back

    with desk.open() as store:
        for each in records:
            made = keep_back(store, each, now=desk.now, undo=undo, verdict=verdict, **given)
            click.echo(f"{made.id}: {each} {told[undo]}")


@release.command(
    epilog="Example:  muster release keep doc-3f2a:120-180 --by C1 --reason 'leads to one unit' -p desk.db"
)
@_decision
def keep(desk: Desk, **given: Any) -> None:
    """Keep RECORDS back, from every release: a paper, a claim's sentence, or a place DOCUMENT:START-STOP as a
    refused release prints it. It stays in the project, and can leave again."""
    from muster.workflows.kept_back import STAYS

    _decide(desk, STAYS, ("stays", "may leave again"), **given)


@release.command(
    epilog="Example:  muster release let doc-3f2a:120-180 --by C1 --reason 'on every poster' -p desk.db"
)
@_decision
def let(desk: Desk, **given: Any) -> None:
    """Let RECORDS leave to the public although somebody there is presumed to be kept back: a paper, a claim's
    sentence, or a place DOCUMENT:START-STOP. Whom a text hides in words stays hidden."""
    from muster.workflows.kept_back import LEAVES

    _decide(desk, LEAVES, ("may leave", "is asked about again"), **given)


COMMANDS = {"release": release}
