"""kill -9 at any moment, and a disk that is full at any size: nothing half-written, and it goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.store import filled
from tests.store import material as m
from tests.store.conftest import SEALED

from muster.store import Keys, Store, plain

_ROOT = Path(__file__).parents[2]
# Parts of the time that an undisturbed process takes.
_KILLS = (0.2, 0.45, 0.7, 0.95)
_DOCUMENTS = 40


def child(project: Path, kind: str, *limit: int) -> subprocess.Popen[str]:
    arguments = [project, project.parent / "state", kind, str(_DOCUMENTS), *map(str, limit)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.broken.child", *arguments], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )


def contents(project: Path, kind: str) -> dict[str, list[object]]:
    """What the project holds; it has no fault."""
    connect = SEALED if kind == "sealed" else plain
    keys = Keys.load(project.parent / "state")
    with Store.open(project, connect=connect, keys=keys, index_terms=m.terms) as store:
        assert list(store.check()) == []
        return filled.everything(store)


@pytest.fixture(scope="module", params=["plain", "sealed"])
def whole(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, list[object]], float, int]:
    """The kind of file, what an undisturbed process leaves, how long it took, and how large the file is."""
    project = tmp_path_factory.mktemp("whole") / "desk.db"
    begun = time.monotonic()
    with child(project, request.param) as process:
        assert process.wait() == 0
    took = time.monotonic() - begun
    return request.param, contents(project, request.param), took, project.stat().st_size


def test_killed_again_and_again(
    whole: tuple[str, dict[str, list[object]], float, int], tmp_path: Path
) -> None:
    """After each kill the project has no fault; at the end it holds what an undisturbed one holds."""
    kind, wanted, took, _ = whole
    rng = random.Random(kind)
    project = tmp_path / "desk.db"
    killed = 0
    for part in _KILLS:
        with child(project, kind) as process:
            time.sleep((part + rng.uniform(-0.1, 0.1)) * took)
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
        if project.exists():
            contents(project, kind)
    with child(project, kind) as process:
        assert process.wait() == 0
    assert killed
    assert contents(project, kind) == wanted


def test_a_full_disk(whole: tuple[str, dict[str, list[object]], float, int], tmp_path: Path) -> None:
    """No file may grow beyond a limit: that is said, the project has no fault; with room, it goes on."""
    kind, wanted, _, size = whole
    project = tmp_path / "desk.db"
    for part in (0.05, 0.3, 0.6):
        with child(project, kind, int(size * part) + 512) as process:
            said = process.communicate()[0]
            assert process.returncode == 1, said
        assert "the disk is full" in said
        assert "the project is as it was before" in said
        if project.exists():
            contents(project, kind)
    with child(project, kind) as process:
        assert process.wait() == 0
    assert contents(project, kind) == wanted
