"""What a parsing process gives up before it opens anything untrusted.

Each wall is put up where the kernel has it; ``lock`` says which stand. See
docs/why/decisions/child-processes.md for what they promise and what they do not.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
# Landlock (Linux 5.13): system calls have the same numbers on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_READ = 0b1101  # execute, read file, read directory
_ALL_OF_FIRST_ABI = (1 << 13) - 1
_NET_BIND_CONNECT = 0b11
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LIBC = ctypes.CDLL(None, use_errno=True)
_REFUSED = frozenset(
    {
        "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
        "socket.sendmsg", "socket.gethostbyaddr", "socket.getnameinfo", "os.system", "os.exec",
        "os.posix_spawn", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
        "os.truncate", "os.chmod", "os.chown", "os.kill", "os.killpg", "ctypes.dlopen", "pty.spawn",
        "ftplib.connect", "urllib.Request", "http.client.connect", "shutil.rmtree",
    }
)  # fmt: skip

# The template ends parsers that are too slow, and loads libraries before it forks.
_TEMPLATE_MAY = frozenset({"os.kill", "os.killpg", "ctypes.dlopen"})


def lock(*, programs: tuple[str, ...]) -> dict[str, str]:
    """Take away network, writing and other people's files; return which wall holds for which.

    ``programs``: absolute paths of the only programs that may be started (tesseract).
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _soft_limit(resource.RLIMIT_NOFILE, 256)
    if sys.platform.startswith("linux"):
        _LIBC.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    network = _no_network(_LIBC)
    files = _only_own_files(_LIBC, programs)
    _refuse_in_python(programs)
    return {"network": network, "files": files}


def limit(*, memory_bytes: int, seconds: float) -> None:
    """Bound one parsing process: its address space, and its processor time as a second clock.

    It also dies with its template.
    """
    if sys.platform.startswith("linux"):
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    _soft_limit(resource.RLIMIT_AS, memory_bytes)
    _soft_limit(resource.RLIMIT_CPU, int(seconds) + 1)


def _soft_limit(which: int, value: int) -> None:
    hard = resource.getrlimit(which)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    # macOS has no limit on address space and says so with an error.
    with suppress(ValueError, OSError):
        resource.setrlimit(which, (value, value))


def _no_network(libc: ctypes.CDLL) -> str:
    if not sys.platform.startswith("linux"):
        return "python hook only"
    for flags in (_CLONE_NEWUSER | _CLONE_NEWNET, _CLONE_NEWNET):
        if libc.unshare(flags) == 0:
            return "namespace"
    return "python hook only"


def _only_own_files(libc: ctypes.CDLL, programs: tuple[str, ...]) -> str:
    """Landlock: programs and libraries may be read, nothing else opened, nothing written."""
    if not sys.platform.startswith("linux"):
        return "python hook only"
    version = libc.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return "python hook only"
    rights = _ALL_OF_FIRST_ABI | (1 << 13 if version >= 2 else 0) | (1 << 14 if version >= 3 else 0)
    attributes = struct.pack("QQ", rights, _NET_BIND_CONNECT if version >= 4 else 0)
    size = 16 if version >= 4 else 8
    ruleset = libc.syscall(_CREATE_RULESET, attributes, size, 0)
    if ruleset < 0:
        return "python hook only"
    try:
        for path in _readable(programs):
            _allow_reading(libc, ruleset, path)
        return "landlock" if libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0 else "python hook only"
    finally:
        os.close(ruleset)


def _readable(programs: tuple[str, ...]) -> list[str]:
    fixed = ["/usr", "/lib", "/lib64", "/opt", "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types"]
    fixed += ["/dev/null", "/dev/urandom", "/dev/random", "/dev/zero"]
    ours = [sys.prefix, sys.base_prefix, *sys.path, str(Path(__file__).resolve().parents[1])]
    return sorted({path for path in (*fixed, *ours, *programs) if path and Path(path).exists()})


def _allow_reading(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        # Only files take "execute" and "read file"; "read directory" is refused for them. To devices
        # that swallow output (/dev/null) writing is allowed: programs are started with it.
        rights = _READ if Path(path).is_dir() else 0b0101
        rights |= 0b0010 if path == "/dev/null" else 0
        libc.syscall(_ADD_RULE, ruleset, 1, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)


def _refuse_in_python(programs: tuple[str, ...]) -> None:
    template = os.getpid()

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in _REFUSED and not (event in _TEMPLATE_MAY and os.getpid() == template):
            raise PermissionError(f"a parser may not call {event}")
        if event == "subprocess.Popen" and args[0] not in programs:
            raise PermissionError("a parser may not start programs")
        if event == "open" and _writes(args[2]) and not (isinstance(args[0], int) or args[0] == os.devnull):
            raise PermissionError("a parser may not write files")

    sys.addaudithook(hook)


def _writes(flags: Any) -> bool:
    return isinstance(flags, int) and bool(flags & _WRITES)


__all__ = ["limit", "lock"]
