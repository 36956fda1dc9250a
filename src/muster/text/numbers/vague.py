"""Vague words ("dozens", «значительная часть») and the bounds a coding profile gives them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
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
def _table() -> dict[str, dict[str, list[_Phrase]]]:
    """Phrases by their first and second word ("" where there is none), longest first."""
    raw = tomllib.loads(files("muster.text").joinpath("vague.toml").read_text("utf-8"))
    table: dict[str, dict[str, list[_Phrase]]] = {}
    for name, entry in raw.items():
        coding = {p: Bounds(**{k: v for k, v in entry[p].items() if k != "source"}) for p in PROFILES[1:]}
        row = Row(name, entry["scale"], coding)
        for phrase in entry["words"]:
            choices = tuple(frozenset(choice.split("|")) for choice in phrase.replace("-", " - ").split())
            for first in choices[0]:
                for second in choices[1] if len(choices) > 1 else ("",):
                    table.setdefault(first, {}).setdefault(second, []).append((choices, row))
    for by_second in table.values():
        for phrases in by_second.values():
            phrases.sort(key=lambda item: (-len(item[0]), item[1].name))
    return table


def first_words() -> Iterable[str]:
    """Every word with which a vague phrase may begin."""
    return _table()


def vague_at(words: Sequence[str], index: int, ceiling: int) -> tuple[int, Row] | None:
    """The longest phrase of the table at ``index``: where it ends (a last "of" left out), and its row."""
    by_second = _table().get(words[index])
    if by_second is None:
        return None
    second = words[index + 1] if index + 1 < ceiling else ""
    for choices, row in (*by_second.get(second, ()), *(by_second.get("", ()) if second else ())):
        stop = index + len(choices)
        if stop <= ceiling and all(words[index + k] in choice for k, choice in enumerate(choices)):
            return stop - (words[stop - 1] == "of"), row
    return None


@cache
def _rows() -> dict[str, Row]:
    return {
        row.name: row for seconds in _table().values() for phrases in seconds.values() for _, row in phrases
    }


def bounds_of(row: str, profile: str) -> Bounds:
    """The bounds of a row under a profile; ``as-written`` gives none."""
    return _rows()[row].coding.get(profile, Bounds())


__all__ = ["PROFILES", "Bounds", "Row", "bounds_of", "first_words", "vague_at"]
