"""Flat rows of every list, for the command line's tables, JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from muster.model.errors import Usage
from muster.publish.evidence import Evidence
from muster.publish.rows import Row, number


def _documents(evidence: Evidence) -> Iterator[Row]:
    sources = {s.id: s.name for s in evidence.sources()}
    for d in evidence.documents():
        yield {
            "id": d.id,
            "source": sources.get(d.source, d.source),
            "address": d.address,
            "published": d.published,
            "title": d.title,
            "media_type": d.media_type,
            "sha256": d.sha256,
            "taken": d.taken,
            "size": d.size,
            "losses": "; ".join(d.losses),
        }


def _claims(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for c in reading.claims:
            yield {
                "id": c.id,
                "speaker": " < ".join(s.name or "nobody named" for s in c.said_by),
                "words": c.passage.words,
                "kind": c.kind,
                "cue": c.cue.words if c.cue else None,
                "via": " < ".join(v.name for v in c.via),
                "hedges": "; ".join(h.words for h in c.hedges),
                "basis": c.basis,
                "stance": c.stance,
                "own_voice": c.own_voice,
                "origin": evidence.origin_of(c.id),
                "confidence": c.confidence,
                "document": document.id,
                "address": document.address,
                "start": c.passage.start,
                "stop": c.passage.stop,
            }


def _quantities(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for q in reading.quantities:
            yield {
                "id": q.id,
                "words": q.passage.words,
                "low": number(q.low),
                "high": number(q.high),
                "low_exclusive": q.low_exclusive,
                "high_exclusive": q.high_exclusive,
                "unit": q.unit,
                "kind": q.kind,
                "what": q.what,
                "population": q.population,
                "place": q.place,
                "when": q.when,
                "vague": q.vague,
                "claim": q.claim,
                "document": document.id,
                "address": document.address,
                "start": q.passage.start,
                "stop": q.passage.stop,
            }


def _times(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for t in reading.times:
            yield {
                "id": t.id,
                "words": t.passage.words,
                "type": t.type,
                "value": t.value,
                "first": t.first,
                "last": t.last,
                "granularity": t.granularity,
                "anchor": t.anchor,
                "reason": t.reason,
                "document": document.id,
                "address": document.address,
                "start": t.passage.start,
                "stop": t.passage.stop,
            }


def _events(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for e in reading.events:
            yield {
                "id": e.id,
                "first": e.first,
                "last": e.last,
                "what": e.what,
                "who": "; ".join(e.who),
                "where": e.where,
                "words": e.passage.words,
                "document": document.id,
                "address": document.address,
            }


def _order(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for o in reading.order:
            yield {
                "before": o.before,
                "after": o.after,
                "certain": o.certain,
                "reasons": "; ".join(o.reasons),
                "document": document.id,
            }


def _entities(evidence: Evidence) -> Iterator[Row]:
    for e in evidence.entities():
        yield {
            "id": e.id,
            "type": e.type,
            "name": e.name,
            "protected": e.protected,
            "variants": "; ".join(e.variants),
            "documents": len({d for d, _ in e.uses}),
        }


def _copies(evidence: Evidence) -> Iterator[Row]:
    for c in evidence.copies():
        yield {
            "copy": c.copy,
            "original": c.original,
            "directed": c.directed,
            "kind": c.kind,
            "score": round(c.score, 4),
            "drifts": len(c.drift),
            "effects": "; ".join(sorted({d.effect for d in c.drift})),
            "reasons": "; ".join(c.reasons),
        }


def _origins(evidence: Evidence) -> Iterator[Row]:
    for o in evidence.origins():
        yield {
            "id": o.id,
            "name": o.name,
            "entity": o.entity,
            "claims": len(o.claims),
            "first": o.first,
            "independent_of": "; ".join(o.independent_of),
            "reasons": "; ".join(o.reasons),
        }


def _estimates(evidence: Evidence) -> Iterator[Row]:
    for e in evidence.estimates():
        yield {
            "id": e.id,
            "question": e.question,
            "population": e.population,
            "place": e.place,
            "by_when": e.by_when,
            "low": number(e.low),
            "best": number(e.best),
            "high": number(e.high),
            "unit": e.unit,
            "method": e.method,
            "reports": e.reports,
            "origins": len(e.origins),
            "as_written": " | ".join(e.as_written),
            "assumptions": "; ".join(e.assumptions),
            "rests_on": " ".join(e.rests_on),
        }


def _set_aside(evidence: Evidence) -> Iterator[Row]:
    for s in evidence.set_asides():
        yield {"record": s.record, "reason": s.reason, "detail": s.detail, "stage": s.stage}


def _sources(evidence: Evidence) -> Iterator[Row]:
    for s in evidence.sources():
        yield {"id": s.id, "name": s.name, "kind": s.kind, "protected": s.protected}


_OF: dict[str, Callable[[Evidence], Iterator[Row]]] = {
    "claims": _claims, "copies": _copies, "documents": _documents, "entities": _entities,
    "estimates": _estimates, "events": _events, "order": _order, "origins": _origins,
    "quantities": _quantities, "set-aside": _set_aside, "sources": _sources, "times": _times,
}  # fmt: skip
TABLES = tuple(_OF)


def tables(evidence: Evidence, kind: str) -> Iterator[Row]:
    """Rows of one list (one of `TABLES`), streamed; all rows have the same columns in the same order."""
    if kind not in _OF:
        raise Usage(f"there is no list of {kind!r}", next_step=f"lists are: {', '.join(TABLES)}")
    return _OF[kind](evidence)


# A spreadsheet reads a cell that starts with one of these as a formula, tab and return included;
# full-width forms are folded to them by some.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_cell(value: object) -> str:
    """One CSV cell. Text that a spreadsheet would run as a formula gets a leading apostrophe.

    Numbers stay numbers, so a negative number is not touched; None is an empty cell. Blanks before
    the sign do not hide it.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    text = str(value)
    risky = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if risky else text


def rows_as(rows: Iterable[Mapping[str, object]], how: str) -> Iterator[str]:
    """The rows as ``json`` (one array), ``nl`` (one object a line), ``csv`` or ``tsv``, piece by piece."""
    if how == "nl":
        return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if how == "json":
        return _json(rows)
    if how in ("csv", "tsv"):
        return _separated(rows, "," if how == "csv" else "\t")
    raise Usage(f"there is no output {how!r}", next_step="outputs are json, nl, csv, tsv")


def _json(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    before = "[\n"
    for row in rows:
        yield before + json.dumps(row, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _separated(rows: Iterable[Mapping[str, object]], separator: str) -> Iterator[str]:
    import csv
    import io

    head = True
    for row in rows:
        buffer = io.StringIO()
        writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
        if head:
            writer.writerow(row)
            head = False
        writer.writerow([csv_cell(v) for v in row.values()])
        yield buffer.getvalue()


__all__ = ["TABLES", "csv_cell", "rows_as", "tables"]
