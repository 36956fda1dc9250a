"""What several rooms' tests share: the real texts beside the project, and the command in a real process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import IO

import pytest
from hypothesis import settings

from muster.workflows.garbage import collect_seldom

ROOT = Path(__file__).parents[1]
# As the command itself does: a seventh of the time of tests/read and tests/text was looking for garbage.
collect_seldom()

# A fifth of a second for one example says how busy the machine is; what costs too much has guards of its own.
settings.register_profile("muster", deadline=None)
settings.load_profile("muster")


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


def fork_muster(
    home: Path, *arguments: str | Path, typed: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    """The same in a process forked from this one, whose dictionaries are loaded: for many commands."""
    _warm()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(typed.encode("utf-8", "surrogateescape"))
        given.seek(0)
        child = os.fork()
        if not child:
            _be_muster(home, [str(a) for a in arguments], (given, out, err), env)
        _, status = os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(
            arguments, os.waitstatus_to_exitcode(status), out.read().decode(), err.read().decode()
        )


@cache
def _warm() -> None:
    """Load once what every fork would load again: the commands and the dictionaries."""
    import muster.workflows.run
    from muster.text.lemmas import lemma

    assert muster.workflows.run.run
    lemma("слово", "ru")
    lemma("слово", "uk")


def _be_muster(home: Path, arguments: list[str], files: tuple[IO[bytes], ...], env: dict[str, str]) -> None:
    code = 70
    try:
        for number, file in enumerate(files):
            os.dup2(file.fileno(), number)
        environment = {**clean_environment(home), **env}
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(home)
        sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        warnings.simplefilter("default")
        from muster.cli.app import run_app

        run_app(arguments)
        code = 0
    except SystemExit as leave:
        code = leave.code if isinstance(leave.code, int) else int(leave.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def clean_environment(home: Path) -> dict[str, str]:
    """The environment of a test's own process: no setting of the person who runs the tests leaks in."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MUSTER_", "XDG_"))}
    return {
        **kept,
        "MUSTER_STATE": str(home / "state"),
        "MUSTER_NOW": "2031-05-02T08:00:00+00:00",
        "PYTHONWARNINGS": "default",
    }
