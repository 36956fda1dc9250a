"""Which questions the dossier shows: those with most origins, then those that say most."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from muster.model.findings import Estimate

Key = tuple[str, str, str, str]


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

    @property
    def reports(self) -> int:
        return max(self.span.reports if self.span else 0, sum(e.reports for e in self.stated))


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
    """The questions with most origins, then those that say most. ``again``: the same estimates once more."""
    spans: list[tuple[tuple[int, int], Key]] = []
    single: list[tuple[tuple[int, int, int], Key]] = []
    counted = Counter[str]()
    for e in estimates:
        counted[e.method] += 1
        if e.method == "span":
            _keep(spans, ((len(e.origins), e.reports), key_of(e)), limits.questions)
        else:
            named = (e.population != "not stated") + (e.place != "not stated")
            known = int(e.low is not None or e.high is not None)
            _keep(single, ((min(named, 1), min(e.reports, 99), known + named), key_of(e)), limits.questions)
    chosen = list(dict.fromkeys(key for _, key in sorted(spans, reverse=True)))
    chosen += dict.fromkeys(key for _, key in sorted(single, reverse=True))
    wanted = {key: Question(key) for key in list(dict.fromkeys(chosen))[: limits.questions]}
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
    # Sorting is stable: within each kind the order of choice stays.
    return Ledger(sorted(wanted.values(), key=_kind), counted["stated"], counted["span"])


def _kind(question: Question) -> int:
    """Several origins first, then shares, then several figures of one origin, then one figure."""
    if question.span is not None:
        return 0
    if question.unit == "share":
        return 1
    return 2 if len(question.stated) + question.more > 1 else 3


def _keep(heap: list[Any], item: Any, most: int) -> None:
    """Keep the ``most`` largest, each once."""
    if (len(heap) >= most and item <= heap[0]) or item in heap:
        return
    (heapq.heappush if len(heap) < most else heapq.heappushpop)(heap, item)


__all__ = ["Key", "Ledger", "Limits", "Question", "choose_questions", "key_of"]
