"""The check finds what is not as it was stored, names it, and finds nothing where nothing is."""

# The table of changes reads better with one change a line.
# ruff: noqa: E501

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import Make

from muster.model.errors import Refused
from muster.store import Keys, Store
from muster.store.connect import Connector

Tamper = Callable[[Any], None]


def hand(path: Path, connect: Connector) -> Any:
    """The file as somebody with the key and any SQLite could open it: ledgers' triggers dropped."""
    db = connect(path)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")
    return db


def sql(statement: str) -> Tamper:
    return lambda db: db.execute(statement)


TAMPERED: dict[str, tuple[Tamper, str]] = {
    "a changed word in a text": (
        sql("UPDATE texts SET body = 'X' || substr(body, 2) WHERE document = 1"), "text of papers/000000.txt was changed"),
    "a changed word and its hash": (
        lambda db: (db.create_function("sha", 1, _sha), db.execute(
            "UPDATE texts SET body = 'X' || substr(body, 2), sha256 = sha('X' || substr(body, 2)) WHERE document = 1")),
        "not what custody line"),
    "a changed address": (sql("UPDATE documents SET address = 'elsewhere' WHERE key = 2"), "its row, its text"),
    "a changed date": (sql("UPDATE documents SET published = '2030' WHERE key = 2"), "its row, its text"),
    "a changed source": (sql("UPDATE sources SET name = 'Other Wire'"), "its row, its text"),
    "a changed hedge": (sql("UPDATE claims SET hedges = NULL"), "what was read in this text"),
    "a changed bound": (sql("UPDATE quantities SET low = 7 WHERE document = 1 AND n = 0"), "what was read in this text"),
    "changed words of a quantity": (sql("UPDATE quantities SET words = 'forty' WHERE document = 1 AND n = 0"), "its words do not stand"),
    "a shifted claim": (sql("UPDATE claims SET start = start + 1, stop = stop + 1 WHERE document = 1 AND n = 0"), "its words do not stand"),
    "a removed claim": (sql("DELETE FROM claims WHERE document = 1 AND n = 3"), "what was read in this text"),
    "a changed time": (sql("UPDATE times SET first = '2030-01-01'"), "what was read in this text"),
    "a changed name": (sql("UPDATE mentions SET norm = 'Oleg'"), "what was read in this text"),
    "a changed event": (sql("UPDATE events SET who = NULL"), "what was read in this text"),
    "a changed order": (sql("UPDATE event_order SET certain = 0"), "what was read in this text"),
    "a removed reading": (sql("DELETE FROM readings WHERE document = 3"), "its reading is gone"),
    "a removed document": (
        lambda db: [db.execute(f"DELETE FROM {t} WHERE {c} = 4") for t, c in (
            ("documents", "key"), ("texts", "document"), ("readings", "document"))],
        "gone without having been forgotten"),
    "a changed blob": (sql("UPDATE blobs SET bytes = zeroblob(20) WHERE key = 5"), "kept bytes of page.html"),
    "a changed copy": (sql("UPDATE copies SET score = 0.1"), "copies, names or origins"),
    "a changed link": (sql("UPDATE links SET reasons = '[\"none\"]'"), "copies, names or origins"),
    "a changed entity": (sql("UPDATE entities SET name = 'Oleg'"), "copies, names or origins"),
    "a changed use": (sql("UPDATE entity_uses SET name = 'Oleg' WHERE n = 0"), "copies, names or origins"),
    "a changed conflict": (sql("UPDATE conflicts SET words = 'none'"), "copies, names or origins"),
    "a changed origin": (sql("DELETE FROM origin_claims WHERE n = 0"), "copies, names or origins"),
    "a changed carrier": (sql("UPDATE carriers SET carried = carried + 1"), "who carries an origin"),
    "a changed estimate": (sql("UPDATE estimates SET high = 9000"), "estimates were changed"),
    "a changed set-aside": (sql("UPDATE set_asides SET reason = 'fine'"), "set aside"),
    "a removed set-aside": (sql("DELETE FROM set_asides"), "set aside was changed"),
    "a changed file": (sql("UPDATE files SET size = 1"), "list of files"),
    "a changed judgement": (sql("UPDATE judgements SET verdict = 'document'"), "not the one that was made"),
    "a removed judgement": (sql("DELETE FROM judgements"), "gone without having been forgotten"),
    "a changed run": (sql("UPDATE runs SET used = used - 1, aside = aside + 1 WHERE stage = 'take'"), "not the one that was finished"),
    "a run that does not add up": (sql("UPDATE runs SET used = used + 1 WHERE stage = 'take'"), "inputs are not"),
    "a changed project row": (sql("UPDATE project SET made = '2030'"), "project's own row"),
    "a changed custody line": (sql("UPDATE custody SET \"by\" = 'boris' WHERE seq = 3"), "this line, or the one before"),
    "a changed hash": (sql("UPDATE custody SET hash = zeroblob(32) WHERE seq = 3"), "this line, or the one before"),
    "a removed custody line": (sql("DELETE FROM custody WHERE seq = 3"), "lines 3 to 3 of the custody ledger are missing"),
    "a cut tail": (sql("DELETE FROM custody WHERE seq = (SELECT max(seq) FROM custody)"), "the tail of the custody ledger was cut"),
    "a changed print": (sql("UPDATE prints SET digest = zeroblob(32) WHERE n = 0"), "digests that this line covers"),
    "a forged signature": (sql("UPDATE head SET signature = zeroblob(64)"), "signature of the custody ledger's head"),
    "a removed head": (sql("DELETE FROM head"), "no signed head"),
    "a tombstone without a line": (sql("INSERT INTO forgotten VALUES ('doc-x', 1, 'why')"), "its tombstone is not the one"),
    "a document made to look forgotten": (
        lambda db: (db.execute("INSERT INTO forgotten SELECT record, seq, '' FROM custody WHERE what = 'taken' LIMIT 1"),
                    db.execute("DELETE FROM documents WHERE key = 1")), "its tombstone is not the one"),
    "another run named": (sql("UPDATE readings SET run = 1"), "names another run"),
    "a text less in the index": (sql("DELETE FROM search_docsize WHERE id = 1"), "search index holds"),
    "a damaged index": (sql("UPDATE search_data SET block = zeroblob(40) WHERE id > 10"), "search index is damaged"),
    "nonsense in a row": (sql("UPDATE claims SET said_by = 'not json' WHERE document = 1"), "could not be read"),
}  # fmt: skip


def _sha(body: str) -> bytes:
    import hashlib

    return hashlib.sha256(body.encode()).digest()


@pytest.fixture
def desk(make: Make) -> Store:
    """A filled project with one document whose original is not its text."""
    store = make()
    filled.fill(store, 4)
    page = m.taken(77, "Words of a page.", original=b"<p>Words of a page.</p>" * 9)
    import dataclasses

    page = dataclasses.replace(page, document=dataclasses.replace(page.document, address="page.html"))
    store.save_taken(store.begin("take", {"more": 1}, m.NOW), [page])
    return store


def test_an_untouched_project_has_no_fault(desk: Store) -> None:
    """And every document is counted once as it is gone through."""
    steps: list[int] = []
    assert list(desk.check(steps.append)) == []
    assert sum(steps) == 5


@pytest.mark.parametrize("name", TAMPERED)
def test_what_was_changed_is_found(
    desk: Store, tmp_path: Path, connect: Connector, keys: Keys, name: str
) -> None:
    """Each kind of change in each table is found and said."""
    desk.close()
    tamper, said = TAMPERED[name]
    db = hand(tmp_path / "desk.db", connect)
    tamper(db)
    db.close()
    with Store.open(tmp_path / "desk.db", connect=connect, keys=keys, readonly=True) as store:
        faults = list(store.check())
    assert any(said in fault.what for fault in faults), faults
    assert all(fault.next_step for fault in faults)


def test_a_cut_tail_is_found_with_an_older_head_put_back(
    make: Make, tmp_path: Path, connect: Connector, keys: Keys
) -> None:
    """Inside, all fits; only the head kept outside tells that there was more."""
    store = make()
    filled.fill(store, 2)
    store.close()
    older = (tmp_path / "desk.db").read_bytes()
    with Store.open(tmp_path / "desk.db", connect=connect, keys=keys, index_terms=m.terms) as store:
        item = m.taken(50, m.article(50, 300))
        store.save_taken(store.begin("take", {"second": 1}, m.LATER), [item])
    (tmp_path / "desk.db").write_bytes(older)
    with Store.open(tmp_path / "desk.db", connect=connect, keys=keys, readonly=True) as store:
        (fault,) = store.check()
        assert "tail of the custody ledger was cut" in fault.what


def test_a_chain_built_anew_is_found(make: Make, tmp_path: Path, connect: Connector) -> None:
    """Somebody without our key makes a whole new ledger of the same length: it is not the one signed here."""
    ours, theirs = Keys.load(tmp_path / "state"), Keys.load(tmp_path / "theirs")
    store = make()
    project = store.project().id
    filled.fill(store, 2)
    store.close()
    (tmp_path / "desk.db").unlink()
    entropy = iter((bytes.fromhex(project.removeprefix("project-")), bytes(32)))
    forged = Store.create(
        tmp_path / "desk.db", connect=connect, keys=theirs, now=m.LATER, index_terms=m.terms,
        entropy=lambda _n: next(entropy),
    )  # fmt: skip
    filled.fill(forged, 2, source="Other Wire")
    forged.close()
    with Store.open(tmp_path / "desk.db", connect=connect, keys=theirs, readonly=True) as store:
        assert list(store.check()) == []
    with Store.open(tmp_path / "desk.db", connect=connect, keys=ours, readonly=True) as store:
        assert any("is not the one that was signed here" in f.what for f in store.check())


def test_a_colleagues_key_is_announced_in_the_ledger(make: Make, tmp_path: Path, connect: Connector) -> None:
    """Another installation writes on: the ledger says so, and both find it whole."""
    store = make()
    filled.fill(store, 2)
    store.close()
    theirs = Keys.load(tmp_path / "theirs")
    with Store.open(tmp_path / "desk.db", connect=connect, keys=theirs, index_terms=m.terms) as store:
        store.add_judgement(m.judgement(m.taken(1, m.article(1, 600)), verdict="hearsay"))
        assert [line.what for line in store.custody()][-1] == "signed by another key"
        assert list(store.check()) == []
        assert store.head().public_key == theirs.public_key
    with Store.open(
        tmp_path / "desk.db", connect=connect, keys=Keys.load(tmp_path / "state"), readonly=True
    ) as store:
        assert list(store.check()) == []


def test_a_damaged_outside_head_is_said(desk: Store, tmp_path: Path) -> None:
    """It is a fault, not a crash."""
    (head,) = (tmp_path / "state" / "heads").iterdir()
    head.write_text("{}")
    assert [f.what for f in desk.check()] == ["the head kept outside the project is damaged"]


def test_the_head_outside_is_the_head_inside(desk: Store, tmp_path: Path) -> None:
    """After every writing method both are at the last line, signed by the key of this installation."""
    (path,) = (tmp_path / "state" / "heads").iterdir()
    kept = json.loads(path.read_text())
    last = list(desk.custody())[-1]
    assert (kept["seq"], kept["hash"]) == (last.seq, last.hash)
    assert (kept["seq"], kept["signature"]) == (desk.head().seq, desk.head().signature)
    assert desk.head().holds()


def test_the_ledgers_refuse_to_be_changed(desk: Store, tmp_path: Path, connect: Connector) -> None:
    """The file itself says no to UPDATE and DELETE."""
    desk.close()
    db = connect(tmp_path / "desk.db")
    for statement in (
        "UPDATE custody SET at = ''", "DELETE FROM custody", "UPDATE prints SET digest = NULL", "DELETE FROM prints",
        "UPDATE judgements SET verdict = 'x'", "DELETE FROM judgements",
    ):  # fmt: skip
        with pytest.raises(Exception, match=r"never|tombstone"):
            db.execute(statement)
    db.close()


def test_a_key_that_others_can_read_is_refused(tmp_path: Path, keys: Keys) -> None:
    """Made with mode 0600; opened up, it no longer signs."""
    assert keys.public_key == Keys.load(tmp_path / "state").public_key
    key = tmp_path / "state" / "signing-key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    with pytest.raises(Refused, match="others can read"):
        _ = Keys.load(tmp_path / "state").public_key
