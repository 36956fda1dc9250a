"""One flipped byte in the file: the check finds it, or it was a byte that means nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import SEALED

from muster.model.errors import IntegrityBroken, NotAProject
from muster.store import Keys, Store, plain
from muster.store.connect import Connector

_FLIPS = 50


@pytest.mark.parametrize("connect", [plain, SEALED], ids=["plain", "sealed"])
def test_a_flipped_byte_is_found(tmp_path: Path, connect: Connector) -> None:
    """Wherever the check is silent, everything the project gives is what it was."""
    keys = Keys.load(tmp_path / "state")
    path = tmp_path / "desk.db"
    with Store.create(path, connect=connect, keys=keys, now=m.NOW, index_terms=m.terms) as store:
        filled.fill(store, 12, records=30)
        before = filled.everything(store)
    whole = path.read_bytes()
    rng = random.Random(7)
    found = 0
    # Not in empty pages, of which a small file has many.
    used = [n for n in range(len(whole)) if any(whole[n - n % 64 : n - n % 64 + 64])]
    for place in rng.sample(used, _FLIPS):
        broken = bytearray(whole)
        broken[place] ^= 1 << rng.randrange(8)
        path.write_bytes(broken)
        try:
            with Store.open(path, connect=connect, keys=keys, readonly=True) as store:
                faults = list(store.check())
                if not faults:
                    assert filled.everything(store) == before, place
        except (NotAProject, IntegrityBroken):
            faults = [True]
        found += bool(faults)
    # Every page of a sealed file is signed; a plain one has room between its rows, and its search index
    # is looked at for its shape only.
    assert found == _FLIPS if connect.sealed else found > _FLIPS // 3


def test_a_damaged_page_is_said_and_not_a_traceback(tmp_path: Path) -> None:
    """Whatever a command was reading when it came upon the page."""
    keys = Keys.load(tmp_path / "state")
    path = tmp_path / "desk.db"
    with Store.create(path, keys=keys, now=m.NOW, index_terms=m.terms) as store:
        filled.fill(store, 12, records=30)
        (page,) = store._file.db.execute(
            "SELECT pageno FROM dbstat WHERE name = 'claims' AND pagetype = 'leaf' LIMIT 1"
        ).fetchone()
    broken = bytearray(path.read_bytes())
    broken[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(broken)
    with pytest.raises(IntegrityBroken), Store.open(path, keys=keys, readonly=True) as store:
        list(store.readings())
    with Store.open(path, keys=keys, readonly=True) as store:
        assert any("damaged" in fault.what for fault in store.check())
