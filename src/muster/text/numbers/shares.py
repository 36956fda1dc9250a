"""Parts of a whole: percent, halves and thirds, one in five, «каждый пятый», 2/3."""

from __future__ import annotations

from typing import Final

from muster.text.listed import listed
from muster.text.numbers.cardinals import CardinalReader, Value
from muster.text.numbers.numerals import DENOMINATORS, EVERY, FRACTIONS, NUMERALS, ORDINALS, VULGAR

PERCENT: Final = listed(
    "% percent pct процент процента проценту процентом проценте проценты процентов процентам процентами",
    "процентах відсоток відсотка відсотку відсотком відсотки відсотків відсоткам відсотками відсотках",
)
_POINTS: Final = listed("points point пункт пункта пунктов пункты пункти пунктів пунктами")
_PERCENTAGE: Final = listed(
    "percentage процентных процентный процентного процентные відсоткових відсотковий відсоткові",
    "відсоткового процентних процентні",
)
_PART: Final = listed("часть части частью частина частини частину частиною частка частки частку")
# «в первой половине», "the other half", «половина второго» (half past one).
_HALF_OF_WHAT: Final = listed(
    "first second other latter third fourth final last next previous opening closing better season half",
    "первой второй третьей другой первую вторую первая вторая другая лучшая следующей последней",
    "першій другій третій першої другої третьої перша друга іншій інша першу другу останній",
)
_NO_HALF: Final = listed("a an - way past time hour hours century term brother sister")
# Before "a third", "a quarter", so that it is a part and not one more of them, or 15 minutes.
_PART_BEFORE: Final = listed(
    "by than about around nearly almost over roughly some under least most up to only just between of",
    "approximately exceeding above below",
)
_PART_AFTER: Final = listed(
    "of less more fewer lower higher larger smaller cheaper are were have do did would will"
    " said say refused , . ; : )"
)
TIME_WORDS: Final = listed(
    "day days week weeks month months year years hour hours minute minutes second seconds century",
    "день дня дней дни неделя неделю недели месяц месяца месяцев год года лет час часа часов минута минуту",
    "тиждень тижня тижнів місяць місяці місяців рік року роки років годину година години годин доба добу",
    "доби діб хвилину ночь ніч вечер утро раз time game match race round",
)


class ShareReader(CardinalReader):
    """Numbers that are parts of a whole."""

    def fraction(self, index: int) -> Value | None:
        """A share in words or as 2/3 at ``index``, or None."""
        word = self.words[index]
        if word in EVERY:
            return self._every(index)
        if word[0].isdecimal():
            return self._slashed(index)
        if word == "a" or word in NUMERALS:
            return self._parts(index)
        if word in VULGAR:
            return self._vulgar(index)
        if word in ORDINALS:
            return self._ordinal_part(index)
        value = FRACTIONS.get(word)
        if value is None or self.word(index - 1) in _HALF_OF_WHAT:
            return None
        after = self.word(index + 1)
        if word == "half" and after in _NO_HALF:
            return None
        if after in ORDINALS and word.startswith("полов"):
            return None
        return Value(index + 1, value, value, "share")

    def _every(self, index: int) -> Value | None:
        of = ORDINALS.get(self.word(index + 1))
        if of is None or self.word(index + 2) in TIME_WORDS:
            return None
        return Value(index + 2, 1 / of, 1 / of, "share")

    def _slashed(self, index: int) -> Value | None:
        """ "2/3 of them", «2/3 поваров»; not a date and not a case number."""
        if self.word(index + 1) != "/" or not (
            self.tokens.joined(index + 1) and self.tokens.joined(index + 2)
        ):
            return None
        top, bottom = self.words[index], self.word(index + 2)
        if not (len(top) == 1 and top.isdecimal() and bottom.isdecimal() and len(bottom) < 3):
            return None
        after = self.word(index + 3)
        whole = after == "of" or (self.language != "en" and after[:1].isalpha())
        if not (whole and 0 < int(top) < int(bottom) <= 20) or self.tokens.joined(index + 3):
            return None
        share = int(top) / int(bottom)
        return Value(index + 3, share, share, "share")

    def _vulgar(self, index: int) -> Value:
        value = VULGAR[self.words[index]]
        plain = self.word(index + 1) in TIME_WORDS
        return Value(index + 1, value, value, "count" if plain else "share")

    def _ordinal_part(self, index: int) -> Value | None:
        """«пятая часть», «десяту частину»."""
        if self.word(index + 1) not in _PART or self.words[index][-1] not in "аяйїуюі":
            return None
        of = ORDINALS[self.words[index]]
        # «вторая часть», «по третьей части статьи 5» are parts by number, not by size.
        after = self.word(index + 2)
        if (
            of < 3
            or not after[:1].isalpha()
            or after.startswith(("стат", "ст", "указ", "закон", "книг", "фильм"))
        ):
            return None
        return Value(index + 2, 1 / of, 1 / of, "share")

    def _parts(self, index: int) -> Value | None:
        """ "two thirds", "a quarter of", «одна пятая»."""
        after = index + 1
        if self.words[index] == "a":
            of = DENOMINATORS.get(self.word(after))
            if of is None or self.words[after].endswith("s") or not self._is_part(index, after + 1):
                return None
            return Value(after + 1, 1 / of, 1 / of, "share")
        entry = NUMERALS[self.words[index]]
        if entry.kind != "ones" or not entry.value:
            return None
        after += self.word(after) == "-"
        of = DENOMINATORS.get(self.word(after))
        if of is None or entry.value >= of or self.word(after + 1) in TIME_WORDS:
            return None
        after += self.word(after + 1) in _PART
        return Value(after + 1, entry.value / of, entry.value / of, "share")

    def _is_part(self, index: int, after: int) -> bool:
        quoted = self.word(after) in ('"', "”", "’", "»") and self.word(after + 1) == "of"
        if quoted or self.word(after) in ("of", "more", "less", "fewer", "as"):
            return True
        if self.word(after) in TIME_WORDS or self.word(after) == "-":
            return False
        before = self.word(index - 1) in _PART_BEFORE
        return (self.word(after) in _PART_AFTER or not self.word(after)) or before

    # --- what follows a value ----------------------------------------------------------------------

    def percent(self, value: Value) -> Value:
        """``value`` as a share where "%" or its word follows; points and more than 100 stay percent."""
        words, at = self.words, value.stop
        if at >= self.ceiling or value.scale != "count":
            return value
        if words[at] == "-" and self.word(at + 1) in (*PERCENT, "per"):
            at += 1
        if words[at] in PERCENT:
            stop = at + 1
        elif words[at] == "per" and self.word(at + 1) == "cent":
            stop = at + 2
        elif words[at] in _PERCENTAGE and self.word(at + 1) in _POINTS:
            return value._replace(stop=at + 2, scale="percent")
        elif words[at] == "п" and (self.word(at + 1), self.word(at + 2)) == (".", "п"):
            return value._replace(stop=at + 3, scale="percent")
        elif words[at] == "п.п":
            return value._replace(stop=at + 1, scale="percent")
        else:
            return value
        if value.high > 100 or self.word(stop) in _POINTS:
            return value._replace(stop=stop + (self.word(stop) in _POINTS), scale="percent")
        return value._replace(stop=stop, low=value.low / 100, high=value.high / 100, scale="share")

    def ratio(self, index: int, value: Value) -> Value:
        """ "one in five", "nine out of ten" as a share."""
        words, at = self.words, value.stop
        if value.scale != "count" or at + 1 >= self.ceiling or value.low != value.high:
            return value
        if words[at] == "in":
            after = at + 1
        elif words[index] == "one" and words[at].isalpha() and words[at + 1] == "in":
            after = at + 2  # "one soldier in seven"
        elif words[at : at + 2] == ("out", "of"):
            after = at + 2
        else:
            return value
        every = self.word(after) == "every"
        whole = self.cardinal(after + every)
        if whole is None or whole.low <= value.low or not value.low:
            return value
        small = whole.low <= 10 or (value.low == 1 and whole.low <= 1e5)
        if not small or self.word(whole.stop) in TIME_WORDS:
            return value
        # "four in five families"; "two in ten." may be two of anything.
        loose = every or self.word(index - 1) in _PART_BEFORE
        if words[at] == "in" and value.low > 1 and not loose and not self.word(whole.stop)[:1].isalpha():
            return value
        return Value(whole.stop, value.low / whole.low, value.low / whole.low, "share")


__all__ = ["PERCENT", "TIME_WORDS", "ShareReader"]
