"""Readings: what readers found, written and read back exactly, one text at a time."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from muster.model.claims import Reading, ReadingContext, ReadingPart, Unread
from muster.model.errors import RecordError
from muster.model.evidence import Document, Run, Text
from muster.store import documents, runs
from muster.store.codes import code, decode
from muster.store.custody import Ledger, Print
from muster.store.file import ProjectFile
from muster.store.prepared import Prepared, prepare
from muster.store.records import Packed, Page, unpack
from muster.store.shelves import SHELVES, packed_of, record_of


def save_readings(file: ProjectFile, run: Run, found: Sequence[Reading | Prepared]) -> None:
    """Write readings; an older one of the same text goes. RecordError where a passage does not hold."""
    with file.writing() as ledger:
        add(file, ledger, run, found)


def add(file: ProjectFile, ledger: Ledger, run: Run, found: Sequence[Reading | Prepared]) -> None:
    """The rows and one custody line, within a transaction."""
    if not found:
        return
    placed = [_placed(file, each) for each in found]
    prints = [Print(ready.text, ready.digest) for _, ready in placed]
    line = ledger.add_prints(run.started, "read", run.id, prints, runs.by(run))
    run_key = runs.key_of(file, run)
    many = file.db.executemany
    many("DELETE FROM readings WHERE document = ?", ((key,) for key, _ in placed))
    many(
        "INSERT INTO readings (document, reader, understood, characters, unread, notes, run, line, n) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((key, *ready.head, run_key, line, n) for n, (key, ready) in enumerate(placed)),
    )
    for number, shelf in enumerate(SHELVES):
        many(
            shelf.insert,
            ((key, n, *row) for key, ready in placed for n, row in enumerate(ready.rows[number])),
        )


def _placed(file: ProjectFile, each: Reading | Prepared) -> tuple[int, Prepared]:
    """The document's key, and the reading made ready against the text as it is kept."""
    text = each.text if isinstance(each, Prepared) else code(each.text, "text")
    row = file.db.execute("SELECT document, sha256 FROM texts WHERE id = ?", (text,)).fetchone()
    named = decode(text, "text")
    if row is None:
        raise RecordError("this reading is of a text that is not in the project", record=named)
    if isinstance(each, Reading):
        (body,) = file.db.execute("SELECT body FROM texts WHERE id = ?", (text,)).fetchone()
        each = prepare(each, body)
    if each.body != row[1]:
        raise RecordError("this reading was made of other characters than those of its text", record=named)
    return row[0], each


# Reading back -----------------------------------------------------------------------------------------


def packed_at(file: ProjectFile, key: int, page: Page) -> Packed | None:
    """The packed reading of one document, as its rows say; None where it was not read."""
    row = file.db.execute(
        "SELECT reader, understood, characters, unread, notes FROM readings WHERE document = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    whole: Packed = {"text": page.id, "reader": row[0]}
    ids: dict[str, list[str]] = {}
    for shelf in SHELVES:
        rows = file.db.execute(shelf.select, (key,)).fetchall()
        if shelf.kind:
            ids[shelf.kind] = [decode(r[0], shelf.kind) for r in rows]
        if rows:
            whole[shelf.part] = [packed_of(shelf, r, page, ids) for r in rows]
    for name, value in (("understood", row[1]), ("characters", row[2])):
        if value:
            whole[name] = value
    for name, stored in (("unread", row[3]), ("notes", row[4])):
        if stored:
            whole[name] = json.loads(stored)
    return whole


def reading_at(
    file: ProjectFile,
    key: int,
    text: Text,
    only: Collection[ReadingPart] = (),
    without: frozenset[str] = frozenset(),
) -> Reading | None:
    """The reading of one document; with ``only`` just these parts of it (``claims``, ``mentions`` …), their
    fields that are named in ``without`` as if they were empty: a third of the time goes into them."""
    row = file.db.execute(
        "SELECT reader, understood, characters, unread, notes FROM readings WHERE document = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    reader, understood, characters, unread, notes = row
    page = Page(text.id, text.body)
    parts: dict[str, Any] = {}
    ids: dict[str, list[str]] = {}
    for shelf in SHELVES:
        if only and shelf.part not in only:
            continue
        rows = file.db.execute(shelf.selecting(without), (key,)).fetchall()
        if shelf.kind:
            ids[shelf.kind] = [decode(r[0], shelf.kind) for r in rows]
        parts[shelf.part] = tuple([record_of(shelf, r, page, ids) for r in rows])
    return Reading(
        text.id,
        reader,
        **parts,
        understood=understood,
        characters=characters,
        unread=tuple(unpack(Unread, u) for u in json.loads(unread)) if unread else (),
        notes=tuple(json.loads(notes)) if notes else (),
    )


def reading_of(
    file: ProjectFile,
    document: str,
    only: Collection[ReadingPart] = (),
    without: frozenset[str] = frozenset(),
) -> Reading | None:
    """The reading of a document, or ``only`` these parts, their fields ``without`` those named; None where it
    was not read. Raises NotFound."""
    key = documents.key_of(file, document)
    text = documents.text_at(file, key, document)
    return reading_at(file, key, text, only, without) if text is not None else None


def readings(
    file: ProjectFile, only: Collection[ReadingPart] = (), without: frozenset[str] = frozenset()
) -> Iterator[tuple[Document, Text, Reading]]:
    """Every reading with its document and text, by address, then id; one at a time in memory.

    ``only``: the parts that are wanted, all where none is named; a quantity names its claim only where
    claims are among them. ``without``: fields of them that nobody will look at.
    """
    keys = [
        key
        for (key,) in file.db.execute(
            "SELECT d.key FROM readings r JOIN documents d ON d.key = r.document ORDER BY d.address, d.id"
        )
    ]
    for key, document in documents.documents_at(file, keys):
        text = documents.text_at(file, key, document.id)
        if text is not None and (reading := reading_at(file, key, text, only, without)) is not None:
            yield document, text, reading


_UNREAD = (
    "FROM texts t LEFT JOIN readings r ON r.document = t.document AND r.reader = ? WHERE r.document IS NULL"
)


def count_to_read(file: ProjectFile, reader: str) -> int:
    """How many texts this reader has not read."""
    (number,) = file.db.execute(f"SELECT count(*) {_UNREAD}", (reader,)).fetchone()
    return int(number)


def texts_to_read(file: ProjectFile, reader: str) -> Iterator[tuple[Text, ReadingContext]]:
    """Texts that this reader has not read, by address, then id, with what it may know beside their words."""
    waiting = {key for (key,) in file.db.execute(f"SELECT t.document {_UNREAD}", (reader,))}
    names = {source.id: source for source in documents.sources(file)}
    keys = [key for key in documents.ordered_keys(file) if key in waiting] if waiting else []
    for key, document in documents.documents_at(file, keys):
        text = documents.text_at(file, key, document.id)
        if text is not None:
            source = names[document.source]
            yield text, ReadingContext(
                document.published, source.name, source.kind, document.title,
                source_protected=source.protected,
            )  # fmt: skip


__all__ = [
    "add", "count_to_read", "packed_at", "reading_at", "reading_of", "readings", "save_readings",
    "texts_to_read",
]  # fmt: skip
