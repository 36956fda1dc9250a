"""Whole papers that go with a release to a lawyer: web pages in one WACZ file, others as they came."""

from __future__ import annotations

import json
import mimetypes
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from muster import __version__
from muster.model.claims import Reading
from muster.model.errors import IntegrityBroken, Refused
from muster.model.evidence import Document
from muster.publish.files import private_folder, whole_file
from muster.publish.jigsaw.check import direct_fields
from muster.publish.release import Departure
from muster.publish.webarchive import WebItem, write_wacz
from muster.store import Store
from muster.workflows.kept_back import kept_back
from muster.workflows.project import Desk

ARCHIVE: Final = "web.wacz"
FOLDER: Final = "papers"
# What a browser shows. A post out of an export is no answer of its address and goes as it came.
_WEB: Final = ("text/html", "application/xhtml+xml", "application/pdf")
_ADDRESS: Final = re.compile(r"https?://[^\s\x00-\x1f\x7f]{1,2000}")


@dataclass(slots=True)
class Papers:
    """``web``: documents that go into the archive; ``files``: others; ``stays``: why → how many."""

    web: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    stays: dict[str, int] = field(default_factory=dict)


def whole_papers(store: Store, found: Departure) -> Papers:
    """Which of the papers that the passages stand in may leave whole. Raises Refused at level public."""
    if found.level == "public":
        raise Refused(
            "whole papers are others' work and do not leave at level public",
            next_step="build with --level lawyer, or without --papers",
        )
    chosen = Papers()
    published = {found.stands[p.number][0] for p in found.passages if p.open}
    protected = {s.id for s in store.sources() if s.protected}
    kept = kept_back(store)
    for id in sorted({document for document, _, _ in found.stands.values()}):
        document, text, reading = store.document(id), store.text_of(id), store.reading_of(id)
        if text is None or reading is None:
            raise IntegrityBroken("a paper that a passage stands in has no text", record=id)
        why = (
            "whole paper of which a person keeps something back" if kept.any_of(document.sha256)
            else _stays(document, text.body, reading, protected, id in published)
        )  # fmt: skip
        if why:
            chosen.stays[why] = chosen.stays.get(why, 0) + 1
        elif document.media_type in _WEB and _ADDRESS.fullmatch(document.url or ""):
            chosen.web.append(document.id)
        else:
            chosen.files.append(document.id)
    return chosen


def _stays(document: Document, body: str, reading: Reading, protected: set[str], published: bool) -> str:
    """Why a paper stays at the desk; "" where it may leave. What others published is known already."""
    if document.source in protected:
        return "whole paper of a protected source"
    if published:
        return ""
    speaks = any(s.protected for c in reading.claims for s in c.said_by)
    if speaks or any(m.protected for m in reading.mentions):
        return "whole paper that nobody published, with a protected person in it"
    if direct_fields(body):
        return "whole paper that nobody published, with a telephone, an address, or a paper's number"
    return ""


def write_papers(store: Store, part: Path, chosen: Papers, desk: Desk) -> None:
    """The papers, and the lines of the custody ledger about each, into the release at ``part``."""
    data = part / "data"
    if chosen.web:
        items = (_item(store, id) for id in chosen.web)
        with whole_file(data / ARCHIVE) as out:
            write_wacz(out, items, title="Papers of a release", made=desk.now, version=__version__)
    if chosen.files:
        private_folder(data / FOLDER)
    names = {}
    for id in chosen.files:
        document = store.document(id)
        ending = mimetypes.guess_extension(document.media_type.partition(";")[0]) or ".bin"
        names[id] = f"{FOLDER}/{document.sha256}{ending}"
        with whole_file(data / names[id]) as out:
            out.write(store.original(id))
    leaving = [store.document(id) for id in (*chosen.web, *chosen.files)]
    about = {d.id for d in leaving}
    told = {
        "papers": [
            {"id": d.id, "sha256": d.sha256, "at": names.get(d.id, ARCHIVE), "url": d.url, "taken": d.taken}
            for d in leaving
        ],
        "a line's hash": "sha256 of the JSON list [seq, at, what, record, digest, by, before]",
        "custody": [asdict(line) for line in store.custody() if line.record in about],
    }
    with whole_file(data / "papers.json") as out:
        out.write(json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n")


def _item(store: Store, id: str) -> WebItem:
    d = store.document(id)
    # A web archive says when it asked; of another file only the taking is known.
    at = d.published if d.published_by == "warc" and d.published else d.taken
    return WebItem(d.url or "", at, d.media_type, d.title or "", store.original(id))


__all__ = ["ARCHIVE", "FOLDER", "Papers", "whole_papers", "write_papers"]
