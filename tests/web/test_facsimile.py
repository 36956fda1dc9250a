"""The page as it was: drawn apart, what was found on it shaded, blurred until somebody asks."""

from __future__ import annotations

import io
import json
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from PIL import Image
from tests.browser.driver import Person
from tests.web.desk import Client, paper

from muster.collect import page_picture
from muster.collect.facsimile import png
from muster.model.errors import NotFound


def _raw(client: Client, path: str) -> tuple[str, bytes]:
    asked = Request(f"http://127.0.0.1:{client.port}{path}", headers={"Cookie": client.cookie})
    with urlopen(asked) as answer:
        return answer.headers["content-type"], answer.read()


def test_a_number_leads_to_the_page_it_was_printed_on(reading: Client) -> None:
    """From a quantity of the second page the second page opens, its words marked beside the picture."""
    path = paper(reading)
    assert "/page/2?at=quantity-" in path
    page = reading.get(path).body
    assert '<mark class="focus' in page or "focus" in page
    assert "44" in page and "register was opened" not in page
    kind, picture = _raw(reading, path.replace("/page/2", "/page/2.png"))
    assert kind == "image/png" and Image.open(io.BytesIO(picture)).mode == "L"


def test_words_are_shaded_and_framed_where_they_stand(reading: Client) -> None:
    """A shaded page is darker where the words are and nowhere else; a frame is black."""
    rows = json.loads(reading.get("/documents.json?limit=1000").body)["rows"]
    id = next(r["id"] for r in rows if r["address"] == "report.pdf")
    with reading.office.reading() as store:
        pdf = store.original(id)
    plain, shaded, framed = (
        Image.open(io.BytesIO(page_picture(pdf, 1, words, focus)))
        for words, focus in (([], ""), (["44 men"], ""), ([], "44 men"))
    )
    changed = [
        (x, y) for y in range(plain.height) for x in range(plain.width)
        if plain.getpixel((x, y)) != shaded.getpixel((x, y))
    ]  # fmt: skip
    assert changed and max(shaded.getpixel(p) for p in changed) == 200
    left, right = min(x for x, _ in changed), max(x for x, _ in changed)
    top, bottom = min(y for _, y in changed), max(y for _, y in changed)
    assert right - left < plain.width / 3 and bottom - top < plain.height / 5
    assert framed.getpixel((left, top)) == 0


def test_what_is_no_page_has_no_picture(reading: Client) -> None:
    """A page too far, a document that is no PDF, bytes that are no PDF: said, never a fault."""
    path = paper(reading).partition("?")[0]
    assert reading.get(path.replace("/page/2", "/page/9.png")).status == 404
    rows = json.loads(reading.get("/documents.json?limit=1000").body)["rows"]
    plain = next(r["id"] for r in rows if r["address"] == "emoji.txt")
    assert reading.get(f"/document/{plain}/page/1").status == 404
    assert "The page as it was" not in reading.get(f"/document/{plain}").body
    for raw in (b"", b"%PDF-1.7 broken", b"\x00" * 5000):
        with pytest.raises(NotFound):
            page_picture(raw, 0)


def test_a_png_is_whole(tmp_path: Path) -> None:
    """What is written is read back point by point."""
    rows = [bytearray([0, 128, 255]), bytearray([255, 1, 0])]
    image = Image.open(io.BytesIO(png(3, rows)))
    assert [image.getpixel((x, y)) for y in range(2) for x in range(3)] == [0, 128, 255, 255, 1, 0]


@pytest.mark.browser
def test_a_picture_is_blurred_until_asked(reading: Client, person: Person) -> None:
    """One press of the space bar, or a click, shows it clearly."""
    tab = person.tab(reading.sessions.invite() + "&to=" + paper(reading).partition("?")[0])
    tab.look()
    shown = "getComputedStyle(document.querySelector('.grey img')).filter"
    assert "blur" in tab.do(shown)
    tab.click("#clear")
    assert tab.do(shown) == "none"
    assert tab.do("document.querySelector('.grey img').decode().then(() => true)") is True
