"""What the tests of events and of their order share: a body read, and one of its events."""

from __future__ import annotations

from muster.model.claims import Event, Reading, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text
from muster.text.languages import language_of


def read(body: str, published: str | None = "2031-06-20") -> Reading:
    """What is read of a body in its own language."""
    return read_text(Text("t", "d", body, language_of(body), "test"), ReadingContext(published=published))


def event(reading: Reading, words: str) -> Event:
    """The event that holds these words."""
    found = [e for e in reading.events if words in e.passage.words]
    assert len(found) == 1, (words, [e.what for e in reading.events])
    return found[0]
