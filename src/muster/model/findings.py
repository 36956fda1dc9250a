"""Estimates: no bare numbers."""

from __future__ import annotations

from dataclasses import dataclass

from muster.model.errors import RecordError

# Methods of answers to what the team itself asked: what it works with, not what sources said.
ASKED = ("ledger", "lists")


@dataclass(frozen=True, slots=True)
class Estimate:
    """Bounds with question, population, date, method and assumptions; without them it cannot be built.

    ``low``/``best``/``high`` None: nobody said. ``unit``: count or share (0..1) and so on.
    ``method``: ``stated`` (one origin's own words), ``span`` (from the lowest to the highest that
    several origins stated, never an average), ``ledger`` (the answer to a question that the team keeps),
    ``lists`` (a total behind lists that overlap). ``rests_on``: ids of quantities, one per statement, copies
    left out; of what the team asked, first the judgement that keeps it. ``level``: of the interval, or None.
    ``as_written``: the words of each, in the order of ``rests_on``.
    ``population``, ``place`` and ``by_when`` hold words; "not stated" where nobody said.
    """

    id: str
    question: str
    population: str
    place: str
    by_when: str
    low: float | None
    best: float | None
    high: float | None
    unit: str
    method: str
    assumptions: tuple[str, ...]
    rests_on: tuple[str, ...]
    origins: tuple[str, ...] = ()
    as_written: tuple[str, ...] = ()
    reports: int = 0
    level: float | None = None
    seen: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    low_exclusive: bool = False
    high_exclusive: bool = False

    def __post_init__(self) -> None:
        missing = [
            name
            for name, value in (
                ("question", self.question),
                ("population", self.population),
                ("place", self.place),
                ("by_when", self.by_when),
                ("method", self.method),
                ("assumptions", self.assumptions),
                ("rests_on", self.rests_on),
            )
            if not value
        ]
        if missing:
            raise RecordError(f"no bare numbers: an estimate needs {', '.join(missing)}", record=self.id)
        known = [b for b in (self.low, self.best, self.high) if b is not None]
        if known != sorted(known):
            raise RecordError("low, best and high must not cross", record=self.id)


__all__ = ["ASKED", "Estimate"]
