"""One's own draft beside the ledger, before anybody else reads it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from muster.cli.options import with_project
from muster.cli.output import printable, show, with_format
from muster.model.errors import NotFound, Refused, Usage
from muster.model.links import Judgement
from muster.workflows.project import Desk

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(epilog="Example:  muster draft check draft.txt --project desk.db")
def draft() -> None:
    """Check a draft of your own against the project. Nothing of the draft is kept."""


@draft.command(epilog="Example:  muster draft check draft.txt --pack sorvia-military --project desk.db")
@click.argument("file", type=_FILE)
@click.option("--on", default=None, help="The day it is to appear, e.g. 2031-06-20 (default: today).")
@click.option("--pack", default=None, help="A law pack, by name or file, for what the draft says of the law.")
@with_format
@with_project
def check(
    desk: Desk, file: Path, on: str | None, pack: str | None, form: str | None, limit: int | None
) -> None:
    """What FILE (text, DOCX …) says that the project does not: numbers, hedges, people, days, origins,
    quotations, names, law, aliases, answers. Exit 1 while a finding is neither mended nor accepted."""
    from muster.workflows.draft import check as workflow
    from muster.workflows.draft import open_draft
    from muster.workflows.law import open_pack, standing

    day = _day(on) if on else desk.now[:10]
    opened, review = open_pack(pack) if pack else (None, None)
    if opened is not None:
        click.echo(standing(desk, opened, review).says, err=True)
    text = open_draft(file, now=desk.now)
    with desk.open(readonly=True) as store:
        found = workflow(store, text, day=day, pack=opened, desk=desk)
    if form:
        show(
            ({**dataclasses.asdict(f), "accepted": _why(found.accepted.get(f.id))} for f in found.findings),
            form,
            limit,
        )
    else:
        for f in found.findings[:limit]:
            let = found.accepted.get(f.id)
            line = text.body.count("\n", 0, f.start) + 1
            click.echo(f"line {line}: {f.kind}{' (accepted)' if let else ''}: {printable(f.words)}")
            click.echo(f"    {printable(f.says)}")
            click.echo(f"    {f.id}" + (f"; let stand by {let.by}: {printable(let.note)}" if let else ""))
    for what in found.unchecked:
        click.echo(f"not checked: {what}", err=True)
    if found.open:
        raise Refused(
            f"{len(found.open)} finding{'s' * (len(found.open) != 1)} in this draft",
            record=file.name,
            next_step="mend the draft, or 'muster draft accept FILE ID --by CODE --reason WHY'",
        )
    click.echo("nothing in the draft departs from what the project holds, as far as it was checked", err=True)


@draft.command(
    epilog='Example:  muster draft accept story.txt finding-3f2a --by ed --reason "counted by us" -p desk.db'
)
@click.argument("file", type=_FILE)
@click.argument("finding")
@click.option("--by", required=True, help="Your role's code; never a name that must not be known.")
@click.option("--reason", required=True, help="Why it may stand.")
@click.option("--on", default=None, help="The day it is to appear, as in the check.")
@click.option("--pack", default=None, help="The law pack, as in the check.")
@with_project
def accept(
    desk: Desk, file: Path, finding: str, by: str, reason: str, on: str | None, pack: str | None
) -> None:
    """Let FINDING (an id or its first characters) of FILE stand. A name from the vault never may."""
    from muster.workflows.draft import accept as workflow
    from muster.workflows.draft import check as checked
    from muster.workflows.draft import open_draft
    from muster.workflows.law import open_pack

    if not reason.strip():
        raise Usage("a reason says why it may stand")
    text = open_draft(file, now=desk.now)
    day = _day(on) if on else desk.now[:10]
    with desk.open() as store:
        found = checked(store, text, day=day, pack=open_pack(pack)[0] if pack else None, desk=desk)
        fitting = [f for f in found.findings if f.id.startswith(finding)]
        if len(fitting) != 1:
            raise NotFound(
                f"{len(fitting)} findings of this draft begin so",
                record=finding,
                next_step="'muster draft check FILE' lists them",
            )
        made = workflow(store, fitting[0], by=by, reason=reason, now=desk.now)
    click.echo(f"{made.id}: {fitting[0].id} may stand")


def _day(given: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise Usage("this is not a day", record=given, next_step="write it as 2031-06-20") from None


def _why(decision: Judgement | None) -> str:
    return f"{decision.by}: {decision.note}" if decision is not None else ""


COMMANDS = {"draft": draft}
