"""A Russian or Ukrainian name in any case in, its nominative out; by rule, without a dictionary.

Given names are known from a list and declined here, so that every form leads back to its nominative
and its gender. A surname follows the given name beside it: if that stands in the nominative, so
does the surname; if not, the ending is led back by the table of the gender.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from muster.text.cues import given_names

_HUSHING = "гкхжшщч"


class Given(NamedTuple):
    """A given name found in some case. ``oblique``: the form cannot be the nominative."""

    base: str
    gender: str
    oblique: bool


def _forms_ru(name: str, gender: str) -> list[str]:
    stem = {"Павел": "Павл", "Лев": "Льв", "Пётр": "Петр"}.get(name)
    if stem or (gender == "m" and name[-1] not in "аяйьоэ"):
        stem = stem or name
        return [stem + e for e in ("а", "у", "ом", "е")]
    last, stem = name[-1], name[:-1]
    if last == "й":
        return [stem + e for e in ("я", "ю", "ем", "и" if stem.endswith("и") else "е")]
    if last == "ь":
        return [stem + e for e in (("я", "ю", "ем", "е") if gender == "m" else ("и", "ью"))]
    if last == "а":
        return [stem + e for e in ("и" if stem[-1] in _HUSHING else "ы", "е", "у", "ой", "ою")]
    if last == "я":
        return [stem + e for e in ("и", "и" if stem.endswith("и") else "е", "ю", "ей", "ёй")]
    return []


def _forms_uk(name: str, gender: str) -> list[str]:
    last, stem = name[-1], name[:-1]
    if gender == "m" and last == "о":
        return [stem + e for e in ("а", "у", "ові", "ом", "і")]
    if gender == "m" and last == "й":
        i = stem[-1] in "ії" or stem.endswith("рг")
        return [stem + e for e in ("я", "ю", "єві", "єм", "ї" if i else "ю")]
    if gender == "m" and (last == "ь" or name == "Ігор" or name == "Лазар"):
        stem = stem if last == "ь" else name
        return [stem + e for e in ("я", "ю", "еві", "ем", "і")]
    if gender == "m" and last not in "ая":
        stem = {"Лев": "Лев", "Павел": "Павл", "Антін": "Антон"}.get(name, name)
        return [stem + e for e in ("а", "у", "ові", "ом", "і", "еві", "ем")]
    if last == "а":
        soft = {"г": "з", "к": "ц", "х": "с"}.get(stem[-1], stem[-1])
        return [stem + "и", stem + "у", stem + "ою", stem + "і", stem[:-1] + soft + "і"]
    if last == "я":
        return [stem + e for e in ("ї", "ю", "єю", "і", "ею")]
    return [name + e for e in ("і", "'ю")] if name == "Любов" else []


@lru_cache(maxsize=4)
def _given(language: str) -> dict[str, Given]:
    decline = _forms_ru if language == "ru" else _forms_uk
    table: dict[str, Given] = {}
    cyrillic = [(n, g) for n, g in given_names().items() if n[0] > "\u0400"]
    for name, gender in cyrillic:
        table[name] = Given(name, gender, False)
    for name, gender in cyrillic:
        foreign = re.search("[іїєґ']" if language == "ru" else "[ыэёъ]", name)
        for form in () if foreign else decline(name, gender):
            table.setdefault(form, Given(name, gender, True))
    return table


def given_name(word: str, language: str) -> Given | None:
    """The given name this word is a form of, or None. ``Ивана`` → Given("Иван", "m", True)."""
    if language == "en":
        gender = given_names().get(word)
        return Given(word, gender, False) if gender else None
    return _given(language).get(word.replace("’", "'").replace("ʼ", "'"))


# (ending, gender, replacement), longest first; "" keeps the word.
_RU_SURNAMES: list[tuple[str, str, str]] = [
    ("ского", "m", "ский"), ("скому", "m", "ский"), ("ским", "m", "ский"), ("ском", "m", "ский"),
    ("цкого", "m", "цкий"), ("цкому", "m", "цкий"), ("цким", "m", "цкий"), ("цком", "m", "цкий"),
    ("ской", "f", "ская"), ("скую", "f", "ская"), ("цкой", "f", "цкая"), ("цкую", "f", "цкая"),
    ("овым", "m", "ов"), ("евым", "m", "ев"), ("ёвым", "m", "ёв"), ("иным", "m", "ин"), ("ыным", "m", "ын"),
    ("овой", "f", "ова"), ("евой", "f", "ева"), ("ёвой", "f", "ёва"), ("иной", "f", "ина"), ("ыной", "f", "ына"),
    ("ова", "m", "ов"), ("ева", "m", "ев"), ("ёва", "m", "ёв"), ("ина", "m", "ин"), ("ына", "m", "ын"),
    ("ову", "m", "ов"), ("еву", "m", "ев"), ("ёву", "m", "ёв"), ("ину", "m", "ин"), ("ыну", "m", "ын"),
    ("ову", "f", "ова"), ("еву", "f", "ева"), ("ёву", "f", "ёва"), ("ину", "f", "ина"), ("ыну", "f", "ына"),
    ("ове", "m", "ов"), ("еве", "m", "ев"), ("ине", "m", "ин"), ("ёве", "m", "ёв"),
    ("ого", "m", "ый"), ("ому", "m", "ый"), ("его", "m", "ий"), ("ему", "m", "ий"),
    ("ой", "f", "ая"), ("ую", "f", "ая"), ("ей", "f", "я"),
    ("ича", "m", "ич"), ("ичу", "m", "ич"), ("ичем", "m", "ич"), ("иче", "m", "ич"),
    ("овны", "f", "овна"), ("овне", "f", "овна"), ("овну", "f", "овна"), ("овной", "f", "овна"),
    ("евны", "f", "евна"), ("евне", "f", "евна"), ("евну", "f", "евна"), ("евной", "f", "евна"),
    ("ичны", "f", "ична"), ("ичне", "f", "ична"), ("ичну", "f", "ична"), ("ичной", "f", "ична"),
    ("енко", "m", "енко"), ("енко", "f", "енко"), ("ко", "m", "ко"), ("ых", "m", "ых"), ("их", "m", "их"),
    ("ца", "m", "ец"), ("цу", "m", "ец"), ("цом", "m", "ец"),
    ("я", "m", "ь"), ("ю", "m", "ь"), ("ем", "m", "ь"),
    ("ом", "m", ""), ("а", "m", ""), ("у", "m", ""), ("е", "m", ""), ("ы", "f", "а"), ("и", "f", "а"),
]  # fmt: skip
_UK_SURNAMES: list[tuple[str, str, str]] = [
    ("ського", "m", "ський"), ("ському", "m", "ський"), ("ським", "m", "ський"),
    ("цького", "m", "цький"), ("цькому", "m", "цький"), ("цьким", "m", "цький"),
    ("ської", "f", "ська"), ("ській", "f", "ська"), ("ську", "f", "ська"), ("ською", "f", "ська"),
    ("цької", "f", "цька"), ("цькій", "f", "цька"), ("цьку", "f", "цька"), ("цькою", "f", "цька"),
    ("енкові", "m", "енко"), ("енком", "m", "енко"), ("енка", "m", "енко"), ("енку", "m", "енко"),
    ("ової", "f", "ова"), ("овій", "f", "ова"), ("овою", "f", "ова"), ("євої", "f", "єва"), ("євій", "f", "єва"),
    ("еву", "f", "ева"), ("ову", "f", "ова"), ("євою", "f", "єва"), ("їної", "f", "їна"), ("іної", "f", "іна"),
    ("ової", "f", "ова"), ("іній", "f", "іна"), ("ину", "f", "ина"), ("иної", "f", "ина"),
    ("овим", "m", "ов"), ("євим", "m", "єв"), ("іним", "m", "ін"), ("їним", "m", "їн"),
    ("ого", "m", "ий"), ("ому", "m", "ий"), ("им", "m", "ий"), ("ої", "f", "а"), ("ій", "f", "а"),
    ("ович", "m", "ович"), ("овича", "m", "ович"), ("овичу", "m", "ович"), ("овичем", "m", "ович"),
    ("івни", "f", "івна"), ("івні", "f", "івна"), ("івну", "f", "івна"), ("івною", "f", "івна"),
    ("ка", "m", "к"), ("ку", "m", "к"), ("кові", "m", "к"), ("ком", "m", "к"),
    ("ця", "m", "ець"), ("цю", "m", "ець"), ("цем", "m", "ець"), ("цеві", "m", "ець"),
    ("ря", "m", "р"), ("рю", "m", "р"), ("рем", "m", "р"), ("еві", "m", ""), ("єві", "m", "й"), ("ові", "m", ""), ("ом", "m", ""), ("ем", "m", ""), ("єм", "m", "й"),
    ("я", "m", "ь"), ("ю", "m", "ь"), ("а", "m", ""), ("у", "m", ""), ("і", "m", ""),
    ("и", "f", "а"), ("ою", "f", "а"), ("ї", "f", "я"), ("ею", "f", "я"),
]  # fmt: skip
_TABLES = {"ru": sorted(_RU_SURNAMES, key=lambda r: -len(r[0])), "uk": sorted(_UK_SURNAMES, key=lambda r: -len(r[0]))}


@lru_cache(maxsize=1 << 16)
def surname_base(word: str, gender: str, language: str) -> str:
    """The nominative of a surname or patronymic that stands in an oblique case."""
    if language not in _TABLES or len(word) < 4:
        return word
    if gender == "f" and word[-1] not in "аяоейуюыиіїю":
        return word
    for ending, of, base in _TABLES[language]:
        if of == gender and word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)] + base
    return word


__all__ = ["Given", "given_name", "surname_base"]
