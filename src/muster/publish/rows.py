"""Records as the open export writes them (FORMATS.md §1): plain dicts with exactly those names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from muster.model.claims import Claim, Event, Order, Quantity, Reading, TimeRange
from muster.model.evidence import Document, Passage, SetAside, Text
from muster.model.findings import Estimate
from muster.model.grounds import Ground
from muster.model.links import Copy, Drift, Entity, Origin, Stretch
from muster.publish.evidence import Evidence

Row = dict[str, object]


def number(value: float | None) -> float | int | None:
    """A whole number without its ``.0``; JSON readers then see a count as a count."""
    return int(value) if value is not None and value == int(value) else value


def _span(passage: Passage) -> Row:
    return {"start": passage.start, "stop": passage.stop, "words": passage.words}


def _maybe(passage: Passage | None) -> Row | None:
    return _span(passage) if passage else None


def _stretch(stretch: Stretch | None) -> Row | None:
    return {"start": stretch.start, "stop": stretch.stop, "words": stretch.words} if stretch else None


def document_row(document: Document, source: str, text: Text | None) -> Row:
    return {
        "id": document.id,
        "source": source,
        "address": document.address,
        "title": document.title,
        "published": document.published,
        "taken": document.taken,
        "language": text.language if text else "und",
        "media_type": document.media_type,
        "sha256": document.sha256,
        "text": text.body if text else None,
    }


def claim_row(document: Document, claim: Claim, reading: Reading, evidence: Evidence) -> Row:
    parts = claim.parts or (claim.passage,)
    return {
        "id": claim.id,
        "document": document.id,
        **_span(claim.passage),
        "parts": [_span(p) for p in parts],
        "kind": claim.kind,
        "act": claim.act,
        "cue": _maybe(claim.cue),
        "speaker": _maybe(claim.speaker),
        "said_by": [
            {
                "entity": evidence.entity_of(document.id, s.name) if s.name else None,
                "name": s.name,
                "role": s.role,
                "organisation": s.organisation,
            }
            for s in claim.said_by
        ],
        "via": [{"name": v.name, "kind": v.kind} for v in claim.via],
        "hedges": [_span(h) for h in claim.hedges],
        "basis": claim.basis,
        "ground": _ground(claim.ground),
        "stance": claim.stance,
        "own_voice": claim.own_voice,
        "hypothetical": claim.hypothetical,
        "inside": claim.inside,
        "addressee": _maybe(claim.addressee),
        "source_kind": claim.source_kind,
        "quantities": [q.id for q in reading.quantities if q.claim == claim.id],
        "times": [t.id for t in reading.times if any(_within(t.passage, p) for p in parts)],
        "origin": evidence.origin_of(claim.id),
        "confidence": claim.confidence,
    }


def _ground(ground: Ground | None) -> Row | None:
    """Why it has its basis; null where no reader kept a reason."""
    if ground is None:
        return None
    return {"code": ground.code, "says": ground.says, "at": _maybe(ground.words)}


def _within(inner: Passage, outer: Passage) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def quantity_row(document: Document, q: Quantity) -> Row:
    return {
        "id": q.id,
        "document": document.id,
        **_span(q.passage),
        "low": number(q.low),
        "high": number(q.high),
        "low_exclusive": q.low_exclusive,
        "high_exclusive": q.high_exclusive,
        "unit": q.unit,
        "what": q.what,
        "population": q.population,
        "place": q.place,
        "when": q.when,
        "vague": q.vague is not None,
        "claim": q.claim,
    }


def time_row(document: Document, t: TimeRange) -> Row:
    return {
        "id": t.id,
        "document": document.id,
        **_span(t.passage),
        "type": t.type,
        "value": t.value,
        "first": t.first,
        "last": t.last,
        "granularity": t.granularity,
        "anchor": t.anchor,
        "reason": t.reason,
    }


def event_row(document: Document, e: Event) -> Row:
    return {
        "id": e.id,
        "document": document.id,
        **_span(e.passage),
        "what": e.what,
        "who": list(e.who),
        "first": e.first,
        "last": e.last,
    }


def order_row(o: Order) -> Row:
    return {"before": o.before, "after": o.after, "certain": o.certain, "reasons": list(o.reasons)}


def entity_row(entity: Entity, mentions: Iterator[Stretch]) -> Row:
    found = {(m.document, m.start, m.stop, m.words) for m in mentions}
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "variants": list(entity.variants),
        "protected": entity.protected,
        "mentions": [
            dict(zip(("document", "start", "stop", "words"), m, strict=True)) for m in sorted(found)
        ],
    }


def copy_row(copy: Copy) -> Row:
    return {
        "copy": copy.copy,
        "original": copy.original if copy.directed else None,
        "kind": copy.kind,
        "score": copy.score,
        "reasons": [*copy.reasons, *_other(copy)],
        "drift": [_drift(d) for d in copy.drift],
    }


def _other(copy: Copy) -> tuple[str, ...]:
    # ``original`` is null where the direction is not shown; the pair must still be known.
    return () if copy.directed else (f"which came first is not shown; the other is {copy.original}",)


def _drift(d: Drift) -> Row:
    return {"copy": _stretch(d.copy), "original": _stretch(d.original), "effect": d.effect}


def origin_row(origin: Origin) -> Row:
    return {
        "id": origin.id,
        "name": origin.name,
        "entity": origin.entity,
        "claims": list(origin.claims),
        "independent_of": list(origin.independent_of),
        "reasons": list(origin.reasons),
    }


def estimate_row(e: Estimate) -> Row:
    return {
        "id": e.id,
        "question": e.question,
        "population": e.population,
        "place": e.place,
        "by_when": e.by_when,
        "low": number(e.low),
        "best": number(e.best),
        "high": number(e.high),
        "level": e.level,
        "method": e.method,
        "assumptions": list(e.assumptions),
        "rests_on": list(e.rests_on),
        "coverage": {"seen": list(e.seen), "unseen": list(e.unseen)},
    }


def set_aside_row(item: SetAside, runs: Mapping[str, str]) -> Row:
    """``runs``: stage → id of its last run."""
    return {"record": item.record, "reason": item.reason, "detail": item.detail, "run": runs.get(item.stage)}
