"""The reader: a text as it is, with what was found in it, and a way to correct each finding in place."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from muster.model.claims import BASES, Claim, Mention, Reading, Unread, because
from muster.model.errors import NotFound, Usage
from muster.model.evidence import Document, Text
from muster.model.links import Judgement
from muster.publish.page.highlight import Mark, changed, marked
from muster.publish.page.shelf import marks_of
from muster.store import Store
from muster.web.office import office_of, page, whole
from muster.workflows.judge import judge, judge_stretch
from muster.workflows.review import WITHDRAWN
from muster.workflows.struck import struck

# Characters on one page of the reader, and in one block of it: a line of five megabytes is cut.
_WINDOW, _BLOCK = 30_000, 4_000
LAYERS = ("claim", "speaker", "cue", "quantity", "time", "hedge", "place", "person", "protected")
# What a person can say of a finding, or of words that no reader marked; each is the field of a judgement.
FIELDS = ("speaker", "claim", "basis", "bounds", "time", "kind", "hedge", "missed")
# Documents whose pages can be looked at as they were.
PDF = "application/pdf"
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_PARTS = {"place": "place", "unit": "place", "person": "person", "group": "person", "organisation": "person"}


@dataclass(frozen=True, slots=True)
class Opened:
    """The document that an address names. ``at``: the record that it asks for; ``focus``: its characters."""

    document: Document
    text: Text | None
    reading: Reading | None
    at: str
    focus: tuple[int, int] | None


def opened_in(request: Request, store: Store) -> Opened:
    """What ``/document/{id}…?at=RECORD`` names. Raises NotFound."""
    id, at = request.path_params["id"], request.query_params.get("at", "")[:80]
    reading = store.reading_of(id)
    return Opened(store.document(id), store.text_of(id), reading, at, _focus_of(reading, at))


def document(request: Request) -> Response:
    """One window of a text, marked; ``at``: the record whose characters are shown."""
    with office_of(request).reading() as store:
        opened = opened_in(request, store)
        found, text, reading, focus = opened.document, opened.text, opened.reading, opened.focus
        gone = struck(store)
        source = next((s for s in store.sources() if s.id == found.source), None)
        copies = store.copies_of(found.id)
        decided = [j for j in store.judgements() if any(a.sha256 == found.sha256 for a in j.subject)]
    start = _start(text, focus, whole(request.query_params.get("from"), 0, 0, 10**9))
    stop = _stop(text, start)
    if request.path_params.get("form") == "json":
        return _json(found, text, reading, start, stop, decided)
    left = gone.reading(found.id, reading) if reading else None
    marks = [*marks_in(left)] + ([Mark(*focus, "focus")] if focus else [])
    blocks = list(blocks_between(text.body, start, stop, marks, focus)) if text else []
    spans = [(m.layer, m.start, m.stop) for m in marks if m.layer and m.start < stop and m.stop > start]
    return page(
        request, "document.html.j2", command=f"why {found.id}", it=found, source=source, text=text,
        blocks=blocks, spans=json.dumps(spans), start=start, stop=stop,
        before=max(0, start - _WINDOW), length=len(text.body) if text else 0,
        findings=_findings(reading, start, stop),
        struck={m.id for m in reading.mentions} - {m.id for m in left.mentions} if reading and left else (),
        copies=copies, decided=decided, layers=LAYERS,
        fields=FIELDS, bases=BASES, verdict=_verdict, corrected=_corrected(decided),
        paper=_paper(found, text, focus, opened.at), unread=_unread(reading, start, stop),
        nobody_read=text is not None and reading is None,
    )  # fmt: skip


def _unread(reading: Reading | None, start: int, stop: int) -> list[Unread]:
    """What the reader passed over in this window: it gave nothing because nobody looked."""
    passed = reading.unread if reading else ()
    return [
        Unread(max(u.start, start), min(u.stop, stop), u.reason)
        for u in passed if u.start < stop and u.stop > start
    ]  # fmt: skip


def _verdict(judgement: Judgement) -> str:
    words = next((a.words for a in judgement.subject if a.words), "")
    return f"{judgement.field} = {judgement.verdict}" + (f": “{words[:80]}”" if words else "")


def has_pages(document: Document) -> bool:
    """Whether there is a page to be looked at."""
    return document.media_type in (PDF, *_PICTURES)


def _page_at(text: Text | None, start: int) -> int:
    """The page, from 1, on which a character stands."""
    return text.body.count("\f", 0, start) + 1 if text else 1


def _paper(found: Document, text: Text | None, focus: tuple[int, int] | None, at: str) -> str:
    """The address of the page on which something stands as it was, or ""."""
    if not has_pages(found):
        return ""
    number = _page_at(text, focus[0]) if focus else 1
    return f"/document/{quote(found.id)}/page/{number}" + (f"?at={quote(at)}" if focus else "")


def _corrected(decided: list[Judgement]) -> dict[tuple[int, int], list[Judgement]]:
    """What people say of exact characters now, by where these stand: of each field the last that holds."""
    last: dict[tuple[int, int, str], Judgement] = {}
    for judgement in decided:
        for anchor in judgement.subject:
            if anchor.stop > anchor.start and judgement.field in FIELDS:
                last[anchor.start, anchor.stop, judgement.field] = judgement
    found: dict[tuple[int, int], list[Judgement]] = {}
    for (start, stop, _field), judgement in last.items():
        if judgement.verdict != WITHDRAWN:
            found.setdefault((start, stop), []).append(judgement)
    return found


def _json(
    found: Document, text: Text | None, reading: Reading | None, start: int, stop: int,
    decided: list[Judgement],
) -> Response:  # fmt: skip
    """The characters of this window, its findings and what was decided, with offsets in code points."""
    whole_of = {
        "document": asdict(found), "start": start, "stop": stop,
        "body": text.body[start:stop] if text else None,
        "findings": [{k: v for k, v in f.items() if k != "claim"} for f in _findings(reading, start, stop)],
        "decided": [
            {"start": a.start, "stop": a.stop, "words": a.words, "field": j.field, "verdict": j.verdict,
             "by": j.by, "at": j.at}
            for j in decided for a in j.subject if a.sha256 == found.sha256
        ],
    }  # fmt: skip
    return Response(
        json.dumps(whole_of, ensure_ascii=False).encode("utf-8", "replace"), media_type="application/json"
    )


def _focus_of(reading: Reading | None, id: str) -> tuple[int, int] | None:
    if reading is None or not id:
        return None
    parts = (reading.claims, reading.quantities, reading.times, reading.mentions, reading.events)
    found = next((r for part in parts for r in part if r.id == id), None)
    return (found.passage.start, found.passage.stop) if found else None


def _start(text: Text | None, focus: tuple[int, int] | None, asked: int) -> int:
    """Where the window begins: at the line that was asked for, or a little before what is looked for."""
    if text is None:
        return 0
    if focus is not None and not 0 <= focus[0] < _WINDOW:
        asked = max(0, focus[0] - _WINDOW // 4)
    elif focus is not None:
        return 0
    if asked >= len(text.body):
        return 0
    line = text.body.rfind("\n", max(0, asked - _BLOCK), asked)
    return asked if line < 0 else line + 1


def _stop(text: Text | None, start: int) -> int:
    if text is None:
        return 0
    stop = min(len(text.body), start + _WINDOW)
    if stop == len(text.body):
        return stop
    line = text.body.rfind("\n", start + 1, stop)
    return stop if line <= start else line + 1


def marks_in(reading: Reading | None) -> list[Mark]:
    if reading is None:
        return []
    marks = list(marks_of(reading, anchors=False))
    for m in reading.mentions:
        layer = "protected" if m.protected else _PARTS[m.kind]
        marks.append(Mark(m.passage.start, m.passage.stop, layer))
    return marks


def blocks_between(
    body: str, start: int, stop: int, marks: list[Mark], focus: tuple[int, int] | None
) -> list[tuple[int, int, Markup]]:
    """Lines that are not blank as (start, stop, html); an over-long one in pieces."""
    out = []
    at = start
    while at < stop:
        end = body.find("\n", at, stop)
        end = stop if end < 0 else end
        for left in range(at, max(end, at + 1), _BLOCK):
            right = min(left + _BLOCK, end)
            shown = left + len(body[left:right].rstrip())
            if shown > left:
                own = [m for m in marks if m.start < shown and m.stop > left]
                if focus and left <= focus[0] < shown:
                    own.append(Mark(focus[0], focus[1], "focus", "here"))
                out.append((left, shown, marked(body, left, shown, own)))
        at = end + 1
    return out


def blocks_of(body: str, marks: list[Mark]) -> list[tuple[int, int, Markup]]:
    """A whole body in blocks, marked: for a text that is no document."""
    return list(blocks_between(body, 0, len(body), marks, None))


def _findings(reading: Reading | None, start: int, stop: int) -> list[dict[str, Any]]:
    """What stands in this window, by place: the same spans as in the text."""
    if reading is None:
        return []
    found: list[dict[str, Any]] = [_claim(c) for c in reading.claims]
    for q in reading.quantities:
        found.append(_one("quantity", q, low=q.low, high=q.high, unit=q.unit, what=q.what))
    for t in reading.times:
        found.append(_one("time", t, first=t.first, last=t.last, reason=t.reason))
    for m in reading.mentions:
        found.append(_one("protected" if m.protected else _PARTS[m.kind], m, norm=m.norm))
    found = [f for f in found if f["start"] < stop and f["stop"] > start]
    return sorted(found, key=lambda f: (f["start"], -f["stop"], f["id"]))


def _one(layer: str, record: Any, **more: Any) -> dict[str, Any]:
    p = record.passage
    return {"layer": layer, "id": record.id, "start": p.start, "stop": p.stop, "words": p.words, **more}


def _claim(c: Claim) -> dict[str, Any]:
    who = [s.name or s.role for s in c.said_by]
    return _one(
        "claim", c, who=[w for w in who if w], own_voice=c.own_voice, via=[v.name for v in c.via],
        hedges=[h.words for h in c.hedges], basis=c.basis, because=because(c), stance=c.stance, kind=c.kind,
        protected=any(s.protected for s in c.said_by),
    )  # fmt: skip


def _pointed_at(store: Store, document: str, record: str) -> tuple[str, str]:
    """(name, where it stands) of a mention in this text that somebody points at as the speaker."""
    _kind, found = store.find(record)
    text = store.text_of(document)
    if not isinstance(found, Mention) or text is None or found.passage.text != text.id:
        raise Usage("this is no name in this text", record=record)
    return found.norm, f"{found.id}, characters {found.passage.start} to {found.passage.stop}"


def correct(request: Request) -> Response:
    """Keep a correction: of a finding by its id, or of selected characters."""
    office, id, form = office_of(request), request.path_params["id"], request.state.form
    by = request.state.session.by
    if not by:
        raise Usage("a decision needs a name", next_step="write your role name at the foot of the page")
    field, verdict = form.get("field", ""), " ".join(form.get("verdict", "").split())[:400]
    note, now = form.get("note", "")[:400], office.clock()
    with office.writing() as store:
        if form.get("points_at"):
            field = "speaker"
            verdict, note = _pointed_at(store, id, form["points_at"][:80])
        if field not in FIELDS or not verdict:
            raise Usage("say what is wrong and what is right", record=field)
        if form.get("record"):
            judge(store, [form["record"]], field=field, verdict=verdict, by=by, note=note, now=now)
        else:
            start, stop = (whole(form.get(end), -1, 0, 10**9) for end in ("start", "stop"))
            judge_stretch(store, id, start, stop, form.get("words", ""), field=field, verdict=verdict,
                          by=by, note=note, now=now)  # fmt: skip
    at = f"?at={quote(form['record'])}" if form.get("record") else f"?from={form.get('from', '0')}"
    return RedirectResponse(f"/document/{quote(id)}{at if at.isascii() else ''}#here", 303)


def beside(request: Request) -> Response:
    """A copy beside what it repeats, with every departure marked."""
    id = request.path_params["id"]
    with office_of(request).reading() as store:
        kind, copy = store.find(id)
        if kind != "copy":
            raise NotFound("no copy of this id", record=id)
        late, early = store.document(copy.copy), store.document(copy.original)
        outlets = {s.id: s.name for s in store.sources() if s.id in (late.source, early.source)}
    drifts = []
    for d in copy.drift:
        left = d.original.words if d.original else ""
        right = d.copy.words if d.copy else ""
        drifts.append((d.effect, *changed(left, right)))
    shared = [(a.words, b.words) for a, b in copy.overlaps[:60]]
    return page(
        request, "copy.html.j2", command=f"why {copy.id}", copy=copy, late=late, early=early,
        drifts=drifts, shared=shared, outlets=outlets,
    )  # fmt: skip


ROUTES = [
    Route("/document/{id}/correct", correct, methods=["POST"]),
    Route("/document/{id}.{form}", document), Route("/document/{id}", document),
    Route("/copy/{id}", beside),
]  # fmt: skip

__all__ = [
    "FIELDS", "LAYERS", "PDF", "ROUTES", "Opened", "blocks_between", "blocks_of", "document", "has_pages",
    "marks_in", "opened_in",
]  # fmt: skip
