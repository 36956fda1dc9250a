"""One interface for all readers and languages. See docs/why/decisions/reader-interface.md."""

from __future__ import annotations

from muster.model.claims import Reading, ReadingContext
from muster.model.errors import Usage
from muster.model.evidence import Text

READERS = {"rules": "1"}


def reader_version(reader: str = "rules") -> str:
    """``name/version``, as it is kept in every reading: ``rules/1``.

    Raises Usage where no reader has this name.
    """
    if reader not in READERS:
        raise Usage(f"no reader is called {reader!r}", next_step=f"choose one of {', '.join(sorted(READERS))}")
    return f"{reader}/{READERS[reader]}"


def read_text(text: Text, context: ReadingContext, *, reader: str = "rules") -> Reading:
    """Everything the reader finds in one text; the same text and context give the same reading."""
    return Reading(text.id, reader_version(reader), characters=sum(map(len, text.body.split())))
