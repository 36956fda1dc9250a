"""Names of files as they may safely be shown: nothing in them turns text around or hides."""

from __future__ import annotations

import hashlib
import unicodedata

_LONGEST = 400


def shown(name: str) -> str:
    r"""``name`` with controls, bidi marks, zero-width marks and undecodable bytes written as escapes.

    Injective: a backslash is doubled, so two files never share an address. ``\xNN`` is a byte of the
    file system that is no UTF-8, ``\uNNNN`` a character that would not be seen.
    """
    if name.isascii() and name.isprintable() and "\\" not in name:
        return name
    return "".join(_safe(c) for c in name)


def label(name: str) -> str:
    """The name of an archive's member as part of an address. It is never used as a path.

    Leading slashes and ``..`` are written so that no later program can take it for a path either;
    names past 400 characters are cut and end in a digest of the whole.
    """
    parts = [_no_parent(shown(part)) for part in name.split("/")]
    safe = "/".join(parts)
    if safe.startswith("/"):
        safe = "%2F" + safe.lstrip("/")
    if len(safe) > _LONGEST:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        safe = f"{safe[: _LONGEST - 20]}…{digest}"
    return safe or "unnamed"


def _no_parent(part: str) -> str:
    return part.replace(".", "%2E") if part in ("..", ".") else part


def _safe(c: str) -> str:
    point = ord(c)
    if c == "\\":
        return "\\\\"
    if 0xDC80 <= point <= 0xDCFF:
        return f"\\x{point - 0xDC00:02x}"
    if unicodedata.category(c)[0] == "C" or unicodedata.category(c) in ("Zl", "Zp"):
        return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
    return c


__all__ = ["label", "shown"]
