"""Lists, search, the chain below a record, and the way to any record by its id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.model.links import Origin
from muster.publish import rows_as
from muster.store import Store
from muster.store.browse import NOUNS, Row, Window
from muster.web.numbers import titles
from muster.web.office import office_of, page, whole, words_of
from muster.workflows.struck import Struck, struck

_PAGE, _MOST, _SEARCH = 50, 1000, 200
# What each list shows first; the rest is in the row that .json and .csv give.
COLUMNS = {
    "documents": ("title", "source", "published", "taken"),
    "claims": ("words", "speaker", "basis", "address"),
    "quantities": ("words", "figure", "what", "population", "address"),
    "times": ("words", "first", "last", "address"),
    "entities": ("name", "type", "variants"),
    "origins": ("name", "claims"),
    "copies": ("copy_address", "copy_source", "original_address", "original_source", "kind", "score"),
    "estimates": ("question", "figure", "method", "by_when", "origins"),
    "set-aside": ("record", "reason", "detail"),
}
_DIRECT = {"documents": "document", "estimates": "number", "origins": "origin", "entities": "name",
           "copies": "copy", "claims": "at", "quantities": "at", "times": "at"}  # fmt: skip


def listing(request: Request) -> Response:
    """One window of one list, as a page, JSON or CSV."""
    noun, _, form = request.path_params["noun"].partition(".")
    if noun not in NOUNS or form not in ("", "json", "csv"):
        raise HTTPException(404)
    limit = whole(request.query_params.get("limit"), _PAGE, 1, _MOST)
    offset = whole(request.query_params.get("offset"), 0, 0, 10**8)
    office = office_of(request)
    w = words_of(request)
    with office.reading() as store:
        found = store.window(noun, offset=offset, limit=limit)
        gone = struck(store) if noun in ("claims", "entities") else Struck()
        questions = titles(store, w) if noun == "estimates" else {}
    found = replace(found, rows=tuple(_as_decided(row, gone) for row in found.rows))
    if form:
        return _as(form, found)
    rows = [
        {**row, "speaker": speaker(row, w("nobody named")), "href": href(noun, row)} for row in found.rows
    ]
    return page(
        request, "list.html.j2", command=f"{noun}", noun=noun, found=found, rows=rows, limit=limit,
        columns=COLUMNS[noun], titles=questions,
    )  # fmt: skip


def _as_decided(row: Row, gone: Struck) -> Row:
    """A row without speakers whom people struck out; a name that is struck out everywhere says so."""
    if not gone:
        return row
    if said := row.get("said_by"):
        left = [s for s in said if s.get("protected") or not gone.holds(row["document"], s.get("name"))]
        return {**row, "said_by": left}
    if "variants" in row:
        names = (row["name"], *row["variants"])
        return {**row, "struck": all(gone.holds("", name) for name in names)}
    return row


def _as(form: str, found: Window) -> Response:
    if form == "json":
        whole_of = {"total": found.total, "offset": found.offset, "rows": found.rows}
        return Response(json.dumps(whole_of, ensure_ascii=False), media_type="application/json")
    return csv(found.rows)


def data(request: Request, rows: Sequence[Any]) -> Response | None:
    """Rows as JSON or CSV where the address asks for one of them, else None."""
    form = request.path_params.get("form")
    if form == "json":
        return Response(json.dumps(rows, ensure_ascii=False), media_type="application/json")
    if form == "csv":
        return csv(rows)
    if form:
        raise HTTPException(404)
    return None


def csv(rows: Iterable[Row]) -> Response:
    """Rows as CSV, cells that a spreadsheet would run quoted."""
    return Response("".join(rows_as(rows, "csv")), media_type="text/csv; charset=utf-8")


def speaker(row: Row, nobody: str) -> str | None:
    """Who said a claim, nearest first; None where the outlet speaks itself. ``nobody``: what stands for one
    who is not named."""
    said = [s.get("name") or s.get("role") or nobody for s in row.get("said_by") or ()]
    return " ‹ ".join(said) or None


def href(noun: str, row: Row) -> str:
    """Where a row leads."""
    way, id = _DIRECT.get(noun), row.get("id")
    return f"/{way}/{quote(str(id))}" if way and id else ""


def at(request: Request) -> Response:
    """From a record to the page on which its exact characters are marked."""
    id = request.path_params["id"]
    with office_of(request).reading() as store:
        document, _start, _stop = store.place_of(id)
    return RedirectResponse(f"/document/{quote(document)}?at={quote(id)}#here", 303)


def search(request: Request) -> Response:
    """Documents that hold all words in any form; an id leads to its record."""
    asked = request.query_params.get("q", "")[:400]
    form = request.path_params.get("form", "")
    hits: list[dict[str, Any]] = []
    total = 0
    flat = request.query_params.get("folded") == "no"
    if asked.strip():
        with office_of(request).reading() as store:
            hits = [asdict(hit) for hit in store.search(asked, limit=_SEARCH if form else _PAGE)]
            total = store.count_hits(asked)
            if not form:
                hits = folded_hits(hits, {} if flat else {h["document"]: _repeats(store, h) for h in hits})
    if form == "json":
        return Response(json.dumps(hits, ensure_ascii=False), media_type="application/json")
    if form == "csv":
        return csv(hits)
    return page(
        request, "search.html.j2", words=asked, hits=hits, total=total, flat=flat,
        shown=len(hits) + sum(len(hit["copies"]) for hit in hits),
        command=f"search {json.dumps(asked, ensure_ascii=False)}" if asked.strip() else "",
    )  # fmt: skip


def _repeats(store: Store, hit: Mapping[str, Any]) -> tuple[str, str] | None:
    return store.repeated_by(hit["document"])


def folded_hits(
    hits: Sequence[dict[str, Any]], repeats: Mapping[str, tuple[str, str] | None]
) -> list[dict[str, Any]]:
    """Hits in their order, each copy under the first of its family that was found too. ``repeats``: document
    → (what it repeats, the copy's id), which tells how the two differ."""
    here = {hit["document"]: {**hit, "copies": []} for hit in hits}
    out = []
    for id, hit in here.items():
        top, seen = id, {id}
        while (found := repeats.get(top)) and found[0] in here and found[0] not in seen:
            top = found[0]
            seen.add(top)
        if found and found[0] in seen:
            # Two that name each other as the original: the first of them in order stays to be seen.
            top = min(seen, key=list(here).index)
        if top == id:
            out.append(hit)
        else:
            way = repeats.get(id)
            here[top]["copies"].append({**hit, "beside": way[1] if way else ""})
    return out


def why(request: Request) -> Response:
    """The chain from a record down to bytes and custody."""
    id = request.path_params["id"]
    with office_of(request).reading() as store:
        chain = store.why(id)
    if request.path_params.get("form") == "json":
        return Response(json.dumps(asdict(chain), ensure_ascii=False), media_type="application/json")
    return page(request, "why.html.j2", chain=chain, command=f"why {chain.id}")


def origin(request: Request) -> Response:
    """One origin: why it is held to be one, and its claims with their copies folded."""
    office, id = office_of(request), request.path_params["id"]
    offset = whole(request.query_params.get("offset"), 0, 0, 10**8)
    with office.reading() as store:
        kind, record = store.find(id)
        if not isinstance(record, Origin):
            return RedirectResponse(f"/why/{quote(id)}", 303)
        claims = store.claims_of(record.id, offset=offset, limit=_PAGE)
    if request.path_params.get("form") == "json":
        return Response(json.dumps({**asdict(record), "rows": claims.rows}, ensure_ascii=False),
                        media_type="application/json")  # fmt: skip
    nobody = words_of(request)("nobody named")
    rows = [{**row, "speaker": speaker(row, nobody)} for row in claims.rows]
    first = [row for row in rows if not row["original"]]
    copied = [row for row in rows if row["original"]]
    return page(
        request, "origin.html.j2", origin=record, kind=kind, rows=first, copied=copied, found=claims,
        limit=_PAGE, command=f"why {record.id}",
    )  # fmt: skip


ROUTES = [
    Route("/search", search), Route("/search.{form}", search),
    Route("/why/{id}.{form}", why), Route("/why/{id}", why),
    Route("/origin/{id}.{form}", origin), Route("/origin/{id}", origin),
    Route("/at/{id}", at), Route("/{noun}", listing),
]  # fmt: skip

__all__ = ["COLUMNS", "ROUTES", "csv", "data", "folded_hits", "href", "speaker"]
