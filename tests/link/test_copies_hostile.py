"""Laws of the search for copies, and input that would make a careless one slow or wrong."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.conftest import SENTENCES, copies_of, document

from muster.link import CopyInput
from muster.model.links import Copy

Search = Callable[[Iterable[CopyInput]], list[Copy]]
STORY = " ".join(SENTENCES)

BODIES = st.lists(
    st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join) | st.text(max_size=30), max_size=6
)


def found_in(documents: list[CopyInput]) -> list[Copy]:
    with tempfile.TemporaryDirectory() as folder:
        return copies_of(documents, Path(folder))


@settings(max_examples=40)
@given(BODIES, st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(bodies: list[str], shuffle: random.Random) -> None:
    """The same documents in any order give the same copies in the same order."""
    documents = [document(f"d{i}", body, published=f"2022-05-0{1 + i % 3}") for i, body in enumerate(bodies)]
    before = found_in(documents)
    shuffle.shuffle(documents)
    assert found_in(documents) == before


@settings(max_examples=40)
@given(BODIES)
def test_copies_are_of_given_documents_and_hold_in_them(bodies: list[str]) -> None:
    """Two different documents each, no pair twice, every stretch the document's own characters."""
    documents = {f"d{i}": document(f"d{i}", body) for i, body in enumerate(bodies)}
    found = found_in(list(documents.values()))
    pairs = [frozenset((c.copy, c.original)) for c in found]
    assert len(set(pairs)) == len(pairs)
    assert all(len(p) == 2 and p <= documents.keys() for p in pairs)
    stretches = [s for c in found for d in c.drift for s in (d.copy, d.original) if s is not None]
    stretches += [s for c in found for pair in c.overlaps for s in pair]
    assert all(documents[s.document].body[s.start : s.stop] == s.words for s in stretches)
    assert all(c.directed or c.copy < c.original for c in found)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=12, unique=True), BODIES)
def test_an_exact_copy_is_always_found(lines: list[str], bodies: list[str]) -> None:
    """Whatever else is there, two documents of one text end in one family."""
    body = " ".join(lines)
    twins = [document("x1", body, published="2021"), document("x2", body.upper(), published="2023")]
    found = found_in([*twins, *(document(f"d{i}", b, published="2022") for i, b in enumerate(bodies))])
    above = {c.copy: c.original for c in found if c.kind == "exact"}
    assert above.get("x2") in ("x1", above.get("x1", "x1"))


def test_an_unrelated_document_changes_nothing(search: Search) -> None:
    """What was found stays as it was, ids and drift too."""
    documents = [
        document("a", STORY, published="2022"),
        document("b", STORY.replace("forty", "ten"), published="2023"),
    ]
    before = search(documents)
    other = document(
        "z",
        "Rye, oats and barley were sold at the autumn fair beside the lock of the canal.",
        published="2021",
    )
    assert search([*documents, other]) == before


def test_the_two_directions_mirror_each_other(search: Search) -> None:
    """With the dates exchanged the roles are exchanged, the kind and the overlaps are not."""
    late = STORY.replace("forty men", "sixty men") + " More soon."
    one = search([document("a", STORY, published="2022"), document("b", late, published="2023")])[0]
    other = search([document("a", STORY, published="2023"), document("b", late, published="2022")])[0]
    assert (one.copy, one.original, one.kind) == (other.original, other.copy, other.kind)
    assert {(c.words, o.words) for c, o in one.overlaps} == {(o.words, c.words) for c, o in other.overlaps}


def test_ten_thousand_identical_posts_are_a_star(search: Search) -> None:
    """One text ten thousand times: a copy each, all of the first, in linear time."""
    started = time.process_time()
    found = search(document(f"d{i:05}", STORY[:300], published=f"20{10 + i // 500}") for i in range(10_000))
    assert len(found) == 9_999
    # The twenty of one year share a date, and the first of all is first by its id.
    assert {c.original for c in found if c.directed} == {"d00000"}
    assert time.process_time() - started < 30


def test_one_source_that_gives_one_notice_all_day_is_a_star(search: Search) -> None:
    """Twenty thousand alerts of one channel within a day: each is looked at once, not beside all others."""
    started = time.process_time()
    found = search(
        document(
            f"d{i:05}", "Air-raid alert. Go down to the shelters.", source="watch",
            published=f"2031-05-01T{i // 3600:02}:{i // 60 % 60:02}:{i % 60:02}+00:00",
        )
        for i in range(20_000)
    )  # fmt: skip
    assert len(found) == 19_999 and {c.original for c in found} == {"d00000"}
    assert time.process_time() - started < 10


def test_a_thousand_near_copies_are_a_star(search: Search) -> None:
    """One text with another day a thousand times does not become a million pairs."""
    started = time.process_time()
    found = search(
        document(f"d{i:04}", STORY[:400].replace("Monday", f"day {i}"), published=f"{1000 + i}")
        for i in range(1_000)
    )
    assert len(found) == 999
    assert time.process_time() - started < 30


def test_a_document_that_contains_all_others_is_linked_to_each(search: Search) -> None:
    """A dump of forty stories is a copy of all forty and makes none of them a copy of another."""
    rng = random.Random(8)
    stories = [" ".join("".join(rng.choices("abcdefghij", k=5)) for _ in range(60)) for _ in range(40)]
    documents = [document(f"d{i:02}", s, published="2022-05-01") for i, s in enumerate(stories)]
    found = search([*documents, document("dump", "\n\n".join(stories), published="2022-06-01")])
    assert all(c.copy == "dump" and c.kind == "excerpt" for c in found)
    assert len(found) == 40


@pytest.mark.parametrize(
    "body",
    [
        "", " \n\t", "a", "!", "\u200b" * 50, "word " * 100_000, "x" * 300_000, "“" * 5_000, "\ud800 lone",
        "🙂" * 1_000, "1 " * 50_000,
    ],
)  # fmt: skip
def test_odd_texts_are_answered(search: Search, body: str) -> None:
    """Empty, one word, one character without end, half a character: an answer in bounded time."""
    started = time.process_time()
    found = search([document("a", body), document("b", body + " "), document("c", STORY)])
    assert all({c.copy, c.original} == {"a", "b"} for c in found)
    assert time.process_time() - started < 20


def test_no_documents_no_copies(search: Search) -> None:
    """An empty project is fine."""
    assert search([]) == []


def test_articles_of_stock_sentences_are_no_copies_of_one_another(search: Search) -> None:
    """A desk that builds every report from the same forty sentences, another half each time."""
    rng = random.Random(17)
    words = ["".join(rng.choices("abcdefghiklmnoprstu", k=rng.randint(3, 9))) for _ in range(900)]
    stock = [" ".join(rng.choices(words, k=14)).capitalize() for _ in range(40)]
    documents = []
    for number in range(30):
        told = [f"{s} {rng.choice(words)} {rng.randint(2, 90)}." for s in rng.sample(stock, 16)]
        own = [" ".join(rng.choices(words, k=12)).capitalize() + "." for _ in range(16)]
        body = " ".join(x for pair in zip(told, own, strict=True) for x in pair)
        documents.append(document(f"d{number:02}", body, published=f"2031-01-{number % 28 + 1:02}"))
    assert [c for c in search(documents) if c.kind == "rewritten"] == []
