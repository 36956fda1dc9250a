"""Base forms for search and roles."""

from __future__ import annotations

import pytest

from muster.text.lemmas import index_terms, inflected, lemma
from muster.text.ukrainian_stems import ukrainian_stem


@pytest.mark.parametrize(
    ("word", "language", "base"),
    [
        ("солдатами", "ru", "солдат"),
        ("отказались", "ru", "отказаться"),
        ("refusals", "en", "refusal"),
        ("refused", "en", "refuse"),
        ("stopped", "en", "stop"),
        ("soldiers'", "en", "soldier"),
        ("men", "en", "man"),
        ("42", "en", "42"),
        ("whatever", "und", "whatever"),
    ],
)
def test_a_form_leads_to_its_base(word: str, language: str, base: str) -> None:
    """Inflected forms share one base form."""
    assert lemma(word, language) == base


def test_ukrainian_forms_meet_without_a_dictionary() -> None:
    """Without the dictionary the base is a stem; forms of one word still meet."""
    assert len({lemma(w, "uk") for w in ("солдата", "солдату", "солдатом", "солдати")}) == 1


def test_index_terms_keep_the_order_of_the_words() -> None:
    """One base form a word, in order."""
    assert index_terms("Soldiers refused.", "en") == "soldier refuse"


@pytest.mark.parametrize(
    "forms",
    [
        "солдат солдата солдатові солдатами солдатів", "кіт кота котові котами", "рука руки руці руками рук",
        "вікно вікна вікон вікнами", "день дня днем дні днями", "писати пишу пише писав писала",
        "відмовитися відмовився відмовилася", "мобілізація мобілізації мобілізацією мобілізацій",
        "військовий військового військовою військових", "боєць бійця бійцями", "область області областей",
    ],
)  # fmt: skip
def test_ukrainian_forms_have_one_stem(forms: str) -> None:
    """Endings, fleeting vowels and what alternates at the end of a stem lead to one key, by rule alone."""
    assert len({ukrainian_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("суд", "сад"), ("полон", "полк"), ("рота", "ріка"), ("вода", "влада"), ("село", "сіль")],
)
def test_ukrainian_words_stay_apart(one: str, other: str) -> None:
    """Words that only begin alike have two keys."""
    assert ukrainian_stem(one) != ukrainian_stem(other)


@pytest.mark.parametrize("word", ["", "ь", "я", "ся", "'''", "а" * 10_000, "42", "ёж", "ться"])
def test_odd_words_have_a_stem(word: str) -> None:
    """Anything has a key, no longer than itself but for a vowel exchanged."""
    assert len(ukrainian_stem(word)) <= max(6, len(word))


def test_a_base_form_leads_to_every_form() -> None:
    """«стали» has another word's base form in the index, and is found by «сталь» all the same."""
    assert "стали" in inflected("сталь", "ru")
    assert inflected("сталь", "en") == frozenset()
