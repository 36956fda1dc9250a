"""Pages of sealed papers: shown only while the vault is unlocked, framed, and locked again soon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.model.errors import MusterError, NotFound
from muster.model.law import Pack
from muster.web.office import office_of, page
from muster.workflows.law import open_pack, standing
from muster.workflows.vault import lock, place, unlocked

View = Callable[[Request], Response]


def behind_lock(view: View) -> View:
    """``view`` where the vault is unlocked; else a page that says how to make or unlock one."""

    @wraps(view)
    def guarded(request: Request) -> Response:
        desk = office_of(request).now()
        if unlocked(desk):
            return view(request)
        if request.path_params.get("form"):
            raise NotFound("the vault is locked", next_step="'muster vault unlock --as CODE' opens it")
        again = request.state.form if request.method == "POST" else {}
        return page(request, "locked.html.j2", there=place(desk).there, again=again)

    return guarded


def shut(request: Request) -> Response:
    """Lock the vault: whatever is sealed is closed in every tab and terminal."""
    lock(office_of(request).now())
    session = request.state.session
    session.sealed = False
    return RedirectResponse("/cases", 303)


def chosen_pack(request: Request) -> tuple[str, Pack | None, dict[str, Any]]:
    """The pack that was asked for, of those this desk knows; itself; and how its review stands."""
    office = office_of(request)
    given = request.state.form if request.method == "POST" else request.query_params
    name = given.get("pack", office.packs[0] if office.packs else "")
    if name not in office.packs:
        return "", None, {}
    pack, review = open_pack(name)
    return name, pack, asdict(standing(office.now(), pack, review))


def told(request: Request, error: MusterError) -> dict[str, Any]:
    """What a page is given to be shown again beside what was wrong, with all that was written."""
    return {"wrong": str(error), "said": request.state.form}


ROUTES = [Route("/vault/lock", shut, methods=["POST"])]

__all__ = ["ROUTES", "behind_lock", "chosen_pack", "told"]
