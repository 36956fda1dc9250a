"""Questions are asked, answered, undone, in a terminal and without one. Every name is invented."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Muster, clean_environment, run_muster

PAPERS = {
    "a": ("Quay Herald", "1", '"We counted 31 crews at the gate," said Vera Tamlin, head of the Quay Union.'),
    "b": ("Lantern", "2", '"There were 19 crews at the gate," said V. Tamlyn, a pilot.'),
    "c": ("Dusk", "3", "По словам Олега Брандта, у ворот стояли 27 экипажей."),
    "e": ("Harbour", "5", '"We counted 44 striking crews at the north gate," said Ilya Stern, a docker. '
          '"There were 52 striking crews at the north gate," said Marta Quill, a clerk.'),
    "d": ("Meridian", "4", "Somebody who asked not to be named said that 27 crews stood at the gate."),
}  # fmt: skip


def write_papers(folder: Path) -> None:
    """The papers of these tests, each with a card."""
    folder.mkdir()
    for name, (source, day, text) in PAPERS.items():
        card = f"source: {source}\nkind: outlet\nprotected: no\ndate: 2031-04-0{day}\n\n{text}\n"
        (folder / f"{name}.txt").write_text(card, "utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished project with something to ask."""
    home = tmp_path_factory.mktemp("made")
    write_papers(home / "papers")
    assert run_muster(home, "run", "papers", "-p", "desk.db").returncode == 0
    return home / "desk.db"


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    """A copy of it for this test."""
    (tmp_path / "desk.db").write_bytes(made.read_bytes())
    return tmp_path


Asked = list[dict[str, Any]]


@pytest.fixture
def asked(desk: Path, muster: Muster) -> Callable[[], Asked]:
    """The open questions."""

    def call() -> Asked:
        found: Asked = json.loads(muster("review", "--json", "-p", "desk.db").stdout)
        return found

    return call


def with_lines(home: Path, lines: str, *more: str) -> subprocess.CompletedProcess[str]:
    """A sitting whose answers come from a file."""
    command = [sys.executable, "-m", "muster", "review", "--by", "anna", "-p", "desk.db", *more]
    return subprocess.run(
        command, input=lines, capture_output=True, text=True, cwd=home, env=clean_environment(home),
        timeout=60,
        check=False,
    )  # fmt: skip


def judgements(home: Path) -> list[dict[str, Any]]:
    listed = run_muster(home, "review", "--decided", "--json", "-p", "desk.db")
    found: list[dict[str, Any]] = json.loads(listed.stdout)
    return found


def test_questions_come_with_reasons_and_effects(asked: Callable[[], Asked]) -> None:
    """Each says what is asked, of what, why, and what a "same" changes; the weightiest first."""
    found = asked()
    assert found
    for question in found:
        assert question["ask"].endswith("?")
        assert question["reasons"]
        assert question["effect"]
    weights = [(-q["results"], -q["claims"]) for q in found]
    assert weights == sorted(weights)


def test_an_answer_is_kept_with_name_and_reason(desk: Path, asked: Callable[[], Asked]) -> None:
    """One line answers one question."""
    first = asked()[0]
    done = with_lines(desk, "n they never met\nq\n")
    assert done.returncode == 0, done.stderr
    [kept] = judgements(desk)
    assert (kept["verdict"], kept["by"], kept["note"]) == ("different", "anna", "they never met")
    assert first["id"] not in {q["id"] for q in asked()}


def test_a_decision_can_be_undone_for_ever(desk: Path, asked: Callable[[], Asked], muster: Muster) -> None:
    """z takes back the last, --undo any; nothing is deleted and the question is open again."""
    before = asked()
    assert with_lines(desk, "y\nz\nn\nq\n").returncode == 0
    assert [j["verdict"] for j in judgements(desk)] == ["same", "withdrawn", "different"]
    standing = judgements(desk)[-1]["id"]
    undone = muster("review", "--undo", standing, "--by", "boris", "-p", "desk.db")
    assert undone.returncode == 0, undone.stderr
    assert asked() == before
    again = muster("review", "--undo", standing, "--by", "boris", "-p", "desk.db")
    assert again.returncode != 0
    assert "no such judgement stands" in again.stderr
    assert muster("check", "-p", "desk.db").returncode == 0


def test_one_origin_by_a_persons_word(desk: Path, asked: Callable[[], Asked], muster: Muster) -> None:
    """Two origins that a person held for one are one after linking, and two again when it is withdrawn."""
    at = [q["field"] for q in asked()].index("same-origin")
    question = asked()[at]

    def origins() -> set[str]:
        assert muster("link", "-p", "desk.db").returncode == 0
        rows = json.loads(muster("origins", "--json", "-p", "desk.db").stdout)
        return {row["id"] for row in rows}

    before = origins()
    assert with_lines(desk, "y\nq\n", "--field", "same-origin").returncode == 0
    assert len(origins()) == len(before) - 1
    kept = judgements(desk)[-1]["id"]
    assert muster("review", "--undo", kept, "--by", "anna", "-p", "desk.db").returncode == 0
    assert origins() == before
    assert question["subject"]


def test_judgements_replayed_on_a_rebuilt_project(desk: Path, asked: Callable[[], Asked]) -> None:
    """The same papers taken anew, with judgements of every kind merged in, export the same bytes."""
    assert with_lines(desk, "y\nn\nu\nz\nb\nq\n").returncode == 0
    judge_everything(desk)
    write_papers(desk / "papers")
    assert run_muster(desk, "run", "papers", "-p", "new.db").returncode == 0
    assert run_muster(desk, "merge", "desk.db", "-p", "new.db").returncode == 0
    for project in ("desk", "new"):
        for errand in ("link", "count"):
            assert run_muster(desk, errand, "-p", f"{project}.db").returncode == 0
        assert run_muster(desk, "export", "jsonl", project, "-p", f"{project}.db").returncode == 0
    # When a paper was taken is its own; all else follows from the papers and from what people said.
    names = {path.name for path in (desk / "desk").iterdir()} - {"documents.jsonl", "set_aside.jsonl"}
    assert {"claims.jsonl", "copies.jsonl", "entities.jsonl", "estimates.jsonl", "origins.jsonl"} <= names
    for name in sorted(names):
        one, other = ((desk / project / name).read_bytes() for project in ("desk", "new"))
        assert one == other, name
    kept = [json.loads(line) for line in (desk / "new" / "copies.jsonl").read_text("utf-8").splitlines()]
    assert len(kept) == 1
    assert "no rule found it" in str(kept[0]["reasons"])


def judge_everything(home: Path) -> None:
    """A judgement in each field: joined, parted, struck out, rejected, corrected, withdrawn."""

    def rows(noun: str) -> list[str]:
        listed = run_muster(home, noun, "--json", "-p", "desk.db")
        return [row["id"] for row in json.loads(listed.stdout)]

    claims, numbers, papers = rows("claims"), rows("quantities"), rows("documents")
    for subject, field, verdict in (
        (("Vera Tamlin", "Oleg Brandt"), "same-name", "same"),
        (("Ilya Stern", "Marta Quill"), "same-name", "different"),
        (("Quay Union",), "name", "rejected"),
        ((papers[0], papers[1]), "copy", "same"),
        ((papers[1], papers[2]), "copy", "different"),
        ((claims[0], claims[1]), "same-origin", "same"),
        ((claims[1], claims[2]), "same-origin", "different"),
        ((claims[0], claims[2]), "same-claim", "same"),
        ((claims[0],), "basis", "hearsay"),
        ((claims[1],), "speaker", "Vera Tamlin"),
        ((claims[2],), "claim", "rejected"),
        ((claims[3],), "grade", "B2"),
        ((numbers[0],), "quantity", "12"),
    ):
        said = ("--field", field, "--verdict", verdict, "--by", "boris", "-p", "desk.db")
        done = run_muster(home, "judge", *subject, *said)
        assert done.returncode == 0, (field, done.stderr)
    undone = next(j["id"] for j in judgements(home) if (j["field"], j["verdict"]) == ("copy", "different"))
    done = run_muster(home, "review", "--undo", undone, "--by", "carl", "-p", "desk.db")
    assert done.returncode == 0, done.stderr


def test_single_keys_on_a_real_terminal(desk: Path, asked: Callable[[], Asked]) -> None:
    """l shows Latin letters, e explains, n answers, q stops: no line ending is needed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "muster", "review", "--by", "anna", "-p", "desk.db"]
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=desk,
        env=clean_environment(desk),
        close_fds=True,
    )
    os.close(theirs)
    shown = _read_until(ours, "if same:")
    for key, wanted in (("l", "if same:"), ("e", "–"), ("x", "y same"), ("n", "different"), ("q", "kept;")):
        os.write(ours, key.encode())
        shown += _read_until(ours, wanted)
    assert process.wait(timeout=30) == 0
    os.close(ours)
    assert "1 judgements kept" in shown
    assert [j["verdict"] for j in judgements(desk)] == ["different"]


def _read_until(terminal: int, wanted: str) -> str:
    seen, end = "", time.monotonic() + 20
    while wanted not in seen and time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece.decode("utf-8", "replace")
    assert wanted in seen, seen
    return seen


def test_independence_is_told_with_reasons(desk: Path, muster: Muster) -> None:
    """Of two origins, claims or numbers: the verdict, and why; of one with itself "same origin"."""
    rows = json.loads(muster("quantities", "--json", "-p", "desk.db").stdout)
    counts = [r["id"] for r in rows if r["what"] and r["claim"]][:3]
    for other in counts[1:]:
        told = json.loads(muster("independence", counts[0], other, "--json", "-p", "desk.db").stdout)
        assert told["verdict"] in ("independent", "same origin", "not shown")
        assert told["reasons"]
    itself = muster("independence", counts[0], counts[0], "-p", "desk.db")
    assert "same origin" in itself.stdout


TWO = {
    "a": ("Quay Herald", "1", 'Captain Oleg Brandin said the pier shut. "Nobody came," Oleg Brandin said.'),
    "b": ("Lantern", "2", 'The lawyer Oleg Brandin said the court was shut. "We wait," Oleg Brandin said.'),
    "c": ("Dusk", "3", 'Judge Vera Tamlin closed the case. "It is over," Vera Tamlin said.'),
    "d": ("Meridian", "4", '"We left the court early," Tamlin said on Monday. Judge Tamlin was not at home.'),
}  # fmt: skip


def names_asked(home: Path) -> Asked:
    """The open questions about names."""
    done = run_muster(home, "review", "--field", "same-name", "-p", "desk.db", "--json")
    return list(json.loads(done.stdout))


def test_two_people_of_one_name_are_asked_about_by_their_places(tmp_path: Path) -> None:
    """A lone surname and two people of one name are questions; an answer joins or parts them on the command
    line, by the ids of two mentions."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, (source, day, text) in TWO.items():
        card = f"source: {source}\nkind: outlet\nprotected: no\ndate: 2031-04-0{day}\n\n{text}\n"
        (papers / f"{name}.txt").write_text(card, "utf-8")
    assert run_muster(tmp_path, "run", "papers", "-p", "desk.db").returncode == 0
    asked = names_asked(tmp_path)
    brandin = next(q for q in asked if "Brandin" in q["ask"])
    tamlin = next(q for q in asked if "Tamlin" in q["ask"])
    assert "a.txt" in brandin["ask"] and "b.txt" in brandin["ask"]
    assert "d.txt" in tamlin["ask"]
    for verdict, left in (("same", 0), ("different", 0)):
        for question in (brandin, tamlin):
            done = run_muster(
                tmp_path, "judge", *question["subject"], "--field", "same-name", "--verdict", verdict,
                "--by", "anna", "-p", "desk.db",
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
        assert run_muster(tmp_path, "link", "-p", "desk.db").returncode == 0
        assert len(names_asked(tmp_path)) == left
