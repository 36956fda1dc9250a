"""Digits and numeral words that count nothing: names of units, weapons, laws, clocks, telephone numbers."""

from __future__ import annotations

import re
from typing import Final

from muster.text.numbers import Number
from muster.text.numerals import NUMERALS
from muster.text.tokens import Tokens
from muster.text.units import UNITS, adjective_unit
from muster.text.wordlist import words

# Addresses, handles and hashtags hold digits that nobody counted.
LINKS: Final = re.compile(r"(?:https?://|www\.)\S{1,2000}|[@#]\w{1,200}|\w{1,64}@\w{1,64}\.\w{2,}")
_LABELS: Final = words(
    "no № n article articles section paragraph chapter clause page room flight channel highway route",
    "school hospital bus level phase grade top version part decree resolution case protocol federation",
    "статья статьи статье статью статьей статей статті стаття статтю статтею ст пункт пункта пункту",
    "пункте п п.п часть части частью ч частина частини глава главы главе закон закона приказ приказа",
    "указ указа номер номером номера школа школы школе дом дома квартира кв корпус подъезд канал рейс",
    "страница стр лицей больница палата бригада бригады бригаде бригаду бригадой полк полка полку",
    "полком дивизия дивизии дивизию батальон батальона армия армии дивізія дивізії бригаді бригадою",
    "пункті указу наказ наказу наказом фз",
)
_ORDINAL_ENDS: Final = words(
    "st nd rd th й я е го ому му ю ой ая ый ий ої та ша га тя ма ій ого ую ем им ым ти-й ный ная ные х",
    "ых",
)
_CARDINAL_ENDS: Final = words(
    "ти ми х рых мя ю",
)
_ONE_BEFORE: Final = words(
    "no any every each this that the some another many which such only ни жоден ще еще як as",
)
_ONE_AFTER: Final = words(
    "of another such who that which can could should would may might is was has had to in by after at",
    "on too more thing из із з зі и та і раз на за от только лишь лише й же ж",
)
_PEOPLE: Final = words(
    "soldier serviceman civilian person man woman child boy girl officer conscript fighter prisoner",
    "guard policeman contractor volunteer patient nurse doctor medic recruit casualty death case man's",
    "company battalion platoon brigade человек солдат военный военнослужащий боец офицер мирный житель",
    "ребенок женщина мужчина погибший раненый контрактник призывник человека солдата бойца военного",
    "жителя ребенка женщину мужчину погибшего раненого людина боєць військовий військовослужбовець",
    "офіцер дитина жінка чоловік загиблий поранений особа людину бійця військового дитину жінку",
    "чоловіка загиблого пораненого особу",
)


def is_name_or_label(tokens: Tokens, number: Number, floor: int, ceiling: int) -> bool:
    """True where the number at ``number`` is part of a name, a label, a clock or a
    telephone number."""
    words, core, stop = tokens.words, number.core, number.last
    word = words[core]
    before = words[core - 1] if core > floor else ""
    after = words[stop] if stop < ceiling else ""
    if not word[0].isdecimal():
        return _is_hollow_word(words, number, floor, ceiling)
    if number.scale == "share" or number.vague:
        return False
    if core > floor and tokens.joined(core):
        if before[-1:].isalpha() or before in ("_", "/", ":", "№", "#", "+", "@"):
            return True
        if (
            before in ("-", "–", ".")
            and core - 1 > floor
            and tokens.joined(core - 1)
            and words[core - 2][-1:].isalnum()
        ):
            return True
    if (
        before in _LABELS
        or before in ("№", "+", "#")
        or (before == "." and words[core - 2] in ("ст", "п", "ч", "no", "стр", "рис", "д"))
    ):
        return True
    if after and tokens.joined(stop):
        if (
            after in (":", "/")
            and stop + 1 < ceiling
            and tokens.joined(stop + 1)
            and words[stop + 1][0].isdecimal()
        ):
            return True
        if after == "-" and stop + 1 < ceiling and tokens.joined(stop + 1):
            return _is_ordinal_or_calibre(words[stop + 1])
        if (
            after[0].isalpha()
            and word[-1].isdecimal()
            and after not in UNITS
            and after != "s"
            and after not in NUMERALS
        ):
            return True
        if after == "s":
            return True
    plain = word.isdecimal()
    if plain and len(word) > 1 and word[0] == "0":
        return True
    return plain and len(word) >= 7


def _is_ordinal_or_calibre(word: str) -> bool:
    if word in _CARDINAL_ENDS:
        return False
    if word in _ORDINAL_ENDS or word in ("mm", "мм"):
        return True
    if word in ("strong", "year", "month", "week", "day", "hour", "minute", "percent", "км", "km", "метров"):
        return False
    return adjective_unit(word) is None and word not in UNITS and (not word[0].isalpha() or len(word) < 3)


def _is_hollow_word(words: tuple[str, ...], number: Number, floor: int, ceiling: int) -> bool:
    word, core, stop = words[number.core], number.core, number.last
    after = words[stop] if stop < ceiling else ""
    before = words[core - 1] if core > floor else ""
    if word == "семью" and number.low == 7:
        return not after.endswith(("ми", "мя"))
    if (
        number.low == number.high == 1
        and number.scale == "count"
        and stop == core + 1
        and number.first == core
    ):
        if after in UNITS and UNITS[after].kind != "other":
            return before in ("day", "no")
        if before in _ONE_BEFORE or after in _ONE_AFTER:
            return True
        following = words[stop : min(stop + 3, ceiling)]
        return not any(w in _PEOPLE for w in following)
    if word in ("пара", "пару") and number.vague:
        return not after or not after[0].isalpha()
    if number.vague == "many" and word == "many":
        return False
    if word == "some" or (number.vague == "several" and after in ("", ".", ",")):
        return True
    return word in ("сорока", "сто", "ten", "zero", "ноль", "нуля") and not after


__all__ = ["LINKS", "is_name_or_label"]
