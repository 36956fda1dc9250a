"""Where somebody stands to what he tells, by what he is called: near to it, or a judge from afar.

The lists are data (``data/standings.toml``).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from muster.text.lemmas import lemma


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """One language's nouns: as listed and led back to what ``lemma`` makes of them."""

    nearby: frozenset[str]
    experts: frozenset[str]
    kin: frozenset[str]


@lru_cache(maxsize=4)
def standings(language: str) -> Standings:
    """The nouns of ``en``, ``ru`` or ``uk``, in small letters."""
    raw = tomllib.loads((files("muster.text") / "data" / "standings.toml").read_text("utf-8"))

    def read(table: str) -> frozenset[str]:
        words = raw[table][language].split()
        return frozenset(words) | {lemma(w, language) for w in words}

    return Standings(read("nearby"), read("experts"), read("kin"))


__all__ = ["Standings", "standings"]
