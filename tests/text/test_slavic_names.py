"""Names in any case lead back to the nominative."""

from __future__ import annotations

import pytest

from muster.text.names.slavic import given_name, surname_base
from muster.text.sources.cues import given_names


@pytest.mark.parametrize(
    ("word", "language", "base", "gender", "oblique"),
    [
        ("Ивана", "ru", "Иван", "m", True),
        ("Анне", "ru", "Анна", "f", True),
        ("Павлом", "ru", "Павел", "m", True),
        ("Марии", "ru", "Мария", "f", True),
        ("Андрій", "uk", "Андрій", "m", False),
        ("Ользі", "uk", "Ольга", "f", True),
        ("Миколою", "uk", "Микола", "m", True),
        ("Anna", "en", "Anna", "f", False),
    ],
)
def test_a_given_name_is_known_in_every_case(
    word: str, language: str, base: str, gender: str, oblique: bool
) -> None:
    """The form says which name, which gender, and whether it can be the nominative."""
    assert given_name(word, language) == (base, gender, oblique)


@pytest.mark.parametrize(
    ("word", "gender", "language", "base"),
    [
        ("Ветрова", "m", "ru", "Ветров"),
        ("Ветровой", "f", "ru", "Ветрова"),
        ("Луговского", "m", "ru", "Луговский"),
        ("Кравчука", "m", "ru", "Кравчук"),
        ("Кравчук", "f", "ru", "Кравчук"),
        ("Ардания", "m", "ru", "Ардания"),
        ("Ардании", "m", "ru", "Ардания"),
        ("Овсея", "m", "ru", "Овсей"),
        ("Щеголья", "m", "ru", "Щеголей"),
        ("Арданії", "m", "uk", "Арданія"),
        ("Гайдаренка", "m", "uk", "Гайдаренко"),
        ("Калинської", "f", "uk", "Калинська"),
        ("Кравця", "m", "uk", "Кравець"),
        ("Мельничук", "f", "uk", "Мельничук"),
    ],
)
def test_a_surname_is_led_back_by_its_ending(word: str, gender: str, language: str, base: str) -> None:
    """Masculine and feminine surnames follow different tables; indeclinable ones stay."""
    assert surname_base(word, gender, language) == base


def test_a_word_that_is_no_name_is_none() -> None:
    """Ordinary words are not in the list."""
    assert given_name("Дорога", "ru") is None
    assert len(given_names()) > 700
