"""Which pairs of records are one person: the model of Fellegi and Sunter (1969), fitted without examples.

A pair is compared field by field; each comparison falls into one of a few levels, -1 where either record
says nothing. A level that is commoner among pairs of one person (``m``) than among other pairs (``u``)
speaks for a link, by log(m/u). The shares are found by EM (Winkler 1988): pairs that look linked define m,
m says which pairs look linked. All pairs count, not only the compared ones: those that no key brought
together are taken to be no links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from muster.model.errors import Refused

Numbers = NDArray[np.float64]
Levels = NDArray[np.int8]
Places = NDArray[np.int64]

# A level that was never met is not impossible: half a pair is added to each.
_HALF = 0.5
_STEPS = 300
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """P compared pairs out of ``pairs`` possible ones, in F fields.

    ``levels``, shape (P, F): 0 is full agreement, ``sizes[f] - 1`` the least, -1 unknown. ``rest[f]``, shape
    (sizes[f],): how many of the pairs that were not compared fall into each level.
    """

    levels: Levels
    sizes: tuple[int, ...]
    pairs: float
    rest: tuple[Numbers, ...]

    def __post_init__(self) -> None:
        if (
            self.levels.ndim != 2
            or self.levels.shape[1] != len(self.sizes)
            or len(self.rest) != len(self.sizes)
        ):
            raise Refused("levels have a row for each pair and a column for each field")
        if not len(self.levels):
            raise Refused("no two records have anything in common that could be compared")
        if (self.levels < -1).any() or (self.levels >= np.asarray(self.sizes)).any():
            raise Refused("a level is -1 for unknown, or a place among the levels of its field")
        if self.pairs < len(self.levels):
            raise Refused("fewer pairs are possible than were compared")


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """``m[f]``, ``u[f]``: shares of each level among pairs of one person and among others.

    ``prevalence``: the share of all possible pairs that are links; ``steps`` of EM; whether it ``converged``.
    """

    m: tuple[Numbers, ...]
    u: tuple[Numbers, ...]
    prevalence: float
    steps: int
    converged: bool

    def weights(self, levels: Levels) -> Numbers:
        """Natural log of the likelihood ratio by pair and field, shape (P, F); 0 where unknown."""
        return weights_of(levels, self.m, self.u)

    def probabilities(self, levels: Levels) -> Numbers:
        """The chance of each pair to be one person, before the rule of one record a list, shape (P,)."""
        odds = self.weights(levels).sum(axis=1) + np.log(self.prevalence / (1 - self.prevalence))
        return np.asarray(_chance(odds))


def fit(compared: Compared, *, most_links: float) -> Fit:
    """The shares by EM; ``most_links``: more pairs than this cannot be links (the sizes of the lists say so).

    A field's levels are taken to be independent given the truth. Deterministic.
    """
    kinds, at = np.unique(compared.levels, axis=0, return_inverse=True)
    counts = np.bincount(at.ravel(), minlength=len(kinds)).astype(float)
    m = tuple(_start(size) for size in compared.sizes)
    u = _shares(kinds, counts, compared, compared.rest)
    most = most_links / compared.pairs
    prevalence = most / 4
    chance = np.zeros(len(kinds))
    for step in range(1, _STEPS + 1):
        odds = weights_of(kinds, m, u).sum(axis=1) + np.log(prevalence / (1 - prevalence))
        before, chance = chance, _chance(odds)
        linked = counts * chance
        m = _shares(kinds, linked, compared, None)
        u = _shares(kinds, counts - linked, compared, compared.rest)
        prevalence = float(np.clip(linked.sum(), 0.5, most_links)) / compared.pairs
        if np.abs(chance - before).max() < _CLOSE:
            return Fit(m, u, prevalence, step, True)
    return Fit(m, u, prevalence, _STEPS, False)


def weights_of(levels: Levels, m: Sequence[Numbers], u: Sequence[Numbers]) -> Numbers:
    """log(m/u) by pair and field, 0 where unknown."""
    out = np.zeros(levels.shape)
    for f, (mine, theirs) in enumerate(zip(m, u, strict=True)):
        # Level -1 reads the last place, which is 0.
        out[:, f] = np.append(np.log(mine) - np.log(theirs), 0.0)[levels[:, f]]
    return out


def tallies(levels: Levels, weight: Numbers, sizes: Sequence[int]) -> tuple[Numbers, ...]:
    """How much weight of pairs falls into each level of each field; the unknown left out."""
    return tuple(
        np.asarray(
            np.bincount(levels[:, f].astype(np.int64) + 1, weights=weight, minlength=size + 1)[1:],
            dtype=float,
        )
        for f, size in enumerate(sizes)
    )


def _shares(
    kinds: Levels, weight: Numbers, compared: Compared, rest: Sequence[Numbers] | None
) -> tuple[Numbers, ...]:
    out = []
    for f, tally in enumerate(tallies(kinds, weight, compared.sizes)):
        whole = tally + _HALF + (rest[f] if rest is not None else 0.0)
        out.append(whole / whole.sum())
    return tuple(out)


def _start(size: int) -> Numbers:
    """Pairs of one person agree more often than not, and slight differences are commoner than great ones."""
    share = 0.45 ** np.arange(size)
    return np.asarray(share / share.sum())


def _chance(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -500, 500))))


__all__ = ["Compared", "Fit", "fit", "tallies", "weights_of"]
