"""Make the n-th write fail, for every n: the project is as it was, or as it was to become; never between."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from tests.broken.failing import Failing
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import SEALED

from muster.model.errors import MusterError, NoSpace
from muster.store import Keys, Store, plain
from muster.store.connect import Connector

# Every write at the beginning, where each is another table's; then one in a few, as rows repeat.
_EVERY, _STEP = 12, 9


def take_more(store: Store, _folder: Path) -> None:
    """Two documents, one with other bytes than its text, a reason, two files."""
    items = [m.taken(20, m.article(20, 300)), m.taken(21, "A page.", original=b"<p>A page." * 9)]
    run = store.begin("take", {"second": 1}, m.LATER)
    store.save_taken(run, [*items, *map(m.seen, items), m.aside(97)])
    store.finish(run, inputs="3", used=2, aside=1, now=m.LATER)


def read_again(store: Store, _folder: Path) -> None:
    """A better reader."""
    filled.read(store, [m.taken(n, m.article(n, 600)) for n in range(2)], records=10, reader="rules/2")


def link_again(store: Store, _folder: Path) -> None:
    """Links and estimates, wholesale."""
    items = [m.taken(n, m.article(n, 600)) for n in range(2)]
    filled.link(store, items, [r for _, _, r in store.readings()])


def judge(store: Store, _folder: Path) -> None:
    """One more decision."""
    store.add_judgement(m.judgement(m.taken(1, m.article(1, 600)), verdict="hearsay"))


def forget(store: Store, _folder: Path) -> None:
    """A document that was linked, counted and judged."""
    if any(d.address == "papers/000000.txt" for d in store.documents()):
        store.forget(m.taken(0, m.article(0, 600)).document.id, reason="withdrawn", by="anna", now=m.LATER)


def merge(store: Store, folder: Path) -> None:
    """A colleague's project."""
    connect = SEALED if store.project().sealed else plain
    with Store.open(
        folder / "other.db", connect=connect, keys=Keys.load(folder / "theirs"), readonly=True
    ) as other:
        store.merge(other, now=m.LATER)


ERRANDS: list[Callable[[Store, Path], None]] = [take_more, read_again, link_again, judge, forget, merge]


@pytest.fixture(scope="module", params=[plain, SEALED], ids=["plain", "sealed"])
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Connector]:
    """A folder with a filled project, its keys, and a colleague's project."""
    folder = tmp_path_factory.mktemp("base")
    for name, state, first in (("desk", "state", 0), ("other", "theirs", 1)):
        with Store.create(
            folder / f"{name}.db",
            connect=request.param,
            keys=Keys.load(folder / state),
            now=m.NOW,
            index_terms=m.terms,
        ) as store:
            filled.fill(store, 2, first=first)
    return folder, request.param


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand.__name__)
def test_the_nth_write_fails(
    base: tuple[Path, Connector], tmp_path: Path, errand: Callable[[Store, Path], None]
) -> None:
    """Whichever write fails, the check finds nothing, and doing the errand again gives what it should."""
    folder, connect = base
    wanted = _after(folder, connect, tmp_path / "whole", errand)
    failures = 0
    for n in _numbers():
        desk = shutil.copytree(folder, tmp_path / f"n{n}")
        keys = Keys.load(desk / "state")
        failed = False
        try:
            with Store.open(
                desk / "desk.db", connect=Failing(connect, n), keys=keys, index_terms=m.terms
            ) as store:  # type: ignore[arg-type]
                errand(store, desk)
        except MusterError as error:
            assert isinstance(error, NoSpace), error
            failed = True
        with Store.open(desk / "desk.db", connect=connect, keys=keys, index_terms=m.terms) as store:
            assert list(store.check()) == [], n
            errand(store, desk)
            assert list(store.check()) == [], n
            assert filled.everything(store) == wanted, n
        shutil.rmtree(desk)
        failures += failed
        if not failed:
            break
    assert failures >= 3


def _numbers() -> list[int] | count[int]:
    return _Steps()  # type: ignore[return-value]


class _Steps:
    def __iter__(self):  # type: ignore[no-untyped-def]
        yield from range(1, _EVERY)
        yield from count(_EVERY, _STEP)


def _after(
    folder: Path, connect: Connector, desk: Path, errand: Callable[[Store, Path], None]
) -> dict[str, list[object]]:
    """What the project holds when nothing fails."""
    shutil.copytree(folder, desk)
    with Store.open(
        desk / "desk.db", connect=connect, keys=Keys.load(desk / "state"), index_terms=m.terms
    ) as store:
        errand(store, desk)
        return filled.everything(store)


@pytest.mark.parametrize("connect", [plain, SEALED], ids=["plain", "sealed"])
def test_a_project_is_made_whole_or_not_at_all(tmp_path: Path, connect: Connector) -> None:
    """Whichever write fails while it is made, no file of its name is there, and making it again works."""
    keys = Keys.load(tmp_path / "state")
    path = tmp_path / "desk.db"
    for n in count(1):
        try:
            Store.create(path, connect=Failing(connect, n), keys=keys, now=m.NOW).close()  # type: ignore[arg-type]
        except NoSpace:
            assert [p.name for p in tmp_path.glob("desk*")] == []
        else:
            break
    assert n > 30
    with Store.open(path, connect=connect, keys=keys, readonly=True) as store:
        assert list(store.check()) == []


def test_a_head_that_cannot_be_kept_outside_is_said(tmp_path: Path) -> None:
    """What was written stands; the sentence says exactly that, and the next command keeps the head."""
    keys = Keys.load(tmp_path / "state")
    with Store.create(tmp_path / "desk.db", keys=keys, now=m.NOW, index_terms=m.terms) as store:
        heads = tmp_path / "state" / "heads"
        shutil.rmtree(heads)
        heads.write_text("a file where a folder should be")
        with pytest.raises(MusterError, match="what was written stands"):
            store.add_judgement(m.judgement(m.taken(1, "some words")))
        heads.unlink()
        assert store.counts()["judgements"] == 1
        store.add_judgement(m.judgement(m.taken(2, "other words")))
        assert list(store.check()) == []
