"""Two lawyers' cases are joined: nothing is left out, nothing is lost, and what both did is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.broken.failing import Failing
from tests.store.conftest import SEALED

from muster.model.cases import Case, Step
from muster.model.errors import MusterError, Usage
from muster.model.ids import make_id
from muster.store import Keys, Store, migrate

DAY = "2026-11-22T{:02d}:00:00+00:00"


def a_case(n: int, code: str = "") -> Case:
    return Case(make_id("case", n), code or f"K-{n:06d}", "self", DAY.format(0), "lawyer-1")


def a_step(case: Case, n: int, kind: str = "note", hour: int = 0) -> Step:
    """A step whose id is made of its number, as written down at that hour."""
    return Step(make_id("step", case.id, n), case.id, kind, DAY.format(hour), "lawyer-1", words=f"step {n}")


def histories(store: Store) -> dict[str, list[str]]:
    """Each case's steps as they are read."""
    return {c.code: [s.words for s in store.steps_of(c.id)] for c in store.cases()}


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Two lawyers' sealed files."""
    keys = Keys.load(tmp_path / "state")
    made = [Store.create(tmp_path / f"{n}.db", connect=SEALED, keys=keys, now=DAY.format(0)) for n in "ab"]
    yield made[0], made[1]
    for store in made:
        store.close()


def test_cases_and_steps_of_a_colleague_come_over(two: tuple[Store, Store]) -> None:
    """Diff names them, merge adds them with custody lines of their own, and twice adds nothing."""
    here, there = two
    shared = a_case(1)
    here.add_case(shared, [a_step(shared, 1, hour=1)])
    there.add_case(shared, [a_step(shared, 1, hour=1), a_step(shared, 3, "close", hour=3)])
    there.add_case(a_case(2), [a_step(a_case(2), 9)])
    found = {(d.kind, d.where) for d in here.diff(there)}
    assert {("case", "only there"), ("step", "only there")} <= found
    merged = here.merge(there, now=DAY.format(9))
    assert (merged.added["cases"], merged.added["steps"]) == (1, 2)
    assert histories(here) == histories(there) == {"K-000001": ["step 1", "step 3"], "K-000002": ["step 9"]}
    assert list(here.check()) == []
    head = here.head()
    assert set(here.merge(there, now=DAY.format(9)).added.values()) == {0}
    assert here.head() == head


@given(
    ours=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 23)), max_size=8),
    theirs=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 23)), max_size=8),
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_desks_read_one_history_that_holds_every_step(
    tmp_path: Path, ours: list[tuple[int, int]], theirs: list[tuple[int, int]]
) -> None:
    """Whoever merges first; every step stands once; the order is that of writing down."""
    keys = Keys.load(tmp_path / "state")
    stores = []
    for name, added in (("one", ours), ("two", theirs)):
        path = tmp_path / f"{name}.db"
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        store = Store.create(path, connect=SEALED, keys=keys, now=DAY.format(0))
        for n in range(3):
            store.add_case(a_case(n))
        # Two desks never write in one second what they read in another order.
        for case, hour in added:
            at = hour * 2 % 24 + (name == "two") * (hour * 2 % 24 < 23)
            store.add_steps([a_step(a_case(case), hour * 10 + (name == "two"), hour=at)])
        stores.append(store)
    one, two = stores
    before = [histories(s) for s in stores]
    one.merge(two, now=DAY.format(23))
    two.merge(one, now=DAY.format(23))
    for store, had in zip(stores, before, strict=True):
        for code, steps in histories(store).items():
            assert set(had[code]) <= set(steps)
            assert len(set(steps)) == len(steps)
    assert {c: set(s) for c, s in histories(one).items()} == {c: set(s) for c, s in histories(two).items()}
    assert [d for d in one.diff(two) if d.kind in ("case", "step")] == []
    for store in stores:
        assert list(store.check()) == []
        store.close()


def test_an_older_step_of_a_colleague_does_not_overrule_a_newer_one(two: tuple[Store, Store]) -> None:
    """Closed here at four, opened again there at two: after the merge it is closed, on both desks."""
    from muster.cases.course import closed

    here, there = two
    case = a_case(1)
    for store in two:
        store.add_case(case, [a_step(case, 1, "close", hour=1)])
    there.add_steps([a_step(case, 2, "open-again", hour=2)])
    here.add_steps([a_step(case, 3, "close", hour=4)])
    assert [d.record for d in here.diff(there) if d.where == "added to here and there"] == ["K-000001"]
    assert here.merge(there, now=DAY.format(9)).both == ("K-000001",)
    there.merge(here, now=DAY.format(9))
    assert closed(list(here.steps_of(case.id)))
    assert histories(here) == histories(there)


def test_a_client_who_withdrew_does_not_come_back(two: tuple[Store, Store]) -> None:
    """Not the case, not a step added there later; each side is told what the other still has."""
    here, there = two
    case = a_case(1)
    for store in two:
        store.add_case(case, [a_step(case, 1)])
    here.forget(case.code, reason="withdrew", by="lawyer-1", now=DAY.format(2))
    there.add_steps([a_step(case, 2, hour=3)])
    merged = here.merge(there, now=DAY.format(4))
    assert set(merged.added.values()) == {0}
    assert (merged.forgotten_here, histories(here)) == (1, {})
    assert there.merge(here, now=DAY.format(4)).forgotten_there == 1


def test_two_desks_that_drew_one_code_keep_both_cases(two: tuple[Store, Store]) -> None:
    """The code alone is refused with both ids; an id finds its case."""
    here, there = two
    here.add_case(a_case(1, "K-SAME00"), [a_step(a_case(1), 1)])
    there.add_case(a_case(2, "K-SAME00"), [a_step(a_case(2), 2)])
    assert here.merge(there, now=DAY.format(1)).one_code == ("K-SAME00",)
    with pytest.raises(Usage, match="two desks drew"):
        here.case_called("K-SAME00")
    with pytest.raises(Usage):
        here.forget("K-SAME00", reason="x", by="me", now=DAY.format(2))
    assert here.case_called(a_case(2).id).id == a_case(2).id
    assert list(here.check()) == []


def test_whichever_write_of_a_merge_fails_nothing_is_half_there(tmp_path: Path) -> None:
    """The file is as before or as after; doing it again gives the whole."""
    keys = Keys.load(tmp_path / "state")
    with Store.create(tmp_path / "there.db", connect=SEALED, keys=keys, now=DAY.format(0)) as there:
        for n in range(3):
            there.add_case(a_case(n), [a_step(a_case(n), k) for k in range(3)])
        wanted = histories(there)
        failures = 0
        for n in range(1, 200, 3):
            path = tmp_path / f"n{n}.db"
            with Store.create(path, connect=SEALED, keys=keys, now=DAY.format(0)) as here:
                here.add_case(a_case(7))
            failed = False
            try:
                with Store.open(path, connect=Failing(SEALED, n), keys=keys) as here:  # type: ignore[arg-type]
                    here.merge(there, now=DAY.format(1))
            except MusterError:
                failed = True
            with Store.open(path, connect=SEALED, keys=keys) as here:
                assert list(here.check()) == []
                assert set(histories(here)) in ({"K-000007"}, {"K-000007", *wanted})
                here.merge(there, now=DAY.format(2))
                assert histories(here) == {"K-000007": [], **wanted}
            failures += failed
            if not failed:
                break
        assert failures >= 3


def test_cases_of_an_older_schema_keep_their_rows_and_their_guards() -> None:
    """The table is made anew for codes that two desks may share; rows, steps and triggers stand."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    scripts = dict(migrate.steps())
    for to in (1, 2, 3):
        migrate.run_script(db, scripts[to])
    db.execute("INSERT INTO custody VALUES (1, '', 'case', 'x', x'00', 'l', x'00')")
    db.execute("INSERT INTO cases VALUES (5, x'0a', 'K-1', 'self', NULL, '', '', '', 't', 'l', 1)")
    db.execute("INSERT INTO steps VALUES (1,x'0b',5,'note','','','','','','','w','','','','','t','l',1)")
    db.execute("BEGIN IMMEDIATE")
    migrate.run_script(db, scripts[4])
    db.execute("COMMIT")
    assert db.execute('SELECT code, words FROM cases c JOIN steps s ON s."case" = c.key').fetchall() == [
        ("K-1", "w")
    ]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    with pytest.raises(sqlite3.IntegrityError, match="tombstone"):
        db.execute("DELETE FROM cases")
    db.close()
