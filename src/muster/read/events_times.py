"""Time expressions in, the days that they force on the clause they stand in out.

A time says when its clause was only where no word before it moves it ("until", "by", "after") and where its
year is written or can be no other. A length of time before a joining word ("two days before …") is how far
the two clauses lie apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from muster.model.claims import TimeRange
from muster.read.page import Page
from muster.text.dates import Expression, find_dates

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
_MOVED: Final = {
    "en": re.compile(
        r"\b(?:(?P<before>before|until|till)|(?P<by>by|no later than)|(?P<after>after))(?: the)? \Z", re.I
    ),
    "ru": re.compile(r"(?<!\w)(?:(?P<before>до|перед)|(?P<by>к|ко|не позднее)|(?P<after>после)) \Z", re.I),
    "uk": re.compile(r"(?<!\w)(?:(?P<before>до|перед)|(?P<by>під|не пізніше)|(?P<after>після)) \Z", re.I),
}  # fmt: skip
_LEANS: Final = re.compile(
    r" (?:after|before|following|of|после|до|перед|після|від|от|со?|з) (?!того\b|этого\b|цього\b)", re.I
)
# A day without its year may be one of these years ago, if the text names such a year.
_NEAR_YEARS: Final = 3
_FINE: Final = {
    "day": 0,
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "year": 4,
    "decade": 5,
    "century": 6,
}


@dataclass(slots=True)
class Told:
    """One time expression of the text. ``used``: it says how far two clauses lie apart and dates none.
    ``leans``: words after it say from what it counts ("the day after the storm")."""

    time: TimeRange
    e: Expression | None
    language: str
    sure: bool
    used: bool = False
    leans: bool = False

    @property
    def start(self) -> int:
        """Where it stands."""
        return self.time.passage.start

    @property
    def stop(self) -> int:
        """Where it ends."""
        return self.time.passage.stop

    @property
    def dated(self) -> bool:
        """True where its days are known."""
        t = self.time
        known = t.first is not None and t.last is not None and t.type in ("DATE", "TIME")
        return known and not (self.leans and t.anchor == "previous")

    @property
    def width(self) -> int:
        """Orders times by how exact they are."""
        return _FINE.get(self.time.granularity or "", 7)


@dataclass(slots=True)
class Clock:
    """The times of a text in order, and the day on which it was published (an ordinal)."""

    told: list[Told]
    published: int | None
    _starts: list[int]

    def within(self, start: int, stop: int) -> list[Told]:
        """Times that begin in ``[start, stop)``."""
        return self.told[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def ending(self, at: int, reach: int) -> Told | None:
        """The time that ends here, give or take ``reach`` characters after it."""
        i = bisect_left(self._starts, at) - 1
        if i >= 0 and at - 2 <= self.told[i].stop <= at + reach:
            return self.told[i]
        return None


def clock_of(page: Page, times: Sequence[TimeRange], published: str | None) -> Clock:
    """Every time with the way it is written; one whose year might be another is not ``sure``."""
    written: dict[int, tuple[Expression, str]] = {}
    for i in sorted({page.sentence_at(t.passage.start) for t in times}):
        for e in find_dates(page.body, *page.sentences[i], page.languages[i]):
            written[e.start] = (e, page.languages[i])
    years = _names_another_year((e for e, _ in written.values()), published)
    of_one_day = all(
        t.anchor == "inferred" or (t.first or "") >= (published or "")[:7] for t in times if t.last
    )
    told: list[Told] = []
    paragraph = -1
    before: Told | None = None
    moved: TimeRange | None = None
    for t in sorted(times, key=lambda t: t.passage.start):
        here = page.paragraph_of[page.sentence_at(t.passage.start)]
        if here != paragraph:
            paragraph, before, moved = here, None, None
        form, language = written.get(t.passage.start, (None, "en"))
        one = Told(t, form, language, sure=not (years and t.anchor == "document" and _yearless(form)))
        one.leans = _LEANS.match(page.body, one.stop) is not None
        if t.anchor == "inferred":
            one.sure = False
            one.time = t if of_one_day else replace(t, first=None, last=None)
        _settle_year(one, before, published)
        if one.time.first != t.first and one.time.first:
            moved = t
        elif moved is not None and t.anchor == "previous" and t.first == moved.first and not _yearless(form):
            # "On 9 April …, by noon": noon of the day that was moved.
            one.time, one.sure = _years_on(t, 1, published), False
        told.append(one)
        before = one if one.time.first else before
    _whole_and_part(told, page.body)
    day = ordinal(published[:10]) if published else None
    return Clock(told, day, [t.start for t in told])


def _whole_and_part(told: Sequence[Told], body: str) -> None:
    """ "The last Sunday" "of September": read apart, only the month is known."""
    for one, other in pairwise(told):
        if other.start - one.stop <= len(" of ") and body[one.stop : other.start] in (" of ", " "):
            day_of = one.e is not None and one.e.form == "relative" and one.dated and other.dated
            if day_of and other.e is not None and other.e.month is not None and other.e.day is None:
                one.time = replace(one.time, first=None, last=None)
                one.used = True


def _settle_year(one: Told, before: Told | None, published: str | None) -> None:
    """Two times of one paragraph that go backwards only because nobody wrote the year; neither is sure then.

    "In September 2030 … In spring": of the year after. "In October … In March", in a text that names the
    year before too: October of that one.
    """
    first, last = (before.time.first or "") if before else "", one.time.last or "9"
    if before is None or not first > last or not _yearless(one.e):
        return
    if one.time.anchor == "previous":
        one.time, one.sure = _years_on(one.time, 1, published), False
    elif not one.sure and not before.sure and before.time.anchor == "document":
        before.time = _years_on(before.time, -1, published)


def _names_another_year(expressions: Iterable[Expression], published: str | None) -> bool:
    if not published or not published[:4].isdigit():
        return False
    year = int(published[:4])
    return any(e.year is not None and not e.bc and 0 < year - e.year < _NEAR_YEARS for e in expressions)


def _yearless(e: Expression | None) -> bool:
    """A month, day or season whose year is not written."""
    return (
        e is not None
        and e.form == "calendar"
        and e.year is None
        and e.year_step is None
        and (e.month is not None or e.season is not None)
    )


def _years_on(t: TimeRange, years: int, published: str | None) -> TimeRange:
    """The same days of another year; none where that is not past, or has no such day."""
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


def not_ahead(told: Told, published: int | None) -> None:
    """What is told as done was done by the day of publication: a year earlier, where none is written."""
    first = ordinal(told.time.first)
    if published is not None and first is not None and first > published:
        day = date.fromordinal(published).isoformat()
        told.sure = False
        told.time = _years_on(told.time, -1 if _yearless(told.e) else 0, day)


def days_of(told: Told, body: str) -> tuple[int | None, int | None]:
    """The days on which what the clause tells can have begun, as ordinals."""
    first, last = ordinal(told.time.first), ordinal(told.time.last)
    moved = _MOVED[told.language].search(body, max(0, told.start - 16), told.start)
    way = moved.lastgroup if moved else ""
    if way == "before":
        return None, last
    if way == "by":
        return None, last
    if way == "after":
        return first, None
    return first, last


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


def one_day(words: str) -> bool:
    """ "the day after", «на следующее утро»."""
    return _ONE_DAY.search(words) is not None


__all__ = ["Apart", "Clock", "Told", "apart", "clock_of", "days_of", "not_ahead", "one_day", "ordinal"]
