"""A length of time or a step in ("two days before", «через неделю»), how many days it puts between two events
out, as loosely as people count."""

from __future__ import annotations

import re
from typing import Final

from muster.read.events.times import Clock, Told

Apart = tuple[int, int | None]

_DAYS: Final = {"D": 1.0, "N": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25, "Q": 91.0, "DE": 3652.0, "WE": 7.0}
_UNITS: Final = {
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "quarter": "Q",
    "decade": "DE",
}
_PERIOD: Final = re.compile(r"P(T?)(\d[\d.]*|X)([A-Z]+)\Z")
_ONE_DAY: Final = re.compile(
    r"\b(?:day|morning|evening|night|afternoon|д[ен][ен]?н?[ья]\w*|утр\w+|вечер\w*|вечор\w*|ран\w+|ніч|ночі)\b",
    re.I,
)


def apart(told: Told) -> tuple[int, Apart] | None:
    """Which way (−1 before, 0 none said, +1 after) and how many days apart, at least and at most."""
    period = _PERIOD.match(told.time.value)
    e = told.e
    if period:
        way = e.step if e is not None and e.form == "shift" else 0
        return way, _length(period[2], "H" if period[1] else period[3])
    if e is None:
        return None
    if e.form == "shift":
        unit = _UNITS.get(e.unit or "", "H")
        return (1 if e.step > 0 else -1), _length("X" if e.amount is None else f"{e.amount:g}", unit)
    if e.form == "relative" and e.unit in ("day", "week", "month", "year") and e.origin == "previous":
        return (e.step > 0) - (e.step < 0), _length(str(abs(e.step)), _UNITS[e.unit])
    return None


def _length(number: str, letter: str) -> Apart:
    """Whole days, as loosely as people count: "two weeks" is 13 to 15 days, "three months" 80 to 102."""
    if letter not in _DAYS:
        return 0, 1
    if number == "X":
        return 1, None
    days = float(number) * _DAYS[letter]
    if days > 365_000:
        return 0, None
    slack = {"D": 0.0, "N": 0.0, "W": 1.0 + (float(number) > 2), "M": 5 + 2 * float(number)}.get(letter)
    slack = 0.25 * days if slack is None else min(slack, 0.25 * days + 1)
    return max(0, round(days - slack)), round(days + slack)


def distance(body: str, start: int, stop: int, clock: Clock) -> Apart | None:
    """The length of time that stands right before a joining word, which then dates nothing itself."""
    before = clock.ending(start, stop - start)
    if before is None:
        return None
    measured = apart(before)
    if measured is None and not before.dated and one_day(before.time.passage.words):
        measured = (0, (1, 1))
    if measured is None or before.dated:
        return None
    before.used = True
    return measured[1]


def one_day(words: str) -> bool:
    """ "the day after", «на следующее утро»."""
    return _ONE_DAY.search(words) is not None


__all__ = ["Apart", "apart", "distance"]
