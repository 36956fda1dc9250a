"""Strings in, named places and military units out: regions and towns of Russia, Ukraine, Belarus.

The table is built from GeoNames (geonames.org, CC BY 4.0) and a reviewed list of regions by
``tools/gazetteer/build.py``; it is read on first use.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from muster.text.place_forms import cases_of
from muster.text.tokens import Tokens, fold_in_place, tokens_of
from muster.text.wordlist import words

_COUNTRIES: Final = {"RU": "Russia", "UA": "Ukraine", "BY": "Belarus"}
_REGION_WORD: Final = re.compile(
    r"област\w{1,4}|обл|кра[йюяєїе]\w{0,2}|республи\w{1,4}|республі\w{1,4}|округ\w{0,2}"
)
_REGION_EN: Final = words(
    "oblast oblasts region regions krai kray province territory district okrug republic",
)
_TOWN_WORDS: Final = words(
    "in near from at to outside around of into towards between town city village settlement port в во",
    "из под у около до к возле близ через над городе город города городом г м селе село посёлке поселке",
    "поселок деревне станице з із зі від біля поблизу міста місто місті містом селі селища селищі смт",
    "на с та і и and",
)
_SETTLEMENT: Final = re.compile(
    r"(?:\b(?:village|town|settlement|hamlet) of\s+|\b(?:сел[оеау]|деревн[яеию]|пос[её]л(?:ок|ке|ка)"
    r"|станиц[аеуы]|хутор[еа]?|сел[іи]щ[еіа]|сел[іи]|смт)\s+)"
    r"(?P<name>[A-ZА-ЯЄІЇҐЁ][\w'’ʼ-]{2,40}(?:\s[A-ZА-ЯЄІЇҐЁ][\w'’ʼ-]{2,40})?)"
)
# A surname as often as a town: «Киров», "Pushkin"; kept only beside a word of place.
_NAME_LIKE: Final = re.compile(
    r".*(?:ов|ев|ёв|ин|ын|ский|ая|ое|ый|ой|ий|ого|ому|ным|ном|ov|ev|in|sky|skyi|yy|iy|oye|aya)"
)
_NO_SURNAMES: Final = (
    "псков",
    "тамбов",
    "чернигов",
    "саратов",
    "ростов",
    "pskov",
    "tambov",
    "saratov",
    "rostov",
)
_FIRST_NAMES: Final = words(
    "владимир vladimir володимир артем artem роман мир светлогорск свободный победа победы мирный mirny",
    "орел орла орлом чехов chekhov пушкин pushkin королев korolev алексин гагарин gagarin энгельс",
    "engels жуковский маркс marks кириши мороз борисов лиски кола буда надежда вера слава мая шахты",
    "шахтах шахтам ключи озеры горки луга калач слободской север лида lida reni рени samara сланцы",
    "сокол сосновый советский покров троицк ясный ясная дружба дружбы бор бора броды мценск крымск",
    "чусовой чайка буй кемь нея сим гай тара тары бар bar берег кинель муром лысково семилуки",
    "рассказово новый старый russky",
)


# A city of this size is more often itself than a surname.
_WELL_KNOWN: Final = 600_000


class Place(NamedTuple):
    """Characters ``[start, stop)`` that name a place; ``near``: "lat,lon; region; country", or readings."""

    start: int
    stop: int
    name: str
    near: str | None


class _Reading(NamedTuple):
    name: str
    latitude: str
    longitude: str
    region: str
    country: str
    people: int
    is_region: bool


_Names = dict[str, list[tuple[tuple[frozenset[str], ...], _Reading]]]


class _Gazetteer(NamedTuple):
    """``names``: first word of a name in every case → (the words after it, the reading).
    ``adjectives``: stem of «Тамбовск-ая» → region."""

    names: _Names
    adjectives: dict[str, _Reading]
    bases: dict[str, _Reading]


class Unit(NamedTuple):
    """Characters ``[start, stop)`` that name a military unit; ``name`` in one spelling."""

    start: int
    stop: int
    name: str


_GAZETTEER: list[_Gazetteer] = []


def _gazetteer() -> _Gazetteer:
    if not _GAZETTEER:
        _GAZETTEER.append(_read_table(files("muster.text").joinpath("data/places.tsv").read_text("utf-8")))
    return _GAZETTEER[0]


def _read_table(raw: str) -> _Gazetteer:
    table = _Gazetteer({}, {}, {})
    regions: dict[str, str] = {}
    for line in raw.splitlines():
        fields = line.split("\t")
        if fields[0] == "R":
            _add_region(table, regions, fields[1:])
        elif fields[0] == "T":
            region, latitude, longitude, people, names = fields[1:]
            spellings = names.split(",")
            reading = _Reading(
                spellings[0],
                latitude,
                longitude,
                regions.get(region, ""),
                _COUNTRIES[region[:2]],
                int(people),
                False,
            )
            for spelling in spellings:
                _add(table.names, spelling, reading)
    return table


def _add_region(table: _Gazetteer, regions: dict[str, str], fields: list[str]) -> None:
    code, kind, latitude, longitude, english, russian, ukrainian, others = fields
    titles = {"o": " Oblast", "k": " Krai", "a": " Autonomous Okrug"}
    name = english + titles.get(kind, "") if code != "RU-YEV" else "Jewish Autonomous Oblast"
    regions[code] = name
    reading = _Reading(name, latitude, longitude, name, _COUNTRIES[code[:2]], 10**7, True)
    if kind in ("o", "k", "a"):
        for stem in (russian, ukrainian):
            table.adjectives.setdefault(fold_in_place(stem), reading)
        table.bases.setdefault(fold_in_place(english), reading)
    elif kind == "r":
        for spelling in (english, russian, ukrainian):
            _add(table.names, spelling, reading)
    for other in filter(None, others.split(",")):
        if kind == "r" or not other.isascii():
            _add(table.names, other, reading)
        else:
            table.bases.setdefault(fold_in_place(other), reading)
    if kind == "c":
        return


def _parts(spelling: str) -> list[str]:
    return fold_in_place(spelling).replace("-", " - ").replace(".", " .").split()


def _add(names: _Names, spelling: str, reading: _Reading) -> None:
    words = _parts(spelling)
    latin = words[0].isascii()
    # A hyphen or a small word stays as it is; every other word may stand in any case.
    cased = [[w] if latin or not w.isalpha() or len(w) < 3 else cases_of(w) for w in words]
    rest = tuple(map(frozenset, cased[1:]))
    for form in dict.fromkeys(cased[0]):
        entries = names.setdefault(form, [])
        if (rest, reading) not in entries:
            entries.append((rest, reading))


@lru_cache(maxsize=2)
def _found(body: str) -> tuple[Place, ...]:
    found = list(_scan(body, tokens_of(body)))
    # A town of several readings is the one in a region that the text names.
    told = frozenset(
        r.name for _, _, readings in found for r in readings if r.is_region and len(readings) == 1
    )
    return tuple(
        sorted(
            [_place(start, stop, readings, told) for start, stop, readings in found]
            + list(_villages(body, found))
        )
    )


def find_named_places(body: str) -> list[Place]:
    """Every place of the table that ``body`` names with a capital letter, in order, not overlapping."""
    return list(_found(body))


_Find = tuple[int, int, list[_Reading]]


def _scan(body: str, tokens: Tokens) -> Iterator[_Find]:
    index, size = 0, len(tokens.words)
    while index < size:
        if not body[tokens.starts[index]].isupper():
            index += 1
            continue
        stop, readings = _region(tokens, index) or _named(body, tokens, index) or (index, [])
        if stop > index:
            yield tokens.starts[index], tokens.stops[stop - 1], readings
        index = max(stop, index + 1)


def _villages(body: str, found: list[_Find]) -> Iterator[Place]:
    """«в селе Малая Горка»: places that say what they are, though no table has them."""
    taken = [start for start, _, _ in found]
    for match in _SETTLEMENT.finditer(body):
        start, end = match.span("name")
        at = bisect_left(taken, start)
        if at == len(taken) or taken[at] >= end:
            yield Place(start, end, match["name"], None)


def _region(tokens: Tokens, index: int) -> tuple[int, list[_Reading]] | None:
    """«Тамбовской области», «Курской и Белгородской областях», "Amur Oblast", "region of Tambov"."""
    words, table = tokens.words, _gazetteer()
    word = words[index]
    if word.isascii():
        for length in (1, 2):
            base = table.bases.get(" ".join(words[index : index + length]))
            if base is None and length == 1 and words[index + 1 : index + 2] == ("-",):
                base = table.bases.get("".join(words[index : index + 3]))
                length = 3
            if base is None:
                continue
            after = words[index + length] if index + length < len(words) else ""
            if after in _REGION_EN:
                return index + length + 1, [base]
            if index > 1 and words[index - 1] == "of" and words[index - 2] in _REGION_EN:
                return index + length, [base]
        return None
    for ending in (2, 3, 1):
        stem = word[:-ending]
        stop = index + 1
        reading = table.adjectives.get(stem)
        if reading is None and words[index + 1 : index + 2] == ("-",) and index + 2 < len(words):
            reading = table.adjectives.get(f"{word}-{words[index + 2][:-ending]}")
            stop = index + 3
        if reading is not None:
            title = _title(words, stop)
            return (title[0] if title[1] else stop, [reading]) if title is not None else None
    return None


def _title(words: tuple[str, ...], at: int) -> tuple[int, bool] | None:
    """Where «области» ends after an adjective; False where another adjective stands between."""
    if at < len(words) and words[at].startswith(("автономн", "народн")):
        at += 1
    if at < len(words) and _REGION_WORD.fullmatch(words[at]):
        return at + 1, True
    for k in range(at, min(at + 8, len(words))):
        if _REGION_WORD.fullmatch(words[k]):
            return k, False
        if words[k] not in (",", "и", "і", "й", "та", "или", "або", "-") and not words[k].endswith(
            (
                "ской",
                "цкой",
                "ской",
                "ській",
                "цькій",
                "ських",
                "ская",
                "ский",
                "ском",
                "ську",
                "ської",
                "цької",
                "кого",
            )
        ):
            return None
    return None


def _named(body: str, tokens: Tokens, index: int) -> tuple[int, list[_Reading]] | None:
    words, table = tokens.words, _gazetteer()
    entries = table.names.get(words[index])
    if entries is None:
        return None
    best: list[_Reading] = []
    longest = -1
    for rest, reading in entries:
        length = len(rest)
        if length < longest or index + length >= len(words):
            continue
        if not all(words[index + 1 + k] in forms for k, forms in enumerate(rest)):
            continue
        if length > longest:
            best, longest = [], length
        best.append(reading)
    if not best:
        return None
    stop = index + 1 + longest
    if longest == 0 and not _is_place_here(body, tokens, index, best):
        return None
    return stop, best


def _is_place_here(body: str, tokens: Tokens, index: int, readings: list[_Reading]) -> bool:
    """Not a surname, a first name or a common word that only looks like a town."""
    words = tokens.words
    word = words[index]
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if (before == "-" and tokens.joined(index)) or (after == "-" and tokens.joined(index + 1)):
        return False
    if _is_name_beside(body, tokens, index):
        return before in ("city", "town", "город", "городе", "города", "місто", "місті", "міста", "г", "м")
    name_like = _NAME_LIKE.fullmatch(word) is not None and readings[0].people < _WELL_KNOWN
    name_like = name_like and not word.startswith(_NO_SURNAMES)
    doubtful = word in _FIRST_NAMES or name_like
    if not doubtful and len(word) > 4:
        return True
    if not doubtful:
        return readings[0].people > 100_000 or before in _TOWN_WORDS
    if before == "." and index > 1:
        before = words[index - 2]
    return before in _TOWN_WORDS and before not in (
        "of",
        "and",
        "и",
        "та",
        "і",
        "к",
        "на",
        "с",
        "у",
        "to",
        "from",
    )


def _is_name_beside(body: str, tokens: Tokens, index: int) -> bool:
    """A capitalised first name or surname beside it: "Artem Kirov" is a person."""
    before = index - 1
    if before < 0:
        return False
    first = body[tokens.starts[before]]
    if not first.isupper() or not tokens.words[before].isalpha() or tokens.words[before] in _TOWN_WORDS:
        return False
    gap = body[tokens.stops[before] : tokens.starts[index]]
    return (
        gap == " " and len(tokens.words[before]) > 2 and _NAME_LIKE.fullmatch(tokens.words[index]) is not None
    )


def _place(start: int, stop: int, readings: list[_Reading], told: frozenset[str]) -> Place:
    distinct = list(dict.fromkeys(readings))
    distinct = [r for r in distinct if r.region in told] or distinct
    regions = [r for r in distinct if r.is_region]
    # The region and its main city under one name ("Kyiv") are one place on a map of this scale.
    best = sorted(distinct, key=lambda r: (-r.people, r.name, r.latitude))
    chosen = best[0]
    near = _where(chosen)
    rivals = [r for r in best if (r.latitude, r.longitude) != (chosen.latitude, chosen.longitude)]
    if rivals and not regions:
        listed = "; or ".join(_where(r) for r in [chosen, *rivals][:4])
        near = f"{len(rivals) + 1} readings: {listed}"
    return Place(start, stop, chosen.name, near)


def _where(reading: _Reading) -> str:
    region = "" if reading.region == reading.name else f"{reading.region}; " if reading.region else ""
    note = "centre of the region; " if reading.is_region else region
    return f"{reading.latitude},{reading.longitude}; {note}{reading.country}"


# --- military units ----------------------------------------------------------------------------------

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


__all__ = ["Place", "Unit", "find_named_places", "find_units"]
