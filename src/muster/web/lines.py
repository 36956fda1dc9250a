"""Lines: what happened when, who copied whom, who carries what an origin said, and what a watch tells."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.publish.page import charts
from muster.publish.page.network import Carried, network
from muster.publish.page.timeline import whole_span
from muster.store.browse import Row
from muster.web.lists import csv
from muster.web.office import heading, office_of, page, whole, words_of
from muster.web.words import Words
from muster.workflows.relations import relation_rows

_PAGE, _COPIED, _ALERTS = 60, 20, 200
# As many left-hand names, and ties of them, as one drawing can show.
_ORIGINS, _TIES = 12, 60
_FIRST, _LAST = "0000", "9999-99"


def timeline(request: Request) -> Response:
    """Events by the days in which they began; ``since`` and ``until`` look closer."""
    w = words_of(request)
    given = {name: _day(request.query_params.get(name, "")) for name in ("since", "until")}
    offset = whole(request.query_params.get("offset"), 0, 0, 10**8)
    with office_of(request).reading() as store:
        found = store.events(given["since"] or _FIRST, given["until"] or _LAST, offset=offset, limit=_PAGE)
        span = store.event_days()
    if form := request.path_params.get("form"):
        return _as(form, found.rows)
    days = [
        d for row in found.rows for d in (charts.day(row["first"]), charts.day(row["last"])) if d is not None
    ]
    scale = charts.time_scale(days) if days else None
    axis = charts.axis(scale, charts.time_labels(scale, w.months, most=3)) if scale else Markup("")
    rows = (
        [{**row, "chart": _bar(row, scale, w), "when": _when(row, w)} for row in found.rows] if scale else []
    )
    return page(
        request, "timeline.html.j2", command="times", rows=rows, found=found, axis=axis, span=span,
        limit=_PAGE,        since=given["since"], until=given["until"],
    )  # fmt: skip


def _bar(row: Row, scale: charts.Scale, w: Words) -> Markup:
    return charts.bar(scale, charts.day(row["first"]), charts.day(row["last"]), _when(row, w), w.months)


def _when(row: Row, w: Words) -> str:
    first, last = row["first"], row["last"]
    if first == last:
        return w.day(first)
    if not first or not last:
        return w("from {day}", day=w.day(first)) if first else w("by {day}", day=w.day(last))
    return w.day(whole_span(first, last)) if whole_span(first, last) else f"{w.day(first)} – {w.day(last)}"


def _day(given: str) -> str:
    """An ISO day, month or year of the address; anything else is none."""
    return given if len(given) <= 10 and charts.day(given) is not None else ""


def copied(request: Request) -> Response:
    """The twenty posts that most others repeat."""
    office = office_of(request)
    with office.reading() as store:
        rows = office.once(store, "copied", lambda: store.most_copied(limit=_COPIED))
    if form := request.path_params.get("form"):
        return _as(form, rows)
    return page(request, "copied.html.j2", command="copied", rows=rows)


def ribbon(request: Request) -> Response:
    """A document's family: lanes by outlet, solid for forwards, dashed for text that is alike."""
    w, id = words_of(request), request.path_params["id"]
    with office_of(request).reading() as store:
        rows, ties = store.family(id)
    if form := request.path_params.get("form"):
        return _as(form, ties)
    outlets = list(dict.fromkeys(row["source"] for row in rows))
    copies = {tie["copy"] for tie in ties if tie["directed"]}
    nodes = [
        charts.Node(
            row["id"],
            outlets.index(row["source"]),
            charts.day(row["published"]),
            f"/document/{quote(row['id'])}",
            f"{w.day(row['published'])}, {row['source']}: {heading(row)}",
            row["id"] not in copies,
        )
        for row in rows
    ]
    drawn = charts.ribbon(
        nodes,
        [charts.Tie(t["original"], t["copy"], t["kind"] == "forwarded", bool(t["directed"])) for t in ties],
        outlets, w.months,
    )  # fmt: skip
    return page(
        request,
        "ribbon.html.j2",
        command="copies",
        rows=rows,
        ties=ties,
        drawn=drawn,
        outlets=len(outlets),
        told={row["id"]: f"{row['source']}, {w.day(row['published'])}" for row in rows},
    )


def carriers(request: Request) -> Response:
    """The origins with most claims and who carries them."""
    w = words_of(request)
    with office_of(request).reading() as store:
        rows = store.carried()
    if form := request.path_params.get("form"):
        return _as(form, rows)
    lines = [
        Carried(row["name"], row["carrier"], row["carried"], f"/origin/{quote(row['origin'])}",
                f"{row['name']} → {row['carrier']}: {w.count(row['carried'], 'claim')}")
        for row in rows
    ]  # fmt: skip
    drawn = network(lines, w("Origins and who carries them"))
    return page(request, "network.html.j2", command="origins", rows=rows, drawn=drawn)


def related(request: Request) -> Response:
    """Who is related to whom, as tables say, with the row in which each stands."""
    office, w = office_of(request), words_of(request)
    offset = whole(request.query_params.get("offset"), 0, 0, 10**8)
    with office.reading() as store:
        rows = office.once(store, "relations", lambda: list(relation_rows(store)))
    if form := request.path_params.get("form"):
        return _as(form, rows)
    ties = Counter((row["left"], row["right"]) for row in rows)
    often = {name for name, _ in Counter(row["left"] for row in rows).most_common(_ORIGINS)}
    ids = {row["left"]: row["left_entity"] for row in rows}
    kinds: dict[tuple[str, str], str] = {(row["left"], row["right"]): row["kind"] for row in rows}
    lines = [
        Carried(left, right, number, f"/name/{quote(ids[left])}" if ids[left] else "",
                f"{left} → {right}: {kinds[left, right]}")
        for (left, right), number in ties.items() if left in often
    ]  # fmt: skip
    return page(
        request, "relations.html.j2", command="relations list", rows=rows[offset : offset + _PAGE],
        total=len(rows), offset=offset, limit=_PAGE,
        drawn=network(lines[:_TIES], w("Who is related to whom")),
    )  # fmt: skip


def alerts(request: Request) -> Response:
    """What a watch held to be worth a look, the newest first."""
    with office_of(request).reading() as store:
        rows = [
            {"at": a.at, "kind": a.kind, "words": a.words, "record": a.record}
            for a in store.alerts(limit=_ALERTS)
        ]
        watched = sum(1 for _ in store.watched())
    if form := request.path_params.get("form"):
        return _as(form, rows)
    return page(request, "alerts.html.j2", command="watch alerts", rows=rows, watched=watched)


def _as(form: str, rows: Iterable[dict[str, Any]]) -> Response:
    if form == "json":
        return Response(json.dumps(list(rows), ensure_ascii=False), media_type="application/json")
    if form == "csv":
        return csv(rows)
    raise HTTPException(404)


_VIEWS = {
    "timeline": timeline,
    "copied": copied,
    "carriers": carriers,
    "relations": related,
    "alerts": alerts,
}
ROUTES = [
    *(Route(f"/{name}{tail}", view) for name, view in _VIEWS.items() for tail in ("", ".{form}")),
    Route("/ribbon/{id}.{form}", ribbon), Route("/ribbon/{id}", ribbon),
]  # fmt: skip

__all__ = ["ROUTES", "alerts", "carriers", "copied", "related", "ribbon", "timeline"]
