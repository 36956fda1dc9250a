"""The project follows the journal: what sites answered becomes documents, states and alerts, once each."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256

from muster.collect import Answers, Told
from muster.model.errors import Unreadable
from muster.model.evidence import Run, SetAside, Taken, Text
from muster.model.watch import Alert, Met, Robots, Watched, alert
from muster.store import Store
from muster.workflows.watch.addresses import target
from muster.workflows.watch.journal import Entry, Journal
from muster.workflows.watch.look import ROBOTS, robots_of
from muster.workflows.watch.wire import Answer, Bounds, unpacked

_MARK = "journal"
_BATCH = 200
_LONGEST = timedelta(days=1)
_SILENT = 3
_GONE = (404, 410)


@dataclass(slots=True)
class Followed:
    """What following gave: answers looked at, of these unchanged, new documents, looks that gave nothing."""

    answers: int = 0
    unchanged: int = 0
    documents: int = 0
    failed: int = 0


@dataclass(slots=True)
class _Pending:
    """What waits for the next transaction."""

    mark: str = ""
    met: dict[str, Met] = field(default_factory=dict)
    hosts: dict[str, Robots] = field(default_factory=dict)
    alerts: list[Alert] = field(default_factory=list)
    items: list[Taken | SetAside] = field(default_factory=list)
    entries: int = 0


class Follower:
    """Goes through the journal from where the project stands. ``rng`` spreads the times of the next looks."""

    def __init__(self, store: Store, journal: Journal, rng: random.Random, bounds: Bounds, now: str) -> None:
        self._store, self._journal, self._rng, self._bounds, self._now = store, journal, rng, bounds, now
        held = list(store.watched())
        self._things = {thing.id: thing for thing, _ in held}
        self._met = {met.watched: met for _, met in held}
        self._run: Run | None = None
        self._used = self._aside = 0
        self._pending = _Pending()
        self.told = Followed()

    def follow(self) -> Followed:
        """Everything in the journal that the project has not seen."""
        with Answers(self._store.project().id_key) as answers:
            for entry in self._journal.since(*place(self._store)):
                self._entry(entry, answers)
                self._pending.mark = f"{entry.file}:{entry.stop}"
                self._pending.entries += 1
                # At once where there are documents: the next answer is compared with what is kept.
                if self._pending.items or self._pending.entries >= _BATCH:
                    self._write()
        self._write()
        if self._run is not None:
            self._store.finish(
                self._run,
                inputs=str(self._used + self._aside),
                used=self._used,
                aside=self._aside,
                now=self._now,
            )
        return self.told

    def _write(self) -> None:
        p, self._pending = self._pending, _Pending()
        if not p.mark:
            return
        if p.items and self._run is None:
            self._run = self._store.begin("watch", {}, self._now)
        taken = sum(isinstance(item, Taken) for item in p.items)
        self._used, self._aside = self._used + taken, self._aside + len(p.items) - taken
        self.told.documents += self._store.watch_note(
            marks={_MARK: p.mark}, met=p.met.values(), hosts=p.hosts.values(), alerts=p.alerts,
            run=self._run if p.items else None, items=p.items,
        )  # fmt: skip

    def _entry(self, entry: Entry, answers: Answers) -> None:
        if entry.watched.startswith(ROBOTS):
            host = entry.watched.removeprefix(ROBOTS)
            body = robots_of(entry.answer) if entry.answer else None
            self._pending.hosts[host] = Robots(host, entry.at, body)
            return
        thing = self._things.get(entry.watched)
        if thing is None or not entry.last:
            return
        self.told.answers += 1
        before = self._met[thing.id]
        met = replace(
            before, at=entry.at, status=entry.failed or str(entry.answer.status if entry.answer else "")
        )
        if entry.answer is None:
            after = self._failed(thing, met, f"{entry.failed}: {entry.detail}")
        else:
            after = self._answered(thing, met, entry.answer, answers)
        self._met[thing.id] = self._pending.met[thing.id] = after

    def _answered(self, thing: Watched, met: Met, answer: Answer, answers: Answers) -> Met:
        if answer.status in _GONE:
            return self._gone(thing, met, answer)
        if answer.status not in (200, 304):
            after = self._failed(thing, met, f"{answer.status} {answer.reason}".strip())
            return replace(after, due=max(after.due, _asked_to_wait(answer)))
        met = self._back(thing, met)
        if answer.status == 304:
            self.told.unchanged += 1
            return met
        try:
            body = unpacked(answer, self._bounds)
        except Unreadable as error:
            return self._failed(thing, replace(met, status=error.reason), f"{error.reason}: {error.detail}")
        digest = sha256(body).hexdigest()
        if digest == met.digest:
            self.told.unchanged += 1
        else:
            self._opened(thing, answer, body, answers)
        return replace(met, etag=answer.header("etag")[:500], modified=answer.header("last-modified")[:100],
                       digest=digest)  # fmt: skip

    def _opened(self, thing: Watched, answer: Answer, body: bytes, answers: Answers) -> None:
        told = Told(thing.kind, thing.address, answer.url, target(answer.url).host, answer.at,
                    answer.header("content-type"), body)  # fmt: skip
        here: set[int] = set()
        for item in answers.opened(told):
            if isinstance(item, Taken):
                number = item.document.address.rpartition("#")[2]
                here.update([int(number)] if number.isdecimal() else [])
                self._pending.items += self._sifted(thing, item)
            else:
                self._pending.items.append(item)
        if thing.kind == "channel" and here:
            self._missing(thing, here, answer.at)

    def _sifted(self, thing: Watched, item: Taken) -> Iterator[Taken | SetAside]:
        """The document, if its words are other than those that its address held before."""
        address = item.document.address
        if item.source.protected:
            yield SetAside(
                address, "protected", "a protected source on a public page; take it by hand if it is one"
            )
            return
        before = self._store.version_at(address)
        if before is not None and before.words == words_of(item):
            return
        if before is not None:
            older = self._store.text_of(before.document)
            said, at = f"{_called(item)}: {_difference(older, item.text)}", item.document.taken
            self._pending.alerts.append(
                alert(at, "changed", said, watched=thing.id, record=item.document.id, once=True)
            )
        yield item

    def _missing(self, thing: Watched, here: set[int], at: str) -> None:
        """Posts that stood between those of this page, and stand there no longer."""
        self._pending.alerts += vanished_posts(self._store, thing, thing.address, here, at)

    def _back(self, thing: Watched, met: Met) -> Met:
        if met.gone and met.digest:
            words = f"{thing.address} is there again; it was gone since {met.gone[:10]}"
            self._pending.alerts.append(alert(met.at, "returned", words, watched=thing.id))
        return replace(met, failures=0, gone="", due=self._later(met.at, thing.every))

    def _gone(self, thing: Watched, met: Met, answer: Answer) -> Met:
        if not met.gone and met.digest:
            words = f"{thing.address} answers {answer.status}: it was there and is gone"
            self._pending.alerts.append(alert(met.at, "vanished", words, watched=thing.id))
        # What comes back is taken in full, whatever its site says has not changed.
        return replace(met, failures=0, gone=met.gone or met.at, etag="", modified="", digest=met.digest,
                       due=self._later(met.at, thing.every))  # fmt: skip

    def _failed(self, thing: Watched, met: Met, why: str) -> Met:
        self.told.failed += 1
        failures = met.failures + 1
        if failures == _SILENT:
            words = f"{thing.address} gave nothing {failures} times in a row: {why}"
            self._pending.alerts.append(alert(met.at, "silent", words, watched=thing.id))
        wait = min(thing.every * 2 ** min(failures, 12), max(thing.every, int(_LONGEST.total_seconds())))
        return replace(met, failures=failures, status=why[:200], due=self._later(met.at, wait))

    def _later(self, at: str, seconds: float) -> str:
        # A tenth sooner or later: nobody is to tell a watcher by the beat of its looks.
        spread = seconds * self._rng.uniform(0.9, 1.1)
        return (datetime.fromisoformat(at) + timedelta(seconds=int(spread))).isoformat(timespec="seconds")


def place(store: Store) -> tuple[str, int]:
    """Up to where the project has followed the journal: a file of it, and an offset."""
    file, _, offset = store.watch_mark(_MARK).partition(":")
    return file, int(offset or 0)


def vanished_posts(store: Store, thing: Watched, address: str, here: set[int], at: str) -> Iterator[Alert]:
    """Posts taken from ``address`` whose numbers lie between those of ``here`` and are not among them."""
    for number, document in store.numbers_at(address).items():
        if min(here) <= number <= max(here) and number not in here:
            words = f"post {number} of {address} is gone; what it said is kept"
            yield alert(at, "vanished", words, watched=thing.id, record=document, once=True)


def words_of(item: Taken) -> str:
    """The SHA-256 of an item's text, as a project tells it of what it holds; "" without one."""
    return sha256(item.text.body.encode("utf-8")).hexdigest() if item.text else ""


def _called(item: Taken) -> str:
    return " ".join((item.document.title or item.document.address).split())[:120]


def _difference(before: Text | None, after: Text | None) -> str:
    bodies = (each.body if each else "" for each in (before, after))
    old, new = (Counter(line.strip() for line in body.splitlines() if line.strip()) for body in bodies)
    return f"{(new - old).total()} paragraphs are new, {(old - new).total()} are gone"


def _asked_to_wait(answer: Answer) -> str:
    """Until when the site asks to be left alone, a day at the most; "" where it does not."""
    given, at = answer.header("retry-after").strip(), datetime.fromisoformat(answer.at)
    if given.isascii() and given.isdecimal():
        until = at + timedelta(seconds=min(int(given[:9]), 10**6))
    else:
        try:
            until = parsedate_to_datetime(given).astimezone(UTC)
        except (TypeError, ValueError, OverflowError):
            return ""
    return min(until, at + _LONGEST).isoformat(timespec="seconds")


__all__ = ["Followed", "Follower", "place", "vanished_posts", "words_of"]
