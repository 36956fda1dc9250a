"""What the check found, a plain sentence each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

# What forbids is mended; what warns is mended or accepted, with a reason and a name; a note is only told.
WEIGHTS = ("forbids", "warns", "note")


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about a release. ``where``: passages or tables of it, never who fits.

    ``id``: the same for the same finding in a later build of the same release.
    """

    kind: str
    weight: str
    says: str
    where: tuple[str, ...]
    id: str

    @property
    def line(self) -> str:
        """``combination-… passages 1, 4: place + job: fewer than 11 people fit``."""
        return f"{self.id}  {', '.join(self.where)}: {self.says}"


def finding(kind: str, weight: str, says: str, where: Iterable[str], about: Iterable[str]) -> Finding:
    """``about``: the words it is about, by which it is known again; only their digest is kept."""
    # In any order: a release numbers its passages anew each time it is built.
    told = "\n".join([kind, says, *sorted(about)])
    places = tuple(dict.fromkeys(where))
    return Finding(kind, weight, says, places, f"{kind}-{hashlib.sha256(told.encode()).hexdigest()[:12]}")


def few(number: int, smallest: int, of: str) -> str:
    """ "one of the people fits", "fewer than 11 of the units fit", "none …": never the number between."""
    if number == 1:
        return f"one of the {of} of the table fits"
    return f"fewer than {smallest} of the {of} of the table fit"


__all__ = ["WEIGHTS", "Finding", "few", "finding"]
