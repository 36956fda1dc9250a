"""Original bytes, each once, by their sha256."""

from __future__ import annotations

import sqlite3
import zlib

from muster.model.errors import IntegrityBroken

# A stored file cannot be a bomb to ourselves: documents.size bounds what is unpacked.
_LEVEL = 6


def packed(data: bytes, body: str | None, document: int) -> tuple[str, bytes | None, int | None]:
    """How ``data`` is kept: (packing, bytes, document). A plain text file is its own text in utf-8."""
    if body is not None and data == body.encode("utf-8", "surrogatepass"):
        return "text", None, document
    squeezed = zlib.compress(data, _LEVEL)
    return ("zlib", squeezed, None) if len(squeezed) < len(data) else ("raw", data, None)


def unpacked(db: sqlite3.Connection, blob: int) -> bytes:
    """The bytes of a blob. Raises IntegrityBroken where they cannot be had."""
    packing, data, document = db.execute(
        "SELECT packing, bytes, document FROM blobs WHERE key = ?", (blob,)
    ).fetchone()
    if packing == "zlib":
        try:
            return zlib.decompress(data)
        except zlib.error as error:
            raise IntegrityBroken("the kept original cannot be unpacked", record=f"blob {blob}") from error
    if packing == "text":
        row = db.execute("SELECT body FROM texts WHERE document = ?", (document,)).fetchone()
        if row is None:
            raise IntegrityBroken("the text that holds the original is gone", record=f"blob {blob}")
        return str(row[0]).encode("utf-8")
    return bytes(data)


__all__ = ["packed", "unpacked"]
