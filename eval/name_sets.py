"""Pairs of names with an answer, made from ``name_tables`` with a seed; every builder gives the same pairs
each time.

``spelled``: made-up people in Russian, Ukrainian and Latin spellings of many customs, with the nearest
other person as the negative. ``phenomena``: case forms (pymorphy3's, which the comparison does not use),
initials, patronymics that agree or contradict, short forms, spouses. Surnames are parted by their checksum:
``developing`` may be looked at when rules are mended, ``measuring`` only counted.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from name_tables import (
    FATHERS,
    MEN,
    SCHEMES,
    SHORT,
    SURNAMES,
    WOMEN,
    Parts,
    latin,
    look_alike,
    of_a_woman,
    people,
    written,
)

GOLD = Path(__file__).parent / "gold" / "names"
HALVES = ("developing", "measuring")


class Pair(NamedTuple):
    """Two names; ``label`` whether they are one; ``slice`` what the pair tests."""

    a: str
    b: str
    label: bool
    slice: str


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person: parts in Russian, Ukrainian and the press's spellings."""

    gender: str
    given: Parts
    father: Parts
    surname: Parts

    @property
    def key(self) -> tuple[str, str]:
        """What makes two of them one for this purpose."""
        return self.given[0], self.surname[0]


def made_up(size: int, half: str, seed: int) -> list[Person]:
    """``size`` people of the surnames of one half, no two of one given name and surname."""
    rng = random.Random(seed)
    surnames = [s for s in people(SURNAMES) if crc32(s[0].encode()) % 2 == HALVES.index(half)]
    men, women = people(MEN), people(WOMEN)
    fathers = [entry.split("/") for entry in FATHERS.split()]
    found: dict[tuple[str, str], Person] = {}
    while len(found) < size:
        gender = "m" if rng.random() < 0.65 else "f"
        man = rng.choice(surnames)
        surname = man if gender == "m" else (of_a_woman(man[0]), of_a_woman(man[1]), {})
        row = rng.choice(fathers)
        father: Parts = (row[0], row[1], {}) if gender == "m" else (row[2], row[3], {})
        one = Person(gender, rng.choice(men if gender == "m" else women), father, surname)
        found.setdefault(one.key, one)
    return list(found.values())


_LATIN = sorted(SCHEMES)


def spelling(one: Person, style: str, rng: random.Random) -> str:
    """The person's name in one style: ``ru``, ``uk``, ``mixed``, or a table of ``SCHEMES``."""
    father = ""
    if style in ("ru", "uk", "mixed"):
        at = int(style == "uk")
        given, surname = one.given[at], one.surname[at]
        if rng.random() < 0.3:
            father = one.father[at]
    else:
        fixed = rng.random() < 0.6
        given, surname = latin(one.given, style, fixed=fixed), latin(one.surname, style, fixed=False)
        if rng.random() < 0.12:
            father = latin(one.father, style, fixed=False)
    order = rng.random()
    if order < 0.15:
        name = " ".join(filter(None, (surname.upper() if order < 0.05 else surname, given, father)))
    else:
        name = " ".join(filter(None, (given, father, surname)))
    if style == "ru" and rng.random() < 0.5:
        name = name.replace("ё", "е").replace("Ё", "Е")
    if style == "uk" and rng.random() < 0.3:
        name = name.replace("'", "’")
    return look_alike(name, lambda _: rng.random() < 0.5) if style == "mixed" else name


def spelled(half: str, size: int = 640, seed: int = 11) -> list[Pair]:
    """Two pairs of spellings a person that are one, two with the nearest other person that are not."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import extract

    rng = random.Random(seed)
    folk = made_up(size, half, seed)
    plain = [f"{written(p.given[0], 'ru-en')} {written(p.surname[0], 'ru-en')}" for p in folk]
    pairs = []
    for place, one in enumerate(folk):
        for _ in range(2):
            first, second = rng.sample(["ru", "uk", "mixed", *rng.sample(_LATIN, 4)], 2)
            a, b = spelling(one, first, rng), spelling(one, second, rng)
            if a != b:
                pairs.append(Pair(a, b, True, "spelled"))
        near = [
            at for _, _, at in extract(plain[place], plain, scorer=token_set_ratio, limit=6) if at != place
        ]
        for at in near[:2]:
            first, second = rng.sample(["ru", "uk", *rng.sample(_LATIN, 4)], 2)
            # Another person may carry the same patronymic or none, never one that gives him away.
            other = Person(folk[at].gender, folk[at].given, folk[at].father, folk[at].surname)
            if one.gender == other.gender:
                other = Person(one.gender, other.given, one.father, other.surname)
            pairs.append(Pair(spelling(one, first, rng), spelling(other, second, rng), False, "nearest"))
        pairs += _near(one, rng, folk)
    return pairs


def _near(one: Person, rng: random.Random, folk: Sequence[Person]) -> Iterator[Pair]:
    """The person's given name with the surname that is spelt most like his or hers, and the surname with the
    given name that is."""
    from rapidfuzz.distance import Levenshtein

    first, second = rng.sample(["ru", "uk", *rng.sample(_LATIN, 4)], 2)
    mine = [p for p in folk if p.gender == one.gender and p.surname[0] != one.surname[0]]
    like = min(mine, key=lambda p: (Levenshtein.distance(p.surname[0], one.surname[0]), p.surname[0]))
    other = Person(one.gender, one.given, one.father, like.surname)
    yield Pair(spelling(one, first, rng), spelling(other, second, rng), False, "near surname")
    names = [g for g in people(MEN if one.gender == "m" else WOMEN) if g[0] != one.given[0]]
    near = min(names, key=lambda g: (Levenshtein.distance(g[0], one.given[0]), g[0]))
    other = Person(one.gender, near, one.father, one.surname)
    yield Pair(spelling(one, first, rng), spelling(other, second, rng), False, "near given name")


# Phenomena -------------------------------------------------------------------------------------------

_CASES = ("gent", "datv", "accs", "ablt", "loct")


@cache
def _russian() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _inflected(word: str, tag: str, gender: str, case: str) -> str | None:
    wanted = {"m": "masc", "f": "femn"}[gender]
    for reading in _russian().parse(word.lower()):
        if tag in reading.tag and wanted in reading.tag and "nomn" in reading.tag and "sing" in reading.tag:
            form = reading.inflect({case, "sing"})
            return form.word.title() if form is not None else None
    return None


def inflected(one: Person, case: str) -> str | None:
    """Given name and surname in a Russian case; None where the dictionary does not know them."""
    given = _inflected(one.given[0], "Name", one.gender, case)
    surname = _inflected(one.surname[0], "Surn", one.gender, case)
    return f"{given} {surname}" if given and surname else None


def _full(one: Person, at: int = 0) -> str:
    return f"{one.given[at]} {one.father[at]} {one.surname[at]}"


def _short(one: Person, at: int = 0) -> str:
    return f"{one.given[at]} {one.surname[at]}"


def latin_name(one: Person, rng: random.Random) -> str:
    """Given name and surname in one of the Latin customs."""
    style = rng.choice(_LATIN)
    return f"{latin(one.given, style, fixed=True)} {latin(one.surname, style, fixed=False)}"


def _other(one: Person, rng: random.Random, folk: Sequence[Person]) -> Person:
    """Somebody of the same gender whose given name begins and sounds otherwise, with this one's surname."""
    while True:
        other = rng.choice(folk)
        if (
            other.gender == one.gender
            and other.given[0][0] != one.given[0][0]
            and other.given[1][0] != one.given[1][0]
        ):
            return Person(one.gender, other.given, other.father, one.surname)


def _of_inflection(one: Person, other: Person, rng: random.Random) -> Iterator[Pair]:
    form = inflected(one, rng.choice(_CASES))
    if form is not None and form != _short(one):
        yield Pair(form, _short(one), True, "inflected")
        yield Pair(form, latin_name(one, rng), True, "inflected, Latin")
        yield Pair(form, latin_name(other, rng), False, "inflected, another")


def initials(one: Person, rng: random.Random, at: int) -> str:
    """A surname with one initial or two, before or behind it; ``at``: 0 Russian, 1 Ukrainian."""
    given, father, surname = one.given[at][0], one.father[at][0], one.surname[at]
    return rng.choice([f"{given}. {surname}", f"{given}. {father}. {surname}", f"{surname} {given}.{father}.",
                       f"{given}.{father}. {surname}", f"{surname} {given}. {father}."])  # fmt: skip


def _of_initials(one: Person, other: Person, rng: random.Random) -> Iterator[Pair]:
    yield Pair(initials(one, rng, 0), _full(one), True, "initials")
    yield Pair(f"{one.given[0][0]}. {one.surname[0]}", _latin_of(one, rng, "ru"), True, "initials, Latin")
    yield Pair(initials(other, rng, 0), _full(one), False, "initials, another")


def _latin_of(one: Person, rng: random.Random, tongue: str) -> str:
    style = rng.choice([s for s in _LATIN if s.startswith(tongue)])
    return f"{latin(one.given, style, fixed=False)} {latin(one.surname, style, fixed=False)}"


def _of_patronymics(one: Person, other: Person, rng: random.Random) -> Iterator[Pair]:
    at = rng.randrange(2)
    yield Pair(_full(one, at), _short(one, 1 - at), True, "patronymic added")
    yield Pair(_full(one), latin_name(one, rng), True, "patronymic added, Latin")
    if other.father != one.father:
        conflicting = Person(one.gender, one.given, other.father, one.surname)
        yield Pair(_full(one), _full(conflicting, rng.randrange(2)), False, "patronymic conflict")
        style = rng.choice(_LATIN)
        parts = (latin(p, style, fixed=False) for p in (one.given, other.father, one.surname))
        yield Pair(_full(one), " ".join(parts), False, "patronymic conflict, Latin")


@cache
def short_forms() -> dict[str, list[str]]:
    """What is said for a given name."""
    rows = (entry.split(":") for entry in SHORT.split())
    return {full: short.split(",") for full, short in rows}


def _of_short_forms(one: Person, folk: Sequence[Person], rng: random.Random) -> Iterator[Pair]:
    short = short_forms().get(one.given[0])
    if short is None:
        return
    form = rng.choice(short)
    yield Pair(f"{form} {one.surname[0]}", _short(one), True, "short form")
    yield Pair(
        f"{written(form, 'ru-en')} {written(one.surname[0], 'ru-en')}", _short(one), True, "short form, Latin"
    )
    others = [p for p in folk if p.gender == one.gender and form not in short_forms().get(p.given[0], [form])]
    other = rng.choice(others)
    yield Pair(f"{form} {one.surname[0]}", f"{other.given[0]} {one.surname[0]}", False, "short form, another")


def _of_spouses(one: Person, folk: Sequence[Person], rng: random.Random) -> Iterator[Pair]:
    if one.gender != "m":
        return
    spouse = rng.choice([p for p in folk if p.gender == "f"])
    at = rng.randrange(2)
    yield Pair(f"{spouse.given[at]} {of_a_woman(one.surname[at])}", _short(one, at), False, "spouse")
    style = rng.choice(_LATIN)
    given = latin(spouse.given, style, fixed=True)
    yield Pair(f"{given} {written(of_a_woman(one.surname[0]), 'ru-en')}", _short(one), False, "spouse, Latin")
    twin = {"Александр": 0, "Валентин": 0, "Валерий": 0, "Евгений": 0, "Виктор": 0, "Юлиан": 0}
    if one.given[0] in twin:
        pair = {"Александр": "Александра", "Валентин": "Валентина", "Валерий": "Валерия",
        "Евгений": "Евгения",
                "Виктор": "Виктория", "Юлиан": "Юлия"}[one.given[0]]  # fmt: skip
        woman = of_a_woman(one.surname[0])
        if woman != one.surname[0]:
            yield Pair(f"{pair} {woman}", _latin_of(one, rng, "ru"), False, "spouse of a like name")


def phenomena(half: str, size: int = 260, seed: int = 23) -> list[Pair]:
    """Every phenomenon for each of ``size`` made-up people, where it applies."""
    rng = random.Random(seed)
    folk = made_up(size, half, seed)
    pairs: list[Pair] = []
    for one in folk:
        other = _other(one, rng, folk)
        pairs += _of_inflection(one, other, rng)
        pairs += _of_initials(one, other, rng)
        pairs += _of_patronymics(one, other, rng)
        pairs += _of_short_forms(one, folk, rng)
        pairs += _of_spouses(one, folk, rng)
    return pairs


IN_UKRAINIAN = str.maketrans({"ы": "и", "э": "е", "ё": "ьо", "ъ": "'"})
_STEMS = [
    "бабар",
    "вереск",
    "волод",
    "гайдам",
    "горобц",
    "дзвин",
    "дорог",
    "евтух",
    "жмур",
    "забол",
    "каменк",
    "карпат",
    "клименк",
    "ковал",
    "лагод",
    "лебеж",
    "мартын",
    "метел",
    "мирош",
    "након",
    "огород",
    "панас",
    "перевоз",
    "петруш",
    "подол",
    "рябин",
    "самойл",
    "середн",
    "синельн",
    "скрип",
    "солом",
    "степурк",
    "суховер",
    "терещ",
    "ткалич",
    "ушак",
    "федор",
    "хоменк",
    "хорош",
    "цигикал",
    "чернов",
    "шаблат",
    "шевел",
    "щедрин",
    "юрчак",
    "явор",
    "ямполь",
    "якубов",
]
_ENDS = [
    "ов",
    "ин",
    "енко",
    "ук",
    "чук",
    "ский",
    "ец",
    "ко",
    "ак",
    "як",
    "ич",
    "евич",
    "ян",
    "швили",
    "дзе",
    "оглы",
    "ко",
    "ий",
    "унов",
    "инский",
    "овец",
    "еев",
    "ычев",
    "авин",
    "ыга",
    "уля",
]
_SYLLABLES = [
    a + b
    for a in ["б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ц", "ч", "ш"]
    for b in ["а", "е", "и", "о", "у"]
]


# Latin and Cyrillic customs of ``many``.
CUSTOMS = ("ru", "uk", "ru-en", "ru-en-plain", "ru-icao", "ru-de", "uk-kmu55", "ru-fr", "ru-pl")


def crowd_surnames(size: int, seed: int = 5) -> list[str]:
    """The surnames of ``many(size, seed)``, the commonest first."""
    return _surnames(size, random.Random(seed))


def _surnames(size: int, rng: random.Random) -> list[str]:
    known = sorted({s[0].lower() for s in people(SURNAMES)} | {a + b for a in _STEMS for b in _ENDS})
    made = {
        "".join(rng.choices(_SYLLABLES, k=rng.choice((2, 2, 3)))) + rng.choice(_ENDS)
        for _ in range(max(400, size // 10))
    }
    return known + sorted(made)


def many(size: int, seed: int = 5) -> tuple[list[str], list[tuple[int, int]]]:
    """``size`` distinct names of ``size / 2`` made-up people, each in two styles, and the pairs that are
    one person. Surnames are made of syllables, and as unevenly spread as real ones (a few are very
    common)."""
    rng = random.Random(seed)
    surnames = _surnames(size, rng)
    # Added up once: a choice by weights adds them up each time.
    weights = list(accumulate(1 / (n + 20) for n in range(len(surnames))))
    men = people(MEN)
    names: dict[str, int] = {}
    pairs = []
    while len(names) < size:
        surname = rng.choices(surnames, cum_weights=weights)[0].title()
        one = Person("m", rng.choice(men), ("", "", {}), (surname, surname.translate(IN_UKRAINIAN), {}))
        first, second = (spelling(one, style, rng) for style in rng.sample(CUSTOMS, 2))
        if first != second and first not in names and second not in names:
            pairs.append((len(names), len(names) + 1))
            names[first], names[second] = len(names), len(names) + 1
    return list(names), pairs


def by_hand(which: str) -> list[Pair]:
    """A hand-written set of ``gold/names``: ``people``, ``organisations`` or ``units``."""
    with (GOLD / f"{which}.tsv").open(encoding="utf-8", newline="") as f:
        rows = csv.reader((line for line in f if line.strip() and not line.startswith("#")), delimiter="\t")
        return [Pair(a, b, label == "same", what) for label, a, b, what in rows]


__all__ = [
    "CUSTOMS",
    "GOLD",
    "HALVES",
    "IN_UKRAINIAN",
    "Pair",
    "Person",
    "by_hand",
    "crowd_surnames",
    "inflected",
    "initials",
    "latin_name",
    "made_up",
    "many",
    "phenomena",
    "short_forms",
    "spelled",
    "spelling",
]
