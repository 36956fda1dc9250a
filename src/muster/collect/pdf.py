"""PDF: the text of each page, or of its picture where there is none. Runs in a parsing process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import pypdfium2
from pypdfium2 import raw

from muster.collect.names import label
from muster.collect.ocr import grey_map, made_by, recognised
from muster.collect.pieces import Job, Piece, aside, needs_ocr, person

_MADE_BY = f"pypdfium2/{version('pypdfium2')}"
_PAGE_BREAK = "\n\n\f\n"
_FEW = 16  # a page with fewer letters is a picture with a page number
_DPI = 200
_MOST_PICTURE_PAGES = 300


def opened(job: Job) -> Iterator[Piece]:
    """One PDF: its text as one document, and each file attached to it as a member."""
    data = job.data()
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield _unopened(str(error))
        return
    with pdf:
        if len(pdf) == 0:
            yield aside("unreadable", "a PDF without pages; get it again from where it came")
            return
        yield _document(job, pdf)
        yield from _attached(job, pdf)


def _unopened(error: str) -> Piece:
    if "assword" in error or "ecurity" in error:
        return aside("password", "the PDF is locked with a password; save a copy without one and take that")
    return aside(
        "unreadable", f"a PDF that is damaged or cut off ({error[:120]}); get it again from where it came"
    )


def _document(job: Job, pdf: Any) -> Piece:
    count = min(len(pdf), job.limits.pages)
    texts: list[str] = []
    pictures: list[int] = []
    chars = 0
    for number in range(count):
        text = _page_text(pdf, number)
        if sum(c.isalpha() for c in text) < _FEW and _has_picture(pdf, number):
            pictures.append(number)
        texts.append(text)
        chars += len(text)
        if chars > job.limits.text_chars:
            return aside("too long", f"its text has more than {job.limits.text_chars:,} characters")
    losses = []
    if count < len(pdf):
        losses.append(f"only the first {count:,} of {len(pdf):,} pages were read")
    if pictures and not job.tesseract and len(pictures) == count:
        return needs_ocr("a scan without text")
    maker = _MADE_BY
    if pictures:
        maker = _recognise(job, pdf, pictures, texts, losses)
    body = _PAGE_BREAK.join(texts)
    return Piece(
        "whole",
        body=body if body.strip() else None,
        losses=tuple(losses),
        says={"media_type": "application/pdf", "made_by": maker, **_metadata(pdf)},
    )


def _page_text(pdf: Any, number: int) -> str:
    try:
        page = pdf[number]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ""
    text = textpage.get_text_range() if textpage.count_chars() else ""
    textpage.close()
    page.close()
    # U+FFFE (or 0x02) marks a hyphen that only the line's end put there.
    joined = re.sub("[\ufffe\x02]\r?\n?", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _paragraphs(joined)


def _paragraphs(text: str) -> str:
    """An empty line after each short line that ends a sentence: where a paragraph most likely ends."""
    lines = [line.rstrip() for line in text.split("\n")]
    widths = sorted(len(line) for line in lines if line)
    if not widths:
        return ""
    short = 0.75 * widths[(9 * (len(widths) - 1)) // 10]
    out = []
    for line in lines:
        out.append(line)
        if line and len(line) < short and re.search(r"[.!?:…»”\"]$", line):
            out.append("")
    return "\n".join(out).strip("\n")


def _has_picture(pdf: Any, number: int) -> bool:
    try:
        page = pdf[number]
        found = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))
        page.close()
    except pypdfium2.PdfiumError:
        return False
    return found


def _recognise(job: Job, pdf: Any, pictures: list[int], texts: list[str], losses: list[str]) -> str:
    """Fill in the text of the pages that are pictures; what made the whole text."""
    if not job.tesseract:
        losses.append(f"{len(pictures)} pages are pictures and were not read; tesseract is not installed")
        return _MADE_BY
    for number in pictures[:_MOST_PICTURE_PAGES]:
        texts[number] = _page_picture(job, pdf, number) or texts[number]
    listed = ", ".join(str(n + 1) for n in pictures[:20]) + (" …" if len(pictures) > 20 else "")
    losses.append(f"pages read from their pictures, where single letters may be wrong: {listed}")
    if len(pictures) > _MOST_PICTURE_PAGES:
        losses.append(f"{len(pictures) - _MOST_PICTURE_PAGES} further pages are pictures and were not read")
    return made_by(job) if len(pictures) == len(texts) else f"{_MADE_BY}+{made_by(job)}"


def _page_picture(job: Job, pdf: Any, number: int) -> str:
    page = pdf[number]
    width, height = page.get_size()
    scale = _DPI / 72
    if width * height * scale * scale > job.limits.pixels / 4:
        return ""
    bitmap = page.render(scale=scale, grayscale=True)
    picture = grey_map(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return recognised(job, picture)


def _metadata(pdf: Any) -> dict[str, str | None]:
    """Title and author as stated. The day the file was made is not the day it was published."""
    try:
        found = pdf.get_metadata_dict(skip_empty=True)
    except (pypdfium2.PdfiumError, UnicodeError):
        return {}
    title = found.get("Title", "").strip()
    # Programs put the file's own name there.
    named = title and not re.search(
        r"(?i)\.(?:docx?|pdf|odt|indd|qxd)$|^untitled|^\(anonymous\)$|^microsoft word", title
    )
    return {
        "title": title if named else None,
        "author": person(found.get("Author")),
    }


def _attached(job: Job, pdf: Any) -> Iterator[Piece]:
    for number in range(min(pdf.count_attachments(), 100)):
        attachment = pdf.get_attachment(number)
        try:
            name, data = attachment.get_name() or f"attachment-{number + 1}", bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            yield aside(
                "unreadable", "a file attached to the PDF could not be read", f"!/attachment-{number + 1}"
            )
            continue
        yield Piece("member", "!/" + label(name), None, data, {"name": label(name)})
