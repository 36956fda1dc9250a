"""One question, one answer, over a local socket: a file in a folder only we may enter. No network.

A frame is four bytes of length and that much JSON. With a question may come open files: a name typed or
shown goes between the vault's process and the terminal, through no other process.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from muster.model import errors
from muster.model.errors import MusterError, NotFound, Refused

_LARGEST = 1 << 28
_PATIENCE = 600.0
_FILES = 3


class Door(socket.socket):
    """A listening socket and the lock that says whose it is, let go together."""

    path: Path
    held: int = -1

    def close(self) -> None:
        """Nobody enters any more; only then may another process listen here."""
        if self.held >= 0:
            self.path.unlink(missing_ok=True)
        super().close()
        if self.held >= 0:
            os.close(self.held)
            self.held = -1


def listen(path: Path) -> Door:
    """A socket at ``path`` that only we may open. Raises Refused where another process listens there.

    A lock says so, not an answer: of two processes that start at once, one would take the other's place, and
    an open vault would run on that no "lock" reaches.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.parent.stat().st_mode & 0o077:
        path.parent.chmod(0o700)
    held = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(held)
        raise Refused("the vault is unlocked already", next_step="'muster vault lock' locks it") from error
    server = Door(socket.AF_UNIX, socket.SOCK_STREAM)
    server.path, server.held = path, held
    path.unlink(missing_ok=True)
    before = os.umask(0o177)
    try:
        with _short(path) as near:
            server.bind(near)
        server.listen(8)
    except BaseException:
        server.close()
        raise
    finally:
        os.umask(before)
    return server


def ask(path: Path, question: dict[str, Any], files: Sequence[int] = ()) -> Any:
    """Ask the process behind ``path``. Raises NotFound where none is; what it raises, it raises here."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.settimeout(_PATIENCE)
        with _short(path) as near:
            try:
                line.connect(near)
            except OSError as error:
                raise NotFound(
                    "the vault is locked", next_step="'muster vault unlock' opens it for a while"
                ) from error
        send(line, question, files)
        answer, _ = receive(line)
    except (OSError, ValueError) as error:
        raise Refused(
            "the vault's process ended before it answered; nothing is half done",
            next_step="'muster vault unlock', then ask again",
        ) from error
    finally:
        line.close()
    if "error" in answer:
        raise said_error(answer["error"])
    return answer.get("ok")


def send(line: socket.socket, message: dict[str, Any], files: Sequence[int] = ()) -> None:
    """One frame, with open files beside it."""
    raw = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    head = struct.pack("!I", len(raw))
    if files:
        socket.send_fds(line, [head], list(files))
    else:
        line.sendall(head)
    line.sendall(raw)


def receive(line: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """One frame and the files that came with it. Raises ValueError, OSError where it is none."""
    head, files, _, _ = socket.recv_fds(line, 4, _FILES)
    try:
        return _frame(line, head), files
    except BaseException:
        # Half a question leaves no file open behind it.
        for each in files:
            os.close(each)
        raise


def _frame(line: socket.socket, head: bytes) -> dict[str, Any]:
    while 0 < len(head) < 4:
        head += line.recv(4 - len(head))
    if len(head) != 4:
        raise ValueError("no frame")
    (size,) = struct.unpack("!I", head)
    if size > _LARGEST:
        raise ValueError("too large")
    pieces, left = [], size
    while left:
        piece = line.recv(min(left, 1 << 20))
        if not piece:
            raise ValueError("cut")
        pieces.append(piece)
        left -= len(piece)
    said = json.loads(b"".join(pieces).decode("utf-8", "surrogatepass"))
    if not isinstance(said, dict):
        raise ValueError("no question")
    return said


def ours(line: socket.socket) -> bool:
    """Whether who is at the other end is the same user, where the system can say so."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    _, user, _ = struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    return bool(user == os.getuid())


def error_said(error: BaseException) -> list[str]:
    """An error as it may cross: one of ours in its words; of any other its kind and place only."""
    if isinstance(error, MusterError):
        return [type(error).__name__, error.what, error.record, error.next_step]
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    return [
        "Refused",
        f"a fault in the vault: {type(error).__name__} at {where}",
        "",
        "please report this line",
    ]


def said_error(said: Sequence[str]) -> MusterError:
    """The error that ``error_said`` wrote."""
    kind = getattr(errors, said[0], None)
    if not (isinstance(kind, type) and issubclass(kind, MusterError)) or kind is errors.Unreadable:
        kind = Refused
    return kind(said[1], record=said[2], next_step=said[3])


@contextmanager
def _short(path: Path) -> Iterator[str]:
    """A name of ``path`` that fits into the 107 bytes a socket's address has."""
    if len(os.fsencode(path)) < 100 or not Path("/proc/self/fd").is_dir():
        yield str(path)
        return
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        yield str(path.name)
        return
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


__all__ = ["Door", "ask", "error_said", "listen", "ours", "receive", "said_error", "send"]
