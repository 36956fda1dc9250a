"""Questions that came in, the most urgent first: in their own words, with the words that say so."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.cases.intake.triage import URGENCIES
from muster.model.errors import MusterError, NotFound
from muster.publish.page.highlight import Mark, marked
from muster.web.casework import writer
from muster.web.lists import data
from muster.web.office import office_of, page, whole
from muster.web.unlocked import behind_lock, chosen_pack, told
from muster.workflows import intake as workflow
from muster.workflows.case_rows import question_row

_PAGE = 50
RELATIONS = ("same-family", "different-family", "same-person", "became-case")


@behind_lock
def queue(request: Request) -> Response:
    """What waits: who is held first, then limits, threats, letters, questions."""
    desk, everything = office_of(request).now(), request.query_params.get("all") == "1"
    called = workflow.codes(desk)
    rows = [question_row(r, called) for r in workflow.queue(desk, everything=everything)]
    if (answer := data(request, rows)) is not None:
        return answer
    offset = whole(request.query_params.get("offset"), 0, 0, 10**8)
    return page(
        request, "intake.html.j2", command="intake list" + " --all" * everything, frame=True,
        rows=rows[offset : offset + _PAGE], total=len(rows), offset=offset, limit=_PAGE,
        everything=everything,
    )  # fmt: skip


@behind_lock
def question(request: Request) -> Response:
    """One question with what was done about it."""
    return _question(request, {})


def _question(request: Request, more: dict[str, Any]) -> Response:
    code, desk = request.path_params["code"], office_of(request).now()
    case, steps, found = workflow.one(desk, code)
    asked, called = steps[0], workflow.codes(desk)
    waiting = next(r for r in workflow.queue(desk, everything=True) if r.case == case.id)
    row = question_row(waiting, called)
    if (answer := data(request, [row | {"words": asked.words}])) is not None:
        return answer
    marks = [Mark(h.start, h.stop, "focus") for h in found.heard]
    return page(
        request, "question.html.j2", command=f"intake show {case.code}", frame=True, it=case, asked=asked,
        row=row, words_=marked(asked.words, 0, len(asked.words), marks), steps=steps[1:], called=called,
        urgencies=URGENCIES, relations=RELATIONS, **({"wrong": "", "said": {}} | more),
        status=409 if more else 200,
    )  # fmt: skip


@behind_lock
def decide(request: Request) -> Response:
    """Put right, answer or link a question; what was there before stays to be seen."""
    code, what = request.path_params["code"], request.path_params["what"]
    form, office = request.state.form, office_of(request)
    note = " ".join(form.get("note", "").split())[:2000]
    try:
        by = writer(request)
        with office.lock:
            if what == "sort":
                workflow.put_right(
                    office.now(), code, urgency=form.get("urgency", ""), topic=form.get("topic", "")[:120],
                    by=by, note=note,
                )  # fmt: skip
            elif what == "answer":
                _, pack, _ = chosen_pack(request) if form.get("pack") else ("", None, {})
                used = f"{pack.id} {pack.version} {pack.sha256}" if pack else ""
                workflow.answer(office.now(), [code], by=by, pack=used, note=note)
            elif what == "link":
                workflow.link(
                    office.now(), code, form.get("other", "")[:40], form.get("relation", ""), by=by, note=note
                )
            else:
                raise NotFound("a question is sorted, answered or linked", record=what[:40])
    except MusterError as error:
        return _question(request, told(request, error))
    return RedirectResponse(f"/intake/{quote(code)}" if what != "answer" else "/intake", 303)


ROUTES = [
    Route("/intake", queue), Route("/intake.{form}", queue),
    Route("/intake/{code}/{what}", decide, methods=["POST"]),
    Route("/intake/{code}.{form}", question), Route("/intake/{code}", question),
]  # fmt: skip

__all__ = ["RELATIONS", "ROUTES"]
