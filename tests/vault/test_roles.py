"""Every role tries every action on a real vault with a real key; the table in the docs says what may work."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.conftest import NOW, Team, hire

from muster.model.errors import MusterError
from muster.vault.backup import write_backup
from muster.vault.cabinet import Cabinet
from muster.vault.cipher import open_cipher
from muster.vault.inbox import Kit, SentIn, file_all, packets, write_packet
from muster.vault.ledger import read_as_auditor
from muster.vault.open import Vault
from muster.vault.records import Agreement
from muster.vault.roles import IDENTITIES, NEEDS, OPENS, SEALED, opens

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "why" / "decisions" / "roles-and-keys.md"
SENT = SentIn("S-QRNCE7", Agreement("S-QRNCE7", "speaker", "public", ("analysis",), "none"), "an account")

Act = Callable[[Team, str], object]


def _vault(act: Callable[[Vault, Team], object]) -> Act:
    return lambda team, code: act(team.open(code), team)


def _sealed(team: Team, code: str) -> None:
    key = Cabinet(team.folder).keyring().data_key(SEALED, code, team.own[code])
    path = team.folder / "papers-of-a-test.db"
    path.unlink(missing_ok=True)
    open_cipher(path, key, create=True).close()


def _send(team: Team, code: str) -> None:
    write_packet(SENT, Kit.of(team.folder), team.folder / "inbox")
    assert code


def _ledger(team: Team, code: str) -> object:
    if "auditor" in code:
        return read_as_auditor(team.folder / "audit.log", team.own[code])
    return team.open(code).history()


def _approve(team: Team, code: str) -> None:
    # What the keeper asks of the second person: his own key, and that it opens the identities.
    Cabinet(team.folder).keyring().data_key(IDENTITIES, code, team.own[code])


ACTS: dict[str, Act] = {
    "read the open project": lambda team, _code: (team.folder.parent / "open.db").read_bytes(),
    "send in an interview": _send,
    "copy the encrypted files": lambda team, _code: shutil.copytree(
        team.folder, team.folder.with_suffix(".copy")
    ),
    "read sealed papers": _sealed,
    "add sealed papers": _sealed,
    "file what was sent in": _vault(lambda v, t: file_all(v, t.folder / "inbox", now=NOW)),
    "list codes": _vault(lambda v, _t: v.aliases()),
    "look at an identity": _vault(
        lambda v, _t: v.get(v.aliases()[0], reason="asked to be called", second="custodian-2", now=NOW)
    ),
    "approve a look": _approve,
    "search a text for names": _vault(lambda v, _t: v.scan("a text", now=NOW)),
    "put pseudonyms into a text": _vault(lambda v, _t: v.pseudonymise("a text", now=NOW)),
    "add or remove a holder": _vault(
        lambda v, _t: v.rotate(v.ring.holders, now=NOW, why="due", entropy=secrets.token_bytes)
    ),
    "make a backup": _vault(lambda v, t: write_backup(v, t.folder.parent / "b.age", (), now=NOW)),
    "read the vault's ledger": _ledger,
}


@pytest.fixture
def staff(found: Callable[[], Team], tmp_path: Path) -> Team:
    """One holder of each role, called by it, and a second custodian; one identity."""
    team = found()
    vault = team.open()
    team.holders.clear()
    for code in (*OPENS, "custodian-2"):
        own, holder = hire(tmp_path / "keys", code, code.removesuffix("-2"))
        team.own[code], team.holders[code] = own, holder
    vault.rotate(list(team.holders.values()), now=NOW, why="the staff", entropy=secrets.token_bytes)
    vault.put(["Пётр Ухтомцев"], now=NOW)
    vault.close()
    (tmp_path / "open.db").write_bytes(b"open")
    return team


@pytest.mark.parametrize("role", OPENS)
def test_38_a_role_can_do_what_its_keys_open_and_nothing_else(staff: Team, role: str) -> None:
    """Fourteen actions, tried with the role's own key on the very files."""
    could = {}
    for action, act in ACTS.items():
        try:
            act(staff, role)
            could[action] = True
        except MusterError:
            could[action] = False
        shutil.rmtree(staff.folder.with_suffix(".copy"), ignore_errors=True)
        shutil.rmtree(staff.folder / "inbox", ignore_errors=True)
        for vault in staff.opened:
            vault.close()
    assert could == {action: not need or opens(role, need) for action, need in NEEDS.items()}


def test_the_page_shows_the_table_of_the_code() -> None:
    """Role × key and action × role, as in muster/vault/roles.py."""
    page = PAGE.read_text("utf-8")
    keys = {
        row[0]: {
            name
            for name, cell in zip(("identities", "sealed", "log"), row[1:4], strict=True)
            if cell == "yes"
        }
        for row in _rows(page, "| role |")
    }
    assert keys == {role: set(opened) for role, opened in OPENS.items()}
    roles = list(OPENS)
    actions = {
        row[0]: {role for role, cell in zip(roles, row[1:], strict=True) if cell == "yes"}
        for row in _rows(page, "| action |")
    }
    assert actions == {
        action: {role for role in roles if not need or opens(role, need)} for action, need in NEEDS.items()
    }
    assert set(ACTS) == set(NEEDS)


def _rows(page: str, head: str) -> list[list[str]]:
    lines = page[page.index(head) :].splitlines()
    table = lines[: next((n for n, x in enumerate(lines) if not x.strip()), len(lines))]
    return [[cell.strip() for cell in re.split(r"\|", line)[1:-1]] for line in table[2:]]


def test_an_interviewer_adds_and_cannot_browse(staff: Team) -> None:
    """His packet is filed by a custodian; neither his key nor his kit opens it, the vault or the papers."""
    _send(staff, "interviewer")
    (packet,) = packets(staff.folder / "inbox")
    assert "account" in packet.read_text()
    for what in (IDENTITIES, SEALED):
        with pytest.raises(MusterError):
            Cabinet(staff.folder).keyring().data_key(what, "interviewer", staff.own["interviewer"])
    vault = staff.open("custodian")
    assert [f["problem"] for f in file_all(vault, staff.folder / "inbox", now=NOW)] == [""]
    assert SENT.alias in vault.aliases()
