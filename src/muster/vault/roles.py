"""Roles are keys: what a holder can open is what is wrapped for him, and nothing else keeps him out.

A file on a laptop obeys whoever holds its key, so a flag that says "may not" would be a wish. The
table below is the one in ``docs/why/decisions/roles-and-keys.md``; a test reads both.
"""

from __future__ import annotations

from muster.model.errors import Usage

IDENTITIES, SEALED, LOG = "identities", "sealed", "log"

# Role → what is encrypted to him. The open project needs no key; what is sent in needs only public ones.
OPENS: dict[str, frozenset[str]] = {
    "reader": frozenset(),
    "analyst": frozenset({SEALED}),
    "interviewer": frozenset(),
    "lawyer": frozenset({SEALED}),
    "custodian": frozenset({IDENTITIES, SEALED, LOG}),
    "publisher": frozenset(),
    "auditor": frozenset({LOG}),
    "admin": frozenset(),
}

# Action → what must be open for it. "" needs nothing but the files.
NEEDS: dict[str, str] = {
    "read the open project": "",
    "send in an interview": "",
    "copy the encrypted files": "",
    "read sealed papers": SEALED,
    "add sealed papers": SEALED,
    "file what was sent in": IDENTITIES,
    "list codes": IDENTITIES,
    "look at an identity": IDENTITIES,
    "approve a look": IDENTITIES,
    "search a text for names": IDENTITIES,
    "put pseudonyms into a text": IDENTITIES,
    "add or remove a holder": IDENTITIES,
    "make a backup": IDENTITIES,
    "read the vault's ledger": LOG,
}


def opens(role: str, what: str) -> bool:
    """Whether a holder of this role is given the key to ``what``. Raises Usage for no role."""
    if role not in OPENS:
        raise Usage("there is no such role", record=role, next_step=f"one of: {', '.join(sorted(OPENS))}")
    return what in OPENS[role]


__all__ = ["IDENTITIES", "LOG", "NEEDS", "OPENS", "SEALED", "opens"]
