"""What several documents say against each other and with each other, for a person to look at."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.web.lists import csv, data
from muster.web.office import office_of, page
from muster.workflows.contradictions import contradiction_rows
from muster.workflows.themes import theme_lines, theme_rows

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


def themes(request: Request) -> Response:
    """What several origins allege alike: who they are, which of them are independent, and every passage."""
    office = office_of(request)
    with office.reading() as store:
        rows = theme_rows(store)
    if request.path_params.get("form") == "csv":
        return csv(theme_lines(rows))
    if (answer := data(request, rows)) is not None:
        return answer
    return page(request, "themes.html.j2", command="themes", rows=rows)


_VIEWS = {"contradictions": contradictions, "themes": themes}
ROUTES = [Route(f"/{name}{tail}", view) for name, view in _VIEWS.items() for tail in ("", ".{form}")]

__all__ = ["ROUTES"]
