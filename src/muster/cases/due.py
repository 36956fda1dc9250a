"""Lines of many cases in; what has to be done, the next first, out. Linear in the number of lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from muster.cases.deadlines import Deadline, deadlines_from
from muster.model.errors import NotFound, Refused
from muster.model.law import Days, Pack


class Line(Protocol):
    """What a list needs to see of a step; ``facts`` is a JSON list, or empty."""

    @property
    def case(self) -> int: ...
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def first(self) -> str: ...
    @property
    def last(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def answers(self) -> str: ...
    @property
    def facts(self) -> str: ...
    @property
    def due(self) -> str: ...
    @property
    def begins(self) -> str: ...


# What ends a time that a step began.
_ENDS = ("complaint", "appeal", "done", "answered")


@dataclass(frozen=True, slots=True)
class Due:
    """To be done by ``safe`` in the case at this place of the list; ``rule`` is None for own dates, which
    have the first of their own ``words``."""

    case: int
    step: str
    safe: date
    what: str
    rule: Deadline | None
    words: str = ""


def due_list(lines: Iterable[Line], pack: Pack | None) -> list[Due]:
    """What is open in cases that are not closed, the next first: times of law, own dates, follow-ups.

    A time of law begins with a step that says yes to a fact from which a rule of ``pack`` counts, and ends
    only with a complaint, an appeal or ``done`` that answers that step. ``lines``: by case, as written down.
    """
    times = _times(pack) if pack else None
    found: list[Due] = []
    for case, group in groupby(lines, key=lambda line: line.case):
        found += _of_case(case, list(group), times)
    return sorted(found, key=lambda d: (d.safe, d.case, d.step, d.what))


Times = Callable[[str, str, str], Sequence[Deadline]]


def _times(pack: Pack) -> Times:
    known: dict[tuple[str, str, str], Sequence[Deadline]] = {}

    def times(fact: str, first: str, last: str) -> Sequence[Deadline]:
        key = fact, first, last
        if key not in known:
            try:
                known[key] = deadlines_from(pack, fact, Days.of(f"{first}..{last}"))
            except (NotFound, Refused):
                # Most facts begin no time.
                known[key] = ()
        return known[key]

    return times


def _of_case(case: int, lines: list[Line], times: Times | None) -> list[Due]:
    gone = {line.answers for line in lines if line.kind == "correction"}
    lines = [line for line in lines if line.id not in gone]
    if next((line.kind for line in reversed(lines) if line.kind in ("close", "open-again")), "") == "close":
        return []
    ended = {line.answers for line in lines if line.kind in _ENDS}
    # A person who read the question and called it no matter of a day is believed.
    urgency = next((line.value for line in reversed(lines) if line.kind == "sorted" and line.value), "")
    if urgency not in ("", "deadline", "detained"):
        ended |= {line.id for line in lines if line.kind == "asked"}
    outcomes = [line.id for line in lines if line.kind == "outcome"]
    found = []
    for line in lines:
        if line.id in ended or (line.kind == "outcome" and line.id != outcomes[-1]):
            continue
        if line.due:
            found.append(Due(case, line.id, date.fromisoformat(line.due), _own(line), None, line.begins))
        if times and line.facts and line.first:
            found += [
                Due(case, line.id, deadline.safe, deadline.title, deadline)
                for written in json.loads(line.facts)
                if written.endswith("=yes")
                for deadline in times(written.removesuffix("=yes"), line.first, line.last)
            ]
    return found


def _own(line: Line) -> str:
    if line.kind == "outcome":
        return "ask again what became of it"
    if line.kind == "asked":
        return "a question names this day, and is not answered"
    return f"{line.value} ends" if line.kind == "status" else f"{line.kind}: own date"


__all__ = ["Due", "Line", "due_list"]
