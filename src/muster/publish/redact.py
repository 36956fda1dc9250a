"""A text and levels in, a text out in which nobody is named: masked, generalised or under a pseudonym.

Every change stands in square brackets, inside quotation marks and outside, so that no altered word passes for one
that was said. Masking is not anonymity: who knows the story still knows it.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from muster.model.errors import Usage
from muster.text.identifiers.identifiers import DIRECT, DOUBTS, FIELDS, Identifier, find_identifiers
from muster.text.languages import language_of
from muster.text.places.places import find_named_places

ACTIONS: Final = ("mask", "generalise", "pseudonym", "keep")
Scan = Callable[[str], Iterable[tuple[int, int, str]]]
"""A text in; out: (start, stop, pseudonym or code) of each name the vault knows, "" where several fit."""

DEFAULT_LEVELS: Final = """# What becomes of each kind of identifier: mask, generalise, pseudonym (people) or keep.
# Names that the vault knows are replaced at every level.
[levels]
person = "pseudonym"
phone = "mask"
email = "mask"
handle = "mask"
address = "mask"
coordinates = "mask"
number = "mask"
card = "mask"
account = "mask"
plate = "mask"
unit = "generalise"
date = "generalise"
place = "generalise"
organisation = "mask"
age = "generalise"
rank = "mask"
kin = "mask"
job = "mask"
wound = "mask"
group = "mask"
amount = "mask"
name = "mask"
# A word that no list of ordinary words has; a word that what was learned from marked texts takes for a detail.
unlisted = "mask"
likely = "mask"
# Words of these two kinds that may stay, in small letters, between blanks.
[stay]
words = ""
"""

_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "person": "person", "phone": "telephone", "email": "e-mail", "handle": "account", "address": "address",
        "coordinates": "coordinates", "number": "number", "card": "card", "account": "account", "plate": "plate",
        "unit": "unit", "date": "date", "place": "place", "organisation": "institution", "age": "age", "rank": "rank",
        "kin": "relative", "job": "occupation", "wound": "health", "group": "group", "amount": "number", "name": "name",
        "unlisted": "unknown word", "likely": "detail", "withheld": "name withheld",
    },
    "ru": {
        "person": "лицо", "phone": "телефон", "email": "почта", "handle": "аккаунт", "address": "адрес",
        "coordinates": "координаты", "number": "номер", "card": "карта", "account": "счёт", "plate": "номер машины",
        "unit": "часть", "date": "дата", "place": "место", "organisation": "учреждение", "age": "возраст",
        "rank": "звание", "kin": "родство", "job": "занятие", "wound": "здоровье", "group": "группа", "amount": "число",
        "name": "название", "unlisted": "неизвестное слово", "likely": "подробность", "withheld": "имя скрыто",
    },
    "uk": {
        "person": "особа", "phone": "телефон", "email": "пошта", "handle": "акаунт", "address": "адреса",
        "coordinates": "координати", "number": "номер", "card": "картка", "account": "рахунок", "plate": "номер авто",
        "unit": "частина", "date": "дата", "place": "місце", "organisation": "установа", "age": "вік",
        "rank": "звання", "kin": "родич", "job": "заняття", "wound": "здоров'я", "group": "група", "amount": "число",
        "name": "назва", "unlisted": "невідоме слово", "likely": "подробиця", "withheld": "ім'я приховано",
    },
}  # fmt: skip


# Why a word was covered, where its field does not say it.
_WHY: Final = {
    "unlisted": "no list of ordinary words has it",
    "likely": "words of this kind, in such a place, told of somebody in the marked texts",
}


class Change(NamedTuple):
    """Characters ``[start, start + len(words))`` of the original, what they fall in, what stands for them, and why."""

    start: int
    words: str
    field: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """The new text; ``changes`` in order; ``kept``: how many finds were left by the levels."""

    text: str
    changes: tuple[Change, ...]
    kept: int

    @property
    def counts(self) -> dict[str, int]:
        """How many of each field were changed."""
        return dict(Counter(change.field for change in self.changes))


@dataclass(frozen=True, slots=True)
class Levels:
    """``of``: field → level; ``stay``: words in small letters that stay where only a doubt covers them."""

    of: Mapping[str, str]
    stay: frozenset[str] = frozenset()

    def keeps(self, field: str, words: str) -> bool:
        """Whether a find of the text is left as it is."""
        return self.of[field] == "keep" or (field in DOUBTS and words.lower() in self.stay)


def levels_from(toml: str) -> Levels:
    """The levels a file sets, over the default ones. Raises Usage for a field or level that does not exist."""
    try:
        read = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise Usage(f"the levels file is not TOML: {error}") from error
    levels = dict(tomllib.loads(DEFAULT_LEVELS)["levels"])
    for field, level in read.get("levels", {}).items():
        if field not in levels:
            raise Usage(f"no such field: {field}; there are {', '.join(FIELDS)}")
        if level not in ACTIONS:
            raise Usage(f"{field}: no such level: {level}; there are {', '.join(ACTIONS)}")
        levels[field] = level
    stay = read.get("stay", {}).get("words", "")
    if not isinstance(stay, str):
        raise Usage('the words that stay are one string: words = "ration lorry"')
    return Levels(levels, frozenset(stay.lower().split()))


def redact(text: str, levels: Levels, scan: Scan | None = None) -> Redacted:
    """``text`` with what identifies people replaced as ``levels`` say; the vault's names at every level.

    Kept characters are visible ones: controls, invisible and private-use characters are dropped. Same input,
    same output.
    """
    known = sorted(scan(text)) if scan is not None else []
    language = _language(text)
    words = _WORDS[language]
    people = _People(text)
    changes: list[Change] = []
    kept = 0
    for start, stop, field, shown in _planned(find_identifiers(text), known):
        was = text[start:stop]
        if shown is not None:
            changes.append(Change(start, was, field, shown or words["withheld"], "the vault knows it"))
        elif levels.keeps(field, was):
            kept += 1
        else:
            new = _new(was, field, levels.of[field], words, people, language)
            changes.append(Change(start, was, field, new, _WHY.get(field, f"found as {field}")))
    return Redacted("".join(_rewritten(text, changes)), tuple(changes), kept)


def _rewritten(text: str, changes: Sequence[Change]) -> Iterator[str]:
    """The text with its changes in brackets; words one after another that only doubts cover share one."""
    last = 0
    before: Change | None = None
    for change in changes:
        between = text[last : change.start]
        last = change.start + len(change.words)
        doubts = before is not None and {before.field, change.field} <= {*DOUBTS}
        if not (doubts and before is not None and before.new == change.new and between.strip(" ") == ""):
            yield visible(between)
            yield f"[{change.new}]"
        before = change
    yield visible(text[last:])


def _language(text: str) -> str:
    """The language of the words put in; that of the letters where a text is too short to tell."""
    language = language_of(text)
    if language in _WORDS:
        return language
    if not re.search("[\u0400-\u04ff]", text):
        return "en"
    return "uk" if re.search("[іїєґ]", text, re.I) else "ru"


def visible(text: str) -> str:
    """Without characters that nobody sees: formats, controls but line ends and tabs, private and lone halves."""
    return "".join(
        c for c in text.replace("\r\n", "\n")
        if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn")
    )  # fmt: skip


def _planned(
    found: Sequence[Identifier], known: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str, str | None]]:
    """What is replaced, in order, not overlapping; a vault name wins over what the rules found around it."""
    planned: list[tuple[int, int, str, str | None]] = []
    hits = [(start, stop, "person", shown) for start, stop, shown in known]
    place = 0
    for item in found:
        while place < len(hits) and hits[place][1] <= item.start:
            planned.append(hits[place])
            place += 1
        start = item.start
        while place < len(hits) and hits[place][0] < item.stop:
            hit = hits[place]
            if start < hit[0]:
                planned.append((start, hit[0], item.field, None))
            planned.append(hit)
            start = hit[1]
            place += 1
        if start < item.stop:
            planned.append((start, item.stop, item.field, None))
    planned.extend(hits[place:])
    return list(_apart(planned))


def _apart(planned: Iterable[tuple[int, int, str, str | None]]) -> Iterable[tuple[int, int, str, str | None]]:
    reached = 0
    for start, stop, field, shown in planned:
        if stop > reached:
            yield max(start, reached), stop, field, shown
            reached = stop


class _People:
    """Numbers for the people of one text: names that share a word's beginning are one's."""

    def __init__(self, text: str) -> None:
        self._numbers: dict[str, int] = {}
        self._next = 1

    def number(self, name: str) -> int:
        """The number of whoever is called so."""
        stems = [w[: max(4, len(w) - 2)] for w in re.findall(r"[^\W\d_]{2,}", name.lower())] or [name.lower()]
        known = next((self._numbers[s] for s in reversed(stems) if s in self._numbers), None)
        if known is None:
            known, self._next = self._next, self._next + 1
        for stem in stems:
            self._numbers.setdefault(stem, known)
        return known


def _new(was: str, field: str, level: str, words: Mapping[str, str], people: _People, language: str) -> str:
    if level == "pseudonym" and field in ("person", "name"):
        return f"{words['person']} {people.number(was)}"
    if level == "generalise":
        return _wider(was, field, language) or words[field]
    return words[field]


_MONTH: Final = re.compile(
    r"(?P<en>january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?P<sl>январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)",
    re.I,
)
_MONTHS: Final = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "ru": [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    "uk": [
        "січень",
        "лютий",
        "березень",
        "квітень",
        "травень",
        "червень",
        "липень",
        "серпень",
        "вересень",
        "жовтень",
        "листопад",
        "грудень",
    ],
}
_STEMS: Final = (
    "january январ січ", "february феврал лют", "march март берез", "april апрел квіт", "may май мая трав",
    "june июн черв", "july июл лип", "august август серп", "september сентябр верес", "october октябр жовт",
    "november ноябр листопад", "december декабр груд",
)  # fmt: skip
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DOTTED: Final = re.compile(
    r"(?<!\d)\d{1,2}[./](\d{1,2})[./]((?:19|20)?\d\d)(?!\d)|(?<!\d)((?:19|20)\d\d)-(\d\d)-\d\d"
)
_UNIT: Final = re.compile(
    r"company|battalion|regiment|brigade|division|platoon|squad|detachment|army|corps|рот|батальон|батальйон|полк|бригад|дивизи|дивізі|взвод|отряд|загін|загон|арми|армі|корпус",
    re.I,
)
_UNIT_NAMES: Final = {
    "рот": "рота", "бригад": "бригада", "дивизи": "дивизия", "дивізі": "дивізія", "загон": "загін", "арми": "армия", "армі": "армія",
}  # fmt: skip


def _wider(was: str, field: str, language: str) -> str:
    """Day → month, place → region, unit → kind, age → ten years; "" where that cannot be told."""
    if field == "date":
        return _month(was, language)
    if field == "unit":
        kind = _UNIT.search(was)
        return _UNIT_NAMES.get(kind.group().lower(), kind.group().lower()) if kind else ""
    if field == "age":
        number = re.search(r"\d{1,3}", was)
        return f"{int(number.group()) // 10 * 10}–{int(number.group()) // 10 * 10 + 9}" if number else ""
    if field == "place":
        near = next((p.near for p in find_named_places(was) if p.near), None)
        parts = [p for p in (near or "").split("; ")[1:] if p != "centre of the region" and "," not in p]
        return parts[0] if parts and language == "en" else ""
    return ""


def _month(was: str, language: str) -> str:
    year = _YEAR.search(was)
    number = 0
    if (dotted := _DOTTED.search(was)) is not None:
        number = int(dotted[1] or dotted[4])
        years = dotted[2] or dotted[3]
        shown = years if len(years) == 4 else ""
    else:
        shown = year.group() if year else ""
        if month := _MONTH.search(was):
            number = 1 + next(
                n
                for n, stems in enumerate(_STEMS)
                if any(month.group().lower().startswith(s) for s in stems.split())
            )
    if not 1 <= number <= 12:
        return shown
    return f"{_MONTHS.get(language, _MONTHS['en'])[number - 1]} {shown}".strip()


def kinds() -> tuple[tuple[str, bool], ...]:
    """Every field, and whether it is a direct identifier."""
    return tuple((field, field in DIRECT) for field in FIELDS)


__all__ = [
    "ACTIONS",
    "Change",
    "DEFAULT_LEVELS",
    "Levels",
    "Redacted",
    "Scan",
    "kinds",
    "levels_from",
    "redact",
    "visible",
]
