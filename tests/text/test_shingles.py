"""Words and n-grams as numbers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from muster.text.shingles import grams, words_of

BODIES = st.lists(st.text(alphabet="аяb1 .\n'\u0301é🙂-«»", max_size=40), max_size=6)


@given(BODIES)
def test_a_batch_is_its_texts_one_by_one(bodies: list[str]) -> None:
    """What else is in a batch does not change a text's words."""
    whole = words_of(bodies)
    for place, body in enumerate(bodies):
        alone = words_of([body])
        mine = whole.text == place
        assert np.array_equal(whole.word[mine], alone.word)
        assert np.array_equal(whole.start[mine], alone.start)
        assert np.array_equal(whole.stop[mine], alone.stop)
        assert whole.marks[place] == alone.marks[0]


@given(BODIES)
def test_words_stand_where_they_say(bodies: list[str]) -> None:
    """The characters between start and stop are one word."""
    found = words_of(bodies)
    for text, start, stop in zip(found.text, found.start, found.stop, strict=True):
        shown = bodies[text][start:stop]
        assert shown
        assert shown == shown.strip()
        assert any(c.isalnum() for c in shown)


def test_case_accents_and_scripts_do_not_matter() -> None:
    """Look-alike letters, case, accents and apostrophes give one number."""
    first, *others = words_of(["п'ять", "П’ЯТЬ", "п\u200bять", "пять"]).word.tolist()
    assert all(o == first for o in others)
    assert words_of(["Ёж"]).word.tolist() == words_of(["еж"]).word.tolist()


def test_order_of_letters_and_words_matters() -> None:
    """Another order is another number."""
    assert len(set(words_of(["ab ba aab aba baa"]).word.tolist())) == 5
    one, other = words_of(["a b c d e"]), words_of(["a b c e d"])
    assert grams(one.word, one.text, 5)[0][0] != grams(other.word, other.text, 5)[0][0]


def test_no_gram_crosses_a_text() -> None:
    """Three words and three words have no run of five."""
    found = words_of(["a b c", "d e f"])
    assert len(grams(found.word, found.text, 5)[0]) == 0
    assert len(grams(found.word, found.text, 3)[0]) == 2


def test_web_addresses_are_no_words() -> None:
    """Two posts that link to one page do not share words for it."""
    found = words_of(["see https://a.example/b/c?d=e now"])
    assert [int(s) for s in found.start] == [0, 30]


def test_no_words_no_grams() -> None:
    """Empty batches and empty texts are answered."""
    assert len(words_of([]).word) == 0
    assert len(words_of(["", "!"]).word) == 0
