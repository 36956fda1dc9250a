"""Progress with an estimate, on stderr and only on a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from muster.workflows.progress import Progress, Silent


class Bars:
    """One bar for the stage at work; the total may be unknown, then it only moves."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Rich

        self._rich = Rich(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._rich.add_task("", visible=False)

    def __enter__(self) -> Self:
        self._rich.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rich.stop()

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins."""
        self._rich.reset(self._task, total=total, description=name, visible=True)

    def step(self, done: int = 1) -> None:
        """``done`` more units are finished."""
        self._rich.advance(self._task, done)


class _Quiet(Silent):
    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        return


def bars() -> Bars | _Quiet:
    """Bars on a terminal, silence elsewhere; to be entered with ``with``."""
    return Bars() if sys.stderr.isatty() else _Quiet()


__all__ = ["bars"]
