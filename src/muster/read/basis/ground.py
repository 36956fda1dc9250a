"""Where in a text the ground of a basis stands: from a place in what was searched to its characters."""

from __future__ import annotations

from collections.abc import Sequence

from muster.model.evidence import Passage
from muster.model.grounds import Ground
from muster.read.basis.answers import AROUND, CALLED, CUE, WORDS, Answer, Place
from muster.read.page import Page
from muster.text.listed import listed
from muster.text.spans import Span


def ground_of(
    page: Page, answer: Answer, parts: Sequence[Passage], beside: Sequence[Place] = (),
    cue: Span | None = None, called: Span | None = None, mention: Passage | None = None,
) -> Ground:  # fmt: skip
    """The ground with its characters. ``parts``: of the reported words; ``beside``: the pieces of the frame;
    ``called``: what it calls the speaker; ``mention``: where the name stands that a pronoun was led to."""
    at: Place | None = None
    if answer.where == WORDS and answer.place is not None:
        at = _placed([(p.start, p.stop) for p in parts], answer.place)
    elif answer.where == AROUND and answer.place is not None:
        at = _placed(beside, answer.place)
    elif answer.where == CUE:
        at = cue
    elif answer.where == CALLED:
        if called is not None and page.words(called).lower() in _PRONOUNS and mention is not None:
            return Ground(answer.code, mention)
        at = called
    if at is None or at[0] >= at[1] or (at[0] <= parts[0].start and parts[-1].stop <= at[1]):
        return Ground(answer.code)  # nowhere, or in all of the words
    return Ground(answer.code, page.passage(*_whole(page.body, *at)))


_PRONOUNS = listed("he she they it him her them он она они він вона вони")


def _whole(body: str, start: int, stop: int) -> Place:
    """With the rest of the words that it cuts: a rule knows some by their beginnings."""
    while start > 0 and body[start - 1].isalpha() and body[start].isalpha():
        start -= 1
    while stop < len(body) and body[stop].isalpha() and body[stop - 1].isalpha():
        stop += 1
    while stop > start and body[stop - 1].isspace():
        stop -= 1
    return start, stop


def _placed(pieces: Sequence[Place], place: Place) -> Place | None:
    """A place in the pieces, which a blank joins, as characters of the text; None where it is in several."""
    start, stop = place
    at = 0
    for low, high in pieces:
        end = at + high - low
        if start < end:
            return (low + start - at, low + stop - at) if at <= start and stop <= end else None
        at = end + 1
    return None


__all__ = ["ground_of"]
