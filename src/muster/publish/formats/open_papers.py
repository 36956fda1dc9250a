"""The project without its interviews and protected sources: what other tools are shown of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from muster.model.claims import Reading, ReadingPart
from muster.model.errors import NotFound
from muster.model.evidence import Document, Run, SetAside, Source, Text
from muster.model.findings import Estimate
from muster.model.links import Copy, Entity, Judgement, Link, Origin, Stretch
from muster.publish.evidence import Evidence


class OpenPapers:
    """`Evidence` without the papers of interviews and protected sources, and without all that rests on them.

    An origin keeps its claims in open papers; an estimate that rests on a hidden number is gone, since
    without that number it would be another one. ``left_out`` says how much that is.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._sources = {s.id for s in evidence.sources() if s.protected or s.kind == "interview"}
        self._documents: set[str] = set()
        self._hashes: set[str] = set()
        for document in evidence.documents():
            if document.source in self._sources:
                self._documents.add(document.id)
                self._hashes.add(document.sha256)
        self._claims: set[str] = set()
        self._quantities: set[str] = set()
        for id in sorted(self._documents):
            reading = evidence.reading_of(id)
            if reading is not None:
                self._claims.update(c.id for c in reading.claims)
                self._quantities.update(q.id for q in reading.quantities)
        self._renamed = self._renamed_origins()
        self._told = sum(not self._rests_open(e) for e in evidence.estimates())

    @property
    def left_out(self) -> tuple[str, ...]:
        """A sentence where papers, or estimates that rest on them, are held back."""
        if not self._documents:
            return ()
        return (
            f"held back: {len(self._documents):,} papers of interviews and protected sources, and "
            f"{self._told:,} lines of the ledger that rest on them",
        )

    def _rests_open(self, estimate: Estimate) -> bool:
        # The words of an estimate name its origins: a name that only held papers use is not told so either.
        return self._quantities.isdisjoint(estimate.rests_on) and self._renamed.keys().isdisjoint(
            estimate.origins
        )

    def _renamed_origins(self) -> dict[str, str]:
        """Origin → its name in open papers, where it goes by a name that only held ones use."""
        mixed: dict[str, list[str]] = {}
        for entity in self._evidence.entities() if self._documents else ():
            names = sorted({name for document, name in entity.uses if document not in self._documents})
            if names and any(document in self._documents for document, _ in entity.uses):
                mixed[entity.id] = names
        found: dict[str, str] = {}
        for origin in self._evidence.origins() if self._claims else ():
            if not self._claims.isdisjoint(origin.claims) and not self._claims.issuperset(origin.claims):
                names = mixed.get(origin.entity or "", ["somebody named in open papers"])
                if origin.name not in names:
                    found[origin.id] = names[0]
        return found

    def sources(self) -> Iterator[Source]:
        """Sources that are not protected."""
        return (s for s in self._evidence.sources() if s.id not in self._sources)

    def documents(self) -> Iterator[Document]:
        """Papers that are not protected."""
        return (d for d in self._evidence.documents() if d.id not in self._documents)

    def document(self, id: str, /) -> Document:
        """One open paper. Raises NotFound for a held one, too."""
        self._open(id)
        return self._evidence.document(id)

    def _open(self, id: str) -> None:
        if id in self._documents:
            raise NotFound("this paper is held back", record=id)

    def text_of(self, document: str, /) -> Text | None:
        """The text of an open paper. Raises NotFound."""
        self._open(document)
        return self._evidence.text_of(document)

    def readings(self, only: Collection[ReadingPart] = (), /) -> Iterator[tuple[Document, Text, Reading]]:
        """Readings of open papers, one at a time."""
        return (found for found in self._evidence.readings(only) if found[0].id not in self._documents)

    def reading_of(self, document: str, only: Collection[ReadingPart] = (), /) -> Reading | None:
        """The reading of an open paper. Raises NotFound."""
        self._open(document)
        return self._evidence.reading_of(document, only)

    def copies(self) -> Iterator[Copy]:
        """Copies of which both papers are open."""
        return (c for c in self._evidence.copies() if self._documents.isdisjoint((c.copy, c.original)))

    def links(self, kind: str | None = None, /) -> Iterator[Link]:
        """Suggestions are not told: their reasons may quote held papers."""
        return iter(())

    def entities(self) -> Iterator[Entity]:
        """People, bodies and places that an open paper names, under the names it uses."""
        for entity in self._evidence.entities():
            uses = tuple(use for use in entity.uses if use[0] not in self._documents)
            if len(uses) == len(entity.uses):
                yield entity
            elif uses:
                names = tuple(sorted({name for _, name in uses}))
                name = entity.name if entity.name in names else names[0]
                yield replace(entity, name=name, variants=names, uses=uses)

    def origins(self) -> Iterator[Origin]:
        """Origins with their claims in open papers."""
        for origin in self._evidence.origins():
            claims = tuple(c for c in origin.claims if c not in self._claims)
            if len(claims) == len(origin.claims):
                yield origin
            elif claims:
                first = origin.first if origin.first in claims else None
                name = self._renamed.get(origin.id, origin.name)
                yield replace(
                    origin, name=name, claims=claims, first=first, reasons=("named in open papers",)
                )

    def estimates(self) -> Iterator[Estimate]:
        """Estimates that rest on open papers alone."""
        return filter(self._rests_open, self._evidence.estimates())

    def set_asides(self) -> Iterator[SetAside]:
        """Nothing: what was set aside is not told outside."""
        return iter(())

    def runs(self) -> Iterable[Run]:
        """Every run."""
        return self._evidence.runs()

    def origin_of(self, claim: str, /) -> str | None:
        """The origin of an open claim."""
        return None if claim in self._claims else self._evidence.origin_of(claim)

    def entity_of(self, document: str, name: str, /) -> str | None:
        """The entity that an open paper means by a name."""
        return None if document in self._documents else self._evidence.entity_of(document, name)

    def mentions_of(self, entity: str, /) -> Iterator[Stretch]:
        """Where open papers name it."""
        return (m for m in self._evidence.mentions_of(entity) if m.document not in self._documents)

    def judgements(self) -> Iterator[Judgement]:
        """Decisions about open papers."""
        for judgement in self._evidence.judgements():
            if self._hashes.isdisjoint(a.sha256 for a in judgement.subject):
                yield judgement

    def conflicts(self) -> Iterator[str]:
        """Nothing: they name people."""
        return iter(())

    def counts(self) -> Mapping[str, int]:
        """Of the whole project; no format tells them."""
        return self._evidence.counts()


__all__ = ["OpenPapers"]
