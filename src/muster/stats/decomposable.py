"""All decomposable graphs on up to seven lists, each as a signed sum of marginal tables.

A graph says which lists depend on each other. For a decomposable (chordal) one the probability of the table
is a product over cliques divided by a product over separators. Eliminating simplicial vertices one by one
gives that product: vertex v with neighbours S contributes (S ∪ {v}) upstairs and S downstairs. All graphs
go through the elimination together, as bit masks in arrays. 8, 61, 822, 18,154 and 617,675 graphs for 3 to
7 lists.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from muster.model.errors import Refused

MOST_LISTS = 7


@lru_cache(maxsize=8)
def decomposable(number: int) -> NDArray[np.int8]:
    """Coefficients, shape (graphs, 2**number): +1 a clique, −1 (or less) a separator, by mask of lists.

    Column 0, the empty set, is always 0. Seven lists take about a second and 80 MB; more are refused.
    """
    if not 2 <= number <= MOST_LISTS:
        raise Refused(
            f"graph averaging is exact for 2 to {MOST_LISTS} lists, not for {number}",
            next_step="merge lists that were made together, or use latent classes",
        )
    return _coefficients(_adjacency(number))


@lru_cache(maxsize=8)
def neighbours(number: int) -> NDArray[np.uint8]:
    """The neighbours of each list as a mask, shape (graphs, number), in the order of `decomposable`."""
    adjacency = _adjacency(number)
    return np.ascontiguousarray(adjacency[_chordal(adjacency)])


def _adjacency(number: int) -> NDArray[np.uint8]:
    edges = [(i, j) for j in range(number) for i in range(j)]
    graphs = np.arange(2 ** len(edges), dtype=np.uint32)
    adjacency = np.zeros((graphs.size, number), dtype=np.uint8)
    for e, (i, j) in enumerate(edges):
        there = ((graphs >> np.uint32(e)) & np.uint32(1)).astype(np.uint8)
        adjacency[:, i] |= there << np.uint8(j)
        adjacency[:, j] |= there << np.uint8(i)
    return adjacency


def _chordal(adjacency: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.asarray(_eliminate(adjacency)[0])


def _coefficients(adjacency: NDArray[np.uint8]) -> NDArray[np.int8]:
    chordal, steps = _eliminate(adjacency)
    number = adjacency.shape[1]
    rows = np.arange(int(chordal.sum()))
    out = np.zeros((rows.size, 2**number), dtype=np.int8)
    for clique, separator in steps:
        out[rows, clique[chordal]] += 1
        out[rows, separator[chordal]] -= 1
    out[:, 0] = 0
    out.flags.writeable = False
    return out


def _eliminate(
    adjacency: NDArray[np.uint8],
) -> tuple[NDArray[np.bool_], list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]]:
    """Which graphs are chordal, and (clique, separator) of each elimination step, for all graphs at once."""
    graphs, number = adjacency.shape
    left = np.full(graphs, 2**number - 1, dtype=np.uint8)
    chordal = np.ones(graphs, dtype=np.bool_)
    steps = []
    for _ in range(number):
        waiting = np.ones(graphs, dtype=np.bool_)
        clique = np.zeros(graphs, dtype=np.uint8)
        separator = np.zeros(graphs, dtype=np.uint8)
        for v in range(number):
            bit = np.uint8(1 << v)
            near = adjacency[:, v] & left
            simplicial = waiting & (left & bit != 0)
            for u in range(number):
                other = np.uint8(1 << u)
                strangers = near & ~other & ~adjacency[:, u]
                simplicial &= (near & other == 0) | (strangers == 0)
            clique[simplicial] = near[simplicial] | bit
            separator[simplicial] = near[simplicial]
            left[simplicial] &= ~bit
            waiting &= ~simplicial
        chordal &= ~waiting
        steps.append((clique, separator))
    return chordal, steps


__all__ = ["MOST_LISTS", "decomposable", "neighbours"]
