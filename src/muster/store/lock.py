"""One writer a project: an operating system lock on a small file beside it, which names the writer."""

from __future__ import annotations

import os
from pathlib import Path

from muster.model.errors import ProjectLocked

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock still keeps a second writer out, without naming the first.
    fcntl = None  # type: ignore[assignment]


class WriterLock:
    """Held from opening to closing. The system drops it when the process dies, however it dies."""

    def __init__(self, project: Path) -> None:
        self.path = project.with_name(project.name + ".lock")
        self._handle: int | None = None

    def take(self) -> None:
        """Raises ProjectLocked where another holds it."""
        while fcntl is not None and self._handle is None:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
                os.close(handle)
                raise ProjectLocked(
                    f"another muster is writing to this project (pid {holder})",
                    record=str(self.path.with_suffix("")),
                    next_step="wait until it has ended; reading works meanwhile",
                ) from error
            if self._is_the_file(handle):
                self._handle = handle
                os.ftruncate(handle, 0)
                os.pwrite(handle, str(os.getpid()).encode(), 0)
            else:
                # The holder removed the file between our open and our lock: ours is nobody's file.
                os.close(handle)

    def _is_the_file(self, handle: int) -> bool:
        try:
            there = self.path.stat()
        except FileNotFoundError:
            return False
        ours = os.fstat(handle)
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)

    def release(self) -> None:
        """Leaves no file behind."""
        if self._handle is not None:
            self.path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None


__all__ = ["WriterLock"]
