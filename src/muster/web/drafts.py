"""A draft of one's own with marks in its margin; nothing of it is kept but what was let stand."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.model.errors import MusterError, NotFound, Usage
from muster.publish.page.highlight import Mark
from muster.web.office import office_of, page
from muster.web.reader import blocks_of
from muster.web.unlocked import chosen_pack
from muster.workflows import draft as workflow
from muster.workflows.draft import Checked
from muster.workflows.vault import unlocked

_SHOWN = 300


def empty(request: Request) -> Response:
    """Where a draft is put in."""
    return _page(request, "", None, {})


def check(request: Request) -> Response:
    """The draft beside what the project does not say of it."""
    return _check(request, {})


def _check(request: Request, more: dict[str, Any]) -> Response:
    office, form = office_of(request), request.state.form
    words = form.get("words", "").replace("\r\n", "\n")
    try:
        found = _checked(request, words)
    except MusterError as error:
        return _page(request, words, None, {"wrong": str(error)})
    if request.path_params.get("form") == "json":
        raise NotFound("a draft is not kept, so no address gives it again")
    return _page(request, words, found, more | {"vault": unlocked(office.now())})


def _checked(request: Request, words: str) -> Checked:
    office, form = office_of(request), request.state.form
    day = form.get("on") or office.clock()[:10]
    try:
        day = date.fromisoformat(day).isoformat()
    except ValueError:
        raise Usage("this is not a day", record=day[:20], next_step="write it as 2031-06-20") from None
    text = workflow.pasted(words, now=office.clock())
    _, pack, _ = chosen_pack(request)
    with office.reading() as store:
        return workflow.check(store, text, day=day, pack=pack, desk=office.now())


def accept(request: Request) -> Response:
    """Let one finding stand, with a reason; then the draft as before."""
    office, form, session = office_of(request), request.state.form, request.state.session
    words = form.get("words", "").replace("\r\n", "\n")
    try:
        if form.get("by", "").strip():
            session.by = " ".join(form["by"].split())[:60]
        if not session.by or not form.get("reason", "").strip():
            raise Usage("who lets it stand, and why?", next_step="write your role name and a reason")
        found = next((f for f in _checked(request, words).findings if f.id == form.get("finding")), None)
        if found is None:
            raise NotFound("this draft has no such finding", record=form.get("finding", "")[:60])
        with office.writing() as store:
            workflow.accept(
                store, found, by=session.by, reason=form["reason"].strip()[:400], now=office.clock()
            )
    except MusterError as error:
        return _check(request, {"wrong": str(error)})
    return _check(request, {})


def _page(request: Request, words: str, found: Checked | None, more: dict[str, Any]) -> Response:
    office = office_of(request)
    form = request.state.form if request.method == "POST" else {}
    name, _, stands = chosen_pack(request)
    findings = list(found.findings) if found else []
    marks = [
        m
        for f in findings[:_SHOWN]
        for m in (Mark(f.start, f.stop, "focus"), Mark(f.start, f.stop, "", f"at-{f.id}"))
    ]
    wrong = more.get("wrong", "")
    return page(
        request, "draft.html.j2", command=f"draft check FILE{f' --pack {name}' if name else ''}",
        frame=bool(more.get("vault")), words_=words, day=form.get("on") or office.clock()[:10], pack=name,
        packs=office.packs, stands=stands, checked=found,
        findings=[dataclasses.asdict(f) for f in findings[:_SHOWN]], more=max(0, len(findings) - _SHOWN),
        blocks=blocks_of(words, marks) if found else [], wrong=wrong, status=409 if wrong else 200,
    )  # fmt: skip


ROUTES = [
    Route("/draft", empty), Route("/draft", check, methods=["POST"]),
    Route("/draft/accept", accept, methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES"]
