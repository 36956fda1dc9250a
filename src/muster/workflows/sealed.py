"""The sealed project: the same errands on a second, encrypted file, while its vault is unlocked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from muster.store import Store
from muster.workflows.project import Desk
from muster.workflows.vault import place, unlocked
from muster.workflows.vault_door import sealed_at


def has_vault(desk: Desk) -> bool:
    """Whether protected documents of this project are to be sealed. Not within the sealed file itself."""
    return not desk.sealed and place(desk).there


def open_sealed(desk: Desk, *, readonly: bool = False) -> Store:
    """The sealed project, made with its first opening. Raises NotFound where the vault is locked."""
    return sealed_at(place(desk), desk.keys(), desk.now, readonly=readonly)


@contextmanager
def sealed_beside(desk: Desk) -> Iterator[Store | None]:
    """The sealed project beside the open one; None where there is no vault, or it is locked."""
    if not has_vault(desk) or not unlocked(desk):
        yield None
        return
    with open_sealed(desk) as store:
        yield store


__all__ = ["has_vault", "open_sealed", "sealed_beside"]
