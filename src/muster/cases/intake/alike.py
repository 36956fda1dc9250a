"""Questions in; groups of those that ask the like, with the words they share and the topic that a person gave
one of them, out. A suggestion: a person sorts the rest, or leaves them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from muster.cases.intake.shared_words import Meanings, meanings, overlaps, rarity

# What half of a queue says tells no question apart; at least so many things, and so much of what both say.
_COMMON, _LEAST, _SHARE = 0.5, 2, 0.3
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Alike:
    """Questions that ask the like, in order of coming. ``topic``: what a person said of most of those that
    one sorted, or ""; ``by_person``: how many of them one sorted; ``words``: what most of them say."""

    codes: tuple[str, ...]
    words: tuple[str, ...]
    topic: str
    by_person: int


def alike(questions: Iterable[tuple[str, str, str]], sorted_by_hand: Mapping[str, str]) -> list[Alike]:
    """Groups of two or more, the largest first. ``questions``: (code, text, language), in order of coming;
    ``sorted_by_hand``: the topic by code where a person gave it.

    Two of which a person said two things stay apart. Each joins the one that it is most alike.
    """
    rows = list(questions)
    said = [meanings(text, language) for _, text, language in rows]
    weights = {key: weight**2 for key, weight in rarity(said, _COMMON).items()}
    sizes = [math.sqrt(sum(weights.get(key, 0.0) for key in each)) for each in said]
    near = [
        (weight / (sizes[i] * sizes[j]), i, j)
        for (i, j), weight in overlaps(said, weights, lambda i, j: True).items()
        if len(said[i].keys() & said[j].keys() & weights.keys()) >= _LEAST
    ]
    topics = {n: sorted_by_hand[code] for n, (code, _, _) in enumerate(rows) if code in sorted_by_hand}
    groups = _joined(
        (pair for pair in sorted(near, key=lambda p: (-p[0], p[1:])) if pair[0] >= _SHARE), topics
    )
    found = [_told([rows[n][0] for n in group], [said[n] for n in group], weights,
                   [topics[n] for n in group if n in topics]) for group in groups]  # fmt: skip
    return sorted(found, key=lambda g: (-len(g.codes), g.codes))


def _joined(pairs: Iterable[tuple[float, int, int]], topics: Mapping[int, str]) -> list[list[int]]:
    """Groups by the nearest pairs first; a group holds no two topics, and nobody joins by the second best."""
    of: dict[int, int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    for _, i, j in pairs:
        if i in of and j in of:
            continue
        group = of.get(i, of.get(j, i))
        told = {topics[n] for n in (*members[group], i, j) if n in topics}
        if len(told) < 2:
            for n in (i, j):
                if n not in of:
                    of[n] = group
                    members[group].append(n)
    return [sorted(group) for group in members.values() if group]


def _told(codes: list[str], said: list[Meanings], weights: Mapping[str, float], topics: list[str]) -> Alike:
    held = Counter(key for each in said for key in each if key in weights)
    both = [key for key, n in held.items() if n > 1]
    most = sorted(both, key=lambda key: (-held[key] * weights[key], key))[:_NAMED]
    words = tuple(next(each[key] for each in said if key in each) for key in most)
    topic = Counter(topics).most_common(1)[0][0] if topics else ""
    return Alike(tuple(codes), words, topic, len(topics))


__all__ = ["Alike", "alike"]
