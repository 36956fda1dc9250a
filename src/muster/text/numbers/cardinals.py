"""Digits and numeral words in, one value out: 1,200 · 2.5 million · «пять тысяч двести» · "two and a
half"."""

from __future__ import annotations

from typing import Final, NamedTuple

from muster.text.listed import listed
from muster.text.numbers.digits import digits
from muster.text.numbers.numerals import NUMERALS, SMALL_ORDINALS, VULGAR, Numeral
from muster.text.numbers.units import MONEY_MARKS
from muster.text.tokens import Tokens

_ABBREVIATED: Final = listed(
    "тыс тис млн млрд трлн mn bn mln bln trn tn",
)
_WITH_HALF: Final = {("с", "половиной"), ("з", "половиною"), ("із", "половиною"), ("зі", "половиною")}
_MEASURES: Final = listed(
    "км м кг т га л кв квадратных квадратного квадратних километра километров кілометра кілометрів"
)
_SUFFIXES: Final = {
    "k": 1e3, "к": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "trn": 1e12,
}  # fmt: skip
# After these "m" is metres: "3m wide", "the 100m sprint".
_MEASURED: Final = listed(
    "wide long deep tall high thick apart across ahead away behind below above beneath underwater from of",
    "hurdles sprint race final freestyle relay butterfly backstroke breaststroke dash run waves walls",
)
_THOUSANDFOLD: Final = (("тысячн", 1e3), ("тисячн", 1e3), ("миллионн", 1e6), ("мільйонн", 1e6))
_TALL: Final = listed("wide long deep tall high thick apart")
_PEOPLE: Final = listed(
    "people men women children personnel troops",
)
_BARE_SCALES: Final = listed(
    "thousand million billion trillion hundred",
)


class Value(NamedTuple):
    """A number without its bounds: tokens up to ``stop``.

    ``unit``: the scale word it ended with, or 1. ``soft``: about so many. ``row``: of the coding table.
    """

    stop: int
    low: float
    high: float
    scale: str = "count"
    unit: float = 1.0
    soft: bool = False
    row: str | None = None


class _Last(NamedTuple):
    kind: str
    value: float


_NOTHING_YET: Final = _Last("", float("inf"))


class CardinalReader:
    """The words of one sentence, and the single numbers that begin at a token of it."""

    def __init__(self, tokens: Tokens, floor: int, ceiling: int, language: str, profile: str) -> None:
        self.tokens, self.words = tokens, tokens.words
        self.floor, self.ceiling = floor, ceiling
        self.language, self.profile = language, profile

    def word(self, index: int) -> str:
        """The word at ``index``; empty outside the sentence."""
        return self.words[index] if self.floor <= index < self.ceiling else ""

    def half_a(self, index: int) -> Value | None:
        """ "half a million", "half a dozen", "half an hour"."""
        if self.word(index) != "half" or self.word(index + 1) not in ("a", "an"):
            return None
        if index + 2 >= self.ceiling:
            return None
        entry = NUMERALS.get(self.words[index + 2])
        if entry is None:
            return Value(index + 2, 0.5, 0.5)
        return Value(index + 3, entry.value / 2, entry.value / 2, unit=entry.value)

    def cardinal(self, index: int, *, joined: bool = True) -> Value | None:
        """Digits or numeral words. ``joined`` False: "and" ends it ("between one hundred and two
        hundred")."""
        if index >= self.ceiling:
            return None
        if self.words[index][:1].isdecimal():
            return self._of_digits(index)
        return self._of_words(index, joined)

    # --- digits --------------------------------------------------------------------------------

    def _of_digits(self, index: int) -> Value | None:
        after = index + 1
        word, following = self.words[index], self.word(after)
        scale = NUMERALS.get(following)
        scaled = scale is not None and scale.kind in ("scale", "group", "hundred")
        # «12,345 км» is measured to the metre; «1,200 человек» was taken over from English.
        fine = following in _MEASURES and "," in word and self.language != "en"
        value = digits(word, self.language, scaled=scaled or fine)
        if value is None:
            return None
        if scale is not None and scaled:
            return self._counted_in(after, value, scale)
        suffix = self._suffix(index, after, value)
        if suffix is not None:
            return Value(after + 1, value * suffix, value * suffix, unit=suffix)
        if following == "-" and self.tokens.joined(after) and self.tokens.joined(after + 1):
            glued = next((n for stem, n in _THOUSANDFOLD if self.word(after + 1).startswith(stem)), None)
            if glued is not None:  # «40-тысячная группировка»
                return Value(after + 2, value * glued, value * glued, unit=glued)
        if following in VULGAR and self.tokens.joined(after):
            return self.scaled(after + 1, value + VULGAR[following])
        if (following, self.word(after + 1)) in _WITH_HALF:
            return self.scaled(after + 2, value + 0.5)
        if (following, self.word(after + 1), self.word(after + 2)) == ("and", "a", "half"):
            return self.scaled(after + 3, value + 0.5)
        return Value(after, value, value)

    def _counted_in(self, at: int, value: float, scale: Numeral) -> Value:
        """ "3 млн", with what goes on after it: «3 млн 200 тысяч», «5 тысяч 200»."""
        stop, total, unit = self._past_dot(at + 1, at), value * scale.value, scale.value
        while scale.kind == "scale" and value.is_integer() and self.language != "en":
            rest = digits(self.words[stop], self.language) if self.word(stop).isdecimal() else None
            if rest is None or not 0 < rest < 1000:
                break
            smaller = NUMERALS.get(self.word(stop + 1))
            if smaller is not None and smaller.kind == "scale" and smaller.value < scale.value:
                total += rest * smaller.value
                stop, scale, value, unit = self._past_dot(stop + 2, stop + 1), smaller, rest, smaller.value
            elif rest >= 100:
                total += rest
                stop += 1
                break
            else:
                break
        return Value(stop, total, total, unit=unit)

    def _past_dot(self, stop: int, word: int) -> int:
        """Past the dot of an abbreviation that does not end the sentence: «300 тыс. человек»."""
        dotted = self.words[word] in _ABBREVIATED and self.word(stop) == "." and stop + 1 < self.ceiling
        return stop + dotted

    def _suffix(self, index: int, after: int, value: float) -> float | None:
        """The scale of "15k", "$3m", "1.2bn"; "3m" alone is three metres unless something is counted."""
        word = self.word(after)
        if word not in _SUFFIXES or not self.tokens.joined(after):
            return None
        if word == "k" and self.word(after + 1) in ("tv", "tvs", "video", "screen", "resolution", "display"):
            return None
        if word == "m" and self.word(after + 1) in _TALL:
            return None  # "1.83m tall"
        if word in ("m", "b") and value.is_integer() and self.word(index - 1) not in MONEY_MARKS:
            following = self.word(after + 1)
            counted = following in _PEOPLE or (following.endswith("s") and len(following) > 3)
            if word == "b" or not counted or following in _MEASURED:
                return None
        return _SUFFIXES[word]

    # --- words ---------------------------------------------------------------------------------

    def _of_words(self, index: int, joined: bool) -> Value | None:
        entry = NUMERALS.get(self.words[index])
        if entry is None or self._is_bare_scale(index, entry):
            return None
        total, current, last, soft = 0.0, 0.0, _NOTHING_YET, False
        at, unit, biggest = index, 1.0, float("inf")
        while at < self.ceiling:
            here = at + self._link(at, index, last, joined)
            entry = NUMERALS.get(self.word(here))
            if entry is None or not _follows(entry, last, current, biggest):
                break
            if entry.kind == "scale":
                total += (current or 1.0) * entry.value
                current, unit, biggest = 0.0, entry.value, entry.value
            elif entry.kind in ("hundred", "group"):
                soft = soft or (entry.kind == "group" and not current and entry.value in (10.0, 100.0))
                current, unit = (current or 1.0) * entry.value, entry.value
            else:
                current, unit = current + entry.value, 1.0
            last = _Last(entry.kind, entry.value)
            at = here + 1
        if at == index or self._is_ordinal(at, last):
            return None
        return self._with_half(at, total + current, unit, soft)

    def _is_ordinal(self, at: int, last: _Last) -> bool:
        """«двадцать второго», "twenty-first": the last word makes the whole an ordinal."""
        if last.kind not in ("tens", "hundreds", "hundred"):
            return False
        at += self.word(at) == "-"
        return self.word(at) in SMALL_ORDINALS

    def _is_bare_scale(self, index: int, entry: Numeral) -> bool:
        """ "thousand" and «млн» count nothing without a number before them; «тысяча» does."""
        if self.words[index] in _BARE_SCALES:
            return self.word(index - 1) not in ("a", "one", "per", "every", "each")
        return entry.kind == "scale" and entry.value > 1e3 and self.words[index] in _ABBREVIATED

    def _link(self, at: int, index: int, last: _Last, joined: bool) -> bool:
        """True where a hyphen or "and" stands between two parts of one number."""
        if at == index:
            return False
        word = self.words[at]
        if word == "-":
            return last.kind == "tens" and self.word(at + 1) in NUMERALS
        return word == "and" and joined and self._and_goes_on(at, last)

    def _and_goes_on(self, at: int, last: _Last) -> bool:
        """ "two hundred and fifty", but "one hundred and two hundred" are two numbers."""
        if last.kind not in ("hundred", "scale"):
            return False
        following = NUMERALS.get(self.word(at + 1))
        if following is None or following.kind not in ("ones", "teens", "tens"):
            return False
        for after in range(at + 2, min(at + 4, self.ceiling)):
            entry = NUMERALS.get(self.words[after])
            if entry is not None and (
                entry.kind == "hundred" or (entry.kind == "scale" and last.kind == "scale")
            ):
                return False
        return True

    def _with_half(self, at: int, value: float, unit: float, soft: bool) -> Value:
        if (self.word(at), self.word(at + 1)) in _WITH_HALF:
            return self.scaled(at + 2, value + 0.5)
        if (self.word(at), self.word(at + 1), self.word(at + 2)) == ("and", "a", "half"):
            return self.scaled(at + 3, value + 0.5)
        return Value(self._past_dot(at, at - 1), value, value, unit=unit, soft=soft)

    def scaled(self, at: int, value: float) -> Value:
        """``value`` times the scale word at ``at``, if one stands there: "two and a half million"."""
        entry = NUMERALS.get(self.word(at))
        if entry is not None and entry.kind == "scale":
            return Value(at + 1, value * entry.value, value * entry.value, unit=entry.value)
        return Value(at, value, value)


def _follows(entry: Numeral, last: _Last, current: float, biggest: float) -> bool:
    """True where the word may go on the number begun: components grow smaller."""
    kind = entry.kind
    if not last.kind:
        return True
    if last.kind in ("mixed", "group"):
        return (kind == "scale" and entry.value < biggest) or (
            last.kind == "mixed" and kind == "group" and entry.value in (10, 12, 100)
        )
    if kind == "scale":
        return entry.value < biggest and (last.kind != "scale" or current > 0)
    if kind == "hundred":
        return last.kind in ("ones", "teens") and 0 < current < 100
    if kind == "group":
        return last.kind in ("ones", "tens", "teens") and entry.value in (10, 12, 100)
    if kind == "mixed" or not entry.value:
        return False
    rank = {"hundreds": 3, "hundred": 3, "tens": 2, "teens": 1, "ones": 1, "scale": 4}
    return rank[kind] < rank[last.kind] and not (last.kind == "hundred" and kind == "hundreds")


__all__ = ["CardinalReader", "Value"]
