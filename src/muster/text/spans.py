"""A stretch of characters: start inclusive, stop exclusive, in code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T")


class Span(NamedTuple):
    """``body[start:stop]``."""

    start: int
    stop: int


def trim(body: str, start: int, stop: int) -> Span:
    """The stretch without blanks at its ends; empty (start == stop) where it is all blank."""
    words = body[start:stop]
    left = len(words) - len(words.lstrip())
    if left == len(words):
        return Span(start, start)
    return Span(start + left, start + len(words.rstrip()))


def union(spans: Iterable[tuple[int, int]]) -> list[Span]:
    """The spans in order, those that touch or overlap joined."""
    joined: list[Span] = []
    low, high = 0, -1
    for start, stop in sorted(spans):
        if start > high:
            if high >= low:
                joined.append(Span(low, high))
            low, high = start, stop
        elif stop > high:
            high = stop
    if high >= low:
        joined.append(Span(low, high))
    return joined


def touching(spans: Sequence[tuple[int, int]], start: int, stop: int) -> Sequence[tuple[int, int]]:
    """Those of ``spans`` (in order, not overlapping) that share a character with ``[start, stop)``."""
    low = bisect_left(spans, (start,))
    if low and spans[low - 1][1] > start:
        low -= 1
    return spans[low : bisect_left(spans, (stop,), low)]


class Overlaps(Generic[_T]):
    """Things that stand in a text, asked again and again for those that share a character with a stretch.

    ``place``: the span of a thing; an empty one is found where it stands inside. They may overlap and hold
    each other: a tree over their ends keeps every question at the logarithm of their number for each answer.
    """

    def __init__(self, things: Iterable[_T], place: Callable[[_T], tuple[int, int]]) -> None:
        at = [(*place(thing), order, thing) for order, thing in enumerate(things)]
        self._at = sorted(at, key=lambda a: a[:3])
        self._starts = [start for start, *_ in self._at]
        self._leaves = 1
        while self._leaves < len(at):
            self._leaves *= 2
        self._ends = [-1] * (2 * self._leaves)
        for leaf, (_, stop, *_) in enumerate(self._at, self._leaves):
            self._ends[leaf] = stop
        for node in range(self._leaves - 1, 0, -1):
            self._ends[node] = max(self._ends[2 * node : 2 * node + 2])

    def within(self, start: int, stop: int) -> Iterator[_T]:
        """The things with a character in ``[start, stop)``, in the order in which they were given."""
        before, found = bisect_left(self._starts, stop), []
        nodes = [(1, 0, self._leaves)]
        while nodes:
            node, low, high = nodes.pop()
            if low >= before or self._ends[node] <= start:
                continue
            if high - low == 1:
                found.append(self._at[low][2:])
            else:
                middle = (low + high) // 2
                nodes += [(2 * node, low, middle), (2 * node + 1, middle, high)]
        return (thing for _, thing in sorted(found, key=lambda f: f[0]))


__all__ = ["Overlaps", "Span", "touching", "trim", "union"]
