"""Whether two requests speak of one person: answered inside the vault, so that no name need be kept.

Of what leads to one person (telephone, address of mail, handle, number of a paper, sender of a chat,
first name with surname) only a keyed hash is kept, under a key that never leaves the vault's file. A
surname alone is no mark: half a village has it. What comes out is codes of other requests, never what
they share. Every question adds its own marks under its code and a line to the ledger, and there are few
of them a day: who guesses at names runs out of questions and leaves each guess behind him.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from muster.model.errors import Refused
from muster.text.languages import language_of
from muster.text.names.parts import name_words
from muster.vault.sounds import SHORTEST_STEM, stems

# A busy desk is asked seventy things a day.
A_DAY = 300
# More requests than these share a telephone: it is an office's, or the desk's own.
_COMMON = 8
_TABLES = (
    "CREATE TABLE IF NOT EXISTS kin_key (one INTEGER PRIMARY KEY CHECK (one = 1), key BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS kin (mark BLOB NOT NULL, code TEXT NOT NULL, side TEXT NOT NULL, "
    "PRIMARY KEY (mark, code, side)) STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS kin_code ON kin (code)",
    "CREATE TABLE IF NOT EXISTS kin_asked (day TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID",
)
SIDES = ("with", "against")


class Kin(NamedTuple):
    """Another request that speaks of the same person. ``relation``: same-family, or conflict-of-interest
    where one stands with him and the other against."""

    code: str
    relation: str


def telling(text: str, sender: str = "") -> set[str]:
    """What of ``text`` leads to one person, normalised, each with its kind."""
    # Loading their patterns takes half a second, which every command that knows of the vault would pay.
    from muster.text.dates.dates import find_dates
    from muster.text.identifiers.identifiers import find_identifiers

    days = [(e.start, e.stop) for e in find_dates(text, 0, len(text), language_of(text))]
    found = {f"sender:{sender}"} if sender else set()
    for start, stop, field in find_identifiers(text):
        if any(start < b and a < stop for a, b in days):
            continue
        words = text[start:stop]
        if field == "person":
            found |= {f"name:{each}" for each in _names(words)}
        elif field in ("phone", "number", "card", "account"):
            digits = "".join(c for c in words if c.isdecimal())
            if len(digits) >= 6:
                # With and without the country: the last nine are the subscriber's.
                found.add(f"number:{digits[-9:]}")
        elif field in ("email", "handle", "plate"):
            found.add(f"{field}:{''.join(c for c in words.lower() if c.isalnum())}")
    return found


def of_identity(names: Iterable[str], numbers: Iterable[str]) -> set[str]:
    """The same of an identity as it is typed."""
    found = {f"name:{each}" for name in names for each in _names(name)}
    for number in numbers:
        found |= telling(number)
        digits = "".join(c for c in number if c.isdecimal())
        if len(digits) >= 6:
            found.add(f"number:{digits[-9:]}")
    return found


def _names(name: str) -> set[str]:
    """First name and surname, in any spelling, case and gender, as one key; none where one of them lacks."""
    words = [w for w in name_words(name) if not w.initial]
    given = {row for w in words if w.given is not None for row in w.given.full | w.given.short}
    surnames = {
        min(stems(sound), key=lambda s: (len(s), s))
        for w in words
        if w.given is None and not w.patronymic
        for sound in (*w.keys, *w.bases)
    }
    return {f"{row}/{stem}" for row, stem in product(given, surnames) if len(stem) >= SHORTEST_STEM}


def prepare(db: sqlite3.Connection, entropy: bytes) -> bytes:
    """The tables, where they are not there yet, and the key of the marks. Within a transaction."""
    for statement in _TABLES:
        db.execute(statement)
    db.execute("INSERT OR IGNORE INTO kin_key (one, key) VALUES (1, ?)", (entropy,))
    (key,) = db.execute("SELECT key FROM kin_key").fetchone()
    return bytes(key)


def spend(db: sqlite3.Connection, questions: int, day: str) -> None:
    """Count questions against the day's number; locking and unlocking gives no more. Raises Refused."""
    (asked,) = db.execute("SELECT coalesce(sum(n), 0) FROM kin_asked WHERE day = ?", (day,)).fetchone()
    if asked + questions > A_DAY:
        raise Refused(
            f"the vault compares {A_DAY} requests a day, and {asked} were compared today",
            next_step="take the rest tomorrow, or take them in without comparing: --no-families",
        )
    db.execute(
        "INSERT INTO kin_asked (day, n) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET n = n + excluded.n",
        (day, questions),
    )


def compare(db: sqlite3.Connection, key: bytes, code: str, side: str, told: Iterable[str]) -> list[Kin]:
    """Keep the marks of ``code`` and say which other codes share one. Within a transaction."""
    marks = [hmac.new(key, each.encode(), hashlib.sha256).digest() for each in sorted(told)]
    db.executemany(
        "INSERT OR IGNORE INTO kin (mark, code, side) VALUES (?, ?, ?)", [(m, code, side) for m in marks]
    )
    found: set[Kin] = set()
    for mark in marks:
        rows: Sequence[tuple[str, str]] = db.execute(
            "SELECT code, side FROM kin WHERE mark = ? AND code <> ? LIMIT ?", (mark, code, _COMMON + 1)
        ).fetchall()
        if len(rows) <= _COMMON:
            found |= {
                Kin(c, "same-family" if s == side == "with" else "conflict-of-interest")
                for c, s in rows
                if "with" in (s, side)
            }
    return sorted(found)


def drop(db: sqlite3.Connection, codes: Sequence[str]) -> int:
    """Forget the marks of these codes; how many there were. Within a transaction."""
    return sum(db.execute("DELETE FROM kin WHERE code = ?", (code,)).rowcount for code in codes)


__all__ = ["A_DAY", "SIDES", "Kin", "compare", "drop", "of_identity", "prepare", "spend", "telling"]
