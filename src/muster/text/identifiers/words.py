"""A word in, what it says about somebody out: kinship, rank, occupation, wound, people, kind of place."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_LONGEST_ENDING = 6
_SHORTEST_STEM = 3


@cache
def _lists() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Whole words and stems, each with the classes they are in."""
    table = tomllib.loads(files("muster.text").joinpath("data/identifiers.toml").read_text(encoding="utf-8"))
    words: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for field, section in table.items():
        for word in section["words"].split():
            (stems if word.endswith("*") else words).setdefault(word.rstrip("*"), set()).add(field)
    return {w: frozenset(f) for w, f in words.items()}, {s: frozenset(f) for s, f in stems.items()}


@lru_cache(maxsize=1 << 16)
def classes(word: str) -> frozenset[str]:
    """The classes of a word in any letters' size; empty for most."""
    words, stems = _lists()
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    low = low[:-2] if low.endswith("'s") else low
    found: frozenset[str] = words.get(low, frozenset())
    for n in range(max(_SHORTEST_STEM, len(low) - _LONGEST_ENDING), len(low) + 1):
        found |= stems.get(low[:n], frozenset())
    if "-" in low and not found:
        return classes(low.rsplit("-", 1)[-1]) & {"kin", "rank", "job", "wound", "group"}
    return found


__all__ = ["classes"]
