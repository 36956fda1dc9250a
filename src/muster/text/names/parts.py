"""A name taken apart: words with their sound keys, case forms, and the part each may play in the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from muster.text.names.given import GivenForm, given_form
from muster.text.names.patronymics import fathers, shaped
from muster.text.scripts import as_cyrillic, fold, phonemes

# A name of more words than this is an organisation or a mistake; the rest is not looked at.
MOST_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\.?|\d+")
# Figures that stand for letters within a word.
_FIGURE = re.compile(r"(?<=[^\W\d_])[013459](?=[^\W\d_])")
_AS_LETTER = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "9": "g"}
_ABD = re.compile(r"\b'?abd(?:[ -]?[aeu][lr])?[ -](?=\w)")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "dame",
        "lord",
        "lady",
        "г-н",
        "г-жа",
        "пан",
        "пані",
        "jr",
        "sr",
        "ii",
        "iii",
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "la",
        "al",
        "el",
        "bin",
        "ibn",
        "бин",
        "ибн",
        "аль",
        "эль",
        "фон",
        "ван",
    ]
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# Endings that the cases give to Russian and Ukrainian names, and what the base form has; "-": nothing.
_CASES = """
ского ский; скому ский; ским ский; ском ский; ской ская ский ской; скую ская; ские ский; ских ский
цкого цкий; цкому цкий; цким цкий; цком цкий; цкой цкая цкий; цкую цкая
ського ський; ському ський; ським ський; ської ська; ській ська; ську ська; ською ська
цького цький; цькому цький; цьким цький; цької цька; цькій цька; цьку цька; цькою цька
ого ий ый ой; ому ий ый ой; его ий; ему ий; ыми - ый; ами -; ых - ый; им ий -; ым - ый
ом - о ел ий; ем - й ь ий ец; єм й ій; ою а; ею я; ой а ая; ей я ь а; єю я; ії ія; ии ия
ию ия ий; ия ий; ія ій; ію ій ія; ові - о; еві ь й; єві й; ую ая; ої а; ям я
а - о; у - а о; е - а о й я ь; ы а -; и а я ь -; я й ь; ю й ь я; і - а о я; ї я й
"""
# Given names that lose a vowel when they are inflected.
_FLEETING = {"павл": "павел", "льв": "лев"}
_VOWELS = "аеиоуыэюяіїєьй"


def _endings() -> dict[int, dict[str, tuple[str, ...]]]:
    table: dict[int, dict[str, tuple[str, ...]]] = {}
    for entry in _CASES.replace("\n", ";").split(";"):
        if words := entry.split():
            table.setdefault(len(words[0]), {})[words[0]] = tuple("" if w == "-" else w for w in words[1:])
    return table


_ENDINGS = _endings()


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name. ``keys``: its sounds as written; ``bases``: sounds of the base forms that it
    may be an inflected form of, which ``forms`` has in letters; ``given``: what it is as a given name;
    ``initial``: one letter stands for the word; ``patronymic``: it has the shape of one; ``fathers``: rows
    of the name that it is made from."""

    shown: str
    keys: tuple[str, ...]
    bases: tuple[str, ...]
    given: GivenForm | None
    initial: bool
    patronymic: bool
    fathers: frozenset[int]
    cyrillic: bool
    forms: tuple[str, ...]


def base_forms(word: str) -> tuple[str, ...]:
    """Words (folded, Cyrillic) that ``word`` may be a case form of, itself left out."""
    found: list[str] = []
    for size in sorted(_ENDINGS, reverse=True):
        stem, ending = word[:-size], word[-size:]
        if len(stem) < 2 or ending not in _ENDINGS[size]:
            continue
        for base in _ENDINGS[size][ending]:
            # A base form without an ending ends in a consonant.
            if base == "" and stem[-1] in _VOWELS:
                continue
            found.append(_FLEETING.get(stem, stem) if base == "" else stem + base)
    return tuple(dict.fromkeys(f for f in found if f != word))


def name_word(shown: str) -> NameWord:
    """The word as the comparison of names sees it."""
    return _word(fold(shown))


@lru_cache(maxsize=100_000)
def _word(shown: str) -> NameWord:
    folded = shown.rstrip(".")
    keys = phonemes(folded)
    cyrillic = _CYRILLIC.search(folded) is not None
    dotted = shown.endswith(".") and len(folded) <= 2
    forms = base_forms(folded) if cyrillic else ()
    bases = tuple(dict.fromkeys(k for f in forms for k in phonemes(f) if k not in keys))
    patronymic = len(folded) > 3 and shaped((*keys, *bases))
    return NameWord(
        shown=folded,
        keys=keys,
        bases=bases,
        given=given_form(keys) or (given_form(bases) if bases else None),
        initial=len(folded) == 1 or dotted,
        patronymic=patronymic,
        fathers=fathers((*keys, *bases)) if patronymic else frozenset(),
        cyrillic=cyrillic,
        forms=forms,
    )


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[NameWord, ...]:
    """The words of a name in order; titles and particles left out unless nothing else is there."""
    folded = fold(as_cyrillic(name))
    folded = _FIGURE.sub(lambda m: _AS_LETTER[m[0]], folded)
    found = _WORD.findall(_ABD.sub("abdul ", folded).replace("-", " "))
    kept = [w for w in found if w.rstrip(".") not in _TITLES]
    return tuple(_word(w) for w in (kept or found)[:MOST_WORDS])


__all__ = ["NameWord", "base_forms", "name_word", "name_words"]
