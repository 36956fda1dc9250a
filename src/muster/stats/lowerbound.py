"""Chao's lower bound from those on one list and those on two.

With z_i people on list i alone and f2 people on exactly two lists, at least Σ_{i<j} z_i·z_j / (f2 + 1) were
seen by nobody (Chao 1987, with a chance of its own for each list: Chao, Lee and Jeng 1992). It holds where
people differ in how visible they are. It is NO bound where lists avoid each other: two organisations with
opposed publics make it too high.
"""

from __future__ import annotations

import numpy as np

from muster.stats.pairs import Bounds, lognormal
from muster.stats.patterns import Lists, on_lists

WARNING = (
    "Chao's value is a lower bound only where no two lists avoid each other; "
    "lists of opposed parties make it too high"
)


def chao(lists: Lists, level: float = 0.95) -> Bounds:
    """The bound (``best``) and a log-normal interval for it, in people."""
    times = on_lists(lists.number)
    alone = lists.counts[times == 1].astype(float)
    twice = float(lists.counts[times == 2].sum())
    once = alone.sum()
    missing = (once**2 - (alone**2).sum()) / 2 / (twice + 1)
    # Poisson counts through the delta method, and the Poisson spread of the missing themselves.
    variance = (alone * ((once - alone) / (twice + 1)) ** 2).sum()
    variance += twice * (missing / (twice + 1)) ** 2 + missing
    return lognormal(lists.seen, lists.seen + float(missing), float(np.float64(variance)), level)


__all__ = ["WARNING", "chao"]
