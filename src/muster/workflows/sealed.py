"""The sealed project: the same errands on a second, encrypted file, while its vault is unlocked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from muster.model.errors import NotFound
from muster.store import Store
from muster.store.connect import sealed as connector
from muster.workflows.project import Desk
from muster.workflows.vault import ask, place, unlocked


def has_vault(desk: Desk) -> bool:
    """Whether protected documents of this project are to be sealed. Not within the sealed file itself."""
    return not desk.sealed and place(desk).there


def open_sealed(desk: Desk, *, readonly: bool = False) -> Store:
    """The sealed project, made with its first opening. Raises NotFound where the vault is locked."""
    if not place(desk).there:
        raise NotFound(
            "this project has no vault, and so no sealed file",
            record=str(place(desk).folder),
            next_step="'muster vault init' makes both",
        )
    connect = connector(bytes.fromhex(ask(desk, "sealed")))
    path: Path = place(desk).sealed
    if not path.exists():
        Store.create(path, connect=connect, keys=desk.keys(), now=desk.now).close()
    return Store.open(path, connect=connect, keys=desk.keys(), readonly=readonly)


@contextmanager
def sealed_beside(desk: Desk) -> Iterator[Store | None]:
    """The sealed project beside the open one; None where there is no vault, or it is locked."""
    if not has_vault(desk) or not unlocked(desk):
        yield None
        return
    with open_sealed(desk) as store:
        yield store


__all__ = ["has_vault", "open_sealed", "sealed_beside"]
