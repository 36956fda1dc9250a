"""The page as it was: its picture, grey and blurred until asked for, beside the words read in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.collect import page_picture
from muster.model.claims import Reading
from muster.model.evidence import Document, Text
from muster.publish.page.highlight import Mark
from muster.store import Store
from muster.web.office import office_of, page, whole
from muster.web.reader import PDF, blocks_between, has_pages, marks_in, opened_in

# How a reader of PDFs parts pages; a picture of one page has none.
_BREAK = "\n\n\f\n"
_MOST_SHADED = 80


def _bounds(text: Text | None, number: int) -> tuple[int, int, int]:
    """Where page ``number`` begins and ends in the text, and how many pages it has."""
    if text is None:
        return 0, 0, 1
    start, pages = 0, text.body.split(_BREAK)
    for each in pages[: number - 1]:
        start += len(each) + len(_BREAK)
    return start, start + (len(pages[number - 1]) if number <= len(pages) else 0), len(pages)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What both the page and its picture show: a document's page ``number`` from ``start`` to ``stop``."""

    document: Document
    text: Text | None
    reading: Reading | None
    number: int
    start: int
    stop: int
    count: int
    focus: tuple[int, int] | None
    at: str


def _sheet(request: Request, store: Store) -> _Sheet:
    """The page that the address names. Raises 404 for a document without pages."""
    opened = opened_in(request, store)
    if not has_pages(opened.document):
        raise HTTPException(404)
    number = whole(request.path_params["number"], 1, 1, 10**5)
    bounds = _bounds(opened.text, number)
    at = opened.at if opened.focus else ""
    return _Sheet(opened.document, opened.text, opened.reading, number, *bounds, opened.focus, at)


def facsimile(request: Request) -> Response:
    """A page beside its words."""
    with office_of(request).reading() as store:
        it = _sheet(request, store)
    marks = marks_in(it.reading) + ([Mark(*it.focus, "focus")] if it.focus else [])
    return page(
        request, "facsimile.html.j2", command=f"why {it.document.id}", it=it.document, text=it.text,
        number=it.number, count=it.count, at=it.at, drawn=it.document.media_type == PDF,
        blocks=list(blocks_between(it.text.body, it.start, it.stop, marks, it.focus)) if it.text else [],
    )  # fmt: skip


def picture(request: Request) -> Response:
    """The picture of a page, what was found on it shaded; a document that is a picture as it is."""
    with office_of(request).reading() as store:
        it = _sheet(request, store)
        raw = store.original(it.document.id)
    if it.document.media_type != PDF:
        return Response(raw, media_type=it.document.media_type)
    framed = ""
    if it.text and it.focus and it.start <= it.focus[0] < it.stop:
        framed = it.text.body[it.focus[0] : it.focus[1]]
    shaded = _on(it.reading, it.start, it.stop)
    return Response(page_picture(raw, it.number - 1, shaded, framed), media_type="image/png")


def _on(reading: Reading | None, start: int, stop: int) -> list[str]:
    """The words of claims and quantities of a page."""
    if reading is None:
        return []
    parts: list[Any] = [*reading.claims, *reading.quantities]
    found = [r.passage.words for r in parts if start <= r.passage.start < stop]
    return list(dict.fromkeys(found))[:_MOST_SHADED]


ROUTES = [
    Route("/document/{id}/page/{number}.png", picture), Route("/document/{id}/page/{number}", facsimile),
]  # fmt: skip

__all__ = ["ROUTES"]
