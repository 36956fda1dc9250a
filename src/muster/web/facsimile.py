"""The page as it was: its picture, grey and blurred until asked for, beside the words read in it."""

from __future__ import annotations

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.collect import page_picture
from muster.model.claims import Reading
from muster.model.evidence import Document, Text
from muster.publish.page.highlight import Mark
from muster.web.office import office_of, page, whole
from muster.web.reader import blocks_between, focus_of, marks_in

# How a reader of PDFs parts pages; a picture of one page has none.
_BREAK = "\n\n\f\n"
_PDF = "application/pdf"
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_MOST_SHADED = 80


def has_pages(document: Document) -> bool:
    """Whether there is a page to be looked at."""
    return document.media_type in (_PDF, *_PICTURES)


def page_at(text: Text | None, start: int) -> int:
    """The page, from 1, on which a character stands."""
    return text.body.count("\f", 0, start) + 1 if text else 1


def _bounds(text: Text | None, number: int) -> tuple[int, int, int]:
    """Where page ``number`` begins and ends in the text, and how many pages it has."""
    if text is None:
        return 0, 0, 1
    start, pages = 0, text.body.split(_BREAK)
    for each in pages[: number - 1]:
        start += len(each) + len(_BREAK)
    return start, start + (len(pages[number - 1]) if number <= len(pages) else 0), len(pages)


def facsimile(request: Request) -> Response:
    """A page beside its words."""
    number = whole(request.path_params["number"], 1, 1, 10**5)
    id, at = request.path_params["id"], request.query_params.get("at", "")[:80]
    with office_of(request).reading() as store:
        found, text, reading = store.document(id), store.text_of(id), store.reading_of(id)
    if not has_pages(found):
        raise HTTPException(404)
    start, stop, count = _bounds(text, number)
    focus = focus_of(reading, at)
    marks = marks_in(reading) + ([Mark(*focus, "focus")] if focus else [])
    return page(
        request, "facsimile.html.j2", command=f"why {found.id}", it=found, text=text, number=number,
        count=count, at=at if focus else "", drawn=found.media_type == _PDF,
        blocks=list(blocks_between(text.body, start, stop, marks, focus)) if text else [],
    )  # fmt: skip


def picture(request: Request) -> Response:
    """The picture of a page, what was found on it shaded; a document that is a picture as it is."""
    number = whole(request.path_params["number"], 1, 1, 10**5)
    id, at = request.path_params["id"], request.query_params.get("at", "")[:80]
    with office_of(request).reading() as store:
        found, text, reading = store.document(id), store.text_of(id), store.reading_of(id)
        if not has_pages(found):
            raise HTTPException(404)
        raw = store.original(id)
    if found.media_type != _PDF:
        return Response(raw, media_type=found.media_type)
    start, stop, _ = _bounds(text, number)
    focus = focus_of(reading, at)
    framed = text.body[focus[0] : focus[1]] if text and focus and start <= focus[0] < stop else ""
    return Response(page_picture(raw, number - 1, _on(reading, start, stop), framed), media_type="image/png")


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

__all__ = ["ROUTES", "has_pages", "page_at"]
