"""What several documents say against each other and with each other, for a person to look at."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.model.errors import Usage
from muster.web.lists import csv, data
from muster.web.office import office_of, page
from muster.workflows.contradictions import contradiction_rows
from muster.workflows.judge import judge
from muster.workflows.review import undo
from muster.workflows.themes import FIELD, OUT, taken_out, theme_lines, theme_rows

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
        rows, out = theme_rows(store), taken_out(store)
    if request.path_params.get("form") == "csv":
        return csv(theme_lines(rows))
    if (answer := data(request, rows)) is not None:
        return answer
    return page(request, "themes.html.j2", command="themes", rows=rows, out=out[:_SHOWN], all_out=len(out))


def take_out(request: Request) -> Response:
    """A claim does not belong to its theme, as a person says; or does after all, by withdrawing that."""
    office, session, form = office_of(request), request.state.session, request.state.form
    if not session.by:
        raise Usage("a decision needs a name", next_step="write your role name at the foot of the page")
    with office.writing() as store:
        if form.get("judgement"):
            undo(store, by=session.by, now=office.clock(), judgement=form["judgement"])
        else:
            judge(store, [form.get("claim", "")], field=FIELD, verdict=OUT, by=session.by,
                  note=form.get("note", "")[:400], now=office.clock())  # fmt: skip
    return RedirectResponse("/themes#taken-out", 303)


_VIEWS = {"contradictions": contradictions, "themes": themes}
ROUTES = [Route(f"/{name}{tail}", view) for name, view in _VIEWS.items() for tail in ("", ".{form}")]
ROUTES.append(Route("/themes/take-out", take_out, methods=["POST"]))

__all__ = ["ROUTES"]
