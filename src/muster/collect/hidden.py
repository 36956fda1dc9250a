"""The words of a PDF that none of its pages shows: what it says of itself, notes, forms, contents, names of
files, and all that earlier versions of it said, which a PDF keeps when it is changed.

Runs in a parsing process. Every object is walked once; pictures and fonts are no words.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

from muster.collect.pieces import Job, Piece, aside

_DEEPEST = 40
_MOST_VERSIONS = 30
_END = re.compile(rb"%%EOF\s{0,4}")
# The names of the format itself are shorter, or known; a name may hold any characters, also a person's.
_SHORTEST_NAME = 4


def opened(job: Job) -> Iterator[Piece]:
    """All strings of the file's objects and the words of its XML, of this version and of those before it."""
    data = job.data()
    ends = [m.end() for m in _END.finditer(data)][:-1]
    if len(ends) > _MOST_VERSIONS:
        yield aside("too many", f"a PDF of more than {_MOST_VERSIONS} versions, one inside the other")
        return
    try:
        words = list(_strings_of(data, job.limits.text_chars))
        for end in ends:
            words += _before(data[:end], job.limits.text_chars)
    except pikepdf.PasswordError:
        yield aside("password", "the PDF is locked with a password")
        return
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        yield aside("unreadable", f"a PDF that is damaged ({str(error)[:120]})")
        return
    yield Piece("whole", body="\n".join(words))


def _before(data: bytes, most: int) -> Iterator[str]:
    """An earlier version: its strings, and the words of its pages."""
    # The first end of a file made for the web closes its first page, not a version.
    if b"/Linearized" in data[:1024] and data.count(b"%%EOF") == 1:
        return
    yield from _strings_of(data, most)
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            yield page.get_textpage().get_text_range()


def _strings_of(data: bytes, most: int) -> Iterator[str]:
    chars = 0
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in (*pdf.objects, pdf.trailer):
            for words in _strings(each, 0):
                chars += len(words)
                if chars > most:
                    raise pikepdf.PdfError("more words than one text may hold")
                yield words


def _strings(each: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise pikepdf.PdfError("nested more deeply than any honest document")
    if isinstance(each, pikepdf.String):
        yield str(each)
    elif isinstance(each, pikepdf.Name):
        yield from _name(str(each))
    elif isinstance(each, pikepdf.Array):
        for inner in each:
            yield from _inside(inner, depth)
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/XML":
            yield each.read_bytes().decode("utf-8", "replace")
        for key, inner in each.items():
            yield from _name(key)
            yield from _inside(inner, depth)


def _name(words: str) -> Iterator[str]:
    if len(words) > _SHORTEST_NAME:
        yield words[1:]


def _inside(each: Any, depth: int) -> Iterator[str]:
    # What has a place of its own in the file is walked there.
    if not (isinstance(each, pikepdf.Object) and each.is_indirect):
        yield from _strings(each, depth + 1)


__all__ = ["opened"]
