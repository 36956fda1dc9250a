"""Where somebody stands to what he tells, by what he is called: near to it, or a judge from afar.

The lists are data (``data/standings.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from muster.text.sources.noun_lists import noun_lists


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """One language's nouns: as listed and led back to what ``lemma`` makes of them."""

    nearby: frozenset[str]
    experts: frozenset[str]
    kin: frozenset[str]


@lru_cache(maxsize=4)
def standings(language: str) -> Standings:
    """The nouns of ``en``, ``ru`` or ``uk``, in small letters."""
    nouns = noun_lists("standings", language)
    return Standings(nouns["nearby"], nouns["experts"], nouns["kin"])


__all__ = ["Standings", "standings"]
