"""Texts in, for each the one of a pool whose words are most like its own: how often words alone lead home."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{2,40}|\d{1,15}")
# A word in more texts than this says little of any, and would make every text be compared with every other.
_COMMON: Final = 1000


def nearest(texts: Sequence[str], pool: Sequence[str]) -> list[int | None]:
    """For each text the place in ``pool`` of the one most like it by TF-IDF cosine; None: no word is shared.

    The first of equals. Weights: (1 + ln tf) · (ln((1 + N) / (1 + df)) + 1). Cost: words of a text times the
    at most 1,000 texts that share each.
    """
    bags = [_bag(text) for text in pool]
    often = Counter(word for bag in bags for word in bag)
    weight = {word: math.log((1 + len(pool)) / (1 + n)) + 1 for word, n in often.items()}
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, bag in enumerate(bags):
        values = {word: (1 + math.log(n)) * weight[word] for word, n in bag.items()}
        size = math.sqrt(sum(v * v for v in values.values())) or 1.0
        for word, value in values.items():
            if often[word] <= _COMMON:
                holders[word].append((place, value / size))
    return [_best(_bag(text), holders, weight) for text in texts]


def _bag(text: str) -> Counter[str]:
    return Counter(m.group() for m in _WORD.finditer(text.lower()))


def _best(
    bag: Counter[str], holders: dict[str, list[tuple[int, float]]], weight: dict[str, float]
) -> int | None:
    likeness: dict[int, float] = defaultdict(float)
    for word, n in bag.items():
        for place, value in holders.get(word, ()):
            likeness[place] += (1 + math.log(n)) * weight[word] * value
    return min(likeness, key=lambda place: (-likeness[place], place)) if likeness else None


__all__ = ["nearest"]
