"""A total as it is written down to be kept: what went in, what was chosen, what came out. No records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import numpy as np

from muster.stats.patterns import Counts, Lists
from muster.stats.posterior import Mode
from muster.stats.protocols import Protocol
from muster.stats.total import Check, Method, Strength, Total


@dataclass(frozen=True, slots=True)
class Tabled:
    """A pattern table: the file it came from (``sha256`` of its bytes), and by pattern ("101": on the first
    and the third list) how many people."""

    file: str
    sha256: str
    patterns: tuple[str, ...]
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list whose records were linked: its name, ``sha256`` of its file, how many records. No names."""

    name: str
    sha256: str
    records: int


@dataclass(frozen=True, slots=True)
class KeptTotal:
    """All that a total rests on, so that it can be made again, and what it was when it was kept.

    ``together``: strata, imputations, or "" for one table. ``cap``: on the number nobody saw; None: 20 n.
    ``linked``, ``judged``: the lists behind linked tables, and how many pairs people judged. ``version``: of
    Muster. The rest as in `Total`; ``sentences``: in English, Russian and Ukrainian.
    """

    what: str
    population: str
    place: str
    by_when: str
    since: str
    lists: tuple[str, ...]
    tables: tuple[Tabled, ...]
    method: str
    together: str
    level: float
    seed: int
    cap: int | None
    delta: float | None
    version: str
    seen: int
    strength: str
    low: float
    best: float | None
    high: float | None
    sentences: tuple[str, ...]
    priors: tuple[str, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    panel: tuple[Check, ...] = ()
    modes: tuple[Mode, ...] = ()
    band: tuple[float, ...] | None = None
    protocols: tuple[Protocol, ...] = ()
    linked: tuple[Listed, ...] = ()
    judged: int = 0

    def by_pattern(self) -> Iterator[tuple[str, int, int, int]]:
        """Of each pattern that anybody has: its lists in words, and the fewest, the middle and the most
        people over all tables (over strata: their sum, three times)."""
        held = [dict(zip(t.patterns, t.people, strict=True)) for t in self.tables]
        for pattern in sorted({p for t in held for p in t}, reverse=True):
            people = sorted(t.get(pattern, 0) for t in held)
            if self.together == "strata":
                people = [sum(people)]
            on = [name for name, bit in zip(self.lists, pattern, strict=True) if bit == "1"]
            yield " ".join(on), people[0], people[len(people) // 2], people[-1]

    def total(self) -> Total:
        """The total as it was when it was kept, without its distribution; over linked tables, their mean."""
        tables = np.stack([_counts(t, len(self.lists)) for t in self.tables])
        whole = tables.sum(axis=0) if self.together == "strata" else np.rint(tables.mean(axis=0))
        return Total(
            method=cast(Method, self.together or self.method),
            lists=Lists(self.lists, whole.astype(np.int64)),
            level=self.level, strength=cast(Strength, self.strength), low=self.low, best=self.best,
            high=self.high, priors=self.priors, assumptions=self.assumptions, warnings=self.warnings,
            modes=self.modes, band=cast("tuple[float, float] | None", self.band), panel=self.panel,
            protocols=self.protocols,
        )  # fmt: skip


def table_of(lists: Lists, file: str, sha256: str) -> Tabled:
    """The patterns that anybody has."""
    held = [int(p) for p in lists.counts.nonzero()[0]]
    bits = tuple("".join(str(p >> i & 1) for i in range(lists.number)) for p in held)
    return Tabled(file, sha256, bits, tuple(int(lists.counts[p]) for p in held))


def lists_of(names: tuple[str, ...], table: Tabled) -> Lists:
    """The table as it went in."""
    return Lists(names, _counts(table, len(names)))


def _counts(table: Tabled, number: int) -> Counts:
    counts = np.zeros(2**number, dtype=np.int64)
    for pattern, people in zip(table.patterns, table.people, strict=True):
        counts[sum(1 << i for i, bit in enumerate(pattern) if bit == "1")] = people
    return counts


__all__ = ["KeptTotal", "Listed", "Tabled", "lists_of", "table_of"]
