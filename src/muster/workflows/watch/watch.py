"""The watch: what is listed is looked at when it is due, and what is new goes the way of everything taken."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from muster.model.errors import Refused, Usage
from muster.model.evidence import Taken
from muster.model.ids import document_id, text_id
from muster.model.watch import Alert, Met, Watched, alert, watched_id
from muster.store import Store
from muster.workflows.count import count
from muster.workflows.engine import local
from muster.workflows.link import link
from muster.workflows.progress import Progress, Silent
from muster.workflows.project import Desk
from muster.workflows.read import read
from muster.workflows.sealed import has_vault, sealed_beside
from muster.workflows.take import Item, take
from muster.workflows.watch.addresses import target
from muster.workflows.watch.follow import Follower, place, vanished_posts, words_of
from muster.workflows.watch.journal import Journal, journal_of
from muster.workflows.watch.look import Looker, Manners, hosts_listed
from muster.workflows.watch.told import tell
from muster.workflows.watch.wire import AGENT, Proxy, Wire

_EVERY = {"feed": 1800, "page": 6 * 3600, "channel": 1800, "folder": 300, "exports": 300}
_SETTINGS = {"proxy": "", "agent": AGENT, "pause": "5"}
_FOLDERS = ("folder", "exports")


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: things looked at, answers unchanged, new documents, looks that gave nothing."""

    looked: int
    unchanged: int
    documents: int
    failed: int
    alerts: tuple[Alert, ...]


@dataclass(frozen=True, slots=True)
class World:
    """What a watch takes from outside, so that a test can hand it another. ``wire`` None: as it was set."""

    clock: Callable[[], str]
    sleep: Callable[[float], None]
    rng: random.Random
    wire: Wire | None = None
    manners: Manners | None = None
    names: Callable[[], Sequence[str]] = field(default=tuple)


def thing(given: str, *, kind: str = "", every: int = 0, hosts: Sequence[str] = (), now: str) -> Watched:
    """What ``given`` is to be watched as. ``kind`` "": by what it looks like. Raises Usage."""
    if urlsplit(given).scheme in ("http", "https"):
        to = target(given)
        kind = kind or ("channel" if to.host == "t.me" else "page")
        if kind in _FOLDERS:
            raise Usage(
                "an address is no folder", record=given, next_step="watch it as feed, page or channel"
            )
        if kind == "channel" and to.host == "t.me" and not to.path.startswith("/s/"):
            raise Usage("this page shows no posts", record=given, next_step=f"watch https://t.me/s{to.path}")
        address = to.url
    else:
        folder = Path(given).expanduser()
        if kind not in ("", *_FOLDERS) or not folder.is_dir():
            raise Usage("there is no such folder, and it is no http(s) address", record=given)
        kind, address = kind or "folder", str(folder.resolve())
    return Watched(watched_id(kind, address), kind, address, every or _EVERY[kind], now, hosts_listed(hosts))


def settings(store: Store) -> dict[str, str]:
    """How sites are asked: proxy, agent, pause in seconds."""
    return {name: store.watch_mark(f"set:{name}") or default for name, default in _SETTINGS.items()}


def set_how(store: Store, **given: str) -> None:
    """Set how sites are asked. Raises Usage."""
    Proxy.read(given.get("proxy", ""))
    if not given.get("agent", "x").isprintable() or not given.get("agent", "x").isascii():
        raise Usage("a site is told an agent in plain letters", record=given["agent"])
    store.watch_note(marks={f"set:{name}": value for name, value in given.items()})


def once(desk: Desk, world: World, *, all_now: bool = False, progress: Progress | None = None) -> Round:
    """Look at what is due (``all_now``: at everything), then read, link and count what is new.

    Raises ProjectLocked where another errand writes to the project: what sites answered is then in the
    journal, and the next round goes on from there.
    """
    now = world.clock()
    with desk.open(readonly=True) as store:
        held = list(store.watched())
        due = [(t, m) for t, m in held if all_now or m.due <= now]
        asked = [(t, m) for t, m in due if t.kind not in _FOLDERS]
        how, robots, mark = settings(store), store.watch_hosts(), place(store)
    wire = world.wire or Wire(Proxy.read(how["proxy"]), how["agent"])
    journal = Journal(journal_of(desk))
    journal.mend(*mark)
    if asked:
        manners = world.manners or Manners(float(how["pause"]))
        Looker(wire, journal, world.clock, world.sleep, manners, robots).look(asked)
    return _kept(desk, world, journal, wire, [t for t, _ in due if t.kind in _FOLDERS], progress or Silent())


def _kept(
    desk: Desk, world: World, journal: Journal, wire: Wire, folders: Sequence[Watched], progress: Progress
) -> Round:
    with desk.open() as store, sealed_beside(desk) as sealed:
        before = {each.id for each in store.alerts(limit=1)}
        now = world.clock()
        told = Follower(store, journal, world.rng, wire.bounds, now).follow()
        documents = told.documents
        for each in folders:
            documents += _folder(desk, store, sealed, each, now, progress)
        _follow_up(desk, store, now, progress, fresh=bool(documents))
        if sealed is not None and folders:
            _follow_up(desk, sealed, now, progress, fresh=True)
        tell(store, now, world.names())
        alerts = _since(store, before)
    return Round(told.answers + len(folders), told.unchanged, documents, told.failed, alerts)


def _since(store: Store, before: set[str]) -> tuple[Alert, ...]:
    found: list[Alert] = []
    for each in store.alerts(limit=1000):
        if each.id in before:
            break
        found.append(each)
    return tuple(found[::-1])


def _follow_up(desk: Desk, store: Store, now: str, progress: Progress, *, fresh: bool) -> None:
    """Read, link and count, where something is new or an earlier round was stopped before it came to that."""
    if not fresh and store.watch_mark("followed") == str(store.last_key()):
        return
    engine = local(desk.cores)
    read(store, now=now, engine=engine, progress=progress)
    link(store, now=now, work=desk.project.parent, engine=engine, progress=progress)
    count(store, now=now, progress=progress)
    store.watch_note(marks={"followed": str(store.last_key())})


def _folder(
    desk: Desk, store: Store, sealed: Store | None, watched: Watched, now: str, progress: Progress
) -> int:
    root = Path(watched.address)
    later = (datetime.fromisoformat(now) + timedelta(seconds=watched.every)).isoformat(timespec="seconds")
    if not root.is_dir():
        met = Met(watched.id, due=later, at=now, status="the folder is not there")
        store.watch_note(marks={}, met=[met])
        return 0
    exports = _Exports(store, watched, now) if watched.kind == "exports" else None
    done = take(
        store, root, now=now, progress=progress, sealed=sealed, sealing=has_vault(desk),
        sift=exports.sift if exports else None,
    )  # fmt: skip
    alerts = exports.alerts() if exports else []
    store.watch_note(marks={}, met=[Met(watched.id, due=later, at=now, status="looked at")], alerts=alerts)
    return done.documents


class _Exports:
    """Chats exported again and again: a post is known by its chat and number, whatever file it is in."""

    def __init__(self, store: Store, watched: Watched, now: str) -> None:
        self._store, self._watched, self._now = store, watched, now
        self._key = store.project().id_key
        self._changed: list[Alert] = []
        self._here: dict[str, set[int]] = {}

    def sift(self, item: Item) -> Item | None:
        """The post at the address of its chat, if its words are new there; anything else as it is."""
        if not isinstance(item, Taken) or item.source.kind != "channel":
            return item
        number = item.document.address.rpartition("#")[2]
        if not (number.isascii() and number.isdecimal() and len(number) < 16):
            return item
        chat = f"telegram:{item.source.name}"
        self._here.setdefault(chat, set()).add(int(number))
        moved = _moved(item, f"{chat}#{number}", self._key)
        before = self._store.version_at(moved.document.address)
        if before is not None and before.words == words_of(moved):
            return None
        if before is not None:
            words = f"post {number} of {item.source.name} was edited"
            self._changed.append(alert(self._now, "changed", words, watched=self._watched.id,
                                       record=moved.document.id, once=True))  # fmt: skip
        return moved

    def alerts(self) -> list[Alert]:
        """Edited posts, and posts that a later export of the same stretch no longer holds."""
        gone = (
            vanished_posts(self._store, self._watched, chat, here, self._now)
            for chat, here in self._here.items()
        )
        return [*self._changed, *(each for found in gone for each in found)]


def _moved(item: Taken, address: str, key: bytes) -> Taken:
    id = document_id(item.document.source, address, item.document.sha256, key=key)
    text = replace(item.text, id=text_id(id, item.text.made_by), document=id) if item.text else None
    return replace(item, document=replace(item.document, id=id, address=address), text=text)


def next_due(desk: Desk) -> str:
    """When something is due next. Raises Refused where nothing is watched."""
    with desk.open(readonly=True) as store:
        due = [met.due for _thing, met in store.watched()]
    if not due:
        raise Refused("nothing is watched", next_step="'muster watch add ADDRESS' begins")
    return min(due)


__all__ = ["Round", "World", "next_due", "once", "set_how", "settings", "thing"]
