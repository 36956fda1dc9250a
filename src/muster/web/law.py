"""The law of a day: each rule's elements met, not met or open, and what is other on a second day."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from muster.cases.law import Deed, between_days
from muster.model.errors import MusterError, Usage
from muster.model.law import Days
from muster.web.casework import words_of_pack
from muster.web.lists import data
from muster.web.office import office_of, page, words_of
from muster.web.unlocked import chosen_pack
from muster.workflows import law as workflow
from muster.workflows.case_rows import change_row, law_rows


def law(request: Request) -> Response:
    """A question to a pack as an address: pack, day, status, facts, and perhaps a second day."""
    office, w, given = office_of(request), words_of(request), request.query_params
    name, pack, stands = chosen_pack(request)
    deed, status, beside = (given.get(n, "")[:40] for n in ("deed", "status", "beside"))
    facts = [f for f in given.getlist("fact")[:60] if "=" in f and f.partition("=")[2]]
    rows: list[dict[str, Any]] = []
    changes: list[dict[str, Any]] = []
    wrong = ""
    warnings: tuple[str, ...] = ()
    if pack and deed:
        try:
            known = dict(workflow.fact_of(f) for f in facts)
            asked = Deed(Days.of(deed), status or None, known)
            table = workflow.answer(
                pack, asked, asked_on=date.fromisoformat(office.clock()[:10]), language=w.language
            )
            rows, warnings = list(law_rows(table, w.language)), table.warnings
            if beside:
                days = (Days.of(deed).first, Days.of(beside).first)
                changes = [change_row(c) for c in between_days(pack, *days, status or None)]
        except MusterError as error:
            if request.path_params.get("form"):
                raise
            wrong = str(error)
    elif request.path_params.get("form"):
        raise Usage("name a pack and a day", next_step="e.g. /law.json?pack=NAME&deed=2022-05-10")
    if (answer := data(request, rows)) is not None:
        return answer
    more = "".join(f" --fact {f}" for f in facts)
    command = f"law ask --pack {name} --deed {deed}{f' --status {status}' if status else ''}{more}"
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["rule_id"], []).append(row)
    return page(
        request, "law.html.j2", command=command if rows else f"law rules --pack {name}" if name else "",
        pack=name, packs=office.packs, stands=stands, deed=deed, status_=status, beside=beside,
        chosen=dict(f.split("=", 1) for f in facts), rules=list(grouped.values()), changes=changes,
        wrong=wrong, warnings=warnings, status=400 if wrong else 200,
        statuses={k: words_of_pack(v, request) for k, v in pack.statuses.items()} if pack else {},
        asks={k: words_of_pack(v, request) for k, v in pack.facts.items()} if pack else {},
    )  # fmt: skip


ROUTES = [Route("/law", law), Route("/law.{form}", law)]

__all__ = ["ROUTES", "law"]
