"""Numbers with their nouns in three languages."""

from __future__ import annotations

import pytest
from tests.count.stated import asked, said

from muster.count import answer
from muster.count.nouns import NOUNS
from muster.count.sentences import counted, day, figure, number, percent

NB = "\u00a0"


@pytest.mark.parametrize(
    ("language", "n", "words"),
    [
        ("en", 1, "at least 1 refusal"), ("en", 2, "at least 2 refusals"),
        ("ru", 1, "не менее 1 отказа"), ("ru", 2, "не менее 2 отказов"), ("ru", 5, "не менее 5 отказов"),
        ("ru", 11, "не менее 11 отказов"), ("ru", 21, "не менее 21 отказа"),
        ("ru", 111, "не менее 111 отказов"),
        ("ru", 1001, f"не менее 1{NB}001 отказа"), ("uk", 1, "щонайменше 1 відмова"),
        ("uk", 2, "щонайменше 2 відмови"), ("uk", 5, "щонайменше 5 відмов"),
        ("uk", 12, "щонайменше 12 відмов"),
        ("uk", 22, "щонайменше 22 відмови"),
    ],
)  # fmt: skip
def test_a_floor_takes_the_right_case(language: str, n: int, words: str) -> None:
    """Russian "не менее" takes the genitive, Ukrainian "щонайменше" leaves the nominative."""
    assert figure(n, None, "refusals", language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "from 20 to 41 people"), ("ru", "от 20 до 41 человека"), ("uk", "від 20 до 41 особи")],
)
def test_a_range_takes_the_genitive(language: str, words: str) -> None:
    """от … до …, від … до …"""
    assert figure(20, 41, "people", language) == words


def test_exact_numbers_shares_and_unknown() -> None:
    """3 отказа, 20 %, неизвестно."""
    assert figure(3, 3, "refusals", "ru") == "3 отказа"
    assert figure(0.2, 0.355, "share", "uk") == "від 20 % до 35,5 %"
    assert [figure(None, None, "people", x) for x in ("en", "ru", "uk")] == [
        "unknown",
        "неизвестно",
        "невідомо",
    ]
    assert percent(0.2, "en") == "20 %" and number(1234.5, "ru") == f"1{NB}234,5"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "3 June 2031"), ("ru", "3 июня 2031 года"), ("uk", "3 червня 2031 року")],
)
def test_days_are_written_out(language: str, words: str) -> None:
    """The month in the genitive."""
    assert day("2031-06-03", language) == words


def test_every_noun_has_all_its_forms() -> None:
    """One, two to four, five and more, and the genitive singular."""
    for noun in NOUNS.values():
        assert (len(noun.en), len(noun.ru), len(noun.uk)) == (2, 4, 4)
    assert [counted(n, "origins", "ru") for n in (1, 3, 5)] == [
        "1 первоисточник", "3 первоисточника", "5 первоисточников",
    ]  # fmt: skip


def test_the_sentence_says_all_that_must_be_said() -> None:
    """Bounds, of whom, where, since and by when, method, what must be true, what was never seen."""
    question = asked(place='"Sorvia"', population='"drivers"', regions="14")
    made = answer(question, [said("Anchor", 208, least_regions=9), said("Beacon", 40)])
    assert made.sentences["en"] == (
        "Refusals in Sorvia: at least 208 refusals, of drivers, in Sorvia, since 1 January 2031, by 30 June "
        "2031; the highest floor that accepted claims support, 2 origins on record, no upper bound was "
        "stated; true if what Anchor stated is true and nobody is counted twice in it; claims speak of at "
        "least 9 of 14 regions, no data for the other 5 at most."
    )
    assert made.fragility["en"] == "It rests on one origin: without Anchor it is at least 40 refusals"
    assert "не менее 208 отказов" in made.sentences["ru"] and "«Anchor»" in made.fragility["uk"]
