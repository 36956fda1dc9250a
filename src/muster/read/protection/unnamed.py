"""Places of a text that may lead to somebody it keeps back, found without regard to who said what.

A claim that is not found, or is given to somebody else, cannot be protected. The gate asks here: does the
text say that it hides somebody, is somebody in it kept back, is anybody told of by a first name alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from muster.model.claims import Claim, Mention, Reading
from muster.model.evidence import Text
from muster.read.page import lay_out
from muster.read.protection.presumed import holds_office
from muster.read.protection.signals import signals_of
from muster.text.names.slavic import given_name
from muster.text.sources.cues import given_names

SAID: Final = "words that keep somebody back"
HIDDEN: Final = "somebody kept back"
FIRST_NAME: Final = "a first name alone"
NAMELESS: Final = "somebody without a name or an office speaks"


@dataclass(frozen=True, slots=True)
class KeptBack:
    """Characters ``[start, stop)`` and why: one of the four above."""

    start: int
    stop: int
    why: str


def kept_back(text: Text, reading: Reading) -> list[KeptBack]:
    """The places in a text and what was read of it, in their order."""
    signals = (KeptBack(s.start, s.stop, SAID) for s in signals_of(lay_out(text)) if not s.reason)
    found = {*signals, *_speakers(reading, text.language), *_first_names(reading)}
    return sorted(found, key=lambda k: (k.start, k.stop, k.why))


def _speakers(reading: Reading, language: str) -> Iterator[KeptBack]:
    for claim in reading.claims:
        if any(s.protected for s in claim.said_by):
            yield KeptBack(claim.passage.start, claim.passage.stop, HIDDEN)
        elif _nameless(claim, language):
            yield KeptBack(claim.passage.start, claim.passage.stop, NAMELESS)
    for mention in reading.mentions:
        if mention.protected:
            yield KeptBack(mention.passage.start, mention.passage.stop, HIDDEN)


def _nameless(claim: Claim, language: str) -> bool:
    """Whether somebody described, and by no office, speaks to whoever writes."""
    if claim.inside is not None or claim.own_voice or claim.source_kind != "anonymous" or not claim.said_by:
        return False
    nearest = claim.said_by[0]
    return bool(nearest.role) and not nearest.name and not holds_office(nearest.role or "", language)


def _first_names(reading: Reading) -> Iterator[KeptBack]:
    """People told of by a first name that the lists know, and by no more anywhere in the text."""
    people = [m for m in reading.mentions if m.kind == "person"]
    full = {word for m in people if " " in m.norm for word in m.norm.split()}
    for m in people:
        if " " not in m.norm and m.norm not in full and not m.role and _is_given(m):
            yield KeptBack(m.passage.start, m.passage.stop, FIRST_NAME)


def _is_given(m: Mention) -> bool:
    return m.norm in given_names() or any(given_name(m.norm, language) for language in ("ru", "uk"))


__all__ = ["FIRST_NAME", "HIDDEN", "NAMELESS", "SAID", "KeptBack", "kept_back"]
