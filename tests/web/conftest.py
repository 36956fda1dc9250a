"""One project for all tests of the desk; each test that writes gets a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.browser.conftest import browse, chrome, person
from tests.conftest import fork_muster
from tests.vault.conftest import CHEAP, PASSPHRASE
from tests.web.desk import NOTES, NOW, QUESTION, Client, served, write_papers

from muster.vault.holders import make_own_key
from muster.workflows import vault as keys
from muster.workflows.project import desk as desk_of

__all__ = ["browse", "chrome", "person"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project ``desk.db`` and its key."""
    home = tmp_path_factory.mktemp("desk")
    papers = write_papers(home / "papers")
    ran = fork_muster(
        home, "run", papers, "--project", "desk.db", MUSTER_STATE=str(home / "key"), MUSTER_NOW=NOW
    )
    assert ran.returncode == 0, ran.stderr
    (home / "refusals.toml").write_text(QUESTION, "utf-8")
    kept = fork_muster(home, "count", "refusals.toml", "--keep", "--by", "anna", "-p", "desk.db",
                       MUSTER_STATE=str(home / "key"), MUSTER_NOW=NOW)  # fmt: skip
    assert kept.returncode == 0, kept.stderr
    return home


@pytest.fixture(scope="session")
def reading(built: Path) -> Iterator[Client]:
    """A desk that no test writes to."""
    with served(built / "desk.db", built / "key", by="anna") as client:
        yield client.enter()


@pytest.fixture
def desk(built: Path, tmp_path: Path) -> Iterator[Client]:
    """A desk on a copy of the project."""
    shutil.copy(built / "desk.db", tmp_path / "desk.db")
    with served(tmp_path / "desk.db", built / "key", by="anna") as client:
        yield client.enter()


@pytest.fixture(scope="session")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project ``desk.db`` of many questions, and its key."""
    home = tmp_path_factory.mktemp("noted")
    papers = write_papers(home / "papers", NOTES)
    ran = fork_muster(
        home, "run", papers, "--project", "desk.db", MUSTER_STATE=str(home / "key"), MUSTER_NOW=NOW
    )
    assert ran.returncode == 0, ran.stderr
    return home


@pytest.fixture
def queue(noted: Path, tmp_path: Path) -> Iterator[Client]:
    """A desk on a copy of the project of many questions."""
    shutil.copy(noted / "desk.db", tmp_path / "desk.db")
    with served(tmp_path / "desk.db", noted / "key", by="anna") as client:
        yield client.enter()


@contextmanager
def _with_vault(built: Path, folder: Path) -> Iterator[Client]:
    """A desk on a copy of the project in ``folder``, with a vault that is locked; ``C1`` opens it."""
    shutil.copy(built / "desk.db", folder / "desk.db")
    shutil.copytree(built / "key", folder / "key")
    ours = desk_of(folder / "desk.db", {"MUSTER_STATE": str(folder / "key"), "MUSTER_NOW": NOW})
    make_own_key(folder / "key" / "keys", "C1", PASSPHRASE, cost=CHEAP)
    keys.init(ours, "C1", PASSPHRASE)
    with served(ours.project, ours.state, by="lawyer-2", packs=("sorvia-military", "ru-military")) as client:
        yield client.enter()
    keys.lock(ours)


def _unlocked(client: Client) -> Client:
    state = client.project.parent / "key"
    ours = desk_of(client.project, {"MUSTER_STATE": str(state), "MUSTER_NOW": NOW})
    keys.unlock(ours, "C1", PASSPHRASE, minutes=30)
    return client


@pytest.fixture
def locked(built: Path, tmp_path: Path) -> Iterator[Client]:
    """A desk with a vault that is locked."""
    with _with_vault(built, tmp_path) as client:
        yield client


@pytest.fixture(scope="module")
def shared_office(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A desk with an unlocked vault for all tests of a module, which add to it and rely on nothing."""
    with _with_vault(built, tmp_path_factory.mktemp("office")) as client:
        yield _unlocked(client)


@pytest.fixture
def office(locked: Client) -> Client:
    """The same with the vault unlocked."""
    return _unlocked(locked)
