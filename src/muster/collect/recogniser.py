"""Which character recogniser is installed on this machine, and for which languages."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

_WANTED = ("eng", "rus", "ukr")


@lru_cache(maxsize=1)
def recogniser() -> tuple[str, tuple[str, ...]]:
    """Absolute path of tesseract and those of eng, rus and ukr it has; ``("", ())`` where it is absent."""
    program = shutil.which("tesseract")
    if not program:
        return "", ()
    try:
        listed = subprocess.run(
            [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return "", ()
    languages = tuple(name for name in _WANTED if name in listed.split())
    return (str(Path(program).resolve()), languages) if languages else ("", ())


__all__ = ["recogniser"]
