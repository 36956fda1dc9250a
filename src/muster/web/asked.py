"""Count questions: written, tried, kept and ended in the browser, as files that any door reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.count import UNITS, question_from
from muster.model.errors import MusterError
from muster.model.ledger import Answer
from muster.publish import answer_rows
from muster.store import Store
from muster.web.casework import writer
from muster.web.lists import data
from muster.web.office import Office, office_of, page, words_of
from muster.web.unlocked import told
from muster.workflows import ask as workflow
from muster.workflows.review import after_all

_FIELDS = ("name", "title", "unit", "population", "place", "from", "to", "counting")
_WORDS = ("counted", "about", "never")
_SHOWN = 60


def asked(request: Request) -> Response:
    """The kept questions; ``name``: one of them, to be changed."""
    with office_of(request).reading() as store:
        held = workflow.kept(store)
    if (answer := data(request, [asdict(j) for j in held.values()])) is not None:
        return answer
    name = request.query_params.get("name", "")
    text = held[name].verdict if name in held else ""
    return _page(request, {"text": text, "changed": name if text else ""})


def _page(request: Request, more: dict[str, Any]) -> Response:
    with office_of(request).reading() as store:
        held = workflow.kept(store)
        counted = store.window("estimates", limit=_SHOWN, method="ledger").rows
    titles = Counter(row["question"] for row in counted)
    # Two questions of one title: which number is whose cannot be told from it.
    numbers = {row["question"]: row["id"] for row in counted if titles[row["question"]] == 1}
    rows = [_row(name, j.verdict, j.by, j.at, numbers) for name, j in held.items()]
    given: dict[str, Any] = {"wrong": "", "said": {}, "text": "", "changed": "", "found": None, "rows_of": []}
    wrong = bool(more.get("wrong"))
    return page(
        request, "asked.html.j2", command="count QUESTION.toml", rows=rows,
        units_told=words_of(request).terms_of(UNITS),
        kept_=request.query_params.get("kept", ""), status=409 if wrong else 200, **(given | more),
    )  # fmt: skip


def _row(name: str, text: str, by: str, at: str, numbers: Mapping[str, str]) -> dict[str, Any]:
    try:
        title = question_from(text, name).title
    except MusterError:
        # Kept by another version: it is listed, so that it can be changed or ended.
        title = {"en": name}
    return {"name": name, "title": title, "by": by, "at": at, "number": numbers.get(title["en"], "")}


def write(request: Request) -> Response:
    """From the fields of the form to the file that asks the same, tried at once."""
    return _tried(request, written(request.state.form))


def written(form: Mapping[str, str]) -> str:
    """A question file. What is not given is left out; strings are quoted as TOML has them."""
    lines = [f"{key} = {_value(key, form[key])}" for key in _FIELDS if form.get(key, "").strip()]
    lines += ["", "[select]"]
    for key in _WORDS:
        if words := [w for w in re.split(r"[,;\n]", form.get(key, "")) if w.strip()]:
            lines.append(f"{key} = [{', '.join(_quoted(w) for w in words)}]")
    return "\n".join(lines) + "\n"


def _value(key: str, given: str) -> str:
    # A day is a day in TOML, without quotes; what is none is refused by the reader of questions.
    day = key in ("from", "to") and re.fullmatch(r"\d{4}-\d\d-\d\d", given.strip(), re.ASCII)
    return given.strip() if day else _quoted(given)


def _quoted(words: str) -> str:
    plain = " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in plain) + '"'


def tried(request: Request) -> Response:
    """The answer to the file as it stands in the form; nothing is kept."""
    return _tried(request, _text(request))


def _text(request: Request) -> str:
    return str(request.state.form.get("text", "")).replace("\r\n", "\n")


def _tried(request: Request, text: str) -> Response:
    changed = request.state.form.get("changed", "")[:120]
    try:
        question = question_from(text)
        with office_of(request).reading() as store:
            ((found, _statements),) = workflow.answers(store, [question])
    except MusterError as error:
        return _page(request, {**told(request, error), "text": text, "changed": changed})
    shown = {"text": text, "changed": changed, "found": found, "rows_of": _rows(found, request)}
    return _page(request, {**shown, "said": request.state.form})


def _rows(found: Answer, request: Request) -> list[dict[str, Any]]:
    rows = list(answer_rows([found], words_of(request).language))
    return [row for row in rows if row["role"] != "answer"][:_SHOWN]


def keep(request: Request) -> Response:
    """Keep the file as a question of this project; every later count answers it."""
    text, office = _text(request), office_of(request)
    changed = request.state.form.get("changed", "")[:120]
    try:
        by, question = writer(request), question_from(text)
        note = request.state.form.get("note", "")[:400]
        with office.writing() as store:
            if changed and changed != question.name and changed in workflow.kept(store):
                workflow.drop(store, changed, by=by, note=f"now {question.name}", now=_now(store, office))
            workflow.keep(store, question, by=by, note=note, now=_now(store, office))
    except MusterError as error:
        return _page(request, {**told(request, error), "text": text, "changed": changed})
    return RedirectResponse("/asked?kept=yes", 303)


def end(request: Request) -> Response:
    """End a kept question; that it was asked stays in the ledger of decisions."""
    office, form = office_of(request), request.state.form
    try:
        by = writer(request)
        with office.writing() as store:
            workflow.drop(store, form.get("name", "")[:120], by=by, note=form.get("note", "")[:400],
                          now=_now(store, office))  # fmt: skip
    except MusterError as error:
        return _page(request, told(request, error))
    return RedirectResponse("/asked?kept=ended", 303)


def _now(store: Store, office: Office) -> str:
    """Of two decisions about one name the later holds, also where both are of one second."""
    return after_all(store, office.clock())


ROUTES = [
    Route("/asked", asked), Route("/asked.{form}", asked),
    Route("/asked/write", write, methods=["POST"]), Route("/asked/try", tried, methods=["POST"]),
    Route("/asked/keep", keep, methods=["POST"]), Route("/asked/end", end, methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES", "written"]
