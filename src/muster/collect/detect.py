"""What a file is, by its content. The name is a hint only where the content leaves two readings."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Kinds that hold further documents: these may be larger than one document may be.
CONTAINERS = frozenset({"zip", "gzip", "tar", "json", "mbox", "warc"})

HEAD = 8192
TAIL = 66_000  # a ZIP ends with at most 22 + 65,535 bytes after its directory

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
_MEDIA: dict[bytes, str] = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
# Recognised so that the reason can say what it is; none of them is opened.
_KNOWN: tuple[tuple[bytes, str, str], ...] = (
    (b"MZ", "program", "a Windows program"),
    (b"\x7fELF", "program", "a Linux program"),
    (b"\xcf\xfa\xed\xfe", "program", "a macOS program"),
    (b"\xca\xfe\xba\xbe", "program", "a macOS program or Java class"),
    (b"SQLite format 3\x00", "database", "an SQLite database"),
    (b"7z\xbc\xaf\x27\x1c", "archive", "a 7z archive; unpack it and take the folder"),
    (b"Rar!\x1a\x07", "archive", "a RAR archive; unpack it and take the folder"),
    (b"BZh", "archive", "a bzip2 archive; unpack it and take the folder"),
    (b"\xfd7zXZ\x00", "archive", "an XZ archive; unpack it and take the folder"),
    (b"\x28\xb5\x2f\xfd", "archive", "a Zstandard archive; unpack it and take the folder"),
    (b"{\\rtf", "old format", "an RTF text; save it as DOCX or plain text"),
    (b"GIF8", "image format", "a GIF picture; save it as PNG to have it read"),
    (b"BM", "image format", "a BMP picture; save it as PNG to have it read"),
    (b"OggS", "media", "a sound or video file; a transcript can be taken"),
    (b"ID3", "media", "a sound file; a transcript can be taken"),
    (b"\x1aE\xdf\xa3", "media", "a video file; a transcript can be taken"),
    (b"fLaC", "media", "a sound file; a transcript can be taken"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MAIL_FIELDS = re.compile(
    rb"(?i)(from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|reply-to|sender"
    rb"|content-type|content-transfer-encoding|in-reply-to|references|user-agent|importance|dkim-signature"
    rb"|authentication-results|thread-[a-z]{1,10}|list-[a-z]{1,20}|arc-[a-z-]{1,40}|x-[a-z0-9-]{1,60})[ \t]*:"
)
_HTML = re.compile(
    rb"(?is)^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|article|section|main|table|p|h[1-6]|span|a)(?=[\s>/])"
)
_FEED = re.compile(rb"(?is)<(?:rss|feed|rdf:rdf|atom:feed)[\s>]")
_XML = re.compile(rb"(?s)^\s*<\?xml|^\s*<!DOCTYPE|^\s*<[a-zA-Z][\w:.-]{0,60}[\s>]")


@dataclass(frozen=True, slots=True)
class Kind:
    """``name``: html, pdf, zip, image, text, csv, … or ``refused`` with ``reason`` and ``detail``."""

    name: str
    media_type: str = ""
    reason: str = ""
    detail: str = ""


def detect(head: bytes, tail: bytes, size: int, name: str) -> Kind:
    """The kind of a file from its first 8 KiB, its last 66,000 bytes, its size and (hint) its name."""
    if size == 0:
        return Kind("refused", reason="empty", detail="the file holds no bytes; nothing to read")
    twofold = _polyglot(head, tail, size)
    if twofold:
        return Kind(
            "refused",
            reason="polyglot",
            detail=f"the same bytes are {twofold}; such a file is made to deceive and is not opened",
        )
    return _by_magic(head, tail) or _by_text(head, name)


def _by_magic(head: bytes, tail: bytes) -> Kind | None:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            media = next((m for start, m in _MEDIA.items() if head.startswith(start)), f"application/{kind}")
            return Kind(kind, media)
    if head.startswith(_OLE):
        return _ole(head + tail)
    for magic, reason, what in _KNOWN:
        if head.startswith(magic) and (len(magic) > 3 or b"\x00" in head or reason == "archive"):
            return Kind("refused", reason=reason, detail=f"by its content it is {what}")
    if head[4:8] == b"ftyp":
        return Kind("refused", reason="media", detail="by its content it is a video, sound or HEIC file")
    if head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return Kind("refused", reason="media", detail="by its content it is a picture, sound or video (RIFF)")
    if head[257:262] == b"ustar":
        return Kind("tar", "application/x-tar")
    if b"%PDF-" in head[:1024]:
        # Some printers write a line before the header; PDFium accepts that too.
        return Kind("pdf", "application/pdf")
    return None


def _ole(sample: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in sample:
        return Kind(
            "refused",
            reason="password",
            detail="an Office file locked with a password; save a copy without one and take that",
        )
    return Kind(
        "refused",
        reason="old format",
        detail="an old Office file (.doc, .xls, .msg); save it as DOCX, XLSX or EML and take that",
    )


def _polyglot(head: bytes, tail: bytes, size: int) -> str:
    """In words, the two things a file is at once; empty where it is one thing."""
    first = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")
    if first == "zip":
        return "a ZIP and a PDF" if b"%PDF-" in head[:1024] and not _stored_pdf(head) else ""
    ends_as_zip = _zip_end(tail, size)
    if ends_as_zip and (first in ("pdf", "image") or head.startswith((b"MZ", b"GIF8", b"\x7fELF"))):
        return f"{'a PDF' if first == 'pdf' else 'a picture or program'} and a ZIP"
    if ends_as_zip and _HTML.match(head):
        return "a web page and a ZIP"
    where = head[:1024].find(b"%PDF-")
    if where > 0 and (first == "image" or head.startswith((b"MZ", b"GIF8", b"\x7fELF")) or _HTML.match(head)):
        return "a PDF and something else (a picture, a program or a web page)"
    return ""


def _stored_pdf(head: bytes) -> bool:
    # An uncompressed PDF as the first member of a ZIP begins right after the member's local header.
    start = 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    return head[start : start + 5] == b"%PDF-" and head[8:10] == b"\x00\x00"


def _zip_end(tail: bytes, size: int) -> bool:
    where = tail.rfind(b"PK\x05\x06")
    if where < 0 or len(tail) < where + 22:
        return False
    comment = int.from_bytes(tail[where + 20 : where + 22], "little")
    return where + 22 + comment == len(tail) and size > 22


def _by_text(head: bytes, name: str) -> Kind:
    lower = name.lower()
    sample = _plain_view(head)
    start = sample.lstrip()
    if re.match(rb"(?i)WARC/\d", start):
        return Kind("warc", "application/warc")
    if start[:1] in (b"{", b"[") and _like_json(start):
        return Kind("json", "application/json")
    if _is_mbox(sample):
        return Kind("mbox", "application/mbox")
    if _is_mail(sample, lower):
        return Kind("mail", "message/rfc822")
    if _FEED.search(sample[:4096]) and _XML.match(sample):
        return Kind("feed", "application/xml")
    if _HTML.match(sample) or (lower.endswith((".html", ".htm", ".xhtml")) and b"<" in sample):
        return Kind("html", "text/html")
    if _XML.match(sample) and start.startswith((b"<?xml", b"<!DOCTYPE")):
        if b"<!ENTITY" in sample:
            return Kind(
                "refused", reason="forbidden XML", detail="it declares XML entities; it was not opened"
            )
        return Kind("xml", "application/xml")
    if _is_table(sample, lower):
        return Kind("csv", "text/csv")
    return Kind("text", "text/plain")


def _plain_view(head: bytes) -> bytes:
    """The head as bytes of one octet per character, where it is UTF-16 or marked; else as it is."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", ""),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if head.startswith(mark):
            rest = head[len(mark) :]
            return rest.decode(encoding, "replace").encode() if encoding else rest
    return head


def _like_json(start: bytes) -> bool:
    if start[:1] == b"[":
        # "[1] A footnote" begins a text, "[1, 2" a list.
        return re.match(rb'\[\s*(?:[\[{"\]]|-?\d[\d.]{0,20}\s*,)', start) is not None
    return re.match(rb'\{\s*(?:"|\})', start) is not None


def _is_mbox(sample: bytes) -> bool:
    if not sample.startswith(b"From "):
        return False
    second = sample.split(b"\n", 2)[1:2]
    return bool(second) and re.match(rb"[A-Za-z][A-Za-z0-9-]{0,60}:", second[0]) is not None


def _is_mail(sample: bytes, lower: str) -> bool:
    block = re.split(rb"\r?\n\r?\n", sample, maxsplit=1)[0]
    lines = [line for line in block.splitlines() if not line[:1].isspace()]
    known = {m.group(1).lower() for line in lines if (m := _MAIL_FIELDS.match(line))}
    if not lines or not re.match(rb"[A-Za-z][A-Za-z0-9-]{0,60}[ \t]*:", lines[0]):
        return False
    core = known & {b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version"}
    wanted = 1 if lower.endswith(".eml") else 3
    # A text that begins "From: … / Date: …" is a text; a mail has little else before its empty line.
    return len(core) >= wanted and len(known) * 2 >= len({line.split(b":")[0] for line in lines})


def _is_table(sample: bytes, lower: str) -> bool:
    lines = [line for line in sample.splitlines()[:-1] or sample.splitlines() if line.strip()][:10]
    if lower.endswith(".csv"):
        return True
    if lower.endswith(".tsv"):
        return bool(lines) and b"\t" in lines[0]
    if len(lines) < 3:
        return False
    # Without the name's hint only an unmistakable table counts: a tab or semicolon grid, all rows alike.
    return any(lines[0].count(d) >= 2 and len({line.count(d) for line in lines}) == 1 for d in (b"\t", b";"))


__all__ = ["CONTAINERS", "HEAD", "TAIL", "Kind", "detect"]
