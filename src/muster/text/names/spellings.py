"""How well a Latin word spells a Russian one: from a table of letters learned on pairs of names.

``data/spellings.tsv`` (made by ``tools/spellings.py``) says what each Latin chunk costs beside each Russian
one, in hundredths of a nat; the cheapest way through both words is the cost of the pair. Customs of many
languages are in it: "ch" for т (Japanese), ш (French), х (German).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt
from typing import NamedTuple

# A letter on one side that no row of the table explains.
_UNEXPLAINED = 750
# Ways dearer than this times the root of the letters of both words are not followed.
_MOST = 330
_LONGEST = 40
# Ukrainian as the Russian alphabet would have it, which the table knows.
_UKRAINIAN = str.maketrans("іїєґ", "ииег", "'")


# Cyrillic place → cost so far, Latin and Cyrillic place before.
_Ways = dict[int, tuple[int, int, int]]
_NOWHERE = (1 << 30, 0, 0)


class Spelt(NamedTuple):
    """``cost``: nats for the whole word. ``oddest``: the dearest step, as (Latin letters, Cyrillic
    letters)."""

    cost: float
    oddest: tuple[str, str]


@cache
def _table() -> dict[str, dict[str, int]]:
    lines = files("muster.text").joinpath("data/spellings.tsv").read_text(encoding="utf-8").splitlines()
    table: dict[str, dict[str, int]] = {}
    for line in lines:
        if line and line[0] != "#":
            latin, cyrillic, cost = line.split("\t")
            table.setdefault(latin, {})[cyrillic] = int(cost)
    return table


@lru_cache(maxsize=50_000)
def spelt(latin: str, cyrillic: str) -> Spelt | None:
    """The cheapest way to read ``latin`` as ``cyrillic`` (both folded words); None where none is cheap
    enough."""
    if not 0 < len(latin) <= _LONGEST or not 0 < len(cyrillic) <= _LONGEST:
        return None
    russian = cyrillic.translate(_UKRAINIAN).replace("ськ", "ск").replace("цьк", "цк")
    left, right = f"^{latin}$", f"^{russian}$"
    n, m = len(left), len(right)
    most = _MOST * sqrt(len(latin) + len(cyrillic))
    # Cheapest cost at each (Latin place, Cyrillic place), and the step that led there; dear ways are dropped,
    # so few places are held at a time.
    ways: list[_Ways] = [{} for _ in range(n + 4)]
    ways[0][0] = (0, 0, 0)
    for i in range(n):
        if here := ways[i]:
            _steps(ways, i, here, left, right, most)
    if m not in ways[n]:
        return None
    return Spelt(ways[n][m][0] / 100, _oddest(ways, left, right))


def _steps(ways: list[_Ways], i: int, here: _Ways, left: str, right: str, most: float) -> None:
    """Every step from the places reached with ``i`` Latin letters."""
    table = _table()
    rows = [
        (ways[i + size], row) for size in (1, 2, 3, 4) if (row := table.get(left[i : i + size])) is not None
    ]
    m = len(right)
    for j, (so_far, _, _) in here.items():
        one, two = right[j : j + 1], right[j : j + 2]
        room = most - so_far
        for there, row in rows:
            for at, chunk in ((j, ""), (j + 1, one), (j + 2, two)):
                step = row.get(chunk)
                if step is not None and step <= room and at <= m:
                    cost = so_far + step
                    if cost < there.get(at, _NOWHERE)[0]:
                        there[at] = (cost, i, j)
        if room >= _UNEXPLAINED:
            # A Latin letter that stands for nothing, for another letter, or for two.
            there = ways[i + 1]
            for at, cost in ((j, so_far + _UNEXPLAINED), (j + 1, so_far + _UNEXPLAINED),
                             (j + 2, so_far + 2 * _UNEXPLAINED)):  # fmt: skip
                if cost <= most and at <= m and cost < there.get(at, _NOWHERE)[0]:
                    there[at] = (cost, i, j)


def _oddest(ways: list[_Ways], left: str, right: str) -> tuple[str, str]:
    i, j = len(left), len(right)
    found, dearest = ("", ""), -1
    while i:
        cost, i0, j0 = ways[i][j]
        step = cost - ways[i0][j0][0]
        if step > dearest:
            found, dearest = (left[i0:i].strip("^$"), right[j0:j].strip("^$")), step
        i, j = i0, j0
    return found


__all__ = ["Spelt", "spelt"]
