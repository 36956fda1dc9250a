"""Which text of a pool is most like another by its words: against the textbook's sum."""

from __future__ import annotations

import math
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from muster.text.linkage import nearest

words = st.lists(
    st.sampled_from(["mill", "weir", "crane", "yard", "gate", "lists", "nurse", "north"]),
    min_size=1,
    max_size=8,
)


@settings(max_examples=80)
@given(words, st.lists(words, min_size=1, max_size=6))
def test_it_is_the_cosine_of_weighted_words(text: list[str], pool: list[list[str]]) -> None:
    """The one chosen has the greatest cosine of (1 + ln tf) · (ln((1 + N) / (1 + df)) + 1)."""
    often = Counter(w for other in pool for w in set(other))

    def vector(bag: list[str]) -> dict[str, float]:
        weight = {w: math.log((1 + len(pool)) / (1 + often[w])) + 1 for w in often}
        return {w: (1 + math.log(n)) * weight[w] for w, n in Counter(bag).items() if w in often}

    def cosine(a: dict[str, float], b: dict[str, float]) -> float:
        size = math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values())) or 1.0
        return sum(v * b.get(w, 0.0) for w, v in a.items()) / size

    likeness = [cosine(vector(text), vector(other)) for other in pool]
    (best,) = nearest([" ".join(text)], [" ".join(other) for other in pool])
    if best is None:
        assert max(likeness) == 0
    else:
        assert math.isclose(likeness[best], max(likeness), abs_tol=1e-12)


def test_nothing_shared_is_nobody() -> None:
    """A text without a word of the pool leads nowhere; an empty pool leads nowhere."""
    assert nearest(["harbour"], ["mill weir", "crane"]) == [None]
    assert nearest(["harbour", ""], []) == [None, None]
