"""What one text tells in two ways that cannot both be true, in words, with the places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from muster.model.claims import Event
from muster.read.events.day_graph import DayGraph, DayLink
from muster.read.events.named import core_of, kind_of
from muster.read.events.narrated import Narrated
from muster.read.events.times import Clock, Told, ordinal
from muster.read.page import Page

# What happens once to one person, place or thing (kinds of `events/named`).
_ONCE: Final = ("died", "taken", "free", "found", "married", "flight", "born", "buried", "ruined", "signed")
_AGAIN: Final = re.compile(
    r"\b(?:again|another|second|third|every|each|also|more|снова|опять|ещё|еще|вновь|втор\w+|также|знову|ще|вдруге|друг\w+"
    r"|також|кожн\w+|кажд\w+)\b",
    re.IGNORECASE,
)
# Nothing else between two times that say one day twice.
_BESIDE: Final = re.compile(r"[\s,(–—-]{1,3}(?:(?:on|в|во|у|на) )?", re.IGNORECASE)
# Two days that differ by less may be told loosely.
_LOOSE: Final = 2


def contradictions(
    page: Page,
    told: Sequence[Narrated],
    events: Sequence[Event],
    graph: DayGraph,
    likely: Sequence[DayLink],
    clock: Clock,
) -> list[str]:
    """One note each, with the places in the text; none is settled, both readings stay."""
    found = [_refused(events, link) for link in graph.refused]
    found += _weekdays(clock)
    found += _reckoned_otherwise(page, told)
    found += _too_far(told, events, likely)
    found += _twice(page, told, events)
    return list(dict.fromkeys(found))


def _place(start: int, stop: int, words: str) -> str:
    short = " ".join(words.split())
    return f"“{short if len(short) <= 80 else short[:79] + '…'}” ({start}–{stop})"


def _event(e: Event) -> str:
    return _place(e.passage.start, e.passage.stop, e.passage.words)


def _refused(events: Sequence[Event], link: DayLink) -> str:
    one, other = events[link.before], events[link.after]
    return f"contradiction: {_event(one)} and {_event(other)}: {link.reason}, which their days do not allow"


def _weekdays(clock: Clock) -> Iterator[str]:
    """ "Tuesday, 5 May" where 5 May was no Tuesday."""
    for t in clock.told:
        e = t.e
        if e is None or e.form != "calendar" or e.weekday is None or e.day is None or not t.time.first:
            continue
        if t.time.first != t.time.last or (e.year is None and not t.sure):
            continue
        day = date.fromisoformat(t.time.first)
        if day.isoweekday() != e.weekday:
            where = _place(t.start, t.stop, t.time.passage.words)
            yield f"contradiction: {where}: {day.isoformat()} was a {day:%A}"


def _reckoned_otherwise(page: Page, told: Sequence[Narrated]) -> Iterator[str]:
    """ "Three days later, on 20 May": the two times of one clause are different days."""
    for event in told:
        dated = [t for t in event.times if t.dated and t.time.granularity == "day"]
        shifts = [t for t in dated if t.e is not None and t.e.form == "shift"]
        for t in shifts:
            for other in dated:
                beside = _BESIDE.fullmatch(
                    page.body, *sorted((t.start, t.stop, other.start, other.stop))[1:3]
                )
                if beside and other not in shifts and _gap(_span(t), _span(other)) >= _LOOSE:
                    one, two = (_place(x.start, x.stop, x.time.passage.words) for x in (t, other))
                    yield f"contradiction: {one} is {t.time.first}, but {two} is {other.time.first}"


def _span(t: Told) -> tuple[int, int]:
    return ordinal(t.time.first) or 0, ordinal(t.time.last) or 0


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between two ranges; 0 where they touch."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _too_far(told: Sequence[Narrated], events: Sequence[Event], likely: Sequence[DayLink]) -> Iterator[str]:
    """ "Two days after the explosion", where the days of both are told and lie otherwise."""
    for link in likely:
        a, b = told[link.before], told[link.after]
        if not link.names or None in (a.first, a.last, b.first, b.last):
            continue
        least, most = (b.first or 0) - (a.last or 0), (b.last or 0) - (a.first or 0)
        # Where a year is not written, no year may make them fit.
        years = (0,) if a.sure and b.sure else (-365, 0, 365)
        if all(_misses(least + y, most + y, link) for y in years):
            one, other = _event(events[link.before]), _event(events[link.after])
            yield f"contradiction: {one} and {other}: {link.reason}, which their days do not allow"


def _misses(least: int, most: int, link: DayLink) -> bool:
    return most + _LOOSE <= link.least or (link.most is not None and least - _LOOSE >= link.most)


def _twice(page: Page, told: Sequence[Narrated], events: Sequence[Event]) -> Iterator[str]:
    """Two days for what happens to somebody or something once."""
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, event in enumerate(told):
        if event.first is None or event.last is None or not event.sure:
            continue
        kind = kind_of(page.body, event)
        if kind in _ONCE and not _AGAIN.search(page.body, event.clause.start, event.clause.stop):
            for name in core_of(page.body, event) - {kind}:
                seen[kind, name].append(i)
    for same in seen.values():
        for one, other in pairwise(same):
            a, b = told[one], told[other]
            if _gap((a.first or 0, a.last or 0), (b.first or 0, b.last or 0)):
                what = f"{_event(events[one])} and {_event(events[other])}"
                yield f"contradiction: {what}: two days for what reads as one event"


__all__ = ["contradictions"]
