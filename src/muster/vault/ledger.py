"""The vault's own ledger: every look and every change, chained, signed at its end, held outside as well.

hash(n) = sha256(canonical [seq, at, generation, what, record, by, second, reason, hash(n-1)]), so the
generation of the keys is under the signature. Who may read it without seeing an identity: the
auditors, to whom each line is encrypted in ``audit.log``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from muster.model.errors import IntegrityBroken, Refused
from muster.vault.holders import OwnKey, encrypt_to

_START = bytes(32)
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Line:
    """One line: codes and ids, never names."""

    seq: int
    at: str
    generation: int
    what: str
    record: str
    by: str
    second: str
    reason: str
    hash: str

    def follows(self, before: bytes) -> bool:
        """Whether its hash is that of the line after the hash before it."""
        return _hash(self, before).hex() == self.hash


class Head(Protocol):
    """A signed end of a ledger, as the installation's keys make it."""

    @property
    def seq(self) -> int: ...
    @property
    def hash(self) -> str: ...
    def holds(self) -> bool: ...


class Witness(Protocol):
    """Who signs the end of the ledger and keeps it outside the vault: the installation's keys."""

    def sign(self, project: str, seq: int, hash: str) -> Head: ...
    def keep(self, head: Any) -> None: ...
    def kept(self, project: str) -> Head | None: ...


def _hash(line: Line, before: bytes) -> bytes:
    said = [
        line.seq, line.at, line.generation, line.what, line.record, line.by, line.second, line.reason,
        before.hex(),
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")).digest()


def add(
    db: sqlite3.Connection, *, at: str, generation: int, what: str, record: str, by: str, second: str = "",
    reason: str = "",
) -> Line:  # fmt: skip
    """One more line, within the caller's transaction. Raises Refused for a reason that is a page."""
    if len(reason) > _LONGEST_REASON:
        raise Refused("a reason is a sentence or two, without names", record=record)
    last = db.execute("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1").fetchone() or (0, _START)
    bare = Line(last[0] + 1, at, generation, what, record, by, second, reason, "")
    own = _hash(bare, last[1])
    db.execute(
        'INSERT INTO ledger (seq, at, generation, what, record, "by", second, reason, hash) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (bare.seq, at, generation, what, record, by, second, reason, own),
    )
    return Line(bare.seq, at, generation, what, record, by, second, reason, own.hex())


def lines(db: sqlite3.Connection, after: int = 0) -> Iterator[Line]:
    """The lines after number ``after``, in order."""
    for row in db.execute(
        'SELECT seq, at, generation, what, record, "by", second, reason, hash FROM ledger '
        "WHERE seq > ? ORDER BY seq",
        (after,),
    ):
        seq, at, generation, what, record, by, second, reason, own = row
        yield Line(seq, at, generation, what, record, by, second, reason, own.hex())


def chained(found: Sequence[Line], where: str) -> None:
    """Raises IntegrityBroken at the first line that does not follow from the one before it."""
    before = _START
    for number, line in enumerate(found, 1):
        if line.seq != number or not line.follows(before):
            raise IntegrityBroken(
                f"line {number} of the vault's ledger, or the one before it, was changed or removed",
                record=where,
                next_step="keep it as it is, and compare it with a backup",
            )
        before = bytes.fromhex(line.hash)


def compared(found: Sequence[Line], kept: Head | None, where: str) -> None:
    """The ledger against the head kept outside. Raises IntegrityBroken for an older vault put back."""
    if kept is None or kept.seq == 0:
        return
    if not kept.holds():
        raise IntegrityBroken(
            "the head kept outside the vault is not signed as it says",
            record=where,
            next_step="ask another custodian for the head of his copy",
        )
    if kept.seq > len(found):
        raise IntegrityBroken(
            f"this vault ends at line {len(found)}, but line {kept.seq} was signed: an older vault was put "
            "back, or its ledger was cut",
            record=where,
            next_step="put the newer one back; if it was a restored backup, 'muster vault restore' says so",
        )
    if found[kept.seq - 1].hash != kept.hash:
        raise IntegrityBroken(
            f"line {kept.seq} of the vault's ledger is not the one that was signed",
            record=where,
            next_step="keep it as it is, and restore a backup",
        )


def hand_to_auditors(path: Path, found: Sequence[Line], auditors: Sequence[str], *, anew: bool) -> None:
    """Encrypt to the auditors what the log lacks; all of it where ``anew`` (a change of auditors)."""
    if anew:
        path.unlink(missing_ok=True)
    if not auditors:
        return
    path.touch(mode=0o600)
    with path.open("r+b") as file:
        raw = file.read()
        # A kill may have left half a line; it is written again.
        file.seek(raw.rfind(b"\n") + 1)
        file.truncate()
        for line in found[raw.count(b"\n") :]:
            said = [getattr(line, name) for name in Line.__slots__]
            sealed = encrypt_to(json.dumps(said, ensure_ascii=False).encode(), auditors)
            file.write(base64.b64encode(sealed) + b"\n")


def read_as_auditor(path: Path, own: OwnKey) -> list[Line]:
    """The ledger as an auditor's key opens it. Raises Refused; IntegrityBroken where the chain is broken."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise Refused(
            "nothing was handed to auditors here",
            record=str(path),
            next_step="a custodian adds an auditor: 'muster vault holder CODE --role auditor'",
        ) from error
    try:
        sealed = [base64.b64decode(each, validate=True) for each in raw.splitlines()]
    except ValueError as error:
        raise IntegrityBroken(
            "the auditors' log was altered", record=str(path), next_step="ask a custodian to write it anew"
        ) from error
    found = [Line(*json.loads(own.decrypt(each))) for each in sealed]
    chained(found, str(path))
    return found


__all__ = [
    "Head",
    "Line",
    "Witness",
    "add",
    "chained",
    "compared",
    "hand_to_auditors",
    "lines",
    "read_as_auditor",
]
