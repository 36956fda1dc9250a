"""Nouns that stand as data: tables of a file, a list a language, in base forms."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from muster.text.lemmas import lemma


def noun_lists(file: str, language: str) -> dict[str, frozenset[str]]:
    """Table to nouns of ``data/FILE.toml`` in ``en``, ``ru`` or ``uk``: as listed, and led back by ``lemma``.

    Read anew at every call: whoever asks keeps what he makes of it.
    """
    raw = tomllib.loads((files("muster.text") / "data" / f"{file}.toml").read_text("utf-8"))
    return {table: _with_base_forms(lists[language].split(), language) for table, lists in raw.items()}


def _with_base_forms(nouns: list[str], language: str) -> frozenset[str]:
    return frozenset(nouns) | {lemma(w, language) for w in nouns}


__all__ = ["noun_lists"]
