"""Relationships that somebody wrote down in a table: each row is its author's claim, not a fact.

The table is taken like any other: its rows are documents, with their bytes and a custody line. A judgement of
the field ``relations`` says which column holds whom, so the table can be withdrawn as a whole, and a row goes
with its document. Rows that tie nobody to anybody are set aside with a reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from muster.model.errors import NotFound, Usage
from muster.model.evidence import Document, SetAside
from muster.model.ids import make_id
from muster.model.links import Anchor, Judgement
from muster.store import Store
from muster.text.scripts import fold
from muster.workflows.review import after_all
from muster.workflows.struck import Struck, struck
from muster.workflows.take import take

FIELD, STAGE = "relations", "relations"
# What a column may be called; the first that a table has is taken.
HEADS: Mapping[str, tuple[str, ...]] = {
    "left": ("from", "left", "person", "who", "subject", "кто", "от кого", "хто", "від кого"),
    "right": ("to", "right", "other", "whom", "with", "object", "с кем", "кому", "кого", "з ким"),
    "kind": ("relation", "relationship", "kind", "role", "связь", "отношение", "зв’язок", "зв'язок",
             "відношення"),
    "date": ("date", "since", "дата", "с какого дня", "з якого дня"),
    "source": ("source", "outlet", "источник", "джерело"),
}  # fmt: skip
_NEEDED = ("left", "right", "kind")
_AN_ID = re.compile(r"entity-[0-9a-f]{4,24}")
_A_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Relation:
    """One row. ``id``: of the document that the row is; ``said_by``: whom the row names as its source, else
    the table; ``by``: who took the table. ``left_entity``, ``right_entity``: "" where no one name of the
    project is theirs."""

    id: str
    left: str
    right: str
    kind: str
    date: str
    said_by: str
    by: str
    address: str
    left_entity: str = ""
    right_entity: str = ""


@dataclass(frozen=True, slots=True)
class RelationsTaken:
    """What one table gave. ``aside``: rows that tie nobody, with the reason."""

    judgement: str
    rows: int
    aside: tuple[SetAside, ...]


def take_relations(
    store: Store, file: Path, *, by: str, note: str, now: str, columns: Mapping[str, str] | None = None
) -> RelationsTaken:
    """Take a table of relationships. ``columns``: what its columns are called, where not as in ``HEADS``.

    Raises Usage where a column is lacking, NotFound where the file gave no row. Taken twice, nothing doubles.
    """
    if not by.strip():
        raise Usage("a decision needs a name", next_step="give --by ROLE")
    take(store, file, now=now)
    prefix = f"{file.name}#"
    rows = list(store.documents_below(prefix))
    if not rows:
        raise NotFound("no row of a table is in this file", record=file.name, next_step="give a CSV or XLSX")
    heads = _heads(store, rows, columns or {})
    made = _keep(store, prefix, heads, by=by, note=note, now=now)
    names = _Names(store)
    found = [_relation(store, document, heads, by, names) for document in rows]
    aside = tuple(each for each in found if isinstance(each, SetAside))
    run = store.begin(STAGE, {"table": prefix}, now)
    store.save_taken(run, aside)
    store.finish(run, inputs=str(len(rows)), used=len(rows) - len(aside), aside=len(aside), now=now)
    return RelationsTaken(made, len(rows) - len(aside), aside)


def relations(store: Store) -> list[Relation]:
    """Every relationship of every table that stands, by address, less those of names that are struck out."""
    names = _Names(store)
    gone = struck(store)
    out = []
    for judgement in standing(store):
        heads: dict[str, str] = json.loads(judgement.verdict)
        for document in store.documents_below(judgement.subject[0].words):
            found = _relation(store, document, heads, judgement.by, names)
            if isinstance(found, Relation) and not _none(found, gone):
                out.append(found)
    return out


def relation_rows(store: Store) -> Iterator[dict[str, str]]:
    """The same as rows of a list or an export."""
    for found in relations(store):
        yield asdict(found)


def standing(store: Store) -> list[Judgement]:
    """The judgements by which tables are read as relationships now."""
    last: dict[tuple[Anchor, ...], Judgement] = {j.subject: j for j in store.judgements((FIELD,))}
    return [j for j in last.values() if j.verdict.startswith("{")]


def _none(found: Relation, gone: Struck) -> bool:
    return any(gone.holds(found.id, name) for name in (found.left, found.right))


def _keep(store: Store, prefix: str, heads: Mapping[str, str], *, by: str, note: str, now: str) -> str:
    verdict = json.dumps(dict(heads), ensure_ascii=False, sort_keys=True)
    subject = (Anchor("", words=prefix),)
    known = next((j for j in standing(store) if j.subject == subject and j.verdict == verdict), None)
    if known is not None:
        return known.id
    at = after_all(store, now)
    made = Judgement(
        make_id("judgement", FIELD, verdict, by, at, prefix), subject, FIELD, verdict, by, at, note
    )
    store.add_judgement(made)
    return made.id


def _heads(store: Store, rows: list[Document], given: Mapping[str, str]) -> dict[str, str]:
    """Part → the table's own name of the column. Names are taken from all rows: an empty cell leaves none."""
    there: dict[str, str] = {}
    for document in rows[:1000]:
        for line in _body(store, document).split("\n"):
            name, colon, _ = line.partition(": ")
            if colon:
                there.setdefault(name.strip().casefold(), name)
    found = {}
    for part, known in HEADS.items():
        wanted = (given[part],) if given.get(part) else known
        head = next((there[w.casefold()] for w in wanted if w.casefold() in there), "")
        if head:
            found[part] = head
        elif part in _NEEDED or given.get(part):
            raise Usage(
                f"the table has no column that says {_WHAT[part]}",
                record=", ".join(sorted(there.values()))[:_LONGEST],
                next_step=f"name it with --{part} COLUMN",
            )
    return found


_WHAT = {
    "left": "who is related", "right": "to whom", "kind": "in what way", "date": "since when",
    "source": "who says so",
}  # fmt: skip


def _body(store: Store, document: Document) -> str:
    text = store.text_of(document.id)
    return text.body if text else ""


def _relation(
    store: Store, document: Document, heads: Mapping[str, str], by: str, names: _Names
) -> Relation | SetAside:
    """One row as a relationship, or why it is none."""
    lines = _body(store, document).split("\n")
    cells: dict[str, str] = {}
    for part, head in heads.items():
        said = [line[len(head) + 2 :].strip() for line in lines if line.startswith(f"{head}: ")]
        if len(said) > 1:
            return _aside(document, f"the column {head} stands in it twice")
        cells[part] = said[0][:_LONGEST] if said else ""
    if not (cells["left"] and cells["right"]):
        return _aside(document, "the row names nobody on one side")
    if not cells["kind"]:
        return _aside(document, "the row does not say in what way")
    if cells.get("date") and not _A_DAY.fullmatch(cells["date"]):
        return _aside(document, f"{cells['date'][:40]} is no day; write e.g. 2022-06-03")
    ends = [names.end(cells[side]) for side in ("left", "right")]
    for side, end in zip(("left", "right"), ends, strict=True):
        if end is None:
            return _aside(document, f"no name of this project has the id {cells[side][:40]}")
    (left, one), (right, other) = ((end or ("", "")) for end in ends)
    if fold(left) == fold(right):
        return _aside(document, "both sides are the same")
    source = cells.get("source") or document.address.partition("#")[0]
    return Relation(
        document.id,
        left,
        right,
        cells["kind"],
        cells.get("date", ""),
        source,
        by,
        document.address,
        one,
        other,
    )


def _aside(document: Document, why: str) -> SetAside:
    return SetAside(document.id, "no relation", why, STAGE)


class _Names:
    """Whom the project knows by a name, or by the id of one."""

    def __init__(self, store: Store) -> None:
        self._by_name: dict[str, set[str]] = {}
        self._by_id: dict[str, str] = {}
        for entity in store.entities():
            self._by_id[entity.id] = entity.name
            for name in {entity.name, *entity.variants}:
                self._by_name.setdefault(fold(name), set()).add(entity.id)

    def end(self, written: str) -> tuple[str, str] | None:
        """(name, id of the entity or ""); None for an id that nobody has."""
        if _AN_ID.fullmatch(written):
            found = [id for id in self._by_id if id.startswith(written)]
            return (self._by_id[found[0]], found[0]) if len(found) == 1 else None
        held = self._by_name.get(fold(written), set())
        return written, next(iter(held)) if len(held) == 1 else ""


__all__ = [
    "FIELD", "HEADS", "Relation", "RelationsTaken", "relation_rows", "relations", "standing",
    "take_relations",
]  # fmt: skip
