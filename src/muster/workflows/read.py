"""Read every text that this reader has not read yet, over all cores, in batches that can be resumed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from muster.model.claims import Reading, ReadingContext
from muster.model.errors import Unreconciled
from muster.model.evidence import Text
from muster.read import read_text, reader_version
from muster.store import Store
from muster.workflows.engine import Engine, local
from muster.workflows.progress import Progress, Silent

# Characters a batch: some tenths of a second of reading, so that sending it to a worker costs little.
_BATCH_CHARACTERS = 60_000

Batch = Sequence[tuple[Text, ReadingContext]]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one read did, in texts."""

    texts: int


def read(
    store: Store,
    *,
    now: str,
    reader: str = "rules",
    coding: str = "as-written",
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> ReadReport:
    """Read what is unread. Killed half-way, the next call goes on with the texts that are left."""
    engine = engine or local()
    progress = progress or Silent()
    version = f"{reader_version(reader)}+{coding}"
    waiting = store.count_to_read(version)
    if not waiting:
        return ReadReport(0)
    progress.stage("reading", waiting)
    run = store.begin("read", {"reader": version}, now)
    texts = ((text, dataclasses.replace(c, coding=coding)) for text, c in store.texts_to_read(version))
    done = 0
    for readings in engine.map(partial(read_batch, reader=reader, version=version), _batches(texts)):
        store.save_readings(run, readings)
        done += len(readings)
        progress.step(len(readings))
    if done != waiting:
        raise Unreconciled(
            f"{waiting - done} texts were neither read nor set aside",
            next_step="run 'muster check', then read again",
        )
    store.finish(run, inputs=str(waiting), used=done, aside=0, now=now)
    return ReadReport(done)


def read_batch(batch: Batch, *, reader: str, version: str) -> list[Reading]:
    """Readings of one batch, in order; what a worker process does."""
    return [
        dataclasses.replace(read_text(text, context, reader=reader), reader=version)
        for text, context in batch
    ]


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
