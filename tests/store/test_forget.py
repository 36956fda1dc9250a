"""What is forgotten is in no byte of any file; a tombstone says that something was."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import Make

from muster.model.errors import NotFound, Refused, Usage
from muster.model.evidence import SetAside, Taken
from muster.model.links import Anchor, Judgement
from muster.store import Keys, Store, blobs, plain
from muster.store.connect import Connector

SECRET = ("Zarquonova", "kvistrelgap", "plimdorset")


def secret(number: int = 60, *, page: bool = False, source: str = "Oskel Wire") -> Taken:
    """A document with three words that are nowhere else."""
    body = m.article(number, 700, SECRET) + f" {SECRET[0]} said {SECRET[1]}s {SECRET[2]}."
    return m.taken(number, body, source=source, original=f"<p>{body}</p>".encode() if page else None)


def places_of(words: tuple[str, ...], folder: Path, connect: Connector) -> Iterator[str]:
    """Every file under ``folder`` in whose bytes, or in whose unpacked blobs, one of the words is."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        found = [path.read_bytes()]
        if path.suffix == ".db":
            db = connect(path, readonly=True)
            found += [blobs.unpacked(db, key) for (key,) in db.execute("SELECT key FROM blobs").fetchall()]
            tables = [t for (t,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                try:
                    rows = db.execute(f'SELECT * FROM "{table}"').fetchall()
                except Exception:
                    continue  # the contentless index has no rows to give; its tables have
                found.append(repr(rows).encode())
            db.close()
        for word in words:
            if any(word.lower().encode() in data.lower() for data in found):
                yield f"{word} in {path.name}"


@pytest.mark.parametrize("page", [False, True], ids=["text", "page"])
def test_planted_words_are_in_no_byte_afterwards(
    make: Make, tmp_path: Path, connect: Connector, page: bool
) -> None:
    """Rows, derived rows, index, original, log, free pages: searched byte by byte, also inside the blobs."""
    store = make()
    items = filled.fill(store, 3)
    item = secret(page=page)
    note = dataclasses.replace(m.judgement(item), note=f"{SECRET[0]} told me")
    run = store.begin("take", {"second": 1}, m.NOW)
    aside = SetAside(item.document.address, "table", f"a row about {SECRET[1]}")
    store.save_taken(run, [item, m.seen(item), aside])
    found = filled.read(store, [*items, item], reader="rules/2")
    filled.link(store, [*items, item], found)
    store.add_judgement(note)
    assert list(places_of(SECRET, tmp_path, connect))
    gone = store.forget(item.document.id[:16], reason="the source withdrew", by="anna", now=m.LATER)
    assert gone == item.document.id
    assert list(places_of(SECRET, tmp_path, connect)) == []
    assert list(store.check()) == []
    assert [d.id for d in store.documents()] == [i.document.id for i in items]
    assert store.search(SECRET[1]) == [] and store.search("refused") != []
    store.close()
    assert list(places_of(SECRET, tmp_path, connect)) == []


def test_a_tombstone_stays(store: Store) -> None:
    """Lines of the ledger: taken, forgotten, purged from the file; all with the id, none with words."""
    filled.fill(store, 2)
    item = secret()
    store.save_taken(store.begin("take", {"second": 1}, m.NOW), [item])
    store.forget(item.document.id, reason="the source withdrew", by="anna", now=m.LATER)
    lines = [line for line in store.custody() if line.record == item.document.id]
    assert [(line.what, line.by) for line in lines] == [
        ("taken", "muster 0.1.0"), ("forgotten", "anna"), ("purged", "anna"),
    ]  # fmt: skip
    with pytest.raises(NotFound):
        store.document(item.document.id)


def test_what_was_forgotten_is_not_taken_again(store: Store) -> None:
    """The file still lies in the folder: it is set aside, with the day, and not read."""
    filled.fill(store, 2)
    item = secret()
    store.save_taken(store.begin("take", {"second": 1}, m.NOW), [item, m.seen(item)])
    store.forget(item.document.id, reason="withdrawn", by="anna", now=m.LATER)
    assert store.seen_file(item.document.address) is None
    assert store.save_taken(store.begin("take", {"third": 1}, m.NOW), [item]) == 0
    (aside,) = [a for a in store.set_asides() if a.reason == "forgotten"]
    assert aside.record == item.document.id and m.LATER in aside.detail
    assert list(store.check()) == []


def test_everything_derived_goes_and_is_made_again(store: Store) -> None:
    """Links and estimates quote words in places that no id leads to, so they go as a whole."""
    items = filled.fill(store, 3)
    before = store.evidence_head()
    store.forget(items[2].document.id, reason="withdrawn", by="anna", now=m.LATER)
    counts = store.counts()
    assert [counts[k] for k in ("copies", "links", "entities", "conflicts", "origins", "estimates")] == [
        0
    ] * 6
    assert store.evidence_head() != before and not store.finished_on("link", store.evidence_head())
    filled.link(store, items[:2], [r for _, _, r in store.readings()])
    assert list(store.check()) == []


def test_all_of_a_source_is_forgotten(make: Make, tmp_path: Path, connect: Connector) -> None:
    """A source withdraws: all that it told goes, and its name."""
    store = make()
    filled.fill(store, 2)
    items = [secret(n, source="Umbravelle") for n in (61, 62)]
    store.save_taken(store.begin("take", {"second": 1}, m.NOW), items)
    store.forget(items[0].source.id, reason="withdrawn", by="anna", now=m.LATER)
    assert list(places_of(("Umbravelle", *SECRET), tmp_path, connect)) == []
    assert store.counts()["documents"] == 2 and list(store.check()) == []


def test_the_same_bytes_elsewhere_stay(store: Store) -> None:
    """Two documents with one original: the other keeps it, also where only the first one's text held it."""
    first = m.taken(1, "The same words here.")
    other = m.taken(2, "The same words here.")
    store.save_taken(store.begin("take", {}, m.NOW), [first, other])
    assert first.document.sha256 == other.document.sha256
    store.forget(first.document.id, reason="withdrawn", by="anna", now=m.LATER)
    assert store.original(other.document.id) == other.original
    assert list(store.check()) == []


def test_a_judgement_on_the_same_bytes_elsewhere_stays(store: Store) -> None:
    """It holds on to bytes that are still there."""
    items = [m.taken(n, "The same words here.") for n in (1, 2)]
    store.save_taken(store.begin("take", {}, m.NOW), items)
    store.add_judgement(m.judgement(items[0]))
    store.forget(items[0].document.id, reason="withdrawn", by="anna", now=m.LATER)
    assert len(list(store.judgements())) == 1
    store.forget(items[1].document.id, reason="withdrawn", by="anna", now=m.LATER)
    assert list(store.judgements()) == [] and list(store.check()) == []


def test_a_judgement_can_be_forgotten(store: Store) -> None:
    """A name in it must be able to go; the ledger keeps that there was one, and it does not come back."""
    made = Judgement("judgement-1", (Anchor("", words="Zarquonova"),), "same-name", "same", "anna", m.NOW)
    store.add_judgement(made)
    store.forget("judgement-1", reason="named", by="anna", now=m.LATER)
    assert list(store.judgements()) == [] and list(store.check()) == []
    with pytest.raises(Refused, match="forgotten"):
        store.add_judgement(made)


def test_what_is_derived_is_not_forgotten_by_itself(store: Store) -> None:
    """It would come back with the next reading; the sentence says what to forget."""
    filled.fill(store, 2)
    claim = next(c.id for _, _, r in store.readings() for c in r.claims)
    for id in (claim, next(store.entities()).id, store.runs()[0].id):
        with pytest.raises(Usage, match="by itself"):
            store.forget(id, reason="x", by="anna", now=m.LATER)
    with pytest.raises(NotFound):
        store.forget("doc-000000", reason="x", by="anna", now=m.LATER)


def test_backups_are_reached(make: Make, tmp_path: Path, connect: Connector) -> None:
    """A backup made by us is made anew; one that was moved away is out of reach, as the docs say."""
    store = make()
    filled.fill(store, 2)
    item = secret()
    store.save_taken(store.begin("take", {"second": 1}, m.NOW), [item])
    store.backup(tmp_path / "copy.db", now=m.NOW)
    assert any("copy.db" in p for p in places_of(SECRET, tmp_path, connect))
    store.forget(item.document.id, reason="withdrawn", by="anna", now=m.LATER)
    assert list(places_of(SECRET, tmp_path, connect)) == []
    with Store.open(
        tmp_path / "copy.db", connect=connect, keys=Keys.load(tmp_path / "state"), readonly=True
    ) as copy:
        assert list(copy.check()) == [] and copy.counts()["documents"] == 2
    with pytest.raises(Refused, match="already"):
        store.backup(tmp_path / "copy.db", now=m.NOW)


def test_the_index_is_made_anew_when_base_forms_have_changed(
    make: Make, tmp_path: Path, connect: Connector
) -> None:
    """Another dictionary gives other base forms: the old ones would stay in the index, so it is rebuilt."""
    store = make()
    filled.fill(store, 2)
    item = secret()
    store.save_taken(store.begin("take", {"second": 1}, m.NOW), [item])
    store.close()
    keys = Keys.load(tmp_path / "state")
    with Store.open(
        tmp_path / "desk.db", connect=connect, keys=keys, index_terms=lambda body, _: body[::-1]
    ) as other:
        other.forget(item.document.id, reason="withdrawn", by="anna", now=m.LATER)
        assert list(places_of(SECRET, tmp_path, connect)) == []
        assert list(other.check()) == []


def test_a_reader_in_the_way_is_said(tmp_path: Path, keys: Keys) -> None:
    """Another program holds the old log open: the words are out of the project, not yet of the log."""
    store = Store.create(tmp_path / "a.db", connect=plain, keys=keys, now=m.NOW, index_terms=m.terms)
    item = secret()
    store.save_taken(store.begin("take", {}, m.NOW), [item])
    reader = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM documents").fetchone()
    with pytest.raises(Refused, match="keeps its old log open"):
        store.forget(item.document.id, reason="withdrawn", by="anna", now=m.LATER)
    reader.close()
    store.close()
    with Store.open(tmp_path / "a.db", keys=keys, index_terms=m.terms) as again:
        assert [line.what for line in again.custody()][-1] == "purged"
        assert list(again.check()) == []
    assert list(places_of(SECRET, tmp_path, plain)) == []
