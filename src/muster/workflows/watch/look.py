"""A round of looking: each due address is asked once, host by host, as a good guest would.

robots.txt is read first and kept for a day; a host is asked one question at a time with a pause between; what
did not change is asked for in such a way that the site need not send it; a redirect is followed only to hosts
that the team listed. Whatever comes is in the journal before anything is made of it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urljoin

from protego import Protego

from muster.model.errors import Unreadable, Usage
from muster.model.watch import Met, Robots, Watched
from muster.workflows.watch.addresses import Target, target
from muster.workflows.watch.journal import Journal
from muster.workflows.watch.wire import Answer, Bounds, Wire, unpacked

_MOVED = (301, 302, 303, 307, 308)
_HOPS = 5
_ROBOTS_BYTES = 500 * 1024  # what RFC 9309 asks a reader to read at the least
_ROBOTS_KEPT, _ROBOTS_AGAIN = timedelta(hours=24), timedelta(hours=1)
_LONGEST_PAUSE = 120.0
# The mark of a robots.txt in the journal.
ROBOTS = "robots:"


@dataclass(frozen=True, slots=True)
class Manners:
    """``pause``: seconds between two questions to one host; ``hosts``: how many are asked side by side;
    ``each``: at most so many questions to one host in a round, so that the others need not wait for it."""

    pause: float = 5.0
    hosts: int = 8
    each: int = 12


@dataclass(slots=True)
class Looker:
    """Asks, and writes the journal. ``clock``: ISO 8601 now; ``sleep``: waits so many seconds."""

    wire: Wire
    journal: Journal
    clock: Callable[[], str]
    sleep: Callable[[float], None]
    manners: Manners = Manners()
    robots: dict[str, Robots] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _rules: dict[str, Protego] = field(default_factory=dict)

    def look(self, due: Iterable[tuple[Watched, Met]]) -> int:
        """Ask for each once; how many were asked. Never raises for what a site does."""
        by_host: dict[str, list[tuple[Watched, Met]]] = {}
        for thing, met in due:
            by_host.setdefault(target(thing.address).netloc, []).append((thing, met))
        rounds = [things[: self.manners.each] for things in by_host.values()]
        with ThreadPoolExecutor(max_workers=self.manners.hosts) as pool:
            return sum(pool.map(self._host, rounds))

    def _host(self, things: list[tuple[Watched, Met]]) -> int:
        for number, (thing, met) in enumerate(things):
            if number:
                self.sleep(self._pause(target(thing.address)))
            self._one(thing, met)
        return len(things)

    def _one(self, thing: Watched, met: Met) -> None:
        conditions = {"If-None-Match": met.etag, "If-Modified-Since": met.modified}
        try:
            to = target(thing.address)
            listed = {to.netloc, *thing.hosts}
            for _hop in range(_HOPS + 1):
                self._check(to, listed)
                answer = self.wire.ask(to, self.clock(), conditions)
                if answer.status not in _MOVED:
                    self._keep(thing.id, answer)
                    return
                self._keep(thing.id, answer, last=False)
                to = _next(to, answer)
            raise Unreadable("redirects", f"it leads on more than {_HOPS} times", record=thing.address)
        except Unreadable as error:
            with self._lock:
                self.journal.add_failure(thing.id, thing.address, self.clock(), error)

    def _keep(self, watched: str, answer: Answer, *, last: bool = True) -> None:
        with self._lock:
            self.journal.add(watched, answer, last=last)

    def _check(self, to: Target, listed: set[str]) -> None:
        """Raises Unreadable where this may not be asked."""
        if to.netloc not in listed:
            raise Unreadable(
                "elsewhere",
                f"it leads to {to.netloc}, which is not listed (--also-host {to.netloc})",
                record=to.url,
            )
        rules = self._robots(to)
        if rules is None:
            raise Unreadable("robots", "robots.txt could not be asked, so nothing else is", record=to.netloc)
        if not rules.can_fetch(to.url, self.wire.agent):
            raise Unreadable("robots", "robots.txt asks that this be left alone", record=to.url)

    def _pause(self, to: Target) -> float:
        rules = self._rules.get(to.netloc)
        wanted = rules.crawl_delay(self.wire.agent) if rules else None
        return max(self.manners.pause, min(wanted or 0.0, _LONGEST_PAUSE))

    def _robots(self, to: Target) -> Protego | None:
        held = self.robots.get(to.netloc)
        if held is None or not _fresh(held, self.clock()):
            held = Robots(to.netloc, self.clock(), self._asked(to))
            self.robots[to.netloc] = held
            self._rules.pop(to.netloc, None)
            self.sleep(min(self.manners.pause, 1.0))
        if held.body is None:
            return None
        if to.netloc not in self._rules:
            self._rules[to.netloc] = Protego.parse(held.body)
        return self._rules[to.netloc]

    def _asked(self, to: Target) -> str | None:
        """The body of robots.txt; "" where there is none, None where it could not be asked (RFC 9309)."""
        at = Target(to.scheme, to.host, to.port, "/robots.txt")
        try:
            for _hop in range(_HOPS + 1):
                answer = self.wire.ask(at, self.clock())
                self._keep(ROBOTS + to.netloc, answer)
                if answer.status not in _MOVED:
                    return robots_of(answer)
                at = _next(at, answer)
                if at.netloc != to.netloc:
                    return ""
        except Unreadable as error:
            with self._lock:
                self.journal.add_failure(ROBOTS + to.netloc, at.url, self.clock(), error)
            return None
        return ""


def robots_of(answer: Answer) -> str | None:
    """What an answer to /robots.txt means: its rules, "" for none, None for "ask nothing now"."""
    if answer.status >= 500 or answer.status == 429:
        return None
    if answer.status != 200:
        return ""
    try:
        return unpacked(answer, Bounds())[:_ROBOTS_BYTES].decode("utf-8", "replace")
    except Unreadable:
        return None


def _fresh(held: Robots, now: str) -> bool:
    kept = _ROBOTS_AGAIN if held.body is None else _ROBOTS_KEPT
    return datetime.fromisoformat(now) - datetime.fromisoformat(held.at) < kept


def _next(at: Target, answer: Answer) -> Target:
    """Where an answer leads. Raises Unreadable for what is no address, or no longer encrypted."""
    try:
        to = target(urljoin(at.url, answer.header("location").strip()))
    except (Usage, ValueError):
        raise Unreadable("elsewhere", "it leads to what is no address to watch", record=at.url) from None
    if at.scheme == "https" and to.scheme != "https":
        raise Unreadable("elsewhere", f"it leads to an unencrypted address ({to.netloc})", record=at.url)
    return to


def hosts_listed(given: Iterable[str]) -> tuple[str, ...]:
    """Further hosts as they are compared: small letters, no default port. Raises Usage."""
    return tuple(dict.fromkeys(target(f"https://{host}/").netloc for host in given))


__all__ = ["ROBOTS", "Looker", "Manners", "hosts_listed", "robots_of"]
