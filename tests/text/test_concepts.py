"""What words mean across three languages."""

from __future__ import annotations

import pytest

from muster.text.concepts import LANGUAGES, entries, keys_of, keys_of_word

SAME = """
prisoners | пленных | полонених
shelled | обстреляли | обстріляли
shelling | обстрелами | обстрілами
villages | сёлах | селах
villagers | селянами | селянами
year | года | року
end | конца | кінця
house | домом | будинку
July | июля | липня
reported | сообщила | повідомляється
wounded | раненые | поранених
eleven | одиннадцати | одинадцяти
11 | 11 | 11
1,500 | 1500 | 1 500
Zelenhaiskyi | Зеленгайский | Зеленгайський
agreed | договорились | домовилися
largest | крупнейший крупный | найбільший великий
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_forms_of_one_meaning_share_a_key(line: str) -> None:
    """A line of words, English, Russian, Ukrainian: each pair of languages has a key in common."""
    found = []
    for language, field in zip(LANGUAGES, line.split("|"), strict=True):
        found.append({key for keys in keys_of(field.strip(), language) for key in keys})
    assert found[0] & found[1] and found[0] & found[2] and found[1] & found[2]


@pytest.mark.parametrize(
    ("one", "other"), [("prisoner", "пожар"), ("mine", "мера"), ("officer", "остров"), ("12", "13")]
)
def test_other_meanings_share_none(one: str, other: str) -> None:
    """Words that only look alike have no key in common."""
    assert not keys_of_word(one, "en") & keys_of_word(other, "ru")


def test_the_lexicon_has_four_thousand_meanings_in_three_languages() -> None:
    """Every line has words of each language, in small letters, and no line stands twice."""
    lines = entries()
    assert len(lines) >= 4_000
    assert len(set(lines)) == len(lines)
    for line in lines:
        for column, alphabet in zip(line, ("latin", "cyrillic", "cyrillic"), strict=True):
            assert column
            for word in column:
                assert word == word.lower()
                assert word.isascii() == (alphabet == "latin"), word


@pytest.mark.parametrize(
    "body", ["", " ", "!?", "a", "the of and", "и в на", "1" * 40, "x" * 5_000, "\ud800"]
)
def test_odd_texts_give_keys_or_none(body: str) -> None:
    """Nothing of a text is an error."""
    for language in (*LANGUAGES, "und"):
        assert all(keys for keys in keys_of(body, language))
