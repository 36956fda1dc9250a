"""Texts in, claims out: who said what, through whom, how many, when, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muster.model.claims import Reading, ReadingContext
from muster.model.evidence import Text
from muster.read.readers import READERS, Ask, NoAnswer, reader_version

if TYPE_CHECKING:
    from muster.read.unnamed import KeptBack


def read_text(
    text: Text, context: ReadingContext, *, reader: str = "rules", ask: Ask | None = None
) -> Reading:
    """Everything the reader finds in one text; the same text and context give the same reading.

    ``ask``: the language model of the reader ``model``, and of no other.
    Never raises on what a text holds: a part in another language is in ``unread``, the rest is read.
    Raises Usage where no reader has this name or ``model`` has none to ask, MissingPart where its parts
    are not installed.
    """
    # The rules are loaded with the first text: a process that hands texts to others does without them.
    from muster.read import reader as rules

    return rules.read_text(text, context, reader=reader, ask=ask)


def kept_back(text: Text, reading: Reading) -> list[KeptBack]:
    """Places that may lead to somebody a text keeps back, whoever was found to speak there."""
    from muster.read import unnamed

    return unnamed.kept_back(text, reading)


__all__ = ["READERS", "Ask", "NoAnswer", "kept_back", "read_text", "reader_version"]
