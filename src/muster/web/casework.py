"""The lawyer's evening: what is due, cases by code, the law beside a case, the letter beside its facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.cases.course import Placed, facts_of
from muster.cases.letters import BLANK, kinds, languages
from muster.model.cases import BY_HAND, DECISIONS, HELPED, OUTCOMES, PROOFS, RELATIONS, THREATS, Client, Proof
from muster.model.errors import MusterError, Refused, Usage
from muster.model.law import Pack
from muster.web import unlocked
from muster.web.lists import data
from muster.web.office import office_of, page, whole, words_of
from muster.web.unlocked import behind_lock, chosen_pack, told
from muster.workflows import cases as workflow
from muster.workflows import letters
from muster.workflows.case_rows import case_row, law_rows, step_row
from muster.workflows.due import due_rows
from muster.workflows.project import Desk

_PAGE = 50
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SOON = 7
# What a letter marks as missing, and what is to be written in with a pen.
_GAP = re.compile(rf"(\[[^\]\n]{{1,200}}\]|{BLANK} \([^)\n]{{1,200}}\))")
# What the field "value" may hold, by kind of step; any other kind takes any words.
VALUES = {
    "threat": THREATS, "decision": DECISIONS, "outcome": OUTCOMES, "link": RELATIONS,
    "order": ("oral", "written", "unknown"),
}  # fmt: skip
_STEP = ("who", "value", "ground", "words", "answers", "due", "link")


def writer(request: Request) -> str:
    """The role name under which something is written down."""
    form, session = request.state.form, request.state.session
    if form.get("by", "").strip():
        session.by = " ".join(form["by"].split())[:60]
    if not session.by:
        raise Usage("what is written down has an author", next_step="write your role name into the form")
    return str(session.by)


@behind_lock
def evening(request: Request) -> Response:
    """What has to be done, the next first, and every case by its code."""
    return _evening(request, {})


def _evening(request: Request, more: dict[str, Any]) -> Response:
    desk = office_of(request).now()
    rows = [case_row(row) for row in workflow.listed(desk)]
    if (answer := data(request, rows)) is not None:
        return answer
    name, pack, stands = chosen_pack(request)
    due = _due(request, desk, pack)
    offset = whole(request.query_params.get("offset"), 0, 0, 10**8)
    shown = [r for r in rows if not r["closed"]] if request.query_params.get("open") == "1" else rows
    return page(
        request, "cases.html.j2", command=_due_command(request, name), frame=True, due=due,
        soon=_SOON, within=request.query_params.get("within", ""), rows=shown[offset : offset + _PAGE],
        total=len(shown), offset=offset, limit=_PAGE,
        pack=name, packs=office_of(request).packs, stands=stands, clients=HELPED,
        statuses=list(pack.statuses) if pack else [], **({"wrong": "", "said": {}} | more),
        status=409 if more else 200,
    )  # fmt: skip


def _due_command(request: Request, pack: str) -> str:
    within = whole(request.query_params.get("within"), 0, 0, 10**5)
    return f"case due{f' --within {within}' * bool(within)}{f' --pack {pack}' * bool(pack)}"


def _due(request: Request, desk: Desk, pack: Pack | None) -> list[dict[str, Any]]:
    """What has to be done in cases and at the desk, the next first; of a week where one was asked for."""
    within = whole(request.query_params.get("within"), 0, 0, 10**5)
    return due_rows(desk, pack, within=within or None)


@behind_lock
def due(request: Request) -> Response:
    """The same dates as data."""
    _, pack, _ = chosen_pack(request)
    return data(request, _due(request, office_of(request).now(), pack)) or RedirectResponse("/cases", 303)


@behind_lock
def new(request: Request) -> Response:
    """Open a case; no name is needed and none is taken."""
    office = office_of(request)
    try:
        given = opening(request)
        with office.lock:
            made = workflow.open_case(office.now(), **given)
    except MusterError as error:
        return _evening(request, told(request, error))
    return RedirectResponse(f"/case/{quote(made.code)}", 303)


def opening(request: Request) -> dict[str, Any]:
    """What the form of a new case says, as ``open_case`` takes it. Raises Usage."""
    form, by = request.state.form, writer(request)
    if form.get("client") not in HELPED:
        raise Usage(f"a case is for one of {', '.join(HELPED)}", record=form.get("client", ""))
    first = []
    if form.get("status"):
        first = [
            workflow.written(
                office_of(request).now(), "status", by, on=form.get("since", ""), value=form["status"],
                due=form.get("until", ""),
            )
        ]  # fmt: skip
    return {
        "client": cast("Client", form["client"]), "by": by, "first": first,
        "people": whole(form.get("people"), 0, 0, 10**6) or None, "region": form.get("region", ""),
        "alias": form.get("alias", ""), "checked": form.get("checked") == "yes",
    }  # fmt: skip


@behind_lock
def case(request: Request) -> Response:
    """One case: its course by days, what is known of it, and what can be written down next."""
    return _case(request, {})


def _case(request: Request, more: dict[str, Any]) -> Response:
    code, desk = request.path_params["code"], office_of(request).now()
    found, course, became = workflow.shown(desk, code)
    if (answer := data(request, [step_row(p) for p in course])) is not None:
        return answer
    rows = _rows(course)
    name, pack, _ = chosen_pack(request)
    facts = facts_of([p.step for p in course])
    asks = {fact: words_of_pack(said, request) for fact, said in pack.facts.items()} if pack else {}
    return page(
        request, "case.html.j2", command=f"case show {found.code}", frame=True, it=found, rows=rows,
        became=became, facts=facts, asks=asks, tracks=BY_HAND, values=VALUES, proofs=PROOFS,
        letters=_kinds(desk), pack=name, **({"wrong": "", "said": {}} | more), status=409 if more else 200,
    )  # fmt: skip


def _kinds(desk: Desk) -> list[str]:
    """The letters there are: Muster's, and what else the team has a template for."""
    return list(dict.fromkeys((*kinds(), *(t.kind for t in letters.templates(desk)))))


def _rows(course: Iterable[Placed]) -> list[dict[str, Any]]:
    return [step_row(p) | {"depth": p.depth, "kind": p.step.kind, "leads_to": p.leads_to} for p in course]


def words_of_pack(words: Any, request: Request) -> str:
    """A pack's words in the language of the desk, else in English."""
    return str(words.get(words_of(request).language) or words["en"])


@behind_lock
def step(request: Request) -> Response:
    """Write down a step; none is ever changed."""
    code, form, office = request.path_params["code"], request.state.form, office_of(request)
    fact, answer = form.get("fact", ""), form.get("fact_is", "")
    said = {name: " ".join(form.get(name, "").split())[:2000] for name in _STEP}
    try:
        given = workflow.written(
            office.now(), form.get("kind", ""), writer(request),
            proof=cast("Proof", form.get("proof", "")), facts=(f"{fact}={answer}",) if fact else (),
            on=form.get("on", ""), **said,
        )  # fmt: skip
        with office.lock:
            workflow.add(office.now(), code, given, checked=form.get("checked") == "yes")
    except MusterError as error:
        return _case(request, told(request, error))
    return RedirectResponse(f"/case/{quote(code)}", 303)


@behind_lock
def law(request: Request) -> Response:
    """Every element of every rule of the day, beside the case that is to meet it."""
    code, office, w = request.path_params["code"], office_of(request), words_of(request)
    name, pack, stands = chosen_pack(request)
    if pack is None:
        raise Usage("no law pack was chosen", next_step="choose one above the list of cases")
    deed, by = request.query_params.get("deed", "")[:40], ""
    if request.method == "POST":
        deed, by = request.state.form.get("deed", "")[:40], writer(request)
    desk = office.now()
    found, course, _ = workflow.shown(desk, code)
    with office.lock:
        table = workflow.law_of(desk, code, pack, deed=deed, by=by, language=w.language)
    if by:
        return RedirectResponse(f"/case/{quote(code)}/law?pack={quote(name)}&deed={quote(deed)}", 303)
    rows = list(law_rows(table, w.language))
    if (answer := data(request, rows)) is not None:
        return answer
    command = f"case law {found.code} --pack {name}" + (f" --deed {deed}" if deed else "")
    return page(
        request, "case_law.html.j2", command=command, frame=True, it=found, deed=deed, table=table,
        rules=_by_rule(rows), stands=stands, pack=name, packs=office.packs,
        course_rows=_rows(course),
    )  # fmt: skip


def _by_rule(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["rule_id"], []).append(row)
    return list(found.values())


@behind_lock
def letter(request: Request) -> Response:
    """A letter beside the facts it is made of, what is missing marked in it; its words are kept nowhere."""
    code, kind, office = request.path_params["code"], request.path_params["kind"], office_of(request)
    form = request.state.form if request.method == "POST" else {}
    language = form.get("lang") or request.query_params.get("lang") or "ru"
    language = language if language in languages() else "en"
    found, course, _ = workflow.shown(office.now(), code)
    try:
        using = letters.choose(office.now(), kind, language)
    except Refused as error:
        raise HTTPException(404) from error
    made, more = None, {"wrong": "", "said": form}
    if form:
        try:
            with office.lock:
                made = letters.make(
                    office.now(), code, using, by=writer(request),
                    reason=form.get("reason", "").strip()[:400],
                )  # fmt: skip
        except MusterError as error:
            more = told(request, error)
        if made and form.get("docx"):
            sent = {"content-disposition": f'attachment; filename="{kind}.docx"'}
            return Response(letters.as_file(made, ".docx"), media_type=_DOCX, headers=sent)
    return page(
        request, "letter.html.j2", command=f"case letter {found.code} {kind} --lang {language}", frame=True,
        it=found, kind=kind, lang=language, using=using, written_in=languages(),
        parts=_parts(made.text if made else ""), made=made, course_rows=_rows(course), **more,
        status=409 if more["wrong"] else 200,
    )  # fmt: skip


def _parts(text: str) -> list[tuple[str, bool]]:
    """The letter cut at its gaps: (words, whether they mark one)."""
    return [(words, bool(n % 2)) for n, words in enumerate(_GAP.split(text))]


@behind_lock
def count(request: Request) -> Response:
    """Outcomes by region, month or status, cells of fewer than five hidden."""
    by = request.query_params.get("by", "region")
    by = by if by in workflow.GROUPS else "region"
    of = request.query_params.get("of", "prosecuted")
    of = of if of in OUTCOMES else "prosecuted"
    w = words_of(request)
    rows, said = workflow.counted(office_of(request).now(), by, of)
    return data(request, rows) or page(
        request, "outcomes.html.j2", command=f"case count --by {by} --of {of}", frame=True, rows=rows,
        heads=[w.term(h) for h in rows[0]], sentence=said, by_=by, of=of,
        groups=list(workflow.GROUPS), outcomes=OUTCOMES,
    )  # fmt: skip


ROUTES = [
    Route("/cases", evening), Route("/cases.{form}", evening), Route("/due.{form}", due),
    Route("/cases/new", new, methods=["POST"]),
    Route("/outcomes", count), Route("/outcomes.{form}", count),
    Route("/case/{code}/step", step, methods=["POST"]),
    Route("/case/{code}/law", law, methods=["GET", "POST"]), Route("/case/{code}/law.{form}", law),
    Route("/case/{code}/letter/{kind}", letter, methods=["GET", "POST"]),
    Route("/case/{code}.{form}", case), Route("/case/{code}", case), *unlocked.ROUTES,
]  # fmt: skip

__all__ = ["ROUTES", "VALUES", "opening", "words_of_pack", "writer"]
