"""A reading made ready to write: checked against its text, digested, its rows laid out.

This is most of the work of keeping a reading and needs no project file, so the process that read a
text does it, and the one writer only puts rows down.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from muster.model.claims import Reading
from muster.store.codes import code
from muster.store.records import Packed, Page, canonical, digest, pack
from muster.store.shelves import SHELVES, row_of

Row = tuple[Any, ...]


class Prepared(NamedTuple):
    """``text``: the id of the text, as the file keeps it. ``body``: sha256 of the characters that the
    passages were checked against. ``digest``: what the ledger says of the reading. ``head``: (reader,
    understood, characters, unread, notes). ``rows``: for each shelf the columns after (document, n)."""

    text: bytes | str
    body: bytes
    digest: bytes
    head: Row
    rows: tuple[list[Row], ...]


def prepare(reading: Reading, body: str) -> Prepared:
    """``reading`` of a text with this ``body``. Raises RecordError where a passage does not hold in it."""
    page = Page(reading.text, body)
    packed = pack(reading, page)
    numbers = _numbers(packed)
    return Prepared(
        code(reading.text, "text"),
        body_digest(body),
        reading_digest(packed, page),
        (
            packed["reader"], packed.get("understood", 0), packed.get("characters", 0),
            _list(packed.get("unread")), _list(packed.get("notes")),
        ),
        tuple(
            [tuple(row_of(shelf, record, page, numbers)) for record in packed.get(shelf.part, ())]
            for shelf in SHELVES
        ),
    )  # fmt: skip


def body_digest(body: str) -> bytes:
    """sha256 of a text's characters."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).digest()


def reading_digest(packed: Packed, page: Page) -> bytes:
    """What the ledger says of a reading: every record, and the text that its passages stand in."""
    return digest(packed, body_digest(page.body))


def _list(value: list[Any] | None) -> str | None:
    return canonical(value).decode() if value else None


def _numbers(whole: Packed) -> Mapping[str, Mapping[str, int]]:
    # From the end, so that of two records with one id the first is meant.
    return {
        kind: {each["id"]: n for n, each in reversed(list(enumerate(whole.get(part, ()))))}
        for kind, part in (("claim", "claims"), ("event", "events"))
    }


__all__ = ["Prepared", "body_digest", "prepare", "reading_digest"]
