"""The sealed project: the same errands on a second, encrypted file, while its vault is unlocked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from muster.model.errors import NotFound, Refused
from muster.model.evidence import Document, Source, Taken
from muster.store import Store
from muster.store.connect import sealed as connector
from muster.workflows.project import Desk
from muster.workflows.take import keyed
from muster.workflows.vault import ask, place, unlocked


def has_vault(desk: Desk) -> bool:
    """Whether protected documents of this project are to be sealed. Not within the sealed file itself."""
    return not desk.sealed and place(desk).there


def open_sealed(desk: Desk, *, readonly: bool = False) -> Store:
    """The sealed project, made with its first opening. Raises NotFound where the vault is locked."""
    if not place(desk).there:
        raise NotFound(
            "this project has no vault, and so no sealed file",
            record=str(place(desk).folder),
            next_step="'muster vault init' makes both",
        )
    connect = connector(bytes.fromhex(ask(desk, "sealed")))
    path: Path = place(desk).sealed
    if not path.exists():
        Store.create(path, connect=connect, keys=desk.keys(), now=desk.now).close()
    return Store.open(path, connect=connect, keys=desk.keys(), readonly=readonly)


@contextmanager
def sealed_beside(desk: Desk) -> Iterator[Store | None]:
    """The sealed project beside the open one; None where there is no vault, or it is locked."""
    if not has_vault(desk) or not unlocked(desk):
        yield None
        return
    with open_sealed(desk) as store:
        yield store


def seal(desk: Desk, ids: Sequence[str], *, by: str) -> int:
    """Move documents of the open project into the sealed one and really delete them there; how many.

    Their protected-by-alias sources go with them. Raises NotFound, Refused.
    """
    if desk.sealed:
        raise Refused("these papers are sealed already")
    with desk.open() as store, open_sealed(desk) as sealed:
        sources = {source.id: source for source in store.sources()}
        found = [store.document(store.find(id)[1].id) for id in ids]
        moved = [_with_all(store, document, sources[document.source]) for document in found]
        run = sealed.begin("take", {"sealed": len(moved)}, desk.now)
        new = sealed.save_taken(run, [keyed(each, sealed.project().id_key) for each in moved])
        sealed.finish(run, inputs=str(len(moved)), used=len(moved), aside=0, now=desk.now)
        for document in found:
            # Only now that it stands in the other file.
            store.forget(document.id, reason="sealed", by=by, now=desk.now)
    return new


def _with_all(store: Store, document: Document, source: Source) -> Taken:
    return Taken(source, document, store.original(document.id), store.text_of(document.id))


__all__ = ["has_vault", "open_sealed", "seal", "sealed_beside"]
