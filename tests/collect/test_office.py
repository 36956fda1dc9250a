"""DOCX, ODT, XLSX, CSV, mail and archives of them."""

from __future__ import annotations

import datetime
import io
import tarfile
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from odf.opendocument import OpenDocumentText
from odf.text import H, P


def docx_bytes() -> bytes:
    document = docx.Document()
    document.add_heading("Memo", 1)
    document.add_paragraph("First paragraph.")
    table = document.add_table(2, 2)
    for place, words in enumerate(("region", "count", "Lakeside", "12")):
        table.cell(place // 2, place % 2).text = words
    document.add_paragraph("After the table.")
    document.core_properties.title = "A memo"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edited(data: bytes, name: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            content = before.read(info)
            after.writestr(
                info.filename,
                content.replace(old.encode(), new.encode()) if info.filename == name else content,
            )
    return out.getvalue()


def test_docx(tmp_path: Path, take: Any) -> None:
    """Paragraphs and tables of a DOCX stand in their order; the title is read, a program is no author."""
    (tmp_path / "a.docx").write_bytes(docx_bytes())
    found = take(tmp_path)
    assert (
        found.body("a.docx")
        == "Memo\n\nFirst paragraph.\n\nregion | count\nLakeside | 12\n\nAfter the table."
    )
    document = found.taken["a.docx"].document
    assert (document.title, document.author, document.published) == ("A memo", None, None)


def test_tracked_changes(tmp_path: Path, take: Any) -> None:
    """A tracked insertion is in the text, a tracked deletion is not, and both are said."""
    run = "<w:r><w:t>First paragraph.</w:t></w:r>"
    changed = (
        '<w:r><w:t xml:space="preserve">First </w:t></w:r>'
        '<w:ins w:id="1" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>'
    )
    (tmp_path / "a.docx").write_bytes(edited(docx_bytes(), "word/document.xml", run, changed))
    found = take(tmp_path)
    assert "First new\n" in found.body("a.docx")
    assert "1 insertion in it, 1 deletion left out" in found.losses("a.docx")


def test_docx_card(tmp_path: Path, take: Any) -> None:
    """An interview's card is read in a DOCX too, where each of its lines is a paragraph."""
    document = docx.Document()
    for line in ("source: falcon", "kind: interview", "I was told to wait."):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    source = take(tmp_path).taken["a.docx"].source
    assert (source.name, source.protected) == ("falcon", True)


def test_odt(tmp_path: Path, take: Any) -> None:
    """Headings and paragraphs of an ODT stand in their order."""
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Заголовок"))
    document.text.addElement(P(text="Двенадцать ушли."))
    document.save(str(tmp_path / "a.odt"))
    assert take(tmp_path).body("a.odt") == "Заголовок\n\nДвенадцать ушли."


def test_xlsx(tmp_path: Path, take: Any) -> None:
    """Each row of a sheet is a document; known columns become its metadata; a hidden sheet is said."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Дата", "Источник", "Текст", "Число"])
    sheet.append([datetime.datetime(2022, 6, 3), "Озёрный вестник", "Двенадцать ушли.", 12.0])
    hidden = book.create_sheet("notes")
    hidden.sheet_state = "hidden"
    hidden.append(["text"])
    hidden.append(["A hidden row."])
    book.save(tmp_path / "a.xlsx")
    found = take(tmp_path)
    row = found.taken["a.xlsx#Sheet!2"]
    assert (row.document.published, row.document.published_by) == ("2022-06-03", "table")
    assert row.source.name == "Озёрный вестник"
    assert (
        found.body("a.xlsx#Sheet!2")
        == "Дата: 2022-06-03\nИсточник: Озёрный вестник\nЧисло: 12\n\nДвенадцать ушли."
    )
    assert "hidden" in found.losses("a.xlsx#notes!2")


CSV = (
    'date,source,text,url\r\n2022-06-03,Herald,"Twelve ""left"", he said.\r\nSecond line.",https://h.example/1\r\n'
    ",,,\r\n20220604,Herald,Three more.,\r\n"
)


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1251")]
)
def test_csv(tmp_path: Path, take: Any, delimiter: str, encoding: str) -> None:
    """Rows of a CSV are documents, numbered as rows of the file; quoted line ends stay in them."""
    rows = ["дата;источник;текст", '03.06.2022;Вестник озёрного края;"Ушли,\nсказал он."', ""]
    table = "\n".join(rows).replace(";", delimiter)
    (tmp_path / "a.csv").write_bytes(table.encode(encoding))
    found = take(tmp_path)
    assert found.body("a.csv#2").endswith("\n\nУшли,\nсказал он.")
    item = found.taken["a.csv#2"]
    assert (item.document.published, item.source.name) == ("2022-06-03", "Вестник озёрного края")


def test_csv_rows_are_exact(tmp_path: Path, take: Any) -> None:
    """The kept bytes of a row are the bytes it has in the file."""
    (tmp_path / "a.csv").write_bytes(CSV.encode())
    found = take(tmp_path)
    assert list(found.taken) == ["a.csv#2", "a.csv#4"]
    assert all(item.original in CSV.encode() for item in found.taken.values())
    assert found.taken["a.csv#2"].original.startswith(b"2022-06-03,Herald")


def mail() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Alma Reed <alma@lake.example>"
    message["To"] = "desk@lake.example"
    message["Subject"] = "Сводка за июнь"
    message["Date"] = "Fri, 03 Jun 2022 10:00:00 +0300"
    message.set_content("Двенадцать ушли.\n")
    message.add_attachment(docx_bytes(), maintype="application", subtype="octet-stream", filename="memo.docx")
    message.add_attachment("Просто заметка.\n", filename="заметка.txt")
    return message


def test_mail(tmp_path: Path, take: Any) -> None:
    """A message and each thing attached to it are documents of the one who sent it."""
    (tmp_path / "a.eml").write_bytes(bytes(mail()))
    found = take(tmp_path)
    assert set(found.taken) == {"a.eml", "a.eml!/memo.docx", "a.eml!/заметка.txt"}
    document = found.taken["a.eml"].document
    assert (document.title, document.published) == ("Сводка за июнь", "2022-06-03T10:00:00+03:00")
    assert found.body("a.eml") == "Двенадцать ушли.\n"
    assert {item.source.name for item in found.taken.values()} == {"Alma Reed"}


def test_mail_with_page_only(tmp_path: Path, take: Any) -> None:
    """A message that is only a web page gives that page's text."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "a@lake.example",
        "x",
        "Fri, 03 Jun 2022 10:00:00 +0300",
    )
    message.set_content("<html><body><p>Twelve left.</p></body></html>", subtype="html")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    assert take(tmp_path).body("a.eml") == "Twelve left."


def test_mailbox(tmp_path: Path, take: Any) -> None:
    """Messages of a mailbox are numbered; a line that begins with From does not cut one in two."""
    head = b"From: bob@lake.example\nSubject: two\nDate: Fri, 03 Jun 2022 11:00:00 +0300\n\n"
    second = head + b"Text.\n\nFrom here on nothing.\n"
    stamp = b"From someone Fri Jun  3 10:00:00 2022\n"
    (tmp_path / "a.mbox").write_bytes(stamp + bytes(mail()) + b"\n\n" + stamp + second)
    found = take(tmp_path)
    assert {"a.mbox#1", "a.mbox#1!/memo.docx", "a.mbox#2"} <= set(found.taken)
    assert "From here on nothing." in found.body("a.mbox#2")


def test_zip(tmp_path: Path, take: Any) -> None:
    """Members of a ZIP are documents of their own bytes, also in a ZIP within it."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep/x.txt", "Deep text.")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("lake/b.txt", "Twelve left.")
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("memo.docx", docx_bytes())
    found = take(tmp_path)
    assert set(found.taken) == {"a.zip!/lake/b.txt", "a.zip!/inner.zip!/deep/x.txt", "a.zip!/memo.docx"}
    assert found.taken["a.zip!/lake/b.txt"].source.name == "lake"
    assert found.taken["a.zip!/inner.zip!/deep/x.txt"].original == b"Deep text."


def test_dos_names(tmp_path: Path, take: Any) -> None:
    """Cyrillic names that an old archiver wrote without saying how are read as they were meant."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("aaaaaaaa.txt", "Twelve left.")
    (tmp_path / "a.zip").write_bytes(out.getvalue().replace(b"aaaaaaaa", "документ".encode("cp866")))
    assert list(take(tmp_path).taken) == ["a.zip!/документ.txt"]


def test_tar(tmp_path: Path, take: Any) -> None:
    """A tar is streamed, also when it is compressed."""
    with tarfile.open(tmp_path / "a.tgz", "w:gz") as archive:
        info = tarfile.TarInfo("b.txt")
        info.size = 4
        archive.addfile(info, io.BytesIO(b"One."))
    assert take(tmp_path).body("a.tgz!/a.tar!/b.txt") == "One."
