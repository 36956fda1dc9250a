"""What people decide holds: judgements on names, and two colleagues' projects joined."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.conftest import Muster, run_muster

STORY = """Crews stop at the {gate} gate
2031-04-0{day}
https://news.{outlet}.example/gate

"We counted {number} crews at the {gate} gate," said {who}, the head of the Quay Union, on Monday.
"""
ALL = {
    1: ("Vera Tamlin", "meridian", 11, "north"),
    2: ("Oleg Brandt", "lantern", 12, "south"),
    3: ("Vira Tamlyn", "harbour", 13, "east"),
    4: ("Вера Тамлин", "dusk", 14, "west"),
}


def write(folder: Path, *days: int) -> Path:
    folder.mkdir()
    for day in days:
        who, outlet, number, gate = ALL[day]
        text = STORY.format(day=day, who=who, outlet=outlet, number=number, gate=gate)
        (folder / f"{day}.txt").write_text(text, "utf-8")
    return folder


def people(muster: Muster, project: str) -> list[set[str]]:
    """Which spellings are held to be one person, after linking afresh."""
    assert muster("link", "-p", project).returncode == 0
    rows = json.loads(muster("entities", "--json", "-p", project).stdout)
    return [set(str(r["variants"]).split("; ")) for r in rows if r["type"] == "person"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A finished project of all four stories."""
    home = tmp_path_factory.mktemp("made")
    assert run_muster(home, "run", write(home / "papers", *ALL), "-p", "desk.db").returncode == 0
    return (home / "desk.db").read_bytes()


@pytest.fixture
def judge(made: bytes, tmp_path: Path, muster: Muster) -> Muster:
    """Judges two names in the project desk.db of this test."""
    (tmp_path / "desk.db").write_bytes(made)

    def call(a: str | Path, b: str | Path, verdict: str | Path = "same", **_: str):  # type: ignore[no-untyped-def]
        said = ("--field", "same-name", "--verdict", verdict, "--by", "anna")
        return muster("judge", a, b, *said, "-p", "desk.db")

    return call


def test_a_judgement_joins_what_the_machine_would_not(judge: Muster, muster: Muster) -> None:
    """Two names that have nothing in common are one person because somebody said so."""
    assert {"Oleg Brandt"} in people(muster, "desk.db")
    assert judge("Vera Tamlin", "Oleg Brandt").returncode == 0
    assert any({"Vera Tamlin", "Oleg Brandt"} <= names for names in people(muster, "desk.db"))
    assert muster("check", "-p", "desk.db").returncode == 0


def test_a_judgement_keeps_apart_what_the_machine_would_join(judge: Muster, muster: Muster) -> None:
    """Two spellings that look like one name stay two people."""
    assert any({"Vera Tamlin", "Vira Tamlyn"} <= names for names in people(muster, "desk.db"))
    assert judge("Vera Tamlin", "Vira Tamlyn", "different").returncode == 0
    assert not any({"Vera Tamlin", "Vira Tamlyn"} <= names for names in people(muster, "desk.db"))


def test_contradictory_judgements_join_nobody(judge: Muster, muster: Muster) -> None:
    """One is two, two is three, one is not three: nobody is joined, and the refused joins are counted."""
    judge("Vera Tamlin", "Oleg Brandt")
    judge("Oleg Brandt", "Vira Tamlyn")
    judge("Vera Tamlin", "Vira Tamlyn", "different")
    linked = muster("link", "-p", "desk.db")
    assert "0 refused joins" not in linked.stdout
    rows = json.loads(muster("entities", "--json", "-p", "desk.db").stdout)
    assert {"Vera Tamlin", "Oleg Brandt", "Vira Tamlyn"} <= {r["name"] for r in rows}


def test_the_last_judgement_holds_and_all_are_kept(judge: Muster, muster: Muster, tmp_path: Path) -> None:
    """A change of mind: joined, then apart; both stand in the export."""
    judge("Vera Tamlin", "Oleg Brandt")
    later = "2031-05-03T08:00:00+00:00"
    said = ("--field", "same-name", "--verdict", "different", "--by", "anna", "-p", "desk.db")
    assert muster("judge", "Vera Tamlin", "Oleg Brandt", *said, MUSTER_NOW=later).returncode == 0
    assert {"Oleg Brandt"} in people(muster, "desk.db")
    assert (
        json.loads(run_muster(tmp_path, "merge", "desk.db", "--json", "-p", _empty(muster)).stdout)[
            "judgements"
        ]
        == 2
    )


def _empty(muster: Muster) -> str:
    assert muster("init", "-p", "empty.db").returncode == 0
    return "empty.db"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Vera Tamlin", "Vera Tamlin", "--field", "same-name"], "both are the same thing"),
        (["Vera Tamlin", "Oleg Brandt", "--field", "same-nam"], "same-name"),
        (["Vera Tamlin", "--field", "same-name"], "two things"),
    ],
)
def test_a_judgement_that_makes_no_sense(
    judge: Muster, muster: Muster, arguments: list[str], says: str
) -> None:
    """Usage, with the words that would do."""
    done = muster("judge", *arguments, "--verdict", "same", "--by", "anna", "-p", "desk.db")
    assert done.returncode == 2
    assert says in done.stderr


def test_a_name_that_no_document_has_is_said(judge: Muster) -> None:
    """It may be mistyped; the judgement is kept all the same."""
    done = judge("Vera Tamlin", "Nobody Here")
    assert done.returncode == 0
    assert "no document here names 'Nobody Here'" in done.stderr


def test_two_projects_merged_are_the_project_of_both_folders(tmp_path: Path, muster: Muster) -> None:
    """Overlapping folders, taken on two days: after merge, link and count every export file is the same."""
    for name, days in (("one", (1, 2)), ("two", (2, 3, 4)), ("both", (1, 2, 3, 4))):
        done = muster("run", write(tmp_path / name, *days), "-p", f"{name}.db")
        assert done.returncode == 0, done.stderr
    diff = json.loads(muster("diff", "two.db", "--json", "-p", "one.db").stdout)
    assert [d["where"] for d in diff if d["kind"] == "document"].count("only there") == 2
    assert "added 2 documents, 2 readings" in muster("merge", "two.db", "-p", "one.db").stdout
    assert "nothing was written" in muster("merge", "two.db", "-p", "one.db").stdout
    for stage in ("link", "count", "check"):
        assert muster(stage, "-p", "one.db").returncode == 0
    for project, folder in (("one", "a"), ("both", "b"), ("both", "c")):
        assert muster("export", "jsonl", folder, "-p", f"{project}.db").returncode == 0
    files = {f: {p.name: p.read_bytes() for p in (tmp_path / f).iterdir()} for f in "abc"}
    assert files["a"] == files["b"] == files["c"]


def test_the_same_papers_taken_on_two_days_do_not_differ(tmp_path: Path, muster: Muster) -> None:
    """What two desks hold in common is not listed."""
    write(tmp_path / "papers", 1, 2)
    for name, now in (("one", "2031-05-02T08:00:00+00:00"), ("two", "2031-05-09T08:00:00+00:00")):
        assert muster("run", "papers", "-p", f"{name}.db", MUSTER_NOW=now).returncode == 0
    diff = json.loads(muster("diff", "two.db", "--json", "-p", "one.db").stdout)
    assert [d for d in diff if d["kind"] == "document"] == []


def test_csv_holds_cyrillic_and_no_formulas(tmp_path: Path, muster: Muster) -> None:
    """Unescaped Cyrillic; a cell that a spreadsheet would run is quoted."""
    folder = write(tmp_path / "papers", 4)
    (folder / "=cmd.txt").write_text("=HYPERLINK(1)\n2031-04-01\n\nNothing was said on Monday.\n", "utf-8")
    assert muster("run", folder, "-p", "desk.db").returncode == 0
    out = muster("claims", "--csv", "-p", "desk.db").stdout
    assert "Вера Тамлин" in out
    rows = list(csv.DictReader(io.StringIO(muster("documents", "--csv", "-p", "desk.db").stdout)))
    assert "'=cmd.txt" in {row["address"] for row in rows}
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    assert len(muster("documents", "--csv", "--limit", "1", "-p", "desk.db").stdout.splitlines()) == 2


TOLD = {
    "weir": "The old weir keeper rang the bell at four, and nobody in Brodivka went to the river.",
    "lamp": "At dawn a bell was heard; people stayed at home, away from the water, our Sova writes.",
}


def test_a_copy_that_no_rule_found_is_one_because_somebody_said_so(tmp_path: Path, muster: Muster) -> None:
    """A person who knows that one told the other again makes them one family, until it is taken back."""
    (tmp_path / "papers").mkdir()
    for day, (name, text) in enumerate(TOLD.items(), 1):
        card = f"source: {name}\nkind: outlet\nprotected: no\ndate: 2031-04-0{day}\n\n{text}\n"
        (tmp_path / "papers" / f"{name}.txt").write_text(card, "utf-8")
    assert muster("run", "papers", "-p", "desk.db").returncode == 0

    def copies() -> list[dict[str, object]]:
        assert muster("link", "-p", "desk.db").returncode == 0
        return list(json.loads(muster("copies", "--json", "-p", "desk.db").stdout))

    assert copies() == []
    rows = {str(r["address"]): str(r["id"]) for r in json.loads(
        muster("documents", "--json", "-p", "desk.db").stdout
    )}  # fmt: skip
    pair = (rows["weir.txt"], rows["lamp.txt"])
    said = muster("judge", *pair, "--field", "copy", "--verdict", "same", "--by", "anna", "-p", "desk.db")
    assert said.returncode == 0
    (found,) = copies()
    assert (found["copy"], found["original"], found["kind"]) == (pair[1], pair[0], "rewritten")
    assert "no rule found it: anna said so" in str(found["reasons"])
    assert muster("check", "-p", "desk.db").returncode == 0
    decided = json.loads(muster("review", "--decided", "--json", "-p", "desk.db").stdout)
    assert muster("review", "--undo", decided[0]["id"], "--by", "anna", "-p", "desk.db").returncode == 0
    assert copies() == []
