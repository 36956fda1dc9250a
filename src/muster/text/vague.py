"""Vague words ("dozens", «значительная часть») and the bounds a coding profile gives them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

PROFILES: Final = ("as-written", "strict", "acled", "ucdp")


class Bounds(NamedTuple):
    """None: the profile gives no such bound."""

    low: float | None = None
    high: float | None = None
    low_exclusive: bool = False
    high_exclusive: bool = False


class Row(NamedTuple):
    """One row of ``vague.toml``: ``scale`` is count or share; ``coding`` has bounds by profile."""

    name: str
    scale: str
    coding: dict[str, Bounds]


_Phrase = tuple[tuple[frozenset[str], ...], Row]


@cache
def _table() -> dict[str, list[_Phrase]]:
    """Phrases by their first word, longest first."""
    raw = tomllib.loads(files("muster.text").joinpath("vague.toml").read_text("utf-8"))
    table: dict[str, list[_Phrase]] = {}
    for name, entry in raw.items():
        coding = {p: Bounds(**{k: v for k, v in entry[p].items() if k != "source"}) for p in PROFILES[1:]}
        row = Row(name, entry["scale"], coding)
        for phrase in entry["words"]:
            choices = tuple(frozenset(choice.split("|")) for choice in phrase.replace("-", " - ").split())
            for first in choices[0]:
                table.setdefault(first, []).append((choices, row))
    for phrases in table.values():
        phrases.sort(key=lambda item: (-len(item[0]), item[1].name))
    return table


def vague_at(words: Sequence[str], index: int, ceiling: int) -> tuple[int, Row] | None:
    """The longest phrase of the table at ``index``: where its words end (a closing "of" left out),"
    " its row."""
    for choices, row in _table().get(words[index], ()):
        stop = index + len(choices)
        if stop <= ceiling and all(words[index + k] in choice for k, choice in enumerate(choices)):
            return stop - (words[stop - 1] == "of"), row
    return None


def bounds_of(row: str, profile: str) -> Bounds:
    """The bounds of a row under a profile; ``as-written`` gives none."""
    for phrases in _table().values():
        for _, candidate in phrases:
            if candidate.name == row:
                return candidate.coding.get(profile, Bounds())
    return Bounds()


__all__ = ["Bounds", "PROFILES", "Row", "bounds_of", "vague_at"]
