"""A clause that narrates in, an event in the making out."""

from __future__ import annotations

from dataclasses import dataclass

from muster.read.events.clauses import Clause
from muster.read.events.times import Told


@dataclass(slots=True)
class Narrated:
    """An event in the making. ``first``, ``last``: days that its own times give it; ``sure``: forced.

    ``hours``: it lies so few hours from another that the day stays the same or is the next.
    """

    clause: Clause
    times: list[Told]
    first: int | None = None
    last: int | None = None
    sure: bool = True

    @property
    def dated(self) -> bool:
        """True where a time of its own says something of its day."""
        return self.first is not None or self.last is not None


def stepped_back(event: Narrated) -> Told | None:
    """The "two days earlier", «накануне» of an event that is told aside of the story."""
    for t in event.times:
        if t.e is None or t.e.step >= 0 or t.leans or t.time.anchor == "document":
            continue
        if t.e.form == "shift" or (t.e.form == "relative" and t.e.unit == "day"):
            return t
    return None


__all__ = ["Narrated", "stepped_back"]
