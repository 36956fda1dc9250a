"""Folders for work that leaves nothing behind, also where the process was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from muster.workflows.in_memory import work_swept

_KILLED = """
import os, signal, sys
from muster.workflows.in_memory import work_swept
with work_swept("test", int(sys.argv[1])) as folder:
    (folder / "keys").write_text("smith")
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("room", [0, 1 << 62], ids=["in memory", "on disk"])
def test_what_a_killed_process_left_is_swept_away_by_the_next(
    room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where memory has no room for it, it lies among temporary files, for its owner only; and no longer than
    until the next such work."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(room)], capture_output=True, text=True, check=False,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    left = Path(done.stdout.strip())
    assert left.is_relative_to(tmp_path) == bool(room)
    assert (left / "keys").exists() and left.stat().st_mode & 0o777 == 0o700
    with work_swept("test", room) as folder:
        assert not left.exists() and folder.is_dir()
    assert not folder.exists()
