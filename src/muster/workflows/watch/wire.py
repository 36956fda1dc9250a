"""One question to one site, and its answer as it came: the only door of a watch to the network.

The name is looked up once and the address that was checked is the one that is connected to, so that a name
which answers differently the second time gains nothing. One clock runs for the whole exchange, however slowly
it drips; nothing larger than its bounds is read; no cookie, no referrer and no credential is ever sent.
Through a proxy the name is not looked up here at all: the look-up would tell who is asked.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import h11

from muster.model.errors import Unreadable, Usage
from muster.workflows.watch.addresses import Permit, Target, checked, is_public, literal

# A name and a port in, the addresses that it leads to out.
Resolve = Callable[[str, int], list[str]]
_CHUNK = 64 * 1024
_PROXY_PORTS = {"socks5h": 1080, "http": 8080}
_MIB = 1024 * 1024
# Neither a lie about being a browser nor a word that tells a site who is looking.
AGENT = "Mozilla/5.0 (compatible; feed reader)"
_ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one answer may cost. ``seconds``: from the first packet to the last; ``body``: bytes as sent;
    ``unpacked``, ``ratio``: what a packed body may become, in bytes and against its size; ``head``: bytes."""

    seconds: float = 40.0
    body: int = 20 * _MIB
    unpacked: int = 64 * _MIB
    ratio: int = 200
    head: int = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered. ``body``: its bytes as sent, still packed where ``headers`` say so; ``ip``: who
    answered, "" where a proxy asked."""

    url: str
    at: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    ip: str = ""

    def header(self, name: str) -> str:
        """The last header of this name, "" where there is none."""
        return next((v for n, v in reversed(self.headers) if n.lower() == name), "")


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where every question goes through. ``kind``: socks5h (Tor, ssh -D) or http (CONNECT)."""

    kind: str
    host: str
    port: int

    @classmethod
    def read(cls, given: str) -> Proxy | None:
        """``socks5h://127.0.0.1:9050``; None for "". Raises Usage."""
        if not given:
            return None
        try:
            parts = urlsplit(given)
            kind = {"socks5": "socks5h"}.get(parts.scheme, parts.scheme)
            port = parts.port or _PROXY_PORTS.get(kind, 0)
        except ValueError:
            kind, port = "", 0
        if kind not in _PROXY_PORTS or not parts.hostname or parts.path.strip("/") or parts.username:
            raise Usage("this is no proxy", record=given, next_step="write e.g. socks5h://127.0.0.1:9050")
        return cls(kind, parts.hostname, port)


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, as this machine's resolver gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True)
class Wire:
    """How sites are asked. ``permit`` says which addresses may be reached; only tests give another."""

    proxy: Proxy | None = None
    agent: str = AGENT
    bounds: Bounds = Bounds()
    resolve: Resolve = resolved
    permit: Permit = is_public
    context: ssl.SSLContext | None = None

    def ask(self, to: Target, at: str, conditions: Mapping[str, str] | None = None) -> Answer:
        """The answer to one GET. ``conditions``: If-None-Match, If-Modified-Since. Raises Unreadable."""
        clock = _Clock(self.bounds.seconds)
        try:
            line, ip = self._connected(to, clock)
            with line:
                return _asked(line, to, at, self._head(to, conditions or {}), self.bounds, clock, ip)
        except TimeoutError:
            raise Unreadable(
                "slow", f"no whole answer in {self.bounds.seconds:g} seconds", record=to.url
            ) from None
        except ssl.SSLCertVerificationError as error:
            raise Unreadable("certificate", error.verify_message, record=to.url) from None
        except h11.RemoteProtocolError as error:
            raise Unreadable("no HTTP", f"the answer is not HTTP ({error})", record=to.url) from None
        except OSError as error:
            what = error.strerror or type(error).__name__
            raise Unreadable("no connection", what, record=to.url) from None

    def _head(self, to: Target, conditions: Mapping[str, str]) -> list[tuple[str, str]]:
        own = {"Host": to.netloc, "User-Agent": self.agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip",
               "Connection": "close"}  # fmt: skip
        return [*own.items(), *((n, v) for n, v in conditions.items() if v)]

    def _connected(self, to: Target, clock: _Clock) -> tuple[socket.socket, str]:
        given = literal(to.host)
        if given is not None:
            checked(to.host, [str(given)], self.permit)
        ip = ""
        if self.proxy is not None:
            line = socket.create_connection((self.proxy.host, self.proxy.port), clock.left())
        else:
            if to.host.endswith(".onion"):
                raise Unreadable(
                    "onion", "an onion service is reached through Tor only; set a proxy", record=to.host
                )
            found = [str(given)] if given else self.resolve(to.host, to.port)
            ip = checked(to.host, found, self.permit)[0]
            line = socket.create_connection((ip, to.port), clock.left())
        try:
            if self.proxy is not None:
                {"socks5h": _socks, "http": _tunnel}[self.proxy.kind](line, to, clock)
            if to.scheme == "https":
                line.settimeout(clock.left())
                context = self.context or ssl.create_default_context()
                line = context.wrap_socket(line, server_hostname=to.host)
        except BaseException:
            line.close()
            raise
        return line, ip


class _Clock:
    """What is left of the time for one exchange."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, above zero. Raises TimeoutError."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _asked(
    line: socket.socket,
    to: Target,
    at: str,
    head: list[tuple[str, str]],
    bounds: Bounds,
    clock: _Clock,
    ip: str,
) -> Answer:
    talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=bounds.head)
    question = talk.send(h11.Request(method="GET", target=to.path, headers=head))
    line.settimeout(clock.left())
    line.sendall((question or b"") + (talk.send(h11.EndOfMessage()) or b""))
    response: h11.Response | None = None
    parts: list[bytes] = []
    size = 0
    while True:
        event: Any = talk.next_event()
        if event is h11.NEED_DATA:
            line.settimeout(clock.left())
            talk.receive_data(line.recv(_CHUNK))
        elif isinstance(event, h11.Response):
            response = event
            if (told := _length(event)) > bounds.body:
                raise Unreadable(
                    "too large", f"{told:,} bytes where {bounds.body:,} are the limit", record=to.url
                )
        elif isinstance(event, h11.Data):
            parts.append(bytes(event.data))
            size += len(event.data)
            if size > bounds.body:
                raise Unreadable("too large", f"more than {bounds.body:,} bytes", record=to.url)
        elif isinstance(event, (h11.EndOfMessage, h11.ConnectionClosed)):
            break
    if response is None:
        raise Unreadable("no answer", "the connection ended before an answer", record=to.url)
    headers = tuple((n.decode("latin-1"), v.decode("latin-1")) for n, v in response.headers.raw_items())
    reason = bytes(response.reason).decode("latin-1")
    return Answer(to.url, at, response.status_code, reason, headers, b"".join(parts), ip)


def _length(response: h11.Response) -> int:
    for name, value in response.headers:
        if name == b"content-length" and value.isdigit():
            return int(value[:18])
    return 0


def unpacked(answer: Answer, bounds: Bounds) -> bytes:
    """The body as its site meant it. Raises Unreadable for what unpacks to too much, or not at all."""
    packing = answer.header("content-encoding").strip().lower()
    if packing in ("", "identity"):
        return answer.body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable("packing", f"packed as {packing[:40]!r}, which was not asked for", record=answer.url)
    most = min(bounds.unpacked, max(_CHUNK, bounds.ratio * len(answer.body)))
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        body = unpack.decompress(answer.body, most + 1)
    except zlib.error as error:
        raise Unreadable("packing", f"its packed body breaks ({error})", record=answer.url) from None
    if not unpack.eof and len(body) <= most:
        raise Unreadable("packing", "its packed body is cut off", record=answer.url)
    if len(body) > most:
        told = f"{len(answer.body):,} bytes unpack to more than {most:,}"
        raise Unreadable("bomb", told, record=answer.url)
    return body


def _exactly(line: socket.socket, number: int, clock: _Clock) -> bytes:
    got = b""
    while len(got) < number:
        line.settimeout(clock.left())
        more = line.recv(number - len(got))
        if not more:
            raise Unreadable("proxy", "the proxy hung up")
        got += more
    return got


def _socks(line: socket.socket, to: Target, clock: _Clock) -> None:
    """SOCKS 5 with the name left to the proxy (RFC 1928); a user of its own for each host (RFC 1929), by
    which Tor keeps the visits of two hosts on two circuits."""
    line.settimeout(clock.left())
    line.sendall(b"\x05\x02\x00\x02")
    version, method = _exactly(line, 2, clock)
    if version != 5 or method not in (0, 2):
        raise Unreadable("proxy", "the proxy speaks no SOCKS 5 without a password")
    if method == 2:
        own = sha256(to.host.encode()).hexdigest()[:32].encode()
        line.sendall(b"\x01" + bytes([len(own)]) + own + b"\x01x")
        if _exactly(line, 2, clock)[1]:
            raise Unreadable("proxy", "the proxy wants a password")
    address = literal(to.host)
    if address is None:
        name = to.host.encode("ascii")
        where = b"\x03" + bytes([len(name)]) + name
    else:
        where = (b"\x01" if isinstance(address, ipaddress.IPv4Address) else b"\x04") + address.packed
    line.sendall(b"\x05\x01\x00" + where + to.port.to_bytes(2, "big"))
    _version, failed, _zero, form = _exactly(line, 4, clock)
    if failed:
        raise Unreadable("proxy", f"the proxy does not get there (SOCKS answer {failed})", record=to.host)
    length = {1: 4, 4: 16}.get(form) or _exactly(line, 1, clock)[0]
    _exactly(line, length + 2, clock)


def _tunnel(line: socket.socket, to: Target, clock: _Clock) -> None:
    """HTTP CONNECT, also for plain http: the proxy then sees a host and a port and nothing more."""
    host = f"[{to.host}]" if ":" in to.host else to.host
    line.settimeout(clock.left())
    line.sendall(f"CONNECT {host}:{to.port} HTTP/1.1\r\nHost: {host}:{to.port}\r\n\r\n".encode("ascii"))
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += _exactly(line, 1, clock)
        if len(head) > 16 * 1024:
            raise Unreadable("proxy", "the proxy answers with no end")
    status = head.split(b" ", 2)[1:2]
    if status != [b"200"]:
        said = b"".join(status).decode("ascii", "replace")[:10]
        raise Unreadable("proxy", f"the proxy does not get there (status {said})", record=to.host)


__all__ = ["AGENT", "Answer", "Bounds", "Proxy", "Wire", "resolved", "unpacked"]
