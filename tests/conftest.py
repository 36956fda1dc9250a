"""What several rooms' tests share: the real texts beside the project, and the command in a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts beside the project; the test skips, saying so, where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real texts (../shared) are not on this machine")
    return folder


Muster = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def muster(tmp_path: Path) -> Muster:
    """Runs the real command in a real process, with a key of its own and a fixed clock."""

    def call(*arguments: str | Path, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return run_muster(tmp_path, *arguments, typed=typed, **env)

    return call


def run_muster(
    home: Path, *arguments: str | Path, typed: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    """The real command in a real process, in folder ``home``, which also holds its signing key.

    ``typed``: what it reads from stdin.
    """
    return subprocess.run(
        [sys.executable, "-m", "muster", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home,
        timeout=300,
        check=False,
        env={**clean_environment(home), **env},
    )


def clean_environment(home: Path) -> dict[str, str]:
    """The environment of a test's own process: no setting of the person who runs the tests leaks in."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MUSTER_", "XDG_"))}
    return {
        **kept,
        "MUSTER_STATE": str(home / "state"),
        "MUSTER_NOW": "2031-05-02T08:00:00+00:00",
        "PYTHONWARNINGS": "default",
    }
