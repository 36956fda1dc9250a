"""Outcomes: nobody is told by a table, none is never nothing; a calendar holds codes only."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from muster.cases.calendar import calendar
from muster.cases.outcomes import ALL, FEW, NOT_KNOWN, Known, hidden, sentence, table_of
from muster.model.cases import OUTCOMES

TABLES = st.dictionaries(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from(["discharged", "left", "lost"])),
    st.integers(0, 30),
    min_size=1,
)


def known(counts: dict[tuple[str, str], int]) -> list[Known]:
    return [Known(g, o, "2022-10-01", "lawyer-2") for (g, o), n in counts.items() for _ in range(n)]


@settings(max_examples=60)
@given(TABLES)
def test_no_hidden_cell_follows_from_the_totals(counts: dict[tuple[str, str], int]) -> None:
    """Subtracting shown cells from shown totals, as often as it helps, never gives a hidden cell."""
    rows = table_of(known(counts))
    cells = {(r["group"], c): v for r in rows for c, v in r.items() if c != "group"}
    values = {cell: None if v == "hidden" else int(v) for cell, v in cells.items()}
    assert not [v for v in values.values() if v is not None and 0 < v < 5]
    sizes = Counter({g: sum(n for (group, _), n in counts.items() if group == g) for g in "ABCD"})
    assert {r["group"] for r in rows} - {ALL, FEW} == {g for g, n in sizes.items() if n >= 5}
    lines = [[c for c in values if c[side] == name] for side in (0, 1) for name in {c[side] for c in values}]
    solved = dict(values)
    for _ in range(len(values)):
        for line in lines:
            open_ = [c for c in line if solved[c] is None]
            if len(open_) == 1:
                solved[open_[0]] = 0
    assert [c for c in values if values[c] is None and solved[c] is not None] == []


def test_a_single_small_cell_hides_a_second_and_third() -> None:
    """One cell of two cases: alone it would follow from its row and its column."""
    counts = {("A", "left"): 2, ("A", "discharged"): 20, ("B", "left"): 9, ("B", "discharged"): 30}
    rows = {r["group"]: r for r in table_of(known(counts))}
    assert rows["A"]["left"] == "hidden"
    assert Counter(v for r in rows.values() for v in r.values())["hidden"] >= 4
    assert rows[ALL][ALL] == "61"


def test_large_counts_are_shown_as_they_are() -> None:
    """Nothing is small: nothing is hidden."""
    assert hidden({("A", "left"): 7, ("A", ALL): 7, (ALL, "left"): 7, (ALL, ALL): 7}) == set()


def test_none_known_is_said_with_who_knows_by_when_and_how_many_are_lost() -> None:
    """Never a bare nought; who was lost is no 'no'."""
    some = [
        *known({("A", "discharged"): 12, ("A", "lost"): 7}),
        Known("A", "", "", "lawyer-1"),
    ]
    told = sentence(some, "prosecuted", "2022-12-05")
    assert told == (
        "0 prosecuted known to 2 lawyers by 2022-12-05, of 12 cases whose outcome is known (the oldest news "
        "is of 2022-10-01); of 8 more nobody knows: they are not counted as none"
    )
    assert sentence(some[:3], "discharged", "2022-12-05").startswith("1 to 4 discharged known to 1 lawyer")
    assert {r["group"]: r for r in table_of(some)}[ALL][ALL] == "20"
    assert NOT_KNOWN not in OUTCOMES


def test_a_calendar_is_whole_and_folded() -> None:
    """One event a row; no line is longer than 75 octets; commas are escaped."""
    body = calendar([("K-7F3Q2A", date(2023, 2, 27), "жалоба, " * 20, "step-1")], "2022-12-05T08:00:00+00:00")
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    whole = body.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20230227\r\n" in whole
    assert "SUMMARY:K-7F3Q2A: жалоба\\, жалоба" in whole
    assert whole.endswith("END:VCALENDAR\r\n")
