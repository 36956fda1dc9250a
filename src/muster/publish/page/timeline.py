"""The timeline: narrated events within the days in which they began."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from muster.publish.page import charts
from muster.publish.page.desk import Desk, cut
from muster.publish.page.survey import Place
from muster.publish.page.words import Words


@dataclass(frozen=True, slots=True)
class EventView:
    """One narrated event and the days within which it began."""

    when: str
    chart: Markup
    what: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Events in the order of their dates; how many more, how many without a date."""

    axis: Markup
    events: tuple[EventView, ...]
    more: int
    undated: int


def timeline(desk: Desk) -> TimelineView:
    """The events of the texts shown; those of copies are left out."""
    found: list[tuple[int, int, str, int | None, int | None, str, str, Place]] = []
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
                continue
            place = Place(id, e.id, e.passage.start)
            start = first if first is not None else last or 0
            when = _range(e.first, e.last, desk.words)
            found.append((start, last or start, e.id, first, last, e.what, when, place))
    found.sort(key=lambda row: row[:3])
    shown = found[: desk.limits.events]
    if not shown:
        return TimelineView(Markup(""), (), 0, undated)
    scale = charts.time_scale([d for row in shown for d in row[3:5] if d is not None])
    axis = charts.axis(scale, charts.time_labels(scale, desk.words.months, most=2))
    views = tuple(_event(row, scale, desk) for row in shown)
    return TimelineView(axis, views, len(found) - len(shown), undated)


def _event(
    row: tuple[int, int, str, int | None, int | None, str, str, Place], scale: charts.Scale, desk: Desk
) -> EventView:
    *_, first, last, what, when, place = row
    document = desk.shelf.sheet(place.document).document
    outlet = desk.sources.get(document.source, document.source)
    return EventView(when, charts.bar(scale, first, last, when), cut(what), outlet, desk.shelf.href(place))


def _range(first: str | None, last: str | None, w: Words) -> str:
    if first and last:
        if first == last:
            return w.date(first)
        same_year = first[:4] == last[:4] and len(first) > 4
        return (
            f"{w.date(first).removesuffix(f' {first[:4]}') if same_year else w.date(first)} – {w.date(last)}"
        )
    return f"from {w.date(first)}" if first else f"by {w.date(last)}"


__all__ = ["EventView", "TimelineView", "timeline"]
