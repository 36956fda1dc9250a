"""Deadlines: the last safe day, never late, with every open point told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.cases.deadlines import deadlines_from
from muster.cases.law import read_pack, shipped
from muster.model.errors import NotFound, Refused
from muster.model.law import Consequence, Days, DaysOff, Pack

RU = read_pack(*shipped("ru-military"))
SORVIA = read_pack(*shipped("sorvia-military"))


def with_time(c: Consequence, off: DaysOff | None = None) -> Pack:
    """The invented pack with another complaint period."""
    rules = tuple(replace(r, consequences=(c,)) if r.id == "complaint" else r for r in SORVIA.rules)
    return replace(SORVIA, rules=rules, days_off=off or SORVIA.days_off)


def test_three_months_from_the_day_a_violation_became_known() -> None:
    """Whether the first day counts is not in the pack, so the safe day is one earlier."""
    [found] = deadlines_from(RU, "learnt-of-violation", Days.of("2022-11-30"))
    assert found.safe == date(2023, 2, 27)
    assert found.last is None
    assert any("first day" in said for said in found.because)
    assert found.provision == "Code of Administrative Procedure 219(1)"


def test_twenty_working_days_skip_days_off() -> None:
    """From Wednesday 8 May 2019: 9 May and the weekends do not count."""
    [found] = deadlines_from(SORVIA, "told-of-decision", Days.of("2019-05-08"))
    assert (found.safe, found.last) == (date(2019, 6, 6), date(2019, 6, 6))


def test_a_day_known_as_a_month_gives_the_earliest_safe_day() -> None:
    """Told "in May": counted from the first of May, and the rule's own last day is not known."""
    [roughly] = deadlines_from(SORVIA, "told-of-decision", Days.of("2019-05"))
    [first] = deadlines_from(SORVIA, "told-of-decision", Days.of("2019-05-01"))
    assert roughly.safe == first.safe
    assert roughly.last is None


def test_years_whose_days_off_are_not_listed_count_every_day() -> None:
    """2020 is not in the pack: twenty days are twenty days, on a day on which papers are received."""
    [found] = deadlines_from(SORVIA, "told-of-decision", Days.of("2020-03-02"))
    assert found.safe == date(2020, 3, 20)  # the 22nd is a Sunday
    assert any("not listed" in said for said in found.because)


def test_a_day_off_at_the_end_moves_the_last_day_and_not_the_safe_one() -> None:
    """Ten days from 13 June 2019 end on a Sunday: safe on Friday, in time until Monday."""
    c = Consequence(
        "deadline", {"en": "10 days"}, None, 10, "days", "days", "next", day_off_at_end="next-working-day"
    )
    [found] = deadlines_from(with_time(c), "told-of-decision", Days.of("2019-06-13"))
    assert (found.safe, found.last) == (date(2019, 6, 21), date(2019, 6, 24))
    assert found.days_left(date(2019, 6, 20)) == 1


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2023-11-30", 15, "2025-02-28")],
)
def test_months_end_on_the_same_day_or_the_months_last(start: str, months: int, last: str) -> None:
    """The end of January and a month is the end of February."""
    c = Consequence("deadline", {"en": "x"}, None, months, "months", "days", "next")
    [found] = deadlines_from(with_time(c, DaysOff()), "told-of-decision", Days.of(start))
    assert found.safe == date.fromisoformat(last)


def test_a_fact_from_which_nothing_counts_is_refused() -> None:
    """And one that the pack does not have is named."""
    with pytest.raises(Refused, match="counts a time"):
        deadlines_from(SORVIA, "order-given", Days.of("2019-05-01"))
    with pytest.raises(NotFound, match="no fact"):
        deadlines_from(SORVIA, "no-such", Days.of("2019-05-01"))


@given(
    start=st.dates(date(2018, 1, 1), date(2021, 12, 31)),
    spread=st.integers(0, 40),
    later=st.integers(0, 40),
    amount=st.integers(1, 60),
    unit=st.sampled_from(["days", "months"]),
    counting=st.sampled_from(["", "days", "working-days"]),
    first_day=st.sampled_from(["", "next", "same"]),
    at_end=st.sampled_from(["", "next-working-day", "as-it-is"]),
)
def test_the_safe_day_is_never_late(
    start: date, spread: int, later: int, amount: int, unit: str, counting: str, first_day: str, at_end: str
) -> None:
    """Whatever the day really was, and however each open point turns out, the safe day is in time."""
    c = Consequence("deadline", {"en": "x"}, None, amount, unit, counting, first_day, at_end)
    roughly = Days(start, start + timedelta(days=spread))
    true_day = min(start + timedelta(days=later), roughly.last)
    [found] = deadlines_from(with_time(c), "told-of-decision", roughly)
    for true_counting in {counting} if counting else {"days", "working-days"}:
        for true_first in {first_day} if first_day else {"next", "same"}:
            known = replace(c, counting=true_counting, first_day=true_first, day_off_at_end="as-it-is")
            [truth] = deadlines_from(with_time(known), "told-of-decision", Days(true_day, true_day))
            assert found.safe <= truth.safe
            assert truth.last is None or found.safe <= truth.last
    assert not SORVIA.days_off.off(found.safe)
