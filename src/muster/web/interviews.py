"""Interviews: consent first, no name needed, sealed with one press; what was agreed, by code."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.model.errors import MusterError
from muster.vault.interview import QUESTIONS, built
from muster.vault.records import USES
from muster.web.lists import data
from muster.web.office import office_of, page
from muster.web.unlocked import behind_lock, told
from muster.workflows import interviews as workflow
from muster.workflows.vault import place, unlocked

# Who somebody is: asked last, and nobody has to say.
_WHO = ("pseudonym", "name", "number", "note")


def inbox(request: Request) -> Response:
    """What waits to be filed and, with the vault unlocked, each code with what was agreed."""
    desk = office_of(request).now()
    there = place(desk).there
    rows = workflow.listed(desk) if there else []
    is_open = there and unlocked(desk)
    return data(request, rows) or page(
        request, "interviews.html.j2", command="interview list", frame=is_open, there=there, is_open=is_open,
        rows=rows, said=request.query_params.get("said", ""),
    )  # fmt: skip


def asked(request: Request) -> Response:
    """The form. Before the source has agreed, that is all it asks."""
    desk = office_of(request).now()
    agreed = request.query_params.get("agreed", "")
    return _asked(request, agreed, place(desk).there, "", {})


def _asked(request: Request, agreed: str, there: bool, wrong: str, said: dict[str, str]) -> Response:
    rest = [q for q in QUESTIONS if q.field != "agreed"]
    return page(
        request, "interview.html.j2", command="interview new", frame=agreed == "yes", agreed=agreed,
        there=there,
        about=[q for q in rest if q.field not in _WHO], who=[q for q in rest if q.field in _WHO], uses=USES,
        wrong=wrong, said=said, status=409 if wrong else 200,
    )  # fmt: skip


def seal(request: Request) -> Response:
    """Seal what was written: from here on nobody at this desk can open it again without the vault."""
    desk, form = office_of(request).now(), request.state.form
    answers = {q.field: [v for v in (form.get(q.field, "").strip(),) if v] for q in QUESTIONS}
    answers["may be used for"] = [", ".join(u for u in USES if form.get(f"use {u}") == "yes")]
    for field in ("name", "number"):
        answers[field] = [line.strip() for line in form.get(field, "").splitlines() if line.strip()]
    try:
        sent = built(answers, form.get("account", ""))
        path = workflow.send(desk, sent, workflow.kit(desk), None)
    except MusterError as error:
        wrong = told(request, error)
        return _asked(request, form.get("agreed", ""), place(desk).there, wrong["wrong"], wrong["said"])
    return page(
        request,
        "sealed.html.j2",
        command="interview list",
        alias=sent.alias,
        receipt=workflow.fingerprint(path),
    )


@behind_lock
def file(request: Request) -> Response:
    """File everything that waits: who it is into the vault, the account into the sealed papers."""
    office = office_of(request)
    with office.lock:
        done = workflow.file_packets(office.now())
    wrong = [f"{each.code}: {each.problem}" for each in done if each.problem]
    if wrong:
        desk = office.now()
        return page(
            request, "interviews.html.j2", command="interview file", frame=True, there=True, is_open=True,
            rows=workflow.listed(desk), said="; ".join(wrong), status=409,
        )  # fmt: skip
    return RedirectResponse("/interviews?said=filed", 303)


ROUTES = [
    Route("/interviews", inbox), Route("/interviews.{form}", inbox),
    Route("/interviews/new", asked), Route("/interviews/new", seal, methods=["POST"]),
    Route("/interviews/file", file, methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES"]
