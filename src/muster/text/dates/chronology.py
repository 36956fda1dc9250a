"""Ranges of days and a partial order in, one line of time out.

A day is an ordinal (``date.toordinal``), ``None`` an end that nobody gave. Nothing here makes an order more
certain than it was: where neither days nor order speak, the order of telling stays.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Final

Range = tuple[float | None, float | None]
# A range of more days than this says less than what was told before it.
_WIDE: Final = 90
# (before, after, certain): indices of the things ordered.
Before = tuple[int, int, bool]


def in_time(ranges: Sequence[Range], order: Sequence[Before]) -> list[int]:
    """Indices in one line that keeps every certain pair, then days, then what is likely, then the telling.

    Cost (n + m) log n for n things and m pairs of the order.
    """
    about = about_when(ranges, order)
    kept = [pair for pair in dict.fromkeys(order) if pair[2] or not _against_days(pair, ranges, about)]
    return _line(about, kept)


def _against_days(pair: Before, ranges: Sequence[Range], about: Sequence[float]) -> bool:
    """True where the days, known or reckoned, say the opposite of what was likely."""
    a, b, _ = pair
    first, last = ranges[a][0], ranges[b][1]
    low = about[a] if first is None else first
    return low > (about[b] if last is None else last)


def _line(about: Sequence[float], order: Sequence[Before]) -> list[int]:
    """Kahn's algorithm, the earliest first; where only what is likely runs in a circle, it gives way."""
    after: list[list[tuple[int, bool]]] = [[] for _ in about]
    waits = [0] * len(about)
    sure = [0] * len(about)
    for a, b, certain in order:
        if a != b:
            after[a].append((b, certain))
            waits[b] += 1
            sure[b] += certain
    ready = [(day, i) for i, day in enumerate(about) if not waits[i]]
    likely = [(day, i) for i, day in enumerate(about) if not sure[i]]
    heapq.heapify(ready)
    heapq.heapify(likely)
    done = [False] * len(about)
    line: list[int] = []
    while len(line) < len(about):
        source = ready or likely
        i = heapq.heappop(source)[1] if source else done.index(False)
        if done[i]:
            continue
        done[i] = True
        line.append(i)
        for j, certain in after[i]:
            waits[j] -= 1
            sure[j] -= certain
            if not waits[j]:
                heapq.heappush(ready, (about[j], j))
            if certain and not sure[j]:
                heapq.heappush(likely, (about[j], j))
    return line


def about_when(ranges: Sequence[Range], order: Sequence[Before]) -> list[float]:
    """A day for each, for putting in line only: its own, or one between or beside those that the order
    ties it to; what has none takes the day of what was told
    before it and hands it on along the order; the first ones, of what is told next."""
    about = _both_ways(ranges, order)
    after: list[list[int]] = [[] for _ in about]
    for a, b, _ in order:
        after[a].append(b)
    last = next((day for day in about if day is not None), 0.0)
    for i, days in enumerate(ranges):
        if about[i] is None:
            about[i] = _within(last, days)
            _hand_on(about, after, i)
        last = about[i] or 0.0
    return _eased([day or 0.0 for day in about], ranges, order)


def _eased(about: list[float], ranges: Sequence[Range], order: Sequence[Before]) -> list[float]:
    """Moved inside its own range so far that it does not stand against the order: "spring" before a day of
    April is the spring before that day."""
    after: list[list[int]] = [[] for _ in about]
    for a, b, _ in order:
        after[a].append(b)
    for i in reversed(_line([float(i) for i in range(len(about))], order)):
        first, last = ranges[i]
        if after[i] and first is not None and last is not None:
            about[i] = max(float(first), min(about[i], *(about[j] for j in after[i])))
    return about


def reckoned(ranges: Sequence[Range], order: Sequence[Before]) -> list[float | None]:
    """The middle of each range; else the day of the latest thing that comes before it in the order; None
    where nothing dated does."""
    tied = {b for _, b, _ in order}

    def day(i: int, days: Range) -> float | None:
        first, last = days
        if first is None or last is None:
            return None
        if last - first <= _WIDE:
            return (first + last) / 2
        # "Then she rang the bell", and by the day of writing: soon after what was told before it.
        return first if i in tied else None

    return _from_before([day(i, days) for i, days in enumerate(ranges)], ranges, order)


def _from_before(
    about: list[float | None], ranges: Sequence[Range], order: Sequence[Before]
) -> list[float | None]:
    before: list[list[int]] = [[] for _ in ranges]
    for a, b, _ in order:
        before[b].append(a)
    for i in _line([float(i) for i in range(len(about))], order):
        known = [day for j in before[i] if (day := about[j]) is not None]
        if about[i] is None and known:
            about[i] = _within(max(known), ranges[i])
    return about


def _both_ways(ranges: Sequence[Range], order: Sequence[Before]) -> list[float | None]:
    """As `reckoned`, but between what comes before and after where both have days; else by what comes
    after."""
    middles = [_middle(r) for r in ranges]
    for _, b, _ in order:
        first, last = ranges[b]
        # "After the arrest", and by the day of writing: soon after what was told before it.
        if first is not None and last is not None and last - first > _WIDE:
            middles[b] = None
    _between(middles, order)
    inside = [r if day is None else (day, day) for r, day in zip(ranges, middles, strict=True)]
    about = _from_before(middles, inside, order)
    after: list[list[int]] = [[] for _ in ranges]
    for a, b, _ in order:
        after[a].append(b)
    for i in reversed(_line([float(i) for i in range(len(about))], order)):
        known = [day for j in after[i] if (day := about[j]) is not None]
        if about[i] is None and known and not (ranges[i][0] is None and ranges[i][1] is not None):
            about[i] = _within(min(known), ranges[i])
    return about


def _hand_on(about: list[float | None], after: Sequence[Sequence[int]], start: int) -> None:
    queue = [start]
    for i in queue:
        for j in after[i]:
            if about[j] is None:
                about[j] = about[i]
                queue.append(j)


def _between(about: list[float | None], order: Sequence[Before]) -> None:
    """The middle between the latest before and the earliest after, for what lies between two dated things."""
    low: dict[int, float] = {}
    high: dict[int, float] = {}
    for a, b, _ in order:
        before, after = about[a], about[b]
        if before is not None:
            low[b] = max(before, low.get(b, before))
        if after is not None:
            high[a] = min(after, high.get(a, after))
    for i in sorted(low.keys() & high.keys()):
        if about[i] is None and low[i] <= high[i]:
            about[i] = (low[i] + high[i]) / 2


def _within(day: float, days: Range) -> float:
    first, last = days
    day = day if last is None else min(day, last)
    return day if first is None else max(day, first)


def _middle(days: Range) -> float | None:
    first, last = days
    return None if first is None or last is None else (first + last) / 2


__all__ = ["Before", "Range", "about_when", "in_time", "reckoned"]
