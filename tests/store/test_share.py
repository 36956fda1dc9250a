"""Two colleagues, two projects: compared by digests, joined by ids."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import SEALED, Make

from muster.model.errors import Refused
from muster.store import Keys, Store, plain


def wheres(one: Store, two: Store) -> Counter[tuple[str, str]]:
    return Counter((d.kind, d.where) for d in one.diff(two))


def test_diff_names_what_is_here_there_and_different(make: Make) -> None:
    """By id and digest, in a fixed order."""
    one, two = make("one"), make("two")
    filled.fill(one, 3)
    items = filled.fill(two, 3, first=1)
    assert wheres(one, one) == Counter()
    found = wheres(one, two)
    assert found[("document", "only here")] == found[("document", "only there")] == 1
    assert found[("reading", "only here")] == found[("reading", "only there")] == 1
    assert found[("judgement", "only here")] == found[("judgement", "only there")] == 1
    filled.read(two, items, records=10, reader="rules/2")
    assert wheres(one, two)[("reading", "different")] == 2
    assert list(one.diff(two)) == list(one.diff(two))


def test_merge_adds_what_is_lacking_and_nothing_twice(make: Make) -> None:
    """Documents, texts, bytes, readings, judgements, reasons; a line names the other's head."""
    one, two = make("one"), make("two")
    filled.fill(one, 3)
    filled.fill(two, 3, first=1)
    two.save_taken(
        two.begin("take", {"more": 1}, m.NOW), [m.aside(98), m.taken(70, "A page.", original=b"<p>A page.")]
    )
    added = one.merge(two, now=m.LATER)
    assert added.added == {
        "documents": 2, "readings": 1, "judgements": 1, "set_asides": 1, "cases": 0, "steps": 0,
    }  # fmt: skip
    assert (added.forgotten_there, added.forgotten_here) == (0, 0)
    (line,) = [line for line in one.custody() if line.what == "merged"]
    assert (line.record, line.digest) == (two.project().id, two.head().hash)
    assert {d.where for d in one.diff(two) if d.kind not in ("links", "estimates")} == {"only here"}
    assert list(one.check()) == []
    head = one.head()
    assert set(one.merge(two, now=m.LATER).added.values()) == {0}
    assert one.head() == head


def test_merging_both_ways_gives_the_same(make: Make) -> None:
    """After each has taken in the other, they hold the same."""
    one, two = make("one"), make("two")
    filled.fill(one, 2)
    filled.fill(two, 2, first=1)
    one.merge(two, now=m.LATER)
    two.merge(one, now=m.LATER)
    items = [m.taken(n, m.article(n, 600)) for n in range(3)]
    for store in (one, two):
        filled.link(store, items, [r for _, _, r in store.readings()])
    assert list(one.diff(two)) == []
    assert filled.everything(one) == filled.everything(two)


def test_what_was_forgotten_here_does_not_come_back(make: Make) -> None:
    """And what was forgotten there is counted, so that it can be forgotten here."""
    one, two = make("one"), make("two")
    items = filled.fill(one, 2)
    filled.fill(two, 2)
    one.forget(items[0].document.id, reason="withdrawn", by="anna", now=m.LATER)
    found = one.merge(two, now=m.LATER)
    assert set(found.added.values()) == {0}
    assert (found.forgotten_there, found.forgotten_here) == (0, 1)
    assert two.merge(one, now=m.LATER).forgotten_there == 1
    assert ("forgotten", "only there") in wheres(two, one)


def test_a_sealed_project_is_not_poured_into_an_open_one(tmp_path: Path, keys: Keys) -> None:
    """The other way round is allowed."""
    open_, shut = (
        Store.create(tmp_path / f"{n}.db", connect=c, keys=keys, now=m.NOW, index_terms=m.terms)
        for n, c in (("open", plain), ("shut", SEALED))
    )
    filled.fill(open_, 1)
    filled.fill(shut, 1, first=1)
    with pytest.raises(Refused, match="sealed"):
        open_.merge(shut, now=m.LATER)
    assert shut.merge(open_, now=m.LATER).added["documents"] == 1
    assert list(shut.check()) == []
    open_.close()
    shut.close()
