"""Arrays in, intervals out: how many people there are, from lists that overlap.

No records, no names, nothing of the rest of Muster is needed:

>>> import numpy as np
>>> from muster.stats import estimate, from_rows
>>> lists = from_rows(
...     ("A", "B", "C"),
...     [((1, 0, 0), 60), ((0, 1, 0), 49), ((1, 1, 0), 14), ((0, 0, 1), 247),
...      ((1, 0, 1), 112), ((0, 1, 1), 142), ((1, 1, 1), 22)],
... )
>>> total = estimate(lists, rng=np.random.default_rng(1))
>>> total.seen, total.strength, total.low < total.best < total.high
(646, 'estimate', True)

``estimate`` returns a `Total`: bounds, the priors and assumptions behind them, warnings, and a panel that
says what the total would be had one thing been different. It refuses tables that say nothing, and gives a
floor and a band where a number would mislead (two lists; fewer than ten people on two lists).

The methods by themselves: `chapman`, `odds_band` and `chao` (closed formulas); `average_graphs` (all
decomposable graphs, 3–7 lists, exact); `fit_all`, `profile`, `bootstrap` (all hierarchical log-linear
models, 3–5 lists); `latent_classes` (3–10 lists); `no_highest_order` (what no table can tell);
`add_strata`, `pool_imputations`.

None of them finds people whom no list could hold.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from muster.stats.chains import effective, rhat
    from muster.stats.combine import add_strata, pool_imputations
    from muster.stats.estimating import Settings, all_methods, estimate
    from muster.stats.existence import examine
    from muster.stats.graphs import GraphAverage, average_graphs
    from muster.stats.highest import no_highest_order
    from muster.stats.latent import Latent, latent_classes
    from muster.stats.loglinear import Fitted, best_of, bootstrap, fit_all, profile, stepwise
    from muster.stats.lowerbound import chao
    from muster.stats.pairs import Bounds, chapman, odds_band, pairwise, pairwise_matrix
    from muster.stats.patterns import Lists, from_members, from_rows
    from muster.stats.posterior import Mode, Posterior
    from muster.stats.predictive import Predictive, predict
    from muster.stats.priors import GammaPoisson, Prior
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
    from muster.stats.protocols import Protocol, cautions
    from muster.stats.removal import smallest_removal
    from muster.stats.total import Check, Total

# Name → module. A module, and numpy and scipy with it, is imported when a name of it is first used.
_HOMES = {
    "Bounds": "pairs",
    "Check": "total",
    "Fitted": "loglinear",
    "GammaPoisson": "priors",
    "GraphAverage": "graphs",
    "Latent": "latent",
    "Lists": "patterns",
    "Mode": "posterior",
    "Posterior": "posterior",
    "Predictive": "predictive",
    "Prior": "priors",
    "Protocol": "protocols",
    "Settings": "estimating",
    "Total": "total",
    "add_strata": "combine",
    "all_methods": "estimating",
    "average_graphs": "graphs",
    "best_of": "loglinear",
    "beta_interval": "proportions",
    "bootstrap": "loglinear",
    "cautions": "protocols",
    "chao": "lowerbound",
    "chapman": "pairs",
    "effective": "chains",
    "estimate": "estimating",
    "exact": "proportions",
    "examine": "existence",
    "fit_all": "loglinear",
    "from_members": "patterns",
    "from_rows": "patterns",
    "latent_classes": "latent",
    "no_highest_order": "highest",
    "odds_band": "pairs",
    "pairwise": "pairs",
    "pairwise_matrix": "pairs",
    "partial_pooling": "proportions",
    "pool_imputations": "combine",
    "predict": "predictive",
    "profile": "loglinear",
    "rhat": "chains",
    "share_of": "proportions",
    "smallest_removal": "removal",
    "stepwise": "loglinear",
    "unseen_units": "proportions",
    "wilson": "proportions",
    "worst_case": "proportions",
    "worst_case_units": "proportions",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"muster.stats has no '{name}'")
    found = getattr(import_module(f"muster.stats.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


__all__ = [
    "Bounds",
    "Check",
    "Fitted",
    "GammaPoisson",
    "GraphAverage",
    "Latent",
    "Lists",
    "Mode",
    "Posterior",
    "Predictive",
    "Prior",
    "Protocol",
    "Settings",
    "Total",
    "add_strata",
    "all_methods",
    "average_graphs",
    "best_of",
    "beta_interval",
    "bootstrap",
    "cautions",
    "chao",
    "chapman",
    "effective",
    "estimate",
    "exact",
    "examine",
    "fit_all",
    "from_members",
    "from_rows",
    "latent_classes",
    "no_highest_order",
    "odds_band",
    "pairwise",
    "pairwise_matrix",
    "partial_pooling",
    "pool_imputations",
    "predict",
    "profile",
    "rhat",
    "share_of",
    "smallest_removal",
    "stepwise",
    "unseen_units",
    "wilson",
    "worst_case",
    "worst_case_units",
]
