"""Latent classes: people differ in how visible they are (Manrique-Vallier 2016).

Eight or more plain Gibbs chains from different starts, and, where they do not agree, parallel tempering with
the total summed out. One chain alone must not be reported: it stays where it began.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from muster.model.errors import Refused
from muster.stats.chains import AGREED, WORTH, effective, rhat
from muster.stats.patterns import Lists
from muster.stats.posterior import Mode, Posterior, from_draws
from muster.stats.tempering import compiled_loops, temper

Numbers = NDArray[np.float64]

_LEAST = 0.01  # humps of this share of the mass are named


@dataclass(frozen=True, slots=True, eq=False)
class Latent:
    """Totals, shape (chains, draws), with what tells whether to believe them.

    ``rhat``, ``ess`` are those of ``totals``. ``modes``: humps of at least one in a hundred.
    ``chain_medians``, ``chains_rhat``: of the plain chains, whichever draws are reported. ``swaps``: the
    share of trades between temperatures that were taken, None where the plain chains are reported.
    """

    totals: Numbers
    posterior: Posterior
    rhat: float
    ess: float
    modes: tuple[Mode, ...]
    chain_medians: Numbers
    chains_rhat: float
    swaps: float | None
    classes: int
    cap: int

    @property
    def tempered(self) -> bool:
        """Whether the draws are those of tempered chains, the plain ones not having met."""
        return self.swaps is not None

    @property
    def settled(self) -> bool:
        """Whether the reported chains agree well enough for an interval."""
        return self.rhat <= AGREED and self.ess >= WORTH


def latent_classes(
    lists: Lists,
    *,
    chains: int = 8,
    kept: int = 2000,
    thin: int = 100,
    burn: int = 10_000,
    classes: int = 10,
    cap: int | None = None,
    tempered: bool | None = None,
    sweeps: int = 4000,
    temperatures: int = 16,
    rng: np.random.Generator,
    cores: int = 1,
) -> Latent:
    """The posterior of the total under up to ``classes`` classes.

    ``tempered``: None tempers where R-hat of the plain chains is above 1.01. Raises Refused for fewer than
    eight chains. With numba (extra ``fast``) 100,000 iterations of a chain take about a second, and 4,000
    tempered sweeps of all about a quarter of a minute; without it both take many times as long.
    """
    if chains < 8:
        raise Refused(f"latent classes need at least 8 chains, not {chains}: one chain sits in one mode")
    cap = 20 * lists.seen if cap is None else cap
    plain = gibbs_chains(
        lists, chains=chains, kept=kept, thin=thin, burn=burn, classes=classes, cap=cap, rng=rng,
        cores=cores,
    )  # fmt: skip
    apart = rhat(plain)
    totals = plain
    swaps = None
    if apart > AGREED if tempered is None else tempered:
        drawn = temper(
            lists, chains=chains, temperatures=temperatures, sweeps=sweeps, classes=classes, cap=cap, rng=rng
        )
        totals, swaps = lists.seen + drawn.missing, drawn.swaps
    posterior = from_draws(lists.seen, totals.ravel())
    return Latent(
        totals=totals,
        posterior=posterior,
        rhat=rhat(totals),
        ess=effective(totals),
        modes=posterior.modes(_LEAST),
        chain_medians=np.median(plain, axis=1),
        chains_rhat=apart,
        swaps=swaps,
        classes=classes,
        cap=cap,
    )


def gibbs_chains(
    lists: Lists,
    *,
    chains: int,
    kept: int,
    thin: int,
    burn: int,
    classes: int,
    cap: int,
    rng: np.random.Generator,
    cores: int = 1,
) -> Numbers:
    """Totals, shape (chains, kept), of the augmented Gibbs sampler; compiled where numba is installed."""
    patterns = np.append(np.flatnonzero(lists.counts), 0)
    on = ((patterns[:, None] >> np.arange(lists.number)) & 1).T.astype(np.bool_).copy()
    counts = np.append(lists.counts[patterns[:-1]], 0)
    fast = compiled_loops()
    if fast is None:
        return lists.seen + _array_gibbs(on, counts, chains, classes, burn, thin, kept, cap, rng)
    seeds = rng.integers(2**31 - 1, size=chains)
    # Compiled chains let go of the interpreter, and each has a generator of its own.
    with ThreadPoolExecutor(max_workers=max(1, min(cores, chains))) as pool:
        jobs = [
            pool.submit(fast.gibbs, on, counts, classes, burn, thin, kept, cap, int(seed)) for seed in seeds
        ]
        drawn = [job.result() for job in jobs]
    return np.asarray(lists.seen + np.array(drawn))


def _array_gibbs(
    on: NDArray[np.bool_],
    counts: NDArray[np.int64],
    chains: int,
    classes: int,
    burn: int,
    thin: int,
    kept: int,
    cap: int,
    rng: np.random.Generator,
) -> Numbers:
    """The same sampler with all chains as rows of arrays."""
    seen = int(counts.sum())
    yes, no = on.T.astype(float), 1 - on.T.astype(float)
    weights = np.tile(0.5 ** np.arange(1.0, classes + 1), (chains, 1))
    chances = rng.random((chains, classes, len(on)))
    missing, alpha = np.full(chains, seen), np.full(chains, 0.5)
    out = np.empty((chains, kept))
    for step in range(burn + thin * kept):
        logs = np.einsum("rkj,cj->rck", np.log(chances), yes) + np.einsum(
            "rkj,cj->rck", np.log1p(-chances), no
        )
        p = np.maximum(weights, 1e-300)[:, None, :] * np.exp(logs)
        p /= p.sum(axis=2, keepdims=True)
        table = np.tile(counts, (chains, 1))
        table[:, -1] = missing
        allotted = rng.multinomial(table, p).astype(float)
        sizes = allotted.sum(axis=1)
        hits = np.einsum("rck,cj->rkj", allotted, yes)
        _order_labels(sizes, hits, weights, rng)
        chances = rng.beta(1 + hits, 1 + sizes[:, :, None] - hits).clip(1e-12, 1 - 1e-12)
        behind = sizes[:, ::-1].cumsum(axis=1)[:, ::-1]
        up = rng.standard_gamma(1 + sizes[:, :-1])
        down = np.maximum(rng.standard_gamma(alpha[:, None] + behind[:, 1:]), 1e-300)
        left = np.cumprod(down / (up + down), axis=1)
        weights[:, :-1] = up / (up + down)
        weights[:, 1:-1] *= left[:, :-1]
        weights[:, -1] = left[:, -1]
        rest = -np.log(down / (up + down)).sum(axis=1)
        alpha = np.maximum(rng.standard_gamma(classes - 0.75, chains) / (0.25 + rest), 1e-6)
        silent = (weights * np.prod(1 - chances, axis=2)).sum(axis=1)
        missing = _missing(seen, silent / (1 - silent), cap, rng)
        if step >= burn and (step - burn + 1) % thin == 0:
            out[:, (step - burn) // thin] = missing
    return out


def _missing(seen: int, odds: Numbers, cap: int, rng: np.random.Generator) -> NDArray[np.int64]:
    drawn = rng.poisson(rng.standard_gamma(seen, odds.size) * odds)
    for _try in range(1000):
        over = drawn > cap
        if not over.any():
            break
        drawn[over] = rng.poisson(rng.standard_gamma(seen, int(over.sum())) * odds[over])
    return np.asarray(np.minimum(drawn, cap))


def _order_labels(sizes: Numbers, hits: Numbers, weights: Numbers, rng: np.random.Generator) -> None:
    """Labels change places (Papaspiliopoulos and Roberts 2008), or a chain keeps the order it began with."""
    rows, classes = sizes.shape
    every = np.arange(rows)
    one: NDArray[np.int64] = rng.integers(classes, size=(rows,))
    two: NDArray[np.int64] = rng.integers(classes, size=(rows,))
    logs = np.log(np.maximum(weights, 1e-300))
    gain: Numbers = (sizes[every, one] - sizes[every, two]) * (logs[every, two] - logs[every, one])
    took = np.log(rng.random(rows)) < gain
    _trade(sizes, hits, every[took], one[took], two[took])
    k: NDArray[np.int64] = rng.integers(classes - 2, size=(rows,))
    upto = np.hstack([np.zeros((rows, 1)), np.cumsum(weights, axis=1)])
    rest = 1 - upto[every, k]
    sound = (rest > 1e-12) & (weights[every, k] < rest * (1 - 1e-12))
    rest = np.where(sound, rest, 1.0)
    first = np.where(sound, weights[every, k] / rest, 0.5)
    second = np.minimum(weights[every, k + 1] / np.maximum(rest * (1 - first), 1e-300), 1 - 1e-12)
    gain = sizes[every, k] * np.log1p(-second) - sizes[every, k + 1] * np.log1p(-first)
    took = sound & (np.log(rng.random(rows)) < gain)
    _trade(sizes, hits, every[took], k[took], k[took] + 1)
    weights[every[took], k[took]] = (rest * second)[took]
    weights[every[took], k[took] + 1] = (rest * (1 - second) * first)[took]


def _trade(
    sizes: Numbers, hits: Numbers, rows: NDArray[np.int64], one: NDArray[np.int64], two: NDArray[np.int64]
) -> None:
    for mine in (sizes, hits):
        mine[rows, one], mine[rows, two] = mine[rows, two].copy(), mine[rows, one].copy()


__all__ = ["AGREED", "Latent", "gibbs_chains", "latent_classes"]
