"""The desk as a server on this machine: routes, refusals, and the one place that opens a port.

It listens on 127.0.0.1 and nowhere else; no setting changes that.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from muster.model.errors import MusterError, NotFound, ProjectLocked, Usage
from muster.web import (
    across,
    asked,
    casework,
    drafts,
    facsimile,
    foreseen,
    intake,
    interviews,
    law,
    lines,
    lists,
    names,
    numbers,
    reader,
    releases,
    review,
    today,
)
from muster.web.gate import Gate, Sessions
from muster.web.office import Office, environment, office_of, own_path, page
from muster.web.words import LANGUAGES
from muster.workflows.project import Desk

HOST = "127.0.0.1"
_STATIC = {"desk.css": "text/css", "desk.js": "text/javascript"}


def enter(request: Request) -> Response:
    """A token for a session; the address holds once."""
    sessions: Sessions = request.app.state.sessions
    secret = sessions.enter(request.query_params.get("token", ""))
    if secret is None:
        return page(request, "refused.html.j2", status=403, why="token", more="", again={})
    answer = RedirectResponse(own_path(request.query_params.get("to", "/")), 303)
    answer.set_cookie(request.app.state.cookie, secret, httponly=True, samesite="strict", path="/")
    return answer


def static(request: Request) -> Response:
    """One of the desk's own two files."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404)
    from importlib.resources import as_file, files

    with as_file(files("muster.web") / "static" / name) as path:
        return FileResponse(path, media_type=_STATIC[name])


def settings(request: Request) -> Response:
    """The language of the desk and the role name of whoever sits at it; then back to the page."""
    form, session = request.state.form, request.state.session
    if form.get("language") in LANGUAGES:
        session.language = form["language"]
    if "by" in form:
        session.by = " ".join(form["by"].split())[:60]
    return RedirectResponse(own_path(form.get("back", "/")), 303)


def leave(request: Request) -> Response:
    """Lock the desk."""
    office_of(request).leave(request.state.secret)
    return page(request, "refused.html.j2", why="left", more="", again={})


def refused(request: Request, error: Exception) -> Response:
    """An error as a page that says what happened and what to do next."""
    if isinstance(error, HTTPException):
        return page(request, "refused.html.j2", status=error.status_code, why="nothing", more="", again={})
    assert isinstance(error, MusterError)
    status = 404 if isinstance(error, NotFound) else 423 if isinstance(error, ProjectLocked) else 400
    if not isinstance(error, (NotFound, ProjectLocked, Usage)):
        status = 409
    # What a person wrote is not lost because a run was under way: one key sends it again.
    again = request.state.form if isinstance(error, ProjectLocked) and request.method == "POST" else {}
    return page(request, "refused.html.j2", status=status, why="error", more=str(error), again=again)


def _refuser(app: Starlette) -> Callable[[int, str], ASGIApp]:
    def refuse(status: int, why: str) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            scope["app"] = app
            await page(Request(scope), "refused.html.j2", status=status, why=why, more="", again={})(
                scope, receive, send
            )

        return answer

    return refuse


def make_app(
    desk: Desk,
    *,
    port: int,
    clock: Callable[[], str],
    tell: Callable[[str], None],
    title: str = "",
    by: str = "",
    idle: float = 1800.0,
    packs: tuple[str, ...] = (),
    entropy: Callable[[int], bytes] = secrets.token_bytes,
) -> tuple[ASGIApp, Sessions]:
    """The desk behind its gate, and who is at it. ``tell`` is given each address that opens the desk once.

    ``packs``: law packs by name or file that its pages ask, the one to begin with first.
    """
    sessions = Sessions(f"http://{HOST}:{port}", entropy, tell, idle, by=by)
    routes = [
        *today.ROUTES, Route("/enter", enter), Route("/static/{name}", static),
        Route("/settings", settings, methods=["POST"]), Route("/leave", leave, methods=["POST"]),
        *lines.ROUTES, *names.ROUTES, *numbers.ROUTES, *facsimile.ROUTES, *reader.ROUTES, *review.ROUTES,
        *casework.ROUTES, *law.ROUTES,
        *intake.ROUTES, *interviews.ROUTES, *drafts.ROUTES, *releases.ROUTES,
        *across.ROUTES, *asked.ROUTES, *foreseen.ROUTES, *lists.ROUTES,
    ]  # fmt: skip
    # Starlette's own redirect to "/x" from "/x/" would name a host; such an address is simply not there.
    app = Starlette(routes=routes, exception_handlers={MusterError: refused, HTTPException: refused})
    app.router.redirect_slashes = False
    app.state.office = Office(desk, clock, title or desk.project.stem, sessions.leave, packs)
    app.state.sessions = sessions
    # Cookies know no ports: two desks on one machine must not overwrite each other's.
    app.state.cookie = f"muster-{port}"
    gate = Gate(app, sessions=sessions, host=f"{HOST}:{port}", cookie=app.state.cookie, refuse=_refuser(app))
    return gate, sessions


def server(app: ASGIApp, port: int) -> uvicorn.Server:
    """The server of the desk. No access log: addresses name what somebody looks at."""
    return uvicorn.Server(uvicorn.Config(
        app, host=HOST, port=port, access_log=False, log_level="critical", server_header=False,
        date_header=False, proxy_headers=False, limit_concurrency=64, timeout_keep_alive=30,
        lifespan="off", ws="none", h11_max_incomplete_event_size=32 * 1024,
    ))  # fmt: skip


def serve(app: ASGIApp, port: int) -> bool:
    """Answer on this machine until stopped; False where the port is taken."""
    # Reading the templates takes half a second, which the first page need not.
    for name in environment().list_templates():
        environment().get_template(name)
    made = server(app, port)
    try:
        made.run()
    except SystemExit:
        return made.started
    except KeyboardInterrupt:
        return True
    return made.started


__all__ = ["HOST", "make_app", "serve", "server"]
