"""The calendar of what is due, read by a calendar program's own library."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from muster.cases.calendar import calendar

NOW = "2031-06-20T09:00:00+00:00"


def read(raw: bytes) -> list[tuple[str, date, str]]:
    import icalendar

    entries = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    return [(str(e["summary"]), e["dtstart"].dt, str(e["class"])) for e in entries]


def test_a_title_cannot_add_a_line() -> None:
    """Whole days, confidential; a title with line breaks, commas and half of another entry is one title."""
    raw = calendar(
        [("7F3K", date(2031, 7, 2), "appeal; hearing,\r\nATTENDEE:mailto:x@example.org", "step-1")], NOW
    )
    title = "7F3K: appeal; hearing, ATTENDEE:mailto:x@example.org"
    assert read(raw) == [(title, date(2031, 7, 2), "CONFIDENTIAL")]
    assert b"\nATTENDEE" not in raw


@given(
    st.text(st.sampled_from('апеляція, ;:\\"🙏\n'), max_size=120),
    st.dates(date(1971, 1, 1), date(2100, 1, 1)),
)
def test_any_title_comes_back(what: str, day: date) -> None:
    """Folded and escaped or not, the title comes back as its words, and the day as it was."""
    raw = calendar([("7F3K", day, what, "step-1")], NOW)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    ((title, on, _),) = read(raw)
    assert (" ".join(title.split()), on) == (" ".join(f"7F3K: {what}".split()), day)
