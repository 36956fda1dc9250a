"""The first page: what came in, what the team's questions answer, what waits for a decision."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from muster.store.browse import Row
from muster.web.office import office_of, page

_SHOWN, _NUMBERS, _ALERTS = 60, 12, 6


def today(request: Request) -> Response:
    """What came in since the day before the last intake, folded under what it repeats."""
    office = office_of(request)
    with office.reading() as store:
        last = store.last_taken()
        since = _day_before(last) if last else ""
        came = store.taken_since(since, limit=400) if last else None
        asked = store.window("estimates", limit=_NUMBERS, method="ledger").rows
        spans = store.window("estimates", limit=_NUMBERS, method="span")
        aside = store.window("set-aside", limit=5)
        waiting = store.count_questions()
        runs = store.runs()[-4:]
        alerts = store.alerts(limit=_ALERTS)
    return page(
        request, "today.html.j2", command="review", since=since, last=last,
        came=folded(came.rows)[:_SHOWN] if came else [], came_total=came.total if came else 0,
        asked=asked, spans=spans, aside=aside, waiting=waiting, runs=runs[::-1], alerts=alerts,
    )  # fmt: skip


def folded(rows: tuple[Row, ...]) -> list[dict[str, Any]]:
    """Documents with their copies under them: a copy whose original came in too is no line of its own."""
    here = {row["id"]: row for row in rows}
    under: dict[str, list[Row]] = {}
    alone: list[Row] = []
    for row in rows:
        top = _top(row, here)
        if top is None:
            alone.append(row)
        else:
            under.setdefault(top, []).append(row)
    return [{**row, "copies": under.get(row["id"], [])} for row in alone]


def _top(row: Row, here: dict[str, Row]) -> str | None:
    """The first document of the chain of copies that came in too; None where the row itself is it."""
    seen, at = {row["id"]}, row
    while at["original"] in here:
        if at["original"] in seen:
            # Two that name each other as the original: one of them must stay to be seen.
            first = min(seen)
            return None if first == row["id"] else first
        at = here[at["original"]]
        seen.add(at["id"])
    return at["id"] if at is not row else None


def _day_before(at: str) -> str:
    return (datetime.fromisoformat(at) - timedelta(days=1)).isoformat(timespec="seconds")


__all__ = ["folded", "today"]
