"""A folder taken file by file: each becomes documents with texts, or is set aside with a reason."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from muster.collect.detect import CONTAINERS, HEAD, TAIL, Kind, detect
from muster.collect.keep import Keeper
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


class Changed(Exception):
    """The file was written to while it was read."""


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
        for found in walk(root):
            if isinstance(found, SetAside):
                yield found
            else:
                yield from _file(found, keeper, seen(found.address), limits)


def _file(
    found: Found, keeper: Keeper, before: FileSeen | None, limits: Limits
) -> Iterator[Taken | SetAside | FileSeen]:
    if before is not None and (before.size, before.modified_ns) == (found.size, found.modified_ns):
        yield before
        return
    documents = aside = 0
    sha256, again = "", False
    for item in _items(found, keeper, before, limits):
        if isinstance(item, FileSeen):
            yield item
            return
        if isinstance(item, str):
            sha256 = item
            continue
        documents += isinstance(item, Taken)
        aside += isinstance(item, SetAside)
        yield item
    again = keeper.again()
    modified = _AGAIN if again else found.modified_ns
    yield FileSeen(found.address, sha256, found.size, modified, documents, aside)


def _items(
    found: Found, keeper: Keeper, before: FileSeen | None, limits: Limits
) -> Iterator[Taken | SetAside | FileSeen | str]:
    """The items of one file; its digest as a plain string on the way; or the FileSeen of unchanged bytes."""
    if found.size > limits.file_bytes:
        yield _too_large(found, limits.file_bytes)
        return
    try:
        descriptor = os.open(found.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        yield SetAside(
            found.address, oserror_reason(error), f"it could not be opened: {oserror_words(error)}"
        )
        keeper.look_again()
        return
    try:
        yield from _opened(found, descriptor, keeper, before, limits)
    except OSError as error:
        yield SetAside(found.address, oserror_reason(error), f"reading it stopped: {oserror_words(error)}")
        keeper.look_again()
    except Changed:
        yield SetAside(found.address, "changed", "it was written to while it was read; take the folder again")
        keeper.look_again()
    finally:
        os.close(descriptor)


def _opened(
    found: Found, descriptor: int, keeper: Keeper, before: FileSeen | None, limits: Limits
) -> Iterator[Taken | SetAside | FileSeen | str]:
    info = os.fstat(descriptor)
    if not stat.S_ISREG(info.st_mode):
        yield SetAside(
            found.address, "not a file", "it was a file when the folder was listed and is none now"
        )
        return
    size = info.st_size
    kind = _kind(descriptor, size, found.path.name)
    if size > limits.document_bytes and kind.name not in CONTAINERS:
        yield _too_large(found, limits.document_bytes)
        return
    held = size <= limits.document_bytes
    data = _read(descriptor, size) if held else b""
    sha256 = hashlib.sha256(data).hexdigest() if held else _digest(descriptor, size)
    if before is not None and before.sha256 == sha256 and before.modified_ns != _AGAIN:
        yield FileSeen(
            found.address, sha256, found.size, found.modified_ns, before.documents, before.set_aside
        )
        return
    yield sha256
    name, folder = found.path.name, found.folder
    yield from keeper.file(found.address, name, folder, kind, sha256, data if held else descriptor)
    after = os.fstat(descriptor)
    if (after.st_size, after.st_mtime_ns) != (info.st_size, info.st_mtime_ns):
        raise Changed


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
        raise Changed
    return b"".join(chunks) if len(chunks) != 1 else chunks[0]


def _digest(descriptor: int, size: int) -> str:
    digest = hashlib.sha256()
    place = 0
    while place < size and (chunk := os.pread(descriptor, _CHUNK, place)):
        digest.update(chunk)
        place += len(chunk)
    return digest.hexdigest()


def _too_large(found: Found, bound: int) -> SetAside:
    return SetAside(
        found.address,
        "too large",
        f"{found.size:,} bytes where {bound:,} are the limit; split it, or take a part of it",
    )
