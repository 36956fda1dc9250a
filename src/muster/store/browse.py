"""Windows on the long lists, for eyes: some rows from a place on, and how many there are in all.

A list of a million claims must open as fast as one of ten, so nothing here reads more than it shows; the
whole list is the errand of the exports.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from muster.model.errors import NotFound, Usage
from muster.store import documents
from muster.store.codes import code, decode
from muster.store.file import ProjectFile
from muster.store.find import find

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Window:
    """``rows`` of a list from ``offset`` on; ``total``: how many the list has."""

    rows: tuple[Row, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class _List:
    """How one list is read. ``pick`` and ``keys`` find the rows of a window and read nothing else; ``tables``
    brings what is shown to those rows alone. The first column is the id, whose kind is ``kind``."""

    table: str
    kind: str
    columns: str
    pick: str
    keys: str
    tables: str
    order: str


_CUT = "CASE WHEN stop - start > 300 THEN substr(t.body, start + 1, 300) || '…' "
_WORDS = f"{_CUT}ELSE substr(t.body, start + 1, stop - start) END AS words"
# An untitled post is known by so many of its first characters.
BEGINS = 90
_BEGINS = f"CASE WHEN d.title IS NULL THEN substr(t.body, 1, {BEGINS}) END AS begins"


def _of_text(part: str, kind: str, columns: str, more: str = "", along: str = "") -> _List:
    """A list of what stands in texts, by the place of the document and its own in it."""
    return _List(
        part, kind, f"{columns}, d.id AS document, d.address, d.title, o.name AS source, d.published",
        f"documents d CROSS JOIN {part} x{along} ON x.document = d.key", "x.document AS one, x.n AS two",
        f"CROSS JOIN documents d ON d.key = k.one JOIN sources o ON o.key = d.source "
        f"CROSS JOIN {part} x ON x.document = k.one AND x.n = k.two{more}",
        "d.address, d.id, x.n",
    )  # fmt: skip


def _by_itself(table: str, kind: str, columns: str, key: str, order: str) -> _List:
    """A list of a table's own rows."""
    return _List(
        table,
        kind,
        columns,
        f"{table} x",
        f"x.{key} AS one",
        f"CROSS JOIN {table} x ON x.{key} = k.one",
        order,
    )


_LISTS = {
    "documents": _List(
        "documents", "doc",
        f"d.title, {_BEGINS}, d.address, s.name AS source, d.published, d.taken, d.size",
        "documents d", "d.key AS one",
        "CROSS JOIN documents d ON d.key = k.one JOIN sources s ON s.key = d.source "
        "LEFT JOIN texts t ON t.document = d.key",
        "d.address, d.id",
    ),
    "claims": _of_text(
        "claims", "claim", f"{_WORDS}, x.said_by, x.basis, x.stance, x.own_voice",
        " JOIN texts t ON t.document = d.key", " INDEXED BY claims_place",
    ),
    "quantities": _of_text(
        "quantities", "quantity", "x.words, x.low, x.high, x.unit, x.what, x.population, x.place"
    ),
    "times": _of_text("times", "time", "x.words, x.first, x.last, x.value, x.anchor"),
    "entities": _by_itself(
        "entities", "entity", "x.name, x.type, x.variants, x.protected", "key", "x.name, x.id"
    ),
    "origins": _by_itself(
        "origins", "origin",
        "x.name, (SELECT count(*) FROM origin_claims c WHERE c.origin = x.key) AS claims, x.reasons",
        "key", "x.name, x.id",
    ),
    "copies": _List(
        "copies", "copy",
        "x.kind, x.score, a.address AS copy_address, b.address AS original_address, x.directed, "
        "a.id AS copy, b.id AS original, a.title AS copy_title, b.title AS original_title, "
        f"CASE WHEN a.title IS NULL THEN substr(ta.body, 1, {BEGINS}) END AS copy_begins, "
        f"CASE WHEN b.title IS NULL THEN substr(tb.body, 1, {BEGINS}) END AS original_begins, "
        "s.name AS copy_source, o.name AS original_source",
        "copies x", "x.id AS one",
        "CROSS JOIN copies x ON x.id = k.one JOIN documents a ON a.key = x.copy "
        "JOIN documents b ON b.key = x.original JOIN sources s ON s.key = a.source "
        "JOIN sources o ON o.key = b.source LEFT JOIN texts ta ON ta.document = a.key "
        "LEFT JOIN texts tb ON tb.document = b.key",
        "x.id",
    ),
    "estimates": _by_itself(
        "estimates", "estimate",
        "x.question, x.low, x.high, x.unit, x.method, x.population, x.place, x.by_when, x.reports, "
        "x.as_written, json_array_length(coalesce(x.origins, '[]')) AS origins",
        "n", "x.n",
    ),
    "set-aside": _by_itself(
        "set_asides", "", "x.reason, x.record, x.detail, x.stage", "key", "x.record, x.key"
    ),
}  # fmt: skip
NOUNS = tuple(_LISTS)
_JSON = ("said_by", "variants", "reasons", "as_written")
# Columns that hold ids of another list.
_IDS = {"document": "doc", "copy": "doc", "original": "doc"}


def window(file: ProjectFile, noun: str, *, offset: int = 0, limit: int = 50, method: str = "") -> Window:
    """Rows of one list in its order. ``method``: only estimates of this method.

    Raises Usage for a list that there is not, or a window outside any list.
    """
    shape = _LISTS.get(noun)
    if shape is None or offset < 0 or not 0 < limit <= 1000 or (method and noun != "estimates"):
        raise Usage("there is no such list or no such part of it", record=noun)
    own = "d" if noun == "documents" else "x"
    where = f" WHERE {own}.method = ?" if method else ""
    given = (method,) if method else ()
    (total,) = file.db.execute(f"SELECT count(*) FROM {shape.table} {own}{where}", given).fetchone()
    order, skip, most = shape.order, offset, max(0, min(limit, total - offset))
    if offset > total // 2:
        # The way from the end is shorter.
        order = ", ".join(f"{column} DESC" for column in order.split(", "))
        skip = max(0, total - offset - most)
    id = f"{own}.id" if shape.kind else "NULL"
    found = file.db.execute(
        f"SELECT {id} AS id, {shape.columns} "
        f"FROM (SELECT {shape.keys} FROM {shape.pick}{where} ORDER BY {order} LIMIT ? OFFSET ?) k "
        f"{shape.tables} ORDER BY {shape.order}",
        (*given, most, skip),
    )
    names = [column[0] for column in found.description]
    rows = tuple(_row(names, row, shape.kind) for row in found)
    return Window(rows, offset, int(total))


def _row(names: Sequence[str], values: Sequence[Any], kind: str) -> Row:
    row = dict(zip(names, values, strict=True))
    for name, of in (("id", kind), *_IDS.items()):
        if row.get(name) is not None:
            row[name] = decode(row[name], of)
    for name in _JSON:
        if name in row:
            row[name] = json.loads(row[name]) if row[name] else []
    return row


def claims_of(file: ProjectFile, origin: str, *, offset: int = 0, limit: int = 50) -> Window:
    """The claims folded into an origin, in its order, each with its document and what that is a copy of."""
    key = (code(origin, "origin"),)
    (total,) = file.db.execute(
        "SELECT count(*) FROM origins o JOIN origin_claims c ON c.origin = o.key WHERE o.id = ?", key
    ).fetchone()
    found = file.db.execute(
        f"SELECT x.id, {_WORDS}, x.said_by, x.basis, x.stance, x.own_voice, d.id AS document, d.title, "
        "d.address, d.published, s.name AS source, "
        "(SELECT e.id FROM copies k JOIN documents e ON e.key = k.original "
        " WHERE k.copy = d.key AND k.directed ORDER BY k.score DESC, e.id LIMIT 1) AS original "
        "FROM origins o JOIN origin_claims c ON c.origin = o.key JOIN claims x ON x.id = c.claim "
        "JOIN documents d ON d.key = x.document JOIN texts t ON t.document = d.key "
        "JOIN sources s ON s.key = d.source WHERE o.id = ? ORDER BY c.n, d.address LIMIT ? OFFSET ?",
        (*key, limit, offset),
    )
    names = [column[0] for column in found.description]
    return Window(tuple(_row(names, row, "claim") for row in found), offset, int(total))


def taken_since(file: ProjectFile, at: str, *, limit: int = 200) -> Window:
    """Documents taken at ``at`` (ISO 8601) or later, the newest first, each with what it is a copy of."""
    (total,) = file.db.execute("SELECT count(*) FROM documents WHERE taken >= ?", (at,)).fetchone()
    found = file.db.execute(
        f"SELECT d.id, d.title, {_BEGINS}, d.address, s.name AS source, d.published, d.taken, "
        "(SELECT o.id FROM copies c JOIN documents o ON o.key = c.original "
        " WHERE c.copy = d.key AND c.directed ORDER BY c.score DESC, o.id LIMIT 1) AS original, "
        "(SELECT count(*) FROM claims x WHERE x.document = d.key) AS claims "
        "FROM (SELECT key FROM documents WHERE taken >= ? ORDER BY published DESC, key DESC LIMIT ?) k "
        "CROSS JOIN documents d ON d.key = k.key JOIN sources s ON s.key = d.source "
        "LEFT JOIN texts t ON t.document = d.key ORDER BY d.published DESC, d.key DESC",
        (at, limit),
    )
    names = [column[0] for column in found.description]
    return Window(tuple(_row(names, row, "doc") for row in found), 0, int(total))


def last_taken(file: ProjectFile) -> str | None:
    """When the newest document was taken; None in an empty project."""
    row = file.db.execute("SELECT max(taken) FROM documents").fetchone()
    return row[0] if row else None


def repeated_by(file: ProjectFile, document: str) -> tuple[str, str] | None:
    """(original, copy's id): what a document is shown to repeat, the closest; None: it repeats nothing."""
    found = file.db.execute(
        "SELECT o.id, c.id FROM copies c JOIN documents o ON o.key = c.original "
        "WHERE c.copy = ? AND c.directed ORDER BY c.score DESC, o.id LIMIT 1",
        (documents.key_of(file, document),),
    ).fetchone()
    return (decode(found[0], "doc"), decode(found[1], "copy")) if found else None


def copies_of(file: ProjectFile, document: str) -> tuple[Row, ...]:
    """What a document repeats and what repeats it, closest first. Raises NotFound."""
    key = documents.key_of(file, document)
    found = file.db.execute(
        "SELECT c.id, c.kind, c.score, c.directed, a.id AS copy, b.id AS original, "
        "a.address AS copy_address, b.address AS original_address, sa.name AS copy_source, "
        "sb.name AS original_source, "
        "a.published AS copy_published, b.published AS original_published FROM copies c "
        "JOIN documents a ON a.key = c.copy JOIN documents b ON b.key = c.original "
        "JOIN sources sa ON sa.key = a.source JOIN sources sb ON sb.key = b.source "
        "WHERE c.copy = ? OR c.original = ? ORDER BY c.score DESC, c.id LIMIT 60",
        (key, key),
    )
    names = [column[0] for column in found.description]
    return tuple(_row(names, row, "copy") for row in found)


def place_of(file: ProjectFile, id: str) -> tuple[str, int, int]:
    """(document, start, stop) of a claim, quantity, time, mention or event. Raises NotFound."""
    _kind, record = find(file, id)
    passage = getattr(record, "passage", None)
    if passage is None:
        raise NotFound("this record has no characters of its own", record=id)
    return documents.document_of_text(file, passage.text).id, passage.start, passage.stop


__all__ = [
    "BEGINS",
    "NOUNS",
    "Row",
    "Window",
    "claims_of",
    "copies_of",
    "last_taken",
    "place_of",
    "taken_since",
    "window",
]
