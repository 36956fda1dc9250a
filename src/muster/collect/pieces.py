"""What passes between the parsing process and its parent: plain words, numbers and bytes.

A parser that was taken over by a hostile file can lie, but it can only lie in these shapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from muster.collect.limits import Limits
from muster.collect.plain import scrubbed

_STRINGS = (
    "title", "author", "published", "published_by", "url", "forwarded_from", "media_type", "made_by",
    "source", "source_kind", "charset", "reason", "detail", "name", "folder",
)  # fmt: skip
_FLAGS = ("protected", "retry")
_LONGEST = 4000
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[+-]\d\d:\d\d)?)?)?)?")
_NOBODY = frozenset(
    {"anonymous", "python-docx", "user", "admin", "microsoft office user", "пользователь", "користувач"}
)
_KINDS = ("whole", "part", "member", "aside")


@dataclass(slots=True)
class Job:
    """One file or member to be opened. ``file`` is open for reading, at its start; ``hints`` come
    from the container it lay in (address, date, sender); ``tesseract`` is a path or empty."""

    kind: str
    name: str
    file: IO[bytes]
    size: int
    limits: Limits
    hints: Mapping[str, str] = field(default_factory=dict)
    chats: tuple[str, ...] = ()
    tesseract: str = ""
    languages: tuple[str, ...] = ()

    def data(self) -> bytes:
        """All bytes of the file, which is no longer than ``limits.document_bytes``."""
        self.file.seek(0)
        return self.file.read(self.limits.document_bytes + 1)


@dataclass(slots=True)
class Piece:
    """One thing found: ``whole`` (the file is one document), ``part`` (a document that lies in it,
    with its own bytes), ``member`` (bytes still to be opened) or ``aside``.

    ``at`` is added to the file's address: ``#12``, ``!/b.html`` or nothing.
    """

    kind: str
    at: str = ""
    body: str | None = None
    data: bytes | None = None
    says: dict[str, Any] = field(default_factory=dict)
    losses: tuple[str, ...] = ()

    @property
    def header(self) -> bytes:
        """All but body and data, as JSON for the wire."""
        fields = {"kind": self.kind, "at": self.at, "losses": list(self.losses), **self.says}
        fields["has_body"], fields["has_data"] = self.body is not None, self.data is not None
        return json.dumps({k: v for k, v in fields.items() if v is not None}).encode()


def aside(reason: str, detail: str, at: str = "", *, retry: bool = False) -> Piece:
    """What could not be used. ``retry``: the next run should look at the file again."""
    return Piece("aside", at, says={"reason": reason, "detail": detail, "retry": retry or None})


def needs_ocr(what: str) -> Piece:
    """The set-aside of a picture where no recogniser is installed; the next run looks again."""
    return aside(
        "needs ocr",
        f"{what}; install tesseract (Debian: tesseract-ocr, -rus, -ukr) and take the folder again",
        retry=True,
    )


def person(name: str | None) -> str | None:
    """``name``, unless it is what programs write where nobody gave one."""
    bare = " ".join((name or "").split())
    return None if not bare or bare.strip("()").lower() in _NOBODY else bare


def counted(number: int, one: str, many: str = "") -> str:
    """``1 link``, ``2 links``: a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def received(header: bytes, body: bytes, data: bytes) -> Piece:
    """A piece as the parent accepts it: every field checked, no lone surrogate, nothing over-long.

    Raises ValueError where the bytes have another shape.
    """
    fields = json.loads(header)
    if not isinstance(fields, dict) or fields.get("kind") not in _KINDS:
        raise ValueError("the parser answered in an unknown shape")
    says: dict[str, Any] = {}
    for name in _STRINGS:
        value = fields.get(name)
        if value is not None:
            says[name] = scrubbed(str(value))[0][:_LONGEST]
    if not _ISO.fullmatch(str(says.get("published", ""))):
        says.pop("published", None)
    says.update({name: True for name in _FLAGS if fields.get(name) is True})
    losses = fields.get("losses")
    lines = [scrubbed(str(x))[0][:_LONGEST] for x in losses[:100]] if isinstance(losses, list) else []
    text, bad = scrubbed(body.decode("utf-8", "replace"))
    if bad:
        lines.append(f"{bad} NUL characters are shown as U+FFFD")
    return Piece(
        kind=str(fields["kind"]),
        at=scrubbed(str(fields.get("at", "")))[0][:_LONGEST],
        body=text if fields.get("has_body") is True else None,
        data=data if fields.get("has_data") is True else None,
        says=says,
        losses=tuple(lines),
    )


__all__ = ["Job", "Piece", "aside", "counted", "needs_ocr", "person", "received"]
