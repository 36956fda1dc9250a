"""Archives: members are streamed out with limits, never extracted; their names are labels, never paths.

Runs in a parsing process. Python 3.11.7 does not look for overlapping ZIP members (CVE-2024-0450), so
that is done here.
"""

from __future__ import annotations

import gzip
import importlib
import io
import struct
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, cast

from muster.collect.limits import Limits
from muster.collect.names import label
from muster.collect.pieces import Job, Piece, aside, counted

_CHUNK = 1 << 18
_SMALL = 1 << 20  # below this a high ratio harms nobody
_LOCAL = struct.Struct("<4s5H3L2H")
_JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")


class Bomb(Exception):
    """A member unpacks to more than the limits allow; ``what`` in words."""


def opened(job: Job) -> Iterator[Piece]:
    """The members of a ZIP, tar or gzip; a ZIP that is an Office file or a web archive is one thing."""
    if job.kind == "zip":
        yield from _zip(job)
    elif job.kind == "tar":
        yield from _tar(job)
    else:
        yield from _gzip(job)


def warm() -> None:
    """Load the readers of what a ZIP may be before the template forks."""
    for name in ("muster.collect.office", "muster.collect.tables", "muster.collect.warc", "openpyxl"):
        importlib.import_module(name)


def _zip(job: Job) -> Iterator[Piece]:
    count = declared_members(job)
    if count > job.limits.members:
        yield aside(
            "too many",
            f"{count:,} members where {job.limits.members:,} are the limit; unpack it and take the folder",
        )
        return
    try:
        archive = zipfile.ZipFile(job.file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, EOFError) as error:
        yield aside(
            "unreadable",
            f"a ZIP that is damaged or cut off ({str(error)[:120]}); get it again from where it came",
        )
        return
    with archive:
        fault = overlap(archive, job.file)
        if fault:
            yield aside("overlapping members", f"{fault}; such an archive is made to harm and is not opened")
            return
        yield from _by_what_it_is(job, archive)


def declared_members(job: Job) -> int:
    """How many members the end of a ZIP declares, read before any of its directory is."""
    job.file.seek(max(0, job.size - 66_000))
    tail = job.file.read()
    job.file.seek(0)
    end = tail.rfind(b"PK\x05\x06")
    small = int.from_bytes(tail[end + 10 : end + 12], "little") if end >= 0 else 0
    wide = tail.rfind(b"PK\x06\x06")
    large = int.from_bytes(tail[wide + 32 : wide + 40], "little") if wide >= 0 else 0
    # The directory's own size cannot lie to zipfile: 46 bytes at least for every entry.
    room = int.from_bytes(tail[end + 12 : end + 16], "little") // 46 if end >= 0 else 0
    return max(small, large, 0 if room == 0xFFFFFFFF // 46 else min(room, 1 << 31) if room > 65_535 else 0)


def overlap(archive: zipfile.ZipFile, file: IO[bytes]) -> str:
    """In words, which members share bytes; empty where each has its own."""
    before, name = 0, ""
    for info in sorted(archive.infolist(), key=lambda i: i.header_offset):
        if info.header_offset < before:
            return f"«{label(info.filename)}» begins inside «{label(name)}»"
        file.seek(info.header_offset)
        raw = file.read(_LOCAL.size)
        if len(raw) < _LOCAL.size or raw[:4] != b"PK\x03\x04":
            return f"«{label(info.filename)}» has no header where the directory says it begins"
        fields = _LOCAL.unpack(raw)
        before = info.header_offset + _LOCAL.size + fields[9] + fields[10] + info.compress_size
        name = info.filename
    if before > archive.start_dir:
        return f"«{label(name)}» runs into the directory"
    return ""


def _by_what_it_is(job: Job, archive: zipfile.ZipFile) -> Iterator[Piece]:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names and any(n.startswith(("word/", "xl/", "ppt/")) for n in names):
        from muster.collect.office import office

        yield from office(job, archive, names)
    elif "content.xml" in names and ("mimetype" in names or "META-INF/manifest.xml" in names):
        from muster.collect.office import opendocument

        yield from opendocument(job, archive, names)
    elif any(n.startswith("archive/") and n.lower().endswith((".warc", ".warc.gz")) for n in names):
        yield from _wacz(job, archive)
    else:
        yield from _members(job, archive)


def _members(job: Job, archive: zipfile.ZipFile) -> Iterator[Piece]:
    budget = Budget(job.limits, job.size)
    used: Counter[str] = Counter()
    junk = 0
    for info in archive.infolist():
        if info.is_dir():
            continue
        if info.filename.startswith(_JUNK[0]) or info.filename.rsplit("/", 1)[-1] in _JUNK:
            junk += 1
            continue
        name = member_name(info)
        at = _at(name, used)
        if info.flag_bits & 1:
            yield aside(
                "password", "this member is locked with a password; unpack it and take the folder", at
            )
            continue
        try:
            data = read_member(archive, info, budget)
        except Bomb as bomb:
            yield aside("zip bomb", f"{bomb}; it and the rest of the archive were not unpacked", at)
            return
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            ValueError,
            RuntimeError,
            OSError,
        ) as error:
            yield aside(
                "unreadable", f"this member is damaged ({str(error)[:120]}); the others were taken", at
            )
            continue
        yield _member(name, at, data)
    if junk:
        yield aside("system file", f"{counted(junk, 'file')} left by the operating system passed over", "!/")


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of one member, read in pieces and stopped at the limits. Raises Bomb."""
    with archive.open(info) as stream:
        return budget.read(stream, info.compress_size)


class Budget:
    """What may still be unpacked from one archive."""

    def __init__(self, limits: Limits, packed: int) -> None:
        self._limits = limits
        self._left = min(limits.unpacked_bytes, max(_SMALL, packed * limits.ratio))

    def read(self, stream: IO[bytes], packed: int | None = None) -> bytes:
        """All of ``stream``. Raises Bomb where it passes the size, the ratio or what is left in all."""
        bound = self._limits.document_bytes
        by_ratio = bound if packed is None else max(_SMALL, packed * self._limits.ratio)
        chunks: list[bytes] = []
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self._left -= len(chunk)
            if size > bound:
                raise Bomb(f"it unpacks to more than {bound:,} bytes, the limit for one document")
            if size > by_ratio:
                raise Bomb(f"it unpacks to more than {self._limits.ratio} times its packed size")
            if self._left < 0:
                raise Bomb("the archive unpacks to more than its size allows")
            chunks.append(chunk)
        return b"".join(chunks)


def member_name(info: zipfile.ZipInfo) -> str:
    """A member's name; where it is marked as no Unicode, read as UTF-8 or the DOS Cyrillic that is meant."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")  # what zipfile took it for
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "cp866"):
        with suppress(UnicodeDecodeError):
            name = raw.decode(encoding)
            if all(c.isascii() or "\u0400" <= c <= "\u04ff" or c == "№" for c in name):
                return name
    return info.filename


def _at(name: str, used: Counter[str]) -> str:
    at = "!/" + label(name)
    used[at] += 1
    return at if used[at] == 1 else f"{at}~{used[at]}"


def _member(name: str, at: str, data: bytes) -> Piece:
    parts = name.replace("\\", "/").split("/")
    says = {
        "name": label(parts[-1]),
        "folder": label(parts[-2]) if len(parts) > 1 and parts[-2] not in ("", ".", "..") else None,
    }
    return Piece("member", at, None, data, says)


def _tar(job: Job) -> Iterator[Piece]:
    budget = Budget(job.limits, job.size)
    used: Counter[str] = Counter()
    others = count = 0
    # Read as a stream and nothing else: no member is ever written to a path, so none can leave a folder.
    with tarfile.open(fileobj=job.file, mode="r|") as archive:
        for info in archive:
            count += 1
            if count > job.limits.members:
                yield aside(
                    "too many", f"more than {job.limits.members:,} members; unpack it and take the folder"
                )
                return
            if not info.isreg():
                others += not info.isdir()
                continue
            stream = archive.extractfile(info)
            try:
                data = budget.read(stream) if stream else b""
            except Bomb as bomb:
                yield aside("zip bomb", f"{bomb}; it and the rest were not unpacked", _at(info.name, used))
                return
            yield _member(info.name, _at(info.name, used), data)
    if others:
        yield aside(
            "link",
            f"{counted(others, 'link or device', 'links or devices')} in the archive passed over",
            "!/",
        )


def _gzip(job: Job) -> Iterator[Piece]:
    job.file.seek(0)
    try:
        with gzip.open(job.file) as stream:
            head = stream.read(512)
        if head[:5].upper() == b"WARC/":
            from muster.collect.warc import records

            job.file.seek(0)
            yield from records(job, job.file, "")
            return
        job.file.seek(0)
        with gzip.open(job.file) as stream:
            data = Budget(job.limits, job.size).read(cast("IO[bytes]", stream), job.size)
    except Bomb as bomb:
        yield aside("zip bomb", str(bomb))
        return
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield aside("unreadable", f"a gzip that is damaged or cut off ({str(error)[:120]})")
        return
    name = job.name[:-3] if job.name.lower().endswith(".gz") else job.name.replace(".tgz", ".tar")
    yield Piece("member", "!/" + label(name), None, data, {"name": label(name)})


def _wacz(job: Job, archive: zipfile.ZipFile) -> Iterator[Piece]:
    """A web archive: the WARC files in it are streamed; indexes and page lists are passed over."""
    from muster.collect.warc import records

    passed = 0
    for info in archive.infolist():
        if not (
            info.filename.startswith("archive/") and info.filename.lower().endswith((".warc", ".warc.gz"))
        ):
            passed += not info.is_dir()
            continue
        if info.flag_bits & 1:
            yield aside("password", "locked with a password", "!/" + label(info.filename))
            continue
        with archive.open(info) as stream:
            yield from records(
                job, io.BufferedReader(cast("io.RawIOBase", stream)), "!/" + label(info.filename)
            )
    if passed:
        yield aside(
            "index",
            f"{counted(passed, 'index or list', 'indexes and lists')} passed over; the pages were taken",
            "!/",
        )
