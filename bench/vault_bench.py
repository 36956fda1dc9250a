"""What the vault costs: unlocking, searching a text for names, and inserting beside plain SQLite."""

from __future__ import annotations

import random
import secrets
import sqlite3
import statistics
import time
from pathlib import Path

from muster.store import Keys
from muster.vault.cipher import open_cipher
from muster.vault.holders import Holder, make_own_key, unlock_own_key
from muster.vault.open import Vault, make_vault
from muster.vault.scan import Index, Known, found_in

_NOW = "2031-05-02T08:00:00+00:00"
_PASSPHRASE = "five words drawn by dice"
_SYLLABLES = (
    "бар",
    "вер",
    "гор",
    "дан",
    "зим",
    "кол",
    "лав",
    "мер",
    "нов",
    "пол",
    "рад",
    "сав",
    "тих",
    "ухт",
)
_FIRST = ("Сергей", "Олег", "Анна", "Мария", "Иван", "Оксана", "Тарас", "Yelena", "Milena", "Пётр")
_TABLE = "CREATE TABLE people (code TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID"


def figures(work: Path) -> dict[str, float]:
    """Seconds of wall (unlocking) and of processor time, and the ratio of rows inserted in it."""
    names = _people(1_000)
    plain, sealed = _inserts(work)
    return {
        "unlock with 1,000 identities, s": _unlock(work, names),
        **_search(names),
        "inserts per CPU s, SQLCipher : plain (median of 7)": statistics.median(
            p / s for p, s in zip(plain, sealed, strict=True)
        ),
    }


def _people(count: int) -> list[str]:
    draw = random.Random(7)
    return [
        f"{draw.choice(_FIRST)} {''.join(draw.choices(_SYLLABLES, k=3)).title()}енко" for _ in range(count)
    ]


def _unlock(work: Path, names: list[str]) -> float:
    own = make_own_key(work / "keys", "C1", _PASSPHRASE)
    keys = Keys.load(work / "state")
    holder = Holder("C1", "custodian", own.public)
    make_vault(work / "v", custodian=holder, witness=keys, now=_NOW, entropy=secrets.token_bytes)
    vault = Vault.unlock(work / "v", code="C1", own=own, witness=keys)
    vault.put_all([((name,), (), "", "", False) for name in names], now=_NOW)
    vault.close()
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        opened = unlock_own_key(work / "keys", "C1", _PASSPHRASE)
        Vault.unlock(work / "v", code="C1", own=opened, witness=keys).close()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def _search(names: list[str]) -> dict[str, float]:
    draw = random.Random(11)
    letters = "абвгдежзиклмнопрстуфхцчшыяіabdeghiklmnoprstuvy"
    words = ["".join(draw.choices(letters, k=draw.randint(2, 11))) for _ in range(20_000)]
    pieces = [draw.choice(names) if draw.random() < 0.01 else draw.choice(words) for _ in range(140_000)]
    text = " ".join(pieces)[:1_000_000]
    began = time.process_time()
    index = Index(Known(f"S-{n:06d}", (name,)) for n, name in enumerate(names))
    built = time.process_time()
    found_in(text, index)
    searched = time.process_time()
    return {
        "index of 1,000 people, CPU s": built - began,
        "search of 1,000,000 characters, CPU s": searched - built,
    }


def _inserts(work: Path) -> tuple[list[float], list[float]]:
    rows = [(f"S-{n:06d}", f"a record of a person {n} " * 6) for n in range(20_000)]
    took: tuple[list[float], list[float]] = ([], [])
    for look in range(7):
        plain = sqlite3.connect(work / f"plain{look}.db", isolation_level=None)
        plain.execute("PRAGMA secure_delete = ON")
        plain.execute("PRAGMA synchronous = FULL")
        sealed = open_cipher(work / f"sealed{look}.db", bytes(range(32)), create=True)
        for into, db in zip(took, (plain, sealed), strict=True):
            db.execute(_TABLE)
            began = time.process_time()
            db.execute("BEGIN")
            db.executemany("INSERT INTO people VALUES (?, ?)", rows)
            db.execute("COMMIT")
            into.append(time.process_time() - began)
            db.close()
    return took
