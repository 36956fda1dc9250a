"""Counts document by document, what they come to, and how far that would move with other documents.

A figure is F1 where what was found is counted too, else the share that is right. Its interval is the
percentile bootstrap over documents (Efron & Tibshirani 1993, ch. 13), seeded: the same every time.
Every scorer of this folder counts, matches and draws with what stands here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

Span = tuple[int, int]
Spans = Sequence[Span]
# Two spans of a kind are the same where they share this much of what either has (the measure of the trade).
ALIKE = 0.3
_DRAWS = 1000
_SEED = 20310412
_LEAD = re.compile(r"""[\s"'“”„«»‘’–—,:;-]*(?:(?:that|что|що)\b)?[\s"'“”„«»‘’–—,:;-]*""", re.IGNORECASE)
_TAIL = re.compile(r"""[\s"'“”„«»‘’.,:;!?…–—-]+\Z""")

_YEAR_NOUN = re.compile(r"(?<=\d\d\d\d)(\s(?:рік|року|році|роком|років|роки|роках|р\.?))\Z", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:in|on|at|by|since|until|till|from|during|within|before|after|for|over|through"
    r"|в|во|на|с|со|к|ко|до|по|под|за|через|от|после|перед|около|у|від|од|з|із|зі|о|об|під|після|протягом|упродовж"
    r"|впродовж|близько)\s+",
    re.IGNORECASE,
)


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
        value, low, high = (100 * x for x in (self.value, self.low, self.high))
        return f"{self.metric:<48} {value:6.1f}  [{low:5.1f}, {high:5.1f}]  {self.counts()}"

    def counts(self) -> str:
        """``right of gold``, with the number found where that is counted."""
        return f"{self.right} of {self.gold}" + (f", found {self.found}" if self.found is not None else "")


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
        """Every metric, in the order first counted, but those of one name before a comma together."""
        names = list(dict.fromkeys(metric.partition(",")[0] for metric in self._counts))
        order = sorted(self._counts, key=lambda metric: (names.index(metric.partition(",")[0]), metric))
        return [self._figure(metric, np.array(list(self._counts[metric].values()))) for metric in order]

    def _figure(self, metric: str, rows: np.ndarray) -> Figure:
        f1 = metric in self._of_found
        right, gold, found = (int(n) for n in rows.sum(axis=0))
        low, high = interval(len(rows), lambda drawn: _value(rows[drawn].sum(axis=0), f1))
        return Figure(metric, _value((right, gold, found), f1), low, high, right, gold, found if f1 else None)


def interval(documents: int, value: Callable[[np.ndarray], float]) -> tuple[float, float]:
    """95 % of ``value`` over documents drawn with replacement; it gets the numbers of those drawn."""
    drawn = np.random.default_rng(_SEED).integers(0, documents, (_DRAWS, documents))
    low, high = np.percentile([value(draw) for draw in drawn], (2.5, 97.5))
    return float(low), float(high)


def _value(counts: Iterable[float], f1: bool) -> float:
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


def half_in(one: Spans, other: Spans) -> bool:
    """Whether at least half of the characters of ``one`` lie in ``other``."""
    return 2 * covered(one, other) >= length(one)


def share_of_either(one: Spans, other: Spans) -> float:
    """Characters that both have, of those that either has (Jaccard)."""
    both = covered(one, other)
    return both / (length(one) + length(other) - both) if both else 0.0


def same_spans(gold: Sequence[Spans], found: Sequence[Spans], least: float = ALIKE) -> list[tuple[int, int]]:
    """(gold, found) indices of spans alike enough, one to one, the most alike first."""
    alike = sorted(
        (-share, g, f)
        for g, a in enumerate(gold)
        for f, b in enumerate(found)
        if b[0][0] < a[-1][1] and a[0][0] < b[-1][1] and (share := share_of_either(a, b)) >= least
    )
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    same = []
    for _, g, f in alike:
        if g in free_gold and f in free_found:
            free_gold.remove(g)
            free_found.remove(f)
            same.append((g, f))
    return sorted(same)


def touching(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """(gold, found) indices of spans that overlap, one to one: the same characters first, then the first free
    one in the text (relaxed matching as in TempEval-3)."""
    free = dict(sorted(enumerate(found), key=lambda item: item[1]))
    same: dict[int, int] = {}
    for exact in (True, False):
        for g, (start, stop) in enumerate(gold):
            if g in same:
                continue
            hits = (
                f
                for f, (a, b) in free.items()
                if ((a, b) == (start, stop) if exact else a < stop and start < b)
            )
            if (hit := next(hits, None)) is not None:
                same[g] = hit
                del free[hit]
    return sorted(same.items())


def without_preposition(body: str, span: Span) -> Span:
    """The span without one preposition that opens it: whether a time begins with it is taste."""
    found = _PREPOSITION.match(body, *span)
    return (found.end(), span[1]) if found and found.end() < span[1] else span


def without_year_noun(body: str, span: Span) -> Span:
    """The span without «року» behind its year: our guidelines keep it within a time, the one corpus of
    Ukrainian times leaves it out, and the reader follows the corpus."""
    found = _YEAR_NOUN.search(body, *span)
    return (span[0], found.start(1)) if found else span


def distinct(spans: Iterable[Spans]) -> list[Spans]:
    """Each stretch once, in order."""
    return sorted({tuple((a, b) for a, b in one) for one in spans if one})


def narrowed(body: str, spans: Spans) -> Spans:
    """Without blanks and marks around, and without "that" before; as they were where nothing is left."""
    found = []
    for start, stop in spans:
        words = body[start:stop]
        lead, tail = _LEAD.match(words), _TAIL.search(words)
        start, stop = start + (lead.end() if lead else 0), stop - (len(tail.group()) if tail else 0)
        if start < stop:
            found.append((start, stop))
    return found or list(spans)


__all__ = [
    "ALIKE", "Figure", "Span", "Spans", "Tally", "covered", "distinct", "half_in", "interval", "length",
    "narrowed", "same_spans", "share_of_either", "touching", "without_preposition",
]  # fmt: skip
