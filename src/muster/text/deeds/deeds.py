"""Verbs that say what was done, by scene, so that "discharged" and "left" are seen to be two deeds."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from muster.text.scripts import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST_ENDING = 3


class Deed(NamedTuple):
    """Characters ``[start, stop)`` of a text; the deed and the scene that it belongs to."""

    start: int
    stop: int
    deed: str
    scene: str


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, str]]:
    raw = tomllib.loads((files("muster.text") / "data" / "deeds.toml").read_text("utf-8"))
    return {
        start.replace("_", " "): (deed, scene)
        for scene, deeds in raw.items()
        for deed, row in deeds.items()
        for start in row.split()
    }


def deeds(body: str, start: int, stop: int) -> list[Deed]:
    """The deeds told between two characters, in order."""
    found: list[Deed] = []
    before: re.Match[str] | None = None
    for match in _WORD.finditer(body, start, stop):
        word = fold(match.group())
        pair = _of(f"{fold(before.group())} {word}") if before else None
        if pair and before:
            found.append(Deed(before.start(), match.end(), *pair))
        elif single := _of(word):
            found.append(Deed(match.start(), match.end(), *single))
        before = match
    return found


@lru_cache(maxsize=1 << 15)
def _of(word: str) -> tuple[str, str] | None:
    """The deed of a form: its whole, or a beginning of five letters or more with a short ending. English
    forms are listed whole."""
    table = _table()
    if word in table or word.isascii():
        return table.get(word)
    for size in range(len(word) - 1, max(4, len(word) - _LONGEST_ENDING - 1), -1):
        if word[:size] in table:
            return table[word[:size]]
    return None


__all__ = ["Deed", "deeds"]
