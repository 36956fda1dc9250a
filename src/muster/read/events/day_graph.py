"""Events, each between two days, and what is told between them, in; narrower days and contradictions out.

A simple temporal network (Dechter, Meiri & Pearl 1991) over whole days whose origin is the calendar: every
link says that ``after`` began ``least`` to ``most`` days after ``before``. Links are added one by one, the
surer first; one that leaves an event no day is refused and kept as a contradiction. Only the ends of ranges
are propagated, along the links that touch what changed, with a bounded number of steps: the cost is linear
in links for texts as people write them, and bounded for all others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

# Steps that one link may cause; a chain of narrative is far shorter, a circle would go on for years of days.
_STEPS: Final = 400


@dataclass(frozen=True, slots=True)
class DayLink:
    """Event ``after`` began ``least`` to ``most`` days after ``before`` did; ``most`` None: nobody said.

    ``certain``: dates or a word that says so, and both events stand where nothing else can be meant.
    ``names``: a noun of one names the other ("after the funeral").
    """

    before: int
    after: int
    least: int = 0
    most: int | None = None
    certain: bool = False
    reason: str = ""
    names: bool = False


@dataclass(slots=True)
class DayGraph:
    """``ranges[i]``: the first and last day (ordinals) on which event i can have begun."""

    ranges: list[tuple[int | None, int | None]]
    links: list[DayLink] = field(default_factory=list)
    refused: list[DayLink] = field(default_factory=list)
    _beside: list[list[DayLink]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._beside = [[] for _ in self.ranges]

    def add(self, links: Iterable[DayLink]) -> None:
        """Each link that agrees with all before it; the others are refused."""
        for link in links:
            self._beside[link.before].append(link)
            self._beside[link.after].append(link)
            if link.before != link.after and self._narrow(link):
                self.links.append(link)
            else:
                self._beside[link.before].remove(link)
                self._beside[link.after].remove(link)
                self.refused.append(link)

    def _narrow(self, link: DayLink) -> bool:
        """False, and nothing changed, where an event would be left without a day."""
        undo: list[tuple[int, tuple[int | None, int | None]]] = []
        queue = deque([link])
        steps = 0
        while queue:
            steps += 1
            one = queue.popleft()
            for index, days in self._ends(one):
                if days == self.ranges[index]:
                    continue
                undo.append((index, self.ranges[index]))
                self.ranges[index] = days
                if steps > _STEPS or (days[0] is not None and days[1] is not None and days[0] > days[1]):
                    for changed, was in reversed(undo):
                        self.ranges[changed] = was
                    return False
                queue.extend(self._beside[index])
        return True

    def _ends(self, link: DayLink) -> tuple[tuple[int, tuple[int | None, int | None]], ...]:
        (low_a, high_a), (low_b, high_b) = self.ranges[link.before], self.ranges[link.after]
        low_b = _later(low_b, _moved(low_a, link.least))
        high_a = _earlier(high_a, _moved(high_b, -link.least))
        if link.most is not None:
            high_b = _earlier(high_b, _moved(high_a, link.most))
            low_a = _later(low_a, _moved(low_b, -link.most))
        return (link.before, (low_a, high_a)), (link.after, (low_b, high_b))


def _moved(day: int | None, by: int) -> int | None:
    return None if day is None else day + by


def _later(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def _earlier(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)


def in_circles(count: int, pairs: Iterable[tuple[int, int]]) -> set[int]:
    """Events that would lie before themselves: what is left when all that can be put in line is taken out."""
    after: list[list[int]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs:
        after[a].append(b)
        before[b].append(a)
    left = set(range(count))
    for forward, backward in ((after, before), (before, after)):
        waits = [sum(i in left for i in backward[j]) for j in range(count)]
        ready = [j for j in left if not waits[j]]
        while ready:
            i = ready.pop()
            left.discard(i)
            for j in forward[i]:
                waits[j] -= 1
                if not waits[j] and j in left:
                    ready.append(j)
    return left


__all__ = ["DayGraph", "DayLink", "in_circles"]
