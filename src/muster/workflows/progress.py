"""Progress as a port: workflows tell it, a door shows it, tests listen to it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """What a long errand tells while it works."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins; ``total`` units are expected, None where nobody knows."""
        ...

    def step(self, done: int = 1) -> None:
        """``done`` more units are finished."""
        ...


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int | None) -> None:
        return

    def step(self, done: int = 1) -> None:
        return


__all__ = ["Progress", "Silent"]
