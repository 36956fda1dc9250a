"""The two loops of latent classes, compiled by numba (extra ``fast``); imported only where numba is there.

All randomness of `sweep` is handed in as arrays; `gibbs` seeds the generator that compiled code has to
itself.
"""

from __future__ import annotations

from math import exp, expm1, floor, lgamma, log, log1p, sqrt
from typing import Any

import numpy as np
from numba import njit

compiled: Any = njit(cache=True, nogil=True, fastmath=False, error_model="numpy")


@compiled
def _log_logistic(x):  # type: ignore[no-untyped-def]
    return -abs(x) - 2.0 * log1p(exp(-abs(x)))


@compiled
def _expit(x):  # type: ignore[no-untyped-def]
    return 1.0 / (1.0 + exp(-x)) if x > 0 else exp(x) / (1.0 + exp(x))


@compiled
def _loglik(table, counts, seen, most):  # type: ignore[no-untyped-def]
    silent = table[-1]
    if silent > most:
        return -np.inf
    out = -seen * log1p(-silent)
    for c in range(counts.size):
        out += counts[c] * log(max(table[c], 1e-300))
    return out


@compiled
def _weigh(sticks, weights):  # type: ignore[no-untyped-def]
    rest = 1.0
    for k in range(sticks.size):
        s = exp(sticks[k])
        weights[k] = -rest * expm1(-s)
        rest *= exp(-s)
    weights[sticks.size] = rest


@compiled
def _log_sticks(sticks):  # type: ignore[no-untyped-def]
    """The log prior of log s, α integrated out; see `tempering`."""
    whole, out = 0.25, 0.0
    for k in range(sticks.size):
        whole += exp(sticks[k])
        out += sticks[k]
    return out - (0.25 + sticks.size) * log(whole)


@compiled
def _mix(weights, within, table):  # type: ignore[no-untyped-def]
    for c in range(table.size):
        table[c] = 0.0
    for k in range(weights.size):
        w = weights[k]
        for c in range(table.size):
            table[c] += w * within[k, c]


@compiled
def _try_sticks(sticks, within, counts, seen, most, weights, table):  # type: ignore[no-untyped-def]
    _weigh(sticks, weights)
    _mix(weights, within, table)
    return _loglik(table, counts, seen, most)


@compiled
def sweep(chances, sticks, heat, on, counts, most, uniform, normal, table_out, fit_out):  # type: ignore[no-untyped-def]
    """One sweep of every row in place; the moves of `tempering`, one row after the other.

    ``uniform``, ``normal``: shape (rows, many) of random numbers; ``on``: (lists, patterns), the last the
    pattern of those on no list. Fills ``table_out`` and ``fit_out``.
    """
    rows, classes, number = chances.shape
    cells = on.shape[1]
    seen = counts.sum()
    edge = 30.0
    within = np.empty((classes, cells))
    weights, trial_weights = np.empty(classes), np.empty(classes)
    table, trial = np.empty(cells), np.empty(cells)
    inside, new = np.empty(cells), np.empty(number)
    for r in range(rows):
        u, z, at, zt = uniform[r], normal[r], 0, 0
        lam, stick, beta = chances[r], sticks[r], heat[r]
        belief = _log_sticks(stick)
        for k in range(classes):
            for c in range(cells):
                p = 1.0
                for j in range(number):
                    p *= _expit(lam[k, j]) if on[j, c] else _expit(-lam[k, j])
                within[k, c] = p
        _weigh(stick, weights)
        _mix(weights, within, table)
        fit = _loglik(table, counts, seen, most)
        for k in range(classes):
            for j in range(number):
                old = lam[k, j]
                step = exp(-3.5 + 4.6 * u[at]) * z[zt]
                at, zt = at + 1, zt + 1
                prop = min(max(old + step, -edge), edge)
                yes, no = _expit(prop) / _expit(old), _expit(-prop) / _expit(-old)
                for c in range(cells):
                    inside[c] = within[k, c] * (yes if on[j, c] else no)
                    trial[c] = table[c] + weights[k] * (inside[c] - within[k, c])
                there = _loglik(trial, counts, seen, most)
                gain = beta * (there - fit) + _log_logistic(prop) - _log_logistic(old)
                at += 1
                if log(u[at - 1]) < gain:
                    lam[k, j] = prop
                    fit = there
                    for c in range(cells):
                        within[k, c], table[c] = inside[c], trial[c]
            # The class as a whole: along its ridge, or afresh from the prior.
            step = exp(-3.5 + 4.6 * u[at]) * z[zt]
            at, zt = at + 1, zt + 1
            fresh = u[at] < 0.3
            at += 1
            prior = 0.0
            held = stick[k] if k < classes - 1 else 0.0
            for j in range(number):
                if fresh:
                    draw = min(max(u[at], 1e-13), 1.0 - 1e-13)
                    new[j] = log(draw / (1.0 - draw))
                else:
                    new[j] = min(max(lam[k, j] + step, -edge), edge)
                    prior += _log_logistic(new[j]) - _log_logistic(lam[k, j])
                at += 1
            for c in range(cells):
                p = 1.0
                for j in range(number):
                    p *= _expit(new[j]) if on[j, c] else _expit(-new[j])
                inside[c] = p
            if k < classes - 1 and not fresh:
                stick[k] = held - step
                prior += _log_sticks(stick) - belief
                _weigh(stick, trial_weights)
            else:
                trial_weights[:] = weights
            _mix(trial_weights, within, trial)
            for c in range(cells):
                trial[c] += trial_weights[k] * (inside[c] - within[k, c])
            there = _loglik(trial, counts, seen, most)
            at += 1
            if log(u[at - 1]) < beta * (there - fit) + prior:
                fit = there
                lam[k, :] = new
                weights[:] = trial_weights
                within[k, :] = inside
                table[:] = trial
                belief = _log_sticks(stick)
            elif k < classes - 1:
                stick[k] = held
        for k in range(classes - 1):
            held = stick[k]
            fresh = u[at + 1] < 0.3
            if fresh:
                others = 0.25
                for b in range(classes - 1):
                    others += exp(stick[b]) if b != k else 0.0
                beyond = -log(max(u[at], 1e-300)) / (classes - 1.75)
                stick[k] = log(max(others * expm1(beyond), 1e-300))
            else:
                stick[k] = held + exp(-3.5 + 4.6 * u[at]) * z[zt]
            at, zt = at + 2, zt + 1
            there = _try_sticks(stick, within, counts, seen, most, trial_weights, trial)
            new_belief = _log_sticks(stick)
            at += 1
            if log(u[at - 1]) < beta * (there - fit) + (0.0 if fresh else new_belief - belief):
                fit, belief = there, new_belief
                weights[:] = trial_weights
                table[:] = trial
            else:
                stick[k] = held
        # All sticks longer or shorter together: the way of a small or large α.
        step = exp(-2.0 + 4.0 * u[at]) * z[zt]
        for k in range(classes - 1):
            stick[k] += step
        there = _try_sticks(stick, within, counts, seen, most, trial_weights, trial)
        new_belief = _log_sticks(stick)
        if log(u[at + 1]) < beta * (there - fit) + new_belief - belief:
            fit, belief = there, new_belief
            weights[:] = trial_weights
            table[:] = trial
        else:
            for k in range(classes - 1):
                stick[k] -= step
        at, zt = at + 2, zt + 1
        # Two classes change places, with or without their sticks.
        one, two = int(u[at] * (classes - 1)), int(u[at + 1] * (classes - 1))
        along = u[at + 2] < 0.5
        if along:
            stick[one], stick[two] = stick[two], stick[one]
        for c in range(cells):
            within[one, c], within[two, c] = within[two, c], within[one, c]
        _weigh(stick, trial_weights)
        _mix(trial_weights, within, trial)
        there = _loglik(trial, counts, seen, most)
        if log(u[at + 3]) < beta * (there - fit):
            fit = there
            for j in range(number):
                lam[one, j], lam[two, j] = lam[two, j], lam[one, j]
            table[:] = trial
        elif along:
            stick[one], stick[two] = stick[two], stick[one]
        table_out[r, :] = table
        fit_out[r] = fit


@compiled
def _binomial(n, p):  # type: ignore[no-untyped-def]
    """Binomial draws: inversion where few are expected, Hörmann's BTRS (1993) where many are."""
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    if p > 0.5:
        return n - _binomial(n, 1.0 - p)
    if n * p < 10.0:
        q = exp(n * log1p(-p))
        odds, u, k = p / (1.0 - p), np.random.random(), 0
        while u > q and k < n:
            u -= q
            k += 1
            q *= odds * (n - k + 1) / k
        return k
    spread = sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    centre, v_r = n * p + 0.5, 0.92 - 4.2 / b
    alpha, ratio = (2.83 + 5.1 / b) * spread, log(p / (1.0 - p))
    mode = floor((n + 1) * p)
    h = lgamma(mode + 1.0) + lgamma(n - mode + 1.0)
    while True:
        u, v = np.random.random() - 0.5, np.random.random()
        near = 0.5 - abs(u)
        k = floor((2.0 * a / near + b) * u + centre)
        if near >= 0.07 and v <= v_r:
            return int(k)
        if k < 0 or k > n:
            continue
        v = log(v * alpha / (a / (near * near) + b))
        if v <= h - lgamma(k + 1.0) - lgamma(n - k + 1.0) + (k - mode) * ratio:
            return int(k)


@compiled
def _order(sizes, hits, weights):  # type: ignore[no-untyped-def]
    """Labels change places (Papaspiliopoulos and Roberts 2008): two at random, then two neighbours with
    sticks.

    Without it a chain keeps for ever the order of the classes that it began with.
    """
    classes = sizes.size
    one, two = int(np.random.random() * classes), int(np.random.random() * classes)
    gain = (sizes[one] - sizes[two]) * (log(max(weights[two], 1e-300)) - log(max(weights[one], 1e-300)))
    if log(np.random.random()) < gain:
        _trade(sizes, hits, one, two)
    k = int(np.random.random() * (classes - 2))
    rest = 1.0
    for b in range(k):
        rest -= weights[b]
    if rest > 1e-12 and weights[k] < rest * (1.0 - 1e-12):
        first = weights[k] / rest
        second = min(weights[k + 1] / (rest - weights[k]), 1.0 - 1e-12)
        gain = sizes[k] * log1p(-second) - sizes[k + 1] * log1p(-first)
        if log(np.random.random()) < gain:
            _trade(sizes, hits, k, k + 1)
            weights[k] = rest * second
            weights[k + 1] = rest * (1.0 - second) * first


@compiled
def _trade(sizes, hits, one, two):  # type: ignore[no-untyped-def]
    sizes[one], sizes[two] = sizes[two], sizes[one]
    for j in range(hits.shape[1]):
        hits[one, j], hits[two, j] = hits[two, j], hits[one, j]


@compiled
def gibbs(on, counts, classes, burn, thin, kept, cap, seed):  # type: ignore[no-untyped-def]
    """One chain of the augmented Gibbs sampler; every ``thin``-th number of those nobody saw."""
    np.random.seed(seed)
    number, cells = on.shape
    seen = counts.sum()
    out = np.empty(kept)
    weights = 0.5 ** np.arange(1.0, classes + 1.0)
    lam = np.random.random((classes, number))
    missing, alpha = seen, 0.5
    hits, sizes = np.empty((classes, number)), np.empty(classes)
    p = np.empty(classes)
    for it in range(burn + thin * kept):
        hits[:] = 0.0
        sizes[:] = 0.0
        for c in range(cells):
            left = int(counts[c]) if c < cells - 1 else int(missing)
            whole = 0.0
            for k in range(classes):
                p[k] = weights[k]
                for j in range(number):
                    p[k] *= lam[k, j] if on[j, c] else 1.0 - lam[k, j]
                whole += p[k]
            for k in range(classes):
                if left <= 0:
                    break
                x = left
                if k < classes - 1:
                    x = _binomial(left, min(1.0, p[k] / whole)) if whole > 0.0 else 0
                whole -= p[k]
                left -= x
                sizes[k] += x
                for j in range(number):
                    if on[j, c]:
                        hits[k, j] += x
        _order(sizes, hits, weights)
        for k in range(classes):
            for j in range(number):
                up = np.random.standard_gamma(1.0 + hits[k, j])
                down = np.random.standard_gamma(1.0 + sizes[k] - hits[k, j])
                lam[k, j] = min(max(up / (up + down), 1e-12), 1.0 - 1e-12)
        rest, logs, behind = 1.0, 0.0, sizes.sum()
        for k in range(classes - 1):
            behind -= sizes[k]
            up = np.random.standard_gamma(1.0 + sizes[k])
            down = max(np.random.standard_gamma(alpha + behind), 1e-300)
            weights[k] = rest * up / (up + down)
            logs += log(down / (up + down))
            rest *= down / (up + down)
        weights[classes - 1] = rest
        alpha = max(np.random.standard_gamma(0.25 + classes - 1) / (0.25 - logs), 1e-6)
        silent = 0.0
        for k in range(classes):
            none = weights[k]
            for j in range(number):
                none *= 1.0 - lam[k, j]
            silent += none
        odds = silent / (1.0 - silent)
        drawn = missing
        for _try in range(1000):
            drawn = np.random.poisson(np.random.standard_gamma(seen) * odds)
            if drawn <= cap:
                break
        missing = min(drawn, cap)
        after = it - burn
        if after >= 0 and (after + 1) % thin == 0:
            out[after // thin] = missing
    return out


__all__ = ["gibbs", "sweep"]
