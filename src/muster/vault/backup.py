"""Backups to named recipients, and the way back: an age file over a copy that is itself encrypted.

Never under a passphrase: who may restore is a list of public keys. A backup that was never restored is
a hope, so the drill restores it into a folder that is thrown away.
"""

from __future__ import annotations

import io
import os
import shutil
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from muster.model.errors import IntegrityBroken, Refused
from muster.vault.cabinet import Cabinet, Keyring
from muster.vault.cipher import open_cipher, whole
from muster.vault.holders import OwnKey
from muster.vault.ledger import chained, lines
from muster.vault.open import Hold, Vault
from muster.vault.roles import IDENTITIES, SEALED

_MEMBERS = ("identities.db", "keyring.json", "sealed.db")


def write_backup(vault: Vault, target: Path, to: Sequence[str], *, now: str, hold: Hold | None = None) -> int:
    """A backup at ``target`` that each recipient (default: every custodian) can open; its size in bytes.

    Raises Refused where a file is there.
    """
    import pyrage

    if target.exists():
        raise Refused("there is a file here already", record=str(target), next_step="choose another name")
    public = list(to) or [h.public for h in vault.ring.of(IDENTITIES)]
    recipients = [pyrage.x25519.Recipient.from_str(p) for p in public]
    # Only ciphertext ever lies in this folder: it is beside the vault, not in a place for all.
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=vault.cabinet.folder) as folder:
        place = Path(folder)
        vault.snapshot(place, now=now, hold=hold)
        with tarfile.open(place / "all.tar", "w") as tar:
            for name in _MEMBERS:
                if (place / name).exists():
                    tar.add(place / name, name, recursive=False, filter=_nobodys)
        draft = target.with_name(target.name + ".new")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with (place / "all.tar").open("rb") as plain, os.fdopen(handle, "wb") as sealed:
            pyrage.encrypt_io(plain, sealed, recipients)
            sealed.flush()
            os.fsync(sealed.fileno())
        draft.rename(target)
    return target.stat().st_size


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    # Not whose account it was, nor when.
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    return member


def restore(source: Path, folder: Path, *, code: str, own: OwnKey) -> dict[str, int]:
    """Unpack a backup into ``folder``, where no vault may be, and check all of it; what it holds.

    Raises Refused for a key it was not made for; IntegrityBroken where it was cut or altered. Nothing is
    left behind then.
    """
    if folder.exists():
        raise Refused(
            "there is a vault, or a file, here already", record=str(folder), next_step="move it away"
        )
    members = _members(source, own)
    ring = Keyring.read(members["keyring.json"], source)
    cabinet = Cabinet(folder)
    draft = cabinet.draft(ring.generation)
    try:
        for name in _MEMBERS[::2]:
            if name in members:
                (draft / name).touch(mode=0o600)
                (draft / name).write_bytes(members[name])
        counts = _checked(draft, ring, code, own)
        cabinet.switch(draft, ring)
    except BaseException:
        shutil.rmtree(folder)
        raise
    return counts


def _members(source: Path, own: OwnKey) -> dict[str, bytes]:
    import pyrage

    opened = io.BytesIO()
    try:
        with source.open("rb") as sealed:
            pyrage.decrypt_io(sealed, opened, [pyrage.x25519.Identity.from_str(own.secret)])
    except FileNotFoundError as error:
        raise Refused("there is no backup here", record=str(source)) from error
    except Exception as error:
        raise IntegrityBroken(
            "this backup was not made for this key, or it was cut or altered",
            record=str(source),
            next_step="try the key of another recipient, then another copy of the backup",
        ) from error
    opened.seek(0)
    found: dict[str, bytes] = {}
    with tarfile.open(fileobj=opened) as tar:
        for member in tar:
            # Names are compared, never used as paths.
            if member.isfile() and member.name in _MEMBERS and (file := tar.extractfile(member)):
                found[member.name] = file.read()
    if not {"identities.db", "keyring.json"} <= found.keys():
        raise IntegrityBroken("this backup lacks a part", record=str(source), next_step="take another copy")
    return found


def _checked(draft: Path, ring: Keyring, code: str, own: OwnKey) -> dict[str, int]:
    db = open_cipher(draft / "identities.db", ring.data_key(IDENTITIES, code, own))
    try:
        whole(db, draft)
        found = list(lines(db))
        chained(found, str(draft))
        (identities,) = db.execute("SELECT count(*) FROM identities").fetchone()
    finally:
        db.close()
    if (draft / "sealed.db").exists():
        sealed = open_cipher(draft / "sealed.db", ring.data_key(SEALED, code, own))
        try:
            whole(sealed, draft)
        finally:
            sealed.close()
    return {"identities": int(identities), "ledger lines": len(found), "generation": ring.generation}


def drill(source: Path, *, code: str, own: OwnKey, work: Path) -> dict[str, int]:
    """Restore into a folder that is thrown away, to know that it can be done; what it held."""
    with tempfile.TemporaryDirectory(prefix=".drill-", dir=work) as folder:
        return restore(source, Path(folder) / "vault", code=code, own=own)


__all__ = ["drill", "restore", "write_backup"]
