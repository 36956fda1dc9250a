"""The sensitivity panel: what the total would be with one list less, two lists as one, another prior.

List omission and list combination are the robustness tests of King et al. (2021); delta, cap and the highest
interaction are what the data cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np

from muster.model.errors import Refused
from muster.stats.decomposable import MOST_LISTS
from muster.stats.graphs import average_graphs
from muster.stats.hierarchical import MOST_LISTS as MOST_LOGLINEAR
from muster.stats.hierarchical import written
from muster.stats.highest import no_highest_order
from muster.stats.loglinear import fit_all, profile
from muster.stats.lowerbound import WARNING, chao
from muster.stats.pairs import Bounds, chapman, odds_band, pairwise
from muster.stats.patterns import Lists, contained
from muster.stats.predictive import predict
from muster.stats.priors import Prior, cap_for
from muster.stats.total import Check, Total

Redo = Callable[[Lists], Bounds]


def panel_for(
    lists: Lists,
    found: Total,
    level: float,
    delta: float | None,
    cap: int | None,
    rng: np.random.Generator,
) -> tuple[Check, ...]:
    """Every row, in the order in which it is read. Rows that cannot be had say why."""
    rows: list[Check] = []
    if lists.number > 2:
        rows += _reshaped(lists, _redo(found, level, delta))
        rows += _priors(lists, level, delta, cap) if lists.number <= MOST_LISTS else []
        rows += _odds(lists, level, rng)
        rows += _others(lists, found, level)
    rows += _band(lists) if lists.number == 2 else []
    rows += _pairs(lists, level)
    bound = chao(lists, level)
    rows.append(Check("bound", "Chao's lower bound", bound.low, bound.best, bound.high, WARNING))
    if 2 < lists.number <= MOST_LISTS:
        rows.append(_predictive(lists, delta, cap, rng))
    rows.append(_unseen(found))
    return tuple(rows)


def _redo(found: Total, level: float, delta: float | None) -> tuple[str, Redo]:
    """The method itself where it takes no time, else graph averaging."""
    if found.method == "loglinear":
        return "best log-linear model", lambda part: profile(part, fit_all(part).models[0], level)
    # delta is one person's worth of prior in the table unless it was chosen: then it stays what was chosen.
    return "graph averaging", lambda part: _graphs(part, level, delta, None)


def _graphs(lists: Lists, level: float, delta: float | None, cap: int | None) -> Bounds:
    prior = Prior(most=cap_for(lists.seen) if cap is None else cap)
    posterior = average_graphs(lists, delta=delta, prior=prior).posterior
    tail = (1 - level) / 2
    return Bounds(*(float(q) for q in posterior.quantiles([tail, 0.5, 1 - tail])))


def _reshaped(lists: Lists, redo: tuple[str, Redo]) -> list[Check]:
    rows = []
    for i, name in enumerate(lists.names):
        rows.append(_row("drop", f"without {name}", lists, lambda i=i: lists.without(i), redo))  # type: ignore[misc]
    if lists.number > MOST_LISTS:
        note = f"left out: {lists.number} lists have too many pairs, each a minute's work"
        return [*rows, Check("merge", "two lists as one list", note=note)]
    for i, j in combinations(range(lists.number), 2):
        what = f"{lists.names[i]} and {lists.names[j]} as one list"
        rows.append(_row("merge", what, lists, lambda i=i, j=j: lists.merged(i, j), redo))  # type: ignore[misc]
    return rows


def _row(kind: str, what: str, whole: Lists, make: Callable[[], Lists], redo: tuple[str, Redo]) -> Check:
    name, method = redo
    try:
        part = make()
        if contained(part):
            raise Refused("one of the lists left is inside another")
        if part.number == 2:
            name = "Chapman; two lists left"
            bounds = chapman(part.size(0), part.size(1), part.overlap(0, 1))
        elif part.number > MOST_LISTS:
            raise Refused(f"graph averaging takes up to {MOST_LISTS} lists")
        else:
            bounds = method(part)
    except Refused as why:
        return Check(kind, what, note=why.what)
    note = f"{name}; {whole.seen - part.seen:,} people fewer seen" if part.seen < whole.seen else name
    return Check(kind, what, bounds.low, bounds.best, bounds.high, note)


def _priors(lists: Lists, level: float, delta: float | None, cap: int | None) -> list[Check]:
    base = 2.0**-lists.number if delta is None else delta
    most = cap_for(lists.seen) if cap is None else cap
    tried = [
        ("delta", f"delta halved ({base / 2:g})", base / 2, most),
        ("delta", f"delta doubled ({2 * base:g})", 2 * base, most),
        ("cap", f"cap doubled ({lists.seen + 2 * most:,} in all)", base, 2 * most),
    ]
    out = []
    for kind, what, d, m in tried:
        b = _graphs(lists, level, d, m)
        out.append(Check(kind, what, b.low, b.best, b.high, "graph averaging"))
    return out


def _odds(lists: Lists, level: float, rng: np.random.Generator) -> list[Check]:
    tail = (1 - level) / 2
    try:
        found = no_highest_order(lists, rng=rng)
    except Refused as why:
        return [Check("odds", "odds of the highest interaction", note=f"refused: {why.what}")]
    return [
        Check("odds", f"odds of the highest interaction {xi:g}", *_three(p.quantiles([tail, 0.5, 1 - tail])))
        for xi, p in found.items()
    ]


def _three(q: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[float, float, float]:
    return float(q[0]), float(q[1]), float(q[2])


def _others(lists: Lists, found: Total, level: float) -> list[Check]:
    """The headline of the other families, beside this one."""
    rows = []
    if found.method != "graphs" and lists.number <= MOST_LISTS:
        b = _graphs(lists, level, None, None)
        rows.append(Check("model", "graph averaging", b.low, b.best, b.high))
    if found.method != "loglinear" and lists.number <= MOST_LOGLINEAR:
        try:
            fitted = fit_all(lists)
            b = profile(lists, fitted.models[0], level)
            name = f"best log-linear model {written(fitted.models[0], lists.names)}"
            rows.append(Check("model", name, b.low, b.best, b.high, "profile interval of this model alone"))
            rows.append(Check("model", "log-linear models averaged by BIC", None, fitted.averaged, None))
        except Refused as why:
            rows.append(Check("model", "log-linear models", note=why.what))
    return rows


def _band(lists: Lists) -> list[Check]:
    if not lists.overlap(0, 1):
        return [Check("odds", "odds ratio band", note="the two lists share nobody")]
    odds = (0.5, 1.0, 2.0, 3.0, 4.0)
    totals = odds_band(int(lists.counts[1]), int(lists.counts[2]), int(lists.counts[3]), odds)
    return [
        Check("odds", f"odds ratio between the lists {xi:g}", None, t, None)
        for xi, t in zip(odds, totals, strict=True)
    ]


def _pairs(lists: Lists, level: float) -> list[Check]:
    return [
        Check("pair", f"{lists.names[i]} × {lists.names[j]}", b.low, b.best, b.high, "Chapman")
        if b
        else Check("pair", f"{lists.names[i]} × {lists.names[j]}", note="they share nobody")
        for (i, j), b in pairwise(lists, level).items()
    ]  # fmt: skip


def _predictive(lists: Lists, delta: float | None, cap: int | None, rng: np.random.Generator) -> Check:
    prior = Prior(most=cap_for(lists.seen) if cap is None else cap)
    found = predict(lists, average_graphs(lists, delta=delta, prior=prior), rng=rng)
    off = [
        f"{'+'.join(n for i, n in enumerate(lists.names) if c >> i & 1)} {int(lists.counts[c])} "
        f"(expected {found.low[c]:.0f} to {found.high[c]:.0f})"
        for c in found.outside
    ]
    note = f"outside the middle 95 %: {'; '.join(off)}" if off else "every overlap inside the middle 95 %"
    return Check("predictive", "would the model make such a table (p)", None, found.p, None, note)


def _unseen(found: Total) -> Check:
    def share(total: float | None) -> float | None:
        return None if not total else max(0.0, 1 - found.seen / total)

    if found.strength == "floor and band":
        return Check("unseen", "share never seen", note="no total is given")
    return Check("unseen", "share never seen", share(found.low), share(found.best), share(found.high))


__all__ = ["panel_for"]
