"""Quantities whose number is no word of its own: «двухлетний», «вдвое», «полгода», "more than a year"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from muster.read.measures import is_compared
from muster.text import bounds
from muster.text.numbers import Number
from muster.text.numerals import TIMES_OVER
from muster.text.tokens import Tokens
from muster.text.trends import way
from muster.text.units import HALVES, SINGLE_UNITS, UNITS, Unit, glued
from muster.text.wordlist import words

# "a year earlier" is a time; «в среднем в день» is a rate.
_MOVED: Final = words("ago earlier later before назад тому спустя")
_NOT_ONE: Final = words("до в у на за о об с з по")
# «вдвое меньше» is one half.
_LESS: Final = words("меньше ниже реже дешевле менше нижче рідше дешевше меньшее")
_RATIO: Final = Unit("ratio", "other")


def in_one_word(tokens: Tokens, floor: int, ceiling: int) -> list[tuple[Number, Unit]]:
    """Every such number among tokens ``[floor, ceiling)`` with the words that bound it, and its unit."""
    found = []
    for at in range(floor, ceiling):
        word = tokens.words[at]
        entry = None
        if word in HALVES:
            entry = 0.5, HALVES[word]
        elif word in SINGLE_UNITS:
            if _is_one(tokens.words, floor, at, ceiling):
                entry = 1.0, UNITS[word]
        elif word in TIMES_OVER:
            entry = _times_over(tokens.words, floor, at, ceiling)
        elif len(word) > 8 and not word.isascii():
            entry = glued(word)
        if entry is not None:
            found.append((_bounded(tokens, floor, at, ceiling, *entry), entry[1]))
    return found


def _times_over(tokens: Sequence[str], floor: int, at: int, ceiling: int) -> tuple[float, Unit] | None:
    word = tokens[at]
    grown = word.endswith("fold") or (not word.isascii() and any(map(way, tokens[max(floor, at - 6) : at])))
    if not grown and not is_compared(tokens, at, ceiling):
        return None
    less = at + 1 < ceiling and tokens[at + 1] in _LESS
    return (1 / TIMES_OVER[word] if less else TIMES_OVER[word]), _RATIO


def _is_one(tokens: Sequence[str], floor: int, at: int, ceiling: int) -> bool:
    """ "more than a year", «больше месяца», "for an hour": one of the unit."""
    after = tokens[at + 1] if at + 1 < ceiling else ""
    if tokens[at] not in UNITS or after[:1].isdecimal() or after in _MOVED:
        return False
    article = at > floor and tokens[at - 1] in ("a", "an")
    if tokens[at].isascii() and not article:
        return False
    before = at - article - 1
    if before < floor or tokens[before] in _NOT_ONE:
        return False
    if article and tokens[before] == "for":
        return True
    return bool(bounds.before(tokens, floor, before + 1, floor, at + 1, ceiling)[1])


def _bounded(tokens: Tokens, floor: int, at: int, ceiling: int, value: float, unit: Unit) -> Number:
    stop = at + 1
    if unit is _RATIO:
        while stop < min(at + 3, ceiling) and tokens.words[stop] in ("as", "many", "much"):
            stop += 1
    core = at - (at > floor and tokens.words[at - 1] in ("a", "an"))
    begin, effects = bounds.before(tokens.words, floor, core, floor, stop, ceiling)
    return Number(
        tokens.starts[begin],
        tokens.stops[stop - 1],
        None if {"lt", "le"} & set(effects) else value,
        None if {"gt", "ge"} & set(effects) else value,
        "gt" in effects,
        "lt" in effects,
        "about" in effects,
        first=begin,
        core=core,
        last=stop,
    )


__all__ = ["in_one_word"]
