"""The files of a folder, in the order of their addresses, without opening or following anything."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from muster.collect.names import shown
from muster.model.errors import Usage
from muster.model.evidence import SetAside

# The project's own files may lie in the folder that is taken; they are results, not material.
_OURS = frozenset(
    f"{name}.db{tail}" for name in ("muster", "sealed", "vault") for tail in ("", "-wal", "-shm", "-journal")
)
# Where SQLite keeps the number by which an application knows its own files.
PROJECT_MARK = b"MSTR"
_DEEPEST = 100
_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory"})


@dataclass(frozen=True, slots=True)
class Survey:
    """How much there is to take: regular files and their bytes, by ``stat`` alone."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file as the walk saw it. ``folder``: name of the sub-folder it lies in, or None."""

    address: str
    path: Path
    size: int
    modified_ns: int
    folder: str | None


def survey(root: Path) -> Survey:
    """Count the files that ``take_folder`` would open. Raises Usage where ``root`` is not there."""
    files = size = 0
    for found in walk(root):
        if isinstance(found, Found):
            files += 1
            size += found.size
    return Survey(files, size)


def walk(root: Path) -> Iterator[Found | SetAside]:
    """Every entry below ``root`` in the order of addresses; what is no regular file is set aside.

    ``root`` may be one file; its address is then its name.
    """
    try:
        root = root.resolve(strict=True)
        info = root.stat()
    except (OSError, ValueError, RuntimeError) as error:
        raise Usage(
            f"cannot take {root}: {oserror_words(error)}", next_step="give a folder or a file"
        ) from error
    if stat.S_ISDIR(info.st_mode):
        yield from _walk(root, "", None, 0)
    else:
        yield _entry(root, shown(root.name), info, None)


def _walk(folder: Path, prefix: str, name: str | None, depth: int) -> Iterator[Found | SetAside]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=_by_address)
    except OSError as error:
        yield SetAside(
            prefix.rstrip("/") or ".",
            oserror_reason(error),
            f"the folder could not be read: {oserror_words(error)}",
        )
        return
    for entry in listed:
        if entry.name in _OURS or (entry.is_file(follow_symlinks=False) and _is_project(Path(entry.path))):
            continue
        address = prefix + shown(entry.name)
        try:
            info = entry.stat(follow_symlinks=False)
        except OSError as error:
            yield SetAside(
                address, oserror_reason(error), f"it could not be looked at: {oserror_words(error)}"
            )
            continue
        if stat.S_ISDIR(info.st_mode):
            if depth < _DEEPEST:
                yield from _walk(Path(entry.path), address + "/", shown(entry.name), depth + 1)
            else:
                detail = f"folders are opened {_DEEPEST} deep; take this one by itself"
                yield SetAside(address, "too deep", detail)

        else:
            yield _entry(Path(entry.path), address, info, name)


def _is_project(path: Path) -> bool:
    """True for a project file of any name and what SQLite keeps beside it."""
    name = re.sub(r"-(?:wal|shm|journal)$", "", path.name)
    if not name.endswith(".db"):
        return False
    try:
        descriptor = os.open(path.with_name(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        return os.pread(descriptor, 72, 0)[68:] == PROJECT_MARK
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _by_address(entry: os.DirEntry[str]) -> str:
    # With the slash, folders sort among files exactly as their contents' addresses do.
    return shown(entry.name) + ("/" if entry.is_dir(follow_symlinks=False) else "")


def _entry(path: Path, address: str, info: os.stat_result, folder: str | None) -> Found | SetAside:
    if stat.S_ISLNK(info.st_mode):
        return SetAside(
            address,
            "link",
            "a symbolic link is not followed; copy the file itself into the folder to take it",
        )
    if not stat.S_ISREG(info.st_mode):
        return SetAside(
            address, "not a file", f"a {_kind(info.st_mode)} is never opened; nothing is lost by it"
        )
    if path.name in _SYSTEM or path.name.startswith("~$"):
        return SetAside(
            address, "system file", "left by the operating system or an open editor; nothing to read"
        )
    return Found(address, path, info.st_size, info.st_mtime_ns, folder)


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "named pipe"
    return "socket" if stat.S_ISSOCK(mode) else "device"


def oserror_reason(error: BaseException) -> str:
    if isinstance(error, PermissionError):
        return "no permission"
    return "vanished" if isinstance(error, FileNotFoundError | NotADirectoryError) else "unreadable"


def oserror_words(error: BaseException) -> str:
    strerror = getattr(error, "strerror", None)
    return str(strerror).lower() if strerror else "its name cannot be used"
