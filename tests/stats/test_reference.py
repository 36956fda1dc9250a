"""Published results come out again, to the digits that were printed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.stats.tables import FIVE, HEPATITIS, KOSOVO, SPARSE, SPINA, UK

from muster.stats import (
    GammaPoisson,
    Lists,
    Prior,
    average_graphs,
    best_of,
    bootstrap,
    chao,
    examine,
    fit_all,
    latent_classes,
    no_highest_order,
    odds_band,
    pairwise_matrix,
    profile,
    rhat,
    stepwise,
)
from muster.stats.decomposable import decomposable
from muster.stats.fitting import fit, stacked
from muster.stats.hierarchical import from_generators, hierarchical, written


def middle(result: object) -> list[int]:
    """Median and middle 95 % of a posterior, rounded."""
    posterior = result.posterior  # type: ignore[attr-defined]
    return [round(float(q)) for q in posterior.quantiles([0.5, 0.025, 0.975])]


def test_there_are_as_many_graphs_and_models_as_are_known() -> None:
    """Labelled chordal graphs 2, 8, 61, 822, 18,154 (OEIS A058862); hierarchical models 1, 8, 113, 6,893."""
    assert [len(decomposable(k)) for k in range(2, 7)] == [2, 8, 61, 822, 18154]
    assert [len(hierarchical(k)) for k in range(2, 6)] == [1, 8, 113, 6893]


def test_kosovo_log_linear_is_the_figure_given_in_court() -> None:
    """Ball et al. 2002: 10,356 (9,002–12,122); the model of least BIC of 113, its profile interval."""
    fitted = fit_all(KOSOVO)
    assert written(fitted.models[0], KOSOVO.names) == "[EXH ABA OSCE][EXH HRW][OSCE HRW]"
    assert fitted.totals[:3] == pytest.approx([10356.5, 12741.0, 18393.3], abs=0.05)
    assert fitted.bic[:3] == pytest.approx([203.0, 203.1, 204.0], abs=0.05)
    assert fitted.errors[0] == pytest.approx(785.9, abs=0.05)
    bounds = profile(KOSOVO, fitted.models[0])
    assert [round(bounds.low), round(bounds.high)] == [9012, 12138]


def test_independence_and_all_pairs_of_classic_tables() -> None:
    """Hepatitis: 388.5 under independence, 1,312.8 with all pairs; the UK: 13,444.1 and 25,311 (se 3,638)."""
    of_hepatitis = {written(m, ("1", "2", "3")): t for m, t in zip(*_models(HEPATITIS), strict=True)}
    assert of_hepatitis["[1][2][3]"] == pytest.approx(388.5, abs=0.05)
    assert of_hepatitis["[1 2][1 3][2 3]"] == pytest.approx(1312.8, abs=0.05)
    fitted = fit_all(UK)
    assert (round(fitted.totals[0]), round(fitted.errors[0])) == (25311, 3638)
    independent = fitted.models.index(from_generators(5, []))
    assert fitted.totals[independent] == pytest.approx(13444.1, abs=0.05)


def _models(lists: Lists) -> tuple[tuple[frozenset[int], ...], np.ndarray]:
    fitted = fit_all(lists)
    return fitted.models, fitted.totals


def test_stepwise_choice_is_that_of_silverman() -> None:
    """Pairs added while p < 0.02: 14,342 for Kosovo, 11,313 for the UK (SparseMSE)."""
    for lists, total in ((KOSOVO, 14342), (UK, 11313)):
        assert round(float(stepwise(lists.number)(lists.counts[None, :].astype(float))[0])) == total


@pytest.mark.parametrize(
    ("lists", "most", "median", "low", "high"),
    [(KOSOVO, 88_000, 12595, 9827, 16544), (UK, 54_880, 22990, 10387, 33508)],
)
def test_graph_averaging_on_every_total(lists: Lists, most: int, median: int, low: int, high: int) -> None:
    """delta = 2**−L, p(N) ∝ 1/N, every total up to the cap: the medians and bounds of dga."""
    exact = average_graphs(lists, prior=Prior(most=most), exact=True)
    assert middle(exact) == [median, low, high]
    quick = average_graphs(lists, prior=Prior(most=most))
    assert middle(quick) == pytest.approx([median, low, high], rel=0.002)


def test_examples_of_madigan_and_york() -> None:
    """Five lists, delta 1/2: 616 (588–655), mean 617.8; spina bifida, delta 1: 731 (682–797)."""
    five = average_graphs(FIVE, delta=0.5, prior=Prior(most=300), exact=True)
    assert middle(five) == [616, 588, 655]
    assert five.posterior.mean == pytest.approx(617.8, abs=0.05)
    spina = average_graphs(SPINA, delta=1.0, prior=GammaPoisson(13.14, 1 / 55.17, most=300), exact=True)
    assert middle(spina) == [731, 682, 797]
    assert np.sort(spina.weights)[::-1][:4] == pytest.approx([0.374, 0.310, 0.282, 0.035], abs=0.0006)


def test_graph_averaging_equals_the_direct_sum() -> None:
    """Against a sum over graphs and totals written out with cliques and separators, to 1e-10."""
    average = average_graphs(HEPATITIS, prior=Prior(most=400), exact=True)
    direct = _direct(HEPATITIS, 1 / 8, range(1, 401))
    assert np.abs(average.posterior.mass - direct.sum(axis=0)).max() < 1e-10
    assert np.abs(np.sort(average.weights) - np.sort(direct.sum(axis=1))).max() < 1e-10


def _direct(lists: Lists, delta: float, missing: range) -> np.ndarray:
    """p(graph, missing) for three lists: the eight graphs by hand, the gamma function of math."""
    a, b, c = 1, 2, 4
    by_hand = [
        ([a, b, c], []), ([a | b, c], []), ([a | c, b], []), ([b | c, a], []),
        ([a | b, b | c], [b]), ([a | b, a | c], [a]), ([a | c, b | c], [c]), ([7], []),
    ]  # fmt: skip

    def marginal(mask: int, zero: int) -> float:
        cells: dict[int, float] = {}
        for pattern in range(8):
            cells.setdefault(pattern & mask, 0.0)
            cells[pattern & mask] += zero if pattern == 0 else float(lists.counts[pattern])
        share = delta * 8 / len(cells)
        out = math.lgamma(delta * 8) - math.lgamma(lists.seen + zero + delta * 8)
        return out + sum(math.lgamma(v + share) - math.lgamma(share) for v in cells.values())

    logs = np.array(
        [
            [
                sum(marginal(m, z) for m in cliques)
                - sum(marginal(m, z) for m in separators)
                + math.lgamma(lists.seen + z + 1)
                - math.lgamma(z + 1)
                - math.log(lists.seen + z)
                for z in missing
            ]
            for cliques, separators in by_hand
        ]
    )
    p = np.exp(logs - logs.max())
    return np.asarray(p / p.sum())


def test_the_odds_band_of_two_lists() -> None:
    """Exhumations × ABA interviews, odds 1/2, 1, 2, 3, 4 (Lum and Ball 2015)."""
    two = KOSOVO.only([0, 1])
    totals = odds_band(int(two.counts[1]), int(two.counts[2]), int(two.counts[3]))
    assert [round(t) for t in totals] == [5138, 7242, 11449, 15656, 19863]


def test_the_pairwise_chapman_matrix_of_kosovo() -> None:
    """From 5,447 to 9,622 among six pairs."""
    matrix = pairwise_matrix(KOSOVO)
    assert (round(np.nanmin(matrix)), round(np.nanmax(matrix))) == (5447, 9622)
    assert np.isnan(np.diag(matrix)).all()


def test_the_highest_interaction_of_kosovo() -> None:
    """Odds 1/4 to 4: 55,042, 29,758, 17,054 (9,307–35,919), 10,736 and 7,568, within sampling error."""
    found = no_highest_order(KOSOVO, rng=np.random.default_rng(5))
    medians = [p.quantile(0.5) for p in found.values()]
    assert medians == pytest.approx([55042, 29758, 17054, 10736, 7568], rel=0.02)
    assert found[1.0].quantiles([0.025, 0.975]) == pytest.approx([9307, 35919], rel=0.05)


def test_latent_classes_of_kosovo() -> None:
    """Eight short chains meet at a median between 10,250 and 10,650; bench/lists.py pins long ones."""
    pytest.importorskip("numba", reason="without the extra 'fast' this takes minutes")
    found = latent_classes(
        KOSOVO, kept=800, thin=50, burn=4000, rng=np.random.default_rng(19481210), tempered=False
    )
    assert found.rhat <= 1.05
    assert 10_250 <= found.posterior.quantile(0.5) <= 10_650
    assert found.rhat == rhat(found.totals) and len(found.totals) == 8


def test_latent_classes_of_the_uk_are_multimodal() -> None:
    """Plain chains do not meet, so the bounds come from tempered ones; here too short to meet either."""
    pytest.importorskip("numba", reason="without the extra 'fast' this takes minutes")
    rng = np.random.default_rng(3)
    found = latent_classes(UK, kept=80, thin=40, burn=1500, sweeps=60, temperatures=4, rng=rng)
    assert found.chains_rhat > 1.01 and found.tempered and not found.settled
    assert len(found.totals[0]) == 4 * 60, "as many sweeps again, four times, while they have not met"


def test_bootstrap_covers_what_one_model_cannot() -> None:
    """With the model chosen again in each table the interval is wider than the profile of one model."""
    fitted = fit_all(KOSOVO)
    again = bootstrap(KOSOVO, best_of(fitted.models), number=60, rng=np.random.default_rng(1))
    one = profile(KOSOVO, fitted.models[0])
    assert again.bounds.high - again.bounds.low > one.high - one.low
    assert again.bounds.best == pytest.approx(10356.5, abs=0.05)


def test_models_without_an_answer_are_told_apart() -> None:
    """On the sparse table of Chan et al. all pairs are not identifiable; linear program and fit agree."""
    models = hierarchical(3)
    fine = fit(SPARSE.counts.astype(float), stacked(models)).ok
    verdicts = [examine(SPARSE, m) for m in models]
    assert [v == "fine" for v in verdicts] == list(fine)
    assert "not identifiable" in verdicts and "no maximum" in verdicts


def test_chao_is_not_a_bound_where_lists_avoid_each_other() -> None:
    """1,000 people, two of four lists opposed: the 'bound' is above the truth, as its warning says."""
    from muster.stats.lowerbound import WARNING

    assert chao(KOSOVO).best < 10_401 and "avoid each other" in WARNING
