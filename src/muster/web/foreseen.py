"""The desk's memory: what it foresaw and what came of it, words and what they mean in law, experts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.cases.memory import CAME, EXPERT, FORECAST, TERM, bands, sentence
from muster.model.errors import MusterError, Usage
from muster.web.casework import writer
from muster.web.lists import data
from muster.web.office import office_of, page
from muster.web.unlocked import told
from muster.workflows import memory as workflow

_SHOWN = 200


def memory(request: Request) -> Response:
    """Forecasts and assessments, those come due first; how often what was called likely came."""
    return _memory(request, {})


def _memory(request: Request, more: dict[str, Any]) -> Response:
    office = office_of(request)
    with office.reading() as store:
        said = workflow.told(store)
        terms = workflow.noted(store, TERM)
        experts = workflow.noted(store, EXPERT)
    if (answer := data(request, [asdict(each) for each in said])) is not None:
        return answer
    day = date.fromisoformat(office.clock()[:10])
    return page(
        request, "memory.html.j2", command="memory list", due=[f for f in said if f.waits(day)],
        said_=said[::-1][:_SHOWN], came=CAME, bands=bands(said), known=sentence(said, day), terms=terms,
        experts=experts, forecast=FORECAST, status=409 if more else 200, **({"wrong": "", "said": {}} | more),
    )  # fmt: skip


def _kept(keep: Callable[[Request, str], object]) -> Callable[[Request], Response]:
    """A form of this page: ``keep`` is given the request and who writes; what is wrong is said above it."""

    def sent(request: Request) -> Response:
        office = office_of(request)
        try:
            by = writer(request)
            with office.lock:
                keep(request, by)
        except MusterError as error:
            return _memory(request, told(request, error))
        return RedirectResponse("/memory", 303)

    return sent


def _say(request: Request, by: str) -> None:
    form = request.state.form
    chance = form.get("chance", "").strip().replace(",", ".").rstrip("% ")
    workflow.say(
        office_of(request).dated(), form.get("words", ""), author=form.get("author", "").strip() or by,
        by=by, due=form.get("due", "").strip(), chance=_percent(chance) if chance else None,
        rests_on=form.get("rests_on", "").strip(),
    )  # fmt: skip


def _percent(written: str) -> float:
    """70 → 0.7. Raises Usage."""
    if not (written.replace(".", "", 1).isdecimal() and written.isascii() and len(written) < 9):
        raise Usage("a chance is told in percent", record=written[:40], next_step="write e.g. 70")
    return float(written) / 100


def _score(request: Request, by: str) -> None:
    form = request.state.form
    if form.get("came") not in CAME:
        raise Usage(f"what came of it is one of {', '.join(CAME)}", record=form.get("came", "")[:40])
    workflow.score(
        office_of(request).dated(), form.get("called", "")[:80], came=form["came"], by=by,
        note=form.get("note", "")[:400],
    )  # fmt: skip


def _note(field: str) -> Callable[[Request, str], None]:
    def keep(request: Request, by: str) -> None:
        form = request.state.form
        workflow.note(
            office_of(request).dated(), field, form.get("name", "")[:200], form.get("meaning", "")[:400],
            form.get("more", "")[:400], by=by,
        )  # fmt: skip

    return keep


def spoken(request: Request) -> Response:
    """Who uses which word of the glossary; the whole project is read for it, once after each change."""
    office = office_of(request)
    with office.reading() as store:
        rows = office.once(store, "glossary", lambda: [asdict(u) for u in workflow.uses(store)])
    return data(request, rows) or page(
        request, "spoken.html.j2", command="memory glossary", rows=rows[:_SHOWN], total=len(rows)
    )


def heard(request: Request) -> Response:
    """What experts said, with role and interest beside it."""
    office = office_of(request)
    with office.reading() as store:
        rows = office.once(store, "experts", lambda: [asdict(h) for h in workflow.heard(store)[1]])
    return data(request, rows) or page(
        request, "heard.html.j2", command="memory experts --words", rows=rows[:_SHOWN], total=len(rows)
    )


ROUTES = [
    *(Route(f"/memory{name}{tail}", view)
      for name, view in (("/words", spoken), ("/experts", heard), ("", memory)) for tail in ("", ".{form}")),
    Route("/memory/say", _kept(_say), methods=["POST"]),
    Route("/memory/score", _kept(_score), methods=["POST"]),
    Route("/memory/term", _kept(_note(TERM)), methods=["POST"]),
    Route("/memory/expert", _kept(_note(EXPERT)), methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES"]
