"""Relationships from a table: each row a claim of its author with custody; what ties nobody is set aside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from tests.web.desk import NOW, PAPERS, write_papers

from muster.model.errors import NotFound, Usage
from muster.publish.export import schema
from muster.store import Store
from muster.workflows import struck
from muster.workflows.project import desk as desk_of
from muster.workflows.publish import export_jsonl
from muster.workflows.relations import relations, take_relations
from muster.workflows.review import undo
from muster.workflows.run import run

_TIES = (
    "from,to,relation,date,source\n"
    "Oren Talvik,Marta Oslend,colleague,2031-05,Harbour Gazette\n"
    ",Marta Oslend,kin,,\n"
    "Irina Kelm,irina kelm,sister,,\n"
    "Irina Kelm,Pavel Druzh,,,\n"
    "Irina Kelm,Pavel Druzh,wife,last May,\n"
    "entity-000000000000,Pavel Druzh,wife,,\n"
    "Irina Kelm,Nobody Known,neighbour,,\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    papers = write_papers(tmp_path / "papers", {"harbour.html": PAPERS["harbour.html"]})
    here = desk_of(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "key"), "MUSTER_NOW": NOW})
    run(here, papers)
    (tmp_path / "ties.csv").write_text(_TIES, "utf-8")
    with here.open() as opened:
        yield opened


def test_rows_are_taken_or_set_aside(store: Store, tmp_path: Path) -> None:
    """Nothing vanishes: each row is a relationship or stands among what was set aside with its reason; taken
    twice, nothing doubles; every row leads to its bytes and its custody line."""
    made = take_relations(store, tmp_path / "ties.csv", by="anna", note="from a colleague", now=NOW)
    again = take_relations(store, tmp_path / "ties.csv", by="anna", note="", now=NOW)
    assert (made.rows, len(made.aside)) == (2, 5) and again.judgement == made.judgement
    assert [each.detail for each in made.aside] == [
        "the row names nobody on one side", "both sides are the same", "the row does not say in what way",
        "last May is no day; write e.g. 2022-06-03", "no name of this project has the id entity-000000000000",
    ]  # fmt: skip
    assert {s.record for s in store.set_asides() if s.stage == "relations"} == {a.record for a in made.aside}
    first, second = relations(store)
    assert (first.left, first.right, first.kind, first.date) == (
        "Oren Talvik", "Marta Oslend", "colleague", "2031-05",
    )  # fmt: skip
    assert (first.said_by, second.said_by, first.by) == ("Harbour Gazette", "ties.csv", "anna")
    assert first.left_entity.startswith("entity-") and second.right_entity == ""
    assert any("custody" in line for line in store.why(first.id).lines())
    assert not list(store.check())


def test_a_table_is_taken_back(store: Store, tmp_path: Path) -> None:
    """As a whole by withdrawing the decision; a name that is struck out takes its rows along."""
    made = take_relations(store, tmp_path / "ties.csv", by="anna", note="", now=NOW)
    struck.strike(store, "Oren Talvik", by="anna", note="", now=NOW)
    assert [r.right for r in relations(store)] == ["Nobody Known"]
    undo(store, by="anna", now=NOW, judgement=made.judgement)
    assert relations(store) == []


def test_the_export_holds_them(store: Store, tmp_path: Path) -> None:
    """A file of its own, as its schema says; none where no table was taken."""
    assert "relations.jsonl" not in export_jsonl(store, tmp_path / "before")
    take_relations(store, tmp_path / "ties.csv", by="anna", note="", now=NOW)
    assert export_jsonl(store, tmp_path / "out")["relations.jsonl"] == 2
    validator = jsonschema.Draft202012Validator(schema("relations"))
    validator.check_schema(schema("relations"))
    for line in (tmp_path / "out" / "relations.jsonl").read_text("utf-8").splitlines():
        validator.validate(json.loads(line))


def test_columns_in_other_words(store: Store, tmp_path: Path) -> None:
    """Russian heads are known; others are named; a table without them is refused and says what is lacking."""
    (tmp_path / "svyazi.csv").write_text("кто;с кем;связь\nОрен Тальвик;Марта Осленд;коллеги\n", "utf-8")
    take_relations(store, tmp_path / "svyazi.csv", by="anna", note="", now=NOW)
    (tmp_path / "odd.csv").write_text("alpha,beta,gamma\nA. One,B. Two,friend\n", "utf-8")
    with pytest.raises(Usage, match="no column that says who is related"):
        take_relations(store, tmp_path / "odd.csv", by="anna", note="", now=NOW)
    heads = {"left": "alpha", "right": "beta", "kind": "gamma"}
    take_relations(store, tmp_path / "odd.csv", by="anna", note="", now=NOW, columns=heads)
    assert {r.kind for r in relations(store)} == {"коллеги", "friend"}
    (tmp_path / "none.csv").write_text("from,to,relation\n", "utf-8")
    with pytest.raises(NotFound, match="no row"):
        take_relations(store, tmp_path / "none.csv", by="anna", note="", now=NOW)


def test_a_cell_forges_no_column(store: Store, tmp_path: Path) -> None:
    """A line break in a cell cannot say who else is related."""
    forged = 'from,to,relation\n"Irina Kelm\nto: Oren Talvik",Pavel Druzh,wife\n'
    (tmp_path / "forged.csv").write_text(forged, "utf-8")
    made = take_relations(store, tmp_path / "forged.csv", by="anna", note="", now=NOW)
    assert made.rows == 0 and "twice" in made.aside[0].detail
