"""Move documents of the open project into the sealed one, and out of everything that lies beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from muster.model.errors import Refused
from muster.model.evidence import Document, Source, Taken
from muster.store import Store
from muster.workflows.forget import forget_beside, forget_watched, ids_of
from muster.workflows.project import Desk
from muster.workflows.sealed import open_sealed
from muster.workflows.take import keyed


@dataclass(frozen=True, slots=True)
class Moved:
    """How many documents are new in the sealed file. ``removed``: dossiers deleted, since they showed them;
    ``still``: files that speak of them yet."""

    documents: int
    removed: tuple[Path, ...]
    still: tuple[Path, ...]


def seal(desk: Desk, ids: Sequence[str], *, by: str) -> Moved:
    """Move documents of the open project into the sealed one and really delete them there.

    Their protected-by-alias sources go with them. Raises NotFound, Refused.
    """
    if desk.sealed:
        raise Refused("these papers are sealed already")
    named: set[bytes] = set()
    with desk.open() as store, open_sealed(desk) as sealed:
        sources = {source.id: source for source in store.sources()}
        found = [store.document(store.find(id)[1].id) for id in ids]
        moved = [_with_all(store, document, sources[document.source]) for document in found]
        run = sealed.begin("take", {"sealed": len(moved)}, desk.now)
        new = sealed.save_taken(run, [keyed(each, sealed.project().id_key) for each in moved])
        sealed.finish(run, inputs=str(len(moved)), used=len(moved), aside=0, now=desk.now)
        for document in found:
            # Only now that it stands in the other file.
            named |= ids_of(store, document.id)
            forget_watched(desk, store, document.id)
            store.forget(document.id, reason="sealed", by=by, now=desk.now)
    return Moved(new, *forget_beside(desk, named))


def _with_all(store: Store, document: Document, source: Source) -> Taken:
    return Taken(source, document, store.original(document.id), store.text_of(document.id))


__all__ = ["Moved", "seal"]
