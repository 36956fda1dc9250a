"""Strings in, time expressions out, as they are written: nothing here knows when a
text was written (EN, RU, UK)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from muster.text.calendar_dates import CalendarReader
from muster.text.calendar_words import (
    DAYPARTS,
    DAYS_FROM_NOW,
    EACH_UNIT,
    EVERY,
    MONTHS,
    SAME,
    SEASONS,
    SHORT_MONTHS,
    STEPS,
    WEEKDAYS,
    YEARS_FROM_NOW,
)
from muster.text.date_cursor import Expression, Found
from muster.text.numerals import NUMERALS, ORDINALS
from muster.text.relative_dates import SpanReader
from muster.text.tokens import tokens_of
from muster.text.units import UNITS, glued
from muster.text.wordlist import words

_FEW: Final = words(
    "few several some couple несколько нескольких кілька кількох декілька декількох пару",
)
_RU_IN: Final = frozenset(["через", "спустя"])
_HALF_YEAR: Final = words(
    "полгода полугода півроку півріччя полугодие",
)


def find_dates(body: str, start: int, stop: int, language: str) -> list[Expression]:
    """Every time expression that begins in characters ``[start, stop)``, in order, not overlapping."""
    tokens = tokens_of(body)
    floor, ceiling = tokens.between(start, stop)
    return list(_merged(body, _Reader(body, tokens, floor, ceiling, language).all()))


class _Reader(CalendarReader, SpanReader):
    """Sends each word to the reader that it may begin a time for."""

    def all(self) -> Iterator[Expression]:
        index = self.floor
        while index < self.ceiling:
            handler = self._handler(self.words[index])
            found = handler(self, index) if handler is not None else None
            if found is not None:
                stop, expression = found
                yield expression
                index = self.free = stop
            else:
                index += 1

    @staticmethod
    def _handler(word: str) -> _Handler | None:
        return _Reader.of_digits if word[0].isdecimal() else _HANDLERS.get(word) or _lazily(word)

    # --- helpers -----------------------------------------------------------------------------------

    def of_digits(self, index: int) -> Found:
        match = self.numeric.get(self.tokens.starts[index])
        if match is not None:
            return self._of_numeric(index, match)
        return (
            self._day_month(index)
            or self._decade(index)
            or self._year(index)
            or self._century(index)
            or self.of_count(index)
        )


_Handler = Callable[[_Reader, int], Found]


def _handlers() -> dict[str, _Handler]:
    table: dict[str, _Handler] = {}
    for word, unit in UNITS.items():
        if unit.kind == "duration" and word not in ("second", "m"):
            table[word] = _Reader.of_single
    table.update(dict.fromkeys(_HALF_YEAR, _Reader.of_single))
    table.update(dict.fromkeys(NUMERALS, _Reader.of_count))
    table.update(dict.fromkeys(_FEW | {"a", "an", "half"}, _Reader.of_count))
    table.update(dict.fromkeys(ORDINALS, _Reader.of_order))
    table.update(
        dict.fromkeys(
            words(
                "first первом первого первый первому першому першого перший",
            ),
            _Reader.of_order,
        )
    )
    table.update(dict.fromkeys(SAME, _Reader.of_same))
    table.update(dict.fromkeys(STEPS, _Reader.of_step))
    table.update(
        dict.fromkeys(
            words(
                "последние последних последний останні останніх останній",
            ),
            _Reader.of_latest,
        )
    )
    table.update(dict.fromkeys(EVERY, _Reader.of_every))
    table.update(dict.fromkeys(EACH_UNIT, _Reader.of_each))
    table.update(dict.fromkeys(_RU_IN, _Reader.of_through))
    table.update(dict.fromkeys(DAYPARTS, _Reader.of_daypart))
    table.update(dict.fromkeys(SEASONS, _Reader.of_season))
    table.update(dict.fromkeys(WEEKDAYS, _Reader.of_weekday))
    table.update(dict.fromkeys(MONTHS, _Reader.of_month))
    table.update(dict.fromkeys(SHORT_MONTHS, _Reader.of_month))
    table.update(dict.fromkeys(DAYS_FROM_NOW, _Reader.of_day_from_now))
    table.update(dict.fromkeys(YEARS_FROM_NOW, _Reader.of_year_from_now))
    table.update(
        dict.fromkeys(
            words(
                "noon midnight полдень полночь опівночі",
            ),
            _Reader.of_noon,
        )
    )
    return table


_HANDLERS: Final = _handlers()


def _lazily(word: str) -> _Handler | None:
    return _Reader.of_glued if len(word) > 8 and not word.isascii() and glued(word) is not None else None


_LINKS = words(
    ", on at of в во о об у на the",
) | {""}


def _merged(body: str, found: Iterator[Expression]) -> Iterator[Expression]:
    """Joins a weekday, a part of a day and a clock to the day beside them; drops lone parts of a day."""
    waiting: Expression | None = None
    for expression in found:
        if waiting is not None:
            joined = _join(body, waiting, expression)
            if joined is not None:
                waiting = joined
                continue
            if waiting.form != "daypart":
                yield waiting
        waiting = expression
    if waiting is not None and waiting.form != "daypart":
        yield waiting


def _join(body: str, a: Expression, b: Expression) -> Expression | None:
    gap = body[a.stop : b.start]
    if len(gap) > 12 or not all(word in _LINKS for word in gap.lower().replace(",", " , ").split()):
        return None
    fields = ("year", "month", "day", "weekday", "daypart", "hour")
    has_a = {name for name in fields if getattr(a, name) is not None}
    has_b = {name for name in fields if getattr(b, name) is not None}
    day_a = bool(has_a & {"day", "weekday"}) or (a.form == "relative" and a.unit == "day")
    day_b = bool(has_b & {"day", "weekday"}) or (b.form == "relative" and b.unit == "day")
    clock_a, clock_b = bool(has_a & {"daypart", "hour"}), bool(has_b & {"daypart", "hour"})
    if "of" in gap.split() and b.form == "calendar" and b.day is None and b.weekday is None:
        return None
    if (
        a.form == "calendar"
        and has_a == {"weekday"}
        and b.form == "calendar"
        and "day" in has_b
        and not clock_a
    ):
        return replace(b, start=a.start, weekday=a.weekday)
    if a.form == "calendar" and "day" in has_a and has_b == {"weekday"} and b.form == "calendar":
        return replace(a, stop=b.stop, weekday=b.weekday)
    if a.form in ("calendar", "relative") and day_a and not clock_a and clock_b and not day_b:
        return replace(a, stop=b.stop, daypart=b.daypart, hour=b.hour, minute=b.minute)
    if clock_a and not day_a and day_b and b.form in ("calendar", "relative") and not clock_b:
        return replace(b, start=a.start, daypart=a.daypart, hour=a.hour, minute=a.minute)
    if clock_a and clock_b and not day_a and not day_b and "hour" in has_a and "hour" not in has_b:
        return replace(a, stop=b.stop)
    return None


__all__ = ["Expression", "find_dates"]
