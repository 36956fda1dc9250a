"""Flat rows of every list, for the command line's tables, JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from muster.model.claims import Speaker, because
from muster.model.errors import Usage
from muster.publish.evidence import Evidence
from muster.publish.rows import Row, number

# The columns that tell most stand first: a terminal of 120 columns shows those.


def _documents(evidence: Evidence) -> Iterator[Row]:
    sources = _source_names(evidence)
    for d in evidence.documents():
        yield {
            "address": d.address,
            "source": sources.get(d.source, d.source),
            "published": d.published,
            "title": d.title,
            "id": d.id,
            "media_type": d.media_type,
            "size": d.size,
            "taken": d.taken,
            "sha256": d.sha256,
            "losses": "; ".join(d.losses),
        }


def _called(speaker: Speaker) -> str:
    """His name, else what he is; of whom a text hides only that nobody is named."""
    hidden = speaker.protected and speaker.presumed is None
    return speaker.name or (None if hidden else speaker.role) or "nobody named"


def _kept_back(speakers: Sequence[Speaker]) -> str | None:
    """Why the nearest who is kept back is: what is presumed, or that the text says so."""
    hidden = next((s for s in speakers if s.protected), None)
    return None if hidden is None else hidden.presumed or "the text says so"


def _claims(evidence: Evidence) -> Iterator[Row]:
    sources = _source_names(evidence)
    for document, _, reading in evidence.readings():
        for c in reading.claims:
            yield {
                "words": c.passage.words,
                "speaker": " < ".join(_called(s) for s in c.said_by),
                "basis": c.basis,
                "address": document.address,
                "id": c.id,
                "source": sources.get(document.source, document.source),
                "published": document.published,
                "kind": c.kind,
                "cue": c.cue.words if c.cue else None,
                "via": " < ".join(v.name for v in c.via),
                "hedges": "; ".join(h.words for h in c.hedges),
                "stance": c.stance,
                "own_voice": c.own_voice,
                "hypothetical": c.hypothetical,
                "kept_back": _kept_back(c.said_by),
                "origin": evidence.origin_of(c.id),
                "confidence": c.confidence,
                "because": because(c),
                "document": document.id,
                "start": c.passage.start,
                "stop": c.passage.stop,
            }


def _quantities(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for q in reading.quantities:
            yield {
                "words": q.passage.words,
                "low": number(q.low),
                "high": number(q.high),
                "what": q.what,
                "population": q.population,
                "place": q.place,
                "when": q.when,
                "address": document.address,
                "id": q.id,
                "unit": q.unit,
                "kind": q.kind,
                "low_exclusive": q.low_exclusive,
                "high_exclusive": q.high_exclusive,
                "vague": q.vague,
                "claim": q.claim,
                "document": document.id,
                "start": q.passage.start,
                "stop": q.passage.stop,
            }


def _times(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for t in reading.times:
            yield {
                "words": t.passage.words,
                "first": t.first,
                "last": t.last,
                "anchor": t.anchor,
                "address": document.address,
                "id": t.id,
                "reason": t.reason,
                "type": t.type,
                "value": t.value,
                "granularity": t.granularity,
                "document": document.id,
                "start": t.passage.start,
                "stop": t.passage.stop,
            }


def _events(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        for e in reading.events:
            yield {
                "first": e.first,
                "last": e.last,
                "what": e.what,
                "where": e.where,
                "who": "; ".join(e.who),
                "address": document.address,
                "id": e.id,
                "words": e.passage.words,
                "document": document.id,
            }


def _order(evidence: Evidence) -> Iterator[Row]:
    for document, _, reading in evidence.readings():
        told = {e.id: e.what for e in reading.events}
        for o in reading.order:
            yield {
                "before_what": told.get(o.before),
                "after_what": told.get(o.after),
                "certain": o.certain,
                "address": document.address,
                "before": o.before,
                "after": o.after,
                "reasons": "; ".join(o.reasons),
                "document": document.id,
            }


def _entities(evidence: Evidence) -> Iterator[Row]:
    for e in evidence.entities():
        yield {
            "name": e.name,
            "type": e.type,
            "documents": len({d for d, _ in e.uses}),
            # Beside an alias no other name is shown.
            "variants": "" if e.protected else "; ".join(e.variants),
            "protected": e.protected,
            "id": e.id,
        }


def _copies(evidence: Evidence) -> Iterator[Row]:
    sources = _source_names(evidence)
    for c in evidence.copies():
        copy, original = evidence.document(c.copy), evidence.document(c.original)
        yield {
            "copy_address": copy.address,
            "original_address": original.address,
            "kind": c.kind,
            "score": round(c.score, 4),
            "directed": c.directed,
            "drifts": len(c.drift),
            "effects": "; ".join(sorted({d.effect for d in c.drift})),
            "copy_source": sources.get(copy.source, copy.source),
            "original_source": sources.get(original.source, original.source),
            "id": c.id,
            "copy": c.copy,
            "original": c.original,
            "reasons": "; ".join(c.reasons),
        }


def _origins(evidence: Evidence) -> Iterator[Row]:
    sources = _source_names(evidence)
    wanted = {o.first for o in evidence.origins()}
    first = {
        claim.id: (claim.passage.words, document)
        for document, _, reading in evidence.readings()
        for claim in reading.claims
        if claim.id in wanted
    }
    for o in evidence.origins():
        words, document = first.get(o.first or "", (None, None))
        yield {
            "name": o.name,
            "claims": len(o.claims),
            "first_words": words,
            "first_address": document.address if document else None,
            "first_source": sources.get(document.source, document.source) if document else None,
            "id": o.id,
            "entity": o.entity,
            "first": o.first,
            "independent_of": "; ".join(o.independent_of),
            "reasons": "; ".join(o.reasons),
        }


def _estimates(evidence: Evidence) -> Iterator[Row]:
    for e in evidence.estimates():
        yield {
            "question": e.question,
            "low": number(e.low),
            "best": number(e.best),
            "high": number(e.high),
            "population": e.population,
            "place": e.place,
            "by_when": e.by_when,
            "origins": len(e.origins),
            "reports": e.reports,
            "unit": e.unit,
            "method": e.method,
            "id": e.id,
            "as_written": " | ".join(e.as_written),
            "assumptions": "; ".join(e.assumptions),
            "rests_on": " ".join(e.rests_on),
        }


def _set_aside(evidence: Evidence) -> Iterator[Row]:
    for s in evidence.set_asides():
        yield {"record": s.record, "reason": s.reason, "detail": s.detail, "stage": s.stage}


def _sources(evidence: Evidence) -> Iterator[Row]:
    for s in evidence.sources():
        yield {"name": s.name, "kind": s.kind, "protected": s.protected, "id": s.id}


def _source_names(evidence: Evidence) -> dict[str, str]:
    return {s.id: s.name for s in evidence.sources()}


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
