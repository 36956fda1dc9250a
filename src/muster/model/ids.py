"""Ids: digests of evidence, never of anything resolved or scored.

The same bytes from the same address give the same id in every project, so two projects can be
compared and merged, and reading twice adds nothing. Ids of sealed documents are keyed with the
project's secret: somebody who guesses the text of an interview cannot confirm the guess by
computing its id. Everything below a document takes its id from the document's, so one key is enough.
"""

from __future__ import annotations

import hashlib

# 96 bits: a project would need 10^13 records before two share an id by chance, and a prefix of six
# characters is still enough for a person to type.
_BYTES = 12


def make_id(kind: str, *evidence: str | int, key: bytes = b"") -> str:
    """``kind-<24 hex digits>`` from the evidence; ``key`` (up to 64 bytes) only for sealed records.

    Each part is written with its length, so ("ab", "c") and ("a", "bc") differ.
    """
    h = hashlib.blake2b(kind.encode(), digest_size=_BYTES, key=key)
    for part in evidence:
        raw = str(part).encode("utf-8", "surrogatepass")
        h.update(b"%d:" % len(raw))
        h.update(raw)
    return f"{kind}-{h.hexdigest()}"


def source_id(name: str, kind: str) -> str:
    """The id of a source: its name and kind."""
    return make_id("source", name, kind)


def document_id(source: str, address: str, sha256: str, *, key: bytes = b"") -> str:
    """The id of a document: who published it, where, and its exact bytes."""
    return make_id("doc", source, address, sha256, key=key)


def text_id(document: str, made_by: str) -> str:
    """The id of what one extractor, recogniser or translator made of a document."""
    return make_id("text", document, made_by)


def span_id(kind: str, text: str, start: int, stop: int, *more: str | int) -> str:
    """The id of a record that rests on characters ``[start, stop)`` of a text."""
    return make_id(kind, text, start, stop, *more)
