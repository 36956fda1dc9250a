"""`muster export FORMAT` as it is typed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tests.conftest import fork_muster

from muster.publish.formats.writers import WRITERS


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one article."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "papers").mkdir()
    text = "Weir\n\nRadan Velk, a lawyer, said that more than 120 soldiers had refused near Kharkiv.\n"
    (folder / "papers" / "a.txt").write_text(text, "utf-8")
    done = fork_muster(folder, "run", folder / "papers", "--project", folder / "desk.db")
    assert done.returncode == 0, done.stderr
    return folder / "desk.db"


@pytest.mark.parametrize("name", WRITERS)
def test_each_format_is_a_command(name: str, project: Path, tmp_path: Path) -> None:
    """Files with their numbers, then what is lost; the owner alone may read them; not for release."""
    done = fork_muster(tmp_path, "export", name, tmp_path / "out", "--project", project)
    assert done.returncode == 0, done.stderr
    assert "not in it:\n- " in done.stdout
    assert "do not publish" in done.stderr
    files = list((tmp_path / "out").iterdir())
    assert files and {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    mark = tmp_path / "out" / "WORKING-PAPER.txt"
    assert "not for release" in mark.read_text("utf-8")
    assert all(path.name in done.stdout for path in files if path != mark)


def test_sealed_papers_ask_for_their_vault(project: Path, tmp_path: Path) -> None:
    """Without an unlocked vault there is no export of sealed papers, and no folder is made."""
    done = fork_muster(tmp_path, "export", "ftm", tmp_path / "out", "--project", project, "--sealed")
    assert done.returncode != 0
    assert "vault" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_full_place_is_told(project: Path, tmp_path: Path) -> None:
    """A file where the folder should be: refused, and the file is as it was."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ledger.csv").mkdir()
    done = fork_muster(tmp_path, "export", "ledger", tmp_path / "out", "--project", project)
    assert done.returncode == 1
    assert "cannot write" in done.stderr
