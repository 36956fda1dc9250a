"""Times that nobody dates: "now", "recently", «в последнее время», "the near future"."""

from __future__ import annotations

from typing import Final

from muster.text.dates.cursor import Cursor, Found
from muster.text.listed import listed

REFERENCES: Final[dict[str, str]] = {
    word: value
    for value, forms in {
        "PRESENT_REF": "now currently nowadays presently сейчас ныне нынче теперь зараз нині тепер донині",
        "FUTURE_REF": "скоро soon незабаром невдовзі згодом",
        "PAST_REF": "recently lately recent недавно недавна нещодавно",
    }.items()
    for word in forms.split()
}
# Of the past as often as of what is to come.
_SOON: Final = listed("soon незабаром невдовзі згодом")
_WILL: Final = listed("will shall 'll can may could should")
_COMING: Final = ("ть", "ться", "тимуть", "ме", "муть", "уть", "еться", "иться")
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
        if word in _SOON and not self._to_come(index):
            return None
        begin = index - (self.word(index - 1) in ("more", "most", "right") and index - 1 >= self.free)
        return self._phrase(index) or self.made(begin, index + 1, "reference", value=REFERENCES[word])

    def _to_come(self, index: int) -> bool:
        """ "Will return soon", «незабаром відкриють»: of the past it says how long after something."""
        if self.word(index) == "soon":
            near = self.words[max(self.floor, index - 4) : index]
            return any(w in _WILL for w in near) and self.word(index + 1) not in ("after", "as", "enough")
        near = self.words[index + 1 : min(self.ceiling, index + 5)]
        return any(w.endswith(_COMING) and len(w) > 4 for w in near)

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
