"""The timeline: narrated events within the days in which they began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from muster.model.claims import Event, TimeRange
from muster.publish.page import charts
from muster.publish.page.desk import Desk, cut
from muster.publish.page.survey import Place
from muster.publish.page.words import Words

# The date stands in the text, or is counted from the day it was published; any other is worked out.
_GIVEN = ("explicit", "document")


@dataclass(frozen=True, slots=True)
class EventView:
    """One narrated event and the days within which it began. ``inferred``: no date of the text itself."""

    when: str
    chart: Markup
    what: str
    outlet: str
    href: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Events in the order of their dates; how many more, how many without a date."""

    axis: Markup
    events: tuple[EventView, ...]
    more: int
    undated: int


@dataclass(frozen=True, slots=True)
class _Told:
    first: int | None
    last: int | None
    event: Event
    document: str
    inferred: bool

    @property
    def place(self) -> tuple[int, int, str]:
        """Sorts by the day it began at the earliest, then the narrower range first."""
        start = self.first if self.first is not None else self.last or 0
        return (start, self.last if self.last is not None else _NEVER, self.event.id)


_NEVER = 10**7


def timeline(desk: Desk) -> TimelineView:
    """The events of the texts shown; those of copies are left out."""
    found, undated = _told(desk)
    # The texts that the ledger rests on come first; what they tell is not crowded out by older history.
    shown = sorted(found[: desk.limits.events], key=lambda told: told.place)
    if not shown:
        return TimelineView(Markup(""), (), 0, undated)
    scale = charts.time_scale([d for told in shown for d in (told.first, told.last) if d is not None])
    axis = charts.axis(scale, charts.time_labels(scale, desk.words.months, most=2))
    views = tuple(_event(told, scale, desk) for told in shown)
    return TimelineView(axis, views, len(found) - len(shown), undated)


def _told(desk: Desk) -> tuple[list[_Told], int]:
    """The dated events of the texts shown, in the order of the texts, and the number of undated ones."""
    found: list[_Told] = []
    undated = 0
    for id in desk.shelf.shown:
        relation = desk.clusters.relations.get(id)
        sheet = desk.shelf.sheet(id)
        if sheet.reading is None or (relation is not None and relation.directed):
            continue
        for e in sheet.reading.events:
            first, last = charts.day(e.first), charts.day(e.last)
            if first is None and last is None:
                undated += 1
            else:
                found.append(_Told(first, last, e, id, _inferred(e, sheet.reading.times)))
    return found, undated


def _inferred(e: Event, times: Iterable[TimeRange]) -> bool:
    """True where the time that dates the event was worked out from what was told before."""
    anchors = [
        t.anchor
        for t in times
        if e.passage.start <= t.passage.start < e.passage.stop and (t.first, t.last) == (e.first, e.last)
    ]
    return bool(anchors) and not any(anchor in _GIVEN for anchor in anchors)


def _event(told: _Told, scale: charts.Scale, desk: Desk) -> EventView:
    document = desk.shelf.document(told.document)
    outlet = desk.sources.get(document.source, document.source)
    when = _range(told.event.first, told.event.last, desk.words)
    chart = charts.bar(scale, told.first, told.last, when, desk.words.months)
    href = desk.shelf.href(Place(told.document, told.event.id, told.event.passage.start))
    return EventView(when, chart, cut(told.event.what), outlet, href, told.inferred)


def _range(first: str | None, last: str | None, w: Words) -> str:
    if first and last:
        if first == last:
            return w.date(first)
        if whole_span(first, last):
            return w.date(whole_span(first, last))
        same_year = first[:4] == last[:4] and len(first) > 4
        return (
            f"{w.date(first).removesuffix(f' {first[:4]}') if same_year else w.date(first)} – {w.date(last)}"
        )
    return f"from {w.date(first)}" if first else f"by {w.date(last)}"


def whole_span(first: str, last: str) -> str:
    """``2031-05`` or ``2031`` where the range is that whole month or year, else nothing."""
    if len(first) != 10 or len(last) != 10 or not first.endswith("-01"):
        return ""
    start, stop = charts.day(first), charts.day(last)
    # The last day there is has no day after it.
    if first[:7] == last[:7] and stop and stop < date.max.toordinal() and date.fromordinal(stop + 1).day == 1:
        return first[:7]
    return first[:4] if start and first[5:] == "01-01" and last == f"{first[:4]}-12-31" else ""


__all__ = ["EventView", "TimelineView", "timeline", "whole_span"]
