"""Quantities in, a ledger of estimates out: side by side, folded by origin, never averaged."""

from __future__ import annotations

from muster.count.clash import Disagreement, disagreements
from muster.count.counted import Counted
from muster.count.ledger import ledger, stream_ledger

__all__ = ["Counted", "Disagreement", "disagreements", "ledger", "stream_ledger"]
