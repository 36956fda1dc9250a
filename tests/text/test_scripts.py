"""One fold for what the eye takes for the same, one key for what the ear does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.text.scripts import fold, phonemes, romanise


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Пётр", "петр"),
        ("Пeтp", "Петр"),  # Latin e, p
        ("NАTО", "nato"),  # Cyrillic А, О
        ("за\u0301мок", "замок"),
        ("ne\u200bws", "news"),
        ("о\u00adкоп", "окоп"),
        ("«да»", "“да”"),
        ("п’ять", "п'ять"),
        ("ﬁre", "fire"),
        ("й", "и\u0306"),
        ("a  b\n c", "a b c"),
        ("64—й", "64-й"),
    ],
)
def test_what_looks_the_same_folds_the_same(a: str, b: str) -> None:
    """Look-alikes, accents, invisible characters, quotation marks and blanks."""
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), [("и", "й"), ("Кит", "Кот"), ("5", "6"), ("Иванов", "Иванова")])
def test_what_differs_stays_different(a: str, b: str) -> None:
    """The fold does not make one word of two."""
    assert fold(a) != fold(b)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """The fold is its own end."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "spellings",
    [
        "Хрящев Khryashchev Khriashchev Chrjaschtschew Chrjasjtsjev",
        "Шульженко Shulzhenko Schulschenko Szulżenko",
        "Евгений Yevgeny Evgenii Evgeniy",
        "Кличенко Klychenko Klitschenko",
        "Цымбалюк Tsymbalyuk Tsymbaliuk",
        "Довжук Довжук Dovzhuk Dowżuk Dovjuk",
    ],
)
def test_spellings_of_one_sound_share_a_key(spellings: str) -> None:
    """English, German, Polish, French and official spellings of one Cyrillic name."""
    first, *others = (set(phonemes(fold(s))) for s in spellings.split())
    assert all(first & other for other in others)


def test_romanise_makes_one_key_of_words() -> None:
    """Word by word, punctuation left out."""
    assert romanise("Руслан, Добреев!") == romanise("ruslan Dobreyev")


def test_a_long_word_has_few_keys() -> None:
    """Ambiguous letters do not multiply without end."""
    assert len(phonemes("chjchj" * 2_000)) <= 12
