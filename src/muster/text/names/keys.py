"""Keys under which a name is looked up, so that names need not be compared all with all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from muster.text.names.given import given_form, given_spellings
from muster.text.names.parts import NameWord
from muster.text.scripts import fold, phonemes


@lru_cache(maxsize=50_000)
def word_keys(word: NameWord) -> tuple[str, ...]:
    """The keys of one word of a name, sorted; an initial has none."""
    if word.initial:
        return ()
    keys = {f"g{row}" for row in word.given.full | word.given.short} if word.given is not None else set()
    keys.update(_skeleton(sound) for sound in (*word.keys[:4], *word.bases[:6]))
    return tuple(sorted(keys))


_LOOSE = str.maketrans("ZzSCcdbv", "ssssstpf", "aeiouhg")


def _skeleton(sound: str) -> str:
    """Whether it begins with a vowel, and the first three consonants by class; h and г, which spellings
    drop and exchange, left out."""
    return ("sa" if sound[:1] in "aeiou" else "s") + sound.translate(_LOOSE)[:3]


def first_sound(sound: str) -> str:
    """The class of the first sound of a key, which an initial shares with its word."""
    return "a" if sound[0] in "aeiou" else "h" if sound[0] in "gh" else sound[0].translate(_LOOSE)


# Readings of one word that are followed, consonants of one, and sounds without which any one is not left out.
_MOST_READINGS, _MOST_CONSONANTS, _MOST_CUT = 8, 14, 4


@dataclass(frozen=True, slots=True)
class WordLookup:
    """Under what one word of a name is looked up. ``whole``: every consonant by class, beside a sound that
    has them; ``cut``: the same and with any one of them left out; ``short``: the first three; ``rows``: of
    the table of given names; ``full``: those of them that it is a full form of; ``heads``: what its initial
    may be. An initial has rows of none, and no consonants."""

    whole: dict[str, str]
    cut: dict[str, str]
    short: dict[str, str]
    rows: frozenset[int]
    full: frozenset[int]
    heads: frozenset[str]
    initial: bool


def word_lookup(word: NameWord) -> WordLookup:
    """The keys of one word, in any spelling, case or short form."""
    rows, full = given_rows(word)
    heads = frozenset(_head(sound) for sound in word.keys[:4] if sound)
    heads = heads.union(*(_heads_of(row) for row in rows))
    if word.initial:
        return WordLookup({}, {}, {}, rows, full, heads, initial=True)
    whole: dict[str, str] = {}
    short: dict[str, str] = {}
    for sound in filter(None, (*word.keys, *word.bases[:6])):
        consonants = _consonants(sound)
        whole.setdefault(consonants, sound)
        short.setdefault(("a" if sound[0] in "aeiou" else "") + consonants[:3], sound)
    cut: dict[str, str] = {}
    for consonants, sound in list(whole.items())[:_MOST_CUT]:
        if len(consonants) > 1:
            for key in (consonants, *(consonants[:n] + consonants[n + 1 :] for n in range(len(consonants)))):
                cut.setdefault(key, sound)
    return WordLookup(_first(whole), cut, _first(short), rows, full, heads, initial=False)


def given_rows(word: NameWord) -> tuple[frozenset[int], frozenset[int]]:
    """Rows of the table of given names that the word may be a form of, case forms and short forms among
    them, and those that it is a full form of; an initial is none."""
    if word.initial or word.given is None:
        return frozenset(), frozenset()
    inflected = given_form(word.bases) if word.bases else None
    full = word.given.full | (inflected.full if inflected is not None else frozenset())
    return full | word.given.short, full


def _first(keys: dict[str, str]) -> dict[str, str]:
    return dict(list(keys.items())[:_MOST_READINGS])


def _consonants(sound: str) -> str:
    """All consonants by class. A Latin "ts" may be ц or тс, "z" дз, and "j" дж: t and a hiss are a hiss."""
    return sound.translate(_LOOSE).replace("ts", "s")[:_MOST_CONSONANTS]


def _head(sound: str) -> str:
    return "i" if sound[0] in "ei" else sound[0] if sound[0] in "aou" else first_sound(sound)


@lru_cache(maxsize=1_024)
def _heads_of(row: int) -> frozenset[str]:
    """First sounds of every full form of a given name: Н. and М. for Николай, Микола."""
    sounds = (phonemes(fold(form))[0] for form in given_spellings(row))
    return frozenset(_head(sound) for sound in sounds if sound)


__all__ = ["WordLookup", "first_sound", "given_rows", "word_keys", "word_lookup"]
