"""Dated sentences in, events out, with the order that their dates force; nothing is guessed from"
" telling order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from muster.model.claims import Event, Mention, Order, TimeRange
from muster.model.evidence import Passage, Text
from muster.model.ids import span_id
from muster.text.outlook import outlook

if TYPE_CHECKING:
    from muster.text.spans import Span

# What may happen, or was asked, did not happen.
_NOT_TOLD: Final = re.compile(
    r"\?\s*$|^\W*(?:if|unless|если|якщо|if only)\b|\b(?:will|shall|is going to|are going to|будет"
    r"|будут|буде|будуть)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS: Final = 4
_LONGEST_WHAT: Final = 240
_WHO: Final = ("person", "unit", "group", "organisation")


def find_events(
    text: Text, sentences: Sequence[Span], times: Sequence[TimeRange], mentions: Sequence[Mention]
) -> tuple[list[Event], list[Order]]:
    """Each narrated sentence with a dated time is one event, in the range of its most exact time.

    The order has at most two links an event: to the latest that ended before it began and to the
    earliest that began after it ended. Both follow from the dates alone (``certain``); events whose ranges
    overlap stay unordered. Cost n log n; only events of this text are compared.
    """
    dated = sorted(
        (t for t in times if t.first is not None and t.last is not None and t.type in ("DATE", "TIME")),
        key=lambda t: t.passage.start,
    )
    starts = [t.passage.start for t in dated]
    named = sorted(mentions, key=lambda m: m.passage.start)
    name_starts = [m.passage.start for m in named]
    events: list[Event] = []
    for start, stop in sentences:
        inside = dated[bisect_left(starts, start) : bisect_left(starts, stop)]
        if not inside or not _is_narrated(text.body[start:stop]):
            continue
        here = named[bisect_left(name_starts, start) : bisect_left(name_starts, stop)]
        event = _event(text, start, stop, inside, here)
        if event is not None:
            events.append(event)
    return events, _order(events)


def _is_narrated(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and _NOT_TOLD.search(words) is None


def _event(
    text: Text, start: int, stop: int, times: Sequence[TimeRange], mentions: Sequence[Mention]
) -> Event | None:
    when = min(times, key=lambda t: (_width(t), t.passage.start))
    # A forecast of a day is no event of that day.
    at = when.passage
    if outlook(text.body, start, stop, at.start, at.stop, text.language).way == "ahead":
        return None
    what = " ".join(text.body[start:stop].split()).strip(" \"'“”«»–—-")
    if len(what) > _LONGEST_WHAT:
        what = what[:_LONGEST_WHAT].rsplit(" ", 1)[0] + " …"
    return Event(
        id=span_id("event", text.id, start, stop),
        passage=Passage.of(text, start, stop),
        what=what,
        who=tuple(dict.fromkeys(m.norm for m in mentions if m.kind in _WHO)),
        where=next((m.norm for m in mentions if m.kind == "place"), None),
        first=when.first,
        last=when.last,
    )


def _width(time: TimeRange) -> int:
    order = {"day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "year": 4, "decade": 5, "century": 6}
    return order.get(time.granularity or "", 7)


def _order(events: Sequence[Event]) -> list[Order]:
    by_first = sorted(events, key=lambda e: (e.first or "", e.id))
    by_last = sorted(events, key=lambda e: (e.last or "", e.id))
    firsts, lasts = [e.first or "" for e in by_first], [e.last or "" for e in by_last]
    pairs: set[tuple[str, str]] = set()
    reasons: dict[tuple[str, str], str] = {}
    for event in events:
        after = bisect_right(firsts, event.last or "")
        before = bisect_left(lasts, event.first or "") - 1
        if after < len(by_first):
            _link(event, by_first[after], pairs, reasons)
        if before >= 0:
            _link(by_last[before], event, pairs, reasons)
    return [Order(a, b, True, (reasons[a, b],)) for a, b in sorted(pairs)]


def _link(
    before: Event, after: Event, pairs: set[tuple[str, str]], reasons: dict[tuple[str, str], str]
) -> None:
    pairs.add((before.id, after.id))
    reasons[before.id, after.id] = f"one ended by {before.last}, the other began on {after.first} or later"


__all__ = ["find_events"]
