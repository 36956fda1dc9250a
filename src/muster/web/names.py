"""One name with the papers that use it, and the names that people struck out because they are none."""

from __future__ import annotations

import json
import shlex
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.model.links import Entity
from muster.web.lists import data
from muster.web.office import office_of, own_path, page
from muster.workflows import struck as workflow

_SHOWN = 200


def name(request: Request) -> Response:
    """An entity: its spellings, where each stands, and a way to strike it out."""
    with office_of(request).reading() as store:
        _kind, found = store.find(request.path_params["id"])
        if not isinstance(found, Entity):
            return RedirectResponse(f"/why/{quote(request.path_params['id'])}", 303)
        gone = workflow.struck(store)
        uses = [
            {"document": store.document(document), "name": used, "struck": gone.holds(document, used)}
            for document, used in found.uses[:_SHOWN]
        ]
    if request.path_params.get("form") == "json":
        rows = [{**use, "document": document} for use, (document, _) in zip(uses, found.uses, strict=False)]
        whole_of = {"id": found.id, "name": found.name, "type": found.type, "uses": rows}
        return Response(json.dumps(whole_of, ensure_ascii=False), media_type="application/json")
    return page(
        request, "name.html.j2", it=found, uses=uses, names=sorted({used for _, used in found.uses}),
        more=max(0, len(found.uses) - _SHOWN), gone=bool(uses) and all(use["struck"] for use in uses),
        command=f"judge {shlex.quote(found.name)} --field name --verdict rejected --by NAME",
    )  # fmt: skip


def listed(request: Request) -> Response:
    """Every name that is struck out now, with who did it, when and why."""
    with office_of(request).reading() as store:
        found = workflow.standing(store)
    rows: list[dict[str, Any]] = [
        {
            "id": j.id, "name": j.subject[0].words, "by": j.by, "at": j.at, "reason": j.note,
            "place": f"{j.subject[0].start}-{j.subject[0].stop}" if j.subject[0].sha256 else "",
        }
        for j in reversed(found)
    ]  # fmt: skip
    return data(request, rows) or page(
        request,
        "struck.html.j2",
        rows=rows,
        kept=request.query_params.get("kept") == "yes",
        command="review --decided",
    )


def strike(request: Request) -> Response:
    """Strike out what a reader took for a name."""
    office, session, form = office_of(request), request.state.session, request.state.form
    by = " ".join(form.get("by", session.by).split())[:60]
    with office.writing() as store:
        workflow.strike(
            store, form.get("record", "")[:400], by=by, note=form.get("reason", "")[:400], now=office.clock(),
            name=form.get("name", "")[:400],
        )  # fmt: skip
    session.by = by
    back = form.get("back", "")
    return RedirectResponse(own_path(back) if back else "/struck?kept=yes", 303)


ROUTES = [
    Route("/name/{id}.{form}", name), Route("/name/{id}", name),
    Route("/struck", listed), Route("/struck.{form}", listed),
    Route("/struck/strike", strike, methods=["POST"]),
]  # fmt: skip

__all__ = ["ROUTES", "name"]
