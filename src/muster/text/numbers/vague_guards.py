"""Where a word of the coding table says how many, and where it says something else ("as many as")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.text.listed import listed

_PLURALS: Final = listed(
    "people men women personnel troops military servicemen children police staff youth cattle folk"
    " media data",
)
_BEFORE_MOST: Final = listed("he she i they we you it the at a his their its her our my foremost what very")
_MOST_DID: Final = listed("were are have had never did do will would can could still now who came went")
_SINGULAR_S: Final = ("ous", "ss", "us", "is")
_BEFORE_MANY: Final = listed(
    "how as so too that how-many this however not сколько как так слишком не насколько столь стільки",
    "як так",
    "надто занадто настільки наскільки скільки",
)
_BEFORE_FEW: Final = listed(
    "a the last past next first these those every quite as no so how his her their its final coming"
    " recent not",
    "не так как слишком надто",
)
# What "few" and «мало» count is plural; a verb or an adverb after them is none.
_GENITIVE_PLURAL: Final = re.compile(
    r"\w+(?:ов|ев|ёв|ей|ий|ых|их|ок|ек|имен|времен|он|ец|ик|ан|ств|ел|ер|ам|ат|ин|ит|иц|от|ах|ід|од|оз"
    r"|из|ть|ів"
    r"|їв|юд"
    r"|дей|лет|раз|рук|сил|мест|дел|книг|строк|школ|рот|бомб|карт|жертв|газет|планов|год|діб|осіб|хат|шкіл)"
)
_VERBAL: Final = re.compile(r"\w+(?:ет|ит|ют|ят|ут|ал|ил|ел|ать|ить|еть|ся|сь|ти)")
_ROW: Final = listed("ряд ряда ряду ряде низка низки низку низці низкою")


def is_meant(words_: Sequence[str], floor: int, index: int, stop: int, ceiling: int, row: str) -> bool:
    """True where tokens ``[index, stop)``, a phrase of ``row``, say how many of something."""
    word = words_[index]
    before = words_[index - 1] if index > floor else ""
    after = words_[stop] if stop < ceiling else ""
    if stop > index + 1:
        return True
    if word == "most":
        return _most_of(words_, before, stop, ceiling)
    if word in _ROW:
        return counts_plural(after)
    if row == "many":
        if word in ("много", "багато"):
            return before not in _BEFORE_MANY and counts_plural(after)
        return before not in _BEFORE_MANY or (before == "not" and word != "many")
    if row == "few":
        if before in _BEFORE_FEW:
            return False
        return word == "few" or word.startswith(("немноги", "небагатьо", "нечисл")) or counts_plural(after)
    return True


def _most_of(words_: Sequence[str], before: str, after: int, ceiling: int) -> bool:
    """ "most soldiers", not "the most experienced", "most likely" or "at most"."""
    if before in _BEFORE_MOST or after >= ceiling:
        return False
    if words_[after] == "of" or words_[after] in _MOST_DID:
        return True
    return any(
        (w.endswith("s") and not w.endswith(_SINGULAR_S)) or w in _PLURALS
        for w in words_[after : min(after + 3, ceiling)]
    ) and not words_[after].endswith(("ly", "ed"))


def counts_plural(after: str) -> bool:
    """True where ``after`` looks like people or things in the plural, or in the genitive plural."""
    if after.isascii():
        return after in _PLURALS or (after.endswith("s") and len(after) > 3)
    if len(after) < 3 or not after[0].isalpha():
        return False
    return _GENITIVE_PLURAL.fullmatch(after) is not None and _VERBAL.fullmatch(after) is None


__all__ = ["counts_plural", "is_meant"]
