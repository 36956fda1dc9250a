"""Take a folder: every item kept as it was, with hash, time and custody line; the rest set aside.

Where the project has a vault, what is protected goes into its sealed file and leaves no trace in the open
one, not even the name of the file it stood in; with the vault locked it is left where it lies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from muster.collect import survey, take_folder
from muster.model.evidence import FileSeen, Run, SetAside, Taken
from muster.model.ids import document_id, text_id
from muster.store import Store
from muster.workflows.progress import Progress, Silent
from muster.workflows.project import Desk

# One transaction a batch: large enough that the disk does not rule, small enough that a kill loses little.
_BATCH_ITEMS = 200
_BATCH_BYTES = 4_000_000

Item = Taken | SetAside | FileSeen


@dataclass(frozen=True, slots=True)
class TakeReport:
    """What one take did. ``documents`` are new ones; ``known`` were there already; of the new ones ``sealed``
    went into the sealed file; ``withheld`` were left, since the vault is locked."""

    files: int
    unchanged: int
    documents: int
    known: int
    set_aside: int
    sealed: int = 0
    withheld: int = 0


def take(
    store: Store,
    root: Path,
    *,
    now: str,
    progress: Progress | None = None,
    chats: tuple[str, ...] = (),
    ocr: bool = True,
    sealed: Store | None = None,
    sealing: bool = False,
    sift: Callable[[Item], Item | None] | None = None,
) -> TakeReport:
    """Take what is new or changed below ``root``. Nothing is written where nothing is new.

    ``sealing``: the project has a vault; ``sealed``: its sealed project, if it is unlocked. ``sift``: what to
    take in the place of an item, None for nothing.
    """
    progress = progress or Silent()
    told = _Count()
    progress.stage("taking", survey(root).bytes)

    def seen(address: str) -> FileSeen | None:
        return store.seen_file(address) or (sealed.seen_file(address) if sealed else None)

    items = take_folder(root, now=now, seen=seen, chats=chats, ocr=ocr, key=store.project().id_key)
    settings: dict[str, object] = {"chats": list(chats), "ocr": ocr}
    open_shelf = _Shelf(store, settings, now)
    sealed_shelf = _Shelf(sealed, settings, now) if sealed else None
    for found, secret in _sorted(_noted(items, seen, told, progress), sealing):
        item = sift(found) if sift else found
        if item is None:
            continue
        if not secret:
            open_shelf.put(item)
        elif sealed_shelf is not None:
            sealed_shelf.put(keyed(item, sealed_shelf.key))
        else:
            told.withheld += isinstance(item, Taken)
    for shelf in (open_shelf, sealed_shelf):
        if shelf is not None:
            shelf.close()
            told.documents += shelf.new
            told.known += shelf.taken - shelf.new
            told.aside += shelf.aside
    told.sealed = sealed_shelf.new if sealed_shelf else 0
    return told.report()


def preview(desk: Desk, root: Path, *, chats: tuple[str, ...] = (), ocr: bool = True) -> TakeReport:
    """What ``take`` would do, without writing; the project need not be there yet."""
    told = _Count()
    with ExitStack() as stack:
        store = stack.enter_context(desk.open(readonly=True)) if desk.project.exists() else None
        known = store.seen_file if store else lambda _address: None
        key = store.project().id_key if store else b""
        for item in take_folder(root, now=desk.now, seen=known, chats=chats, ocr=ocr, key=key):
            if isinstance(item, FileSeen):
                told.files += 1
                told.unchanged += known(item.address) == item
            told.documents += isinstance(item, Taken)
            told.aside += isinstance(item, SetAside)
    return told.report()


def keyed(item: Item, key: bytes) -> Item:
    """The item with the ids it has in a sealed project, which a guess at its text cannot confirm."""
    if not isinstance(item, Taken):
        return item
    document, text = item.document, item.text
    id = document_id(document.source, document.address, document.sha256, key=key)
    moved = replace(text, id=text_id(id, text.made_by), document=id) if text else None
    return replace(item, document=replace(document, id=id), text=moved)


def _noted(items: Iterator[Item], seen: object, told: _Count, progress: Progress) -> Iterator[Item]:
    """Every item; files are counted, and an unchanged one is passed over."""
    for item in items:
        if isinstance(item, FileSeen):
            progress.step(item.size)
            told.files += 1
            if callable(seen) and seen(item.address) == item:
                told.unchanged += 1
                continue
        yield item


def _sorted(items: Iterator[Item], sealing: bool) -> Iterator[tuple[Item, bool]]:
    """Each item and whether it is to be sealed. What was set aside of a file waits for the file's end: its
    name goes where the protected documents of the same file go."""
    waiting: list[Item] = []
    secret = False
    for item in items:
        if isinstance(item, Taken):
            protected = sealing and item.source.protected
            secret = secret or protected
            yield item, protected
        elif isinstance(item, SetAside) and sealing:
            waiting.append(item)
        elif isinstance(item, FileSeen) and sealing:
            yield from ((each, secret) for each in (*waiting, item))
            waiting, secret = [], False
        else:
            yield item, False
    yield from ((each, secret) for each in waiting)


class _Shelf:
    """One project that is written to in batches; its run is begun with the first thing that is new."""

    def __init__(self, store: Store, settings: dict[str, object], now: str) -> None:
        self.store, self.settings, self.now = store, settings, now
        self.key = store.project().id_key
        self.new = self.taken = self.aside = 0
        self._known = {(a.record, a.reason, a.detail) for a in store.set_asides()}
        self._run: Run | None = None
        self._batch: list[Item] = []
        self._size = 0

    def put(self, item: Item) -> None:
        """Keep it with the next batch; a reason already kept is passed over."""
        if isinstance(item, SetAside):
            if (item.record, item.reason, item.detail) in self._known:
                return
            self.aside += 1
        elif isinstance(item, Taken):
            self.taken += 1
            self._size += len(item.original)
        self._batch.append(item)
        if len(self._batch) >= _BATCH_ITEMS or self._size >= _BATCH_BYTES:
            self._write()

    def _write(self) -> None:
        # Begun only now: a second take of an unchanged folder must leave the project as it was.
        self._run = self._run or self.store.begin("take", self.settings, self.now)
        self.new += self.store.save_taken(self._run, self._batch)
        self._batch, self._size = [], 0

    def close(self) -> None:
        """Write what is left and finish the run, if there was one."""
        if self._batch:
            self._write()
        if self._run is not None:
            self.store.finish(
                self._run,
                inputs=str(self.taken + self.aside),
                used=self.taken,
                aside=self.aside,
                now=self.now,
            )


class _Count:
    """Counts while the items stream by."""

    def __init__(self) -> None:
        self.files = self.unchanged = self.documents = self.known = self.aside = 0
        self.sealed = self.withheld = 0

    def report(self) -> TakeReport:
        return TakeReport(
            self.files, self.unchanged, self.documents, self.known, self.aside, self.sealed, self.withheld
        )


__all__ = ["Item", "TakeReport", "keyed", "preview", "take"]
