"""The pinned figures of bench/lists.json reach their goals; tables kept beside the project agree."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from muster.stats import Lists, Prior, average_graphs, fit_all, from_rows, stepwise

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pinned() -> dict[str, Any]:
    held: dict[str, Any] = json.loads((ROOT / "bench" / "lists.json").read_text("utf-8"))
    return held


def of(pinned: dict[str, Any], figure: str) -> dict[str, float]:
    """Table → figure, where the table has it."""
    return {name: f[figure] for name, f in pinned["speed"].items() if figure in f}


def test_speed_beside_r(pinned: dict[str, Any]) -> None:
    """Graphs 3 times as fast (five lists 8), grid 50, models 15, bootstrap 20, classes 1.2, median 2."""
    exact = of(pinned, "dga / every total")
    assert len(exact) == 7 and min(exact.values()) >= 3
    assert all(exact[n] >= 8 for n in exact if n.endswith(("_5", "Western")))
    assert min(of(pinned, "dga / grid").values()) >= 50
    assert all(pinned["speed"][n]["graphs, grid of 500"] < 0.5 for n in ("sparsemse_UKdat", "sparsemse_Ned"))
    assert min(of(pinned, "Rcapture / ours").values()) >= 15
    assert min(of(pinned, "SparseMSE / ours").values()) >= 20
    classes = of(pinned, "LCMCR / ours").values()
    assert len(classes) == 10 and min(classes) >= 1.2 and median(classes) >= 2


def test_exactness(pinned: dict[str, Any]) -> None:
    """The default grid is within 0.2 % everywhere; eight long chains on Kosovo meet where they should."""
    assert max(of(pinned, "largest quantile error of the grid").values()) <= 0.002
    long = pinned["Kosovo, eight chains"]
    assert long["R-hat"] <= 1.01 and 10_250 <= long["median"] <= 10_650


def test_no_method_finds_the_invisible(pinned: dict[str, Any]) -> None:
    """Independent lists are covered; where three in ten are invisible, no interval holds the truth."""
    simulated = pinned["simulations"]
    assert simulated["S1 independent"]["graphs, coverage"] >= 0.9
    assert simulated["S4 three in ten invisible"]["graphs, coverage"] <= 0.1


def beside(folder: Path, name: str) -> Lists:
    text = (folder / "data" / "lists" / f"{name}.csv").read_text("utf-8")
    head, *rows = list(csv.reader(text.splitlines()))
    return from_rows(head[:-1], [(r[:-1], r[-1]) for r in rows if "1" in r[:-1]])


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "most", "expected"),
    [
        ("sparsemse_Ned_5", 60_000, [47902, 40844, 55430]),
        ("sparsemse_NewOrl_5", 3_700, [869, 511, 1758]),
        ("sparsemse_Western", 6_900, [2132, 1343, 3848]),
        ("msetools_Australia", 8_280, [2238, 1187, 6463]),
        ("rcapture_HIV", 37_920, [11220, 9404, 14095]),
    ],
)
def test_graph_averaging_of_published_tables(name: str, most: int, expected: list[int], shared: Path) -> None:
    """Median and bounds on every total are those of dga, to the last person."""
    lists = beside(shared, name)
    exact = average_graphs(lists, prior=Prior(most=most), exact=True).posterior
    assert [round(float(q)) for q in exact.quantiles([0.5, 0.025, 0.975])] == expected


@pytest.mark.shared
def test_log_linear_figures_of_published_tables(shared: Path) -> None:
    """Rcapture's best models and SparseMSE's stepwise choice, to the digits printed."""
    best = {"rcapture_HIV": 11124.6, "rcapture_lesbian": 6349.0, "sparsemse_Western": 2483.4}
    for name, total in best.items():
        assert fit_all(beside(shared, name)).totals[0] == pytest.approx(total, abs=0.05)
    for name, total in (
        ("sparsemse_Ned_5", 121_522),
        ("sparsemse_NewOrl_5", 1_034),
        ("sparsemse_UKdat", 11_418),
    ):
        lists = beside(shared, name)
        assert round(float(stepwise(lists.number)(lists.counts[None, :].astype(float))[0])) == total
