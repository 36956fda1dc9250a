"""Stretches of documents: kept as offsets, given back with their words."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence
from typing import Any

from muster.model.errors import RecordError
from muster.model.links import Anchor, Drift, Stretch
from muster.store import documents
from muster.store.codes import code
from muster.store.file import ProjectFile

# A copy has two texts and its neighbours in the list often share one.
_KEPT = 32


def places_of(file: ProjectFile, ids: Collection[str]) -> dict[str, Anchor]:
    """Claims and events by id, as places in the bytes of their documents, with their words; those that are
    gone are left out. Events have no index by id: all of them are walked over once, however many are asked.
    """
    wanted: dict[int, list[tuple[int, int, str]]] = {}
    for id in ids:
        if id.startswith("claim-"):
            for document, start, stop in file.db.execute(
                "SELECT document, start, stop FROM claims WHERE id = ?", (code(id, "claim"),)
            ):
                wanted.setdefault(document, []).append((start, stop, id))
    events = {code(id, "event"): id for id in ids if id.startswith("event-")}
    for id, document, start, stop in (
        file.db.execute("SELECT id, document, start, stop FROM events") if events else ()
    ):
        if id in events:
            wanted.setdefault(document, []).append((start, stop, events[id]))
    found: dict[str, Anchor] = {}
    for document, places in wanted.items():
        sha256, body = file.db.execute(
            "SELECT b.sha256, t.body FROM documents d JOIN blobs b ON b.key = d.blob "
            "JOIN texts t ON t.document = d.key WHERE d.key = ?",
            (document,),
        ).fetchone()
        for start, stop, id in places:
            found[id] = Anchor(sha256.hex(), start, stop, body[start:stop])
    return found


def place_of_mention(file: ProjectFile, document: str, id: str) -> tuple[int, int]:
    """Where a mention stands in its document. Raises NotFound."""
    row = file.db.execute(
        "SELECT m.start, m.stop FROM documents d JOIN mentions m ON m.document = d.key "
        "WHERE d.id = ? AND m.id = ?",
        (code(document, "doc"), code(id, "mention")),
    ).fetchone()
    if row is None:
        raise documents.not_found("mention", id)
    return row[0], row[1]


class Bodies:
    """The bodies of the documents last asked for."""

    def __init__(self, file: ProjectFile) -> None:
        self.file = file
        self._keys: dict[str, int] = {}
        self._bodies: OrderedDict[int, str] = OrderedDict()

    def key(self, document: str) -> int:
        """The key of a document. Raises NotFound."""
        if document not in self._keys:
            self._keys[document] = documents.key_of(self.file, document)
        return self._keys[document]

    def body(self, key: int) -> str:
        """The characters of a document; none where nothing could be read from it."""
        if key not in self._bodies:
            row = self.file.db.execute("SELECT body FROM texts WHERE document = ?", (key,)).fetchone()
            self._bodies[key] = row[0] if row else ""
            if len(self._bodies) > _KEPT:
                self._bodies.popitem(last=False)
        return self._bodies[key]

    def held(self, stretch: Stretch, document: str) -> tuple[int, int]:
        """The offsets of a stretch. RecordError where it is not of ``document`` or does not hold."""
        body = self.body(self.key(document))
        if stretch.document != document or body[stretch.start : stretch.stop] != stretch.words:
            raise RecordError(
                f"the stretch [{stretch.start}, {stretch.stop}) does not hold in its document",
                record=stretch.document,
            )
        return stretch.start, stretch.stop

    def offsets(self, stretch: Stretch | None, document: str) -> tuple[int, int] | None:
        """As ``held``; None for a side that has nothing."""
        return None if stretch is None else self.held(stretch, document)

    def stretch(self, document: str, key: int, start: int, stop: int) -> Stretch:
        """The stretch that was kept as offsets."""
        return Stretch(document, start, stop, self.body(key)[start:stop])

    def drift(self, kept: Sequence[Any], copy: tuple[str, int], original: tuple[str, int]) -> Drift:
        """The drift that was kept as [offsets in the copy, offsets in the original, effect]."""
        here, there, effect = kept
        return Drift(
            self.stretch(*copy, *here) if here is not None else None,
            self.stretch(*original, *there) if there is not None else None,
            effect,
        )


__all__ = ["Bodies", "places_of"]
