"""The command line: exit codes, plain sentences, formats, and every example of every --help."""

from __future__ import annotations

import csv
import io
import json
import shlex
import shutil
from pathlib import Path

import click
import pytest
from tests.conftest import Muster, run_muster

from muster.cli.app import COMMANDS, RESERVED, app

STORY = """Ferry crews hold out
2031-04-03

At least 40 crews of the Oskel ferry have refused to sail, said Vera Tamlin, the head of the Open Register.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers, a finished project of them and a colleague's, and the key that signed both."""
    home = tmp_path_factory.mktemp("made")
    (home / "papers").mkdir()
    (home / "papers" / "story.txt").write_text(STORY, "utf-8")
    for name in ("desk.db", "colleague.db"):
        done = run_muster(home, "run", home / "papers", "--project", home / name)
        assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """An own copy of all that: the project is tmp_path/desk.db."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "desk.db"


def _leaves() -> list[tuple[str, click.Command]]:
    context = click.Context(app)
    found: list[tuple[str, click.Command]] = []
    for name in COMMANDS:
        command = app.get_command(context, name)
        assert command is not None
        found.append((name, command))
        if isinstance(command, click.Group):
            found += [(f"{name} {sub}", each) for sub, each in command.commands.items()]
    return found


@pytest.mark.parametrize(("name", "command"), _leaves(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_help_ends_with_an_example_that_runs(
    name: str, command: click.Command, project: Path, muster: Muster
) -> None:
    """The example of --help is a command that works on a project with papers beside it."""
    assert command.epilog, f"'muster {name}' has no example"
    example = shlex.split(command.epilog.removeprefix("Example:").strip())
    assert example[0] == "muster"
    assert " ".join(example[1:]).startswith(name)
    if name == "init":
        project.unlink()
    for index, word in enumerate(example):
        if word.startswith(("claim-", "doc-")):
            noun = "claims" if word.startswith("claim-") else "documents"
            listed = muster(noun, "--project", project, "--json")
            example[index] = json.loads(listed.stdout)[0]["id"]
    answer = ["--yes"] if name == "forget" else []
    done = muster(*example[1:], *answer)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("noun", ["documents", "claims", "quantities", "estimates", "origins", "entities"])
def test_lists_come_in_four_formats(noun: str, project: Path, muster: Muster) -> None:
    """JSON, JSON lines, CSV and TSV hold the same rows."""
    whole = json.loads(muster(noun, "--project", project, "--json").stdout)
    lines = [json.loads(x) for x in muster(noun, "--project", project, "--nl").stdout.splitlines()]
    assert whole == lines
    assert whole
    for form, delimiter in (("--csv", ","), ("--tsv", "\t")):
        out = muster(noun, "--project", project, form).stdout
        table = list(csv.DictReader(io.StringIO(out), delimiter=delimiter))
        assert [row["id"] for row in table] == [row["id"] for row in whole]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["claims", "--project", "nowhere.db"], 1, "there is no project file here"),
        (["why", "claim-nope", "--project", "desk.db"], 1, "claim-nope"),
        (["run", "no-such-folder"], 2, "no-such-folder"),
        (["clams"], 2, "clams"),
        (["law", "ask"], 2, "kept for a later release"),
        (
            ["judge", "one", "--field", "same-name", "--verdict", "same", "--by", "anna", "-p", "desk.db"],
            2,
            "two things",
        ),
        (["init", "--project", "desk.db"], 1, "there is a file already"),
    ],
)
def test_a_refusal_is_one_plain_line_and_an_exit_code(
    arguments: list[str], code: int, says: str, project: Path, muster: Muster
) -> None:
    """No traceback: what happened, to which record, what to do next."""
    done = muster(*arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_text_file_is_no_project(tmp_path: Path, muster: Muster) -> None:
    """A file that is no project is refused and left as it was."""
    other = tmp_path / "notes.db"
    other.write_text("shopping list")
    done = muster("claims", "--project", other)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert other.read_text() == "shopping list"


def test_a_clock_without_a_zone_is_refused(tmp_path: Path, muster: Muster) -> None:
    """MUSTER_NOW must say its zone."""
    done = muster("init", "--project", tmp_path / "x.db", MUSTER_NOW="2031-05-02T08:00:00")
    assert done.returncode == 2
    assert "MUSTER_NOW" in done.stderr


def test_reserved_names_and_commands_do_not_meet() -> None:
    """A name of the plan is either a command or kept for one."""
    assert not set(RESERVED) & set(COMMANDS)


def test_a_broken_project_exits_with_three(project: Path, muster: Muster) -> None:
    """A flipped byte in a kept text is found by 'muster check'."""
    raw = bytearray(project.read_bytes())
    at = raw.find(b"Ferry crews hold out")
    assert at > 0
    raw[at] ^= 1
    project.write_bytes(raw)
    done = muster("check", "--project", project)
    assert done.returncode == 3, done.stdout + done.stderr
