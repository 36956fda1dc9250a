"""The project file: made whole, opened safely, one writer, nothing readable where it is sealed."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import SEALED, Make

from muster.model.claims import because
from muster.model.errors import NewerProject, NotAProject, NotFound, ProjectLocked, Refused
from muster.store import Keys, Store, migrate, plain, sealed
from muster.store.connect import Connector

_ROOT = Path(__file__).parents[2]


def shape(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every table, index, view and trigger as it was defined, without comments and spacing."""
    found = []
    for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        found.append((name, re.sub(r"\s+", " ", re.sub(r"--[^\n]*", "", sql)).strip()))
    return sorted(found)


def test_a_migrated_file_is_a_fresh_file() -> None:
    """All migrations in their order give what schema.sql gives."""
    fresh, migrated = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    migrate.run_script(fresh, migrate.fresh_sql())
    for _to, sql in migrate.steps():
        migrate.run_script(migrated, sql)
    assert shape(fresh) == shape(migrated)
    assert [to for to, _ in migrate.steps()] == list(range(1, migrate.SCHEMA + 1))
    fresh.close()
    migrated.close()


def test_every_table_is_strict() -> None:
    """A word cannot stand where a number belongs; the index's own tables are SQLite's."""
    db = sqlite3.connect(":memory:")
    migrate.run_script(db, migrate.fresh_sql())
    loose = [row[1] for row in db.execute("PRAGMA table_list") if row[2] == "table" and not row[5]]
    assert [name for name in loose if not name.startswith("sqlite_")] == []
    db.close()


def test_an_older_schema_is_brought_up(make: Make, tmp_path: Path, connect: Connector, keys: Keys,
                                       monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """The steps that a file lacks are applied when it is opened to write, all or none; a reader is told."""
    make().close()
    path = tmp_path / "desk.db"
    newer = [*migrate.steps(), (migrate.SCHEMA + 1, "CREATE TABLE later (a TEXT) STRICT;\n")]
    monkeypatch.setattr(migrate, "steps", lambda: newer)
    with pytest.raises(Refused, match="older schema"):
        Store.open(path, connect=connect, keys=keys, readonly=True)
    twice = [*newer, (migrate.SCHEMA + 2, "CREATE TABLE later (a TEXT);\n")]
    monkeypatch.setattr(migrate, "steps", lambda: twice)
    with pytest.raises(Exception, match="already exists"):
        Store.open(path, connect=connect, keys=keys)
    monkeypatch.setattr(migrate, "steps", lambda: newer)
    Store.open(path, connect=connect, keys=keys).close()
    db = connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (migrate.SCHEMA + 1,)
    assert db.execute("SELECT count(*) FROM later").fetchone() == (0,)
    db.close()


def test_an_older_file_says_the_same_when_brought_up(
    make: Make, tmp_path: Path, connect: Connector, keys: Keys
) -> None:
    """Schema 8 held whole sentences in every estimate, and did not keep who carries the largest origins;
    brought up, the sentences read the same and stand once, and the carriers are those of a fresh file."""
    store = make()
    filled.fill(store)
    before, carried = list(store.estimates()), store.carried()
    store.close()
    assert len(before) > 1 and carried
    db = connect(tmp_path / "desk.db")
    told = "(SELECT json_group_array(p.words) FROM json_each(e.{0}) j JOIN phrases p ON p.key = j.value)"
    for column in ("assumptions", "seen"):
        db.execute(f"UPDATE estimates AS e SET {column} = {told.format(column)} WHERE {column} IS NOT NULL")
    for newer in ("phrases", "moves", "carriers"):
        db.execute(f"DROP TABLE {newer}")
    db.execute("ALTER TABLE claims DROP COLUMN ground")
    db.execute("PRAGMA user_version = 8")
    db.commit()
    db.close()
    with Store.open(tmp_path / "desk.db", connect=connect, keys=keys) as again:
        assert list(again.estimates()) == before and again.carried() == carried
    db = connect(tmp_path / "desk.db")
    kept = [words for (words,) in db.execute("SELECT words FROM phrases")]
    db.close()
    assert sorted(kept) == sorted({w for e in before for w in (*e.assumptions, *e.seen)})


def test_claims_of_an_older_file_say_that_no_reason_was_kept(
    make: Make, tmp_path: Path, connect: Connector, keys: Keys
) -> None:
    """Schema 11 kept no reasons: brought up, the claims are as they were, each with "no reason kept"."""
    store = make()
    filled.fill(store)
    before = [c for _, _, reading in store.readings() for c in reading.claims]
    store.close()
    assert {because(c)[:19] for c in before} == {"a relative tells of", "no reason kept"}
    db = connect(tmp_path / "desk.db")
    db.execute("ALTER TABLE claims DROP COLUMN ground")
    db.execute("PRAGMA user_version = 11")
    db.commit()
    db.close()
    with Store.open(tmp_path / "desk.db", connect=connect, keys=keys) as again:
        now = [c for _, _, reading in again.readings() for c in reading.claims]
        assert any("no reason kept" in line for line in again.why(now[1].id).lines())
    assert now == [replace(c, ground=None) for c in before]
    assert {because(c) for c in now} == {"no reason kept"}


def test_a_newer_project_is_not_touched(make: Make, tmp_path: Path, connect: Connector, keys: Keys) -> None:
    """Its sentence names both versions."""
    make().close()
    db = connect(tmp_path / "desk.db")
    db.execute(f"PRAGMA user_version = {migrate.SCHEMA + 1}")
    db.close()
    before = (tmp_path / "desk.db").read_bytes()
    for readonly in (True, False):
        with pytest.raises(NewerProject, match=f"schema {migrate.SCHEMA + 1}"):
            Store.open(tmp_path / "desk.db", connect=connect, keys=keys, readonly=readonly)
    assert (tmp_path / "desk.db").read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"just words, no database" * 99, None], ids=["empty", "words", "database"]
)
def test_what_is_no_project_is_said(
    tmp_path: Path, connect: Connector, keys: Keys, content: bytes | None
) -> None:
    """Nothing is written into it."""
    path = tmp_path / "other.db"
    if content is None:
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE theirs (a)")
        db.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    for readonly in (True, False):
        with pytest.raises(NotAProject):
            Store.open(path, connect=connect, keys=keys, readonly=readonly)
    with pytest.raises(Refused, match="already"):
        Store.create(path, connect=connect, keys=keys, now=m.NOW)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other.db"]


def test_a_file_that_is_not_there_is_said(tmp_path: Path, connect: Connector, keys: Keys) -> None:
    """And none is made by looking."""
    with pytest.raises(NotAProject, match="no project file"):
        Store.open(tmp_path / "none.db", connect=connect, keys=keys)
    assert list(tmp_path.iterdir()) == []


def test_a_project_can_be_read_by_its_owner_only(store: Store, tmp_path: Path) -> None:
    """The file, its log and its lock: mode 0600."""
    filled.fill(store, 1)
    modes = {p.name: p.stat().st_mode & 0o777 for p in tmp_path.glob("desk.db*")}
    assert set(modes.values()) == {0o600}, modes
    store.close()
    assert [p.name for p in tmp_path.glob("desk.db*")] == ["desk.db"]


def test_a_sealed_file_shows_nothing(tmp_path: Path, keys: Keys) -> None:
    """No word, no table name, not even that it is a database; the key is in no representation."""
    store = Store.create(tmp_path / "s.db", connect=SEALED, keys=keys, now=m.NOW, index_terms=m.terms)
    assert store.project().sealed and len(store.project().id_key) == 32
    filled.fill(store, 2)
    bytes_ = b"".join(p.read_bytes() for p in tmp_path.glob("s.db*"))
    assert len(bytes_) > 100_000
    for word in (
        b"SQLite format",
        b"CREATE TABLE",
        b"Tamlin",
        b"refused",
        b"papers/",
        store.project().id_key,
    ):
        assert word not in bytes_
    assert SEALED.key.hex() not in repr(SEALED) and repr(store.project().id_key) not in repr(store.project())
    store.close()
    for other in (plain, sealed(bytes(32))):
        with pytest.raises(NotAProject):
            Store.open(tmp_path / "s.db", connect=other, keys=keys)


def test_an_open_project_has_no_id_key(tmp_path: Path, keys: Keys) -> None:
    """Its ids are the same in everybody's project."""
    with Store.create(tmp_path / "o.db", keys=keys, now=m.NOW) as store:
        assert (store.project().id_key, store.project().sealed) == (b"", False)


def test_a_sealed_key_has_32_bytes() -> None:
    """A passphrase is no key."""
    with pytest.raises(Refused):
        sealed(b"passphrase")


def test_two_writers_get_a_clear_message(
    store: Store, tmp_path: Path, connect: Connector, keys: Keys
) -> None:
    """The second is told who writes; readers work beside; then it is free again."""
    filled.fill(store, 2)
    with pytest.raises(
        ProjectLocked, match=rf"another muster is writing to this project \(pid {os.getpid()}\)"
    ):
        Store.open(tmp_path / "desk.db", connect=connect, keys=keys)
    run = store.begin("take", {"second": 1}, m.NOW)
    with Store.open(tmp_path / "desk.db", connect=connect, keys=keys, readonly=True) as reader:
        store.save_taken(run, [m.taken(7, m.article(7, 300))])
        assert reader.counts()["documents"] == 3
        assert list(reader.check()) == []
        with pytest.raises(Refused, match="read only"):
            reader.begin("take", {}, m.NOW)
    store.close()
    Store.open(tmp_path / "desk.db", connect=connect, keys=keys).close()


def test_a_dead_writer_leaves_no_lock(store: Store, tmp_path: Path, connect: Connector, keys: Keys) -> None:
    """The system drops the lock of a killed process, though its lock file lies there."""
    store.close()
    code = (
        "import sys, os, signal; from pathlib import Path; from muster.store import Keys, Store\n"
        "from tests.store.conftest import SEALED\nfrom muster.store import plain\n"
        "connect = SEALED if sys.argv[3] == 'True' else plain\n"
        "Store.open(Path(sys.argv[1]), keys=Keys.load(Path(sys.argv[2])), connect=connect)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    arguments = [tmp_path / "desk.db", keys.state, str(connect.sealed)]
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=_ROOT, check=False)
    assert (tmp_path / "desk.db.lock").exists()
    Store.open(tmp_path / "desk.db", connect=connect, keys=keys).close()
    assert not (tmp_path / "desk.db.lock").exists()


def test_another_program_that_writes_is_waited_for_and_named(
    store: Store, tmp_path: Path, connect: Connector
) -> None:
    """A program that knows nothing of our lock holds SQLite's: the sentence says so, nothing is broken."""
    other = connect(tmp_path / "desk.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectLocked, match="another program"):
        store.begin("take", {}, m.NOW)
    other.close()
    store.begin("take", {}, m.NOW)


def test_a_read_only_folder_can_be_read(store: Store, tmp_path: Path, connect: Connector, keys: Keys) -> None:
    """A project on a medium that cannot be written is searched and checked all the same."""
    filled.fill(store, 2)
    store.close()
    path = tmp_path / "desk.db"
    path.chmod(0o400)
    if os.access(path, os.W_OK):
        pytest.skip("the superuser may write everywhere")
    with Store.open(path, connect=connect, keys=keys, readonly=True) as reader:
        assert list(reader.check()) == []


def test_nothing_else_is_reached_by_an_id(store: Store) -> None:
    """An id is a value, never part of a statement or of a path."""
    filled.fill(store, 1)
    for id in (
        "' OR 1=1 --",
        "doc-'; DROP TABLE documents; --",
        "../../etc/passwd",
        "",
        "   ",
        "%",
        "doc-zz",
    ):
        with pytest.raises(NotFound):
            store.find(id)
    assert store.search('" OR NEAR( * ^ -') == [] and store.search("'; DROP TABLE texts; --") == []
    assert store.counts()["documents"] == 1


def test_the_file_stays_small(tmp_path: Path, keys: Keys) -> None:
    """Below six times the text, for articles of 4,000 characters with 50 records each, linked and counted."""
    with Store.create(tmp_path / "a.db", keys=keys, now=m.NOW, index_terms=m.terms) as store:
        items = [m.taken(n) for n in range(60)]
        filled.take(store, items)
        found = filled.read(store, items, records=50)
        filled.link(store, items, found)
    text = sum(len(i.original) for i in items)
    assert (tmp_path / "a.db").stat().st_size < 6 * text
