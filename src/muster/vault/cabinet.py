"""The folder of a vault: generations, of which a one-line file names the one that holds.

    desk.vault/CURRENT              the name of the generation that holds: the one switch
    desk.vault/g000002/keyring.json who holds which key; the data keys, wrapped once a holder (age)
    desk.vault/g000002/identities.db, sealed.db     SQLCipher, each under a random key of its own
    desk.vault/inbox/               what interviewers sent in, encrypted to the intake keys
    desk.vault/audit.log            the ledger's lines, encrypted to the auditors

A change of keys or holders writes a whole new generation, checks it, and renames one file. Killed
before, the old one holds and the draft is swept away; killed after, the new one does.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from muster.model.errors import IntegrityBroken, NotFound, Refused
from muster.vault.holders import Holder, OwnKey, encrypt_to
from muster.vault.roles import IDENTITIES, LOG, OPENS, SEALED

KEYS = (IDENTITIES, SEALED)
# The holder whose private key the recovery shares restore; nobody in the flesh.
RECOVERY = "recovery"
_NAME = re.compile(r"g(\d{6})")
_VAULT_ID = re.compile(r"vault-[0-9a-f]{24}")


@dataclass(frozen=True, slots=True)
class Keyring:
    """Who holds which key of one generation. ``wrapped``: key → holder's code → age file.

    ``intake``: key → the public key that what is sent in is encrypted to. ``recovery``: the private
    key of the recovery holder under the secret that the shares restore; empty where none were made.
    """

    vault: str
    generation: int
    holders: tuple[Holder, ...]
    wrapped: Mapping[str, Mapping[str, bytes]]
    intake: Mapping[str, str]
    recovery: bytes = b""

    def holder(self, code: str) -> Holder:
        """Raises NotFound."""
        for each in self.holders:
            if each.code == code:
                return each
        raise NotFound(
            "nobody of that code holds a key of this vault",
            record=code,
            next_step="'muster vault holders' lists them; a holder who was removed needs a new key",
        )

    def of(self, what: str) -> list[Holder]:
        """The holders whose role opens ``what``."""
        return [h for h in self.holders if what in OPENS[h.role]]

    def data_key(self, what: str, code: str, own: OwnKey) -> bytes:
        """The 32 bytes that open ``what``. Raises NotFound, Refused where this role is not given them."""
        holder = self.holder(code)
        sealed = self.wrapped.get(what, {}).get(code)
        if sealed is None:
            raise Refused(
                f"a {holder.role} holds no key to the {what}", record=code, next_step="ask a custodian"
            )
        return own.decrypt(sealed)

    def written(self) -> bytes:
        """The bytes of keyring.json."""
        said = {
            "muster_keyring": 1,
            "vault": self.vault,
            "generation": self.generation,
            "holders": [{"code": h.code, "role": h.role, "public": h.public} for h in self.holders],
            "intake": dict(self.intake),
            "recovery": base64.b64encode(self.recovery).decode(),
            "wrapped": {
                what: {code: base64.b64encode(sealed).decode() for code, sealed in by_code.items()}
                for what, by_code in self.wrapped.items()
            },
        }
        return json.dumps(said, indent=1).encode()

    def digest(self) -> str:
        """The sha256 of the keyring as written; kept inside the vault, so that no holder is slipped in."""
        return hashlib.sha256(self.written()).hexdigest()

    @classmethod
    def read(cls, raw: bytes, where: Path) -> Keyring:
        """Raises IntegrityBroken where it is cut or is no keyring."""
        try:
            said = json.loads(raw)
            if said["muster_keyring"] != 1 or not _VAULT_ID.fullmatch(said["vault"]):
                raise ValueError
            return cls(
                said["vault"],
                int(said["generation"]),
                tuple(Holder(h["code"], h["role"], h["public"]) for h in said["holders"]),
                {
                    what: {code: base64.b64decode(sealed, validate=True) for code, sealed in by_code.items()}
                    for what, by_code in said["wrapped"].items()
                },
                {what: str(said["intake"][what]) for what in KEYS},
                base64.b64decode(said["recovery"], validate=True),
            )
        except Exception as error:
            raise IntegrityBroken(
                "the keyring is cut or altered; the keys themselves are unharmed in every backup",
                record=str(where),
                next_step="'muster vault restore' a backup; this folder is left as it is",
            ) from error


def wrap(data_keys: Mapping[str, bytes], holders: Sequence[Holder]) -> dict[str, dict[str, bytes]]:
    """Each data key, encrypted once for each holder whose role opens it."""
    return {
        what: {h.code: encrypt_to(key, [h.public]) for h in holders if what in OPENS[h.role]}
        for what, key in data_keys.items()
    }


class Cabinet:
    """The folder and its switch. It knows nothing of what the encrypted files hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def there(self) -> bool:
        """Whether a vault is here, whole or not."""
        return (self.folder / "CURRENT").exists()

    def generation(self) -> Path:
        """The folder of the generation that holds. Raises NotFound, IntegrityBroken."""
        switch = self.folder / "CURRENT"
        try:
            name = switch.read_text("ascii").strip()
        except FileNotFoundError as error:
            raise NotFound(
                "there is no vault here", record=str(self.folder), next_step="'muster vault init' makes one"
            ) from error
        except ValueError:
            name = ""
        if not _NAME.fullmatch(name) or not (self.folder / name).is_dir():
            raise IntegrityBroken(
                "the switch of this vault names no generation",
                record=str(switch),
                next_step="if one folder g… is left, write its name into CURRENT; else restore a backup",
            )
        return self.folder / name

    def keyring(self) -> Keyring:
        """The keyring that holds. Raises NotFound, IntegrityBroken."""
        folder = self.generation()
        path = folder / "keyring.json"
        try:
            raw = path.read_bytes()
        except FileNotFoundError as error:
            raise IntegrityBroken(
                "the keyring is gone: if it was destroyed on purpose, only a backup opens this vault",
                record=str(path),
                next_step="'muster vault restore' a backup",
            ) from error
        ring = Keyring.read(raw, path)
        if f"g{ring.generation:06d}" != folder.name:
            raise IntegrityBroken(
                f"this keyring is of generation {ring.generation}, its folder of another",
                record=str(path),
                next_step="an older keyring was put back; restore a backup",
            )
        return ring

    def leftovers(self) -> list[Path]:
        """Generations that do not hold: what an interrupted change of keys left."""
        holding = self.generation().name
        return sorted(
            p
            for p in self.folder.glob("g*")
            if _NAME.fullmatch(p.name.removesuffix(".new")) and p.name != holding and not p.is_symlink()
        )

    def sweep(self) -> int:
        """Remove what an interrupted change left; its keys go with it. Returns how many."""
        found = self.leftovers()
        for path in found:
            shutil.rmtree(path)
        return len(found)

    def draft(self, generation: int) -> Path:
        """An empty folder for the next generation, which holds nothing yet."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.folder / f"g{generation:06d}.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        return draft

    def switch(self, draft: Path, ring: Keyring) -> Path:
        """Make ``draft`` the generation that holds: everything on the disk first, then one rename."""
        (draft / "keyring.json").touch(mode=0o600)
        (draft / "keyring.json").write_bytes(ring.written())
        for path in draft.iterdir():
            _to_disk(path)
        final = draft.with_suffix("")
        shutil.rmtree(final, ignore_errors=True)
        draft.rename(final)
        _to_disk(self.folder)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".current-")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(final.name + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(self.folder / "CURRENT")
        _to_disk(self.folder)
        return final

    def destroy(self) -> None:
        """Delete the wrapped keys: what is encrypted here can then be opened by nobody, here."""
        ring = self.generation() / "keyring.json"
        if ring.exists():
            size = ring.stat().st_size
            with ring.open("r+b") as file:
                file.write(secrets.token_bytes(size))
                file.flush()
                os.fsync(file.fileno())
            ring.unlink()
        self.sweep()
        _to_disk(self.generation())


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def next_generation(
    ring: Keyring, *, holders: Sequence[Holder], data_keys: Mapping[str, bytes], intake: Mapping[str, str]
) -> Keyring:
    """The keyring of the generation after ``ring``. Raises Refused where no custodian would be left."""
    if not any(h.role == "custodian" for h in holders):
        raise Refused(
            "a vault has at least one custodian", next_step="add the new custodian before the old one goes"
        )
    codes = [h.code for h in holders]
    if len(set(codes)) != len(codes):
        raise Refused("two holders cannot have one code", record=", ".join(sorted(codes)))
    return Keyring(
        ring.vault, ring.generation + 1, tuple(holders), wrap(data_keys, holders), dict(intake), ring.recovery
    )


__all__ = [
    "IDENTITIES",
    "KEYS",
    "LOG",
    "RECOVERY",
    "SEALED",
    "Cabinet",
    "Keyring",
    "next_generation",
    "wrap",
]
