"""Shares from units: worst case first, then intervals that say what they suppose."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.errors import Refused
from muster.stats.proportions import (
    beta_interval,
    exact,
    partial_pooling,
    share_of,
    unseen_units,
    wilson,
    worst_case,
    worst_case_units,
)

counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_wilson_is_the_published_interval() -> None:
    """Newcombe 1998, method 3: 81 of 263 is .2553 to .3662, 15 of 148 is .0624 to .1605, 0 of 20 to .1611."""
    for k, n, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)):
        found = wilson(k, n)
        assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_the_exact_interval_is_the_published_one() -> None:
    """Newcombe 1998, method 5 (Clopper–Pearson): 81 of 263 is .2527 to .3676, 0 of 20 ends at .1684."""
    found = exact(81, 263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2527, 0.3676)
    assert round(exact(0, 20).high, 4) == 0.1684
    assert exact(0, 0)[:3] == (0.0, None, 1.0)


def test_the_exact_interval_covers_at_least_as_often_as_it_says() -> None:
    """For every share on a grid the sum of the chances of the counts whose interval holds it is ≥ 95 %."""
    n = 12
    held = [exact(k, n) for k in range(n + 1)]
    for p in (i / 50 for i in range(1, 50)):
        chance = [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
        assert sum(c for c, i in zip(chance, held, strict=True) if i.low <= p <= i.high) >= 0.95


@given(counts)
def test_intervals_hold_the_share_they_are_of(seen: tuple[int, int]) -> None:
    """Each interval lies in 0..1, holds k/n, and a higher level makes it wider."""
    k, n = seen
    for interval in (wilson, exact, beta_interval):
        near, far = interval(k, n, 0.8), interval(k, n, 0.99)
        assert 0 <= far.low <= near.low <= k / n <= near.high <= far.high <= 1


@given(counts, st.integers(0, 1000))
def test_the_worst_case_holds_every_truth(seen: tuple[int, int], unasked: int) -> None:
    """Whatever those not asked would have said, the true share is within; both ends are reached."""
    k, asked = seen
    bounds = worst_case(k, asked, asked + unasked)
    truths = [(k + more) / (asked + unasked) for more in (0, unasked // 2, unasked)]
    assert all(bounds.low <= t <= bounds.high for t in truths)
    assert (truths[0], truths[-1]) == (bounds.low, bounds.high)


def test_units_never_reached_widen_the_worst_case() -> None:
    """A unit of which nobody was asked is all unknown."""
    assert worst_case_units([6, 0], [10, 0], [40, 60])[:3] == (0.06, None, 0.96)


def test_partial_pooling_is_the_sum_over_all_hyperparameters() -> None:
    """The mean and the units' means agree with a direct sum over a finer grid of m and s."""
    k, n = [3, 5, 0, 8], [10, 12, 4, 40]

    def lbeta(a: float, b: float) -> float:
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    ms = [(i + 0.5) / 240 for i in range(240)]
    ss = [math.exp(math.log(1 / 3) + math.log(9000) * j / 159) for j in range(160)]
    total = mean = first = 0.0
    for m, s in product(ms, ss):
        a, b = m * s, (1 - m) * s
        log = math.log(s) - 1.5 * math.log1p(s)
        log += sum(lbeta(a + x, b + y - x) - lbeta(a, b) for x, y in zip(k, n, strict=True))
        weight = math.exp(log + 60)
        total += weight
        mean += weight * m
        first += weight * (a + k[0]) / (s + n[0])
    pooled = partial_pooling(k, n)
    assert pooled.mean.best == pytest.approx(mean / total, abs=5e-4)
    assert pooled.units[0].best == pytest.approx(first / total, abs=5e-4)


def test_partial_pooling_draws_small_units_to_the_others() -> None:
    """0 of 4 beside three units near a third is no 0; a unit of 400 hardly moves; a new one is least sure."""
    pooled = partial_pooling([0, 33, 30, 133], [4, 100, 90, 400])
    assert pooled.units[0].best is not None and 0.1 < pooled.units[0].best < 0.33
    assert pooled.units[3].best == pytest.approx(133 / 400, abs=0.01)
    wide = pooled.new.high - pooled.new.low
    assert all(wide > u.high - u.low for u in pooled.units)


def test_the_whole_follows_the_units_never_seen() -> None:
    """If half of the people are in units never reached, supposing 0 or all moves the whole by half."""
    found = dict(unseen_units([5, 5], [10, 10], 500, 500, (0.0, 1.0)))
    assert found[1.0].low - found[0.0].low == pytest.approx(0.5)


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=50)
def test_a_share_of_a_whole_carries_both_uncertainties(a: float, b: float, c: int, d: int) -> None:
    """Every share in its range of every whole in its range lies within the product."""
    (s_low, s_high), (w_low, w_high) = sorted((a, b)), sorted((c, d))
    low, high = share_of((s_low, s_high), (w_low, w_high))
    assert low is not None and high is not None
    assert all(low <= s * w <= high for s in (s_low, s_high) for w in (w_low, w_high))


def test_an_open_end_stays_open() -> None:
    """No denominator's top, no top; no share's floor, no floor."""
    assert share_of((0.2, 0.4), (1000, None)) == (200, None)
    assert share_of((None, 0.4), (1000, 2000)) == (None, 800)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: wilson(0, 0), "nobody was asked"),
        (lambda: wilson(5, 3), "more than all"),
        (lambda: wilson(-1, 3), "below nothing"),
        (lambda: wilson(float("nan"), 3), "not a number"),
        (lambda: wilson(1, 3, 95), "between 0 and 1"),
        (lambda: worst_case(3, 10, 5), "more than all"),
        (lambda: worst_case_units([1], [2], [3, 4]), "for 2 sizes"),
        (lambda: worst_case_units([], [], []), "no unit"),
        (lambda: partial_pooling([1], [2]), "two units"),
        (lambda: share_of((0.2, 1.4), (10, 20)), "between 0 and 1"),
        (lambda: share_of((0.2, 0.4), (-1, 20)), "is a count"),
        (lambda: unseen_units([1], [20], 10, 5, [0.5]), "smaller than what was seen"),
    ],
)
def test_bad_numbers_are_refused_in_plain_words(call: object, says: str) -> None:
    """A population smaller than what was seen in it, NaN, empty and negative input each get a sentence."""
    with pytest.raises(Refused, match=says):
        call()  # type: ignore[operator]
