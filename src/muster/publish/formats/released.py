"""The project as a release shows it: what its passages hold, nothing else, under ids of this release only."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from muster.model.claims import Claim, Mention, Reading, ReadingPart, Speaker
from muster.model.errors import NotFound
from muster.model.evidence import Document, Passage, Run, SetAside, Source, Text
from muster.model.findings import Estimate
from muster.model.links import Copy, Entity, Judgement, Link, Origin, Stretch
from muster.publish.evidence import Evidence
from muster.publish.release import Departure

_HIDDEN = "\u2591"


class Released:
    """`Evidence` of what a `Departure` lets out, so that every writer of a format passes the gate unaltered.

    Of a text only the released passages are legible; the rest is blocks, so that offsets still hold in the
    original. Ids are keyed by ``secret`` and mean nothing beside another release. Addresses, titles and
    authors of papers that nobody published, runs, links, and who decided stay behind. An estimate leaves
    where everything it rests on could, and where it is not a number of 1 to ``smallest`` - 1.
    """

    def __init__(
        self, evidence: Evidence, found: Departure, *, secret: bytes, smallest: int, day: str
    ) -> None:
        self._day = day
        self._evidence, self._level, self._smallest = evidence, found.level, smallest
        self._key = secret[:64]
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._open: set[str] = set()
        for passage in found.passages:
            own, start, stop = found.stands[passage.number]
            self._spans.setdefault(own, []).append((start, stop))
            if passage.open:
                self._open.add(own)
        self._ids = {self._id(own): own for own in self._spans}
        self._sources = {s.id: s for s in evidence.sources()}
        self._papers = {d.id: d for d in evidence.documents() if d.id in self._spans}
        self._claims: dict[str, str] = {}
        self._names: set[tuple[str, str]] = set()
        self._barred: set[str] = set()
        for document, _, reading in evidence.readings():
            self._look(document, reading)
        self._own_claim = {told: own for own, told in self._claims.items()}
        self._kept = [e for e in evidence.estimates() if self._leaves(e)]
        self.left_out = sum(1 for _ in evidence.estimates()) - len(self._kept)

    def _look(self, document: Document, reading: Reading) -> None:
        """Note what of one reading leaves, and which numbers must not even be rested upon."""
        spans = self._spans.get(document.id, [])
        shielded = self._level != "internal" and self._sources[document.source].protected
        for q in reading.quantities:
            claim = next((c for c in reading.claims if c.id == q.claim), None)
            protected = claim is not None and any(s.protected for s in claim.said_by)
            if shielded or (self._level != "internal" and protected):
                self._barred.add(q.id)
        for c in reading.claims:
            if _within(c.passage, spans):
                self._claims[c.id] = self._id(c.id)
                self._names.update((document.id, s.name) for s in c.said_by if s.name)
        self._names.update((document.id, m.norm) for m in reading.mentions if _within(m.passage, spans))

    def _leaves(self, e: Estimate) -> bool:
        if self._level == "internal":
            return True
        if not self._barred.isdisjoint(e.rests_on):
            return False
        counted = [b for b in (e.low, e.best, e.high) if b is not None]
        return e.unit == "share" or not any(1 <= b < self._smallest for b in counted)

    def _id(self, id: str) -> str:
        """This record's id in this release."""
        head, _, _ = id.partition("-")
        return f"{head}-{hashlib.blake2b(id.encode(), key=self._key, digest_size=12).hexdigest()}"

    def _known(self, document: str) -> str:
        if document not in self._ids:
            raise NotFound("this paper does not leave", record=document)
        return self._ids[document]

    def sources(self) -> Iterator[Source]:
        """Sources of papers that leave."""
        used = {d.source for d in self._papers.values()}
        return (replace(s, id=self._id(s.id)) for s in self._sources.values() if s.id in used)

    def documents(self) -> Iterator[Document]:
        """Papers of which a passage leaves."""
        return (self._document(d) for d in self._papers.values())

    def _document(self, d: Document) -> Document:
        # When the desk came by it is nobody's business: the day of the release stands there.
        made = replace(
            d, id=self._id(d.id), source=self._id(d.source), address=self._id(d.id), taken=self._day,
            forwarded_from=None, losses=(),
        )  # fmt: skip
        return made if d.id in self._open else replace(made, title=None, author=None, url=None)

    def document(self, id: str, /) -> Document:
        """One paper that leaves. Raises NotFound."""
        return self._document(self._papers[self._known(id)])

    def text_of(self, document: str, /) -> Text | None:
        """Its text, legible where passages leave. Raises NotFound."""
        own = self._known(document)
        text = self._evidence.text_of(own)
        return self._text(own, text) if text is not None else None

    def _text(self, own: str, text: Text) -> Text:
        pieces, last = [], 0
        for start, stop in sorted(self._spans[own]):
            pieces += [_HIDDEN * (start - last), text.body[start:stop]]
            last = stop
        body = "".join(pieces) + _HIDDEN * (len(text.body) - last)
        return Text(self._id(text.id), self._id(own), body, text.language, text.made_by)

    def readings(self, only: Collection[ReadingPart] = (), /) -> Iterator[tuple[Document, Text, Reading]]:
        """What stands in the passages, wholly."""
        for document, text, reading in self._evidence.readings(only):
            if document.id in self._spans:
                yield (
                    self._document(document),
                    self._text(document.id, text),
                    self._reading(document.id, reading),
                )

    def _reading(self, own: str, r: Reading) -> Reading:
        spans = self._spans[own]
        claims = tuple(self._claim(c) for c in r.claims if c.id in self._claims)
        quantities = tuple(
            replace(
                q, id=self._id(q.id), passage=self._at(q.passage),
                claim=self._id(q.claim) if q.claim in self._claims else None,
                what_passage=None,
            )
            for q in r.quantities if _within(q.passage, spans)
        )  # fmt: skip
        times = tuple(
            replace(t, id=self._id(t.id), passage=self._at(t.passage), reason="")
            for t in r.times
            if _within(t.passage, spans)
        )
        mentions = tuple(self._mention(m) for m in r.mentions if _within(m.passage, spans))
        return Reading(self._id(r.text), r.reader, claims, quantities, times, mentions)

    def _at(self, passage: Passage) -> Passage:
        return replace(passage, text=self._id(passage.text))

    def _mention(self, m: Mention) -> Mention:
        role = None if m.protected else m.role
        body = None if m.protected else m.organisation
        return replace(m, id=self._id(m.id), passage=self._at(m.passage), role=role, organisation=body)

    def _claim(self, c: Claim) -> Claim:
        return replace(
            c, id=self._id(c.id), passage=self._at(c.passage), parts=tuple(map(self._at, c.parts)),
            cue=None, speaker=None, hedges=(), addressee=None,
            said_by=tuple(self._speaker(s) for s in c.said_by),
            inside=self._id(c.inside) if c.inside in self._claims else None,
        )  # fmt: skip

    def _speaker(self, s: Speaker) -> Speaker:
        if s.protected:
            return Speaker(s.name, protected=True)
        return replace(s, mention=None)

    def copies(self) -> Iterator[Copy]:
        """Copies of which both papers leave; their reasons and drift quote what does not."""
        for c in self._evidence.copies():
            if c.copy in self._spans and c.original in self._spans:
                yield Copy(self._id(c.id), self._id(c.copy), self._id(c.original), c.kind, c.score,
                           ("found by their words",), c.directed)  # fmt: skip

    def links(self, kind: str | None = None, /) -> Iterator[Link]:
        """None: suggestions stay at the desk."""
        return iter(())

    def entities(self) -> Iterator[Entity]:
        """People, bodies and places under the names that the passages use."""
        for e in self._evidence.entities():
            uses = tuple((d, n) for d, n in e.uses if (d, n) in self._names)
            if uses:
                names = tuple(sorted({n for _, n in uses}))
                name = e.name if e.name in names else names[0]
                out = tuple((self._id(d), n) for d, n in uses)
                yield replace(e, id=self._id(e.id), name=name, variants=names, uses=out)

    def origins(self) -> Iterator[Origin]:
        """Origins with their claims that leave, named as a passage names them."""
        told = {e.id: e for e in self._evidence.entities()}
        for o in self._evidence.origins():
            claims = tuple(c for c in o.claims if c in self._claims)
            if claims:
                yield replace(
                    o, id=self._id(o.id), name=self._name_of(o, told.get(o.entity or "")),
                    entity=self._id(o.entity) if o.entity else None, claims=tuple(map(self._id, claims)),
                    first=self._id(o.first) if o.first in self._claims else None,
                    reasons=("named in a passage",),
                    independent_of=tuple(map(self._id, o.independent_of)),
                )  # fmt: skip

    def _name_of(self, origin: Origin, entity: Entity | None) -> str:
        names = {n for _, n in self._names}
        if origin.name in names or any(s.name == origin.name for s in self.sources()):
            return origin.name
        used = sorted(n for d, n in entity.uses if (d, n) in self._names) if entity else []
        return used[0] if used else "somebody named in a passage"

    def estimates(self) -> Iterator[Estimate]:
        """Lines of the ledger that may leave, the words of their origins left out."""
        told = {e.id: e for e in self._evidence.entities()}
        names = {o.id: (o.name, self._name_of(o, told.get(o.entity or ""))) for o in self._evidence.origins()}
        for e in self._kept:
            # "stated by …": an origin that no passage names is not named here either.
            assumed = list(e.assumptions)
            for was, now in (names[o] for o in e.origins if o in names):
                assumed = [words.replace(was, now) for words in assumed]
            yield replace(
                e, id=self._id(e.id), rests_on=tuple(map(self._id, e.rests_on)),
                origins=tuple(map(self._id, e.origins)), as_written=(), seen=(), unseen=(),
                assumptions=tuple(assumed),
            )  # fmt: skip

    def set_asides(self) -> Iterator[SetAside]:
        """None."""
        return iter(())

    def runs(self) -> Iterator[Run]:
        """None: when the desk worked is nobody's business."""
        return iter(())

    def reading_of(self, document: str, only: Collection[ReadingPart] = (), /) -> Reading | None:
        """What stands in the passages of one paper. Raises NotFound."""
        own = self._known(document)
        found = self._evidence.reading_of(own, only)
        return self._reading(own, found) if found is not None else None

    def origin_of(self, claim: str, /) -> str | None:
        """The origin of a claim that leaves."""
        own = self._own_claim.get(claim)
        found = self._evidence.origin_of(own) if own else None
        return self._id(found) if found else None

    def entity_of(self, document: str, name: str, /) -> str | None:
        """The entity that a paper means by a name one of its passages uses."""
        own = self._ids.get(document)
        found = self._evidence.entity_of(own, name) if own and (own, name) in self._names else None
        return self._id(found) if found else None

    def mentions_of(self, entity: str, /) -> Iterator[Stretch]:
        """None: places in texts stand in the readings."""
        return iter(())

    def judgements(self) -> Iterator[Judgement]:
        """Grades of places that leave; who gave them does not."""
        hashes = {d.sha256: own for own, d in self._papers.items()}
        for j in self._evidence.judgements():
            at = j.subject[0]
            own = hashes.get(at.sha256)
            if (
                j.field == "grade"
                and own
                and any(a <= at.start and at.stop <= b for a, b in self._spans[own])
            ):
                yield replace(j, id=self._id(j.id), by="the team", note="")

    def conflicts(self) -> Iterator[str]:
        """None."""
        return iter(())

    def counts(self) -> Mapping[str, int]:
        """Of the release."""
        return {"documents": len(self._papers), "claims": len(self._claims)}


def _within(passage: Passage, spans: list[tuple[int, int]]) -> bool:
    return any(start <= passage.start and passage.stop <= stop for start, stop in spans)


__all__ = ["Released"]
