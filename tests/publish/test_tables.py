"""Lists as flat rows, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest

from muster.model.claims import Speaker
from muster.model.errors import Usage
from muster.publish import TABLES, Evidence, csv_cell, rows_as, tables
from muster.publish.tables import _called, _kept_back


@pytest.mark.parametrize("kind", TABLES)
def test_every_list_has_rows_of_one_shape(evidence: Evidence, kind: str) -> None:
    """All rows of a list have the same columns in the same order, with flat values."""
    rows = list(tables(evidence, kind))
    assert rows
    assert len({tuple(row) for row in rows}) == 1
    assert all(v is None or isinstance(v, (str, int, float, bool)) for row in rows for v in row.values())


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("how", ["json", "nl", "csv", "tsv"])
def test_every_output_reads_back(evidence: Evidence, kind: str, how: str) -> None:
    """Each output holds as many rows as the list."""
    text = "".join(rows_as(tables(evidence, kind), how))
    count = len(list(tables(evidence, kind)))
    if how == "json":
        assert len(json.loads(text)) == count
    elif how == "nl":
        # Not splitlines(): a text may hold U+2028, which JSON does not escape.
        assert len([json.loads(line) for line in text.rstrip("\n").split("\n")]) == count
    else:
        delimiter = "," if how == "csv" else "\t"
        assert len(list(csv.DictReader(io.StringIO(text), delimiter=delimiter))) == count


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+7 900",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\xa0=1",
    ],
)
def test_28_formulas_are_quoted(cell: str) -> None:
    """Text that a spreadsheet would run starts with an apostrophe."""
    assert csv_cell(cell) == "'" + cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-3, "-3"),
        (0.2, "0.2"),
        (None, ""),
        (True, "true"),
        ("a = b", "a = b"),
        ("40–50", "40–50"),
        ("солдат", "солдат"),
    ],
)
def test_what_is_no_formula_is_left_alone(value: object, cell: str) -> None:
    """Numbers stay numbers; ordinary text is not touched."""
    assert csv_cell(value) == cell


def test_no_rows_is_an_empty_list() -> None:
    """An empty list is valid JSON and an empty file."""
    assert json.loads("".join(rows_as([], "json"))) == []
    assert "".join(rows_as([], "csv")) == ""


def test_an_unknown_list_is_a_usage_error(evidence: Evidence) -> None:
    """The error names the lists there are."""
    with pytest.raises(Usage, match="claims"):
        tables(evidence, "rumours")
    with pytest.raises(Usage, match="csv"):
        rows_as([], "xml")


def columns(evidence: Evidence, kind: str, n: int) -> list[str]:
    return list(next(tables(evidence, kind)))[:n]


def test_the_columns_that_tell_most_stand_first(evidence: Evidence) -> None:
    """A terminal of 120 columns shows words, speaker and address before any id."""
    assert columns(evidence, "claims", 5) == ["words", "speaker", "basis", "address", "id"]
    assert columns(evidence, "copies", 4) == ["copy_address", "original_address", "kind", "score"]
    assert columns(evidence, "origins", 4) == ["name", "claims", "first_words", "first_address"]
    for kind in TABLES:
        assert kind == "set-aside" or not columns(evidence, kind, 1)[0].endswith("id")


def test_whoever_has_no_name_is_called_what_he_is(evidence: Evidence) -> None:
    """A list of claims says "a lawyer" where nobody names him, and of a hidden one nothing."""
    assert _called(Speaker(None, "lawyer")) == "lawyer"
    assert _called(Speaker(None, "lawyer", protected=True)) == "nobody named"
    assert any(row["hypothetical"] for row in tables(evidence, "claims"))


def test_whoever_is_presumed_to_be_kept_back_is_told_apart(evidence: Evidence) -> None:
    """What somebody is stays on the desk where no words hide him; the list says why he is kept back."""
    presumed = Speaker(None, "cook", protected=True, presumed="only what they are is told")
    assert _called(presumed) == "cook"
    assert _kept_back([presumed]) == "only what they are is told"
    assert {row["kept_back"] for row in tables(evidence, "claims")} == {None, "the text says so"}


def test_ids_stand_beside_addresses(evidence: Evidence) -> None:
    """The address and the source of a copy, an original and an origin's first claim are those of the ids."""
    documents = {row["id"]: row for row in tables(evidence, "documents")}
    for row in tables(evidence, "copies"):
        for side in ("copy", "original"):
            document = documents[row[side]]
            assert (row[f"{side}_address"], row[f"{side}_source"]) == (
                document["address"],
                document["source"],
            )
    claims = {row["id"]: row for row in tables(evidence, "claims")}
    for row in tables(evidence, "origins"):
        assert row["first_words"] == claims[row["first"]]["words"]
        assert row["first_address"] == claims[row["first"]]["address"]


def test_no_name_stands_beside_an_alias(evidence: Evidence) -> None:
    """A protected entity is listed without variants."""
    rows = list(tables(evidence, "entities"))
    assert [row["variants"] for row in rows if row["protected"]] == [""]
    assert any(row["variants"] for row in rows)
