"""What the link room compares: names as each document uses them, statements, and where entities stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from muster.model.claims import Claim, Reading, Speaker
from muster.model.evidence import Document
from muster.model.links import NameUse, Statement, Stretch
from muster.store import documents, readings
from muster.store.codes import code, decode
from muster.store.file import ProjectFile
from muster.store.stretches import Bodies
from muster.text.lemmas import lemma
from muster.text.sources.credits import credited
from muster.text.sources.signature import signature

# Fields that linking does not look at.
_NOT_COMPARED = frozenset({"parts", "cue", "hedges", "addressee", "inside", "what_passage"})
_IN_BRACKETS = re.compile(r"[»”\"]?\s\([«“\"]?([^\W\d_][^()«»“”\"\n,;:.]{2,60})[»”\"]?\)")
_MOST_IN_BRACKETS = 70
_LETTERS = re.compile(r"[^\W\d_]{3,40}")
# What a speaker is who is nowhere mentioned by that name, from the way the claim names its source.
_KIND_OF_SPEAKER = {"group": "group", "organisation": "organisation", "document": "organisation"}


def name_uses(file: ProjectFile) -> Iterator[NameUse]:
    """Names, one per document, kind and name; by address of the document, then kind and name."""
    for document, text, reading in readings.readings(file, {"claims", "mentions"}, _NOT_COMPARED):
        yield from uses_in(document, reading, text.body)


def uses_in(document: Document, reading: Reading, body: str) -> Iterator[NameUse]:
    """The names that one reading of a text found."""
    found: dict[tuple[str, str], list[tuple[str, str | None, str | None, bool]]] = {}
    kinds: dict[str, str] = {}
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    # What a text's form lets one presume keeps words from leaving; names are compared as ever.
    presumed = {s.name for c in reading.claims for s in c.said_by if s.presumed}
    for mention in reading.mentions:
        places.setdefault((mention.kind, mention.norm), []).append(
            (mention.passage.start, mention.passage.stop)
        )
        kinds.setdefault(mention.norm, mention.kind)
        hidden = mention.protected and mention.norm not in presumed
        use = (mention.id, mention.role, mention.organisation, hidden)
        found.setdefault((mention.kind, mention.norm), []).append(use)
    for claim in reading.claims:
        for speaker in claim.said_by:
            if speaker.name:
                kind = kinds.get(speaker.name) or _KIND_OF_SPEAKER.get(claim.source_kind, "person")
                hidden = speaker.protected and speaker.presumed is None
                use = (claim.id, speaker.role, speaker.organisation, hidden)
                found.setdefault((kind, speaker.name), []).append(use)
    for (kind, name), uses in sorted(found.items()):
        yield NameUse(
            document.id,
            name,
            kind,
            role=next((role for _, role, _, _ in uses if role), None),
            organisation=next((body for _, _, body, _ in uses if body), None),
            protected=any(protected for *_, protected in uses),
            mentions=tuple(dict.fromkeys(id for id, *_ in uses)),
            sha256=document.sha256,
            places=tuple(sorted(set(places.get((kind, name), ())))),
            published=document.published,
            also=_also(body, name, places.get((kind, name), ())) if kind == "organisation" else None,
        )


def _also(body: str, name: str, places: Iterable[tuple[int, int]]) -> str | None:
    """«Тихий дозор» (Quiet Watch): the name in brackets, where it is in other letters than the one before."""
    for _start, stop in places:
        found = _IN_BRACKETS.match(body, stop, stop + _MOST_IN_BRACKETS)
        if found and found[1].isascii() != name.isascii():
            return found[1]
    return None


def statements(file: ProjectFile) -> Iterator[Statement]:
    """Every claim with its document and nearest speaker, by address, then place in the text."""
    kinds = {source.id: source.kind for source in documents.sources(file)}
    for document, text, reading in readings.readings(file, {"claims", "quantities"}, _NOT_COMPARED):
        if not reading.claims:
            continue
        entities = _entities_in(file, document.id)
        kind = kinds.get(document.source, "unknown")
        voice = _voice(document, kind)
        signed = signature(text.body) if kind == "unknown" and voice is None else None
        credits = credited(text.body)
        figures: dict[str, list[tuple[float, str]]] = {}
        for q in reading.quantities:
            if q.claim and q.kind in ("count", "share", "rate"):
                counted = _counted(q.what, text.language)
                figures.setdefault(q.claim, []).extend((b, counted) for b in (q.low, q.high) if b is not None)
        estimated = {q.claim for q in reading.quantities if q.modality == "estimated"}
        for claim in reading.claims:
            told = tuple(dict.fromkeys(figures.get(claim.id, ())))
            made = _statement(document, claim, entities, voice, signed or None, told, text.language, credits)
            yield replace(made, estimated=True) if claim.id in estimated else made


def carriers(file: ProjectFile) -> set[str]:
    """Names of all that claims came through, each once."""
    rows = file.db.execute("SELECT DISTINCT via FROM claims WHERE via IS NOT NULL")
    return {each["name"] for (via,) in rows for each in json.loads(via)}


def _voice(document: Document, kind: str) -> str | None:
    """Who speaks where a text speaks itself, other than its source: the channel it was forwarded from; the
    author of a paper that lay in a folder."""
    return document.forwarded_from or (document.author if kind == "unknown" else None) or None


@lru_cache(maxsize=1 << 14)
def _counted(what: str | None, language: str) -> str:
    """The base form of the longest word of what is counted: its head, more often than not."""
    found = max(_LETTERS.findall(what or ""), key=len, default="")
    return lemma(found, language) if found else ""


def _statement(
    document: Document,
    claim: Claim,
    entities: dict[str, str],
    voice: str | None,
    signed: str | None,
    figures: tuple[tuple[float, str], ...],
    language: str,
    credits: tuple[str, ...],
) -> Statement:
    nearest = claim.said_by[0] if claim.said_by else Speaker(None)
    teller = claim.said_by[-1] if len(claim.said_by) > 1 else None
    return Statement(
        claim=claim.id,
        document=document.id,
        source=document.source,
        published=document.published,
        entity=entities.get(nearest.name) if nearest.name else None,
        speaker=nearest.name,
        organisation=nearest.organisation,
        own_voice=claim.own_voice,
        protected=nearest.protected and nearest.presumed is None,
        words=claim.passage.words,
        via=tuple(carrier.name for carrier in claim.via),
        role=nearest.role,
        spoken_as=claim.speaker.words if claim.speaker else None,
        told_by=teller,
        told_entity=entities.get(teller.name) if teller and teller.name else None,
        voice=voice,
        signed=signed,
        figures=figures,
        start=claim.passage.start,
        stop=claim.passage.stop,
        source_kind=claim.source_kind,
        language=language,
        credits=credits,
        basis=claim.basis,
        stance=claim.stance,
    )


def _entities_in(file: ProjectFile, document: str) -> dict[str, str]:
    rows = file.db.execute(
        "SELECT u.name, e.id FROM entity_uses u JOIN entities e ON e.key = u.entity "
        "JOIN documents d ON d.key = u.document WHERE d.id = ? ORDER BY e.id DESC",
        (code(document, "doc"),),
    )
    return {name: decode(id, "entity") for name, id in rows}


def mentions_of(file: ProjectFile, entity: str) -> Iterator[Stretch]:
    """Where an entity is named, in the order of its uses and of the text. Raises NotFound."""
    row = file.db.execute("SELECT key, type FROM entities WHERE id = ?", (code(entity, "entity"),)).fetchone()
    if row is None:
        raise documents.not_found("entity", entity)
    uses: dict[int, set[str]] = {}
    for key, name in file.db.execute(
        "SELECT document, name FROM entity_uses WHERE entity = ? ORDER BY n", row[:1]
    ).fetchall():
        uses.setdefault(key, set()).add(name)
    bodies = Bodies(file)
    for key, names in uses.items():
        (document,) = file.db.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
        for start, stop in sorted(_places(file, key, row[1], names)):
            yield bodies.stretch(decode(document, "doc"), key, start, stop)


def _places(file: ProjectFile, key: int, kind: str, names: set[str]) -> set[tuple[int, int]]:
    """Offsets at which a document names one of ``names``; straight from the rows, as there are many."""
    found = {
        (start, stop)
        for start, stop, norm in file.db.execute(
            "SELECT start, stop, norm FROM mentions WHERE document = ? AND kind = ?", (key, kind)
        )
        if norm in names
    }
    for (said_by,) in file.db.execute(
        "SELECT said_by FROM claims WHERE document = ? AND said_by LIKE '%\"mention\":%'", (key,)
    ):
        found.update(
            tuple(s["mention"]) for s in json.loads(said_by) if s["name"] in names and "mention" in s
        )
    return found


__all__ = ["carriers", "mentions_of", "name_uses", "statements", "uses_in"]
