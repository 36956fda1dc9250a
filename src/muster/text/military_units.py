"""Strings in, military units out: by number, arms and kind, in three languages, and field post numbers."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """Characters ``[start, stop)`` that name a military unit; ``name`` in one spelling."""

    start: int
    stop: int
    name: str


_KIND_EN = (
    r"(?:Brigade|Regiment|Division|Battalion|Army|Corps|Company|Group|Battery|Squadron|brigade"
    r"|regiment|division|battalion|army|corps|company)"
)
_ARM_EN = (
    r"(?:Separate|Independent|Guards|Motor(?:i[sz]ed)?|Rifle|Infantry|Tank|Airborne|Air|Assault|Naval"
    r"|Marine|Mechani[sz]ed"
    r"|Artillery|Special|Forces|Combined|Arms|Rocket|Missile|Engineer|Spetsnaz|Reconnaissance"
    r"|Territorial|Defen[cs]e|Mountain"
    r"|separate|guards|motor(?:i[sz]ed)?|rifle|infantry|tank|airborne|air|assault|naval|marine"
    r"|mechani[sz]ed|artillery|special|combined|arms)"
)
_KIND_SLAVIC = (
    r"(?:бригад|полк|дивизи|дивізі|батальон|батальйон|арми|армі|корпус|рот|дивизион|дивізіон)\w{0,3}"
)
_ARM_SLAVIC = (
    r"(?:отдельн|окрем|гвардейск|гвардійськ|мотострелков|мотострілецьк|мотопехотн|мотопіхотн|танков"
    r"|десантн|воздушн|повітрян|штурмов|артиллерийск|артилерійськ"
    r"|механизированн|механізован|морск|морськ|специальн|спеціальн|разведывательн|розвідувальн"
    r"|инженерн|інженерн|общевойсков|загальновійськов|ракетн|зенитн|зенітн|горн|гірськ"
    r"|территориальн|територіальн|парашютн|стрелков|стрілецьк|егерск|єгерськ)[\w-]{1,12}"
)
_UNITS: Final = (
    re.compile(rf"\b\d{{1,4}}(?:st|nd|rd|th)\s(?:{_ARM_EN}[\s-]){{0,6}}{_KIND_EN}\b"),
    re.compile(rf"\b\d{{1,4}}(?:-\w{{1,3}})?\s(?:{_ARM_SLAVIC}\s){{0,5}}{_KIND_SLAVIC}\b"
        r"(?:\s(?:морской пехоты"
        r"|морської піхоти|ТрО|спецназа|спецназу|ВДВ))?", re.IGNORECASE),
    re.compile(r"\b\d{1,4}(?:-\w{1,3})?\s?(?:О(?:Т|М|ШТ?|ДШ|МСБ|Г|ГСШ|ББМП|МП)?Бр(?:М|П|ТрО)?|ОМСБр|ОТБр|ОДШБр"
        r"|омсбр|отбр|обрмп|обрСпН|оброн|мсд|мсп|мсбр|тп|дшп|пдп|обр|одшбр|ОБТрО|БТрО|омбр|ОМБр|ОМПБр|ДШБр"
        r"|ОШБр)\b"),
    re.compile(r"(?:\bв/ч|\bв\.\s?ч\.|\bвойсков(?:ая|ой|ую)\sчаст(?:ь|и|ью)|\bвійськов(?:а|ої|у|ій)\sчастин(?:а|и"
        r"|у|і)|\bmilitary\sunit)\s(?:№\s?)?[АA]?\d{4,5}\b"),
)  # fmt: skip
_DIGIT: Final = re.compile(r"\d")


def find_units(body: str) -> list[Unit]:
    """Every military unit named by number in ``body``, in order, not overlapping."""
    if _DIGIT.search(body) is None:
        return []
    found = [
        Unit(m.start(), m.end(), _unit_name(m.group())) for pattern in _UNITS for m in pattern.finditer(body)
    ]
    found.sort(key=lambda unit: (unit.start, -unit.stop))
    kept: list[Unit] = []
    for unit in found:
        if not kept or unit.start >= kept[-1].stop:
            kept.append(unit)
    return kept


def _unit_name(words: str) -> str:
    return " ".join(words.split())


__all__ = ["Unit", "find_units"]
