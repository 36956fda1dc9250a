"""What somebody does to the vault's files is detected and explained; nothing is lost."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.conftest import NOW, Team

from muster.model.errors import IntegrityBroken, MusterError, Refused
from muster.vault import cabinet as cabinets
from muster.vault import ledger
from muster.vault.backup import drill, restore, write_backup
from muster.vault.cabinet import Cabinet
from muster.vault.cipher import open_cipher
from muster.vault.holders import new_key
from muster.vault.shares import make_shares, recovered


def _generation(team: Team) -> Path:
    return Cabinet(team.folder).generation()


def test_39_one_flipped_byte_anywhere_is_found(team: Team) -> None:
    """Every page's bytes are under a mac that unlocking reads, also pages no query touches."""
    path = _generation(team) / "identities.db"
    whole = path.read_bytes()
    for place in range(7, len(whole), max(1, len(whole) // 40)):
        raw = bytearray(whole)
        raw[place] ^= 1
        path.write_bytes(raw)
        with pytest.raises(IntegrityBroken):
            team.open()
    path.write_bytes(whole)
    team.open()


@pytest.mark.parametrize("cut", [0, 1, 40, 400])
def test_a_cut_keyring_is_explained(team: Team, cut: int) -> None:
    """It says that the keys are in every backup and leaves the folder as it is."""
    path = _generation(team) / "keyring.json"
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    with pytest.raises(IntegrityBroken, match="keyring is cut"):
        team.open()
    path.write_bytes(whole)
    assert len(team.open().aliases()) == 3


def test_39_an_older_database_under_the_same_key_is_found(team: Team) -> None:
    """A copy made before the last look, put back: the head outside knows a later line."""
    path = _generation(team) / "identities.db"
    older = path.read_bytes()
    vault = team.open()
    vault.put(["Пётр Ухтомцев"], now=NOW)
    vault.close()
    path.write_bytes(older)
    with pytest.raises(IntegrityBroken, match="an older vault was put back"):
        team.open()


def test_39_an_older_database_and_keyring_together_are_found(team: Team, tmp_path: Path) -> None:
    """The whole folder from before a rotation, put back: opened by its keys, refused by the head outside."""
    shutil.copytree(team.folder, tmp_path / "older")
    vault = team.open()
    vault.rotate(list(team.holders.values()), now=NOW, why="due", entropy=secrets.token_bytes)
    vault.close()
    shutil.rmtree(team.folder)
    (tmp_path / "older").rename(team.folder)
    with pytest.raises(IntegrityBroken, match="an older vault was put back"):
        team.open()


def test_39_an_older_database_does_not_fit_a_newer_keyring(team: Team) -> None:
    """The generation's key is another: it does not open, and the message says what may have happened."""
    older = (_generation(team) / "identities.db").read_bytes()
    vault = team.open()
    vault.rotate(list(team.holders.values()), now=NOW, why="due", entropy=secrets.token_bytes)
    vault.close()
    (_generation(team) / "identities.db").write_bytes(older)
    with pytest.raises(IntegrityBroken, match="does not open"):
        team.open()


def test_39_a_cut_ledger_and_an_edited_line_are_found(team: Team) -> None:
    """Whoever has the data key can cut the tail or change a line; the chain or the head outside shows it."""
    own = team.own["C1"]
    key = Cabinet(team.folder).keyring().data_key("identities", "C1", own)
    path = _generation(team) / "identities.db"
    whole = path.read_bytes()
    for statement, says in (
        ("DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)", "an older vault was put back"),
        ("UPDATE ledger SET reason = 'tea' WHERE seq = 2", "changed or removed"),
        ("DELETE FROM ledger WHERE seq = 2", "changed or removed"),
    ):
        path.write_bytes(whole)
        db = open_cipher(path, key)
        with pytest.raises(Exception, match="never"):
            db.execute(statement)
        db.execute("DROP TRIGGER ledger_keeps")
        db.execute("DROP TRIGGER ledger_stays")
        db.execute(statement)
        db.close()
        with pytest.raises(IntegrityBroken, match=says):
            team.open()


def test_a_holder_slipped_into_the_keyring_is_found(team: Team) -> None:
    """Also an intake key exchanged for a stranger's, to which interviews would then be sealed."""
    path = _generation(team) / "keyring.json"
    whole = path.read_text()
    for change in (
        lambda ring: ring["intake"].update(identities=new_key().public),
        lambda ring: ring["holders"].append({"code": "X", "role": "custodian", "public": new_key().public}),
    ):
        ring = json.loads(whole)
        change(ring)
        path.write_text(json.dumps(ring, indent=1))
        with pytest.raises(IntegrityBroken, match="exchanged"):
            team.open()


def test_a_switch_that_points_nowhere_is_explained(team: Team) -> None:
    """It says what to write into it; nothing else is touched."""
    for said in ("", "g000099\n", "../elsewhere\n"):
        (team.folder / "CURRENT").write_text(said)
        with pytest.raises(IntegrityBroken, match="names no generation"):
            team.open()


class _Killed(BaseException):
    """The process is gone."""


def test_killed_at_any_step_of_a_rotation_nothing_is_lost(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For every step on the disk: after a kill before it all identities open, under old keys or new ones."""
    steps = _steps_of_a_rotation(team, monkeypatch, stop=10_000)
    assert steps > 8
    for stop in range(steps):
        assert _steps_of_a_rotation(team, monkeypatch, stop=stop) == stop
        vault = team.open()
        assert len(vault.aliases()) == 3
        assert len(list(team.folder.glob("g*"))) == 1, "what an interrupted rotation left is swept away"
        vault.close()


def _steps_of_a_rotation(team: Team, monkeypatch: pytest.MonkeyPatch, *, stop: int) -> int:
    done = 0

    def counted(act: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal done
            if done == stop:
                raise _Killed
            done += 1
            return act(*args, **kwargs)

        return call

    vault = team.open()
    with monkeypatch.context() as patch:
        for place, name in (
            (os, "fsync"), (Path, "rename"), (Path, "replace"), (Path, "write_bytes"), (shutil, "rmtree"),
            (cabinets, "_to_disk"),
        ):  # fmt: skip
            patch.setattr(place, name, counted(getattr(place, name)))
        with contextlib.suppress(_Killed):
            vault.rotate(list(team.holders.values()), now=NOW, why="due", entropy=secrets.token_bytes)
    vault.close()
    return done


def test_a_backup_restores_all_and_a_drill_leaves_nothing(team: Team, tmp_path: Path) -> None:
    """Two custodians can open it, an analyst and a stranger cannot; the drill's folder is gone afterwards."""
    vault = team.open()
    write_backup(vault, tmp_path / "b.age", (), now=NOW)
    vault.close()
    before = sorted(p.name for p in tmp_path.iterdir())
    held = drill(tmp_path / "b.age", code="C2", own=team.own["C2"], work=tmp_path)
    assert held["identities"] == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == before
    shutil.rmtree(team.folder)
    for code in ("A1", "L1"):
        with pytest.raises(IntegrityBroken, match="not made for this key"):
            restore(tmp_path / "b.age", team.folder, code=code, own=team.own[code])
        assert not team.folder.exists()
    restore(tmp_path / "b.age", team.folder, code="C1", own=team.own["C1"])
    assert len(team.open().aliases()) == 3


def test_a_cut_or_altered_backup_is_refused(team: Team, tmp_path: Path) -> None:
    """Truncated at any tenth, or one bit changed: refused whole, and nothing is left behind."""
    write_backup(team.open(), tmp_path / "b.age", (), now=NOW)
    whole = (tmp_path / "b.age").read_bytes()
    bad = [whole[: len(whole) * n // 10] for n in range(10)]
    bad.append(bytes([*whole[:-100], whole[-100] ^ 1, *whole[-99:]]))
    for raw in bad:
        (tmp_path / "b.age").write_bytes(raw)
        with pytest.raises(MusterError):
            restore(tmp_path / "b.age", tmp_path / "again", code="C1", own=team.own["C1"])
        assert not (tmp_path / "again").exists()


def test_two_of_three_shares_open_the_vault(team: Team) -> None:
    """Any two do, also after a rotation; one, two of the same, and those of an older making do not."""
    vault = team.open()
    old = make_shares(vault, now=NOW, entropy=secrets.token_bytes)
    shares = make_shares(vault, now=NOW, entropy=secrets.token_bytes)
    vault.rotate(list(vault.ring.holders), now=NOW, why="due", entropy=secrets.token_bytes)
    vault.close()
    ring = Cabinet(team.folder).keyring()
    for pair in ((0, 1), (2, 0), (1, 2)):
        team.own["recovery"] = recovered(ring, [shares[n] for n in pair])
        opened = team.open("recovery")
        assert len(opened.aliases()) == 3
        opened.close()
    for bad in ([shares[0]], [shares[0], shares[0]], [shares[0], old[1]], old[:2], ["", ""]):
        with pytest.raises(Refused):
            recovered(ring, bad)


def test_destroyed_keys_leave_noise_and_a_backup_still_opens(team: Team, tmp_path: Path) -> None:
    """Crypto-shredding: no keyring is left in the folder; what was backed up elsewhere restores."""
    vault = team.open()
    write_backup(vault, tmp_path / "b.age", (), now=NOW)
    vault.close()
    Cabinet(team.folder).destroy()
    with pytest.raises(IntegrityBroken, match="destroyed on purpose"):
        team.open()
    assert not list(team.folder.rglob("keyring*"))
    restore(tmp_path / "b.age", tmp_path / "again", code="C1", own=team.own["C1"])


def test_an_auditors_log_that_was_touched_is_found(team: Team) -> None:
    """A line removed, exchanged or altered breaks the chain or does not open."""
    path = team.folder / "audit.log"
    lines = path.read_bytes().splitlines(keepends=True)
    for bad in ([*lines[:1], *lines[2:]], [lines[1], lines[0], *lines[2:]], [lines[0][:50] + lines[0][60:]]):
        path.write_bytes(b"".join(bad))
        with pytest.raises(MusterError):
            ledger.read_as_auditor(path, team.own["L1"])
