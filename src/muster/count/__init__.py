"""Quantities and questions in, ledgers and answers out: side by side, folded by origin, never averaged."""

from __future__ import annotations

from muster.count.answers import answer, effect, estimate_of
from muster.count.asking import UNITS, question_from
from muster.count.clash import Disagreement, disagreements
from muster.count.counted import Counted
from muster.count.coverage import coverage
from muster.count.ledger import ledger, stream_ledger
from muster.count.moved import moved
from muster.count.periods import differences, series
from muster.count.statements import Page, statements

__all__ = [
    "UNITS", "Counted",
    "Disagreement", "Page", "answer", "coverage", "differences", "disagreements", "effect",
    "estimate_of", "ledger", "moved", "question_from", "series", "statements", "stream_ledger",
]  # fmt: skip
