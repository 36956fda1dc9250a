"""One time expression as it is written, and the cursor that walks the words of a sentence to find it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.text.dates.words import (
    DAY_ORDINALS,
    DAY_TENS,
    DOUBTFUL_MONTHS,
    MONTHS,
    PARTS,
    PREPOSITIONS,
    SHORT_MONTHS,
    STEPS,
    YEAR_WORDS,
)
from muster.text.listed import listed
from muster.text.numbers import numbers
from muster.text.tokens import Tokens

ORDINAL_ENDS: Final = listed(
    "st nd rd th го е й я ое ого му м",
)
# Nouns that are a part only before "of".
_COUNTED: Final = listed(
    "% percent человек людей осіб чоловік people soldiers troops men women personnel infantry cavalry",
    "police",
    "horse aircraft tonnes tons km miles feet metres meters млн тыс тис dead casualties prisoners guns",
    "tanks",
    "солдат солдатів бойцов бійців військових військовослужбовців вояків танків гармат літаків тонн метрів",
    "военных военнослужащих танков орудий самолетов метров км м т га рублей гривень долларов доларів",
)
_PART_NOUNS: Final = listed("beginning start onset end close middle")
# «В двадцатых числах марта»: its last third.
_TENTHS: Final = ("десятых", "десятих", "двадцатых", "двадцятих")
_DAYS_OF: Final = listed("days дни днях дней дні днів числах чисел числа")
# What bears a number of its own: «22-го полка».
NUMBERED: Final = ("полк", "батал", "бригад", "дивиз", "дивіз", "рот", "отряд", "загон", "корпус", "школ")
_NUMERIC: Final = re.compile(
    r"(?<![\d./:-])(?:(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:t(?P<h>[0-2]\d):(?P<i>[0-5]\d)(?::\d\d)?z?)?"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4}|\d{2})"
    r"|(?P<d3>\d{1,2})/(?P<m3>\d{1,2})/(?P<y3>\d{4}|\d\d)"
    r"|(?P<d4>\d{2})/(?P<m4>0\d|1[0-2])"
    r"|(?P<d6>[0-3]?\d)\.(?P<m6>[0-5]\d)(?!\.\d)"
    r"|(?P<y5>(?:19|20)\d\d)(?P<m5>0\d|1[0-2])(?P<d5>[0-3]\d))(?![\d/]|[.,:-]\d)"
)
_DIGITS: Final = re.compile(r"\d\d*")
CLOCK: Final = re.compile(r"(?<![\d:.,-])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?!:?\d)")


@lru_cache(maxsize=4)
def _numeric(folded: str) -> dict[int, re.Match[str]]:
    found: dict[int, re.Match[str]] = {}
    end = 0
    # Both begin where digits begin: these are found several times faster than what a look back precedes.
    for digits in _DIGITS.finditer(folded):
        at = digits.start()
        match = _NUMERIC.match(folded, at) if at >= end else None
        if match is not None:
            end = match.end()
        elif (match := CLOCK.match(folded, at)) is None:
            continue
        found[at] = match
    return found


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression, unresolved. ``form``: calendar (a date, perhaps without its year), relative
    ("last month"), shift ("a month later"), duration, set, daypart ("in the morning") or reference
    ("now", "recently", with ``value``). Characters ``[start, stop)``.

    ``step``: −1, 0, +1 for last, this, next; days for «вчера». ``origin``: what it counts from, document
    or previous. ``amount`` None with a unit: nobody said how many ("a few weeks"). ``since_day`` and
    ``until_day``: the other end, where it is one end of a range of days. ``year_step``, ``year_from``: "May
    of last year". ``rest``: "and six months". ``week``: of a month, −1 the last. ``bc``: before Christ.
    ``feast``: days after Easter of a feast that moves with it.
    ``lone``: a year that stands beside the story ("(1950–1953)", "the 1976 plan") and dates nothing after it.
    """

    start: int
    stop: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    since_day: int | None = None
    until_day: int | None = None
    week: int | None = None
    part: str = ""
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    feast: int | None = None
    weekday: int | None = None
    daypart: int | None = None
    hour: int | None = None
    minute: int | None = None
    unit: str | None = None
    amount: float | None = None
    step: int = 0
    origin: str = "document"
    ambiguous: bool = False
    bc: bool = False
    lone: bool = False
    year_step: int | None = None
    year_from: str = ""
    zone: str = ""
    rest: tuple[float, str] | None = None
    value: str = ""


Found = tuple[int, Expression] | None


_HALVES: Final = listed("половине половину половина половині половини половины половиной половиною")


def _half(order: str) -> str:
    if order in ("first", "former") or order[:4] in ("перв", "перш"):
        return "first half"
    if order in ("second", "latter", "last") or order[:4] in ("втор", "друг"):
        return "second half"
    return ""


class Cursor:
    """Walks the tokens of one sentence once; looks back only at words not yet used."""

    def __init__(self, body: str, tokens: Tokens, floor: int, ceiling: int, language: str) -> None:
        self.body, self.tokens, self.words = body, tokens, tokens.words
        self.floor, self.ceiling, self.language = floor, ceiling, language
        self.numeric = _numeric(tokens.folded)
        self.free = floor
        # Tokens that an expression before them has already given a meaning: the "9" of "March 5-9, 1918".
        self.owed: dict[int, dict[str, int | None]] = {}
        self.counts = numbers.NumberReader(tokens, floor, ceiling, language, "as-written")

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
        if self.word(stop) in ORDINAL_ENDS and self.tokens.joined(stop):
            stop += 1
        elif self.word(stop) == "-" and self.word(stop + 1) in ORDINAL_ENDS and self.tokens.joined(stop + 1):
            stop += 2
        return stop, int(word)

    def day_in_words(self, index: int) -> tuple[int, int] | None:
        """«двадцать четвёртого», "the third": the token after it, the day."""
        word = self.word(index)
        tens = DAY_TENS.get(word)
        if tens is None:
            day = DAY_ORDINALS.get(word)
            return (index + 1, day) if day is not None else None
        after = index + 1 + (self.word(index + 1) == "-")
        unit = DAY_ORDINALS.get(self.word(after), 0)
        return (after + 1, tens + unit) if 0 < unit < 10 and tens + unit <= 31 else None

    def year_number(self, index: int) -> int | None:
        word = self.word(index)
        if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199:
            return int(word)
        return None

    def after_year(self, index: int) -> int:
        """Past «года», «р.» and the like at ``index``."""
        if self.word(index) == "-" and self.word(index + 1) in ("го", "м", "й", "му", "ом", "е", "ого", "у"):
            # «1001-й день» is no year, «в 2014-м» is one.
            plain = self.word(index + 2) in YEAR_WORDS or self.word(index + 1) in ("го", "м", "му", "ом", "у")
            index += 2 if plain else 0
        if self.word(index) not in YEAR_WORDS or self.word(index) == "year":
            return index
        stop = index + 1
        short = self.word(index) in ("г", "гг", "р", "рр")
        if short and self.word(stop) == "." and self.tokens.joined(stop) and stop + 1 < self.ceiling:
            stop += 1
        return stop

    def year_end(self, index: int) -> int:
        """Where an expression ends whose year ends before ``index``.

        The noun stays outside in Ukrainian, as in the one corpus there is; inside in Russian.
        """
        if self.language != "uk":
            return self.after_year(index)
        ended = self.word(index) == "-" and self.word(index + 1) in ORDINAL_ENDS and self.tokens.joined(index)
        return index + 2 if ended and self.after_year(index) > index else index  # «2022-го»

    def with_year(self, index: int) -> tuple[int, int | None]:
        """An optional year at ``index`` ("2022", ", 2022", "of 2022", «2022 года», «22-го года»)."""
        for skip in (0, 1):
            if skip and self.word(index) not in (",", "of", "in"):
                break
            year = self.year_number(index + skip)
            if year is not None and not self.counted(index + skip + 1):
                return self.year_end(index + skip + 1), year
        if (short := self.short_year(index)) is not None:
            return short
        return index, None

    def short_year(self, index: int) -> tuple[int, int] | None:
        """«22-го года», «49-го», "'82" after a month: the token after it, the year."""
        word = self.word(index)
        if len(word) == 2 and word.isdecimal():
            stop = index + 1
            if (
                self.word(stop) == "-"
                and self.word(stop + 1) in ("го", "м", "му")
                and self.tokens.joined(stop)
            ):
                stop, year = stop + 2, int(word)
                if self._ends_year(stop):
                    return self.year_end(stop), year + (2000 if year < 40 else 1900)
        if word == "'" and len(self.word(index + 1)) == 2 and self.word(index + 1).isdecimal():
            year = int(self.word(index + 1))
            return index + 2, year + (2000 if year < 40 else 1900)
        return None

    def _ends_year(self, index: int) -> bool:
        """«Весной 22-го село заняли»; «22-го полка», «в апреле 5-го числа» are no years."""
        word = self.word(index)
        if not word.isalpha() or word in YEAR_WORDS or word in PREPOSITIONS:
            return True
        return not word.startswith((*NUMBERED, "числ")) and not word.endswith(("а", "я", "го"))

    def counted(self, index: int) -> bool:
        """True where what follows four digits makes them a count: ", 2,000" or "2000 soldiers"."""
        return self.word(index) in _COUNTED

    def month_at(self, index: int) -> int | None:
        """The month whose name stands at ``index``, if it is one here."""
        word = self.word(index)
        month = MONTHS.get(word)
        beside = self._beside(index)
        if month is None:
            short = SHORT_MONTHS.get(word)
            return short if short is not None and beside else None
        written = self.body[self.tokens.starts[index]]
        if word == "марта" and written.isupper() and not beside and self._is_martha(index):
            return None
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
        ordinal = before in ORDINAL_ENDS or (before == "of" and self.word(index - 2) in ORDINAL_ENDS)
        return (before[:1].isdecimal() or ordinal
                or (after[:1].isdecimal() and len(after) in (1, 2, 4)))  # fmt: skip

    def _is_martha(self, index: int) -> bool:
        """«Марта Ильинична», and every «Марта» in Ukrainian, where the month has another name."""
        after = index + 1
        named = after < self.ceiling and self.body[self.tokens.starts[after]].isupper()
        return named or self.language == "uk"

    def _introduced(self, index: int) -> bool:
        before = self.word(index - 1)
        known = before in PREPOSITIONS or before in PARTS or before in STEPS or before in _HALVES
        return known or before in ("of", "-") or before in DAY_ORDINALS

    def back(self, index: int) -> tuple[int, str]:
        """A part before ``index`` ("early", "the beginning of", «в начале»): where it begins, which."""
        at = index
        if self.used_before(at) and self.word(at - 1) == "the":
            at -= 1
        if not self.used_before(at):
            return index, ""
        word = self.word(at - 1)
        if word == "of":
            return self._part_of(at - 1) or (index, "")
        if word == "-" and self.word(at - 2) == "mid":
            return at - 2, "middle"
        if word == "in" and self.word(at - 2) in ("early", "late") and at - 2 >= self.free:
            return at - 2, PARTS[self.word(at - 2)]
        if word in _HALVES and at - 2 >= self.free:
            half = _half(self.word(at - 2))
            if half:
                return at - 2, half
        if word in _DAYS_OF and not word.isascii() and at - 2 >= self.free:
            order = self.word(at - 2)
            if order[:4] in ("перв", "перш"):
                return at - 2, "first days"
            if order[:5] in ("после", "остан"):
                return at - 2, "last days"
            if order.startswith(_TENTHS):
                return at - 2, "last days" if order.startswith(_TENTHS[2:]) else "middle"
            tenth = self.word(at - 4) if order in ("х", "ых") and self.word(at - 3) == "-" else ""
            if tenth in ("10", "20") and at - 4 >= self.free:
                return at - 4, "last days" if tenth == "20" else "middle"
        if word in PARTS and word not in _PART_NOUNS:
            begin = at - 1
            if self.word(begin - 1) == "the" and begin - 1 >= self.free and word in ("early", "late"):
                begin -= 1
            return begin, PARTS[word]
        return index, ""

    def used_before(self, index: int) -> bool:
        """True where the token before ``index`` is still free."""
        return index - 1 >= self.free

    def _part_of(self, of: int) -> tuple[int, str] | None:
        """ "the very beginning of", "the second half of", "the first days of", "the early part of"."""
        begin = of - 1
        if begin < self.free:
            return None
        word, before = self.word(begin), self.word(begin - 1) if begin - 1 >= self.free else ""
        part = PARTS.get(word, "")
        if word == "half":
            part = _half(before)
            begin -= 1
        elif word in ("part", "days", "months", "weeks", "years") and before:
            which = {"early": "start", "first": "start", "opening": "start", "latter": "end", "late": "end"}
            which |= {"last": "end", "final": "end", "closing": "end", "later": "end", "middle": "middle"}
            part = which.get(before, "")
            if word == "days" and part in ("start", "end"):
                part = "first days" if part == "start" else "last days"
            begin -= 1
        if not part:
            return None
        if self.word(begin - 1) == "very" and begin - 1 >= self.free:
            begin -= 1
        if self.word(begin - 1) == "the" and begin - 1 >= self.free:
            begin -= 1
        return begin, part

    def step_before(self, begin: int) -> int | None:
        word = self.word(begin - 1)
        return STEPS.get(word) if begin - 1 >= self.free and word not in ("past", "это") else None

    def the_before(self, begin: int) -> int:
        """``begin``, or the "the" before it."""
        return begin - (self.word(begin - 1) == "the" and begin - 1 >= self.free)


__all__ = ["CLOCK", "ORDINAL_ENDS", "Cursor", "Expression", "Found"]
