"""Strings in, numbers with bounds out: digits, numeral words, ranges, shares and vague words (EN, RU,"
" UK)."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from muster.text.listed import listed
from muster.text.numbers import bounds, vague
from muster.text.numbers.cardinals import Value
from muster.text.numbers.digits import digits
from muster.text.numbers.numerals import EVERY, FRACTIONS, NUMERALS, ORDINALS, VULGAR
from muster.text.numbers.ranges import RangeReader
from muster.text.numbers.shares import PERCENT
from muster.text.numbers.units import MONEY_MARKS, UNITS
from muster.text.numbers.vague_guards import is_meant
from muster.text.tokens import tokens_of

_A_HUNDRED: Final = listed("hundred thousand million billion trillion dozen")
_OPENERS: Final = listed("between между між поміж from от від")
# Genitive singular after a bound («более тысячи», «около сотни»); elsewhere a vague plural.
_SINGULAR: Final = listed("сотни сотні тысячи тисячі миллионы мільйони миллиона мільйона")
_TAKES_GENITIVE: Final = listed(
    "около более больше свыше менее меньше порядка близько понад до по чем ніж як більше менше біля",
)
_INVERTED_SCALES: Final = listed("тысячи тысяч тысячах тисячі тисяч миллиона миллионов мільйони мільйонів")
_INVERTED_GROUPS: Final = listed("сотни сотен сотні сотень десятка десятков десятки десятків")
# «с полсотни», «с сотню»: about so many; «с полусотней» is together with them.
_SOME: Final = listed("полсотни сотню тысячу десяток дюжину пів півсотні тисячу полтысячи")
_MINUS: Final = listed("minus минус мінус")
_LOOSE: Final = listed("odd plus")


class Number(NamedTuple):
    """Characters ``[start, stop)`` with all that bounds the number; tokens ``[first, last)``, the bare
    number beginning at token ``core``. ``scale``: count, share, ratio or percent (one above 100, or points).

    None bounds: nobody said. ``vague``: the row of the coding table, whose bounds depend on the profile.
    ``noun``: the token of a noun before the number («человек двадцать»), or -1.
    """

    start: int
    stop: int
    low: float | None
    high: float | None
    low_exclusive: bool = False
    high_exclusive: bool = False
    approximate: bool = False
    scale: str = "count"
    vague: str | None = None
    first: int = 0
    core: int = 0
    last: int = 0
    noun: int = -1


def find_numbers(
    body: str, start: int, stop: int, language: str, profile: str = "as-written"
) -> list[Number]:
    """Every number that begins in characters ``[start, stop)`` of ``body``, in order, not overlapping."""
    tokens = tokens_of(body)
    floor, ceiling = tokens.between(start, stop)
    return NumberReader(tokens, floor, ceiling, language, profile).all()


class NumberReader(RangeReader):
    """Reads the tokens of one sentence from left to right; nothing is read twice
    but for a bounded look ahead."""

    def all(self) -> list[Number]:
        """Every number of the sentence, in order, not overlapping."""
        found: list[Number] = []
        index = free = self.floor
        words, may_start = self.words, _starters()
        while index < self.ceiling:
            word = words[index]
            if word[:1].isdecimal() or word in may_start:
                number = self.number(index, free)
                if number is not None:
                    found.append(number)
                    index = free = number.last
                    continue
            index += 1
        return found

    def number(self, index: int, free: int) -> Number | None:
        """The number at ``index`` with the words that bound it; ``free``: the first token not yet used."""
        value = self.range(index, free) or self.value(index)
        if value is None:
            return None
        return self.bounded(index, value, free)

    def value(self, index: int) -> Value | None:
        """A number without its bounds at ``index``: vague word, share, ratio, range or plain number."""
        value = self.inverted_scale(index) or self.vague(index)
        if value is not None:
            return value
        value = self.fraction(index)
        if value is not None:
            return self.alternative(self.of_scale(value))
        start = index
        if self.words[index] == "a":
            start += 1
            if self.word(start) not in _A_HUNDRED:
                return None
        value = self.half_a(index) or self.cardinal(start)
        if value is None:
            return None
        return self.ratio(index, self.percent(self.alternative(value)))

    def of_scale(self, value: Value) -> Value:
        """ "a quarter of a million", «четверть миллиона»: a count, no share."""
        at = value.stop + 2 * (self.word(value.stop) == "of" and self.word(value.stop + 1) == "a")
        entry = NUMERALS.get(self.word(at))
        if entry is None or entry.kind != "scale" or entry.value < 1e6:
            return value
        count = value.low * entry.value
        return Value(at + 1, count, count, unit=entry.value)

    def inverted_scale(self, index: int) -> Value | None:
        """«тысячи полторы», «тысяч пять»: about so many thousands."""
        scale = NUMERALS.get(self.words[index])
        skip = self.word(index + 1) in ("зо", "із", "со")  # «десятків зо два»
        small = NUMERALS.get(self.word(index + 1 + skip))
        hundreds = self.words[index] in _INVERTED_GROUPS
        if scale is None or not (scale.kind == "scale" or hundreds) or small is None or self.language == "en":
            return None
        if (
            small.kind not in ("ones", "mixed", "teens")
            or small.value < 1
            or self.word(index + 2 + skip) in NUMERALS
        ):
            return None
        if self.words[index] not in _INVERTED_SCALES and not (hundreds and small.value < 10):
            return None
        count = scale.value * small.value
        return Value(index + 2 + skip, count, count, unit=scale.value, soft=True)

    def vague(self, index: int) -> Value | None:
        """A word of the coding table at ``index``, where it says how many."""
        words = self.words
        if words[index] in _SINGULAR and self.word(index - 1) in _TAKES_GENITIVE:
            return None
        if self.word(index - 1) in EVERY and words[index] in ("сотни", "сотні", "тысячи", "тисячі"):
            return None
        found = vague.vague_at(words, index, self.ceiling)
        if found is None:
            return None
        stop, row = found
        if not is_meant(words, self.floor, index, stop, self.ceiling, row.name):
            return None
        return Value(stop, 0.0, 0.0, row.scale, row=row.name)

    # --- bounds ------------------------------------------------------------------------------------

    def bounded(self, index: int, value: Value, free: int) -> Number:
        """``value`` with what bounds it before and after."""
        begin = index - (index > free and self.words[index - 1] in MONEY_MARKS)
        begin -= begin > index - 1 and self._is_minus(index, value.stop, free)
        negative = begin < index and self.words[begin] not in MONEY_MARKS
        if begin > free and self.words[begin - 1] in _OPENERS and value.low < value.high:
            begin -= 1
        begin, effects = bounds.before(self.words, free, begin, self.floor, value.stop, self.ceiling)
        some = self.word(begin - 1) == "зо" or (
            self.word(begin - 1) in ("с", "з", "із") and self.words[index] in _SOME
        )
        if not effects and some and begin > free and self.word(begin - 2) not in UNITS:
            begin -= 1
            effects.append("about")
        noun = self._noun_before(begin, value, free) if not effects else -1
        if noun >= 0 and self.words[begin - 1] == "-":  # «час-полтора»
            value = value._replace(low=1.0)
        elif noun >= 0:
            effects.append("about")
            if self.words[noun] in PERCENT:
                value = value._replace(low=value.low / 100, high=value.high / 100, scale="share")
        begin = noun if noun >= 0 else begin
        stop, effect = self._after(value.stop)
        if effect is not None:
            effects.append(effect)
        if negative:
            effects = [e for e in effects if e != "le"]  # «доходил до минус 18»
        low: float | None = -value.high if negative else value.low
        high: float | None = -value.low if negative else value.high
        low_exclusive = high_exclusive = False
        if value.row is not None:
            low, high, low_exclusive, high_exclusive = vague.bounds_of(value.row, self.profile)
        for effect in effects:
            if effect in ("gt", "ge"):
                low_exclusive = low_exclusive or (effect == "gt" and low is not None)
                high, high_exclusive = None, False
            elif effect in ("lt", "le"):
                high_exclusive = high_exclusive or (effect == "lt" and high is not None)
                low, low_exclusive = None, False
        return Number(
            self.tokens.starts[begin], self.tokens.stops[stop - 1], low, high, low_exclusive, high_exclusive,
            value.soft or "about" in effects, value.scale, value.row, begin, index, stop, noun,
        )  # fmt: skip

    def _after(self, at: int) -> tuple[int, str | None]:
        """What bounds a number from behind: "or more", "-odd", "nurses or more"."""
        if self.word(at) == "-" and self.word(at + 1) in _LOOSE:
            return at + 2, "about" if self.words[at + 1] == "odd" else "ge"
        if self.word(at) == "odd":
            return at + 1, "about"
        stop, effect = bounds.after(self.words, at, self.ceiling)
        if effect is None:
            return at, bounds.after_noun(self.words, at, self.ceiling)
        return stop, effect

    def _is_minus(self, index: int, stop: int, free: int) -> bool:
        """ "minus 5", "-5 °C": a sign, not a dash between words."""
        if index - 1 < free:
            return False
        sign = self.words[index - 1]
        if sign in _MINUS:
            after = self.word(stop)
            # «мінус дві гармати» are two that were lost.
            lost = self.language != "en" and after[:1].isalpha() and after not in UNITS
            return not lost and self.word(index - 2) not in ("or", "или", "або", "чи", "plus", "/")
        if sign not in ("-", "–", "−") or not self.tokens.joined(index) or self.tokens.joined(index - 1):
            return False
        unit = UNITS.get(self.word(stop))
        return self.word(stop) == "°" or (unit is not None and unit.name in ("°C", "°F"))

    def _noun_before(self, begin: int, value: Value, free: int) -> int:
        """«человек двадцать», «лет десять», «чоловік із тридцять»: the noun's token, or -1.

        The noun before its number says "about"; after it no second noun may follow.
        """
        if self.language == "en" or value.row is not None or value.scale != "count":
            return -1
        at = begin - 1
        if self.word(at) == "-" and self.word(at - 1) in UNITS and 1 < value.high <= 3 and at - 1 >= free:
            whole = not self.word(at - 2)[:1].isdecimal() and self.word(at - 2) not in NUMERALS
            return at - 1 if whole and self.tokens.joined(at) else -1
        if self.word(at) in ("из", "із", "з", "зі", "зо", "со", "за", "через", "на", "по", "в", "до", "с"):
            at -= 1
        if at < free or self.word(at - 1)[:1].isdecimal() or self.word(at - 1) in NUMERALS:
            return -1
        if (
            at < begin - 1
            and self.words[at + 1] in ("до", "в", "на", "по", "с")
            and not _is_measure(self.words[at])
        ):
            return -1
        return at if bounds.is_inverted(self.words, at, begin, value.stop, self.ceiling) else -1


def _is_measure(word: str) -> bool:
    return word in UNITS and len(word) > 2


@cache
def _starters() -> frozenset[str]:
    """Every word with which a number may begin."""
    return frozenset(
        (*NUMERALS, *FRACTIONS, *EVERY, *VULGAR, *vague.first_words(), "a", "half", *_part_ordinals())
    )


def _part_ordinals() -> list[str]:
    """«пятая» of «пятая часть»."""
    return [word for word in ORDINALS if not word.isascii() and word[-1] in "аяйїуюі"]


__all__ = ["Number", "NumberReader", "digits", "find_numbers"]
