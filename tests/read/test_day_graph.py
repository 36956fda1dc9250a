"""A network of days: ranges get narrower, and what leaves an event no day is refused."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.costs import seconds

from muster.read.events.day_graph import DayGraph, DayLink, in_circles


def test_a_distance_carries_days_along_a_chain() -> None:
    """Two days before, then five after: both ends of each range move."""
    graph = DayGraph([(None, None), (100, 100), (None, None)])
    graph.add([DayLink(0, 1, 2, 2), DayLink(1, 2, 4, 6)])
    assert graph.ranges == [(98, 98), (100, 100), (104, 106)]


def test_before_alone_bounds_one_side() -> None:
    """What came before day 100 has a last day and no first."""
    graph = DayGraph([(None, None), (100, 120)])
    graph.add([DayLink(0, 1)])
    assert graph.ranges == [(None, 120), (100, 120)]


def test_a_link_that_leaves_no_day_is_refused_and_changes_nothing() -> None:
    """A contradiction is kept, and the ranges are as if it had not been told."""
    graph = DayGraph([(100, 100), (90, 90), (None, None)])
    good, bad = DayLink(0, 2, 1, 1), DayLink(0, 1)
    graph.add([good, bad])
    assert graph.ranges == [(100, 100), (90, 90), (101, 101)]
    assert (graph.links, graph.refused) == ([good], [bad])


def test_a_circle_of_days_does_not_run_for_ever() -> None:
    """Each a day after the other: refused after a bounded number of steps."""
    graph = DayGraph([(0, 10**6), (0, 10**6)])
    graph.add([DayLink(0, 1, 1), DayLink(1, 0, 1)])
    assert len(graph.refused) == 1


def test_undated_circles_are_found_in_the_order() -> None:
    """0 before 1 before 2 before 0 is a circle; 3 hangs on it and is none."""
    assert in_circles(4, [(0, 1), (1, 2), (2, 0), (2, 3)]) == {0, 1, 2}
    assert in_circles(3, [(0, 1), (1, 2)]) == set()


def test_a_long_chain_costs_little() -> None:
    """Twenty thousand events told one after the other, the last one dated."""
    graph = DayGraph([(None, None)] * 19_999 + [(100, 100)])
    assert seconds(lambda: graph.add(DayLink(i, i + 1) for i in range(19_999))) < 4
    assert len(graph.links) + len(graph.refused) == 19_999


LINKS = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 9), st.none() | st.integers(0, 9))


@given(st.lists(st.integers(0, 99), min_size=6, max_size=6), st.lists(LINKS, max_size=12))
def test_the_days_that_happened_are_never_cut_off(
    days: list[int], rows: list[tuple[int, int, int, int | None]]
) -> None:
    """For links that are true of the days on which things happened, no range loses such a day."""
    true = [
        DayLink(a, b, least, None if more is None else least + more)
        for a, b, least, more in rows
        if a != b and days[b] - days[a] >= least and (more is None or days[b] - days[a] <= least + more)
    ]
    graph = DayGraph([(d, d) if d % 3 == 0 else (None, None) for d in days])
    graph.add(true)
    assert not graph.refused
    for day, (low, high) in zip(days, graph.ranges, strict=True):
        assert (low is None or low <= day) and (high is None or day <= high)
