"""Files only their owner may read, there whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import heapq
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from muster.model.errors import NoSpace, Refused

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def private_folder(folder: Path) -> None:
    """Make ``folder`` with mode 0700; one that is there keeps its mode unless it is empty."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            folder.chmod(0o700)
    except OSError as error:
        raise _refusal(error, folder) from error


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A new file of mode 0600 that takes the place of ``path`` when it is complete, else leaves no trace."""
    part = path.with_name(f".{path.name}.part")
    try:
        with private_file(part) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError as error:
        raise _refusal(error, path) from error
    finally:
        part.unlink(missing_ok=True)


def private_file(path: Path) -> IO[bytes]:
    """Open ``path`` anew for writing and reading, mode 0600; what stood there (a link, too) is unlinked."""
    path.unlink(missing_ok=True)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


def _refusal(error: OSError, path: Path) -> Refused:
    if error.errno in _FULL:
        return NoSpace(
            f"the disk is full; {path} was not written", next_step="free some space, then export again"
        )
    return Refused(f"cannot write {path}: {error.strerror or error}", next_step="choose another place")


class SortedLines:
    """Lines in, the same lines sorted out, with at most ``held`` characters in memory.

    Sorted runs are spilled to private files in ``folder``, which are gone after `close`.
    A line is sorted by its key, then by itself.
    """

    def __init__(self, folder: Path, name: str, *, held: int = 32_000_000) -> None:
        self._folder, self._name, self._limit = folder, name, held
        self._lines: list[tuple[str, bytes]] = []
        self._size = 0
        self._runs: list[Path] = []
        self.count = 0

    def add(self, key: str, line: bytes) -> None:
        """Keep one line (without its newline); ``key`` holds no tab and no newline."""
        self._lines.append((key, line))
        self._size += len(line) + 200
        self.count += 1
        if self._size >= self._limit:
            self._spill()

    def _spill(self) -> None:
        path = self._folder / f".{self._name}.run{len(self._runs)}"
        self._runs.append(path)
        self._lines.sort()
        with private_file(path) as out:
            out.writelines(b"%s\t%s\n" % (key.encode(), line) for key, line in self._lines)
        self._lines, self._size = [], 0

    def __iter__(self) -> Iterator[bytes]:
        self._lines.sort()
        with contextlib.ExitStack() as stack:
            runs = [_run(stack.enter_context(path.open("rb"))) for path in self._runs]
            for _, line in heapq.merge(iter(self._lines), *runs):
                yield line

    def close(self) -> None:
        """Remove the spilled runs."""
        for path in self._runs:
            path.unlink(missing_ok=True)


def _run(file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    for raw in file:
        key, _, line = raw[:-1].partition(b"\t")
        yield key.decode(), line


__all__ = ["SortedLines", "private_file", "private_folder", "whole_file"]
