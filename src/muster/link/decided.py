"""What people decided of two claims: one origin, or two. Their word wins; what contradicts itself is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from muster.link.whose import Key

# Characters of a document, as a judgement holds on to them: document id, start, stop.
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided of two claims, by their places: one origin, or two."""

    together: tuple[tuple[Place, Place], ...] = ()
    parted: tuple[tuple[Place, Place], ...] = ()


def join_as_decided(
    homes: dict[Key, Key],
    together: Sequence[tuple[Key, Key]],
    parted: Sequence[tuple[Key, Key]],
    name: Callable[[Key], str],
    conflicts: list[str],
) -> dict[Key, Key]:
    """``homes`` with the keys joined that people held for one, and those alone that they held apart. Told in
    ``conflicts``: a name judged two, and what is judged one and two at once, of which nothing is joined."""
    homes = dict(homes)
    for a, b in parted:
        if a == b:
            conflicts.append(f"judged two origins, but both are {name(a)}: judge the names or the copies")
        elif homes.get(a, a) == homes.get(b, b):
            homes.pop(a, None)
            homes.pop(b, None)
    above: dict[Key, Key] = {}

    def top(key: Key) -> Key:
        key = homes.get(key, key)
        while (higher := above.get(key, key)) != key:
            key = higher
        return key

    for a, b in together:
        one, other = sorted((top(a), top(b)))
        if one != other:
            above[other] = one
    refused = {top(a) for a, b in parted if a != b and top(a) == top(b)}
    for key in sorted(refused):
        names = sorted({name(k) for pair in together for k in pair if top(k) == key})
        conflicts.append(f"judged one origin and two at once, so not joined: {', '.join(names)}")
    joined = {homes.get(k, k): top(k) for pair in together for k in pair if top(k) not in refused}
    moved = {key: joined[home] for key, home in homes.items() if home in joined}
    return {**homes, **moved, **{k: home for k, home in joined.items() if k != home}}


__all__ = ["Decided", "Place", "join_as_decided"]
