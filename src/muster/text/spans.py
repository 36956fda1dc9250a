"""A stretch of characters: start inclusive, stop exclusive, in code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple


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
    for start, stop in sorted(spans):
        if joined and start <= joined[-1].stop:
            joined[-1] = Span(joined[-1].start, max(stop, joined[-1].stop))
        else:
            joined.append(Span(start, stop))
    return joined


def touching(spans: Sequence[tuple[int, int]], start: int, stop: int) -> Sequence[tuple[int, int]]:
    """Those of ``spans`` (in order, not overlapping) that share a character with ``[start, stop)``."""
    low = bisect_left(spans, (start,))
    if low and spans[low - 1][1] > start:
        low -= 1
    return spans[low : bisect_left(spans, (stop,), low)]


__all__ = ["Span", "touching", "trim", "union"]
