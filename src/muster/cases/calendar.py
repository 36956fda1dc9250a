"""What is due in; an iCalendar file (RFC 5545) out: codes and provisions, no words of a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

_WIDTH = 75


def calendar(rows: Iterable[tuple[str, date, str, str]], now: str) -> bytes:
    """One all-day event for each (code, day, what, id); ``now``: ISO 8601 in UTC."""
    stamp = now[:19].replace("-", "").replace(":", "") + "Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//muster//case due//EN"]
    for code, day, what, id in rows:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{id}-{day:%Y%m%d}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(f'{code}: {what}')}",
            # Calendars are copied to clouds and shared; programs that can hide an entry hide these.
            "CLASS:CONFIDENTIAL",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split())


def _folded(line: str) -> bytes:
    """At most 75 octets a line; a character is never cut."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        raw = sign.encode()
        if len(piece) + len(raw) > _WIDTH - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += raw
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


__all__ = ["calendar"]
