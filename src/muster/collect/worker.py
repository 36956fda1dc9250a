"""The parsing side: a template process that forks one short-lived process for each file.

The template holds the imported libraries and never sees a byte of a document. A parser that is taken
over by a file therefore meets no other file: what it reads from the next one is read by another.
"""

from __future__ import annotations

import gc
import importlib
import io
import json
import mmap
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import IO, Any

from muster.collect.frames import ANSWER, Broken, Channel
from muster.collect.limits import Limits
from muster.collect.lockdown import limit, lock
from muster.collect.pieces import Job, Piece, aside

_OPENERS = {
    "html": "html",
    "pdf": "pdf",
    "zip": "archives",
    "gzip": "archives",
    "tar": "archives",
    "mail": "mail",
    "mbox": "mail",
    "csv": "tables",
    "json": "telegram",
    "warc": "warc",
    "feed": "feeds",
    "image": "ocr",
    "facsimile": "facsimile",
    "hidden": "hidden",
}
_CAPS = (0, 1 << 31)


def main() -> None:
    """Serve requests on the inherited pipe until the parent closes it."""
    control: Connection[Any, Any] = Connection(int(sys.argv[1]))
    walls = lock(programs=tuple(p for p in sys.argv[2:] if p))
    control.send_bytes(json.dumps(walls).encode())
    pids: dict[int, int] = {}
    warm: set[str] = set()
    while True:
        try:
            request = json.loads(control.recv_bytes(ANSWER))
        except EOFError:
            os._exit(0)
        if request["op"] == "open":
            fds = [recv_handle(control) for _ in range(request["handles"])]
            _fork(request, fds, control, pids, warm)
        else:
            status = _end(pids.pop(request["job"], 0), kill=request["op"] == "kill")
            control.send_bytes(str(status).encode())


def _fork(
    request: dict[str, Any],
    fds: list[int],
    control: Connection[Any, Any],
    pids: dict[int, int],
    warm: set[str],
) -> None:
    """Load what this kind of file needs, once and before anything untrusted is there; then fork."""
    if request["kind"] not in warm:
        warm.add(request["kind"])
        with suppress(Exception):  # the fork meets the same error, and says so
            module = _import(request["kind"])
            getattr(module, "warm", lambda: None)()
        gc.collect()
        gc.freeze()  # shared pages stay shared
    pid = os.fork()
    if pid == 0:
        control.close()
        _serve(fds)
    # A group of its own, so that a recogniser it started ends with it.
    with suppress(OSError):
        os.setpgid(pid, pid)
    pids[request["job"]] = pid
    for fd in fds:
        os.close(fd)


def _end(pid: int, *, kill: bool) -> int:
    """The wait status of one parser. It is killed at once where that was asked for, else after a second:
    one that was taken over may say that it is done and stay."""
    if not pid:
        return 0
    patience = 0 if kill else 100
    for _ in range(patience):
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return status
        time.sleep(0.01)
    for end in (os.killpg, os.kill):
        with suppress(OSError):
            end(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def _import(kind: str) -> Any:
    return importlib.import_module(f"muster.collect.{_OPENERS[kind]}")


def _serve(fds: list[int]) -> None:
    """Open one file, answer, and leave without running any exit handler."""
    code = 1
    try:
        channel = Channel(Connection(fds[0]), _CAPS)
        header, _, data = channel.receive(None)
        wish = json.loads(header)
        limits = Limits(**wish["limits"])
        os.setpgid(0, 0)
        limit(memory_bytes=limits.memory_bytes, seconds=wish["computing"])
        file, size = _file(fds[1:], data)
        job = Job(
            wish["kind"], wish["name"], file, size, limits, wish["hints"],
            tuple(wish["chats"]), wish["tesseract"], tuple(wish["languages"]),
        )  # fmt: skip
        for piece in _opened(job):
            body = b"" if piece.body is None else piece.body.encode("utf-8", "replace")
            channel.send(piece.header, body, piece.data or b"")
        channel.send(b"")
        code = 0
    except (Broken, OSError):
        code = 3
    finally:
        os._exit(code)


def _file(fds: list[int], data: bytes) -> tuple[IO[bytes], int]:
    if fds:
        file = os.fdopen(fds[0], "rb")
        return file, os.fstat(fds[0]).st_size
    return io.BytesIO(data), len(data)


def _opened(job: Job) -> Iterator[Piece]:
    """The pieces of one file; whatever a parser raises becomes words, never a traceback."""
    count = chars = 0
    try:
        for piece in _import(job.kind).opened(job):
            count += 1
            chars += len(piece.body or "")
            if piece.body is not None and len(piece.body) > job.limits.text_chars:
                yield aside(
                    "too long", f"its text has more than {job.limits.text_chars:,} characters", piece.at
                )
                continue
            yield piece
    except MemoryError:
        yield aside(
            "memory limit", _after(count, f"reading it needs more than {job.limits.memory_bytes:,} bytes")
        )
    except RecursionError:
        yield aside("too deep", _after(count, "it is nested more deeply than any honest document"))
    except Exception as error:  # a parser may raise anything on hostile bytes; the file is set aside
        name = type(error).__name__
        yield aside("unreadable", _after(count, f"the parser refused it ({name}: {str(error)[:200]})"))


def _after(count: int, what: str) -> str:
    return f"{what}; the {count} items before that point were taken" if count else what


def mapped(file: IO[bytes]) -> bytes | mmap.mmap:
    """The bytes of a file for searching, without reading a large one into memory."""
    if isinstance(file, io.BytesIO):
        return file.getvalue()
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


if __name__ == "__main__":
    main()
