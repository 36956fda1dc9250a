"""Given names: which spellings and short forms are one name, from ``data/given_names.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from muster.text.scripts import fold, phonemes


class GivenForm(NamedTuple):
    """What one form may stand for: rows of the table, and whether it is a short form of them."""

    full: frozenset[int]
    short: frozenset[int]


@cache
def _table() -> tuple[
    dict[str, tuple[set[int], set[int]]], tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...]
]:
    lines = files("muster.text").joinpath("data/given_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    known: dict[str, tuple[set[int], set[int]]] = {}
    for number, (full, short, _, _) in enumerate(rows):
        for which, listed in ((0, full), (1, short)):
            for form in listed.split():
                for key in _keys(form):
                    known.setdefault(key, (set(), set()))[which].add(number)
    forms = tuple(tuple(row[0].split()) for row in rows)
    return known, tuple(each[0] for each in forms), tuple(row[2] for row in rows), forms


@cache
def men() -> tuple[tuple[int, str], ...]:
    """(row, full form) of every man's name that is written in Cyrillic."""
    _, _, genders, forms = _table()
    return tuple(
        (row, form)
        for row, each in enumerate(forms) if genders[row] == "m"
        for form in each if "\u0400" <= form[0] <= "\u04ff"
    )  # fmt: skip


def _keys(form: str) -> tuple[str, ...]:
    # Only the likeliest romanisation: a table entry must not be reached by a far-fetched one.
    return (phonemes(fold(form))[0],)


def given_form(keys: tuple[str, ...]) -> GivenForm | None:
    """What a word with these phoneme keys stands for as a given name, or None if the table lacks it."""
    known = _table()[0]
    full: set[int] = set()
    short: set[int] = set()
    for key in keys:
        if key in known:
            full |= known[key][0]
            short |= known[key][1]
    return GivenForm(frozenset(full), frozenset(short)) if full or short else None


@cache
def _sounds_by_row() -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for key, (full, short) in _table()[0].items():
        for row in full | short:
            found.setdefault(row, []).append(key)
    return {row: tuple(keys) for row, keys in found.items()}


def given_forms(row: int) -> tuple[str, ...]:
    """The sounds of every form of a row of the table, full and short."""
    return _sounds_by_row().get(row, ())


def given_name(row: int) -> str:
    """The first full form of a row of the table, for a reason in words."""
    return _table()[1][row]


def given_spellings(row: int) -> tuple[str, ...]:
    """Every full form of a row, in letters."""
    return _table()[3][row]


def given_gender(row: int) -> str:
    """``m`` or ``f``."""
    return _table()[2][row]


__all__ = [
    "GivenForm",
    "given_form",
    "given_forms",
    "given_gender",
    "given_name",
    "given_spellings",
    "men",
]
