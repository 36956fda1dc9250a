"""Quotation marks of all kinds; the expected quotations are written without their marks."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.text.quotes import quotations

CASES: list[tuple[str, list[tuple[str, int, bool]]]] = [
    ("“We left,” he said. “It was late.”", [("We left,", 0, True), ("It was late.", 0, True)]),
    ('"We left," he said.', [("We left,", 0, True)]),
    ("'We left,' he said, and didn't look at the soldiers' tents.", [("We left,", 0, True)]),
    ("«Мы ушли», – сказал он.", [("Мы ушли", 0, True)]),
    ("„Ми пішли“, – сказав він.", [("Ми пішли", 0, True)]),
    ("``We left,'' he said.", [("We left,", 0, True)]),
    ("‹Oui› and ‘no’.", [("Oui", 0, True), ("no", 0, True)]),
    ("“He said ‘go’ to us.”", [("He said ‘go’ to us.", 0, True), ("go", 1, True)]),
    ("«Он сказал: „Уходи“, и всё».", [("Он сказал: „Уходи“, и всё", 0, True), ("Уходи", 1, True)]),
    ("п'ять і О’Коннор don't, 6' 2\" tall", []),
    ("» first item\n» second item", []),
    # machine rewriting opens again without closing
    (
        "“The first is clear. “The second is not.”",
        [("The first is clear.", 0, False), ("The second is not.", 0, True)],
    ),
    # closed with another kind
    ('“We left" he said.', [("We left", 0, True)]),
    ('«Мы ушли", – сказал он.', [("Мы ушли", 0, True)]),
    # one mark closes two
    ("ООО «Завод «Луч» закрыто.", [("Завод «Луч»", 0, False), ("Луч", 1, True)]),
    # never closed
    ("“We left and did not look back.", [("We left and did not look back.", 0, False)]),
    # opened again in each paragraph, closed once
    ("“One.\n“Two.”", [("One.", 0, False), ("Two.", 0, True)]),
    # opened once, closed paragraphs later
    ('"One.\nTwo," he said.', [("One.", 0, False), ("Two,", 0, True)]),
    ("‘take up arms and go,'” she said", [("take up arms and go,", 0, True)]),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_marks_are_paired_as_a_reader_pairs_them(body: str, expected: list[tuple[str, int, bool]]) -> None:
    """Apostrophes, inches and bullets are no marks; a broken quotation says that it is not closed."""
    found = [(body[q.inner_start : q.inner_stop], q.level, q.closed) for q in quotations(body)]
    assert found == expected


@given(st.text(alphabet="аb1 .,'\"“”‘’«»„‹›`\n—", max_size=200))
def test_quotations_lie_in_the_body_and_nest(body: str) -> None:
    """Unbalanced marks never raise; spans are in order, within the body, and nest or follow one another."""
    found = quotations(body)
    assert found == sorted(found, key=lambda q: (q.start, -q.stop))
    for q in found:
        assert 0 <= q.start <= q.inner_start <= q.inner_stop <= q.stop <= len(body)
    for a, b in itertools.pairwise(found):
        assert b.start >= a.stop or b.start >= a.start


@pytest.mark.parametrize("piece", ["“", "«", '"', "'", "‘a", "“ ", "«a» ", "„“", "a' ", "“a. "])
def test_a_hundred_thousand_marks_cost_seconds(piece: str) -> None:
    """Depth is bounded, so nested marks do not make the cost square."""
    start = time.process_time()
    quotations(piece * 100_000)
    assert time.process_time() - start < 10
