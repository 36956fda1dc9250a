"""Open one encrypted file: SQLCipher with a raw random key, no second database beside it, ever."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from muster.model.errors import IntegrityBroken, MissingPart, NotFound, Refused

_ATTACH, _ALLOW, _DENY = 24, 0, 1
_CACHE_KIB = 32_000


def open_cipher(path: Path, key: bytes, *, create: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode. Raises NotFound, MissingPart; IntegrityBroken for a wrong key."""
    if len(key) != 32:
        raise Refused("a data key has 32 bytes")
    if not create and not path.is_file():
        raise NotFound("the encrypted file is not there", record=str(path), next_step="restore a backup")
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise MissingPart("the vault needs sqlcipher3", next_step="pip install sqlcipher3") from error
    if create:
        path.touch(mode=0o600)
    db: sqlite3.Connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=2.0
    )
    try:
        # Its log would print on stderr; the raw key spares the slow derivation meant for passphrases.
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA synchronous = FULL")
        # A page that is written twice is encrypted twice.
        db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except Exception as error:
        db.close()
        raise IntegrityBroken(
            "this key does not open the encrypted file, or the file is no longer what was written",
            record=str(path),
            next_step="if an older file was put back, put the right one back; else restore a backup",
        ) from error
    guard(db)
    return db


def guard(db: Any) -> None:
    """Refuse every ATTACH: with an empty key it would write all of it in the clear beside the file."""
    # VACUUM attaches a nameless database of its own, which stays in memory.
    db.set_authorizer(lambda action, name, *_: _DENY if action == _ATTACH and name != "" else _ALLOW)


def whole(db: sqlite3.Connection, where: Path) -> None:
    """Raises IntegrityBroken naming the pages whose bytes were altered: ordinary queries may miss them."""
    found = [str(said) for (said,) in db.execute("PRAGMA cipher_integrity_check").fetchmany(5)]
    if not found:
        found = [
            str(said) for (said,) in db.execute("PRAGMA integrity_check(5)") if said != "ok"
        ]  # a page may be in its place and yet contradict another
    if found:
        raise IntegrityBroken(
            f"the encrypted file was altered: {'; '.join(found)}",
            record=str(where),
            next_step="keep it as it is and restore a backup",
        )


def copy_under(db: sqlite3.Connection, target: Path, key: bytes) -> None:
    """A copy of ``db`` under another key; page by page, so no second database is attached."""
    target.unlink(missing_ok=True)
    copy = open_cipher(target, key, create=True)
    try:
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        db.backup(copy)
    finally:
        copy.close()
    again = open_cipher(target, key)
    try:
        whole(again, target)
    finally:
        again.close()


__all__ = ["copy_under", "guard", "open_cipher", "whole"]
