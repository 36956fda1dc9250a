"""What interviewers send in: a packet that its sender cannot open again.

Who it is and what was agreed are encrypted to the vault's intake key, the account to that of the sealed
papers. A kit is the two public keys and nothing else: a seized field machine opens no packet.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from muster.model.errors import IntegrityBroken, MusterError, RecordError, Usage
from muster.vault.cabinet import KEYS, Cabinet
from muster.vault.holders import OwnKey, encrypt_to
from muster.vault.open import Vault
from muster.vault.records import ALIAS, Agreement
from muster.vault.roles import IDENTITIES, SEALED

# A packet's size must not tell how long somebody spoke, nor whether a name is in it.
_STEP = 16_384


@dataclass(frozen=True, slots=True)
class Kit:
    """What a field machine holds: public keys. ``fingerprint`` is compared by voice with the custodian's."""

    vault: str
    identities: str
    sealed: str

    @property
    def fingerprint(self) -> str:
        """Four groups of four digits over both keys."""
        digits = hashlib.sha256(f"{self.vault} {self.identities} {self.sealed}".encode()).hexdigest()[:16]
        return " ".join(digits[n : n + 4] for n in range(0, 16, 4))

    def written(self) -> str:
        """The text of a kit file."""
        return json.dumps({"muster_kit": 1, **asdict(self)}, indent=1) + "\n"

    @classmethod
    def read(cls, text: str) -> Kit:
        """Raises Usage for what is no kit."""
        try:
            said = json.loads(text)
            if said["muster_kit"] != 1:
                raise ValueError
            return cls(str(said["vault"]), str(said["identities"]), str(said["sealed"]))
        except (ValueError, KeyError, TypeError) as error:
            raise Usage("this is no kit", next_step="'muster interview kit FILE' writes one") from error

    @classmethod
    def of(cls, folder: Path) -> Kit:
        """The kit of the vault in ``folder``. Raises NotFound, IntegrityBroken."""
        ring = Cabinet(folder).keyring()
        return cls(ring.vault, *(ring.intake[what] for what in KEYS))


@dataclass(frozen=True, slots=True)
class SentIn:
    """One interview as it is sealed. Its repr shows the code only."""

    alias: str
    agreement: Agreement
    account: str = field(repr=False)
    names: tuple[str, ...] = field(default=(), repr=False)
    numbers: tuple[str, ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    pseudonym: str = ""


def write_packet(sent: SentIn, kit: Kit, folder: Path) -> Path:
    """Seal into ``folder``; nobody on this machine can open it afterwards."""
    if not ALIAS.fullmatch(sent.alias):
        raise RecordError("this is no code of a source", record=ascii(sent.alias)[:40])
    bond = secrets.token_hex(16)
    # Both parts are of one size, whether or not a name is in them.
    who = {
        "bond": bond, "alias": sent.alias, "names": sent.names, "numbers": sent.numbers, "note": sent.note,
        "pseudonym": sent.pseudonym, "agreement": asdict(sent.agreement),
    }  # fmt: skip
    account = {"bond": bond, "alias": sent.alias, "account": sent.account}
    said = {
        "muster_packet": 1,
        "vault": kit.vault,
        "who": base64.b64encode(encrypt_to(_padded(who), [kit.identities])).decode(),
        "account": base64.b64encode(encrypt_to(_padded(account), [kit.sealed])).decode(),
    }
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{sent.alias}.packet"
    # Whole or not at all: a cut packet would wait in the inbox for ever.
    draft = folder / f".{sent.alias}.new"
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def _padded(said: dict[str, Any]) -> bytes:
    raw = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return raw + b" " * (-len(raw) % _STEP)


def packets(folder: Path) -> list[Path]:
    """The packets that wait in ``folder``."""
    return sorted(p for p in folder.glob("*.packet") if ALIAS.fullmatch(p.stem))


def file_all(vault: Vault, inbox: Path, *, now: str) -> list[dict[str, Any]]:
    """Put everybody who was sent in into the vault; code, account and agreement of each go on.

    Filed twice, nothing is doubled. A packet that cannot be opened stays where it is, and is said.
    """
    filed: list[dict[str, Any]] = []
    keys = {what: vault.intake_keys(what) for what in KEYS}
    for path in packets(inbox):
        try:
            filed.append(_file_one(vault, path, keys, now))
        except MusterError as error:
            filed.append({"alias": path.stem, "problem": str(error), "account": b""})
    return filed


def _file_one(vault: Vault, path: Path, keys: dict[str, list[OwnKey]], now: str) -> dict[str, Any]:
    try:
        said = json.loads(path.read_bytes())
        who = json.loads(_opened(said["who"], keys[IDENTITIES]))
        account = json.loads(_opened(said["account"], keys[SEALED]))
        fits = who["bond"] == account["bond"] and who["alias"] == account["alias"] == path.stem
        agreement = Agreement(**{**who["agreement"], "uses": tuple(who["agreement"]["uses"])})
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityBroken(
            "this packet is cut", record=path.name, next_step="have it sent again"
        ) from error
    if not fits:
        raise IntegrityBroken(
            "this packet was put together from two", record=path.name, next_step="ask who sent it"
        )
    if path.stem not in vault.aliases():
        named = bool(who["names"])
        if named:
            vault.put(
                who["names"], numbers=who["numbers"], note=who["note"], pseudonym=who["pseudonym"], now=now,
                alias=path.stem,
            )  # fmt: skip
        else:
            vault.put((), pseudonym=who["pseudonym"], outside=True, now=now, alias=path.stem)
        vault.agree(agreement, now=now)
    return {
        "alias": path.stem,
        "problem": "",
        "account": account["account"].encode("utf-8", "surrogatepass"),
        "agreement": asdict(agreement),
    }


def _opened(sealed: str, keys: Sequence[OwnKey]) -> bytes:
    raw = base64.b64decode(sealed, validate=True)
    # The last character of a block holds bits that no byte has: another one there reads the same.
    as_written = base64.b64encode(raw).decode() == sealed
    for key in keys if as_written else ():
        try:
            return key.decrypt(raw)
        except MusterError:
            continue
    raise IntegrityBroken(
        "this packet was sealed for another vault, or it was altered",
        record="packet",
        next_step="compare the fingerprint of the sender's kit with this vault's",
    )


__all__ = ["Kit", "SentIn", "file_all", "packets", "write_packet"]
