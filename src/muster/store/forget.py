"""Really delete: rows, index, bytes, log, free pages and the backups we made. A tombstone stays."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from muster.model.errors import Refused, Usage
from muster.store import blobs, derived, records
from muster.store.codes import code, decode
from muster.store.custody import START, Ledger, Print
from muster.store.documents import file_id
from muster.store.file import ProjectFile
from muster.store.find import resolve
from muster.store.folding import folded


def forget(file: ProjectFile, id: str, *, reason: str, by: str, now: str) -> str:
    """Delete a document, all documents of a source, a judgement or a case; returns the full id.

    Everything derived is thrown away with it, since links and estimates quote words: link and count
    again. The custody line of a document stays (id and digest) beside a new line ``forgotten``.
    Raises NotFound; Usage for a derived record; Refused where a backup could not be made anew.
    """
    place, full = resolve(file, id)
    with file.writing() as ledger:
        if place.kind == "judgement":
            _forget_judgements(file, ledger, [full], reason, by, now)
        elif place.kind == "case":
            _forget_case(file, ledger, full, reason, by, now)
        else:
            keys = _documents_meant(file, place.kind, full)
            for key in keys:
                _forget_document(file, ledger, key, reason, by, now)
            _forget_sources(file)
            file.db.execute("INSERT INTO search (search) VALUES ('optimize')")
        if place.kind != "case":
            derived.clear(file, ledger, now, by)
    purge(file)
    refresh_backups(file)
    return full


def _documents_meant(file: ProjectFile, kind: str, id: str) -> list[int]:
    where = {"doc": "d.id = ?", "source": "s.id = ?", "text": "t.id = ?"}.get(kind)
    if where is None:
        raise Usage(
            f"a {kind} cannot be forgotten by itself: it would come back when the document is read again",
            record=id,
            next_step="forget its document; 'muster why' names it",
        )
    rows = file.db.execute(
        "SELECT d.key FROM documents d JOIN sources s ON s.key = d.source "
        f"LEFT JOIN texts t ON t.document = d.key WHERE {where} ORDER BY d.key",
        (code(id, kind),),
    )
    return [key for (key,) in rows]


def _forget_document(file: ProjectFile, ledger: Ledger, key: int, reason: str, by: str, now: str) -> None:
    db = file.db
    stored, address, title, blob, taken = db.execute(
        "SELECT d.id, d.address, coalesce(nullif(d.title, ''), d.address), d.blob, c.digest "
        "FROM documents d JOIN custody c ON c.seq = d.line WHERE d.key = ?",
        (key,),
    ).fetchone()
    id = decode(stored, "doc")
    _bury(ledger, id, taken, reason, by, now)
    text = db.execute("SELECT id, body, language FROM texts WHERE document = ?", (key,)).fetchone()
    if text is not None:
        _unindex(file, key, text[1], text[2])
    _forget_judgements(file, ledger, _judged_only_here(db, blob, key), reason, by, now)
    _save_shared_bytes(db, blob, key)
    for table in ("copies", "entity_uses"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM documents WHERE key = ?", (key,))
    db.execute("DELETE FROM blobs WHERE key = ? AND key NOT IN (SELECT blob FROM documents)", (blob,))
    db.execute(
        "DELETE FROM alerts WHERE record = ? OR instr(words, ?) OR instr(words, ?)", (id, address, title)
    )
    _forget_address(file, ledger, id, decode(text[0], "text") if text else "", address, by, now)


def _bury(ledger: Ledger, id: str, digest: bytes, reason: str, by: str, now: str) -> None:
    line = ledger.add(now, "forgotten", id, tombstone_digest(digest, reason), by)
    ledger.write()
    ledger.db.execute("INSERT INTO forgotten (id, line, reason) VALUES (?, ?, ?)", (id, line, reason))


def was_forgotten(file: ProjectFile, id: str) -> bool:
    """Whether a tombstone stands for this id."""
    return file.db.execute("SELECT 1 FROM forgotten WHERE id = ?", (id,)).fetchone() is not None


def tombstone_digest(digest: bytes, reason: str) -> bytes:
    """What the ledger says of a tombstone: the digest of what is gone, and why."""
    return records.digest(digest.hex(), reason)


def _unindex(file: ProjectFile, key: int, body: str, language: str) -> None:
    """Out of the index; if the base forms have changed since, the whole index is made anew."""
    db = file.db
    db.execute(
        "INSERT INTO search (search, rowid, surface, lemmas) VALUES ('delete', ?, ?, ?)",
        (key, folded(body), folded(file.index_terms(body, language))),
    )
    db.execute("CREATE VIRTUAL TABLE temp.still USING fts5vocab (main, search, instance)")
    left = db.execute("SELECT 1 FROM temp.still WHERE doc = ? LIMIT 1", (key,)).fetchone()
    db.execute("DROP TABLE temp.still")
    if left is not None:
        _index_anew(file, without=key)


def _index_anew(file: ProjectFile, *, without: int) -> None:
    db = file.db
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    for (key,) in db.execute("SELECT document FROM texts WHERE document <> ?", (without,)).fetchall():
        body, language = db.execute("SELECT body, language FROM texts WHERE document = ?", (key,)).fetchone()
        db.execute(
            "INSERT INTO search (rowid, surface, lemmas) VALUES (?, ?, ?)",
            (key, folded(body), folded(file.index_terms(body, language))),
        )


def _judged_only_here(db: sqlite3.Connection, blob: int, key: int) -> list[str]:
    """Judgements whose words are of these bytes, unless the same bytes stand in another document."""
    if db.execute("SELECT 1 FROM documents WHERE blob = ? AND key <> ?", (blob, key)).fetchone():
        return []
    (sha,) = db.execute("SELECT sha256 FROM blobs WHERE key = ?", (blob,)).fetchone()
    found = []
    for id, subject in db.execute("SELECT id, subject FROM judgements ORDER BY key"):
        if any(anchor["sha256"] == sha.hex() for anchor in json.loads(subject)):
            found.append(decode(id, "judgement"))
    return found


def _forget_judgements(
    file: ProjectFile, ledger: Ledger, ids: Sequence[str], reason: str, by: str, now: str
) -> None:
    for id in ids:
        stored = code(id, "judgement")
        (digest,) = file.db.execute(
            "SELECT c.digest FROM judgements j JOIN custody c ON c.seq = j.line WHERE j.id = ?", (stored,)
        ).fetchone()
        _bury(ledger, id, digest, reason, by, now)
        file.db.execute("DELETE FROM judgements WHERE id = ?", (stored,))


def _forget_case(file: ProjectFile, ledger: Ledger, id: str, reason: str, by: str, now: str) -> None:
    """A client withdraws: the case and every step. What other cases say of it is a bare id."""
    key, digest = file.db.execute(
        "SELECT t.key, c.digest FROM cases t JOIN custody c ON c.seq = t.line WHERE t.id = ?",
        (code(id, "case"),),
    ).fetchone()
    steps = file.db.execute(
        "SELECT s.id, c.digest FROM steps s JOIN custody c ON c.seq = s.line "
        'WHERE s."case" = ? ORDER BY s.key',
        (key,),
    ).fetchall()
    _bury(ledger, id, digest, reason, by, now)
    for step, own in steps:
        _bury(ledger, decode(step, "step"), own, reason, by, now)
    file.db.execute('DELETE FROM steps WHERE "case" = ?', (key,))
    file.db.execute("DELETE FROM cases WHERE key = ?", (key,))


def _save_shared_bytes(db: sqlite3.Connection, blob: int, key: int) -> None:
    """Another document has the same bytes, and they stand in this one's text only: keep them for it."""
    (holder,) = db.execute("SELECT document FROM blobs WHERE key = ?", (blob,)).fetchone()
    if holder != key:
        return
    heirs = db.execute("SELECT key FROM documents WHERE blob = ? AND key <> ?", (blob, key)).fetchall()
    if heirs:
        # No body given: the heir's text may have been made otherwise, so the bytes are kept as bytes.
        kept = blobs.packed(blobs.unpacked(db, blob), None, 0)
        db.execute("UPDATE blobs SET packing = ?, bytes = ?, document = ? WHERE key = ?", (*kept, blob))


def _forget_address(
    file: ProjectFile, ledger: Ledger, document: str, text: str, address: str, by: str, now: str
) -> None:
    """What was set aside of it, and that its file was seen: a file's name may hold words too."""
    db = file.db
    (others,) = db.execute("SELECT count(*) FROM documents WHERE address = ?", (address,)).fetchone()
    asides = db.execute(
        "SELECT key, id FROM set_asides WHERE record IN (?, ?) OR (record = ? AND NOT ?)",
        (document, text, address, others),
    ).fetchall()
    if asides:
        ledger.add_prints(now, "set aside", document, [Print(id, None) for _, id in asides], by)
        db.executemany("DELETE FROM set_asides WHERE key = ?", ((key,) for key, _ in asides))
    if db.execute("SELECT 1 FROM files WHERE address = ?", (address,)).fetchone() and not others:
        ledger.add_prints(now, "files", document, [Print(file_id(address), None)], by)
        db.execute("DELETE FROM files WHERE address = ?", (address,))


def _forget_sources(file: ProjectFile) -> None:
    file.db.execute("DELETE FROM sources WHERE key NOT IN (SELECT source FROM documents)")


# The file itself -------------------------------------------------------------------------------------


def purge(file: ProjectFile) -> None:
    """Nothing of what was deleted stays in the log, in free pages or between rows. Raises Refused.

    A line of the ledger says that it was done: killed before, the next to open the project does it.
    """
    file.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    file.db.execute("VACUUM")
    (busy, *_) = file.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Refused(
            "the words are out of the project, but another program keeps its old log open",
            record=str(file.path),
            next_step="close every other program that reads this file, then give any command that writes",
        )
    at, record, by = file.db.execute(
        "SELECT at, record, \"by\" FROM custody WHERE what = 'forgotten' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    with file.writing() as ledger:
        ledger.add(at, "purged", record, START, by)


def purge_if_due(file: ProjectFile) -> None:
    """Finish a deletion that was interrupted; tried again later where somebody still reads."""
    (due,) = file.db.execute(
        "SELECT coalesce(max(seq) FILTER (WHERE what = 'forgotten'), 0) "
        "> coalesce(max(seq) FILTER (WHERE what = 'purged'), 0) FROM custody"
    ).fetchone()
    if due:
        with contextlib.suppress(Refused):
            purge(file)
            refresh_backups(file)


def backup(file: ProjectFile, target: Path, now: str) -> None:
    """Copy the project to ``target``, which must not be there, and remember it, so that forget reaches it."""
    if target.exists():
        raise Refused("there is a file here already", record=str(target), next_step="choose another name")
    with file.writing():
        file.db.execute(
            "INSERT OR REPLACE INTO backups (path, made) VALUES (?, ?)", (str(target.resolve()), now)
        )
    _copy(file, target)


def _copy(file: ProjectFile, target: Path) -> None:
    draft = target.with_name(target.name + ".new")
    draft.unlink(missing_ok=True)
    copy = file.connect(draft, create=True)
    try:
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        file.db.backup(copy)
    finally:
        copy.close()
    draft.replace(target)


def refresh_backups(file: ProjectFile) -> None:
    """Make every backup that is still there anew. Raises Refused naming those that could not be."""
    failed = []
    for (path,) in file.db.execute("SELECT path FROM backups ORDER BY path").fetchall():
        try:
            if Path(path).exists():
                _copy(file, Path(path))
        except Exception:
            failed.append(path)
    if failed:
        raise Refused(
            "it is out of the project, but these backups still hold it",
            record=", ".join(failed),
            next_step="delete them yourself",
        )


__all__ = [
    "backup",
    "forget",
    "purge",
    "purge_if_due",
    "refresh_backups",
    "tombstone_digest",
    "was_forgotten",
]
