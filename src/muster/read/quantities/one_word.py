"""Quantities whose number is no word of its own: «двухлетний», «вдвое», «полгода», "more than a year"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from muster.read.quantities.measures import is_compared
from muster.read.quantities.ordinals import NUMBERED, ORDINAL, ordinal_at
from muster.text.listed import listed
from muster.text.numbers import bounds
from muster.text.numbers.numbers import Number
from muster.text.numbers.numerals import TIMES_OVER
from muster.text.numbers.trends import way
from muster.text.numbers.units import HALVES, SINGLE_UNITS, UNITS, Unit, glued
from muster.text.tokens import Tokens

# "a year earlier" is a time; «в среднем в день» is a rate.
_MOVED: Final = listed("ago earlier later before назад тому спустя")
_NOT_ONE: Final = listed("до в у на за о об с з по")
_WITHIN: Final = listed("за течение протягом впродовж упродовж")
_LASTED: Final = listed(
    "прошел прошла прошло пройшов пройшла пройшло минув минула минуло миновал миновала миновали прошли"
    " длился длилась длилось тривав тривала тривало"
)
_BEFORE_IT: Final = listed("до перед тому назад после після спустя")
# «вдвое меньше» is one half.
_LESS: Final = listed(
    "меньше ниже реже дешевле менше нижче рідше дешевше меньшее меньшие нижчі нижча менші менша коротші"
)
_RATIO: Final = Unit("ratio", "other")
# Most words are none of these.
_BEGIN: Final = frozenset([*NUMBERED, *HALVES, *SINGLE_UNITS, *TIMES_OVER])


def in_one_word(tokens: Tokens, floor: int, ceiling: int, language: str) -> list[tuple[Number, Unit]]:
    """Every such number among tokens ``[floor, ceiling)`` with the words that bound it, and its unit."""
    found = []
    for at in range(floor, ceiling):
        word = tokens.words[at]
        if word not in _BEGIN and (len(word) <= 8 or word.isascii()):
            continue
        entry = None
        if word in NUMBERED:
            place = ordinal_at(tokens, floor, at, ceiling, language)
            if place is not None:
                found.append((_alone(tokens, at, place), ORDINAL))
                continue
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
    if not grown and not is_compared(tokens, at, ceiling) and not _of_that(tokens, at, ceiling):
        return None
    less = at + 1 < ceiling and tokens[at + 1] in _LESS
    return (1 / TIMES_OVER[word] if less else TIMES_OVER[word]), _RATIO


def _of_that(tokens: Sequence[str], at: int, ceiling: int) -> bool:
    """ "Double last year's", "twice its size", "close to twice that."; "twice that night" says how often."""
    after = (*tokens[at + 1 : min(at + 4, ceiling)], "", "", "")
    if after[0] in ("its", "their", "what"):
        return True
    if after[0] == "last":
        return after[1].endswith("'s") or after[2] == "'"
    return after[0] == "that" and not after[1][:1].isalpha()


def _is_one(tokens: Sequence[str], floor: int, at: int, ceiling: int) -> bool:
    """ "more than a year", «больше месяца», "for an hour": one of the unit."""
    after = tokens[at + 1] if at + 1 < ceiling else ""
    if tokens[at] not in UNITS or after[:1].isdecimal() or after in _MOVED:
        return False
    article = at > floor and tokens[at - 1] in ("a", "an")
    if tokens[at].isascii() and not article:
        return False
    before = at - article - 1
    if before < floor:
        return False
    if _is_a_whole(tokens, floor, before, at, after):
        return True
    if tokens[before] in _NOT_ONE:
        return False
    return bool(bounds.before(tokens, floor, before + 1, floor, at + 1, ceiling)[1])


def _is_a_whole(tokens: Sequence[str], floor: int, before: int, at: int, after: str) -> bool:
    """ "for an hour", «за сутки», «протягом тижня», «прошёл месяц»; not «за сутки до взрыва», a moment."""
    if tokens[at].isascii():
        return tokens[before] == "for"
    if after in _BEFORE_IT or after == "-" or UNITS[tokens[at]].name in ("year", "second", "minute"):
        return False
    if tokens[before] in _LASTED:
        return True
    if tokens[before] not in _WITHIN or tokens[at] == "день":
        return False
    # «500 рублей за час» is a price.
    return before == floor or tokens[before - 1] not in UNITS or UNITS[tokens[before - 1]].kind != "money"


def _alone(tokens: Tokens, at: int, value: float) -> Number:
    return Number(tokens.starts[at], tokens.stops[at], value, value, first=at, core=at, last=at + 1)


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
