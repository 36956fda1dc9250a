"""Length-prefixed frames on a local socket pair, with a deadline and a cap on every part."""

from __future__ import annotations

import socket
import struct
import time

_LENGTHS = struct.Struct(">IQQ")
_CHUNK = 1 << 18
HEADER_CAP = 1 << 20
ANSWER = 256  # bytes of every message on the control socket


class Broken(Exception):
    """The other side closed early, was too slow, or sent more than was agreed."""


class Channel:
    """One end of a socket pair. ``caps``: the largest body and the largest data accepted, in bytes."""

    def __init__(self, end: socket.socket, caps: tuple[int, int]) -> None:
        self._end = end
        self._caps = caps
        self._buffer = bytearray()

    def send(self, header: bytes, body: bytes = b"", data: bytes | memoryview = b"") -> None:
        """One frame. Blocks while the other side does not read: that is what bounds memory."""
        head = _LENGTHS.pack(len(header), len(body), len(data)) + header + body
        if len(data) < _CHUNK:
            self._end.sendall(head + bytes(data))
        else:
            self._end.sendall(head)
            self._end.sendall(data)

    def receive(self, seconds: float | None) -> tuple[bytes, bytes, bytes]:
        """The next frame within ``seconds`` altogether. Raises Broken or TimeoutError."""
        deadline = None if seconds is None else time.monotonic() + seconds
        header, body, data = _LENGTHS.unpack(self._take(_LENGTHS.size, deadline))
        if header > HEADER_CAP or body > self._caps[0] or data > self._caps[1]:
            raise Broken("more was sent than a document may hold")
        return self._take(header, deadline), self._take(body, deadline), self._take(data, deadline)

    def close(self) -> None:
        self._end.close()

    def _take(self, size: int, deadline: float | None) -> bytes:
        while len(self._buffer) < size:
            if deadline is not None:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError
                self._end.settimeout(left)
            chunk = self._end.recv(_CHUNK)
            if not chunk:
                raise Broken("the other side ended")
            self._buffer += chunk
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken


__all__ = ["ANSWER", "HEADER_CAP", "Broken", "Channel"]
