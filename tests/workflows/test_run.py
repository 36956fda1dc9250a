"""The main job, as a real command on real files."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import Muster, clean_environment
from tests.workflows import papers


def exported(muster: Muster, project: Path, folder: Path) -> dict[str, bytes]:
    """Every file of the open export, by name."""
    done = muster("export", "jsonl", folder, "--project", project)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def rows(files: dict[str, bytes], name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in files[f"{name}.jsonl"].decode("utf-8").splitlines()]


def test_a_folder_becomes_a_project_and_a_dossier(tmp_path: Path, muster: Muster) -> None:
    """One command: documents kept, the bad one set aside with a reason, a dossier beside the project."""
    folder = papers.write(tmp_path / "papers")
    done = muster("run", folder, "--project", tmp_path / "desk.db")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "desk.html").stat().st_size > 5_000
    files = exported(muster, tmp_path / "desk.db", tmp_path / "out")
    assert {d["address"] for d in rows(files, "documents")} == {"a-story.txt", "b-copy.txt", "c-russian.txt"}
    assert [a["record"] for a in rows(files, "set_aside")] == ["d-empty.txt"]
    assert muster("check", "--project", tmp_path / "desk.db").returncode == 0


def test_offsets_hold_in_the_original_files(tmp_path: Path, muster: Muster) -> None:
    """Exported offsets are code points of the file itself."""
    folder = papers.write(tmp_path / "papers")
    assert muster("run", folder, "--project", tmp_path / "desk.db").returncode == 0
    files = exported(muster, tmp_path / "desk.db", tmp_path / "out")
    original = {d["id"]: (folder / str(d["address"])).read_text("utf-8") for d in rows(files, "documents")}
    spans = [row for name in ("claims", "quantities", "times") for row in rows(files, name)]
    assert len(spans) > 10
    for row in spans:
        assert original[row["document"]][row["start"] : row["stop"]] == row["words"]  # type: ignore[index, misc]


def test_a_copy_does_not_count_twice(tmp_path: Path, muster: Muster) -> None:
    """The copy is found, its changed number is named as drift, and its claims fold into one origin."""
    folder = papers.write(tmp_path / "papers")
    assert muster("run", folder, "--project", tmp_path / "desk.db").returncode == 0
    files = exported(muster, tmp_path / "desk.db", tmp_path / "out")
    by_id = {d["id"]: d["address"] for d in rows(files, "documents")}
    pairs = {(by_id[c["copy"]], by_id.get(c["original"])) for c in rows(files, "copies")}  # type: ignore[index]
    assert ("b-copy.txt", "a-story.txt") in pairs
    drift = [d for c in rows(files, "copies") for d in c["drift"]]  # type: ignore[attr-defined]
    assert any("40" in d["original"]["words"] and "60" in d["copy"]["words"] for d in drift if d["copy"])
    origins = rows(files, "origins")
    claims_by_name: dict[str, set[str]] = {}
    for claim in rows(files, "claims"):
        for speaker in claim["said_by"][:1]:  # type: ignore[index]
            claims_by_name.setdefault(str(speaker["name"]), set()).add(str(claim["id"]))
    tamlin = set().union(*(ids for name, ids in claims_by_name.items() if "Tamlin" in name))
    assert len(tamlin) >= 4
    assert any(tamlin <= set(o["claims"]) for o in origins)  # type: ignore[call-overload]


def test_a_second_run_on_unchanged_input_writes_nothing(tmp_path: Path, muster: Muster) -> None:
    """Not a byte of the project or the dossier changes, and the command says so."""
    folder = papers.write(tmp_path / "papers")
    project = tmp_path / "desk.db"
    assert muster("run", folder, "--project", project).returncode == 0
    before = project.read_bytes(), (tmp_path / "desk.html").read_bytes()
    again = muster("run", folder, "--project", project, MUSTER_NOW="2031-06-01T00:00:00+00:00")
    assert again.returncode == 0, again.stderr
    assert "nothing new; nothing was written" in again.stdout
    assert (project.read_bytes(), (tmp_path / "desk.html").read_bytes()) == before


def test_a_dry_run_writes_nothing(tmp_path: Path, muster: Muster) -> None:
    """--dry-run says what would be taken and makes no file."""
    folder = papers.write(tmp_path / "papers")
    done = muster("run", folder, "--project", tmp_path / "desk.db", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "would take 3 documents" in done.stdout
    assert "set 1 aside" in done.stdout
    assert not (tmp_path / "desk.db").exists()


def test_new_bytes_at_an_address_are_a_new_version(tmp_path: Path, muster: Muster) -> None:
    """The old version stays; nothing is overwritten."""
    folder = papers.write(tmp_path / "papers")
    project = tmp_path / "desk.db"
    assert muster("run", folder, "--project", project).returncode == 0
    (folder / "a-story.txt").write_text(papers.STORY.replace("At least 40", "At least 45"), "utf-8")
    assert muster("run", folder, "--project", project).returncode == 0
    files = exported(muster, project, tmp_path / "out")
    texts = [str(d["text"]) for d in rows(files, "documents") if d["address"] == "a-story.txt"]
    assert len(texts) == 2
    assert {"At least 40" in t for t in texts} == {True, False}


@pytest.mark.parametrize("after", [0.6, 1.5, 3.0])
def test_killed_and_resumed_gives_the_same_export(tmp_path: Path, muster: Muster, after: float) -> None:
    """kill -9 at any moment, run again: the export is the same byte for byte."""
    folder = papers.write_many(tmp_path / "papers", 120)
    assert muster("run", folder, "--project", tmp_path / "whole.db").returncode == 0
    killed = subprocess.Popen(
        [sys.executable, "-m", "muster", "run", folder, "--project", tmp_path / "killed.db"],
        env=clean_environment(tmp_path),
        stdout=subprocess.DEVNULL,
    )
    time.sleep(after)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    resumed = muster("run", folder, "--project", tmp_path / "killed.db")
    assert resumed.returncode == 0, resumed.stderr
    assert exported(muster, tmp_path / "killed.db", tmp_path / "k") == exported(
        muster, tmp_path / "whole.db", tmp_path / "w"
    )
    assert muster("check", "--project", tmp_path / "killed.db").returncode == 0


def test_the_number_of_cores_changes_nothing(tmp_path: Path, muster: Muster) -> None:
    """One core and two give the same bytes."""
    folder = papers.write_many(tmp_path / "papers", 30)
    for cores in ("1", "2"):
        project = tmp_path / f"{cores}.db"
        assert muster("run", folder, "--project", project, "--cores", cores).returncode == 0
    assert exported(muster, tmp_path / "1.db", tmp_path / "one") == exported(
        muster, tmp_path / "2.db", tmp_path / "two"
    )


def test_no_socket_is_opened(tmp_path: Path) -> None:
    """With every socket forbidden in this process and all its children, the main job works."""
    folder = papers.write(tmp_path / "papers")
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(
        "import sys\n"
        "def forbid(event, args):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.bind'):\n"
        "        raise SystemExit(f'network: {event} {args}')\n"
        "sys.addaudithook(forbid)\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "muster", "run", folder, "--project", tmp_path / "desk.db"],
        env={**clean_environment(tmp_path), "PYTHONPATH": str(hook)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "network:" not in done.stdout + done.stderr
