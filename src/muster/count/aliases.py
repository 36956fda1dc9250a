"""Names that may be one origin: suggested with a reason, joined by people only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_BRACKET = re.compile(r"\s*\([^()]{0,120}\)")
_SMALL = {"of", "the", "and", "for", "in", "on", "de", "и", "по", "для", "та", "і", "з"}
_WORD = re.compile(r"[^\W\d_]+")


def suggested(names: Iterable[str]) -> list[tuple[str, str, str]]:
    """(name, other name, reason), each pair once; linear in the names but for a sort.

    Two names are suggested where they are one without what stands in brackets ("(via …)"), or where one
    abbreviates the other: the first letters of the words of one are the capitals of the other.
    """
    plain: dict[str, list[str]] = {}
    capitals: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        base = " ".join(_WORD.findall(_BRACKET.sub("", name))).casefold()
        plain.setdefault(base, []).append(name)
        for inside in (_BRACKET.sub("", name), *re.findall(r"\(([^(),;]{2,20})", name)):
            key = _letters(inside)
            if len(key) >= 3:
                capitals.setdefault(key, []).append(name)
    out = {(a, b): "the same name but for what stands in brackets" for group in plain.values()
           for a, b in pairwise(group)}  # fmt: skip
    for key, group in capitals.items():
        short = [n for n in group if _abbreviates(n, key)]
        for a, b in pairwise(group):
            if short and a != b:
                out.setdefault((a, b), f"one abbreviates the other: {key}")
    return [(a, b, why) for (a, b), why in sorted(out.items())]


def _letters(name: str) -> str:
    """First letters of words, and all capitals of an abbreviation: "UK Ministry of D…" → UKMD."""
    out = ""
    for word in _WORD.findall(name):
        big = [c for c in word if c.isupper()]
        if word.casefold() in _SMALL:
            continue
        out += "".join(big) if len(big) > 1 else word[0].upper()
    return out


def _abbreviates(name: str, key: str) -> bool:
    """True where the name itself spells some of ``key`` in capitals."""
    return any(len([c for c in w if c.isupper()]) > 1 and len(w) < len(key) + 3 for w in _WORD.findall(name))


__all__ = ["suggested"]
