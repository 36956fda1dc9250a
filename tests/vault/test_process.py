"""The vault's process: the commands as a person gives them, and what of a name can be seen around it."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Muster, clean_environment
from tests.vault.conftest import CHEAP, PASSPHRASE

from muster.vault.holders import make_own_key
from muster.vault.line import ask

NAME, OTHER = "Захар Тверозубов", "Tverozubov"


@pytest.fixture
def vault(tmp_path: Path, muster: Muster) -> Iterator[Path]:
    """A vault with two custodians, unlocked by the first."""
    made = {c: make_own_key(tmp_path / "state" / "keys", c, PASSPHRASE, cost=CHEAP) for c in ("C1", "C2")}
    for arguments, typed in (
        (("vault", "init", "--as", "C1"), PASSPHRASE),
        (("vault", "unlock", "--as", "C1", "--minutes", "5"), PASSPHRASE),
        (("vault", "holder", "C2", "--role", "custodian", "--public", made["C2"].public), ""),
    ):
        done = muster(*arguments, typed=typed + "\n")
        assert done.returncode == 0, done.stderr
    yield tmp_path / "muster.vault"
    muster("vault", "lock")


def test_a_name_goes_in_is_found_replaced_and_looked_at(vault: Path, muster: Muster) -> None:
    """Typed on stdin, found inflected, replaced by the code, shown before a second custodian only."""
    added = muster("vault", "add", typed=f"name: {NAME}\nname: {OTHER}\nnumber: +7 900 000-11-22\n")
    code = added.stdout.strip()
    scanned = muster("vault", "scan", "-", "--json", typed="вчера Тверозубова видели")
    assert scanned.returncode == 1
    assert json.loads(scanned.stdout) == [{"start": 6, "stop": 17, "aliases": code, "sure": True}]
    assert muster("vault", "pseudonymise", "-", typed="о Тверозубове").stdout == f"о {code}"
    alone = muster("vault", "get", code, "--reason", "asked to be called")
    assert alone.returncode == 1
    assert "second custodian" in alone.stderr
    wrong = muster("vault", "get", code, "--reason", "asked to be called", "--second", "C2", typed="no\n")
    assert wrong.returncode == 1
    assert NAME not in wrong.stdout + wrong.stderr
    shown = muster(
        "vault", "get", code, "--reason", "asked to be called", "--second", "C2", typed=PASSPHRASE + "\n"
    )
    assert f"name: {NAME}\n" in shown.stdout
    lines = muster("vault", "ledger", "--json").stdout
    assert [line["what"] for line in json.loads(lines)][-3:] == ["look refused"] * 2 + ["looked"]
    assert "Тверозубов" not in lines


def test_no_name_is_in_any_error(vault: Path, muster: Muster) -> None:
    """Bad identities, unknown codes, a name given for a code: none is repeated, not in a traceback either."""
    for typed in (
        f"{NAME}\n",
        f"name {NAME}\n",
        f"number: {NAME}\n",
        f"name: {NAME * 5000}\n",
        "\udc80name: x\n",
    ):
        done = muster("vault", "add", typed=typed.encode("utf-8", "replace").decode(), MUSTER_TRACEBACK="1")
        assert done.returncode != 0
        assert "Тверозубов" not in done.stdout + done.stderr
    for command in ("get", "erase"):
        done = muster(
            "vault",
            command,
            NAME,
            "--reason",
            "asked to be called",
            *(["--yes"] if command == "erase" else []),
        )
        assert done.returncode == 1
        assert "Тверозубов" not in done.stdout + done.stderr


def test_it_locks_itself(vault: Path, muster: Muster) -> None:
    """After its time there is no process, no socket, and every question says how to unlock."""
    assert muster("vault", "lock").stdout == "locked\n"
    assert muster("vault", "lock").stdout == "it was locked\n"
    short = muster("vault", "unlock", "--as", "C1", "--minutes", "0.02", typed=PASSPHRASE + "\n")
    assert short.returncode == 0, short.stderr
    until = time.monotonic() + 20
    while muster("vault", "list").returncode == 0:
        assert time.monotonic() < until, "it did not lock itself"
    assert "the vault is locked" in muster("vault", "list").stderr
    assert not list((vault.parent / "state" / "run").glob("*.sock"))


def test_it_locks_itself_while_somebody_is_asked_for_a_name(vault: Path, muster: Muster) -> None:
    """'vault add' left open on a terminal, with nothing typed, does not keep the vault open."""
    assert muster("vault", "lock").stdout == "locked\n"
    assert (
        muster("vault", "unlock", "--as", "C1", "--minutes", "0.05", typed=PASSPHRASE + "\n").returncode == 0
    )
    with subprocess.Popen(
        [sys.executable, "-m", "muster", "vault", "add"], cwd=vault.parent, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=clean_environment(vault.parent),
    ) as waiting:  # fmt: skip
        assert waiting.stderr is not None
        said = waiting.stderr.read()
    assert "vault is locked" in said or "nothing is half done" in said
    assert "the vault is locked" in muster("vault", "list").stderr
    assert not list((vault.parent / "state" / "run").glob("*.sock"))


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="needs Linux")
def test_the_process_dumps_no_core_and_has_no_network(vault: Path, muster: Muster) -> None:
    """No core dump, no interface, and neither its arguments nor its environment hold a secret."""
    muster("vault", "add", typed=f"name: {NAME}\n")
    (door,) = (vault.parent / "state" / "run").glob("*.sock")
    process = Path("/proc") / str(ask(door, {"do": "hello"})["pid"])
    limits = (process / "limits").read_text().split()
    assert limits[limits.index("core") + 3 : limits.index("core") + 5] == ["0", "0"]
    told = (process / "cmdline").read_bytes()
    with contextlib.suppress(PermissionError):  # where it cannot be traced, not even this may be read
        told += (process / "environ").read_bytes()
        interfaces = [
            line.split(":")[0].strip() for line in (process / "net" / "dev").read_text().splitlines()[2:]
        ]
        assert not [name for name in interfaces if name.startswith(("eth", "en", "wl"))]
    assert not any(secret.encode() in told for secret in (NAME, "Тверозубов", PASSPHRASE, "C1"))


def test_every_byte_outside_is_free_of_the_name(vault: Path, muster: Muster) -> None:
    """After looks, scans, errors, a backup and a rotation no file in the folder holds it, in any encoding."""
    muster("vault", "add", typed=f"name: {NAME}\nnote: canary-7261\n")
    muster("vault", "backup", "b.age")
    muster("vault", "rotate", "--why", "due")
    muster("vault", "share")
    raw = b"".join(p.read_bytes() for p in sorted(vault.parent.rglob("*")) if p.is_file())
    for word in ("Тверозубов", "тверозубов", "canary-7261", PASSPHRASE):
        for form in (word, word[::-1]):
            for code in ("utf-8", "utf-16-le", "cp1251", "koi8-r", "unicode_escape"):
                assert form.encode(code) not in raw, (word, code)


def test_a_backup_is_tried_and_restored_by_command(vault: Path, muster: Muster) -> None:
    """Drill, loss of the folder, restore, unlock: the codes are those of before."""
    before = muster("vault", "list", "--json").stdout
    assert muster("vault", "backup", "b.age").returncode == 0
    drill = muster("vault", "restore", "b.age", "--as", "C2", "--drill", typed=PASSPHRASE + "\n")
    assert drill.returncode == 0, drill.stderr
    muster("vault", "lock")
    vault.rename(vault.with_name("lost"))
    done = muster("vault", "restore", "b.age", "--as", "C2", typed=PASSPHRASE + "\n")
    assert done.returncode == 0, done.stderr
    assert muster("vault", "unlock", "--as", "C1", typed=PASSPHRASE + "\n").returncode == 0
    assert muster("vault", "list", "--json").stdout == before


def test_two_shares_open_it(vault: Path, muster: Muster) -> None:
    """As printed by 'share', given back on stdin a line each."""
    printed = muster("vault", "share").stdout
    words = [line for line in printed.splitlines() if len(line.split()) == 33]
    assert len(words) == 3
    muster("vault", "lock")
    opened = muster("vault", "unlock", "--shares", typed=f"{words[2]}\n{words[0]}\n")
    assert opened.returncode == 0, opened.stderr
