"""Strings in, time expressions out, as they are written: nothing here knows when a
text was written (EN, RU, UK)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from muster.text.dates.calendar import CalendarReader
from muster.text.dates.clock import HOURS_SAID
from muster.text.dates.cursor import Expression, Found
from muster.text.dates.holidays import HOLIDAY_STARTS
from muster.text.dates.joins import merged
from muster.text.dates.length_words import FEW, HALVES, LENGTH_ADVERBS, LONG, RU_IN
from muster.text.dates.lengths import LengthReader
from muster.text.dates.references import PHRASE_STARTS, REFERENCES
from muster.text.dates.relative import NTH_DAYS, RelativeReader
from muster.text.dates.repeats import RepeatReader
from muster.text.dates.words import (
    DAY_ORDINALS,
    DAY_TENS,
    DAYPARTS,
    DAYPARTS_EACH,
    DAYS_FROM_NOW,
    EACH_UNIT,
    EVERY,
    MONTHS,
    SAME,
    SEASONS,
    SHORT_MONTHS,
    STEPS,
    WEEKDAYS,
    WEEKDAYS_EACH,
    YEARS_FROM_NOW,
)
from muster.text.dates.years import DECADE_WORDS, ROMAN
from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS, ORDINALS
from muster.text.numbers.units import UNITS, glued
from muster.text.tokens import tokens_of


def find_dates(body: str, start: int, stop: int, language: str) -> tuple[Expression, ...]:
    """Every time expression that begins in characters ``[start, stop)``, in order, not overlapping."""
    known = _read_before(body)
    key = (start, stop, language)
    found = known.get(key)
    if found is None:
        tokens = tokens_of(body)
        floor, ceiling = tokens.between(start, stop)
        found = known[key] = tuple(merged(body, _Reader(body, tokens, floor, ceiling, language).all()))
    return found


@lru_cache(maxsize=2)
def _read_before(body: str) -> dict[tuple[int, int, str], tuple[Expression, ...]]:
    """What was read of a text: quantities and times ask for the same sentences."""
    return {}


class _Reader(CalendarReader, RelativeReader, RepeatReader, LengthReader):
    """Sends each word to the readers that it may begin a time for; the first that finds one wins."""

    def all(self) -> Iterator[Expression]:
        index, words, handlers = self.floor, self.words, _HANDLERS
        while index < self.ceiling:
            word = words[index]
            if word[0].isdecimal():
                found = self.of_digits(index)
            elif word in handlers:
                found = self._first(handlers[word], index)
            else:
                found = (
                    self.of_glued(index) if len(word) >= 8 and not word.isascii() and glued(word) else None
                )
            if found is not None:
                stop, expression = found
                yield expression
                index = self.free = stop
            else:
                index += 1

    def _first(self, readers: Iterable[_Handler], index: int) -> Found:
        for reader in readers:
            found = reader(self, index)
            if found is not None:
                return found
        return None

    def of_digits(self, index: int) -> Found:
        """A token of digits: every reading of it in turn."""
        match = self.numeric.get(self.tokens.starts[index])
        return (
            (self.of_numeric(index, match) if match is not None else None)
            or self.day_month(index)
            or self.hour(index)
            or self.decade(index)
            or self.ancient(index)
            or self.year(index)
            or self.century(index)
            or self.nth_day(index)
            or self.lone_day(index)
            or self.of_count(index)
        )

    def of_apostrophe(self, index: int) -> Found:
        """ "in '82": a year of two digits."""
        if self.tokens.joined(index) or not self.tokens.joined(index + 1):
            return None
        if self.word(index - 1) not in ("in", "of", "since", "by", "until", "the", "early", "late", "summer"):
            return None
        short = self.short_year(index)
        if short is None or self.word(short[0]) in ("'", "s", '"'):
            return None
        return self.made(index, short[0], "calendar", year=short[1])


_Handler = Callable[[_Reader, int], Found]


def _handlers() -> dict[str, tuple[_Handler, ...]]:
    """Word → the readers that it may begin a time for, the more telling first."""
    durations = [word for word, unit in UNITS.items() if unit.kind == "duration" and word != "m"]
    rows: tuple[tuple[_Handler, Iterable[str]], ...] = (
        (_Reader.of_holiday, HOLIDAY_STARTS),
        (_Reader.of_spelled_day, (*DAY_ORDINALS, *DAY_TENS)),
        (_Reader.of_year_in_words, [w for w, n in NUMERALS.items() if n.kind == "tens"] + ["две", "дві"]),
        (_Reader.of_half_past, listed("half quarter половине пів")),
        (_Reader.of_one, ("час",)),
        (_Reader.of_spelled, HOURS_SAID),
        (
            _Reader.of_order,
            (
                *ORDINALS,
                *listed("first final первом первого первый первому первое першому першого перший перше"),
            ),
        ),
        (_Reader.of_early_hours, ("early", "small", "wee")),
        (_Reader.of_overnight, ("overnight",)),
        (_Reader.of_third_day, ("третьего",)),
        (_Reader.of_day_number, ("day",)),
        (_Reader.of_roman_quarter, ("i", "ii", "iii", "iv", "і", "іі", "ііі")),
        (_Reader.of_first_day, (*ORDINALS, "first", "первый", "перший")),
        (_Reader.of_other_day, (*ORDINALS, *NTH_DAYS, *listed("другой другое другого другий другу"))),
        (_Reader.of_running, ORDINALS),
        (_Reader.century, (*ORDINALS, *DAY_ORDINALS)),
        (_Reader.of_roman, ROMAN),
        (_Reader.of_decade_word, DECADE_WORDS),
        (_Reader.of_single, (*durations, *HALVES, *LENGTH_ADVERBS)),
        (_Reader.of_long, LONG),
        (_Reader.of_count, (*NUMERALS, *FEW, "a", "an", "half", "пів")),
        (_Reader.of_the, ("the",)),
        (_Reader.of_phrase, ("the", *PHRASE_STARTS)),
        (_Reader.of_same, SAME),
        (_Reader.of_step, STEPS),
        (_Reader.of_latest, listed("последние последних последний последнее останні останніх останній")),
        (_Reader.of_every, EVERY),
        (_Reader.of_each, EACH_UNIT),
        (_Reader.of_weekdays, WEEKDAYS_EACH),
        (_Reader.of_through, RU_IN),
        (_Reader.of_daypart, DAYPARTS),
        (_Reader.of_dayparts, DAYPARTS_EACH),
        (_Reader.of_season, SEASONS),
        (_Reader.of_weekday, WEEKDAYS),
        (_Reader.of_weekend, listed("выходные выходных вихідні вихідних weekends выходным")),
        (_Reader.of_month, (*MONTHS, *SHORT_MONTHS)),
        (_Reader.of_day_from_now, DAYS_FROM_NOW),
        (_Reader.of_year_from_now, YEARS_FROM_NOW),
        (
            _Reader.of_noon,
            listed(
                "noon midnight полудню полудня полудні"
                " полдень полночь полуночи полуночь опівночі півночі опівдні"
                " полудень"
            ),
        ),
        (_Reader.of_per, ("per",)),
        (_Reader.of_times, listed("раз раза разів рази дважды трижды двічі тричі")),
        (_Reader.of_reference, REFERENCES),
        (_Reader.of_quarter_code, ("q",)),
        (_Reader.of_apostrophe, ("'",)),
    )
    table: dict[str, tuple[_Handler, ...]] = {}
    for reader, starts in rows:
        for word in dict.fromkeys(starts):
            table[word] = (*table.get(word, ()), reader)
    return table


_HANDLERS: Final = _handlers()

__all__ = ["Expression", "find_dates"]
