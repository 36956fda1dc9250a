"""Neighbours that are one time ("Friday, 3 March, at 5:30", "May of last year"), and ends of a range that
share a year («с мая до июля 2021»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from muster.text.dates.cursor import Expression
from muster.text.listed import listed

_LINKS: Final = listed(
    ", on at of in the about around в во о об у на с к до около близько біля під под року р . года г рік",
)
_OF_YEAR: Final = listed("of in the , року")
_IN_IT: Final = listed("у в на")
_RANGE: Final = listed("– - — − to until till through and до по и і та й или або or")
_FIELDS: Final = ("year", "month", "day", "weekday", "daypart", "hour")
_NOON: Final = 12
_NIGHT: Final = 4
_SMALL_HOURS: Final = 5
# "At 4 a.m. local time on Sunday", «в 6:30 по московскому времени 3 мая»: whose clock it is.
_WHOSE_CLOCK: Final = re.compile(
    r" \(?(?:[^\W\d_]{2,15} time|по [^\W\d_]{3,20}(?:ому времени| времени)?|за [^\W\d_]{3,20} часом)\)?"
    r"(?=[ ,]|$)"
)
# Words between two times that are still one time are few.
_WIDEST: Final = 14


def merged(body: str, found: Iterable[Expression]) -> Iterator[Expression]:
    """Times joined with the parts that stand beside them; a part of a day that nothing joined is dropped,
    unless it may stand alone."""
    waiting: Expression | None = None
    for expression in found:
        if waiting is None:
            waiting = expression
            continue
        joined = _join(body, waiting, expression)
        if joined is not None:
            waiting = joined
            continue
        if _stands(waiting):
            yield _dated_by(body, waiting, expression)
        waiting = expression
    if waiting is not None and _stands(waiting):
        yield waiting


def _stands(e: Expression) -> bool:
    return e.form != "daypart" or e.value == "lone"


def _gap(body: str, a: Expression, b: Expression) -> list[str] | None:
    gap = body[a.stop : b.start].lower()
    if a.hour is not None and _WIDEST // 2 < len(gap) < _WIDEST * 3:
        gap = _WHOSE_CLOCK.sub("", gap, count=1)
    if len(gap) > _WIDEST or "\n" in gap:
        return None
    return gap.replace(",", " , ").replace(".", " . ").split()


def _dated_by(body: str, a: Expression, b: Expression) -> Expression:
    """``a`` with the year of ``b``, where it is the first end of a range or the same list."""
    if a.form != "calendar" or a.year is not None or b.year is None or b.form != "calendar" or b.bc:
        return a
    if (a.month is None and a.season is None) or (b.month is None and b.season is None):
        return a
    gap = _gap(body, a, b)
    if not gap or len(gap) > 2 or not all(word in _RANGE or word == "," for word in gap):
        return a
    first, last = a.month or 3 * (a.season or 0), b.month or 3 * (b.season or 0)
    return replace(a, year=b.year - (first > last and gap[0] != ","))


def _join(body: str, a: Expression, b: Expression) -> Expression | None:
    gap = _gap(body, a, b)
    if gap is None:
        return None
    of_year = _of_year(a, b, gap) or _year_first(a, b, gap)
    if of_year is not None:
        return of_year
    if not all(word in _LINKS for word in gap) or gap == ["."]:
        return None
    if "до" in gap and a.hour is not None and b.hour is None:
        return None  # «с 20 часов до рассвета» are two ends
    has_a = {name for name in _FIELDS if getattr(a, name) is not None}
    has_b = {name for name in _FIELDS if getattr(b, name) is not None}
    if "of" in gap and b.form == "calendar" and b.day is None and b.weekday is None:
        return None
    return _weekday_with_day(a, b, has_a, has_b) or _clock_with_day(a, b, has_a, has_b)


def _weekday_with_day(a: Expression, b: Expression, has_a: set[str], has_b: set[str]) -> Expression | None:
    if a.form != "calendar" or b.form != "calendar":
        return None
    if has_a == {"weekday"} and "day" in has_b:
        return replace(b, start=a.start, weekday=a.weekday)
    if "day" in has_a and has_b == {"weekday"}:
        return replace(a, stop=b.stop, weekday=b.weekday)
    return None


def _clock_with_day(a: Expression, b: Expression, has_a: set[str], has_b: set[str]) -> Expression | None:
    day_a = bool(has_a & {"day", "weekday"}) or (a.form == "relative" and a.unit in ("day", "weekday"))
    day_b = bool(has_b & {"day", "weekday"}) or (b.form == "relative" and b.unit in ("day", "weekday"))
    clock_a, clock_b = bool(has_a & {"daypart", "hour"}), bool(has_b & {"daypart", "hour"})
    if a.form in ("calendar", "relative") and day_a and not clock_a and clock_b and not day_b:
        return replace(a, stop=b.stop, daypart=b.daypart, hour=b.hour, minute=b.minute, zone=b.zone)
    if clock_a and not day_a and day_b and b.form in ("calendar", "relative") and not clock_b:
        return replace(b, start=a.start, daypart=a.daypart, hour=a.hour, minute=a.minute, zone=a.zone)
    bare = a.form == "calendar" and has_a == {"weekday", "daypart"} and "day" in has_b and not clock_b
    if bare and b.form == "calendar" and "weekday" not in has_b:
        # "On the evening of Sunday 30 April."
        return replace(b, start=a.start, weekday=a.weekday, daypart=a.daypart)
    if clock_a and clock_b and not day_a and not day_b and "hour" in has_a and "hour" not in has_b:
        return replace(a, stop=b.stop)
    if clock_b and "hour" in has_b and day_a and has_a & {"daypart"} and not day_b:
        hour = _of_part(a.daypart, b.hour or 0)
        return replace(a, stop=b.stop, daypart=None, hour=hour, minute=b.minute, zone=b.zone)
    return None


def _of_part(daypart: int | None, hour: int) -> int:
    """ "Thursday afternoon, around 4:30", «во вторник вечером в 8»: of the half of the day that was named."""
    late = hour < _NOON and (daypart in (2, 3) or (daypart == _NIGHT and hour > _SMALL_HOURS))
    return hour + _NOON if late else hour


def _year_first(a: Expression, b: Expression, gap: list[str]) -> Expression | None:
    """«Торік у жовтні», «торік узимку»: the year stands before its month."""
    if a.form != "relative" or a.unit != "year" or a.part or b.form != "calendar" or b.year is not None:
        return None
    if b.hour is not None or (b.month is None and b.season is None and b.feast is None):
        return None
    if not all(word in _IN_IT for word in gap):
        return None
    return replace(b, start=a.start, year_step=a.step, year_from=a.origin)


def _of_year(a: Expression, b: Expression, gap: list[str]) -> Expression | None:
    """ "May of last year", «в мае прошлого года», "the third quarter this year"."""
    if (
        a.form != "calendar"
        or a.year is not None
        or a.hour is not None
        or b.form != "relative"
        or b.unit != "year"
    ):
        return None
    if a.month is None and a.season is None and a.quarter is None and a.feast is None and a.half is None:
        return None
    if b.part or not all(word in _OF_YEAR for word in gap):
        return None
    return replace(a, stop=b.stop, year_step=b.step, year_from=b.origin)


__all__ = ["merged"]
