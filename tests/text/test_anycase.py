"""Patterns without regard to case: the places are those that re.IGNORECASE finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.text.anycase import AnyCase, in_small_letters

PATTERNS = (
    r"\bnot\s(?:named|Known)\b",
    r"(?<!\w)не\s(?P<verb>[А-ЯЁ]\w+)",
    r"[^A-Z\s]+(?=\sI\b)",
    r"(?P<kind>Ім['’ʼ]я|Назва)(?:\s\w+){0,2}?\sЗМІНЕНО",
    r"\D\S\W",
    r"called\s(?-i:[A-Z])\w+",
)
WORDS = st.sampled_from(
    ["not", "NAMED", "Known", "не", "Сказал", "сказав", "Ім’я", "назва", "ЗМІНЕНО", "I", "i", "Called",
     "called", "Ruta", "ruta", "№ 5", "«", "—", "x1"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(body=TEXTS, cut=st.integers(0, 20))
def test_the_same_places_as_under_ignorecase(pattern: str, body: str, cut: int) -> None:
    exact, any_case = re.compile(pattern, re.IGNORECASE), AnyCase(pattern)
    for long in (body, body + " " * 500):  # sought as it is, and remembered
        assert [m.span() for m in any_case.finditer(long, cut)] == [
            m.span() for m in exact.finditer(long, cut)
        ]
        for name in ("search", "match"):
            found, expected = getattr(any_case, name)(long, cut), getattr(exact, name)(long, cut)
            assert (found and found.span()) == (expected and expected.span())


def test_a_group_keeps_its_name_and_its_place() -> None:
    found = AnyCase(r"(?<!\w)не\s(?P<Verb>[А-ЯЁ]\w+)").search("Мэр НЕ СКАЗАЛ")
    assert found is not None and found.span("Verb") == (7, 13)


@given(st.text(alphabet="aИіẞİŸ ǅΣ", max_size=20))
def test_every_letter_keeps_its_place(body: str) -> None:
    """İ is two characters in small letters; offsets must hold all the same."""
    assert len(in_small_letters(body)) == len(body)


@pytest.mark.parametrize("form", ["İ NOT named", "not Named İ"])
def test_beside_a_letter_that_grows_words_are_found_in_their_place(form: str) -> None:
    found = AnyCase(r"\bnot named\b").search(form)
    assert found is not None and form[found.start() : found.end()].lower() == "not named"
