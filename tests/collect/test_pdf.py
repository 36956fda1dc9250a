"""PDF and pictures of text."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")

needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not on this machine")
needs_font = pytest.mark.skipif(not FONT.exists(), reason="the DejaVu font is not on this machine")


def pdf(path: Path, *pages: str, **options: Any) -> None:
    sheet = canvas.Canvas(str(path), **options)
    for words in pages:
        for number, line in enumerate(words.split("\n")):
            sheet.drawString(60, 780 - 16 * number, line)
        sheet.showPage()
    sheet.save()


def scan(path: Path) -> None:
    picture = Image.new("L", (1500, 300), 255)
    font = ImageFont.truetype(str(FONT), 44)
    ImageDraw.Draw(picture).text(
        (40, 40), "Twelve soldiers left the base.\nДвенадцать человек ушли.", font=font, fill=0
    )
    picture.save(path)


def test_text(tmp_path: Path, take: Any) -> None:
    """The text of each page is read; between pages stands a form feed."""
    pdf(tmp_path / "a.pdf", "Twelve men left.\nNobody returned.", "The second page.")
    body = take(tmp_path).body("a.pdf")
    first, second = body.split("\f")
    assert first.split("\n")[:1] == ["Twelve men left."]
    assert second.strip() == "The second page."


def test_day_of_making_is_not_publication(tmp_path: Path, take: Any) -> None:
    """The day a PDF was made is not taken for the day it was published."""
    pdf(tmp_path / "a.pdf", "Twelve men left.")
    assert take(tmp_path).taken["a.pdf"].document.published is None


def test_header_in_pdf(tmp_path: Path, take: Any) -> None:
    """Headline and date line at the top of a PDF are read as those of a text are."""
    pdf(tmp_path / "a.pdf", "Twelve left\n3 June 2022\nTwelve men left on Friday.")
    document = take(tmp_path).taken["a.pdf"].document
    assert (document.title, document.published) == ("Twelve left", "2022-06-03")


def test_locked(tmp_path: Path, take: Any) -> None:
    """A PDF locked with a password is set aside, with what to do."""
    pdf(tmp_path / "a.pdf", "Secret.", encrypt=StandardEncryption("password"))
    item = take(tmp_path).aside["a.pdf"]
    assert item.reason == "password"
    assert "without one" in item.detail


@pytest.mark.parametrize("name", ["a.png", "a.pdf"])
@needs_font
def test_scan_without_recogniser(tmp_path: Path, take: Any, name: str) -> None:
    """Without a recogniser a scan is set aside with what to install, and looked at again next time."""
    scan(tmp_path / name)
    first = take(tmp_path, ocr=False)
    assert first.aside[name].reason == "needs ocr"
    assert "tesseract" in first.aside[name].detail
    assert take(tmp_path, ocr=False, seen=first.seen).aside[name].reason == "needs ocr"


@pytest.mark.ocr
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.pdf"])
@needs_tesseract
@needs_font
def test_scan(tmp_path: Path, take: Any, name: str) -> None:
    """Words of a scan are recognised in several scripts, and it is said that they may be wrong."""
    scan(tmp_path / name)
    found = take(tmp_path, ocr=True)
    assert "Twelve soldiers left the base." in found.body(name)
    assert found.taken[name].text.made_by.startswith("tesseract/")
    assert "may be wrong" in found.losses(name)


@pytest.mark.ocr
@needs_tesseract
@needs_font
def test_page_without_text_among_others(tmp_path: Path, take: Any) -> None:
    """In a PDF of text one page that is a picture is recognised, and named."""
    scan(tmp_path / "s.png")
    sheet = canvas.Canvas(str(tmp_path / "a.pdf"))
    sheet.drawString(60, 700, "A page of ordinary text stands here.")
    sheet.showPage()
    sheet.drawImage(str(tmp_path / "s.png"), 20, 400, 560, 112)
    sheet.showPage()
    sheet.save()
    (tmp_path / "s.png").unlink()
    found = take(tmp_path, ocr=True)
    assert "Twelve soldiers" in found.body("a.pdf")
    assert "wrong: 2" in found.losses("a.pdf")
    assert "+tesseract/" in found.taken["a.pdf"].text.made_by
