"""Names where a person does not look: what is written anew holds none of them, and a release is stopped."""

from __future__ import annotations

import base64
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, InlineFont, TextBlock
from openpyxl.comments import Comment
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.leaks.canaries import PEOPLE, Search, found_words
from tests.protection.conftest import Desk

from muster.workflows.inside import Closed, words_of

NAME = PEOPLE["EN"][0][0]


SAYS = "Somebody of the depot spoke to us: at least 40 crews refused to sail, said Vera Tamlin."


def _at(place: str) -> str:
    """The name, with where it stands."""
    return f"{NAME} ({place})"


def _cut(place: str) -> tuple[str, str]:
    """The same as an editor cuts it in two."""
    return NAME[:-5], f"{NAME[-5:]} ({place})"


def _docx(path: Path) -> None:
    """The name in the author, who changed what, a deletion and a remark cut in two, an insertion, a header,
    hidden text, the words beside a picture, a thumbnail's maker, a table inside."""
    made = Document()
    made.core_properties.author = made.core_properties.last_modified_by = NAME
    made.core_properties.comments = _at("card")
    told = made.add_paragraph(SAYS)
    changes = (("w:ins", "w:t", (_at("insertion"),)), ("w:del", "w:delText", _cut("deletion")))
    for kind, holder, words in changes:
        change = OxmlElement(kind)
        change.set(qn("w:author"), NAME)
        for part in words:
            run, said = OxmlElement("w:r"), OxmlElement(holder)
            said.text = part
            run.append(said)
            change.append(run)
        told._p.append(change)
    hidden = made.add_paragraph().add_run(_at("hidden"))
    hidden.font.hidden = True
    for part in _cut("header"):
        made.sections[0].header.paragraphs[0].add_run(part)
    beside = OxmlElement("w:docPr")
    beside.set("descr", _at("alt text"))
    told._p.append(beside)
    made.save(str(path))
    table = io.BytesIO()
    _book().save(table)
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in _cut("remark"))
    remark = f'<w:comment w:id="1"><w:p>{runs}</w:p></w:comment>'
    remarks = f'<w:comments xmlns:w="{qn("w:r")[1:-2]}">{remark}</w:comments>'
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/comments.xml", remarks)
        archive.writestr("word/media/small.jpeg", _thumbnail())
        archive.writestr("word/embeddings/list.xlsx", table.getvalue())


def _thumbnail() -> bytes:
    """A picture whose maker is told in its EXIF, in UTF-16 as Windows writes it."""
    said, raw = Image.Exif(), io.BytesIO()
    said[0x9C9D] = _at("thumbnail").encode("utf-16-le")
    Image.new("L", (9, 9)).save(raw, "JPEG", exif=said)
    return raw.getvalue()


def _pdf(path: Path, attached: str = "") -> None:
    """The name in XMP, in a note, a form, the contents, and in a version before; all but XMP packed, so that
    no byte of it shows."""
    from reportlab.pdfgen.canvas import Canvas

    raw, before = io.BytesIO(), io.BytesIO()
    page = Canvas(raw)
    page.drawString(72, 700, SAYS)
    page.save()
    with pikepdf.open(raw) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = [_at("XMP")]
        pdf.docinfo["/Keywords"] = _at("before")
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[9, 9, 30, 30], Contents=_at("note")
        )
        blank = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="a", V=_at("form"),
            Rect=[9, 9, 30, 30],
        )  # fmt: skip
        own = [pdf.make_indirect(note), pdf.make_indirect(blank)]
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array(own))
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array(own[1:])))
        with pdf.open_outline() as contents:
            contents.root.append(pikepdf.OutlineItem(_at("contents"), 0))
        if attached:
            pdf.attachments["a"] = pikepdf.AttachedFileSpec(pdf, b"A list.", filename=attached)
        pdf.save(before, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    path.write_bytes(_forgotten(before.getvalue()))


def _forgotten(before: bytes) -> bytes:
    """The same PDF after somebody took out what it said of itself, saved as programs do: at its end."""
    with pikepdf.open(io.BytesIO(before)) as pdf:
        info, root, size = pdf.trailer.Info.objgen[0], pdf.trailer.Root.objgen[0], int(pdf.trailer.Size)
    start, last = len(before), before.rindex(b"startxref")
    new = b"%d 0 obj\n<< >>\nendobj\n" % info
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n" % (info, start)
    about = b"<< /Size %d /Root %d 0 R /Prev %d >>\n" % (size, root, int(before[last + 9 :].split()[0]))
    return before + new + table + about + b"startxref\n%d\n%%%%EOF\n" % (start + len(new))


def _book() -> Workbook:
    """A table with the name in a hidden sheet, cut in two by bold letters, in a remark and in the author."""
    book = Workbook()
    book.properties.creator = NAME
    book.active.append(["day", "what"])
    book.active.append(["Monday", SAYS])
    book.active["A2"].comment = Comment(_at("cell"), NAME)
    hidden = book.create_sheet("list")
    first, last = _cut("sheet")
    hidden.append(["name", CellRichText(first, TextBlock(InlineFont(b=True), last))])
    hidden.sheet_state = "hidden"
    return book


def _xlsx(path: Path) -> None:
    _book().save(path)


def _eml(path: Path) -> None:
    """A letter in base64 with the name as a second receiver and as the name of what is attached."""
    letter = EmailMessage(policy=policy.SMTP)
    letter["From"], letter["Date"] = "Vera Tamlin <v@post.example>", "Mon, 03 Feb 2031 10:00:00 +0000"
    letter["To"] = Address(display_name=_at("né"), username="m", domain="post.example")
    letter.set_content(f"{SAYS}\n\nRegards, é\n", cte="base64")
    letter.add_attachment(b"A list.", maintype="text", subtype="plain", filename=_at("file"), cte="base64")
    path.write_bytes(letter.as_bytes())


def _html(path: Path) -> None:
    """A page with the name beside a picture, in a picture's own bytes, and undisplayed, cut in two."""
    made, picture = PngInfo(), io.BytesIO()
    made.add_text("Comment", _at("picture"), zip=True)
    Image.new("L", (9, 9)).save(picture, "PNG", pnginfo=made)
    coded = base64.b64encode(picture.getvalue()).decode()
    cut = "<b>".join(_cut("undisplayed"))
    page = f'<html><body><p>{SAYS}</p><img alt="A yard" src="data:image/png;base64,{coded}">'
    path.write_text(f'{page}<p style="display:none">{cut}</p></body></html>', "utf-8")


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
        assert "refused to sail" in _words(raw, into)


_PLACES = {
    "docx": ("card", "insertion", "deletion", "hidden", "header", "alt text", "remark", "thumbnail", "cell",
             "sheet"),
    "pdf": ("before", "XMP", "note", "form", "contents", "attached"),
    "eml": ("né", "file"),
    "html": ("picture", "undisplayed"),
}  # fmt: skip


def _papers(folder: Path) -> None:
    for make in (_docx, _eml, _html):
        make(folder / f"paper.{make.__name__[1:]}")
    _pdf(folder / "paper.pdf", attached=_at("attached"))


def test_27_every_hidden_place_of_a_paper_is_looked_into(tmp_path: Path) -> None:
    """Twenty places in four papers."""
    _papers(tmp_path)
    unseen = []
    for kind, places in _PLACES.items():
        parts = words_of(tmp_path / f"paper.{kind}", now="2031-03-01T00:00:00+00:00", whole=True)
        words = "\n".join(part.text for part in parts if not isinstance(part, Closed))
        unseen += [(kind, place) for place in places if _at(place) not in words]
    assert unseen == []


def test_27_whole_papers_with_a_name_in_a_hidden_place_do_not_leave(open_desk: Desk) -> None:
    """No reader would see it: each paper is refused by its digest, and nothing tells whose name it is."""
    papers = open_desk.home / "papers"
    for old in papers.iterdir():
        old.unlink()
    _papers(papers)
    open_desk.ok("run", "papers", "--cores", "1")
    done = open_desk.muster("release", "build", "out", "--level", "lawyer", "--papers")
    assert done.returncode == 1
    found = re.findall(r"\b[0-9a-f]{64}\.(\w+) holds \d+ names that the vault keeps", done.stderr)
    assert set(found) == set(_PLACES), done.stderr
    assert found_words((done.stdout + done.stderr).encode()) == set()
    assert not (open_desk.home / "out").exists()


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
    """Spaced out, it stays with its sentence; backwards, cut at a line's end, zero-width, full width,
    Cyrillic, look-alike, accented: each paper more is one more reason to refuse, and none is told."""
    (open_desk.home / "more").mkdir()
    before = 0
    for n, shape in enumerate(_SHAPES):
        said = f"Vera Tamlin said that at least {30 + n} men of yard {n} left with {shape} in May."
        text = f"source: Paper {n}\ndate: 2031-02-01\n\n{said}\n"
        (open_desk.home / "more" / f"{n}.txt").write_text(text, "utf-8")
        open_desk.ok("run", "more", "--cores", "1")
        done = open_desk.muster("release", "build", "out", "--level", "public")
        assert found_words((done.stdout + done.stderr).encode()) == set()
        if n == 0:
            # Letters set apart are somebody's name, whoever it is: the sentence itself is held back.
            assert "1 × sentence with" in done.stdout and "passages: 0" in done.stdout
            assert Search(open_desk.home / "out", frozenset()).leaks() == []
            shutil.rmtree(open_desk.home / "out")
            continue
        assert done.returncode == 1, (shape, done.stdout)
        counted = sum(map(int, re.findall(r"holds (\d+) names that the vault keeps", done.stderr)))
        assert counted > before, (shape, done.stderr)
        before = counted
    assert not (open_desk.home / "out").exists()
