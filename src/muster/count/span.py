"""The span of one question: from the lowest low to the highest high that several origins stated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from muster.count.clash import Disagreement, clash, day_of
from muster.model.findings import Estimate
from muster.model.ids import make_id

NOT_STATED = "not stated"
_NAMED = 5


def span_of(
    held: Sequence[Estimate], beside: Sequence[str], names: Mapping[str, str], rule: str, reports: int
) -> Estimate | None:
    """The span of ``stated`` estimates, or None where fewer than two origins stand behind them.

    An end stays None where any figure left it open: a floor says nothing about the top. Words
    without bounds are kept ``as_written`` and move neither end. ``beside``: what was left out, and why.
    ``reports``: the documents in which the figures stand, each counted once.
    """
    origins = tuple(sorted({o for e in held for o in e.origins}))
    if len(origins) < 2:
        return None
    bounded = [e for e in held if e.low is not None or e.high is not None]
    low, low_exclusive = _end([(e.low, e.low_exclusive) for e in bounded], min)
    high, high_exclusive = _end([(e.high, e.high_exclusive) for e in bounded], max)
    first = held[0]
    rests_on = tuple(q for e in held for q in e.rests_on)
    return Estimate(
        id=make_id("estimate", "span", *sorted(rests_on)),
        question=first.question,
        population=first.population,
        place=first.place,
        by_when=_times(held),
        low=low,
        best=None,
        high=high,
        unit=first.unit,
        method="span",
        assumptions=(*_assumptions(held, bounded, origins, names, rule, reports), *beside),
        rests_on=rests_on,
        origins=origins,
        as_written=tuple(w for e in held for w in e.as_written),
        reports=reports,
        seen=first.seen,
        low_exclusive=low_exclusive,
        high_exclusive=high_exclusive,
    )


def _end(
    ends: Sequence[tuple[float | None, bool]], outermost: Callable[..., float]
) -> tuple[float | None, bool]:
    """The outermost end and whether it is excluded; (None, False) where any is open or none is known."""
    known = [end for end, _ in ends if end is not None]
    if not known or len(known) < len(ends):
        return None, False
    value = outermost(known)
    return value, all(exclusive for end, exclusive in ends if end == value)


def _times(held: Iterable[Estimate]) -> str:
    times = sorted({day_of(e.by_when) for e in held} - {NOT_STATED})
    if not times:
        return NOT_STATED
    if all(t.startswith("as of ") for t in times) and len(times) > 1:
        return f"{times[0]} to {times[-1].removeprefix('as of ')}"
    more = f"; and {len(times) - _NAMED} more" if len(times) > _NAMED else ""
    return "; ".join(times[:_NAMED]) + more


def _assumptions(
    held: Sequence[Estimate],
    bounded: Sequence[Estimate],
    origins: Sequence[str],
    names: Mapping[str, str],
    rule: str,
    reports: int,
) -> list[str]:
    out = [
        f"from the lowest to the highest that {len(origins)} origins stated: no average, no sum",
        rule,
        f"copies and repeats of one origin count once: {reports} reports, {len(origins)} origins",
        "that the origins know it independently of each other is not shown",
    ]
    floors = sum(1 for e in bounded if e.high is None)
    ceilings = sum(1 for e in bounded if e.low is None)
    if floors:
        out.append(f"{floors} of the figures are floors, so the upper end stays open")
    if ceilings:
        out.append(f"{ceilings} of the figures are ceilings, so the lower end stays open")
    vague = [w for e in held if e.low is None and e.high is None for w in e.as_written]
    if vague:
        out.append("words without bounds move neither end: " + ", ".join(f"“{w}”" for w in _some(vague)))
    dates = {day_of(e.by_when) for e in held}
    if len(dates) > 1:
        out.append(f"the figures stand at {len(dates)} different times: a difference may be a change")
    hedges = sorted(
        {a.removeprefix("hedged: ") for e in held for a in e.assumptions if a.startswith("hedged: ")}
    )
    if hedges:
        out.append("hedged: " + "; ".join(_some(hedges)))
    found = clash(held)
    if found is not None:
        out.append(_contradiction(found, held, names))
    return out


def _contradiction(found: Disagreement, held: Sequence[Estimate], names: Mapping[str, str]) -> str:
    by_id = {e.id: e for e in held}
    higher, lower = (
        f"{names.get(e.origins[0], e.origins[0])} “{e.as_written[0]}”"
        for e in (by_id[found.higher], by_id[found.lower])
    )
    if found.same_date:
        return f"the origins contradict each other: {higher}, {lower}"
    return f"the ranges do not overlap, a contradiction or a change in time: {higher}, {lower}"


def _some(words: Sequence[str]) -> list[str]:
    shown = list(words[:_NAMED])
    return [*shown, f"and {len(words) - _NAMED} more"] if len(words) > _NAMED else shown


__all__ = ["NOT_STATED", "span_of"]
