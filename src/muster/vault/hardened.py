"""What the vault's process gives up before it holds a key: network, core dumps, being looked into."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38
_REFUSED = frozenset(
    {
        "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
        "socket.sendto", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork",
        "os.forkpty", "pty.spawn",
    }
)  # fmt: skip


def harden() -> None:
    """Take away what this process must never do. A wall that the kernel refuses is left out."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None, use_errno=True)
        _no_network(libc)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        # No other process of this user can trace it or read its memory (root can).
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    sys.addaudithook(_refuse)


def _no_network(libc: ctypes.CDLL) -> None:
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_CLONE_NEWNET) == 0:
        return
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        # Without a map the processes that ask would look like strangers.
        with suppress(OSError):
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in _REFUSED:
        raise PermissionError(f"the vault does not {event}")


__all__ = ["harden"]
