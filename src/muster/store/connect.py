"""Open a project file: plain SQLite, or SQLCipher with a raw 32-byte key; the store is handed which."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from muster.model.errors import (
    IntegrityBroken,
    MissingPart,
    MusterError,
    NoSpace,
    NotAProject,
    ProjectLocked,
    Refused,
)

# Long enough for another process's commit, short enough that a person is told and does not wait.
_PATIENCE_SECONDS = 2.0
_CACHE_KIB = 32_000


@dataclass(frozen=True, slots=True)
class Connector:
    """Opens files of one kind. ``key`` empty: plain SQLite; 32 bytes: SQLCipher."""

    key: bytes = field(default=b"", repr=False)

    @property
    def sealed(self) -> bool:
        """Whether the file is encrypted."""
        return bool(self.key)

    def __call__(self, path: Path, *, readonly: bool = False, create: bool = False) -> sqlite3.Connection:
        """A connection in autocommit mode with every safety setting on. Raises MissingPart, NotAProject."""
        connection = self._connect(path, _mode(path, readonly=readonly, create=create))
        try:
            _settle(connection, sealed=self.sealed, readonly=readonly)
        except Exception as error:
            connection.close()
            raise damaged(error, path) from error
        return connection

    def _connect(self, path: Path, mode: str) -> sqlite3.Connection:
        driver = _driver(self.sealed)
        try:
            connection: sqlite3.Connection = driver.connect(
                f"{path.absolute().as_uri()}?{mode}",
                uri=True,
                isolation_level=None,
                timeout=_PATIENCE_SECONDS,
                cached_statements=256,
            )
        except driver.Error as error:
            raise translated(error, path) from error
        if self.sealed:
            # Its log would print on stderr; the raw key spares the slow derivation meant for passphrases.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
        return connection


def _driver(sealed: bool) -> Any:
    if not sealed:
        return sqlite3
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise MissingPart(
            "sealed files need sqlcipher3", next_step="pip install 'sqlcipher3>=0.6,<1'"
        ) from error
    return dbapi2


def _mode(path: Path, *, readonly: bool, create: bool) -> str:
    if create:
        return "mode=rwc"
    if readonly and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        # Without a -wal beside it nothing can change under us, and SQLite need not write a -shm.
        return "mode=ro" if _beside(path, "-wal").exists() else "mode=ro&immutable=1"
    # Also to read: after a kill the next to open must be able to bring the -wal home.
    return "mode=rw"


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _settle(connection: sqlite3.Connection, *, sealed: bool, readonly: bool) -> None:
    if sealed:
        connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    # FULL: the head kept outside must never be ahead of what a power cut leaves inside.
    connection.execute("PRAGMA synchronous = FULL")
    if readonly:
        connection.execute("PRAGMA query_only = ON")


def keep_log(connection: sqlite3.Connection) -> None:
    """Write ahead, so that readers work beside a writer. Only for a file known to be ours: it stays set."""
    connection.execute("PRAGMA journal_mode = WAL").fetchall()


plain = Connector()


def sealed(key: bytes) -> Connector:
    """The connector of a sealed project. ``key``: 32 random bytes."""
    if len(key) != 32:
        raise Refused("the key of a sealed project has 32 bytes")
    return Connector(key)


_FULL, _READ_ONLY, _IO, _CANNOT_OPEN = 13, 8, 10, 14
_BUSY = (5, 6)
_SAID = (
    (5, "locked"), (13, "disk is full"), (10, "I/O"), (8, "readonly"), (26, "not a database"),
    (11, "malformed"), (14, "unable to open"),
)  # fmt: skip


def translated(error: BaseException, path: Path) -> BaseException:
    """What SQLite says as what Muster says; anything else unchanged."""
    if isinstance(error, MusterError) or not _is_database_error(error):
        return error
    code = getattr(error, "sqlite_errorcode", None)
    code = code & 0xFF if code is not None else _code_by_words(str(error))
    where = str(path)
    if code in _BUSY:
        return ProjectLocked(
            "another program is writing to this project",
            record=where,
            next_step="wait until it has ended, then try again",
        )
    if code in (_FULL, _IO):
        return NoSpace(
            "the disk is full or cannot be written; the project is as it was before",
            record=where,
            next_step="make room, then run the same command again",
        )
    if code == _READ_ONLY:
        return Refused("this project was opened to be read only", record=where)
    if code == _CANNOT_OPEN:
        return Refused(
            "the project file, or what SQLite keeps beside it, cannot be opened",
            record=where,
            next_step="give yourself the right to read and write it and its folder, or copy it elsewhere",
        )
    if code == 26:
        return NotAProject(
            "this file is no Muster project, or it is sealed with another key",
            record=where,
            next_step="give a project file with --project",
        )
    if code == 11:
        return IntegrityBroken(
            "the project file is damaged", record=where, next_step="keep it, and go back to a copy"
        )
    return error


def damaged(error: Exception, path: Path) -> BaseException:
    """An error on opening: what SQLite says as what Muster says; anything unforeseen means damage."""
    better = translated(error, path)
    if isinstance(better, MusterError):
        return better
    # The words of an error that is not the database's own may be those of a sealed text.
    told = f": {error}" if _is_database_error(error) else ""
    return IntegrityBroken(
        f"the project file is damaged ({type(error).__name__}{told})",
        record=str(path),
        next_step="keep it, and go back to a copy",
    )


def _is_database_error(error: BaseException) -> bool:
    return isinstance(error, sqlite3.Error) or any(
        c.__module__.startswith("sqlcipher3") for c in type(error).__mro__
    )


def _code_by_words(words: str) -> int:
    # sqlcipher3 does not hand over every code.
    return next((code for code, said in _SAID if said in words), 0)


__all__ = ["Connector", "damaged", "keep_log", "plain", "sealed", "translated"]
