"""One figure of one origin: what is kept of the reports that repeat it, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from muster.count.counted import Counted


class Value(NamedTuple):
    """What makes two statements of one origin the same figure."""

    low: float | None
    high: float | None
    low_exclusive: bool
    high_exclusive: bool
    vague: str | None
    denied: bool
    asserted: bool


# "May run into thousands" and "must give up ten" bound nothing; an estimate or a report does.
_SUPPOSED = frozenset({"possible", "required"})
_A_DATE = re.compile(r"\d")


def value_of(item: Counted) -> Value:
    """The figure of ``item``. A number without bounds or a row of the coding table is told by its words."""
    q, claim = item.quantity, item.claim
    told = q.vague or (q.passage.words.casefold() if q.low is None and q.high is None else None)
    denied = claim is not None and claim.stance == "denied"
    # What somebody means to do has not happened to anybody.
    supposed = claim is not None and (claim.hypothetical or claim.act == "intend")
    asserted = q.modality not in _SUPPOSED and not supposed
    return Value(q.low, q.high, q.low_exclusive, q.high_exclusive, told, denied, asserted)


@dataclass(slots=True)
class Figure:
    """One figure, and the reports folded into it. The earliest report speaks for it."""

    value: Value
    when: str | None
    first: tuple[str, str, str]  # published, address, quantity id: the earliest report
    words: str
    last_published: str = ""
    reports: int = 0
    last_document: str = ""
    hedges: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    loose_when: str = ""
    approximate: bool = False
    estimated: bool = False
    unverified: bool = False

    @property
    def quantity(self) -> str:
        """The id of the quantity that speaks for it."""
        return self.first[2]

    @property
    def by_when(self) -> str:
        """The time the figure is about; else when it was first published; else "not stated"."""
        if self.when:
            return self.when
        published = self.first[0]
        if published == UNDATED:
            return self.loose_when or "not stated"
        said = f" (“{self.loose_when}”)" if self.loose_when else ""
        return f"as of {published[:10]}{said}"


# After every ISO date, so that a dated report speaks before an undated one.
UNDATED = "~"


def time_of(when: str | None) -> str | None:
    """``when`` if it holds a date; "Saturday" or "so far" alone mean another day in each report."""
    return when if when and _A_DATE.search(when) else None


def add_report(figure: Figure, item: Counted) -> None:
    """Fold one more report into ``figure``; the result does not depend on the order of reports."""
    q, claim, document = item.quantity, item.claim, item.document
    published = document.published or UNDATED
    first = (published, document.address, q.id)
    if first < figure.first:
        figure.first, figure.words = first, q.passage.words
        figure.loose_when = "" if time_of(q.when) else q.when or ""
    if published != UNDATED:
        figure.last_published = max(figure.last_published, published)
    # Quantities of one document come one after the other, so the last one seen is enough to know.
    if document.id != figure.last_document:
        figure.reports += 1
        figure.last_document = document.id
    figure.approximate |= q.approximate
    figure.estimated |= q.modality == "estimated"
    if claim is not None:
        figure.hedges = _union(figure.hedges, (h.words.casefold() for h in claim.hedges))
        if claim.basis != "unknown":
            figure.bases = _union(figure.bases, (claim.basis,))
        figure.unverified |= claim.stance == "unverified"


def new_figure(item: Counted, value: Value) -> Figure:
    """A figure with ``item`` as its only report."""
    q, document = item.quantity, item.document
    first = (document.published or UNDATED, document.address, q.id)
    figure = Figure(value, time_of(q.when), first, q.passage.words)
    figure.loose_when = "" if figure.when else q.when or ""
    add_report(figure, item)
    return figure


def join(into: Figure, other: Figure) -> None:
    """Fold all reports of ``other`` into ``into``."""
    if other.first < into.first:
        into.first, into.words, into.loose_when = other.first, other.words, other.loose_when
    into.last_published = max(into.last_published, other.last_published)
    into.reports += other.reports
    into.hedges = _union(into.hedges, other.hedges)
    into.bases = _union(into.bases, other.bases)
    into.approximate |= other.approximate
    into.estimated |= other.estimated
    into.unverified |= other.unverified


def join_undated(figures: list[Figure]) -> list[Figure]:
    """A figure told without a time joins its equal told with one, where only one such is there.

    A copy that drops "by 3 June" would else look like a second statement.
    """
    timed: dict[Value, list[Figure]] = {}
    for f in figures:
        if f.when is not None:
            timed.setdefault(f.value, []).append(f)
    out: list[Figure] = []
    for f in figures:
        equals = timed.get(f.value, [])
        if f.when is None and len(equals) == 1:
            join(equals[0], f)
        else:
            out.append(f)
    return out


def best_of(figure: Figure) -> float | None:
    """The figure itself where its origin gave one exact number, else None."""
    v = figure.value
    exact = v.low is not None and v.low == v.high and not (v.low_exclusive or v.high_exclusive)
    return v.low if exact and not figure.approximate and v.asserted and not v.denied else None


def told(figure: Figure, origin_name: str | None) -> list[str]:
    """What a reader must know beside the figure, one plain sentence each."""
    v = figure.value
    said = f"stated by {origin_name}" if origin_name else "no origin was traced"
    out = [f"{said}: a claim, not a fact"]
    if figure.reports > 1:
        out.append(f"{figure.reports} reports of this origin count once")
    if v.denied:
        out.append(f"denied by {origin_name or 'the speaker'}: the words deny this figure")
    if not v.asserted:
        out.append("a supposition, not an assertion: left out of every span")
    if figure.unverified:
        out.append("reported as unverified")
    if figure.estimated:
        out.append("an estimate, as the words say")
    if figure.hedges:
        out.append("hedged: " + ", ".join(figure.hedges))
    if figure.bases:
        out.append("basis: " + ", ".join(figure.bases))
    if v.low is None and v.high is None:
        out.append(f"the words “{figure.words}” give no bounds, and none were invented")
    elif v.high is None:
        out.append("a floor: no upper bound was stated")
    elif v.low is None:
        out.append("a ceiling: no lower bound was stated")
    if figure.approximate:
        out.append(f"approximate, as written: “{figure.words}”")
    first = figure.first[0][:10]
    if figure.last_published[:10] > first:
        out.append(f"first report {first}, last {figure.last_published[:10]}")
    return out


def _union(left: tuple[str, ...], right: Iterable[str]) -> tuple[str, ...]:
    more = set(right)
    return left if more <= set(left) else tuple(sorted(more | set(left)))


__all__ = [
    "UNDATED",
    "Figure",
    "Value",
    "add_report",
    "best_of",
    "join",
    "join_undated",
    "new_figure",
    "told",
]
