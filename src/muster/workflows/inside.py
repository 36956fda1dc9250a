"""The words inside a file that leaves, also those in archives, records and parsed papers, within limits."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from warcio.archiveiterator import ArchiveIterator

from muster.collect import hidden_words, take_folder
from muster.collect.bombs import Bomb, Budget, overlap, read_member
from muster.collect.limits import Limits
from muster.model.errors import Refused
from muster.model.evidence import SetAside, Taken
from muster.text.coded import meant, unpacked

_ZIP, _GZIP, _WARC = b"PK\x03\x04", b"\x1f\x8b", b"WARC/"
_PACKED = (_ZIP, _GZIP, _WARC, b"PK\x05\x06")
_PDF = b"%PDF-"
# Parsed in a process of its own, with limits: their words are not their bytes.
_PARSED = (*_PACKED, _PDF, b"\xd0\xcf\x11\xe0", b"{\\rtf")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CONTROLS = bytes({*range(32)} - {9, 10, 11, 12, 13, 27})
_RUN = re.compile(r"[^\x00-\x08\x0e-\x1f\x7f\ufffd]{8,}")
# What hides nothing: a picture is no text, an index holds what the records hold.
_HARMLESS = frozenset({"not text", "index", "empty", "binary", "no text", "system file"})


@dataclass(frozen=True, slots=True)
class Words:
    """Something to look through. ``paper``: the text of a whole paper, as its readers see it."""

    at: str
    text: str
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """A part that could not be looked into, and why."""

    at: str
    why: str


def words_of(
    path: Path, *, now: str, whole: bool = False, limits: Limits | None = None
) -> Iterator[Words | Closed]:
    """Everything legible in one file: its bytes, those of its members, the texts of papers it holds, and what
    no page of them shows. ``whole``: it is a paper of others, and is parsed whatever it is."""
    bounds = limits or Limits(unpacked_bytes=256 << 20)
    if path.stat().st_size > bounds.file_bytes:
        yield Closed(path.name, "too large")
        return
    raw = path.read_bytes()
    yield from _raw(path.name, raw, bounds, Budget(bounds, len(raw)), 0)
    if whole or raw.startswith(_PARSED):
        for item in take_folder(path, now=now, seen=lambda _: None, limits=bounds, ocr=whole):
            if isinstance(item, Taken) and item.text is not None:
                said = (item.document.title, item.document.author, item.text.body)
                yield Words(path.name, "\n".join(filter(None, said)), paper=True)
            elif isinstance(item, SetAside) and not _harmless(item, path.name):
                yield Closed(path.name, item.reason)


def _harmless(aside: SetAside, name: str) -> bool:
    # A letter that is a picture has to be read; a picture in a letter is for a person to look at.
    return aside.reason in _HARMLESS or (aside.reason == "needs ocr" and aside.record != name)


def _raw(at: str, raw: bytes, limits: Limits, budget: Budget, depth: int) -> Iterator[Words | Closed]:
    packed = raw.startswith(_PACKED)
    if not packed:
        yield Words(at, legible(raw))
        if depth < limits.depth:
            for inner in unpacked(raw):
                yield from _raw(at, inner, limits, budget, depth + 1)
    if _PDF in raw[:1024]:
        yield _unshown(at, raw, limits)
    # A page before it does not make a ZIP unreadable to who looks for its end.
    if not packed and not zipfile.is_zipfile(io.BytesIO(raw)):
        return
    if depth >= limits.depth:
        yield Closed(at, "too deep")
        return
    try:
        for name, member in _members(raw, limits, budget):
            yield Words(at, name)
            yield from _raw(at, member, limits, budget, depth + 1)
    except Bomb:
        yield Closed(at, "zip bomb")
    except Exception:
        # Made to harm, it may raise anything in the parsers; that it was not looked into is what matters.
        yield Closed(at, "damaged, or locked with a password")


def _unshown(at: str, raw: bytes, limits: Limits) -> Words | Closed:
    try:
        return Words(at, hidden_words(raw, limits))
    except Refused as refused:
        return Closed(at, refused.what)


def _members(raw: bytes, limits: Limits, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """What an archive holds, with the name of each part. Raises Bomb, and what damaged archives raise."""
    file = io.BytesIO(raw)
    if raw.startswith(_WARC):
        yield from _records(file, budget)
    elif raw.startswith(_GZIP):
        with gzip.open(file) as stream:
            head = stream.read(len(_WARC))
        file.seek(0)
        if head == _WARC:
            yield from _records(file, budget)
        else:
            with gzip.open(file) as stream:
                yield "", budget.read(cast("IO[bytes]", stream), len(raw))
    else:
        with zipfile.ZipFile(file) as archive:
            if len(archive.filelist) > limits.members or overlap(archive, file):
                raise Bomb("members without number, or inside each other")
            yield "", archive.comment
            for info in archive.infolist():
                yield info.filename, read_member(archive, info, budget)


def _records(file: IO[bytes], budget: Budget) -> Iterator[tuple[str, bytes]]:
    """Each record's headers as its name, and its words as they were before they were packed."""
    record: Any
    for record in ArchiveIterator(file):
        heads = [record.rec_headers, *([record.http_headers] if record.http_headers else [])]
        named = "\n".join(f"{name}: {value}" for head in heads for name, value in head.headers)
        yield named, budget.read(record.content_stream())


def legible(raw: bytes) -> str:
    """Bytes as words; of a picture, a PDF and the like the runs of letters that stand in them.

    What is written in entities, percent signs or between tags is added as it is meant.
    """
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    coded = next((code for mark, code in _MARKS.items() if raw.startswith(mark)), "")
    if coded:
        text = raw.decode(coded, "replace")
    elif raw.startswith(_PARSED) or controls > len(raw) // 100:
        text = "\n".join(_RUN.findall(raw.decode("utf-8", "replace")))
        if controls > len(raw) // 5:
            text += "\n" + "\n".join(_RUN.findall(raw.decode("utf-16-le", "replace")))
    else:
        text = _text(raw.replace(b"\0", b""))
    return meant(text)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        # Older pages of the region; what is UTF-8 but for a few bytes is read as that too.
        return raw.decode("cp1251", "replace") + "\n" + raw.decode("utf-8", "replace")


__all__ = ["Closed", "Words", "legible", "words_of"]
