"""Which one of a row: "a second day", «пятый обмен», «перше читання»; of kind ordinal, so never a count."""

from __future__ import annotations

from typing import Final

from muster.text.listed import listed
from muster.text.numbers.counted import is_noun_like
from muster.text.numbers.numerals import EVERY, NUMERALS, ORDINALS
from muster.text.numbers.units import UNITS, Unit
from muster.text.tokens import Tokens

ORDINAL: Final = Unit("ordinal", "ordinal")
_FORMS: Final = listed(
    "ый ого ому ым ом ая ой ую ое ий им а у е ою ої ій",
)
_FIRST: Final = {"first": 1, **{stem + end: 1 for stem in ("перв", "перш") for end in _FORMS}}
# "other" is every second one; «друг-» is a friend in Russian.
NUMBERED: Final[dict[str, int]] = {**ORDINALS, **_FIRST}
_NOT_NUMBERED: Final = listed("other hundredth")
_FRIEND: Final = "друг"
# Names and idioms: the Second Brigade, third parties, first aid, «в первую очередь», «на первый взгляд».
_NAMED: Final = (
    "brigade", "battalion", "company", "platoon", "division", "regiment", "corps", "army", "fleet", "squad",
    "part", "person", "place", "aid", "lady", "hand", "class", "degree", "thing", "world", "half", "quarter",
    "minister", "deputy", "secretary", "rank", "rate", "name", "thought", "glance", "sight", "of",
    "бригад", "батал", "рот", "взвод", "дивиз", "дивіз", "полк", "корпус", "арми", "армі", "флот",
    "отряд", "загін", "загон", "отделени", "відділен", "особ", "лиц", "сторон", "очеред", "черг", "взгляд",
    "погляд", "дел", "мест", "місц", "помощ", "допомог", "миров", "світов", "числ", "половин", "квартал",
    "лед", "заместител", "заступник", "вице", "секретар", "час", "рук", "дим", "эшелон", "сорт", "член",
    "канал", "план", "част", "autumn", "winter", "spring", "summer", "century", "осен", "осін",
    "зим", "весн", "лет", "літ",
    "собеседник", "співрозмовник", "половин", "подъем", "підйом", "линии", "лінії",
)  # fmt: skip
_OWN: Final = listed("свого його мого її їх нашого твого свою його my his her their our your its")
_COUNTED_LENGTHS: Final = listed("day week month year")


def ordinal_at(tokens: Tokens, floor: int, at: int, ceiling: int, language: str) -> float | None:
    """Which one token ``at`` says, where what it numbers follows; None for names, dates and parts."""
    of = tokens.words
    word = of[at]
    if word in _NOT_NUMBERED or at + 1 >= ceiling or (word.startswith(_FRIEND) and language != "uk"):
        return None
    after = of[at + 1]
    if not is_noun_like(after) or after in NUMERALS or after in NUMBERED or after.startswith(_NAMED):
        return None
    if word[-1] in "іе" and word[:4] in ("перш", "перв"):
        return None  # plural
    unit = UNITS.get(after)
    if unit is not None and unit.name not in _COUNTED_LENGTHS:
        return None
    before = of[at - 1] if at > floor else ""
    if before in NUMERALS or before in EVERY or before in _OWN or before == "-" or before.isdecimal():
        return None
    if word.isascii() and (tokens.folded[tokens.stops[at]] != " " or after.endswith(("ed", "ly"))):
        return None
    return float(NUMBERED[word])


__all__ = ["NUMBERED", "ORDINAL", "ordinal_at"]
