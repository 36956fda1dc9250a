"""The door of a project's vault: where it lies, one question to it, and the sealed file behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muster.model.errors import NotFound
from muster.store import Keys, Store
from muster.store.connect import sealed as connector
from muster.vault import line
from muster.vault.cabinet import Cabinet


@dataclass(frozen=True, slots=True)
class Place:
    """Where a project's vault lies, and where this machine keeps holders' keys and the door to it."""

    folder: Path
    keys: Path
    run: Path

    @property
    def there(self) -> bool:
        """Whether the project has a vault here."""
        return Cabinet(self.folder).there

    @property
    def socket(self) -> Path:
        """The door of an unlocked vault. Raises NotFound, IntegrityBroken."""
        return self.run / f"{Cabinet(self.folder).keyring().vault}.sock"

    @property
    def sealed(self) -> Path:
        """The sealed project's file, in the generation that holds. Raises NotFound, IntegrityBroken."""
        return Cabinet(self.folder).generation() / "sealed.db"


def place_of(project: Path, state: Path) -> Place:
    """The vault's place: beside the project; keys and door in the state folder."""
    return Place(project.absolute().with_suffix(".vault"), state / "keys", state / "run")


def ask_at(place: Place, now: str, do: str, files: Sequence[int] = (), **question: Any) -> Any:
    """One question to the unlocked vault. Raises NotFound where it is locked, and what it answers with."""
    return line.ask(place.socket, {"do": do, "now": now, **question}, files)


def sealed_at(place: Place, keys: Keys, now: str, *, readonly: bool = False) -> Store:
    """The sealed project, made with its first opening. Raises NotFound where the vault is locked."""
    if not place.there:
        raise NotFound(
            "this project has no vault, and so no sealed file",
            record=str(place.folder),
            next_step="'muster vault init' makes both",
        )
    connect = connector(bytes.fromhex(ask_at(place, now, "sealed")))
    path: Path = place.sealed
    if not path.exists():
        Store.create(path, connect=connect, keys=keys, now=now).close()
    return Store.open(path, connect=connect, keys=keys, readonly=readonly)


__all__ = ["Place", "ask_at", "place_of", "sealed_at"]
