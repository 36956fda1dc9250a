"""A clause that narrates in, an event in the making out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from muster.read.events.clauses import Clause
from muster.read.events.times import Told


@dataclass(slots=True)
class Narrated:
    """An event in the making. ``first``, ``last``: days that its own times give it; ``sure``: forced."""

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


# Parts of a day: the hours within which they lie.
_PARTS: Final = {"MO": (5, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 23), "DT": (6, 20)}


def hours_of(event: Narrated) -> tuple[float, float] | None:
    """The hours of the day that a time of the event names: "at 9.15" from 9.25 to 9.25."""
    for t in event.times:
        _, _, clock = t.time.value.partition("T")
        if t.time.type != "TIME" or not clock:
            continue
        if clock[:2] in _PARTS:
            return _PARTS[clock[:2]]
        if clock[:2].isdecimal():
            minutes = clock[3:5]
            hour = int(clock[:2]) + (int(minutes) / 60 if minutes.isdecimal() else 0.0)
            return hour, hour
    return None


__all__ = ["Narrated", "hours_of", "stepped_back"]
