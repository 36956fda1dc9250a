"""Latent classes by parallel tempering, those nobody saw integrated out.

The model is that of Manrique-Vallier (2016): K classes of people, each with a chance of its own to be on
each list, independently within the class; truncated stick-breaking weights, V_k ~ Beta(1, α), α ~
Gamma(1/4, 1/4), chances ~ Beta(1, 1), p(N) ∝ 1/N. α is summed out too. With N summed out the likelihood of
the table is Π p_ω^n_ω / (1 − p_0)^n. A plain Gibbs sampler sits in one mode of it for as long as one cares
to wait; here hot copies of every chain cross the valleys and hand what they find to the cold one.

All chains and temperatures move together as rows of arrays, so that no compiled code is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from muster.model.errors import Refused
from muster.stats.chains import have_met
from muster.stats.patterns import Lists

Numbers = NDArray[np.float64]

_EDGE = 30.0  # chances whose logits are beyond this are 0 or 1 to double precision


@dataclass(frozen=True, slots=True, eq=False)
class Tempered:
    """``missing``: draws of those nobody saw, shape (chains, draws); ``swaps``: the share of trades between
    neighbouring temperatures that were taken.
    """

    missing: Numbers
    swaps: float


class _State:
    """Sticks (log s, 1 − V = exp(−s)) and logits of chances of all rows, and the table's probabilities
    under them.
    """

    def __init__(self, lists: Lists, rows: int, classes: int, rng: np.random.Generator) -> None:
        patterns = np.flatnonzero(lists.counts)
        number = lists.number
        # The last column is the pattern "on no list".
        bits = (np.append(patterns, 0)[:, None] >> np.arange(number)) & 1
        self.on = bits.T.astype(float)
        self.flags = bits.T.astype(np.bool_)
        self.off = 1 - self.on
        self.counts = lists.counts[patterns].astype(float)
        self.seen = float(lists.seen)
        self.classes, self.number = classes, number
        self.sticks = rng.normal(size=(rows, classes - 1))
        self.chances = rng.logistic(size=(rows, classes, number)) - 1.0
        self.refresh()

    def refresh(self) -> None:
        """Everything that follows from the logits, without the rounding of many small updates."""
        self.weights = _weights(self.sticks)
        self.within = self.inside(self.chances)
        self.table = np.einsum("rk,rkc->rc", self.weights, self.within)
        self.fit = self.loglik(self.table)

    def inside(self, logits: Numbers) -> Numbers:
        """p(pattern | class), shape (..., patterns)."""
        yes, no = -np.logaddexp(0, -logits), -np.logaddexp(0, logits)
        return np.asarray(np.exp(yes @ self.on + no @ self.off))

    def loglik(self, table: Numbers) -> Numbers:
        """log Π p_ω^n_ω / (1 − p_0)^n of each row; −∞ where more than the cap would be missing."""
        good = np.log(np.maximum(table[:, :-1], 1e-300)) @ self.counts
        silent = table[:, -1]
        out = good - self.seen * np.log1p(-np.minimum(silent, 1 - 1e-12))
        return np.where(silent > self.most, -np.inf, out)

    most: float = 1.0


def _weights(sticks: Numbers) -> Numbers:
    s = np.exp(sticks)
    before = np.exp(-np.cumsum(s, axis=1))
    weights = np.empty((len(sticks), sticks.shape[1] + 1))
    weights[:, :-1] = -np.expm1(-s)
    weights[:, 1:-1] *= before[:, :-1]
    weights[:, -1] = before[:, -1]
    return weights


def _log_sticks(sticks: Numbers) -> Numbers:
    """The log prior of log s with s = −log(1 − V): exponential, its rate α ~ Gamma(1/4, 1/4) summed out."""
    number = sticks.shape[1]
    return np.asarray(sticks.sum(axis=1) - (0.25 + number) * np.log(0.25 + np.exp(sticks).sum(axis=1)))


def temper(
    lists: Lists,
    *,
    chains: int = 8,
    temperatures: int = 16,
    coldest_to_hottest: float = 0.08,
    sweeps: int = 4000,
    most: int = 4,
    classes: int = 10,
    cap: int | None = None,
    rng: np.random.Generator,
    use_compiled: bool = True,
) -> Tempered:
    """Draws of those nobody saw from ``chains`` independent ensembles of ``temperatures`` each, one a sweep
    after a quarter of ``sweeps``; where they have not met after ``sweeps``, as many again, ``most`` times in
    all. ``cap``: on the expected number nobody saw (default 20 n), part of the prior.
    """
    if chains < 2 or temperatures < 1 or sweeps < 10 or most < 1:
        raise Refused("tempering needs at least 2 chains, 1 temperature and 10 sweeps, once")
    cap = 20 * lists.seen if cap is None else cap
    rows = chains * temperatures
    state = _State(lists, rows, classes, rng)
    state.most = cap / (cap + lists.seen)
    _start(state, lists, rng)
    heat = np.tile(np.geomspace(1.0, coldest_to_hottest, temperatures), chains)
    cold = np.arange(chains) * temperatures
    silent: list[Numbers] = []
    offered = accepted = 0
    fast = compiled_loops() if use_compiled else None
    for sweep in range(-(sweeps // 4), most * sweeps):
        if fast is None:
            _sweep(state, heat, rng)
            state.refresh()
        else:
            _compiled_sweep(fast, state, heat, rng)
        if temperatures > 1:
            taken = _exchange(state, heat, chains, temperatures, sweep % 2, rng)
            offered, accepted = offered + taken.size, accepted + int(taken.sum())
        if sweep < 0:
            continue
        silent.append(state.table[cold, -1].copy())
        if len(silent) % sweeps == 0 and have_met(np.stack(silent, axis=1)):
            break
    chances = np.stack(silent, axis=1)
    # Given the chances, those missing are negative binomial: a Poisson with a gamma mean.
    mean = rng.standard_gamma(lists.seen, size=chances.shape) * chances / (1 - chances)
    return Tempered(rng.poisson(mean).astype(float), accepted / max(offered, 1))


def _start(state: _State, lists: Lists, rng: np.random.Generator) -> None:
    """Chances near what each list holds, so that no row begins beyond the cap."""
    sizes = np.array([lists.size(i) for i in range(lists.number)]) / (1.5 * lists.seen)
    spread = rng.normal(0, 0.7, size=state.chances.shape)
    state.chances = np.log(sizes / (1 - sizes)) + spread
    state.refresh()
    while np.isinf(state.fit).any():
        bad = np.isinf(state.fit)
        state.chances[bad] += 0.5
        state.refresh()


def compiled_loops() -> ModuleType | None:
    """The loops compiled by numba, or None where the extra ``fast`` is not there or cannot work."""
    if find_spec("numba") is None:
        return None
    try:
        return import_module("muster.stats.compiled")
    except (ImportError, RuntimeError):
        # A numba unfit for this numpy, or nowhere to keep what it compiled: the slow way is right too.
        return None


def _compiled_sweep(fast: ModuleType, state: _State, heat: Numbers, rng: np.random.Generator) -> None:
    rows, steps = len(heat), state.classes * (state.number + 2)
    uniform = rng.random((rows, 2 * steps + state.classes * (state.number + 2) + 6))
    normal = rng.standard_normal((rows, steps + 1))
    fast.sweep(
        state.chances, state.sticks, heat, state.flags, state.counts, state.most, uniform, normal,
        state.table, state.fit,
    )  # fmt: skip


def _sweep(state: _State, heat: Numbers, rng: np.random.Generator) -> None:
    for k in range(state.classes):
        for j in range(state.number):
            _move_chance(state, heat, k, j, rng)
        _move_class(state, heat, k, rng)
    for k in range(state.classes - 1):
        _move_stick(state, heat, k, rng)
    _stretch_sticks(state, heat, rng)
    _swap_labels(state, heat, rng)


def _scales(rows: int, rng: np.random.Generator) -> Numbers:
    """Step lengths from 0.03 to 3, so that none has to be tuned."""
    return np.asarray(np.exp(rng.uniform(-3.5, 1.1, rows)) * rng.standard_normal(rows))


def _log_logistic(logit: Numbers) -> Numbers:
    """The log density of a logit whose probability is uniform."""
    return np.asarray(-np.abs(logit) - 2 * np.log1p(np.exp(-np.abs(logit))))


def _move_chance(state: _State, heat: Numbers, k: int, j: int, rng: np.random.Generator) -> None:
    rows = len(heat)
    old = state.chances[:, k, j]
    new = np.clip(old + _scales(rows, rng), -_EDGE, _EDGE)
    yes = expit(new) / expit(old)
    no = expit(-new) / expit(-old)
    within = state.within[:, k] * (yes[:, None] * state.on[j] + no[:, None] * state.off[j])
    table = state.table + state.weights[:, k, None] * (within - state.within[:, k])
    fit = state.loglik(table)
    gain = heat * (fit - state.fit) + _log_logistic(new) - _log_logistic(old)
    took = np.log(rng.random(rows)) < gain
    state.chances[took, k, j] = new[took]
    state.within[took, k] = within[took]
    state.table[took] = table[took]
    state.fit[took] = fit[took]


def _move_class(state: _State, heat: Numbers, k: int, rng: np.random.Generator) -> None:
    """Along the ridge on which a class grows as it becomes less visible; or a fresh class from the prior."""
    rows = len(heat)
    chances = state.chances[:, k] + _scales(rows, rng)[:, None]
    sticks = state.sticks.copy()
    if k < state.classes - 1:
        sticks[:, k] -= chances[:, 0] - state.chances[:, k, 0]
    fresh = rng.random(rows) < 0.3
    chances[fresh] = rng.logistic(size=(int(fresh.sum()), state.number))
    sticks[fresh] = state.sticks[fresh]
    chances = np.clip(chances, -_EDGE, _EDGE)
    prior = (_log_logistic(chances) - _log_logistic(state.chances[:, k])).sum(axis=1)
    prior[fresh] = 0.0
    if k < state.classes - 1:
        prior += _log_sticks(sticks) - _log_sticks(state.sticks)
    _decide(state, heat, k, chances, sticks, prior, rng)


def _decide(
    state: _State,
    heat: Numbers,
    k: int,
    chances: Numbers,
    sticks: Numbers,
    prior: Numbers,
    rng: np.random.Generator,
) -> None:
    within = state.inside(chances)
    weights = _weights(sticks)
    table = np.einsum("rk,rkc->rc", weights, state.within)
    table += weights[:, k, None] * (within - state.within[:, k])
    fit = state.loglik(table)
    took = np.log(rng.random(len(heat))) < heat * (fit - state.fit) + prior
    state.chances[took, k] = chances[took]
    state.sticks[took] = sticks[took]
    state.weights[took] = weights[took]
    state.within[took, k] = within[took]
    state.table[took] = table[took]
    state.fit[took] = fit[took]


def _move_stick(state: _State, heat: Numbers, k: int, rng: np.random.Generator) -> None:
    """One stick, by a step or afresh given the others (then the prior is already accounted for)."""
    rows = len(heat)
    sticks = state.sticks.copy()
    sticks[:, k] += _scales(rows, rng)
    fresh = rng.random(rows) < 0.3
    others = 0.25 + np.exp(np.delete(state.sticks, k, axis=1)).sum(axis=1)
    beyond = rng.standard_exponential(rows) / (state.classes - 1.75)
    sticks[fresh, k] = np.log(np.maximum(others * np.expm1(beyond), 1e-300))[fresh]
    prior = np.where(fresh, 0.0, _log_sticks(sticks) - _log_sticks(state.sticks))
    _take_sticks(state, heat, sticks, prior, rng)


def _stretch_sticks(state: _State, heat: Numbers, rng: np.random.Generator) -> None:
    """All sticks longer or shorter together: the way of a small or large α."""
    rows = len(heat)
    step = np.exp(rng.uniform(-2.0, 2.0, rows)) * rng.standard_normal(rows)
    sticks = state.sticks + step[:, None]
    _take_sticks(state, heat, sticks, _log_sticks(sticks) - _log_sticks(state.sticks), rng)


def _take_sticks(
    state: _State, heat: Numbers, sticks: Numbers, prior: Numbers, rng: np.random.Generator
) -> None:
    weights = _weights(sticks)
    table = np.einsum("rk,rkc->rc", weights, state.within)
    fit = state.loglik(table)
    took = np.log(rng.random(len(heat))) < heat * (fit - state.fit) + prior
    state.sticks[took], state.weights[took] = sticks[took], weights[took]
    state.table[took], state.fit[took] = table[took], fit[took]


def _swap_labels(state: _State, heat: Numbers, rng: np.random.Generator) -> None:
    """Two classes change places, with or without their sticks: the prior of the others stays as it is."""
    rows, every = len(heat), np.arange(len(heat))
    a = rng.integers(state.classes - 1, size=rows)
    b = rng.integers(state.classes - 1, size=rows)
    sticks = state.sticks.copy()
    along = rng.random(rows) < 0.5
    sticks[every[along], a[along]] = state.sticks[every[along], b[along]]
    sticks[every[along], b[along]] = state.sticks[every[along], a[along]]
    within = state.within.copy()
    within[every, a], within[every, b] = state.within[every, b], state.within[every, a]
    weights = _weights(sticks)
    table = np.einsum("rk,rkc->rc", weights, within)
    fit = state.loglik(table)
    took = np.flatnonzero(np.log(rng.random(rows)) < heat * (fit - state.fit))
    chances = state.chances.copy()
    chances[every, a], chances[every, b] = state.chances[every, b], state.chances[every, a]
    for mine, new in (
        (state.chances, chances), (state.sticks, sticks), (state.within, within),
        (state.weights, weights), (state.table, table), (state.fit, fit),
    ):  # fmt: skip
        mine[took] = new[took]


def _exchange(
    state: _State, heat: Numbers, chains: int, temperatures: int, parity: int, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Neighbouring temperatures of a chain trade their states."""
    lower = np.arange(parity, temperatures - 1, 2)
    left = (np.arange(chains)[:, None] * temperatures + lower).ravel()
    right = left + 1
    gain = (heat[left] - heat[right]) * (state.fit[right] - state.fit[left])
    took = np.log(rng.random(left.size)) < gain
    a, b = left[took], right[took]
    for mine in (
        state.sticks, state.chances, state.weights, state.within, state.table, state.fit
    ):  # fmt: skip
        mine[a], mine[b] = mine[b].copy(), mine[a].copy()
    return np.asarray(took)


__all__ = ["Tempered", "compiled_loops", "temper"]
