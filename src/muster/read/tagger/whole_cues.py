"""Proposed frames in, out those of whole verbs: "has claimed" is one cue, and so is "make sure".

GUM marks the verb alone, newspapers' annotators its auxiliaries too. A network taught by both proposes now
and then the auxiliary, or either half of a phrase, as a cue of its own with the same content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from muster.read.frames import Frame
from muster.read.page import Page
from muster.text.spans import Span

_WORD: Final = re.compile(r"\w+")
# With what an apostrophe leaves of them: "don't", "I'm", "they've".
_HELPING: Final = (
    "be am is are was were been being have has had having do does did done will would shall should can could "
    "may might must not don doesn didn wouldn won couldn hasn haven hadn isn wasn aren weren m s re ve ll d t"
)
_AUXILIARIES: Final = frozenset(_HELPING.split())


def whole_cues(page: Page, found: Iterable[Frame]) -> list[Frame]:
    """Of one window, without auxiliaries whose content another cue has; adjacent cues joined."""
    frames = sorted(found, key=lambda f: (f.cue.start if f.cue else f.start, f.start))
    helping = {id(f) for f in frames if f.cue and _helps(page.words(f.cue))}
    if helping:
        others = [f for f in frames if f.cue and id(f) not in helping]
        frames = [f for f in frames if id(f) not in helping or not any(_share(f, o) for o in others)]
    joined: list[Frame] = []
    for frame in frames:
        before = joined[-1] if joined else None
        if (
            before
            and before.cue
            and frame.cue
            and _one_phrase(before.cue, frame.cue)
            and before.start == frame.start
        ):
            surer = max(before, frame, key=lambda f: f.confidence)
            joined[-1] = replace(surer, cue=Span(before.cue.start, frame.cue.stop))
        else:
            joined.append(frame)
    return joined


def _helps(cue: str) -> bool:
    return all(word in _AUXILIARIES for word in _WORD.findall(cue.lower()))


def _one_phrase(left: Span, right: Span) -> bool:
    return 0 <= right.start - left.stop <= 1


def _share(one: Frame, other: Frame) -> bool:
    return any(a.start < b.stop and b.start < a.stop for a in one.parts for b in other.parts)


__all__ = ["whole_cues"]
