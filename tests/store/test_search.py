"""Search, find and why."""

from __future__ import annotations

import dataclasses

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import Make

from muster.model.errors import NotFound, Usage
from muster.store import Store
from muster.store.why import Why

PAPERS = {
    1: "Drivers of the depot refused. The commander wrote a letter.",
    2: "One driver of the depot wrote letters; the letter of the commander was lost.",
    3: "Всё остаётся по-прежнему: во\u0301дители отказались.",
    4: "She said “no” – O'Brien's unit\u00ad men stayed.",
}


@pytest.fixture
def papers(store: Store) -> Store:
    """Four small papers."""
    filled.take(store, [m.taken(n, body) for n, body in PAPERS.items()])
    return store


def found(store: Store, query: str) -> list[str]:
    return sorted(hit.address[-5:-4] for hit in store.search(query))


@pytest.mark.parametrize(
    ("query", "papers_found"),
    [
        ("driver", "12"), ("DRIVERS", "12"), ("driver refused", "1"), ("letter", "12"),
        ('"letter of the commander"', "2"),
        ('"commander letter"', ""), ("«wrote letters»", "2"), ("все", "3"), ("ВСЁ", "3"), ("водители", "3"),
        ("units men", "4"), ("o'brien", "4"), ("nobody", ""), ("", ""), ("!!!", ""), ("NOT driver", ""),
        ("driver*", "12"),
    ],
)  # fmt: skip
def test_words_are_found_in_their_forms(papers: Store, query: str, papers_found: str) -> None:
    """All words, in any form and in small or capital letters; quoted words in a row; no operators."""
    assert found(papers, query) == list(papers_found)


def test_a_hit_is_exact_characters(papers: Store) -> None:
    """Its offsets hold in the text, and what stands around joins on."""
    for query in ("driver", "letters", '"letter of the commander"', "всё", "водители", "unit"):
        for hit in papers.search(query):
            text = papers.text_of(hit.document)
            assert text is not None
            assert text.body[hit.start : hit.stop] == hit.words
            assert hit.before + hit.words + hit.after in text.body
    (hit,) = papers.search('"letter of the commander"')
    assert hit.words == "letter of the commander"
    (hit,) = papers.search("водители")
    assert hit.words == "во\u0301дители"


def test_at_most_so_many_hits(papers: Store) -> None:
    """The best first; of equals, by address."""
    assert len(papers.search("letter", limit=1)) == 1
    assert papers.search("letter") == papers.search("letter")


def test_inflected_words_are_found_with_the_dictionary(make: Make) -> None:
    """The real base forms: a Russian word in one case finds it in another."""
    from muster.text.lemmas import index_terms

    store = make()
    store._file.index_terms = index_terms
    item = m.taken(1, "Командиры батальона писали письма водителям.")
    assert item.text
    item = dataclasses.replace(item, text=dataclasses.replace(item.text, language="ru"))
    filled.take(store, [item])
    for query in ("командир", "письмо", "водитель писать", "батальоном"):
        assert len(store.search(query)) == 1, query


def test_an_id_is_found_by_its_beginning(store: Store) -> None:
    """With the kind in front or without; every kind of record."""
    items = filled.fill(store, 2)
    (_, text, reading), *_ = store.readings()
    records = {
        "doc": items[0].document, "claim": reading.claims[0], "quantity": reading.quantities[0],
        "time": reading.times[0], "mention": reading.mentions[0], "event": reading.events[0], "text": text,
        "source": items[0].source, "estimate": next(store.estimates()), "origin": next(store.origins()),
        "entity": next(store.entities()), "copy": next(store.copies()), "link": next(store.links()),
        "judgement": next(store.judgements()), "run": store.runs()[0],
    }  # fmt: skip
    for kind, record in records.items():
        assert store.find(record.id) == (kind, record)
        assert store.find(record.id[: len(kind) + 13]) == (kind, record)
        assert store.find(record.id.partition("-")[2]) == (kind, record)


def test_an_ambiguous_beginning_is_said(store: Store) -> None:
    """With the first ids that begin so."""
    filled.fill(store, 2)
    with pytest.raises(Usage, match="begins several ids: claim-"):
        store.find(_common(store))
    with pytest.raises(NotFound, match="lists ids"):
        store.find("claim-000000000000000000000000")


def _common(store: Store) -> str:
    """The first digit that two claims share."""
    seen: set[str] = set()
    for _, _, reading in store.readings():
        for claim in reading.claims:
            if claim.id[:7] in seen:
                return claim.id[:7]
            seen.add(claim.id[:7])
    raise AssertionError("no two claims share a digit")


def kinds(step: Why) -> set[str]:
    return {step.kind}.union(*(kinds(below) for below in step.rests_on))


def test_why_walks_down_to_the_bytes(store: Store) -> None:
    """From anything that rests on words to the passage, the hash of the original and the custody line."""
    items = filled.fill(store, 2)
    (_, _, reading), *_ = store.readings()
    for record in (
        next(store.estimates()), next(store.origins()), reading.claims[0], reading.quantities[0],
        reading.times[0], reading.mentions[0], reading.events[0],
    ):  # fmt: skip
        step = store.why(record.id)
        assert step.id == record.id
        assert kinds(step) >= {"passage", "text", "document", "original", "custody"}, step
        lines = "\n".join(step.lines())
        assert f"sha256:{items[0].document.sha256}" in lines or f"sha256:{items[1].document.sha256}" in lines
    for id in (items[0].document.id, next(store.entities()).id, next(store.copies()).id, items[0].source.id,
               next(store.judgements()).id):  # fmt: skip
        assert kinds(store.why(id)) >= {"document", "original", "custody"}
    assert "custody" in kinds(store.why(store.runs()[0].id))
    assert kinds(store.why(next(store.links()).id)) == {"link", "run"}


def test_why_shows_who_decided(store: Store) -> None:
    """A judgement on characters that a record touches stands in its chain."""
    items = filled.fill(store, 1)
    text = items[0].text
    assert text
    touching = [r for _, _, reading in store.readings() for r in reading.mentions if r.passage.start < 10]
    assert "judgement" not in kinds(store.why(items[0].document.id))
    for record in touching:
        assert "judgement" in kinds(store.why(record.id))


def test_why_says_what_is_gone(store: Store) -> None:
    """An origin rests on a claim that a better reader no longer finds: the step says so."""
    items = filled.fill(store, 1)
    filled.read(store, items, records=5, reader="rules/2")
    assert "missing" in kinds(store.why(next(store.origins()).id))
