"""Counts document by document, what they come to, and how far that would move with other documents.

A figure is F1 where what was found is counted too, else the share that is right. Its interval is the
percentile bootstrap over documents (Efron & Tibshirani 1993, ch. 13), seeded: the same every time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

Spans = Sequence[tuple[int, int]]
_DRAWS = 1000
_SEED = 20310412


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with its 95 % interval; ``found`` is None where only gold is counted."""

    metric: str
    value: float
    low: float
    high: float
    right: int
    gold: int
    found: int | None

    def line(self) -> str:
        """As one line of a table: metric, per cent, interval, counts."""
        of = f"{self.right} of {self.gold}" + (f", found {self.found}" if self.found is not None else "")
        value, low, high = (100 * x for x in (self.value, self.low, self.high))
        return f"{self.metric:<44} {value:6.1f}  [{low:5.1f}, {high:5.1f}]  {of}"


class Tally:
    """Counts by metric and document: right, in gold, found (0 where that is not counted)."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
        self._of_found: set[str] = set()

    def add(self, document: str, metric: str, right: int, gold: int, found: int | None = None) -> None:
        """More counts of one metric from one document."""
        row = self._counts[metric][document]
        row[0] += right
        row[1] += gold
        if found is not None:
            self._of_found.add(metric)
            row[2] += found

    def figures(self) -> list[Figure]:
        """Every metric, in the order in which it was first counted."""
        return [self._figure(metric, np.array(list(rows.values()))) for metric, rows in self._counts.items()]

    def _figure(self, metric: str, rows: np.ndarray) -> Figure:
        f1 = metric in self._of_found
        whole = rows.sum(axis=0)
        draw = np.random.default_rng(_SEED).integers(0, len(rows), (_DRAWS, len(rows)))
        low, high = np.percentile([_value(rows[d].sum(axis=0), f1) for d in draw], (2.5, 97.5))
        right, gold, found = (int(n) for n in whole)
        return Figure(metric, _value(whole, f1), float(low), float(high), right, gold, found if f1 else None)


def _value(counts: np.ndarray, f1: bool) -> float:
    right, gold, found = (float(n) for n in counts)
    if f1:
        return 2 * right / (gold + found) if gold + found else 0.0
    return right / gold if gold else 0.0


def covered(one: Spans, other: Spans) -> int:
    """Characters of ``one`` that lie in ``other``; the spans of each do not overlap one another."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def length(spans: Spans) -> int:
    """Characters of non-overlapping spans."""
    return sum(b - a for a, b in spans)


def share_of_either(one: Spans, other: Spans) -> float:
    """Characters that both have, of those that either has (Jaccard)."""
    both = covered(one, other)
    return both / (length(one) + length(other) - both) if both else 0.0


def same_spans(gold: Sequence[Spans], found: Sequence[Spans], least: float) -> list[tuple[int, int]]:
    """(gold, found) indices of spans alike enough, one to one, the most alike first."""
    alike = sorted(
        (-share, g, f)
        for g, a in enumerate(gold)
        for f, b in enumerate(found)
        if (share := share_of_either(a, b)) >= least and share > 0
    )
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    same = []
    for _, g, f in alike:
        if g in free_gold and f in free_found:
            free_gold.remove(g)
            free_found.remove(f)
            same.append((g, f))
    return sorted(same)


def distinct(spans: Iterable[Spans]) -> list[Spans]:
    """Each stretch once, in order."""
    return sorted({tuple((a, b) for a, b in one) for one in spans if one})


__all__ = ["Figure", "Spans", "Tally", "covered", "distinct", "length", "same_spans", "share_of_either"]
