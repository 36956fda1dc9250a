"""What accepted claims bound: floors and ceilings of monotone counts, propagated, never added by mistake.

A count grows with its period, its places and its population. A figure therefore bounds the question from
below where it is about a part of it, and from above where it is about all of it or more. Pure functions over
statements; `bounds` is cheap enough to be asked "what if this origin were gone, or were that one".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from muster.count.questions import terms
from muster.model.ledger import NOT_SHOWN, Question, Statement
from muster.text.places.regions import lands_of, regions_of

# How a statement's day is known where it is known from more than the day of a report.
DATED = frozenset({"stated", "team", "table"})


class Bounds(NamedTuple):
    """``low`` and ``high``, None where open; the ids of the statements they rest on; ``clash``: low > high.

    With a clash both ends are still given here, for whoever shows them; the answer prints neither.
    """

    low: float | None
    high: float | None
    low_from: tuple[str, ...]
    high_from: tuple[str, ...]
    clash: bool


OPEN = Bounds(None, None, (), (), False)


def bounds(
    question: Question,
    statements: Sequence[Statement],
    *,
    without: Collection[str] = (),
    joined: Mapping[str, str] | None = None,
    by: str | None = None,
) -> Bounds:
    """The bounds of ``question`` from ``statements``.

    ``without``: origins (ids) taken away. ``joined``: origin → the origin it is held to be. ``by``: another
    last day than the question's. Linear in the statements but for a sort, unless regions are added.
    """
    live = []
    for s in statements:
        origin = joined.get(s.origin, s.origin) if joined else s.origin
        if origin not in without and s.origin not in without and reason(question, s, by) == "":
            live.append((origin, s))
    if question.adds:
        return _sum([s for _, s in live])
    if question.unit == "share" or question.counting == "moment":
        return _range([s for _, s in live])
    gone = {old.id for old, _ in corrections(question, live)}
    live = [(o, s) for o, s in live if s.id not in gone]
    low, low_from = _floor(question, live, by)
    high, high_from = _ceiling(question, live, by)
    clash = low is not None and high is not None and low > high
    return Bounds(low, high, low_from, high_from, clash)


def reason(question: Question, s: Statement, by: str | None = None) -> str:
    """Why ``s`` may not move a bound of ``question`` under the team's rule; "" where it may."""
    rule = question.accept
    if s.beside:
        return s.beside
    if not s.origin or s.origin_name == NOT_SHOWN:
        return "no origin was traced"
    if s.origin_name.casefold() in {n.casefold() for n in rule.without}:
        return "set aside by the team"
    if question.series and s.series and s.series != question.series:
        return f"another series: {s.series.replace('-', ' ')}"
    if s.party and not rule.parties:
        return "a party to the war; shown beside"
    if s.basis == "hearsay" and not rule.hearsay:
        return "hearsay; the team's rule keeps it beside"
    if question.unit == "share" and terms(s.population) != terms(question.population):
        return f"a share of another whole: {s.population}"
    if s.shape == "words":
        return "words without bounds, and none were invented"
    if s.shape == "estimate" and not rule.estimates and not question.adds:
        return "the middle of an estimate is no floor"
    return _elsewhere(question, s) or _out_of_time(question, s, by)


def _elsewhere(question: Question, s: Statement) -> str:
    place = question.place if question.place != "not stated" else ""
    asked, lands = regions_of(place), lands_of(place)
    if not asked and lands and any(code[:2] not in lands for code in s.regions):
        return f"another place: {s.place}"
    if not asked or (s.regions and set(s.regions) <= set(asked)):
        return ""
    return f"not said to be of {question.place}" if not s.regions else f"another place: {s.place}"


def _out_of_time(question: Question, s: Statement, by: str | None) -> str:
    first, last = question.first, by or question.last
    if s.last is None:
        return "no day is known for it" if first or last else ""
    if first and s.last < first:
        return f"before {first}, when the count begins"
    if first and s.first and s.first < first and s.low is not None:
        return f"told of a time from {s.first} on, before the count begins"
    if last and s.last > last and not _only_ceiling(s):
        return f"after {last}" if s.dated != "taken" else f"undated; it may be later than {last}"
    return ""


def _only_ceiling(s: Statement) -> bool:
    # A ceiling of a later day also bounds what was there before; a floor of a later day does not.
    return s.high is not None


def corrections(
    question: Question, live: Iterable[tuple[str, Statement]]
) -> list[tuple[Statement, Statement]]:
    """(withdrawn, by what) pairs: an origin of a cumulative series later gave a number or a ceiling below its
    own earlier floor. A lower floor later on withdraws nothing: at least 800 is true of 1,000. Only figures
    whose own words (or table, or a person) give their day: a later report may have changed a number."""
    if question.counting != "cumulative":
        return []
    own: dict[tuple[str, str], list[Statement]] = {}
    for origin, s in live:
        if s.dated in DATED:
            own.setdefault((origin, s.place), []).append(s)
    out = []
    for mine in own.values():
        mine.sort(key=lambda s: (s.last or "", s.id))
        least: float | None = None
        cause: Statement | None = None
        for s in reversed(mine):
            if least is not None and cause is not None and s.low is not None and s.low > least \
                    and (s.last or "") < (cause.last or ""):  # fmt: skip
                out.append((s, cause))
                continue
            top = s.high if s.high is not None else s.best if s.shape == "exact" else None
            if top is not None and (least is None or top < least):
                least, cause = top, s
    return sorted(out, key=lambda pair: (pair[0].last or "", pair[0].id))


def _sum(live: Sequence[Statement]) -> Bounds:
    """Events of their own, each counted once: their floors added, and their ceilings where all have one."""
    if not live:
        return OPEN
    tops = [s.high if s.high is not None else s.best for s in live]
    high = sum(t for t in tops if t is not None) if all(t is not None for t in tops) else None
    ids = tuple(sorted(s.id for s in live))
    return Bounds(sum(s.low or 0.0 for s in live), high, ids, ids if high is not None else (), False)


def _range(live: Sequence[Statement]) -> Bounds:
    """A share, or a number at a moment, goes up and down: from the lowest to the highest stated."""
    if not live:
        return OPEN
    lows, highs = [s.low for s in live], [s.high if s.high is not None else s.best for s in live]
    low = min(x for x in lows if x is not None) if all(x is not None for x in lows) else None
    high = max(x for x in highs if x is not None) if all(x is not None for x in highs) else None
    low_from = tuple(sorted(s.id for s in live if low is not None and s.low == low))
    at = [s.id for s, h in zip(live, highs, strict=True) if high is not None and h == high]
    return Bounds(low, high, low_from, tuple(sorted(at)), False)


def _floor(
    question: Question, live: Sequence[tuple[str, Statement]], by: str | None
) -> tuple[float | None, tuple[str, ...]]:
    last = by or question.last
    best: dict[str, Statement] = {}
    for origin, s in live:
        if s.low is None or (last and s.last and s.last > last):
            continue
        held = best.get(origin)
        if held is None or (s.low, held.last or "", held.id) > (held.low or 0.0, s.last or "", s.id):
            best[origin] = s
    ranked = sorted(best.values(), key=lambda s: (-(s.low or 0.0), s.last or "", s.id))
    need = question.accept.origins
    low = ranked[need - 1].low if len(ranked) >= need else None
    reach = tuple(sorted(s.id for s in ranked if low is not None and s.low is not None and s.low >= low))
    if need == 1:
        added, parts = _parts(live, last)
        if added is not None and (low is None or added > low):
            return added, parts
    return low, reach


def _parts(live: Sequence[tuple[str, Statement]], last: str | None) -> tuple[float | None, tuple[str, ...]]:
    """The whole is no less than its disjoint parts: floors of different regions by different origins, added.

    One region and one origin each: an origin's own regions are never added (its cases may move between
    them), nor are places that are not known to lie apart. The best choice is an assignment problem.
    """
    floors: dict[tuple[str, str], Statement] = {}
    for origin, s in live:
        if len(s.regions) == 1 and s.low and not (last and s.last and s.last > last):
            key = (s.regions[0], origin)
            if key not in floors or (floors[key].low or 0.0) < s.low:
                floors[key] = s
    regions, origins = sorted({r for r, _ in floors}), sorted({o for _, o in floors})
    if len(regions) < 2 or len(origins) < 2:
        return None, ()
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    gain = np.zeros((len(regions), len(origins)))
    for (region, origin), s in floors.items():
        gain[regions.index(region), origins.index(origin)] = s.low
    rows, columns = linear_sum_assignment(gain, maximize=True)
    taken = [floors[regions[i], origins[j]] for i, j in zip(rows, columns, strict=True) if gain[i, j] > 0]
    return float(sum(s.low or 0.0 for s in taken)), tuple(sorted(s.id for s in taken))


def _ceiling(
    question: Question, live: Sequence[tuple[str, Statement]], by: str | None
) -> tuple[float | None, tuple[str, ...]]:
    last = by or question.last
    lowest: dict[str, Statement] = {}
    for origin, s in live:
        # A ceiling for one region, or for an earlier day, leaves room above it.
        if s.high is None or s.regions or (last and s.last and s.last < last):
            continue
        if origin not in lowest or s.high < (lowest[origin].high or 0.0):
            lowest[origin] = s
    ranked = sorted(lowest.values(), key=lambda s: (s.high or 0.0, s.id))
    need = question.accept.origins
    high = ranked[need - 1].high if len(ranked) >= need else None
    return high, tuple(sorted(s.id for s in ranked if high is not None and (s.high or 0.0) <= high))


__all__ = ["DATED", "OPEN", "Bounds", "bounds", "corrections", "reason"]
