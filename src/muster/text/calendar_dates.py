"""Days, months, years, seasons and clocks, in digits and in words."""

from __future__ import annotations

import re
from typing import Final

from muster.text.calendar_words import (
    PREPOSITIONS,
    SEASONS,
    SHORT_MONTHS,
    STEPS,
    WEEKDAYS,
)
from muster.text.date_cursor import CLOCK, Cursor, Found
from muster.text.numerals import NUMERALS, ORDINALS
from muster.text.units import UNITS
from muster.text.wordlist import words

_ORDINAL_ENDS: Final = words(
    "st nd rd th го е й я ое ого му м",
)
_DASHES: Final = frozenset(["-", "–", "—", "−"])
_TO: Final = words(
    "and to по до и та і й - – — −",
)
_RANGE_OPENERS: Final = words(
    "between from с со з із від от между між",
)
CLOCK_PARTS: Final = {"утра": 0, "ранку": 0, "дня": 12, "вечера": 12, "вечора": 12, "ночи": 0, "ночі": 0}


class CalendarReader(Cursor):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def _of_numeric(self, index: int, match: re.Match[str]) -> Found:
        stop = self.tokens.between(match.start(), match.end())[1]
        if match.re is CLOCK:
            return self._clock(index, stop, int(match[1]), int(match[2]))
        part = {name[0]: int(value) for name, value in match.groupdict().items() if value is not None}
        day, month, year = part["d"], part["m"], part.get("y")
        if year is not None and year < 100:
            year += 2000 if year < 70 else 1900
        slashed = "/" in match.group()
        ambiguous = slashed and self.language == "en" and day <= 12 and day != month
        if slashed and month > 12 >= day:
            day, month = month, day
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        if year is not None:
            stop = self.after_year(stop)
        return self.made(index, stop, "calendar", year=year, month=month, day=day, ambiguous=ambiguous)

    def _clock(self, begin: int, stop: int, hour: int, minute: int) -> Found:
        word = self.word(stop)
        if word in CLOCK_PARTS:
            hour += CLOCK_PARTS[word] if hour < 12 else 0
            stop += 1
        elif word in ("a", "p") and self.word(stop + 1) == "." and self.word(stop + 2) == "m":
            hour = hour % 12 + (12 if word == "p" else 0)
            stop = stop + 3 + (self.word(stop + 3) == ".")
        elif word in ("am", "pm"):
            hour = hour % 12 + (12 if word == "pm" else 0)
            stop += 1
        return self.made(begin, stop, "calendar", hour=hour, minute=minute)

    def _day_month(self, index: int) -> Found:
        first = self.day_number(index)
        if first is None:
            return self._hour(index)
        stop, day = first
        until, begin = None, index
        link = self.word(stop)
        if link in _TO:
            second = self.day_number(stop + 1)
            if second is not None and self._month_after(second[0]) is not None and second[1] > day:
                opened = link in _DASHES or self.word(index - 1) in _RANGE_OPENERS
                if not opened:
                    return self.made(index, stop, "calendar", day=day, month=self._month_after(second[0]))
                stop, until = second
        month = self._month_after(stop)
        if month is None:
            return self._hour(index)
        stop += 2 if self.word(stop) == "of" else 1
        if self.word(stop) == "." and self.word(stop - 1) in SHORT_MONTHS:
            stop += 1
        stop, year = self.with_year(stop)
        return self.made(begin, stop, "calendar", day=day, until_day=until, month=month, year=year)

    def _month_after(self, index: int) -> int | None:
        return self.month_at(index + 1 if self.word(index) == "of" else index)

    def _hour(self, index: int) -> Found:
        """ "5 p.m.", «в 5 утра», «15 часов» after «в»."""
        word = self.word(index)
        if not word.isdecimal() or len(word) > 2 or int(word) > 24:
            return None
        after = self.word(index + 1)
        if after in ("am", "pm") or (
            after in ("a", "p") and self.word(index + 2) == "." and self.word(index + 3) == "m"
        ):
            return self._clock(index, index + 1, int(word) % 24, 0)
        if self.word(index - 1) not in ("в", "о", "к", "до", "около", "об"):
            return None
        if after in CLOCK_PARTS and after != "дня":
            return self._clock(index, index + 1, int(word) % 24, 0)
        if after in ("часов", "часа", "час", "годині", "годину") and self.word(index - 1) in ("в", "о", "об"):
            return self._clock(index, index + 2, int(word) % 24, 0)
        return None

    def _decade(self, index: int) -> Found:
        word, stop = self.word(index), index + 1
        if self.word(stop) == "s" and self.tokens.joined(stop) and word.isdecimal() and word.endswith("0"):
            if len(word) == 4:
                begin, part = self.back(index)
                return self.made(begin, stop + 1, "calendar", decade=int(word), part=part)
            return None
        if self.word(stop) == "-" and self.word(stop + 1) in ("х", "е", "ті", "ых") and word.endswith("0"):
            decade = int(word) if len(word) == 4 else 1900 + int(word) if len(word) == 2 else 0
            years = self.after_year(stop + 2)
            if decade and (len(word) == 4 or years > stop + 2):
                begin, part = self.back(index)
                return self.made(begin, years, "calendar", decade=decade, part=part)
        return None

    def _century(self, index: int) -> Found:
        number = self.word(index)
        stop = index + 1
        if self.word(stop) in _ORDINAL_ENDS and self.tokens.joined(stop):
            stop += 1
        if self.word(stop) not in ("century", "века", "веке", "столетия", "століття", "столітті"):
            return None
        if not number.isdecimal() or not 1 <= int(number) <= 21:
            return None
        return self.made(index, stop + 1, "calendar", century=int(number))

    def _year(self, index: int) -> Found:
        year = self.year_number(index)
        if year is None or (
            index > self.floor and self.tokens.joined(index) and self.word(index - 1) not in '([-–—/«"'
        ):
            return None
        stop = self.after_year(index + 1)
        before, after = self.word(index - 1), self.word(index + 1)
        named = stop > index + 1
        if not named and not self._is_year(year, before, after, index):
            return None
        begin, part = self.back(index)
        return self.made(begin, stop, "calendar", year=year, part=part)

    def _is_year(self, year: int, before: str, after: str, index: int) -> bool:
        if after in _DASHES and self.tokens.joined(index + 1) and self.year_number(index + 2) is not None:
            return True
        if (
            before == "the"
            and after.isalpha()
            and not after.endswith("s")
            and year >= 1900
            and after not in NUMERALS
        ):
            return True
        if (
            self.counted(index + 1)
            or after in UNITS
            or after in NUMERALS
            or (after == "-" and self.word(index + 2) in UNITS)
        ):
            return False
        if self.language != "en":
            dashed = after in _DASHES and self.year_number(index + 2) is not None
            return (dashed and 1800 <= year <= 2100) or (
                before in ("в", "у", "з", "с", "от", "від") and year >= 1900 and not after.isalpha()
            )
        if before in (
            "in",
            "since",
            "during",
            "until",
            "by",
            "early",
            "late",
            "mid",
            "of",
            "around",
            "for",
            "(",
            "and",
        ):
            return year >= 1800 or not after.isalpha() or after in PREPOSITIONS
        noun = (
            after.isalpha()
            and after not in PREPOSITIONS
            and after not in ("the", "when", "was", "a", "he", "as", "were")
        )
        return (
            not noun
            and 1700 <= year <= 2100
            and before != "$"
            and (before in PREPOSITIONS or not before.isalpha())
        )

    def of_month(self, index: int) -> Found:
        """ "April", "February 24", "February of 1940"."""
        month = self.month_at(index)
        if month is None:
            return None
        stop = index + 1
        if self.word(stop) == "." and self.word(index) in SHORT_MONTHS:
            stop += 1
        numbered = self.day_number(stop) if self.language == "en" or self.word(index).isascii() else None
        if numbered is not None and self.numeric.get(self.tokens.starts[stop]) is None:
            after, day = numbered
            until = None
            if self.word(after) in _DASHES or (
                self.word(after) in ("to", "and") and self.word(index - 1) in _RANGE_OPENERS
            ):
                second = self.day_number(after + 1)
                if second is not None and second[1] > day and self.month_at(second[0]) is None:
                    after, until = second
            stop, year = self.with_year(after)
            return self.made(index, stop, "calendar", month=month, day=day, until_day=until, year=year)
        stop, year = self.with_year(stop)
        begin, part = self.back(index)
        step = self.step_before(begin)
        if year is None and step is not None:
            return self.made(
                begin - 1, stop, "relative", month=month, step=step, part=part, unit="month-name"
            )
        return self.made(begin, stop, "calendar", month=month, year=year, part=part)

    def of_season(self, index: int) -> Found:
        season = SEASONS[self.word(index)]
        word = self.word(index)
        stop, year = self.with_year(index + 1)
        begin, part = self.back(index)
        step = self.step_before(begin)
        if (
            word == "fall"
            and year is None
            and (
                self.word(index + 1) == "of"
                or (step is None and self.word(index - 2) not in ("in", "by", "during"))
            )
        ):
            return None
        if year is not None:
            begin -= self.word(begin - 1) == "the" and begin - 1 >= self.free
            return self.made(begin, stop, "calendar", season=season, year=year, part=part)
        if step is not None:
            return self.made(begin - 1, index + 1, "relative", season=season, step=step, unit="season")
        if word in (
            "лета",
            "літа",
            "весны",
            "весни",
            "зимы",
            "зими",
            "осени",
            "осені",
            "лето",
            "літо",
            "зима",
        ):
            introduced = bool(part)
        elif word.isascii():
            introduced = (self.word(index - 1) == "the" and self.word(index - 2) in PREPOSITIONS) or bool(
                part
            )
            introduced = introduced or (
                self.word(index - 1) in ("in", "by", "since", "during", "until")
                and word not in ("fall", "spring")
            )
        else:
            introduced = True
        begin -= self.word(begin - 1) == "the" and begin - 1 >= self.free
        return self.made(begin, index + 1, "calendar", season=season, part=part) if introduced else None

    def of_weekday(self, index: int) -> Found:
        word = self.word(index)
        day = WEEKDAYS[word]
        written = self.body[self.tokens.starts[index]]
        if word.isascii() and not written.isupper():
            return None
        if word in ("среду", "середу", "неділю", "среды", "середи", "неділі") and not self._weekday_here(
            index
        ):
            return None
        step = self.step_before(index)
        if step is not None:
            return self.made(index - 1, index + 1, "relative", weekday=day, step=step, unit="weekday")
        return self.made(index, index + 1, "calendar", weekday=day)

    def _weekday_here(self, index: int) -> bool:
        return (
            self.word(index - 1) in ("в", "у", "на", "до", "к", "с", "з", "об")
            or self.word(index - 1) in STEPS
            or self.word(index + 1) == ","
        )

    def of_order(self, index: int) -> Found:
        """ "first quarter of 2022", «в первом полугодии», "the third of May" left alone."""
        number = {"first": 1, "1st": 1}.get(self.word(index)) or ORDINALS.get(self.word(index))
        if self.word(index)[:4] in ("перв", "перш"):
            number = 1
        after = self.word(index + 1)
        if number is None or not 1 <= number <= 4 or not after.startswith(("quarter", "квартал")):
            return None
        stop, year = self.with_year(index + 2)
        begin = index - (self.word(index - 1) == "the" and index - 1 >= self.free)
        return self.made(begin, stop, "calendar", quarter=number, year=year)

    def of_noon(self, index: int) -> Found:
        hour = 0 if self.word(index) in ("midnight", "полночь", "полночи", "полуночи", "опівночі") else 12
        return self.made(index, index + 1, "calendar", hour=hour, minute=0)


__all__ = ["CalendarReader"]
