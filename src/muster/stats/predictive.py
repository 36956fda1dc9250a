"""Would the fitted model have produced the overlaps that were seen? Posterior predictive replicates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from muster.stats.decomposable import decomposable, neighbours
from muster.stats.graphs import GraphAverage
from muster.stats.patterns import Lists

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Predictive:
    """``low``, ``high``: middle 95 % of the replicates of each pattern, shape (2**L,); cell 0 is nobody's.

    ``p``: how often a replicate is further from its expectation than the table is (Freeman–Tukey): near 0 the
    model does not fit. ``outside``: patterns whose count lies outside its middle 95 %.
    """

    low: Numbers
    high: Numbers
    p: float
    outside: tuple[int, ...]


def predict(lists: Lists, average: GraphAverage, *, draws: int = 400, rng: np.random.Generator) -> Predictive:
    """Replicates under graph averaging: graph, total, cell probabilities and counts all drawn."""
    counts = np.empty((draws, lists.counts.size))
    expected = np.empty_like(counts)
    totals = average.posterior.draws(draws, rng)
    graphs = rng.choice(average.weights.size, size=draws, p=average.weights / average.weights.sum())
    around = neighbours(lists.number)
    assert len(around) == len(decomposable(lists.number))
    for d in range(draws):
        missing = max(0, round(float(totals[d])) - lists.seen)
        table = lists.counts.astype(float)
        table[0] = missing
        p = _cells(around[graphs[d]], table + average.delta, rng)
        expected[d] = p * table.sum()
        counts[d] = rng.multinomial(int(table.sum()), p / p.sum())
    return compare(lists, counts, expected)


def compare(lists: Lists, counts: Numbers, expected: Numbers) -> Predictive:
    """Replicates ``counts`` and their ``expected`` values, both (draws, 2**L), against the table."""
    low, high = np.quantile(counts, [0.025, 0.975], axis=0)
    root = np.sqrt(expected[:, 1:])
    theirs = ((np.sqrt(counts[:, 1:]) - root) ** 2).sum(axis=1)
    ours = ((np.sqrt(lists.counts[1:]) - root) ** 2).sum(axis=1)
    out = np.flatnonzero((lists.counts < low) | (lists.counts > high))
    return Predictive(low, high, float((theirs >= ours).mean()), tuple(int(c) for c in out if c))


def _cells(around: NDArray[np.uint8], weights: Numbers, rng: np.random.Generator) -> Numbers:
    """Cell probabilities from the hyper-Dirichlet posterior of one graph: betas along its elimination."""
    number = around.size
    patterns = np.arange(weights.size)
    p = np.ones(weights.size)
    for v, near in _elimination([int(a) for a in around], number):
        context = patterns & near
        on = (patterns >> v & 1).astype(bool)
        yes = np.bincount(context[on], weights=weights[on], minlength=weights.size)
        no = np.bincount(context[~on], weights=weights[~on], minlength=weights.size)
        chance = np.zeros(weights.size)
        used = (yes + no) > 0
        chance[used] = rng.beta(yes[used], no[used])
        p *= np.where(on, chance[context], 1 - chance[context])
    return p


def _elimination(around: list[int], number: int) -> list[tuple[int, int]]:
    """(vertex, its neighbours among those left) in a perfect order."""
    left, out = (1 << number) - 1, []
    while left:
        for v in range(number):
            near = around[v] & left
            if left >> v & 1 and all(
                near & ~(1 << u) & ~around[u] == 0 for u in range(number) if near >> u & 1
            ):
                out.append((v, near))
                left &= ~(1 << v)
                break
    return out


__all__ = ["Predictive", "compare", "predict"]
