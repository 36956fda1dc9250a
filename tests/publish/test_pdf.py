"""A PDF that is drawn from words alone: all of them can be read back, and nothing else is in it."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.publish.pdf import _KNOWN, pdf_of


def _read(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")
    finally:
        document.close()


def _bare(text: str) -> str:
    return re.sub(r"[\s\xa0\u2028\u2029\x02-]+", "", text)


def test_the_words_come_back_in_three_languages() -> None:
    """English, Russian, Ukrainian, with the marks that redaction puts."""
    text = (
        "She said: “[person 1] left in [May 2031].”\n\nСказал [лицо 2], №\xa05 — «да».\nҐанок і їжак, 10 ₴."
    )
    assert _bare(_read(pdf_of(text))) == _bare(text)


def test_nothing_but_pages_font_and_words_is_in_it() -> None:
    """No information, no day, no maker, no action, no attachment, no metadata stream."""
    raw = pdf_of("A line.\n" * 3)
    document = pypdfium2.PdfDocument(raw)
    assert set(document.get_metadata_dict().values()) == {""}
    document.close()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        assert set(pdf.Root.keys()) == {"/Pages", "/Type"}
        keys = {key for o in pdf.objects if isinstance(o, pikepdf.Dictionary) for key in o}
        assert keys.isdisjoint({"/JS", "/AA", "/AF", "/OpenAction", "/EmbeddedFiles", "/Metadata", "/Author"})
        assert pdf.check_pdf_syntax() == []
    assert not re.search(rb"20\d{12}|PDFium", raw)


def test_the_same_text_gives_the_same_bytes() -> None:
    """Whenever it is made."""
    assert pdf_of("Да.") == pdf_of("Да.")


def test_long_texts_take_pages_and_long_words_lines() -> None:
    """Nothing runs out of the page: every letter is on one, in its order."""
    text = "\n".join(f"{n} " + "слово " * 40 for n in range(60)) + "\n" + "x" * 1_000
    raw = pdf_of(text)
    document = pypdfium2.PdfDocument(raw)
    assert len(document) > 5
    for page in document:
        left, _bottom, right, _top = _extent(page)
        assert left > 40
        assert right < 555
    document.close()
    assert _bare(_read(raw)) == _bare(text)


def _extent(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    boxes = [item.get_bounds() for item in page.get_objects()]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def test_every_letter_of_the_font_can_be_read_back() -> None:
    """And a letter it has not is written as its number."""
    letters = [chr(c) for first, last in _KNOWN for c in range(first, last + 1)]
    assert _bare(_read(pdf_of(" ".join(letters)))) == _bare("".join(letters))
    assert "⟨U+6F22⟩" in _read(pdf_of("漢"))


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_any_text_gives_a_pdf(text: str) -> None:
    """Controls, halves of characters, nothing at all."""
    assert pdf_of(text).startswith(b"%PDF-")
