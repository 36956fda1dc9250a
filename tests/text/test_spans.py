"""Stretches of characters, and what stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.text.spans import Overlaps, Span

_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda s: Span(s[0], s[0] + s[1])))


@given(_SPANS, st.integers(0, 50), st.integers(0, 20))
def test_things_of_a_stretch_are_those_that_looking_at_each_finds(
    spans: list[Span], start: int, long: int
) -> None:
    """Whatever overlaps or holds another, in the order in which it was given."""
    stop = start + long
    looked = [s for s in enumerate(spans) if s[1].start < stop and start < s[1].stop]
    assert list(Overlaps(enumerate(spans), lambda s: s[1]).within(start, stop)) == looked


def test_one_that_holds_all_others_makes_no_question_dear() -> None:
    """An interview's turn holds a thousand claims, and each sentence of it is asked for."""

    def ask(n: int) -> None:
        overlaps = Overlaps([Span(0, 10 * n), *(Span(10 * i, 10 * i + 5) for i in range(n))], lambda s: s)
        for i in range(n):
            assert len(list(overlaps.within(10 * i, 10 * i + 10))) == 2

    assert growth(lambda n: seconds(lambda: ask(n)), 1_000, 8_000, most=20) <= 20
