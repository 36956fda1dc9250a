"""Which addresses a watch may reach: public ones, by name, on the hosts that a team listed; nothing inside.

A page that is watched is written by others. It may redirect, and its name may resolve, to this machine, to
the router, or to the service that hands out a cloud machine's passwords; none of these is ever asked.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from muster.model.errors import Unreadable, Usage

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Says whether an address of the network may be reached at all.
Permit = Callable[[Address], bool]

# ``is_global`` calls these global: ways to write an inside address through a translator or a tunnel,
# and one cloud's inner service on a public number.
_INSIDE = tuple(
    ipaddress.ip_network(net)
    for net in (
        "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "fec0::/10", "5f00::/16",
        "192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32", "100.64.0.0/10", "169.254.0.0/16",
    )
)  # fmt: skip
_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
# Forms of a number that a resolver would take for an IPv4 address: 127.1, 0x7f000001, 017700000001.
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}")
_LOCAL = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa")
_LONGEST = 2000
# What stands in a path or a query as it is; all else is written as %XX.
_AS_IS = "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes. ``path`` holds the query; no fragment, no name, no password."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address as it is asked for."""
        return f"{self.scheme}://{self.netloc}{self.path}"

    @property
    def netloc(self) -> str:
        """Host and port, the latter where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def is_public(address: Address) -> bool:
    """Whether an address is one of the open network: nothing of this machine, house, company or cloud."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.scope_id:
            return False
    inside = any(address.version == net.version and address in net for net in _INSIDE)
    return address.is_global and not inside and not address.is_multicast and not address.is_reserved


def target(url: str) -> Target:
    """The parts of an address. Raises Usage for what is no plain http(s) address of a named host."""
    parts = _split(url)
    host = (parts.hostname or "").rstrip(".").lower()
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
        port = parts.port or _PORTS[parts.scheme]
    except (UnicodeError, ValueError) as error:
        raise _no_address(url, "its host is no name") from error
    if literal(host) is None and (not _NAME.fullmatch(host) or len(host) > 253 or host.endswith(_LOCAL)):
        raise _no_address(url, "its host is no public name")
    asked = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    return Target(parts.scheme, host, port, quote(asked, safe=_AS_IS))


def _split(url: str) -> SplitResult:
    if len(url) > _LONGEST or any(c.isspace() or not c.isprintable() for c in url) or "\\" in url:
        raise _no_address(url[:80], "it holds characters that no address holds")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise _no_address(url, "it cannot be read") from error
    if parts.scheme not in _PORTS:
        raise _no_address(url, "only http and https are watched")
    if parts.username is not None or parts.password is not None:
        raise _no_address(url, "it holds a name or a password")
    return parts


def _no_address(url: str, why: str) -> Usage:
    return Usage(
        f"this is no address to watch: {why}", record=url, next_step="give e.g. https://example.org/news"
    )


def literal(host: str) -> Address | None:
    """The address that a host already is, in any form in which a resolver reads one; else None."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if not _NUMERIC.fullmatch(host):
        return None
    numbers = [_number(part) for part in host.split(".")]
    if None in numbers:
        # Nothing that a resolver reads, and no name either: "0x", "089".
        return ipaddress.IPv4Address(0)
    *first, last = [n for n in numbers if n is not None]
    value = last
    for place, part in enumerate(first):
        value += part << (24 - 8 * place)
    return ipaddress.IPv4Address(value) if 0 <= value < 1 << 32 else ipaddress.IPv4Address(0)


def _number(part: str) -> int | None:
    try:
        if part.startswith("0x"):
            return int(part[2:], 16)
        return int(part, 8) if part.startswith("0") and part != "0" else int(part)
    except ValueError:
        return None


def checked(host: str, found: list[str], permit: Permit) -> list[str]:
    """The addresses of a name, each of them permitted: one inside among them refuses all (it is a trap).

    Raises Unreadable.
    """
    if not found:
        raise Unreadable("no such name", "the name leads to no address", record=host)
    for each in found:
        address = literal(each)
        if address is None or not permit(address):
            raise Unreadable("inside", f"the name leads to {each}, which is not public", record=host)
    return found


__all__ = ["Address", "Permit", "Target", "checked", "is_public", "literal", "target"]
