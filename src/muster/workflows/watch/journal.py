"""The journal of a watch: every answer of every site as a WARC record, written before anything is made of it.

The project follows the journal: it remembers up to where, and goes on from there. So a machine that stops at
any moment loses no answer and takes none twice. A day is one file; each record a gzip member of its own, so
that a torn end is cut off and the records before it stand.
"""

from __future__ import annotations

import io
import json
import os
import struct
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from muster.model.errors import IntegrityBroken, Refused, Unreadable
from muster.workflows.project import Desk
from muster.workflows.watch.wire import Answer, Bounds, unpacked

_PROFILE = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_OWN = "Muster-Watched"
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: what was watched, and its answer or why there was none. ``stop``: where the next begins.

    ``watched``: an id, or ``robots:HOST``. ``last``: not a step on the way to another address.
    """

    file: str
    stop: int
    watched: str
    at: str
    answer: Answer | None
    failed: str
    detail: str
    last: bool


def journal_of(desk: Desk) -> Path:
    """The folder of a project's journal: beside it."""
    return desk.project.with_name(desk.project.name + ".watch")


class Journal:
    """The journal in ``folder``; it is made with the first record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, watched: str, answer: Answer, *, last: bool = True) -> None:
        """Keep an answer, as it came."""
        told = answer.status == 304
        headers = {"Content-Length": str(len(answer.body))} if answer.header("transfer-encoding") else {}
        kept = [(n, v) for n, v in answer.headers if n.lower() != "transfer-encoding"] + list(headers.items())
        more = {_OWN: watched, "Muster-Last": str(int(last))}
        if answer.ip:
            more["WARC-IP-Address"] = answer.ip
        if told:
            more["WARC-Profile"] = _PROFILE
        http = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), kept, protocol="HTTP/1.1")
        self._write("revisit" if told else "response", answer.url, answer.at, answer.body, http, more)

    def add_failure(self, watched: str, url: str, at: str, error: Unreadable) -> None:
        """Keep that there was no answer, and why."""
        said = {"reason": error.reason, "detail": error.detail}
        body = json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
        self._write("metadata", url, at, body, None, {_OWN: watched, "Muster-Last": "1"})

    def _write(
        self, kind: str, url: str, at: str, body: bytes, http: StatusAndHeaders | None, more: dict[str, str]
    ) -> None:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        path = self.folder / f"{at[:10]}.warc.gz"
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "ab") as out:
            # The same answer at the same place is the same record: nothing is drawn by chance.
            named = sha256(f"{path.name} {out.tell()} {url} {at}".encode() + body).digest()[:16]
            own = {
                "WARC-Record-ID": f"<urn:uuid:{UUID(bytes=named, version=4)}>",
                "WARC-Date": _utc(at),
                **more,
            }
            memory = io.BytesIO()
            writer = WARCWriter(memory, gzip=True, warc_version="1.1")
            media = {} if http else {"warc_content_type": "application/json"}
            writer.write_record(writer.create_warc_record(
                url, kind, payload=io.BytesIO(body), length=len(body), http_headers=http,
                warc_headers_dict=own, **media,
            ))  # fmt: skip
            out.write(memory.getvalue())
            out.flush()
            os.fsync(out.fileno())

    def since(self, file: str, offset: int) -> Iterator[Entry]:
        """The records after ``offset`` of ``file`` and of every later file. A torn end is cut off."""
        for path in sorted(self.folder.glob("????-??-??.warc.gz")):
            if path.name < file:
                continue
            yield from _entries(path, offset if path.name == file else 0)

    def mend(self, file: str, offset: int) -> None:
        """Cut off what a machine that stopped left half-written, after ``offset`` of ``file`` or in a later
        file. Raises IntegrityBroken for damage that no stop explains."""
        for path in sorted(self.folder.glob("????-??-??.warc.gz")):
            if path.name < file:
                continue
            whole = _whole(path, offset if path.name == file else 0)
            if path.stat().st_size > whole:
                os.truncate(path, whole)

    def forget(self, originals: Collection[bytes]) -> int:
        """Blank every answer that holds one of these, so that no offset moves; how many were blanked."""
        blanked = 0
        for path in sorted(self.folder.glob("????-??-??.warc.gz")):
            start = 0
            for entry in list(_entries(path, 0)):
                if entry.answer is not None and _holds(entry.answer, originals):
                    _blank(path, start, entry.stop, entry)
                    blanked += 1
                start = entry.stop
        return blanked


def _holds(answer: Answer, originals: Collection[bytes]) -> bool:
    try:
        body = unpacked(answer, Bounds())
    except Unreadable:
        return False
    return any(original in body for original in originals)


def _blank(path: Path, start: int, stop: int, entry: Entry) -> None:
    """A record that says "forgotten" in exactly the place of another; what is over is a comment of gzip."""
    said = b'{"detail": "", "reason": "forgotten"}'
    head = (
        f"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Date: {_utc(entry.at)}\r\n{_OWN}: {entry.watched}\r\n"
        f"WARC-Target-URI: x:\r\nContent-Type: application/json\r\nContent-Length: {len(said)}\r\n\r\n"
    )
    block = head.encode() + said + b"\r\n\r\n"
    packed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packed.compress(block) + packed.flush() + struct.pack("<II", zlib.crc32(block), len(block))
    filler = b" " * (stop - start - len(data) - 11)
    member = b"\x1f\x8b\x08\x10\0\0\0\0\x02\xff" + filler + b"\0" + data
    if len(member) != stop - start:
        raise Refused("an answer is too short to be blanked", record=str(path), next_step="delete this file")
    with path.open("r+b") as file:
        file.seek(start)
        file.write(member)
        file.flush()
        os.fsync(file.fileno())


def _whole(path: Path, offset: int) -> int:
    """Where the last whole record ends."""
    with path.open("rb") as file:
        file.seek(offset)
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while chunk := file.read(_CHUNK):
            while chunk:
                try:
                    member.decompress(chunk)
                except zlib.error as error:
                    raise _damaged(path, offset) from error
                chunk = member.unused_data
                if member.eof:
                    offset = file.tell() - len(chunk)
                    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    return offset


def _damaged(path: Path, offset: int) -> IntegrityBroken:
    return IntegrityBroken(
        f"the journal of the watch is damaged at byte {offset:,}",
        record=str(path),
        next_step="keep a copy of it, move it away, and watch on; what was made of it is in the project",
    )


def _entries(path: Path, offset: int) -> Iterator[Entry]:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        while offset < size:
            file.seek(offset)
            records = ArchiveIterator(file, check_digests=False)
            try:
                record = next(iter(records))
                body = record.raw_stream.read()
                records.read_to_end()
                entry = _entry(path.name, record, body, offset + records.member_info[1])
            except (
                ArchiveLoadFailed,
                StopIteration,
                ValueError,
                LookupError,
                TypeError,
                zlib.error,
            ) as error:
                raise _damaged(path, offset) from error
            offset = entry.stop
            yield entry


def _entry(name: str, record: Any, body: bytes, stop: int) -> Entry:
    own = record.rec_headers.get_header
    at, url = str(own("WARC-Date")).replace("Z", "+00:00"), str(own("WARC-Target-URI"))
    answer, failed, detail = None, "", ""
    if record.http_headers is not None:
        http = record.http_headers
        code, _, reason = http.statusline.partition(" ")
        answer = Answer(url, at, int(code), reason, tuple(http.headers), body, own("WARC-IP-Address") or "")
    else:
        said = json.loads(body)
        failed, detail = str(said["reason"]), str(said["detail"])
    return Entry(name, stop, str(own(_OWN)), at, answer, failed, detail, own("Muster-Last") == "1")


def _utc(at: str) -> str:
    return at.replace("+00:00", "Z")


__all__ = ["Entry", "Journal", "journal_of"]
