"""Shares from units and regions: worst-case bounds first, then intervals that rest on assumptions.

Everything here takes counts (``k`` of ``n``) or arrays of them and returns an `Interval`; nothing knows of
documents or claims. Method page: ``docs/why/methods/shares.md``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import NamedTuple

from muster.model.errors import Refused


class Interval(NamedTuple):
    """``low``, ``best``, ``high``; ``level``: the probability the method claims, None for worst-case bounds.

    ``best`` is None where nothing stands out between the ends.
    """

    low: float
    best: float | None
    high: float
    level: float | None


class Pooled(NamedTuple):
    """Partial pooling over units. ``units``: each unit's share; ``new``: a unit like these, not yet seen;
    ``mean``: the mean share of such units; ``spread``: standard deviation of shares between units."""

    mean: Interval
    units: tuple[Interval, ...]
    new: Interval
    spread: Interval


def _checked(k: Sequence[float], n: Sequence[float]) -> None:
    if len(k) != len(n):
        raise Refused(f"{len(k)} counts for {len(n)} sizes", next_step="give one size for each count")
    if not k:
        raise Refused("no unit was given", next_step="give at least one count with its size")
    for i, (seen, size) in enumerate(zip(k, n, strict=True), 1):
        if not (math.isfinite(seen) and math.isfinite(size)):
            raise Refused("a count is not a number", record=f"unit {i}")
        if seen < 0 or size < 0:
            raise Refused(f"a count below nothing: {seen:g} of {size:g}", record=f"unit {i}")
        if seen > size:
            raise Refused(f"more than all: {seen:g} of {size:g}", record=f"unit {i}",
                          next_step="a population cannot be smaller than what was seen in it")  # fmt: skip


def worst_case(k: float, asked: float, population: float) -> Interval:
    """What is certain when ``k`` of ``asked`` answered yes and the others of ``population`` were never asked.

    Nothing is assumed about those not asked: none of them, or all of them (Manski, "Nonparametric bounds on
    treatment effects", 1990; Horowitz and Manski 1995). Raises Refused where the population is smaller than
    what was asked.
    """
    _checked([k, asked], [asked, population])
    if population == 0:
        raise Refused("nobody was there to be asked", next_step="give the size of the population")
    return Interval(k / population, None, (k + population - asked) / population, None)


def worst_case_units(k: Sequence[float], asked: Sequence[float], size: Sequence[float]) -> Interval:
    """`worst_case` over units: sums of seen, asked and size; units never reached have ``asked`` 0."""
    _checked(k, asked)
    _checked(asked, size)
    return worst_case(sum(k), sum(asked), sum(size))


def wilson(k: float, n: float, level: float = 0.95) -> Interval:
    """Wilson's score interval for ``k`` of ``n`` (Wilson 1927). Raises Refused for n = 0."""
    _level(level)
    _checked([k], [n])
    if n == 0:
        raise Refused("nobody was asked, so there is no share", next_step="leave the unit out or bound it")
    z = NormalDist().inv_cdf(0.5 + level / 2)
    p, square = k / n, z * z
    centre = (p + square / (2 * n)) / (1 + square / n)
    half = z / (1 + square / n) * math.sqrt(p * (1 - p) / n + square / (4 * n * n))
    # At 0 and n the ends are 0 and 1 exactly; rounding must not say otherwise.
    low = 0.0 if k == 0 else max(0.0, centre - half)
    return Interval(low, p, 1.0 if k == n else min(1.0, centre + half), level)


def beta_interval(
    k: float, n: float, level: float = 0.95, prior: tuple[float, float] = (0.5, 0.5)
) -> Interval:
    """Equal-tailed posterior interval of a share under a Beta prior (default: Jeffreys).

    As Brown, Cai and DasGupta (2001) advise, the lower end is 0 for k = 0 and the upper end 1 for k = n.
    """
    from scipy.special import betaincinv

    _level(level)
    _checked([k], [n])
    if min(prior) <= 0:
        raise Refused("both numbers of a Beta prior are above nothing")
    a, b, tail = k + prior[0], n - k + prior[1], (1 - level) / 2
    low = 0.0 if k == 0 else float(betaincinv(a, b, tail))
    high = 1.0 if k == n else float(betaincinv(a, b, 1 - tail))
    return Interval(low, a / (a + b), high, level)


def exact(k: float, n: float, level: float = 0.95) -> Interval:
    """Clopper and Pearson's interval (1934): never covers less often than ``level``, often more."""
    from scipy.special import betaincinv

    _level(level)
    _checked([k], [n])
    if n == 0:
        return Interval(0.0, None, 1.0, level)
    tail = (1 - level) / 2
    low = 0.0 if k == 0 else float(betaincinv(k, n - k + 1, tail))
    high = 1.0 if k == n else float(betaincinv(k + 1, n - k, 1 - tail))
    return Interval(low, k / n, high, level)


# The grid of partial pooling: 199 means, 120 sizes of the prior sample from 1/3 to 3,000 on a log scale.
_MEANS, _SIZES = 199, 120
_LEAST, _MOST = 1 / 3, 3_000.0


def partial_pooling(k: Sequence[float], n: Sequence[float], level: float = 0.95) -> Pooled:
    """Beta-binomial pooling of units: each unit's share lies near the others', how near is learned.

    Model: ``k_i ~ Binomial(n_i, p_i)``, ``p_i ~ Beta(m s, (1-m) s)``, with ``m`` uniform on (0, 1) and
    ``p(s) ∝ (1+s)^(-3/2)`` (Gelman et al., Bayesian Data Analysis, 5.3: about ``(a+b)^(-5/2)`` on a and b),
    summed exactly over a grid of 199 × 120 points. Assumes that the units asked are like those not asked,
    that answers within a unit are independent, and that no unit stands apart from the rest; where this is
    not known, `worst_case_units` is what holds. Raises Refused with fewer than two units that were asked.
    """
    import numpy as np
    from scipy.special import betaln

    _level(level)
    _checked(k, n)
    if sum(1 for size in n if size > 0) < 2:
        raise Refused("pooling needs two units or more", next_step="give the interval of the one unit")
    m = (np.arange(_MEANS) + 0.5) / _MEANS
    s = np.exp(np.linspace(math.log(_LEAST), math.log(_MOST), _SIZES))
    a, b = m[:, None] * s, (1 - m)[:, None] * s
    seen, size = np.asarray(k, float), np.asarray(n, float)
    # The grid is even in log s, so the density of s is multiplied by s.
    log = np.log(s)[None, :] - 1.5 * np.log1p(s)[None, :]
    log = log + sum(betaln(a + x, b + y - x) - betaln(a, b) for x, y in zip(seen, size, strict=True))
    weight = np.exp(log - log.max())
    weight /= weight.sum()
    spread = np.sqrt(m[:, None] * (1 - m)[:, None] / (s + 1)[None, :])
    return Pooled(
        _of_values(np.broadcast_to(m[:, None], weight.shape), weight, level),
        tuple(_mixture(a + x, b + y - x, weight, level) for x, y in zip(seen, size, strict=True)),
        _mixture(a, b, weight, level),
        _of_values(spread, weight, level),
    )


def _of_values(values: object, weight: object, level: float) -> Interval:
    """Quantiles of weighted values, with straight lines between them."""
    import numpy as np

    v, w = np.asarray(values, float).ravel(), np.asarray(weight, float).ravel()
    order = np.argsort(v, kind="stable")
    v, w = v[order], w[order]
    reached = np.cumsum(w) - w / 2
    low, high = np.interp([(1 - level) / 2, (1 + level) / 2], reached, v)
    return Interval(float(low), float(v @ w), float(high), level)


def _mixture(a: object, b: object, weight: object, level: float) -> Interval:
    """Quantiles of a weighted mixture of Betas, by halving to 1e-7. ``best``: its mean."""
    import numpy as np
    from scipy.special import betainc

    a, b = np.asarray(a, float), np.asarray(b, float)
    w = np.asarray(weight, float)
    keep = w > 1e-7
    a, b, w = a[keep], b[keep], w[keep] / w[keep].sum()

    def at(share: float) -> float:
        low, high = 0.0, 1.0
        while high - low > 1e-7:
            middle = (low + high) / 2
            low, high = (middle, high) if float(betainc(a, b, middle) @ w) < share else (low, middle)
        return (low + high) / 2

    return Interval(at((1 - level) / 2), float((a / (a + b)) @ w), at((1 + level) / 2), level)


def unseen_units(
    k: Sequence[float], n: Sequence[float], seen_size: float, unseen_size: float, shares: Sequence[float]
) -> list[tuple[float, Interval]]:
    """How the whole moves with what is supposed of the units never seen: one interval for each of ``shares``.

    ``seen_size`` and ``unseen_size``: people in the units that were and were not reached. The interval of
    the seen is Wilson's on the summed counts, so the units are taken as one; no probability is claimed for
    the supposed share itself.
    """
    _checked(k, n)
    if seen_size < sum(n):
        raise Refused(f"{sum(n):g} were asked in units of {seen_size:g} people",
                      next_step="a population cannot be smaller than what was seen in it")  # fmt: skip
    if unseen_size < 0 or seen_size + unseen_size <= 0:
        raise Refused("the size of the units never seen is below nothing")
    held = wilson(sum(k), sum(n))
    part = seen_size / (seen_size + unseen_size)
    out: list[tuple[float, Interval]] = []
    for share in shares:
        if not 0 <= share <= 1:
            raise Refused(f"a share lies between 0 and 1, not {share:g}")
        rest = (1 - part) * share
        low, best, high = (part * (x or 0.0) + rest for x in held[:3])
        out.append((share, Interval(low, best, high, held.level)))
    return out


def share_of(
    share: tuple[float | None, float | None], whole: tuple[float | None, float | None]
) -> tuple[float | None, float | None]:
    """A share times a denominator, both as (low, high); None where an end is open.

    Every combination is possible, so ends are multiplied with ends. An open lower end of a share or a
    denominator gives no floor; an open upper end of the denominator gives no top.
    Raises Refused for a share outside 0..1 or a denominator below nothing.
    """
    for end in share:
        if end is not None and not 0 <= end <= 1:
            raise Refused(f"a share lies between 0 and 1, not {end:g}")
    for end in whole:
        if end is not None and (not math.isfinite(end) or end < 0):
            raise Refused(f"a denominator is a count, not {end:g}")
    low = share[0] * whole[0] if share[0] is not None and whole[0] is not None else None
    high = share[1] * whole[1] if share[1] is not None and whole[1] is not None else None
    return low, high


def _level(level: float) -> None:
    if not 0 < level < 1:
        raise Refused(f"a level lies between 0 and 1, not {level:g}", next_step="write e.g. 0.95")


__all__ = [
    "Interval", "Pooled", "beta_interval", "exact", "partial_pooling", "share_of", "unseen_units",
    "wilson", "worst_case", "worst_case_units",
]  # fmt: skip
