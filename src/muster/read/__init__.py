"""Texts in, claims out: who said what, through whom, how many, when, where.

``reader`` lays a text out (``page``) and asks in turn: who is named (``people``); which words say that
somebody said something (frames, by the rules of ``english`` and ``slavic``, weighed against the ``tagger`` in
``second_opinion``); whose voice that is (``speakers``; in interviews and posts ``layouts``); whom the text
keeps back (``protection``); how a speaker knows (``basis``). ``attribution`` makes claims of it. Beside them
stand ``quantities``, ``times``, ``places`` and, last, ``events`` in their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from muster.model.claims import Reading, ReadingContext
from muster.model.evidence import Text
from muster.read.readers import READERS, Ask, NoAnswer, reader_version

if TYPE_CHECKING:
    from muster.read.protection.unnamed import KeptBack


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
    from muster.read.protection import unnamed

    return unnamed.kept_back(text, reading)


__all__ = ["READERS", "Ask", "NoAnswer", "kept_back", "read_text", "reader_version"]
