"""The first page: what came in, which numbers moved and why, what is due, what waits for a decision."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.publish import move_rows
from muster.store.browse import Row
from muster.web.lists import data
from muster.web.numbers import titles
from muster.web.office import Office, office_of, page, words_of
from muster.web.unlocked import chosen_pack
from muster.workflows import cases, memory
from muster.workflows.vault import place, unlocked

_SHOWN, _NUMBERS, _ALERTS, _MOVES = 60, 12, 6, 6
_SOON = timedelta(days=7)
# A number that moved is told with its reasons elsewhere on the page, where one was kept.
_OF_PAGES = ("changed", "vanished", "returned", "silent", "name")


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
        alerts = [a for a in store.alerts(limit=4 * _ALERTS) if a.kind in _OF_PAGES][:_ALERTS]
        moves = store.moves(since, limit=_MOVES)
        said = memory.told(store)
        questions = titles(store, words_of(request))
    day = date.fromisoformat(office.clock()[:10])
    return page(
        request, "today.html.j2", command="review", since=since, last=last,
        came=folded(came.rows)[:_SHOWN] if came else [], came_total=came.total if came else 0,
        asked=asked, spans=spans, aside=aside, waiting=waiting, runs=runs[::-1], alerts=alerts,
        titles=questions, moves=moves, due=_due(request, office, day),
        forecasts=[f for f in said if f.waits(day)],
    )  # fmt: skip


def _due(request: Request, office: Office, day: date) -> dict[str, Any]:
    """How much is due within a week and the next day of it, while the vault is open; of which case, says the
    page of cases. The pack's next review is open to anybody."""
    desk = office.now()
    _, pack, _ = chosen_pack(request)
    review = pack.review_until if pack and pack.review_until <= day + _SOON else None
    if not unlocked(desk):
        return {"open": False, "there": place(desk).there, "review": review}
    days = sorted(d.safe for _, d in cases.due(desk, pack) if d.safe <= day + _SOON)
    return {
        "open": True, "there": True, "review": review, "within": len(days),
        "late": sum(d < day for d in days), "next": next((d.isoformat() for d in days if d >= day), ""),
    }  # fmt: skip


def moved(request: Request) -> Response:
    """Every number that a count moved, the newest first, with what moved it."""
    with office_of(request).reading() as store:
        moves = store.moves()
    return data(request, list(move_rows(moves))) or page(
        request, "moves.html.j2", command="moves", moves=moves
    )


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


ROUTES = [Route("/", today), Route("/moves", moved), Route("/moves.{form}", moved)]

__all__ = ["ROUTES", "folded", "today"]
