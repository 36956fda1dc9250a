"""Counts with hidden cells in, what a reader can work out of them out; and which cells must go besides.

A table is a list of base cells and of sums over them that are told as well (margins, totals). A reader knows
the rule: counts are whole numbers, none is below zero, and what is told adds up. For each hidden value he can
then solve for the least and the most it can be (Fischetti and Salazar, 2001, Management Science 47). A value
is protected where this interval is at least ``width`` wide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

# Beyond this many hidden cells each answer takes minutes: such a table is coarsened, not mended.
MOST_HIDDEN = 400
Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a table; ``None`` where withheld. ``sums``: (places in ``cells``, value)."""

    cells: tuple[int | None, ...]
    sums: tuple[tuple[Places, int | None], ...]

    @property
    def hidden(self) -> Places:
        """Places of withheld cells."""
        return tuple(n for n, value in enumerate(self.cells) if value is None)


class _System:
    """The equations that what is told leaves for the hidden cells; ValueError where they cannot hold."""

    def __init__(self, told: Told) -> None:
        self.told, self.hidden = told, set(told.hidden)
        if len(self.hidden) > MOST_HIDDEN:
            raise ValueError(f"{len(self.hidden)} hidden cells are too many to solve for")
        self.rows: list[list[int]] = []
        self.totals: list[int] = []
        for places, value in told.sums:
            if value is not None:
                inside = [p for p in places if p in self.hidden]
                rest = value - self.known(places)
                if rest < 0 or (not inside and rest):
                    raise ValueError("a sum is not what its cells add up to")
                if inside:
                    self.rows.append(inside)
                    self.totals.append(rest)

    @property
    def asked(self) -> list[Places]:
        """Every withheld cell and sum, each once."""
        sums = [places for places, value in self.told.sums if value is None]
        return list(dict.fromkeys([*((p,) for p in sorted(self.hidden)), *sums]))

    def known(self, places: Places) -> int:
        """What the open cells among these add up to."""
        return sum(self.told.cells[p] or 0 for p in places)

    def end(self, cells: Sequence[int], sign: int) -> dict[int, float]:
        """A solution where these hidden cells add up to the least (``sign`` 1) or the most (-1) they can.

        Cell → value, of every cell that sums tie to them; ``inf`` where nothing bounds it.
        """
        near, near_rows = joined(cells, self.rows)
        free = set(cells) - {c for row in near_rows for c in self.rows[row]}
        open_end = dict.fromkeys(free, 0.0 if sign > 0 else inf)
        if not near_rows:
            return open_end
        import numpy as np
        from scipy.optimize import linprog

        order = {cell: n for n, cell in enumerate(sorted(near - free))}
        left = np.zeros((len(near_rows), len(order)))
        for n, row in enumerate(near_rows):
            left[n, [order[c] for c in self.rows[row]]] = 1
        wanted = np.zeros(len(order))
        wanted[[order[c] for c in cells if c not in free]] = sign
        right = [self.totals[row] for row in near_rows]
        solved = linprog(wanted, A_eq=left, b_eq=right, integrality=1)
        if not solved.success:
            raise ValueError("what is told of this table contradicts itself")
        return open_end | {cell: float(round(solved.x[n])) for cell, n in order.items()}


def joined(cells: Sequence[int], rows: list[list[int]]) -> tuple[set[int], list[int]]:
    """The cells that rows tie to these, and those rows: the rest says nothing of them."""
    of: dict[int, list[int]] = {}
    for n, row in enumerate(rows):
        for cell in row:
            of.setdefault(cell, []).append(n)
    near, near_rows, todo = set(cells), set[int](), list(cells)
    while todo:
        for n in of.get(todo.pop(), ()):
            if n not in near_rows:
                near_rows.add(n)
                fresh = set(rows[n]) - near
                near |= fresh
                todo.extend(sorted(fresh))
    return near, sorted(near_rows)


def intervals(told: Told) -> dict[Places, tuple[float, float]]:
    """Least and most (``inf`` where nothing bounds it) of each withheld cell and each withheld sum.

    A cell is keyed by its own place, a sum by the places it adds up. Raises ValueError where what is told
    contradicts itself, or more than `MOST_HIDDEN` cells are hidden.
    """
    system = _System(told)
    found = {}
    for places in system.asked:
        cells = [p for p in places if p in system.hidden]
        low, high = (sum(system.end(cells, sign)[c] for c in cells) for sign in (1, -1))
        found[places] = (system.known(places) + low, system.known(places) + high)
    return found


def exposed(told: Told, width: int) -> Iterator[Places]:
    """The withheld cells and sums that a reader can work out more closely than ``width``; may ValueError."""
    system = _System(told)
    low: dict[int, float] = {}
    high: dict[int, float] = {}
    for places in system.asked:
        cells = [p for p in places if p in system.hidden]
        # Each solution is one way the whole table can be: it widens what is known of the other cells too.
        if len(cells) == 1 and high.get(cells[0], 0) - low.get(cells[0], 0) >= width:
            continue
        ends = [system.end(cells, sign) for sign in (-1, 1)]
        for end in ends:
            for cell, value in end.items():
                low[cell], high[cell] = min(value, low.get(cell, inf)), max(value, high.get(cell, -inf))
        most, least = (sum(end[c] for c in cells) for end in ends)
        if most - least < width:
            yield places


def suppress(whole: Told, smallest: int) -> Told:
    """``whole`` without cells and sums of 1 to ``smallest`` - 1, and without what else would give them away.

    Secondary cells are the smallest that share a sum with an exposed one; where none is left, the sum itself
    goes. The result has no value that a reader can work out more closely than ``smallest``. ``whole`` has
    every value. Raises ValueError as `intervals`.
    """
    small = range(1, smallest)
    made = Told(
        tuple(None if value in small else value for value in whole.cells),
        tuple((places, None if value in small else value) for places, value in whole.sums),
    )
    while open_ones := list(exposed(made, smallest)):
        changed = set[int]()
        for places in open_ones:
            # What was hidden for a neighbour may do for this one too: solve again before hiding more.
            if changed.isdisjoint(places):
                made, near = _one_more(whole, made, places)
                changed |= near
    return made


def _one_more(whole: Told, made: Told, places: Places) -> tuple[Told, set[int]]:
    """Hide one more value that ties down ``places``: the smallest cell of a told sum over it, else a sum.

    The second value: the cells of the sum that this loosens most.
    """
    hidden = set(made.hidden)
    tied = [(n, row) for n, (row, value) in enumerate(made.sums) if value is not None and hidden & set(row)]
    over = [each for each in tied if set(each[1]) & set(places)]
    near, _ = joined([p for p in places if p in hidden], [list(row) for _, row in tied])
    beside = [each for each in tied if set(each[1]) & near]
    # The shortest sums tie most closely; a grand total hardly does.
    for _, row in sorted(over, key=lambda each: len(each[1])) + sorted(beside, key=lambda each: len(each[1])):
        found = sorted((whole.cells[p] or 0, p) for p in row if made.cells[p])
        if found:
            cells = tuple(None if n == found[0][1] else value for n, value in enumerate(made.cells))
            return replace(made, cells=cells), set(row)
    # Only zeros are left beside it: the smallest sum over it goes.
    number, row = min(over or tied, key=lambda each: (made.sums[each[0]][1] or 0, each[0]))
    sums = tuple((row, None if n == number else value) for n, (row, value) in enumerate(made.sums))
    return replace(made, sums=sums), set(row)


__all__ = ["MOST_HIDDEN", "Told", "exposed", "intervals", "suppress"]
