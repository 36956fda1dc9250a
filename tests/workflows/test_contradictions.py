"""What people say of contradictions is kept, replayed and taken back. Every name is invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from muster.model.errors import Usage
from muster.store import Store
from muster.workflows import review
from muster.workflows.contradictions import contradiction_rows
from muster.workflows.count import count
from muster.workflows.judge import judge
from muster.workflows.link import link
from muster.workflows.project import Desk, desk
from muster.workflows.run import run

NOW = "2035-01-01T00:00:00+00:00"
PAPERS = {
    "pilot": "Before dawn the barge lay still. The pilot Ivo Kant said that a mine killed 17 sailors on "
    "the barge at Trelm on 4 May. He swam ashore and was found by fishermen.",
    "mayor": "Flags hang low at the town hall. According to Mayor Dora Hask, only five sailors were killed "
    "on the barge at Trelm on 4 May.",
    "navy": "Its daily note has three lines. The navy denied that sailors were killed on the barge at Trelm.",
}


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    """A project of three papers."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, words in PAPERS.items():
        (papers / f"{name}.txt").write_text(f"source: {name} daily\ndate: 2032-05-06\n\n{words}\n", "utf-8")
    ours = desk(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "key"), "MUSTER_NOW": NOW})
    run(ours, papers, ocr=False)
    return ours


@pytest.fixture
def store(here: Desk) -> Iterator[Store]:
    with here.open() as opened:
        yield opened


def _again(store: Store, here: Desk) -> None:
    link(store, now=NOW, work=here.project.parent)
    count(store, now=NOW)


def _figures(store: Store) -> list[dict[str, object]]:
    return [row for row in contradiction_rows(store) if row["kind"] == "figures"]


def test_a_contradiction_is_listed_with_both_sides_and_asked_about(store: Store) -> None:
    """Words, who said them, where; and one question each."""
    [row] = _figures(store)
    assert row["state"] == "open" and row["reasons"]
    assert {row["left_address"], row["right_address"]} == {"pilot.txt", "mayor.txt"}
    assert {row["left_who"], row["right_who"]} == {"Ivo Kant", "Dora Hask"}
    asked = review.questions(store, "contradiction")
    assert {q.id for q in asked} == {r["id"] for r in contradiction_rows(store)}
    assert all(q.ask == "Do these two contradict each other?" for q in asked)


def test_yes_confirms_and_no_takes_it_out_and_both_come_back_when_withdrawn(store: Store, here: Desk) -> None:
    """A person's word wins, through the next link and after."""
    [row] = _figures(store)
    question = next(q for q in review.questions(store, "contradiction") if q.id == row["id"])
    [said] = review.answer(store, question, "same", by="anna", reason="two counts", now=NOW)
    assert said.verdict == "contradict"
    assert question.id not in {q.id for q in review.questions(store, "contradiction")}
    _again(store, here)
    assert [r["state"] for r in _figures(store)] == ["contradict"]
    assert any("anna confirmed it on" in str(reason) for reason in contradiction_rows(store)[0]["reasons"])
    review.answer(store, question, "different", by="boris", reason="two barges", now=NOW)
    assert _figures(store) == []
    _again(store, here)
    assert _figures(store) == [] and row["id"] not in {x.id for x in store.links("contradiction")}
    review.undo(store, by="boris", now=NOW)
    _again(store, here)
    assert [r["state"] for r in _figures(store)] == ["open"]
    assert question.id in {q.id for q in review.questions(store, "contradiction")}


def test_cannot_tell_leaves_it_in_the_list_and_is_asked_no_more(store: Store, here: Desk) -> None:
    """Until somebody knows."""
    [row] = _figures(store)
    question = next(q for q in review.questions(store, "contradiction") if q.id == row["id"])
    review.answer(store, question, "unsure", by="anna", reason="", now=NOW)
    _again(store, here)
    assert [r["state"] for r in _figures(store)] == ["unsure"]
    assert question.id not in {q.id for q in review.questions(store, "contradiction")}


def test_of_judgements_that_contradict_each_other_the_last_holds(store: Store) -> None:
    """Whoever speaks later, in either order of the two."""
    [row] = _figures(store)
    pair = (str(row["left_claim"]), str(row["right_claim"]))
    for day, subject, verdict in (
        (1, pair, "contradict"),
        (2, pair[::-1], "compatible"),
        (3, pair, "contradict"),
    ):
        judge(
            store, subject, field="contradiction", verdict=verdict, by="anna", note="",
            now=f"2035-01-0{day}T00:00:00+00:00",
        )  # fmt: skip
    assert [r["state"] for r in _figures(store)] == ["contradict"]


def test_verdicts_of_other_fields_are_refused(store: Store) -> None:
    """ "Same" says nothing of two claims that may contradict each other."""
    [row] = _figures(store)
    with pytest.raises(Usage, match="contradict, compatible, unsure"):
        judge(
            store, (str(row["left_claim"]), str(row["right_claim"])), field="contradiction", verdict="same",
            by="anna", note="", now=NOW,
        )  # fmt: skip


def test_a_judgement_of_a_claim_that_is_gone_settles_nothing(store: Store, here: Desk) -> None:
    """The paper was forgotten: no row, no question, no error."""
    [row] = _figures(store)
    question = next(q for q in review.questions(store, "contradiction") if q.id == row["id"])
    review.answer(store, question, "same", by="anna", reason="", now=NOW)
    mayor = next(d.id for d in store.documents() if d.address == "mayor.txt")
    store.forget(mayor, reason="withdrawn", by="anna", now=NOW)
    _again(store, here)
    assert _figures(store) == []
    assert question.id not in {q.id for q in review.questions(store, "contradiction")}
