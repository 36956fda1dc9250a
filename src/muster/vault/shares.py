"""Two of three: recovery words (SLIP-39) that open the vault when every custodian's key is lost.

The words restore a secret; under it lies, in the keyring, the private key of one more holder. Words once
given stay good when keys are rotated; made anew, the old ones are worthless.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING

from muster.model.errors import Refused
from muster.vault.cabinet import RECOVERY, Keyring
from muster.vault.holders import Holder, OwnKey, new_key
from muster.vault.open import Entropy, Hold, Vault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_NEEDED, _MADE = 2, 3


def make_shares(vault: Vault, *, now: str, entropy: Entropy, hold: Hold | None = None) -> tuple[str, ...]:
    """Three lists of 33 words, of which any two restore; they are shown once and kept nowhere."""
    from shamir_mnemonic import generate_mnemonics

    secret, key = entropy(32), new_key()
    sealed = _cipher(secret).encrypt(_nonce(key.public), key.secret.encode(), key.public.encode())
    holders = [h for h in vault.ring.holders if h.code != RECOVERY]
    vault.rotate(
        [*holders, Holder(RECOVERY, "custodian", key.public)],
        now=now, why="recovery shares made", entropy=entropy, hold=hold, recovery=sealed,
    )  # fmt: skip
    return tuple(generate_mnemonics(1, [(_NEEDED, _MADE)], secret)[0])


def recovered(ring: Keyring, words: Sequence[str]) -> OwnKey:
    """The recovery holder's key out of two of the three lists. Raises Refused."""
    from cryptography.exceptions import InvalidTag
    from shamir_mnemonic import MnemonicError, combine_mnemonics

    try:
        public = ring.holder(RECOVERY).public
        secret = combine_mnemonics([" ".join(each.split()) for each in words])
        opened = _cipher(secret).decrypt(_nonce(public), ring.recovery, public.encode())
    except MnemonicError as error:
        raise Refused(
            "these words do not fit together",
            next_step=f"{_NEEDED} different lists of the same making are needed, in any order",
        ) from error
    except (InvalidTag, ValueError) as error:
        raise Refused(
            "these words are of another making, or of another vault",
            next_step="take the lists that were made last",
        ) from error
    return OwnKey(public, opened.decode())


def _cipher(secret: bytes) -> ChaCha20Poly1305:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(secret)


def _nonce(public: str) -> bytes:
    # The secret seals this one key and nothing else, ever; a fixed nonce is then no weakness.
    return base64.b32encode(public.encode())[-12:]


__all__ = ["RECOVERY", "make_shares", "recovered"]
