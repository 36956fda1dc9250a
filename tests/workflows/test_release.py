"""The release gate: passages only, nobody protected, whole or not at all, checked by public tools."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import run_muster
from tests.vault.conftest import CHEAP, PASSPHRASE

from muster.store import Keys
from muster.vault.holders import Holder, make_own_key
from muster.vault.open import Vault, make_vault
from muster.workflows.release import VERIFY

PAPER = """source: Pier Gazette
date: 2031-02-01

At least 30 sailors of the Ostrel yard have left, said Wenna Talbrick, head of the Dock Union.

The yard was built a long time ago and stands beside the river, where the cranes are painted red. \
Nobody remembers who painted them, and old men who sit there in the evening tell stories of it to anyone.

Mara (not her real name), a nurse from Ostrel, said that the gate was locked at night.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text(PAPER, "utf-8")
    done = run_muster(tmp_path, "run", tmp_path / "papers", "-p", "desk.db")
    assert done.returncode == 0, done.stderr
    return tmp_path


def build(home: Path, level: str, *more: str) -> subprocess.CompletedProcess[str]:
    return run_muster(home, "release", "build", "out", "--level", level, "-p", "desk.db", *more)


def test_a_public_release_holds_passages_and_nobody_protected(home: Path) -> None:
    """The sentence with the figure leaves; the article, the alias and the project's ids do not."""
    done = build(home, "public")
    assert done.returncode == 0, done.stderr
    assert "× sentence with a protected person" in done.stdout
    assert "k is unknown" in done.stderr
    everything = b"".join(p.read_bytes() for p in (home / "out").rglob("*") if p.is_file())
    (row,) = (json.loads(line) for line in (home / "out/data/passages.jsonl").read_text("utf-8").splitlines())
    assert row["number"] == 1
    assert row["says"].startswith("At least 30 sailors")
    for kept in (b"Mara", b"cranes", b"desk.db", str(home).encode()):
        assert kept not in everything
    assert not re.search(rb"\b[a-z]+-[0-9a-f]{24}\b", everything), "no id of the project"


def test_a_lawyer_reads_the_alias(home: Path) -> None:
    """One level lower the protected person's words leave, under the alias."""
    assert build(home, "lawyer").returncode == 0
    assert "Mara" in (home / "out/data/passages.jsonl").read_text("utf-8")


def test_what_would_leave_is_said_without_writing(home: Path) -> None:
    """A dry run names sources and speakers and leaves no file."""
    done = build(home, "public", "--dry-run")
    assert "sources named: Pier Gazette" in done.stdout
    assert "Wenna Talbrick" in done.stdout
    assert not (home / "out").exists()


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not on this machine")
def test_a_reader_checks_it_with_public_tools(home: Path) -> None:
    """One line of sha256sum and openssl says yes; after one byte it says no, and so does Muster (exit 3)."""
    assert build(home, "public").returncode == 0
    verify = ["sh", "-c", VERIFY]
    assert subprocess.run(verify, cwd=home / "out", capture_output=True, check=False).returncode == 0
    check = ("release", "check", "out", "-p", "desk.db")
    assert run_muster(home, *check).returncode == 0
    rows = home / "out/data/passages.jsonl"
    rows.write_bytes(rows.read_bytes().replace(b"30", b"31"))
    assert subprocess.run(verify, cwd=home / "out", capture_output=True, check=False).returncode != 0
    assert run_muster(home, *check).returncode == 3


def test_a_file_put_in_later_is_found(home: Path) -> None:
    """An extra file is no part of the release: exit 3."""
    assert build(home, "public").returncode == 0
    (home / "out/data/more.txt").write_text("x", "utf-8")
    assert run_muster(home, "release", "check", "out", "-p", "desk.db").returncode == 3


def test_nothing_is_overwritten(home: Path) -> None:
    """A folder that is there is refused and untouched."""
    (home / "out").mkdir()
    assert build(home, "public").returncode == 1
    assert list((home / "out").iterdir()) == []


def test_the_vault_stops_a_release(home: Path) -> None:
    """While the vault is locked nothing leaves; unlocked, a name it keeps stops the release, untold."""
    keys = Keys.load(home / "state")
    own = make_own_key(home / "state" / "keys", "C1", PASSPHRASE, cost=CHEAP)
    holder = Holder("C1", "custodian", own.public)
    make_vault(home / "desk.vault", custodian=holder, witness=keys, now="2031-03-01T00:00:00+00:00",
               entropy=secrets.token_bytes)  # fmt: skip
    vault = Vault.unlock(home / "desk.vault", code="C1", own=own, witness=keys)
    vault.put(["Wenna Talbrick"], now="2031-03-01T00:00:00+00:00")
    vault.close()
    done = build(home, "public")
    assert done.returncode == 1
    assert "the vault is locked" in done.stderr
    opened = run_muster(
        home, "vault", "unlock", "--as", "C1", "--minutes", "2", "-p", "desk.db", typed=PASSPHRASE + "\n"
    )
    assert opened.returncode == 0, opened.stderr
    try:
        done = build(home, "public")
    finally:
        run_muster(home, "vault", "lock", "-p", "desk.db")
    assert done.returncode == 1
    assert "names that the vault keeps" in done.stderr
    assert "Talbrick" not in done.stdout + done.stderr
    assert not (home / "out").exists()
    assert not list(home.glob(".out*"))
