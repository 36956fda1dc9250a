"""Bad input and bad surroundings, at the real command: an exit code, a plain line, nothing else lost."""

from __future__ import annotations

import io
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from tests.conftest import Muster, clean_environment, run_muster
from tests.workflows import papers

Done = subprocess.CompletedProcess[str]
# Root without the right to overlook permissions: for it a file of mode 000 is closed, as for anybody.
MERE_MORTAL = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


def plain(done: Done, code: int, *says: str) -> None:
    """The exit code, and one line on stderr that says all of ``says``."""
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("muster: ", "Error: "))]
    assert len(told) == 1, done.stderr
    for words in says:
        assert words in told[0]


def command(home: Path, *arguments: str | Path, before: Sequence[str] = (), **how: object) -> Done:
    """The real command, with something before it or a stream of another kind."""
    return subprocess.run(
        [*before, sys.executable, "-m", "muster", *map(str, arguments)],
        text=True, encoding="utf-8", cwd=home, env=clean_environment(home), timeout=120, check=False,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how},  # type: ignore[call-overload]
    )  # fmt: skip


def held(home: Path, project: Path, noun: str = "documents") -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run_muster(home, noun, "--json", "-p", project).stdout)
    return rows


def exported(home: Path, project: Path) -> dict[str, bytes]:
    """The open export, file by file."""
    out = home / f"out-{project.stem}"
    assert run_muster(home, "export", "jsonl", out, "-p", project).returncode == 0
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of papers, and a finished project of it."""
    home = tmp_path_factory.mktemp("made")
    papers.write(home / "papers")
    assert run_muster(home, "run", "papers", "-p", "desk.db").returncode == 0
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Iterator[Path]:
    """An own copy of both, and of the key; rights are given back afterwards so that it can be removed."""
    copy = tmp_path / "home"
    shutil.copytree(made, copy)
    yield copy
    for path in [copy, *copy.rglob("*")]:
        path.chmod(0o700)


@pytest.fixture
def mortal() -> tuple[str, ...]:
    """What goes before a command for which permissions count."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("as root permissions mean nothing, and setpriv is not on this machine")
    tried = subprocess.run([*MERE_MORTAL, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("as root permissions mean nothing, and this root may not lay its rights down")
    return MERE_MORTAL


# What lies in the folder --------------------------------------------------------------------------


def _locked_pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"a" * 150_000_000)
    return out.getvalue()


def test_what_cannot_be_used_is_set_aside_with_a_reason(tmp_path: Path, muster: Muster) -> None:
    """Seven kinds of bad file beside a good one: the good one is read, each bad one has its reason."""
    folder = tmp_path / "papers"
    folder.mkdir()
    bad: dict[str, bytes] = {
        "empty.txt": b"",
        "program.txt": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40,
        "half.json": b'[{"message_id": 1, "text": "The ferry',
        "locked.pdf": _locked_pdf(),
        "bomb.zip": _bomb(),
    }
    for name, content in bad.items():
        (folder / name).write_bytes(content)
    with (folder / "huge.txt").open("wb") as sparse:
        sparse.truncate(2 << 30)
    (folder / "good.txt").write_text(papers.STORY, "utf-8")
    done = muster("run", folder, "-p", "desk.db")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "set aside in this run; 'muster set-aside' says why" in done.stdout
    asides = {
        str(a["record"]).split("#")[0].split("!")[0]: a
        for a in held(tmp_path, tmp_path / "desk.db", "set-aside")
    }
    for name in [*bad, "huge.txt"]:
        told = next((a for record, a in asides.items() if record.startswith(name)), None)
        assert told, (name, asides)
        assert told["reason"]
        assert len(str(told["detail"])) > 15
    assert [d["address"] for d in held(tmp_path, tmp_path / "desk.db")] == ["good.txt"]
    assert muster("check", "-p", "desk.db").returncode == 0


def test_a_folder_that_vanishes_in_the_middle(tmp_path: Path) -> None:
    """What was there is kept, what is gone is set aside as vanished; then the folder is not there: usage."""
    folder = papers.write_many(tmp_path / "papers", 400)
    run = _started(tmp_path, "run", folder, "-p", "desk.db")
    _wait(lambda: (tmp_path / "desk.db").exists(), run)
    folder.rename(tmp_path / "elsewhere")
    told, complained = run.communicate(timeout=120)
    # Between two stages the folder may be asked for once more, before anything of it is taken.
    assert run.returncode in (0, 2), complained
    assert "Traceback" not in complained
    if run.returncode == 0:
        assert "set aside" in told or "documents          403" in told
        asides = [a for a in held(tmp_path, tmp_path / "desk.db", "set-aside") if a["reason"] == "vanished"]
        assert len(held(tmp_path, tmp_path / "desk.db")) + len(asides) >= 3
    plain(run_muster(tmp_path, "run", folder, "-p", "desk.db"), 2, "papers")
    assert run_muster(tmp_path, "check", "-p", "desk.db").returncode == 0


def _started(home: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "muster", *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=home,
        env=clean_environment(home), start_new_session=True,
        # Where the tests run in the background of a script, SIGINT comes to them as ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def _wait(until: Callable[[], bool], run: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 60
    while not until():
        assert run.poll() is None, "it ended before it could be disturbed"
        assert time.monotonic() < end
        time.sleep(0.01)


# Rights --------------------------------------------------------------------------------------------


def test_a_file_without_permission(home: Path, mortal: tuple[str, ...]) -> None:
    """It is set aside as such; the others are taken; once it may be read, it is taken too."""
    (home / "papers" / "a-story.txt").chmod(0)
    done = command(home, "run", "papers", "-p", "new.db", before=mortal)
    assert done.returncode == 0, done.stderr
    asides = {a["record"]: a["reason"] for a in held(home, home / "new.db", "set-aside")}
    assert asides["a-story.txt"] == "no permission"
    assert len(held(home, home / "new.db")) == 2
    (home / "papers" / "a-story.txt").chmod(0o600)
    assert command(home, "run", "papers", "-p", "new.db", before=mortal).returncode == 0
    assert len(held(home, home / "new.db")) == 3


def test_a_read_only_folder(home: Path, mortal: tuple[str, ...]) -> None:
    """Reading and checking work; writing is refused with what to do; the file stays as it was."""
    before = (home / "desk.db").read_bytes()
    (home / "desk.db").chmod(0o400)
    home.chmod(0o500)
    assert command(home, "claims", "-p", "desk.db", before=mortal).returncode == 0
    assert command(home, "check", "-p", "desk.db", before=mortal).returncode == 0
    plain(command(home, "link", "-p", "desk.db", before=mortal), 1, "nothing can be written", "copy it")
    plain(command(home, "run", "papers", "-p", "new.db", before=mortal), 1, "no project can be made here")
    plain(command(home, "export", "jsonl", "out", "-p", "desk.db", before=mortal), 1, "cannot write")
    plain(command(home, "export", "dossier", "x.html", "-p", "desk.db", before=mortal), 1, "cannot write")
    assert (home / "desk.db").read_bytes() == before


def test_a_project_that_may_not_be_read(home: Path, mortal: tuple[str, ...]) -> None:
    """Refused, not called damaged."""
    (home / "desk.db").chmod(0)
    plain(command(home, "claims", "-p", "desk.db", before=mortal), 1, "cannot be opened", "right to read")


def test_a_state_folder_that_cannot_be_written(home: Path, mortal: tuple[str, ...]) -> None:
    """No key, no project: nothing is begun that could not be signed, and MUSTER_STATE is named."""
    shutil.rmtree(home / "state")
    (home / "state").mkdir(mode=0o500)
    plain(command(home, "run", "papers", "-p", "new.db", before=mortal), 1, "signing key", "MUSTER_STATE")
    assert not (home / "new.db").exists()


# The disk --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [3_000, 100_000, 215_000])
def test_a_disk_that_fills_up(home: Path, room: int) -> None:
    """Wherever it is full: exit 1 and what to do; with room again the same command gives the same export."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    plain(command(home, "run", "papers", "-p", "full.db", preexec_fn=limit), 1)
    assert run_muster(home, "run", "papers", "-p", "full.db").returncode == 0
    assert run_muster(home, "check", "-p", "full.db").returncode == 0
    assert exported(home, home / "full.db") == exported(home, home / "desk.db")


def test_a_full_disk(home: Path) -> None:
    """A real one, of 200 KB: nothing half-made is left on it, and the sentence says so."""
    script = 'mount -t tmpfs -o size=200k none disk && "$@"; code=$?; ls -A disk | tr "\\n" " "; exit $code'
    (home / "disk").mkdir()
    tried = subprocess.run(["unshare", "-m", "sh", "-c", "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("a disk of its own cannot be made by this user")
    done = command(
        home, "run", "papers", "-p", "disk/full.db", before=["unshare", "-m", "sh", "-c", script, "-"]
    )
    plain(done, 1, "disk is full", "make room")
    assert not [n for n in done.stdout.split() if n.endswith((".new", ".part", ".lock"))], done.stdout


# The project file ------------------------------------------------------------------------------------


def test_a_project_of_a_newer_version(home: Path) -> None:
    """Refused by every door, and not touched."""
    with sqlite3.connect(home / "desk.db") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = (home / "desk.db").read_bytes()
    for words in (["claims"], ["run", "papers"], ["check"]):
        plain(run_muster(home, *words, "-p", "desk.db"), 1, "newer")
    assert (home / "desk.db").read_bytes() == before


def test_a_locked_project(home: Path) -> None:
    """The second writer is told who writes and to wait; readers work; then all is as it was."""
    holding = (
        "import sys; from pathlib import Path; from muster.workflows.project import desk\n"
        "with desk(Path('desk.db')).open():\n  print('held', flush=True); sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", holding], cwd=home, env=clean_environment(home),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    plain(
        run_muster(home, "run", "papers", "-p", "desk.db"), 1, f"pid {holder.pid}", "wait until it has ended"
    )
    assert run_muster(home, "claims", "-p", "desk.db").returncode == 0
    holder.communicate()
    assert run_muster(home, "run", "papers", "-p", "desk.db").returncode == 0
    assert run_muster(home, "check", "-p", "desk.db").returncode == 0


def test_another_program_writes(home: Path) -> None:
    """A program that knows nothing of Muster's lock: waited for, then named."""
    (home / "papers" / "new.txt").write_text(papers.STORY.replace("40", "44"), "utf-8")
    other = sqlite3.connect(home / "desk.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    plain(run_muster(home, "run", "papers", "-p", "desk.db"), 1, "another program", "wait until it has ended")
    other.close()
    assert run_muster(home, "run", "papers", "-p", "desk.db").returncode == 0


@pytest.mark.parametrize("content", [b"", b"shopping list\n", b"SQLite format 3\0" + bytes(4000)])
def test_a_file_that_is_no_project(home: Path, content: bytes) -> None:
    """An empty file, a list, a torn database: refused by readers and writers, and left as it was."""
    other = home / "notes.db"
    other.write_bytes(content)
    for words in (["claims"], ["run", "papers"], ["merge", "desk.db"]):
        done = run_muster(home, *words, "-p", other)
        assert done.returncode in (1, 3), done.stdout + done.stderr
        plain(done, done.returncode, "notes.db")
    plain(run_muster(home, "diff", other, "-p", "desk.db"), done.returncode, "notes.db")
    assert other.read_bytes() == content


def test_a_database_of_another_program(home: Path) -> None:
    """It is not taken for ours, and not changed."""
    with sqlite3.connect(home / "other.db") as db:
        db.execute("CREATE TABLE claims (words TEXT)")
    db.close()
    before = (home / "other.db").read_bytes()
    plain(run_muster(home, "run", "papers", "-p", "other.db"), 1, "no Muster project")
    assert (home / "other.db").read_bytes() == before


def test_a_damaged_project_read_by_a_list(home: Path) -> None:
    """Torn pages: exit 3, what to do, no traceback."""
    raw = bytearray((home / "desk.db").read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    (home / "desk.db").write_bytes(raw)
    plain(run_muster(home, "claims", "-p", "desk.db"), 3, "damaged", "go back to a copy")


@pytest.mark.parametrize("words", [["claims"], ["run", "papers"], ["init"], ["check"]])
def test_a_project_that_is_a_folder(home: Path, words: list[str]) -> None:
    """Usage."""
    plain(run_muster(home, *words, "-p", "papers"), 2, "is a directory")


# Streams and signals ---------------------------------------------------------------------------------


def test_streams_that_are_closed(home: Path) -> None:
    """Without stdin, stdout and stderr the main job does its work, and none of them becomes the project."""
    line = 'exec <&- >&- 2>&-; "$@"'
    done = command(home, "run", "papers", "-p", "mute.db", before=["sh", "-c", line, "-"])
    assert done.returncode == 0
    assert exported(home, home / "mute.db") == exported(home, home / "desk.db")


@pytest.mark.parametrize("stdin", ["<&-", "</dev/null"])
def test_a_question_that_nobody_answers(home: Path, stdin: str) -> None:
    """No answer is a no: nothing is deleted, and --yes is named."""
    document = str(held(home, home / "desk.db")[0]["id"])
    ask = ["forget", document, "--by", "anna", "--reason", "asked", "-p", "desk.db"]
    done = command(home, *ask, before=["sh", "-c", f'"$@" {stdin}', "-"])
    assert done.returncode == 1
    assert "nothing was deleted" in done.stderr
    assert "--yes" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(held(home, home / "desk.db")) == 3


@pytest.mark.parametrize("form", [[], ["--json"], ["--nl"], ["--csv"]])
def test_a_reader_that_leaves(home: Path, form: list[str]) -> None:
    """``muster claims | head -1``: exit 0 and silence."""
    reading, writing = os.pipe()
    os.close(reading)
    done = command(home, "claims", *form, "-p", "desk.db", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_output_that_is_full(home: Path) -> None:
    """A list that could not be written is no success."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        plain(command(home, "claims", "-p", "desk.db", stdout=full), 1, "no space left")


@pytest.mark.parametrize("stage", ["take", "read"])
def test_ctrl_c_in_the_middle(tmp_path: Path, stage: str) -> None:
    """As on a terminal, all of the command's processes get it: one line, 130; the next run goes on."""
    papers.write_many(tmp_path / "papers", 110)
    run = _started(tmp_path, "run", "papers", "-p", "desk.db", "--cores", "2")
    _wait(lambda: _has_begun(tmp_path / "desk.db", stage), run)
    os.killpg(run.pid, signal.SIGINT)
    told, complained = run.communicate(timeout=60)
    # Python ends itself by the signal where it hit an import; a shell calls both 130.
    assert run.returncode in (130, -signal.SIGINT), (told, complained)
    lines = [line for line in complained.splitlines() if line]
    assert lines == ["muster: stopped. What was done is kept; the same command goes on from there."]
    assert run_muster(tmp_path, "check", "-p", "desk.db").returncode == 0
    assert run_muster(tmp_path, "run", "papers", "-p", "desk.db").returncode == 0
    assert len(held(tmp_path, tmp_path / "desk.db")) == 113


def _has_begun(project: Path, stage: str) -> bool:
    if not project.exists():
        return False
    db = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    try:
        return bool(db.execute("SELECT 1 FROM runs WHERE stage = ?", (stage,)).fetchone())
    except sqlite3.Error:
        return False
    finally:
        db.close()
