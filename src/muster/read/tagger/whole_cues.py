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
    """Of one window: adjacent cues of one content joined, no auxiliary whose content another cue has."""
    joined: list[Frame] = []
    for frame in sorted(found, key=lambda f: (f.cue.start if f.cue else f.start, f.start)):
        before = joined[-1] if joined else None
        if before and before.cue and frame.cue and _one_phrase(page, before, frame):
            surer, other = (before, frame) if before.confidence >= frame.confidence else (frame, before)
            named = surer if surer.speaker else other
            cue = Span(before.cue.start, frame.cue.stop)
            joined[-1] = replace(surer, cue=cue, speaker=named.speaker, who=named.who)
        else:
            joined.append(frame)
    helping = [f for f in joined if f.cue and _helps(page.words(f.cue))]
    if not helping:
        return joined
    kept = []
    for frame in joined:
        beside = [f for f in joined if f is not frame and f.cue and _share(f, frame)]
        if frame not in helping:
            # What the auxiliary was sure of is said by its verb.
            sure = max([frame.confidence, *(f.confidence for f in beside if f in helping)])
            kept.append(replace(frame, confidence=sure))
        elif all(f in helping for f in beside):
            kept.append(frame)
    return kept


def _helps(cue: str) -> bool:
    return all(word in _AUXILIARIES for word in _WORD.findall(cue.lower()))


def _one_phrase(page: Page, left: Frame, right: Frame) -> bool:
    """Whether two frames differ in halves of one cue alone."""
    if left.cue is None or right.cue is None or left.start != right.start:
        return False
    # In "goes on to | say" the verb alone is the cue.
    return 0 <= right.cue.start - left.cue.stop <= 1 and not page.words(left.cue).endswith(" to")


def _share(one: Frame, other: Frame) -> bool:
    return any(a.start < b.stop and b.start < a.stop for a in one.parts for b in other.parts)


__all__ = ["whole_cues"]
