"""Questions that came in, the most urgent first: read in their own words, sorted, answered, counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.cases.intake.triage import URGENCIES
from muster.model.cases import HELPED
from muster.model.errors import MusterError, NotFound, Usage
from muster.publish.page.highlight import Mark, marked
from muster.web.casework import opening, writer
from muster.web.lists import data
from muster.web.office import office_of, page, whole, words_of
from muster.web.unlocked import behind_lock, chosen_pack, told
from muster.workflows import intake as workflow
from muster.workflows import leaflets
from muster.workflows.case_rows import question_row

_PAGE = 50
RELATIONS = ("same-family", "different-family", "same-person", "became-case")
# What a page of questions may be narrowed to; ``words``: each with all its words.
_FILTERS = ("urgency", "topic", "all", "words")
_CHOSEN = "q-"


@behind_lock
def queue(request: Request) -> Response:
    """What waits: who is held first, then limits, threats, letters, questions."""
    return _queue(request, {})


def _queue(request: Request, more: dict[str, Any]) -> Response:
    given, chosen = request.query_params, _chosen(request)
    desk, everything = office_of(request).now(), chosen.get("all") == "1"
    called, waiting = workflow.codes(desk), workflow.queue(desk, everything=everything)
    rows = [
        question_row(r, called) for r in waiting
        if chosen.get("urgency") in (None, r.urgency) and chosen.get("topic") in (None, r.topic)
    ]  # fmt: skip
    if (answer := data(request, rows)) is not None:
        return answer
    offset = whole(given.get("offset"), 0, 0, 10**8)
    shown = rows[offset : offset + _PAGE]
    spoken = workflow.in_full(desk) if chosen.get("words") == "1" else {}
    return page(
        request, "intake.html.j2", command=_command(chosen), frame=True, total=len(rows), offset=offset,
        rows=[row | {"words": spoken.get(row["question"], "")} for row in shown], limit=_PAGE,
        chosen=chosen, urgencies=URGENCIES, topics=sorted({r.topic for r in waiting}),
        back_to=urlencode(chosen),
        leaflets=leaflets.shelf(desk), today=desk.now[:10], packs=office_of(request).packs, mark=_CHOSEN,
        **({"wrong": "", "said": {}} | more), status=409 if more else 200,
    )  # fmt: skip


def _chosen(request: Request) -> dict[str, str]:
    """What the list is narrowed to, as its address says."""
    return {name: request.query_params[name] for name in _FILTERS if request.query_params.get(name)}


def _command(chosen: dict[str, str]) -> str:
    narrowed = "".join(f" --{name} {chosen[name]!r}" for name in ("urgency", "topic") if name in chosen)
    if "words" in chosen:
        return f"intake read{narrowed}"
    return f"intake list{' --all' * ('all' in chosen)}{narrowed}"


@behind_lock
def several(request: Request) -> Response:
    """Answer or sort the questions that were chosen in the list, all alike or none."""
    form = request.state.form
    called = [name.removeprefix(_CHOSEN) for name in form if name.startswith(_CHOSEN)]
    try:
        if not called:
            raise Usage("no question was chosen", next_step="tick those that get this answer")
        _done(request, called, form.get("what", ""))
    except MusterError as error:
        return _queue(request, told(request, error))
    # Whoever said what some are about is shown at once which others ask the like.
    told_what = form.get("what") == "sort" and form.get("topic")
    return RedirectResponse("/intake/topics#alike" if told_what else _here(_chosen(request)), 303)


def _here(chosen: dict[str, str]) -> str:
    return f"/intake?{urlencode(chosen)}" if chosen else "/intake"


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
    _, pack, _ = chosen_pack(request)
    return page(
        request, "question.html.j2", command=f"intake show {case.code}", frame=True, it=case, asked=asked,
        row=row, words_=marked(asked.words, 0, len(asked.words), marks), steps=steps[1:], called=called,
        urgencies=URGENCIES, relations=RELATIONS, leaflets=leaflets.shelf(desk), today=desk.now[:10],
        packs=office_of(request).packs, clients=HELPED, statuses=list(pack.statuses) if pack else [],
        became=called.get(waiting.became, ""), **({"wrong": "", "said": {}} | more),
        status=409 if more else 200,
    )  # fmt: skip


@behind_lock
def decide(request: Request) -> Response:
    """Put right, answer or link a question, or open a case from it; what was before stays to be seen."""
    code, what = request.path_params["code"], request.path_params["what"]
    try:
        if what == "case":
            given = opening(request)
            with office_of(request).lock:
                made = workflow.become(office_of(request).now(), code, **given)
            return RedirectResponse(f"/case/{quote(made.code)}", 303)
        _done(request, [code], what)
    except MusterError as error:
        return _question(request, told(request, error))
    return RedirectResponse(f"/intake/{quote(code)}" if what != "answer" else "/intake", 303)


def _done(request: Request, called: Sequence[str], what: str) -> None:
    """Sort, answer or link these questions, as the form says."""
    form, office = request.state.form, office_of(request)
    note, by = " ".join(form.get("note", "").split())[:2000], writer(request)
    desk = office.now()
    with office.lock:
        if what == "sort":
            workflow.put_right(
                desk, called, urgency=form.get("urgency", ""), topic=form.get("topic", "")[:120],
                by=by, note=note,
            )  # fmt: skip
        elif what == "answer":
            _, pack, _ = chosen_pack(request) if form.get("pack") else ("", None, {})
            used = f"{pack.id} {pack.version} {pack.sha256}" if pack else ""
            given = leaflets.on_shelf(desk, form["leaflet"]) if form.get("leaflet") else None
            reason = " ".join(form.get("reason", "").split())[:400]
            leaflets.answer(desk, called, by=by, leaflet=given, pack=used, note=note, reason=reason)
        elif what == "link":
            for each in called:
                workflow.link(
                    desk, each, form.get("other", "")[:40], form.get("relation", ""), by=by, note=note
                )
        else:
            raise NotFound("a question is sorted, answered or linked", record=what[:40])


@behind_lock
def topics(request: Request) -> Response:
    """What was asked most by week, few hidden; who asks the like; who holds which version of a leaflet."""
    desk, weeks = office_of(request).now(), whole(request.query_params.get("weeks"), 8, 1, 520)
    table, said = workflow.topics(desk, weeks)
    heads = [words_of(request).term(name) for name in table[0]] if table else []
    return data(request, table) or page(
        request, "topics.html.j2", command=f"intake topics --weeks {weeks}", frame=True, table=table,
        heads=heads,
        sentence=said, weeks=weeks, groups=workflow.alike(desk), given=leaflets.leaflets(desk), mark=_CHOSEN,
    )  # fmt: skip


ROUTES = [
    Route("/intake", queue), Route("/intake.{form}", queue),
    Route("/intake/topics", topics), Route("/intake/topics.{form}", topics),
    Route("/intake/several", several, methods=["POST"]),
    Route("/intake/{code}/{what}", decide, methods=["POST"]),
    Route("/intake/{code}.{form}", question), Route("/intake/{code}", question),
]  # fmt: skip

__all__ = ["RELATIONS", "ROUTES"]
