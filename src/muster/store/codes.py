"""Ids inside the file: twelve bytes where the id has the usual shape, else its text."""

from __future__ import annotations

import re

_USUAL = re.compile(r"[0-9a-f]{24}")


def code(id: str, kind: str) -> bytes | str:
    """``claim-<24 hex>`` of kind ``claim`` as 12 bytes; any other id as it is."""
    if id.startswith(kind + "-") and _USUAL.fullmatch(id, len(kind) + 1):
        return bytes.fromhex(id[len(kind) + 1 :])
    return id


def decode(stored: bytes | str, kind: str) -> str:
    """The id that ``code`` was given."""
    return stored if isinstance(stored, str) else f"{kind}-{stored.hex()}"


__all__ = ["code", "decode"]
