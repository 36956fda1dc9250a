"""Many words as one pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.text.alternation import alternation

_WORDS = st.sets(st.text("abc.+'’", min_size=1, max_size=5), min_size=1, max_size=30)


@given(_WORDS, st.text("abc.+'’", max_size=6))
def test_it_matches_its_words_and_no_other(words: set[str], other: str) -> None:
    """Signs that a pattern would read otherwise among them."""
    pattern = re.compile(alternation(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert (pattern.fullmatch(other) is not None) == (other in words)


def test_the_longer_comes_first() -> None:
    """As in a list that is sorted by length."""
    assert re.match(alternation(["hold", "holds"]), "holds") is not None
    found = re.match(alternation(["hold", "holds"]), "holds it")
    assert found is not None
    assert found.group() == "holds"


@pytest.mark.parametrize("words", [[], [""], ["a", ""]])
def test_nothing_is_no_pattern(words: list[str]) -> None:
    """An empty one would match anywhere."""
    with pytest.raises(ValueError, match="word"):
        alternation(words)
