"""Evidence on a question of a case: graded by what is held, seen and told; a party's call raises nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.cases.evidence import GRADES, Piece, graded


def piece(n: int, known: str, origin: str = "", **more: bool) -> Piece:
    """Something that speaks for the question "harm"."""
    return Piece(f"p{n}", "harm", "for", "words", known, origin, **more)


@pytest.mark.parametrize(
    ("pieces", "grade"),
    [
        ([piece(1, "held")], "held"),
        ([piece(1, "seen")], "seen, not held"),
        ([piece(1, "told")], "told"),
        ([piece(1, "first-hand", "o1")], "one origin"),
        ([piece(1, "first-hand", "o1"), piece(2, "first-hand", "o1")], "one origin"),
        ([piece(1, "first-hand", "o1"), piece(2, "first-hand", "o2")], "corroborated"),
        ([piece(1, "first-hand", "o1"), piece(2, "party", "o2", party=True)], "one origin"),
        ([piece(1, "first-hand", "o1", intercepted=True)], "nothing"),
    ],
)
def test_a_side_is_graded_by_the_best_that_holds(pieces: list[Piece], grade: str) -> None:
    """Held, two independent origins, seen, one origin, told; copies of one origin are one."""
    (found,) = graded(pieces)
    assert found.grade == grade


PIECES = st.builds(
    Piece,
    st.uuids().map(str),
    st.just("harm"),
    st.sampled_from(["for", "against"]),
    st.just("words"),
    st.sampled_from(
        ["held", "seen", "told", "first-hand", "second-hand", "hearsay", "party", "document", ""]
    ),
    st.sampled_from(["", "o1", "o2", "o3"]),
    st.booleans(),
    st.booleans(),
)


@given(pieces=st.lists(PIECES, max_size=8), call=PIECES)
def test_an_intercepted_call_never_raises_a_grade(pieces: list[Piece], call: Piece) -> None:
    """Whatever is there already: with the call the side has the grade it had, and the call is shown."""
    call = Piece(call.id, "harm", "for", call.what, call.known, call.origin, True, call.party)
    before = {g.side: g.grade for g in graded(pieces)}.get("for", "nothing")
    after = {g.side: g for g in graded([*pieces, call])}["for"]
    assert after.grade == before
    assert call in after.aside


@given(pieces=st.lists(PIECES, max_size=8), more=PIECES)
def test_more_evidence_never_lowers_a_side(pieces: list[Piece], more: Piece) -> None:
    """And everything stands on exactly one side, counted or set beside."""
    before = {g.side: GRADES.index(g.grade) for g in graded(pieces)}
    after = {g.side: GRADES.index(g.grade) for g in graded([*pieces, more])}
    assert all(after[side] <= rank for side, rank in before.items())
    assert sum(len(g.rests_on) + len(g.aside) for g in graded(pieces)) == len(pieces)
