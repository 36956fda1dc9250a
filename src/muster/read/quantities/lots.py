"""The numbers of a sentence as lots, and of whom a lot is a part: "two of them", «среди погибших двое»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from muster.model.claims import Quantity
from muster.read.quantities.number_context import Sentence
from muster.text.listed import listed
from muster.text.numbers import fates
from muster.text.restricted_en import AUX

_OF_THEM: Final = (
    *("of them", "of whom", "of which", "of these", "из них", "из которых"),
    *("з них", "із них", "з яких"),
)
THEM: Final = tuple(tuple(words.split()) for words in (*_OF_THEM, "із яких"))
_AMONG: Final = tuple(
    tuple(words.split())
    for words in (
        *("including", "among them", "among whom", "среди них", "в том числе", "включая", "серед них"),
        *("у тому числі", "в тому числі", "зокрема", "серед яких", "среди которых", "them", "включно з"),
    )
)
_OF_THE: Final = listed("among среди серед")
_BETWEEN: Final = listed("the are were is also есть были было є були було ще еще также також — – , по")
_HURT: Final = listed("dead wounded injured killed victims missing detainees survivors casualties hurt")
_HURT_ENDS: Final = ("вших", "нных", "ших", "лих", "них", "тих", "тых", "лых", "жертв")


class Lot(NamedTuple):
    """A number with its phrase: tokens ``[first, last)``, the phrase up to ``stop``; ``named``: there is one.

    ``whole``: the larger group of the one before; ``grouped``: the phrase is that group's. ``part``: of those
    counted before, "of them" (True) or only "including" (False); None: neither.
    """

    first: int
    last: int
    stop: int
    whole: bool
    named: bool
    part: bool | None
    grouped: bool


def lot_of(sentence: Sentence, quantities: Sequence[Quantity], at: int) -> Lot | None:
    """The tokens of a count or share; None of ages, sums and lengths."""
    q, tokens = quantities[at], sentence.tokens
    if q.kind not in ("count", "share"):
        return None
    first, last = tokens.between(q.passage.start, q.passage.stop)
    stop, named = last, False
    if q.what_passage is not None and q.what_passage.start >= q.passage.start:
        stop = max(last, tokens.between(q.what_passage.start, q.what_passage.stop)[1])
        alone = " " not in q.what_passage.words
        named = not (alone and fates.is_state(q.what_passage.words.lower().replace("ё", "е")))
    whole = False
    if at:
        gap = tokens.words[tokens.between(0, quantities[at - 1].passage.stop)[1] : first]
        whole = 0 < len(gap) <= 3 and gap[0] in ("of", "out", "из", "із", "з", "зі") and "них" not in gap
    elif at + 1 < len(quantities) and quantities[at + 1].population is not None:
        whole = _same_words(sentence, first, stop, quantities[at + 1].population)
    grouped = (
        at + 1 < len(quantities)
        and q.passage.stop < quantities[at + 1].passage.start < tokens.stops[stop - 1]
    )
    return Lot(first, last, stop, whole, named, _part(sentence, first, last), grouped)


def group_of(
    quantities: Sequence[Quantity],
    lots: Sequence[Lot | None],
    deeds: Sequence[object],
    at: int,
) -> Lot | None:
    """The lot that ``at`` is a part of: the nearest of at least as many; none where two may be meant."""
    lot = lots[at]
    if lot is None or lot.part is None or quantities[at].population is not None:
        return None
    least = quantities[at].low if quantities[at].low is not None else quantities[at].high
    fits = []
    for k in range(at - 1, -1, -1):
        other, most = lots[k], quantities[k].high
        if other is None or other.part is not None or quantities[k].kind != "count":
            continue
        if most is None or (least is not None and most >= least and most > 0):
            fits.append((other, deeds[k]))
    if not fits:
        return None
    if not lot.part and len(fits) > 1 and fits[1][1] is not None and fits[0][1] != fits[1][1]:
        return None  # "killed five and wounded 12, including three children"
    return fits[0][0]


def among_whom(sentence: Sentence, lot: Lot) -> str | None:
    """«Среди погибших двое детей», "three children were among the dead"."""
    words, at = sentence.tokens.words, lot.first - 1
    while at > sentence.floor and lot.first - at < 4 and words[at] in _BETWEEN:
        at -= 1
    if at > sentence.floor and _is_hurt(words[at]) and words[at - 1 - (words[at - 1] == "the")] in _OF_THE:
        return words_of(sentence, at, at + 1)
    for k in range(lot.stop, min(lot.stop + 5, sentence.ceiling - 1)):
        if words[k] in _OF_THE:
            at = k + 1 + (words[k + 1] == "the" and k + 2 < sentence.ceiling)
            return words_of(sentence, at, at + 1) if _is_hurt(words[at]) else None
        if words[k] not in AUX and words[k] not in _BETWEEN:
            break
    return None


def _same_words(sentence: Sentence, first: int, stop: int, population: str | None) -> bool:
    return population is not None and words_of(sentence, first, stop) in population


def _part(sentence: Sentence, first: int, last: int) -> bool | None:
    words = sentence.tokens.words
    if (
        first - 5 >= sentence.floor
        and words[first - 1] == "."
        and words[first - 4 : first - 1] == ("т", ".", "ч")
    ):
        return False  # «в т. ч. 34»
    for length in (1, 2, 3):
        before, after = words[max(sentence.floor, first - length) : first], words[last : last + length]
        if before in THEM or after in THEM:
            return True
        if before in _AMONG:
            return False
    return None


def _is_hurt(word: str) -> bool:
    return word in _HURT or (not word.isascii() and word.endswith(_HURT_ENDS))


def words_of(sentence: Sentence, first: int, stop: int) -> str:
    """Tokens ``[first, stop)`` as they stand in the text."""
    return sentence.text.body[sentence.tokens.starts[first] : sentence.tokens.stops[stop - 1]]


__all__ = ["THEM", "Lot", "among_whom", "group_of", "lot_of", "words_of"]
