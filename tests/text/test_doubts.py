"""What may stay: words known to be ordinary, and what was learned from marked texts of the rest."""

from __future__ import annotations

import pytest
from tests.costs import growth, seconds

from muster.text.identifiers.identifiers import find_identifiers
from muster.text.identifiers.learned import likelihoods, tokens_of
from muster.text.identifiers.ordinary import commonness


@pytest.mark.parametrize("word", ["bridge", "don't", "pls", "хлеб", "ещё", "кто-нибудь", "лікарня", "дощ"])
def test_words_of_every_day_are_known(word: str) -> None:
    """Chat words and inflected forms among them."""
    assert commonness(word) > 0


@pytest.mark.parametrize(
    "word", ["zorrelik", "кудымчук", "шоблиця", "london", "галина", "харків", "-", "x" * 5000]
)
def test_names_are_no_ordinary_words(word: str) -> None:
    """Nor what nobody writes, nor a sign, nor a word of five thousand letters."""
    assert commonness(word) == 0


def test_the_commoner_the_higher() -> None:
    """A word of every line has 9, one of ten million words 1 or 2."""
    assert (commonness("the"), commonness("не")) == (9, 9)
    assert 1 <= commonness("abacus") <= 3


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("we waited and then zorrelik came back with bread", "zorrelik"),
        ("ждали до ночи а потом пришла кудымка и принесла хлеба", "кудымка"),
        ("сиділи тихо, бо за стіною шоблиця слухала кожне слово", "шоблиця"),
    ],
)
def test_a_word_that_nobody_knows_is_covered(text: str, covered: str) -> None:
    """No rule announces it; it is in no list of names; it is no ordinary word either."""
    assert covered in [text[i.start : i.stop] for i in find_identifiers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We waited for the car near the bridge and talked about the weather. Nobody knew anything.",
        "Никто не знал, что будет дальше. Потом принесли воды и хлеба.",
        "Ніхто не знав, що буде потім. Ми просто чекали.",
    ],
)
def test_what_tells_of_nobody_stays(text: str) -> None:
    """Plain sentences of everyday words are left whole."""
    assert find_identifiers(text) == []


def test_the_items_of_a_list_keep_their_numbers() -> None:
    """ "1." at the head of a line tells of nobody."""
    text = "1. Galina Petrenko\n2. Pavel Ostrivny\n"
    assert all(not text[i.start : i.stop].startswith(("1", "2")) for i in find_identifiers(text))


def test_parts_of_one_thing_are_joined() -> None:
    """The word between two people stays; one between two parts of a wound or an address goes with them."""
    text = "Galina and Pavel came"
    assert "and" not in [text[i.start : i.stop] for i in find_identifiers(text)]


def test_likelihoods_are_shares() -> None:
    """Of each token two numbers that with the rest make one; the same every time."""
    text = "my neighbour Galina, +7 920 555 01 47, lost two fingers"
    tokens = tokens_of(text)
    first = list(likelihoods(text, tokens))
    assert first == list(likelihoods(text, tokens))
    assert len(first) == len(tokens)
    assert all(d >= 0 and q >= 0 and d + q <= 1 for d, q in first)


@pytest.mark.parametrize("piece", ["Galina came to the bridge. ", "зззз ", "1 "])
def test_the_cost_is_linear(piece: str) -> None:
    """Eight times the text costs some eight times as much, also of one word on one line."""

    def cost(size: int) -> float:
        return seconds(lambda: find_identifiers(piece * size))

    assert growth(cost, 200, 1600, most=16) <= 16
