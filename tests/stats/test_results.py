"""The one result: its panel, its modes, sums of strata, pooled imputations; chains and predictive checks."""

from __future__ import annotations

import doctest

import numpy as np
import pytest
from tests.stats.tables import HEPATITIS, KOSOVO, SPINA, UK

import muster.stats
from muster.stats import (
    Total,
    add_strata,
    average_graphs,
    effective,
    estimate,
    pool_imputations,
    predict,
    rhat,
)
from muster.stats.latent import gibbs_chains
from muster.stats.posterior import from_draws
from muster.stats.tempering import temper


def total(lists: object, **more: object) -> Total:
    return estimate(lists, rng=np.random.default_rng(1), **more)  # type: ignore[arg-type]


def test_the_help_page_is_true() -> None:
    """The example of ``help(muster.stats)`` runs."""
    assert doctest.testmod(muster.stats).failed == 0


def test_the_panel_of_kosovo() -> None:
    """Lists dropped one by one (11,761, 7,123, 10,370, 4,276), every kind of row there, priors in words."""
    found = total(KOSOVO)
    drops = [round(c.best or 0) for c in found.panel if c.kind == "drop"]
    assert drops == pytest.approx([11761, 7123, 10370, 4276], abs=3)
    kinds = {c.kind for c in found.panel}
    assert kinds == {
        "drop",
        "merge",
        "delta",
        "cap",
        "odds",
        "model",
        "pair",
        "bound",
        "predictive",
        "unseen",
    }
    assert any("delta = 0.0625" in p for p in found.priors)
    assert any("4,401 to 92,400" in p for p in found.priors)
    assert any("without protocols" in w for w in found.warnings)
    assert found.unseen_share == pytest.approx(0.65, abs=0.01)


def test_two_humps_are_reported_as_two() -> None:
    """UK, graph averaging: some 11,700 and some 24,700; no number between them."""
    found = total(UK, panel=False)
    assert found.strength == "modes" and found.best is None
    assert [round(m.peak, -3) for m in found.modes] == [12000, 25000]
    assert sum(m.share for m in found.modes) == pytest.approx(1, abs=0.01)


def test_modes_of_a_mixture_are_found_and_one_hump_is_one() -> None:
    """Draws around 1,000 and around 5,000; then around 1,000 alone."""
    rng = np.random.default_rng(2)
    two = np.concatenate([rng.normal(1000, 60, 3000), rng.normal(5000, 300, 1000)])
    modes = from_draws(500, two).modes()
    assert [round(m.share, 1) for m in modes] == [0.8, 0.2] or [round(m.share, 2) for m in modes] == [
        0.75,
        0.25,
    ]
    assert len(from_draws(500, rng.normal(1000, 60, 3000)).modes()) == 1


def test_same_seed_same_numbers() -> None:
    """Everything drawn hangs on the generator that is handed in."""
    one, two = total(HEPATITIS), total(HEPATITIS)
    assert one.panel == two.panel and one.low == two.low


def test_strata_add_up() -> None:
    """Two strata: the medians add up nearly, the spread grows by the root; a floor makes the sum a floor."""
    parts = [total(KOSOVO, panel=False), total(SPINA, panel=False)]
    with pytest.raises(Exception, match="not of the same lists"):
        add_strata(parts, ["x", "y"], rng=np.random.default_rng(1))
    same = [total(KOSOVO, panel=False)] * 2
    found = add_strata(same, ["north", "south"], rng=np.random.default_rng(1))
    assert found.seen == 8800
    assert found.best == pytest.approx(2 * same[0].best, rel=0.02)  # type: ignore[operator]
    assert found.high - found.low < 2 * (same[0].high - same[0].low)  # type: ignore[operator]
    thin = total(KOSOVO.only([0, 1]), panel=False)
    floor = add_strata([thin, thin], ["north", "south"], rng=np.random.default_rng(1))
    assert (floor.best, floor.low, floor.strength) == (None, 6070.0, "floor and band")


def test_pooling_carries_the_spread_between_tables() -> None:
    """Ten tables alike: no more spread than one. Ten that differ: more."""
    one = total(KOSOVO, panel=False)
    alike = pool_imputations([one] * 10)
    assert alike.high / alike.low == pytest.approx(one.high / one.low, rel=0.1)  # type: ignore[operator]
    rng = np.random.default_rng(4)
    counts = [rng.multinomial(4400, KOSOVO.counts / 4400) for _ in range(10)]
    others = [total(muster.stats.Lists(KOSOVO.names, c), panel=False) for c in counts]
    apart = pool_imputations(others)
    assert apart.high / apart.low > alike.high / alike.low  # type: ignore[operator]
    assert "at least 10" in pool_imputations([one] * 3).warnings[0]


def test_rhat_and_effective_size() -> None:
    """Independent draws: R-hat 1 and their full number; chains that stay apart: neither."""
    rng = np.random.default_rng(3)
    fine = rng.normal(size=(8, 1000))
    assert rhat(fine) < 1.01 and effective(fine) > 6000
    assert rhat(fine + np.arange(8)[:, None]) > 1.5
    slow = np.cumsum(rng.normal(size=(8, 1000)), axis=1)
    assert effective(slow) < 60


def test_predictive_replicates_cover_a_fitted_table() -> None:
    """Kosovo's overlaps are such as the averaged graphs make; a table of one graph forced on them is not."""
    found = predict(KOSOVO, average_graphs(KOSOVO), rng=np.random.default_rng(1))
    assert found.p > 0.05 and found.outside == ()
    average = average_graphs(KOSOVO)
    weights = np.zeros_like(average.weights)
    weights[0] = 1.0
    wrong = muster.stats.GraphAverage(average.posterior, weights, average.delta, average.prior)
    assert predict(KOSOVO, wrong, rng=np.random.default_rng(1)).p < 0.01


def test_samplers_agree_with_and_without_compiled_code() -> None:
    """Gibbs as arrays, Gibbs compiled and tempering give one median on a small table."""
    rng = np.random.default_rng(8)
    medians = {}
    for name, compiled in (("arrays", None), ("compiled", "as installed")):
        with pytest.MonkeyPatch.context() as patch:
            if compiled is None:
                patch.setattr("muster.stats.latent.compiled_loops", lambda: None)
            drawn = gibbs_chains(
                SPINA, chains=8, kept=150, thin=8, burn=300, classes=4, cap=12_520, rng=rng
            )  # fmt: skip
        medians[name] = float(np.median(drawn))
    for name, fast in (("tempered", False), ("tempered fast", True)):
        drawn = temper(
            SPINA, chains=8, temperatures=2, sweeps=320, most=1, classes=4, rng=rng, use_compiled=fast
        ).missing  # fmt: skip
        medians[name] = float(np.median(drawn)) + SPINA.seen
    assert max(medians.values()) - min(medians.values()) < 12, medians


def test_latent_classes_say_whether_to_believe_them() -> None:
    """Far too short chains: R-hat, the medians of the plain chains and no single number."""
    short = muster.stats.Settings(draws=60, sweeps=40)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("muster.stats.latent.AGREED", 1.0)  # temper whatever the plain chains say
        patch.setattr("muster.stats.estimating.AGREED", 1.0)
        found = total(SPINA, method="latent", settings=short)
    facts = dict(found.facts)
    assert facts["chains"] == "8, tempered" and float(facts["R-hat"]) > 1
    assert any(w.startswith("multimodal: plain chains do not meet") for w in found.warnings)
    assert any("the reported chains have not met" in w for w in found.warnings)
    assert found.best is None and found.strength == "modes" and found.modes
    assert any("at most 12,520 beyond the 626 seen" in p for p in found.priors)
    assert found.low < found.modes[0].peak < (found.high or 0)


def test_pooled_tables_with_two_humps_have_no_number_between_them() -> None:
    """Ten versions of the UK table, each with two humps: the humps, no best; one warning, not ten."""
    pooled = muster.stats.pool_imputations([total(UK)] * 10)
    assert pooled.strength == "modes" and pooled.best is None and len(pooled.modes) == 2
    assert len([w for w in pooled.warnings if w.startswith("there is more than one answer")]) == 1
    assert ("priors and panel", "those of the first table") in pooled.facts


def test_eight_lists_are_for_latent_classes_only() -> None:
    """Graphs stop at seven lists, log-linear models at five; the sentence says what to do instead."""
    rng = np.random.default_rng(2)
    on = rng.random((600, 8)) < 0.25
    counts = np.bincount(on @ (1 << np.arange(8)), minlength=256)
    counts[0] = 0
    lists = muster.stats.Lists(tuple("ABCDEFGH"), counts)
    assert muster.stats.all_methods(lists) == ["latent"]
    with pytest.raises(Exception, match="use latent classes"):
        total(lists, panel=False)
    with pytest.raises(Exception, match="average over graphs"):
        total(lists, method="loglinear", panel=False)


def test_chains_do_not_depend_on_the_number_of_cores() -> None:
    """Each chain has a seed of its own, so two cores give the draws of one."""
    drawn = [
        gibbs_chains(
            SPINA, chains=8, kept=10, thin=2, burn=20, classes=4, cap=12_520, cores=cores,
            rng=np.random.default_rng(6),
        )
        for cores in (1, 2)
    ]  # fmt: skip
    assert (drawn[0] == drawn[1]).all()


def test_a_numba_that_cannot_work_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed but unfit (another numpy, no place to write): the arrays take over."""
    import muster.stats.tempering as tempering

    def unfit(_name: str) -> object:
        raise RuntimeError("cannot cache function: no locator available")

    monkeypatch.setattr(tempering, "find_spec", lambda _name: object())
    monkeypatch.setattr(tempering, "import_module", unfit)
    assert tempering.compiled_loops() is None
