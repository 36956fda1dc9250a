"""Events: dated, narrated sentences, and only the order that their dates force."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.claims import Event, Order, ReadingContext, TimeRange
from muster.model.evidence import Passage, Text
from muster.read.events import find_events
from muster.read.places import find_places
from muster.read.times import find_times
from muster.text.spans import Span


def read(*sentences: str) -> tuple[list[Event], list[Order]]:
    """Events of sentences of one paragraph, the document being of 10 May 2023."""
    body, spans = " ".join(sentences), []
    at = 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    text = Text("t", "d", body, "en", "test")
    languages = ["en"] * len(spans)
    times = find_times(text, spans, languages, ReadingContext(published="2023-05-10"))
    return find_events(text, spans, times, find_places(text, spans, languages))


def test_a_dated_sentence_is_an_event_with_place_and_range() -> None:
    """What, where and the days within which it began."""
    (event,), order = read("On 7 March the bakery in Omsk burned down.")
    assert event.what == "On 7 March the bakery in Omsk burned down."
    assert (event.where, event.first, event.last, order) == ("Omsk", "2023-03-07", "2023-03-07", [])


def test_plans_questions_and_headings_are_no_events() -> None:
    """What is planned, asked or only a date did not happen."""
    assert read("The bakery will open on 7 June.", "Did it burn on 7 March?", "7 March 2023.")[0] == []


def test_order_is_told_only_where_the_dates_force_it() -> None:
    """March before May whatever the order of telling; a day inside a month stays unordered with it."""
    events, order = read(
        "It reopened on 3 May after work.", "It burned on 7 March at noon.", "In March it rained a lot."
    )
    ids = {event.what.split()[1]: event.id for event in events}
    assert {(o.before, o.after) for o in order} >= {(ids["burned"], ids["reopened"])}
    assert all({o.before, o.after} != {ids["burned"], ids["March"]} for o in order)
    assert all(o.certain and o.reasons for o in order)


DAYS = st.integers(1, 28)


def _day_range(text: Text, k: int, first: int, last: int) -> TimeRange:
    passage = Passage.of(text, 20 * k, 20 * k + 2)
    return TimeRange(f"time-{k}", passage, "DATE", "x", f"2023-01-{first:02d}", f"2023-01-{last:02d}", "day")


@given(st.lists(st.tuples(DAYS, DAYS), max_size=40))
@settings(max_examples=100, deadline=None)
def test_order_has_no_cycle_and_at_most_two_links_an_event(ranges: list[tuple[int, int]]) -> None:
    """Every link is forced by its dates, immediate, and there are at most twice as many as events."""
    body = "it broke down then. " * max(len(ranges), 1)
    text = Text("t", "d", body, "en", "test")
    spans = [Span(20 * k, 20 * k + 19) for k in range(len(ranges))]
    times = [_day_range(text, k, min(days), max(days)) for k, days in enumerate(ranges)]
    events, order = find_events(text, spans, times, [])
    by_id = {event.id: event for event in events}
    assert len(order) <= 2 * len(events)
    for link in order:
        before, after = by_id[link.before], by_id[link.after]
        assert before.last is not None and after.first is not None and before.last < after.first
        between = (e for e in events if before.last < (e.first or "") and (e.last or "") < after.first)
        assert not list(between)
