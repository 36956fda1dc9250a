"""Invented sites on this machine: a real server that answers, lies, stalls and bombs as it is told."""

from __future__ import annotations

import gzip
import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from muster.workflows.project import Desk
from muster.workflows.watch import World
from muster.workflows.watch.addresses import Address
from muster.workflows.watch.look import Manners
from muster.workflows.watch.wire import Bounds, Proxy, Wire

START = "2031-06-21T08:00:00+00:00"


@dataclass
class Page:
    """What is answered at one path. ``say``: takes the connection over instead."""

    body: bytes = b""
    media: str = "text/html; charset=utf-8"
    status: int = 200
    etag: str = ""
    more: tuple[str, ...] = ()
    say: Callable[[socket.socket], None] | None = None


@dataclass
class Asked:
    """One question as it came."""

    host: str
    path: str
    headers: dict[str, str]


@dataclass
class Site:
    """All invented hosts: they differ by their Host line. ``pages``: (host, path) or path."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str, host: str = "gazette.example") -> str:
        """An address of an invented host."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [each.path for each in self.asked if each.path != "/robots.txt"]

    def answer(self, line: socket.socket) -> None:
        """One question, one answer."""
        line.settimeout(10)
        raw = b""
        while b"\r\n\r\n" not in raw:
            got = line.recv(65536)
            if not got:
                return
            raw += got
        first, *rest = raw.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        path = first.split(" ")[1]
        headers = {n.lower(): v.strip() for n, _, v in (each.partition(":") for each in rest)}
        host = headers.get("host", "").partition(":")[0]
        self.asked.append(Asked(host, path, headers))
        missing = Page(b"no such page", status=404)
        page = self.pages.get(f"{host}{path}", self.pages.get(path, missing))
        if page.say is not None:
            page.say(line)
            return
        if page.etag and page.status == 200 and headers.get("if-none-match") == page.etag:
            line.sendall(f"HTTP/1.1 304 Not Modified\r\nETag: {page.etag}\r\n\r\n".encode())
            return
        head = [f"HTTP/1.1 {page.status} As told", f"Content-Type: {page.media}", *page.more]
        head += [f"ETag: {page.etag}"] * bool(page.etag)
        if not any(each.lower().startswith("content-length") for each in page.more):
            head.append(f"Content-Length: {len(page.body)}")
        line.sendall("\r\n".join([*head, "", ""]).encode() + page.body)


@contextmanager
def served(answer: Callable[[socket.socket], None] | None = None) -> Iterator[Site]:
    """A site on a free port of this machine; ``answer``: what takes connections in its place."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        site = Site(door.getsockname()[1])
        door.settimeout(0.1)
        stop = threading.Event()

        def one(line: socket.socket) -> None:
            with line:
                try:
                    (answer or site.answer)(line)
                except OSError:
                    return

        def serve() -> None:
            while not stop.is_set():
                try:
                    line, _ = door.accept()
                except TimeoutError:
                    continue
                threading.Thread(target=one, args=(line,), daemon=True).start()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield site
        finally:
            stop.set()
            thread.join()


def inside(address: Address) -> bool:
    """Tests may reach this machine's own invented sites, and nothing else."""
    return address == ip_address("127.0.0.1")


def wire(**more: object) -> Wire:
    """A wire on which every name is this machine."""
    told: dict[str, object] = {
        "resolve": lambda _host, _port: ["127.0.0.1"], "permit": inside, "bounds": Bounds(seconds=5.0),
    }  # fmt: skip
    return Wire(**(told | more))  # type: ignore[arg-type]


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: str = START

    def __call__(self) -> str:
        return self.now


def world(clock: Callable[[], str] | None = None, names: tuple[str, ...] = (), **more: object) -> World:
    """A world without waiting and with the same chances each time."""
    return World(
        clock or Clock(), lambda _seconds: None, random.Random(7), wire(**more), Manners(pause=0.0),
        lambda: names,
    )  # fmt: skip


def desk_at(folder: Path, now: str = START) -> Desk:
    """A desk with its project in a folder."""
    return Desk(project=folder / "desk.db", state=folder / "state", now=now, cores=1)


def drip(line: socket.socket) -> None:
    """A byte now and then, for ever: what a slow-loris server does."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(600):
        line.sendall(b"<")
        time.sleep(0.1)


def drip_head(line: socket.socket) -> None:
    """The same before the end of the head."""
    line.sendall(b"HTTP/1.1 200 OK\r\nX-A: ")
    for _ in range(600):
        line.sendall(b"a")
        time.sleep(0.1)


def bomb(megabytes: int = 200) -> bytes:
    """A small body that unpacks to a large one."""
    return gzip.compress(b"\0" * megabytes * 1024 * 1024, 9)


__all__ = ["START", "Asked", "Clock", "Page", "Proxy", "Site", "bomb", "desk_at", "drip", "drip_head",
           "inside", "served", "wire", "world"]  # fmt: skip
