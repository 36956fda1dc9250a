"""What the desk keeps ready is what a look at the whole project would give, whoever decided in between."""

from __future__ import annotations

import json
from pathlib import Path

from tests.web.desk import NOW, Client

from muster.store import Store
from muster.workflows.ask import kept_answers
from muster.workflows.judge import judge
from muster.workflows.project import desk as desk_of
from muster.workflows.review import open_rows, questions, undo


def _open(folder: Path, state: Path) -> Store:
    return desk_of(folder / "desk.db", {"MUSTER_STATE": str(state), "MUSTER_NOW": NOW}).open()


def _live(store: Store) -> list[dict[str, object]]:
    return [json.loads(json.dumps({"id": q.id, "family": sorted(q.family)})) for q in questions(store)]


def _kept(store: Store) -> list[dict[str, object]]:
    return [{"id": row["id"], "family": sorted(row["family"])} for row in open_rows(store, "", 1000)]


def test_kept_questions_follow_every_judgement(desk: Client, built: Path, tmp_path: Path) -> None:
    """Kept after counting, settled by a judgement from another door, asked again when it is withdrawn."""
    with _open(tmp_path, built / "key") as store:
        before = _kept(store)
        assert before == _live(store) != []
        first = questions(store)[0]
        made = judge(store, first.subject, field=first.field, verdict="same", by="ivan", note="", now=NOW)
        assert _kept(store) == _live(store)
        assert first.id not in {row["id"] for row in _kept(store)}
        undo(store, by="ivan", now=NOW, judgement=made.id)
        assert _kept(store) == before
    assert desk.get("/review").status == 200


def test_kept_answers_are_those_of_the_whole_project(desk: Client, built: Path, tmp_path: Path) -> None:
    """Read back field by field as they were worked out; gone with whatever is forgotten."""
    with _open(tmp_path, built / "key") as store:
        ((judgement, made),) = kept_answers(store).answered
        assert store.answer_to(("nothing", judgement.id)) == made
        document = next(store.documents())
        store.forget(document.id, reason="asked to", by="anna", now=NOW)
        assert store.answer_to((judgement.id,)) is None
        assert not store.were_made("questions")
    assert desk.get("/review").status == 200
