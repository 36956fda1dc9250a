"""Why: from any record down to the exact words, the bytes' hash and the custody line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from muster.model.claims import Claim, Event, Mention, Quantity, TimeRange, because
from muster.model.errors import NotFound
from muster.model.evidence import Document, Passage, Run, Source, Text
from muster.model.findings import Estimate
from muster.model.links import Anchor, Copy, Entity, Judgement, Link, Origin
from muster.store import derived, documents, judgements
from muster.store.codes import code, decode
from muster.store.file import ProjectFile
from muster.store.find import find
from muster.store.records import unpack

# A number that rests on a thousand statements is still shown whole; names and links are not walked so far.
_SHOWN_USES = 20


@dataclass(frozen=True, slots=True)
class Why:
    """One step of the chain. ``rests_on``: the steps below it, down to bytes and custody."""

    kind: str
    id: str
    says: str
    rests_on: tuple[Why, ...] = ()

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The chain as text, a line a step."""
        yield f"{'  ' * depth}{self.kind} {self.id}: {' '.join(self.says.split())}"
        for step in self.rests_on:
            yield from step.lines(depth + 1)


def why(file: ProjectFile, id: str) -> Why:
    """The chain below a record. Raises NotFound; Usage where several ids begin so."""
    kind, record = find(file, id)
    return _Walk(file).step(kind, record)


class _Walk:
    def __init__(self, file: ProjectFile) -> None:
        self.file = file
        self.judged = list(judgements.judgements(file))

    def step(self, kind: str, record: Any) -> Why:
        if isinstance(record, Document):
            return self.document(record)
        if isinstance(record, (Claim, Quantity, TimeRange, Mention, Event)):
            return self.found(kind, record)
        if isinstance(record, Text):
            return self.text(record)
        if isinstance(record, (Estimate, Origin, Entity, Copy, Link)):
            return Why(kind, record.id, _says_derived(record), (*self.below(record), *self.made_by(record)))
        if isinstance(record, Source):
            return Why(kind, record.id, f"{record.name} ({record.kind}{', protected' * record.protected})",
                       tuple(self.documents_of(record)))  # fmt: skip
        if isinstance(record, Judgement) and record.field == "total" and record.verdict:
            return Why(kind, record.id, f"{record.by} on {record.at}: kept as {record.subject[0].words}"
                       + f" ({record.note})" * bool(record.note),
                       tuple(_total(record.verdict)) + self.custody("judged", record.id))  # fmt: skip
        if isinstance(record, Judgement):
            below = tuple(self.anchored(record)) + self.custody("judged", record.id)
            return Why(kind, record.id, f"{record.by} on {record.at}: {record.field} = {record.verdict}"
                       + f" ({record.note})" * bool(record.note), below)  # fmt: skip
        assert isinstance(record, Run)
        return self.run(record)

    # What was read ---------------------------------------------------------------------------------

    def found(self, kind: str, record: Claim | Quantity | TimeRange | Mention | Event) -> Why:
        passage: Passage = record.passage
        document = documents.document_of_text(self.file, passage.text)
        text = documents.text_of(self.file, document.id)
        below: list[Why] = []
        if isinstance(record, Quantity) and record.claim:
            below += self.maybe(record.claim)
        if isinstance(record, Claim) and (origin := derived.origin_of(self.file, record.id)):
            name = next(derived.origins(self.file, "WHERE id = ?", (code(origin, "origin"),))).name
            below.append(Why("origin", origin, f"folded into {name}"))
        if isinstance(record, Claim):
            below.append(Why("basis", record.id, f"how it is known: {record.basis} – {because(record)}"))
        below += self.decided(document.sha256, passage)
        below.append(self.reading(document))
        if text is not None:
            below.append(self.passage(passage, text, document))
        return Why(kind, record.id, _says_found(record), tuple(below))

    def passage(self, passage: Passage, text: Text, document: Document) -> Why:
        place = f"characters {passage.start} to {passage.stop}: {passage.words!r}"
        return Why(
            "passage", f"{text.id}[{passage.start}:{passage.stop}]", place, (self.text(text, document),)
        )

    def text(self, text: Text, document: Document | None = None) -> Why:
        document = document or documents.document_of_text(self.file, text.id)
        says = f"{len(text.body)} characters, {text.language}, made by {text.made_by}"
        return Why("text", text.id, says, (self.document(document),))

    def document(self, document: Document) -> Why:
        (source,) = self.file.db.execute(
            "SELECT name FROM sources WHERE id = ?", (code(document.source, "source"),)
        ).fetchone()
        says = f"{document.address}, from {source}, published {document.published or 'on a day not stated'}"
        bytes_ = Why("original", f"sha256:{document.sha256}", f"{document.size} bytes, {document.media_type}")
        below = (*self.decided(document.sha256, None), bytes_, *self.custody("taken", document.id))
        return Why("document", document.id, says, below)

    def reading(self, document: Document) -> Why:
        reader, run = self.file.db.execute(
            "SELECT r.reader, u.id FROM readings r JOIN runs u ON u.key = r.run "
            "JOIN documents d ON d.key = r.document WHERE d.id = ?",
            (code(document.id, "doc"),),
        ).fetchone()
        return Why("reading", reader, f"in {decode(run, 'run')}")

    def custody(self, what: str, record: str) -> tuple[Why, ...]:
        table = {"taken": "documents", "judged": "judgements", "finished": "runs"}[what]
        kind = {"taken": "doc", "judged": "judgement", "finished": "run"}[what]
        row = self.file.db.execute(
            f'SELECT c.seq, c.at, c."by", c.hash FROM custody c JOIN {table} x ON x.line = c.seq '
            "WHERE x.id = ?",
            (code(record, kind),),
        ).fetchone()
        if row is None:
            return ()
        return (Why("custody", f"line {row[0]}", f"{what} on {row[1]} by {row[2]}, hash {row[3].hex()}"),)

    def decided(self, sha256: str, passage: Passage | None) -> Iterator[Why]:
        """Judgements on this document, or on characters that touch the passage."""
        for judgement in self.judged:
            if any(_touches(anchor, sha256, passage) for anchor in judgement.subject):
                says = f"{judgement.by} on {judgement.at}: {judgement.field} = {judgement.verdict}"
                yield Why("judgement", judgement.id, says)

    # What follows from it --------------------------------------------------------------------------

    def below(self, record: Estimate | Origin | Entity | Copy | Link) -> Iterator[Why]:
        if isinstance(record, Estimate):
            for quantity in record.rests_on:
                yield from self.maybe(quantity)
        elif isinstance(record, Origin):
            for claim in record.claims:
                yield from self.maybe(claim)
        elif isinstance(record, Copy):
            yield from self.maybe(record.copy)
            yield from self.maybe(record.original)
        elif isinstance(record, Entity):
            yield from self.uses(record)

    def uses(self, entity: Entity) -> Iterator[Why]:
        for document, name in entity.uses[:_SHOWN_USES]:
            found = documents.document(self.file, document)
            yield Why("name", name, f"as {found.address} uses it", (self.document(found),))
        if len(entity.uses) > _SHOWN_USES:
            yield Why("name", "…", f"and in {len(entity.uses) - _SHOWN_USES} more places")

    def made_by(self, record: Estimate | Origin | Entity | Copy | Link) -> Iterator[Why]:
        stage = "count" if isinstance(record, Estimate) else "link"
        row = self.file.db.execute(
            "SELECT id, version, started FROM runs WHERE stage = ? ORDER BY key DESC LIMIT 1", (stage,)
        ).fetchone()
        if row:
            yield Why("run", decode(row[0], "run"), f"{stage} by muster {row[1]}, begun {row[2]}")

    def maybe(self, id: str) -> Iterator[Why]:
        """The step for an id that may be gone since, e.g. read again or forgotten."""
        try:
            kind, record = find(self.file, id)
        except NotFound:
            yield Why("missing", id, "no longer in the project; link and count again")
        else:
            yield self.step(kind, record)

    def documents_of(self, source: Source) -> Iterator[Why]:
        for document in documents.documents(self.file):
            if document.source == source.id:
                yield self.document(document)

    def anchored(self, judgement: Judgement) -> Iterator[Why]:
        for anchor in judgement.subject:
            for id in documents.of_bytes(self.file, anchor.sha256) if anchor.sha256 else ():
                yield self.document(documents.document(self.file, id))
            if not anchor.sha256:
                yield Why("name", anchor.words, "a name as written")

    def run(self, run: Run) -> Why:
        state = f"finished {run.finished}" if run.finished else "not finished"
        says = f"{run.stage} by muster {run.version}, begun {run.started}, {state}, settings {run.settings}"
        return Why("run", run.id, says, self.custody("finished", run.id))


def _touches(anchor: Anchor, sha256: str, passage: Passage | None) -> bool:
    if anchor.sha256 != sha256:
        return False
    if passage is None or anchor.start == anchor.stop:
        return passage is None and anchor.start == anchor.stop
    return anchor.start < passage.stop and passage.start < anchor.stop


def _says_found(record: Claim | Quantity | TimeRange | Mention | Event) -> str:
    words = record.passage.words
    if isinstance(record, Claim):
        who = next((s.name or s.role for s in record.said_by), None) or "the outlet itself"
        voice = who if record.said_by or record.own_voice else "somebody"
        return f"{voice} said (a claim, not a fact): {words!r}"
    if isinstance(record, Quantity):
        return f"{words!r}, read as {_bounds(record.low, record.high)} {record.unit}"
    if isinstance(record, TimeRange):
        return f"{words!r}, read as {record.value}: {record.first or '?'} to {record.last or '?'}"
    if isinstance(record, Mention):
        return f"{words!r} names the {record.kind} {record.norm}"
    return f"{record.what!r}"


def _says_derived(record: Estimate | Origin | Entity | Copy | Link) -> str:
    if isinstance(record, Estimate):
        return (
            f"{record.question} {_bounds(record.low, record.high)} {record.unit} of {record.population}, "
            f"{record.place}, by {record.by_when}; {record.method}; {'; '.join(record.assumptions)}"
        )
    if isinstance(record, Copy):
        return f"{record.kind}, {record.score:.2f}: {'; '.join(record.reasons)}"
    if isinstance(record, Link):
        return f"{record.kind}, {record.score:.2f}: {'; '.join(record.reasons)}"
    if isinstance(record, Entity):
        return f"{record.type} {record.name}, also written {', '.join(record.variants) or 'in no other way'}"
    return f"{record.name}: {'; '.join(record.reasons)}"


def _total(verdict: str) -> Iterator[Why]:
    """Below a kept total: how each list was made, the tables and the patterns in them, the linked records."""
    from muster.stats.kept import KeptTotal

    kept = unpack(KeptTotal, json.loads(verdict))
    for p in kept.protocols:
        when = f"{p.first or '?'} to {p.last or '?'}"
        yield Why("list", p.name, f"on it: {p.enters}; never on it: {p.never}; {when}")
    files = {(t.file, t.sha256): 0 for t in kept.tables}
    for t in kept.tables:
        files[t.file, t.sha256] += 1
    patterns = tuple(
        Why("pattern", on, f"{middle:,} people" + f" (from {low:,} to {high:,} by table)" * (low < high))
        for on, low, middle, high in kept.by_pattern()
    )
    records = tuple(
        Why("records", f"sha256:{f.sha256}", f"{f.records:,} of list {f.name}; they are not in the project")
        for f in kept.linked
    )
    judged = (Why("judged", f"{kept.judged} pairs", "same or different by people, before linking"),)
    for n, ((file, sha256), tables) in enumerate(files.items()):
        says = f"{file}: {tables} tables" if tables > 1 else f"{file}: one table"
        below = (*patterns, *records, *judged * bool(kept.linked)) if n == 0 else ()
        yield Why("table", f"sha256:{sha256}", says, below)


def _bounds(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "no number"
    if low == high:
        return f"{low:g}"
    return f"{'?' if low is None else f'{low:g}'} to {'?' if high is None else f'{high:g}'}"


__all__ = ["Why", "why"]
