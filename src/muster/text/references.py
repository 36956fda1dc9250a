"""Times that nobody dates: "now", "recently", «в последнее время», "the near future"."""

from __future__ import annotations

from typing import Final

from muster.text.date_cursor import Cursor, Found
from muster.text.listed import listed

REFERENCES: Final[dict[str, str]] = {
    word: value
    for value, forms in {
        "PRESENT_REF": "now currently nowadays presently сейчас ныне нынче теперь зараз нині тепер донині",
        "FUTURE_REF": "скоро",
        "PAST_REF": "recently lately recent недавно недавна нещодавно",
    }.items()
    for word in forms.split()
}
# More words that together are such a reference.
_PHRASES: Final[dict[tuple[str, ...], str]] = {
    tuple(phrase.split()): value
    for value, phrases in {
        "PRESENT_REF": ("the time being", "so far", "this hour", "сих пор", "цих пір",
                        "the present", "these days", "at present", "at this time",
                        "настоящее время", "данный момент", "данное время", "наши дни", "сей день",
                        "даний момент", "наш час", "наші дні"),
        "PAST_REF": ("the past", "последнее время", "останній час", "останнім часом", "recent years",
                     "recent months", "recent weeks", "recent days", "прошлом", "минулому", "на днях"),
        "FUTURE_REF": ("the coming days", "the coming weeks", "the coming months", "the coming years",
                       "ближайшие дни", "ближайшие недели", "ближайшие месяцы", "найближчі дні",
                       "найближчі тижні", "найближчими днями", "найближчими тижнями",
                       "the future", "the near future", "future", "the long term", "the near term", "будущем",
                       "ближайшее время", "ближайшем будущем", "майбутньому", "найближчий час",
                       "найближчим часом", "скором времени"),
    }.items()
    for phrase in phrases
}  # fmt: skip
PHRASE_STARTS: Final = frozenset(phrase[0] for phrase in _PHRASES) - {"the"}
# These phrases need «в», «на» before them, or they are an adjective of something else.
_AFTER_IN: Final = listed(
    "прошлом минулому будущем майбутньому настоящее данный данное последнее цей останній даний наш"
)
# «в будущем сезоне», «у минулому матчі»: an adjective of that noun.
_OF_A_NOUN: Final = ("е", "у", "ом", "им", "і")
FUNCTION_WORDS: Final = listed(
    "and or but in on at to from by when that which who he she it they the a is was were has had , ."
)


class ReferenceReader(Cursor):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def of_reference(self, index: int) -> Found:
        """ "now", «недавно»: a time that nobody can date."""
        word = self.word(index)
        if word == "now" and self.word(index + 1) == "-":
            return None
        begin = index - (self.word(index - 1) in ("more", "most", "right") and index - 1 >= self.free)
        return self._phrase(index) or self.made(begin, index + 1, "reference", value=REFERENCES[word])

    def of_phrase(self, index: int) -> Found:
        """ "the near future", «в последнее время»."""
        return self._phrase(index)

    def _phrase(self, index: int) -> Found:
        for begin in (index - 1, index):
            if begin < self.free or (begin < index and self.words[begin] != "the"):
                continue
            for length in (3, 2, 1):
                if begin + length > self.ceiling:
                    continue
                value = _PHRASES.get(self.words[begin : begin + length])
                if value is not None and self._stands_alone(begin, begin + length):
                    return self.made(begin, begin + length, "reference", value=value)
        return None

    def _stands_alone(self, begin: int, stop: int) -> bool:
        word, after = self.word(begin), self.word(stop)
        if word == "the" and self.word(begin + 1) in ("past", "present"):
            return not after.isalnum() or after in FUNCTION_WORDS
        if word == "so":
            return begin == self.floor  # "so far" is as often a distance
        if word in _AFTER_IN:
            alone = self.word(begin - 1) in ("в", "на", "у", "за", "по")
            return alone and (stop - begin > 1 or not after.endswith(_OF_A_NOUN))
        return True


__all__ = ["FUNCTION_WORDS", "PHRASE_STARTS", "REFERENCES", "ReferenceReader"]
