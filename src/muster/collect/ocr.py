"""Pictures of text through tesseract, when it is installed. Runs in a parsing process.

The recogniser is a program of its own; it inherits the parser's limits and its lack of a network.
"""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from functools import lru_cache

from muster.collect.pieces import Job, Piece, aside, needs_ocr

_LONGEST_SIDE = 32_000


def opened(job: Job) -> Iterator[Piece]:
    """One picture, one document, or a set-aside that says what is missing."""
    data = job.data()
    if not job.tesseract:
        yield needs_ocr("a picture")
        return
    size = picture_size(data)
    if size is None:
        yield aside("unreadable", "a picture whose size cannot be read; it is damaged or cut off")
        return
    width, height = size
    if width * height > job.limits.pixels or max(size) > _LONGEST_SIDE or min(size) < 1:
        yield aside(
            "too large", f"a picture of {width:,} x {height:,} points; {job.limits.pixels:,} are the limit"
        )
        return
    text = recognised(job, data)
    if not text.strip():
        yield aside("no text", "no words were recognised in this picture")
        return
    loss = "read from a picture: single letters may be wrong"
    yield Piece("whole", body=text, losses=(loss,), says={"made_by": made_by(job)})


def recognised(job: Job, picture: bytes) -> str:
    """The words in a picture (PNG, JPEG, TIFF or a grey map), paragraphs apart by empty lines."""
    command = [job.tesseract, "stdin", "stdout", "-l", "+".join(job.languages), "--psm", "3"]
    done = subprocess.run(command, input=picture, capture_output=True, check=False)
    if done.returncode:
        return ""
    text = done.stdout.decode("utf-8", "replace").replace("\f", "\n")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def made_by(job: Job) -> str:
    """``tesseract/5.3.0+eng+rus+ukr``: another version or language is another reading."""
    return f"tesseract/{_version(job.tesseract)}+{'+'.join(job.languages)}"


@lru_cache(maxsize=1)
def _version(program: str) -> str:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"tesseract v?(\d[\w.]*)", done.stdout + done.stderr)
    return found.group(1) if found else "unknown"


def grey_map(width: int, height: int, stride: int, rows: bytes) -> bytes:
    """A picture of one byte a point as PGM, which every recogniser reads."""
    if stride != width:
        rows = b"".join(rows[y * stride : y * stride + width] for y in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows[: width * height]


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the header, before any point is decoded; None where there is none."""
    try:
        if data.startswith(b"\x89PNG"):
            width, height = struct.unpack(">II", data[16:24])
            return width, height
        if data.startswith(b"\xff\xd8"):
            return _jpeg_size(data)
        return _tiff_size(data)
    except (struct.error, IndexError):
        return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 < len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += (
            2
            if marker == 0xFF or 0xD0 <= marker <= 0xD9
            else 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
        )
    return None


def _tiff_size(data: bytes) -> tuple[int, int] | None:
    order = "<" if data.startswith(b"II") else ">"
    (place,) = struct.unpack(order + "I", data[4:8])
    (count,) = struct.unpack(order + "H", data[place : place + 2])
    found = {}
    for entry in range(min(count, 500)):
        start = place + 2 + 12 * entry
        tag, kind = struct.unpack(order + "HH", data[start : start + 4])
        if tag in (256, 257):
            found[tag] = struct.unpack(
                order + ("H" if kind == 3 else "I"), data[start + 8 : start + (10 if kind == 3 else 12)]
            )[0]
    return (found[256], found[257]) if len(found) == 2 else None
