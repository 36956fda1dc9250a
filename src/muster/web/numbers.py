"""The page of a number: one sentence, its bounds drawn, what it rests on, and what would change it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.count import question_from
from muster.model.errors import MusterError, NotFound
from muster.model.findings import Estimate
from muster.model.ledger import Answer
from muster.model.links import Judgement
from muster.publish.page import charts, plots
from muster.store import Store
from muster.web.office import office_of, page, words_of
from muster.web.told import said, told_drawing
from muster.web.words import Words
from muster.workflows.ask import kept

_ROWS = 60


def number(request: Request) -> Response:
    """One line of the ledger; an answer to a kept question with all that it rests on."""
    w, id = words_of(request), request.path_params["id"]
    with office_of(request).reading() as store:
        _kind, found = store.find(id)
        if not isinstance(found, Estimate):
            return RedirectResponse(f"/why/{quote(id)}", 303)
        if request.path_params.get("form") == "json":
            return Response(json.dumps(asdict(found), ensure_ascii=False), media_type="application/json")
        answer = store.answer_to(found.rests_on) if found.method == "ledger" else None
        rows = _entries(store, answer) if answer else _stated(store, found)
    title = (answer.question.title.get(w.language) if answer else "") or said(found.question, w)
    drawn = _drawn(answer, w) if answer else [_plot(found, w)]
    return page(
        request, "number.html.j2", command=f"why {found.id}", it=found, title_=title, answer=answer,
        rows=rows[:_ROWS],
        more=max(0, len(rows) - _ROWS), drawn=[told_drawing(d, w) for d in drawn if d], defs=plots.DEFS,
        sentence=_sentence(found, answer, w),
        fragility=answer.fragility.get(w.language) if answer else "",
    )  # fmt: skip


def titles(store: Store, w: Words) -> dict[str, dict[str, str]]:
    """English title of each kept question → its titles by language; none for an English desk."""
    found = {}
    for name, judgement in () if w.language == "en" else kept(store).items():
        try:
            title = question_from(judgement.verdict, name).title
        except MusterError:
            continue  # kept by another version: it goes by the title that its number has
        found[title["en"]] = title
    return found


def _sentence(found: Estimate, answer: Answer | None, w: Words) -> str:
    """What the command line would say, where there is a sentence for it."""
    if answer:
        return answer.sentences.get(w.language, "")
    return found.assumptions[0] if found.method == "lists" else ""


def _entries(store: Store, answer: Answer) -> list[dict[str, Any]]:
    return [
        {
            "id": e.statement.id, "origin": e.statement.origin, "name": e.statement.origin_name,
            "words": e.statement.words, "low": e.statement.low, "high": e.statement.high,
            "out": False, "role": e.role, "why": e.why, "grade": e.grade, "reports": e.statement.reports,
            "when": e.statement.last if e.statement.dated != "taken" else None,
            "href": f"/at/{quote(e.statement.id)}" if e.statement.id.startswith("quantity-")
            else f"/document/{quote(e.statement.document)}",
        }
        for e in answer.entries
    ]  # fmt: skip


def _stated(store: Store, found: Estimate) -> list[dict[str, Any]]:
    """What each origin said, from the ids that the line rests on."""
    rows = []
    for n, id in enumerate(found.rests_on[: _ROWS + 1]):
        try:
            _kind, record = store.find(id)
        except NotFound:
            continue
        if isinstance(record, Judgement):
            continue  # a kept total rests on a decision, and its patterns are in the chain below
        claim = getattr(record, "claim", None)
        origin = store.origin_of(claim) if claim else None
        origin = origin or (found.origins[n] if n < len(found.origins) else "")
        rows.append({
            "id": id, "origin": origin, "name": _name(store, origin), "role": "", "why": "", "grade": "",
            "words": found.as_written[n] if n < len(found.as_written) else "",
            "low": getattr(record, "low", None), "high": getattr(record, "high", None),
            "out": getattr(record, "low_exclusive", False) or getattr(record, "high_exclusive", False),
            "when": None, "reports": found.reports if len(found.rests_on) == 1 else 0,
            "href": f"/at/{quote(id)}",
        })  # fmt: skip
    return rows


def _name(store: Store, origin: str) -> str:
    if not origin:
        return ""
    try:
        return str(store.find(origin)[1].name)
    except NotFound:
        return origin


def _plot(e: Estimate, w: Words) -> Markup:
    bounds = [b for b in (e.low, e.best, e.high) if b is not None]
    if not bounds:
        return Markup("")
    scale = charts.scale_for(bounds, e.unit)
    kind = "span" if e.method == "span" else "stated"
    words = "" if e.method == "span" or not e.as_written else e.as_written[0]
    label = w.figure(e.low, e.high, e.unit)
    drawn = charts.figure(scale, e.low, e.high, low_out=e.low_exclusive, high_out=e.high_exclusive,
                          words=words, kind=kind, label=label)  # fmt: skip
    return drawn + charts.axis(scale, [(v, w.bound(v, e.unit)) for v in charts.ticks(scale)])


def _drawn(answer: Answer, w: Words) -> list[Markup]:
    unit = answer.question.unit

    def tell(value: float) -> str:
        return w.bound(value, unit)

    return [
        plots.ledger_plot(answer, tell, w.day), plots.series_plot(answer, tell, w.day),
        plots.region_plot(answer, tell),
    ]  # fmt: skip


ROUTES = [Route("/number/{id}.{form}", number), Route("/number/{id}", number)]

__all__ = ["ROUTES", "number", "titles"]
