"""What follows from documents, readings and judgements: replaced as a whole, never edited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from muster.model.evidence import Run
from muster.model.findings import Estimate
from muster.model.links import Copy, Entity, Link, Origin
from muster.store import documents, kept, runs, stretches
from muster.store.codes import code, decode
from muster.store.custody import Ledger
from muster.store.file import ProjectFile
from muster.store.records import canonical, digest, fields_of, pack, unpack

LINKED, COUNTED = "linked", "counted"
# The digest of links, or of estimates, where there are none.
NOTHING = hashlib.sha256().digest()
_LINK_TABLES = (
    "copies",
    "links",
    "entity_uses",
    "entities",
    "conflicts",
    "carriers",
    "origin_claims",
    "origins",
)
# As many as one drawing of origins and carriers can show.
_ORIGINS, _CARRIERS = 12, 6
_CARRIED = (
    "SELECT origin, source, carried FROM ("
    "SELECT c.origin, d.source, count(*) AS carried, "
    "row_number() OVER (PARTITION BY c.origin ORDER BY count(*) DESC, s.name) AS place "
    "FROM (SELECT origin FROM origin_claims GROUP BY origin ORDER BY count(*) DESC, origin LIMIT ?) m "
    "CROSS JOIN origin_claims c ON c.origin = m.origin JOIN claims x ON x.id = c.claim "
    "JOIN documents d ON d.key = x.document JOIN sources s ON s.key = d.source "
    "GROUP BY c.origin, d.source) WHERE place <= ?"
)
_COUNT_TABLES = ("estimates", "phrases")


def replace_links(
    file: ProjectFile,
    run: Run,
    *,
    copies: Iterable[Copy],
    links: Iterable[Link],
    entities: Iterable[Entity],
    conflicts: Sequence[str],
    origins: Iterable[Origin],
) -> None:
    """Put these in the place of all that stood there. Raises RecordError where words do not hold."""
    with file.writing() as ledger:
        _clear(file, _LINK_TABLES)
        bodies = stretches.Bodies(file)
        many = file.db.executemany
        # In the order of their ids, which are the keys: pages filled at random stay a third empty.
        rows = sorted((_copy_row(c, bodies) for c in copies), key=_by_id)
        many(f"INSERT INTO copies VALUES ({_marks(9)})", rows)
        told: list[tuple[Any, ...]] = sorted(map(_link_row, links), key=_by_id)
        many(f"INSERT INTO links VALUES ({_marks(6)})", told)
        _write_entities(file, entities)
        many("INSERT INTO conflicts (words) VALUES (?)", ((words,) for words in conflicts))
        _write_origins(file, origins)
        _write_carriers(file)
        sign_links(file, ledger, run.started, run.id, runs.by(run))


def replace_estimates(file: ProjectFile, run: Run, estimates: Iterable[Estimate]) -> None:
    """Put these in the place of all estimates; their order is kept."""
    with file.writing() as ledger:
        _clear(file, _COUNT_TABLES)
        names = ", ".join(["n", *(f.name for f in fields_of(Estimate))])
        key_of = lru_cache(maxsize=_PHRASES)(partial(_keep_phrase, file))
        file.db.executemany(
            f"INSERT INTO estimates ({names}) VALUES ({_marks(1 + len(fields_of(Estimate)))})",
            ((n, *_estimate_row(each, key_of)) for n, each in enumerate(estimates, 1)),
        )
        sign_estimates(file, ledger, run.started, run.id, runs.by(run))


def clear(file: ProjectFile, ledger: Ledger, at: str, by: str) -> None:
    """Throw away everything derived: it quotes words in places that no id leads to."""
    _clear(file, (*_LINK_TABLES, *_COUNT_TABLES))
    kept.clear(file)
    sign_links(file, ledger, at, file.info.id, by)
    sign_estimates(file, ledger, at, file.info.id, by)


def sign_links(file: ProjectFile, ledger: Ledger, at: str, record: str, by: str) -> None:
    """A custody line over all links as they now stand."""
    ledger.add(at, LINKED, record, links_digest(file), by)


def sign_estimates(file: ProjectFile, ledger: Ledger, at: str, record: str, by: str) -> None:
    """A custody line over all estimates as they now stand."""
    ledger.add(at, COUNTED, record, estimates_digest(file), by)


def links_digest(file: ProjectFile) -> bytes:
    """One digest of copies, links, entities, conflicts and origins; without the keys of this file."""
    h = hashlib.sha256()
    for row in file.db.execute(
        "SELECT x.id, a.id, b.id, x.kind, x.score, x.reasons, x.directed, x.drift, x.overlaps FROM copies x "
        "JOIN documents a ON a.key = x.copy JOIN documents b ON b.key = x.original ORDER BY x.id"
    ):
        h.update(digest("copy", [_hex(v) for v in row]))
    for row in file.db.execute('SELECT id, kind, "left", "right", score, reasons FROM links ORDER BY id'):
        h.update(digest("link", [_hex(v) for v in row]))
    for entity in entities(file):
        h.update(digest("entity", pack(entity)))
    for words in conflicts(file):
        h.update(digest("conflict", words))
    for origin in origins(file):
        h.update(digest("origin", pack(origin)))
    return h.digest()


def estimates_digest(file: ProjectFile) -> bytes:
    """One digest of all estimates in their order."""
    h = hashlib.sha256()
    for estimate in estimates(file):
        h.update(digest(pack(estimate)))
    return h.digest()


def _hex(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def _clear(file: ProjectFile, tables: Sequence[str]) -> None:
    for table in tables:
        file.db.execute(f"DELETE FROM {table}")


def _by_id(row: Sequence[Any]) -> bytes:
    id = row[0]
    return id if isinstance(id, bytes) else str(id).encode()


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def _json(value: Sequence[object]) -> str | None:
    return canonical(list(value)).decode() if value else None


def _strings(stored: str | None) -> tuple[str, ...]:
    return tuple(json.loads(stored)) if stored else ()


# Copies and links ------------------------------------------------------------------------------------


def _copy_row(copy: Copy, bodies: stretches.Bodies) -> tuple[Any, ...]:
    drift = [[bodies.offsets(d.copy, copy.copy), bodies.offsets(d.original, copy.original), d.effect]
             for d in copy.drift]  # fmt: skip
    overlaps = [[*bodies.held(a, copy.copy), *bodies.held(b, copy.original)] for a, b in copy.overlaps]
    return (
        code(copy.id, "copy"), bodies.key(copy.copy), bodies.key(copy.original), copy.kind, float(copy.score),
        _json(copy.reasons), copy.directed, _json(drift), _json(overlaps),
    )  # fmt: skip


_COPIES = (
    "SELECT x.id, a.id, b.id, x.kind, x.score, x.reasons, x.directed, x.drift, x.overlaps, x.copy, "
    "x.original FROM copies x JOIN documents a ON a.key = x.copy JOIN documents b ON b.key = x.original"
)


def copies(file: ProjectFile, where: str = "", values: Sequence[object] = ()) -> Iterator[Copy]:
    """Copies, by the address of the copy, then of the original."""
    bodies = stretches.Bodies(file)
    for row in file.db.execute(f"{_COPIES} {where} ORDER BY a.address, b.address, x.id", values):
        yield _copy(row, bodies)


def _copy(row: Sequence[Any], bodies: stretches.Bodies) -> Copy:
    copy, original = decode(row[1], "doc"), decode(row[2], "doc")
    return Copy(
        decode(row[0], "copy"), copy, original, row[3], row[4], _strings(row[5]), bool(row[6]),
        drift=tuple(bodies.drift(d, (copy, row[9]), (original, row[10])) for d in json.loads(row[7] or "[]")),
        overlaps=tuple(
            (bodies.stretch(copy, row[9], o[0], o[1]), bodies.stretch(original, row[10], o[2], o[3]))
            for o in json.loads(row[8] or "[]")
        ),
    )  # fmt: skip


def _link_row(link: Link) -> tuple[Any, ...]:
    return code(link.id, "link"), link.kind, link.left, link.right, float(link.score), _json(link.reasons)


def links(file: ProjectFile, kind: str | None = None) -> Iterator[Link]:
    """Suggestions, by id; of one kind, if one is given."""
    for row in file.db.execute(
        'SELECT id, kind, "left", "right", score, reasons FROM links WHERE ? IS NULL OR kind = ? ORDER BY id',
        (kind, kind),
    ):
        values = (*row[1:5], _strings(row[5]))
        yield Link(decode(row[0], "link"), *values)


# Entities and origins --------------------------------------------------------------------------------


def _write_entities(file: ProjectFile, entities: Iterable[Entity]) -> None:
    @lru_cache(maxsize=10_000)
    def key_of(document: str) -> int:
        return documents.key_of(file, document)

    for key, entity in enumerate(entities, 1):
        file.db.execute(
            f"INSERT INTO entities (key, id, type, name, variants, protected) VALUES ({_marks(6)})",
            (
                key,
                code(entity.id, "entity"),
                entity.type,
                entity.name,
                _json(entity.variants),
                entity.protected,
            ),
        )
        file.db.executemany(
            "INSERT INTO entity_uses (entity, n, document, name) VALUES (?, ?, ?, ?)",
            ((key, n, key_of(document), name) for n, (document, name) in enumerate(entity.uses)),
        )


def entities(file: ProjectFile, where: str = "", values: Sequence[object] = ()) -> Iterator[Entity]:
    """Entities, by id."""
    for row in file.db.execute(
        f"SELECT key, id, type, name, variants, protected FROM entities {where} ORDER BY id", values
    ):
        uses = file.db.execute(
            "SELECT d.id, u.name FROM entity_uses u JOIN documents d ON d.key = u.document "
            "WHERE u.entity = ? ORDER BY u.n",
            row[:1],
        )
        yield Entity(
            decode(row[1], "entity"), row[2], row[3], _strings(row[4]), bool(row[5]),
            tuple((decode(document, "doc"), name) for document, name in uses),
        )  # fmt: skip


def entity_of(file: ProjectFile, document: str, name: str) -> str | None:
    """The entity that a document means by a name."""
    row = file.db.execute(
        "SELECT e.id FROM entity_uses u JOIN entities e ON e.key = u.entity "
        "JOIN documents d ON d.key = u.document WHERE d.id = ? AND u.name = ? ORDER BY e.id LIMIT 1",
        (code(document, "doc"), name),
    ).fetchone()
    return decode(row[0], "entity") if row else None


def conflicts(file: ProjectFile) -> Iterator[str]:
    """Joins that were refused, and why."""
    for (words,) in file.db.execute("SELECT words FROM conflicts ORDER BY n"):
        yield words


def _write_origins(file: ProjectFile, origins: Iterable[Origin]) -> None:
    for key, origin in enumerate(origins, 1):
        file.db.execute(
            "INSERT INTO origins (key, id, name, entity, reasons, first, independent_of) "
            f"VALUES ({_marks(7)})",
            (
                key, code(origin.id, "origin"), origin.name,
                code(origin.entity, "entity") if origin.entity is not None else None, _json(origin.reasons),
                code(origin.first, "claim") if origin.first is not None else None,
                _json(origin.independent_of),
            ),
        )  # fmt: skip
        file.db.executemany(
            "INSERT INTO origin_claims (origin, n, claim) VALUES (?, ?, ?)",
            ((key, n, code(claim, "claim")) for n, claim in enumerate(origin.claims)),
        )


def _write_carriers(file: ProjectFile) -> None:
    """Who carries the claims of the largest origins: these lie all over the file, and a page that looked them
    up took a third of a second on a million."""
    file.db.execute(f"INSERT INTO carriers {_CARRIED}", (_ORIGINS, _CARRIERS))


def carriers_stand(file: ProjectFile) -> bool:
    """Whether the kept carriers are those of the claims; no line of the ledger is about them.

    Where texts were read again since, claims of an origin are gone, and the next link makes both anew.
    """
    behind = "SELECT EXISTS (SELECT 1 FROM origin_claims WHERE claim NOT IN (SELECT id FROM claims))"
    if file.db.execute(behind).fetchone()[0]:
        return True
    asked = (_ORIGINS, _CARRIERS)
    more = "SELECT count(*) FROM (SELECT * FROM carriers EXCEPT SELECT * FROM ({0}))"
    less = "SELECT count(*) FROM (SELECT * FROM ({0}) EXCEPT SELECT * FROM carriers)"
    return not any(file.db.execute(each.format(_CARRIED), asked).fetchone()[0] for each in (more, less))


def origins(file: ProjectFile, where: str = "", values: Sequence[object] = ()) -> Iterator[Origin]:
    """Origins, by id."""
    for row in file.db.execute(
        f"SELECT key, id, name, entity, reasons, first, independent_of FROM origins {where} ORDER BY id",
        values,
    ):
        claims = file.db.execute("SELECT claim FROM origin_claims WHERE origin = ? ORDER BY n", row[:1])
        yield Origin(
            decode(row[1], "origin"), row[2], decode(row[3], "entity") if row[3] is not None else None,
            tuple(decode(claim, "claim") for (claim,) in claims), _strings(row[4]),
            decode(row[5], "claim") if row[5] is not None else None, _strings(row[6]),
        )  # fmt: skip


def origin_of(file: ProjectFile, claim: str) -> str | None:
    """The origin that a claim was folded into."""
    row = file.db.execute(
        "SELECT o.id FROM origin_claims c JOIN origins o ON o.key = c.origin WHERE c.claim = ? "
        "ORDER BY o.id LIMIT 1",
        (code(claim, "claim"),),
    ).fetchone()
    return decode(row[0], "origin") if row else None


def claim_of(file: ProjectFile, quantity: str) -> str | None:
    """The claim that a quantity stands in; None where it stands in none, or is gone."""
    row = file.db.execute(
        "SELECT document, claim FROM quantities WHERE id = ?", (code(quantity, "quantity"),)
    ).fetchone()
    if row is None or row[1] is None:
        return None
    document, claim = row
    if not isinstance(claim, int):
        return str(claim)
    found = file.db.execute(
        "SELECT id FROM claims WHERE document = ? ORDER BY n LIMIT 1 OFFSET ?", (document, claim)
    ).fetchone()
    return decode(found[0], "claim") if found else None


# Estimates -------------------------------------------------------------------------------------------


# These say the same of many figures: each phrase is kept once, and the row holds its key. One that is kept
# a second time, after so many others, does no harm.
_PHRASED = {"assumptions", "seen"}
_PHRASES = 1 << 16


def _keep_phrase(file: ProjectFile, words: str) -> int:
    made = file.db.execute("INSERT INTO phrases (words) VALUES (?)", (words,)).lastrowid
    assert made is not None
    return made


def _phrase(file: ProjectFile, key: int) -> str:
    row = file.db.execute("SELECT words FROM phrases WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else f"(no phrase {key})"


def _estimate_row(estimate: Estimate, key_of: Callable[[str], int]) -> list[Any]:
    packed = pack(estimate)
    row: list[Any] = []
    for field in fields_of(Estimate):
        value = packed.get(field.name, field.default)
        if field.name in _PHRASED:
            value = [key_of(words) for words in value]
        row.append(_json(value) if isinstance(value, (list, tuple)) else value)
    row[0] = code(estimate.id, "estimate")
    return row


_FLAGS = {"low_exclusive", "high_exclusive"}


def estimates(file: ProjectFile, where: str = "", values: Sequence[object] = ()) -> Iterator[Estimate]:
    """The ledger of estimates, in its order."""
    shape = fields_of(Estimate)
    lists = {f.name for f in shape if f.unpack is not None}
    phrase = lru_cache(maxsize=_PHRASES)(partial(_phrase, file))
    for row in file.db.execute(
        f"SELECT {', '.join(f.name for f in shape)} FROM estimates {where} ORDER BY n", values
    ):
        found = {}
        for field, value in zip(shape, row, strict=True):
            if field.name in lists:
                told = json.loads(value) if value else []
                found[field.name] = [phrase(key) for key in told] if field.name in _PHRASED else told
            else:
                found[field.name] = bool(value) if field.name in _FLAGS else value
        found["id"] = decode(row[0], "estimate")
        yield unpack(Estimate, found)


__all__ = [
    "COUNTED", "LINKED", "NOTHING", "carriers_stand", "clear", "conflicts", "copies", "entities",
    "entity_of", "estimates", "estimates_digest", "links", "links_digest", "origin_of", "origins",
    "replace_estimates", "replace_links",
]  # fmt: skip
