"""Names where a person does not look: what is written anew holds none of them, and a release is stopped."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from openpyxl import Workbook
from tests.leaks.canaries import PEOPLE, found_words
from tests.protection.conftest import Desk

NAME = PEOPLE["EN"][0][0]


def _docx(path: Path) -> None:
    """The name in the author, who changed what, a deletion, an insertion, a header, hidden text."""
    made = Document()
    made.core_properties.author = made.core_properties.last_modified_by = made.core_properties.comments = NAME
    told = made.add_paragraph("Somebody of the depot spoke to us on Monday.")
    for kind, holder in (("w:ins", "w:t"), ("w:del", "w:delText")):
        change, run, words = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(holder)
        change.set(qn("w:author"), NAME)
        words.text = f" It was {NAME}."
        run.append(words)
        change.append(run)
        told._p.append(change)
    hidden = made.add_paragraph().add_run(f"hidden {NAME}")
    hidden.font.hidden = True
    made.sections[0].header.paragraphs[0].text = f"for {NAME}"
    made.save(str(path))


def _pdf(path: Path) -> None:
    """The name in the information, in XMP, in a note, beside a page of words."""
    from reportlab.pdfgen.canvas import Canvas

    raw = io.BytesIO()
    page = Canvas(raw)
    page.setAuthor(NAME)
    page.setTitle(f"of {NAME}")
    page.drawString(72, 700, "Somebody of the depot spoke to us on Monday, and it was in the morning.")
    page.save()
    with pikepdf.open(raw) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = [NAME]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[9, 9, 30, 30], Contents=NAME
        )
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))
        pdf.save(path)


def _xlsx(path: Path) -> None:
    """The name in a hidden sheet and in the author."""
    book = Workbook()
    book.properties.creator = NAME
    book.active.append(["day", "what"])
    book.active.append(["Monday", "spoke to us"])
    hidden = book.create_sheet("list")
    hidden.append(["name", NAME])
    hidden.sheet_state = "hidden"
    book.save(path)


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """An unlocked project whose vault knows the name."""
    desk.unlock()
    desk.ok("vault", "add", typed=f"name: {NAME}\n")
    return desk


@pytest.mark.parametrize("make", [_docx, _pdf, _xlsx], ids=["docx", "pdf", "xlsx"])
def test_27_a_name_in_a_hidden_place_does_not_come_along(
    open_desk: Desk, make: Callable[[Path], None]
) -> None:
    """Written anew as text, DOCX or PDF: no byte of the new file holds it, unpacked or not; the words do.
    A hidden sheet is not read."""
    source = open_desk.home / "papers" / f"{NAME}.{make.__name__[1:]}"
    make(source)
    assert found_words(source.read_bytes()), "it is in the old one"
    for into in (".txt", ".docx", ".pdf"):
        new = open_desk.home / f"new{into}"
        done = open_desk.muster("redact", str(source), "--out", new.name)
        assert done.returncode == 0, done.stderr
        raw = new.read_bytes()
        assert found_words(raw) == set()
        assert "spoke to us" in _words(raw, into)


def _words(raw: bytes, kind: str) -> str:
    if kind == ".pdf":
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw))
    if kind == ".docx":
        return zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode()
    return raw.decode()


_SHAPES = (
    "M i l e n a  Q u a s t b r o o k", NAME[::-1], "Quast-\nbrook", "Q\u200buastbrook",
    "Ｑｕａｓｔｂｒｏｏｋ", "Квастбруком", "quаstbrооk", "Quàstbroók",
)  # fmt: skip


def test_25_26_a_release_is_stopped_by_a_name_in_disguise(open_desk: Desk) -> None:
    """Spaced out, backwards, cut at a line's end, zero-width, full width, Cyrillic, look-alike, accented:
    each paper more is one more reason to refuse, and none is told."""
    (open_desk.home / "more").mkdir()
    before = 0
    for n, shape in enumerate(_SHAPES):
        said = f"Vera Tamlin said that at least {30 + n} men of yard {n} left with {shape} in May."
        text = f"source: Paper {n}\ndate: 2031-02-01\n\n{said}\n"
        (open_desk.home / "more" / f"{n}.txt").write_text(text, "utf-8")
        open_desk.ok("run", "more", "--cores", "1")
        done = open_desk.muster("release", "build", "out", "--level", "public")
        assert done.returncode == 1, (shape, done.stdout)
        counted = sum(map(int, re.findall(r"holds (\d+) names that the vault keeps", done.stderr)))
        assert counted > before, (shape, done.stderr)
        before = counted
        assert found_words((done.stdout + done.stderr).encode()) == set()
    assert not (open_desk.home / "out").exists()
