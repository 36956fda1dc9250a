"""A time as it is written and what the text told before in; the days that it may mean, and why, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from muster.read.times.thread import Thread
from muster.text.dates import days as on
from muster.text.dates.dates import Expression
from muster.text.dates.days import Days
from muster.text.dates.known_days import day_of_war, known_year
from muster.text.dates.outlook import Outlook
from muster.text.lemmas import readings

Anchored = tuple[Days | None, str | None, str]

# What the next such day may lie ahead of the day of writing at most, where it falls into the next year.
_NEXT_YEAR: Final = 180
# A narrative looks back by less than this; a month that seems further behind belongs to the next year.
# Where nothing says which way the clause looks, a day so shortly after the writing is more likely the coming
# one than the one almost a year ago.
_SOON: Final = 14
_LOOKS_BACK: Final = 270
# A month so shortly after the time told before goes on with its year, though another was named in passing.
_GOES_ON: Final = 120
# "since", «с», with the blank before and after it.
_OPENER: Final = 12
_SINCE: Final = re.compile(r"(?<!\w)(?:since|с|со|з|із|зі)\s(?:the\s)?\Z", re.IGNORECASE)
_WORD: Final = re.compile(r"\s([^\W\d_]{2,40})")
_UNTIL: Final = re.compile(r"\s?(?:\w{1,5}\s)?(?:по|до|to|until|till|through|[–—-])(?!\w)", re.IGNORECASE)
# "On 14 June, a Friday", «14 июня, в пятницу».
_APPOSED: Final = re.compile(r",? \(?(?:(?:a|it was a|в|во|у|був|была|было) )?", re.IGNORECASE)
_EARLIER_LATER: Final = re.compile(
    r"(?<!\w)(?:(?P<earlier>earlier|ранее|раньше|раніше)|later|позже|позднее|пізніше|згодом),?\s",
    re.IGNORECASE,
)
# So far before a time one of these may stand: «ранее, в том же месяце».
_WAY: Final = 12
_WINTER: Final = 4
_SATURDAY: Final = 6
_SPRING: Final = 3
_NO_DATE: Final = "counted from the document's date, which is not known"
_FROM_DATE: Final = "counted from the document's date"
_FROM_BEFORE: Final = "counted from the time told before"


def anchored(e: Expression, thread: Thread) -> Anchored:
    """The days, what they are counted from (None where they could not be), and the reason in words."""
    try:
        if e.form == "shift":
            return _of_entry(_shifted(e, thread), thread)
        if e.form == "relative":
            return _of_entry(_relative(e, thread), thread)
        if e.form == "nth":
            return _nth_day(e, thread)
        return _since(e, thread, *_dated(e, thread))
    except (ValueError, OverflowError):
        return None, None, "no such day in the calendar"


def _of_entry(found: Anchored, thread: Thread) -> Anchored:
    """ "14 March. Yesterday …": said of the day that heads the paragraph, not of the document."""
    days, anchor, _ = found
    if thread.entry is None or anchor != "document":
        return found
    return days, "previous", _FROM_BEFORE


# --- dates with a name of their own ------------------------------------------------------------------


def _dated(e: Expression, thread: Thread) -> Anchored:
    if e.decade is not None or e.century is not None:
        return _long(e), "explicit", "the decade or century is written"
    if e.year is not None:
        if e.ambiguous:
            return (
                on.either_way(e.year, e.month or 1, e.day or 1),
                "explicit",
                "day and month in either order",
            )
        return _calendar(e, e.year), "explicit", "the year is written"
    if e.year_step is not None:
        return _of_year(e, thread)
    if e.month is None and e.season is None and e.quarter is None and e.feast is None and e.half is None:
        return (
            _clock_or_weekday(e, thread) if e.day is None or e.weekday is not None else _lone_day(e, thread)
        )
    event = known_year(thread.sentence, e.month, e.day) if thread.written is None else None
    if event is not None:
        return _calendar(e, event[0]), "event", f"the day of {event[1]}"
    if thread.year is not None:
        return _carried(e, thread), "previous", f"the text last spoke of {thread.year}"
    if thread.narrative:
        return None, None, "the text has named no year yet"
    if thread.written is None:
        return None, None, "the document has no date and names no year"
    return _nearest(e, thread.written, thread)


def _nth_day(e: Expression, thread: Thread) -> Anchored:
    """The nth day of the war, where the war is the one that every report calls so."""
    if thread.narrative:
        return None, None, "the nth day of a war that is not dated here"
    days = on.day(day_of_war(int(e.amount or 1)))
    if thread.written is not None and days.first > thread.written[1]:
        return None, None, "the nth day of a war that is not dated here"
    return days, "event", "counted from Russia's invasion of Ukraine, its first day being 24 February 2022"


def _since(e: Expression, thread: Thread, days: Days | None, anchor: str | None, reason: str) -> Anchored:
    """ "Since March" lasts until the day of writing, where no other end is named."""
    if days is None or e.until_day is not None or thread.written is None or thread.narrative:
        return days, anchor, reason
    if days.last >= thread.written[1] or e.form == "daypart":
        return days, anchor, reason  # «с утра» is in the morning
    low = max(thread.bounds[0], e.start - _OPENER)
    if not _SINCE.search(thread.body, low, e.start) or _UNTIL.match(thread.body, e.stop, e.stop + _OPENER):
        return days, anchor, reason
    return replace(days, last=thread.written[1]), anchor, f"{reason}; since then, to the document's date"


def _of_year(e: Expression, thread: Thread) -> Anchored:
    """ "May of last year", "the third quarter of that year"."""
    step = e.year_step or 0
    leans = e.year_from == "previous" or thread.narrative
    if step > 0 and thread.before is not None and thread.outlook(e).way in ("", "back"):
        # "In April a letter came. In spring of the next year he was given away": told as done.
        leans = True
    if leans and thread.before is not None:
        return _calendar(e, thread.before.first.year + step), "previous", _FROM_BEFORE
    if leans and thread.year is not None:
        return _calendar(e, thread.year + step), "previous", f"the text last spoke of {thread.year}"
    if leans or thread.written is None:
        return None, None, "leans on a time that this paragraph does not date"
    return _calendar(e, thread.written[1].year + step), "document", _FROM_DATE


def _carried(e: Expression, thread: Thread) -> Days:
    """In the year last named; a narrative told in order may have passed the turn of the year."""
    year, told = thread.year or 0, thread.told
    days = _calendar(e, year)
    if thread.passing is not None and (
        not thread.narrative or told is None or not 0 <= (days.first - told.first).days <= _GOES_ON
    ):
        return _calendar(e, thread.passing)
    if not thread.narrative or told is None or e.month is None or told.granularity not in ("day", "month"):
        return days
    if told.first.year == year and (told.first - days.first).days > _LOOKS_BACK:
        return _calendar(e, year + 1)
    return days


def _nearest(e: Expression, written: tuple[date, date], thread: Thread) -> Anchored:
    """The last such day on or before the day of writing; the next one where the clause looks ahead."""
    year = written[1].year
    if e.season == _WINTER:
        return _nearest_winter(e, written, thread)
    try:
        days = _calendar(e, year)
    except ValueError:
        # 29 February of a year that has none was the last leap year's.
        return _calendar(e, year - year % 4), "document", "the last leap year up to the document's date"
    named = _by_weekday(e, days, written[1])
    if named is not None:
        return named, "document", "the nearest year in which that day is the weekday named"
    if days.first > written[1]:
        view = thread.outlook(e)
        soon = view.way == "" and (days.first - written[1]).days <= _SOON
        if view.way in ("", "back") and not soon:
            return _calendar(e, year - 1), "document", "the last one before the document's date"
        if soon:
            return days, "document", "within days of the document's date, the last one a year behind"
        return days, "document", _ahead_of("of the document's year and after its date", view)
    if days.last < written[0] and e.month is not None:
        ahead = _calendar(e, year + 1)
        if (ahead.first - written[0]).days < _NEXT_YEAR:
            view = thread.outlook(e)
            if view.way in ("ahead", "until"):
                return ahead, "document", _ahead_of("the next one after the document's date", view)
    return days, "document", "of the document's year"


def _by_weekday(e: Expression, days: Days, written: date) -> Days | None:
    """ "Sunday, 9 June": the nearest of three years in which the 9th is one; None where all may be meant."""
    if e.weekday is None or e.day is None or e.until_day is not None:
        return None
    fits = []
    for year in (written.year - 1, written.year, written.year + 1):
        try:
            found = _calendar(e, year)
        except ValueError:
            continue
        if found.first.isoweekday() == e.weekday:
            fits.append(found)
    return min(fits, key=lambda d: abs((d.first - written).days)) if fits else None


def _nearest_winter(e: Expression, written: tuple[date, date], thread: Thread) -> Anchored:
    """The winter that began last, or the next one where the clause looks ahead."""
    days = on.one_season(written[1].year, _WINTER)
    view = thread.outlook(e)
    if days.first <= written[1] or view.way == "ahead":
        return on.part_of(days, e.part), "document", _ahead_of("the winter of the document's year", view)
    return (
        on.part_of(on.one_season(written[1].year - 1, _WINTER), e.part),
        "document",
        "the last one before the document's date",
    )


def _ahead_of(reason: str, view: Outlook) -> str:
    return (
        f"{reason}: the clause looks ahead (“{view.cue}”)" if view.cue else f"{reason}: a forecast or a plan"
    )


def _clock_or_weekday(e: Expression, thread: Thread) -> Anchored:
    before = thread.before if thread.before is not None and thread.before.granularity == "day" else None
    day = thread.day_written if not thread.narrative else None
    if e.weekday is None:
        if before is not None:
            return before, "previous", "on the day told before"
        if day is not None and thread.before is None and thread.outlook(e).way != "open":
            return on.day(day), "inferred", "a time of day in a paragraph that names no other day"
        return None, None, "a time of day without a day"
    if before is not None and e.day is None and _APPOSED.fullmatch(thread.body, thread.ends, e.start):
        return before, "previous", "on the day told before"
    if thread.before is not None and thread.before.granularity == "week" and e.day is None:
        return (
            on.stepped_weekday(thread.before.first, e.weekday, 0),
            "previous",
            "a day of the week told before",
        )
    if e.day is not None or day is None:
        if before is not None:
            return (
                on.after_weekday(before.first, e.weekday),
                "previous",
                "the weekday next after the day before",
            )
        return None, None, "a weekday without a date to count from"
    if thread.outlook(e).way in ("ahead", "until", "open"):
        return on.after_weekday(day, e.weekday), "document", "the next such weekday"
    back = timedelta(days=(day.isoweekday() - e.weekday) % 7)
    if thread.entry is not None:
        return on.day(day - back), "previous", _FROM_BEFORE
    return on.day(day - back), "document", "the last such weekday up to the document's date"


def _lone_day(e: Expression, thread: Thread) -> Anchored:
    """«15-го»: in the month told before, else the last such day before the document's date."""
    before, day = thread.before, e.day or 1
    if before is None and thread.last_entry is not None and thread.heads(e):
        last = thread.last_entry
        months = 1 if day < last.day else 0
        return on.day(date(*on.add_months(last, months), day)), "previous", "the next entry of a diary"
    if before is not None and before.granularity in ("day", "month"):
        days = on.day(date(before.first.year, before.first.month, day))
        return days, "previous", "a day of the month told before"
    written = thread.day_written if not thread.narrative else None
    if written is None:
        return None, None, "a day of a month that is not told here"
    ahead = thread.outlook(e).way in ("ahead", "until")
    months = (1 if day < written.day else 0) if ahead else (-1 if day > written.day else 0)
    return on.day(date(*on.add_months(written, months), day)), "document", "the nearest such day of a month"


def _long(e: Expression) -> Days:
    days = on.century(e.century) if e.century is not None else on.decade(e.decade or 0)
    return on.part_of(days, e.part)


def _calendar(e: Expression, year: int) -> Days:
    if e.feast is not None:
        return on.after_easter(year, e.feast, e.value == "east")
    if e.season is not None:
        return on.part_of(on.season(year, e.season), e.part)
    if e.quarter is not None:
        return on.quarter(year, e.quarter)
    if e.half is not None:
        return on.part_of(on.year(year), "first half" if e.half == 1 else "second half")
    if e.month is None:
        return on.part_of(on.year(year), e.part)
    if e.week is not None:
        return on.week_of_month(year, e.month, e.week)
    if e.day is None:
        return on.part_of(on.month(year, e.month), e.part)
    day = date(year, e.month, e.day)
    first = day if e.since_day is None else date(year, e.month, e.since_day)
    last = day if e.until_day is None else date(year, e.month, e.until_day)
    return Days(first, last, day.isoformat(), "day")


# --- what leans on another time ------------------------------------------------------------------------


def _shifted(e: Expression, thread: Thread) -> Anchored:
    if e.amount is None:
        return None, None, "nobody said how long before or after"
    step = e.step * e.amount
    if e.origin in ("previous", "through"):
        if thread.before is not None:
            return on.moved(thread.before, step, e.unit or "day"), "previous", _FROM_BEFORE
        # «через неделю» of a past event leans on what went before; of a plan, on the day of writing.
        if e.origin == "previous" or not (thread.looks_ahead() or thread.outlook(e).way == "ahead"):
            return None, None, "counted from a time that this paragraph does not date"
    if thread.day_written is None:
        return None, None, _NO_DATE
    return on.moved(on.day(thread.day_written), step, e.unit or "day"), "document", _FROM_DATE


def _relative(e: Expression, thread: Thread) -> Anchored:
    leans = e.origin == "previous" or (thread.narrative and e.unit != "day")
    if leans:
        found = _from_before(e, thread)
        if found is not None:
            return found
    written = (thread.entry, thread.entry) if thread.entry is not None else thread.written
    if written is None:
        return None, None, _NO_DATE
    if thread.narrative and e.unit == "day" and thread.entry is None:
        return None, None, "a day of the telling, not of the document"
    if e.unit == "weekend" and e.value and thread.outlook(e).way in ("", "back"):
        # "Over the weekend four boats capsized": the one that began last.
        e = replace(e, step=-1 if written[1].isoweekday() < _SATURDAY else 0)
    days, anchor, reason = _from_document(e, written)
    if days is not None and anchor == "document" and written[0] == written[1]:
        # "Earlier this year" ends on the day of writing.
        days = _earlier_or_later(e, thread, on.day(written[0]), days)
    return days, anchor, reason


def _from_before(e: Expression, thread: Thread) -> Anchored | None:
    """Counted from the time told before; None where the document's date may still answer."""
    if thread.before is not None:
        days = _leaning(e, thread.before)
        return _earlier_or_later(e, thread, thread.before, days), "previous", _FROM_BEFORE
    if e.unit == "year" and thread.narrative and thread.year is not None and e.origin != "previous":
        days = on.part_of(on.year(thread.year + e.step), e.part)
        return days, "previous", f"the text last spoke of {thread.year}"
    if _eve_of(e, thread):
        return None, None, "the eve of something that is not dated here"
    if e.origin == "previous" and e.step == -1 and e.unit == "day" and thread.day_written is not None:
        # «накануне» in a report that names no other day is the day before it was written.
        before = on.day(thread.day_written - timedelta(days=1))
        return before, "inferred", "the day before the document's date"
    if e.origin == "previous" and e.step != 0 and not thread.narrative and e.unit != "day":
        return None
    return None, None, "leans on a time that this paragraph does not date"


def _earlier_or_later(e: Expression, thread: Thread, before: Days, days: Days) -> Days:
    """ "Earlier that month" than a part of it, «ранее в том же году»: up to its first day; "later": from its
    last on."""
    if e.step or e.part or days.granularity == "day":
        return days
    near = _EARLIER_LATER.search(thread.body, max(thread.bounds[0], e.start - _WAY), e.stop)
    if near is None or near.start() > e.start:
        return days
    full = on.month(before.first.year, before.first.month) if e.unit == "month" else days
    if (before.first, before.last) == (
        full.first,
        full.last,
    ) or not full.first <= before.first <= before.last <= full.last:
        return days
    first, last = (full.first, before.first) if near["earlier"] else (before.last, full.last)
    return Days(first, last, days.value, days.granularity)


def _eve_of(e: Expression, thread: Thread) -> bool:
    """«Накануне боя»: a noun in the genitive says of what; told by the dictionary, where there is one."""
    following = _WORD.match(thread.body, e.stop, thread.bounds[1])
    if following is None or thread.language not in ("ru", "uk"):
        return False
    read = readings(following[1].lower(), thread.language)
    return bool(read) and str(read[0].tag.case) == "gent"


def _from_document(e: Expression, written: tuple[date, date]) -> Anchored:
    first, last = written
    days: Days | None = None
    if e.unit == "month-name":
        days = _stepped(e, lambda year: _calendar(e, year), last)
    elif e.unit == "season":
        days = _stepped(e, lambda year: on.one_season(year, e.season or 1), last)
    elif e.unit == "year":
        days = on.part_of(on.year(last.year + e.step), e.part)
    elif e.unit == "decade":
        days = on.decade(last.year // 10 * 10 + 10 * e.step)
    elif e.unit == "century":
        days = on.century(last.year // 100 + 1 + e.step)
    elif e.unit == "month" and first.month == last.month:
        days = on.part_of(on.month(*on.add_months(last, e.step)), e.part)
    elif first == last:
        days = _of_day(e, last)
    if days is None:
        return None, None, "counted from the document's date, of which the day is not known"
    return days, "document", _FROM_DATE


def _of_day(e: Expression, day: date) -> Days:
    if e.unit == "weekday":
        further = timedelta(weeks=max(-e.step - 1, 0))  # «позапрошлая пятница»
        return on.stepped_weekday(day - further, e.weekday or 1, e.step)
    if e.unit == "week":
        return on.part_of(on.week(day + timedelta(weeks=e.step)), e.part)
    if e.unit == "weekend":
        return on.weekend(day + timedelta(weeks=e.step))
    if e.unit == "quarter":
        return on.quarter(*_quarter(day, e.step))
    return on.day(day + timedelta(days=e.step))


def _quarter(day: date, step: int) -> tuple[int, int]:
    years, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + step, 4)
    return years, quarter + 1


def _stepped(e: Expression, in_year: Callable[[int], Days], written: date) -> Days:
    days = in_year(written.year)
    if e.season == _WINTER and written.month < _SPRING:
        # In January this winter is the one that began in December.
        return in_year(written.year - 1 + e.step)
    if e.step < 0 and days.last >= written:
        return in_year(written.year - 1)
    if e.step > 0 and days.first <= written:
        return in_year(written.year + 1)
    return days


def _leaning(e: Expression, before: Days) -> Days:
    """ "that month", "the following day", "the previous year" of a time told before."""
    if e.unit in ("day", "weekday", "weekend", "week", "quarter", "month"):
        return _leaning_closely(e, before)
    if e.unit == "season":
        return _stepped(e, lambda year: on.one_season(year, e.season or 1), before.first)
    if e.unit == "month-name":
        return _stepped(e, lambda year: on.month(year, e.month or 1), before.first)
    if e.unit == "decade":
        return on.decade(before.first.year // 10 * 10 + 10 * e.step)
    if e.unit == "century":
        return on.century(before.first.year // 100 + 1 + e.step)
    return on.part_of(on.year(before.first.year + e.step), e.part)


def _leaning_closely(e: Expression, before: Days) -> Days:
    fine = {"month": ("day", "week", "month"), "quarter": ("day", "week", "month")}
    if before.granularity not in fine.get(e.unit or "", ("day", "week") if e.unit == "week" else ("day",)):
        raise ValueError("nothing so exact was told")
    if e.unit == "day":
        return on.day((before.last if e.step > 0 else before.first) + timedelta(days=e.step))
    if e.unit != "month":
        return _of_day(e, before.first)
    days = on.part_of(on.month(*on.add_months(before.first, e.step)), e.part)
    # "later that month" than a day of it.
    if e.step == 0 and not e.part and before.granularity == "day":
        return Days(before.first, days.last, days.value, days.granularity)
    return days


__all__ = ["anchored"]
