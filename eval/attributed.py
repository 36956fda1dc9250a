"""A text of a public set with its attributions, whatever form the set has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring import Spans


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of a set; no spans where it names nobody or has no cue. ``classes`` it counts under."""

    source: Spans
    cue: Spans
    content: Spans
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a set with its attributions; ``language`` "und" leaves it to the reader."""

    name: str
    body: str
    gold: Sequence[Gold]
    language: str = "und"


__all__ = ["Document", "Gold"]
