"""Ranges of days in the calendar, each with the TIMEX3 value that says it.

A range is as exact as what was said: "March" is its 31 days, "early March" its first ten with the value of
the month. Everything that has no such day raises ValueError or OverflowError.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Final

from muster.text.dates.words import SEASON_CODES

_SEASON_MONTHS: Final = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}
_NEW_CALENDAR: Final = 1583
# "In the first days of May": nobody counts, more than a few and less than a week.
_FEW_DAYS: Final = 5


@dataclass(frozen=True, slots=True)
class Days:
    """``first`` to ``last``, both inclusive. ``granularity``: day, week, month, season, quarter, year…"""

    first: date
    last: date
    value: str
    granularity: str


def day(of: date) -> Days:
    """One day."""
    return Days(of, of, of.isoformat(), "day")


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def month(year: int, number: int) -> Days:
    """One month."""
    return Days(date(year, number, 1), month_end(year, number), f"{year:04d}-{number:02d}", "month")


def year(number: int) -> Days:
    """One year."""
    return Days(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", "year")


def quarter(of: int, number: int) -> Days:
    """A quarter of a year."""
    first = 3 * number - 2
    return Days(date(of, first, 1), month_end(of, first + 2), f"{of:04d}-Q{number}", "quarter")


def week(of: date) -> Days:
    """The ISO week that holds a day."""
    monday = of - timedelta(days=of.isoweekday() - 1)
    iso = monday.isocalendar()
    return Days(monday, monday + timedelta(days=6), f"{iso.year:04d}-W{iso.week:02d}", "week")


def weekend(of: date) -> Days:
    """Saturday and Sunday of the week that holds a day."""
    days = week(of)
    return Days(days.first + timedelta(days=5), days.last, f"{days.value}-WE", "week")


def week_of_month(of: int, number: int, nth: int) -> Days:
    """The nth seven days of a month, −1 the last seven; the value is the ISO week that holds most of them."""
    whole = month(of, number)
    first = whole.last - timedelta(days=6) if nth < 0 else whole.first + timedelta(days=7 * (nth - 1))
    last = min(first + timedelta(days=6), whole.last)
    return Days(first, last, week(first + timedelta(days=3)).value, "week")


def season(of: int, number: int) -> Days:
    """A season. "Winter 2022" may be either winter of that year: the range holds both ends."""
    first, last = _SEASON_MONTHS[number]
    start = date(of, 1, 1) if number == 4 else date(of, first, 1)
    stop = month_end(of + 1, 2) if number == 4 else month_end(of, last)
    return Days(start, stop, f"{of:04d}-{SEASON_CODES[number]}", "season")


def one_season(of: int, number: int) -> Days:
    """The season that begins in a year: winter from December to February."""
    days = season(of, number)
    return replace(days, first=date(of, 12, 1)) if number == 4 else days


def decade(first: int) -> Days:
    """Ten years from ``first``."""
    return Days(date(first, 1, 1), date(first + 9, 12, 31), str(first // 10), "decade")


def century(number: int) -> Days:
    """The nth century, as people count it: the 20th is 19xx, its value "19"."""
    start = (number - 1) * 100
    return Days(date(max(start, 1), 1, 1), date(start + 99, 12, 31), f"{number - 1:02d}", "century")


def after_easter(of: int, days: int, east: bool) -> Days:
    """A feast so many days after Easter, of the eastern church where ``east``, else of the western one.

    Easter by Gauss's rule as Meeus gives it (Astronomical Algorithms, 1991, chapter 8), the eastern one in
    days of the new calendar. Raises ValueError before 1583.
    """
    if of < _NEW_CALENDAR:
        raise ValueError(f"no two Easters in {of}")
    century, golden = of // 100, of % 19
    moon = (19 * golden + 15) % 30
    eastern = date(of, 3, 22) + timedelta(days=moon + (2 * (of % 4) + 4 * (of % 7) - moon + 34) % 7)
    eastern += timedelta(days=century - century // 4 - 2 + days)
    if east:
        return day(eastern)
    leap = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of % 100 // 4) - epact - of % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    western = date(of, 3, 22) + timedelta(days=epact + weekday - 7 * late + days)
    return day(western)


def either_way(of: int, number: int, of_month: int) -> Days:
    """A day whose day and month may stand in either order; the value takes them as they stand."""
    one, other = sorted((date(of, number, of_month), date(of, of_month, number)))
    return Days(one, other, date(of, number, of_month).isoformat(), "day")


def part_of(days: Days, part: str) -> Days:
    """The first, middle or last third, or half, of a range; the value keeps the whole but for half years.

    Of a month: days 1 to 10, 11 to 20, 21 to the end.
    """
    if not part:
        return days
    whole = (days.last - days.first).days + 1
    third = 10 if days.granularity == "month" else whole // 3
    cut = {
        "start": (0, third),
        "middle": (third, 20 if days.granularity == "month" else whole - third),
        "end": (20 if days.granularity == "month" else whole - third - 1, whole),
        "first half": (0, 15 if days.granularity == "month" else (whole + 1) // 2),
        "second half": (15 if days.granularity == "month" else whole // 2, whole),
        "first days": (0, min(_FEW_DAYS, whole)),
        "last days": (max(whole - _FEW_DAYS, 0), whole),
    }[part]
    first, last = days.first + timedelta(days=cut[0]), days.first + timedelta(days=cut[1] - 1)
    value = days.value
    if days.granularity == "year" and part.endswith("half"):
        first, last = (
            (days.first, date(days.first.year, 6, 30))
            if part == "first half"
            else (date(days.first.year, 7, 1), days.last)
        )
        value += "-H1" if part == "first half" else "-H2"
    return replace(days, first=first, last=last, value=value)


def add_months(of: date, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    years, number = divmod(of.year * 12 + of.month - 1 + months, 12)
    return years, number + 1


def after_weekday(of: date, weekday: int) -> Days:
    """The first such weekday on or after a day."""
    return day(of + timedelta(days=(weekday - of.isoweekday()) % 7))


def stepped_weekday(of: date, weekday: int, step: int) -> Days:
    """Last, this or next such weekday, counted from a day."""
    if step < 0:
        return day(of - timedelta(days=(of.isoweekday() - weekday) % 7 or 7))
    if step > 0:
        return day(of + timedelta(days=(weekday - of.isoweekday()) % 7 or 7))
    return day(of + timedelta(days=weekday - of.isoweekday()))


def moved(before: Days, amount: float, unit: str) -> Days:
    """``before`` and ``amount`` units on, as exact as the coarser of the two.

    Raises ValueError where ``before`` is too vague to count from.
    """
    if abs(amount) > MAXYEAR * 366:
        raise OverflowError
    if unit == "year" and amount % 1 and before.granularity in ("day", "week", "month"):
        return month(*add_months(before.first, round(amount * 12)))
    if unit in ("year", "decade", "century"):
        years = int(amount * {"year": 1, "decade": 10, "century": 100}[unit])
        return (
            year(before.first.year + years)
            if unit == "year"
            else decade((before.first.year + years) // 10 * 10)
        )
    if unit == "month":
        if before.granularity in ("year", "decade", "season"):
            raise ValueError("no month was told")
        whole = int(amount)
        # Half a month is two weeks to whoever says it.
        since = before.first + timedelta(days=round((amount - whole) * 30))
        return month(*add_months(since, whole))
    if before.granularity not in ("day", "week"):
        raise ValueError("no day was told")
    days = timedelta(days=amount * {"week": 7, "day": 1, "night": 1}.get(unit, 0))
    if unit == "week":
        return week(before.first + days)
    if unit in ("hour", "minute", "second"):
        return _hours_off(before, amount)
    return day(before.first + days)


def _hours_off(before: Days, amount: float) -> Days:
    """Some hours before or after a day: that day or its neighbour."""
    one = timedelta(days=1)
    if amount < 0:
        return Days(before.first - one, before.last, "PAST_REF", "day")
    return Days(before.first, before.last + one, "FUTURE_REF", "day")


__all__ = [
    "Days",
    "add_months",
    "after_weekday",
    "century",
    "day",
    "decade",
    "either_way",
    "month",
    "month_end",
    "moved",
    "one_season",
    "part_of",
    "quarter",
    "season",
    "stepped_weekday",
    "week",
    "week_of_month",
    "weekend",
    "year",
]
