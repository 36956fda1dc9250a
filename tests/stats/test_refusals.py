"""Tables that say nothing are refused with the reason; thin ones get a floor and a band."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stats.tables import KOSOVO, SPARSE, UK, table

from muster.model.errors import Refused
from muster.stats import (
    Lists,
    Protocol,
    Settings,
    add_strata,
    average_graphs,
    cautions,
    chapman,
    estimate,
    from_members,
    from_rows,
    latent_classes,
    no_highest_order,
    pool_imputations,
)
from muster.stats.decomposable import decomposable
from muster.stats.hierarchical import hierarchical
from muster.stats.protocols import matched

ABC = ("A", "B", "C")


def rows(*counts: object) -> Callable[[], Lists]:
    return lambda: from_rows(ABC, [((p & 1, p >> 1 & 1, p >> 2 & 1), n) for p, n in enumerate(counts, 1)])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (rows(5, -1), "below zero"),
        (rows(5, float("nan")), "no number of people"),
        (rows(5, float("inf")), "no number of people"),
        (rows(5, 1e30), "larger than the number of people"),
        (rows(5, 2.5), "not whole"),
        (rows(5, "many"), "no number"),
        (rows(0, 0, 0), "0 records"),
        (rows(1), "1 records"),
        (rows(5, 5, 5), "nobody is on list C"),
        (lambda: from_rows(ABC, [((0, 0, 0), 9), ((1, 0, 0), 2)]), "on none of the lists"),
        (lambda: from_rows(ABC, [((1, 0, 2), 9)]), "membership is 1 or 0"),
        (lambda: from_rows(ABC, [((1, 0), 9)]), "2 memberships for 3 lists"),
        (lambda: from_rows(ABC, [((1, 0, 0), 9), ((1, 0, 0), 4)]), "already that of row 1"),
        (lambda: from_rows(("A", "A"), []), "a name of its own"),
        (lambda: from_rows(("A",), []), "one list says nothing"),
        (lambda: from_rows([f"L{i}" for i in range(12)], []), "12 lists are too many"),
        (lambda: from_members([("A", "p1"), ("B", "p1"), ("A", "p1")]), "p1 stands twice on list A"),
        (lambda: from_members([("A", " ")]), "without a code"),
        (lambda: Lists(ABC, np.ones(4, dtype=np.int64)), "8 patterns"),
    ],
)
def test_what_is_no_table(make: Callable[[], Lists], said: str) -> None:
    """Each slip of the pen has its sentence."""
    with pytest.raises(Refused, match=said):
        make()


def go(lists: Lists, **more: object) -> object:
    return estimate(lists, rng=np.random.default_rng(1), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lists", "more", "said"),
    [
        (table("A B C", {"100": 9, "110": 20, "101": 12, "001": 4}), {}, "on list B is also on list A"),
        (table("A B C", {"100": 9, "010": 20, "110": 12, "001": 40}), {}, "list C shares nobody"),
        (KOSOVO, {"settings": Settings(cap=0)}, "no room"),
        (KOSOVO, {"settings": Settings(cap=-5)}, "no room"),
        (KOSOVO, {"settings": Settings(delta=0.0)}, "delta must be above zero"),
        (KOSOVO, {"method": "oracle"}, "no method 'oracle'"),
        (KOSOVO, {"protocols": [Protocol("EXH", "x", "y")]}, "no protocol for list ABA, OSCE, HRW"),
    ],
)  # fmt: skip
def test_what_has_no_total(lists: Lists, more: dict[str, object], said: str) -> None:
    """The reason names the list."""
    with pytest.raises(Refused, match=said):
        go(lists, **more)


def test_methods_refuse_what_they_cannot_do() -> None:
    """Zero cells, no overlap, too many lists, too few chains: each method says so itself."""
    rng = np.random.default_rng(1)
    for call, said in (
        (lambda: no_highest_order(UK, rng=rng), "13 of 31 patterns have nobody"),
        (lambda: chapman(10, 12, 0), "share nobody"),
        (lambda: chapman(10, 12, 11), "only 10 on one"),
        (lambda: decomposable(8), "not for 8"),
        (lambda: hierarchical(6), "of 6 there are too many"),
        (lambda: latent_classes(KOSOVO, chains=1, rng=rng), "at least 8 chains"),
        (lambda: average_graphs(KOSOVO, delta=-1.0), "delta must be above zero"),
        (lambda: pool_imputations([]), "two or more"),
        (lambda: add_strata([], [], rng=rng), "two or more"),
        (lambda: Settings(level=95), "a share like 0.95"),
    ):
        with pytest.raises(Refused, match=said):
            call()  # type: ignore[no-untyped-call]


def test_two_lists_get_a_floor_and_a_band() -> None:
    """No best value, no upper end, the band of the odds ratio, and why."""
    total = go(KOSOVO.only([0, 1]))
    assert (total.strength, total.low) == ("floor and band", 3035.0)  # type: ignore[attr-defined]
    assert total.best is None and total.high is None  # type: ignore[attr-defined]
    assert [round(b) for b in total.band] == [5138, 19863]  # type: ignore[attr-defined]
    assert "two lists cannot tell" in total.warnings[0]  # type: ignore[attr-defined]


def test_little_overlap_gets_a_floor() -> None:
    """Fewer than ten people on two lists: no total, whatever the method."""
    thin = table("A B C", {"100": 40, "010": 30, "001": 20, "110": 3, "101": 2, "011": 3})
    for method in ("graphs", "loglinear", "latent"):
        total = go(thin, method=method)
        assert total.best is None and total.high is None  # type: ignore[attr-defined]
        assert "only 8 people" in total.warnings[0]  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="list C shares nobody"):
        go(SPARSE)


def test_between_ten_and_thirty_is_an_order_of_magnitude() -> None:
    """Eighteen people on two lists."""
    total = go(table("A B C", {"100": 40, "010": 30, "001": 20, "110": 6, "101": 6, "011": 6}))
    assert total.strength == "order of magnitude"  # type: ignore[attr-defined]


def test_protocols_speak_in_the_warnings() -> None:
    """Referral, periods that do not meet, an open population, and who can never be seen."""
    told = matched(
        ("A", "B"),
        [
            Protocol("B", "families", "people without family", "2031-05-01", "2031-06-01", (), False),
            Protocol("A", "patients", "people without family", "2031-01-01", "2031-02-01", ("B",), True),
        ],
    )
    said = " ".join(cautions(told))
    for words in ("A passes people on to B", "different times", "joined or left", "people without family"):
        assert words in said
    assert [p.name for p in told] == ["A", "B"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Protocol("A", "", "x"), "who can enter"),
        (lambda: Protocol("A", "x", " "), "who never can"),
        (lambda: Protocol("A", "x", "y", "2031-05-01", "2031-01-01"), "before it begins"),
        (lambda: Protocol("A", "x", "y", "spring"), "'spring' for a date"),
        (lambda: matched(("A",), [Protocol("A", "x", "y", refers_to=("Z",))]), "speaks of list Z"),
    ],
)
def test_protocols_that_say_nothing(make: Callable[[], object], said: str) -> None:
    """A protocol must say who can be on the list and who never."""
    with pytest.raises(Refused, match=said):
        make()


counts = st.lists(st.integers(0, 400), min_size=7, max_size=7)


@settings(max_examples=40)
@given(counts)
def test_any_table_of_three_lists_is_refused_or_bounded(values: list[int]) -> None:
    """Whatever the counts: a sentence, a floor, or bounds in order that never fall below those seen."""
    try:
        total = estimate(rows(*values)(), panel=False, rng=np.random.default_rng(1))
    except Refused as why:
        assert str(why)
        return
    assert total.low >= total.seen
    if total.high is not None:
        assert total.low <= total.high
        assert total.best is None or total.low <= total.best <= total.high
    assert total.warnings and total.assumptions


@settings(max_examples=25)
@given(counts, st.permutations([0, 1, 2]))
def test_the_order_of_the_lists_does_not_matter(values: list[int], order: list[int]) -> None:
    """Columns in another order: the same posterior."""
    try:
        lists = rows(*values)()
    except Refused:
        return
    other = lists.only(order)
    a, b = average_graphs(lists).posterior, average_graphs(other).posterior
    assert np.allclose(a.mass, b.mass, atol=1e-9)


def test_leaving_out_and_merging_keep_the_people() -> None:
    """Merged lists lose nobody; a list left out loses exactly those who were on it alone."""
    assert KOSOVO.merged(0, 2).seen == KOSOVO.seen
    assert KOSOVO.without(0).seen == KOSOVO.seen - 1131
    assert KOSOVO.merged(0, 2).names == ("EXH+OSCE", "ABA", "HRW")
    assert KOSOVO.merged(0, 2).size(0) == KOSOVO.size(0) + KOSOVO.size(2) - KOSOVO.overlap(0, 2)
