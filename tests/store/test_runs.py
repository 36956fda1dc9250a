"""Runs are resumed, add up, and leave an unchanged project alone."""

from __future__ import annotations

import dataclasses

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import Make

from muster.model.errors import RecordError, Unreconciled
from muster.model.evidence import FileSeen, Run, SetAside
from muster.store import Store


def test_an_unfinished_run_is_resumed(store: Store) -> None:
    """Same stage, version and settings: the same run, begun when it was; other settings: another."""
    first = store.begin("take", {"b": 1, "a": [2]}, m.NOW)
    assert store.begin("take", {"a": [2], "b": 1}, m.LATER) == first
    assert store.begin("take", {"a": [3]}, m.LATER).id != first.id
    store.finish(first, inputs="0", used=0, aside=0, now=m.NOW)
    again = store.begin("take", {"b": 1, "a": [2]}, m.NOW)
    assert again.id != first.id
    assert [r.finished for r in store.runs()] == [m.NOW, None, None]


@pytest.mark.parametrize(("inputs", "used", "aside"), [("3", 2, 0), ("3", 3, 1), ("0", 1, -1)])
def test_a_run_that_does_not_add_up_is_refused(store: Store, inputs: str, used: int, aside: int) -> None:
    """Inputs are used or set aside; the run stays open."""
    run = store.begin("read", {}, m.NOW)
    with pytest.raises(Unreconciled, match="do not add up"):
        store.finish(run, inputs=inputs, used=used, aside=aside, now=m.NOW)
    assert store.runs() == [run]


def test_inputs_named_by_a_digest_are_counted_by_the_project(store: Store) -> None:
    """A link run rests on all documents, a count on all quantities."""
    filled.fill(store, 2)
    for stage in ("link", "count"):
        run = store.begin(stage, {"again": 1}, m.NOW)
        with pytest.raises(Unreconciled):
            store.finish(run, inputs="sha256:ab", used=1, aside=0, now=m.NOW)


def test_a_run_of_another_project_is_refused(store: Store) -> None:
    """It cannot have made anything here."""
    with pytest.raises(RecordError, match="not begun in this project"):
        store.save_taken(Run("run-x", "take", "0", "{}", m.NOW), [m.taken(1, "words")])


def test_what_is_known_is_not_written_again(store: Store) -> None:
    """The same documents, reasons and files leave the ledger as it was."""
    items = filled.fill(store, 2)
    run = store.begin("take", {"second": 1}, m.NOW)
    head = store.head()
    assert store.save_taken(run, [x for i in items for x in (i, m.seen(i))] + [m.aside(99), m.aside(99)]) == 0
    assert store.head() == head


def test_evidence_changes_with_what_links_rest_on(store: Store) -> None:
    """Documents, readings, judgements; not links, estimates or the time."""
    items = filled.fill(store, 2)
    filled.link(store, items, [r for _, _, r in store.readings()])
    before = store.evidence_head()
    assert store.finished_on("link", before) and store.finished_on("count", before)
    filled.link(store, items, [r for _, _, r in store.readings()])
    assert store.evidence_head() == before
    store.add_judgement(m.judgement(items[1]))
    judged = store.evidence_head()
    filled.read(store, items, records=10, reader="rules/2")
    assert len({before, judged, store.evidence_head()}) == 3
    assert not store.finished_on("link", store.evidence_head())


def test_evidence_does_not_depend_on_the_way(make: Make) -> None:
    """Two projects that hold the same have the same evidence, whatever came first."""
    one, two = make("one"), make("two")
    items = [m.taken(n, m.article(n, 300)) for n in range(4)]
    filled.take(one, items)
    filled.take(two, items[2:])
    filled.read(two, items[2:])
    filled.take(two, items[::-1])
    filled.read(one, items)
    filled.read(two, items[:2])
    assert one.evidence_head() == two.evidence_head()
    assert filled.everything(one) == filled.everything(two)
    assert list(one.diff(two)) == []


def test_a_changed_file_loses_what_was_wrong_with_it(store: Store) -> None:
    """Other bytes at an address: a new document, and the old reason no longer holds; another file's stays."""
    bad = SetAside("a.zip!/b.txt", "damaged", "it ends too soon")
    row = SetAside("a.zip#3", "empty", "a row without words")
    other = SetAside("a.zip.txt", "empty", "no words")
    seen = FileSeen("a.zip", "0" * 64, 10, 1, 0, 2)
    store.save_taken(store.begin("take", {"first": 1}, m.NOW), [bad, row, other, seen])
    assert list(store.set_asides()) == [bad, row, other]
    same_bytes = dataclasses.replace(seen, modified_ns=2)
    store.save_taken(store.begin("take", {"second": 1}, m.NOW), [same_bytes])
    assert list(store.set_asides()) == [bad, row, other] and store.seen_file("a.zip") == same_bytes
    new_bytes = FileSeen("a.zip", "1" * 64, 11, 3, 1, 1)
    store.save_taken(store.begin("take", {"third": 1}, m.NOW), [m.taken(1, "words"), row, new_bytes])
    assert list(store.set_asides()) == [row, other]
    assert list(store.check()) == []


def test_new_bytes_at_an_address_are_a_new_document(store: Store) -> None:
    """Nothing is overwritten; both versions stand side by side."""
    old, new = m.taken(1, "The old words."), m.taken(1, "The new words.")
    run = store.begin("take", {}, m.NOW)
    assert store.save_taken(run, [old]) == store.save_taken(run, [new]) == 1
    assert {store.original(d.id) for d in store.documents()} == {b"The old words.", b"The new words."}


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    """Originals are addressed by their content; a plain text file's bytes are its text's."""
    page = b"<p>" + b"a long page " * 500
    items = [m.taken(n, "The same.", original=page) for n in range(3)] + [m.taken(9, "Only text.")]
    store.save_taken(store.begin("take", {}, m.NOW), items)
    kept = store._file.db.execute("SELECT packing, length(bytes) FROM blobs ORDER BY key").fetchall()
    assert [p for p, _ in kept] == ["zlib", "text"] and kept[0][1] < len(page) / 10
    assert [store.original(i.document.id) for i in items] == [i.original for i in items]


def test_bytes_that_are_not_the_document_are_refused(store: Store) -> None:
    """The sha256 is of the bytes, the text of the document, the document of the source."""
    good = m.taken(1, "words")
    assert good.text
    for bad in (
        dataclasses.replace(good, original=b"other"),
        dataclasses.replace(good, source=dataclasses.replace(good.source, id="source-x")),
        dataclasses.replace(good, text=dataclasses.replace(good.text, document="doc-x")),
    ):
        with pytest.raises(RecordError):
            store.save_taken(store.begin("take", {}, m.NOW), [bad])
    assert store.counts()["documents"] == 0


def test_ids_of_a_sealed_project_are_keyed(make: Make) -> None:
    """The key is the project's own and stays; a guess of the bytes does not give the id."""
    store = make()
    key = store.project().id_key
    assert len(key) == (32 if store.project().sealed else 0)
    guessed, kept = m.taken(1, "I was there.").document.id, m.taken(1, "I was there.", key=key).document.id
    assert (guessed != kept) == store.project().sealed


def test_names_and_statements_are_as_the_readings_say(store: Store) -> None:
    """One use a document, kind and name, with every mention and claim under it; one statement a claim."""
    items = filled.fill(store, 2)
    uses = list(store.name_uses())
    assert {(u.document, u.kind, u.name) for u in uses} == {
        (i.document.id, "person", n) for i in items for n in ("Vera Tamlin", "Oleg Brand")
    }
    vera = next(u for u in uses if u.name == "Vera Tamlin")
    reading = store.reading_of(vera.document)
    assert reading
    expected = [x.id for x in reading.mentions if x.norm == vera.name] + [c.id for c in reading.claims]
    assert list(vera.mentions) == expected and vera.organisation == "Open Register"
    rows = list(store.statements())
    assert [r.claim for r in rows] == [c.id for _, _, r in store.readings() for c in r.claims]
    assert {(r.speaker, r.entity) for r in rows} == {("Vera Tamlin", next(store.entities()).id)}
    assert {r.via for r in rows} == {("Channel Nine",), ()}


def test_mentions_of_an_entity_are_exact(store: Store) -> None:
    """In the order of documents and of the text; the words stand there."""
    filled.fill(store, 2)
    entity = next(store.entities())
    stretches = list(store.mentions_of(entity.id))
    expected = set()
    for document, _, reading in store.readings():
        passages = [x.passage for x in reading.mentions if x.norm == "Vera Tamlin"]
        passages += [s.mention for c in reading.claims for s in c.said_by if s.mention]
        expected |= {(document.id, p.start, p.stop, p.words) for p in passages}
    assert {(s.document, s.start, s.stop, s.words) for s in stretches} == expected
    assert len(stretches) == len(expected)
