"""Charts show what was stated, where it was stated, and nothing else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from muster.publish.page import charts
from muster.publish.page.words import ENGLISH

MONTHS = ENGLISH.months
numbers = st.floats(0, 1e9, allow_nan=False)


@given(st.lists(numbers, min_size=1, max_size=8))
def test_a_scale_holds_every_bound_in_order(bounds: list[float]) -> None:
    """All bounds fall inside the drawing, larger ones never further left."""
    scale = charts.scale_for(bounds, "count")
    places = [scale.at(b) for b in sorted(bounds)]
    assert places == sorted(places)
    assert all(2 <= p <= 94 for p in places)


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=6))
def test_ticks_are_few_round_and_on_the_scale(bounds: list[int]) -> None:
    """Two to eleven whole numbers, none twice, the last one at or above the highest bound."""
    scale = charts.scale_for([float(b) for b in bounds], "count")
    found = charts.ticks(scale)
    assert 2 <= len(found) <= 11 and len(set(found)) == len(found)
    assert all(t == int(t) for t in found)
    assert scale.high >= max(bounds)


@given(st.integers(1, 9), st.integers(1_000, 10**9))
def test_none_at_all_stands_apart_from_the_least_number(least: int, most: int) -> None:
    """Where a denial of any stands beside thousands, 0 has a tick of its own, left of the least."""
    scale = charts.scale_for([0.0, float(least), float(most)], "count")
    assert scale.log and charts.ticks(scale)[0] == 0.0
    assert scale.at(0.0) < scale.at(1.0) <= scale.at(least)


def drawn(low: float | None, high: float | None, **more: bool) -> str:
    scale = charts.scale_for([b for b in (low, high) if b is not None], "count")
    out = {"low_out": False, "high_out": False, **more}
    return str(charts.figure(scale, low, high, words="dozens", kind="stated", label="x", **out))


def test_a_floor_has_an_arrow_and_no_upper_end() -> None:
    """An open end is an arrow; an end that is stated is a cap; an excluded one a hollow dot."""
    floor = drawn(40, None)
    assert floor.count('class="arrow"') == 1 and floor.count('class="cap"') == 1
    assert drawn(40, None, low_out=True).count('class="hollow"') == 1
    assert drawn(None, 15).count('class="arrow"') == 1
    assert drawn(7, 7).count('class="dot"') == 1 and "arrow" not in drawn(7, 7)


def test_words_without_bounds_have_no_place_on_the_scale() -> None:
    """A vague word is a soft band over the whole width with the word in it."""
    vague = drawn(None, None)
    assert "“dozens”" in vague and not re.search(r"circle|class=\"(bar|cap|arrow)", vague)


def test_dates_of_any_exactness_have_a_day() -> None:
    """A year is its first day; what is no date has none."""
    assert charts.day("2031") == charts.day("2031-01") == charts.day("2031-01-01T10:00:00+00:00")
    assert charts.day(None) is None and charts.day("spring") is None and charts.day("2031-02-30") is None


def test_numbers_read_as_people_write_them() -> None:
    """Thousands are parted, shares are percent without float noise, bounds are words."""
    w = ENGLISH
    assert [w.number(x) for x in (1000.0, 1234567, 2.5, 1e6)] == ["1,000", "1,234,567", "2.5", "1,000,000"]
    assert [w.share(x) for x in (0.2, 0.07, 0.285, 1.0, 1 / 3)] == [
        "20 %",
        "7 %",
        "28.5 %",
        "100 %",
        "≈ 33.3 %",
    ]
    assert w.figure(1000, None, True, False, "count") == "more than 1,000"
    assert w.figure(None, 15, False, False, "count") == "at most 15"
    assert w.figure(0.2, 0.4, False, False, "share") == "20–40 %"
    assert w.figure(None, None, False, False, "count") == "no bounds stated"
    assert [w.date(d) for d in ("2031-05-04", "2031-05", "2031", None, "spring")] == [
        "4 May 2031", "May 2031", "2031", "no date", "spring",
    ]  # fmt: skip


def test_what_lies_outside_the_axis_is_an_arrow_with_its_date() -> None:
    """A far day among many near ones is no dot on the edge: an arrow points at it, month and year beside."""
    near = [charts.day(f"2031-05-{d:02}") or 0 for d in range(1, 29)]
    far = charts.day("2018-06-15") or 0
    scale = charts.time_scale([*near, far])
    assert scale.low >= near[0]
    outside = charts.bar(scale, far, far, "15 June 2018", MONTHS)
    assert "Jun 2018" in outside and 'class="arrow"' in outside and "circle" not in outside
    later = charts.bar(scale, near[-1] + 4000, near[-1] + 4000, "later", MONTHS)
    assert 'class="outside right"' in later
    half = charts.bar(scale, far, near[10], "from long ago", MONTHS)
    assert 'class="range"' in half and half.count('class="arrow"') == 1
    inside = charts.bar(scale, near[3], near[3], "4 May", MONTHS)
    assert "circle" in inside and "arrow" not in inside


def test_the_axis_holds_all_where_nothing_lies_far_out() -> None:
    """Days spread over a year are all on the axis, first to last."""
    days = [charts.day(f"2031-{m:02}-{d:02}") or 0 for m in range(1, 13) for d in (1, 15)]
    scale = charts.time_scale(days)
    assert (scale.low, scale.high) == (min(days), max(days))
