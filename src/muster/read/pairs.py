"""A number and its neighbours: "5 per 1,000", "from 200 to 300 euros", scores, «погибших — 12»."""

from __future__ import annotations

from typing import Final

from muster.read.number_context import Sentence
from muster.text.counted import Counted
from muster.text.numbers import Number
from muster.text.wordlist import words

DASHES: Final = frozenset(["-", "–", "—", "−", "‒"])
_PER: Final = words("per на for")
_TO: Final = words("to до and и і та")
_WON: Final = words(
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
_LARGEST_SCORE: Final = 200


def is_per(sentence: Sentence, number: Number, following: Number) -> bool:
    """ "5 cases per 1,000 people", «5 на 1000 жителей»: the second number is the unit of the first."""
    words_, at = sentence.tokens.words, following.first - 1
    if following.low not in (100, 1e3, 1e4, 1e5, 1e6) or following.first != following.core:
        return False
    if not 0 <= at - number.last <= 4 or number.scale != "count" or number.vague:
        return False
    between = words_[number.last : at]
    if words_[at] == "every" and at > number.last and words_[at - 1] in ("for", "in"):
        return True
    return words_[at] in _PER and all(w[0].isalpha() for w in between)


def is_change_to(sentence: Sentence, number: Number, following: Number) -> bool:
    """ "from 200 to 300 euros": the first number has the unit of the second."""
    words_ = sentence.tokens.words
    gap = words_[number.last : following.core]
    return len(gap) == 1 and gap[0] in _TO


def is_score(sentence: Sentence, number: Number) -> bool:
    """ "won 1-3", "a 2–2 draw": two small numbers joined by a dash near a word of winning."""
    words_, core = sentence.tokens.words, number.core
    if number.first != core or core + 2 >= sentence.ceiling or words_[core + 1] not in DASHES:
        return False
    if number.last == core + 1:  # the second is not the larger: no range
        joined = sentence.tokens.joined(core + 1) and sentence.tokens.joined(core + 2)
        return joined and words_[core].isdecimal() and words_[core + 2].isdecimal()
    if number.last != core + 3:
        return False
    if not (words_[core].isdecimal() and words_[core + 2].isdecimal()) or (number.high or 0) > _LARGEST_SCORE:
        return False
    near = (
        words_[max(sentence.floor, core - 6) : core]
        + words_[number.last : min(number.last + 4, sentence.ceiling)]
    )
    return sentence.tokens.joined(core + 1) and any(w in _WON for w in near)


def counted_before(sentence: Sentence, number: Number) -> Counted | None:
    """«Погибших — 12», "Killed: 12": the word before the mark is what is counted."""
    words_, mark = sentence.tokens.words, number.first - 1
    if mark - 1 < sentence.floor or words_[mark] not in (*DASHES, ":"):
        return None
    at = mark - 1
    return Counted(at, at + 1, at + 1) if words_[at][0].isalpha() else None


__all__ = ["DASHES", "counted_before", "is_change_to", "is_per", "is_score"]
