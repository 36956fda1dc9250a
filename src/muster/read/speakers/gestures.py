"""Whom an English sentence is about that stands before a quotation without a frame: "She shrugged. “…”"."""

from __future__ import annotations

import re
from typing import Final

from muster.text.listed import listed
from muster.text.spans import Span

# "Asked about the log, she shrugged": a phrase and a comma may stand before the pronoun.
_PRONOUN: Final = re.compile(
    r"\W{0,2}(?:[A-Z][^,.;:!?\n]{2,60},\s)?(?P<who>[Hh]e|[Ss]he)\s(?:[a-z]+ly\s)?(?P<deed>[a-z]+)"
)
_DESCRIBED: Final = re.compile(
    r"\W{0,2}(?P<who>(?:The|An?|His|Her|Their|One|Another)\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z][\w-]+))\s(?:[a-z]+ly\s)?"
    r"(?:shook|shakes|shrugged|shrugs|smiled|smiles|laughed|laughs|nodded|nods|sighed|sighs|pointed|points|paused|pauses|winced"
    r"|frowned|grinned|grins|gestured|gestures|waved|waves|leaned|leans|wiped|scoffed|bristled|demurred|disagreed|agreed"
    r"|chuckled|hesitated|snorted|rolled\s(?:his|her)\seyes|raised\s(?:his|her|a)\s\w+|looked\s(?:up|down|away))\b"
)
_NO_DEED: Final = listed("is was has had will would could should can may might must")


def he_or_she(body: str, sentence: Span) -> Span | None:
    """The pronoun by which a sentence tells what somebody did."""
    found = _PRONOUN.match(body, *sentence)
    return Span(*found.span("who")) if found and found["deed"] not in _NO_DEED else None


def by_gesture(body: str, sentence: Span) -> tuple[Span, str] | None:
    """Somebody described who makes a face or a gesture ("A neighbour shook his head"), and his noun."""
    found = _DESCRIBED.match(body, *sentence)
    return (Span(*found.span("who")), found["noun"].lower()) if found else None


__all__ = ["by_gesture", "he_or_she"]
