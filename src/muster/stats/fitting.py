"""Many Poisson log-linear fits at once: Newton steps on stacked tables, without a design matrix.

With 0/1 coding the column of a mask A is "the pattern holds A", so sufficient statistics, scores and the
information are superset sums of the table: the information between A and B is the sum at A ∪ B. A margin
that is zero has its parameter at minus infinity: the cells above it are fitted as zero and leave the fit,
as in the extended maximum likelihood of Fienberg and Rinaldo (2012).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from muster.stats.hierarchical import Model, subset_sums, superset_sums

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

_STEPS = 40
_CHUNK = 512


@dataclass(frozen=True, slots=True, eq=False)
class Fits:
    """One row per fit. ``missing``: exp(intercept), the expected number on no list; ``variance``: of its log.

    ``loglik``: Poisson, with the factorials. ``parameters``: of those that are finite. ``ok``: the score is
    zero at a point where every cell that is kept is positive, and the information is regular; that point is
    then the maximum. Rows that are not ``ok`` hold no answer.
    """

    missing: Numbers
    variance: Numbers
    loglik: Numbers
    parameters: NDArray[np.int64]
    ok: Flags
    fitted: Numbers


def stacked(models: Sequence[Model]) -> NDArray[np.int64]:
    """Masks of the models, padded with −1, shape (models, most parameters)."""
    width = max(len(m) for m in models)
    out = np.full((len(models), width), -1, dtype=np.int64)
    for row, model in enumerate(models):
        out[row, : len(model)] = sorted(model)
    return out


def fit(tables: Numbers, masks: NDArray[np.int64], start: Numbers | None = None) -> Fits:
    """Fit row ``r`` of ``masks`` to row ``r`` of ``tables`` (or to the one table given).

    ``tables``: shape (fits, 2**L) or (2**L,); cell 0 is not used. ``start``: fitted values to start from.
    """
    tables = np.broadcast_to(np.asarray(tables, dtype=float), (len(masks), tables.shape[-1]))
    parts = []
    order = np.argsort((masks >= 0).sum(axis=1), kind="stable")
    for at in range(0, len(masks), _CHUNK):
        rows = order[at : at + _CHUNK]
        used = int((masks[rows] >= 0).sum(axis=1).max())
        begin = None if start is None else np.broadcast_to(start, tables.shape)[rows]
        parts.append(_fit(tables[rows], masks[rows][:, :used], begin))
    back = np.argsort(order, kind="stable")
    columns = (np.concatenate(column)[back] for column in zip(*parts, strict=True))
    return Fits(*columns)


Columns = tuple[Numbers, Numbers, Numbers, NDArray[np.int64], Flags, Numbers]


def _fit(tables: Numbers, masks: NDArray[np.int64], start: Numbers | None) -> Columns:
    active, cells = _alive(tables, masks)
    safe = np.where(active, masks, 0)
    pairs = np.bitwise_or(safe[:, :, None], safe[:, None, :], dtype=np.int64)
    both = active[:, :, None] & active[:, None, :]
    rows = np.arange(len(masks))
    margins = superset_sums(tables)[rows[:, None], safe] * active
    mu = np.where(cells, tables + 0.1 if start is None else np.maximum(start, 1e-3), 0.0)
    eta = np.log(np.where(cells, mu, 1.0))
    theta = _solved(mu, mu * eta + tables * cells - mu, pairs, both, active, safe)
    todo = rows
    for step in range(_STEPS):
        mu[todo], good = _means(theta[todo], safe[todo], active[todo], cells[todo])
        score = margins[todo] - superset_sums(mu[todo])[np.arange(todo.size)[:, None], safe[todo]]
        score *= active[todo]
        done = good & (np.abs(score).max(axis=1) < 1e-9 * margins[todo].max(axis=1) + 1e-10)
        todo, score = todo[~done], score[~done]
        if not todo.size or step == _STEPS - 1:
            break
        change = _newton(mu[todo], score, pairs[todo], both[todo], active[todo])
        theta[todo] += _held(change)
    return _answers(tables, mu, cells, theta, active, pairs, both, todo)


def _alive(tables: Numbers, masks: NDArray[np.int64]) -> tuple[Flags, Flags]:
    """Parameters whose margin is not zero, and cells that lie above no zero margin of the model."""
    margins = superset_sums(tables)
    rows = np.arange(len(masks))[:, None]
    active = (masks >= 0) & (margins[rows, np.where(masks >= 0, masks, 0)] > 0)
    dead = np.zeros_like(tables)
    gone = (masks >= 0) & ~active
    r, c = np.nonzero(gone)
    dead[r, masks[r, c]] = 1.0
    cells = subset_sums(dead) == 0
    cells[:, 0] = False
    return active, cells


def _means(theta: Numbers, safe: NDArray[np.int64], active: Flags, cells: Flags) -> tuple[Numbers, Flags]:
    full = np.zeros(cells.shape)
    rows = np.arange(len(safe))
    for column in range(safe.shape[1]):
        full[rows, safe[:, column]] += np.where(active[:, column], theta[:, column], 0.0)
    eta = np.clip(subset_sums(full), -60.0, 40.0)
    mu = np.where(cells, np.exp(eta), 0.0)
    # A kept cell that is driven to nothing: the maximum is not inside.
    return np.asarray(mu), np.asarray(~(cells & (mu < 1e-7)).any(axis=1))


def _newton(mu: Numbers, score: Numbers, pairs: NDArray[np.int64], both: Flags, active: Flags) -> Numbers:
    info = _information(mu, pairs, both, active)
    return np.asarray(np.linalg.solve(info, score[:, :, None])[:, :, 0])


def _information(mu: Numbers, pairs: NDArray[np.int64], both: Flags, active: Flags) -> Numbers:
    rows = np.arange(len(mu))[:, None, None]
    info = np.where(both, superset_sums(mu)[rows, pairs], 0.0)
    diagonal = np.einsum("rii->ri", info)
    # Outside the model: one on the diagonal; inside: a breath that keeps a singular system solvable.
    diagonal += np.where(active, 1e-11 * diagonal + 1e-14, 1.0)
    return np.asarray(info)


def _solved(
    mu: Numbers,
    weighted: Numbers,
    pairs: NDArray[np.int64],
    both: Flags,
    active: Flags,
    safe: NDArray[np.int64],
) -> Numbers:
    right = superset_sums(weighted)[np.arange(len(mu))[:, None], safe] * active
    return _newton(mu, right, pairs, both, active)


def _held(change: Numbers) -> Numbers:
    """A step no longer than three in any parameter: far steps overshoot on the way to minus infinity."""
    longest = np.abs(change).max(axis=1, keepdims=True)
    return np.asarray(change * np.minimum(1.0, 3.0 / np.maximum(longest, 1e-300)))


def _answers(
    tables: Numbers,
    mu: Numbers,
    cells: Flags,
    theta: Numbers,
    active: Flags,
    pairs: NDArray[np.int64],
    both: Flags,
    failed: NDArray[np.int64],
) -> Columns:
    info = _information(mu, pairs, both, active)
    ok = np.ones(len(tables), dtype=np.bool_)
    ok[failed] = False
    scaled = np.sqrt(np.einsum("rii->ri", info))
    least = np.linalg.eigvalsh(info / scaled[:, :, None] / scaled[:, None, :])[:, 0]
    ok &= (least > 1e-9) & active[:, 0]
    unit = np.zeros(theta.shape)
    unit[:, 0] = 1.0
    variance = np.asarray(np.linalg.solve(info, unit[:, :, None])[:, 0, 0])
    logs = np.log(np.where(cells, mu, 1.0))
    loglik = np.asarray((tables * logs - mu - gammaln(tables + 1))[:, 1:].sum(axis=1))
    missing = np.exp(np.clip(theta[:, 0], -60, 60))
    return missing, variance, loglik, np.asarray(active.sum(axis=1)), np.asarray(ok), mu


__all__ = ["Fits", "fit", "stacked"]
