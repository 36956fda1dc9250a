"""Two lists: Chapman's estimate, and the band of what dependence between the lists would make of it.

Chapman (1951) with the log-normal interval of Burnham as in Chao (1987); the odds-ratio band follows Lum and
Ball (2015). Two lists cannot tell whether they are independent: the band is the answer, the point is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from muster.model.errors import Refused
from muster.stats.patterns import Lists

ODDS = (0.5, 1.0, 2.0, 3.0, 4.0)


@dataclass(frozen=True, slots=True)
class Bounds:
    """An estimate of a total with its interval; all three are numbers of people."""

    low: float
    best: float
    high: float


def chapman(first: int, second: int, both: int, level: float = 0.95) -> Bounds:
    """(n1+1)(n2+1)/(m+1) − 1 with a log-normal interval on those nobody saw.

    ``first``, ``second``: sizes of the lists; ``both``: people on both. Raises Refused without overlap.
    """
    if both <= 0:
        raise Refused("the two lists share nobody: any total is as likely as any other")
    if both > min(first, second):
        raise Refused(f"{both} people on both lists, but only {min(first, second)} on one of them")
    n = first + second - both
    best = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    return lognormal(n, best, variance, level)


def lognormal(seen: float, best: float, variance: float, level: float = 0.95) -> Bounds:
    """An interval that never falls below those seen: n + (N−n)/C to n + (N−n)·C (Chao 1987)."""
    missing = best - seen
    if missing <= 0 or variance <= 0:
        return Bounds(float(seen), max(best, float(seen)), max(best, float(seen)))
    c = exp(float(ndtri((1 + level) / 2)) * sqrt(log(1 + variance / missing**2)))
    return Bounds(seen + missing / c, best, seen + missing * c)


def odds_band(first_only: int, second_only: int, both: int, odds: tuple[float, ...] = ODDS) -> list[float]:
    """The total for each odds ratio between being on one list and on the other: n + ξ·n10·n01/n11.

    ξ = 1: independent; ξ > 1: who is on one is more likely on the other, and more were missed.
    """
    if both <= 0:
        raise Refused("the two lists share nobody: the odds ratio band has no end")
    n = first_only + second_only + both
    return [n + xi * first_only * second_only / both for xi in odds]


def pairwise(lists: Lists, level: float = 0.95) -> dict[tuple[int, int], Bounds | None]:
    """Chapman for every two lists; None where they share nobody."""
    found: dict[tuple[int, int], Bounds | None] = {}
    for j in range(lists.number):
        for i in range(j):
            both = lists.overlap(i, j)
            found[i, j] = chapman(lists.size(i), lists.size(j), both, level) if both else None
    return found


def pairwise_matrix(lists: Lists) -> NDArray[np.float64]:
    """Chapman's estimates, shape (L, L), symmetric; NaN on the diagonal and where two lists share nobody."""
    out = np.full((lists.number, lists.number), np.nan)
    for (i, j), bounds in pairwise(lists).items():
        if bounds is not None:
            out[i, j] = out[j, i] = bounds.best
    return out


__all__ = ["ODDS", "Bounds", "chapman", "lognormal", "odds_band", "pairwise", "pairwise_matrix"]
