"""Nouns for sources: people, whoever is quoted, bodies, papers; the lists are data (data/sources.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.text.sources.noun_lists import noun_lists


@dataclass(frozen=True, slots=True, eq=False)
class SourceWords:
    """One language's nouns: as listed and led back to what ``lemma`` makes of them."""

    people: frozenset[str]
    stand_ins: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]


@lru_cache(maxsize=4)
def source_words(language: str) -> SourceWords:
    """The nouns of ``en``, ``ru`` or ``uk``, in small letters."""
    nouns = noun_lists("sources", language)
    if language == "uk":
        nouns = {table: found | _stems(found) for table, found in nouns.items()}
    return SourceWords(nouns["people"], nouns["stand_ins"], nouns["bodies"], nouns["papers"])


def _stems(nouns: frozenset[str]) -> set[str]:
    """Without a Ukrainian dictionary «опитаних» and «опитаний» keep different stems."""
    stems = {w[:-2] for w in nouns if w.endswith(("ий", "ій"))}
    return stems | {stem for w in nouns if (stem := _without_vowel(w))}


# «висновок, висновку», «продавець, продавця»: the vowel of the last syllable falls out behind an ending.
_FLEETING: Final = (("єць", "йц"), ("ець", "ц"), ("ок", "к"))


def _without_vowel(word: str) -> str:
    """The stem of the other cases of a Ukrainian noun with a fleeting vowel; "" where it has none."""
    return next((word.removesuffix(end) + stem for end, stem in _FLEETING if word.endswith(end)), "")


__all__ = ["SourceWords", "source_words"]
