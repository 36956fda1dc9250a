"""Units and whose forces, in some words: keys that languages have in common, and the words for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from muster.link.translated import sound
from muster.model.claims import Mention
from muster.text.concepts import keys_of_word
from muster.text.listed import listed

# "Sorvian troops", «сорвийская артиллерия»: whose they are.
_FORCE = re.compile(
    r"([A-Z][\w’'-]{3,}|[А-ЯІЇЄҐЁа-яіїєґё-]{4,}(?:ск|ськ|цьк"
    r"|цк)[а-яіїєґё]{2,3}|(?:[Сс]евер|[Юю]ж|[Вв]осточ|[Зз]апад|[Пп]івніч|[Пп]івден|[Сс]хід"
    r"|[Зз]ахід)н[а-яіїє]{1,3})"
    r"[’']?s?\s+(?:(?!was|were|are|is|had|has|have)[a-zа-яіїєґё]+\s+)?"
    r"(?:(?:forces|troops|[Aa]rmy|artillery|soldiers|aircraft|drones?|guns|gunners|military|fighters|tanks"
    r"|shells?|missiles?)(?!\w)"
    r"|войск\w*|арми\w+|артиллери\w+|солдат\w*|военн\w+|авиаци\w+|дрон\w*|бойц\w+|снаряд\w*|ракет\w*"
    r"|військ\w*|армі\w+|артилері\w+|солдат\w*|авіаці\w+|бійц\w+)"
)
_UNIT_KINDS = (
    ("brigade", ("brigade", "бригад")), ("regiment", ("regiment", "полк")), ("corps", ("corps", "корпус")),
    ("battalion", ("battalion", "батальон", "батальйон")), ("division", ("division", "дивиз", "дивіз")),
    ("company", ("company", "рот")), ("flotilla", ("flotilla", "флотили")),
)  # fmt: skip
_UNIT = re.compile(
    r"(?<![\d-])(\d{1,4})(?:st|nd|rd|th|-[а-яіїє]{1,3})\s(?:[\w’'-]{2,20}\s){0,3}?"
    r"([Bb]rigade|[Rr]egiment|[Cc]orps|[Bb]attalion|[Dd]ivision|[Cc]ompany|[Ff]lotilla"
    r"|бригад\w{1,3}|полк\w{0,3}|корпус\w{0,3}|батальйо?н\w{0,3}|батальон\w{0,3}|див[иі]з\w{1,3}"
    r"|рот[аиыіуеойю]{1,2}|флотили\w)(?!\w)"
)
_NO_FORCE = listed(
    "january february march april may june july august september october november december monday tuesday",
    "wednesday thursday friday saturday sunday telegram",
    "only there both these those some many most their other another several dozens hundreds three four",
    "five seven",
    "eight nine three brigade regiment battalion division when after before while what which here with",
    "from where",
    "into more than also that this they were army armed",
)


def actors_in(mentions: Iterable[Mention], words: str) -> Iterator[tuple[str, str]]:
    """Units, and whose forces act: a key that languages have in common, and the words for a person."""
    for m in mentions:
        if m.kind == "unit":
            number = " ".join(re.findall(r"\d+", m.norm))
            yield (
                f"unit {number} {m.norm.split()[-1].casefold()}" if number else f"unit {sound(m.norm)}",
                m.norm,
            )
    yield from units_in(words)
    for force in _FORCE.finditer(words):
        if force[1].lower() not in _NO_FORCE:
            yield f"force {_whose(force[1])}", force[0]


def _whose(word: str) -> str:
    """The first meaning of a point of the compass, in which languages meet; else the sound."""
    keys = sorted(key for key in keys_of_word(word, language_of(word)) if key[0] == "c")
    return keys[0] if keys else sound(word)


def units_in(words: str) -> Iterator[tuple[str, str]]:
    """Numbered units in any case and language: number and kind as a key, and as written. A longer name ("77th
    Rifle Regiment") has the same key."""
    for unit in _UNIT.finditer(words):
        kind = next(name for name, begun in _UNIT_KINDS if unit[2].lower().startswith(begun))
        yield f"unit {unit[1]} {kind}", unit[0]


def language_of(word: str) -> str:
    """The language that a word looks like by its letters."""
    return "en" if word.isascii() else "uk" if re.search("[іїєґІЇЄҐ]", word) else "ru"


__all__ = ["actors_in", "language_of", "units_in"]
