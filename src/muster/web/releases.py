"""What leaves with a release, before it does; built only where the check does not forbid it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.model.errors import MusterError, Usage
from muster.publish.release import LEVELS, Departure
from muster.web.lists import data
from muster.web.office import office_of, page
from muster.workflows import release as workflow
from muster.workflows.jigsaw import Beside, Checked, earlier_beside
from muster.workflows.kept_back import keep_back

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_SHOWN = 60
# Boxes on one page; a form holds no more fields than 80. What is over is asked of after these.
_BOXES = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage that a finding is about. ``at``: DOCUMENT:START-STOP, as it is kept back by."""

    at: str
    document: str
    words: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding to be answered: by letting it stand (not where ``forbids``), or by keeping passages back."""

    id: str
    says: str
    where: str
    forbids: bool
    places: tuple[_Place, ...]


def _found(checked: Checked, leaves: Departure) -> list[_Found]:
    said = {p.number: p.says for p in leaves.passages}
    found: list[_Found] = []
    boxes = 0
    for each in [*checked.forbidden, *checked.open]:
        places = tuple(
            _Place(at, at.partition(":")[0], said[int(where.removeprefix("passage "))])
            for where, at in workflow.stands(leaves, each)
        )
        boxes += 1 + len(places)
        if boxes > _BOXES and found:
            break
        found.append(_Found(each.id, each.says, ", ".join(each.where), each.weight == "forbids", places))
    return found


def look(request: Request) -> Response:
    """What would leave; nothing is written."""
    return _look(request, request.query_params.get("level", ""), "", "")


def _look(
    request: Request, level: str, wrong: str, built: str, refused: workflow.Forbidden | None = None,
    leaves: Departure | None = None, name: str = "",
) -> Response:  # fmt: skip
    office = office_of(request)
    if level and level not in LEVELS:
        raise HTTPException(404)
    found, earlier = leaves, []
    if level:
        with office.reading() as store:
            found = found or workflow.leaving(store, level)
            earlier = [path.name for path in earlier_beside(office.now(), store)]
    # Of the very passages that were refused: each time they are numbered anew.
    asked = _found(refused.checked, found) if refused and found else []
    answer = data(request, [asdict(p) for p in found.passages] if found else [])
    return answer or page(
        request, "release.html.j2", levels=LEVELS, level=level, found=found, shown=_SHOWN, wrong=wrong,
        command=f"release build FOLDER --level {level} --dry-run" if level else "", built=built,
        unchecked=workflow.UNCHECKED, verify=workflow.VERIFY, status=409 if wrong else 200,
        name=name or f"release-{office.clock()[:10]}", findings=asked, earlier=earlier,
        more=len(refused.checked.forbidden + refused.checked.open) - len(asked) if refused else 0,
    )  # fmt: skip


def build(request: Request) -> Response:
    """Write the release into a new folder beside the project, or say why it must not leave.

    Warnings that are ticked (``accept-ID``) stand, passages that are ticked (``keep-DOCUMENT:START-STOP``)
    stay, with who says so and why. It is laid beside the earlier releases that lie there.
    """
    office, form = office_of(request), request.state.form
    level, name = form.get("level", ""), form.get("name", "")
    if level not in LEVELS:
        raise HTTPException(404)
    desk = office.now()
    found = None
    try:
        if not _NAME.fullmatch(name):
            raise Usage("a folder's name is letters, digits, dots and dashes", record=name[:60])
        folder = desk.project.absolute().parent / name
        with office.writing() as store:
            accept, keep = _ticked(form, "accept-"), _ticked(form, "keep-")
            by, reason = form.get("by", "").strip(), form.get("reason", "").strip()
            if (accept or keep) and not (by and reason):
                raise Usage("who lets a finding stand, or keeps a passage back, says so, and why")
            for place in keep:
                keep_back(store, place, by=by, reason=reason, now=desk.now)
            found = workflow.leaving(store, level)
            parts = workflow.Parts(beside=Beside(earlier_beside(desk, store)))
            workflow.build(store, folder, found, desk=desk, parts=parts, accept=accept, by=by, reason=reason)
    except workflow.Forbidden as refused:
        return _look(request, level, str(refused), "", refused, found, name)
    except MusterError as error:
        return _look(request, level, str(error), "")
    return _look(request, level, "", str(folder))


def _ticked(form: dict[str, Any], what: str) -> list[str]:
    return [key.removeprefix(what) for key in form if key.startswith(what)]


ROUTES = [
    Route("/release", look), Route("/release.{form}", look), Route("/release/build", build, methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES"]
