"""Two colleagues, two project files: compare them, join them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from muster.store import Store
from muster.workflows.project import Desk


def diff(desk: Desk, other: Path) -> Iterator[dict[str, Any]]:
    """What is only here, only there, or different: one row a record."""
    with desk.open(readonly=True) as ours, Store.open(other, keys=desk.keys(), readonly=True) as theirs:
        for difference in ours.diff(theirs):
            yield asdict(difference)


def merge(desk: Desk, other: Path) -> dict[str, int]:
    """Add what ``other`` holds; what was added, by noun. Merging twice adds nothing."""
    with desk.open() as ours, Store.open(other, keys=desk.keys(), readonly=True) as theirs:
        return ours.merge(theirs, now=desk.now)


__all__ = ["diff", "merge"]
