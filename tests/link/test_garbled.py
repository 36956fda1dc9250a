"""Copies without whole runs of words, and passages inside long texts."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest
from tests.costs import growth, seconds
from tests.link.conftest import copies_of, document

from muster.link import CopyInput
from muster.link.garbled import steps_between
from muster.link.pages import page_of
from muster.model.links import Copy

Search = Callable[[Iterable[CopyInput]], list[Copy]]


def words(seed: int, size: int) -> list[str]:
    """Made words, some of them common."""
    rng = random.Random(seed)
    own = ["".join(rng.choices("abdeghiklmnoprstu", k=rng.randint(4, 9))) for _ in range(size)]
    return [rng.choice(("the", "of", "and", "to")) if rng.random() < 0.3 else word for word in own]


def garbled(body: list[str], share: float, seed: int) -> str:
    """This share of the words lost or replaced."""
    rng = random.Random(seed)
    noise = words(seed + 1, len(body))
    kept = (w if rng.random() >= share else rng.choice(("", n)) for w, n in zip(body, noise, strict=True))
    return " ".join(w for w in kept if w)


@pytest.mark.parametrize("share", [0.35, 0.6])
def test_a_text_with_most_words_lost_or_replaced_is_a_copy(search: Search, share: float) -> None:
    """Runs of four words are gone; what is left stands in its order at its distances."""
    body = words(1, 200)
    found = search(
        [
            document("a", " ".join(body), published="2020-01-01"),
            document("b", garbled(body, share, 7), published="2020-01-02"),
            document("c", " ".join(words(50, 200)), published="2020-01-02"),
        ]
    )
    assert [(c.copy, c.original, c.kind) for c in found] == [("b", "a", "rewritten")]


def test_the_same_words_in_another_order_are_no_garbled_copy(search: Search) -> None:
    """Two texts with one vocabulary share words, not steps."""
    body = words(1, 200)
    other = body[:]
    random.Random(2).shuffle(other)
    assert search([document("a", " ".join(body)), document("b", " ".join(other))]) == []


def test_an_outlets_own_forms_are_not_compared_for_steps(search: Search) -> None:
    """What one known source words alike is its form."""
    body = words(1, 200)
    pair = [document("a", " ".join(body), source="s"), document("b", garbled(body, 0.6, 7), source="s")]
    assert search(pair) == []


def test_overlaps_are_exact_characters_of_both(search: Search) -> None:
    """Each stretch shown stands in its document, the copy's first."""
    body = words(1, 200)
    documents = {
        "a": document("a", " ".join(body), published="2020-01-02"),
        "b": document("b", garbled(body, 0.6, 7), published="2020-01-01"),
    }
    (found,) = search(documents.values())
    assert (found.copy, found.original) == ("a", "b")
    assert found.overlaps
    for mine, other in found.overlaps:
        assert (mine.document, other.document) == ("a", "b")
        for stretch in (mine, other):
            assert documents[stretch.document].body[stretch.start : stretch.stop] == stretch.words


def test_a_passage_inside_another_text_is_an_excerpt(search: Search) -> None:
    """Thirty words in a row are enough, however long the two texts are; twelve are not."""
    body, host = words(1, 300), words(2, 300)
    long = document("b", " ".join(host[:150] + body[100:130] + host[150:]), published="2020-01-02")
    short = document("c", " ".join(words(3, 150) + body[100:112] + words(4, 150)), published="2020-01-02")
    found = search([document("a", " ".join(body), published="2020-01-01"), long, short])
    assert [(c.copy, c.original, c.kind) for c in found] == [("b", "a", "excerpt")]
    assert "30 words in a row" in found[0].reasons[0]


def test_a_quoted_passage_is_no_excerpt(search: Search) -> None:
    """Two texts that quote a third at length have that in common, not each other."""
    said = " ".join(words(1, 40))
    pair = [document(n, " ".join(words(s, 120)) + f" “{said}” he said.") for n, s in (("a", 2), ("b", 3))]
    assert search(pair) == []


@pytest.mark.parametrize("body", ["", "one", "one two", "word " * 300, "a b " * 200])
def test_steps_of_empty_and_repeated_texts(body: str) -> None:
    """Nothing to follow, nothing found."""
    page = page_of(document("a", body), 0, np.array([], dtype=np.uint64))
    other = page_of(document("b", " ".join(words(1, 80))), 0, np.array([], dtype=np.uint64))
    assert len(steps_between(page, other).late) == 0


def test_the_cost_grows_with_the_number_of_documents(tmp_path: Path) -> None:
    """Four times as many texts of which a third are garbled copies take less than ten times as long."""

    def cost(size: int) -> float:
        documents = []
        for number in range(size):
            body = words(number // 3 * 3, 80)
            text = " ".join(body) if number % 3 else garbled(body, 0.5, number)
            documents.append(document(f"d{number:05}", text))
        return seconds(lambda: copies_of(documents, tmp_path / f"w{size}"))

    cost(100)
    assert growth(cost, 300, 1_200, most=10) < 10
