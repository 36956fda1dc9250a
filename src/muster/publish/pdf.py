"""Lines in, the bytes of a PDF out: pages drawn anew from the words alone, in a font of our own.

No author, no title, no day, no history: what a PDF may carry beside its words is not written. The words stay
words, so that they can be searched and read aloud.
"""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final

# A4 in points.
_WIDE, _HIGH, _MARGIN, _SIZE, _LEADING = 595.0, 842.0, 64.0, 10.5, 15.0
# What the font has letters for; anything else is written out as its number.
_KNOWN: Final = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x400, 0x525), (0x2010, 0x2027), (0x2030, 0x203F),
    *((c, c) for c in (0x20AC, 0x20B4, 0x20BD, 0x2116, 0x2122, 0x2190, 0x2192, 0x2212, 0x2260, 0x2264, 0x2265,
                       0x25A1, 0x27E8, 0x27E9, 0xFFFD)),
)  # fmt: skip
# pdfium writes who made it and when; both are blanked, at equal length, so that the file stays whole.
_TOLD = re.compile(rb"/CreationDate\([^)]*\)|/ModDate\([^)]*\)|/(?:Creator|Producer)\([^)]*\)")
_ID = re.compile(rb"/ID\[<[0-9A-Fa-f]*><[0-9A-Fa-f]*>\]")


def pdf_of(text: str) -> bytes:
    """A PDF with the lines of ``text``, wrapped; the same bytes for the same text."""
    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument.new()
    try:
        data = _font_bytes()
        buffer = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
        font = raw.FPDFText_LoadFont(document, buffer, len(data), raw.FPDF_FONT_TRUETYPE, True)
        lines = list(_wrapped(text, _Widths(raw, font)))
        each = int((_HIGH - 2 * _MARGIN) / _LEADING)
        for first in range(0, max(1, len(lines)), each):
            page = document.new_page(_WIDE, _HIGH)
            for n, line in enumerate(lines[first : first + each]):
                if line:
                    _put(raw, document, page, font, line, _HIGH - _MARGIN - _SIZE - n * _LEADING)
            raw.FPDFPage_GenerateContent(page)
        out = io.BytesIO()
        document.save(out)
        raw.FPDFFont_Close(font)
    finally:
        document.close()
    return _untold(out.getvalue())


@cache
def _font_bytes() -> bytes:
    return (files("muster.publish") / "fonts" / "muster-sans.ttf").read_bytes()


def _put(raw: Any, document: Any, page: Any, font: Any, line: str, y: float) -> None:
    drawn = raw.FPDFPageObj_CreateTextObj(document, font, _SIZE)
    units = (line + "\0").encode("utf-16-le")
    raw.FPDFText_SetText(drawn, (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units))
    raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, _MARGIN, y)
    raw.FPDFPage_InsertObject(page, drawn)


def _untold(pdf: bytes) -> bytes:
    blank = _TOLD.sub(lambda told: b" " * len(told.group()), pdf)
    return _ID.sub(lambda id: re.sub(rb"[0-9A-Fa-f](?=[0-9A-Fa-f]*>)", b"0", id.group()), blank)


class _Widths:
    """How wide each letter is, in points; asked of the font once."""

    def __init__(self, raw: Any, font: Any) -> None:
        self._raw, self._font, self._known = raw, font, dict[str, float]()

    def of(self, word: str) -> float:
        return sum(map(self._of, word))

    def _of(self, letter: str) -> float:
        if letter not in self._known:
            width = ctypes.c_float()
            self._raw.FPDFFont_GetGlyphWidth(self._font, ord(letter), _SIZE, ctypes.byref(width))
            self._known[letter] = width.value
        return self._known[letter]


def _wrapped(text: str, widths: _Widths) -> Iterator[str]:
    most = _WIDE - 2 * _MARGIN
    for line in text.replace("\t", "    ").split("\n"):
        now, wide = "", 0.0
        for word in re.findall(r" *[^ ]+| +", _lettered(line)):
            size = widths.of(word)
            if now and wide + size > most:
                yield now
                now, wide, word = "", 0.0, word.lstrip(" ")
                size = widths.of(word)
            while size > most:
                # A word longer than a line is cut where the line ends.
                cut = next(n for n in range(1, len(word) + 1) if widths.of(word[: n + 1]) > most)
                yield word[:cut]
                word = word[cut:]
                size = widths.of(word)
            now, wide = now + word, wide + size
        yield now


def _lettered(line: str) -> str:
    return "".join(c if _has(ord(c)) else f"⟨U+{ord(c):04X}⟩" for c in line)


def _has(point: int) -> bool:
    return any(first <= point <= last for first, last in _KNOWN)


__all__ = ["pdf_of"]
