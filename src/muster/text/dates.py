"""Strings in, time expressions out, as they are written: nothing here knows when a
text was written (EN, RU, UK)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from muster.text import numbers
from muster.text.calendar_words import (
    DAYPARTS,
    DAYS_FROM_NOW,
    DOUBTFUL_MONTHS,
    EACH_UNIT,
    EVERY,
    FOLLOWING,
    MONTHS,
    PARTS,
    PREPOSITIONS,
    SAME,
    SEASONS,
    SHORT_MONTHS,
    STEPS,
    WEEKDAYS,
    YEAR_WORDS,
    YEARS_FROM_NOW,
)
from muster.text.numerals import NUMERALS, ORDINALS
from muster.text.tokens import Tokens, tokens_of
from muster.text.units import UNITS, adjective_unit, glued
from muster.text.wordlist import words

_NUMERIC: Final = re.compile(
    r"(?<![\d./:-])(?:(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4}|\d{2})"
    r"|(?P<d3>\d{1,2})/(?P<m3>\d{1,2})/(?P<y3>\d{4})"
    r"|(?P<d4>\d{2})/(?P<m4>0\d|1[0-2])"
    r"|(?P<y5>(?:19|20)\d\d)(?P<m5>0\d|1[0-2])(?P<d5>[0-3]\d))(?![\d/]|[.,:-]\d)"
)
_CLOCK: Final = re.compile(r"(?<![\d:.,-])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")
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
_AGO: Final = frozenset(["ago", "назад", "тому"])
_LATER: Final = words(
    "later afterwards afterward спустя потому",
)
_EARLIER: Final = frozenset(["earlier", "before"])
_FEW: Final = words(
    "few several some couple несколько нескольких кілька кількох декілька декількох пару",
)
_CALENDAR_UNITS: Final = words(
    "day week month year decade",
)
_RU_IN: Final = frozenset(["через", "спустя"])
_ONE_UNIT: Final = words("год рік месяц місяць неделю тиждень час годину")
_HALF_YEAR: Final = words(
    "полгода полугода півроку півріччя полугодие",
)
_CLOCK_PARTS: Final = {"утра": 0, "ранку": 0, "дня": 12, "вечера": 12, "вечора": 12, "ночи": 0, "ночі": 0}
_AGE_BEFORE: Final = words(
    "aged age ages возрасте возраста возраст віком віці віку старше моложе младше молодше старші",
)


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression, unresolved. ``form``: calendar (a date, perhaps without its year), relative
    ("last month"), shift ("a month later"), duration or set. Characters ``[start, stop)``.

    ``step``: −1, 0, +1 for last, this, next; days for «вчера». ``origin``: what it counts from, document
    or previous. ``amount`` None with a unit: nobody said how many ("a few weeks").
    """

    start: int
    stop: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    part: str = ""
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    weekday: int | None = None
    daypart: int | None = None
    hour: int | None = None
    minute: int | None = None
    unit: str | None = None
    amount: float | None = None
    step: int = 0
    origin: str = "document"
    ambiguous: bool = False


@lru_cache(maxsize=4)
def _numeric(folded: str) -> dict[int, re.Match[str]]:
    found = {match.start(): match for match in _CLOCK.finditer(folded)}
    found.update((match.start(), match) for match in _NUMERIC.finditer(folded))
    return found


def find_dates(body: str, start: int, stop: int, language: str) -> list[Expression]:
    """Every time expression that begins in characters ``[start, stop)``, in order, not overlapping."""
    tokens = tokens_of(body)
    floor, ceiling = tokens.between(start, stop)
    return list(_merged(body, _Reader(body, tokens, floor, ceiling, language).all()))


_Found = tuple[int, Expression] | None


class _Reader:
    """Walks the tokens of one sentence once; looks back only at words not yet used."""

    def __init__(self, body: str, tokens: Tokens, floor: int, ceiling: int, language: str) -> None:
        self.body, self.tokens, self.words = body, tokens, tokens.words
        self.floor, self.ceiling, self.language = floor, ceiling, language
        self.numeric = _numeric(tokens.folded)
        self.free = floor
        self.counts = numbers._Reader(tokens, floor, ceiling, language, "as-written")

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

    def word(self, index: int) -> str:
        return self.words[index] if self.floor <= index < self.ceiling else ""

    def made(self, begin: int, stop: int, form: str, **fields: object) -> tuple[int, Expression]:
        start, end = self.tokens.starts[begin], self.tokens.stops[stop - 1]
        return stop, Expression(start, end, form, **fields)  # type: ignore[arg-type]

    def day_number(self, index: int) -> tuple[int, int] | None:
        """A day of the month in digits ("24", "24th", «24-го»): the token after it, the day."""
        word = self.word(index)
        if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
            return None
        stop = index + 1
        if self.word(stop) in _ORDINAL_ENDS and self.tokens.joined(stop):
            stop += 1
        elif self.word(stop) == "-" and self.word(stop + 1) in _ORDINAL_ENDS and self.tokens.joined(stop + 1):
            stop += 2
        return stop, int(word)

    def year_number(self, index: int) -> int | None:
        word = self.word(index)
        if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199:
            return int(word)
        return None

    def after_year(self, index: int) -> int:
        """Past «года», «р.» and the like at ``index``."""
        if self.word(index) == "-" and self.word(index + 1) in ("го", "м", "й", "му"):
            index += 2
        if self.word(index) not in YEAR_WORDS or self.word(index) == "year":
            return index
        stop = index + 1
        short = self.word(index) in ("г", "гг", "р", "рр")
        if short and self.word(stop) == "." and self.tokens.joined(stop) and stop + 1 < self.ceiling:
            stop += 1
        return stop

    def with_year(self, index: int) -> tuple[int, int | None]:
        """An optional year at ``index`` ("2022", ", 2022", "of 2022", «2022 года»)."""
        for skip in (0, 1):
            if skip and self.word(index) not in (",", "of", "in"):
                break
            year = self.year_number(index + skip)
            if year is not None and not self.counted(index + skip + 1):
                return self.after_year(index + skip + 1), year
        return index, None

    def counted(self, index: int) -> bool:
        """True where what follows four digits makes them a count: ", 2,000" or "2000 soldiers"."""
        word = self.word(index)
        return word in (
            "%",
            "percent",
            "человек",
            "осіб",
            "people",
            "soldiers",
            "troops",
            "men",
            "млн",
            "тыс",
            "тис",
        )

    def month_at(self, index: int) -> int | None:
        """The month whose name stands at ``index``, if it is one here."""
        word = self.word(index)
        month = MONTHS.get(word)
        beside = self._beside(index)
        if month is None:
            short = SHORT_MONTHS.get(word)
            return short if short is not None and beside else None
        written = self.body[self.tokens.starts[index]]
        if word.isascii():
            if not written.isupper():
                return None
            if word in DOUBTFUL_MONTHS and not beside and not self._introduced(index):
                return None
        elif (not beside and written.isupper() and index > self.floor) or (
            word.startswith("лют") and not beside and not self._introduced(index)
        ):
            return None
        return month

    def _beside(self, index: int) -> bool:
        before, after = self.word(index - 1), self.word(index + 1)
        if after == "," or after == "of" or after == ".":
            after = self.word(index + 2)
        ordinal = before in _ORDINAL_ENDS or (before == "of" and self.word(index - 2) in _ORDINAL_ENDS)
        return (before[:1].isdecimal() or ordinal
                or (after[:1].isdecimal() and len(after) in (1, 2, 4)))  # fmt: skip

    def _introduced(self, index: int) -> bool:
        before = self.word(index - 1)
        return before in PREPOSITIONS or before in PARTS or before in STEPS or before in ("of", "-")

    def back(self, index: int) -> tuple[int, str]:
        """A part before ``index`` ("early", "the beginning of", «в начале»): where it begins, which."""
        at = index
        if self.word(at - 1) == "the" and at - 1 >= self.free:
            at -= 1
        if at - 1 >= self.free and self.word(at - 1) in ("-",) and self.word(at - 2) == "mid":
            return at - 2, "middle"
        if self.word(at - 1) == "in" and self.word(at - 2) in ("early", "late") and at - 2 >= self.free:
            return at - 2, PARTS[self.word(at - 2)]
        if self.word(at - 1) == "of" and at - 2 >= self.free and self.word(at - 2) in PARTS:
            begin = at - 2
            part = PARTS[self.word(begin)]
            if self.word(begin - 1) == "very" and begin - 1 >= self.free:
                begin -= 1
            if self.word(begin - 1) == "the" and begin - 1 >= self.free:
                begin -= 1
            return begin, part
        if self.word(at - 1) == "of" and self.word(at - 2) == "half" and at - 3 >= self.free:
            which = {"first": "first half", "second": "second half"}.get(self.word(at - 3), "")
            if which:
                return at - 3 - (self.word(at - 4) == "the" and at - 4 >= self.free), which
        if (
            self.word(at - 1) in ("половине", "половину", "половина", "половині", "половини")
            and at - 2 >= self.free
        ):
            order = self.word(at - 2)
            if order[:4] in ("перв", "перш"):
                return at - 2, "first half"
            if order[:4] in ("втор", "друг"):
                return at - 2, "second half"
        word = self.word(at - 1)
        if at - 1 >= self.free and word in PARTS and word not in ("beginning", "start", "end", "middle"):
            return at - 1, PARTS[word]
        return index, ""

    # --- handlers: each is given the token that called it, and returns where it stops and what it found ---

    def of_digits(self, index: int) -> _Found:
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

    def _of_numeric(self, index: int, match: re.Match[str]) -> _Found:
        stop = self.tokens.between(match.start(), match.end())[1]
        if match.re is _CLOCK:
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

    def _clock(self, begin: int, stop: int, hour: int, minute: int) -> _Found:
        word = self.word(stop)
        if word in _CLOCK_PARTS:
            hour += _CLOCK_PARTS[word] if hour < 12 else 0
            stop += 1
        elif word in ("a", "p") and self.word(stop + 1) == "." and self.word(stop + 2) == "m":
            hour = hour % 12 + (12 if word == "p" else 0)
            stop = stop + 3 + (self.word(stop + 3) == ".")
        elif word in ("am", "pm"):
            hour = hour % 12 + (12 if word == "pm" else 0)
            stop += 1
        return self.made(begin, stop, "calendar", hour=hour, minute=minute)

    def _day_month(self, index: int) -> _Found:
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

    def _hour(self, index: int) -> _Found:
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
        if after in _CLOCK_PARTS and after != "дня":
            return self._clock(index, index + 1, int(word) % 24, 0)
        if after in ("часов", "часа", "час", "годині", "годину") and self.word(index - 1) in ("в", "о", "об"):
            return self._clock(index, index + 2, int(word) % 24, 0)
        return None

    def _decade(self, index: int) -> _Found:
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

    def _century(self, index: int) -> _Found:
        number = self.word(index)
        stop = index + 1
        if self.word(stop) in _ORDINAL_ENDS and self.tokens.joined(stop):
            stop += 1
        if self.word(stop) not in ("century", "века", "веке", "столетия", "століття", "столітті"):
            return None
        if not number.isdecimal() or not 1 <= int(number) <= 21:
            return None
        return self.made(index, stop + 1, "calendar", century=int(number))

    def _year(self, index: int) -> _Found:
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

    def of_month(self, index: int) -> _Found:
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
        step = self._step_before(begin)
        if year is None and step is not None:
            return self.made(
                begin - 1, stop, "relative", month=month, step=step, part=part, unit="month-name"
            )
        return self.made(begin, stop, "calendar", month=month, year=year, part=part)

    def _step_before(self, begin: int) -> int | None:
        word = self.word(begin - 1)
        return STEPS.get(word) if begin - 1 >= self.free and word not in ("past", "это") else None

    def of_season(self, index: int) -> _Found:
        season = SEASONS[self.word(index)]
        word = self.word(index)
        stop, year = self.with_year(index + 1)
        begin, part = self.back(index)
        step = self._step_before(begin)
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

    def of_weekday(self, index: int) -> _Found:
        word = self.word(index)
        day = WEEKDAYS[word]
        written = self.body[self.tokens.starts[index]]
        if word.isascii() and not written.isupper():
            return None
        if word in ("среду", "середу", "неділю", "среды", "середи", "неділі") and not self._weekday_here(
            index
        ):
            return None
        step = self._step_before(index)
        if step is not None:
            return self.made(index - 1, index + 1, "relative", weekday=day, step=step, unit="weekday")
        return self.made(index, index + 1, "calendar", weekday=day)

    def _weekday_here(self, index: int) -> bool:
        return (
            self.word(index - 1) in ("в", "у", "на", "до", "к", "с", "з", "об")
            or self.word(index - 1) in STEPS
            or self.word(index + 1) == ","
        )

    def of_day_from_now(self, index: int) -> _Found:
        word = self.word(index)
        step, daypart = DAYS_FROM_NOW[word], 4 if word == "tonight" else None
        origin = "previous" if word in ("накануне", "напередодні") else "document"
        return self.made(index, index + 1, "relative", unit="day", step=step, daypart=daypart, origin=origin)

    def of_year_from_now(self, index: int) -> _Found:
        return self.made(index, index + 1, "relative", unit="year", step=YEARS_FROM_NOW[self.word(index)])

    def of_daypart(self, index: int) -> _Found:
        """A part of a day; kept only where a day joins it."""
        begin = index
        word = self.word(index)
        if word == "днем" or word == "дня":
            return None
        step = self._step_before(index)
        if step is not None and word not in ("mornings",):
            unit = "day"
            step = -1 if step == -1 and DAYPARTS[word] == 4 else step
            return self.made(index - 1, index + 1, "relative", unit=unit, step=step, daypart=DAYPARTS[word])
        if self.word(index - 1) in SAME and index - 1 >= self.free:
            return self.made(
                index - 1, index + 1, "relative", unit="day", daypart=DAYPARTS[word], origin="previous"
            )
        if self.word(index - 1) == "the" and index - 1 >= self.free:
            begin -= 1
        return self.made(begin, index + 1, "daypart", daypart=DAYPARTS[word])

    def of_every(self, index: int) -> _Found:
        stop = index + 1
        word = self.word(stop)
        if word in DAYPARTS:
            return self.made(index, stop + 1, "set", daypart=DAYPARTS[word])
        if word in WEEKDAYS:
            return self.made(index, stop + 1, "set", weekday=WEEKDAYS[word])
        if word in SEASONS and word not in ("лета", "літа"):
            return self.made(index, stop + 1, "set", season=SEASONS[word])
        unit = UNITS.get(word)
        if unit is not None and unit.kind == "duration":
            return self.made(index, stop + 1, "set", unit=unit.name)
        count = self.counts.cardinal(stop)
        after = count.stop if count is not None else stop
        unit = UNITS.get(self.word(after))
        if count is not None and unit is not None and unit.kind == "duration":
            return self.made(index, after + 1, "set", unit=unit.name, amount=count.low)
        return None

    def of_each(self, index: int) -> _Found:
        unit = EACH_UNIT[self.word(index)]
        if unit in ("night", "morning", "evening"):
            return self.made(index, index + 1, "set", daypart={"night": 4, "morning": 1, "evening": 3}[unit])
        return self.made(index, index + 1, "set", unit=unit)

    def of_step(self, index: int) -> _Found:
        """ "last month", «на прошлой неделе», "the past few months", "the following day"."""
        word = self.word(index)
        stop = index + 1
        count: float | None = None
        several = self.word(stop) in _FEW
        if several:
            stop += 1
            if self.word(stop) == "of":
                stop += 1
        else:
            value = (
                self.counts.cardinal(stop)
                if self.word(stop) in NUMERALS or self.word(stop)[:1].isdecimal()
                else None
            )
            if value is not None:
                count, stop = value.low, value.stop
        unit = UNITS.get(self.word(stop))
        if unit is None or unit.kind != "duration":
            return self._plural_past(index, stop)
        if self.word(stop + 1) == "of" and self.word(index - 1) == "the" and self.word(stop + 2) in MONTHS:
            return None
        the = self.word(index - 1) == "the" and index - 1 >= self.free
        if several or count is not None:
            if STEPS[word] == 0:
                return None
            return self.made(index - the, stop + 1, "duration", unit=unit.name, amount=count)
        if unit.name not in _CALENDAR_UNITS:
            return self._plural_past(index, stop)
        name = self.word(stop)
        if name.isascii() and name.endswith("s"):
            return self.made(index - the, stop + 1, "duration", unit=unit.name)
        begin, part = self.back(index)
        if word == "past" and self.word(index - 1) != "the" and not part:
            return None
        if word in ("past",) or (name in ("сутки", "добу", "суток")):
            return self.made(index - the, stop + 1, "duration", unit=unit.name, amount=1)
        clings = (
            (word in FOLLOWING and unit.name == "day")
            or word in ("following", "previous")
            or (word == "next" and unit.name == "day" and the)
        )
        if word in ("наступного", "следующий", "наступний") and unit.name == "day":
            clings = True
        start = begin if part else index - (the and clings)
        return self.made(start, stop + 1, "relative", unit=unit.name, step=STEPS[word], part=part,
                         origin="previous" if clings else "document")  # fmt: skip

    def _plural_past(self, index: int, stop: int) -> _Found:
        unit = UNITS.get(self.word(stop))
        if unit is not None and unit.kind == "duration" and STEPS[self.word(index)] == -1:
            return self.made(index, stop + 1, "duration", unit=unit.name)
        # «последние дни» is spelled without a step word; "last Tuesday" is met at the weekday.
        return None

    def of_latest(self, index: int) -> _Found:
        """«за последние два месяца», «останні кілька тижнів»."""
        stop, count = index + 1, None
        if self.word(stop) in _FEW:
            stop += 1
        elif self.word(stop) in NUMERALS or self.word(stop)[:1].isdecimal():
            value = self.counts.cardinal(stop)
            if value is not None:
                count, stop = value.low, value.stop
        unit = UNITS.get(self.word(stop))
        if unit is None or unit.kind != "duration":
            return None
        if count is None and self.word(stop) in (
            "сутки",
            "добу",
            "год",
            "рік",
            "месяц",
            "місяць",
            "неделю",
            "тиждень",
            "час",
            "день",
        ):
            count = 1
        return self.made(index, stop + 1, "duration", unit=unit.name, amount=count)

    def of_same(self, index: int) -> _Found:
        """ "later that month", «в тот же день», «того ж дня»."""
        stop = index + 1
        if self.word(stop) in (
            "same",
            "very",
            "же",
            "ж",
            "самый",
            "самого",
            "самой",
            "самому",
            "самим",
            "самом",
        ):
            stop += 1
        unit = UNITS.get(self.word(stop))
        cyrillic = not self.word(index).isascii()
        begin = index - (self.word(index - 1) == "the" and index - 1 >= self.free)
        if (
            unit is not None
            and unit.name in _CALENDAR_UNITS
            and not (self.word(stop).isascii() and self.word(stop).endswith("s"))
        ):
            if self.word(index - 1) in ("later", "earlier") and index - 1 >= self.free:
                begin = index - 1
            if cyrillic and stop == index + 1 and self.word(index) in ("же", "ж"):
                return None
            part, part_begin = "", begin
            if self.word(index - 1) == "of":
                part_begin, part = self.back(index)
            return self.made(
                part_begin if part else begin,
                stop + 1,
                "relative",
                unit=unit.name,
                origin="previous",
                part=part,
            )
        if self.word(stop) in SEASONS and (stop > index + 1 or not cyrillic):
            return self.made(
                begin, stop + 1, "relative", unit="season", season=SEASONS[self.word(stop)], origin="previous"
            )
        month = self.month_at(stop)
        if month is not None and stop > index + 1:
            return self.made(begin, stop + 1, "relative", unit="month-name", month=month, origin="previous")
        return None

    def of_count(self, index: int) -> _Found:
        """A number of days, weeks…: a duration, or a shift where "ago" or "later" follows."""
        word = self.word(index)
        if word in _FEW:
            stop, count = index + 1 + (self.word(index + 1) == "of"), None
        elif word in ("a", "an"):
            if self.word(index + 1) in _FEW:
                return self._measured(index, index + 2 + (self.word(index + 2) == "of"), None)
            if self.word(index + 1) not in UNITS:
                value = (
                    self.counts.value(index)
                    if self.word(index + 1) in ("hundred", "thousand", "dozen")
                    else None
                )
                return self._measured(index, value.stop, value.low) if value is not None else None
            return self._measured(index, index + 1, 1.0)
        elif word == "half":
            value = self.counts.half_a(index)
            return self._measured(index, value.stop, value.low) if value is not None else None
        else:
            value = self.counts.cardinal(index)
            if value is None:
                return None
            value = self.counts.alternative(value)
            stop, count = value.stop, value.low
            if value.low != value.high:
                count = None
        return self._measured(index, stop, count)

    def _measured(self, begin: int, at: int, count: float | None) -> _Found:
        hyphen = self.word(at) == "-"
        stop = at + hyphen
        if self.word(stop) in (
            "полных",
            "full",
            "long",
            "more",
            "consecutive",
            "straight",
            "еще",
            "ще",
            "долгих",
            "довгих",
            "календарных",
        ):
            stop += 1
        unit = UNITS.get(self.word(stop)) or (adjective_unit(self.word(stop)) if hyphen else None)
        if unit is None or unit.kind != "duration" or (unit.name == "night" and not hyphen and count is None):
            return None
        stop += 1
        if self._is_age(begin, stop, unit.name, hyphen, self.word(stop - 1)):
            return None
        indefinite = self.words[begin] in ("a", "an") and at == begin + 1
        moved = self._shift(begin, stop, unit.name, count)
        if moved is not None:
            return moved
        if indefinite and self.word(begin - 1) not in (
            "for",
            "after",
            "within",
            "about",
            "almost",
            "nearly",
            "over",
            "under",
            "than",
            "half",
        ):
            return None
        return self.made(begin, stop, "duration", unit=unit.name, amount=count)

    def _is_age(self, begin: int, stop: int, unit: str, hyphen: bool, name: str) -> bool:
        if unit not in ("year", "month"):
            return False
        after = self.word(stop + 1) if self.word(stop) == "-" else self.word(stop)
        if after in ("old", "olds"):
            return True
        if hyphen and name.startswith(("летн", "річн")):
            return (
                int(self.word(begin)) > 12
                if self.word(begin).isdecimal() and len(self.word(begin)) < 4
                else False
            )
        return any(
            self.word(k) in _AGE_BEFORE for k in range(max(self.floor, begin - 3), begin)
        ) or self.word(stop) in ("age",)

    def _shift(self, begin: int, stop: int, unit: str, count: float | None) -> _Found:
        after = self.word(stop)
        if after in _AGO:
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=-1)
        if after in _LATER or (after == "потому"):
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=1, origin="previous")
        if after == "earlier" or (after == "before" and self.word(stop + 1) in (".", ",", ";", "")):
            return self.made(begin, stop + 1, "shift", unit=unit, amount=count, step=-1, origin="previous")
        if self.word(begin - 1) in _RU_IN and begin - 1 >= self.free:
            return self.made(begin - 1, stop, "shift", unit=unit, amount=count, step=1, origin="through")
        return None

    def of_through(self, index: int) -> _Found:
        """«через неделю», «спустя месяц»: one unit without a number."""
        unit = UNITS.get(self.word(index + 1))
        if unit is None or unit.kind != "duration":
            return None
        return self.made(index, index + 2, "shift", unit=unit.name, amount=1.0, step=1, origin="through")

    def of_single(self, index: int) -> _Found:
        """«неделю назад», «рік тому», «полгода», «сутки»."""
        word = self.word(index)
        if word in _HALF_YEAR:
            return self._measured_half(index)
        unit = UNITS[word].name
        if self.word(index + 1) in _AGO and not word.isascii():
            return self.made(index, index + 2, "shift", unit=unit, amount=1.0, step=-1)
        if self.word(index + 1) in ("спустя", "потому") and not word.isascii():
            return self.made(index, index + 2, "shift", unit=unit, amount=1.0, step=1, origin="previous")
        within = self.word(index - 1) in ("за", "на") and word in _ONE_UNIT
        if word in ("сутки", "добу") or within:
            return self.made(index, index + 1, "duration", unit=unit, amount=1.0)
        if (
            word.isascii()
            and word.endswith("s")
            and self.word(index - 1) in ("for", "of", "after", "within")
            and unit != "second"
        ):
            return self.made(index, index + 1, "duration", unit=unit)
        begin, part = self.back(index)
        if (
            part
            and unit in ("year", "month", "week")
            and (not word.isascii() or self.word(index - 1) == "the")
        ):
            return self.made(begin, index + 1, "relative", unit=unit, part=part)
        return None

    def _measured_half(self, index: int) -> _Found:
        moved = self._shift(index, index + 1, "month", 6.0)
        return moved or self.made(index, index + 1, "duration", unit="month", amount=6.0)

    def of_order(self, index: int) -> _Found:
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

    def of_glued(self, index: int) -> _Found:
        """«двухлетний»."""
        found = glued(self.word(index))
        if found is None or found[1].kind != "duration":
            return None
        return self.made(index, index + 1, "duration", unit=found[1].name, amount=found[0])

    def of_noon(self, index: int) -> _Found:
        hour = 0 if self.word(index) in ("midnight", "полночь", "полночи", "полуночи", "опівночі") else 12
        return self.made(index, index + 1, "calendar", hour=hour, minute=0)


_Handler = Callable[[_Reader, int], _Found]


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
