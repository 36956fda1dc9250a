"""A folder in memory for work on sealed texts: no number made of their words touches a disk."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from muster.model.errors import Refused

_MEMORY = Path("/dev/shm")
_OURS = ".muster-"


@contextmanager
def work_in_memory(what: str) -> Iterator[Path]:
    """A folder in memory, removed afterwards; what a killed process left there is swept away by the next.

    ``what``: a word for its name. Raises Refused where the system has no such folder.
    """
    if not os.access(_MEMORY, os.W_OK):
        raise Refused(
            "sealed papers are compared in memory only, and this system has no folder in memory",
            next_step="mount one at /dev/shm; reading and searching work without",
        )
    sweep_memory()
    with tempfile.TemporaryDirectory(prefix=f"{_OURS}{os.getpid()}-{what}-", dir=_MEMORY) as name:
        yield Path(name)


def sweep_memory() -> None:
    """Remove work folders in memory whose process is gone: killed, it could not."""
    for folder in _MEMORY.glob(f"{_OURS}*"):
        process = folder.name.removeprefix(_OURS).partition("-")[0]
        if process.isdecimal() and folder.is_dir() and not _lives(int(process)):
            shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # Somebody else's process: its folder is not ours either.
        return True
    return True


__all__ = ["sweep_memory", "work_in_memory"]
