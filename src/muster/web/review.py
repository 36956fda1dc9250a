"""One question at a time, answered with one key; what each answer changes; undone for ever."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.model.errors import NotFound, Usage
from muster.store import Store
from muster.text.scripts import romanise
from muster.web.aligned import Pair, aligned
from muster.web.lists import csv
from muster.web.office import office_of, page, whole, words_of
from muster.web.told import said
from muster.web.words import Words
from muster.workflows import review as workflow
from muster.workflows.review import FIELDS

_VERDICTS = {"y": "same", "n": "different", "u": "unsure", "b": "same"}
# After so many in one sitting the page suggests a rest: judgement tires before a person notices.
_REST = 50
_AROUND = 160
# A name of one text is told with its address: "Irina Kelm (long.txt)".
_CHANGE = re.compile(r"(?:\A|(?<=; ))(.+?): (\d{1,9}) origins? → (\d{1,9})\b")
_MORE = re.compile(r"; and (\d{1,9}) more\Z")
_PLACE = re.compile(r" \([^()]{1,400}\)$")


def review(request: Request) -> Response:
    """The question at this place of the queue."""
    office, field = office_of(request), request.query_params.get("field", "")
    if field and field not in FIELDS:
        field = ""
    form = request.path_params.get("form")
    with office.reading() as store:
        if form:
            return _as(form, workflow.open_rows(store, field, 1000))
        total = store.count_questions(field)
        at = whole(request.query_params.get("at"), 0, 0, max(0, total - 1))
        question = workflow.open_at(store, field, at)
        places = {side: _where(store, side) for side in question.subject} if question else {}
        stands = [_stands(store, place) for place in question.places] if question else []
    latin = request.query_params.get("latin") == "1"
    done = request.state.session.done
    return page(
        request, "review.html.j2", command="review" + (f" --field {field}" if field else ""),
        q=question, at=at, total=total, field=field, fields=FIELDS, latin=latin, places=places,
        left=_told(question.left, latin) if question else "",
        right=_told(question.right, latin) if question else "",
        stands=stands, rows=_names(question) if question and question.field == "same-name" else [],
        done=len(done), rest=bool(done) and len(done) % _REST == 0,
        said=request.query_params.get("said", ""),
        effect=_effect(words_of(request), question) if question else "",
    )  # fmt: skip


def _as(form: str, rows: list[dict[str, Any]]) -> Response:
    if form == "json":
        return Response(json.dumps(rows, ensure_ascii=False), media_type="application/json")
    if form == "csv":
        return csv(rows)
    raise HTTPException(404)


def _names(question: workflow.Question) -> list[Pair]:
    """The two names word beside word; where each was read stands below them."""
    left, right = (_PLACE.sub("", side) for side in (question.left, question.right))
    return aligned(left, right)


def _effect(w: Words, question: workflow.Question) -> str:
    """What a "same" changes, in the language of the desk."""
    if question.field == "copy":
        return w(
            "{claims} here do not count beside those of the other", claims=w.count(question.claims, "claim")
        )
    if question.field == "contradiction":
        return w("both stand in the list of contradictions; no figure changes")
    if not question.results:
        return w("no figure of several origins changes")
    told = _CHANGE.sub(lambda m: f"{said(m[1], w)}: {w.count(int(m[2]), 'origin')} → {m[3]}", question.effect)
    return _MORE.sub(lambda m: "; " + w("and {n} more", n=m[1]), told)


def _told(words: str, latin: bool) -> str:
    return romanise(words) if latin else words


def _where(store: Store, side: str) -> str:
    """The page on which one side of a question stands."""
    if side.startswith("doc-"):
        return f"/document/{side}"
    return f"/at/{side}" if side.startswith("claim-") else ""


def _stands(store: Store, place: str) -> dict[str, str]:
    """A name among the words around it, and the way there; empty where it is gone since it was asked."""
    document, _, mention = place.partition(" ")
    try:
        start, stop = store.place_of_mention(document, mention)
    except NotFound:
        return {}
    text = store.text_of(document)
    body = text.body if text else ""
    # From the line's own beginning, from a whole word, and no further than some words beyond the name.
    before = body[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = body[stop : stop + _AROUND].partition("\n")[0]
    return {
        "before": "… " + before.partition(" ")[2] if len(before) == _AROUND else before,
        "name": body[start:stop],
        "after": after.rpartition(" ")[0] + " …" if len(after) == _AROUND else after,
        "href": f"/document/{quote(document)}?at={quote(mention)}#here",
    }


def answer(request: Request) -> Response:
    """Keep an answer and go to the next question, in one step."""
    office, session, form = office_of(request), request.state.session, request.state.form
    if form.get("by", "").strip():
        session.by = " ".join(form["by"].split())[:60]
    if not session.by:
        raise Usage("a decision needs a name", next_step="write your role name above the answers")
    key, id = form.get("key", ""), form.get("question", "")
    if key not in _VERDICTS:
        raise Usage("an answer is y, n, u or b", record=key)
    with office.writing() as store:
        asked = workflow.open_question(store, id)
        if asked is None:
            # Another tab, or a colleague, was first: their word stands, and nothing is decided twice.
            return RedirectResponse(_next(form, "decided"), 303)
        family = workflow.open_family(store, asked) if key == "b" else ()
        made = workflow.answer(
            store, asked, _VERDICTS[key], by=session.by, reason=form.get("reason", "")[:400],
            now=office.clock(), also=family,
        )  # fmt: skip
        session.done.append(tuple(j.id for j in made))
    return RedirectResponse(_next(form, "kept"), 303)


def undo(request: Request) -> Response:
    """Withdraw this sitting's last answer; it is asked again."""
    office, session = office_of(request), request.state.session
    if not session.done:
        return RedirectResponse(_next(request.state.form, "nothing"), 303)
    with office.writing() as store:
        for id in reversed(session.done[-1]):
            try:
                workflow.undo(store, by=session.by, now=office.clock(), judgement=id)
            except NotFound:
                # Replaced or withdrawn elsewhere since: then it no longer stands, which is what was asked.
                continue
        session.done.pop()
    return RedirectResponse("/review?said=withdrawn", 303)


def _next(form: dict[str, str], said: str) -> str:
    field = form.get("field", "")
    at = whole(form.get("at"), 0, 0, 10**6)
    more = f"&field={field}" if field in FIELDS else ""
    return f"/review?at={at}&said={said}{more}" + ("&latin=1" if form.get("latin") == "1" else "")


def decided(request: Request) -> Response:
    """Every judgement, the newest first, each with its way back."""
    with office_of(request).reading() as store:
        made: list[dict[str, Any]] = [asdict(d) for d in workflow.decided(store)]
    form = request.path_params.get("form")
    if form == "json":
        return Response(json.dumps(made, ensure_ascii=False), media_type="application/json")
    if form == "csv":
        return csv(made)
    return page(
        request, "decided.html.j2", command="review --decided", rows=made[::-1][:200], total=len(made)
    )


def withdraw(request: Request) -> Response:
    """Withdraw any judgement that stands, however old."""
    office, session, form = office_of(request), request.state.session, request.state.form
    if not session.by:
        raise Usage("a decision needs a name", next_step="write your role name at the foot of the page")
    with office.writing() as store:
        workflow.undo(store, by=session.by, now=office.clock(), judgement=form.get("judgement", ""))
    return RedirectResponse("/decided", 303)


ROUTES = [
    Route("/review", review), Route("/review.{form}", review),
    Route("/review/answer", answer, methods=["POST"]), Route("/review/undo", undo, methods=["POST"]),
    Route("/decided", decided), Route("/decided.{form}", decided),
    Route("/decided/withdraw", withdraw, methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES", "review"]
