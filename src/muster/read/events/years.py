"""Months, days and seasons that name no year in; which year each may be of, and whether it is sure, out.

A text that says "last year", or whose months lie on both sides of New Year, says of no month long ago which
year it is of: it keeps the last one before the writing, and nothing that is certain hangs on it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from muster.model.claims import TimeRange
from muster.text.dates.dates import Expression
from muster.text.dates.days import after_easter

if TYPE_CHECKING:
    from muster.read.events.times import Told

# A season that began so shortly before the writing is not yet told of as one that was.
_JUST_BEGUN: Final = 31
# A month so long before the writing may be of another year, in a text that speaks of the last one.
_LONG_AGO: Final = 60
# A day without its year may be one of these years ago, if the text names such a year.
NEAR_YEARS: Final = 3
# A day so shortly before the month that a text named is of that year, and no year later.
_JUST_BEFORE: Final = 31
# Two months further apart than this are nearer to each other over New Year.
_HALF_A_YEAR: Final = 183
_WINTER: Final = 4
# What was told goes on to a month so many days later; a story goes on over so many paragraphs.
_LEADS_TO: Final = 200
_YEAR: Final = 365
_NEXT_PARAGRAPHS: Final = 2


def just_begun(t: TimeRange, e: Expression | None, day: int | None) -> bool:
    """ "In the summer", written in the middle of June of what was done: the summer before."""
    first = ordinal(t.first)
    seasonal = e is not None and e.season is not None
    return seasonal and day is not None and first is not None and 0 <= day - first <= _JUST_BEGUN


def of_either_year(t: TimeRange, e: Expression | None, past: bool, day: int | None) -> bool:
    """A month long before the writing where the text speaks of the year before; a season not yet over; a
    feast."""
    last = ordinal(t.last)
    if day is None or last is None or e is None:
        return False
    before = date.fromordinal(last).year < date.fromordinal(day).year
    return (
        (past and (day - last > _LONG_AGO or before))
        or (e.season is not None and last > day)
        or e.feast is not None
    )


def within_a_year(one: Told, other: Told) -> None:
    """ "A year ago, in spring", "In August last year, at Easter": the one that lies within the other, where
    the two were read apart."""
    wide = one.e is not None and (one.e.unit == "year" or one.width > other.width)
    if not wide or not yearless(other.e) or not one.dated or one.time.type != "DATE":
        return
    if other.time.anchor == "previous" or not other.time.first:
        return
    whole = ordinal(one.time.first) or 0, ordinal(one.time.last) or 0
    for year in (whole[0], whole[1]):
        on = date.fromordinal(year).year - int(other.time.first[:4])
        moved = years_on(other.time, on, None, other.e)
        first, last = ordinal(moved.first) or 0, ordinal(moved.last) or 0
        if first <= whole[1] and whole[0] <= last:
            other.time, other.sure = moved, one.sure
            one.used = one.used or one.width > other.width
            return


def settle_year(one: Told, before: Told | None, here: Sequence[Told], published: str | None) -> None:
    """Two times of one paragraph that go backwards only because nobody wrote the year; neither is sure then.

    "In September 2030 … In spring": of the year after. "In October … In March", in a text that names the
    year before too: October of that one, and so for all that the paragraph (``here``) told before it.
    """
    first, last = (before.time.first or "") if before else "", one.time.last or "9"
    if before is None or not yearless(one.e):
        return
    if before.e is not None and before.e.season == _WINTER and one.time.anchor == "previous" and first:
        # "The winter of 2029 was hard. In August …": that winter began in December.
        first = f"{first[:4]}-12-01"
    if not first > last:
        return
    if one.time.anchor == "previous":
        if one.e is not None and one.e.day and (ordinal(first) or 0) - (ordinal(last) or 0) <= _JUST_BEFORE:
            # "In May 2030 they opened a case. They say he was there on 3 April": it looks back.
            one.sure = False
            return
        moved = years_on(one.time, 1, published, one.e)
        # "In March 2031 … At the end of February", written before the next one: it looks back.
        one.time, one.sure = moved if moved.first else one.time, False
    elif (ordinal(first) or 0) - (ordinal(last) or 0) <= _HALF_A_YEAR:
        return  # "In spring she came home. The shepherd died in February": a short look back
    elif not one.sure and not before.sure and before.time.anchor == "document":
        later = None
        for told in reversed(here):
            if not told.time.first:
                continue
            doubtful = yearless(told.e) and not told.sure and told.time.anchor == "document"
            if (published or "")[:4] == told.time.first[:4] and _of_late(told.time, published):
                break  # "At the end of January …", written in February: nothing says that it is another
            if not doubtful or (later is not None and told.time.first <= later):
                break
            told.time = years_on(told.time, -1, published, told.e)
            later = told.time.last or ""


def _of_late(t: TimeRange, published: str | None) -> bool:
    """Over, and not long before the writing; a month that is not over would be "this month"."""
    day, first, last = ordinal((published or "")[:10]), ordinal(t.first), ordinal(t.last)
    return (
        day is not None and first is not None and last is not None and last < day and day - first <= _LONG_AGO
    )


def carry_on(told: Sequence[Told], paragraphs: Sequence[int], published: str | None) -> None:
    """ "In September 2029 they came", and in the next paragraph "In November …": of 2029, where nothing
    told so far leads to the last November before the writing.

    A month of the year of writing needs no year; one of the year before ("last November") or of these very
    days ("this month") would have been called so. What is moved is doubtful.
    ``paragraphs``: of each time.
    """
    story: list[int] = []
    last, place = 0, 0
    for one, here in zip(told, paragraphs, strict=True):
        first = ordinal(one.time.first)
        if first is None or published is None or one.time.type not in ("DATE", "TIME"):
            continue
        if _month_of_a_year(one.e) and one.time.anchor in ("explicit", "document", "previous"):
            if 0 <= int(published[:4]) - date.fromordinal(first).year <= NEAR_YEARS + 1:
                story.append(first)
                last, place = first, here
        elif not story or here - place > _NEXT_PARAGRAPHS:
            continue
        elif yearless(one.e) and one.time.anchor == "document":
            moved = _next_after(one, last, published)
            odd = (one.time.first or "")[:4] < published[:4] or (one.time.last or "") >= published[:10]
            if moved is not None and not any(0 <= first - day <= _LEADS_TO for day in story):
                # "In April last year …" and then "In September …", written in October: of either year.
                one.time, one.sure = moved if odd else one.time, False
                if not odd:
                    # Nothing goes on from what may be of another year.
                    last, place = ordinal(moved.first) or last, here
                    continue
            last, place = ordinal(one.time.first) or last, here
            story.append(last)
        elif one.time.anchor == "previous" and last <= first:
            last, place = first, here


def doubt_of_last_year(told: Sequence[Told], published: str | None) -> None:
    """ "They met in September last year. … The first fight was on 11 December", written three days after an
    11 December: of either year, wherever the two stand. What a written month of this year leads to is not."""
    written = sorted(
        ordinal(one.time.first) or 0 for one in told if _month_of_a_year(one.e) and one.time.first
    )
    year = int((published or "0")[:4])
    for one in told:
        first = ordinal(one.time.first)
        late = first is not None and date.fromordinal(first).year == year
        if first is None or not late or not yearless(one.e) or one.time.anchor != "document" or not one.sure:
            continue
        if _led_to(written, first - _YEAR) and not _led_to(written, first):
            one.sure = False


def _led_to(written: Sequence[int], day: int) -> bool:
    """Whether one of these days, sorted, is so shortly before a day that a story may go on to it."""
    at = bisect_left(written, day - _LEADS_TO)
    return at < len(written) and written[at] <= day


def _month_of_a_year(e: Expression | None) -> bool:
    """ "September 2029", "on 3 May last year"; not "in 2029", which is mostly told in passing."""
    return e is not None and (e.year is not None or e.year_step is not None) and e.month is not None


def _next_after(one: Told, day: int, published: str) -> TimeRange | None:
    """The first such month, day or season that is not over on ``day``; None where that is no earlier year."""
    first = ordinal(one.time.first) or 0
    for years in range(date.fromordinal(day).year - date.fromordinal(first).year, 0):
        moved = years_on(one.time, years, published, one.e)
        if (ordinal(moved.last) or 0) >= day:
            return moved
    return None


def names_another_year(expressions: Iterable[Expression], published: str | None) -> bool:
    if not published or not published[:4].isdecimal():
        return False
    year = int(published[:4])
    return any(e.year is not None and not e.bc and 0 < year - e.year < NEAR_YEARS for e in expressions)


def speaks_of_last_year(expressions: Iterable[Expression]) -> bool:
    """ "Last year", «торік», "a year ago", "May of last year"."""
    return any(
        ((e.year_step or 0) < 0 and e.year_from != "previous")
        or (e.form in ("relative", "shift") and e.unit in ("year", "season", "month-name") and e.step < 0
            and e.origin == "document")
        for e in expressions
    )  # fmt: skip


def over_new_year(
    times: Iterable[TimeRange], written: Mapping[int, tuple[Expression, str]], published: str | None
) -> bool:
    """True where months that name no year lie on both sides of New Year, if each is the last one."""
    years = {
        t.first[:4]
        for t in times
        if t.first and t.anchor == "document" and yearless(written.get(t.passage.start, (None, ""))[0])
    }
    return published is not None and len(years) > 1


def yearless(e: Expression | None) -> bool:
    """A month, day or season whose year is not written."""
    return (
        e is not None
        and e.form == "calendar"
        and e.year is None
        and e.year_step is None
        and (e.month is not None or e.season is not None or e.feast is not None)
    )


def on_that_weekday(t: TimeRange, e: Expression, named: Iterable[int]) -> TimeRange:
    """ "On Monday, 4 November" in a text that names 2030, in which the 4th is one, and is none in the year
    that the day was read of."""
    first = ordinal(t.first)
    if (
        e.day is None
        or first is None
        or e.year is not None
        or date.fromordinal(first).isoweekday() == e.weekday
    ):
        return t
    year = date.fromordinal(first).year
    for other in sorted({y + k for y in named for k in (0, 1)}, key=lambda y: abs(y - year)):
        moved = years_on(t, other - year, None, e) if abs(other - year) <= NEAR_YEARS else t
        if (day := ordinal(moved.first)) is not None and date.fromordinal(day).isoweekday() == e.weekday:
            return moved
    return t


def years_on(t: TimeRange, years: int, published: str | None, e: Expression | None = None) -> TimeRange:
    """The same days, or the feast ``e``, of another year; none where that is not past, or has no such day."""
    if e is not None and e.feast is not None and t.first:
        days = after_easter(int(t.first[:4]) + years, e.feast, e.value == "east")
        if published and days.first.isoformat() > published:
            return replace(t, first=None, last=None)
        return replace(t, first=days.first.isoformat(), last=days.last.isoformat())
    first, last = (f"{int(day[:4]) + years:04d}{day[4:]}" for day in (t.first or "", t.last or ""))
    known = ordinal(first) is not None and ordinal(last) is not None
    if not known or (published and first > published):
        return replace(t, first=None, last=None)
    return replace(t, first=first, last=last)


def ordinal(day: str | None) -> int | None:
    """The day's number; None where it is none."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


__all__ = [
    "NEAR_YEARS",
    "carry_on",
    "doubt_of_last_year",
    "just_begun",
    "names_another_year",
    "of_either_year",
    "on_that_weekday",
    "ordinal",
    "over_new_year",
    "settle_year",
    "speaks_of_last_year",
    "within_a_year",
    "yearless",
    "years_on",
]
