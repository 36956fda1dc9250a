"""What was found in a file becomes records: sources, documents with their bytes, texts, set-asides."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from muster.collect.detect import HEAD, TAIL, Kind, detect
from muster.collect.header import Header, read_header
from muster.collect.pieces import Piece
from muster.collect.plain import MADE_BY, decode, oddities
from muster.collect.sandbox import Sandbox
from muster.model.evidence import Document, SetAside, Source, Taken, Text
from muster.model.ids import document_id, make_id, source_id, text_id
from muster.text.languages import language_of

T = TypeVar("T")

_NESTING = frozenset({"zip", "tar", "gzip", "mail", "mbox"})
_HEADED = frozenset({"application/pdf", "image/png", "image/jpeg", "image/tiff"})
_OFFICE = "application/vnd.o"  # openxmlformats…, oasis…


@dataclass(slots=True)
class Tally:
    """What one file gave. ``again``: the reason for a set-aside lies outside the file, so the next run
    should open it again (no recogniser, no chat chosen)."""

    documents: int = 0
    aside: int = 0
    again: bool = False


class Keeper:
    """Turns one file's bytes into records, opening what is untrusted in the sandbox."""

    def __init__(self, sandbox: Sandbox, *, now: str, key: bytes, chats: tuple[str, ...]) -> None:
        self._sandbox = sandbox
        self._limits = sandbox.limits
        self._now = now
        self._key = key
        self._chats = chats

    def begin(
        self, address: str, name: str, kind: Kind, sha256: str, source: bytes | int,
        hints: Mapping[str, str], tally: Tally, depth: int = 0,
    ) -> Iterator[Taken | SetAside]:  # fmt: skip
        """The records of one file, whose parser is already at work when this returns.

        ``source``: its bytes, or a descriptor where it is too large to hold. ``hints``: what the place
        it was found in says of it (sub-folder, address, sender).
        """
        if kind.name == "refused":
            return iter((SetAside(address, kind.reason, kind.detail),))
        if kind.name in ("text", "xml") and isinstance(source, bytes):
            return iter((self._plain(address, kind, sha256, source, hints),))
        pieces = self._sandbox.begin(kind.name, name, source, hints=hints, chats=self._chats)
        return self._records(pieces, address, kind, sha256, source, hints, tally, depth)

    def _plain(
        self, address: str, kind: Kind, sha256: str, data: bytes, hints: Mapping[str, str]
    ) -> Taken | SetAside:
        decoded = decode(data, declared=hints.get("charset", ""))
        if decoded is None:
            return SetAside(
                address, "binary", "its bytes are no text in any encoding known here, whatever its name says"
            )
        if not decoded.body.strip():
            return SetAside(address, "empty", "it holds only blank space; nothing to read")
        if len(decoded.body) > self._limits.text_chars:
            return SetAside(
                address, "too long", f"its text has more than {self._limits.text_chars:,} characters"
            )
        losses = decoded.losses
        if kind.name == "xml":
            losses += ("XML of no known kind: its markup was taken as text",)
        piece = Piece(
            "whole",
            body=decoded.body,
            losses=losses,
            says={"media_type": kind.media_type, "made_by": MADE_BY},
        )
        return self._taken(address, piece, sha256, data, hints, kind)

    def _records(
        self, pieces: Iterator[Piece], address: str, kind: Kind, sha256: str, source: bytes | int,
        hints: Mapping[str, str], tally: Tally, depth: int,
    ) -> Iterator[Taken | SetAside]:  # fmt: skip
        def begun() -> Iterator[Iterator[Taken | SetAside]]:
            for piece in pieces:
                where = address + piece.at
                if piece.kind == "member":
                    yield self._member(where, piece, {**hints, **_hints(piece)}, tally, depth + 1)
                elif piece.kind == "aside":
                    tally.again |= bool(piece.says.get("retry"))
                    yield iter((_set_aside(where, piece),))
                elif piece.kind == "part" and piece.data is not None:
                    digest = hashlib.sha256(piece.data).hexdigest()
                    yield self._document(where, piece, digest, piece.data, hints, kind)
                elif isinstance(source, bytes):
                    yield self._document(where, piece, sha256, source, hints, kind)
                else:
                    bound = f"one document of more than {self._limits.document_bytes:,} bytes"
                    yield iter((SetAside(where, "too large", bound),))

        count = 0
        for item in overlapped(begun()):
            count += 1
            yield item
        if not count:
            yield SetAside(address, "empty", "nothing to read was found in it")

    def _member(
        self, address: str, piece: Piece, hints: Mapping[str, str], tally: Tally, depth: int
    ) -> Iterator[Taken | SetAside]:
        data = piece.data or b""
        name = piece.says.get("name", "")
        kind = detect(data[:HEAD], data[-TAIL:], len(data), name)
        if kind.name in _NESTING and depth >= self._limits.depth:
            detail = f"archives within archives are opened {self._limits.depth} deep; unpack it"
            return iter((SetAside(address, "too deep", detail),))
        sha256 = hashlib.sha256(data).hexdigest()
        return self.begin(address, name, kind, sha256, data, hints, tally, depth)

    def _document(
        self, address: str, piece: Piece, sha256: str, data: bytes, hints: Mapping[str, str], kind: Kind
    ) -> Iterator[Taken | SetAside]:
        taken = self._taken(address, piece, sha256, data, hints, kind)
        yield taken
        if taken.text is None:
            yield SetAside(address, "no text", "the document was kept, but no text was found in it")

    def _taken(
        self, address: str, piece: Piece, sha256: str, data: bytes, hints: Mapping[str, str], kind: Kind
    ) -> Taken:
        says, body = piece.says, piece.body
        media_type = says.get("media_type") or kind.media_type or "application/octet-stream"
        header = read_header(body) if body and _may_have_header(media_type) else Header()
        source = self._source(address, says, header, hints)
        document = document_id(source.id, address, sha256, key=self._key)
        published, by = _published(says, header, hints)
        title = says.get("title") or header.title
        record = Document(
            id=document, source=source.id, address=address, sha256=sha256, media_type=media_type,
            taken=self._now, published=published, published_by=by, title=title,
            author=says.get("author") or header.author,
            url=says.get("url") or header.url or hints.get("url"),
            forwarded_from=says.get("forwarded_from"),
            losses=(*piece.losses, *header.losses, *(oddities(body) if body else ())), size=len(data),
        )  # fmt: skip
        text = None
        if body is not None and body.strip():
            made_by = says.get("made_by", "unknown")
            text = Text(text_id(document, made_by), document, body, language_of(body), made_by)
        return Taken(source, record, data, text)

    def _source(
        self, address: str, says: Mapping[str, Any], header: Header, hints: Mapping[str, str]
    ) -> Source:
        """Who published it: as the document says, else its container, the sub-folder, the file."""
        protected = header.protected or says.get("protected") is True
        name, kind = says.get("source") or header.source, says.get("source_kind") or header.kind or "outlet"
        if not name and protected:
            # An alias must be given by a person; until then the source has a name that says nothing.
            name, kind = make_id("unnamed", address, key=self._key), header.kind or "interview"
        if not name and hints.get("source"):
            name, kind = hints["source"], hints.get("source_kind", "unknown")
        if not name and hints.get("folder"):
            name, kind = hints["folder"], "unknown"
        if not name:
            name, kind = address, "file"
        return Source(source_id(name, kind), name, kind, protected)


def overlapped(begun: Iterator[Iterator[T]]) -> Iterator[T]:
    """The items of each iterator in order, while the one after it has already been begun."""
    waiting: deque[Iterator[T]] = deque()
    for items in begun:
        waiting.append(items)
        if len(waiting) > 1:
            yield from waiting.popleft()
    while waiting:
        yield from waiting.popleft()


def _set_aside(address: str, piece: Piece) -> SetAside:
    reason, detail = piece.says.get("reason", "unreadable"), piece.says.get("detail", "no reason was given")
    return SetAside(address, reason, detail)


def _hints(piece: Piece) -> dict[str, str]:
    wanted = ("url", "published", "published_by", "source", "source_kind", "charset", "folder")
    return {name: str(piece.says[name]) for name in wanted if name in piece.says}


def _published(
    says: Mapping[str, Any], header: Header, hints: Mapping[str, str]
) -> tuple[str | None, str | None]:
    if says.get("published"):
        return says["published"], says.get("published_by", "meta")
    if header.published:
        return header.published, "header"
    if hints.get("published"):
        return hints["published"], hints.get("published_by", "archive")
    return None, None


def _may_have_header(media_type: str) -> bool:
    return media_type == "text/plain" or media_type in _HEADED or media_type.startswith(_OFFICE)


__all__ = ["Keeper", "Tally", "overlapped"]
