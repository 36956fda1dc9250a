"""What leaves with a release, before it does; built only where the check does not forbid it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.model.errors import MusterError, Usage
from muster.publish.jigsaw import Finding
from muster.publish.release import LEVELS
from muster.web.lists import data
from muster.web.office import office_of, page
from muster.workflows import release as workflow

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_SHOWN = 60


def look(request: Request) -> Response:
    """What would leave; nothing is written."""
    return _look(request, request.query_params.get("level", ""), "", "")


def _look(
    request: Request, level: str, wrong: str, built: str, findings: Sequence[Finding] = (), name: str = ""
) -> Response:
    office = office_of(request)
    if level and level not in LEVELS:
        raise HTTPException(404)
    found = None
    if level:
        with office.reading() as store:
            found = workflow.leaving(store, level)
    answer = data(request, [asdict(p) for p in found.passages] if found else [])
    return answer or page(
        request, "release.html.j2", levels=LEVELS, level=level, found=found, shown=_SHOWN, wrong=wrong,
        command=f"release build FOLDER --level {level} --dry-run" if level else "", built=built,
        unchecked=workflow.UNCHECKED, verify=workflow.VERIFY, status=409 if wrong else 200,
        name=name or f"release-{office.clock()[:10]}", findings=findings,
    )  # fmt: skip


def build(request: Request) -> Response:
    """Write the release into a new folder beside the project, or say why it must not leave.

    Warnings that are ticked (``accept-ID``) stand, with who says so and why.
    """
    office, form = office_of(request), request.state.form
    level, name = form.get("level", ""), form.get("name", "")
    if level not in LEVELS:
        raise HTTPException(404)
    desk = office.now()
    try:
        if not _NAME.fullmatch(name):
            raise Usage("a folder's name is letters, digits, dots and dashes", record=name[:60])
        folder = desk.project.absolute().parent / name
        with office.writing() as store:
            found = workflow.leaving(store, level)
            ticked = [key.removeprefix("accept-") for key in form if key.startswith("accept-")]
            by, reason = form.get("by", "").strip(), form.get("reason", "").strip()
            if ticked and not (by and reason):
                raise Usage("who lets a finding stand says so, and why")
            workflow.build(store, folder, found, desk=desk, accept=ticked, by=by, reason=reason)
    except workflow.Forbidden as refused:
        warned = [] if refused.checked.forbidden else refused.checked.open
        return _look(request, level, str(refused), "", warned, name)
    except MusterError as error:
        return _look(request, level, str(error), "")
    return _look(request, level, "", str(folder))


ROUTES = [
    Route("/release", look), Route("/release.{form}", look), Route("/release/build", build, methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES"]
