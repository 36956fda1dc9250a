"""What was taken: sources, documents, texts, passages, and what could not be used."""

from __future__ import annotations

from dataclasses import dataclass

from muster.model.errors import RecordError


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes or tells. A protected source is an alias; its ``name`` is that alias.

    ``kind``: outlet, channel, sender, interview, feed, archive, file or unknown.
    """

    id: str
    name: str
    kind: str
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One thing from one source, as its bytes were. New bytes at an address are a new document.

    ``address``: relative to the folder taken, ``/``-separated; ``a.zip!/b.html``, ``result.json#123``.
    ``published``: ISO 8601, as exact as is known (``2022``, ``2022-06``, ``2022-06-03``,
    ``2022-06-03T10:00:00+00:00``) or None; ``published_by`` says how it is known (header, meta,
    telegram, mail, feed, warc, table).
    ``url``: the canonical public address, if the document names one.
    ``forwarded_from``: the channel a post was forwarded from, as the exporter wrote it.
    ``losses``: what reading the bytes lost ("3 characters could not be decoded as utf-8").
    """

    id: str
    source: str
    address: str
    sha256: str
    media_type: str
    taken: str
    published: str | None = None
    published_by: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    forwarded_from: str | None = None
    losses: tuple[str, ...] = ()
    size: int = 0

    def __post_init__(self) -> None:
        if len(self.sha256) != 64:
            raise RecordError("a document needs the sha256 of its bytes", record=self.address)


@dataclass(frozen=True, slots=True)
class Text:
    """What an extractor, recogniser or translator made of a document.

    A plain-text file's ``body`` is its exact characters (only a byte order mark is dropped).
    ``language``: ISO 639-1 of the most of it (``en``, ``ru``, ``uk``) or ``und``.
    ``made_by``: name and version of what made it, e.g. ``plain/1``, ``trafilatura/2.0``, ``tesseract/5``.
    """

    id: str
    document: str
    body: str
    language: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact characters of a text: ``body[start:stop] == words``, in code points."""

    text: str
    start: int
    stop: int
    words: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop or self.stop - self.start != len(self.words):
            raise RecordError(
                f"a passage from {self.start} to {self.stop} cannot hold {len(self.words)} characters",
                record=self.text,
            )

    @classmethod
    def of(cls, text: Text, start: int, stop: int) -> Passage:
        """The characters ``[start, stop)`` of ``text``."""
        return cls(text.id, start, stop, text.body[start:stop])

    def holds_in(self, body: str) -> bool:
        """True where the body still has these words at this place."""
        return body[self.start : self.stop] == self.words


@dataclass(frozen=True, slots=True)
class Taken:
    """One document with its source, its text and its original bytes, as the collect room hands it over.

    ``text`` is None where the document was kept but nothing could be read from it (then a SetAside
    of the same address says why).
    """

    source: Source
    document: Document
    original: bytes
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """What could not be used, and why. ``record`` is an address or an id; ``reason`` one short term."""

    record: str
    reason: str
    detail: str
    stage: str = "take"


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file of the folder that was taken to its end: an unchanged one need not be opened again."""

    address: str
    sha256: str
    size: int
    modified_ns: int
    documents: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Run:
    """What made something: one errand with its version, settings and count of inputs.

    ``stage``: take, read, link, count, publish. ``finished`` is None while it runs or was killed.
    """

    id: str
    stage: str
    version: str
    settings: str
    started: str
    finished: str | None = None
    inputs: str = ""
    used: int = 0
    aside: int = 0


@dataclass(frozen=True, slots=True)
class CustodyRecord:
    """One line of the custody ledger. ``hash`` covers the line and the hash before it."""

    seq: int
    at: str
    what: str
    record: str
    digest: str
    by: str
    before: str
    hash: str


__all__ = ["CustodyRecord", "Document", "FileSeen", "Passage", "Run", "SetAside", "Source", "Taken", "Text"]
