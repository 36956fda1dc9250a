"""A word of a wound, an illness or a part of the body in, the whole phrase around it out.

"Three broken fingers on the right hand", «травматическая ампутация левой кисти»: how many, which side, how and where
tell of one man what the noun alone tells of many.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muster.text.identifiers.page import Word, Words
from muster.text.identifiers.said import NUMBER, ORDINAL
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.spans import Span

_NEAR, _MOST_BEFORE, _MOST_BEHIND = 6, 4, 9
_LOST: Final = (
    "burst", "bleed", "amput", "numb", "bent", "stiff", "wired", "lost", "lose", "losing", "took", "cut", "hit", "shot", "without", "missing", "remov", "sever", "torn", "crush", "grazed", "tattoo",
    "отруб", "отрез", "отпил", "сломал", "поломал", "сломан", "разорва", "порвал", "обмороз", "отмороз", "обмораж", "ослеп", "оглох", "вскрыл", "порезал", "свело", "отнял", "парализ", "хрома", "волоч",
    "потерял", "лишил", "оторв", "вырв", "выбит", "задел", "зацепил", "прострел", "пробит", "перебит", "удал", "раздроб",
    "відруб", "відріз", "зламав", "зламал", "поламав", "порва", "обмороз", "осліп", "оглух", "порізав", "порізал", "відня", "параліз", "кульга", "накульгу", "тягне",
    "втрати", "позбави", "відірв", "вирва", "вибит", "зачепи", "простріл", "перебит", "видал", "роздроб", "посік",
)  # fmt: skip
_NONE: Final = listed("no without нет без нема немає тату")
_JOINS: Final = listed(
    "of on in at to over across both his her the a an with and from above below under after through behind",
    "на в у во до от з із с со под над за и и після после від від обоих обеих обох двух двох всего ниже выше",
    "під над та й і через по при возле біля около коло всю усю весь пол пів ниже нижче выше вище собі себе along down behind near percent процентов процента відсотків відсотки",
)
_ENDS: Final = (
    "side",
    "joint",
    "bone",
    "muscle",
    "nerve",
    "arter",
    "level",
    "сторон",
    "сторін",
    "сустав",
    "кост",
    "нерв",
    "мышц",
    "артер",
    "суглоб",
    "кістк",
    "м'яз",
)
_WHICH: Final = listed("front upper lower little index middle ring big inner outer left right both one")
_SICK: Final = listed("sore bad broken больн хвор сломан зламан слаб крив суха сухая")
_ADJECTIVE: Final = re.compile(
    r"[а-яёіїєґ'’-]{3,30}(?:ый|ий|ой|ей|ая|яя|ое|ее|ые|ие|ого|его|ых|их|ую|ым|им|ыми|ими|ім|ій|ої|ою|і|а|е|є|у)"
)
_GRADE: Final = re.compile(
    r",?[ \u00a0](?:[IVX]{1,4}|(?:перв|втор|трет|перш|друг)[а-яії]{2,4}|\d{1,3}(?:[.,]\d)?(?:st|nd|rd|th|-[а-яії]{1,2})?|minus\s\d|plus\s\d|минус\s\d|мінус\s\d|type\s\d|[A-CА-В](?!\w))"
    r"(?:[.,]\d{1,2})?(?:\s?(?:%|per\scent|degree|stage|процент\w{0,3}|відсотк\w{0,3}|тип[ау]?|степен\w|ступен\w|стади\w|стадії|ст\.|carrier))?(?!\w)",
    re.I,
)
_PREGNANT: Final = re.compile(
    rf"(?:(?:in|on)\sher\s)?{ORDINAL}\smonth(?:\sof\spregnancy)?(?!\w)|"
    rf"(?:на\s)?{ORDINAL}\s(?:месяц[еу]?|місяц[іяь]ю?)(?:\s(?:беременности|вагітності))?(?!\w)",
    re.I,
)
_COUNT: Final = re.compile(rf"(?:{NUMBER}|\d{{1,2}}|half|both)", re.I)


def wounded(page: Words, i: int) -> bool:
    """Whether a part of the body at word ``i`` is told of as hurt: a wound or a loss near it, or one of two sides."""
    words = page.words
    if page.beside(i - 1) and _tells_which(words[i - 1]):
        return True
    around = words[max(0, i - _NEAR) : i + _NEAR - 1]
    return any("wound" in w.classes or w.low.startswith(_LOST) or w.low in _NONE for w in around)


def wound_phrase(page: Words, i: int) -> Span:
    """The phrase around word ``i``, within its clause."""
    words = page.words
    first = i
    while (
        i - first < _MOST_BEFORE
        and page.beside(first - 1)
        and _belongs_before(words[first - 1], words[first])
    ):
        first -= 1
    joined = page.beside(first - 1) and words[first - 1].low in _JOINS and page.beside(first - 2)
    for back in (1, 2) if joined else (1,):
        if page.beside(first - back) and words[first - back].low.startswith(_LOST):
            first -= back
            break
    last, stop = i, words[i].stop
    while last - i < _MOST_BEHIND:
        if grade := _GRADE.match(page.body, stop):
            stop = grade.end()
            last = max(last, page.at(stop) - 1)
            continue
        step = _behind(page, last)
        if step == last:
            break
        last, stop = step, words[step].stop
    return Span(words[first].start, stop)


def pregnancies(body: str) -> list[Span]:
    """ "Seventh month", «на седьмом месяце»."""
    return [Span(*m.span()) for m in _PREGNANT.finditer(body)]


def _tells_which(word: Word) -> bool:
    return "modifier" in word.classes or word.low.startswith(tuple(_SICK)) or word.low in _WHICH


def _belongs_before(word: Word, behind: Word) -> bool:
    kinds = word.classes
    if word.low in _WHICH and "body" in behind.classes:
        return True
    if kinds & {"wound", "body", "modifier"} or _COUNT.fullmatch(word.low) or word.low in _NONE:
        return True
    if word.capital or "plain" in kinds or kinds & {"kin", "rank", "job", "called"}:
        return False
    if word.low.isascii():
        return "wound" in behind.classes and not word.opens and not word.low.endswith(("ed", "ly", "s"))
    return _ADJECTIVE.fullmatch(word.low) is not None and (
        word.low.endswith(behind.low[-1:]) or _agrees(word.low)
    )


@lru_cache(maxsize=1 << 14)
def _agrees(low: str) -> bool:
    """Whether a word in small letters is an adjective of a dictionary, or ends as only adjectives do."""
    return low.endswith(("ный", "ная", "ное", "ные", "ной", "ного", "ным", "ных", "ную", "ний", "ній", "ної", "ним", "них",
                         "ське", "ная", "нее", "ее")) or any(r.tag.POS in ("ADJF", "PRTF") for r in readings(low, "ru")[:1])  # fmt: skip


def _behind(page: Words, last: int) -> int:
    """The next word of the phrase, over up to two joining words; ``last`` where it ends."""
    words = page.words
    for far in (1, 2, 3, 4, 5):
        j = last + far
        if j >= len(words) or page.gap(j - 1) not in (" ", "\u00a0", "-"):
            return last
        if words[j].classes & {"body", "wound"} or (far > 1 and words[j].low.startswith(_ENDS)):
            return j
        joins = (
            words[j].low in _JOINS
            or words[j].low in _WHICH
            or "modifier" in words[j].classes
            or _COUNT.fullmatch(words[j].low)
        )
        if not joins and not (not words[j].low.isascii() and _ADJECTIVE.fullmatch(words[j].low)):
            return last
    return last


__all__ = ["pregnancies", "wound_phrase", "wounded"]
