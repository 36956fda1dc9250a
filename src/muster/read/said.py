"""A frame with its speaker, on the way to a claim."""

from __future__ import annotations

from dataclasses import dataclass

from muster.read.frames import Frame, Region
from muster.read.speakers.voice import Voice


@dataclass(slots=True)
class Said:
    """``outer``: whose words it stands in; ``beyond``: who said it before the speaker did; ``again``: the
    sentence behind that says where he said it."""

    frame: Frame
    voice: Voice
    region: Region
    paragraph: int
    outer: Said | None = None
    beyond: Voice | None = None
    again: Said | None = None


__all__ = ["Said"]
