"""A name that is none is struck out by a person: kept as a decision, gone from what follows, undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.web.desk import NOTES, NOW, write_papers

from muster.model.errors import Refused, Usage
from muster.store import Store
from muster.workflows import struck
from muster.workflows.link import link
from muster.workflows.project import Desk
from muster.workflows.project import desk as desk_of
from muster.workflows.publish import export_jsonl
from muster.workflows.review import undo
from muster.workflows.run import run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    home = tmp_path_factory.mktemp("struck")
    few = {name: NOTES[name] for name in sorted(NOTES)[:8]}
    papers = write_papers(home / "papers", few)
    here = desk_of(home / "desk.db", {"MUSTER_STATE": str(home / "key"), "MUSTER_NOW": NOW})
    run(here, papers)
    return here


def _names(store: Store) -> set[str]:
    return {name for entity in store.entities() for _, name in entity.uses}


def _linked(store: Store, now: str, work: Path) -> None:
    link(store, now=now, work=work)


def test_struck_out_and_back(project: Desk, tmp_path: Path) -> None:
    """Names, links, the speakers of claims and exports do without it; the machine's finding and the decision
    stay; withdrawn, all is as it was."""
    with project.open() as store:
        before, origins = _names(store), {o.name for o in store.origins()}
        name = next(n for n in sorted(before) if n in origins and " " in n)
        (made,) = struck.strike(store, name, by="anna", note="a street", now=NOW)
        assert (made.by, made.verdict, made.note) == ("anna", "rejected", "a street")
        _linked(store, "2031-06-21T09:00:00+00:00", tmp_path)
        assert name in before and name not in _names(store)
        assert name not in {o.name for o in store.origins()}
        assert any(m.norm == name for _, _, r in store.readings() for m in r.mentions)
        export_jsonl(store, tmp_path / "out")
        lines = (tmp_path / "out" / "claims.jsonl").read_text("utf-8").splitlines()
        assert name not in {s["name"] for line in lines for s in json.loads(line)["said_by"]}
        undo(store, by="anna", now="2031-06-21T10:00:00+00:00", judgement=made.id)
        _linked(store, "2031-06-21T10:00:00+00:00", tmp_path)
        assert _names(store) == before and {o.name for o in store.origins()} == origins
        assert [j.verdict for j in store.judgements(("name",))] == ["rejected", "withdrawn"]


def test_one_mention_is_struck_out_in_its_document(project: Desk) -> None:
    """What is no name in one paper may be one in another."""
    with project.open() as store:
        wanted = next(
            (d.id, m) for d, _, r in store.readings() for m in r.mentions
            if m.kind == "person" and not m.protected
        )  # fmt: skip
        document, mention = wanted
        (made,) = struck.strike(store, mention.id, by="anna", note="", now="2031-06-21T11:00:00+00:00")
        gone = struck.struck(store)
        assert gone.holds(document, mention.norm) and not gone.holds("doc-other", mention.norm)
        undo(store, by="anna", now="2031-06-21T12:00:00+00:00", judgement=made.id)
        assert not struck.struck(store)


def test_whoever_decides_says_who_they_are(project: Desk) -> None:
    """No decision without a name; and what hides a person is not struck out."""
    with project.open() as store, pytest.raises(Usage, match="needs a name"):
        struck.strike(store, "Oren Talvik", by=" ", note="", now=NOW)


def test_a_name_that_hides_somebody_stays(tmp_path: Path) -> None:
    """Striking out an alias would take away the sign that somebody is protected."""
    papers = write_papers(tmp_path / "papers", {
        "a.txt": "“I will not go back,” said Klim, not his real name, a gunner of the 9th brigade, in May.\n",
    })  # fmt: skip
    here = desk_of(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "key"), "MUSTER_NOW": NOW})
    run(here, papers)
    with here.open() as store:
        hidden = next(m for _, _, r in store.readings() for m in r.mentions if m.protected)
        with pytest.raises(Refused, match="hides somebody"):
            struck.strike(store, hidden.id, by="anna", note="", now=NOW)
        struck.strike(store, hidden.norm, by="anna", note="", now=NOW)
        kept = struck.decided(store).readings()
        assert any(m.protected for _, _, r in kept for m in r.mentions)
