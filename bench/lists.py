"""Overlapping lists: how long each method takes, how well it does where the truth is known.

    python bench/lists.py                              speed on the typed tables, and the simulations
    python bench/lists.py --tables ../shared/data/lists   all tables of that folder too
    python bench/lists.py --write                      also pin the figures in bench/lists.json

R's times (user seconds) are from another run, of the packages LCMCR 0.4.14, dga 2.0.2, Rcapture 1.4-4 and
SparseMSE 2.0.1 on the machine named in docs/why/methods/overlapping-lists.md; they are for proportion only.
"""

from __future__ import annotations

import argparse
import csv
import json
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tests.stats.tables import KOSOVO, UK  # noqa: E402  (published tables, typed once)

from muster.stats import (  # noqa: E402
    Lists,
    Prior,
    average_graphs,
    bootstrap,
    chao,
    effective,
    fit_all,
    from_rows,
    rhat,
    stepwise,
)
from muster.stats.latent import gibbs_chains  # noqa: E402

# user seconds of R, from another run: exact graph averaging, its grid's cap, all models, latent classes
DGA = {
    "lcmcr_kosovo_tab": (0.58, 88_000), "sparsemse_UKdat_5": (6.54, 54_880), "rcapture_HIV": (0.146, 37_920),
    "sparsemse_Ned_5": (6.99, 60_000), "sparsemse_NewOrl_5": (0.18, 3_700),
    "sparsemse_Western": (0.30, 6_900), "msetools_Australia": (0.028, 8_280),
}  # fmt: skip
RCAPTURE = {"lcmcr_kosovo_tab": 0.85, "sparsemse_UKdat_5": 74.8, "rcapture_HIV": 0.9, "rcapture_lesbian": 0.9}
SPARSEMSE = {"sparsemse_UKdat_5": 24.6, "sparsemse_NewOrl_5": 5.3, "sparsemse_Western": 7.8}
LCMCR = {
    "lcmcr_kosovo_tab": 2.4, "sparsemse_UKdat_5": 2.4, "sparsemse_UKdat": 3.0, "sparsemse_Ned_5": 2.4,
    "sparsemse_Ned": 2.9, "sparsemse_NewOrl": 3.0, "sparsemse_NewOrl_5": 1.9, "sparsemse_Western": 1.9,
    "msetools_Australia": 1.8, "rcapture_HIV": 1.8,
}  # fmt: skip


def cpu(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of ``times`` calls, in seconds."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def tables(folder: Path | None) -> dict[str, Lists]:
    """The two typed tables, and all pattern tables of ``folder`` that the R packages were timed on."""
    out = {"lcmcr_kosovo_tab": KOSOVO, "sparsemse_UKdat_5": UK}
    wanted = {*DGA, *RCAPTURE, *SPARSEMSE, *LCMCR}
    for path in sorted(folder.glob("*.csv")) if folder else []:
        if path.stem in wanted:
            head, *rows = list(csv.reader(path.read_text("utf-8").splitlines()))
            out[path.stem] = from_rows(head[:-1], [(r[:-1], r[-1]) for r in rows if "1" in r[:-1]])
    return out


def speed(held: dict[str, Lists]) -> dict[str, dict[str, float]]:
    """Seconds of processor time and how many times faster than R was in that other run, by table."""
    out: dict[str, dict[str, float]] = {}
    for name, lists in held.items():
        figures = {**of_graphs(name, lists), **of_models(name, lists), **of_classes(name, lists)}
        out[name] = {k: round(v, 4) for k, v in figures.items()}
        print(name, out[name], flush=True)
    return out


def of_graphs(name: str, lists: Lists) -> dict[str, float]:
    """Graph averaging on every total and on the default grid."""
    if lists.number == 6:
        return {"graphs, grid of 500": cpu(lambda: average_graphs(lists))}
    if name not in DGA:
        return {}
    seconds, cap = DGA[name]
    prior = Prior(most=cap)
    every = cpu(lambda: average_graphs(lists, prior=prior, exact=True))
    grid = cpu(lambda: average_graphs(lists, prior=prior))
    return {
        "graphs, every total": every, "graphs, grid of 500": grid, "dga / every total": seconds / every,
        "dga / grid": seconds / grid, "largest quantile error of the grid": grid_error(lists, prior),
    }  # fmt: skip


def of_models(name: str, lists: Lists) -> dict[str, float]:
    """All log-linear models; stepwise choice again in a hundred tables."""
    figures: dict[str, float] = {}
    if name in RCAPTURE:
        figures["all log-linear models"] = cpu(lambda: fit_all(lists))
        figures["Rcapture / ours"] = RCAPTURE[name] / figures["all log-linear models"]
    if name in SPARSEMSE:
        choose, rng = stepwise(lists.number), np.random.default_rng(1)
        seconds = cpu(lambda: bootstrap(lists, choose, number=100, rng=rng), 2)
        figures |= {"bootstrap, 100 tables, BCa": seconds, "SparseMSE / ours": SPARSEMSE[name] / seconds}
    return figures


def of_classes(name: str, lists: Lists) -> dict[str, float]:
    """One chain of 110,000 iterations."""
    if name not in LCMCR:
        return {}
    rng = np.random.default_rng(1)

    def chain(kept: int) -> object:
        return gibbs_chains(
            lists, chains=1, kept=kept, thin=100, burn=10_000, classes=10, cap=20 * lists.seen, rng=rng
        )

    chain(1)
    seconds = cpu(lambda: chain(1000), 2)
    return {"latent classes, 110,000 iterations": seconds, "LCMCR / ours": LCMCR[name] / seconds}


def grid_error(lists: Lists, prior: Prior) -> float:
    """The largest relative error of the median and the bounds of the default grid."""
    shares = [0.025, 0.5, 0.975]
    exact = average_graphs(lists, prior=prior, exact=True).posterior.quantiles(shares)
    return float(np.abs(average_graphs(lists, prior=prior).posterior.quantiles(shares) / exact - 1).max())


def meeting() -> dict[str, float]:
    """Eight long chains on Kosovo: where they meet and how well."""
    drawn = gibbs_chains(
        KOSOVO, chains=8, kept=2000, thin=100, burn=10_000, classes=10, cap=88_000, cores=2,
        rng=np.random.default_rng(19481210),
    )  # fmt: skip
    q = np.quantile(drawn, [0.5, 0.025, 0.975])
    return {
        "median": float(q[0]), "low": float(q[1]), "high": float(q[2]),
        "R-hat": round(rhat(drawn), 4), "effective draws": round(effective(drawn)),
    }  # fmt: skip


# --- simulations: 1,000 people, four lists, truth known ------------------------------------------------

PEOPLE = 1000


def independent(rng: np.random.Generator) -> np.ndarray:
    """S1: four lists, each independent of the others."""
    return rng.random((PEOPLE, 4)) < [0.3, 0.25, 0.2, 0.2]


def two_classes(rng: np.random.Generator) -> np.ndarray:
    """S2: half of the people are some three times as visible as the others, to every list."""
    chance = np.where(rng.random((PEOPLE, 1)) < 0.5, [[0.45, 0.4, 0.3, 0.3]], [[0.15, 0.1, 0.1, 0.1]])
    return rng.random((PEOPLE, 4)) < chance


def copied(rng: np.random.Generator) -> np.ndarray:
    """S3: the second list takes over a third of the first."""
    on = independent(rng)
    on[:, 1] |= on[:, 0] & (rng.random(PEOPLE) < 0.35)
    return on


def invisible(rng: np.random.Generator) -> np.ndarray:
    """S4: three in ten are almost invisible to every list."""
    chance = np.where(rng.random((PEOPLE, 1)) < 0.3, 0.01, [[0.35, 0.3, 0.25, 0.2]])
    return rng.random((PEOPLE, 4)) < chance


def opposed(rng: np.random.Generator) -> np.ndarray:
    """S5: two publics; the first two lists see one, the last two the other, by different chances."""
    state = rng.random((PEOPLE, 1)) < 0.5
    chance = np.where(state, [[0.4, 0.15, 0.25, 0.2]], [[0.1, 0.4, 0.25, 0.2]])
    return rng.random((PEOPLE, 4)) < chance


SCENARIOS = {
    "S1 independent": independent, "S2 two classes of visibility": two_classes,
    "S3 one list copies another": copied, "S4 three in ten invisible": invisible,
    "S5 opposed lists": opposed,
}  # fmt: skip


def tabled(on: np.ndarray) -> Lists:
    """The pattern table of people by lists."""
    counts = np.bincount(on @ (1 << np.arange(on.shape[1])), minlength=2 ** on.shape[1])
    counts[0] = 0
    return Lists(("A", "B", "C", "D"), counts.astype(np.int64))


def simulate(replicates: int, latent: bool) -> dict[str, dict[str, float]]:
    """Medians over the replicates, and how often the 95 % interval holds the truth, by scenario."""
    out: dict[str, dict[str, float]] = {}
    for name, draw in SCENARIOS.items():
        rng = np.random.default_rng(20220610)
        rows: dict[str, list[float]] = {}
        for _ in range(replicates):
            lists = tabled(draw(rng))
            rows.setdefault("seen", []).append(lists.seen)
            rows.setdefault("Chao's bound", []).append(chao(lists).best)
            rows.setdefault("log-linear, least BIC", []).append(float(fit_all(lists).totals[0]))
            low, best, high = average_graphs(lists).posterior.quantiles([0.025, 0.5, 0.975])
            rows.setdefault("graphs", []).append(float(best))
            rows.setdefault("graphs, coverage", []).append(float(low <= PEOPLE <= high))
            if latent:
                drawn = gibbs_chains(
                    lists, chains=8, kept=200, thin=20, burn=2000, classes=10, cap=20 * lists.seen, rng=rng
                )
                low, best, high = np.quantile(drawn, [0.025, 0.5, 0.975])
                rows.setdefault("latent", []).append(float(best))
                rows.setdefault("latent, coverage", []).append(float(low <= PEOPLE <= high))
        out[name] = {
            k: round(float(np.mean(v) if "coverage" in k else np.median(v)), 3) for k, v in rows.items()
        }
        print(name, out[name], flush=True)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=Path, default=None, help="a folder of pattern tables")
    parser.add_argument("--replicates", type=int, default=100)
    parser.add_argument(
        "--no-latent", action="store_true", help="leave latent classes out of the simulations"
    )
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    results = {
        "machine": f"{platform.machine()}, one thread, Python {platform.python_version()}",
        "R": "times of R are from another run, see docs/why/methods/overlapping-lists.md",
        "speed": speed(tables(given.tables)),
        "Kosovo, eight chains": meeting(),
        "simulations": {
            "people": PEOPLE, "replicates": given.replicates,
            **simulate(given.replicates, not given.no_latent),
        },
    }  # fmt: skip
    if given.write:
        text = json.dumps(results, ensure_ascii=False, indent=1)
        (HERE / "lists.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
