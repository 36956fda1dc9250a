"""One line of time from ranges of days and a partial order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from muster.text.dates.chronology import in_time


def test_days_put_in_line_what_the_telling_does_not() -> None:
    """What is dated goes by its days, whatever was told first."""
    assert in_time([(30, 30), (10, 10), (20, 25)], []) == [1, 2, 0]


def test_what_has_no_day_stays_beside_what_it_is_told_with() -> None:
    """An undated thing takes its place from the order, or from what was told before it."""
    assert in_time([(30, 30), (None, None), (10, 10), (None, None)], [(2, 3, False)]) == [2, 3, 0, 1]


def test_a_certain_pair_is_kept_against_likely_ones_and_days() -> None:
    """Only certainty outweighs days; what is likely gives way to both."""
    assert in_time([(20, 20), (10, 10)], [(0, 1, True)]) == [0, 1]
    assert in_time([(20, 20), (10, 10)], [(0, 1, False)]) == [1, 0]


def test_a_wide_range_moves_inside_itself_to_fit_the_order() -> None:
    """Spring, then a day of April: the spring before that day."""
    assert in_time([(60, 150), (99, 99)], [(0, 1, False)]) == [0, 1]
    assert in_time([(60, 150), (110, 110)], [(1, 0, False)]) == [1, 0]


def test_a_thing_between_two_dated_ones_stands_between_them() -> None:
    """After the first and before the second, though told elsewhere."""
    line = in_time([(100, 100), (None, None), (10, 10), (50, 50)], [(2, 1, False), (1, 3, False)])
    assert line == [2, 1, 3, 0]


DAYS = st.none() | st.integers(0, 50)


@given(
    st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.booleans()), max_size=30),
)
def test_everything_stands_in_line_once_and_certain_pairs_without_a_circle_are_kept(
    ranges: list[tuple[int | None, int | None]], pairs: list[tuple[int, int, bool]]
) -> None:
    """For any order: each thing once; pairs that are certain and go forward in the telling are kept."""
    ranges = [(min(a, b), max(a, b)) if a is not None and b is not None else (a, b) for a, b in ranges]
    order = [(a, b, sure and a < b) for a, b, sure in pairs if max(a, b) < len(ranges)]
    line = in_time(ranges, order)
    assert sorted(line) == list(range(len(ranges)))
    assert all(line.index(a) < line.index(b) for a, b, sure in order if sure)
