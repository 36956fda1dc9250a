"""The installation's signing key (Ed25519), and the heads of ledgers that it keeps outside the projects."""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from muster.model.errors import Refused

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_KEY_FILE = "signing-key"
_PLAIN_NAME = re.compile(r"[a-z0-9-]{1,80}")


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a custody ledger: its last line's number and hash, signed. All hexadecimal but ``seq``."""

    project: str
    seq: int
    hash: str
    public_key: str
    signature: str

    def message(self) -> bytes:
        """What is signed."""
        return f"muster head 1\n{self.project}\n{self.seq}\n{self.hash}\n".encode()

    def holds(self) -> bool:
        """Whether the signature is that of the key named in it."""
        return signature_holds(self.public_key, self.signature, self.message())


def signature_holds(public_key: str, signature: str, words: bytes) -> bool:
    """Whether ``signature`` is that of ``public_key`` (both hexadecimal) under ``words``."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(bytes.fromhex(signature), words)
    except (InvalidSignature, ValueError):
        return False
    return True


class Keys:
    """The state folder of an installation: ``signing-key`` (mode 0600) and ``heads/<project>.json``."""

    def __init__(self, state: Path) -> None:
        self.state = state

    @classmethod
    def load(cls, state: Path) -> Keys:
        """The keys of the installation whose state folder this is; made on first use."""
        return cls(Path(state))

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        path = self.state / _KEY_FILE
        try:
            if not path.exists():
                self._make(path)
        except OSError as error:
            raise Refused(
                f"no signing key can be made ({error.strerror})",
                record=str(self.state),
                next_step="name a folder that you can write to with MUSTER_STATE",
            ) from error
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise Refused("others can read the signing key", record=str(path), next_step=f"chmod 600 {path}")
        raw = path.read_bytes()
        if len(raw) != 32:
            raise Refused(
                "the signing key is damaged",
                record=str(path),
                next_step="put it back from a copy; moving it away makes a new one, which others do not know",
            )
        return Ed25519PrivateKey.from_private_bytes(raw)

    def _make(self, path: Path) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self.state.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=self.state, prefix=".new-key-")  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(Ed25519PrivateKey.generate().private_bytes_raw())
                file.flush()
                os.fsync(file.fileno())
            # link, not rename: of two processes that start together one makes the key, both use it.
            with contextlib.suppress(FileExistsError):
                os.link(name, path)
        finally:
            Path(name).unlink(missing_ok=True)

    @cached_property
    def public_key(self) -> str:
        """The public key, 64 hexadecimal digits."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, project: str, seq: int, hash: str) -> Head:
        """The signed head of a ledger."""
        head = Head(project, seq, hash, self.public_key, "")
        return Head(project, seq, hash, self.public_key, self._private.sign(head.message()).hex())

    def sign_words(self, words: str) -> str:
        """The signature of a short statement, 128 hexadecimal digits; it must say what it is about."""
        return self._private.sign(words.encode()).hex()

    def keep(self, head: Head) -> None:
        """Write ``head`` outside the project, whole or not at all."""
        path = self._head_path(head.project)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".head-")
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                json.dump({n: getattr(head, n) for n in Head.__slots__}, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def kept(self, project: str) -> Head | None:
        """The head kept outside, or None where this installation never wrote to the project.

        Raises Refused where the file is there and cannot be read as a head.
        """
        path = self._head_path(project)
        try:
            return Head(**json.loads(path.read_text("ascii")))
        except FileNotFoundError:
            return None
        except (ValueError, TypeError) as error:
            raise Refused("the head kept outside the project is damaged", record=str(path)) from error

    def _head_path(self, project: str) -> Path:
        # The id comes out of a file that somebody may have sent: it must not name another place.
        if not _PLAIN_NAME.fullmatch(project):
            raise Refused("the project's id is not an id", record=ascii(project))
        return self.state / "heads" / f"{project}.json"


__all__ = ["Head", "Keys", "signature_holds"]
