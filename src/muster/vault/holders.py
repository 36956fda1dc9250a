"""A holder's own key: an age identity that lies on his machine under an Argon2id passphrase."""

from __future__ import annotations

import base64
import json
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from muster.model.errors import IntegrityBroken, NotFound, Refused, Usage
from muster.vault.roles import OPENS

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,31}")
_SHORTEST = 12
# A file that somebody sent must not ask for all memory and a day.
_MOST_KIB, _MOST_PASSES, _MOST_LANES = 1 << 20, 16, 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: Argon2id, 64 MiB, three passes, four lanes (0.6 s here)."""

    kib: int = 65_536
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody a key is wrapped for, by a code and never by a name. ``public``: an age recipient."""

    code: str
    role: str
    public: str

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise Usage("a holder has a code of letters, digits and -", record=ascii(self.code))
        if self.role not in OPENS:
            raise Usage("there is no such role", record=self.role, next_step=f"one of: {', '.join(OPENS)}")
        try:
            _age().x25519.Recipient.from_str(self.public)
        except Exception as error:
            raise Usage("this is no age recipient (age1…)", record=self.code) from error


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A holder's private key, unlocked, in memory only."""

    public: str
    secret: str = field(repr=False)

    def decrypt(self, sealed: bytes) -> bytes:
        """Raises Refused where it was not encrypted to this key, or was altered."""
        try:
            return bytes(_age().decrypt(sealed, [_age().x25519.Identity.from_str(self.secret)]))
        except _age().DecryptError as error:
            raise Refused(
                "this was not encrypted to this key, or it was altered",
                next_step="use the key of a holder it was made for, or go back to a backup",
            ) from error


def new_key() -> OwnKey:
    """A fresh age key pair."""
    identity = _age().x25519.Identity.generate()
    return OwnKey(str(identity.to_public()), str(identity))


def encrypt_to(plain: bytes, public: Sequence[str]) -> bytes:
    """An age file that each of these recipients can open. Raises Usage where there are none."""
    if not public:
        raise Usage("nobody is named who could open it again")
    return bytes(_age().encrypt(plain, [_age().x25519.Recipient.from_str(p) for p in public]))


def make_own_key(folder: Path, code: str, passphrase: str, *, cost: Cost | None = None) -> OwnKey:
    """A new private key, kept in ``folder`` under the passphrase. Raises Refused where one is there."""
    path = _path(folder, code)
    if len(passphrase) < _SHORTEST:
        raise Refused(
            f"a passphrase has at least {_SHORTEST} characters", next_step="take five words drawn by dice"
        )
    cost, key, salt, nonce = cost or Cost(), new_key(), secrets.token_bytes(16), secrets.token_bytes(12)
    head = {
        "muster_key": 1, "code": code, "public": key.public, "kdf": "argon2id", "kib": cost.kib,
        "passes": cost.passes, "lanes": cost.lanes, "salt": salt.hex(), "nonce": nonce.hex(),
    }  # fmt: skip
    sealed = _cipher(passphrase, salt, cost).encrypt(nonce, key.secret.encode(), _bound(head))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Refused(
            "this holder has a key on this machine already", record=code, next_step="choose another code"
        ) from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump({**head, "sealed": base64.b64encode(sealed).decode()}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    return key


def unlock_own_key(folder: Path, code: str, passphrase: str) -> OwnKey:
    """The private key of ``code``. Raises NotFound, IntegrityBroken; Refused for a wrong passphrase."""
    head = _head(folder, code)
    cost = Cost(int(str(head["kib"])), int(str(head["passes"])), int(str(head["lanes"])))
    from cryptography.exceptions import InvalidTag

    try:
        sealed = base64.b64decode(str(head.pop("sealed")), validate=True)
        salt, nonce = (bytes.fromhex(str(head[name])) for name in ("salt", "nonce"))
        if len(salt) != 16 or len(nonce) != 12:
            raise ValueError
    except ValueError as error:
        raise _altered(_path(folder, code)) from error
    try:
        secret = _cipher(passphrase, salt, cost).decrypt(nonce, sealed, _bound(head))
    except InvalidTag as error:
        raise Refused(
            "the passphrase does not open this key, or the key file was altered",
            record=code,
            next_step="try again; without it only another custodian or two recovery shares help",
        ) from error
    return OwnKey(str(head["public"]), secret.decode())


def public_of(folder: Path, code: str) -> str:
    """The age recipient of a key on this machine. Raises NotFound, IntegrityBroken."""
    return str(_head(folder, code)["public"])


def _head(folder: Path, code: str) -> dict[str, object]:
    path = _path(folder, code)
    try:
        head = json.loads(path.read_text("ascii"))
        fits = (
            head["muster_key"] == 1
            and 8 <= head["kib"] <= _MOST_KIB
            and 1 <= head["passes"] <= _MOST_PASSES
            and 1 <= head["lanes"] <= _MOST_LANES
            and all(isinstance(head[n], str) for n in ("code", "public", "salt", "nonce", "sealed"))
        )
    except FileNotFoundError as error:
        raise NotFound(
            "there is no key of this holder on this machine",
            record=code,
            next_step="'muster vault key CODE' makes one",
        ) from error
    except (ValueError, KeyError, TypeError):
        fits = False
    if not fits:
        raise _altered(path)
    return dict(head)


def _altered(path: Path) -> IntegrityBroken:
    return IntegrityBroken(
        "the key file is cut or altered", record=str(path), next_step="put it back from a copy"
    )


def _path(folder: Path, code: str) -> Path:
    if not _CODE.fullmatch(code):
        raise Usage("a holder has a code of letters, digits and -", record=ascii(code))
    return folder / f"{code}.key"


def _bound(head: dict[str, object]) -> bytes:
    # The ciphertext is bound to code, public key and costs: none can be exchanged under it.
    return json.dumps(head, sort_keys=True).encode()


def _cipher(passphrase: str, salt: bytes, cost: Cost) -> ChaCha20Poly1305:
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(
        hash_secret_raw(passphrase.encode(), salt, cost.passes, cost.kib, cost.lanes, 32, Type.ID)
    )


def _age() -> Any:
    import pyrage

    return pyrage


__all__ = [
    "Cost",
    "Holder",
    "OwnKey",
    "encrypt_to",
    "make_own_key",
    "new_key",
    "public_of",
    "unlock_own_key",
]
