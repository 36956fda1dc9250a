"""Every test of the store runs on a plain and on a sealed file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.store import material

from muster.store import Keys, Store, plain, sealed
from muster.store.connect import Connector

SEALED = sealed(bytes(range(32)))
Make = Callable[..., Store]


@pytest.fixture(params=[plain, SEALED], ids=["plain", "sealed"])
def connect(request: pytest.FixtureRequest) -> Connector:
    """The connector of one kind of file."""
    found: Connector = request.param
    return found


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """The keys of an installation of this test's own."""
    return Keys.load(tmp_path / "state")


@pytest.fixture
def make(tmp_path: Path, connect: Connector, keys: Keys) -> Iterator[Make]:
    """Makes projects by name, and closes them."""
    opened: list[Store] = []

    def new(name: str = "desk", **more: object) -> Store:
        given: dict[str, object] = {"connect": connect, "keys": keys, "now": material.NOW, **more}
        store = Store.create(tmp_path / f"{name}.db", index_terms=material.terms, **given)  # type: ignore[arg-type]
        opened.append(store)
        return store

    yield new
    for store in opened:
        store.close()


@pytest.fixture
def store(make: Make) -> Store:
    """An empty project."""
    return make()
