"""Law by date: rules of a pack against a deed. Information, not advice."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muster.cli.options import with_project
from muster.cli.output import show, with_format
from muster.model.errors import Refused, Usage
from muster.workflows.project import Desk
from muster.workflows.project import desk as desk_of

if TYPE_CHECKING:
    from muster.model.law import Pack

_PACK = click.option(
    "--pack", "name", required=True, envvar="MUSTER_PACK", help="A pack's file, or the name of a shipped one."
)
_HERE = Path("muster.db")


@click.group(epilog="Example:  muster law rules --pack sorvia-military")
def law() -> None:
    """Dated rules: what a pack says of a deed, what changed, and who reviewed it. Information, not advice."""


@law.command("ask", epilog="Example:  muster law ask --pack ru-military --deed 2022-05-10 --status contract")
@_PACK
@click.option("--deed", required=True, help="When: 2022-05-10, 2022-05, or 2022-05-08..2022-05-12.")
@click.option("--status", default=None, help="Of whom; left out: rules of every status, open in that point.")
@click.option("--fact", "facts", multiple=True, help="NAME=yes|no|unknown, with @ID for what it rests on.")
@click.option("--weighed-by", default="", help="Your role name, where a fact has to be weighed.")
@click.option("--asked", default=None, help="The day of asking (default: today).")
@click.option("--lang", default="en", show_default=True, help="Language of the pack's words.")
@with_format
def ask(
    name: str, deed: str, status: str | None, facts: tuple[str, ...], weighed_by: str, asked: str | None,
    lang: str, form: str | None, limit: int | None,
) -> None:  # fmt: skip
    """Each rule of the deed's day with its elements: met, not met or open, and why."""
    from muster.cases.law import Deed
    from muster.model.law import Days
    from muster.workflows.case_rows import law_rows
    from muster.workflows.law import answer, fact_of

    pack, here = _opened(name)
    asked_on = _day(asked or here.now[:10])
    given = dict(fact_of(text, weighed_by) for text in facts)
    table = answer(pack, Deed(Days.of(deed), status, given), asked_on=asked_on, language=lang)
    for warning in table.warnings:
        click.echo(warning, err=True)
    show(law_rows(table, lang), form, limit)


@law.command(
    "compare",
    epilog="Example:  muster law compare --pack ru-military 2022-05-10 2022-10-10 --status contract",
)
@_PACK
@click.argument("first")
@click.argument("last")
@click.option("--status", default=None, help="Of whom; left out: of anybody.")
@with_format
def compare(
    name: str, first: str, last: str, status: str | None, form: str | None, limit: int | None
) -> None:
    """What changed between two days: rules that came, went or are another, and since when."""
    from muster.cases.law import between_days
    from muster.workflows.case_rows import change_row

    pack, _ = _opened(name)
    show([change_row(c) for c in between_days(pack, _day(first), _day(last), status)], form, limit)


@law.command("diff", epilog="Example:  muster law diff old-pack.yaml new-pack.yaml")
@click.argument("old")
@click.argument("new")
@with_format
def diff(old: str, new: str, form: str | None, limit: int | None) -> None:
    """What changed between two versions of a pack, rule by rule."""
    from muster.cases.law import between_packs
    from muster.workflows.case_rows import change_row
    from muster.workflows.law import open_pack

    show([change_row(c) for c in between_packs(open_pack(old)[0], open_pack(new)[0])], form, limit)


@law.command("check", epilog="Example:  muster law check our-pack.yaml")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="The faults as JSON.")
def check(name: str, as_json: bool) -> None:
    """Every fault of a pack with its line and field, and who reviewed it. Exit 1 if it has a fault."""
    from muster.workflows.law import check_file, open_pack, standing

    faults = check_file(name)
    if as_json:
        click.echo(json.dumps([asdict(f) for f in faults], ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(f"{name}: {fault}")
    if faults:
        raise Refused(
            f"{len(faults)} fault{'s' * (len(faults) > 1)}",
            record=name,
            next_step="mend the lines named above",
        )
    if not as_json:
        pack, review = open_pack(name)
        click.echo(f"{len(pack.rules)} rules, whole; {standing(desk_of(_HERE), pack, review).says}")


@law.command("rules", epilog="Example:  muster law rules --pack ru-military")
@_PACK
@with_format
def rules(name: str, form: str | None, limit: int | None) -> None:
    """Every rule of a pack with its days, certainty and what is still to be filled in."""
    pack, _ = _opened(name)
    show(
        [
            {
                "rule_id": r.id, "provision": r.provision, "rule": r.title["en"], "in_force": str(r.period),
                "asked_by": r.asked_by, "statuses": ", ".join(r.statuses) or "all", "certainty": r.certainty,
                "to_fill_in": r.open.get("en", ""), "sources": ", ".join(r.sources),
            }
            for r in pack.rules
        ],
        form,
        limit,
    )  # fmt: skip


@law.command("facts", epilog="Example:  muster law facts --pack ru-military")
@_PACK
@with_format
def facts_of(name: str, form: str | None, limit: int | None) -> None:
    """The questions of a pack: what --fact takes, and which rules each bears on."""
    pack, _ = _opened(name)
    show(
        [
            {
                "fact": fact, "asks": words["en"],
                "bears_on": ", ".join(
                    r.provision for r in pack.rules if fact in {e.fact for e in (*r.elements, *r.exceptions)}
                ),
            }
            for fact, words in pack.facts.items()
        ],
        form,
        limit,
    )  # fmt: skip


@law.command("due", epilog="Example:  muster law due --pack ru-military --since learnt-of-violation=2022-11")
@_PACK
@click.option("--since", "since", multiple=True, required=True, help="FACT=DAY: what happened, and when.")
@with_format
def due(name: str, since: tuple[str, ...], form: str | None, limit: int | None) -> None:
    """By when something has to be done: the last safe day, from which rule, and what was left open."""
    from muster.cases.deadlines import deadlines_from
    from muster.model.law import Days

    pack, here = _opened(name)
    today = _day(here.now[:10])
    found = []
    for written in since:
        fact, _, day = written.partition("=")
        found += deadlines_from(pack, fact, Days.of(day))
    show(
        [
            {
                "safe_day": str(d.safe), "days_left": d.days_left(today), "last_day": str(d.last or "open"),
                "provision": d.provision, "what": d.title, "counted_from": str(d.starts),
                "because": "; ".join(d.because), "certainty": d.certainty, "sources": ", ".join(d.sources),
                "pack": d.pack,
            }
            for d in sorted(found, key=lambda d: (d.safe, d.rule))
        ],
        form,
        limit,
    )  # fmt: skip


@law.command("copy", epilog="Example:  muster law copy ru-military your-pack.yaml")
@click.argument("name")
@click.argument("target", type=click.Path(path_type=Path))
def copy(name: str, target: Path) -> None:
    """A shipped pack as a file of your own, to change, review and sign."""
    from muster.workflows.law import copy as workflow

    workflow(name, target)
    click.echo(f"{target}: change it, then 'muster law check' and 'muster law sign'")


@law.command("sign", epilog="Example:  muster law sign our-pack.yaml --by lawyer-2 --until 2040-01-01")
@click.argument("name")
@click.option("--by", required=True, help="Your role name.")
@click.option("--until", required=True, help="The day by which it has to be looked at again.")
def sign(name: str, by: str, until: str) -> None:
    """Say that you looked through exactly these bytes: a signed review is written beside the file."""
    from muster.workflows.law import sign as workflow

    click.echo(f"{workflow(desk_of(_HERE), name, by=by, until=_day(until))}: give it on with the pack")


@law.command("trust", epilog="Example:  muster law trust our-pack.yaml.review.json --as lawyer-2")
@click.argument("review", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "name", required=True, help="The role name to know this key by.")
def trust(review: Path, name: str) -> None:
    """Know the key of a colleague's review. Compare its digits with your colleague first."""
    from muster.workflows.law import trust as workflow

    click.echo(f"{workflow(desk_of(_HERE), review, name=name)} is known here as {name}")


@law.command("said", epilog="Example:  muster law said --pack ru-military --project desk.db")
@_PACK
@with_format
@with_project
def said(desk: Desk, name: str, form: str | None, limit: int | None) -> None:
    """Claims that say of a rule what the pack does not. What was said stays as it was said."""
    from muster.workflows.law import said_in

    pack, _ = _opened(name)
    with desk.open(readonly=True) as store:
        show(
            (
                {
                    **claim, "said": d.said, "pack_says": d.pack_says, "that_would_be": ", ".join(d.fits),
                    "pack": f"{pack.id} {pack.version}",
                }
                for claim, d in said_in(store, pack)
            ),
            form,
            limit,
        )  # fmt: skip


def _opened(name: str) -> tuple[Pack, Desk]:
    """The pack and the desk; how the pack stands is the first line on stderr, red unless sound."""
    from muster.workflows.law import open_pack, standing

    here = desk_of(_HERE)
    pack, review = open_pack(name)
    stands = standing(here, pack, review)
    click.secho(stands.says, err=True, fg=None if stands.sound else "red")
    return pack, here


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Usage(f"{written!r} is no day", next_step="write e.g. 2022-05-10") from error


COMMANDS = {"law": law}
