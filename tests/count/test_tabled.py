"""Rows of a table of estimates as statements of the origins they name."""

from __future__ import annotations

import pytest
from tests.count.stated import asked, said

from muster.count.aliases import suggested
from muster.count.statements import Page, fold, statements
from muster.count.tabled import day_of, number
from muster.model.claims import Reading
from muster.model.evidence import Document
from muster.model.ledger import Statement

TABLE = """
[[table]]
address = "rows.csv"
origin = "who"
date = "day"
value = "best"
low = "low"
high = "high"
party = "side"
party_is = "yes"
only = { kind = "refusals" }
[[origin]]
name = "Ministry of Sorvia"
aliases = ["MoS"]
"""


def rows(*bodies: str, more: str = TABLE) -> list[Statement]:
    question = asked(more)
    pages = []
    for n, body in enumerate(bodies, 2):
        document = Document(
            id=f"doc-{n:024x}", source="source-1", address=f"rows.csv#{n}", sha256="0" * 64,
            media_type="text/csv", taken="2031-09-01T00:00:00+00:00", size=len(body),
        )  # fmt: skip
        text = "kind: refusals\n" + body
        pages.append(Page(document, text, Reading(f"text-{n}", "rules/1"), lambda _: ("", "")))
    return statements([question], pages)["refusals"]


def test_a_row_is_a_statement_of_its_origin() -> None:
    """Low and high are an interval, a lone estimate an estimate, a lone low a floor; the date is by when."""
    found = rows(
        "who: Anchor\nday: 3/4/2031\nlow: 1,200\nhigh: 1,500",
        "who: Anchor\nday: 5/4/2031\nbest: 1 300",
        "who: Anchor\nday: 6/4/2031\nlow: 900",
    )
    assert [(s.shape, s.low, s.best, s.high, s.last) for s in found] == [
        ("interval", 1200, None, 1500, "2031-04-03"),
        ("estimate", 1300, 1300, None, "2031-04-05"),
        ("floor", 900, None, None, "2031-04-06"),
    ]


def test_aliases_fold_and_parties_are_marked() -> None:
    """Two names the team calls one are one origin; the side column marks a party to the war."""
    found = rows(
        "who: MoS\nday: 3/4/2031\nlow: 5\nside: yes", "who: Ministry of Sorvia\nday: 4/4/2031\nlow: 6"
    )
    assert {s.origin for s in found} == {"team:Ministry of Sorvia"}
    assert [s.party for s in found] == [True, False]


def test_a_repeated_row_counts_once() -> None:
    """The same origin, figure and day in two rows is one statement with two reports."""
    found = rows("who: Anchor\nday: 3/4/2031\nlow: 5", "who: Anchor\nday: 3/4/2031\nlow: 5")
    assert [(s.low, s.reports) for s in found] == [(5, 2)]


def test_what_cannot_be_read_is_said_and_not_guessed() -> None:
    """A number in words, crossed bounds, a row without an origin: beside, with the reason."""
    found = rows(
        "who: Anchor\nday: 3/4/2031\nlow: many",
        "who: Beacon\nday: 3/4/2031\nlow: 9\nhigh: 5",
        "day: 3/4/2031\nlow: 9",
    )
    reasons = {s.beside for s in found}
    assert reasons == {
        "“many” is no number that can be read", "its bounds cross: 9, 5", "the row names no origin",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("700,000", 700000),
        ("1 234 567", 1234567),
        ("12.5", 12.5),
        ("1,23", None),
        ("=1+1", None),
        ("9" * 40, None),
    ],
)
def test_only_plain_numbers_are_numbers(words: str, value: float | None) -> None:
    """ "1,23" is no English number, and might be anything elsewhere."""
    assert number(words) == value


@pytest.mark.parametrize(
    ("words", "day_first", "iso"),
    [
        ("3/4/2031", True, "2031-04-03"), ("3/4/2031", False, "2031-03-04"),
        ("2031-04-03", False, "2031-04-03"),
        ("03.04.2031", True, "2031-04-03"), ("2031-04-03T10:00", True, "2031-04-03"),
        ("31/2/2031", True, None),
        ("soon", True, None),
    ],
)  # fmt: skip
def test_days_are_read_as_the_table_writes_them(words: str, day_first: bool, iso: str | None) -> None:
    """Which number is the day is the team's to say."""
    assert day_of(words, day_first) == iso


def test_names_of_one_origin_are_suggested_with_a_reason() -> None:
    """An abbreviation and its words; a name with and without a medium; not two bodies of one country."""
    names = [
        "SK MoD",
        "SK Ministry of Defence",
        "Officials (via Wire)",
        "Officials (via Lantern)",
        "SK Foreign Office",
    ]
    found = {(a, b): why for a, b, why in suggested(names)}
    assert set(found) == {
        ("Officials (via Lantern)", "Officials (via Wire)"),
        ("SK Ministry of Defence", "SK MoD"),
    }


def test_a_report_without_a_day_joins_its_equal_told_with_one() -> None:
    """A copy that drops "by 15 May" is no second statement; with two days told it could be either's."""
    told = said("Anchor", 208, by="2031-05-15")
    copy = said(
        "Anchor", 208, by="2031-05-20", dated="published", id="copy", document="doc-2", least_regions=9
    )
    assert [(s.id, s.last, s.reports, s.least_regions) for s in fold([copy, told])] == [
        (told.id, "2031-05-15", 2, 9)
    ]
    other = said("Anchor", 208, by="2031-04-15", document="doc-3")
    assert len(fold([copy, told, other])) == 3
