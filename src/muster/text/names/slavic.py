"""A Russian or Ukrainian name in any case in, its nominative out; by rule, without a dictionary.

Given names are known from a list and declined here, so that every form leads back to its nominative
and its gender. A surname follows the given name beside it: if that stands in the nominative, so
does the surname; if not, the ending is led back by the table of the gender.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from muster.text.sources.cues import further_names, given_names

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
    known = {**further_names(), **given_names()}
    cyrillic = [(n, g) for n, g in known.items() if n[0] > "\u0400"]
    for name, gender in cyrillic:
        table[name] = Given(name, gender, False)
    # The Ukrainian names are listed last: in a Ukrainian text «Павла» is of Павло, not of Павел.
    for name, gender in cyrillic if language == "ru" else reversed(cyrillic):
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


@lru_cache(maxsize=1)
def _hers() -> dict[str, Given]:
    """Russian forms of a man's name that are a woman's too: «Александре», «Юлии» → hers."""
    table: dict[str, Given] = {}
    for name, gender in {**further_names(), **given_names()}.items():
        if gender == "f" and name[0] > "\u0400" and not re.search("[іїєґ']", name):
            for form in _forms_ru(name, gender):
                table.setdefault(form, Given(name, gender, True))
    return table


def given_beside(word: str, surname: str, language: str) -> Given | None:
    """The given name of which ``word`` is a form; where a man's and a woman's look alike the one that goes
    with the ``surname``: «Юлии Рощиной», «Ренате Ходак» are women, «Александру Громову» is a man."""
    found = given_name(word, language)
    if language != "ru" or found is None or not found.oblique:
        return found
    hers = _hers().get(word)
    if hers is None:
        return found
    low = surname.lower()
    if word.endswith(("е", "и")):
        his = low.endswith(("е", "ом", "ём", "ем")) and not low.endswith(("ое", "ее"))
    else:
        his = not low.endswith(("ую", "юю"))
    return found if his and found.gender == "m" else hers


# "ского→ский": the ending of an oblique case and of the nominative, by gender.
_RU_SURNAMES = {
    "m": """ского→ский скому→ский ским→ский ском→ский цкого→цкий цкому→цкий цким→цкий цком→цкий
        овым→ов евым→ев ёвым→ёв иным→ин ыным→ын ова→ов ева→ев ёва→ёв ина→ин ына→ын ову→ов еву→ев
        ёву→ёв ину→ин ыну→ын ове→ов еве→ев ине→ин ёве→ёв ого→ый ому→ый его→ий ему→ий ича→ич
        ичу→ич ичем→ич иче→ич енко→енко ко→ко ых→ых их→их ца→ец цу→ец цом→ец я→ь ю→ь ем→ь ом→ а→
        у→ е→ ия→ия ии→ия ию→ия ией→ия ием→ий ея→ей ею→ей
        еем→ей ья→ей ью→ей ьем→ей ьём→ей""",
    "f": """ской→ская скую→ская цкой→цкая цкую→цкая овой→ова евой→ева ёвой→ёва иной→ина ыной→ына
        ову→ова еву→ева ёву→ёва ину→ина ыну→ына ой→ая ую→ая ей→я овны→овна овне→овна овну→овна
        овной→овна евны→евна евне→евна евну→евна евной→евна ичны→ична ичне→ична ичну→ична
        ичной→ична енко→енко ии→ия ией→ия ы→а и→а у→а ю→я""",
}
_UK_SURNAMES = {
    "m": """ського→ський ському→ський ським→ський цького→цький цькому→цький цьким→цький енкові→енко
        енком→енко енка→енко енку→енко овим→ов євим→єв іним→ін їним→їн ого→ий ому→ий им→ий
        ович→ович овича→ович овичу→ович овичем→ович ка→к ку→к кові→к ком→к ця→ець цю→ець цем→ець
        цеві→ець ря→р рю→р рем→р еві→ єві→й ові→ ом→ ем→ єм→й ою→а ею→я єю→я и→а
        я→ь ю→ь а→ у→ і→ ія→ія ії→ія ію→ія ією→ія""",
    "f": """ської→ська ській→ська ську→ська ською→ська цької→цька цькій→цька цьку→цька цькою→цька
        ової→ова овій→ова овою→ова євої→єва євій→єва еву→ева ову→ова євою→єва їної→їна іної→іна іну→іна
        їну→їна
        іній→іна ину→ина иної→ина ої→а ій→а івни→івна івні→івна івну→івна івною→івна и→а ою→а
        ї→я ею→я у→а ю→я ією→ія""",
}


def _rows(table: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Gender → (ending, ending of the nominative), longest first."""
    rows = {g: [tuple(row.split("→")) for row in block.split()] for g, block in table.items()}
    return {g: sorted(((r[0], r[1]) for r in found), key=lambda r: -len(r[0])) for g, found in rows.items()}


# «Бойка», «Сірком»: behind a consonant a Ukrainian surname in -к- is one in -ко, behind a vowel one in -к
# («Новака», «Пінчука»).
_UK_SURNAMES["m"] += "".join(
    f" {c}к{end}→{c}ко" for c in "бвгджзйлмнпрстфхцчшщь" for end in ("а", "у", "ові", "ом")
)
# One syllable in -к has no -о to lose: «Вовка» is of Вовк.
_UK_SURNAMES["m"] += "".join(
    f" {name}к{end}→{name}к" for name in ("Вов", "Шов", "Тур", "Фаль") for end in ("а", "у", "ові", "ом")
)
_TABLES = {"ru": _rows(_RU_SURNAMES), "uk": _rows(_UK_SURNAMES)}


@lru_cache(maxsize=1 << 16)
def surname_base(word: str, gender: str, language: str) -> str:
    """The nominative of a surname or patronymic that stands in an oblique case."""
    if language not in _TABLES or len(word) < 4:
        return word
    if gender == "f" and word[-1] not in "аяоейуюыиіїю":
        return word
    for ending, base in _TABLES[language].get(gender, []):
        if word.endswith(ending) and (len(word) - len(ending) >= 2 or ending[0].isupper()):
            return word[: -len(ending)] + base
    return word


__all__ = ["Given", "given_beside", "given_name", "surname_base"]
