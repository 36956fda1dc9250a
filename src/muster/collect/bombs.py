"""What an archive may unpack to, and ZIP files whose directory lies: looked at before a member is read.

Python 3.11.7 does not look for overlapping ZIP members (CVE-2024-0450), so that is done here.
"""

from __future__ import annotations

import struct
import zipfile
from typing import IO

from muster.collect.limits import Limits
from muster.collect.names import label

_CHUNK = 1 << 18
_SMALL = 1 << 20  # below this a high ratio harms nobody
_LOCAL = struct.Struct("<4s5H3L2H")


class Bomb(Exception):
    """A member unpacks to more than the limits allow; ``what`` in words."""


class Budget:
    """What may still be unpacked from one archive."""

    def __init__(self, limits: Limits, packed: int) -> None:
        self._limits = limits
        self._left = min(limits.unpacked_bytes, max(_SMALL, packed * limits.ratio))

    def read(self, stream: IO[bytes], packed: int | None = None) -> bytes:
        """All of ``stream``. Raises Bomb where it passes the size, the ratio or what is left in all."""
        bound = self._limits.document_bytes
        by_ratio = bound if packed is None else max(_SMALL, packed * self._limits.ratio)
        chunks: list[bytes] = []
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self._left -= len(chunk)
            if size > bound:
                raise Bomb(f"it unpacks to more than {bound:,} bytes, the limit for one document")
            if size > by_ratio:
                raise Bomb(f"it unpacks to more than {self._limits.ratio} times its packed size")
            if self._left < 0:
                raise Bomb("the archive unpacks to more than its size allows")
            chunks.append(chunk)
        return b"".join(chunks)


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of one member, read in pieces and stopped at the limits. Raises Bomb."""
    with archive.open(info) as stream:
        return budget.read(stream, info.compress_size)


def declared_members(file: IO[bytes], size: int) -> int:
    """How many members the end of a ZIP of ``size`` bytes declares, read before any of its directory is."""
    file.seek(max(0, size - 66_000))
    tail = file.read()
    file.seek(0)
    end = tail.rfind(b"PK\x05\x06")
    small = int.from_bytes(tail[end + 10 : end + 12], "little") if end >= 0 else 0
    wide = tail.rfind(b"PK\x06\x06")
    large = int.from_bytes(tail[wide + 32 : wide + 40], "little") if wide >= 0 else 0
    # The directory's own size cannot lie to zipfile: 46 bytes at least for every entry.
    room = int.from_bytes(tail[end + 12 : end + 16], "little") // 46 if end >= 0 else 0
    return max(small, large, 0 if room == 0xFFFFFFFF // 46 else min(room, 1 << 31) if room > 65_535 else 0)


def overlap(archive: zipfile.ZipFile, file: IO[bytes]) -> str:
    """In words, which members share bytes; empty where each has its own."""
    before, name = 0, ""
    for info in sorted(archive.infolist(), key=lambda i: i.header_offset):
        if info.header_offset < before:
            return f"«{label(info.filename)}» begins inside «{label(name)}»"
        file.seek(info.header_offset)
        raw = file.read(_LOCAL.size)
        if len(raw) < _LOCAL.size or raw[:4] != b"PK\x03\x04":
            return f"«{label(info.filename)}» has no header where the directory says it begins"
        fields = _LOCAL.unpack(raw)
        before = info.header_offset + _LOCAL.size + fields[9] + fields[10] + info.compress_size
        name = info.filename
    if before > archive.start_dir:
        return f"«{label(name)}» runs into the directory"
    return ""


__all__ = ["Bomb", "Budget", "declared_members", "overlap", "read_member"]
