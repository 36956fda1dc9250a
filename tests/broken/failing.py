"""A connector whose files fail: the n-th write of a row or of a commit does not happen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from muster.store.connect import Connector

_WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "COMMIT", "VACUUM")


class Broken(sqlite3.OperationalError):
    """What SQLite says when the disk does not take a page."""

    sqlite_errorcode = 10


class Failing:
    """Opens files as ``connect`` does; the write number ``at`` (from 1) of all its connections fails."""

    def __init__(self, connect: Connector, at: int) -> None:
        self.connect = connect
        self.left = at

    @property
    def sealed(self) -> bool:
        return self.connect.sealed

    def __call__(self, path: Path, *, readonly: bool = False, create: bool = False) -> Any:
        return _Connection(self, self.connect(path, readonly=readonly, create=create))

    def write(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Broken("disk I/O error")


class _Connection:
    def __init__(self, disk: Failing, inner: sqlite3.Connection) -> None:
        self.disk, self.inner = disk, inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def execute(self, sql: str, *values: Any) -> Any:
        if sql.lstrip().upper().startswith(_WRITES):
            self.disk.write()
        return self.inner.execute(sql, *values)

    def executemany(self, sql: str, rows: Iterable[Any]) -> Any:
        def counted() -> Iterator[Any]:
            for row in rows:
                self.disk.write()
                yield row

        return self.inner.executemany(sql, counted())
