"""FollowTheMoney statements as CSV, as ``ftm`` reads them, without FollowTheMoney."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from muster.model.claims import Claim, Quantity, Reading
from muster.model.evidence import Document, Text
from muster.model.links import Copy, Entity
from muster.publish.evidence import Evidence
from muster.publish.files import SortedLines, private_folder, whole_file
from muster.publish.formats.base import About, Written, cell, csv_line, json_text
from muster.publish.rows import number

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang",
    "original_value", "external", "first_seen", "last_seen", "id",
)  # fmt: skip
# Property → its type in FollowTheMoney 4.11; "name" of a Mention and of a Thing is one and the same.
_TYPES = {
    "id": "id", "name": "name", "alias": "name", "title": "string", "fileName": "string", "author": "string",
    "role": "string", "recordId": "string", "detectedSchema": "string", "criteria": "string",
    "matcher": "string", "bodyText": "text", "summary": "text", "description": "text", "notes": "text",
    "publisher": "string", "publishedAt": "date", "retrievedAt": "date", "date": "date", "startDate": "date",
    "endDate": "date", "language": "language", "mimeType": "mimetype", "sourceUrl": "url", "topics": "topic",
    "location": "address", "confidenceScore": "number", "document": "entity", "entity": "entity",
    "resolved": "entity", "involved": "entity", "proof": "entity", "employee": "entity", "employer": "entity",
    "candidate": "entity", "match": "entity",
}  # fmt: skip
# A longer value of these types is cut, since FollowTheMoney refuses it.
_LONGEST = {"string": 1024, "name": 384, "address": 1024}
_LANGUAGES = {"en": "eng", "ru": "rus", "uk": "ukr"}
_TOLD_IN_A_LANGUAGE = ("title", "bodyText")
_SCHEMATA = {
    "person": ("Person", ""), "organisation": ("Organization", ""), "unit": ("PublicBody", "mil"),
    "group": ("Organization", ""), "place": ("Address", ""),
}  # fmt: skip
_DERIVED = "muster"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LOST = (
    "offsets: a mention says in which document, not where in it",
    "claims as such: each is an Event with its words as name and its speaker as involved",
    "low, best and high: they stand as words in the Event's summary",
    "intervals: first and last day become startDate and endDate; 'about' and 'by' are lost",
    "hearsay depth, hedges, basis, carriers: only the nearest speaker is an entity",
    "origin groups, independence, drift of copies: a copy is a Similar with kind and score",
    "the SHA-256 of a document: FollowTheMoney keeps SHA-1 only; ours stands in notes",
    "a place's point, groups of people as such (they become Organizations), judgements and estimates",
    "a value that a spreadsheet would run begins with an apostrophe, and unseen characters are written out",
)


def statement_id(dataset: str, entity: str, prop: str, value: str, lang: str = "") -> str:
    """FollowTheMoney's own rule (``Statement.make_key``), for a statement that is not external."""
    key = f"{dataset}.{entity}.{prop}.{value}" + (f"@{lang}" if lang else "")
    return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()


def write_ftm(evidence: Evidence, folder: Path, about: About) -> Written:
    """``statements.csv``, sorted by entity as ``ftm aggregate-statements`` needs it; each statement once."""
    private_folder(folder)
    lines = SortedLines(folder, "statements")
    count = 0
    try:
        for subject, row in _rows(evidence, about.version):
            # The entity's own row first, as FollowTheMoney sorts them.
            lines.add(f"{subject} {row[2] != 'id':d} {row[-1]}", json_text(row).encode())
        with whole_file(folder / "statements.csv") as out:
            out.write(csv_line(COLUMNS, quoted=True))
            before = b""
            for line in lines:
                if line != before:
                    out.write(csv_line(json.loads(line), quoted=True))
                    count += 1
                before = line
    finally:
        lines.close()
    return Written({"statements.csv": count}, LOST)


class _Told:
    """One entity of the export: its statements come from one dataset, the outlet that the words are of."""

    def __init__(self, id: str, schema: str, dataset: str, origin: str, seen: str = "") -> None:
        self.id, self._schema, self._dataset, self._origin, self._seen = id, schema, dataset, origin, seen
        self._rows: list[tuple[str, ...]] = []
        self.say("id", id)

    def say(self, prop: str, value: str | None, *, lang: str = "", original: str = "") -> _Told:
        kind = _TYPES[prop]
        if kind != "text":
            value = " ".join((value or "").split())
        safe = cell(value or "").strip()[: _LONGEST.get(kind)]
        if safe:
            lang = lang if prop in _TOLD_IN_A_LANGUAGE else ""
            made = statement_id(self._dataset, self.id, prop, safe, lang)
            self._rows.append((
                self.id, self.id, prop, kind, self._schema, safe, self._dataset, self._origin, lang,
                original if original != safe else "", "f", self._seen, self._seen, made,
            ))  # fmt: skip
        return self

    def on(self, prop: str, told: str | None) -> _Told:
        """A day or a moment, as exact as it was told; a zone is led back to UTC, which the format needs."""
        if told and "T" in told:
            try:
                moment = datetime.fromisoformat(told)
            except ValueError:
                return self
            if moment.tzinfo is not None:
                moment = moment.astimezone(UTC).replace(tzinfo=None)
            return self.say(prop, moment.isoformat(timespec="seconds"), original=told)
        return self.say(prop, told) if told and _DATE.fullmatch(told) else self

    def __iter__(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        return ((self.id, row) for row in self._rows)


def _rows(evidence: Evidence, version: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    sources = {s.id: s for s in evidence.sources()}
    taken = f"muster {version}"
    for document in evidence.documents():
        source = sources.get(document.source)
        text = evidence.text_of(document.id)
        name = source.name if source else document.source
        yield from _document(document, text, name, source.kind if source else "", taken)
    datasets: dict[str, str] = {}
    for entity in evidence.entities():
        schema, topic = _SCHEMATA.get(entity.type, ("LegalEntity", ""))
        yield from _entity(entity, schema, topic, evidence, datasets, taken)
    for document, _, reading in evidence.readings():
        yield from _read(document, reading, evidence, f"{taken} {reading.reader}")
    for copy in evidence.copies():
        yield from _copy(copy, taken)


def _dataset(document: Document) -> str:
    """A dataset's name in FollowTheMoney: small letters, digits and underscores."""
    return document.source.replace("-", "_")


def _document(d: Document, text: Text | None, source: str, kind: str, taken: str) -> _Told:
    message = kind == "channel" or d.forwarded_from is not None
    page = kind in ("outlet", "feed") or d.media_type == "text/html"
    schema = "Message" if message else "Article" if page else "Document"
    lang = _LANGUAGES.get(text.language if text else "", "")
    told = _Told(d.id, schema, _dataset(d), taken, d.taken)
    told.say("title", d.title, lang=lang).say("fileName", d.address.rpartition("/")[2])
    told.say("publisher", source).say("author", d.author).say("sourceUrl", _web(d.url))
    told.on("publishedAt", d.published).on("retrievedAt", d.taken).say("mimeType", d.media_type)
    told.say("language", lang).say("bodyText", text.body if text else "", lang=lang)
    return told.say("notes", f"sha256 {d.sha256}").say("notes", f"address {d.address}")


def _web(url: str | None) -> str | None:
    return url if url and re.match(r"https?://[^\s\"<>]{1,2000}\Z", url) else None


def _entity(
    entity: Entity, schema: str, topic: str, evidence: Evidence, datasets: dict[str, str], taken: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name from the outlet that uses it. Beside an alias no other name is told."""
    for document, name in entity.uses:
        if document not in datasets:
            datasets[document] = _dataset(evidence.document(document))
        told = _Told(entity.id, schema, datasets[document], taken).say("topics", topic)
        yield from told.say("name" if entity.protected or name == entity.name else "alias",
                            entity.name if entity.protected else name)  # fmt: skip
    yield from _Told(entity.id, schema, _DERIVED, taken).say("name", entity.name)


def _read(
    document: Document, reading: Reading, evidence: Evidence, made_by: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    dataset = _dataset(document)
    for mention in reading.mentions:
        entity = evidence.entity_of(document.id, mention.norm)
        schema = _SCHEMATA[mention.kind][0]
        told = _Told(mention.id, "Mention", dataset, made_by).say("document", document.id)
        told.say("name", mention.passage.words).say("detectedSchema", schema)
        yield from told.say(
            "resolved", entity if schema in ("Person", "Organization", "PublicBody") else None
        )
    numbers: dict[str, list[Quantity]] = {}
    for quantity in reading.quantities:
        numbers.setdefault(quantity.claim or "", []).append(quantity)
    for claim in reading.claims:
        yield from _claim(claim, numbers.get(claim.id, []), document, reading, evidence, made_by)


def _claim(
    claim: Claim,
    numbers: list[Quantity],
    document: Document,
    reading: Reading,
    evidence: Evidence,
    made_by: str,
) -> Iterator[tuple[str, tuple[str, ...]]]:
    dataset = _dataset(document)
    event = _Told(claim.id, "Event", dataset, made_by).say("name", claim.passage.words)
    if len(claim.passage.words) > _LONGEST["name"] // 2:
        event.say("notes", claim.passage.words)  # the name may have been cut
    event.say("recordId", claim.id).say("proof", document.id)
    who = claim.said_by[0] if claim.said_by else None
    entity = evidence.entity_of(document.id, who.name) if who and who.name else None
    event.say("involved", entity).say("description", f"{claim.kind}, {claim.stance}, basis {claim.basis}")
    for q in numbers:
        event.say("summary", _bounds(q)).say("location", q.place)
    first, last = _days(claim, reading)
    yield from event.on("startDate", first).on("endDate", last)
    report = _Told(f"{claim.id}-report", "Documentation", dataset, made_by).say("document", document.id)
    yield from report.say("entity", claim.id).say("role", "reports").on("date", document.published)
    body = evidence.entity_of(document.id, who.organisation) if who and who.organisation else None
    if who and entity and body and who.role and not who.protected and entity != body:
        post = _Told(f"{claim.id}-post", "Employment", dataset, made_by).say("employee", entity)
        yield from post.say("employer", body).say("role", who.role)


def _days(claim: Claim, reading: Reading) -> tuple[str | None, str | None]:
    """The first and last day that a claim's own words name; nothing where one of them was not anchored."""
    parts = claim.parts or (claim.passage,)
    inside = [
        t
        for t in reading.times
        if any(p.start <= t.passage.start and t.passage.stop <= p.stop for p in parts)
    ]
    if not inside or any(t.first is None or t.last is None for t in inside):
        return None, None
    return min(t.first or "" for t in inside), max(t.last or "" for t in inside)


def _bounds(q: Quantity) -> str:
    low = "nobody said" if q.low is None else f"{'more than ' * q.low_exclusive}{number(q.low)}"
    high = "nobody said" if q.high is None else f"{'less than ' * q.high_exclusive}{number(q.high)}"
    of = ", ".join(filter(None, (q.what, q.population))) or "not stated"
    return f"“{q.passage.words}”: low {low}, high {high}, unit {q.unit}, of {of}"


def _copy(copy: Copy, taken: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    similar = (
        _Told(copy.id, "Similar", _DERIVED, taken).say("candidate", copy.copy).say("match", copy.original)
    )
    how = f"{copy.kind} copy" if copy.directed else f"{copy.kind} copy, direction not shown"
    similar.say("criteria", how).say("confidenceScore", f"{copy.score:.4f}").say("matcher", taken)
    yield from similar
    if copy.directed:
        link = _Told(f"{copy.id}-copies", "Documentation", _DERIVED, taken).say("document", copy.copy)
        yield from link.say("entity", copy.original).say("role", "copies")
    for number_, reason in enumerate(copy.reasons):
        note = _Told(f"{copy.id}-reason-{number_}", "Note", _DERIVED, taken).say("entity", copy.copy)
        yield from note.say("description", reason)


__all__ = ["COLUMNS", "LOST", "statement_id", "write_ftm"]
