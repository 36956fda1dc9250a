"""The custody ledger: a chain of hashes whose end is signed, inside the file and outside it.

hash(n) = sha256(canonical [seq, at, what, record, digest, by, hash(n-1)]). Changing, removing or
inserting a line breaks the chain from there on; cutting its tail does not, so the end is signed and
kept in the installation's state folder as well. What this cannot show: who holds the signing key and
both places can rebuild everything; only a head printed or given to somebody else tells then.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from muster.model.evidence import CustodyRecord
from muster.store.keys import Head, Keys

# What the first line stands on.
START = bytes(32)

_INSERT = 'INSERT INTO custody (seq, at, what, record, digest, "by", hash) VALUES (?, ?, ?, ?, ?, ?, ?)'


class Print(NamedTuple):
    """The digest of one record under a line; None where the record was withdrawn."""

    record: bytes | str
    digest: bytes | None


def line_hash(seq: int, at: str, what: str, record: str, digest: bytes, by: str, before: bytes) -> bytes:
    """The hash of one line over the line and the hash before it."""
    line = json.dumps([seq, at, what, record, digest.hex(), by, before.hex()], ensure_ascii=False)
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).digest()


def prints_digest(prints: Sequence[Print]) -> bytes:
    """What a line says of the records under it."""
    h = hashlib.sha256()
    for each in prints:
        name = each.record.encode() if isinstance(each.record, str) else each.record
        h.update(b"%d:%s:%s\n" % (len(name), name, each.digest or b""))
    return h.digest()


class Ledger:
    """The lines of one transaction. They are numbered at once and written together at its end."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        last = db.execute("SELECT seq, hash FROM custody ORDER BY seq DESC LIMIT 1").fetchone()
        self.seq: int = last[0] if last else 0
        self.hash: bytes = last[1] if last else START
        self._lines: list[tuple[object, ...]] = []

    def add(self, at: str, what: str, record: str, digest: bytes, by: str) -> int:
        """One line; returns its number."""
        self.seq += 1
        self.hash = line_hash(self.seq, at, what, record, digest, by, self.hash)
        self._lines.append((self.seq, at, what, record, digest, by, self.hash))
        return self.seq

    def add_prints(self, at: str, what: str, record: str, prints: Sequence[Print], by: str) -> int:
        """One line over many records, each with its own digest; returns the line's number."""
        line = self.add(at, what, record, prints_digest(prints), by)
        self.write()
        self.db.executemany(
            "INSERT INTO prints (line, n, record, digest) VALUES (?, ?, ?, ?)",
            ((line, n, each.record, each.digest) for n, each in enumerate(prints)),
        )
        return line

    def write(self) -> None:
        """Put the lines into the file: rows that point at them may follow."""
        self.db.executemany(_INSERT, self._lines)
        self._lines.clear()

    def sign(self, project: str, keys: Keys) -> Head:
        """Write what is left and sign the new end. A new installation's key is announced in the chain."""
        known = self.db.execute("SELECT public_key FROM head").fetchone()
        if known and known[0].hex() != keys.public_key:
            self.add("", "signed by another key", f"key-{keys.public_key}", known[0], "muster")
        self.write()
        head = keys.sign(project, self.seq, self.hash.hex())
        self.db.execute(
            "INSERT OR REPLACE INTO head (one, seq, hash, public_key, signature) VALUES (1, ?, ?, ?, ?)",
            (head.seq, self.hash, bytes.fromhex(head.public_key), bytes.fromhex(head.signature)),
        )
        return head


def head_of(db: sqlite3.Connection, project: str) -> Head | None:
    """The signed head inside the file, as it stands there."""
    row = db.execute("SELECT seq, hash, public_key, signature FROM head").fetchone()
    return Head(project, row[0], row[1].hex(), row[2].hex(), row[3].hex()) if row else None


def lines(db: sqlite3.Connection) -> Iterator[CustodyRecord]:
    """Every line, in order, as it stands in the file; ``before`` is the hash of the line before it."""
    before = START
    for seq, at, what, record, digest, by, own in db.execute(
        'SELECT seq, at, what, record, digest, "by", hash FROM custody ORDER BY seq'
    ):
        yield CustodyRecord(seq, at, what, record, digest.hex(), by, before.hex(), own.hex())
        before = own


__all__ = ["START", "Ledger", "Print", "head_of", "line_hash", "lines", "prints_digest"]
