"""Texts in; what each says by meaning, how rare that is among them, and which pairs share how much of it,
out.

Words are compared by what they mean in three languages. Each costs its own words only: one that many hold is
looked at for its first holders.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from muster.text.concepts import keys_of_word

_MOST_OF_ONE_WORD = 60
_WORD = re.compile(r"\d{1,4}|[^\W\d_](?:['’ʼ]?[^\W\d_]){2,40}")
# Meanings by key, with the word that said it.
Meanings = Mapping[str, str]


def meanings(text: str, language: str) -> dict[str, str]:
    """What ``text`` says, by key of meaning, each with its first word."""
    lang = language if language in ("en", "ru", "uk") else "ru"
    words: dict[str, str] = {}
    for match in _WORD.finditer(text):
        keys = keys_of_word(match[0], lang)
        if keys:
            # A word of several meanings is one thing: the first, in a fixed order, stands for it.
            words.setdefault(min(keys), match[0])
    return words


def rarity(texts: Sequence[Meanings], common: float) -> dict[str, float]:
    """The weight of each meaning that no more than the share ``common`` of the texts hold (two may)."""
    holders: dict[str, int] = defaultdict(int)
    for each in texts:
        for key in each:
            holders[key] += 1
    most = max(2.0, common * len(texts))
    return {key: math.log((1 + len(texts)) / n) for key, n in holders.items() if n <= most}


def overlaps(
    texts: Sequence[Meanings], weights: Mapping[str, float], wanted: Callable[[int, int], bool]
) -> dict[tuple[int, int], float]:
    """The sum of the weights that two texts share, by their places, for pairs that are ``wanted``."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(texts):
        for key in each:
            if key in weights:
                holders[key].append(n)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for key, weight in weights.items():
        places = holders[key][:_MOST_OF_ONE_WORD]
        for i, left in enumerate(places):
            for right in places[i + 1 :]:
                if wanted(left, right):
                    found[left, right] += weight
    return found


__all__ = ["Meanings", "meanings", "overlaps", "rarity"]
