"""The gate: what leaves is built beside its place, checked, and put there only if nothing forbids it.

A release is a BagIt folder whose tag manifest is signed. Its reader needs sha256sum and openssl.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict
from pathlib import Path

from muster import __version__
from muster.model.errors import IntegrityBroken, NotFound, Refused
from muster.publish.export import json_line
from muster.publish.files import private_folder, whole_file
from muster.publish.public import public_page
from muster.publish.release import Departure, departure
from muster.store import Store
from muster.workflows.project import Desk
from muster.workflows.vault import ask, place, unlocked

VERIFY = (
    "sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt && openssl pkeyutl -verify -pubin -inkey "
    "public-key.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig"
)
_SIGNED = ("tagmanifest-sha256.txt.sig", "public-key.pem", "tagmanifest-sha256.txt")
# The header of an Ed25519 public key in DER (RFC 8410).
_SPKI = bytes.fromhex("302a300506032b6570032100")
UNCHECKED = "combinations (place, unit, number, days): no population table was given, so k is unknown"


def leaving(store: Store, level: str) -> Departure:
    """What would leave with a release of this level; nothing is written."""
    return departure(store, level, secret=os.urandom(32))


def build(store: Store, folder: Path, found: Departure, *, level: str, desk: Desk, title: str = "") -> Path:
    """Write the release into ``folder``, which must not be there. Raises Refused where the check forbids."""
    if folder.exists():
        raise Refused("there is something here already", record=str(folder), next_step="name a new folder")
    if desk.sealed and level != "internal":
        raise Refused(
            "sealed papers do not leave so",
            next_step="'muster interview release' makes a code and a claim of what may be known",
        )
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        private_folder(part)
        _write(store, part, found, level, title or desk.project.stem, desk)
        forbidden = check(part, desk)
        if forbidden:
            raise Refused(
                f"this must not leave: {'; '.join(forbidden)}", next_step="mend it, then build again"
            )
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder


def _write(store: Store, part: Path, found: Departure, level: str, title: str, desk: Desk) -> None:
    private_folder(part / "data")
    rows = b"".join(json_line(asdict(p)) + b"\n" for p in found.passages)
    head = store.head()
    custody: dict[str, str | int] = {
        "head": head.hash,
        "lines": head.seq,
        "public key": head.public_key,
        "signature": head.signature,
    }
    if level != "public":
        custody["project"] = store.project().id
    papers = sorted({(p.sha256, p.published, p.source) for p in found.passages})
    documents = [{"sha256": digest, "published": day, "source": name} for digest, day, name in papers]
    proof = json.dumps({"ledger": custody, "documents": documents}, ensure_ascii=False, indent=1)
    page = public_page(
        store, found, level=level, title=title, made=desk.now, version=__version__, verify=VERIFY,
        head={name: str(value) for name, value in custody.items()}, unchecked=UNCHECKED,
    )  # fmt: skip
    about = f"Bagging-Date: {desk.now[:10]}\nExternal-Description: Muster release, level {level}\n"
    files = {
        "data/dossier.html": "".join(page).encode("utf-8", "replace"),
        "data/passages.jsonl": rows,
        "data/custody.json": proof.encode("utf-8", "replace") + b"\n",
        "data/READ-ME.txt": f"Check this folder, inside it:\n\n    {VERIFY}\n".encode(),
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": about.encode(),
    }
    files["manifest-sha256.txt"] = _manifest({n: b for n, b in files.items() if n.startswith("data/")})
    tags = _manifest({n: b for n, b in files.items() if not n.startswith("data/")})
    keys = desk.keys()
    files["tagmanifest-sha256.txt"] = tags
    files["tagmanifest-sha256.txt.sig"] = bytes.fromhex(keys.sign_words(tags.decode()))
    files["public-key.pem"] = _pem(keys.public_key)
    for name, raw in files.items():
        with whole_file(part / name) as out:
            out.write(raw)


def _manifest(files: dict[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(raw).hexdigest()}  {name}\n" for name, raw in sorted(files.items()))
    return "".join(lines).encode()


def _pem(public_key: str) -> bytes:
    import base64

    body = base64.b64encode(_SPKI + bytes.fromhex(public_key)).decode()
    return f"-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n".encode()


def check(folder: Path, desk: Desk) -> list[str]:
    """What forbids that this release leaves: a sentence each, which names no person and no unit.

    Raises NotFound; IntegrityBroken where the folder is not as it was built.
    """
    if not (folder / "tagmanifest-sha256.txt").is_file():
        raise NotFound("this is no release", record=str(folder), next_step="'muster release build' makes one")
    _intact(folder)
    forbidden = []
    if place(desk).there and not unlocked(desk):
        forbidden.append("the vault is locked, so nobody can say that no protected name is in it")
    elif place(desk).there:
        for path in _files(folder):
            hits = ask(desk, "scan", text=path.read_bytes().decode("utf-8", "replace"))
            if hits:
                forbidden.append(f"{path.name} holds {len(hits)} names that the vault keeps")
    return forbidden


def _intact(folder: Path) -> None:
    listed = {}
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in (folder / name).read_text("utf-8").splitlines():
            digest, _, path = line.partition("  ")
            listed[path] = digest
    there = {p.relative_to(folder).as_posix(): p for p in _files(folder)}
    for path, digest in listed.items():
        if path not in there or hashlib.sha256(there[path].read_bytes()).hexdigest() != digest:
            raise IntegrityBroken("this file is not as it was built", record=path)
    for path in there.keys() - listed.keys() - set(_SIGNED):
        raise IntegrityBroken("this file was put here after the release was built", record=path)


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


__all__ = ["UNCHECKED", "VERIFY", "build", "check", "leaving"]
