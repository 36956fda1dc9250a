"""Words are seen whatever they are written in; digests and keys are no words."""

from __future__ import annotations

import base64
import hashlib
import quopri

import pytest
from tests.costs import growth, seconds

from muster.text.coded import meant, unpacked

NAME = "Ровшан Тельбек"


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"&#{ord(c)};" for c in NAME),
        "".join(f"%{b:02x}" for b in NAME.encode()),
        "".join(f"\\u{ord(c):04x}" for c in NAME),
        "<w:r><w:t>Ровшан Тел</w:t></w:r><w:r><w:rPr/><w:t>ьбек</w:t></w:r>",
        f"Subject: =?utf-8?b?{base64.b64encode(NAME.encode()).decode()}?=",
        "To: =?koi8-r?q?" + "".join(f"={b:02X}" for b in NAME.encode("koi8-r")) + "?= <m@post.example>",
    ],
    ids=["entities", "percent", "json", "runs", "header", "header in an old encoding"],
)
def test_what_is_meant_is_read(text: str) -> None:
    """What a reader would see stands in it."""
    assert NAME not in text and NAME in meant(text)


def test_a_cell_and_a_paragraph_end_a_word() -> None:
    """Tags inside a word go, tags between words leave a gap."""
    assert "one\n" in meant("<p>one</p><p>two</p>") and "onetwo" not in meant("<td>one</td><td>two</td>")


def test_letters_that_stand_for_bytes_are_read() -> None:
    """Base64 in one run and in lines, with the signs of addresses; quoted-printable."""
    words = f"Рассказал {NAME}, и никто больше. ".encode() * 4
    ways = [base64.b64encode(words), base64.encodebytes(words), base64.urlsafe_b64encode(words),
            quopri.encodestring(words)]  # fmt: skip
    for raw in ways:
        assert any(NAME in inner.decode("utf-8", "replace") for inner in unpacked(b"x: " + raw + b"\n")), raw


def test_digests_keys_and_long_words_are_no_words() -> None:
    """Nothing is made of them, so that no name is found by chance."""
    digest = hashlib.sha256(b"a").digest()
    raw = b" ".join(
        (digest.hex().encode(), base64.b64encode(digest * 9), b"internationalisation", b"A" * 400)
    )
    assert [found for found in unpacked(raw) if found.strip(b"\0")] == []


@pytest.mark.parametrize(
    "piece", ["<", "<w:", "<p ", "=?u?q?a", "=?u-8?q?a?= ", "%4", "&#1", "Ab+/", "=D0", "A" * 50 + "\n"]
)
def test_36_hostile_repetition_is_linear(piece: str) -> None:
    """No pattern takes more than its share of time over one thing said again and again."""

    def work(n: int) -> None:
        meant(piece * n)
        list(unpacked((piece * n).encode()))

    assert growth(lambda n: seconds(lambda: work(n)), 5_000, 40_000, most=20) <= 20
