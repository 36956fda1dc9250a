"""Bytes in, the words in them out, whatever they were written in: base64, quoted-printable, percent signs,
entities, headers of mail, words cut up by tags.

Nothing here says that such words are there; it lets whoever looks for a name see it.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
import zlib
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from typing import Final
from urllib.parse import unquote

_JSON: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
_CODED: Final = re.compile(r"&#?\w{2,8};|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}")
# What ends a line or a cell stays a gap; every other tag may stand inside a word.
_BREAK: Final = re.compile(
    r"</?(?:\w+:)?(?:p|tr|tc|row|c|br|cr|tab|td|th|li|h[1-6]|div|si)(?:\s[^<>]*)?/?>", re.I
)
_TAG: Final = re.compile(r"<[^<>]*>")
_ONE: Final = r"=\?[\w-]{2,30}\?[bBqQ]\?[^?\s]{1,400}\?="
_WORD: Final = re.compile(rf"{_ONE}(?:\s{{1,4}}{_ONE}){{0,40}}")
_QUOTED: Final = re.compile(rb"=[0-9A-F]{2}=[0-9A-F]{2}")
_BASE64: Final = re.compile(
    rb"(?:[A-Za-z0-9+/]{40,998}\r?\n)+[A-Za-z0-9+/]{0,998}={0,2}|[A-Za-z0-9+/_-]{12,}={0,2}"
)
_MAGIC: Final = (b"PK\x03\x04", b"\x1f\x8b", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MOST_OF_A_CHUNK: Final = 1 << 20


def meant(text: str) -> str:
    """``text``; below it what its entities, percent signs, ``\\u`` and words of mail headers mean; and its
    words without the tags that cut them up. Linear."""
    read = [text]
    if _CODED.search(text):
        read.append(_JSON.sub(lambda m: chr(int(m[1], 16)), html.unescape(unquote(text))))
    if "=?" in text:
        read.append(_WORD.sub(lambda m: _header(m.group()), text))
    if "<" in text:
        read += [_TAG.sub("", _BREAK.sub("\n", each)) for each in tuple(read)]
    return "\n".join(dict.fromkeys(read))


def _header(words: str) -> str:
    try:
        parts = decode_header(words)
        return "".join(p if isinstance(p, str) else p.decode(code or "ascii", "replace") for p, code in parts)
    except (HeaderParseError, LookupError, ValueError):
        return ""


def unpacked(raw: bytes) -> Iterator[bytes]:
    """What is written in letters in these bytes (base64, quoted-printable), and the packed words of a PNG."""
    if raw.startswith(_PNG):
        yield from _png_words(raw)
    if _QUOTED.search(raw):
        yield quopri.decodestring(raw)
    for match in _BASE64.finditer(raw):
        body = b"".join(match.group().split()).rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        try:
            found = base64.b64decode(body[: len(body) - (len(body) % 4 == 1)] + b"=" * (-len(body) % 4))
        except (ValueError, binascii.Error):
            continue
        if found.startswith(_MAGIC) or _is_text(found):
            yield found


def _is_text(raw: bytes) -> bool:
    """Whether bytes out of letters are words: a digest, an id or a key written so is not."""
    try:
        text = raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    except UnicodeDecodeError:
        return False
    letters = sum(c.isalpha() for c in text)
    return letters * 2 > len(text) and all(c.isprintable() or c in "\r\n\t" for c in text)


def _png_words(raw: bytes) -> Iterator[bytes]:
    """The words of zTXt and iTXt chunks (PNG specification, 11.3.4), packed or not."""
    place = len(_PNG)
    while place + 8 <= len(raw):
        size, kind = int.from_bytes(raw[place : place + 4]), raw[place + 4 : place + 8]
        data = raw[place + 8 : place + 8 + size]
        place += 12 + size
        if kind in (b"zTXt", b"iTXt"):
            start = data.find(b"\x78", data.find(b"\0") + 1)
            try:
                yield zlib.decompressobj().decompress(data[max(start, 0) :], _MOST_OF_A_CHUNK)
            except zlib.error:
                continue


__all__ = ["meant", "unpacked"]
