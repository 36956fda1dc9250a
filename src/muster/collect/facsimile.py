"""One page of a PDF as a grey picture, with words on it marked. Runs in a parsing process."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import pypdfium2

from muster.collect.pieces import Job, Piece, aside

# Large enough to read on a screen, small enough to be there at once.
_WIDEST, _HIGHEST = 1100, 1600
_SHADE, _LINE = 200, 3


def opened(job: Job) -> Iterator[Piece]:
    """The picture as PNG. Hints: ``page`` from 0; ``words``: a JSON list to shade; ``focus``: to frame."""
    try:
        with pypdfium2.PdfDocument(job.data()) as pdf:
            number = int(job.hints["page"])
            if not 0 <= number < len(pdf):
                yield aside("no page", f"this PDF has {len(pdf)} pages")
                return
            yield Piece("whole", data=_drawn(pdf[number], job))
    except pypdfium2.PdfiumError as error:
        yield aside("unreadable", f"the page cannot be drawn ({str(error)[:120]})")


def _drawn(page: Any, job: Job) -> bytes:
    width, height = page.get_size()
    scale = min(_WIDEST / max(width, 1), _HIGHEST / max(height, 1), 4.0)
    bitmap = page.render(scale=scale, grayscale=True)
    wide, high, stride, raw = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    rows = [bytearray(raw[y * stride : y * stride + wide]) for y in range(high)]
    # On a turned page the places of letters and those of points do not agree.
    if page.get_rotation() == 0:
        textpage = page.get_textpage()
        for words in json.loads(job.hints["words"]):
            for box in _boxes(textpage, words):
                _shade(rows, _pixels(box, height, scale, wide, high))
        for box in _boxes(textpage, job.hints["focus"]):
            _frame(rows, _pixels(box, height, scale, wide, high))
    return png(wide, rows)


def _boxes(textpage: Any, words: str) -> Iterator[tuple[float, float, float, float]]:
    """(left, bottom, right, top) of each line's part of ``words``, where they first stand."""
    for line in words.splitlines():
        if len(line.strip()) < 2:
            continue
        found = textpage.search(line.strip(), match_case=True).get_next()
        if found is not None:
            for n in range(textpage.count_rects(*found)):
                yield textpage.get_rect(n)


Pixels = tuple[int, int, int, int]


def _pixels(
    box: tuple[float, float, float, float], height: float, scale: float, wide: int, high: int
) -> Pixels:
    left, bottom, right, top = box
    return (
        max(0, int(left * scale) - 2), max(0, int((height - top) * scale) - 2),
        min(wide, int(right * scale) + 3), min(high, int((height - bottom) * scale) + 3),
    )  # fmt: skip


def _shade(rows: list[bytearray], at: Pixels) -> None:
    left, top, right, bottom = at
    darker = bytes(min(n, _SHADE) for n in range(256))
    for row in rows[top:bottom]:
        row[left:right] = row[left:right].translate(darker)


def _frame(rows: list[bytearray], at: Pixels) -> None:
    left, top, right, bottom = at
    for y in range(top, bottom):
        inside = top + _LINE <= y < bottom - _LINE
        for x in (*range(left, min(left + _LINE, right)), *range(max(left, right - _LINE), right)):
            rows[y][x] = 0
        if not inside:
            rows[y][left:right] = bytes(max(0, right - left))


def png(wide: int, rows: list[bytearray]) -> bytes:
    """Rows of one byte a point as a PNG file (RFC 2083), without anything that says when or by whom."""
    head = struct.pack(">IIBBBBB", wide, len(rows), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 6)
    parts = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


__all__ = ["opened", "png"]
