"""The pattern table: how many people are on exactly which lists, checked where it enters.

A pattern is a number whose bit *i* says whether the person is on list *i*: with lists A, B, C the
pattern 0b101 is "on A and C, not on B". No names are needed here, and none can be given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from muster.model.errors import Refused

Counts = NDArray[np.int64]

MOST_LISTS = 10
# More people than live on earth were not counted by anybody: a slip of the pen or a wrong column.
_MOST_PEOPLE = 10_000_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """``names`` of L lists and ``counts``, shape (2**L,), of people by pattern; ``counts[0]`` is 0.

    Two to ten lists, at least two people. Raises Refused with a sentence for anything else: negative,
    fractional, infinite or missing counts, people on no list, an empty list, two lists of one name.
    """

    names: tuple[str, ...]
    counts: Counts

    def __post_init__(self) -> None:
        _check_names(self.names)
        if self.counts.shape != (2 ** len(self.names),):
            raise Refused(
                f"{len(self.names)} lists have {2 ** len(self.names)} patterns, not {self.counts.size}"
            )
        if self.counts[0]:
            raise Refused(
                f"{int(self.counts[0]):,} people are said to be on none of the lists",
                next_step="leave that row out: it is what is to be estimated",
            )
        object.__setattr__(self, "counts", self.counts.copy())
        self.counts.flags.writeable = False
        _check_people(self)

    @property
    def number(self) -> int:
        """How many lists."""
        return len(self.names)

    @property
    def seen(self) -> int:
        """People on at least one list."""
        return int(self.counts.sum())

    @property
    def shared(self) -> int:
        """People on two lists or more."""
        return int(self.counts[on_lists(self.number) >= 2].sum())

    def size(self, i: int) -> int:
        """People on list ``i``."""
        return int(self.counts[_on(self.number, i)].sum())

    def overlap(self, i: int, j: int) -> int:
        """People on both lists ``i`` and ``j``."""
        return int(self.counts[_on(self.number, i) & _on(self.number, j)].sum())

    def without(self, i: int) -> Lists:
        """The table as it would be had list ``i`` never been made."""
        return self._mapped([k for k in range(self.number) if k != i], {})

    def merged(self, i: int, j: int) -> Lists:
        """The table with lists ``i`` and ``j`` as one list."""
        keep = [k for k in range(self.number) if k != j]
        return self._mapped(keep, {j: i}, {i: f"{self.names[i]}+{self.names[j]}"})

    def only(self, chosen: Sequence[int]) -> Lists:
        """The table of the ``chosen`` lists alone."""
        return self._mapped(list(chosen), {})

    def _mapped(self, keep: list[int], into: dict[int, int], called: dict[int, str] | None = None) -> Lists:
        old = np.arange(self.counts.size)
        new = np.zeros_like(old)
        for k in range(self.number):
            target = into.get(k, k)
            if target in keep:
                new |= ((old >> k) & 1) << keep.index(target)
        counts = np.bincount(new, weights=self.counts, minlength=2 ** len(keep)).astype(np.int64)
        counts[0] = 0
        return Lists(tuple((called or {}).get(k, self.names[k]) for k in keep), counts)


def from_rows(names: Sequence[str], rows: Iterable[tuple[Sequence[object], object]]) -> Lists:
    """Lists from rows of (membership, count): ``((1, 0, 1), 14)`` is "14 people on the 1st and 3rd".

    Membership is 0 or 1 for each name; a pattern that has no row has no people; the same pattern twice is
    refused. Raises Refused, naming the row (the first is row 1).
    """
    _check_names(tuple(names))
    counts = np.zeros(2 ** len(names), dtype=np.int64)
    filled: dict[int, int] = {}
    for number, (membership, count) in enumerate(rows, 1):
        pattern = _pattern(membership, len(names), number)
        if pattern in filled:
            raise Refused(
                f"the pattern of row {number} is already that of row {filled[pattern]}",
                next_step="add the two counts if they are different people",
            )
        filled[pattern] = number
        counts[pattern] = _count(count, number)
    return Lists(tuple(names), counts)


def from_members(members: Iterable[tuple[str, str]]) -> Lists:
    """Lists from (list, code of a person) pairs; codes of one person are the same on every list.

    Raises Refused where a code stands twice on one list: how many people that is, is not for us to guess.
    """
    where: dict[str, set[str]] = {}
    names: dict[str, int] = {}
    for name, code in members:
        if not name.strip() or not code.strip():
            raise Refused("a membership without the name of a list or without a code")
        on = where.setdefault(code, set())
        if name in on:
            raise Refused(
                f"{code} stands twice on list {name}",
                next_step="remove the duplicates inside each list first, or the overlaps mean nothing",
            )
        on.add(name)
        names.setdefault(name, len(names))
    _check_names(tuple(names))
    counts = np.zeros(2 ** len(names), dtype=np.int64)
    for on in where.values():
        counts[sum(1 << names[n] for n in on)] += 1
    return Lists(tuple(names), counts)


def on_lists(number: int) -> NDArray[np.int64]:
    """For each of the 2**number patterns, on how many lists its people are."""
    patterns = np.arange(2**number)
    return np.asarray(sum((patterns >> i) & 1 for i in range(number)), dtype=np.int64)


def contained(lists: Lists) -> list[tuple[int, int]]:
    """Pairs (i, j) where everybody on list ``i`` is also on list ``j``."""
    return [
        (i, j)
        for i in range(lists.number)
        for j in range(lists.number)
        if i != j and lists.overlap(i, j) == lists.size(i)
    ]


def strangers(lists: Lists) -> list[tuple[int, int]]:
    """Pairs of lists that share nobody."""
    pairs = ((i, j) for j in range(lists.number) for i in range(j))
    return [(i, j) for i, j in pairs if lists.overlap(i, j) == 0]


def _on(number: int, i: int) -> NDArray[np.bool_]:
    return np.asarray((np.arange(2**number) >> i) & 1 == 1)


def _check_names(names: tuple[str, ...]) -> None:
    if len(names) < 2:
        raise Refused(
            "one list says nothing of who is not on it", next_step="give at least two lists that overlap"
        )
    if len(names) > MOST_LISTS:
        raise Refused(
            f"{len(names)} lists are too many: {2 ** len(names):,} patterns, most of them empty",
            next_step=f"merge lists that were made together until there are at most {MOST_LISTS}",
        )
    if any(not n.strip() for n in names) or len(set(names)) < len(names):
        raise Refused("every list needs a name of its own")


def _check_people(lists: Lists) -> None:
    if (lists.counts < 0).any():
        raise Refused("a count below zero", record=_words(lists, int(np.argmin(lists.counts))))
    if lists.counts.sum(dtype=float) > _MOST_PEOPLE:
        raise Refused(f"the counts add up to {lists.counts.sum(dtype=float):.3g}, more people than there are")
    if lists.seen < 2:
        raise Refused(f"{lists.seen} records say nothing of how many there are")
    for i, name in enumerate(lists.names):
        if not lists.size(i):
            raise Refused(f"nobody is on list {name}", next_step="leave it out")


def _words(lists: Lists, pattern: int) -> str:
    return " and ".join(n for i, n in enumerate(lists.names) if pattern >> i & 1) or "on no list"


def _pattern(membership: Sequence[object], number: int, row: int) -> int:
    if len(membership) != number:
        raise Refused(f"row {row} has {len(membership)} memberships for {number} lists")
    pattern = 0
    for i, value in enumerate(membership):
        plain = str(value).strip()
        if plain not in ("0", "1"):
            raise Refused(f"row {row}: membership is 1 or 0, not '{plain}'")
        pattern |= int(plain) << i
    return pattern


def _count(value: object, row: int) -> int:
    try:
        number = float(str(value).strip())
    except ValueError:
        raise Refused(f"row {row}: the count '{value}' is no number") from None
    if not isfinite(number):
        raise Refused(f"row {row}: the count is '{value}', which is no number of people")
    if number != int(number):
        raise Refused(f"row {row}: the count {value} is not whole")
    if number < 0:
        raise Refused(f"row {row}: the count {value} is below zero")
    if number > _MOST_PEOPLE:
        raise Refused(f"row {row}: the count {value} is larger than the number of people there are")
    return int(number)


__all__ = ["MOST_LISTS", "Lists", "contained", "from_members", "from_rows", "on_lists", "strangers"]
