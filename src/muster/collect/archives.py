"""Archives: members are streamed out with limits, never extracted; their names are labels, never paths.

Runs in a parsing process.
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

from muster.collect.bombs import Bomb, Budget, declared_members, overlap, read_member
from muster.collect.names import label
from muster.collect.pieces import Job, Piece, aside, counted

_JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")


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
    count = declared_members(job.file, job.size)
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
