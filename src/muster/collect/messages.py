"""One message or post as JSON: mending what exporters write, and the few values that are read from it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

MESSAGE_CAP = 2_000_000  # bytes of one message
_ESCAPES = re.compile(rb"\\\\|\\x([0-9A-Fa-f]{2})")


def repaired(raw: bytes) -> Any:
    r"""One JSON object; ``\xHH``, which Telegram Desktop writes and JSON does not know, is mended.

    Raises ValueError where it is no JSON even so.
    """
    text = raw.decode("utf-8", "replace")
    try:
        return json.loads(text, strict=False)
    except ValueError:
        mended = _ESCAPES.sub(lambda m: m.group() if m.group(1) is None else b"\\u00" + m.group(1), raw)
        return json.loads(mended.decode("utf-8", "replace"), strict=False)


def string(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def moment(value: Any) -> str | None:
    """ISO 8601 in UTC of seconds since 1970, as Telegram writes them (a string of digits)."""
    try:
        return datetime.fromtimestamp(int(value), UTC).isoformat()
    except (TypeError, ValueError, OverflowError, OSError):
        return None


__all__ = ["MESSAGE_CAP", "moment", "repaired", "string"]
