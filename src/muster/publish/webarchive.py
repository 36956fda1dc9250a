"""Web pages as they were taken, in one WACZ 1.1.1 file that any replayer of web archives opens.

https://specs.webrecorder.net/wacz/1.1.1/. The `wacz` package makes such files too, but brings 56 packages and
93 MB and draws names by chance. Its own signature wants a server: here the folder around it is signed.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any
from urllib.parse import quote, urlsplit
from uuid import UUID

from warcio.warcwriter import WARCWriter

_WARC = "archive/data.warc.gz"
# The oldest time a ZIP can tell: when a file was packed is nobody's business.
_THEN = (1980, 1, 1, 0, 0, 0)
# What stands in an address as it is.
_PLAIN = "/?&=%:;,@!$*()+~'"


@dataclass(frozen=True, slots=True)
class WebItem:
    """One page. ``body``: its bytes as they were taken; ``at``: when that was, ISO 8601 with a zone."""

    url: str
    at: str
    media_type: str
    title: str
    body: bytes


def write_wacz(out: IO[bytes], items: Iterable[WebItem], *, title: str, made: str, version: str) -> None:
    """An archive of ``items`` into ``out``; the same items give the same bytes.

    Records are of type *resource*: the bytes without the server's headers, which a file that somebody handed
    over does not have, and which may name the reader to whom it was sent.
    """
    warc, lines, pages = io.BytesIO(), list[str](), [_line(format="json-pages-1.0", id="pages", title=title)]
    writer = WARCWriter(warc, gzip=True, warc_version="1.1")
    for item in items:
        offset, at = warc.tell(), _utc(item.at)
        named = hashlib.sha256(f"{offset} {item.url} {at}".encode("utf-8", "replace") + item.body).digest()
        own = {"WARC-Record-ID": f"<urn:uuid:{UUID(bytes=named[:16], version=4)}>", "WARC-Date": at}
        record = writer.create_warc_record(
            item.url, "resource", payload=io.BytesIO(item.body), length=len(item.body),
            warc_content_type=item.media_type, warc_headers_dict=own,
        )  # fmt: skip
        writer.write_record(record)
        digest = record.rec_headers.get_header("WARC-Block-Digest")
        lines.append(_found(item, at, digest, offset, warc.tell() - offset))
        pages.append(_line(id=named.hex()[:16], url=item.url, ts=at, title=item.title, size=len(item.body)))
    files = {
        _WARC: warc.getvalue(),
        "indexes/index.cdxj": "".join(sorted(lines)).encode("utf-8", "replace"),
        "pages/pages.jsonl": "".join(pages).encode("utf-8", "replace"),
    }
    package = _package(files, title, made, version)
    digest = _line(path="datapackage.json", hash=_sha256(package)).encode()
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in {**files, "datapackage.json": package, "datapackage-digest.json": digest}.items():
            info = zipfile.ZipInfo(name, _THEN)
            # What is packed already is stored, so that a replayer can jump into it.
            info.compress_type = zipfile.ZIP_STORED if name == _WARC else zipfile.ZIP_DEFLATED
            archive.writestr(info, raw)


def _found(item: WebItem, at: str, digest: str, offset: int, length: int) -> str:
    """The line of the index under which a replayer looks for the address."""
    stamp = "".join(c for c in at if c.isdecimal())
    told = {
        "url": item.url, "mime": item.media_type.split(";")[0], "status": "200", "digest": digest,
        "length": str(length), "offset": str(offset), "filename": _WARC.rpartition("/")[2],
    }  # fmt: skip
    return f"{_sortable(item.url)} {stamp} {_line(**told)}"


def _sortable(url: str) -> str:
    """The address with its host backwards (SURT), as indexes of web archives are sorted by."""
    parts = urlsplit(url)
    host, _, port = parts.netloc.rpartition("@")[2].lower().removeprefix("www.").partition(":")
    told = f":{port}" if port not in ("", "80", "443") else ""
    query = f"?{parts.query}" if parts.query else ""
    backwards = ",".join(reversed(host.split(".")))
    return f"{backwards}{told}){quote((parts.path or '/') + query, safe=_PLAIN)}".lower()


def _package(files: dict[str, bytes], title: str, made: str, version: str) -> bytes:
    told = {
        "profile": "data-package", "wacz_version": "1.1.1", "title": title, "created": _utc(made),
        "software": f"Muster {version}",
        "resources": [
            {"name": name.rpartition("/")[2], "path": name, "hash": _sha256(raw), "bytes": len(raw)}
            for name, raw in files.items()
        ],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _line(**told: Any) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"


def _sha256(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _utc(at: str) -> str:
    moment = datetime.fromisoformat(at)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


__all__ = ["WebItem", "write_wacz"]
