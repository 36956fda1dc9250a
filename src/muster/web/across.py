"""What several documents say against each other: contradictions, for a person to look at."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.web.lists import data
from muster.web.office import office_of, page
from muster.workflows.contradictions import contradiction_rows

_SHOWN = 60


def contradictions(request: Request) -> Response:
    """Claims that cannot both be true, with who said them and why they are laid side by side."""
    office = office_of(request)
    with office.reading() as store:
        rows = contradiction_rows(store)
    if (answer := data(request, rows)) is not None:
        return answer
    return page(
        request, "contradictions.html.j2", command="contradictions", rows=rows[:_SHOWN], total=len(rows),
    )  # fmt: skip


ROUTES = [Route("/contradictions", contradictions), Route("/contradictions.{form}", contradictions)]

__all__ = ["ROUTES"]
