"""Numbers: digits and words in three languages, bounds, ranges, shares, vague words."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.text.numbers.numbers import Number, digits, find_numbers
from muster.text.numbers.vague import PROFILES, bounds_of
from muster.text.tokens import fold_in_place, tokens_of


def read_number(words: str, language: str) -> Number | None:
    """The number that the words are, if they are one from end to end."""
    found = find_numbers(words, 0, len(words), language)
    return found[0] if len(found) == 1 and (found[0].start, found[0].stop) == (0, len(words)) else None


_spec = importlib.util.spec_from_file_location("spelled", Path(__file__).with_name("spelled.py"))
assert _spec is not None and _spec.loader is not None
spelled = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(spelled)

# words | language | low | high | exclusive ends (< >) | scale
CASES = """
more than 1,200 | en | 1200 | - | > | count
at least nine | en | 9 | - | | count
no fewer than forty | en | 40 | - | | count
up to 5,000 | en | - | 5000 | | count
fewer than 70 | en | - | 70 | < | count
between 15 and 25 percent | en | 0.15 | 0.25 | | share
10% to 20% | en | 0.1 | 0.2 | | share
3,000 to 4,500 | en | 3000 | 4500 | | count
two or three | en | 2 | 3 | | count
from two to four thousand | en | 2000 | 4000 | | count
a dozen | en | 12 | 12 | | count
half a million | en | 500000 | 500000 | | count
two thirds | en | 0.6666 | 0.6667 | | share
one in eight | en | 0.125 | 0.125 | | share
nine out of ten | en | 0.9 | 0.9 | | share
2.5 million | en | 2500000 | 2500000 | | count
4.7k | en | 4700 | 4700 | | count
two and a half | en | 2.5 | 2.5 | | count
twenty or more | en | 20 | - | | count
около полутора тысяч | ru | 1500 | 1500 | | count
свыше 20 тыс | ru | 20000 | - | > | count
не менее тридцати шести | ru | 36 | - | | count
не более ста | ru | - | 100 | | count
от 5 до 15 процентов | ru | 0.05 | 0.15 | | share
от двух до трёх тысяч | ru | 2000 | 3000 | | count
две трети | ru | 0.6666 | 0.6667 | | share
каждый восьмой | ru | 0.125 | 0.125 | | share
1 000 000 | ru | 1000000 | 1000000 | | count
1.500 | ru | 1500 | 1500 | | count
3,5 млн | ru | 3500000 | 3500000 | | count
семеро | ru | 7 | 7 | | count
два с половиной миллиона | ru | 2500000 | 2500000 | | count
5 тысяч 200 | ru | 5200 | 5200 | | count
пятью тысячами | ru | 5000 | 5000 | | count
понад тисячу | uk | 1000 | - | > | count
щонайменше дев’ять | uk | 9 | - | | count
щонайменше із шести | uk | 6 | - | | count
від 10 до 30 відсотків | uk | 0.1 | 0.3 | | share
близько двохсот п'ятдесяти | uk | 250 | 250 | | count
кожен четвертий | uk | 0.25 | 0.25 | | share
дві третини | uk | 0.6666 | 0.6667 | | share
півтора мільйона | uk | 1500000 | 1500000 | | count
не більше сорока | uk | - | 40 | | count
пʼятеро | uk | 5 | 5 | | count
"""


def _rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_number_is_read_with_its_bounds(row: list[str]) -> None:
    """Words in, low and high out; a bound that nobody stated is None."""
    words, language, low, high, ends, scale = row
    number = read_number(words, language)
    assert number is not None
    assert number.low == (None if low == "-" else pytest.approx(float(low), rel=2e-4))
    assert number.high == (None if high == "-" else pytest.approx(float(high), rel=2e-4))
    assert (number.low_exclusive, number.high_exclusive) == (">" in ends, "<" in ends)
    assert number.scale == scale


VAGUE = """
dozens | dozens
tens of thousands | tens of thousands
a sizeable minority | sizeable minority
almost all | almost all
several hundred | several hundred
десятки | tens
сотни тысяч | hundreds of thousands
подавляющее большинство | vast majority
почти все | almost all
значительная часть | significant part
кілька сотень | several hundred
майже всі | almost all
більшість | most
a handful | a few
"""


@pytest.mark.parametrize("line", VAGUE.strip().splitlines())
def test_a_vague_word_keeps_its_words_and_names_its_row(line: str) -> None:
    """As written, a vague word has no bounds; a profile gives those of its row."""
    words, row = (cell.strip() for cell in line.split("|"))
    language = "en" if words.isascii() else "ru"
    number = read_number(words, language)
    assert number is not None and number.vague == row
    assert (number.low, number.high) == (None, None)
    strict = find_numbers(words, 0, len(words), language, "strict")[0]
    assert (strict.low, strict.high) == bounds_of(row, "strict")[:2]


def test_a_singular_hundred_after_a_bound_is_a_hundred() -> None:
    """«более сотни» is more than a hundred; «сотни» alone are hundreds."""
    more, hundreds = read_number("более сотни", "ru"), read_number("сотни", "ru")
    assert more is not None and (more.low, more.low_exclusive, more.vague) == (100, True, None)
    assert hundreds is not None and hundreds.vague == "hundreds"


def test_every_row_of_the_coding_table_has_every_profile() -> None:
    """Each profile of each row states its source, and its bounds do not cross."""
    import tomllib
    from importlib.resources import files

    table = tomllib.loads(files("muster.text").joinpath("vague.toml").read_text("utf-8"))
    for name, row in table.items():
        assert row["scale"] in ("count", "share"), name
        for profile in PROFILES[1:]:
            assert row[profile]["source"], (name, profile)
            low, high, *_ = bounds_of(name, profile)
            assert low is None or high is None or low <= high, (name, profile)
            assert row["scale"] == "count" or all(b is None or 0 <= b <= 1 for b in (low, high)), name


def test_grown_to_is_no_ceiling() -> None:
    """After a verb of change or a sentence «до» leads to the number itself."""
    for body, language in (
        ("Число заявлений выросло до 300.", "ru"),
        ("Його засудили до шести років.", "uk"),
    ):
        number = find_numbers(body, 0, len(body), language)[0]
        assert number.low == number.high


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    """ "rose from 20 to 40" holds two numbers."""
    body = "The toll rose from 20 to 40 in a week."
    assert [n.low for n in find_numbers(body, 0, len(body), "en")][:2] == [20, 40]


@given(st.integers(0, 10**6))
@settings(max_examples=300)
def test_words_and_digits_of_one_number_read_alike(n: int) -> None:
    """A number written in words and in digits reads to the same value in three languages."""
    for language, words in (
        ("en", spelled.english(n)),
        ("ru", spelled.russian(n)),
        ("uk", spelled.ukrainian(n)),
    ):
        number = read_number(words, language)
        assert number is not None, (words, language)
        assert number.low == number.high == n, (words, language)
    assert digits(f"{n:,}", "en") == n
    assert digits(f"{n:,}".replace(",", "\u00a0"), "uk") == n
    assert digits(f"{n:,}".replace(",", "."), "ru") == n or n < 1000


@given(st.text(max_size=120), st.sampled_from(["en", "ru", "uk", "und"]))
@settings(max_examples=200)
def test_any_text_gives_ordered_numbers_in_bounds(body: str, language: str) -> None:
    """Spans lie inside the text in order and low is never above high; no text raises."""
    at = 0
    for number in find_numbers(body, 0, len(body), language):
        assert at <= number.start < number.stop <= len(body)
        at = number.stop
        assert number.low is None or number.high is None or number.low <= number.high


def _listed(*lines: str) -> list[str]:
    return " ".join(lines).split()


WORDS = _listed(
    "between and 20 40 percent of more than at least from to dozens half a million in twenty - five",
    "one hundred от до двух тысяч около сотни почти все каждый пятый з половиною % , . тис млн to",
    "10,000 1 000 —",
)


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(["en", "ru", "uk"]))
@settings(max_examples=300)
def test_any_order_of_number_words_is_survived(parts: list[str], language: str) -> None:
    """Nonsense made of number words still gives exact spans and bounds that do not cross."""
    body = " ".join(parts)
    for profile in PROFILES:
        for number in find_numbers(body, 0, len(body), language, profile):
            assert 0 <= number.start < number.stop <= len(body)
            assert number.low is None or number.high is None or number.low <= number.high
            assert number.scale != "share" or all(b is None or 0 <= b <= 1 for b in number[2:4])


@given(st.text(max_size=200))
def test_folding_keeps_every_character_in_its_place(body: str) -> None:
    """A folded text is as long as the text, and every token stands where it says."""
    folded = fold_in_place(body)
    assert len(folded) == len(body)
    tokens = tokens_of(body)
    assert all(a < b for a, b in zip(tokens.starts, tokens.stops, strict=True))
    assert list(tokens.starts) == sorted(tokens.starts)


@pytest.mark.parametrize("piece", ["1", "1 111 ", "between ", "1-", "twenty ", "a ", "тысяч "])
def test_a_long_run_costs_no_more_than_its_length(piece: str) -> None:
    """200,000 characters of one piece are read, whatever it is."""
    body = piece * (200_000 // len(piece))
    find_numbers(body, 0, len(body), "en")
