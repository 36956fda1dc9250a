"""The nouns check themselves: a record that contradicts itself cannot be made."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model import errors
from muster.model.claims import Claim, Quantity, Speaker, TimeRange
from muster.model.errors import MusterError, RecordError, Unreadable
from muster.model.evidence import Document, Passage, Text
from muster.model.findings import Estimate
from muster.model.ids import document_id, make_id
from muster.model.links import Anchor, Copy, Judgement, Link

P = Passage("text-1", 3, 9, "twelve")


def estimate(**other: Any) -> Estimate:
    given: dict[str, Any] = {
        "id": "estimate-1",
        "question": "how many drivers refused",
        "population": "drivers of one depot",
        "place": "not stated",
        "by_when": "as of 2031-04-03",
        "low": 12,
        "best": None,
        "high": None,
        "unit": "count",
        "method": "stated",
        "assumptions": ("each driver is counted once",),
        "rests_on": ("quantity-1",),
    }
    return Estimate(**{**given, **other})


def test_a_passage_holds_exactly_its_characters() -> None:
    """``body[start:stop] == words``; a passage of another length cannot be made."""
    assert P.holds_in("of twelve men")
    assert not P.holds_in("of eleven men")
    with pytest.raises(RecordError):
        Passage("text-1", 3, 8, "twelve")
    with pytest.raises(RecordError):
        Passage("text-1", 3, 3, "")


@given(st.text(min_size=1), st.data())
def test_any_cut_of_any_text_is_a_passage(body: str, data: st.DataObject) -> None:
    """Offsets are code points, also beside characters outside the basic plane."""
    start = data.draw(st.integers(0, len(body) - 1))
    stop = data.draw(st.integers(start + 1, len(body)))
    made = Passage.of(Text("text-1", "doc-1", body, "und", "plain/1"), start, stop)
    assert made.holds_in(body)
    assert made.words == body[start:stop]


@pytest.mark.parametrize(
    "missing", ["question", "population", "place", "by_when", "method", "assumptions", "rests_on"]
)
def test_no_bare_numbers(missing: str) -> None:
    """Without population, place, date, method, assumptions and what it rests on there is no estimate."""
    estimate()
    with pytest.raises(RecordError, match="no bare numbers"):
        estimate(**{missing: () if missing in ("assumptions", "rests_on") else ""})


@pytest.mark.parametrize(("low", "best", "high"), [(3, 2, None), (3, None, 2), (None, 3, 2)])
def test_bounds_do_not_cross(low: float | None, best: float | None, high: float | None) -> None:
    """Low, best and high stand in that order, where they are known."""
    with pytest.raises(RecordError, match="cross"):
        estimate(low=low, best=best, high=high)


def test_an_unknown_bound_stays_unknown() -> None:
    """A quantity that nobody bounded has no bounds, and is no zero."""
    vague = Quantity("quantity-1", P, None, None, vague="dozens")
    assert (vague.low, vague.high) == (None, None)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Quantity("q", P, 5, 4),
        lambda: Quantity("q", P, 20, 40, unit="share"),
        lambda: TimeRange("t", P, "DATE", "2031-04", first="2031-04-30", last="2031-04-01"),
        lambda: TimeRange("t", P, "MOMENT", "2031-04"),
        lambda: Claim("c", P, "shouted"),
        lambda: Claim("c", P, "direct", basis="sure"),
        lambda: Claim("c", P, "direct", confidence=1.5),
        lambda: Claim("c", P, "indirect", own_voice=True, said_by=(Speaker("Vera Tamlin"),)),
        lambda: Link("l", "same-name", "a", "b", 0.9, ()),
        lambda: Copy("c", "a", "b", "borrowed", 0.9, ("why",)),
        lambda: Judgement("j", (), "copy", "same", "anna", "2031-05-02"),
        lambda: Judgement("j", (Anchor("0" * 64),), "copy", "same", "", "2031-05-02"),
        lambda: Document("d", "s", "a.txt", "short", "text/plain", "2031-05-02"),
    ],
)
def test_a_record_that_contradicts_itself_is_not_made(make: Any) -> None:
    """Crossed bounds, a share above one, unknown kinds, a suggestion without reasons, a nameless decision."""
    with pytest.raises(RecordError):
        make()


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_different_evidence_has_different_ids(one: list[str], other: list[str]) -> None:
    """Parts are kept apart: ("ab", "c") and ("a", "bc") are different evidence."""
    assert (make_id("claim", *one) == make_id("claim", *other)) == (one == other)


def test_the_id_of_a_sealed_document_cannot_be_guessed() -> None:
    """With a key the same evidence has another id, which nobody without the key can compute."""
    evidence = ("source-1", "interview.txt", "0" * 64)
    assert document_id(*evidence) == document_id(*evidence)
    assert document_id(*evidence, key=b"k" * 32) != document_id(*evidence)
    assert document_id(*evidence, key=b"k" * 32) != document_id(*evidence, key=b"l" * 32)


def test_every_error_says_what_to_do_next() -> None:
    """What happened, to which record, and what to do next; each kind has its exit code."""
    error = errors.NotFound("no such claim", record="claim-nope", next_step="'muster claims' lists them")
    assert str(error) == "no such claim (claim-nope); 'muster claims' lists them"
    kinds = [getattr(errors, name) for name in errors.__all__]
    assert all(issubclass(kind, MusterError) for kind in kinds)
    assert {kind.exit_code for kind in kinds} == {1, 2, 3}


def test_an_error_crosses_from_the_parsing_child() -> None:
    """Reason and detail survive the way between processes."""
    there = pickle.loads(pickle.dumps(Unreadable("password", "the PDF is locked")))
    assert (there.reason, there.detail) == ("password", "the PDF is locked")
