"""Folders for work that leaves nothing behind; no number made of the words of sealed texts touches a disk."""

from __future__ import annotations

import os
import shutil
import stat
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


@contextmanager
def work_swept(what: str, room: int) -> Iterator[Path]:
    """A folder of mode 0700 for work on open lists: in memory where ``room`` bytes are free there, else among
    the system's temporary files. Removed afterwards; what a killed process left is swept away by the next.
    """
    sweep_memory()
    held = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= room
    where = _MEMORY if held else Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix=f"{_OURS}{os.getpid()}-{what}-", dir=where) as name:
        yield Path(name)


def sweep_memory() -> None:
    """Remove work folders whose process is gone: killed, it could not."""
    for place in (_MEMORY, Path(tempfile.gettempdir())):
        for folder in place.glob(f"{_OURS}*"):
            process = folder.name.removeprefix(_OURS).partition("-")[0]
            if process.isdecimal() and _own(folder) and not _lives(int(process)):
                shutil.rmtree(folder, ignore_errors=True)


def _own(folder: Path) -> bool:
    # Among temporary files anybody can lay a link of such a name.
    about = folder.lstat()
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # Somebody else's process: its folder is not ours either.
        return True
    return True


__all__ = ["sweep_memory", "work_in_memory", "work_swept"]
