"""Averaging over all decomposable graphs (Madigan and York 1997): which lists depend on each other is not
known.

Under a hyper-Dirichlet prior with ``delta`` in each of the 2**L cells the log marginal likelihood of a
graph is a sum of terms over its cliques minus one over its separators; of each marginal table only the cell
"on none of these lists" depends on those nobody saw. So all graphs at all totals are one product of
matrices. ``delta`` is 2**−L by default: one person's worth of prior in the whole table. Larger values drown
sparse tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from muster.model.errors import Refused
from muster.stats.decomposable import decomposable
from muster.stats.patterns import Lists
from muster.stats.posterior import Posterior
from muster.stats.priors import Prior, PriorOnTotal, cap_for

Numbers = NDArray[np.float64]

# A graph with less than this share of the mass on a coarse grid changes nothing that is printed.
_NEGLIGIBLE = 1e-17
_BLOCK = 200_000  # numbers of one block, about two megabytes: it stays in the cache


@dataclass(frozen=True, slots=True, eq=False)
class GraphAverage:
    """The posterior of the total, and the weights of the graphs (rows of ``decomposable(L)``; sum 1)."""

    posterior: Posterior
    weights: Numbers
    delta: float
    prior: PriorOnTotal


def average_graphs(
    lists: Lists,
    *,
    delta: float | None = None,
    prior: PriorOnTotal | None = None,
    exact: bool = False,
    points: int = 500,
    missing: NDArray[np.int64] | None = None,
) -> GraphAverage:
    """The posterior of the total over all decomposable graphs, each as likely as the next beforehand.

    ``exact``: every total of the prior's range; else a grid of about ``points`` that holds every small number
    and grows geometrically. ``missing``: a grid of your own (numbers of people nobody saw, increasing).
    Raises Refused for more than seven lists.
    """
    delta = 2.0**-lists.number if delta is None else delta
    if not 0 < delta < np.inf:
        raise Refused(f"delta must be above zero, not {delta}")
    prior = prior or Prior(most=cap_for(lists.seen))
    grid = _grid(prior, exact, points) if missing is None else missing.astype(float)
    width = _widths(grid)
    signs = decomposable(lists.number)
    fixed, shift = _terms(lists, delta)
    scale = delta * 2.0**lists.number
    keep = np.arange(len(signs))
    if grid.size > 256 or len(signs) > 5000:
        coarse = grid[np.unique(np.geomspace(1, grid.size, 48).astype(int) - 1)]
        weights = _sum_graphs(signs, fixed, shift, scale, lists.seen, coarse, _widths(coarse), prior)[1]
        keep = np.flatnonzero(weights > _NEGLIGIBLE)
    mass, found = _sum_graphs(signs[keep], fixed, shift, scale, lists.seen, grid, width, prior)
    weights = np.zeros(len(signs))
    weights[keep] = found
    return GraphAverage(Posterior(lists.seen, grid, mass, width), weights, delta, prior)


def cliques(lists: Lists, graph: int) -> str:
    """A graph's cliques in the names of the lists: "[A B][B C]"."""
    row = decomposable(lists.number)[graph]
    return "".join(
        f"[{' '.join(n for i, n in enumerate(lists.names) if int(a) >> i & 1)}]"
        for a in np.flatnonzero(row > 0)
    )


def _grid(prior: PriorOnTotal, exact: bool, points: int) -> Numbers:
    if exact or prior.most - prior.least < points:
        return np.arange(prior.least, prior.most + 1, dtype=float)
    rough = np.geomspace(max(prior.least, 1), prior.most, points)
    step_one = prior.least + np.arange(min(points // 10, 50))
    grid = np.unique(np.round(np.concatenate([step_one, rough])))
    return np.asarray(grid, dtype=float)


def _widths(grid: Numbers) -> Numbers:
    """How many integers each point stands for: the trapezoid rule, 1 where every integer is there."""
    if grid.size == 1:
        return np.ones(1)
    gaps = np.diff(grid)
    width = np.empty_like(grid)
    width[1:-1] = (gaps[1:] + gaps[:-1]) / 2
    width[0], width[-1] = (gaps[0] + 1) / 2, (gaps[-1] + 1) / 2
    return width


def _terms(lists: Lists, delta: float) -> tuple[Numbers, Numbers]:
    """For each mask A of lists: what does not depend on the missing, and the shift of what does."""
    cells = lists.counts.size
    patterns = np.arange(cells)
    fixed, shift = np.zeros(cells), np.zeros(cells)
    scale = delta * cells
    for mask in range(1, cells):
        share = scale / 2.0 ** mask.bit_count()
        counts = np.bincount(patterns & mask, weights=lists.counts, minlength=cells)
        shift[mask] = counts[0] + share
        counts[0] = 0.0
        there = counts[counts > 0]
        fixed[mask] = gammaln(scale) - gammaln(share) + (gammaln(there + share) - gammaln(share)).sum()
    return fixed, shift


def _sum_graphs(
    signs: NDArray[np.int8],
    fixed: Numbers,
    shift: Numbers,
    scale: float,
    seen: int,
    grid: Numbers,
    width: Numbers,
    prior: PriorOnTotal,
) -> tuple[Numbers, Numbers]:
    """Mass of each grid point and of each graph, both normalised."""
    used = np.flatnonzero((signs != 0).any(axis=0))
    common = prior.log(seen + grid) + gammaln(seen + grid + 1) - gammaln(grid + 1) + np.log(width)
    top = -np.inf
    mass, weights = np.zeros(grid.size), np.zeros(len(signs))
    for rows in _blocks(len(signs), 16_384):
        part = signs[rows][:, used].astype(float)
        constant = part @ fixed[used]
        for columns in _blocks(grid.size, max(16, _BLOCK // part.shape[0])):
            points = grid[columns]
            # Against the whole, so that large numbers cancel before they are multiplied.
            free = gammaln(points + shift[used][:, None]) - gammaln(points + seen + scale)
            logs = part @ free
            logs += constant[:, None]
            logs += common[columns]
            highest = float(logs.max())
            if highest > top:
                shrink = np.exp(top - highest)
                mass *= shrink
                weights *= shrink
                top = highest
            logs -= top
            np.exp(logs, out=logs)
            mass[columns] += logs.sum(axis=0)
            weights[rows] += logs.sum(axis=1)
    whole = mass.sum()
    return mass / whole, weights / whole


def _blocks(number: int, size: int) -> Iterator[slice]:
    for start in range(0, number, size):
        yield slice(start, min(start + size, number))


__all__ = ["GraphAverage", "average_graphs", "cliques"]
