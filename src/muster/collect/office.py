"""DOCX and ODT: paragraphs and tables in their order, with what a person would not see said beside.

Runs in a parsing process. The text is read from the XML itself, because a tracked insertion is part of
what the page shows, a tracked deletion is not, and both must be said.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from muster.collect.bombs import Bomb, Budget, read_member
from muster.collect.header import parse_date
from muster.collect.pieces import Job, Piece, aside, counted, person
from muster.collect.xmlsafe import ForbiddenXml, parse, refuse_entities

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT = "application/vnd.oasis.opendocument.text"
_LOCKED = "the document is locked with a password; save a copy without one and take that"


def office(job: Job, archive: zipfile.ZipFile, names: set[str]) -> Iterator[Piece]:
    """A DOCX as one document, an XLSX row by row."""
    try:
        parts = _xml_parts(job, archive)
    except (Bomb, ForbiddenXml) as error:
        yield _refused(error)
        return
    if "word/document.xml" in names:
        yield _docx(parts)
    elif "xl/workbook.xml" in names:
        from muster.collect.tables import workbook

        yield from workbook(job)
    else:
        yield aside(
            "unknown structure", "an Office file that is neither DOCX nor XLSX; save it as PDF and take that"
        )


def opendocument(job: Job, archive: zipfile.ZipFile, names: set[str]) -> Iterator[Piece]:
    """An ODT as one document."""
    try:
        parts = _xml_parts(job, archive)
    except (Bomb, ForbiddenXml) as error:
        # The parts of a locked document are ciphertext and no XML.
        yield _refused(error)
        return
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        yield aside("password", _LOCKED)
        return
    yield _odt(parts)


def _refused(error: Exception) -> Piece:
    reason = "zip bomb" if isinstance(error, Bomb) else "forbidden XML"
    return aside(reason, f"{error}; the document was not opened")


def _xml_parts(job: Job, archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Every XML part, unpacked within the limits and free of entities. Raises Bomb or ForbiddenXml."""
    budget = Budget(job.limits, job.size)
    parts = {}
    wanted = ("word/", "docProps/", "META-INF/", "content.xml", "meta.xml")
    for info in archive.infolist():
        if info.filename.lower().endswith((".xml", ".rels")):
            data = read_member(archive, info, budget)
            refuse_entities(data)
            if info.filename.startswith(wanted):
                parts[info.filename] = data
    return parts


def _docx(parts: dict[str, bytes]) -> Piece:
    root = parse(parts["word/document.xml"])
    body = root.find(f"{_W}body")
    blocks = [] if body is None else [b for b in _word_blocks(body) if b]
    for extra in ("word/footnotes.xml", "word/endnotes.xml"):
        if extra in parts:
            blocks += [b for b in _notes(parse(parts[extra])) if b]
    says = _core(parts.get("docProps/core.xml"))
    return Piece(
        "whole",
        body="\n\n".join(blocks) or None,
        losses=_word_losses(root, parts),
        says={"media_type": _DOCX, "made_by": "docx/1", **says},
    )


def _word_blocks(container: etree._Element) -> Iterator[str]:
    for node in container:
        if node.tag == f"{_W}p":
            yield _word_line(node)
        elif node.tag == f"{_W}tbl":
            yield "\n".join(row for row in _word_rows(node) if row.strip(" |"))
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _word_blocks(node)


def _word_rows(table: etree._Element) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = (" ".join(b for b in _word_blocks(cell) if b) for cell in row.iter(f"{_W}tc"))
        yield " | ".join(cell.replace("\n", " ") for cell in cells)


def _word_line(paragraph: etree._Element) -> str:
    out: list[str] = []
    skip = 0
    for event, node in etree.iterwalk(paragraph, events=("start", "end")):
        if node.tag in (f"{_W}del", f"{_W}moveFrom"):
            skip += 1 if event == "start" else -1
        elif event == "start" and not skip:
            if node.tag == f"{_W}t":
                out.append(node.text or "")
            elif node.tag in (f"{_W}tab", f"{_W}ptab"):
                out.append("\t")
            elif node.tag in (f"{_W}br", f"{_W}cr"):
                out.append("\n")
            elif node.tag == f"{_W}noBreakHyphen":
                out.append("\u2011")
    return "".join(out).strip()


def _notes(root: etree._Element) -> Iterator[str]:
    for note in root:
        # The first two "notes" are the separator lines Word draws.
        if note.get(f"{_W}type") in (None, "normal"):
            yield from _word_blocks(note)


def _word_losses(root: etree._Element, parts: dict[str, bytes]) -> tuple[str, ...]:
    added = sum(1 for _ in root.iter(f"{_W}ins"))
    deleted = sum(1 for _ in root.iter(f"{_W}del"))
    hidden = sum(1 for _ in root.iter(f"{_W}vanish"))
    comments = parts.get("word/comments.xml", b"").count(b"<w:comment ")
    losses = []
    if added or deleted:
        losses.append(
            f"tracked changes: {counted(added, 'insertion')} in it, {counted(deleted, 'deletion')} left out"
        )
    if comments:
        losses.append(f"{counted(comments, 'comment')} in the margin, not in the text")
    if hidden:
        losses.append(f"{counted(hidden, 'stretch', 'stretches')} marked as hidden in Word, in the text")
    if any(name.startswith(("word/header", "word/footer")) for name in parts):
        losses.append("page headers and footers are not in the text")
    return tuple(losses)


def _core(data: bytes | None) -> dict[str, str | None]:
    """Title and author as the file states them. The day it was saved is not the day it was published."""
    if data is None:
        return {}
    root = parse(data)
    title, author = (root.findtext(f".//{_DC}{name}") for name in ("title", "creator"))
    date = root.findtext(f".//{_DC}date")
    return {"title": (title or "").strip() or None, "author": person(author)} | (
        {"published": parse_date(date), "published_by": "meta"} if date and _is_issue_date(root) else {}
    )


def _is_issue_date(root: etree._Element) -> bool:
    # OpenDocument uses dc:date for the last saving; only a core.xml without "modified" means publication.
    return not any(str(node.tag).endswith(("}modified", "}creation-date", "}meta")) for node in root.iter())


def _odt(parts: dict[str, bytes]) -> Piece:
    root = parse(parts["content.xml"])
    body = root.find(f".//{_OFFICE}text")
    blocks = [] if body is None else [b for b in _odt_blocks(body) if b]
    deleted = sum(1 for _ in root.iter(f"{_TEXT}deletion"))
    comments = sum(1 for _ in root.iter(f"{_OFFICE}annotation"))
    losses = []
    if deleted:
        losses.append(f"tracked changes: {counted(deleted, 'deletion')} left out")
    if comments:
        losses.append(f"{counted(comments, 'comment')} in the margin, not in the text")
    says = _core(parts.get("meta.xml"))
    return Piece(
        "whole",
        body="\n\n".join(blocks) or None,
        losses=tuple(losses),
        says={"media_type": _ODT, "made_by": "odt/1", **says},
    )


def _odt_blocks(container: etree._Element) -> Iterator[str]:
    for node in container:
        if node.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield _odt_line(node)
        elif node.tag == f"{_TABLE}table":
            rows = (
                " | ".join(" ".join(b for b in _odt_blocks(c) if b) for c in row.iter(f"{_TABLE}table-cell"))
                for row in node.iter(f"{_TABLE}table-row")
            )
            yield "\n".join(row for row in rows if row.strip(" |"))
        elif node.tag != f"{_TEXT}tracked-changes":
            yield from _odt_blocks(node)


def _odt_line(paragraph: etree._Element) -> str:
    out: list[str] = []
    skip = 0
    for event, node in etree.iterwalk(paragraph, events=("start", "end")):
        if node.tag == f"{_OFFICE}annotation":
            skip += 1 if event == "start" else -1
        elif event == "start" and not skip:
            if node.tag == f"{_TEXT}s":
                out.append(" " * min(int(node.get(f"{_TEXT}c", "1")), 1000))
            elif node.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                out.append("\t" if node.tag.endswith("tab") else "\n")
            out.append(node.text or "")
        if event == "end" and node is not paragraph and not skip:
            out.append(node.tail or "")
    return "".join(out).strip()
