"""Read every text that this reader has not read yet, over all cores, in batches that can be resumed."""

from __future__ import annotations

import dataclasses
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from muster.model.claims import Reading, ReadingContext, Unread
from muster.model.errors import Unreconciled
from muster.model.evidence import SetAside, Text
from muster.read import Ask, read_text, reader_version
from muster.store import Prepared, Store, prepare
from muster.workflows.engine import Engine, local
from muster.workflows.progress import Progress, Silent

if TYPE_CHECKING:  # it loads what opens connections; only who asks a model needs that
    from muster.workflows.endpoint import Endpoint

# Characters a batch: some tenths of a second of reading, so that sending it to a worker costs little.
_BATCH_CHARACTERS = 60_000

_FAILED = "the reader failed"

Batch = Sequence[tuple[Text, ReadingContext]]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one read did, in texts; ``failed`` of them broke the reader and are set aside."""

    texts: int
    failed: int = 0


def read(
    store: Store,
    *,
    now: str,
    reader: str = "rules",
    ask: Endpoint | None = None,
    coding: str = "as-written",
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> ReadReport:
    """Read what is unread. Killed half-way, the next call goes on with the texts that are left."""
    engine = engine or local()
    progress = progress or Silent()
    version = f"{reader_version(reader)}{f':{ask.version}' if ask else ''}+{coding}"
    waiting = store.count_to_read(version)
    if not waiting:
        return ReadReport(0)
    if ask is not None:
        ask.check()
    progress.stage("reading", waiting)
    run = store.begin("read", {"reader": version}, now)
    texts = ((text, dataclasses.replace(c, coding=coding)) for text, c in store.texts_to_read(version))
    done = failed = 0
    work = partial(read_batch, reader=reader, version=version, ask=ask)
    for ready, broken in engine.map(work, _batches(texts)):
        # First the reasons: a kill between the two must not leave a text unread without one.
        if broken:
            store.save_taken(run, broken)
        store.save_readings(run, ready)
        done += len(ready)
        failed += len(broken)
        progress.step(len(ready))
    if done != waiting:
        raise Unreconciled(
            f"{waiting - done} texts were neither read nor set aside",
            next_step="run 'muster check', then read again",
        )
    store.finish(run, inputs=str(waiting), used=done - failed, aside=failed, now=now)
    return ReadReport(done, failed)


def read_batch(
    batch: Batch, *, reader: str, version: str, ask: Ask | None = None
) -> tuple[list[Prepared], list[SetAside]]:
    """Readings of one batch, in order, made ready for the writer, and the texts that broke the reader;
    what a worker process does."""
    ready, broken = [], []
    for text, context in batch:
        try:
            reading = dataclasses.replace(read_text(text, context, reader=reader, ask=ask), reader=version)
            ready.append(prepare(reading, text.body))
        except Exception as error:
            where = _place_of(error)
            ready.append(prepare(_unread(text, version, where), text.body))
            broken.append(_set_aside(text, where))
    return ready, broken


def _place_of(error: Exception) -> str:
    # A fault of the reader in one text must not stop the other ten thousand. Only the place in our own
    # code is kept: an error's message may hold words of a protected text.
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{_FAILED}: {type(error).__name__} at {Path(last.filename).name}:{last.lineno}"


def _unread(text: Text, version: str, where: str) -> Reading:
    whole = Unread(0, max(1, len(text.body)), where)
    return Reading(text.id, version, unread=(whole,), characters=len("".join(text.body.split())))


def _set_aside(text: Text, where: str) -> SetAside:
    detail = f"{where}; the document is kept, nothing was read from it; please report this place"
    return SetAside(text.id, _FAILED, detail, "read")


def _batches(texts: Iterable[tuple[Text, ReadingContext]]) -> Iterator[Batch]:
    batch: list[tuple[Text, ReadingContext]] = []
    size = 0
    for text, context in texts:
        batch.append((text, context))
        size += len(text.body) + 200
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


__all__ = ["ReadReport", "read", "read_batch"]
