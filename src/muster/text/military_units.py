"""Strings in, military units out: by number, arms and kind, by a name in marks, by field post number.

``name`` is English and the same for all spellings of one unit: «64-я отдельная мотострелковая бригада»,
64 омсбр, 64-та ОМСБр and "64th Separate Motor Rifle Brigade" give "64th Motor Rifle Brigade". "Separate" and
"Guards" are left out of it, since texts leave them out. Written from general knowledge of the terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from muster.text.anycase import AnyCase
from muster.text.listed import listed


class Unit(NamedTuple):
    """Characters ``[start, stop)`` that name a military unit; ``name`` in one spelling."""

    start: int
    stop: int
    name: str


# Stems of what a unit is and of its arms; the first that fits a word gives the English.
_KINDS: Final = (
    ("бригад", "Brigade"), ("полк", "Regiment"), ("дивизион", "Artillery Battalion"),
    ("дивізіон", "Artillery Battalion"), ("дивиз", "Division"), ("дивіз", "Division"),
    ("батальон", "Battalion"),
    ("батальйон", "Battalion"), ("арми", "Army"), ("армі", "Army"), ("корпус", "Corps"), ("рот", "Company"),
    ("взвод", "Platoon"), ("групп", "Group"), ("груп", "Group"), ("отряд", "Detachment"),
    ("загон", "Detachment"),
    ("загін", "Detachment"),
)  # fmt: skip
_ARMS: Final = (
    ("мотострел", "Motor Rifle"), ("мотострілец", "Motor Rifle"), ("мотопех", "Motorised Infantry"),
    ("мотопіх", "Motorised Infantry"), ("горно-штурм", "Mountain Assault"),
    ("гірсько-штурм", "Mountain Assault"), ("танк", "Tank"), ("десантно-штурм", "Air Assault"),
    ("воздушно-десант", "Airborne"), ("повітряно-десант", "Airborne"), ("повітрянодесант", "Airborne"),
    ("парашют", "Airborne"),
    ("десант", "Airborne"), ("штурм", "Assault"), ("артил", "Artillery"), ("механ", "Mechanised"),
    ("разведыват", "Reconnaissance"), ("розвідув", "Reconnaissance"), ("инженер", "Engineer"),
    ("інженер", "Engineer"), ("общевойск", "Combined Arms"), ("загальновійськ", "Combined Arms"),
    ("ракет", "Missile"), ("зенит", "Anti-Aircraft"), ("зеніт", "Anti-Aircraft"), ("горн", "Mountain"),
    ("гірськ", "Mountain"), ("территориал", "Territorial Defence"), ("територіал", "Territorial Defence"),
    ("стрелк", "Rifle"), ("стрілец", "Rifle"), ("егер", "Jaeger"), ("єгер", "Jaeger"), ("морск", "Marine"),
    ("морс", "Marine"), ("специал", "Special Purpose"), ("спеціал", "Special Purpose"),
    ("спецназ", "Special Purpose"), ("армейск", "Army"), ("армійськ", "Army"), ("пехотн", "Infantry"),
    ("піхотн", "Infantry"), ("пехот", ""), ("піхот", ""),
    ("назначен", ""), ("призначен", ""), ("обороны", ""), ("оборони", ""), ("отдельн", ""), ("окрем", ""),
    ("гвард", ""), ("гв", ""), ("тро", "Territorial Defence"), ("вдв", "Airborne"),
)  # fmt: skip
# Abbreviations without о (отдельная) and гв.
_SHORT: Final = {
    "мсбр": "Motor Rifle Brigade", "мсп": "Motor Rifle Regiment", "мсд": "Motor Rifle Division",
    "мсб": "Motor Rifle Battalion", "мср": "Motor Rifle Company", "тбр": "Tank Brigade",
    "тп": "Tank Regiment",
    "тд": "Tank Division", "тб": "Tank Battalion", "брмп": "Marine Brigade", "пмп": "Marine Regiment",
    "бмп": "Marine Battalion", "брспн": "Special Purpose Brigade", "дшп": "Air Assault Regiment",
    "дшбр": "Air Assault Brigade", "дшд": "Air Assault Division", "дшб": "Air Assault Battalion",
    "пдп": "Airborne Regiment", "пдбр": "Airborne Brigade", "вдд": "Airborne Division",
    "дшдгв": "Air Assault Division", "мбр": "Mechanised Brigade", "мехбр": "Mechanised Brigade",
    "шбр": "Assault Brigade", "шп": "Assault Regiment", "шб": "Assault Battalion",
    "мпбр": "Motorised Infantry Brigade",
    "мпб": "Motorised Infantry Battalion", "гшбр": "Mountain Assault Brigade", "абр": "Artillery Brigade",
    "ап": "Artillery Regiment", "рбр": "Missile Brigade", "зрбр": "Anti-Aircraft Missile Brigade",
    "зрп": "Anti-Aircraft Missile Regiment", "рб": "Reconnaissance Battalion", "ебр": "Jaeger Brigade",
    "єбр": "Jaeger Brigade", "бртро": "Territorial Defence Brigade", "бтро": "Territorial Defence Battalion",
    "брон": "Operational Brigade", "оа": "Combined Arms Army", "та": "Tank Army", "ак": "Army Corps",
    "бр": "Brigade", "пбр": "Infantry Brigade", "птабр": "Anti-Tank Artillery Brigade",
}  # fmt: skip
_KIND_EN: Final = r"Brigade|Regiment|Division|Battalion|Army|Corps|Company|Group|Battery|Squadron|Platoon"
_ARM_EN: Final = (
    r"Separate|Independent|Guards|Motor(?:i[sz]ed)?|Rifle|Infantry|Tank|Airborne|Air|Assault|Naval|Marine"
    r"|Mechani[sz]ed|Artillery|Special|Forces|Purpose|Operations|Combined|Arms|Rocket|Missile"
    r"|Engineer|Spetsnaz"
    r"|Reconnaissance|Territorial|Defen[cs]e|Mountain|Army|Tactical|Mobile|Jaeger|Ranger"
    r"|Anti-Aircraft|National"
)
_WORDS_EN: Final = {
    "separate": "", "independent": "", "guards": "", "motorized": "Motorised", "mechanized": "Mechanised",
    "defense": "Defence", "naval": "Marine", "spetsnaz": "Special Purpose",
}  # fmt: skip
# A pattern that begins with a class of characters is looked for several times faster than one that begins
# with an edge or a look back: those stand behind the first character here.
_NUMBER: Final = r"\d(?<!\w\d)\d{0,3}(?:[ \u00a0]?[-–][ \u00a0]?[а-яіїє]{1,3})?"
_KIND: Final = (
    r"(?:бригад|полк|див[иі]з[иі]|батальй?он|арм[иі]|корпус|рот|взвод)(?:а|у|ом|е|і|и|ы|ой|ою|ою|ів"
    r"|ов|я|ю|ї|єю|ией"
    r"|ии|ей|й|он|ону|оном|оне|оні|она)?"
)
_ARM: Final = (
    r"(?:(?:отдельн|окрем|гвардейск|гвардійськ|мотострелков|мотострілецьк|мотопехотн|мотопіхотн|танков"
    r"|(?:воздушно-|повітряно-?)?десантн|десантно-штурмов|штурмов|артиллерийск|артилерійськ|парашютно-десантн"
    r"|механизированн|механізован|морск|морськ|специальн|спеціальн|разведывательн|розвідувальн|инженерн"
    r"|інженерн|общевойсков|загальновійськов|ракетн|зенитн|зенітн|горн|гірськ|горно-штурмов|гірсько-штурмов"
    r"|территориальн|територіальн|пехотн|піхотн|парашютн|стрелков|стрілецьк|егерск|єгерськ|армейск|армійськ|краснознамённ"
    r"|краснознаменн)[\w-]{1,12}|гв\.)"
)
_TAIL: Final = (
    r"(?:\s(?:морской пехоты|морської піхоти|ТрО|спецназа|спецназу|ВДВ|территориальной обороны"
    r"|територіальної оборони|специального назначения|спеціального призначення|оперативного призначення))?"
)
_ABBREVIATION: Final = "|".join(sorted(_SHORT, key=lambda s: (-len(s), s)))
# Behind an ordinal any adjective may say which: «9-та озерна бригада».
_WHICH: Final = r"(?:[а-яёіїєґ'’-]{3,20}(?:ая|ой|ую|ою|ый|ого|ому|ым|им|ий|ій|ої|на|ну|ка|ку)\s)"
_FULL: Final = AnyCase(
    rf"{_NUMBER}\s(?:{_ARM}\s){{0,5}}{_KIND}\b{_TAIL}"
    rf"|\d(?<!\w\d)\d{{0,3}}-[а-яіїє]{{1,3}}\s(?:(?:{_ARM}|{_WHICH})\s?){{1,5}}{_KIND}\b{_TAIL}",
)
_LETTERS: Final = re.compile(
    rf"{_NUMBER}\s?(?:гв\.?\s?)?(?P<short>[оО]?(?:{_ABBREVIATION}))(?:\sТрО)?(?!\w)", re.IGNORECASE
)
_ENGLISH: Final = re.compile(
    rf"\d(?<!\w\d)\d{{0,3}}(?:st|nd|rd|th)\s(?-i:(?!(?:{_ARM_EN})\b)[A-Z][a-z]{{2,20}}\s)?"
    rf"(?:(?:{_ARM_EN})[\s-]){{0,6}}(?:{_KIND_EN})\b",
    re.IGNORECASE,
)
_POST: Final = AnyCase(
    r"(?:\bв/ч|\bв\.\s?ч\.|\bвойсков(?:ая|ой|ую|ою)\sчаст(?:ь|и|ью)|\bвійськов(?:а|ої|у|ій"
    r"|ою)\sчастин(?:а|и|у|і|ою)"
    r"|\bmilitary\sunit)\s(?:№\s?|No\.?\s?)?(?P<number>[АAТTВ]?[ -]?\d{4,5})\b",
)
# Marks are rarer than words: a mark is looked for first, then what stands before it.
_OPENS: Final = re.compile(r"[«\"“„]")
_NAMED: Final = re.compile(r"[«\"“„](?P<name>[^«»\"“”„\n]{2,40})[»\"”“]")
_KIND_BEFORE: Final = re.compile(rf"\b(?P<kind>{_KIND})\s\Z", re.IGNORECASE)
_LONGEST_KIND: Final = 24
_NAMED_EN: Final = re.compile(
    r"\b(?:the\s)?(?P<name>(?!Separate|Guards|Motor|Rifle|Tank|Airborne|Assault|Army|First|Second"
    r"|Third|The|This|That"
    r"|His|Her|Their|Its|Our|An?\s)[A-Z][\w'’-]{2,20})\s(?P<kind>Brigade|Battalion|Regiment|Legion)\b"
)
# What the patterns above cannot do without.
_POSTED: Final = ("в/ч", "в.", "войсков", "військов", "military")
_NAMED_KINDS_EN: Final = ("Brigade", "Battalion", "Regiment", "Legion")
_DIGIT: Final = re.compile(r"\d")


def _full(body: str) -> Iterator[tuple[tuple[int, int], str]]:
    return ((m.span(), body[slice(*m.span())]) for m in _FULL.finditer(body))


def find_units(body: str) -> list[Unit]:
    """Every military unit that ``body`` names, in order, not overlapping."""
    found: list[Unit] = []
    low = body.lower()
    if _DIGIT.search(body) is not None:
        found += [Unit(*at, _slavic(words)) for at, words in _full(body) if _one(words)]
        found += [Unit(*m.span(), _abbreviated(m)) for m in _LETTERS.finditer(body) if _sure(m)]
        found += [Unit(*m.span(), _english(m.group())) for m in _ENGLISH.finditer(body)]
        if any(sign in low for sign in _POSTED):
            found += [Unit(*m.span(), _post(body[slice(*m.span("number"))])) for m in _POST.finditer(body)]
    found += _named(body)
    if any(kind in body for kind in _NAMED_KINDS_EN):
        found += [
            Unit(m.start("name"), m.end(), f"{m['kind']} «{m['name']}»") for m in _NAMED_EN.finditer(body)
        ]
    found.sort(key=lambda unit: (unit.start, -unit.stop))
    kept: list[Unit] = []
    for unit in found:
        if not kept or unit.start >= kept[-1].stop:
            kept.append(unit)
    return kept


def _named(body: str) -> Iterator[Unit]:
    """«батальон „Север“»: a kind, then a name in quotation marks."""
    for mark in _OPENS.finditer(body):
        at = mark.start()
        named = _NAMED.match(body, at)
        kind = _KIND_BEFORE.search(body, max(0, at - _LONGEST_KIND), at) if named else None
        if named and kind:
            yield Unit(kind.start(), named.end(), f"{_kind(kind['kind'])} «{named['name'].strip()}»")


_KINDS_EN: Final = re.compile(rf"\b(?:(?:{_ARM_EN})[\s-]){{0,4}}(?:{_KIND_EN})s?\b", re.IGNORECASE)
_KINDS_SLAVIC: Final = re.compile(rf"\b(?:{_ARM}\s){{0,4}}{_KIND}\b", re.IGNORECASE)


def find_unit_kinds(body: str) -> list[Unit]:
    """Kinds of unit that ``body`` names without saying which: "a motor rifle regiment", «танковый батальон».

    In order, not overlapping. ``name``: arms and kind, in English, the same for all spellings.
    """
    found = [Unit(*m.span(), _english(f"0th {m.group().rstrip('s')}")) for m in _KINDS_EN.finditer(body)]
    found += [Unit(*m.span(), _slavic(f"0 {m.group()}")) for m in _KINDS_SLAVIC.finditer(body)]
    return [Unit(u.start, u.stop, u.name.split(" ", 1)[-1].strip()) for u in sorted(found)]


def _one(named: str) -> bool:
    """Not «10 рот», «3 бригады»: a number that counts."""
    parts = named.split()
    if len(parts) > 2 or not parts[0].isdecimal():
        return True
    return parts[-1].lower() in _NOMINATIVE


_NOMINATIVE: Final = listed("бригада полк дивизия дивізія батальон батальйон армия армія корпус рота")


def _sure(match: re.Match[str]) -> bool:
    """Two letters are a unit in capitals only, or after an ordinal: та and тд are words, ТА is an army."""
    short = match["short"]
    return len(short) > 2 or short.isupper() or ("-" in match.group() and short.lower() != "та")


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _number(words: str) -> str:
    digits = re.match(r"\d{1,4}", words)
    return _ordinal(int(digits.group())) if digits else ""


@lru_cache(maxsize=4096)
def _slavic(words: str) -> str:
    """«391-я отдельная мотострелковая бригада» → "391st Motor Rifle Brigade"."""
    arms: list[str] = []
    kind = ""
    for word in words.lower().split()[1:]:
        if not kind and (named := _kind(word)):
            kind = named
            continue
        arm = next((english for stem, english in _ARMS if word.startswith(stem)), "")
        if arm and arm not in arms:
            arms.append(arm)
    return " ".join([_number(words), *arms, kind])


def _kind(word: str) -> str:
    return next((english for stem, english in _KINDS if word.lower().startswith(stem)), "")


def _abbreviated(match: re.Match[str]) -> str:
    short = match["short"].lower()
    english = _SHORT.get(short) or _SHORT.get(short[1:], "Unit")
    if match.group().endswith("ТрО") and "Territorial" not in english:
        english = f"Territorial Defence {english}"
    return f"{_number(match.group())} {english}"


@lru_cache(maxsize=4096)
def _english(words: str) -> str:
    parts = re.split(r"[\s-]+", words)[1:]
    kept = [_WORDS_EN.get(part.lower(), part.capitalize()) for part in parts]
    name = " ".join(filter(None, kept)).replace("Marine Infantry", "Marine")
    name = name.replace("Motorised Rifle", "Motor Rifle").replace("Special Forces", "Special Purpose")
    return f"{_number(words)} {name}"


def _post(number: str) -> str:
    bare = re.sub(r"[ -]", "", number).upper().translate(str.maketrans("АТВ", "ATB"))
    return f"Military unit {bare}"


__all__ = ["Unit", "find_unit_kinds", "find_units"]
