"""A Frictionless data package: CSV tables, each column described, and a page on how they came about."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from muster.publish.evidence import Evidence
from muster.publish.files import private_folder, whole_file
from muster.publish.formats.base import About, Written, csv_file, json_text
from muster.publish.formats.ledger import COLUMNS, ledger_rows
from muster.publish.rows import number

LOST = (
    "texts, offsets and passages: 'muster export jsonl' holds them",
    "carriers, hedges, times, events and their order",
    "cells that a spreadsheet would run begin with an apostrophe; unseen characters are written out",
)
_Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """``fields``: name → (type, what it holds). ``to``: column → the table whose ``id`` it names."""

    name: str
    title: str
    fields: dict[str, tuple[str, str]]
    to: dict[str, str]


_ID = ("string", "Id of the record; the same in every export of the project.")
_DOCUMENTS = _Table("documents", "One thing from one source.", {
    "id": _ID, "source": ("string", "Who publishes it."), "address": ("string", "Where it was found."),
    "title": ("string", "Its title."), "published": ("string", "ISO 8601, as exact as is known."),
    "taken": ("string", "When it was taken, ISO 8601."), "language": ("string", "ISO 639-1, or und."),
    "url": ("string", "The public address it names."), "sha256": ("string", "Hash of its bytes."),
}, {})  # fmt: skip
_CLAIMS = _Table("claims", "Somebody said that something is so. A claim is not a fact.", {
    "id": _ID, "words": ("string", "The exact characters."),
    "said_by": ("string", "The nearest speaker as named there; empty where nobody is."),
    "kind": ("string", "direct, indirect or mixed."), "basis": ("string", "How the speaker knows."),
    "stance": ("string", "asserted, denied or unverified."),
    "own_voice": ("boolean", "The outlet itself asserts."),
    "origin": ("string", "From whom it first came; empty where none was traced."),
}, {"origin": "origins"})  # fmt: skip
_REPORTS = _Table("reports", "Which document reports which claim, and where.", {
    "claim": ("string", "Id of the claim."), "document": ("string", "Id of the document."),
    "start": ("integer", "First character, in code points."), "stop": ("integer", "One past the last."),
}, {"claim": "claims", "document": "documents"})  # fmt: skip
_ORIGINS = _Table("origins", "From whom claims first came.", {
    "id": _ID, "name": ("string", "Person or body."), "claims": ("integer", "How many claims it is behind."),
}, {})  # fmt: skip
_NUMBERS = ("low", "best", "high", "level")
_COUNTS_OF = ("date_prec", "where_prec", "event_clarity", "reports", "origins", "independent_origins")
_COUNTS = _Table("counts", "The ledger, in the words of the UCDP.", {
    name: (
        "number" if name in _NUMBERS else "integer" if name in _COUNTS_OF
        else "boolean" if name.endswith("_exclusive") else "string",
        "See method.md.",
    )
    for name in COLUMNS
}, {})  # fmt: skip
_METHOD = """# {title}: how these tables came about

Made by muster {version} on {made}.

- A claim says that somebody said something. None of these tables says that something is so.
- An empty cell means that nobody said, or that it is not known. Nothing was filled in.
- `low`, `best` and `high` are bounds that origins stated; several are never averaged. `*_exclusive` is
  "more than" or "less than". `level` is that of an interval, where a model gave one.
- `reports` counts papers, `origins` those from whom the figure first came, `independent_origins` those shown
  to know it without each other (at least so many).
- `date_prec`: how exactly the day is known by which a figure stands (1 a day, 2 up to six days, 3 a week,
  4 a month, 5 a year). `where_prec`: 2 a named town, 4 a region. `event_clarity` is 2 throughout: every line
  is a total, not one event.
- Copies were found by their words; what repeats another paper adds a report and no origin.

Not in it:

{lost}
"""


def write_datapackage(evidence: Evidence, folder: Path, about: About) -> Written:
    """Five tables, ``method.md``, and ``datapackage.json`` with size and hash of each; all or none is new."""
    private_folder(folder)
    rows: tuple[tuple[_Table, Iterable[_Row]], ...] = (
        (_DOCUMENTS, _documents(evidence)), (_CLAIMS, _claims(evidence)), (_REPORTS, _reports(evidence)),
        (_ORIGINS, _origins(evidence)), (_COUNTS, ledger_rows(evidence)),
    )  # fmt: skip
    files: dict[str, int] = {}
    resources: list[object] = []
    with contextlib.ExitStack() as stack:
        for table, lines in rows:
            path = f"{table.name}.csv"
            out = stack.enter_context(whole_file(folder / path))
            files[path] = csv_file(out, table.fields, lines)
            resources.append(_resource(table, out))
        lost = "\n".join(f"- {sentence}" for sentence in LOST)
        method = _METHOD.format(title=about.title, version=about.version, made=about.made, lost=lost)
        stack.enter_context(whole_file(folder / "method.md")).write(method.encode("utf-8", "replace"))
        package = stack.enter_context(whole_file(folder / "datapackage.json"))
        package.write(json_text(_package(about, resources)).encode() + b"\n")
    return Written({**files, "method.md": 1, "datapackage.json": len(resources)}, LOST)


def _package(about: About, resources: list[object]) -> dict[str, object]:
    return {
        "profile": "data-package",
        "name": "muster-export",
        "title": about.title,
        "created": about.made,
        "description": about.standing
        + ": who said what, in which paper, from how many origins. See method.md.",
        "resources": resources,
    }


def _resource(table: _Table, out: IO[bytes]) -> dict[str, object]:
    size, digest = _digest(out)
    schema: dict[str, object] = {
        "fields": [_field(name, kind, told) for name, (kind, told) in table.fields.items()],
        "missingValues": [""],
    }
    if "id" in table.fields:
        schema["primaryKey"] = ["id"]
    if table.to:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": ["id"]}}
            for column, other in table.to.items()
        ]
    return {
        "name": table.name, "title": table.title, "path": f"{table.name}.csv",
        "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "bytes": size, "hash": f"sha256:{digest}", "schema": schema,
    }  # fmt: skip


def _field(name: str, kind: str, told: str) -> dict[str, object]:
    field: dict[str, object] = {"name": name, "type": kind, "description": told}
    if name == "id":
        field["constraints"] = {"required": True, "unique": True}
    return field


def _digest(out: IO[bytes]) -> tuple[int, str]:
    """Size and SHA-256 of what was written, read back from the file."""
    out.flush()
    out.seek(0)
    digest = hashlib.file_digest(out, "sha256")  # type: ignore[arg-type]
    return out.tell(), digest.hexdigest()


def _documents(evidence: Evidence) -> Iterator[_Row]:
    sources = {s.id: s.name for s in evidence.sources()}
    for d in evidence.documents():
        text = evidence.text_of(d.id)
        language = text.language if text else "und"
        yield (
            d.id, sources.get(d.source), d.address, d.title, d.published, d.taken, language, d.url, d.sha256,
        )  # fmt: skip


def _claims(evidence: Evidence) -> Iterator[_Row]:
    for _, _, reading in evidence.readings({"claims"}):
        for c in reading.claims:
            who = c.said_by[0].name if c.said_by else None
            yield (
                c.id, c.passage.words, who, c.kind, c.basis, c.stance, c.own_voice, evidence.origin_of(c.id),
            )  # fmt: skip


def _reports(evidence: Evidence) -> Iterator[_Row]:
    for d, _, reading in evidence.readings({"claims"}):
        yield from ((c.id, d.id, c.passage.start, c.passage.stop) for c in reading.claims)


def _origins(evidence: Evidence) -> Iterable[_Row]:
    return ((o.id, o.name, number(len(o.claims))) for o in evidence.origins())


__all__ = ["LOST", "write_datapackage"]
