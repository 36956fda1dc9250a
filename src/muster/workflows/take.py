"""Take a folder: every item kept as it was, with hash, time and custody line; the rest set aside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from muster.collect import survey, take_folder
from muster.model.evidence import FileSeen, Run, SetAside, Taken
from muster.store import Store
from muster.workflows.progress import Progress, Silent
from muster.workflows.project import Desk

# One transaction a batch: large enough that the disk does not rule, small enough that a kill loses little.
_BATCH_ITEMS = 200
_BATCH_BYTES = 4_000_000

Item = Taken | SetAside | FileSeen


@dataclass(frozen=True, slots=True)
class TakeReport:
    """What one take did. ``documents`` are new ones; ``known`` were there already."""

    files: int
    unchanged: int
    documents: int
    known: int
    set_aside: int


def take(
    store: Store,
    root: Path,
    *,
    now: str,
    progress: Progress | None = None,
    chats: tuple[str, ...] = (),
    ocr: bool = True,
) -> TakeReport:
    """Take what is new or changed below ``root``. Nothing is written where nothing is new."""
    progress = progress or Silent()
    known_asides = {(a.record, a.reason, a.detail) for a in store.set_asides()}
    told = _Count()
    progress.stage("taking", survey(root).bytes)
    items = take_folder(root, now=now, seen=store.seen_file, chats=chats, ocr=ocr, key=store.project().id_key)
    news = _news(items, store, known_asides, told, progress)
    run: Run | None = None
    for batch in _batches(news):
        # Begun only now: a second take of an unchanged folder must leave the project as it was.
        run = run or store.begin("take", {"chats": list(chats), "ocr": ocr}, now)
        new = store.save_taken(run, batch)
        for item in batch:
            told.add(item, new=False)
        told.documents += new
        told.known -= new
    if run is not None:
        store.finish(run, inputs=str(told.taken + told.aside), used=told.taken, aside=told.aside, now=now)
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
            told.add(item, new=True)
    return told.report()


def _news(
    items: Iterator[Item],
    store: Store,
    known_asides: set[tuple[str, str, str]],
    told: _Count,
    progress: Progress,
) -> Iterator[Item]:
    """What is not in the project yet; an unchanged file and a reason already kept are passed over."""
    for item in items:
        if isinstance(item, FileSeen):
            progress.step(item.size)
            told.files += 1
            if store.seen_file(item.address) == item:
                told.unchanged += 1
                continue
        elif isinstance(item, SetAside) and (item.record, item.reason, item.detail) in known_asides:
            continue
        yield item


def _batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.original) if isinstance(item, Taken) else 0
        if len(batch) >= _BATCH_ITEMS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Count:
    """Counts while the items stream by."""

    def __init__(self) -> None:
        self.files = self.unchanged = self.documents = self.known = self.taken = self.aside = 0

    def add(self, item: Item, *, new: bool) -> None:
        if isinstance(item, Taken):
            self.taken += 1
            self.documents += new
            self.known += not new
        elif isinstance(item, SetAside):
            self.aside += 1

    def report(self) -> TakeReport:
        return TakeReport(self.files, self.unchanged, self.documents, self.known, self.aside)


__all__ = ["TakeReport", "preview", "take"]
