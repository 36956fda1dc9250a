"""Words for numbers in English, Russian and Ukrainian, in every case; one table, keyed as in ``tokens``.

The three languages share one table: their spellings clash only where they also mean the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from muster.text.listed import listed


class Numeral(NamedTuple):
    """``kind``: ones, teens, tens, hundreds (value to be added); hundred (EN, multiplies);
    scale (thousand and up); group (dozen, ten, hundred as nouns); mixed (1.5)."""

    kind: str
    value: float


def _forms(kind: str, table: Mapping[int, str] | Mapping[float, str]) -> dict[str, Numeral]:
    return {word: Numeral(kind, float(value)) for value, words in table.items() for word in words.split()}


_ONES = {
    0: "zero ноль ноля нулю нолем нуль нуля нулем",
    1: "one один одна одно одного одной одному одним одном одну одною одне одній однією",
    2: "two два две двух двум двумя двое двоих двоим двоими дві двох двом двома двоє",
    3: "three три трех трем тремя трое троих троим троими трьох трьом трьома троє",
    4: "four четыре четырех четырем четырьмя четверо четверых четверым четверыми"
    " чотири чотирьох чотирьом чотирма чотирьома",
    5: "five пять пяти пятью пятеро пятерых пятерым пятерыми п'ять п'яти п'ятьох п'ятьом п'ятьма"
    " п'ятьома п'ятеро",
    6: "six шесть шести шестью шестеро шестерых шестерым шестерыми шість шістьох шістьом шістьма шістьома",
    7: "seven семь семи семью семеро семерых семерым семерыми сім сімох сімом сімома",
    8: "eight восемь восьми восьмью восемью восьмеро восьмерых восьмерым восьмерыми вісім восьми"
    " вісьмох вісьмом"
    " вісьма вісьмома восьмеро",
    9: "nine девять девяти девятью девятеро девятерых девятерым девятерыми дев'ять дев'яти дев'ятьох"
    " дев'ятьом дев'ятьма"
    " дев'ятьома"
    " дев'ятеро",
}
_TEENS = {
    10: "ten десять десяти десятью десятеро десятерых десятьох десятьом десятьма десятьома",
    11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
    17: "seventeen", 18: "eighteen", 19: "nineteen",
}  # fmt: skip
_TENS = {
    20: "twenty", 30: "thirty", 40: "forty сорок сорока", 50: "fifty", 60: "sixty", 70: "seventy",
    80: "eighty", 90: "ninety девяносто девяноста дев'яносто дев'яноста",
}  # fmt: skip
_HUNDREDS = {
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах двісті двохсот двомстам двомастами двохстах двістам",
    300: "триста трехсот тремстам тремястами трехстах трьохсот трьомстам трьомастами трьохстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах"
    " чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах п'ятсот п'ятисот п'ятьохсот п'ятистам"
    " п'ятьомстам п'ятьмастами"
    " п'ятьомастами п'ятистах п'ятьохстах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах шістсот шістьохсот шістьомстам шістьмастами"
    " шістьомастами шістьохстах",
    700: "семьсот семисот семистам семьюстами семистах сімсот сімохсот сімомстам сьомастами сімомастами"
    " сімохстах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмистах вісімсот вісьмохсот вісьмомстам"
    " вісьмастами"
    " вісьмомастами вісьмохстах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах"
    " дев'ятсот дев'ятисот дев'ятьохсот дев'ятистам дев'ятьомстам дев'ятьмастами дев'ятьомастами"
    " дев'ятистах",
}
_SCALES = {
    1e3: "thousand thousands тысяча тысячи тысяче тысячу тысячей тысячью тысячами тысячам тысячах тысяч тыс"
    " тисяча тисячі тисячу тисячею тисяч тисячам тисячами тисячах тис",
    1e6: "million millions mln mn mil миллион миллиона миллиону миллионом миллионе миллионы миллионов"
    " миллионам"
    " миллионами миллионах млн мільйон мільйона мільйону мільйоном мільйоні мільйони мільйонів мільйонам"
    " мільйонами мільйонах",
    1e9: "billion billions bn bln миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов"
    " миллиардам миллиардами миллиардах млрд мільярд мільярда мільярду мільярдом мільярди мільярдів"
    " мільярдам"
    " мільярдами мільярдах мільярді",
    1e12: "trillion trillions trn tn триллион триллиона триллионов триллионы трлн трильйон трильйона"
    " трильйони трильйонів",
}
_GROUPS = {
    10: "десяток десятка десятку десятком десятке десятки десятков десяткам десятками десятках десятків",
    12: "dozen дюжина дюжины дюжину дюжиной дюжин дюжини",
    50: "полсотни полусотни півсотні",
    100: "сотня сотни сотне сотню сотней сотен сотням сотнями сотнях сотні сотень сотнею",
    500: "полтысячи полутысячи півтисячі",
    5e5: "полмиллиона полумиллиона півмільйона",
    5e8: "полмиллиарда півмільярда",
}
_MIXED = {
    0.5: "пів",
    1.5: "полтора полторы полутора півтора півтори",
    150: "полтораста полутораста",
}
_RU_TEEN_STEMS = {
    11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат",
    16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат", 20: "двадцат", 30: "тридцат",
}  # fmt: skip
_UK_TEEN_STEMS = {
    11: "одинадцят", 12: "дванадцят", 13: "тринадцят", 14: "чотирнадцят", 15: "п'ятнадцят",
    16: "шістнадцят", 17: "сімнадцят", 18: "вісімнадцят", 19: "дев'ятнадцят", 20: "двадцят", 30: "тридцят",
}  # fmt: skip
_RU_TENS = {50: ("пят", "пяти"), 60: ("шест", "шести"), 70: ("сем", "семи"), 80: ("восем", "восьми")}
_UK_TENS = {50: "п'ят", 60: "шіст", 70: "сім", 80: "вісім"}


def _by_rule() -> dict[str, Numeral]:
    table: dict[str, Numeral] = {}
    for stems, endings in (
        (_RU_TEEN_STEMS, ("ь", "и", "ью")),
        (_UK_TEEN_STEMS, ("ь", "и", "ьох", "ьом", "ьма", "ьома", "еро")),
    ):
        for value, stem in stems.items():
            kind = "teens" if value < 20 else "tens"
            table.update({stem + end: Numeral(kind, float(value)) for end in endings})
    for value, (first, oblique) in _RU_TENS.items():
        soft = first + "ь"
        table.update(
            {
                w: Numeral("tens", float(value))
                for w in (soft + "десят", oblique + "десяти", soft + "юдесятью")
            }
        )
        table[soft.removesuffix("ь") + "ьюдесятью"] = Numeral("tens", float(value))
    table["восьмьюдесятью"] = table["восемьюдесятью"] = Numeral("tens", 80.0)
    for value, first in _UK_TENS.items():
        table.update(
            {
                f"{first}десят{end}": Numeral("tens", float(value))
                for end in ("", "и", "ьох", "ьом", "ьма", "ьома")
            }
        )
    return table


NUMERALS: Final[dict[str, Numeral]] = {
    **_by_rule(),
    **_forms("ones", _ONES),
    **_forms("teens", _TEENS),
    **_forms("tens", _TENS),
    **_forms("hundreds", _HUNDREDS),
    "hundred": Numeral("hundred", 100.0),
    **_forms("scale", _SCALES),
    **_forms("group", _GROUPS),
    **_forms("mixed", _MIXED),
}

# Fractions as nouns: these words are a share by themselves.
FRACTIONS: Final[dict[str, float]] = {
    word: value
    for value, words in {
        1 / 2: "half половина половины половине половину половиной половиною половини половині",
        1 / 3: "треть трети третина третини третині третину третиною",
        1 / 4: "четверть четверти четвертью чверть чверті чвертю",
    }.items()
    for word in words.split()
}

# "a third", "two fifths", «одна пятая», «дві третини»: an ordinal that is a fraction only after a number.
DENOMINATORS: Final[dict[str, int]] = {
    word: value
    for value, words in {
        2: "half halves",
        3: "third thirds третья третьих третьей трети третей третям третями третини третин"
        " третинам третинами третина треть",
        4: "quarter quarters fourth fourths четверть четверти четвертей четвертых чверть чверті чвертей"
        " чвертям чвертями четвертих",
        5: "fifth fifths пятая пятых пятой пятую п'ята п'ятих п'ятої п'яту",
        6: "sixth sixths шестая шестых шестой шоста шостих",
        7: "seventh sevenths седьмая седьмых сьома сьомих",
        8: "eighth eighths восьмая восьмых восьма восьмих",
        9: "ninth ninths девятая девятых дев'ята дев'ятих",
        10: "tenth tenths десятая десятых десятой десятую десята десятих",
        20: "twentieth twentieths двадцатая двадцатых",
    }.items()
    for word in words.split()
}

# «каждый пятый», "every fifth", «кожен п'ятий»: one in so many.
EVERY: Final[frozenset[str]] = listed(
    "every каждый каждого каждому каждым каждая каждой каждую каждое кожен кожний кожного кожному кожна",
    "кожної кожну кожне",
)
_ORDINAL_STEMS = {
    2: "втор друг", 3: "трет", 4: "четверт", 5: "пят п'ят", 6: "шест шост", 7: "седьм сьом",
    8: "восьм", 9: "девят дев'ят", 10: "десят", 12: "двенадцат дванадцят", 15: "пятнадцат п'ятнадцят",
    20: "двадцат двадцят", 30: "тридцат тридцят", 50: "пятидесят п'ятдесят", 100: "сот",
}  # fmt: skip
_ENDINGS = listed(
    "ый ой ий ого его ому ему ым им ом ем ая ую ое ье ья ьего ьему ьим ьем ью ьей ій ього ьому ої у а я",
    "ю ою є е",
)
_EN_ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
ORDINALS: Final[dict[str, int]] = {
    **{
        stem + ending: value
        for value, stems in _ORDINAL_STEMS.items()
        for stem in stems.split()
        for ending in _ENDINGS
    },
    **{
        word: number
        for number, word in enumerate(
            [
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
            ],
            start=2,
        )
    },
    "other": 2,  # every other man
    "twentieth": 20,
    "hundredth": 100,
}

# 1 to 9, as they end a compound ordinal.
SMALL_ORDINALS: Final[frozenset[str]] = frozenset(
    {word for word, value in ORDINALS.items() if 2 <= value <= 9 and word != "other"}
    | {"first"}
    | {stem + ending for stem in ("перв", "перш") for ending in _ENDINGS}
)

# How often: «вдвое», "twice", «утричі». A ratio only beside a comparison.
TIMES_OVER: Final[dict[str, float]] = {
    word: value
    for value, words in {
        2: "twice double twofold вдвое вдвічі удвічі удвое",
        3: "thrice triple threefold втрое втричі утричі",
        4: "fourfold quadruple вчетверо вчетверо учетверо",
        5: "fivefold впятеро вп'ятеро уп'ятеро",
        10: "tenfold вдесятеро удесятеро",
    }.items()
    for word in words.split()
}

# One character each.
VULGAR: Final[dict[str, float]] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

__all__ = [
    "DENOMINATORS",
    "EVERY",
    "FRACTIONS",
    "NUMERALS",
    "Numeral",
    "ORDINALS",
    "SMALL_ORDINALS",
    "TIMES_OVER",
    "VULGAR",
]
