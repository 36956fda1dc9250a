"""Strings in, numbers with bounds out: digits, numeral words, ranges, shares and vague words (EN, RU, UK)."""

from __future__ import annotations

from typing import NamedTuple

from muster.text import bounds, vague
from muster.text.numerals import DENOMINATORS, EVERY, FRACTIONS, NUMERALS, ORDINALS, Numeral
from muster.text.tokens import Tokens, tokens_of
from muster.text.wordlist import words

_ARTICLES = frozenset(["a", "an", "the"])
_PERCENT = words(
    "% percent pct процент процента проценту процентом проценте проценты процентов процентам процентами",
    "процентах відсоток відсотка відсотку відсотком відсотки відсотків відсоткам відсотками відсотках",
)
_AND = words(
    "and и і й та",
)
_TO = frozenset(["to", "до"])
_OR = words(
    "or или либо або чи",
)
_DASHES = frozenset(["-", "–", "—", "−"])
_ABBREVIATED = words(
    "тыс тис млн млрд трлн",
)
_WITH_HALF = {("с", "половиной"), ("з", "половиною"), ("із", "половиною")}
_OF = words(
    "of из із зі з",
)
# Genitive singular after a bound («более тысячи», «около сотни»); elsewhere a vague plural.
_SINGULAR = words(
    "сотни сотні тысячи тисячі миллионы мільйони миллиона мільйона",
)
_TAKES_GENITIVE = words(
    "около более больше свыше менее меньше порядка близько понад до чем ніж як більше менше біля",
)
_HALF_OF_WHAT = words(
    "first second other latter последней первой второй першій другій першої другої",
)
_LARGEST = 1e15
_MEASURES = words(
    "км м кг т га л кв квадратных квадратного квадратних километра километров кілометра кілометрів"
)


class Number(NamedTuple):
    """Characters ``[start, stop)`` with all that bounds the number; tokens ``[first, last)``, the bare
    number beginning at token ``core``. ``scale``: count, share, ratio or percent (one above 100, or points).

    None bounds: nobody said. ``vague``: the row of the coding table, whose bounds depend on the profile.
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


class _Value(NamedTuple):
    """A number without its bounds: tokens up to ``stop``. ``unit``: the scale word it ended with, or 1."""

    stop: int
    low: float
    high: float
    scale: str = "count"
    unit: float = 1.0
    soft: bool = False
    row: str | None = None


def digits(word: str, language: str = "en", *, scaled: bool = False) -> float | None:
    """The value of a token of digits, or None where it is no number one could count with.

    English writes 1,000.5; Russian and Ukrainian 1 000,5 or 1.000. ``scaled``: a word like «млн» follows,
    so that three digits after the mark are a fraction.
    """
    plain = "".join(c for c in word if not c.isspace())
    marks = [c for c in plain if c in ".,"]
    if len(plain) > 24:
        return None
    if len(set(marks)) == 2:
        plain = plain.replace(marks[0], "").replace(marks[-1], ".")
    elif len(marks) > 1:
        plain = plain.replace(marks[0], "")
    elif marks:
        whole, _, rest = plain.partition(marks[0])
        thousands = len(rest) == 3 and whole.strip("0") != "" and not scaled
        if thousands and not (language == "en" and marks[0] == "."):
            plain = whole + rest
        else:
            plain = f"{whole}.{rest}"
    value = float(plain)
    return value if value < _LARGEST else None


def find_numbers(
    body: str, start: int, stop: int, language: str, profile: str = "as-written"
) -> list[Number]:
    """Every number that begins in characters ``[start, stop)`` of ``body``, in order, not overlapping."""
    tokens = tokens_of(body)
    floor, ceiling = tokens.between(start, stop)
    return NumberReader(tokens, floor, ceiling, language, profile).all()


def read_number(words: str, language: str) -> Number | None:
    """The number that ``words`` are, if they are one from end to end."""
    found = find_numbers(words, 0, len(words), language)
    return found[0] if len(found) == 1 and (found[0].start, found[0].stop) == (0, len(words)) else None


class NumberReader:
    """Reads the tokens of one sentence from left to right; nothing is read twice
    but for a bounded look ahead."""

    def __init__(self, tokens: Tokens, floor: int, ceiling: int, language: str, profile: str) -> None:
        self.tokens, self.words = tokens, tokens.words
        self.floor, self.ceiling = floor, ceiling
        self.language, self.profile = language, profile

    def all(self) -> list[Number]:
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

    # --- one value ---------------------------------------------------------------------------------

    def value(self, index: int) -> _Value | None:
        vague_value = self.vague(index)
        if vague_value is not None:
            return vague_value
        share = self.fraction(index)
        if share is not None:
            return share
        start = index + 1 if self.words[index] == "a" and index + 1 < self.ceiling else index
        if start > index and self.words[start] not in ("hundred", "thousand", "million", "billion", "dozen"):
            return None
        value = self.half_a(index) or self.cardinal(start)
        if value is None:
            return None
        return self.ratio(index, self.percent(self.alternative(value)))

    def vague(self, index: int) -> _Value | None:
        words = self.words
        if words[index] in _SINGULAR and index > self.floor and words[index - 1] in _TAKES_GENITIVE:
            return None
        found = vague.vague_at(words, index, self.ceiling)
        if found is None or (words[index] == "most" and not self._most_of(index)):
            return None
        stop, row = found
        return _Value(stop, 0.0, 0.0, row.scale, row=row.name)

    def _most_of(self, index: int) -> bool:
        """ "most soldiers", not "the most experienced", "most likely" or "at most"."""
        words, after = self.words, index + 1
        if index > self.floor and words[index - 1] in ("the", "at", "a", "his", "their", "its", "foremost"):
            return False
        if after >= self.ceiling:
            return False
        if words[after] == "of":
            return True
        return any(
            w.endswith("s") or w in _PLURALS for w in words[after : min(after + 3, self.ceiling)]
        ) and not words[after].endswith(("ly", "ed"))

    def half_a(self, index: int) -> _Value | None:
        """ "half a million", "half a dozen", "half an hour"."""
        words = self.words
        if words[index] != "half" or index + 2 >= self.ceiling or words[index + 1] not in ("a", "an"):
            return None
        entry = NUMERALS.get(words[index + 2])
        if entry is None:
            return _Value(index + 2, 0.5, 0.5)
        return _Value(index + 3, entry.value / 2, entry.value / 2, unit=entry.value)

    def fraction(self, index: int) -> _Value | None:
        words = self.words
        if words[index] in EVERY:
            return self._every(index)
        if words[index] in ("a", "one") or words[index] in NUMERALS:
            return self._parts(index)
        value = FRACTIONS.get(words[index])
        if value is None or (index > self.floor and words[index - 1] in _HALF_OF_WHAT):
            return None
        after = words[index + 1] if index + 1 < self.ceiling else ""
        if words[index] == "half" and after in ("a", "an", "-", "way", "past", "time"):
            return None
        return _Value(index + 1, value, value, "share")

    def _every(self, index: int) -> _Value | None:
        after = index + 1
        if after >= self.ceiling:
            return None
        of = ORDINALS.get(self.words[after])
        if of is None or (after + 1 < self.ceiling and self.words[after + 1] in _TIME_WORDS):
            return None
        return _Value(after + 1, 1 / of, 1 / of, "share")

    def _parts(self, index: int) -> _Value | None:
        """ "two thirds", "a quarter of", «одна пятая», "one in five"."""
        words = self.words
        if words[index] == "a":
            of = DENOMINATORS.get(words[index + 1]) if index + 2 < self.ceiling else None
            is_share = of is not None and words[index + 2] == "of" and not words[index + 1].endswith("s")
            return _Value(index + 2, 1 / (of or 1), 1 / (of or 1), "share") if is_share else None
        entry = NUMERALS[words[index]]
        if entry.kind != "ones" or not entry.value:
            return None
        after = index + 1
        if after < self.ceiling and words[after] == "-":
            after += 1
        if after >= self.ceiling:
            return None
        of = DENOMINATORS.get(words[after])
        if of is not None and entry.value < of:
            return _Value(after + 1, entry.value / of, entry.value / of, "share")
        return None

    def cardinal(self, index: int, *, joined: bool = True) -> _Value | None:
        """Digits or numeral words. ``joined`` False: "and" ends it ("between one hundred and two"
        " hundred")."""
        if index >= self.ceiling:
            return None
        if self.words[index][:1].isdecimal():
            return self._of_digits(index)
        return self._of_words(index, joined)

    def _of_digits(self, index: int) -> _Value | None:
        words = self.words
        after = index + 1
        scale = NUMERALS.get(words[after]) if after < self.ceiling else None
        scaled = scale is not None and scale.kind in ("scale", "group", "hundred")
        # «12,345 км» is measured to the metre; «1,200 человек» was taken over from English.
        fine = after < self.ceiling and words[after] in _MEASURES and "," in words[index]
        value = digits(words[index], self.language, scaled=scaled or (fine and self.language != "en"))
        if value is None:
            return None
        if scale is not None and scaled:
            stop, total = after + 1, value * scale.value
            if (
                stop < self.ceiling
                and words[after] in _ABBREVIATED
                and words[stop] == "."
                and self._goes_on(stop)
            ):
                stop += 1
            if scale.kind == "scale" and stop < self.ceiling and words[stop].isdecimal():
                rest = digits(words[stop], self.language)
                if (
                    rest is not None
                    and 100 <= rest < scale.value
                    and self.language != "en"
                    and value.is_integer()
                ):
                    stop, total = stop + 1, total + rest
            return _Value(stop, total, total, unit=scale.value)
        if after < self.ceiling and self.tokens.joined(after) and words[after] in ("k", "к", "m", "bn"):
            unit = {"k": 1e3, "к": 1e3, "m": 1e6, "bn": 1e9}[words[after]]
            money = index > self.floor and words[index - 1] in "$€£"
            if words[after] != "m" or money or not value.is_integer():
                return _Value(after + 1, value * unit, value * unit, unit=unit)
        if (after + 1 < self.ceiling) and (words[after], words[after + 1]) in _WITH_HALF:
            return self._scaled(after + 2, value + 0.5)
        return _Value(after, value, value)

    def _goes_on(self, dot: int) -> bool:
        return dot + 1 < self.ceiling

    def _of_words(self, index: int, joined: bool) -> _Value | None:
        words = self.words
        entry = NUMERALS.get(words[index])
        if entry is None:
            return None
        if entry.kind in ("scale", "hundred") and words[index] in (
            "thousand",
            "million",
            "billion",
            "hundred",
        ):
            if index == self.floor or words[index - 1] not in ("a", "one"):
                return None
        elif entry.kind == "scale" and entry.value > 1e3 and words[index] in _ABBREVIATED:
            return None
        total, current, last, soft = 0.0, 0.0, _Last("", float("inf")), False
        at = index
        unit, biggest = 1.0, float("inf")
        while at < self.ceiling:
            word = words[at]
            here = at
            if (
                at > index
                and word == "-"
                and at + 1 < self.ceiling
                and words[at + 1] in NUMERALS
                and last.kind == "tens"
            ) or (at > index and joined and word == "and" and self._and_goes_on(at, last)):
                here = at + 1
            entry = NUMERALS.get(words[here])
            if entry is None or not _follows(entry, last, current, biggest):
                break
            if entry.kind == "scale":
                total += (current or 1.0) * entry.value
                current, unit, biggest = 0.0, entry.value, entry.value
            elif entry.kind == "hundred":
                current = (current or 1.0) * 100
            elif entry.kind == "group":
                soft = soft or (not current and entry.value in (10.0, 100.0))
                current = (current or 1.0) * entry.value
            else:
                current += entry.value
            last = _Last(entry.kind, entry.value)
            at = here + 1
        if at == index:
            return None
        value = total + current
        if at + 1 < self.ceiling and (words[at], words[at + 1]) in _WITH_HALF:
            return self._scaled(at + 2, value + 0.5)
        if at + 2 < self.ceiling and words[at : at + 3] == ("and", "a", "half"):
            return self._scaled(at + 3, value + 0.5)
        if words[at - 1] in _ABBREVIATED and at < self.ceiling and words[at] == "." and self._goes_on(at):
            at += 1
        return _Value(at, value, value, unit=unit, soft=soft)

    def _and_goes_on(self, at: int, last: _Last) -> bool:
        """ "two hundred and fifty", but "one hundred and two hundred" are two numbers."""
        if at + 1 >= self.ceiling or last.kind not in ("hundred", "scale"):
            return False
        following = NUMERALS.get(self.words[at + 1])
        if following is None or following.kind not in ("ones", "teens", "tens"):
            return False
        for after in range(at + 2, min(at + 4, self.ceiling)):
            entry = NUMERALS.get(self.words[after])
            if entry is not None and (
                entry.kind == "hundred" or (entry.kind == "scale" and last.kind == "scale")
            ):
                return False
        return True

    def _scaled(self, at: int, value: float) -> _Value:
        entry = NUMERALS.get(self.words[at]) if at < self.ceiling else None
        if entry is not None and entry.kind == "scale":
            return _Value(at + 1, value * entry.value, value * entry.value, unit=entry.value)
        return _Value(at, value, value)

    # --- what follows a value ----------------------------------------------------------------------

    def percent(self, value: _Value) -> _Value:
        words, at = self.words, value.stop
        if at >= self.ceiling or value.scale != "count":
            return value
        if words[at] == "-" and at + 1 < self.ceiling and words[at + 1] in _PERCENT:
            at += 1
        if words[at] in _PERCENT:
            stop = at + 1
        elif words[at] == "per" and at + 1 < self.ceiling and words[at + 1] == "cent":
            stop = at + 2
        elif words[at] == "percentage" and at + 1 < self.ceiling and words[at + 1].startswith("point"):
            return value._replace(stop=at + 2, scale="percent")
        else:
            return value
        if value.high > 100 or (
            stop < self.ceiling and words[stop] in ("points", "пункта", "пунктов", "пункти", "пунктів")
        ):
            return value._replace(stop=stop, scale="percent")
        return value._replace(stop=stop, low=value.low / 100, high=value.high / 100, scale="share")

    def ratio(self, index: int, value: _Value) -> _Value:
        """ "one in five", "nine out of ten" as a share."""
        words, at = self.words, value.stop
        if value.scale != "count" or at + 1 >= self.ceiling or value.low != value.high:
            return value
        if words[at] == "in":
            after = at + 1
            every = words[after] == "every"
        elif words[at : at + 2] == ("out", "of"):
            after = at + 2
            every = after < self.ceiling and words[after] == "every"
        else:
            return value
        whole = self.cardinal(after + every)
        if whole is None or whole.low <= value.low or not value.low:
            return value
        named = words[index] == "one" or words[index] == "1" or every or words[at] == "out"
        small = whole.low <= 10 or (value.low == 1 and whole.low <= 1000)
        timed = whole.stop < self.ceiling and words[whole.stop] in _TIME_WORDS
        if not named or not small or timed or (words[at] == "out" and not every and whole.low != 10):
            return value
        return _Value(whole.stop, value.low / whole.low, value.low / whole.low, "share")

    def alternative(self, value: _Value) -> _Value:
        """ "15–25", "3,000 to 4,500", "two or three", «два-три», with the scale word of the second."""
        words, at = self.words, value.stop
        if at + 1 >= self.ceiling:
            return value
        first_percent = self.percent(value)
        link = at if first_percent.stop == at else first_percent.stop
        if link + 1 >= self.ceiling:
            return value
        dash = words[link] in _DASHES
        if not (dash or words[link] in ("to", "or", "или", "либо", "або", "чи")):
            return value
        both_digits = words[link - 1][-1:].isdecimal() and words[link + 1][:1].isdecimal()
        spaced = not (self.tokens.joined(link) and self.tokens.joined(link + 1))
        if dash and spaced and not (both_digits or words[link - 1] in _PERCENT):
            return value
        second = self.cardinal(link + 1)
        if second is None or (dash and self._chain(link, second.stop)):
            return value
        if words[link] == "to" and bounds.changes(words, self.floor, at - 1):
            return value
        return _spread(value, second)

    def _chain(self, link: int, stop: int) -> bool:
        """A third number joined by a dash: a telephone number, a date, a route; not a range."""
        words = self.words
        before = link - 2 >= self.floor and words[link - 2] in _DASHES and self.tokens.joined(link - 1)
        return before or (
            stop + 1 < self.ceiling
            and words[stop] in _DASHES
            and self.tokens.joined(stop)
            and words[stop + 1][:1].isdecimal()
        )

    def range(self, index: int, free: int) -> _Value | None:
        """ "between 15 and 25", "from 15 to 25", «от двух до трёх тысяч»; ``index`` is the first number."""
        if index - 1 < free:
            return None
        opener = self.words[index - 1]
        if (
            opener == "of"
            and self.words[max(index - 3, free) : index - 1] in (("the", "ages"), ("the", "age"))
            and index - 4 >= free
        ):
            opener = self.words[index - 4]  # "between the ages of 30 and 35"
        if opener in ("between", "между", "між"):
            links = _AND
        elif opener in ("from", "от", "від"):
            links = _TO
        else:
            return None
        start = index
        if self.words[start] == "a":
            start += 1
        first = self.cardinal(start, joined=False)
        if first is None:
            return None
        at = self.percent(first).stop
        if at + 1 >= self.ceiling or self.words[at] not in links:
            return None
        second = self.cardinal(at + 1 + (self.words[at + 1] == "a"))
        if second is None or (opener == "from" and bounds.changes(self.words, self.floor, index - 1)):
            return None
        spread = _spread(first, second)
        return None if spread is first else self.percent(spread)

    # --- bounds ------------------------------------------------------------------------------------

    def bounded(self, index: int, value: _Value, free: int) -> Number | None:
        words = self.words
        begin = index
        if (
            begin > free
            and words[begin - 1] in ("between", "между", "між", "from", "от", "від")
            and value.low < value.high
        ):
            begin -= 1
        begin, effects = bounds.before(words, free, begin)
        stop, effect = bounds.after(words, value.stop, self.ceiling)
        if effect is None and stop < self.ceiling and value.scale in ("count", "share"):
            stop = value.stop
        if effect is not None:
            effects.append(effect)
        low: float | None = value.low
        high: float | None = value.high
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
            self.tokens.starts[begin],
            self.tokens.stops[stop - 1],
            low,
            high,
            low_exclusive,
            high_exclusive,
            value.soft or "about" in effects,
            value.scale,
            value.row,
            begin,
            index,
            stop,
        )


class _Last(NamedTuple):
    kind: str
    value: float


def _follows(entry: Numeral, last: _Last, current: float, biggest: float) -> bool:
    """True where the word may go on the number begun: components grow smaller."""
    kind = entry.kind
    if not last.kind:
        return True
    if last.kind in ("mixed", "group"):
        return kind == "scale" and entry.value < biggest
    if kind == "scale":
        return entry.value < biggest and (last.kind != "scale" or current > 0)
    if kind == "hundred":
        return last.kind in ("ones", "teens") and 0 < current < 100
    if kind == "group":
        return last.kind in ("ones", "tens", "teens") and entry.value in (10, 12, 100)
    if kind == "mixed":
        return False
    if not entry.value:
        return False
    rank = {"hundreds": 3, "hundred": 3, "tens": 2, "teens": 1, "ones": 1, "scale": 4}
    return rank[kind] < rank[last.kind] and not (last.kind == "hundred" and kind == "hundreds")


def _spread(first: _Value, second: _Value) -> _Value:
    low = first.low
    if second.unit > 1 and first.unit == 1 and low < second.high / second.unit:
        low *= second.unit
    if not low < second.high:
        return first
    return second._replace(low=low, unit=second.unit)


_PLURALS = words(
    "people men women personnel troops military servicemen children",
)
_TIME_WORDS = words(
    "day days week weeks month months year years hour hours minute minutes день дня дней дни неделя",
    "неделю недели месяц месяца месяцев год года лет час часа часов минута минуту тиждень тижня тижнів",
    "місяць місяці місяців рік року роки років годину година години годин доба добу доби діб хвилину",
    "ночь ніч вечер утро раз",
)
_STARTERS: set[str] = set()


def _starters() -> set[str]:
    if not _STARTERS:
        _STARTERS.update(NUMERALS, FRACTIONS, EVERY, vague.first_words(), ("a", "half"))
    return _STARTERS


__all__ = ["Number", "NumberReader", "digits", "find_numbers", "read_number"]
