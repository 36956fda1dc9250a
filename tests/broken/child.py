"""A process that fills a project and may be killed or run out of room at any moment.

python -m tests.broken.child PROJECT STATE plain|sealed DOCUMENTS [LIMIT]
"""

from __future__ import annotations

import resource
import sys
from itertools import islice
from pathlib import Path

from tests.store import filled
from tests.store import material as m
from tests.store.conftest import SEALED

from muster.model.errors import NoSpace
from muster.store import Keys, Store, plain

_BATCH = 5


def work(path: Path, keys: Keys, kind: str, number: int) -> None:
    """Take, read, link and count, going on where a killed one stopped."""
    connect = SEALED if kind == "sealed" else plain
    if path.exists():
        store = Store.open(path, connect=connect, keys=keys, index_terms=m.terms)
    else:
        store = Store.create(path, connect=connect, keys=keys, now=m.NOW, index_terms=m.terms)
    with store:
        items = [m.taken(n, m.article(n, 400)) for n in range(number)]
        run = store.begin("take", {}, m.NOW)
        for start in range(0, number, _BATCH):
            batch = [i for i in items[start : start + _BATCH] if store.seen_file(i.document.address) is None]
            store.save_taken(run, [x for item in batch for x in (item, m.seen(item))])
        store.finish(run, inputs=str(number), used=number, aside=0, now=m.NOW)
        run = store.begin("read", {}, m.NOW)
        waiting = store.texts_to_read(m.READER)
        while texts := list(islice(waiting, _BATCH)):
            store.save_readings(run, [m.reading(text, 20) for text, _ in texts])
        store.finish(run, inputs=str(number), used=number, aside=0, now=m.NOW)
        filled.link(store, items, [r for _, _, r in store.readings()])


def main() -> int:
    path, state, kind, number = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    if len(sys.argv) > 5:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[5]), resource.RLIM_INFINITY))
    try:
        work(path, Keys.load(state), kind, number)
    except NoSpace as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
