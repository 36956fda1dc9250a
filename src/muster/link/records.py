"""What the link room is handed: one document as far as copies go."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyInput:
    """One document as the search for copies sees it.

    ``document`` and ``source`` are ids (a source's name does as well as its id). ``published`` is
    ISO 8601, as exact as is known. ``forwarded_from`` is the channel's name as the exporter wrote it.
    ``taken``: when it was taken in, as ISO 8601; it orders versions of one address.
    ``source_known`` False: "source" is only the folder it lay in, so two of one source may be anybody's.
    """

    document: str
    source: str
    address: str
    published: str | None
    forwarded_from: str | None
    url: str | None
    title: str | None
    language: str
    body: str
    source_known: bool = True
    taken: str | None = None


__all__ = ["CopyInput"]
