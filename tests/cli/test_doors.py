"""The command line: exit codes, plain sentences, formats, and every example of every --help."""

from __future__ import annotations

import csv
import io
import json
import os
import secrets
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.conftest import ROOT, Muster, run_muster
from tests.vault.conftest import CHEAP, NOW, PASSPHRASE

from muster.cli.app import COMMANDS, RESERVED, app
from muster.store import Keys
from muster.vault.backup import write_backup
from muster.vault.holders import Holder, make_own_key
from muster.vault.open import Vault, make_vault

FORM = """agreed: yes
words: paraphrase
---
At least 26 soldiers of the depot refused to return in April, said the sergeant.
"""
# To the fourteen questions of an interview, then the account.
ANSWERS = "yes\n\n\n\n\n\n\n2031-04\n\n\n\n\n\n\nTwelve refused, he said.\n.\n"
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
    shutil.copytree(Path(__file__).parents[2] / "examples" / "lists", home, dirs_exist_ok=True)
    (home / "draft.txt").write_text("The ferry is old.\n", "utf-8")
    (home / "story.txt").write_text("By April, 900 crews of the Oskel ferry had refused to sail.\n", "utf-8")
    for name in ("desk.db", "colleague.db"):
        done = run_muster(home, "run", home / "papers", "--project", home / name)
        assert done.returncode == 0, done.stderr
    _make_vault(home)
    return home


def _make_vault(home: Path) -> None:
    """A vault beside the project, with two custodians, somebody in it, and a backup; locked."""
    keys = Keys.load(home / "state")
    own = {c: make_own_key(home / "state" / "keys", c, PASSPHRASE, cost=CHEAP) for c in ("C1", "C2")}
    holders = [Holder(c, "custodian", key.public) for c, key in own.items()]
    folder = home / "desk.vault"
    make_vault(folder, custodian=holders[0], witness=keys, now=NOW, entropy=secrets.token_bytes)
    vault = Vault.unlock(folder, code="C1", own=own["C1"], witness=keys)
    vault.rotate(holders, now=NOW, why="the team", entropy=secrets.token_bytes)
    vault.put(["Пётр Ухтомцев"], now=NOW)
    write_backup(vault, home / "vault.age", (), now=NOW)
    vault.close()


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
    if name.startswith("law "):
        _write_packs(muster)
    if name == "estimate link":
        for path in (ROOT / "examples" / "demo" / "lists").glob("*.csv"):
            shutil.copy(path, project.parent)
    if name == "relations take":
        (project.parent / "ties.csv").write_text("from,to,relation\nA. Orlo,B. Tarn,kin\n", "utf-8")
    if name == "like":
        (project.parent / "letter.txt").write_text("Crews stop at the north gate of the old quay.", "utf-8")
    for index, word in enumerate(example):
        noun = _NOUNS.get(word.partition("-")[0])
        if noun and "." not in word:
            listed = json.loads(muster(noun, "--project", project, "--json").stdout)
            example[index] = listed[min(index % 2, len(listed) - 1)]["id"]
    if name == "watch remove":
        muster("watch", "add", example[3], "-p", project)
    if name == "draft accept":
        listed = muster("draft", "check", example[3], "--json", "-p", project)
        example[4] = json.loads(listed.stdout)[0]["id"]
    answer = ["--yes"] if name in ("forget", "vault erase", "vault destroy") else []
    if example[1] in ("vault", "interview", "seal", "case", "intake", "redact", "release"):
        example = _vaulted(example, name, project, muster)
    if name == "memory score":
        said = ("memory", "say", "More will refuse", "--due", "2031-07-01", "--by", "anna", "-p", project)
        example[3] = muster(*said).stdout.strip()
    typed = {"interview new": ANSWERS, "case family": "name: Пётр Ухтомцев\n\n"}.get(name, f"{PASSPHRASE}\n")
    done = muster(*example[1:], *answer, typed=typed)
    assert done.returncode == 0, done.stdout + done.stderr


_NOUNS = {"claim": "claims", "doc": "documents", "origin": "origins"}


def _write_packs(muster: Muster) -> None:
    """Law packs of one's own, one of them signed."""
    for pack in ("our-pack.yaml", "old-pack.yaml", "new-pack.yaml"):
        assert muster("law", "copy", "sorvia-military", pack).returncode == 0
    signed = muster("law", "sign", "our-pack.yaml", "--by", "lawyer-2", "--until", "2040-01-01")
    assert signed.returncode == 0, signed.stderr


def _vaulted(example: list[str], name: str, project: Path, muster: Muster) -> list[str]:
    """The example with what it speaks of made first: a vault, unlocked, with somebody in it."""
    if name == "vault init":
        shutil.rmtree(project.with_suffix(".vault"))
    elif name not in ("vault unlock", "vault restore", "vault key"):
        opened = muster(
            "vault", "unlock", "--as", "C1", "--minutes", "2", "-p", project, typed=PASSPHRASE + "\n"
        )
        assert opened.returncode == 0, opened.stderr
    if name == "release check":
        built = muster("release", "build", "built", "--level", "public", "-p", project)
        assert built.returncode == 0, built.stderr
    if example[1] == "interview":
        (project.parent / "form.txt").write_text(FORM, "utf-8")
    if example[1] == "case":
        codes = []
        for on in ("2022-05-10", "2022-06"):
            codes.append(muster("case", "new", "--by", "lawyer-2", "-p", project).stdout.strip())
            told = muster("case", "step", codes[-1], "refusal", "--on", on, "--by", "lawyer-2", "-p", project)
            assert told.returncode == 0, told.stderr
        called = dict(zip(("K-7F3Q2A", "K-9B0M11"), codes, strict=True))
        example = [called.get(word, word) for word in example]
    if name == "case sign-template":
        (project.parent / "refusal.txt").write_text("To the commander\n{{today}}\n", "utf-8")
    if example[1] == "intake":
        asked = [{"id": n, "text": f"Question {n}, how do I write the report?"} for n in range(2)]
        (project.parent / "chat.json").write_text(json.dumps(asked), "utf-8")
        assert muster("intake", "take", "chat.json", "--by", "desk-1", "-p", project).returncode == 0
        rows = json.loads(muster("intake", "list", "--json", "-p", project).stdout)
        codes = [row["question"] for row in rows]
        called = dict(zip(("Q-7F3Q2A", "Q-9B0M11"), codes, strict=True))
        example = [called.get(word, word) for word in example]
    if name in ("interview release", "interview withdraw"):
        for arguments in (("seal", "form.txt"), ("file",)):
            made = muster("interview", *arguments, "-p", project)
            assert made.returncode == 0, made.stderr
        (claim, *_) = json.loads(muster("claims", "--sealed", "-p", project, "--json").stdout)
        example = [{"CLAIM": claim["id"], "CODE": claim["source"]}.get(word, word) for word in example]
    if "CODE" in example:
        listed = muster("vault", "list", "-p", project, "--json")
        code = json.loads(listed.stdout)[0]["code"]
        example = [code if word == "CODE" else word for word in example]
    return example


@pytest.fixture(autouse=True)
def _locked_at_the_end(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """No vault's process outlives its test."""
    yield
    if (tmp_path / "desk.vault").exists():
        run_muster(tmp_path, "vault", "lock", "-p", tmp_path / "desk.db")


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
        (["fetch", "feeds"], 2, "kept for a later release"),
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


def test_temporary_files_lie_in_the_named_folder_or_nowhere(tmp_path: Path) -> None:
    """Python alone would go on to /tmp, and then to the folder it was called in."""
    ask = """
import tempfile
from muster.cli.app import run_app
run_app(["--version"])
print(tempfile.gettempdir())
tempfile.TemporaryFile()
"""
    gone = tmp_path / "gone"
    done = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, "TMPDIR": str(gone)}, cwd=tmp_path,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == str(gone)
    assert "FileNotFoundError" in done.stderr
    assert list(tmp_path.iterdir()) == []


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
