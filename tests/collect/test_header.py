"""The lines above a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from muster.collect.header import host_of, parse_date, read_header
from muster.text.card import card_end


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("20310603", "2031-06-03"),
        ("20220603", "2022-06-03"),
        ("2022-06-03", "2022-06-03"),
        ("2022-06-03T10:00Z", "2022-06-03T10:00:00+00:00"),
        ("2022-06-03 10:00:05 +0300", "2022-06-03T10:00:05+03:00"),
        ("Fri, 03 Jun 2022 10:00:00 +0300", "2022-06-03T10:00:00+03:00"),
        ("3 June 2022", "2022-06-03"),
        ("Friday, 3 June 2022, 10:15", "2022-06-03T10:15:00"),
        ("June 3rd, 2022", "2022-06-03"),
        ("Published: 3 June 2022", "2022-06-03"),
        ("3 июня 2022 года", "2022-06-03"),
        ("пятница, 3 июня 2022 г. в 10:15", "2022-06-03T10:15:00"),
        ("3 червня 2022 року", "2022-06-03"),
        ("Опубліковано: 3 червня 2022", "2022-06-03"),
        ("03.06.2022", "2022-06-03"),
        ("03/06/2022", None),
        ("31 февраля 2022", None),
        ("20221345", None),
        ("3 June 2022 was a Friday", None),
        ("June", None),
    ],
)
def test_dates(line: str, iso: str | None) -> None:
    """A line that is nothing but a date is read in three languages; an ambiguous one is left alone."""
    assert parse_date(line) == iso


def test_headline_date_address() -> None:
    """Headline, packed date and address give title, day, address and outlet."""
    header = read_header(
        "Twelve leave the base\n20220603\nhttps://www.lakeside.example/news/1\nThe men left on Friday.\n"
    )
    assert (header.title, header.published) == ("Twelve leave the base", "2022-06-03")
    assert (header.url, header.source) == ("https://www.lakeside.example/news/1", "lakeside.example")


def test_crlf_and_blank_lines() -> None:
    """Empty lines and carriage returns between the header's lines do not matter."""
    header = read_header("\r\nДвенадцать ушли\r\n\r\n3 июня 2022\r\n\r\nТекст.\r\n")
    assert (header.title, header.published) == ("Двенадцать ушли", "2022-06-03")


def test_no_header() -> None:
    """The first sentence of a text without a header is never taken for a headline."""
    header = read_header("“One morning they called me,” she said.\nThen nothing happened.\n")
    assert header.title is None
    assert header.published is None


def test_address_in_a_sentence_is_no_header() -> None:
    """An address within the running text says nothing about where the text stood."""
    assert read_header("He wrote on https://lakeside.example/1 that all was well.\nMore.\n").url is None


def test_byline() -> None:
    """A byline under the headline is the author."""
    header = read_header("A headline\nBy Alma Reed\n2022-06-03\nText.\n")
    assert header.author == "Alma Reed"


def test_interview_card() -> None:
    """An interview's card names an alias, and protects it unless it says outright that it does not."""
    card = "source: falcon\nkind: interview\ndate: 2022-06\n\nI was told to wait.\n"
    header = read_header(card)
    assert (header.source, header.kind, header.protected, header.published) == (
        "falcon",
        "interview",
        True,
        "2022-06",
    )
    assert read_header(card.replace("kind: interview", "kind: interview\nprotected: no")).protected is False


def test_unknown_kind_is_said() -> None:
    """A kind of source that does not exist is not invented, and the card's word for it is shown."""
    header = read_header("source: falcon\nkind: spy\n\nText.\n")
    assert header.kind is None
    assert "spy" in header.losses[0]


def test_hosts() -> None:
    """An outlet's name is its host without the mobile prefix; a broken address has none."""
    assert host_of("https://m.lakeside.example/1") == "lakeside.example"
    assert host_of("https://[broken/1") is None


@pytest.mark.shared
def test_second_seed(shared: Path) -> None:
    """The second seed's headline, day, address and outlet are read from its first lines."""
    body = (shared / "seeds" / "004_c6752159b3d9711b.txt").read_text(encoding="utf-8")
    header = read_header(body)
    assert header.title == "The Russian soldiers refusing to fight in Ukraine"
    assert header.published == "2022-06-03"
    assert header.url == "https://www.bbc.co.uk/news/world-europe-61607184"
    assert header.source == "bbc.co.uk"


@pytest.mark.shared
def test_first_seed(shared: Path) -> None:
    """The first seed has no header, and none is invented."""
    body = (shared / "seeds" / "000_6fd026b1e9038ab7.txt").read_text(encoding="utf-8")
    assert read_header(body).title is None


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        ("source: Quay Herald\nkind: outlet\n\nThe gate was shut.", "\nThe gate was shut."),
        ("\nProtected: yes\n\nShe said: nobody came.", "\nShe said: nobody came."),
        ("date: 2031-04-01\n\nThe gate was shut.", None),
        ("The gate was shut.\nsource: a clerk", None),
        ("", None),
    ],
)
def test_where_a_card_ends(body: str, rest: str | None) -> None:
    """A card needs a source, a kind or a word on protection, and stands at the top."""
    assert body[card_end(body) :] == (body if rest is None else rest)
