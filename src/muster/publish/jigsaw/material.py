"""What a release says, as the check lays it beside the record: words, figures, tables."""

from __future__ import annotations

from dataclasses import dataclass

from muster.publish.jigsaw.grids import Grid


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the words: characters ``[start, stop)``; ``kind``: people, age, days or other.

    ``noun``: keys of what is counted. ``exact``: neither rounded nor a bound. ``low`` is ``high`` where one
    number is told.
    """

    start: int
    stop: int
    kind: str
    low: float
    high: float
    noun: frozenset[str] = frozenset()
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """One passage, or one row of a table of cases. ``where``: "passage 3".

    ``who``: codes or aliases of the protected people it is about; empty where it is about nobody so.
    ``open``: its paper was published by others, so that what it tells is public already.
    """

    where: str
    words: str
    who: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """One release: what it says, and its tables of counts."""

    said: tuple[Said, ...]
    grids: tuple[Grid, ...] = ()


__all__ = ["Figure", "Material", "Said"]
