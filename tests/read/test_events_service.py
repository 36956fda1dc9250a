"""A soldier's story told in shuffled paragraphs, and years that follow their month."""

from __future__ import annotations

from datetime import date

from tests.read.narrated import event, read

from muster.model.claims import Reading
from muster.read.events.service import STAGE
from muster.text.dates.chronology import in_time

STORY = """Now he is home in Odrin, and the summer is quiet.

His letter of resignation was accepted, says his sister.

The column moved through the orchards, and Vask lost his boots. Two of his friends were killed.

In January, Vask was sent near the border for a week.

On 24 February he crossed the border with his company.

Vask joined the army as a cook.

In town he asked for legal advice.

On 3 April he was sent back to a camp by the lake."""


def _line(reading: Reading) -> list[str]:
    number = {e.id: i for i, e in enumerate(reading.events)}
    days = [
        tuple(date.fromisoformat(d).toordinal() if d else None for d in (e.first, e.last))
        for e in reading.events
    ]
    order = [(number[o.before], number[o.after], o.certain) for o in reading.order]
    return [reading.events[i].what for i in in_time([(a, b) for a, b in days], order)]


def test_undated_events_of_a_service_take_their_place_between_dated_ones() -> None:
    """Enlisted, sent, fighting, back, advice, outcome, now; and nothing of it is certain."""
    reading = read(STORY, "2031-06-20")
    line = _line(reading)
    told = ("joined", "near the border", "crossed", "killed", "sent back", "advice", "accepted", "Now he")
    places = [next(i for i, what in enumerate(line) if words in what) for words in told]
    assert places == sorted(places)
    staged = [o for o in reading.order if STAGE in o.reasons]
    assert staged and not any(o.certain for o in staged)


def test_two_stages_make_no_story() -> None:
    """A letter and a court do not put a text in order."""
    reading = read("He was sent back on 3 May. His report was rejected by the mayor.", "2031-06-20")
    assert not any(STAGE in o.reasons for o in reading.order)


def test_the_hour_of_a_day_goes_with_the_day_into_the_next_year() -> None:
    """In September 2030 …, on 9 April …, by noon: noon of 2031."""
    reading = read(
        "В сентябре 2030 года дорогу заминировали. Девятого апреля он снял мину, и к полудню он вернулся."
    )
    assert event(reading, "вернулся").first in (None, "2031-04-09")


def test_what_was_done_this_year_was_done_by_the_day_of_writing() -> None:
    """Earlier this year ends on that day."""
    assert event(read("He fought earlier this year near Odrin."), "fought").last == "2031-06-20"
