"""Two colleagues, two project files: compare them, join them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from muster.store import Store
from muster.store.share import Merged
from muster.workflows.project import Desk
from muster.workflows.sealed import open_sealed


def diff(desk: Desk, other: Path) -> Iterator[dict[str, Any]]:
    """What is only here, only there, or different: one row a record."""
    with desk.open(readonly=True) as ours, _other(desk, other) as theirs:
        for difference in ours.diff(theirs):
            yield asdict(difference)


def merge(desk: Desk, other: Path) -> Merged:
    """Add what ``other`` holds. Merging twice adds nothing."""
    with desk.open() as ours, _other(desk, other) as theirs:
        return ours.merge(theirs, now=desk.now)


def _other(desk: Desk, path: Path) -> Store:
    """The colleague's project of the same kind: of a sealed desk its sealed file, by its unlocked vault."""
    if desk.sealed:
        return open_sealed(replace(desk, project=path), readonly=True)
    return Store.open(path, keys=desk.keys(), readonly=True)


__all__ = ["diff", "merge"]
