"""The arithmetic of the figures keeps its laws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring import (
    Tally,
    covered,
    distinct,
    half_in,
    length,
    narrowed,
    same_spans,
    share_of_either,
    touching,
)


@st.composite
def stretches(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Spans of one thing: in order, none overlapping another."""
    ends = sorted(draw(st.sets(st.integers(0, 60), min_size=2, max_size=6)))
    return list(zip(ends[::2], ends[1::2], strict=False))


spans = stretches().filter(bool)
several = st.lists(spans, max_size=6)
COUNTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8)


@given(several)
def test_a_perfect_reading_matches_everything(gold: list[list[tuple[int, int]]]) -> None:
    """Each stretch is the same as itself, one to one."""
    alone = distinct(gold)
    assert same_spans(alone, alone) == [(i, i) for i in range(len(alone))]
    firsts = [one[0] for one in alone]
    assert len(touching(firsts, firsts)) == len(firsts)


@given(several, several)
def test_matching_is_one_to_one_and_the_same_from_both_sides(
    a: list[list[tuple[int, int]]], b: list[list[tuple[int, int]]]
) -> None:
    """Nobody answers twice; as many are the same whoever is called gold."""
    a, b = distinct(a), distinct(b)
    same = same_spans(a, b, 0.3)
    assert len({g for g, _ in same}) == len({f for _, f in same}) == len(same)
    assert all(share_of_either(a[g], b[f]) >= 0.3 for g, f in same)
    # Where several are equally alike the order decides; without such ties the two views agree.
    shares = [s for x in a for y in b if (s := share_of_either(x, y)) >= 0.3]
    if len(set(shares)) == len(shares):
        assert {(f, g) for g, f in same} == set(same_spans(b, a, 0.3))


@given(spans, spans)
def test_likeness_is_symmetric_and_a_share(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> None:
    """The share of either lies in 0..1, is 1 only for the same characters, and does not mind the order."""
    assert share_of_either(a, b) == share_of_either(b, a)
    assert 0 <= share_of_either(a, b) <= 1
    assert covered(a, b) <= min(length(a), length(b))
    assert half_in(a, a) and share_of_either(a, a) == 1


def test_the_same_characters_come_before_an_earlier_overlap() -> None:
    """An overlap does not take what another gold span answers exactly."""
    assert touching([(0, 20), (10, 20)], [(10, 20), (0, 4)]) == [(0, 1), (1, 0)]
    assert touching([(0, 20)], [(30, 40)]) == []


@given(COUNTS)
@settings(max_examples=40)
def test_the_interval_holds_the_value(counts: list[tuple[int, int, int]]) -> None:
    """Whatever the documents, the value lies in its interval, and all in 0..1; twice gives the same."""
    share, f1 = Tally(), Tally()
    for number, (right, more, extra) in enumerate(counts):
        share.add(f"d{number}", "m", right, right + more)
        f1.add(f"d{number}", "m", right, right + more, right + extra)
    for tally in (share, f1):
        [figure] = tally.figures()
        assert 0 <= figure.low <= figure.value <= figure.high <= 1
        assert tally.figures() == [figure]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6))
@settings(max_examples=20)
def test_all_right_is_100_and_nothing_found_is_0(sizes: list[int]) -> None:
    """A perfect reading has 100 % without doubt; an empty one 0 %."""
    perfect, empty = Tally(), Tally()
    for number, size in enumerate(sizes):
        perfect.add(f"d{number}", "m", size, size, size)
        empty.add(f"d{number}", "m", 0, size, 0)
    assert [(f.low, f.value, f.high) for f in perfect.figures()] == [(1, 1, 1)]
    assert [(f.low, f.value, f.high) for f in empty.figures()] == [(0, 0, 0)]


def test_documents_are_drawn_and_not_items() -> None:
    """The same counts in fewer documents leave more doubt."""
    few, many = Tally(), Tally()
    for number in range(40):
        many.add(f"d{number}", "m", number % 2, 1)
        few.add(f"d{number // 20}", "m", number < 20, 1)
    [wide], [narrow] = few.figures(), many.figures()
    assert wide.value == narrow.value == 0.5
    assert wide.high - wide.low > narrow.high - narrow.low


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("that the mill was shut.", "the mill was shut"),
        ("«что мельница закрыта»", "мельница закрыта"),
        ("“The mill is shut,”", "The mill is shut"),
        ("thatched roofs", "thatched roofs"),
        ("…", "…"),
    ],
)
def test_marks_and_that_belong_to_no_span(body: str, words: str) -> None:
    """Two annotators who differ only in marks and the joining word agree."""
    [(start, stop)] = narrowed(body, [(0, len(body))])
    assert body[start:stop] == words
