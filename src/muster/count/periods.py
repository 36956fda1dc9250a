"""Counts by day, week, month or region: uncertain dates spread honestly, nothing made up where nobody looked.

A row of a series has three numbers. ``certain``: what lies wholly within the period. ``spread``: what is
expected if every event is equally likely on each day of its range. ``possible``: what may lie within it. A
period or region of which no record speaks has None, which is not 0.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from muster.model.errors import Refused
from muster.model.ledger import Acceptance, Answer, Question, Statement
from muster.text.places.regions import regions

EVERY = ("day", "week", "month", "year", "region")
# A range of days longer than this would fill the page with periods; a century of days is enough.
_MOST_PERIODS = 40_000


@dataclass(frozen=True, slots=True)
class Count:
    """One period or region. ``records``: how many statements touch it; numbers are None where none does."""

    period: str
    certain: float | None
    spread: float | None
    possible: float | None
    records: int


def series(question: Question, statements: Sequence[Statement], every: str) -> list[Count]:
    """The series of a question whose rows are events of their own, or that counts within a period.

    Raises Refused for a cumulative question (its floor has a path, not counts by period) and where no
    statement has a day. Copies must have been folded (`muster.count.statements.fold` does).
    """
    if every not in EVERY:
        raise Refused(f"there is no series by {every!r}", next_step=f"series are by {', '.join(EVERY)}")
    if question.counting == "cumulative" and not question.adds:
        raise Refused(
            "a cumulative figure belongs to no single period, and differences of floors are no counts",
            record=question.name,
            next_step="leave --every out: the floor's path is printed with the answer",
        )
    if not question.adds:
        raise Refused(
            "claims about a period are not added up: they may speak of the same people",
            record=question.name,
            next_step="say distinct = true for a [[table]] in which each row is an event of its own",
        )
    held = [s for s in statements if s.low is not None or s.high is not None]
    if every == "region":
        return _by_region(held)
    return _by_time(held, every)


def _by_region(held: Sequence[Statement]) -> list[Count]:
    """By the place as the rows name it; a row that names none, or several regions, is possible in each."""
    places: dict[str, list[Statement]] = {}
    loose = []
    for s in held:
        name = regions()[s.regions[0]].name if len(s.regions) == 1 else s.place
        if name == "not stated" or len(s.regions) > 1:
            loose.append(s)
        else:
            places.setdefault(name, []).append(s)
    more = sum(_most(s) for s in loose)
    out = [
        Count(name, _sum(s.low for s in mine), _sum(_middle(s) for s in mine),
              sum(_most(s) for s in mine) + more, len(mine))
        for name, mine in sorted(places.items())
    ]  # fmt: skip
    if loose:
        least, middle = _sum(s.low for s in loose), _sum(_middle(s) for s in loose)
        out.append(Count("place not stated", least, middle, more, len(loose)))
    return out


def _by_time(held: Sequence[Statement], every: str) -> list[Count]:
    dated = [(_day(s.first or s.last), _day(s.last), s) for s in held if s.last]
    if not dated:
        raise Refused("no statement has a day, so there is no series by time")
    begin = _BEGINS[every]
    first, last = begin(min(a for a, _, _ in dated)), max(b for _, b, _ in dated)
    starts = [first]
    while (following := _after(starts[-1], every)) <= last:
        starts.append(following)
        if len(starts) > _MOST_PERIODS:
            raise Refused(f"more than {_MOST_PERIODS:,} periods", next_step="choose longer ones with --every")
    place = {d: i for i, d in enumerate(starts)}
    certain, spread, possible = ([0.0] * len(starts) for _ in range(3))
    records = [0] * len(starts)
    for a, b, s in dated:
        i, j = place[begin(a)], place[begin(b)]
        days = (b - a).days + 1
        for k in range(i, j + 1):
            end = _after(starts[k], every) - datetime.timedelta(days=1)
            share = ((min(b, end) - max(a, starts[k])).days + 1) / days
            spread[k] += share * (_middle(s) or 0.0)
            possible[k] += _most(s)
            certain[k] += (s.low or 0.0) if i == j else 0.0
            records[k] += 1
    return [
        Count(_name(d, every), certain[k], round(spread[k], 6), possible[k], records[k])
        if records[k] else Count(_name(d, every), None, None, None, 0)
        for k, d in enumerate(starts)
    ]  # fmt: skip


def _middle(s: Statement) -> float | None:
    return s.best if s.best is not None else s.low


def _most(s: Statement) -> float:
    return s.high if s.high is not None else s.best if s.best is not None else s.low or 0.0


def _sum(values: Iterable[float | None]) -> float:
    return sum(v for v in values if v is not None)


def _day(iso: str | None) -> datetime.date:
    return datetime.date.fromisoformat(iso or "")


_BEGINS: dict[str, Callable[[datetime.date], datetime.date]] = {
    "day": lambda d: d,
    "week": lambda d: d - datetime.timedelta(days=d.weekday()),
    "month": lambda d: d.replace(day=1),
    "year": lambda d: d.replace(month=1, day=1),
}


def _after(d: datetime.date, every: str) -> datetime.date:
    """The first day of the next period."""
    if every in ("day", "week"):
        return d + datetime.timedelta(days=1 if every == "day" else 7)
    months = d.month + (1 if every == "month" else 12)
    return datetime.date(d.year + (months - 1) // 12, (months - 1) % 12 + 1, 1)


def _name(d: datetime.date, every: str) -> str:
    if every == "week":
        year, week, _ = d.isocalendar()
        return f"{year}-W{week:02}"
    return d.isoformat()[: {"day": 10, "month": 7, "year": 4}[every]]


_DEFINING = (
    ("unit", "what is counted"), ("series", "the kind of thing"), ("population", "of whom"),
    ("place", "where"), ("first", "since when"), ("last", "until when"), ("counting", "how it runs"),
    ("coding", "how words are bounded"), ("accept", "whose word is accepted"),
)  # fmt: skip


def differences(a: Answer, b: Answer) -> str:
    """What two series differ in, and what it does to a comparison, in one sentence."""
    names = (f"“{a.question.title['en']}”", f"“{b.question.title['en']}”")
    told = []
    for field, words in _DEFINING:
        left, right = getattr(a.question, field), getattr(b.question, field)
        if left != right:
            told.append(f"{words} ({_said(left)} / {_said(right)})")
    if not told:
        return (
            f"{names[0]} and {names[1]} are defined alike, so their figures may be laid side by side; "
            "they differ in whose claims were chosen."
        )
    which = "; ".join(told)
    return f"{names[0]} and {names[1]} differ in {which}: a difference of their figures is no disagreement."


def _said(value: object) -> str:
    if isinstance(value, Acceptance):
        return value.reason
    return str(value) if value not in (None, "", "not stated") else "not stated"


__all__ = ["EVERY", "Count", "differences", "series"]
