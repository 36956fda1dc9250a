"""The smallest set of things whose removal changes a result: exact, without trying every set."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Removal(NamedTuple):
    """``removed``: the smallest set found, sorted; None where no set of at most ``tried`` does it.

    ``complete``: no smaller set exists. False where the search was given up: then ``tried`` is the size
    up to which every set was ruled out.
    """

    removed: tuple[str, ...] | None
    tried: int
    complete: bool


def smallest_removal(
    elements: Iterable[str],
    changed: Callable[[frozenset[str]], bool],
    support: Callable[[frozenset[str]], Iterable[str]],
    *,
    most: int = 6,
    budget: int = 20_000,
) -> Removal:
    """The smallest subset of ``elements`` for which ``changed(subset)`` is true; of equals, the first sorted.

    ``support(removed)``: with ``removed`` gone and the result unchanged, elements that carry it, of which
    at least one must also go before it changes. Each level of the search therefore only branches on them:
    where one origin carries a floor the search is a straight line. ``budget``: calls of ``changed``.
    Needs that ``changed`` stays true when more is removed (a floor never rises when a claim goes).
    """
    known = frozenset(elements)
    frontier: set[frozenset[str]] = {frozenset()}
    calls = 0
    for size in range(1, min(most, len(known)) + 1):
        grown: set[frozenset[str]] = set()
        for removed in frontier:
            grown.update(removed | {e} for e in support(removed) if e in known and e not in removed)
        found: list[tuple[str, ...]] = []
        for each in sorted(grown, key=sorted):
            calls += 1
            if calls > budget:
                return Removal(min(found) if found else None, size if found else size - 1, False)
            if changed(each):
                found.append(tuple(sorted(each)))
        if found:
            return Removal(min(found), size, True)
        if not grown:
            return Removal(None, len(known), True)
        frontier = grown
    return Removal(None, min(most, len(known)), len(known) <= most)


__all__ = ["Removal", "smallest_removal"]
