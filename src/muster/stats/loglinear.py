"""Log-linear models of overlapping lists: all of them, weighed by BIC, with profile and bootstrap intervals.

Models: Fienberg (1972). BIC with log n, n the number of people seen, and every parameter of the model
counted, also those at minus infinity: two models that differ only in such a parameter are one model, and
the smaller one is preferred. Bootstrap with the choice of model made again in each replicate: Silverman,
Chan and Vincent (2024); an interval of one chosen model alone is too narrow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import chdtrc, chdtri, gammaln, ndtr, ndtri, xlogy

from muster.model.errors import Refused
from muster.stats.existence import examine
from muster.stats.fitting import Fits, fit, stacked
from muster.stats.hierarchical import Model, from_generators, hierarchical, superset_sums
from muster.stats.pairs import Bounds
from muster.stats.patterns import Lists

Numbers = NDArray[np.float64]

# Models within this BIC of the best are chosen from again in a replicate, at most so many of them.
_WINDOW, _MOST_MODELS = 10.0, 200


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Models that have an answer, best BIC first; ``weights`` are exp(−BIC/2), sum 1.

    ``totals`` and ``errors`` (standard errors) are numbers of people. ``refused``: how many models have no
    answer on this table. ``fitted``: expected counts, shape (models, 2**L), cell 0 left at 0.
    """

    lists: Lists
    models: tuple[Model, ...]
    totals: Numbers
    errors: Numbers
    loglik: Numbers
    aic: Numbers
    bic: Numbers
    weights: Numbers
    fitted: Numbers
    refused: int

    @property
    def averaged(self) -> float:
        """The total averaged over models by their weights."""
        return float((self.weights * self.totals).sum())


def fit_all(lists: Lists) -> Fitted:
    """All hierarchical models of 2 to 5 lists on the table. Raises Refused where none has an answer."""
    return fit_models(lists, hierarchical(lists.number))


def fit_models(lists: Lists, models: tuple[Model, ...]) -> Fitted:
    """The given models on the table, best BIC first."""
    fits = fit(lists.counts.astype(float), stacked(models))
    good = np.flatnonzero(fits.ok)
    if not good.size:
        raise Refused(
            "no log-linear model has an answer on this table: too many lists share nobody",
            next_step="merge or leave out lists that meet no other",
        )
    parameters = np.array([len(models[g]) for g in good])
    aic = -2 * fits.loglik[good] + 2 * parameters
    bic = -2 * fits.loglik[good] + parameters * np.log(lists.seen)
    order = np.lexsort((parameters, np.round(bic, 9)))
    rows = good[order]
    weights = np.exp(-(bic[order] - bic.min()) / 2)
    return Fitted(
        lists=lists,
        models=tuple(models[r] for r in rows),
        totals=lists.seen + fits.missing[rows],
        errors=np.sqrt(fits.missing[rows] + fits.missing[rows] ** 2 * fits.variance[rows]),
        loglik=fits.loglik[rows],
        aic=aic[order],
        bic=bic[order],
        weights=weights / weights.sum(),
        fitted=fits.fitted[rows],
        refused=len(models) - good.size,
    )


def profile(lists: Lists, model: Model, level: float = 0.95) -> Bounds:
    """The profile interval of one model: totals whose deviance, with the empty cell filled, is near the
    least.

    The number nobody saw is put into cell 0 as if it had been counted and the whole table is fitted; totals
    at which the deviance exceeds its minimum by at most the chi-square quantile are inside. Raises Refused
    where the model has no answer.
    """
    design, cells, best = _complete(lists, model)
    limit = float(chdtri(1, 1 - level))

    def excess(missing: float) -> float:
        return _deviance(design, np.append(missing, lists.counts[cells]).astype(float)) - least - limit

    least = _deviance(design, np.append(best, lists.counts[cells]))
    low = 0.0 if excess(0.0) <= 0 else brentq(excess, 0.0, best, xtol=1e-6 * best)
    far = 2 * best + 10
    while excess(far) < 0:
        far *= 2
        if far > 1e9 * lists.seen:
            return Bounds(lists.seen + low, lists.seen + best, np.inf)
    high = brentq(excess, best, far, xtol=1e-6 * best)
    return Bounds(lists.seen + float(low), lists.seen + best, lists.seen + float(high))


def _complete(lists: Lists, model: Model) -> tuple[Numbers, NDArray[np.int64], float]:
    one = fit(lists.counts.astype(float), stacked([model]))
    if not one.ok[0]:
        raise Refused(f"this model has no answer on this table: {examine(lists, model)}")
    margins = superset_sums(lists.counts.astype(float))
    cells = np.flatnonzero(one.fitted[0] > 0)
    kept = np.array(sorted(m for m in model if margins[m] > 0))
    full = np.append(0, cells)
    return (full[:, None] & kept == kept).astype(float), cells, float(one.missing[0])


def _deviance(design: Numbers, counts: Numbers) -> float:
    """The least deviance of a complete table by Newton steps."""
    theta = np.linalg.lstsq(design, np.log(counts + 0.1), rcond=None)[0]
    mu = np.exp(design @ theta)
    for _ in range(60):
        change = np.linalg.solve(design.T @ (mu[:, None] * design), design.T @ (counts - mu))
        theta += change * min(1.0, 3.0 / max(float(np.abs(change).max()), 1e-300))
        mu = np.exp(design @ theta)
        if np.abs(change).max() < 1e-11:
            break
    return float(2 * (xlogy(counts, counts / mu) - counts + mu).sum())


# --- choosing again in every replicate ---------------------------------------------------------------

Choose = Callable[[Numbers], Numbers]


def resample(lists: Lists, number: int, rng: np.random.Generator) -> Numbers:
    """``number`` tables of the same people drawn with replacement, shape (number, 2**L)."""
    return rng.multinomial(lists.seen, lists.counts / lists.seen, size=number).astype(float)


def best_of(models: tuple[Model, ...], start: Numbers | None = None) -> Choose:
    """Chooses the model of least BIC among ``models`` for each table and gives its total."""
    masks = stacked(models)
    parameters = np.array([len(m) for m in models])

    def choose(tables: Numbers) -> Numbers:
        out = np.empty(len(tables))
        for row, table in enumerate(tables):
            fits: Fits = fit(table, masks, start)
            bic = -2 * fits.loglik + parameters * np.log(table.sum())
            bic[~fits.ok] = np.inf
            best = int(np.argmin(bic))
            out[row] = table.sum() + fits.missing[best] if np.isfinite(bic[best]) else np.nan
        return out

    return choose


def stepwise(number: int, threshold: float = 0.02) -> Choose:
    """Adds to independence the pair of lists with the smallest p value while it is below ``threshold``.

    The p value is that of the likelihood ratio; for two lists that share nobody, the probability that a
    Poisson count with the fitted mean is zero (Chan, Silverman and Vincent 2021). All tables at once.
    """
    pairs = [1 << i | 1 << j for j in range(number) for i in range(j)]
    base = sorted(from_generators(number, []))

    def choose(tables: Numbers) -> Numbers:
        chosen = np.zeros((len(tables), len(pairs)), dtype=np.bool_)
        now = fit(tables, np.tile(base, (len(tables), 1)))
        missing, loglik, fitted = now.missing.copy(), now.loglik.copy(), now.fitted.copy()
        empty = superset_sums(tables)[:, pairs] == 0
        todo = np.arange(len(tables))
        while todo.size:
            rows, cols = np.nonzero(~chosen[todo])
            if not rows.size:
                break
            held = chosen[todo[rows]]
            held[np.arange(rows.size), cols] = True
            tried = fit(tables[todo[rows]], _with_pairs(base, pairs, held), fitted[todo[rows]])
            ratio = np.maximum(0.0, 2 * (tried.loglik - loglik[todo[rows]]))
            expected = superset_sums(fitted[todo])[rows, np.array(pairs)[cols]]
            p = np.where(empty[todo[rows], cols], np.exp(-expected), chdtrc(1, ratio))
            p[~tried.ok] = 2.0
            grid = np.full((todo.size, len(pairs)), 2.0)
            grid[rows, cols] = p
            at = np.full((todo.size, len(pairs)), -1)
            at[rows, cols] = np.arange(rows.size)
            best = grid.argmin(axis=1)
            go = np.flatnonzero(grid[np.arange(todo.size), best] <= threshold)
            moved, source = todo[go], at[go, best[go]]
            chosen[moved, best[go]] = True
            missing[moved], loglik[moved] = tried.missing[source], tried.loglik[source]
            fitted[moved] = tried.fitted[source]
            todo = moved
        totals = tables.sum(axis=1) + missing
        return np.asarray(np.where(now.ok, totals, np.nan))

    return choose


def _with_pairs(base: list[int], pairs: list[int], held: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Masks of the models with the pairs that are ``held``; what is not there stands as −1 at the end."""
    absent = 1 << 30
    masks = np.sort(np.where(held, pairs, absent), axis=1)
    whole = np.hstack([np.tile(base, (len(held), 1)), masks])
    return np.where(whole == absent, -1, whole)


def window(fitted: Fitted) -> tuple[Model, ...]:
    """The models among which a replicate chooses again."""
    near = int((fitted.bic <= fitted.bic[0] + _WINDOW).sum())
    whole = len(fitted.models) if len(fitted.models) <= _MOST_MODELS else near
    return fitted.models[: min(whole, _MOST_MODELS)]


@dataclass(frozen=True, slots=True, eq=False)
class Bootstrap:
    """Totals of the replicates, and of those how many had no answer."""

    totals: Numbers
    failed: int
    bounds: Bounds


def bootstrap(
    lists: Lists, choose: Choose, *, number: int = 200, level: float = 0.95, rng: np.random.Generator
) -> Bootstrap:
    """Choose and fit again on ``number`` resampled tables; bias-corrected accelerated bounds (BCa).

    The acceleration comes from leaving out one person of each pattern. Raises Refused where more than a tenth
    of the replicates have no answer: the table is too thin to be resampled.
    """
    totals = choose(resample(lists, number, rng))
    failed = int(np.isnan(totals).sum())
    if failed > number / 10:
        raise Refused(
            f"{failed} of {number} resampled tables have no log-linear answer: the table is too thin for one",
            next_step="average over graphs, which needs no maximum",
        )
    totals = np.sort(totals[~np.isnan(totals)])
    best = float(choose(lists.counts[None, :].astype(float))[0])
    shares = _bca(totals, best, _acceleration(lists, choose), level)
    low, high = np.quantile(totals, shares)
    return Bootstrap(totals, failed, Bounds(float(min(low, best)), best, float(max(high, best))))


def _acceleration(lists: Lists, choose: Choose) -> float:
    """Skewness of the jackknife, people of one pattern being alike."""
    patterns = np.flatnonzero(lists.counts)
    tables = np.tile(lists.counts.astype(float), (patterns.size, 1))
    tables[np.arange(patterns.size), patterns] -= 1
    left = choose(tables)
    weight = lists.counts[patterns].astype(float)
    known = ~np.isnan(left)
    left, weight = left[known], weight[known]
    off = (weight * left).sum() / weight.sum() - left
    spread = (weight * off**2).sum()
    return float((weight * off**3).sum() / (6 * spread**1.5)) if spread > 0 else 0.0


def _bca(totals: Numbers, best: float, acceleration: float, level: float) -> Numbers:
    below = (np.sum(totals < best) + np.sum(totals == best) / 2) / totals.size
    bias = ndtri(np.clip(below, 1 / (2 * totals.size), 1 - 1 / (2 * totals.size)))
    z = bias + ndtri(np.array([(1 - level) / 2, (1 + level) / 2]))
    return np.asarray(ndtr(bias + z / (1 - acceleration * z)))


def predictive_p(fitted: Fitted, rank: int = 0) -> float:
    """The probability of a deviance as large as that of model ``rank``: how well it fits the seen cells."""
    counts = fitted.lists.counts[1:].astype(float)
    saturated = (xlogy(counts, counts) - counts - gammaln(counts + 1)).sum()
    free = counts.size - len(fitted.models[rank])
    return float(chdtrc(free, max(0.0, 2 * (saturated - fitted.loglik[rank])))) if free > 0 else 1.0


__all__ = [
    "Bootstrap", "Fitted", "best_of", "bootstrap", "fit_all", "fit_models", "predictive_p", "profile",
    "resample", "stepwise", "window",
]  # fmt: skip
