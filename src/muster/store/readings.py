"""Readings: what readers found, written and read back exactly, one text at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from muster.model.claims import Reading, ReadingContext, Unread
from muster.model.errors import RecordError
from muster.model.evidence import Document, Run, Text
from muster.store import documents, runs
from muster.store.codes import code, decode
from muster.store.custody import Ledger, Print
from muster.store.file import ProjectFile
from muster.store.records import Packed, Page, canonical, digest, pack, unpack
from muster.store.shelves import SHELVES, packed_of, record_of, row_of


def save_readings(file: ProjectFile, run: Run, readings: Sequence[Reading]) -> None:
    """Write readings; an older one of the same text goes. RecordError where a passage does not hold."""
    with file.writing() as ledger:
        add(file, ledger, run, readings)


def add(file: ProjectFile, ledger: Ledger, run: Run, readings: Sequence[Reading]) -> None:
    """The rows and one custody line, within a transaction."""
    places = [_place(file, reading) for reading in readings]
    packed = [pack(reading, page) for reading, (_, page) in zip(readings, places, strict=True)]
    prints = [
        Print(code(page.id, "text"), reading_digest(whole, page))
        for whole, (_, page) in zip(packed, places, strict=True)
    ]
    if not prints:
        return
    line = ledger.add_prints(run.started, "read", run.id, prints, runs.by(run))
    run_key = runs.key_of(file, run)
    pairs = enumerate(zip(places, packed, strict=True))
    write(file, [(key, page, whole, run_key, line, n) for n, ((key, page), whole) in pairs])


def _place(file: ProjectFile, reading: Reading) -> tuple[int, Page]:
    row = file.db.execute(
        "SELECT document, body FROM texts WHERE id = ?", (code(reading.text, "text"),)
    ).fetchone()
    if row is None:
        raise RecordError("this reading is of a text that is not in the project", record=reading.text)
    return row[0], Page(reading.text, row[1])


def reading_digest(packed: Packed, page: Page) -> bytes:
    """What the ledger says of a reading: every record, and the text that its passages stand in."""
    return digest(packed, hashlib.sha256(page.body.encode("utf-8", "surrogatepass")).digest())


def write(file: ProjectFile, packed: Sequence[tuple[int, Page, Packed, int, int, int]]) -> None:
    """The rows of packed readings: (document key, text, reading, run key, custody line, number under it)."""
    many = file.db.executemany
    many("DELETE FROM readings WHERE document = ?", ((key,) for key, *_ in packed))
    many(
        "INSERT INTO readings (document, reader, run, understood, characters, unread, notes, line, n) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (key, w["reader"], run, w.get("understood", 0), w.get("characters", 0),
             _list(w.get("unread")), _list(w.get("notes")), line, n)
            for key, _page, w, run, line, n in packed
        ),
    )  # fmt: skip
    numbers = [_numbers(whole) for _, _, whole, *_ in packed]
    for shelf in SHELVES:
        many(
            shelf.insert,
            (
                (key, n, *row_of(shelf, record, page, known))
                for (key, page, whole, *_), known in zip(packed, numbers, strict=True)
                for n, record in enumerate(whole.get(shelf.part, ()))
            ),
        )


def _list(value: list[Any] | None) -> str | None:
    return canonical(value).decode() if value else None


def _numbers(whole: Packed) -> Mapping[str, Mapping[str, int]]:
    # From the end, so that of two records with one id the first is meant.
    return {
        kind: {each["id"]: n for n, each in reversed(list(enumerate(whole.get(part, ()))))}
        for kind, part in (("claim", "claims"), ("event", "events"))
    }


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


def reading_at(file: ProjectFile, key: int, text: Text, only: Collection[str] = ()) -> Reading | None:
    """The reading of one document; with ``only`` just these parts of it (``claims``, ``mentions`` …)."""
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
        rows = file.db.execute(shelf.select, (key,)).fetchall()
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


def reading_of(file: ProjectFile, document: str) -> Reading | None:
    """The reading of a document, or None where it was not read. Raises NotFound."""
    key = documents.key_of(file, document)
    text = documents.text_at(file, key, document)
    return reading_at(file, key, text) if text is not None else None


def readings(file: ProjectFile, only: Collection[str] = ()) -> Iterator[tuple[Document, Text, Reading]]:
    """Every reading with its document and text, by address, then id; one at a time in memory.

    ``only``: the parts that are wanted, all where none is named; a quantity names its claim only where
    claims are among them.
    """
    keys = [
        key
        for (key,) in file.db.execute(
            "SELECT d.key FROM readings r JOIN documents d ON d.key = r.document ORDER BY d.address, d.id"
        )
    ]
    for key, document in documents.documents_at(file, keys):
        text = documents.text_at(file, key, document.id)
        if text is not None and (reading := reading_at(file, key, text, only)) is not None:
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
    "add", "count_to_read", "packed_at", "reading_at", "reading_digest", "reading_of", "readings",
    "save_readings", "texts_to_read", "write",
]  # fmt: skip
