"""The vault of a project: made, unlocked for a while, asked, locked; keys changed, backups restored."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import muster
from muster.model.errors import IntegrityBroken, NotFound, Refused
from muster.vault import line
from muster.vault.backup import drill as drill_room
from muster.vault.backup import restore as restore_room
from muster.vault.cabinet import RECOVERY, Cabinet
from muster.vault.holders import Holder, make_own_key, public_of, unlock_own_key
from muster.vault.ledger import Line, read_as_auditor
from muster.vault.open import Vault, make_vault
from muster.workflows.in_memory import sweep_memory
from muster.workflows.project import Desk
from muster.workflows.vault_door import Place, ask_at, place_of

# The keeper starts from this very package, whatever lies on the search path of who starts it.
_START = "import sys; sys.path.insert(0, sys.argv[1]); from muster.workflows.keeper import main; main()"
_PATIENCE = 120


def place(desk: Desk) -> Place:
    """The vault's place: beside the project; keys and door in the state folder."""
    return place_of(desk.project, desk.state)


def make_key(desk: Desk, code: str, passphrase: str) -> str:
    """A holder's own key on this machine; the public half, to be given to a custodian."""
    return make_own_key(place(desk).keys, code, passphrase).public


def init(desk: Desk, code: str, passphrase: str) -> str:
    """A new vault with one custodian, whose key is made if it is not there; the vault's id."""
    where = place(desk)
    if where.there:
        raise Refused("there is a vault here already", record=str(where.folder))
    try:
        public = public_of(where.keys, code)
        unlock_own_key(where.keys, code, passphrase)
    except NotFound:
        public = make_key(desk, code, passphrase)
    id, _ = make_vault(
        where.folder, custodian=Holder(code, "custodian", public), witness=desk.keys(), now=desk.now,
        entropy=secrets.token_bytes,
    )  # fmt: skip
    return id


def unlock(
    desk: Desk, code: str, passphrase: str, *, minutes: float, words: Sequence[str] = ()
) -> dict[str, Any]:
    """Start the vault's process; who holds it and in which role. It locks itself after ``minutes``.

    Raises NotFound, Refused (wrong passphrase, no key for this role), IntegrityBroken.
    """
    where = place(desk)
    order = {
        "folder": str(where.folder), "keys": str(where.keys.absolute()), "state": str(desk.state.absolute()),
        "socket": str(where.socket.absolute()), "code": code, "passphrase": passphrase, "minutes": minutes,
        "words": list(words),
    }  # fmt: skip
    child = subprocess.Popen(
        [sys.executable, "-I", "-W", "ignore", "-c", _START, str(Path(muster.__file__).parents[1])],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}, cwd="/", start_new_session=True,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdin, child.stdout:
        child.stdin.write(json.dumps(order, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        child.stdin.close()
        said = child.stdout.read()
    if not said:
        raise Refused("the vault's process did not start", next_step="'muster doctor' says what is missing")
    answer = json.loads(said)
    if "error" in answer:
        child.wait(_PATIENCE)
        raise line.said_error(answer["error"])
    # It lives on without us; nobody waits for it.
    child.returncode = 0
    return dict(answer["ok"])


def ask(desk: Desk, do: str, files: Sequence[int] = (), **question: Any) -> Any:
    """One question to the unlocked vault. Raises NotFound where it is locked, and what it answers with."""
    return ask_at(place(desk), desk.now, do, files, **question)


def lock(desk: Desk) -> bool:
    """Lock it; False where it was locked. What a killed command left in memory goes too."""
    sweep_memory()
    try:
        ask(desk, "lock")
    except NotFound:
        return False
    return True


def unlocked(desk: Desk) -> bool:
    """Whether the project has a vault and it is open on this machine."""
    if not place(desk).there:
        return False
    try:
        ask(desk, "hello")
    except (NotFound, Refused):
        # Refused: it is locking itself at this moment.
        return False
    return True


def holders(desk: Desk) -> list[dict[str, str]]:
    """Who holds a key, by code and role; needs no key."""
    ring = Cabinet(place(desk).folder).keyring()
    return [
        {"code": h.code, "role": h.role, "public": h.public, "generation": str(ring.generation)}
        for h in ring.holders
    ]


def audit(desk: Desk, code: str, passphrase: str) -> list[Line]:
    """The vault's ledger as an auditor's own key opens it; compared with the head kept outside, if any."""
    where = place(desk)
    own = unlock_own_key(where.keys, code, passphrase)
    found = read_as_auditor(where.folder / "audit.log", own)
    kept = desk.keys().kept(Cabinet(where.folder).keyring().vault)
    if kept is not None and kept.seq > len(found):
        raise IntegrityBroken(
            f"the auditors' log ends at line {len(found)}, but line {kept.seq} was signed",
            record="audit.log",
            next_step="ask a custodian for the lines that are missing",
        )
    return found


def check(desk: Desk) -> list[str]:
    """What can be seen without a key: faults in words, none if all is well. Raises IntegrityBroken."""
    cabinet = Cabinet(place(desk).folder)
    ring = cabinet.keyring()
    left = [
        f"{p.name}: left by an interrupted change of keys; the next unlock removes it"
        for p in cabinet.leftovers()
    ]
    here = cabinet.generation()
    lacking = [n for n in ("identities.db",) if not (here / n).exists()]
    custodians = sum(h.role == "custodian" and h.code != RECOVERY for h in ring.holders)
    few = (
        ["only one custodian: nobody can approve a look, and a lost key is the end"] if custodians < 2 else []
    )
    return [*left, *(f"{n} is gone; restore a backup" for n in lacking), *few]


def restore(desk: Desk, source: Path, code: str, passphrase: str, *, drill: bool) -> dict[str, int]:
    """Put a backup in the vault's place, or only try it; what it held."""
    where = place(desk)
    own = unlock_own_key(where.keys, code, passphrase)
    if drill:
        return drill_room(source, code=code, own=own, work=desk.project.absolute().parent)
    counts = restore_room(source, where.folder, code=code, own=own)
    vault = Vault.unlock(where.folder, code=code, own=own, witness=desk.keys(), older=True)
    try:
        # From here on this is the vault: the head kept outside says so too.
        vault.note("restored", source.name, reason="from a backup", now=desk.now)
    finally:
        vault.close()
    return counts


def destroy(desk: Desk) -> None:
    """Delete the wrapped keys here: only a backup, and a key it was made for, opens it again."""
    lock(desk)
    Cabinet(place(desk).folder).destroy()


__all__ = [
    "Place",
    "ask",
    "audit",
    "check",
    "destroy",
    "holders",
    "init",
    "lock",
    "make_key",
    "place",
    "restore",
    "unlock",
    "unlocked",
]
