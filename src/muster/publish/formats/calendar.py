"""Days to keep as an iCalendar file (RFC 5545): a code, a title and a day, and nothing that names anybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from muster.model.errors import Usage
from muster.model.ids import make_id
from muster.publish.page.highlight import visible_words

_WARNING = timedelta(days=3)


def calendar(rows: Iterable[tuple[str, str, str]], *, made: str, version: str) -> bytes:
    """The calendar of ``rows``: (code of the case, what is due, ISO day); ``made``: ISO 8601 with zone.

    Each is a whole day, confidential, with a reminder three days before. Titles must be generic ("appeal"): a
    calendar is copied to clouds. The same rows in any order give the same bytes; a row twice is one entry.
    Raises Usage for a day that is none.
    """
    import icalendar

    book = icalendar.Calendar()
    book.add("prodid", f"-//muster//{version}//EN")
    book.add("version", "2.0")
    stamp = datetime.fromisoformat(made)
    for code, title, day in sorted(set(rows)):
        entry = icalendar.Event()
        entry.add("uid", make_id("due", code, title, day))
        entry.add("dtstamp", stamp)
        entry.add("dtstart", _day(day, code))
        entry.add("summary", visible_words(" ".join(f"Case {code}: {title}".split())))
        entry.add("class", "CONFIDENTIAL")
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", "due in three days")
        alarm.add("trigger", -_WARNING)
        entry.add_component(alarm)
        book.add_component(entry)
    made_bytes: bytes = book.to_ical()
    return made_bytes


def _day(told: str, code: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise Usage(f"{told!r} is no day", record=code, next_step="write it as 2026-11-22") from None


__all__ = ["calendar"]
