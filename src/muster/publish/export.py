"""The open export: one JSON object a line, exactly as FORMATS.md §1 and the schemas beside this file say."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from muster.model.claims import Claim, Reading
from muster.model.errors import IntegrityBroken
from muster.model.evidence import Passage, Text
from muster.model.links import Copy, Stretch
from muster.publish import rows
from muster.publish.evidence import Evidence
from muster.publish.files import SortedLines, private_folder, whole_file

FILES = (
    "documents", "claims", "quantities", "times", "entities", "events", "order", "copies", "origins",
    "estimates", "set_aside",
)  # fmt: skip


def export_jsonl(evidence: Evidence, folder: Path) -> dict[str, int]:
    """Write every file of the open export into ``folder``; returns file name → number of lines.

    UTF-8, sorted by id (copies by their two documents, order by its two events), files 0600, all there
    or none. The same project gives the same bytes. Memory does not grow with the project.
    Raises IntegrityBroken where stored words are not the characters at their offsets, NoSpace where the
    disk is full; the files of an older export are then as they were.
    """
    private_folder(folder)
    with contextlib.ExitStack() as stack:
        lines = {name: SortedLines(folder, name) for name in FILES}
        for sorter in lines.values():
            stack.callback(sorter.close)
        with contextlib.ExitStack() as written:
            _gather(evidence, lines)
            # Every file is complete before the first takes its place.
            for name in FILES:
                out = written.enter_context(whole_file(folder / f"{name}.jsonl"))
                out.writelines(line + b"\n" for line in lines[name])
    return {f"{name}.jsonl": lines[name].count for name in FILES}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one file of the export, by its name without ``.jsonl``."""
    raw = (files("muster.publish") / "schemas" / f"{name}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(raw)
    return found


def json_line(row: object) -> bytes:
    """One JSON object in UTF-8, Cyrillic as it is; a lone surrogate, which UTF-8 cannot hold, is escaped."""
    text = json.dumps(row, ensure_ascii=False, separators=(", ", ": "))
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(row, separators=(", ", ": ")).encode()


def _gather(evidence: Evidence, lines: dict[str, SortedLines]) -> None:
    def put(name: str, key: str, row: rows.Row) -> None:
        lines[name].add(key, json_line(row))

    sources = {s.id: s.name for s in evidence.sources()}
    for document in evidence.documents():
        name = sources.get(document.source, document.source)
        put("documents", document.id, rows.document_row(document, name, evidence.text_of(document.id)))
    for document, text, reading in evidence.readings():
        check_offsets(text, reading)
        for claim in reading.claims:
            put("claims", claim.id, rows.claim_row(document, claim, reading, evidence))
        for q in reading.quantities:
            put("quantities", q.id, rows.quantity_row(document, q))
        for t in reading.times:
            put("times", t.id, rows.time_row(document, t))
        for e in reading.events:
            put("events", e.id, rows.event_row(document, e))
        for o in reading.order:
            put("order", f"{o.before} {o.after}", rows.order_row(o))
    holds = _stretch_check(evidence)
    for entity in evidence.entities():
        put("entities", entity.id, rows.entity_row(entity, map(holds, evidence.mentions_of(entity.id))))
    for copy in evidence.copies():
        for stretch in _stretches(copy):
            holds(stretch)
        put("copies", f"{copy.copy} {copy.original}", rows.copy_row(copy))
    for origin in evidence.origins():
        put("origins", origin.id, rows.origin_row(origin))
    for estimate in evidence.estimates():
        put("estimates", estimate.id, rows.estimate_row(estimate))
    runs = {run.stage: run.id for run in evidence.runs()}
    for item in evidence.set_asides():
        put("set_aside", _key(item.record), rows.set_aside_row(item, runs))


def _key(record: str) -> str:
    # An address may hold a tab, a newline or half a character; the sorting key may not.
    return record.encode("unicode_escape").decode()


def check_offsets(text: Text, reading: Reading) -> None:
    """Raise IntegrityBroken unless every passage of ``reading`` is the characters at its offsets."""
    for record, passage in _passages(reading):
        if not passage.holds_in(text.body):
            raise IntegrityBroken(
                f"characters {passage.start} to {passage.stop} of {text.id} are not its words",
                record=record,
                next_step="'muster check' says what else is not as it was stored",
            )


def _passages(reading: Reading) -> Iterator[tuple[str, Passage]]:
    for claim in reading.claims:
        for passage in _of_claim(claim):
            yield claim.id, passage
    for group in (reading.quantities, reading.times, reading.mentions, reading.events):
        for record in group:
            yield record.id, record.passage


def _of_claim(claim: Claim) -> Iterable[Passage]:
    more = (claim.cue, claim.speaker, claim.addressee, claim.ground.words if claim.ground else None)
    return (claim.passage, *claim.parts, *claim.hedges, *(p for p in more if p is not None))


def _stretches(copy: Copy) -> Iterator[Stretch]:
    for drift in copy.drift:
        yield from (s for s in (drift.copy, drift.original) if s is not None)


def _stretch_check(evidence: Evidence) -> Callable[[Stretch], Stretch]:
    """A function that hands a stretch back, or raises where its document has other characters there."""

    @lru_cache(maxsize=256)
    def body(document: str) -> str:
        text = evidence.text_of(document)
        return text.body if text else ""

    def holds(stretch: Stretch) -> Stretch:
        if body(stretch.document)[stretch.start : stretch.stop] != stretch.words:
            raise IntegrityBroken(
                f"characters {stretch.start} to {stretch.stop} are not the words that stand for them",
                record=stretch.document,
                next_step="'muster check' says what else is not as it was stored",
            )
        return stretch

    return holds


__all__ = ["FILES", "check_offsets", "export_jsonl", "json_line", "schema"]
