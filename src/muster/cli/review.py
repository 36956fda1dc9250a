"""Answering open questions with single keys; whether two origins are independent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from muster.cli.keys import answers
from muster.cli.options import with_project
from muster.cli.output import printable, show, with_format
from muster.model.errors import Usage
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.store import Store
    from muster.workflows.review import Question

_VERDICTS = {"y": "same", "n": "different", "u": "unsure"}
_KEYS = (
    "y same (yes)  n different (no)  u cannot tell  b same, and so the whole family  s later\n"
    "z undo the last  r give a reason  l in Latin letters  e explain  q stop"
)


@click.command(epilog="Example:  muster review --limit 5 -p desk.db")
@click.option("--by", default="", help="Your role name; without it the questions are listed, not answered.")
@click.option(
    "--field",
    default=None,
    help="Only same-name, copy, same-origin, same-claim, same-event or contradiction.",
)
@click.option("--reason", default="", help="Why; kept with every answer of this sitting (key r changes it).")
@click.option("--undo", default=None, metavar="JUDGEMENT", help="Withdraw this judgement, however old it is.")
@click.option("--decided", is_flag=True, help="List what was decided, with ids, the oldest first.")
@with_format
@with_project
def review(
    desk: Desk,
    by: str,
    field: str | None,
    reason: str,
    undo: str | None,
    decided: bool,
    form: str | None,
    limit: int | None,
) -> None:
    """Open questions, those first that change most. With --by they are asked one by one.

    In a terminal one key answers. Without one, answers are read from stdin, a line each: a key, and after
    a blank the reason. 'muster link' and 'muster count' rebuild what follows.
    """
    from muster.workflows import review as workflow

    if undo is not None:
        if not by:
            raise Usage("who withdraws it is kept with it", next_step="add --by and your role name")
        with desk.open() as store:
            made = workflow.undo(store, by=by, now=desk.now, judgement=undo)
        click.echo(f"{made.id}: {made.note}; 'muster link' and 'muster count' rebuild what follows from it")
        return
    if decided:
        with desk.open(readonly=True) as store:
            show(map(asdict, workflow.decided(store)), form, limit)
        return
    if form or not by:
        with desk.open(readonly=True) as store:
            show(map(_row, workflow.questions(store, field)), form, limit)
        return
    with desk.open() as store:
        asked = workflow.questions(store, field)[:limit]
        done = _Sitting(store, desk.now, by, reason).ask(asked)
    click.echo(
        f"{done} judgements kept; 'muster link' and 'muster count' rebuild what follows from them"
        if done
        else "nothing was decided"
    )


def _row(question: Question) -> dict[str, object]:
    row = asdict(question)
    return {"field": row.pop("field"), "ask": row.pop("ask"), "effect": row.pop("effect"), **row}


class _Sitting:
    """One person at the keys, or a file of answers."""

    def __init__(self, store: Store, now: str, by: str, reason: str) -> None:
        self.store, self.now, self.by, self.reason = store, now, by, reason
        self.latin = False
        self.kept: list[int] = []

    def ask(self, asked: list[Question]) -> int:
        """How many judgements were kept; the questions in their order, one step back with z."""
        at = 0
        with answers() as keys:
            while True:
                if at < len(asked):
                    self._show(asked[at], f"{at + 1} of {len(asked)}")
                elif self.kept:
                    click.echo("\nthat was the last; z takes it back, q stops")
                else:
                    break
                step = self._until_answered(asked, at, keys)
                if step is None:
                    break
                at = max(0, at + step)
        return sum(self.kept)

    def _until_answered(self, asked: list[Question], at: int, keys: Iterator[str]) -> int | None:
        """How far to go on: 1, or -1 after an undo; None where the sitting ends."""
        from muster.workflows import review as workflow

        question = asked[at] if at < len(asked) else None
        for line in keys:
            key, _, said = line.strip().partition(" ")
            match key.lower():
                case "y" | "n" | "u" | "b" if question:
                    also = asked if key.lower() == "b" else ()
                    made = workflow.answer(
                        self.store, question, _VERDICTS.get(key.lower(), "same"), by=self.by,
                        reason=said or self.reason, now=self.now, also=also,
                    )  # fmt: skip
                    self.kept.append(len(made))
                    click.echo(f"  {made[0].verdict}" + (f", {len(made)} of its family" if also else ""))
                    return 1
                case "z" if self.kept:
                    for _ in range(self.kept.pop()):
                        workflow.undo(self.store, by=self.by, now=self.now)
                    click.echo("  withdrawn")
                    return -1
                case "s" if question:
                    self.kept.append(0)
                    return 1
                case "q":
                    return None
                case "l" if question:
                    self.latin = not self.latin
                    self._show(question, "")
                case "e" if question:
                    _explain(question)
                case "r":
                    self.reason = said or _typed(keys)
                case _:
                    click.echo(_KEYS)
        return None

    def _show(self, question: Question, where: str) -> None:
        from muster.text.scripts import romanise

        def told(words: str) -> str:
            return printable(romanise(words) if self.latin else words)

        click.echo(f"\n{where}  {told(question.ask)}".rstrip())
        click.echo(f"  {told(question.left)}\n  {told(question.right)}")
        so = "so" if question.field == "contradiction" else "same"
        click.echo(f"  if {so}: {told(question.effect)}")


def _explain(question: Question) -> None:
    for reason in question.reasons:
        click.echo(f"  – {printable(reason)}")
    for side in question.subject:
        click.echo(f"  {printable(side)}" + ("  (muster why shows the way down)" if "-" in side else ""))


def _typed(keys: Iterator[str]) -> str:
    """A line typed at the keys, shown as it comes."""
    click.echo("  reason: ", nl=False)
    line = ""
    for key in keys:
        if key in "\r\n":
            break
        line = line[:-1] if key in "\x7f\b" else line + key
        click.echo(key, nl=False)
    click.echo()
    return line.strip()


@click.command(epilog="Example:  muster independence origin-3f2a origin-77b0 -p desk.db")
@click.argument("one")
@click.argument("other")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@with_project
def independence(desk: Desk, one: str, other: str, as_json: bool) -> None:
    """Whether what ONE and OTHER say came from two sources: independent, same origin or not shown.

    ONE and OTHER are ids of origins, claims or quantities.
    """
    from muster.workflows.independence import independence as workflow

    with desk.open(readonly=True) as store:
        found = workflow(store, one, other)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
        return
    click.echo(f"{printable(found.left)}  and  {printable(found.right)}:  {found.verdict}")
    for reason in found.reasons:
        click.echo(f"  – {printable(reason)}")


COMMANDS = {"review": review, "independence": independence}
