"""Narrated clauses and their times in, the days of each out: those of its own times, counted from what was
told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from muster.read.events.narrated import Narrated, stepped_back
from muster.read.events.times import Clock, Told, back_before, days_of
from muster.read.events.words import EARLIER_THAN
from muster.read.events.years import yearless
from muster.read.page import Page

# Tenses of what was done.
DONE: Final = ("past", "pluperfect", "perfect", "unbound")
_EARLIER_REACH: Final = 24
# «Ещё в феврале» looks back from a story told so many paragraphs before: an answer stands below a question.
_STORY_REACH: Final = 2
_NOW: Final = "PRESENT_REF"


def not_of_an_aside(page: Page, told: Sequence[Narrated], clock: Clock) -> None:
    """ "The crew, which had lost its pump two days earlier, gave up at midnight": of the day told before."""
    for before, event in pairwise(told):
        aside = before.clause.hangs and before.clause.sentence == event.clause.sentence
        if not aside or event.clause.hangs:
            continue
        shifted = [t for t in before.times if t.e is not None and t.e.form == "shift" and t.e.step < 0]
        for t in event.times:
            if shifted and t.time.type == "TIME" and t.time.anchor == "previous":
                clock.counts_from(t, shifted[0])
    for before, event in pairwise(told):
        opens = before.clause.start == page.sentences[before.clause.sentence].start
        if before.times or not opens or before.clause.joint not in ("when", "once"):
            continue
        if before.clause.paragraph != event.clause.paragraph or event.clause.main is not None:
            continue
        # "In 1999 he left school. When the war came he was fifty. A year earlier …": before the war.
        for t in event.times:
            if t.time.anchor == "previous" and t.e is not None and t.e.form == "shift":
                t.time = replace(t.time, first=None, last=None)
    # "They left on 21 March. The day before they had looked for petrol. By noon …": of 21 March, however many
    # sentences tell nothing of a day in between.
    back: Told | None = None
    sentence = -1
    for before, event in pairwise(told):
        if before.clause.paragraph != event.clause.paragraph:
            back = None
            continue
        if (stepped := stepped_back(before)) is not None:
            back, sentence = stepped, before.clause.sentence
        elif any(t.dated and t.time.anchor != "previous" for t in before.times):
            back = None
        if back is None or sentence == event.clause.sentence or stepped_back(event):
            continue
        for t in event.times:
            # A month that names no year is of the story's, whatever was told aside.
            if t.time.anchor == "previous" and t.time.first and not yearless(t.e):
                clock.counts_from(t, back)


def earlier_that_year(body: str, told: Sequence[Narrated]) -> None:
    """ "Earlier, in March", «ещё раньше, в марте»: before what was told before it in the paragraph. "He had
    been arrested in January": before the last day that the story came to, there or a paragraph before."""
    story: Narrated | None = None
    for before, event in pairwise(told):
        if before.first is not None and before.clause.verb.tense != "pluperfect":
            story = before
        if event.first is None:
            continue
        same = before.clause.paragraph == event.clause.paragraph
        apart = event.clause.paragraph - story.clause.paragraph if story is not None else _STORY_REACH + 1
        day = story.first if story is not None and apart <= _STORY_REACH else None
        had = event.clause.verb.tense == "pluperfect" and apart <= 1
        if same and before.first is not None and not had:
            day = before.first
        if day is None or event.first < day:
            continue
        for t in event.times:
            low = max(event.clause.start, t.start - _EARLIER_REACH)
            if had or EARLIER_THAN.search(body, low, t.start):
                back_before(t, day)
        date_of(event, body, None)


def date_of(event: Narrated, body: str, published: int | None) -> None:
    """The days of its most exact time that says when, and not how far from something else."""
    # "Solo, now a student, knew it at once": how things stand says no day of what was done.
    done = event.clause.verb.tense in DONE
    free = [t for t in event.times if t.dated and not t.used and not (done and t.time.value == _NOW)]
    if not free:
        event.first = event.last = None
        event.sure = True
        return
    when = min(free, key=lambda t: (t.width, t.start))
    event.first, event.last = days_of(when, body)
    event.sure = when.sure
    for other in free:
        # "In winter, after Epiphany": no later than that winter.
        if other is not when and (event.first is None or event.last is None):
            first, last = days_of(other, body)
            low = event.first if first is None or (event.first or first) > first else first
            high = event.last if last is None or (event.last or last) < last else last
            if low is None or high is None or low <= high:
                event.first, event.last = low, high
                event.sure = event.sure and other.sure
    if (
        done
        and published is not None
        and event.first is not None
        and event.last is not None
        and event.first <= published
    ):
        # "Earlier this year", told as done: by the day of publication.
        event.last = min(event.last, published)


__all__ = ["DONE", "date_of", "earlier_that_year", "not_of_an_aside"]
