"""The ways words take: papers, broadcasts, occasions, go-betweens; the lists are data/media.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

# Before the noun of a way; group 1 is the noun with what stands before it.
_WAY: Final = {
    "en": r"\b(?:[Ii]n|[Oo]n|by|[Vv]ia|[Tt]hrough|[Aa]t|over|[Dd]uring)\s"
    r"((?:(?:an?|the|his|her|its|their|one)\s)?(?:[\w’'-]{2,16}\s){0,2}?",
    "ru": r"(?<!\w)(?:[Вв]о?|[Нн]а|[Пп]о|[Чч]ерез|[Ии]з|со?|к)\s((?:[\w-]{2,18}\s){0,2}?",
    "uk": r"(?<!\w)(?:[ВвУу]|[Нн]а|[Пп]о|[Чч]ерез|[Іі]?з|зі|[Зз]а|до)\s((?:[\w’'ʼ-]{2,18}\s){0,2}?",
}
KINDS: Final = ("papers", "voices", "occasions", "people")


@lru_cache(maxsize=4)
def way(language: str) -> re.Pattern[str]:
    """A preposition and a medium: group 1 the medium with its words, and one group named as its kind."""
    raw = tomllib.loads((files("muster.text") / "data" / "media.toml").read_text("utf-8"))
    end = r"s?\b" if language == "en" else r"\w{0,4}(?!\w)"
    kinds = []
    for kind in KINDS:
        words = sorted(raw[kind][language].split(), key=lambda w: (-len(w), w))
        listed = "|".join(re.escape(w).replace("_", r"\s") for w in words)
        kinds.append(f"(?P<{kind}>(?:{listed}){end})")
    return re.compile(_WAY[language] + f"(?:{'|'.join(kinds)}))")


__all__ = ["KINDS", "way"]
