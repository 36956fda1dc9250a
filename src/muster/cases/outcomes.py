"""Counts of cases in; a table that tells of nobody, and one careful sentence, out.

A cell of one to four cases is hidden, and further cells until no hidden one follows from the totals: a
hidden cell follows exactly where, in the graph of rows and columns joined by hidden cells, it is a bridge
(Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17, 1988).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from muster.model.cases import OUTCOMES

SMALL = 5
ALL = "all"
NOT_KNOWN = "not asked yet"
# A region that few cases are of would tell by its name alone that there is one there.
FEW = "groups of fewer than five"
# Nobody knows what became of them: they are in no share, neither as a yes nor as a no.
_CENSORED = ("lost", "unknown", NOT_KNOWN)


Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is counted of one case: its group (a region, a month …), outcome, and by whom it is kept."""

    group: str
    outcome: str
    known_on: str
    by: str


def table_of(known: Iterable[Known]) -> list[dict[str, str]]:
    """A row per group and one of all; a column per outcome and one of all; "hidden" where few are meant.

    Groups of fewer than five cases are one row, and not named.
    """
    each = Counter((k.group or "not said", k.outcome or NOT_KNOWN) for k in known)
    sizes = Counter({group: sum(n for (g, _), n in each.items() if g == group) for group, _ in each})
    counts: Counter[Cell] = Counter()
    for (group, outcome), n in each.items():
        counts[group if sizes[group] >= SMALL else FEW, outcome] += n
    rows = sorted({row for row, _ in counts}, key=lambda row: (row == FEW, row))
    columns = [c for c in (*OUTCOMES, NOT_KNOWN) if any((r, c) in counts for r in rows)]
    cells = {(r, c): counts[r, c] for r in rows for c in columns}
    for r in rows:
        cells[r, ALL] = sum(cells[r, c] for c in columns)
    for c in (*columns, ALL):
        cells[ALL, c] = sum(cells[r, c] for r in rows)
    gone = hidden(cells)
    return [
        {"group": r, **{c: "hidden" if (r, c) in gone else str(cells[r, c]) for c in (*columns, ALL)}}
        for r in (*rows, ALL)
    ]


def hidden(cells: Mapping[Cell, int], small: int = SMALL) -> set[Cell]:
    """The cells (with those of totals) not to be shown: small ones, and what would give them away."""
    gone = {cell for cell, n in cells.items() if 0 < n < small}
    while gone:
        cell = next((c for c in sorted(gone) if _follows(c, gone) or _few(c, gone, cells, small)), None)
        if cell is None:
            break
        near = [c for c in cells if c not in gone and (c[0] == cell[0] or c[1] == cell[1])]
        if not near:
            # Nothing is left to hide it behind.
            near = [c for c in cells if c not in gone]
        if not near:
            break
        gone.add(min(near, key=lambda c: (cells[c] == 0, ALL in c, cells[c], c)))
    return gone


def _follows(cell: Cell, gone: set[Cell]) -> bool:
    """Whether no other way of hidden cells leads from its row to its column."""
    reached, waiting = {("row", cell[0])}, [("row", cell[0])]
    while waiting:
        side, name = waiting.pop()
        for row, column in gone - {cell}:
            if (row if side == "row" else column) != name:
                continue
            other = ("column", column) if side == "row" else ("row", row)
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return ("column", cell[1]) not in reached


def _few(cell: Cell, gone: set[Cell], cells: Mapping[Cell, int], small: int) -> bool:
    """Whether all that is hidden in its row, or its column, is fewer than ``small`` beside a shown total."""
    for side in (0, 1):
        line = [c for c in cells if c[side] == cell[side]]
        away = [c for c in line if c in gone]
        # Where the total is hidden itself, nothing can be subtracted from it.
        total = any(c[1 - side] == ALL for c in away)
        if not total and sum(cells[c] for c in away) < small and len(away) < len(line):
            return True
    return False


def patterns(people: Iterable[Iterable[str]]) -> list[dict[str, str]]:
    """By which lists each person is known in; a row per pattern (1 on the list, 0 not) with its count out."""
    seen = Counter(frozenset(lists) for lists in people)
    names = sorted(set().union(*seen))
    return [
        {**{name: str(int(name in lists)) for name in names}, "count": str(n)}
        for lists, n in sorted(seen.items(), key=lambda found: (len(found[0]), sorted(found[0])))
    ]


def sentence(known: Sequence[Known], outcome: str, by_when: str) -> str:
    """``0 prosecuted known to 3 lawyers by DATE``, of how many followed, and how many are not known."""
    n = sum(k.outcome == outcome for k in known)
    lawyers = len({k.by for k in known})
    followed = [k for k in known if k.outcome and k.outcome not in _CENSORED]
    number = "1 to 4" if 0 < n < SMALL else str(n)
    since = min((k.known_on for k in followed), default="")
    told = (
        f"{number} {outcome} known to {lawyers} {'lawyer' if lawyers == 1 else 'lawyers'} by {by_when}, "
        f"of {_few_or(len(followed))} cases whose outcome is known"
    )
    if since:
        told += f" (the oldest news is of {since})"
    return f"{told}; of {_few_or(len(known) - len(followed))} more nobody knows: they are not counted as none"


def _few_or(n: int) -> str:
    return "1 to 4" if 0 < n < SMALL else str(n)


__all__ = ["ALL", "FEW", "NOT_KNOWN", "SMALL", "Known", "hidden", "patterns", "sentence", "table_of"]
