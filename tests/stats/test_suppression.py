"""What a reader can work out of a table with hidden cells, and that suppression leaves him nothing small."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.stats.suppression import MOST_HIDDEN, Told, exposed, intervals, suppress

SMALLEST = 5


def two_way(rows: list[list[int]]) -> Told:
    """A table with both margins and the grand total."""
    width = len(rows[0])
    cells = tuple(n for row in rows for n in row)
    across = [tuple(range(i * width, (i + 1) * width)) for i in range(len(rows))]
    down = [tuple(range(j, len(cells), width)) for j in range(width)]
    sums = [*across, *down, tuple(range(len(cells)))]
    return Told(cells, tuple((places, sum(cells[p] for p in places)) for places in sums))


counts = st.one_of(st.integers(0, 9), st.integers(0, 60))
tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(counts, min_size=width, max_size=width), min_size=1, max_size=3)
)


@settings(max_examples=40)
@given(tables)
def test_nothing_small_can_be_derived(rows: list[list[int]]) -> None:
    """Each withheld value can lie anywhere in a wide interval; none small is told; the rest is as it was."""
    whole = two_way(rows)
    made = suppress(whole, SMALLEST)
    assert all(high - low >= SMALLEST for low, high in intervals(made).values())
    told = [value for value in made.cells if value is not None]
    told += [value for _, value in made.sums if value is not None]
    assert not set(told) & set(range(1, SMALLEST))
    assert all(value in (None, before) for value, before in zip(made.cells, whole.cells, strict=True))
    assert [places for places, _ in made.sums] == [places for places, _ in whole.sums]


@settings(max_examples=25)
@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=2, max_size=2), st.data())
def test_intervals_are_those_of_every_table_that_fits(rows: list[list[int]], data: st.DataObject) -> None:
    """Least and most are what trying every table of whole numbers gives."""
    whole = two_way(rows)
    hidden = data.draw(st.sets(st.integers(0, 3), min_size=1))
    made = Told(tuple(None if n in hidden else v for n, v in enumerate(whole.cells)), whole.sums)
    fitting = [
        tried for tried in product(range(17), repeat=4)
        if all(tried[n] == v for n, v in enumerate(made.cells) if v is not None)
        and all(sum(tried[p] for p in places) == value for places, value in made.sums)
    ]  # fmt: skip
    found = intervals(made)
    for n in hidden:
        assert found[(n,)] == (min(t[n] for t in fitting), max(t[n] for t in fitting))


def test_a_table_without_small_cells_stays_whole() -> None:
    """Nothing is withheld that need not be: zeros and large counts are told."""
    whole = two_way([[0, 40], [31, 22]])
    assert suppress(whole, SMALLEST) == whole


def test_a_cube_of_edges_has_two_solutions() -> None:
    """Every edge adds up to one: each cell is 0 or 1, and narrower than any threshold."""
    cells: tuple[int | None, ...] = tuple([None] * 8)
    faces = [(a, b) for a in range(8) for b in range(a + 1, 8) if bin(a ^ b).count("1") == 1]
    made = Told(cells, tuple(((a, b), 1) for a, b in faces))
    assert all(end == (0, 1) for end in intervals(made).values())
    assert len(list(exposed(made, 2))) == 8


def test_what_is_told_must_add_up() -> None:
    """A sum that its cells do not give is an error, not a table."""
    with pytest.raises(ValueError, match="add up"):
        intervals(Told((3, 4), (((0, 1), 9),)))
    with pytest.raises(ValueError, match="contradicts"):
        intervals(Told((None, None), (((0, 1), 3), ((0, 1), 4))))


def test_a_table_too_large_to_solve_is_refused() -> None:
    """Beyond the bound it says so instead of running for hours."""
    with pytest.raises(ValueError, match="too many"):
        intervals(Told((None,) * (MOST_HIDDEN + 1), ()))
