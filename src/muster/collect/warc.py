"""Web archives (WARC): the pages, texts and PDFs that servers answered with. Runs in a parsing process."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from muster.collect.bombs import Bomb, Budget
from muster.collect.pieces import Job, Piece, aside

_READ = re.compile(
    r"(?i)(?:text/(?:html|plain|xml)|application/(?:xhtml\+xml|pdf|rss\+xml|atom\+xml|xml|json)|message/rfc822|application/http;.*)"
)
_CHARSET = re.compile(r"(?i)charset\s*=\s*\"?([A-Za-z0-9_.:-]{2,40})")
_ANSWERS = frozenset({"response", "resource", "conversion"})


def opened(job: Job) -> Iterator[Piece]:
    """The readable answers recorded in a WARC."""
    job.file.seek(0)
    yield from records(job, job.file, "")


def records(job: Job, stream: IO[bytes], prefix: str) -> Iterator[Piece]:
    """Each readable answer as a member ``#n`` (n: place among all records), with its address and time."""
    passed: Counter[str] = Counter()
    number = 0
    budget = Budget(job.limits, job.limits.unpacked_bytes)
    try:
        for number, record in enumerate(ArchiveIterator(stream, no_record_parse=False), 1):
            if number > job.limits.items:
                yield aside("too many", f"more than {job.limits.items:,} records", prefix)
                break
            piece = _record(record, f"{prefix}#{number}", budget, passed)
            if piece is not None:
                yield piece
    except Bomb as bomb:
        yield aside(
            "zip bomb", f"record {number}: {bomb}; it and the rest were not unpacked", f"{prefix}#{number}"
        )
    except (ArchiveLoadFailed, EOFError, ValueError, OSError) as error:
        yield aside(
            "cut off",
            f"the archive breaks after record {number} ({str(error)[:120]}); those before it were taken",
            prefix or "",
        )
    if passed:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items())[:12])
        yield aside("not text", f"records passed over: {kinds}", f"{prefix}#others")


def _record(record: Any, at: str, budget: Budget, passed: Counter[str]) -> Piece | None:
    kind = (record.rec_type or "unknown").lower()
    if kind not in _ANSWERS:
        passed[kind] += 1
        return None
    headers = record.http_headers if kind == "response" else record.rec_headers
    if headers is None:
        headers = record.rec_headers
    media = (headers.get_header("Content-Type") or "").strip()
    status = record.http_headers.get_statuscode() if kind == "response" and record.http_headers else "200"
    if not status.startswith("2"):
        passed[f"answers with status {status[:3]}"] += 1
        return None
    if not _READ.match(media or "text/html"):
        passed[media.split(";")[0].strip().lower()[:60] or "of no stated kind"] += 1
        return None
    data = budget.read(record.content_stream())
    charset = _CHARSET.search(media)
    says = {
        "name": "page.json"
        if "json" in media.lower()
        else "page.html"
        if "html" in media.lower()
        else "page",
        "url": record.rec_headers.get_header("WARC-Target-URI"),
        "published": _when(record.rec_headers.get_header("WARC-Date")),
        "published_by": "warc",
        "charset": charset.group(1) if charset else None,
    }
    return Piece("member", at, None, data, says)


def _when(value: str | None) -> str | None:
    # The time of capture: the page was public then at the latest. A date the page states goes before it.
    try:
        return datetime.fromisoformat((value or "").strip()).isoformat()
    except ValueError:
        return None
