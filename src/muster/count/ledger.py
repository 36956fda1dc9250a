"""The ledger: figures that answer one question stand side by side, folded by origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from muster.count.counted import Counted
from muster.model.findings import Estimate


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures of one question whose ranges do not overlap (estimate ids)."""

    question: str
    higher: str
    lower: str
    same_date: bool


def ledger(counted: Iterable[Counted]) -> list[Estimate]:
    """All estimates of a project, questions with most origins first."""
    return list(stream_ledger(counted))


def stream_ledger(counted: Iterable[Counted]) -> Iterator[Estimate]:
    """As `ledger`, one estimate at a time."""
    raise NotImplementedError


def disagreements(estimates: Iterable[Estimate]) -> list[Disagreement]:
    """Figures of one question that cannot both hold."""
    raise NotImplementedError
