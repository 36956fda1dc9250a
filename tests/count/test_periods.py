"""Series: uncertain dates spread honestly, missing is not zero, cumulative and per-period kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.count.stated import asked, said

from muster.count import answer, differences, series
from muster.model.errors import Refused
from muster.model.ledger import Question, Statement

TABLE = (
    '\n[[table]]\naddress = "events.csv"\nrecorder = "Open Register"\ndate = "from"\nuntil = "to"\n'
    'value = "n"\ndistinct = true'
)


def events() -> Question:
    return asked(TABLE, counting='"period"')


def event(first: str, last: str, n: float, high: float | None = None, **more: object) -> Statement:
    return said("Open Register", n, high, by=last, first=first, id=f"{first}{last}{n}", dated="table", **more)


def test_a_range_over_two_months_is_certain_in_neither() -> None:
    """Ten people between 22 April and 1 May: 9 expected in April, 1 in May, up to 10 in each."""
    found = series(events(), [event("2031-04-22", "2031-05-01", 10)], "month")
    assert [(c.period, c.certain, c.spread, c.possible) for c in found] == [
        ("2031-04", 0, 9, 10),
        ("2031-05", 0, 1, 10),
    ]


def test_a_month_without_records_is_unknown_and_not_zero() -> None:
    """March has no record between February and April."""
    found = series(
        events(), [event("2031-02-03", "2031-02-03", 4), event("2031-04-05", "2031-04-05", 2)], "month"
    )
    assert [(c.period, c.certain, c.records) for c in found] == [
        ("2031-02", 4, 1), ("2031-03", None, 0), ("2031-04", 2, 1),
    ]  # fmt: skip


@given(
    st.lists(st.tuples(st.integers(1, 28), st.integers(0, 40), st.integers(1, 50)), min_size=1, max_size=8),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_spreading_loses_and_adds_nothing(rows: list[tuple[int, int, int]], every: str) -> None:
    """What is spread sums to what was recorded; certain ≤ spread ≤ possible in every period."""
    import datetime

    held = []
    for i, (start, length, n) in enumerate(rows):
        first = datetime.date(2031, 3, start)
        last = first + datetime.timedelta(days=length)
        held.append(said("OR", n, by=last.isoformat(), first=first.isoformat(), id=f"e{i}"))
    found = [c for c in series(events(), held, every) if c.records]
    assert sum(c.spread or 0 for c in found) == pytest.approx(sum(n for _, _, n in rows), abs=1e-3)
    assert all((c.certain or 0) <= (c.spread or 0) + 1e-6 <= (c.possible or 0) + 2e-6 for c in found)


def test_by_region_a_row_without_a_place_is_possible_everywhere() -> None:
    """Five of no stated place may all have been in Tambov Oblast."""
    rows = [
        event("2031-04-01", "2031-04-01", 7, place="Tambov", regions=("RU-TAM",)),
        event("2031-04-02", "2031-04-02", 5),
    ]
    found = {c.period: (c.certain, c.possible) for c in series(events(), rows, "region")}
    assert found == {"Tambov Oblast": (7, 12), "place not stated": (5, 5)}


def test_events_of_their_own_are_added_and_claims_are_not() -> None:
    """The answer of a table of events is its sum; a cumulative question has a path and no series."""
    made = answer(
        events(), [event("2031-04-01", "2031-04-01", 7, 9), event("2031-04-02", "2031-04-02", 5, 5)]
    )
    assert (made.low, made.high) == (12, 14)
    with pytest.raises(Refused, match="belongs to no single period"):
        series(asked(), [said("Anchor", 40)], "month")
    with pytest.raises(Refused, match="not added up"):
        series(asked(counting='"period"'), [said("Anchor", 40)], "month")


def test_a_month_of_a_thousand_years_is_refused() -> None:
    """A date mistyped by centuries does not fill the memory."""
    rows = [event("0031-04-01", "0031-04-01", 7), event("2031-04-01", "2031-04-01", 7)]
    with pytest.raises(Refused, match="periods"):
        series(events(), rows, "day")


def test_rival_series_are_told_apart_by_their_definitions() -> None:
    """What differs is named, and that the difference of their figures is then no disagreement."""
    one = answer(asked(), [said("Anchor", 40)])
    other = answer(asked(name='"cases"', series='"court-case"', unit='"court cases"'), [said("Anchor", 12)])
    told = differences(one, other)
    assert "what is counted (refusals / court cases)" in told and "no disagreement" in told
    assert "defined alike" in differences(one, one)
