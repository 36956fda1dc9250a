"""From a pattern table to a total: gates first, then the method, then what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from muster.model.errors import Refused
from muster.stats.chains import AGREED, WORTH
from muster.stats.graphs import GraphAverage, average_graphs, cliques
from muster.stats.hierarchical import MOST_LISTS as MOST_LOGLINEAR
from muster.stats.hierarchical import written
from muster.stats.latent import latent_classes
from muster.stats.loglinear import best_of, bootstrap, fit_all, predictive_p, profile, window
from muster.stats.lowerbound import WARNING as CHAO_WARNING
from muster.stats.pairs import odds_band, pairwise
from muster.stats.panel import panel_for
from muster.stats.patterns import Lists, contained, strangers
from muster.stats.posterior import from_draws
from muster.stats.priors import Prior, cap_for
from muster.stats.protocols import NONE_GIVEN, Protocol, cautions, matched
from muster.stats.total import Check, Method, Strength, Total

FEWEST_SHARED = 10
ROUGH_SHARED = 30

INVISIBLE = (
    "everybody had some chance to be on a list: people invisible to every list are in no method's total"
)
EQUAL = "people are about equally visible: where some are seen far less than others, the total is too low"
MATCHED = "the same person is recognised on every list, and nobody is taken for somebody else"
CLOSED = "the lists speak of one population, which nobody joined or left"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may choose. ``cap``: on the number nobody saw (None: 20 n); ``delta``: None is 2**−L."""

    level: float = 0.95
    delta: float | None = None
    cap: int | None = None
    exact: bool = False
    replicates: int = 200
    chains: int = 8
    draws: int = 2000
    sweeps: int = 4000
    cores: int = 1

    def __post_init__(self) -> None:
        if not 0.5 <= self.level < 1:
            raise Refused(f"the level is a share like 0.95, not {self.level}")


def estimate(
    lists: Lists,
    method: Method = "graphs",
    *,
    protocols: Sequence[Protocol] = (),
    settings: Settings | None = None,
    panel: bool = True,
    rng: np.random.Generator,
) -> Total:
    """The total of the population that the lists were drawn from, with its sensitivity panel.

    ``method``: "graphs" (averaging over all decomposable graphs, 3–7 lists), "loglinear" (all hierarchical
    models, 3–5 lists) or "latent" (latent classes, 3–10 lists). Two lists, or fewer than ten people on two
    lists, give a floor and a band, whatever the method. Raises Refused, with the reason, for tables that
    say nothing: a list inside another, a list that meets no other, a cap below what was seen.
    """
    settings = settings or Settings()
    told = matched(lists.names, protocols) if protocols else ()
    _gate(lists)
    if lists.number < 3 or lists.shared < FEWEST_SHARED:
        found = _floor(lists, settings)
    else:
        makers = {"graphs": _by_graphs, "loglinear": _by_models, "latent": _by_classes}
        if method not in makers:
            raise Refused(f"there is no method '{method}'", next_step=f"choose {', '.join(makers)}")
        found = makers[method](lists, settings, rng)
    checks = panel_for(lists, found, settings.level, settings.delta, settings.cap, rng) if panel else ()
    said = cautions(told) if told else [NONE_GIVEN]
    warnings = [*found.warnings, *_about_table(lists), *_about_panel(found, checks), *said]
    return replace(found, panel=(*found.panel, *checks), protocols=told, warnings=tuple(warnings))


def _gate(lists: Lists) -> None:
    for i, j in contained(lists):
        raise Refused(
            f"everybody on list {lists.names[i]} is also on list {lists.names[j]}: "
            "the one was made from the other, or is a part of it",
            next_step="leave it out or merge the two; it adds nothing about those nobody saw",
        )
    alone = [
        name
        for i, name in enumerate(lists.names)
        if not any(lists.overlap(i, j) for j in range(lists.number) if j != i)
    ]
    if alone:
        raise Refused(
            f"list {', '.join(alone)} shares nobody with any other list",
            next_step="were the lists linked? A list that meets no other says nothing of the total",
        )


def _floor(lists: Lists, settings: Settings) -> Total:
    """Two lists, or almost no overlap: what was seen, and a band of what might be."""
    why = (
        "two lists cannot tell whether they depend on each other"
        if lists.number < 3
        else f"only {lists.shared} people are on two lists or more"
    )
    return Total(
        method="graphs",
        lists=lists,
        level=settings.level,
        strength="floor and band",
        low=float(lists.seen),
        best=None,
        high=None,
        priors=(),
        assumptions=(MATCHED, CLOSED, "band: the odds ratio between two lists is between 1/2 and 4"),
        warnings=(f"no total is given: {why}",),
        band=_band(lists),
    )


def _band(lists: Lists) -> tuple[float, float] | None:
    """The odds-ratio band of each list against all others together, from the lowest to the highest."""
    found: list[float] = []
    patterns = np.arange(lists.counts.size)
    for i in range(lists.number):
        mine, others = patterns >> i & 1 == 1, (patterns & ~(1 << i)) > 0
        both = int(lists.counts[mine & others].sum())
        if both:
            found += odds_band(int(lists.counts[mine & ~others].sum()), int(lists.counts[~mine].sum()), both)
    return (min(found), max(found)) if found else None


def _strength(lists: Lists, modes: int) -> tuple[Strength, list[str]]:
    if modes > 1:
        return "modes", [
            "there is more than one answer: see the modes; a single number would be between them"
        ]
    if lists.shared < ROUGH_SHARED:
        return "order of magnitude", [f"{lists.shared} people on two lists: read it as an order of magnitude"]
    return "estimate", []


def _by_graphs(lists: Lists, settings: Settings, _rng: np.random.Generator) -> Total:
    prior = Prior(most=cap_for(lists.seen) if settings.cap is None else settings.cap)
    found = average_graphs(lists, delta=settings.delta, prior=prior, exact=settings.exact)
    tail = (1 - settings.level) / 2
    low, best, high = (float(q) for q in found.posterior.quantiles([tail, 0.5, 1 - tail]))
    modes = found.posterior.modes()
    strength, warnings = _strength(lists, len(modes))
    return Total(
        method="graphs",
        lists=lists,
        level=settings.level,
        strength=strength,
        low=low,
        best=None if len(modes) > 1 else best,
        high=high,
        priors=(
            prior.words(lists.seen),
            f"prior on the cells: delta = {found.delta:g} in each of {lists.counts.size}",
            f"prior on the graphs: each of {found.weights.size:,} decomposable graphs as likely as the next",
        ),
        assumptions=(
            "which lists depend on each other can be drawn as a decomposable graph",
            EQUAL,
            INVISIBLE, MATCHED, CLOSED,
        ),
        warnings=tuple(warnings),
        facts=_graph_facts(lists, found),
        modes=modes if len(modes) > 1 else (),
        posterior=found.posterior,
    )  # fmt: skip


def _graph_facts(lists: Lists, found: GraphAverage) -> tuple[tuple[str, str], ...]:
    top = np.argsort(-found.weights, kind="stable")[:3]
    return tuple(("graph", f"{cliques(lists, int(g))} weight {found.weights[g]:.3f}") for g in top)


def _by_models(lists: Lists, settings: Settings, rng: np.random.Generator) -> Total:
    fitted = fit_all(lists)
    bounds = profile(lists, fitted.models[0], settings.level)
    chosen = window(fitted)
    again = bootstrap(
        lists, best_of(chosen), number=settings.replicates, level=settings.level, rng=rng
    )  # fmt: skip
    strength, warnings = _strength(lists, 1)
    if fitted.weights[0] < 0.5:
        warnings.append(
            f"the best model has weight {fitted.weights[0]:.2f} only; models that fit as well give "
            f"{fitted.totals[:5].min():,.0f} to {fitted.totals[:5].max():,.0f}"
        )
    if (fit_p := predictive_p(fitted)) < 0.01:
        warnings.append(f"the best model does not fit the table (p = {fit_p:.2g})")
    rows = tuple(
        Check(
            "model",
            written(m, lists.names),
            None,
            float(t),
            None,
            f"BIC {b:.1f}, weight {w:.3f}, se {e:,.1f}",
        )
        for m, t, b, w, e in zip(
            fitted.models[:5], fitted.totals, fitted.bic, fitted.weights, fitted.errors, strict=False
        )
    )
    return Total(
        method="loglinear",
        lists=lists,
        level=settings.level,
        strength=strength,
        low=again.bounds.low,
        best=bounds.best,
        high=again.bounds.high,
        priors=("no prior: maximum likelihood, models weighed by BIC",),
        assumptions=(
            "no interaction of all lists together",
            EQUAL,
            "the model of least BIC is chosen, and chosen again in every resampled table",
            INVISIBLE, MATCHED, CLOSED,
        ),
        warnings=tuple(warnings),
        facts=(
            ("model", f"{written(fitted.models[0], lists.names)} BIC {fitted.bic[0]:.1f}"),
            ("standard error", f"{fitted.errors[0]:,.1f}"),
            ("profile interval of this model", f"{bounds.low:,.0f} to {bounds.high:,.0f}"),
            ("average over models by BIC", f"{fitted.averaged:,.0f}"),
            ("models", f"{len(fitted.models):,} have an answer, {fitted.refused:,} have none on this table"),
            ("bootstrap", f"{settings.replicates} tables, a choice of {len(chosen)} models in each, BCa"),
        ),
        posterior=from_draws(lists.seen, again.totals),
        panel=rows,
    )  # fmt: skip


def _by_classes(lists: Lists, settings: Settings, rng: np.random.Generator) -> Total:
    found = latent_classes(
        lists, chains=settings.chains, kept=settings.draws, sweeps=settings.sweeps, cap=settings.cap, rng=rng,
        cores=settings.cores,
    )  # fmt: skip
    tail = (1 - settings.level) / 2
    low, best, high = (float(q) for q in found.posterior.quantiles([tail, 0.5, 1 - tail]))
    heavy = [m for m in found.modes if m.share >= 0.05]
    apart = found.tempered or not found.settled
    strength, warnings = _strength(lists, len(heavy))
    medians = f"{found.chain_medians.min():,.0f} to {found.chain_medians.max():,.0f}"
    if found.chains_rhat > AGREED:
        warnings.append(
            f"multimodal: plain chains do not meet (R-hat {found.chains_rhat:.2f}, medians {medians}); "
            "the bounds are those of tempered chains"
        )
    if apart and strength != "modes":
        strength = "modes"
        warnings.append("no single number is given: where a sampler begins decides for long where it stays")
    if not found.settled:
        warnings.append(
            f"the reported chains have not met (R-hat {found.rhat:.3f}, worth {found.ess:,.0f} independent "
            f"draws; {AGREED} and {WORTH:.0f} are needed): the ends of the interval are not known well"
        )
    return Total(
        method="latent",
        lists=lists,
        level=settings.level,
        strength=strength,
        low=low,
        best=None if strength == "modes" else best,
        high=high,
        priors=(
            f"prior on the total: proportional to 1/N, at most {found.cap:,} beyond the {lists.seen:,} seen",
            f"prior on the classes: at most {found.classes}, sticks Beta(1, a), a ~ Gamma(1/4, 1/4)",
            "prior on each chance to be on a list: uniform",
        ),
        assumptions=(
            "people are of a few kinds; within a kind, lists are independent",
            INVISIBLE, MATCHED, CLOSED,
        ),
        warnings=tuple(warnings),
        facts=(
            ("chains", f"{len(found.totals)}, {'tempered' if found.tempered else 'plain Gibbs'}"),
            ("R-hat", f"{found.rhat:.3f}"),
            ("effective draws", f"{found.ess:,.0f}"),
            ("medians of the plain chains", medians),
            *_trades(found.swaps),
        ),
        modes=found.modes if strength == "modes" or len(found.modes) > 1 else (),
        posterior=found.posterior,
    )  # fmt: skip


def _trades(swaps: float | None) -> tuple[tuple[str, str], ...]:
    return () if swaps is None else (("trades taken between temperatures", f"{swaps:.0%}"),)


def _about_table(lists: Lists) -> list[str]:
    out = []
    apart = [f"{lists.names[i]} and {lists.names[j]}" for i, j in strangers(lists)]
    if apart:
        out.append(f"share nobody: {'; '.join(apart)}")
    below = [
        f"{lists.names[i]} and {lists.names[j]}"
        for (i, j) in pairwise(lists)
        if _odds(lists, i, j) < 0.8 and lists.overlap(i, j)
    ]
    if below and lists.number > 2:
        out.append(f"avoid each other among the seen: {'; '.join(below)}. {CHAO_WARNING}")
    return out


def _odds(lists: Lists, i: int, j: int) -> float:
    """The odds ratio of two lists among people who are on some third list (1 where it cannot be had)."""
    patterns = np.arange(lists.counts.size)
    third = (patterns & ~(1 << i) & ~(1 << j)) > 0
    a, b = patterns >> i & 1 == 1, patterns >> j & 1 == 1
    cells = [float(lists.counts[third & x & y].sum()) for x, y in ((a, b), (~a, ~b), (a, ~b), (~a, b))]
    return cells[0] * cells[1] / (cells[2] * cells[3]) if min(cells) >= 5 else 1.0


def _about_panel(found: Total, checks: Sequence[Check]) -> list[str]:
    out = []
    drops = [c.best for c in checks if c.kind == "drop" and c.best]
    if found.best and drops and max(drops) / min(drops) > 2:
        out.append(
            f"it hangs on single lists: without one of them it is {min(drops):,.0f} to {max(drops):,.0f}"
        )
    for c in checks:
        if c.kind == "cap" and c.high and found.high and c.high > 1.05 * found.high:
            out.append(f"the cap in the prior decides the upper end: doubled, it is {c.high:,.0f}")
        if c.kind == "predictive" and c.best is not None and c.best < 0.01:
            out.append(f"the model would hardly have produced this table (p = {c.best:.3f})")
    if found.unseen_share and found.unseen_share > 0.8:
        out.append(
            f"{found.unseen_share:.0%} of the total was seen by nobody: it is almost all extrapolation"
        )
    return out


def all_methods(lists: Lists) -> list[str]:
    """The methods that can be used for so many lists."""
    out = ["graphs"] if lists.number <= 7 else []
    out += ["loglinear"] if 3 <= lists.number <= MOST_LOGLINEAR else []
    return [*out, "latent"] if lists.number >= 3 else out


__all__ = ["Settings", "all_methods", "estimate"]
