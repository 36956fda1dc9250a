"""A text in, the words out by which it can be laid beside a table's cells, in English, Russian or Ukrainian.

A word stands for its meanings (`concepts`), one with a capital also for its sounds, so that «в Острели» meets
"Ostrel" and «медсестра» meets "nurse". Kinds of unit and regions of known towns are clues of their own.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from muster.text.concepts import keys_of_word, sound
from muster.text.identifiers.words import classes
from muster.text.military_units import find_unit_kinds, find_units
from muster.text.places.places import find_named_places
from muster.text.unseen import seen

_WORD: Final = re.compile(r"[^\W\d_]{2,40}(?:['’ʼ-][^\W\d_]{1,30})*")
# Words that say of a name only that it is a place's.
_GENERIC: Final = re.compile(
    r"(?:region|oblast|district|province|republic|krai|raion|county|city|town|village|област|край|республ|район|город|міст|село)\w{0,4}\Z",
    re.I,
)
_ENDS: Final = r"(?:ая|ой|ую|ий|ого|ом|а|ої|ій|у|е|ою)\Z"
_ADJECTIVES: Final = tuple(
    re.compile(rf"(?<=[а-яіїєґ]{{3}}){link}(?:ск|ськ|цк|цьк){_ENDS}") for link in ("", "[иі]н")
)
_HOME: Final = re.compile(
    r"(?:\bfrom|\bnative of|\bborn in|\bиз|\bродом|\bуроженк?[аеу]\w{0,2}|\bіз|\bзі|\bз)"
    r"\s(?:the\s|из\s|із\s|з\s)?(?:town\sof\s)?\Z",
    re.I,
)


class Clue(NamedTuple):
    """Characters ``[start, stop)`` and what they may be said to be.

    ``kind``: word, name (with a capital), home (a name after "from"), region (of a town that is known), unit,
    or unit kind. ``keys``: what two clues of one kind must share to be the same.
    """

    start: int
    stop: int
    kind: str
    keys: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _meanings(word: str) -> frozenset[str]:
    if word[0].isascii():
        return keys_of_word(word, "en")
    return keys_of_word(word, "ru") | keys_of_word(word, "uk")


@lru_cache(maxsize=1 << 14)
def _name(word: str) -> frozenset[str]:
    """By sound, also without what makes an adjective of a town: Торминская, Tormin."""
    low = word.lower()
    forms = {low, *(adjective.sub("", low) for adjective in _ADJECTIVES)}
    return frozenset(s for form in forms if (s := sound(form))) or frozenset((f"={low}",))


def find_clues(text: str) -> list[Clue]:
    """Every clue of ``text``, in order; they may overlap. Unseen and look-alike letters are seen through."""
    shown = seen(text)
    body = shown.body
    found: list[Clue] = []
    for match in _WORD.finditer(body):
        word = match.group()
        if keys := _meanings(word):
            found.append(Clue(*match.span(), "word", keys))
        if word[0].isupper() and not _GENERIC.match(word):
            before = _HOME.search(body, max(0, match.start() - 24), match.start())
            found.append(Clue(*match.span(), "home" if before else "name", _name(word)))
    found += (
        Clue(p.start, p.stop, "region", frozenset().union(*(_name(w) for w in _region(p.near)))) for p in
        find_named_places(body) if _region(p.near)
    )  # fmt: skip
    found += (Clue(u.start, u.stop, "unit", frozenset((u.name,))) for u in find_units(body))
    found += (Clue(u.start, u.stop, "unit kind", frozenset((u.name,))) for u in find_unit_kinds(body))
    return sorted(Clue(shown.back(c.start), shown.back_end(c.stop), c.kind, c.keys) for c in found)


def _region(near: str | None) -> list[str]:
    parts = (near or "").split("; ")
    return (
        [] if len(parts) != 3 or "," in parts[1] else [w for w in parts[1].split() if not _GENERIC.match(w)]
    )


def wanted(cell: str, kind: str) -> list[frozenset[str]]:
    """What a text must hold to say what a table's cell says: each of these sets shares a key with some clue.

    ``kind``: name, word, unit or unit kind. Empty where the cell has no word that tells.
    """
    if kind == "unit":
        return [frozenset((u.name,)) for u in find_units(cell)] or _words(cell, "word")
    if kind == "unit kind":
        # "a regiment" may be any regiment.
        names = [u.name for u in find_unit_kinds(cell)]
        return [frozenset((name, name.split()[-1])) for name in names]
    return _words(cell, kind)


_PEOPLE: Final = """
people person persons man men woman women child children boy girl human inhabitant resident civilian
refugee soldier troops serviceman servicemen fighter prisoner captive detainee inmate hostage
deserter refuser recruit victim casualty dead killed wounded injured missing survivor witness
patient relative family member passenger человек люди людей мужчина женщина ребёнок дети детей
житель мирный беженец солдат военный военнослужащий боец пленный задержанный заключённый заложник
дезертир отказник погибший убитый раненый пропавший свидетель пациент особа людина чоловік жінка
дитина діти дітей мешканець цивільний біженець боєць військовий полонений затриманий ув'язнений
заручник загиблий убитий поранений зниклий свідок пацієнт родич
"""


@cache
def _people() -> frozenset[str]:
    return frozenset(key for word in _PEOPLE.split() for key in _meanings(word))


def noun_keys(words: str) -> frozenset[str]:
    """The meanings of the words that say what a number counts."""
    return frozenset(key for m in _WORD.finditer(words) for key in _meanings(m.group().lower()))


def counts_people(words: str) -> bool:
    """Whether one of the first words of what a number counts is people."""
    found = [m.group().lower() for m in _WORD.finditer(words)][:4]
    return any(_meanings(w) & _people() or classes(w) & {"kin", "rank", "job", "group"} for w in found)


def _words(cell: str, kind: str) -> list[frozenset[str]]:
    found = [m.group() for m in _WORD.finditer(cell)]
    telling = [w for w in found if not _GENERIC.match(w)] or found
    return [keys for w in telling if (keys := _name(w) if kind == "name" else _meanings(w.lower()))]


__all__ = ["Clue", "counts_people", "find_clues", "noun_keys", "wanted"]
