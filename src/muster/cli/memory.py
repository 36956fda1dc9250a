"""The desk's memory: what it foresaw and what came, who uses which word, experts and their interest."""

from __future__ import annotations

from datetime import date

import click

from muster.cli.options import with_project
from muster.cli.output import show, with_format
from muster.workflows.project import Desk

_BY = click.option("--by", required=True, help="Your role name.")


@click.group(epilog="Example:  muster memory list --project desk.db")
def memory() -> None:
    """What the desk said and what became of it; words and what they mean in law; experts and their interest.

    Kept as judgements, with author and day; only added. --sealed keeps it in the sealed file instead.
    """


@memory.command(
    epilog='Example:  muster memory say "More refuse" --due 2031-07-01 --chance 0.7 --by anna -p desk.db'
)
@click.argument("words")
@click.option("--author", default="", help="Whose view it is, where it is not yours.")
@click.option("--due", default="", help="The day on which it can be seen: then it is a forecast.")
@click.option("--chance", type=click.FloatRange(0, 1), default=None, help="How likely, from 0 to 1.")
@click.option("--rests-on", default="", help="The id of an estimate, a claim or a document.")
@_BY
@with_project
def say(desk: Desk, words: str, author: str, due: str, chance: float | None, rests_on: str, by: str) -> None:
    """Keep an assessment, or with --due a forecast; its id is printed."""
    from muster.workflows.memory import say as workflow

    click.echo(workflow(desk, words, author=author or by, by=by, due=due, chance=chance, rests_on=rests_on))


@memory.command(epilog="Example:  muster memory score judgement-3f2a --came yes --by anna -p desk.db")
@click.argument("called", metavar="FORECAST")
@click.option("--came", type=click.Choice(["yes", "no", "partly", "unclear"]), required=True)
@click.option("--note", default="", help="By what it was seen.")
@_BY
@with_project
def score(desk: Desk, called: str, came: str, note: str, by: str) -> None:
    """Write down what became of a forecast; what was said before stays to be seen."""
    from muster.workflows.memory import score as workflow

    found = workflow(desk, called, came=came, by=by, note=note)
    click.echo(f"{found.id}: {came}")


@memory.command("list", epilog="Example:  muster memory list --due --project desk.db")
@click.option("--due", "only_due", is_flag=True, help="Only forecasts whose day has come and nobody scored.")
@with_format
@with_project
def list_(desk: Desk, only_due: bool, form: str | None, limit: int | None) -> None:
    """Assessments and forecasts: who, when, how likely, what became of it."""
    from muster.workflows.memory import said

    today = date.fromisoformat(desk.now[:10])
    show(
        (
            {
                "kind": f.kind, "said": f.words, "author": f.author, "on": f.on, "due": f.due,
                "chance": f.chance, "came": f.came or ("not yet said" if f.kind == "forecast" else ""),
                "scored_on": f.scored_on, "scored_by": f.scored_by, "note": f.note, "rests_on": f.rests_on,
                "id": f.id,
            }
            for f in said(desk)
            if not only_due or f.waits(today)
        ),
        form,
        limit,
    )  # fmt: skip


@memory.command("calibration", epilog="Example:  muster memory calibration --project desk.db")
@with_format
@with_project
def calibration(desk: Desk, form: str | None, limit: int | None) -> None:
    """How often what was called likely came: by the chance that was given, with 95 % intervals."""
    from muster.workflows.memory import calibrated

    found, told = calibrated(desk)
    click.echo(told, err=True)
    show(
        (
            {
                "said_from": b.low, "said_to": b.high, "said_on_average": round(b.said, 3), "came": b.came,
                "of": b.of, "share_low": round(b.interval.low, 3), "share_high": round(b.interval.high, 3),
            }
            for b in found
        ),
        form,
        limit,
    )  # fmt: skip


@memory.command(
    epilog="Example:  muster memory term 'special mission' --means 'armed conflict' --by lawyer-2 -p desk.db"
)
@click.argument("name")
@click.option("--means", required=True, help="What it means in law, as a lawyer puts it.")
@click.option("--rule", default="", help="The rule of a law pack that says so.")
@_BY
@with_project
def term(desk: Desk, name: str, means: str, rule: str, by: str) -> None:
    """Put a word into the glossary, with what it means in law."""
    from muster.cases.memory import TERM
    from muster.workflows.memory import note

    note(desk, TERM, name, means, rule, by=by)


@memory.command("glossary", epilog="Example:  muster memory glossary --project desk.db")
@with_format
@with_project
def glossary(desk: Desk, form: str | None, limit: int | None) -> None:
    """Who uses which word of the glossary, in any of its forms, beside what it means in law."""
    from muster.workflows.memory import glossary as workflow

    show(
        (
            {"term": u.term, "in_law": u.meaning, "rule": u.rule, "speaker": u.speaker, "claims": u.claims,
             "first": u.first}
            for u in workflow(desk)
        ),
        form,
        limit,
    )  # fmt: skip


@memory.command(
    epilog="Example:  muster memory expert 'Vera Tamlin' --role lawyer --interest none --by me -p desk.db"
)
@click.argument("name")
@click.option("--role", required=True, help="What makes them one: teaches law, fought there, sells drones …")
@click.option("--interest", required=True, help="What they stand to gain or lose; 'none' is an answer.")
@_BY
@with_project
def expert(desk: Desk, name: str, role: str, interest: str, by: str) -> None:
    """Write down an expert's role and interest, as the project names the person."""
    from muster.cases.memory import EXPERT
    from muster.workflows.memory import note

    note(desk, EXPERT, name, role, interest, by=by)


@memory.command("experts", epilog="Example:  muster memory experts --words --project desk.db")
@click.option("--words", is_flag=True, help="Each of their claims, with role and interest beside it.")
@with_format
@with_project
def experts(desk: Desk, words: bool, form: str | None, limit: int | None) -> None:
    """Experts with role and interest, and how many claims are theirs."""
    from muster.workflows.memory import experts as workflow

    known, heard = workflow(desk)
    if words:
        show(
            (
                {
                    "expert": h.expert,
                    "role": h.role,
                    "interest": h.interest,
                    "words": h.words,
                    "claim": h.claim,
                }
                for h in heard
            ),
            form,
            limit,
        )
        return
    show(
        (
            {"expert": n, "role": role, "interest": interest, "claims": claims}
            for n, role, interest, claims in known
        ),
        form,
        limit,
    )


COMMANDS = {"memory": memory}
