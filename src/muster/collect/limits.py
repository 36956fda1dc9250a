"""How much one file may cost. Every limit, when met, is said in a SetAside or in a document's losses."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is untrusted. Bytes, seconds and counts; the defaults suit a laptop with 8 GB.

    ``file_bytes``: a container (archive, export, mailbox); larger files are never opened.
    ``document_bytes``: one document, or one member of a container.
    ``unpacked_bytes``, ``ratio``: what one archive may unpack to, in all and against its packed size.
    ``members``, ``depth``: members of one archive, and archives within archives.
    ``items``: messages, records or entries of one container. ``rows``: rows of one table.
    ``pages``, ``pixels``: of one PDF, of one image. ``text_chars``: characters of one text.
    ``seconds``: wall clock for one document; ``ocr_seconds`` where characters must be recognised.
    ``memory_bytes``: address space of the parsing process.
    """

    file_bytes: int = 512 * _MIB
    document_bytes: int = 64 * _MIB
    unpacked_bytes: int = 1024 * _MIB
    ratio: int = 200
    members: int = 20_000
    depth: int = 3
    items: int = 1_000_000
    rows: int = 50_000
    pages: int = 2_000
    pixels: int = 120_000_000
    text_chars: int = 20_000_000
    seconds: float = 60.0
    ocr_seconds: float = 600.0
    memory_bytes: int = 1536 * _MIB
