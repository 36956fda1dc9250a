"""Nouns for sources: people, whoever is quoted, bodies, papers; the lists are data (data/sources.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from muster.text.lemmas import lemma


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
    raw = tomllib.loads((files("muster.text") / "data" / "sources.toml").read_text("utf-8"))

    def read(table: str) -> frozenset[str]:
        words = raw[table][language].split()
        # Without a Ukrainian dictionary «опитаних» and «опитаний» keep different stems.
        stems = {w[:-2] for w in words if language == "uk" and w.endswith(("ий", "ій"))}
        stems |= {stem for w in words if language == "uk" and (stem := _without_vowel(w))}
        return frozenset(words) | stems | {lemma(w, language) for w in words}

    return SourceWords(read("people"), read("stand_ins"), read("bodies"), read("papers"))


# «висновок, висновку», «продавець, продавця»: the vowel of the last syllable falls out behind an ending.
_FLEETING: Final = (("єць", "йц"), ("ець", "ц"), ("ок", "к"))


def _without_vowel(word: str) -> str:
    """The stem of the other cases of a Ukrainian noun with a fleeting vowel; "" where it has none."""
    return next((word.removesuffix(end) + stem for end, stem in _FLEETING if word.endswith(end)), "")


__all__ = ["SourceWords", "source_words"]
