"""An id, or its first characters, in; the record out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from muster.model.claims import ReadingPart
from muster.model.errors import NotFound, Usage
from muster.model.evidence import Text
from muster.store import cases, derived, documents, judgements, readings, runs
from muster.store.codes import code, decode
from muster.store.file import ProjectFile


class Place(NamedTuple):
    """A table whose records have ids, and how one is fetched by its full id."""

    kind: str
    table: str
    fetch: Callable[[ProjectFile, str], Any]


def _text(file: ProjectFile, id: str) -> Text | None:
    return documents.text_of(file, documents.document_of_text(file, id).id)


def _in_reading(part: ReadingPart) -> Callable[[ProjectFile, str], Any]:
    def fetch(file: ProjectFile, id: str) -> Any:
        kind = {"quantities": "quantity"}.get(part, part[:-1])
        row = file.db.execute(
            f"SELECT d.id FROM {part} x JOIN documents d ON d.key = x.document WHERE x.id = ? "
            "ORDER BY d.id LIMIT 1",
            (code(id, kind),),
        ).fetchone()
        # A quantity names its claim only where claims are read with it.
        reading = readings.reading_of(file, decode(row[0], "doc"), {part, "claims"})
        return next(record for record in getattr(reading, part) if record.id == id)

    return fetch


def _one(listing: Callable[..., Iterator[Any]], kind: str, column: str) -> Callable[[ProjectFile, str], Any]:
    return lambda file, id: next(listing(file, f"WHERE {column} = ?", (code(id, kind),)))


def _among(listing: Callable[[ProjectFile], Iterator[Any]]) -> Callable[[ProjectFile, str], Any]:
    return lambda file, id: next(record for record in listing(file) if record.id == id)


# In the order in which a bare prefix is looked for.
PLACES = (
    Place("doc", "documents", documents.document),
    Place("claim", "claims", _in_reading("claims")),
    Place("quantity", "quantities", _in_reading("quantities")),
    Place("estimate", "estimates", _one(derived.estimates, "estimate", "id")),
    Place("origin", "origins", _one(derived.origins, "origin", "id")),
    Place("entity", "entities", _one(derived.entities, "entity", "id")),
    Place("copy", "copies", _one(derived.copies, "copy", "x.id")),
    Place("link", "links", _among(derived.links)),
    Place("judgement", "judgements", _among(judgements.judgements)),
    Place("case", "cases", cases.case_called),
    Place("time", "times", _in_reading("times")),
    Place("mention", "mentions", _in_reading("mentions")),
    Place("event", "events", _in_reading("events")),
    Place("text", "texts", _text),
    Place("source", "sources", _among(documents.sources)),
    Place("run", "runs", _among(runs.all_runs)),
)
_HEX = frozenset("0123456789abcdef")
_SHOWN = 5


def find(file: ProjectFile, id: str) -> tuple[str, Any]:
    """(kind, record) of an id or of the first characters of one, with or without the kind in front.

    Raises NotFound; Usage where several ids begin so.
    """
    place, full = resolve(file, id)
    return place.kind, place.fetch(file, full)


def resolve(file: ProjectFile, id: str) -> tuple[Place, str]:
    """The place and the full id. Raises as ``find``."""
    found = list(dict.fromkeys(_matches(file, id.strip())))
    if not found:
        _say_if_forgotten(file, id.strip())
        raise NotFound(
            f"nothing in this project has the id {id!r}",
            next_step="'muster documents' or 'muster claims' lists ids",
        )
    exact = [each for each in found if each[1] == id]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    raise Usage(
        f"{id!r} begins several ids: {', '.join(full for _, full in found[:_SHOWN])}"
        + (" …" if len(found) > _SHOWN else ""),
        next_step="give more characters",
    )


def _say_if_forgotten(file: ProjectFile, id: str) -> None:
    row = file.db.execute(
        'SELECT f.id, f.reason, c.at, c."by", c.seq FROM forgotten f JOIN custody c ON c.seq = f.line '
        "WHERE substr(f.id, 1, length(?)) = ? AND length(?) > 4 ORDER BY f.id LIMIT 1",
        (id, id, id),
    ).fetchone()
    if row is not None:
        full, reason, at, by, line = row
        raise NotFound(f"{full} was forgotten on {at} by {by}: {reason}; custody line {line} says so")


def _matches(file: ProjectFile, id: str) -> Iterator[tuple[Place, str]]:
    if not id:
        return
    # An id that says its kind is looked for there first: not every list is sorted by ids.
    own = [place for place in PLACES if id.startswith(place.kind + "-")]
    here = [found for place in own for found in _in_place(file, id, place)]
    yield from here
    for place in () if here else PLACES:
        yield from _in_place(file, id, place)
    # What people call a case by.
    called: list[tuple[bytes | str]] = []
    if id[:2].upper() in ("K-", "Q-"):
        sql = f"SELECT id FROM cases WHERE substr(code, 1, ?) = ? ORDER BY key LIMIT {_SHOWN + 1}"
        called = file.db.execute(sql, (len(id), id.upper())).fetchall()
    for (case,) in called:
        yield next(p for p in PLACES if p.kind == "case"), decode(case, "case")


def _in_place(file: ProjectFile, id: str, place: Place) -> Iterator[tuple[Place, str]]:
    lead = place.kind + "-"
    digits = id[len(lead) :] if id.startswith(lead) else id
    if digits and len(digits) <= 24 and set(digits) <= _HEX:
        low = bytes.fromhex(digits.ljust(24, "0"))
        high = bytes.fromhex(digits.ljust(24, "f"))
        yield from _rows(file, place, "BETWEEN ? AND ?", (low, high))
    yield from _rows(file, place, "= ?", (id,))


def _rows(file: ProjectFile, place: Place, test: str, values: tuple[object, ...]) -> list[tuple[Place, str]]:
    rows = file.db.execute(
        f"SELECT DISTINCT id FROM {place.table} WHERE id {test} ORDER BY id LIMIT {_SHOWN + 1}", values
    )
    return [(place, decode(id, place.kind)) for (id,) in rows]


__all__ = ["PLACES", "Place", "find", "resolve"]
