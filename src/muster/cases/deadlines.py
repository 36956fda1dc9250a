"""Deadlines: a rule and the day something happened in; the last safe day out, never a later one.

Where anything is open – the day is known only as a month, the rule does not say whether the first day counts,
a list of days off is missing – the earliest reading is taken, and the answer says so.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from muster.model.errors import NotFound, Refused
from muster.model.law import Consequence, Days, Pack, Rule

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something has to be done, and from which rule that comes.

    ``safe``: the last day on which it is in time however the open points turn out. ``last``: the rule's own
    last day where all of them are known, else ``None``. ``because``: each step, in order.
    """

    rule: str
    provision: str
    title: str
    pack: str
    starts: Days
    safe: date
    last: date | None
    because: tuple[str, ...]
    sources: tuple[str, ...]
    certainty: str

    def days_left(self, today: date) -> int:
        """Days from ``today`` to the last safe day; below nothing where it has passed."""
        return (self.safe - today).days


def deadlines_from(pack: Pack, fact: str, starts: Days) -> list[Deadline]:
    """Every deadline that begins with ``fact`` having happened within ``starts``, the next one first.

    A version of a rule counts where it may have been in force on that day. Raises NotFound where the pack
    has no such fact, Refused where no rule counts from it.
    """
    if fact not in pack.facts:
        raise NotFound(
            f"pack {pack.id} has no fact {fact!r}", next_step="'muster law facts' lists them with their rules"
        )
    found = [
        deadline
        for rule in pack.rules
        if rule.elements and rule.elements[0].fact == fact and rule.period.covers(starts) != "not met"
        for c in rule.consequences
        if c.kind == "deadline" and (deadline := _deadline(pack, rule, c, starts)) is not None
    ]
    if not found:
        raise Refused(f"no rule of pack {pack.id} counts a time from {fact!r} on {starts}")
    return sorted(found, key=lambda d: (d.safe, d.rule))


def _deadline(pack: Pack, rule: Rule, c: Consequence, starts: Days) -> Deadline | None:
    amount = c.low if c.low is not None else c.high
    if amount is None:
        return None
    ways = [*_ways(pack, c, int(amount), starts)]
    because = [f"counted from {starts}, of which the first day is {starts.first}", c.words["en"]]
    because += [said for way in ways for said in way.open]
    last = max(way.last for way in ways)
    safe = min(way.safe for way in ways)
    if pack.days_off.off(safe):
        safe = _working(pack, safe, -1)
        because.append(f"the day before that on which papers are received: {safe}")
    open_points = any(way.open for way in ways) or starts.first != starts.last or c.low not in (None, c.high)
    return Deadline(
        rule.id, rule.provision, rule.title["en"], f"{pack.id} {pack.version}", starts, safe,
        None if open_points else last, tuple(dict.fromkeys(because)), rule.sources, rule.certainty,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Way:
    """One reading of a rule: its last day, the safe one, and what it left open."""

    safe: date
    last: date
    open: tuple[str, ...]


def _ways(pack: Pack, c: Consequence, amount: int, starts: Days) -> Iterator[_Way]:
    firsts = {"next": (0,), "same": (-1,)}.get(c.first_day, (-1, 0))
    countings = (c.counting,) if c.counting else ("days", "working-days")
    for shift in firsts:
        for counting in countings:
            told = []
            if not c.first_day:
                told.append("whether the first day counts is not said: it is counted")
            if not c.counting:
                told.append("whether days off count is not said: they are counted")
            end = _end(starts.first, amount, c.unit)
            if counting == "working-days" and c.unit == "days":
                last = _working_days(pack, starts.first, amount)
                if not pack.days_off.lists(starts.first, last):
                    told.append("the days off of these years are not listed: every day is counted")
                    last = end
                end = last
            elif counting == "working-days":
                told.append("working days of a time in months cannot be counted: every day is")
            end += timedelta(days=shift)
            last = end
            if pack.days_off.off(end) and c.day_off_at_end == "next-working-day":
                last = _working(pack, end, 1)
            yield _Way(end, last, tuple(told))


def _end(start: date, amount: int, unit: str) -> date:
    if unit == "days":
        return start + timedelta(days=amount)
    months = start.year * 12 + start.month - 1 + amount * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _working_days(pack: Pack, start: date, amount: int) -> date:
    day = start
    while amount:
        day += _DAY
        amount -= not pack.days_off.off(day)
    return day


def _working(pack: Pack, day: date, step: int) -> date:
    """The nearest day in the direction on which something is received."""
    while pack.days_off.off(day):
        day += step * _DAY
    return day


__all__ = ["Deadline", "deadlines_from"]
