"""Length-prefixed frames over a local pipe, with a deadline and a cap on every part."""

from __future__ import annotations

import os
import select
import struct
import time
from multiprocessing.connection import Connection
from typing import Any

_LENGTHS = struct.Struct(">IQQ")
_CHUNK = 1 << 18
HEADER_CAP = 1 << 20
ANSWER = 256  # the longest message on the control pipe, in bytes


class Broken(Exception):
    """The other side closed early, or sent more than was agreed."""


class Channel:
    """One end of a two-way pipe. ``caps``: the largest body and the largest data accepted, in bytes.

    Only bytes pass, never pickled objects: what the other side sends cannot run here.
    """

    def __init__(self, end: Connection[Any, Any], caps: tuple[int, int]) -> None:
        self._end = end
        self._caps = caps
        self._buffer = bytearray()
        os.set_blocking(end.fileno(), False)

    def send(
        self, header: bytes, body: bytes = b"", data: bytes = b"", *, seconds: float | None = None
    ) -> None:
        """One frame. Waits while the other side does not read: that is what bounds memory."""
        deadline = _deadline(seconds)
        head = _LENGTHS.pack(len(header), len(body), len(data)) + header + body
        for part in (head + data,) if len(data) < _CHUNK else (head, data):
            left = memoryview(part)
            while left:
                try:
                    left = left[os.write(self._end.fileno(), left[:_CHUNK]) :]
                except BlockingIOError:
                    self._wait(select.POLLOUT, deadline)

    def receive(self, seconds: float | None) -> tuple[bytes, bytes, bytes]:
        """The next frame within ``seconds`` altogether. Raises Broken or TimeoutError."""
        deadline = _deadline(seconds)
        header, body, data = _LENGTHS.unpack(self._take(_LENGTHS.size, deadline))
        if header > HEADER_CAP or body > self._caps[0] or data > self._caps[1]:
            raise Broken("more was sent than a document may hold")
        return self._take(header, deadline), self._take(body, deadline), self._take(data, deadline)

    def close(self) -> None:
        self._end.close()

    def _take(self, size: int, deadline: float | None) -> bytes:
        while len(self._buffer) < size:
            try:
                chunk = os.read(self._end.fileno(), _CHUNK)
            except BlockingIOError:
                self._wait(select.POLLIN, deadline)
                continue
            if not chunk:
                raise Broken("the other side ended")
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutError
            self._buffer += chunk
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _wait(self, event: int, deadline: float | None) -> None:
        left = None if deadline is None else max(0.0, deadline - time.monotonic()) * 1000
        poll = select.poll()
        poll.register(self._end.fileno(), event)
        if not poll.poll(left):
            raise TimeoutError


def _deadline(seconds: float | None) -> float | None:
    return None if seconds is None else time.monotonic() + seconds


__all__ = ["ANSWER", "HEADER_CAP", "Broken", "Channel"]
