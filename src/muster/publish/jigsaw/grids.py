"""Tables of counts: read, small cells withheld with what would give those away, checked, written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from muster.model.errors import Usage
from muster.publish.jigsaw.findings import Finding, finding
from muster.stats.suppression import Told, exposed, suppress

ALL: Final = "all"
WITHHELD: Final = "withheld"
MOST_CELLS: Final = 2000


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose column ``count`` holds numbers of people; a row with ``all`` is a sum over the others.

    ``rows``: (cells of the other columns) → count, None where withheld.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], int | None], ...]

    def told(self) -> tuple[Told, list[tuple[str, int]]]:
        """The table as cells and sums; and of each row whether it is a cell or a sum, and which."""
        cells: list[int | None] = []
        at: dict[tuple[str, ...], int] = {}
        places: list[tuple[str, int]] = [("", 0)] * len(self.rows)
        for n, (key, count) in enumerate(self.rows):
            if ALL not in key:
                at[key] = len(cells)
                places[n] = ("cell", len(cells))
                cells.append(count)
        sums: list[tuple[tuple[int, ...], int | None]] = []
        for n, (key, count) in enumerate(self.rows):
            if ALL in key:
                under = tuple(
                    p for k, p in at.items() if all(a in (ALL, b) for a, b in zip(key, k, strict=True))
                )
                places[n] = ("sum", len(sums))
                sums.append((under, count))
        return Told(tuple(cells), tuple(sums)), places

    def counts(self) -> dict[tuple[str, ...], int | None]:
        """Cells of a row → its count."""
        return dict(self.rows)


def grid_from(name: str, table: str) -> Grid | None:
    """The table of counts that a CSV holds; None where it has no column ``count``. Raises Usage."""
    reader = csv.reader(io.StringIO(table.lstrip("\ufeff")))
    head = next(reader, [])
    if "count" not in head:
        return None
    place = head.index("count")
    rows = []
    for number, row in enumerate(reader, 2):
        if len(row) != len(head):
            raise Usage(f"line {number} of {name} has {len(row)} cells, not {len(head)}")
        said = row[place].strip()
        if said != WITHHELD and not said.isdecimal():
            raise Usage(
                f"line {number} of {name}: {said!r} is no count",
                next_step=f"write a whole number, or '{WITHHELD}'",
            )
        key = tuple(c.strip() for n, c in enumerate(row) if n != place)
        rows.append((key, None if said == WITHHELD else int(said)))
    if len({key for key, _ in rows}) != len(rows):
        raise Usage(f"two lines of {name} have the same cells, so that nobody knows which count holds")
    if len(rows) > MOST_CELLS:
        raise Usage(f"{name} has more than {MOST_CELLS:,} cells", next_step="release a coarser table")
    return Grid(name, tuple(c for n, c in enumerate(head) if n != place), tuple(rows))


def withheld(grid: Grid, smallest: int) -> Grid:
    """``grid`` as it may leave. Raises Usage where its sums are not what its cells add up to."""
    whole, places = grid.told()
    if any(count is None for _, count in grid.rows):
        raise Usage(
            f"{grid.name} has withheld cells already", next_step="give the whole table; it is checked here"
        )
    if any(not under for under, _ in whole.sums):
        raise Usage(f"{grid.name}: a line with '{ALL}' has no lines to add up")
    try:
        made = suppress(whole, smallest)
    except ValueError as error:
        raise Usage(f"{grid.name}: {error}", next_step="give whole sums, or a coarser table") from error
    values = {"cell": made.cells, "sum": tuple(value for _, value in made.sums)}
    rows = ((key, values[kind][n]) for (key, _), (kind, n) in zip(grid.rows, places, strict=True))
    return Grid(grid.name, grid.columns, tuple(rows))


def grid_rows(grid: Grid) -> Iterator[tuple[object, ...]]:
    """Rows for a CSV file, ``withheld`` where a count is."""
    return ((*key, WITHHELD if count is None else count) for key, count in grid.rows)


def grid_findings(grid: Grid, earlier: Sequence[Grid], smallest: int) -> Iterator[Finding]:
    """Small cells, cells that can be worked out, and what an earlier version of the table gives away."""
    where = [grid.name]
    if any(count in range(1, smallest) for _, count in grid.rows):
        yield finding("small", "warns", f"a cell shows 1 to {smallest - 1} people", where, [_words(grid)])
    told, _ = grid.told()
    try:
        if next(exposed(told, smallest), None) is not None:
            says = f"a withheld cell can be worked out from the rest, more closely than {smallest}"
            yield finding("derivable", "warns", says, where, [_words(grid)])
    except ValueError as error:
        yield finding("derivable", "warns", f"its sums cannot be checked: {error}", where, [_words(grid)])
    for old in earlier:
        if old.columns == grid.columns:
            yield from _since(grid, old, smallest)


def _since(grid: Grid, old: Grid, smallest: int) -> Iterator[Finding]:
    now, before = grid.counts(), old.counts()
    where, about = [grid.name], [_words(grid), _words(old)]
    steps = [abs(a - b) for key, a in now.items() if a is not None and (b := before.get(key)) is not None]
    if any(0 < step < smallest for step in steps):
        says = f"a cell differs from an earlier release by 1 to {smallest - 1}"
        yield finding("difference", "warns", says, where, about)
    if any(a is None and before.get(key) is not None for key, a in now.items()):
        yield finding("derivable", "warns", "a cell withheld here stands in an earlier release", where, about)
    gone = [key for key in before if key not in now]
    if gone and len(gone) < smallest and len(gone) < len(before):
        yield finding("removed", "warns", _removed(len(gone), "lines"), where, about)


def _removed(number: int, what: str) -> str:
    return (
        f"{number} {what} of an earlier release are missing here: side by side, both show what was taken out"
    )


def removed(now: Sequence[str], before: Sequence[str], smallest: int) -> Iterator[Finding]:
    """What is the same as an earlier release but for a few passages or rows points at those."""
    here = {" ".join(words.split()).lower() for words in now}
    there = {" ".join(words.split()).lower() for words in before}
    gone = there - here
    if gone and len(gone) < smallest and here & there and len(here & there) >= len(gone):
        yield finding("removed", "warns", _removed(len(gone), "passages"), ["the release"], sorted(gone))


def _words(grid: Grid) -> str:
    return "\n".join(f"{key} {count}" for key, count in grid.rows)


__all__ = [
    "ALL", "Grid", "MOST_CELLS", "WITHHELD", "grid_findings", "grid_from", "grid_rows", "removed", "withheld",
]  # fmt: skip
