"""Totals of strata added up, and totals of imputed or sampled tables pooled (Rubin 1987)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.special import stdtrit

from muster.model.errors import Refused
from muster.stats.patterns import Lists
from muster.stats.posterior import from_draws, mixture
from muster.stats.total import Check, Total

FEWEST_IMPUTATIONS = 10
_DRAWS = 20_000


def add_strata(totals: Sequence[Total], labels: Sequence[str], *, rng: np.random.Generator) -> Total:
    """The total over disjoint strata: one draw from each, added.

    Where a stratum has no total, the sum is a floor. Raises Refused for fewer than two strata, or where the
    strata were not estimated from the same lists.
    """
    if len(totals) < 2 or len(totals) != len(labels):
        raise Refused("strata are two or more, each with a label")
    lists = _together([t.lists for t in totals])
    rows = tuple(
        Check("model", f"stratum {x}", t.low, t.best, t.high, t.strength)
        for x, t in zip(labels, totals, strict=True)
    )
    warnings = [f"{x}: {w}" for x, t in zip(labels, totals, strict=True) for w in t.warnings]
    assumptions = ("everybody is in exactly one stratum", *totals[0].assumptions)
    base = replace(
        totals[0], method="strata", lists=lists, panel=rows, warnings=tuple(dict.fromkeys(warnings)),
        assumptions=assumptions, facts=(("strata", f"{len(totals)}: {', '.join(labels)}"),), modes=(),
        parts=tuple(totals), priors=tuple(dict.fromkeys(p for t in totals for p in t.priors)),
    )  # fmt: skip
    open_ones = [x for x, t in zip(labels, totals, strict=True) if t.posterior is None]
    if open_ones:
        said = f"no total for stratum {', '.join(open_ones)}: the sum is a floor"
        return replace(
            base, strength="floor and band", low=sum(t.low for t in totals), best=None, high=None, band=None,
            posterior=None, warnings=(said, *base.warnings),
        )  # fmt: skip
    drawn = sum(t.posterior.draws(_DRAWS, rng) for t in totals if t.posterior is not None)
    posterior = from_draws(lists.seen, np.asarray(drawn))
    tail = (1 - totals[0].level) / 2
    low, best, high = (float(q) for q in posterior.quantiles([tail, 0.5, 1 - tail]))
    modes = posterior.modes()
    several = len(modes) > 1 or any(t.strength == "modes" for t in totals)
    rough = any(t.strength == "order of magnitude" for t in totals)
    return replace(
        base, strength="modes" if several else "order of magnitude" if rough else "estimate",
        low=low, best=None if several else best, high=high, posterior=posterior, band=None,
        modes=modes if several else (),
    )  # fmt: skip


def pool_imputations(totals: Sequence[Total]) -> Total:
    """One total from several completed tables of the same people: Rubin's rules on the log of the total.

    The variance is that within tables plus (1 + 1/m) times that between them, the bounds are those of
    Student's t. The mixture of the posteriors stands in the panel. Raises Refused for fewer than two tables
    or a table without a total.
    """
    if len(totals) < 2:
        raise Refused("imputations are two or more completed tables of the same people")
    if any(t.posterior is None for t in totals):
        raise Refused(
            "one of the tables allows no total, only a floor",
            next_step="look at it alone; the others cannot mend it",
        )
    posteriors = [t.posterior for t in totals if t.posterior is not None]
    logs = [np.log(p.quantiles(list((np.arange(999) + 0.5) / 999))) for p in posteriors]
    points = np.array([x.mean() for x in logs])
    within = float(np.mean([x.var() for x in logs]))
    m, between = len(points), float(points.var(ddof=1))
    whole = within + (1 + 1 / m) * between
    freedom = (m - 1) * (1 + within / ((1 + 1 / m) * between)) ** 2 if between > 0 else 1e9
    reach = float(stdtrit(min(freedom, 1e9), (1 + totals[0].level) / 2)) * float(np.sqrt(whole))
    seen = round(float(np.mean([t.seen for t in totals])))
    mixed = mixture(posteriors, seen)
    tail = (1 - totals[0].level) / 2
    low, best, high = (float(np.exp(points.mean() + d)) for d in (-reach, 0.0, reach))
    warnings = _shared([t.warnings for t in totals])
    if m < FEWEST_IMPUTATIONS:
        warnings.insert(
            0, f"{m} tables: at least {FEWEST_IMPUTATIONS} are needed to know how far they differ"
        )
    names = [t.lists.names for t in totals]
    if any(n != names[0] for n in names):
        raise Refused("the tables are not of the same lists")
    q = mixed.quantiles([tail, 0.5, 1 - tail])
    rough = any(t.strength == "order of magnitude" for t in totals)
    # One number between the humps of half the tables, or of their mixture, would mislead as it would for one.
    humped = [t.modes for t in totals if t.strength == "modes"]
    modes = mixed.modes()
    if len(modes) < 2 and 2 * len(humped) >= m:
        modes = humped[0]
    several = len(modes) > 1 or 2 * len(humped) >= m
    mixture_row = Check(
        "model", "mixture of the tables", float(q[0]), float(q[1]), float(q[2]), "equal weights"
    )
    return replace(
        totals[0], method="imputations", lists=_average([t.lists for t in totals]), low=max(low, float(seen)),
        best=None if several else best, high=high,
        strength="modes" if several else "order of magnitude" if rough else "estimate",
        modes=modes if several else (), posterior=mixed, parts=tuple(totals),
        warnings=tuple(warnings), band=None,
        facts=(
            ("tables", f"{m}, seen {min(t.seen for t in totals):,} to {max(t.seen for t in totals):,}"),
            ("share of the variance between tables", f"{(1 + 1 / m) * between / whole:.0%}"),
            ("priors and panel", "those of the first table"),
        ),
        panel=(mixture_row, *totals[0].panel),
    )  # fmt: skip


def _shared(said: Sequence[Sequence[str]]) -> list[str]:
    """What is said of half the tables or more; of one thing said in several ways, the commonest."""
    kinds: dict[str, Counter[str]] = {}
    for warnings in said:
        for warning in warnings:
            kinds.setdefault(warning.partition(":")[0], Counter())[warning] += 1
    return [c.most_common(1)[0][0] for c in kinds.values() if 2 * c.total() >= len(said)]


def _together(parts: Sequence[Lists]) -> Lists:
    if any(p.names != parts[0].names for p in parts):
        raise Refused("the strata are not of the same lists")
    counts = np.zeros_like(parts[0].counts)
    for part in parts:
        counts += part.counts
    return Lists(parts[0].names, counts)


def _average(parts: Sequence[Lists]) -> Lists:
    middle = np.stack([p.counts for p in parts]).mean(axis=0)
    return Lists(parts[0].names, np.asarray(np.rint(middle), dtype=np.int64))


__all__ = ["FEWEST_IMPUTATIONS", "add_strata", "pool_imputations"]
