"""Which questions the dossier shows, and in which order: those that matter most first."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from muster.model.findings import Estimate

Key = tuple[str, str, str, str]
NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each is shown. A dossier of the largest project stays under 20 MB with these."""

    questions: int = 200
    figures: int = 25
    reports: int = 12
    documents: int = 300
    characters: int = 2_000_000
    characters_each: int = 20_000
    speakers: int = 60
    claims: int = 8
    ribbons: int = 30
    origins: int = 12
    carriers: int = 6
    ribbon_documents: int = 60
    drifts: int = 12
    events: int = 200
    rows: int = 200
    inputs: int = 500


@dataclass(slots=True)
class Question:
    """One question: its span, if several origins answer it, and the figures of each origin."""

    key: Key
    span: Estimate | None = None
    stated: list[Estimate] = field(default_factory=list)
    more: int = 0

    @property
    def unit(self) -> str:
        return self.key[3]

    @property
    def origins(self) -> set[str]:
        found = self.span.origins if self.span else ()
        return {o for e in self.stated for o in e.origins} | set(found)


@dataclass(slots=True)
class Ledger:
    """The questions shown, and how many figures there are in all."""

    questions: list[Question]
    figures: int
    spans: int


def key_of(e: Estimate) -> Key:
    """What makes two estimates answers to one question."""
    return (e.question, e.population, e.place, e.unit)


def choose_questions(estimates: Iterable[Estimate], again: Iterable[Estimate], limits: Limits) -> Ledger:
    """The questions that matter most (see `rank_of`). ``again``: the same estimates once more."""
    best: list[tuple[Rank, Key]] = []
    counted = Counter[str]()
    # The ledger gives the estimates of one question one after the other.
    for key, group in groupby(_counting(estimates, counted), key_of):
        _keep(best, (rank_of(group), key), 2 * limits.questions)
    chosen = dict.fromkeys(key for _, key in sorted(best, key=lambda pair: (_turned(pair[0]), pair[1])))
    wanted = {key: Question(key) for key in list(chosen)[: limits.questions]}
    for e in again:
        question = wanted.get(key_of(e))
        if question is None:
            continue
        if e.method == "span":
            question.span = e
        elif len(question.stated) < limits.figures:
            question.stated.append(e)
        else:
            question.more += 1
    return Ledger(list(wanted.values()), counted["stated"], counted["span"])


Rank = tuple[bool, int, bool, int, bool, float]
_ASKER = ", as counted by "
_WORDS = re.compile(r"[^\W_]+")
# More words than these in a title are a sentence cut loose, not the name of what is counted.
_LONGEST_TITLE = 12


def rank_of(estimates: Iterable[Estimate]) -> Rank:
    """How much a question matters, by its estimates; the larger tuple is shown first.

    Whole questions before thin ones (one word, or only that origin can know what it means) and cut-loose
    sentences; then several origins before one before none; then a stated population or place; then
    origins and reports; then shares, then large numbers.
    """
    reports, largest = 0, 0.0
    origins: set[str] = set()
    span = False
    for e in estimates:
        span |= e.method == "span"
        reports += e.reports if e.method != "span" else 0
        origins.update(e.origins)
        largest = max([largest, *(abs(b) for b in (e.low, e.high) if b is not None)])
    share = e.unit == "share"
    # Of which whole a share is told is in its question or its population.
    named = share or e.place != NOT_STATED or (e.population != NOT_STATED and e.population not in e.question)
    words = len(_WORDS.findall(e.question.partition(_ASKER)[0]))
    thin = _ASKER in e.question or (words < 4 and not named)
    whole = span or (not thin and words <= _LONGEST_TITLE)
    weight = len(origins) * 1000 + min(reports, 999)
    return (whole, min(len(origins), 2) if span else bool(origins), named, weight, share, largest)


def _counting(estimates: Iterable[Estimate], counted: Counter[str]) -> Iterator[Estimate]:
    for e in estimates:
        counted[e.method] += 1
        yield e


def _turned(rank: Rank) -> tuple[float, ...]:
    return tuple(-float(x) for x in rank)


def _keep(heap: list[Any], item: Any, most: int) -> None:
    """Keep the ``most`` largest, each once."""
    if (len(heap) >= most and item <= heap[0]) or item in heap:
        return
    (heapq.heappush if len(heap) < most else heapq.heappushpop)(heap, item)


__all__ = ["Key", "Ledger", "Limits", "Question", "choose_questions", "key_of", "rank_of"]
