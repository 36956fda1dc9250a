"""Original bytes, each once, by their sha256."""

from __future__ import annotations

import sqlite3
import zlib

from muster.model.errors import IntegrityBroken

# A stored file cannot be a bomb to ourselves: documents.size bounds what is unpacked.
_LEVEL = 6
# How far back a packed stream can point.
_WINDOW = 1 << 15


def packed(data: bytes, body: str | None, document: int) -> tuple[str, bytes | None, int | None]:
    """How ``data`` is kept: (packing, bytes, document). A plain text file is its own text in utf-8;

    a post or a short page, which holds its text word for word, is packed as what differs from the text.
    """
    words = body.encode("utf-8", "surrogatepass") if body else b""
    if body is not None and data == words:
        return "text", None, document
    ways: list[tuple[str, bytes, int | None]] = [("zlib", zlib.compress(data, _LEVEL), None)]
    if words and len(data) <= _WINDOW:
        packer = zlib.compressobj(_LEVEL, zdict=words[-_WINDOW:])
        ways.append(("beside", packer.compress(data) + packer.flush(), document))
    best = min(ways, key=lambda way: len(way[1]))
    return best if len(best[1]) < len(data) else ("raw", data, None)


def unpacked(db: sqlite3.Connection, blob: int) -> bytes:
    """The bytes of a blob. Raises IntegrityBroken where they cannot be had."""
    packing, data, document = db.execute(
        "SELECT packing, bytes, document FROM blobs WHERE key = ?", (blob,)
    ).fetchone()
    if packing == "raw":
        return bytes(data)
    words = b""
    if packing != "zlib":
        row = db.execute("SELECT body FROM texts WHERE document = ?", (document,)).fetchone()
        if row is None:
            raise IntegrityBroken("the text that holds the original is gone", record=f"blob {blob}")
        words = str(row[0]).encode("utf-8")
    if packing == "text":
        return words
    try:
        unpacker = zlib.decompressobj(zdict=words[-_WINDOW:])
        whole = unpacker.decompress(data) + unpacker.flush()
    except zlib.error as error:
        raise IntegrityBroken("the kept original cannot be unpacked", record=f"blob {blob}") from error
    if not unpacker.eof:
        raise IntegrityBroken("the kept original is cut short", record=f"blob {blob}")
    return whole


__all__ = ["packed", "unpacked"]
