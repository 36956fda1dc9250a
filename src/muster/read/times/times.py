"""Sentences in, time expressions out, each with its TIMEX3 value, its range of days and the reason for them.

A text that has a date reads a day without a year as the nearest past one; a narrative that names its own
years carries the last one on. What leans on an earlier time ("later that month") is resolved only inside
the same paragraph: across lines a shuffled or shortened copy would answer wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from muster.model.claims import ReadingContext, TimeRange
from muster.model.evidence import Passage, Text
from muster.model.ids import span_id
from muster.read.times.anchors import anchored
from muster.read.times.chapters import chapter_marks
from muster.read.times.thread import Thread, days_written, is_narrative
from muster.read.times.values import before_christ, clock, kind_of, period, repeated, unknown
from muster.text.dates import days as on
from muster.text.dates.dates import Expression, find_dates
from muster.text.dates.days import Days

if TYPE_CHECKING:
    from muster.text.spans import Span

_NIGHT: Final = 4
_DAY: Final = timedelta(days=1)
_BY_DAY: Final = "the day that stands beside it"
# «В ночь на вторник», «у ніч із 2 на 3 квітня», "overnight into Tuesday".
_NIGHT_TO: Final = re.compile(r"(?:(?:ночь|ніч) (?:на|(?P<from>со|с|із|зі|з))|overnight (?:in)?to) ", re.I)


def find_times(
    text: Text, sentences: Sequence[Span], languages: Sequence[str], context: ReadingContext
) -> list[TimeRange]:
    """Every time expression of ``sentences``; without ``first`` and ``last`` where it has no anchor."""
    marks = chapter_marks(text.body)
    found = [
        (index, expression)
        for index, (sentence, language) in enumerate(zip(sentences, languages, strict=True))
        for expression in find_dates(text.body, sentence[0], sentence[1], language)
        if expression.start not in marks
    ]
    written = days_written(context.published)
    thread = Thread(written, is_narrative([e for _, e in found], written), body=text.body)
    result: list[TimeRange] = []
    last, place = -1, 0
    shifted = False
    for index, expression in found:
        if index != last:
            start, stop = sentences[index][0], sentences[index][1]
            across = "\n" in text.body[place:start]
            thread.enter(start, stop, languages[index], new_paragraph=across)
            last, place = index, max(place, start)
        result.append(_time(text, expression, thread))
        if shifted:
            result[-2] = _dated_beside(text.body, result[-2], result[-1])
        shifted = expression.form == "shift"
    return result


# "A week later – 9 June", "two days later, on 5 May,".
_BESIDE: Final = re.compile(r"(?:,|\s[–—-])\s(?:(?:on|в|во|у|на)\s)?")


def _dated_beside(body: str, time: TimeRange, beside: TimeRange) -> TimeRange:
    """A time counted from another with the day that stands straight behind it."""
    if beside.granularity != "day" or time.type != "DATE":
        return time
    if not _BESIDE.fullmatch(body, time.passage.stop, beside.passage.start):
        return time
    if time.first is not None and time.last is not None and beside.first is not None:
        if not time.first <= beside.first <= time.last:
            return time
        return replace(time, first=beside.first, last=beside.last, reason=_BY_DAY)
    return replace(
        time, value=beside.value, first=beside.first, last=beside.last, granularity="day",
        anchor=beside.anchor, reason=_BY_DAY,
    )  # fmt: skip


def _time(text: Text, e: Expression, thread: Thread) -> TimeRange:
    passage = Passage.of(text, e.start, e.stop)
    kind = kind_of(e)
    if e.form == "duration":
        return _made(passage, kind, period(e.amount, e.unit, e.rest), reason="a length of time, not a date")
    if e.form == "set":
        return _made(passage, kind, repeated(e), reason="something that repeats")
    if e.form == "reference":
        written = thread.day_written if not thread.narrative else None
        if e.value == "PRESENT_REF" and written is not None:
            return _made(passage, kind, e.value, on.day(written), "document", "the day of writing")
        return _made(
            passage, kind, e.value, reason="near or far from the time of writing, nobody said how much"
        )
    ancient = _ancient(passage, kind, e, thread)
    if ancient is not None:
        return ancient
    if (
        e.form == "relative"
        and e.unit == "day"
        and e.step == 0
        and e.origin == "document"
        and thread.narrative
    ):
        return _made(passage, kind, "PRESENT_REF", reason="the present of a narrative, not a day of it")
    days, anchor, reason = anchored(e, thread)
    if days is None:
        return _made(passage, kind, unknown(e), reason=reason)
    if e.unit not in ("hour", "minute", "second"):
        thread.remember(e, days, anchor)
    if e.daypart == _NIGHT and days.first == days.last and (night := _NIGHT_TO.match(passage.words)):
        # Midnight lies inside: of two days, whichever of them gives the value.
        value, begins = days.value + clock(e), bool(night["from"])
        first, last = (days.first, days.last + _DAY) if begins else (days.first - _DAY, days.last)
        return _made(passage, kind, value, replace(days, first=first, last=last), anchor, reason)
    return _made(passage, kind, days.value + clock(e), days, anchor, reason)


def _ancient(passage: Passage, kind: str, e: Expression, thread: Thread) -> TimeRange | None:
    """A time before Christ, for which no calendar has days; also a month that such a year is carried to."""
    if e.bc:
        if e.year is not None:
            thread.bc, thread.year, thread.before = e.year, None, None
        return _made(
            passage, kind, before_christ(e), anchor="explicit", reason="before Christ: no days are given"
        )
    if thread.bc is None or e.year is not None:
        return None
    reason = f"the text last spoke of {thread.bc} BC"
    if e.form == "calendar" and (e.month or e.season):
        return _made(passage, kind, before_christ(e, thread.bc), anchor="previous", reason=reason)
    if e.form == "relative" and e.unit == "year":
        return _made(passage, kind, f"BC{thread.bc - e.step:04d}", anchor="previous", reason=reason)
    return None


def _made(
    passage: Passage,
    kind: str,
    value: str,
    days: Days | None = None,
    anchor: str | None = None,
    reason: str = "",
) -> TimeRange:
    return TimeRange(
        id=span_id("time", passage.text, passage.start, passage.stop),
        passage=passage,
        type=kind,
        value=value,
        first=days.first.isoformat() if days else None,
        last=days.last.isoformat() if days else None,
        granularity=days.granularity if days else None,
        anchor=anchor,
        reason=reason,
    )


__all__ = ["find_times"]
