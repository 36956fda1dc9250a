"""One time expression as it is written, and the cursor that walks the words of a sentence to find it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.text import numbers
from muster.text.calendar_words import (
    DOUBTFUL_MONTHS,
    MONTHS,
    PARTS,
    PREPOSITIONS,
    SHORT_MONTHS,
    STEPS,
    YEAR_WORDS,
)
from muster.text.tokens import Tokens
from muster.text.wordlist import words

_ORDINAL_ENDS: Final = words(
    "st nd rd th го е й я ое ого му м",
)


_NUMERIC: Final = re.compile(
    r"(?<![\d./:-])(?:(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4}|\d{2})"
    r"|(?P<d3>\d{1,2})/(?P<m3>\d{1,2})/(?P<y3>\d{4})"
    r"|(?P<d4>\d{2})/(?P<m4>0\d|1[0-2])"
    r"|(?P<y5>(?:19|20)\d\d)(?P<m5>0\d|1[0-2])(?P<d5>[0-3]\d))(?![\d/]|[.,:-]\d)"
)
CLOCK: Final = re.compile(r"(?<![\d:.,-])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")


@lru_cache(maxsize=4)
def _numeric(folded: str) -> dict[int, re.Match[str]]:
    found = {match.start(): match for match in CLOCK.finditer(folded)}
    found.update((match.start(), match) for match in _NUMERIC.finditer(folded))
    return found


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


Found = tuple[int, Expression] | None


class Cursor:
    """Walks the tokens of one sentence once; looks back only at words not yet used."""

    def __init__(self, body: str, tokens: Tokens, floor: int, ceiling: int, language: str) -> None:
        self.body, self.tokens, self.words = body, tokens, tokens.words
        self.floor, self.ceiling, self.language = floor, ceiling, language
        self.numeric = _numeric(tokens.folded)
        self.free = floor
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

    def step_before(self, begin: int) -> int | None:
        word = self.word(begin - 1)
        return STEPS.get(word) if begin - 1 >= self.free and word not in ("past", "это") else None


__all__ = ["CLOCK", "Cursor", "Expression", "Found"]
