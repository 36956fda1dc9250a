"""What holds for every text: exact spans, no crash, cost that grows with length only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.model.claims import Reading, ReadingContext
from muster.model.evidence import Passage, Text
from muster.read import read_text

CONTEXT = ReadingContext(published="2031-05-02")
PIECES = [
    "said",
    " told ",
    "Anna Brook",
    "Иван Ветров",
    "Олена Гай",
    "“",
    "”",
    '"',
    "«",
    "»",
    "‘",
    "’",
    "'",
    ", ",
    ". ",
    ": ",
    "– ",
    "—",
    "\n",
    "\r\n",
    "\n\n",
    " that ",
    "сказал",
    " что ",
    "заявив",
    " що ",
    "according to ",
    "по словам ",
    "за даними ",
    "40 ",
    "² ",
    "½ ",
    "more than 1,000 ",
    "soldiers ",
    "солдат ",
    "he ",
    "она ",
    "who ",
    "not his real name",
    "(имя изменено)",
    "Telegram",
    "the BBC",
    "\u200b",
    "\u202e",
    "\u0301",
    "ё",
    "І",
    "МИД",
    "! ",
    "? ",
    "… ",
    "the ",
    "Team ",
    "and ",
    "со ссылкой на ",
]


def read(body: str) -> Reading:
    return read_text(Text("text-1", "doc-1", body, "und", "test/1"), CONTEXT)


def passages(record: object) -> Iterator[Passage]:
    if isinstance(record, Passage):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from passages(item)
    elif is_dataclass(record):
        for f in fields(record):
            yield from passages(getattr(record, f.name))


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_passage_holds_exactly_its_characters(body: str) -> None:
    """``body[start:stop] == words`` for every passage of every record of a text made of frames' pieces."""
    reading = read(body)
    assert all(p.holds_in(body) for p in passages(reading))
    assert 0 <= reading.understood <= reading.characters


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_no_text_makes_the_reader_fail(body: str) -> None:
    """Any characters at all, lone surrogates too."""
    assert all(p.holds_in(body) for p in passages(read(body)))


# What Python calls a digit and no ``int`` reads, other scripts' digits, numbers of one character.
ODD_DIGITS = ("²", "③", "½", "Ⅳ", "¹⁰", "٣", "৪", "𝟚", "1²", "м²", "5²", "²3", "00", "0")
NUMBERED = (
    "He said {0} houses burned on {0} May {0}.",
    "{0} of {0} men were killed, $ {0} million was lost, {0}% said so.",
    "A {0}-year-old was {0}; at {0}:{0} he turned {0}.",
    "Площа {0} км. Він сказав, що {0} будинків згоріло {0} березня {0} року о {0} годині.",
    "Площа 40 км{0} і {0} сіл, {0}-та бригада.",
    "Население {0} тыс. человек, с {0} до {0} мая {0} года, {0}-й полк; ему было {0}.",
    "20{0}, {0}/{0}/{0}, {0}.{0}.{0}",
)


@pytest.mark.parametrize("digit", ODD_DIGITS)
def test_odd_digits_are_read_or_passed_over(digit: str) -> None:
    """«40 км²» made a whole paper unreadable: ``"²".isdigit()`` holds and ``int("²")`` fails."""
    for line in NUMBERED:
        body = line.format(digit)
        assert all(p.holds_in(body) for p in passages(read(body)))


def test_a_reference_to_marks_alone_is_nobody() -> None:
    """Once a passage without characters: «со ссылкой на »»» in an English sentence."""
    for body in ("according to со ссылкой на »»", "Склад пуст, пишет газета со ссылкой на «»."):
        assert all(p.holds_in(body) for p in passages(read(body)))


HOSTILE = [
    "a",
    "а ",
    "said ",
    "“",
    "«a» ",
    "‘",
    "He said that ",
    "\u200b",
    "\u202eабв ",
    "Anna Brook said “x”, ",
    "A",
    "А. ",
    "according to ",
    "сказал, что ",
    "по словам ",
    ",",
    "the ",
    "Иван ",
    "IVAN VETROV SAID ",
    "— ",
    "\n",
    "Ветров: ",
    "1 ",
    ". ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_cost_grows_with_length_only(piece: str) -> None:
    """Four times the text costs at most some six times the time, whatever it is made of."""

    def cost(size: int) -> float:
        body = (piece * (size // len(piece) + 1))[:size]
        return seconds(lambda: read(body)) + 0.1  # below a tenth of a second a ratio says little

    read(piece * 50)
    assert growth(cost, 5_000, 20_000, most=6.5) < 6.5
