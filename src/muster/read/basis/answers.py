"""What a question of the tree answers: the ground of a basis, and where in claim or frame it shows."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# [start, stop) in the string that was searched.
Place = tuple[int, int]
# In which string: the reported words, the words of the frame, its verb, what it calls the speaker.
WORDS, AROUND, CUE, CALLED, NOWHERE = "words", "around", "cue", "called", ""


class Answer(NamedTuple):
    """``code``: of ``model.grounds.GROUNDS``. ``place``: where it shows in ``where``; None: in all of it."""

    code: str
    where: str = NOWHERE
    place: Place | None = None


def shown_in(code: str, where: str, found: re.Match[str] | Place | None) -> Answer | None:
    """The answer of a question that looked for something; None where it found nothing."""
    if not found:
        return None
    return Answer(code, where, found.span() if isinstance(found, re.Match) else found)


NOTHING: Final = Answer("nothing-shown")

__all__ = ["AROUND", "CALLED", "CUE", "NOTHING", "NOWHERE", "WORDS", "Answer", "Place", "shown_in"]
