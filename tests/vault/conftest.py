"""A vault with two custodians, an analyst and an auditor; keys cheap to guess, since they guard nothing."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from muster.store import Keys
from muster.vault.holders import Cost, Holder, OwnKey, make_own_key
from muster.vault.open import Vault, make_vault

NOW = "2031-05-02T08:00:00+00:00"
CHEAP = Cost(kib=64, passes=1, lanes=1)
PASSPHRASE = "five words drawn by dice"
# Invented people; each is a canary that the leak tests look for.
PEOPLE = (
    ("Захар Тверозубов", "Zakhar Tverozubov"),
    ("Оксана Журавчик",),
    ("Milena Quastbrook", "Куница"),
)


@dataclass
class Team:
    """A vault's folder, the keys of those who hold it, and who signs."""

    folder: Path
    witness: Keys
    own: dict[str, OwnKey]
    holders: dict[str, Holder]
    opened: list[Vault] = field(default_factory=list)

    def open(self, code: str = "C1", *, older: bool = False) -> Vault:
        """The vault, unlocked by ``code``."""
        vault = Vault.unlock(self.folder, code=code, own=self.own[code], witness=self.witness, older=older)
        self.opened.append(vault)
        return vault


def hire(folder: Path, code: str, role: str) -> tuple[OwnKey, Holder]:
    """A holder with a key of his own."""
    own = make_own_key(folder, code, PASSPHRASE, cost=CHEAP)
    return own, Holder(code, role, own.public)


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Callable[[], Team]]:
    """Makes a vault with one custodian."""
    teams = []

    def new(name: str = "desk.vault") -> Team:
        own, holder = hire(tmp_path / "keys", "C1", "custodian")
        witness = Keys.load(tmp_path / "state")
        make_vault(tmp_path / name, custodian=holder, witness=witness, now=NOW, entropy=secrets.token_bytes)
        teams.append(Team(tmp_path / name, witness, {"C1": own}, {"C1": holder}))
        return teams[-1]

    yield new
    for team in teams:
        for vault in team.opened:
            vault.close()


@pytest.fixture
def team(found: Callable[[], Team], tmp_path: Path) -> Team:
    """A vault with two custodians, one analyst, one auditor, and three people in it."""
    made = found()
    vault = made.open()
    for code, role in (("C2", "custodian"), ("A1", "analyst"), ("L1", "auditor")):
        own, holder = hire(tmp_path / "keys", code, role)
        made.own[code], made.holders[code] = own, holder
    vault.rotate(list(made.holders.values()), now=NOW, why="the team", entropy=secrets.token_bytes)
    vault.put_all([(names, (), "", "", False) for names in PEOPLE], now=NOW)
    return made
