"""Nouns of what is counted, in the forms that sentences in three languages need."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import NamedTuple


class Noun(NamedTuple):
    """``en``: one, many. ``ru`` and ``uk``: after 1; after 2 to 4; after 5 and more (the genitive plural);
    and the genitive singular, which stands after "не менее 21"."""

    en: tuple[str, str]
    ru: tuple[str, str, str, str]
    uk: tuple[str, str, str, str]


def _read() -> dict[str, Noun]:
    raw = tomllib.loads((files("muster.count") / "nouns.toml").read_text("utf-8"))
    return {name: Noun(tuple(r["en"]), tuple(r["ru"]), tuple(r["uk"])) for name, r in raw.items()}


NOUNS = _read()


def slavic_form(value: float, noun: tuple[str, str, str, str]) -> str:
    """The noun after ``value`` in the nominative: 1 отказ, 2 отказа, 5 отказов; after a fraction, отказа."""
    if value != int(value):
        return noun[3]
    n = int(value) % 100
    if n % 10 == 1 and n != 11:
        return noun[0]
    return noun[1] if 2 <= n % 10 <= 4 and not 12 <= n <= 14 else noun[2]


def slavic_genitive(value: float, noun: tuple[str, str, str, str]) -> str:
    """The noun after ``value`` in the genitive: не менее 1 отказа, не менее 2 отказов."""
    if value != int(value):
        return noun[3]
    n = int(value) % 100
    return noun[3] if n % 10 == 1 and n != 11 else noun[2]


__all__ = ["NOUNS", "Noun", "slavic_form", "slavic_genitive"]
