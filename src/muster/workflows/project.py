"""Where a project is, who signs for it, and what time it is: handed to every errand, reached for by none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from muster.model.errors import NotFound, Usage
from muster.store import Keys, Store
from muster.store.connect import translated
from muster.workflows.vault_door import place_of, sealed_at


@dataclass(frozen=True, slots=True)
class Desk:
    """One installation at work: the project file, the folder of its signing key, and the time.

    ``sealed``: what is opened is the project's sealed file, through its unlocked vault.
    ``now``: ISO 8601 with zone; one errand has one time, so that a run is one moment in the ledger.
    """

    project: Path
    state: Path
    now: str
    cores: int | None = None
    sealed: bool = False

    @property
    def dossier(self) -> Path:
        """Where the working dossier of this project is written: beside it."""
        return self.project.with_suffix(".html")

    def keys(self) -> Keys:
        """The installation's signing key; made on first use."""
        return Keys.load(self.state)

    def open(self, *, readonly: bool = False) -> Store:
        """The project, which must be there.

        Raises NotFound, NotAProject, NewerProject, ProjectLocked.
        """
        if self.sealed:
            door = place_of(self.project, self.state)
            return sealed_at(door, self.keys(), self.now, readonly=readonly)
        if not self.project.exists():
            raise NotFound(
                "there is no project file here",
                record=str(self.project),
                next_step="'muster run FOLDER' makes one, or name it with --project",
            )
        return Store.open(self.project, keys=self.keys(), readonly=readonly)

    def open_or_create(self) -> Store:
        """The project, made where there is none."""
        if self.sealed:
            return self.open()
        if self.project.exists():
            return self.open()
        return Store.create(self.project, keys=self.keys(), now=self.now)


def desk(
    project: Path, environ: Mapping[str, str] = os.environ, cores: int | None = None, sealed: bool = False
) -> Desk:
    """The desk of this machine. ``MUSTER_STATE`` moves the key; ``MUSTER_NOW`` sets the clock.

    Raises Usage where MUSTER_NOW is no ISO 8601 time with a zone.
    """
    home = Path(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    state = Path(environ.get("MUSTER_STATE") or home / "muster")
    return Desk(project=project, state=state, now=_now(environ.get("MUSTER_NOW")), cores=cores, sealed=sealed)


def explained(error: Exception, project: Path) -> BaseException:
    """What the database says of ``project`` as what Muster says of it; any other error unchanged."""
    return translated(error, project)


def _now(given: str | None) -> str:
    if not given:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Usage(
            "MUSTER_NOW is not a time with a zone",
            record=given,
            next_step="write e.g. 2026-11-22T08:00:00+00:00",
        )
    return moment.astimezone(UTC).isoformat(timespec="seconds")


__all__ = ["Desk", "desk", "explained"]
