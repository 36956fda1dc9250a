"""What is drawn as lines: events by their days, families of copies, and who carries what an origin said.

Each reads only what one drawing shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from muster.store import documents
from muster.store.browse import BEGINS, Row, Window
from muster.store.codes import decode
from muster.store.file import ProjectFile

_FAMILY = 60
_BEGAN = "coalesce(x.first, x.last)"
# Events of copies are told once, where they were told first.
_DATED = (
    f"{_BEGAN} >= ? AND {_BEGAN} <= ? "
    "AND NOT EXISTS (SELECT 1 FROM copies k WHERE k.copy = x.document AND k.directed)"
)


def events(file: ProjectFile, since: str, until: str, *, offset: int, limit: int) -> Window:
    """Dated events that began at the earliest within ``[since, until]`` (ISO days), in that order.

    ``unsure``: the text tells their order to others of it, and no date forces that order.
    """
    (total,) = file.db.execute(f"SELECT count(*) FROM events x WHERE {_DATED}", (since, until)).fetchone()
    found = file.db.execute(
        "SELECT x.id, coalesce(replace(x.what, char(65532), substr(t.body, x.start + 1, x.stop - x.start)), "
        "substr(t.body, x.start + 1, x.stop - x.start)) AS what, "
        "x.first, x.last, d.id AS document, s.name AS source, "
        "EXISTS (SELECT 1 FROM event_order o WHERE o.document = x.document AND NOT o.certain "
        "AND (o.before = x.n OR o.after = x.n)) AS unsure "
        "FROM events x JOIN documents d ON d.key = x.document JOIN texts t ON t.document = d.key "
        f"JOIN sources s ON s.key = d.source WHERE {_DATED} "
        f"ORDER BY {_BEGAN}, x.last, x.document, x.n LIMIT ? OFFSET ?",
        (since, until, limit, offset),
    )
    return Window(_rows(found, {"id": "event", "document": "doc"}), offset, int(total))


def event_days(file: ProjectFile) -> tuple[str, str] | None:
    """The first and the last day on which a dated event began; None where there is none."""
    (first,) = file.db.execute(f"SELECT min({_BEGAN}) FROM events x").fetchone()
    (last,) = file.db.execute(f"SELECT max({_BEGAN}) FROM events x").fetchone()
    return (first, last) if first else None


def most_copied(file: ProjectFile, *, limit: int) -> tuple[Row, ...]:
    """The documents that most other sources repeat: how many copies, of how many other sources, for how many
    the direction is shown, and from when to when they were published. What a source repeats of its own comes
    last: a house advertisement is posted again for months."""
    found = file.db.execute(
        f"SELECT o.id, o.title, substr(t.body, 1, {BEGINS}) AS begins, o.address, s.name AS source, "
        "o.published, m.copies, m.outlets, m.directed, m.first, m.last "
        "FROM (SELECT c.original, count(*) AS copies, count(DISTINCT nullif(d.source, b.source)) AS outlets, "
        "sum(c.directed) AS directed, min(d.published) AS first, max(d.published) AS last "
        "FROM copies c JOIN documents d ON d.key = c.copy JOIN documents b ON b.key = c.original "
        "GROUP BY c.original ORDER BY outlets DESC, copies DESC, c.original LIMIT ?) m "
        "JOIN documents o ON o.key = m.original "
        "JOIN sources s ON s.key = o.source LEFT JOIN texts t ON t.document = o.key "
        "ORDER BY m.outlets DESC, m.copies DESC, m.original",
        (limit,),
    )
    return _rows(found, {"id": "doc"})


def family(file: ProjectFile, document: str) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """A document with what it repeats and what repeats it, over and over, and the ties between them.

    At most some dozens, the nearest first. Raises NotFound.
    """
    key = documents.key_of(file, document)
    keys = [
        row[0]
        for row in file.db.execute(
            "WITH RECURSIVE f (key) AS (SELECT ? UNION "
            "SELECT CASE c.copy WHEN f.key THEN c.original ELSE c.copy END FROM f "
            "JOIN copies c ON c.copy = f.key OR c.original = f.key LIMIT ?) SELECT key FROM f",
            (key, _FAMILY),
        )
    ]
    marks = ", ".join("?" * len(keys))
    found = file.db.execute(
        f"SELECT d.id, d.title, substr(t.body, 1, {BEGINS}) AS begins, d.address, "
        "s.name AS source, d.published FROM documents d JOIN sources s ON s.key = d.source "
        f"LEFT JOIN texts t ON t.document = d.key WHERE d.key IN ({marks}) "
        "ORDER BY d.published IS NULL, d.published, d.key",
        keys,
    )
    ties = file.db.execute(
        "SELECT c.id, a.id AS copy, b.id AS original, c.kind, c.score, c.directed FROM copies c "
        "JOIN documents a ON a.key = c.copy JOIN documents b ON b.key = c.original "
        f"WHERE c.copy IN ({marks}) AND c.original IN ({marks}) ORDER BY c.id",
        (*keys, *keys),
    )
    return _rows(found, {"id": "doc"}), _rows(ties, {"id": "copy", "copy": "doc", "original": "doc"})


def carried(file: ProjectFile) -> tuple[Row, ...]:
    """The dozen origins with most claims, each with the six sources that carry most of them and how many."""
    found = file.db.execute(
        "SELECT o.id AS origin, o.name, "
        "(SELECT count(*) FROM origin_claims c WHERE c.origin = o.key) AS claims, "
        "s.name AS carrier, k.carried FROM carriers k JOIN origins o ON o.key = k.origin "
        "JOIN sources s ON s.key = k.source ORDER BY claims DESC, o.key, k.carried DESC, s.name"
    )
    return _rows(found, {"origin": "origin"})


def _rows(found: Any, ids: dict[str, str]) -> tuple[Row, ...]:
    names: Sequence[str] = [column[0] for column in found.description]
    made: Iterable[Row] = (dict(zip(names, row, strict=True)) for row in found)
    return tuple({n: decode(v, ids[n]) if n in ids else v for n, v in row.items()} for row in made)


__all__ = ["carried", "event_days", "events", "family", "most_copied"]
