"""Base forms for search and roles."""

from __future__ import annotations

import pytest

from muster.text.lemmas import index_terms, lemma


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
