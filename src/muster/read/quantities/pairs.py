"""A number and its neighbours: "5 per 1,000", "from 200 to 300 euros", scores, «погибших — 12»."""

from __future__ import annotations

from typing import Final

from muster.model.claims import Quantity
from muster.read.quantities.number_context import Sentence
from muster.text.listed import listed
from muster.text.numbers.counted import CODED, Counted, counted_after
from muster.text.numbers.numbers import Number
from muster.text.numbers.numerals import NUMERALS
from muster.text.numbers.units import UNITS

DASHES: Final = frozenset(["-", "–", "—", "−", "‒"])
_PER: Final = listed("per на for")
_LISTED: Final = frozenset([",", "and", "or", "to", "–", "-", "и", "или", "і", "та", "або", "[", "("])
_FROM: Final = listed("from с со з із зі")
_TO: Final = listed("to до and и і та")
_WON: Final = listed(
    "won win wins winning beat beats beaten beating lost lose loses losing draw drew drawn score scored"
    " scores led"
    " lead leads victory victories defeat defeated triumph tie tied final ended finished loss record"
    " level match"
    " game set thrashed edged счетом счет выиграл выиграла выиграли победил победила победили проиграл"
    " проиграли"
    " обыграл обыграла обыграли победа победу поражение матч рахунком рахунок виграв виграла виграли"
    " переміг"
    " перемогла перемогли програв програли обіграв обіграли перемога поразка"
)


def goes_on(sentence: Sentence, label: int, number: Number) -> bool:
    """True where only commas and "and" stand between the end of a label and a bare number after it."""
    words_ = sentence.tokens.words
    gap = words_[label : number.core]
    if not gap or len(gap) > 2 or not all(word in _LISTED for word in gap):
        return False
    if number.scale != "count" or not words_[number.core][0].isdecimal():
        return False
    return counted_after(words_, number.last, sentence.ceiling, sentence.language) is None


def is_per(sentence: Sentence, number: Number, following: Number) -> bool:
    """ "5 cases per 1,000 people", «5 на 1000 жителей»: the second number is the unit of the first."""
    words_, at = sentence.tokens.words, following.first - 1
    if following.low not in (100, 1e3, 1e4, 1e5, 1e6) or following.first != following.core:
        return False
    if not 0 <= at - number.last <= 4 or number.scale != "count" or number.vague:
        return False
    between = words_[number.last : at]
    after = words_[following.last] if following.last < sentence.ceiling else ""
    if not between and not after[:1].isalpha():
        return False  # «давление 160 на 100»
    if words_[at] == "every" and at > number.last and words_[at - 1] in ("for", "in"):
        return True
    return words_[at] in _PER and all(w[0].isalpha() for w in between)


def is_change_to(sentence: Sentence, number: Number, following: Number) -> bool:
    """ "from 200 to 300 euros": the first number has the unit of the second."""
    words_ = sentence.tokens.words
    gap = words_[number.last : following.core]
    return len(gap) == 1 and gap[0] in _TO


def is_end_of(sentence: Sentence, last: Number, number: Number, quantity: Quantity) -> bool:
    """ "From nine years to six", «с девяти лет до шести»: a bare number has the unit of the one before."""
    words_, at = sentence.tokens.words, number.first - 1
    after = words_[number.last] if number.last < sentence.ceiling else ""
    if quantity.kind != "count" or after[:1].isalpha() or last.first - 1 < sentence.floor:
        return False
    if words_[last.core - 1] not in _FROM or at < last.last or at - last.last > 2 or number.vague:
        return False
    to = words_[at] in ("to", "до") or words_[number.first] == "до"
    return to and words_[last.last].isalpha() and words_[last.last] in UNITS


def with_scale_of(sentence: Sentence, number: Number, following: Number) -> Number:
    """«с 200 до 400 тысяч»: the thousands of the second are those of the first."""
    words_, at = sentence.tokens.words, following.core + 1
    if (
        following.scale == "share"
        and number.scale == "count"
        and 0 <= (number.low or 0) <= (number.high or 0) <= 100
    ):
        return number._replace(low=(number.low or 0) / 100, high=(number.high or 0) / 100, scale="share")
    entry = NUMERALS.get(words_[at]) if at < following.last else None
    bare = number.last == number.core + 1 and words_[number.core].isdecimal() and number.low == number.high
    if entry is None or entry.kind != "scale" or not bare or (number.low or 1e9) >= 1000:
        return number
    value = (number.low or 0.0) * entry.value
    return number._replace(low=value, high=value)


def is_score(sentence: Sentence, number: Number, *, alone: bool) -> bool:
    """ "won 1-3", "a 2–2 draw", "Norden 1 – 2 Westfeld"; ``alone``: nothing is counted after the number."""
    words_, core, tokens = sentence.tokens.words, number.core, sentence.tokens
    if number.first != core or not _is_goals(words_[core]):
        return False
    if core - 2 >= sentence.floor and words_[core - 1] in DASHES and _is_goals(words_[core - 2]):
        return True
    if core + 2 >= sentence.ceiling or words_[core + 1] not in DASHES or not _is_goals(words_[core + 2]):
        return False
    if tokens.joined(core + 1) != tokens.joined(core + 2):
        return False
    if number.last == core + 1:  # the second is not the larger: no range
        return True
    if number.last != core + 3:
        return False
    near = words_[max(sentence.floor, core - 6) : core] + words_[core + 3 : min(core + 7, sentence.ceiling)]
    won = any(w in _WON for w in near)
    return (alone and won) or _is_between_names(sentence, core)


def _is_goals(word: str) -> bool:
    return word.isdecimal() and len(word) < 4


def _is_between_names(sentence: Sentence, core: int) -> bool:
    """ "Norden 1 – 2 Westfeld": capitals on both sides of two numbers with a dash."""
    tokens, body = sentence.tokens, sentence.text.body
    if core - 1 < sentence.floor or core + 3 >= sentence.ceiling:
        return False
    return all(body[tokens.starts[at]].isupper() for at in (core - 1, core + 3))


def counted_before(sentence: Sentence, number: Number) -> Counted | None:
    """«Погибших — 12», "Killed: 12": the word before the mark is what is counted."""
    words_, mark = sentence.tokens.words, number.first - 1
    if mark - 1 < sentence.floor or words_[mark] not in (*DASHES, ":"):
        return None
    at = mark - 1
    if at - 2 >= sentence.floor and words_[at - 1] == "-" and words_[at - 2] in CODED:
        return Counted(at - 2, at + 1, at + 1)  # «200-х — 12»
    return Counted(at, at + 1, at + 1) if words_[at][0].isalpha() else None


__all__ = [
    "DASHES",
    "counted_before",
    "goes_on",
    "is_change_to",
    "is_end_of",
    "is_per",
    "is_score",
    "with_scale_of",
]
