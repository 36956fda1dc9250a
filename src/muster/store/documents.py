"""Sources, documents, their texts and bytes; what was set aside; files taken to their end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from muster.model.errors import NotFound, RecordError
from muster.model.evidence import Document, FileSeen, Run, SetAside, Source, Taken, Text
from muster.model.ids import make_id
from muster.store import blobs, runs
from muster.store.codes import code, decode
from muster.store.custody import Ledger, Print
from muster.store.file import ProjectFile
from muster.store.folding import folded
from muster.store.records import digest, pack

_DOCUMENT = (
    "d.id, s.id, d.address, b.sha256, d.media_type, d.taken, d.published, d.published_by, d.title, "
    "d.author, d.url, d.forwarded_from, d.losses, d.size"
)
_FROM = "documents d JOIN sources s ON s.key = d.source JOIN blobs b ON b.key = d.blob"
# A page of keys: few enough that the words of one page fit in memory, many enough to be quick.
_PAGE = 200


def save_taken(file: ProjectFile, run: Run, items: Sequence[Taken | SetAside | FileSeen]) -> int:
    """Write what is new among ``items``; returns the number of new documents."""
    with file.writing() as ledger:
        save = Batch(file, run, ledger)
        for item in items:
            if isinstance(item, Taken):
                save.taken(item, at=item.document.taken, by=runs.by(run))
            elif isinstance(item, SetAside):
                save.set_aside(item)
            else:
                save.file_seen(item)
        save.write()
    return save.new


class Batch:
    """Rows of one transaction, gathered and then written table by table."""

    def __init__(self, file: ProjectFile, run: Run, ledger: Ledger) -> None:
        self.file, self.db, self.run, self.ledger = file, file.db, run, ledger
        self.run_key = runs.key_of(file, run)
        self.new = 0
        self._next_document = self._after("documents")
        self._next_blob = self._after("blobs")
        self._seen: set[str] = set()
        self._sources: dict[str, tuple[int, Source]] = {}
        self._blobs: dict[bytes, int] = {}
        self._blob_rows: list[tuple[Any, ...]] = []
        self._documents: list[tuple[Any, ...]] = []
        self._texts: list[tuple[Any, ...]] = []
        self._asides: list[SetAside] = []
        self._files: list[FileSeen] = []

    def _after(self, table: str) -> int:
        (last,) = self.db.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()
        return int(last) + 1

    def taken(self, item: Taken, *, at: str, by: str) -> None:
        """A document, if it is new; one that was forgotten is set aside instead."""
        document, text = item.document, item.text
        if document.id in self._seen or is_known(self.file, document.id):
            return
        self._seen.add(document.id)
        if (tomb := tombstone(self.file, document.id)) is not None:
            self.set_aside(SetAside(document.id, "forgotten", f"deleted on {tomb}; it is not taken again"))
            return
        _agrees(item)
        key = self._next_document
        self._next_document += 1
        body_sha = _utf8_sha(text.body) if text else b""
        source_key, source = self._source(item.source)
        line = self.ledger.add(at, "taken", document.id, document_digest(source, document, text), by)
        blob = self._blob(item, key)
        self._documents.append(
            (
                key, code(document.id, "doc"), source_key, document.address, blob,
                document.media_type, document.taken, document.published, document.published_by,
                document.title, document.author, document.url, document.forwarded_from,
                json.dumps(document.losses, ensure_ascii=False) if document.losses else None,
                document.size, line,
            )
        )  # fmt: skip
        if text is not None:
            self._texts.append((key, code(text.id, "text"), text.language, text.made_by, body_sha, text.body))
        self.new += 1

    def set_aside(self, item: SetAside) -> None:
        """A reason; kept once."""
        self._asides.append(item)

    def file_seen(self, item: FileSeen) -> None:
        """A file taken to its end, if it is not known so already."""
        if seen_file(self.file, item.address) != item:
            self._files.append(item)

    def _source(self, source: Source) -> tuple[int, Source]:
        """The key of a source, and the source as the first to name it said that it is."""
        if source.id not in self._sources:
            packed_id = code(source.id, "source")
            self.db.execute(
                "INSERT OR IGNORE INTO sources (id, name, kind, protected) VALUES (?, ?, ?, ?)",
                (packed_id, source.name, source.kind, source.protected),
            )
            row = self.db.execute(
                "SELECT key, id, name, kind, protected FROM sources WHERE id = ?", (packed_id,)
            ).fetchone()
            self._sources[source.id] = row[0], source_from(row[1:])
        return self._sources[source.id]

    def _blob(self, item: Taken, document: int) -> int:
        sha = bytes.fromhex(item.document.sha256)
        if sha not in self._blobs:
            row = self.db.execute("SELECT key FROM blobs WHERE sha256 = ?", (sha,)).fetchone()
            if row is None:
                body = item.text.body if item.text else None
                kept = blobs.packed(item.original, body, document)
                row = (self._next_blob,)
                self._next_blob += 1
                self._blob_rows.append((row[0], sha, *kept))
            self._blobs[sha] = row[0]
        return self._blobs[sha]

    def write(self) -> None:
        """All rows gathered, with their custody lines."""
        self.ledger.write()
        self._write_documents()
        changed = [f for f in self._files if self._changed(f)]
        self._write_asides(changed)
        self._write_files()

    def _write_documents(self) -> None:
        many = self.db.executemany
        many(
            "INSERT INTO blobs (key, sha256, packing, bytes, document) VALUES (?, ?, ?, ?, ?)",
            self._blob_rows,
        )
        many(f"INSERT INTO documents VALUES ({', '.join('?' * 16)})", self._documents)
        many(
            "INSERT INTO texts (document, id, language, made_by, sha256, body) VALUES (?, ?, ?, ?, ?, ?)",
            self._texts,
        )
        terms = self.file.index_terms
        many(
            "INSERT INTO search (rowid, surface, lemmas) VALUES (?, ?, ?)",
            ((t[0], folded(t[5]), folded(terms(t[5], t[2]))) for t in self._texts),
        )

    def _changed(self, item: FileSeen) -> bool:
        before = seen_file(self.file, item.address)
        return before is not None and before.sha256 != item.sha256

    def _write_asides(self, changed: Sequence[FileSeen]) -> None:
        # Other bytes at an address: what was wrong with the old ones no longer holds.
        stale = [row for f in changed for row in self._stale(f.address)]
        prints = [Print(row[1], None) for row in stale]
        rows: list[list[Any]] = []
        known: set[bytes] = set()
        for item in self._asides:
            own = aside_id(item)
            there = self.db.execute("SELECT 1 FROM set_asides WHERE id = ?", (own,)).fetchone()
            if own in known or (there and own not in {row[1] for row in stale}):
                continue
            known.add(own)
            rows.append([own, item.record, item.reason, item.detail, item.stage, self.run_key, len(prints)])
            prints.append(Print(own, aside_digest(item)))
        if not prints:
            return
        line = self.ledger.add_prints(self.run.started, "set aside", self.run.id, prints, runs.by(self.run))
        self.db.executemany("DELETE FROM set_asides WHERE key = ?", ((row[0],) for row in stale))
        self.db.executemany(
            "INSERT INTO set_asides (id, record, reason, detail, stage, run, n, line) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((*row, line) for row in rows),
        )

    def _stale(self, address: str) -> list[tuple[int, bytes]]:
        return self.db.execute(
            "SELECT key, id FROM set_asides WHERE run <> ? AND stage = 'take' AND (record = ? "
            "OR (record >= ? AND record < ?) OR (record >= ? AND record < ?)) ORDER BY key",
            (self.run_key, address, f"{address}!/", f"{address}!0", f"{address}#", f"{address}$"),
        ).fetchall()

    def _write_files(self) -> None:
        if not self._files:
            return
        prints = [Print(file_id(f.address), digest(pack(f))) for f in self._files]
        line = self.ledger.add_prints(self.run.started, "files", self.run.id, prints, runs.by(self.run))
        self.db.executemany(
            "INSERT OR REPLACE INTO files (address, sha256, size, modified_ns, documents, set_aside, "
            "line, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (f.address, bytes.fromhex(f.sha256), f.size, f.modified_ns, f.documents, f.set_aside, line, n)
                for n, f in enumerate(self._files)
            ),
        )


def _agrees(item: Taken) -> None:
    if item.document.source != item.source.id:
        raise RecordError("the document is not from the source beside it", record=item.document.id)
    if item.text is not None and item.text.document != item.document.id:
        raise RecordError("the text is not of the document beside it", record=item.document.id)
    if hashlib.sha256(item.original).hexdigest() != item.document.sha256:
        raise RecordError("the bytes are not those that the document's sha256 names", record=item.document.id)


def _utf8_sha(body: str) -> bytes:
    try:
        return hashlib.sha256(body.encode("utf-8")).digest()
    except UnicodeEncodeError as error:
        raise RecordError(
            f"half a character (a lone surrogate) at {error.start} cannot be kept; the taker must replace it"
        ) from error


def document_digest(source: Source, document: Document, text: Text | None) -> bytes:
    """What a custody line says of a document: its row, its source's, its text's, and the text's own hash."""
    of_text = [text.id, text.language, text.made_by, _utf8_sha(text.body).hex()] if text else None
    return digest([pack(source), pack(document), of_text])


def aside_id(item: SetAside) -> bytes:
    """The key of a reason to set something aside."""
    return bytes.fromhex(
        make_id("aside", item.stage, item.record, item.reason, item.detail).removeprefix("aside-")
    )


def aside_digest(item: SetAside) -> bytes:
    """What a custody line says of it."""
    return digest(pack(item))


def file_id(address: str) -> bytes:
    """The key of a file's print; the address itself may hold words."""
    return bytes.fromhex(make_id("file", address).removeprefix("file-"))


# Reading ---------------------------------------------------------------------------------------------


def is_known(file: ProjectFile, document: str) -> bool:
    """Whether a document is in the project."""
    found = file.db.execute("SELECT 1 FROM documents WHERE id = ?", (code(document, "doc"),)).fetchone()
    return found is not None


def tombstone(file: ProjectFile, record: str) -> str | None:
    """When a record was forgotten, or None."""
    row = file.db.execute(
        "SELECT c.at FROM forgotten f JOIN custody c ON c.seq = f.line WHERE f.id = ?", (record,)
    ).fetchone()
    return row[0] if row else None


def seen_file(file: ProjectFile, address: str) -> FileSeen | None:
    """The file as it was when it was last taken to its end."""
    row = file.db.execute(
        "SELECT sha256, size, modified_ns, documents, set_aside FROM files WHERE address = ?", (address,)
    ).fetchone()
    return FileSeen(address, row[0].hex(), *row[1:]) if row else None


def sources(file: ProjectFile) -> Iterator[Source]:
    """Every source, by name."""
    for row in file.db.execute("SELECT id, name, kind, protected FROM sources ORDER BY name, id"):
        yield source_from(row)


def source_from(row: Sequence[Any]) -> Source:
    """A source from its id, name, kind and protected."""
    return Source(decode(row[0], "source"), row[1], row[2], bool(row[3]))


def ordered_keys(file: ProjectFile) -> list[int]:
    """The keys of all documents by address, then id: a list of numbers, so that writing may go on between."""
    return [k for (k,) in file.db.execute("SELECT key FROM documents ORDER BY address, id")]


def documents(file: ProjectFile) -> Iterator[Document]:
    """Every document, by address, then id."""
    for _key, document in documents_at(file, ordered_keys(file)):
        yield document


def documents_at(file: ProjectFile, keys: Sequence[int]) -> Iterator[tuple[int, Document]]:
    """Documents by their keys, in that order."""
    for page in pages(keys):
        marks = ", ".join("?" * len(page))
        rows = file.db.execute(f"SELECT d.key, {_DOCUMENT} FROM {_FROM} WHERE d.key IN ({marks})", page)
        found = {row[0]: _document(row[1:]) for row in rows}
        yield from ((key, found[key]) for key in page if key in found)


def pages(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """Keys by the page."""
    for start in range(0, len(keys), _PAGE):
        yield keys[start : start + _PAGE]


def document(file: ProjectFile, id: str) -> Document:
    """One document. Raises NotFound."""
    row = file.db.execute(f"SELECT {_DOCUMENT} FROM {_FROM} WHERE d.id = ?", (code(id, "doc"),)).fetchone()
    if row is None:
        raise not_found("document", id)
    return _document(row)


def below(file: ProjectFile, prefix: str) -> Iterator[Document]:
    """Documents whose address begins with ``prefix``, by address, then id."""
    keys = file.db.execute(
        "SELECT key FROM documents WHERE address >= ? AND address < ? ORDER BY address, id",
        (prefix, prefix + "\U0010ffff"),
    )
    for _key, found in documents_at(file, [key for (key,) in keys]):
        yield found


def of_bytes(file: ProjectFile, sha256: str) -> list[str]:
    """The ids of the documents that have these bytes, sorted."""
    found = file.db.execute(
        "SELECT d.id FROM documents d JOIN blobs b ON b.key = d.blob WHERE b.sha256 = ? ORDER BY d.id",
        (bytes.fromhex(sha256),),
    )
    return [decode(id, "doc") for (id,) in found]


def not_found(noun: str, id: str) -> NotFound:
    """The error for an unknown id."""
    return NotFound(f"no {noun} {id} in this project", next_step=f"'muster {noun}s' lists what there is")


def key_of(file: ProjectFile, id: str) -> int:
    """The key of a document. Raises NotFound."""
    row = file.db.execute("SELECT key FROM documents WHERE id = ?", (code(id, "doc"),)).fetchone()
    if row is None:
        raise not_found("document", id)
    return int(row[0])


def text_at(file: ProjectFile, key: int, document: str) -> Text | None:
    """The text of the document with this key and id."""
    row = file.db.execute(
        "SELECT id, body, language, made_by FROM texts WHERE document = ?", (key,)
    ).fetchone()
    return Text(decode(row[0], "text"), document, *row[1:]) if row else None


def text_of(file: ProjectFile, id: str) -> Text | None:
    """The text of a document, or None where nothing could be read from it. Raises NotFound."""
    return text_at(file, key_of(file, id), id)


def document_of_text(file: ProjectFile, text: str) -> Document:
    """The document that a text was made of. Raises NotFound."""
    row = file.db.execute(
        f"SELECT {_DOCUMENT} FROM {_FROM} JOIN texts t ON t.document = d.key WHERE t.id = ?",
        (code(text, "text"),),
    ).fetchone()
    if row is None:
        raise not_found("text", text)
    return _document(row)


def original(file: ProjectFile, id: str) -> bytes:
    """The bytes of a document as they were taken. Raises NotFound, IntegrityBroken."""
    row = file.db.execute("SELECT blob FROM documents WHERE id = ?", (code(id, "doc"),)).fetchone()
    if row is None:
        raise not_found("document", id)
    return blobs.unpacked(file.db, row[0])


def set_asides(file: ProjectFile) -> Iterator[SetAside]:
    """What could not be used, by record."""
    yield from (SetAside(*row) for row in file.db.execute(
        "SELECT record, reason, detail, stage FROM set_asides ORDER BY record, stage, reason, detail"
    ))  # fmt: skip


def _document(row: Sequence[Any]) -> Document:
    losses = tuple(json.loads(row[12])) if row[12] else ()
    values = (row[2], row[3].hex(), *row[4:12], losses, row[13])
    return Document(
        decode(row[0], "doc"), decode(row[1], "source"), *values,
    )  # fmt: skip


__all__ = [
    "Batch", "aside_digest", "aside_id", "document", "document_digest", "document_of_text", "documents",
    "documents_at", "file_id", "is_known", "key_of", "not_found", "ordered_keys", "original", "pages",
    "save_taken", "seen_file", "set_asides", "source_from", "sources", "text_at", "text_of", "tombstone",
]  # fmt: skip
