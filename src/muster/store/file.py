"""An open project file: its connection, its lock, and transactions that end in a signed head."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from muster.model.errors import IntegrityBroken, NotAProject, Refused
from muster.store import migrate
from muster.store.connect import Connector, damaged, keep_log, translated
from muster.store.custody import Ledger
from muster.store.keys import Head, Keys
from muster.store.lock import WriterLock
from muster.store.records import digest

# Body and language in, base forms separated by blanks out.
IndexTerms = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """Which project a file is. ``id_key``: what ids of documents are keyed with; empty where it is open."""

    id: str
    made: str
    sealed: bool
    schema: int
    id_key: bytes = field(default=b"", repr=False)


class ProjectFile:
    """One connection to one project. Only the store's own modules see it."""

    def __init__(
        self,
        path: Path,
        db: sqlite3.Connection,
        info: ProjectInfo,
        connect: Connector,
        keys: Keys,
        index_terms: IndexTerms,
        lock: WriterLock | None,
    ) -> None:
        self.path = path
        self.db = db
        self.info = info
        self.connect = connect
        self.keys = keys
        self.index_terms = index_terms
        self._lock = lock

    @property
    def readonly(self) -> bool:
        """Opened to be read only: no lock is held and nothing is written."""
        return self._lock is None

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """One transaction: all of it with its custody lines and a signed head, or nothing.

        Raises Refused, ProjectLocked, NoSpace; the project is then as it was.
        """
        if self.readonly:
            raise Refused("this project was opened to be read only", record=str(self.path))
        head: Head | None = None
        try:
            self.db.execute("BEGIN IMMEDIATE")
            ledger = Ledger(self.db)
            start = ledger.seq
            yield ledger
            if ledger.seq != start:
                head = ledger.sign(self.info.id, self.keys)
            self.db.execute("COMMIT")
        except BaseException as error:
            self.undo()
            better = translated(error, self.path)
            if better is error:
                raise
            raise better from error
        if head is not None:
            self.keep_outside(head)

    def undo(self) -> None:
        """Roll back, if there is anything: SQLite ends a transaction itself on a full disk."""
        if self.db.in_transaction:
            try:
                self.db.execute("ROLLBACK")
            except Exception:
                # The next to open rolls back from the journal; the error being raised says what happened.
                return

    def keep_outside(self, head: Head) -> None:
        """Keep the head in the state folder; what was written stands even if this fails, and that is said."""
        try:
            self.keys.keep(head)
        except OSError as error:
            raise Refused(
                f"what was written stands, but its signed head could not be kept outside ({error.strerror})",
                record=str(self.keys.state),
                next_step="make room or give yourself the right to write there; the next command keeps it",
            ) from error

    def close(self) -> None:
        """Close the file; the last to close brings the -wal home."""
        self.db.close()
        if self._lock is not None:
            self._lock.release()


def create(
    path: Path,
    *,
    connect: Connector,
    keys: Keys,
    now: str,
    index_terms: IndexTerms,
    entropy: Callable[[int], bytes],
) -> ProjectFile:
    """Make a project where no file is; it appears whole or not at all.

    Raises Refused, ProjectLocked, NoSpace.
    """
    lock = WriterLock(path)
    try:
        lock.take()
    except OSError as error:
        raise Refused(f"no project can be made here ({error.strerror})", record=str(path)) from error
    try:
        if path.exists():
            raise Refused("there is a file here already", record=str(path), next_step="choose another name")
        info = ProjectInfo(
            f"project-{entropy(12).hex()}", now, connect.sealed, migrate.SCHEMA,
            entropy(32) if connect.sealed else b"",
        )  # fmt: skip
        _build(path, info, connect, keys)
    finally:
        lock.release()
    return open_file(path, connect=connect, keys=keys, readonly=False, index_terms=index_terms)


def _build(path: Path, info: ProjectInfo, connect: Connector, keys: Keys) -> None:
    # Under another name first: a kill here must not leave half a project under the right one.
    draft = path.with_name(path.name + ".new")
    _remove(draft)
    try:
        # Before a byte is in it: nobody else on this machine is to read what a desk has gathered.
        draft.touch(mode=0o600)
        db = connect(draft)
        try:
            head = _lay(db, info, keys)
        finally:
            db.close()
        draft.rename(path)
    except Exception as error:
        _remove(draft)
        raise translated(error, path) from error
    keys.keep(head)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _lay(db: sqlite3.Connection, info: ProjectInfo, keys: Keys) -> Head:
    keep_log(db)
    db.execute("BEGIN IMMEDIATE")
    migrate.lay(db)
    db.execute(
        "INSERT INTO project (one, id, made, id_key) VALUES (1, ?, ?, ?)", (info.id, info.made, info.id_key)
    )
    ledger = Ledger(db)
    ledger.add(info.made, "created", info.id, project_digest(info), "muster")
    head = ledger.sign(info.id, keys)
    db.execute("COMMIT")
    return head


def project_digest(info: ProjectInfo) -> bytes:
    """What the first custody line says of the project row."""
    return digest([info.id, info.made, info.id_key.hex()])


def open_file(
    path: Path, *, connect: Connector, keys: Keys, readonly: bool, index_terms: IndexTerms
) -> ProjectFile:
    """Open a project. Raises NotAProject, NewerProject, ProjectLocked, Refused."""
    if not path.is_file():
        raise NotAProject("there is no project file here", record=str(path))
    lock = None if readonly else WriterLock(path)
    if lock is not None:
        try:
            lock.take()
        except OSError as error:
            raise Refused(
                f"nothing can be written beside this project ({error.strerror})",
                record=str(path),
                next_step="copy it into a folder that you can write to; reading works here",
            ) from error
    try:
        db = connect(path, readonly=readonly)
        try:
            version = migrate.recognise(db, str(path))
            if not readonly:
                keep_log(db)
            migrate.bring_up(db, version, readonly=readonly, where=str(path))
            row = db.execute("SELECT id, made, id_key FROM project").fetchone()
            if row is None:
                raise IntegrityBroken("the project's own row is gone", record=str(path))
        except BaseException as error:
            db.close()
            raise (damaged(error, path) if isinstance(error, Exception) else error) from error
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    info = ProjectInfo(row[0], row[1], connect.sealed, migrate.SCHEMA, row[2])
    return ProjectFile(path, db, info, connect, keys, index_terms, lock)


__all__ = ["IndexTerms", "ProjectFile", "ProjectInfo", "create", "open_file", "project_digest"]
