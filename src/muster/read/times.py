"""Sentences in, time expressions out, each with its TIMEX3 value, its range of days and the reason for them.

A text that has a date reads a day without a year as the nearest past one; a narrative that names its own
years carries the last one on. What leans on an earlier time ("later that month") is resolved only inside
the same paragraph: across lines a shuffled or shortened copy would answer wrongly.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING, Final, TypeGuard

from muster.model.claims import ReadingContext, TimeRange
from muster.model.evidence import Passage, Text
from muster.model.ids import span_id
from muster.text.calendar_words import DAYPART_CODES, SEASON_CODES
from muster.text.dates import Expression, find_dates
from muster.text.known_days import known_year
from muster.text.outlook import Outlook, outlook

if TYPE_CHECKING:
    from muster.text.spans import Span

_LETTERS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M",
    "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip
_FUTURE: Final = re.compile(
    r"\b(?:will|shall|is to|are to|due to|going to|plans? to|scheduled|expected to|expects?|intends? to"
    r"|будет|будут|планиру\w*|намерен\w*|ожида(?:ет|ют)|не позднее"
    r"|буде|будуть|плану\w*|має намір|очіку(?:є|ють)|не пізніше)\b",
    re.IGNORECASE,
)
_SEASON_MONTHS: Final = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}
# What the next such day may lie ahead of the day of writing at most, where it falls into the next year.
_NEXT_YEAR: Final = 180
# A text counts as a narrative of its own years when this many, and most, lie before the year of writing.
_NARRATIVE_YEARS: Final = 5
# A narrative looks back by less than this; a month that seems further behind belongs to the next year.
_LOOKS_BACK: Final = 270


@dataclass(frozen=True, slots=True)
class _Days:
    """A resolved range of days with the value that says it."""

    first: date
    last: date
    value: str
    granularity: str


@dataclass(slots=True)
class _Thread:
    """What the reader remembers while it walks through one text."""

    written: tuple[date, date] | None
    narrative: bool
    year: int | None = None
    before: _Days | None = None
    sentence: str = ""
    ahead: bool | None = None
    body: str = ""
    bounds: tuple[int, int] = (0, 0)
    language: str = "en"

    def looks_ahead(self) -> bool:
        """True where the sentence speaks of the future; searched once for all its times."""
        if self.ahead is None:
            self.ahead = _FUTURE.search(self.sentence) is not None
        return self.ahead

    def outlook(self, e: Expression) -> Outlook:
        """Which way the clause of a time looks; the sentence, where the clause says nothing."""
        found = outlook(self.body, *self.bounds, e.start, e.stop, self.language)
        if found.way in ("", "open") and self.looks_ahead():
            return Outlook("ahead", "")
        return found


def find_times(
    text: Text, sentences: Sequence[Span], languages: Sequence[str], context: ReadingContext
) -> list[TimeRange]:
    """Every time expression of ``sentences``; ``first`` and ``last`` are None where it could not be"
    " anchored."""
    found = [
        (index, expression)
        for index, (sentence, language) in enumerate(zip(sentences, languages, strict=True))
        for expression in find_dates(text.body, sentence[0], sentence[1], language)
    ]
    written = _written(context.published)
    thread = _Thread(written, _is_narrative([e for _, e in found], written), body=text.body)
    result: list[TimeRange] = []
    last, place = -1, 0
    for index, expression in found:
        if index != last:
            start, stop = sentences[index][0], sentences[index][1]
            if "\n" in text.body[place:start]:
                thread.before = None
                thread.year = thread.year if thread.narrative else None
            thread.sentence, thread.ahead = text.body[start:stop], None
            thread.bounds, thread.language = (start, stop), languages[index]
            last, place = index, max(place, start)
        result.append(_time(text, expression, thread))
    return result


def _is_narrative(found: Sequence[Expression], written: tuple[date, date] | None) -> bool:
    years = [e.year for e in found if e.year is not None]
    if written is None:
        return bool(years)
    return sum(year < written[0].year - 1 for year in years) * 2 > len(years) >= _NARRATIVE_YEARS


def _written(published: str | None) -> tuple[date, date] | None:
    """The range of days in which the document was published."""
    if not published:
        return None
    try:
        parts = [int(part) for part in published[:10].split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            return date(parts[0], parts[1], 1), _month_end(parts[0], parts[1])
        day = date(*parts)
    except (TypeError, ValueError):
        return None
    return day, day


def _time(text: Text, e: Expression, thread: _Thread) -> TimeRange:
    passage = Passage.of(text, e.start, e.stop)
    if e.form == "duration":
        return _made(
            passage, "DURATION", _period(e.amount, e.unit), None, None, "a length of time, not a date"
        )
    if e.form == "set":
        return _made(passage, "SET", _repeated(e), None, None, "something that repeats")
    days, anchor, reason = _resolve(e, thread)
    kind = (
        "TIME"
        if e.hour is not None or e.daypart is not None or e.unit in ("hour", "minute", "second")
        else "DATE"
    )
    if days is None:
        return _made(passage, kind, _unknown(e), None, None, reason)
    if e.unit not in ("hour", "minute", "second"):
        thread.before = days
        if e.year is not None or (thread.narrative and anchor == "previous"):
            thread.year = int(days.value[:4]) if days.value[:4].isdecimal() else thread.year
    return _made(passage, kind, days.value + _clock(e), days, anchor, reason)


def _made(
    passage: Passage, kind: str, value: str, days: _Days | None, anchor: str | None, reason: str
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


# --- values ----------------------------------------------------------------------------------------


def _period(amount: float | None, unit: str | None) -> str:
    letter = _LETTERS[unit or "day"]
    number = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"


def _repeated(e: Expression) -> str:
    if e.daypart is not None:
        return f"XXXX-XX-XXT{DAYPART_CODES[e.daypart]}"
    if e.weekday is not None:
        return f"XXXX-WXX-{e.weekday}"
    if e.season is not None:
        return f"XXXX-{SEASON_CODES[e.season]}"
    if e.amount is not None and e.amount != 1:
        return _period(e.amount, e.unit)
    blank = {
        "day": "XXXX-XX-XX",
        "night": "XXXX-XX-XXTNI",
        "week": "XXXX-WXX",
        "month": "XXXX-XX",
        "year": "XXXX",
    }
    return blank.get(e.unit or "", _period(1, e.unit))


def _clock(e: Expression) -> str:
    if e.hour is not None:
        return f"T{e.hour:02d}:{e.minute or 0:02d}"
    return f"T{DAYPART_CODES[e.daypart]}" if e.daypart is not None else ""


def _unknown(e: Expression) -> str:
    """The value with X for everything that nobody said."""
    if e.form == "shift" or e.origin != "document" or e.form == "relative":
        if e.form == "relative" and e.unit == "month-name":
            return f"XXXX-{e.month:02d}"
        if e.form == "relative" and e.unit == "season":
            return f"XXXX-{SEASON_CODES[e.season or 1]}"
        blank = {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX"}
        return blank.get(e.unit or "", "XXXX-XX-XX") + _clock(e)
    if e.weekday is not None and e.day is None:
        return f"XXXX-WXX-{e.weekday}" + _clock(e)
    if e.season is not None:
        return f"XXXX-{SEASON_CODES[e.season]}"
    if e.quarter is not None:
        return f"XXXX-Q{e.quarter}"
    month = f"{e.month:02d}" if e.month else "XX"
    if e.day is None and e.hour is None and e.daypart is None:
        return f"XXXX-{month}"
    return f"XXXX-{month}-{f'{e.day:02d}' if e.day else 'XX'}" + _clock(e)


# --- anchors ---------------------------------------------------------------------------------------


def _resolve(e: Expression, thread: _Thread) -> tuple[_Days | None, str | None, str]:
    try:
        if e.form == "shift":
            return _shifted(e, thread)
        if e.form == "relative":
            return _relative(e, thread)
        return _dated(e, thread)
    except (ValueError, OverflowError):
        return None, None, "no such day in the calendar"


def _dated(e: Expression, thread: _Thread) -> tuple[_Days | None, str | None, str]:
    if e.decade is not None or e.century is not None:
        return _long(e), "explicit", "the decade or century is written"
    if e.year is not None:
        if e.ambiguous:
            return _either_way(e), "explicit", "day and month may stand in either order"
        return _calendar(e, e.year), "explicit", "the year is written"
    if e.month is None and e.season is None and e.quarter is None:
        return _clock_or_weekday(e, thread)
    event = known_year(thread.sentence, e.month, e.day) if thread.written is None else None
    if event is not None:
        return _calendar(e, event[0]), "event", f"the day of {event[1]}"
    if thread.year is not None:
        return _carried(e, thread), "previous", f"the text last spoke of {thread.year}"
    if thread.written is None:
        return None, None, "the document has no date and names no year"
    return _nearest(e, thread.written, thread)


def _carried(e: Expression, thread: _Thread) -> _Days:
    """In the year last named; a narrative told in order may have passed the turn of the year."""
    year, before = thread.year or 0, thread.before
    days = _calendar(e, year)
    if (
        not thread.narrative
        or before is None
        or e.month is None
        or before.granularity not in ("day", "month")
    ):
        return days
    behind = (before.first - days.first).days
    return _calendar(e, year + 1) if behind > _LOOKS_BACK else days


def _nearest(e: Expression, written: tuple[date, date], thread: _Thread) -> tuple[_Days, str, str]:
    """The last such day on or before the day of writing; the next one where the clause looks ahead."""
    year = written[1].year
    days = _calendar(e, year)
    if days.first > written[1]:
        view = thread.outlook(e)
        if view.way in ("", "back"):
            return _calendar(e, year - 1), "document", "the last one before the document's date"
        return days, "document", _ahead_of("of the document's year and after its date", view)
    if days.last < written[0] and e.month is not None:
        ahead = _calendar(e, year + 1)
        if (ahead.first - written[0]).days < _NEXT_YEAR:
            view = thread.outlook(e)
            if view.way == "ahead":
                return ahead, "document", _ahead_of("the next one after the document's date", view)
    return days, "document", "of the document's year"


def _ahead_of(reason: str, view: Outlook) -> str:
    return (
        f"{reason}: the clause looks ahead (“{view.cue}”)" if view.cue else f"{reason}: a forecast or a plan"
    )


def _clock_or_weekday(e: Expression, thread: _Thread) -> tuple[_Days | None, str | None, str]:
    if e.weekday is None:
        if thread.before is not None and thread.before.granularity == "day":
            return thread.before, "previous", "on the day told before"
        return None, None, "a time of day without a day"
    if (
        e.day is not None
        or thread.written is None
        or thread.written[0] != thread.written[1]
        or thread.narrative
    ):
        if thread.before is not None and thread.before.granularity == "day":
            return (
                _after_weekday(thread.before.first, e.weekday),
                "previous",
                "the weekday next after the day before",
            )
        return None, None, "a weekday without a date to count from"
    day = thread.written[0]
    back = (day.isoweekday() - e.weekday) % 7
    if thread.outlook(e).way in ("ahead", "until"):
        return (
            _day(day + timedelta(days=(e.weekday - day.isoweekday()) % 7)),
            "document",
            "the next such weekday",
        )
    return _day(day - timedelta(days=back)), "document", "the last such weekday up to the document's date"


def _after_weekday(day: date, weekday: int) -> _Days:
    return _day(day + timedelta(days=(weekday - day.isoweekday()) % 7))


def _shifted(e: Expression, thread: _Thread) -> tuple[_Days | None, str | None, str]:
    if e.amount is None:
        return None, None, "nobody said how long before or after"
    step = e.step * e.amount
    if e.origin in ("previous", "through"):
        if thread.before is not None:
            return (
                _moved(thread.before, step, e.unit or "day"),
                "previous",
                "counted from the time told before",
            )
        # «через неделю» of a past event leans on what went before; of a plan, on the day of writing.
        if e.origin == "previous" or not thread.looks_ahead():
            return None, None, "counted from a time that this paragraph does not date"
    if thread.written is None or thread.written[0] != thread.written[1]:
        return None, None, "counted from the document's date, which is not known"
    return (
        _moved(_day(thread.written[0]), step, e.unit or "day"),
        "document",
        "counted from the document's date",
    )


def _relative(e: Expression, thread: _Thread) -> tuple[_Days | None, str | None, str]:
    if e.origin == "previous":
        if thread.before is None and e.step == -1 and e.unit == "day" and _one_day(thread.written):
            # «накануне» in a report that names no other day is the day before it was written.
            return (
                _day(thread.written[0] - timedelta(days=1)),
                "inferred",
                "the day before the document's date",
            )
        if thread.before is None:
            return None, None, "leans on a time that this paragraph does not date"
        return _leaning(e, thread.before), "previous", "counted from the time told before"
    if thread.written is None:
        return None, None, "counted from the document's date, which is not known"
    if (
        thread.narrative
        and thread.before is not None
        and e.step >= 0
        and e.unit in ("day", "week", "month", "year")
    ):
        return _leaning(e, thread.before), "previous", "counted from the time told before"
    first, last = thread.written
    if e.unit == "month-name":
        return (
            _stepped(e, lambda year: _calendar(e, year), last),
            "document",
            "counted from the document's date",
        )
    if e.unit == "season":
        return (
            _stepped(e, lambda year: _season(year, e.season or 1), last),
            "document",
            "counted from the document's date",
        )
    if e.unit == "year":
        return (
            _calendar_part(_year(last.year + e.step), e.part),
            "document",
            "counted from the document's date",
        )
    if e.unit == "decade":
        decade = last.year // 10 * 10 + 10 * e.step
        return (
            _Days(date(decade, 1, 1), date(decade + 9, 12, 31), str(decade // 10), "decade"),
            "document",
            "counted from the document's date",
        )
    if e.unit == "month" and first.month == last.month:
        return (
            _calendar_part(_month(*_add_months(last, e.step)), e.part),
            "document",
            "counted from the document's date",
        )
    if first != last:
        return None, None, "counted from the document's date, of which the day is not known"
    if e.unit == "weekday":
        return _weekday(last, e.weekday or 1, e.step), "document", "counted from the document's date"
    if e.unit == "week":
        return _week(last + timedelta(weeks=e.step)), "document", "counted from the document's date"
    return _day(last + timedelta(days=e.step)), "document", "counted from the document's date"


def _one_day(written: tuple[date, date] | None) -> TypeGuard[tuple[date, date]]:
    return written is not None and written[0] == written[1]


def _stepped(e: Expression, in_year: Callable[[int], _Days], written: date) -> _Days:
    days = in_year(written.year)
    if e.step < 0 and days.last >= written:
        return in_year(written.year - 1)
    if e.step > 0 and days.first <= written:
        return in_year(written.year + 1)
    return days


def _weekday(day: date, weekday: int, step: int) -> _Days:
    if step < 0:
        return _day(day - timedelta(days=(day.isoweekday() - weekday) % 7 or 7))
    if step > 0:
        return _day(day + timedelta(days=(weekday - day.isoweekday()) % 7 or 7))
    return _day(day + timedelta(days=weekday - day.isoweekday()))


def _leaning(e: Expression, before: _Days) -> _Days:
    """ "that month", "the following day", "the previous year" of a time told before."""
    if e.unit == "day":
        day = before.last if e.step > 0 else before.first
        if before.granularity != "day":
            raise ValueError("no day was told")
        return _day(day + timedelta(days=e.step))
    if e.unit == "week":
        return _week(before.first + timedelta(weeks=e.step))
    if e.unit == "month":
        if before.granularity not in ("day", "week", "month"):
            raise ValueError("no month was told")
        days = _calendar_part(_month(*_add_months(before.first, e.step)), e.part)
        # "later that month" than a day of it.
        if e.step == 0 and not e.part and before.granularity == "day":
            return _Days(before.first, days.last, days.value, days.granularity)
        return days
    if e.unit == "season":
        return _season(before.first.year, e.season or 1)
    if e.unit == "month-name":
        return _month(before.first.year, e.month or 1)
    if e.unit == "decade":
        decade = before.first.year // 10 * 10
        return _Days(date(decade, 1, 1), date(decade + 9, 12, 31), str(decade // 10), "decade")
    return _calendar_part(_year(before.first.year + e.step), e.part)


# --- the calendar ----------------------------------------------------------------------------------


def _day(day: date) -> _Days:
    return _Days(day, day, day.isoformat(), "day")


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _month(year: int, month: int) -> _Days:
    return _Days(date(year, month, 1), _month_end(year, month), f"{year:04d}-{month:02d}", "month")


def _year(year: int) -> _Days:
    return _Days(date(year, 1, 1), date(year, 12, 31), f"{year:04d}", "year")


def _week(day: date) -> _Days:
    monday = day - timedelta(days=day.isoweekday() - 1)
    iso = monday.isocalendar()
    return _Days(monday, monday + timedelta(days=6), f"{iso.year:04d}-W{iso.week:02d}", "week")


def _season(year: int, season: int) -> _Days:
    first, last = _SEASON_MONTHS[season]
    # "winter 2022" may be either winter of that year: the range holds both ends, as nobody said which.
    start = date(year, 1, 1) if season == 4 else date(year, first, 1)
    stop = _month_end(year + 1, 2) if season == 4 else _month_end(year, last)
    return _Days(start, stop, f"{year:04d}-{SEASON_CODES[season]}", "season")


def _long(e: Expression) -> _Days:
    if e.century is not None:
        start = (e.century - 1) * 100
        return _Days(date(max(start, 1), 1, 1), date(start + 99, 12, 31), f"{e.century - 1:02d}", "century")
    decade = e.decade or 0
    span = _Days(date(decade, 1, 1), date(decade + 9, 12, 31), str(decade // 10), "decade")
    return _calendar_part(span, e.part)


def _either_way(e: Expression) -> _Days:
    one, other = sorted(
        (date(e.year or 1, e.month or 1, e.day or 1), date(e.year or 1, e.day or 1, e.month or 1))
    )
    return _Days(one, other, date(e.year or 1, e.month or 1, e.day or 1).isoformat(), "day")


def _calendar(e: Expression, year: int) -> _Days:
    if e.season is not None:
        return _calendar_part(_season(year, e.season), e.part)
    if e.quarter is not None:
        month = 3 * e.quarter - 2
        return _Days(date(year, month, 1), _month_end(year, month + 2), f"{year:04d}-Q{e.quarter}", "quarter")
    if e.month is None:
        return _calendar_part(_year(year), e.part)
    if e.day is None:
        return _calendar_part(_month(year, e.month), e.part)
    first = date(year, e.month, e.day)
    last = date(year, e.month, e.until_day) if e.until_day is not None else first
    return _Days(first, last, first.isoformat(), "day")


def _calendar_part(days: _Days, part: str) -> _Days:
    """The first, middle or last third (or half) of a range; the value keeps the whole."""
    if not part:
        return days
    whole = (days.last - days.first).days + 1
    cut = {
        "start": (0, whole // 3),
        "middle": (whole // 3, whole - whole // 3),
        "end": (whole - whole // 3 - 1, whole),
        "first half": (0, (whole + 1) // 2),
        "second half": (whole // 2, whole),
    }[part]
    first, last = days.first + timedelta(days=cut[0]), days.first + timedelta(days=cut[1] - 1)
    return _Days(first, last, days.value, days.granularity)


def _add_months(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def _moved(before: _Days, amount: float, unit: str) -> _Days:
    """``before`` and ``amount`` units on, as exact as the coarser of the two."""
    if abs(amount) > MAXYEAR * 366:
        raise OverflowError
    if unit in ("year", "decade", "century"):
        years = int(amount * {"year": 1, "decade": 10, "century": 100}[unit])
        return _year(before.first.year + years)
    if unit == "month":
        if before.granularity in ("year", "decade", "season"):
            raise ValueError("no month was told")
        return _month(*_add_months(before.first, int(amount)))
    if before.granularity not in ("day", "week"):
        raise ValueError("no day was told")
    days = timedelta(days=amount * {"week": 7, "day": 1, "night": 1}.get(unit, 0))
    if unit == "week":
        return _week(before.first + days)
    if unit in ("hour", "minute", "second"):
        sooner = before.first - timedelta(days=1) if amount < 0 else before.first
        return _Days(
            sooner,
            before.last if amount < 0 else before.last + timedelta(days=1),
            "PAST_REF" if amount < 0 else "FUTURE_REF",
            "day",
        )
    return _day(before.first + days)


__all__ = ["find_times"]
