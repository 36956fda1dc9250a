"""A plain text that is handed over, not found in a folder: an interview, a released claim."""

from __future__ import annotations

import hashlib

from muster.collect.header import read_header
from muster.collect.plain import MADE_BY
from muster.model.evidence import Document, Source, Taken, Text
from muster.model.ids import document_id, text_id
from muster.text.languages import language_of


def plain_document(source: Source, address: str, raw: bytes, *, now: str, key: bytes = b"") -> Taken:
    """UTF-8 bytes as a document of ``source``; the lines of a card at its top are read as metadata."""
    body = raw.decode("utf-8")
    header = read_header(body)
    sha256 = hashlib.sha256(raw).hexdigest()
    id = document_id(source.id, address, sha256, key=key)
    document = Document(
        id, source.id, address, sha256, "text/plain", now, published=header.published,
        published_by="header" if header.published else None, title=header.title, size=len(raw),
    )  # fmt: skip
    return Taken(source, document, raw, Text(text_id(id, MADE_BY), id, body, language_of(body), MADE_BY))


__all__ = ["plain_document"]
