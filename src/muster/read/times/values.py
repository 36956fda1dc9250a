"""Time expressions in, their TIMEX3 types and values out, where no calendar is needed for them."""

from __future__ import annotations

from typing import Final

from muster.text.dates.dates import Expression
from muster.text.dates.words import DAYPART_CODES, SEASON_CODES

_LETTERS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M",
    "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q", "weekend": "WE",
}  # fmt: skip
_CLOCK_UNITS: Final = ("hour", "minute", "second")
_BLANK: Final = {
    "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "decade": "XXX",
    "century": "XX", "quarter": "XXXX-QX",
}  # fmt: skip


def kind_of(e: Expression) -> str:
    """DATE, TIME, DURATION or SET."""
    if e.form in ("duration", "set"):
        return e.form.upper()
    clock = e.hour is not None or e.daypart is not None or e.unit in _CLOCK_UNITS
    return "TIME" if clock else "DATE"


def period(amount: float | None, unit: str | None, rest: tuple[float, str] | None = None) -> str:
    """ "P5W", "PT2H", "P5Y6M"; X where nobody said how many."""
    letter = _LETTERS[unit or "day"]
    number = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    value = f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"
    if rest is None:
        return value
    finer = period(*rest)
    return value + finer.removeprefix("PT" if value.startswith("PT") else "P")


def repeated(e: Expression) -> str:
    """The value of a SET: what repeats, with X for all that differs, or the time between."""
    if e.weekday is not None:
        return f"XXXX-WXX-{e.weekday}{clock(e)}"
    if e.daypart is not None or e.unit == "night":
        return f"XXXX-XX-XXT{DAYPART_CODES[e.daypart or 4]}"
    if e.unit == "weekend":
        return "XXXX-WXX-WE"
    if e.season is not None:
        return f"XXXX-{SEASON_CODES[e.season]}"
    if e.month is not None:
        return f"XXXX-{e.month:02d}"
    return period(1 if e.amount is None else e.amount, e.unit)


def clock(e: Expression) -> str:
    """What follows the day in a value: "T05:30", "TMO" or nothing."""
    if e.hour is not None:
        return f"T{e.hour:02d}:{e.minute or 0:02d}{e.zone}"
    return f"T{DAYPART_CODES[e.daypart]}" if e.daypart is not None else ""


def unknown(e: Expression) -> str:
    """The value with X for everything that nobody said."""
    if e.form in ("shift", "relative"):
        if e.unit == "month-name":
            return f"XXXX-{e.month:02d}"
        if e.unit == "season":
            return f"XXXX-{SEASON_CODES[e.season or 1]}"
        if e.unit == "weekday":
            return f"XXXX-WXX-{e.weekday}" + clock(e)
        return _BLANK.get(e.unit or "", "XXXX-XX-XX") + clock(e)
    return undated("XXXX", e)


def undated(year: str, e: Expression) -> str:
    """The value of a calendar time in a year that is only known as ``year``."""
    if e.weekday is not None and e.day is None:
        return f"{year}-WXX-{e.weekday}" + clock(e)
    if e.season is not None:
        return f"{year}-{SEASON_CODES[e.season]}"
    if e.quarter is not None:
        return f"{year}-Q{e.quarter}"
    if e.half is not None:
        return f"{year}-H{e.half}"
    month = f"{e.month:02d}" if e.month else "XX"
    if e.day is None and e.hour is None and e.daypart is None:
        return f"{year}-{month}" if e.month else year
    return f"{year}-{month}-{f'{e.day:02d}' if e.day else 'XX'}" + clock(e)


def before_christ(e: Expression, year: int | None = None) -> str:
    """ "BC0264", "BC0480-09", "BC03" for the fourth century."""
    if e.century is not None:
        return f"BC{e.century - 1:02d}"
    if e.decade is not None:
        return f"BC{e.decade // 10:03d}"
    number = e.year if year is None else year
    whole = f"BC{number or 0:04d}"
    return undated(whole, e) if e.month or e.season or e.quarter or e.half or e.weekday else whole


__all__ = ["before_christ", "clock", "kind_of", "period", "repeated", "undated", "unknown"]
