"""Bytes of plain text into characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.collect.plain import decode, oddities

RUSSIAN = "Двенадцать человек отказались возвращаться в часть. Об этом сообщил их юрист в среду вечером."
UKRAINIAN = "Їхні родичі кажуть, що людей утримують у підвалі; юрист підтвердив це у п'ятницю ввечері."
ENGLISH = "The café’s owner said she was naïve; “nobody asked us”, she added."


@pytest.mark.parametrize("body", [RUSSIAN, UKRAINIAN, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode(body: str, encoding: str) -> None:
    """Every form of Unicode is read to the letter, with and without a byte order mark."""
    decoded = decode(body.encode(encoding))
    assert decoded is not None
    assert decoded.body == body


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_legacy_russian(encoding: str) -> None:
    """An undeclared Russian encoding is recognised, and that it was undeclared is said."""
    decoded = decode(RUSSIAN.encode(encoding))
    assert decoded is not None
    assert decoded.body == RUSSIAN
    assert "not declared" in decoded.losses[0]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "cp1125", "iso8859-5", "mac-cyrillic"])
def test_legacy_ukrainian(encoding: str) -> None:
    """An undeclared Ukrainian encoding is recognised."""
    decoded = decode(UKRAINIAN.encode(encoding))
    assert decoded is not None
    assert decoded.body == UKRAINIAN


def test_western() -> None:
    """English with typographic marks in the Windows encoding is not taken for Russian."""
    decoded = decode(ENGLISH.encode("cp1252"))
    assert decoded is not None
    assert decoded.body == ENGLISH


def test_line_ends_stay() -> None:
    """Carriage returns, tabs and trailing blanks are kept: offsets hold in the original file."""
    decoded = decode(b"One.\r\n\r\nTwo.\t \r\n")
    assert decoded is not None
    assert decoded.body == "One.\r\n\r\nTwo.\t \r\n"


def test_broken_utf8_is_counted() -> None:
    """Single bad bytes in UTF-8 become U+FFFD, and the loss is counted."""
    decoded = decode(RUSSIAN.encode() + b"\xff\xfe " + RUSSIAN.encode())
    assert decoded is not None
    assert decoded.body.count("\ufffd") == 2
    assert decoded.losses == ("2 places could not be decoded as utf-8 and are shown as U+FFFD",)


def test_nul_is_shown() -> None:
    """A NUL in a text is shown as U+FFFD in its place, so that no offset moves."""
    decoded = decode(b"Twelve men\x00 left the base on Friday evening, a lawyer said.")
    assert decoded is not None
    assert decoded.body[10] == "\ufffd"
    assert "1 NUL" in decoded.losses[0]


def test_encoded_surrogates() -> None:
    """A lone surrogate in the bytes is a loss, not a crash."""
    decoded = decode(
        "Двенадцать ".encode() + "\ud800".encode("utf-8", "surrogatepass") + " человек ушли.".encode()
    )
    assert decoded is not None
    decoded.body.encode("utf-8")
    assert decoded.losses


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00" * 1000, b"\x01\x02\x03\x04" * 500])
def test_binary_is_no_text(data: bytes) -> None:
    """Binary data is no text in any encoding."""
    assert decode(data) is None


@pytest.mark.parametrize("name", ["unicode_escape", "utf-7", "hex", "no-such-encoding", "idna"])
def test_declared_tricks(name: str) -> None:
    """An encoding that computes instead of mapping is not believed."""
    decoded = decode(b"plain \\u0041 words +AGE- here", declared=name)
    assert decoded is not None
    assert decoded.body == "plain \\u0041 words +AGE- here"


def test_unseen_characters_are_counted() -> None:
    """Zero-width and direction-turning characters are named, for a person does not see them."""
    assert oddities("a\u200bb\u202ec") == ("2 zero-width or direction-turning characters stand in the text",)
    assert oddities("plain") == ()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf8_round_trip(body: str) -> None:
    """Any Unicode text that is written as UTF-8 is read back to the letter, a leading mark apart."""
    decoded = decode(body.encode())
    assert decoded is not None
    assert decoded.body == body.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_no_bytes_crash(data: bytes) -> None:
    """No bytes make the decoder fail, and what it returns can always be written as UTF-8."""
    decoded = decode(data)
    if decoded is not None:
        decoded.body.encode("utf-8")
        assert "\x00" not in decoded.body


def test_marks_are_dropped_once() -> None:
    """Only one byte order mark is dropped; a second one is a character of the text."""
    decoded = decode(codecs.BOM_UTF8 * 2 + b"x")
    assert decoded is not None
    assert decoded.body == "\ufeffx"
