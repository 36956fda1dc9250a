"""The pinned figures and the goals as the pages show them: two files in, cells out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from results_table import GOALS, HERE, read_numbers

RESULTS = HERE / "results.json"


@dataclass(frozen=True, slots=True)
class Cell:
    """One pinned figure, per cent; ``found`` is None where only gold is counted."""

    value: float
    low: float
    high: float
    right: int
    gold: int
    found: int | None = None

    def __str__(self) -> str:
        return f"{whole(self.value)} [{whole(self.low)}, {whole(self.high)}] of {self.gold}"


@dataclass(frozen=True, slots=True)
class Pinned:
    """One set as it stands in the results; figures and recall by kind, by metric."""

    name: str
    reader: str
    documents: int
    items: int
    unit: str
    figures: dict[str, Cell]
    kinds: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Stand:
    """The pinned figures by set and reader, and the goals by set."""

    sets: dict[tuple[str, str], Pinned]
    goals: dict[str, Any]

    def cell(self, name: str, reader: str, metric: str) -> Cell | None:
        """A pinned figure; None where the set has none of that name."""
        pinned = self.sets.get((name, reader))
        return pinned.figures.get(metric) if pinned else None

    def goal(self, name: str, metric: str, reader: str = "rules") -> float | None:
        """Per cent; None where nothing is asked."""
        wanted = self.goals.get(name, {})
        goal = wanted.get(reader, {}).get(metric, wanted.get(metric))
        return None if goal is None else float(goal)


def read_stand(results: Path = RESULTS, goals: Path = GOALS) -> Stand:
    """What stands in the two files."""
    sets = {}
    for row in json.loads(results.read_text("utf-8"))["sets"]:
        figures, kinds = ({f["metric"]: _cell(f) for f in row[part]} for part in ("figures", "kinds"))
        size = row["documents"], row["items"], row["drawn_over"]
        sets[row["set"], row["reader"]] = Pinned(row["set"], row["reader"], *size, figures, kinds)
    return Stand(sets, read_numbers(goals))


def _cell(figure: dict[str, Any]) -> Cell:
    value, low, high = figure["value"], figure["low"], figure["high"]
    return Cell(value, low, high, figure["right"], figure["gold"], figure.get("found"))


def whole(per_cent: float) -> str:
    """Rounded half up, as people do; with its tenth where that would make a whole of 99.5."""
    return f"{per_cent:.1f}" if 99.5 <= per_cent < 100 else f"{int(per_cent + 0.5)}"


def marked(cell: Cell | None, goal: float | None) -> str:
    """The figure with a tick or a cross; with its tenth where rounding would hide a miss."""
    if cell is None or not cell.gold:
        return "–"
    if goal is None:
        return f"{cell}"
    hidden = cell.value < goal <= float(whole(cell.value))
    shown = f"{cell.value:g}" + str(cell).removeprefix(whole(cell.value)) if hidden else f"{cell}"
    return f"{mark(cell, goal)} {shown}"


def mark(cell: Cell | None, goal: float) -> str:
    """A tick where the goal is met, else a cross."""
    return "✓" if cell and cell.value >= goal else "✗"


def pooled(cells: Iterable[Cell | None]) -> Cell | None:
    """All items together; the bounds are the lowest and the highest set. None where nothing is counted."""
    there = [c for c in cells if c and c.gold]
    if not there:
        return None
    right, gold = sum(c.right for c in there), sum(c.gold for c in there)
    found = sum(c.found for c in there if c.found is not None) if there[0].found is not None else None
    value = 100 * (right / gold if found is None else 2 * right / (gold + found))
    return Cell(value, min(c.value for c in there), max(c.value for c in there), right, gold, found)


__all__ = ["Cell", "Pinned", "Stand", "mark", "marked", "pooled", "read_stand", "whole"]
