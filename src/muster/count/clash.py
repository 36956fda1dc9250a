"""Figures of one question that cannot both hold: found, named, never settled by a machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from muster.model.findings import Estimate


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures of one question, of different origins, whose ranges do not overlap (estimate ids).

    ``same_date``: they speak of the same time, so that a change in between cannot explain it.
    """

    question: str
    higher: str
    lower: str
    same_date: bool


def apart(lower: Estimate, higher: Estimate) -> bool:
    """True where every value of ``higher`` lies above every value of ``lower``."""
    if lower.high is None or higher.low is None:
        return False
    if higher.low > lower.high:
        return True
    return higher.low == lower.high and (higher.low_exclusive or lower.high_exclusive)


def day_of(by_when: str) -> str:
    """``by_when`` without the loose words a report used: ``as of 2031-05-04 (“Saturday”)``."""
    return by_when.partition(" (“")[0]


def clash(figures: Sequence[Estimate]) -> Disagreement | None:
    """The widest disagreement among ``stated`` figures of one question, of the same date if there is one.

    Linear in the figures but for a sort: only the highest floors and lowest ceilings are compared.
    """
    by_date: dict[str, list[Estimate]] = {}
    for figure in figures:
        by_date.setdefault(day_of(figure.by_when), []).append(figure)
    for date in sorted(by_date):
        pair = _extremes(by_date[date])
        if pair is not None:
            return Disagreement(pair[0].question, pair[1].id, pair[0].id, same_date=date != "not stated")
    pair = _extremes(figures) if len(by_date) > 1 else None
    return Disagreement(pair[0].question, pair[1].id, pair[0].id, same_date=False) if pair else None


def _extremes(figures: Sequence[Estimate]) -> tuple[Estimate, Estimate] | None:
    """(lower, higher) of two origins, where the ranges do not overlap."""
    floors = _one_of_two_origins(
        sorted((f for f in figures if f.low is not None), key=lambda f: (-(f.low or 0), f.id))
    )
    ceilings = _one_of_two_origins(
        sorted((f for f in figures if f.high is not None), key=lambda f: (f.high or 0, f.id))
    )
    for higher in floors:
        for lower in ceilings:
            if higher.origins != lower.origins and apart(lower, higher):
                return lower, higher
    return None


def _one_of_two_origins(figures: list[Estimate]) -> list[Estimate]:
    """The first figure, and the first of another origin than that: no pair of extremes needs more."""
    out = figures[:1]
    out.extend(f for f in figures[1:] if f.origins != out[0].origins)
    return out[:2]


def disagreements(estimates: Iterable[Estimate]) -> list[Disagreement]:
    """One disagreement for every span whose origins contradict each other, in the order given.

    ``estimates``: a whole ledger, in any order. Denied and supposed figures take no part.
    """
    spans: list[Estimate] = []
    held: dict[str, Estimate] = {}
    for e in estimates:
        if e.method == "span":
            spans.append(e)
        elif e.method == "stated" and e.origins:
            held[e.rests_on[0]] = e
    found = (clash([held[q] for q in span.rests_on if q in held]) for span in spans)
    return [d for d in found if d is not None]


__all__ = ["Disagreement", "apart", "clash", "day_of", "disagreements"]
