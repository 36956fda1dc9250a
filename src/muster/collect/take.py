"""A folder taken file by file: each becomes documents with texts, or is set aside with a reason."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from muster.collect.detect import CONTAINERS, HEAD, TAIL, Kind, detect
from muster.collect.keep import Keeper, Tally, overlapped
from muster.collect.limits import Limits
from muster.collect.recogniser import recogniser
from muster.collect.sandbox import Sandbox
from muster.collect.walk import Found, oserror_reason, oserror_words, walk
from muster.model.evidence import FileSeen, SetAside, Taken

# A file's time of change that matches no file's: what was set aside for a reason that lies outside
# the file (no recogniser installed, no chat chosen) is looked at again by the next run.
_AGAIN = -1
_DEFAULT = Limits()
_CHUNK = 1 << 20


def take_folder(
    root: Path,
    *,
    now: str,
    seen: Callable[[str], FileSeen | None],
    limits: Limits = _DEFAULT,
    ocr: bool = True,
    chats: tuple[str, ...] = (),
    key: bytes = b"",
) -> Iterator[Taken | SetAside | FileSeen]:
    """Everything below ``root``, in the order of addresses; after the items of a file its FileSeen.

    ``now`` (ISO 8601) becomes ``taken``. A file that ``seen`` knows with the same size and time of
    change, or with the same bytes, yields its FileSeen alone. ``chats``: names or ids of the chats to
    take from an export of a whole Telegram account. ``key``: makes the ids of sealed documents keyed.
    Raises Usage where ``root`` is not there; nothing else that lies in a folder stops it.
    """
    program, languages = recogniser() if ocr else ("", ())
    with Sandbox(limits, tesseract=program, languages=languages) as sandbox:
        keeper = Keeper(sandbox, now=now, key=key, chats=chats)
        yield from overlapped(_begun(found, keeper, seen, limits) for found in walk(root))


def _begun(
    found: Found | SetAside, keeper: Keeper, seen: Callable[[str], FileSeen | None], limits: Limits
) -> Iterator[Taken | SetAside | FileSeen]:
    """The items of one entry, whose parser is already at work when this returns."""
    if isinstance(found, SetAside):
        return iter((found,))
    before = seen(found.address)
    if before is not None and (before.size, before.modified_ns) == (found.size, found.modified_ns):
        return iter((before,))
    tally = Tally()
    try:
        opened = _opened(found, keeper, before, limits, tally)
    except (OSError, ValueError) as error:
        # The reason lies in the file's surroundings; they may be better next time.
        tally.again = True
        reason, words = oserror_reason(error), oserror_words(error)
        opened = iter((SetAside(found.address, reason, f"it could not be read: {words}"),)), ""
    if isinstance(opened, FileSeen):
        return iter((opened,))
    return _closed(found, *opened, tally)


def _closed(
    found: Found, items: Iterator[Taken | SetAside], sha256: str, tally: Tally
) -> Iterator[Taken | SetAside | FileSeen]:
    """The items of a file, and then what there is to remember of it."""
    for item in items:
        tally.documents += isinstance(item, Taken)
        tally.aside += isinstance(item, SetAside)
        yield item
    modified = _AGAIN if tally.again else found.modified_ns
    yield FileSeen(found.address, sha256, found.size, modified, tally.documents, tally.aside)


def _opened(
    found: Found, keeper: Keeper, before: FileSeen | None, limits: Limits, tally: Tally
) -> tuple[Iterator[Taken | SetAside], str] | FileSeen:
    """The items of a file with the digest of its bytes; or its FileSeen where the bytes are known."""
    if found.size > limits.file_bytes:
        return _too_large(found, limits.file_bytes), ""
    descriptor = os.open(found.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        info = os.fstat(descriptor)
        if not stat.S_ISREG(info.st_mode):
            raise FileNotFoundError(0, "it was a file when the folder was listed and is none now")
        kind = _kind(descriptor, info.st_size, found.path.name)
        held = info.st_size <= limits.document_bytes
        if not held and kind.name not in CONTAINERS:
            return _too_large(found, limits.document_bytes), ""
        data = _read(descriptor, info.st_size) if held else b""
        sha256 = hashlib.sha256(data).hexdigest() if held else _digest(descriptor, info.st_size)
        after = os.fstat(descriptor)
        if (after.st_size, after.st_mtime_ns) != (info.st_size, info.st_mtime_ns):
            raise OSError(0, "it was written to while it was read; take the folder again")
        if before is not None and before.sha256 == sha256 and before.modified_ns != _AGAIN:
            return replace(before, size=found.size, modified_ns=found.modified_ns)
        hints = {"folder": found.folder} if found.folder else {}
        source = data if held else descriptor
        return keeper.begin(found.address, found.path.name, kind, sha256, source, hints, tally), sha256
    finally:
        os.close(descriptor)


def _kind(descriptor: int, size: int, name: str) -> Kind:
    head = os.pread(descriptor, HEAD, 0)
    tail = os.pread(descriptor, TAIL, max(0, size - TAIL))
    return detect(head, tail, size, name)


def _read(descriptor: int, size: int) -> bytes:
    chunks = []
    left = size
    while left > 0 and (chunk := os.read(descriptor, min(left, 16 * _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    if left:
        raise OSError(0, "it became shorter while it was read; take the folder again")
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _digest(descriptor: int, size: int) -> str:
    digest = hashlib.sha256()
    place = 0
    while place < size and (chunk := os.pread(descriptor, _CHUNK, place)):
        digest.update(chunk)
        place += len(chunk)
    return digest.hexdigest()


def _too_large(found: Found, bound: int) -> Iterator[SetAside]:
    detail = f"{found.size:,} bytes where {bound:,} are the limit; split it, or take a part of it"
    return iter((SetAside(found.address, "too large", detail),))
