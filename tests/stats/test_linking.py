"""Records into links: shares found without examples, at most one record of a list a person, doubt carried."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.errors import Refused
from muster.stats.fellegi_sunter import Compared, fit, weights_of
from muster.stats.partitions import best_links, patterns_of, sample

M = (np.array([0.9, 0.1]), np.array([0.85, 0.15]), np.array([0.8, 0.2]), np.array([0.95, 0.05]))
U = (np.array([0.01, 0.99]), np.array([0.05, 0.95]), np.array([0.1, 0.9]), np.array([0.02, 0.98]))


def _made(pairs: int, links: int, seed: int) -> tuple[Compared, np.ndarray]:
    rng = np.random.default_rng(seed)
    truth = np.arange(pairs) < links
    columns = [
        np.where(truth, rng.random(pairs) > m[0], rng.random(pairs) > u[0]) for m, u in zip(M, U, strict=True)
    ]
    levels = np.stack(columns, axis=1).astype(np.int8)
    levels[rng.random(levels.shape) < 0.1] = -1
    return Compared(levels, (2, 2, 2, 2), float(pairs), tuple(np.zeros(2) for _ in M)), truth


def test_the_shares_behind_the_levels_are_found_without_examples() -> None:
    """EM on 60,000 made pairs with 600 links: m within .05, u within .005, the number of links within 5 %."""
    compared, truth = _made(60_000, 600, 1)
    found = fit(compared, most_links=2_000)
    assert found.converged
    for mine, known in zip(found.m, M, strict=True):
        assert mine == pytest.approx(known, abs=0.05)
    for mine, known in zip(found.u, U, strict=True):
        assert mine == pytest.approx(known, abs=0.005)
    assert found.prevalence * compared.pairs == pytest.approx(600, rel=0.05)
    chance = found.probabilities(compared.levels)
    assert chance[truth].mean() > 0.85 and chance[~truth].mean() < 0.002


def test_the_weight_of_a_pair_is_the_sum_of_logs_and_the_unknown_says_nothing() -> None:
    """log(m/u) by field; level -1 gives 0."""
    weights = weights_of(np.array([[0, 1, -1, 0]], dtype=np.int8), M, U)
    assert weights[0] == pytest.approx([np.log(90), np.log(0.15 / 0.95), 0.0, np.log(47.5)])


def test_levels_that_cannot_be_are_refused() -> None:
    """No pairs, a level beyond its field, fewer possible pairs than compared ones: a sentence each."""
    rest = (np.zeros(2),)
    for levels, pairs in ((np.zeros((0, 1)), 5.0), (np.full((3, 1), 2), 5.0), (np.zeros((3, 1)), 2.0)):
        with pytest.raises(Refused):
            Compared(levels.astype(np.int8), (2,), pairs, rest)


@given(st.data())
@settings(max_examples=60)
def test_no_part_holds_two_records_of_one_list(data: st.DataObject) -> None:
    """Whatever the pairs and their chances, and in every draw."""
    number = data.draw(st.integers(2, 4))
    lists = np.array(
        [*data.draw(st.lists(st.integers(0, number - 1), min_size=4, max_size=12)), *range(number)]
    )
    pairs = [(i, j) for i in range(len(lists)) for j in range(i) if lists[i] != lists[j]]
    chosen = data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=20, unique=True))
    left, right = (np.array(side) for side in zip(*chosen, strict=True))
    levels = np.array(data.draw(st.lists(st.integers(-1, 1), min_size=len(chosen), max_size=len(chosen))))
    compared = Compared(levels[:, None].astype(np.int8), (2,), float(len(pairs)), (np.zeros(2),))
    found = fit(compared, most_links=len(lists))
    parts = [best_links(lists, left, right, found.probabilities(compared.levels), 0.1)]
    drawn = sample(lists, left, right, compared, found, draws=3, burn=3, thin=1, rng=np.random.default_rng(1))
    for each in (*parts, *drawn.parts):
        members = [(part, of) for part, of in zip(each.tolist(), lists.tolist(), strict=True)]
        assert len(set(members)) == len(members)
        assert patterns_of(lists, each, number).sum() == len(set(each.tolist()))


def _three() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """300 people, each on list 0 and list 1; pairs: everybody with himself and with the next."""
    lists = np.repeat([0, 1], 300)
    left = np.concatenate([np.arange(300), np.arange(300)])
    right = np.concatenate([300 + np.arange(300), 300 + (np.arange(300) + 1) % 300])
    return lists, left, right


def test_a_judgement_outweighs_what_the_fields_say() -> None:
    """A pair judged the same is together in every draw, one judged different in none."""
    lists, left, right = _three()
    levels = np.repeat([[0, 0, 0, 0], [1, 1, 1, 1]], 300, axis=0).astype(np.int8)
    compared = Compared(levels, (2, 2, 2, 2), 90_000.0, tuple(np.array([900.0, 88_000.0]) for _ in M))
    found = fit(compared, most_links=300)
    judged = np.zeros(600, dtype=np.int8)
    judged[5], judged[306] = -1, 1
    drawn = sample(lists, left, right, compared, found, judged=judged, draws=20, rng=np.random.default_rng(2))
    assert drawn.together[5] == 0.0
    assert drawn.together[306] == 1.0
    assert drawn.together[20:300].mean() > 0.95


def test_two_that_fit_equally_share_the_chance() -> None:
    """Of two records of one list that fit a third alike, each is it in about half the draws, never both."""
    lists = np.concatenate([np.repeat([0, 1], 50), [0, 1, 1]])
    left = np.concatenate([np.arange(50), [100, 100]])
    right = np.concatenate([50 + np.arange(50), [101, 102]])
    levels = np.zeros((52, 4), dtype=np.int8)
    compared = Compared(levels, (2, 2, 2, 2), 2652.0, tuple(np.array([25.0, 2500.0]) for _ in M))
    found = fit(compared, most_links=51)
    drawn = sample(lists, left, right, compared, found, draws=400, thin=2, rng=np.random.default_rng(3))
    assert drawn.together[50:] == pytest.approx([0.5, 0.5], abs=0.08)
    assert drawn.together[50:].sum() <= 1.0


def test_the_same_seed_gives_the_same_draws() -> None:
    """Bytes for bytes."""
    lists, left, right = _three()
    compared, _ = _made(600, 300, 4)
    found = fit(compared, most_links=300)
    one, two = (
        sample(lists, left, right, compared, found, draws=5, rng=np.random.default_rng(7)) for _ in range(2)
    )
    assert one.parts.tobytes() == two.parts.tobytes()
