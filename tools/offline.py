"""Run a command in a network of its own that has nothing but loopback: python tools/offline.py COMMAND …

Linux; no privilege is needed where the kernel lets users make namespaces. Where it does not, that is said
and the exit code is 77.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
import sys
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 0x1
REFUSED = 77


def alone() -> None:
    """Leave the machine's network for an empty one, and bring its loopback up. Raises OSError."""
    user, group = os.getuid(), os.getgid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "this system lets no user make a network namespace")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh", b"lo", _IFF_UP))


def main() -> None:
    """Become the command, alone."""
    try:
        alone()
    except OSError as error:
        print(
            f"not run: {error.strerror} (try as another user, or 'sysctl kernel.unprivileged_userns_clone=1')"
        )
        sys.exit(REFUSED)
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
