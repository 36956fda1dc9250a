"""What leaves the desk: passages and what they rest on, renumbered, never whole articles of others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from muster.model.claims import Claim, Reading
from muster.model.evidence import Document, Passage, Text
from muster.publish.evidence import Evidence
from muster.text.segment import sentences
from muster.text.spans import Span

LEVELS = ("internal", "lawyer", "public")
# Of one text a public release holds at most this share of its characters, one sentence at least.
PUBLIC_SHARE = 0.25
# Of a sentence it holds so many characters at most.
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Leaving:
    """One passage of a release. ``number``: of this release only. ``says``: the exact words of a sentence."""

    number: int
    source: str
    published: str
    url: str
    sha256: str
    said_by: tuple[str, ...]
    hedges: tuple[str, ...]
    says: str


@dataclass(slots=True)
class Departure:
    """What leaves with a release, for the person who lets it go; and what does not, with the reason.

    ``stands``: quantity → the passage it stands in, and where in its words. ``shielded``: names, folded,
    of those whom a text shields; no word of the release's own may hold one.
    """

    passages: list[Leaving] = field(default_factory=list)
    documents: int = 0
    characters: int = 0
    people: set[str] = field(default_factory=set)
    withheld: dict[str, int] = field(default_factory=dict)
    stands: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    shielded: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[str]:
        """The same in words."""
        yield f"passages: {len(self.passages)}, of {self.documents} documents, {self.characters} characters"
        yield f"sources named: {', '.join(sorted({p.source for p in self.passages})) or 'none'}"
        yield f"people and bodies named as speaking: {', '.join(sorted(self.people)) or 'none'}"
        for why, number in sorted(self.withheld.items()):
            yield f"does not leave: {number} × {why}"

    def without(self, why: str) -> None:
        """Count something that stays."""
        self.withheld[why] = self.withheld.get(why, 0) + 1


def departure(evidence: Evidence, level: str, *, secret: bytes) -> Departure:
    """The passages of a release of this level, in an order that tells nothing of the project's.

    ``secret``: keys the order, so that numbers of two releases cannot be laid beside each other.
    At level public, passages of protected sources and speakers stay, and so does what goes beyond a
    quarter of a text.
    """
    sources = {s.id: s for s in evidence.sources()}
    found = Departure()
    chosen: list[tuple[bytes, Leaving, str, Mapping[str, tuple[int, int]]]] = []
    for document, text, reading in evidence.readings():
        source = sources[document.source]
        if level == "public" and source.protected:
            found.without("document of a protected source")
            continue
        if level == "public":
            found.shielded.update(_shielded(reading))
        for span, claim in _passages(text, reading, level, found):
            leaving = _leaving(document, source.name, claim, text.body[span.start : span.stop])
            digest = hashlib.blake2b(f"{document.id} {span.start}".encode(), key=secret[:64]).digest()
            chosen.append((digest, leaving, document.id, _standing(reading, span)))
    chosen.sort(key=lambda c: c[0])
    for number, (_, each, _document, standing) in enumerate(chosen, 1):
        found.stands.update({id: (number, *place) for id, place in standing.items()})
        found.passages.append(
            Leaving(
                number,
                each.source,
                each.published,
                each.url,
                each.sha256,
                each.said_by,
                each.hedges,
                each.says,
            )
        )
        found.people.update(each.said_by)
        found.characters += len(each.says)
    found.documents = len({document for _, _, document, _ in chosen})
    return found


def _passages(text: Text, reading: Reading, level: str, found: Departure) -> Iterator[tuple[Passage, Claim]]:
    """Sentences with a claim, each once, within what the level allows of one text; with a number first."""
    spans = sentences(text.body)
    taken = 0
    seen = set[int]()
    numbers = [q.passage.start for q in reading.quantities]
    found_in = [(_sentence_of(claim, spans), claim) for claim in reading.claims]
    for span, claim in sorted(
        ((s, c) for s, c in found_in if s is not None),
        key=lambda each: (
            not any(each[0].start <= n < each[0].stop for n in numbers),
            each[0].start,
            each[1].id,
        ),
    ):
        if span.start in seen:
            continue
        seen.add(span.start)
        stop = min(span.stop, span.start + LONGEST)
        if level == "public" and _shields(reading, span.start, span.stop):
            found.without("sentence with a protected person")
            continue
        if level == "public" and taken and taken + stop - span.start > PUBLIC_SHARE * len(text.body):
            found.without("sentence beyond a quarter of its text")
            continue
        taken += stop - span.start
        yield Passage.of(text, span.start, stop), claim


def _sentence_of(claim: Claim, spans: Sequence[Span]) -> Span | None:
    return next((s for s in spans if s.start <= claim.passage.start < s.stop), None)


def _standing(reading: Reading, span: Passage) -> dict[str, tuple[int, int]]:
    """Quantity → where it stands in the words of this passage; those cut off by its end left out."""
    return {
        q.id: (q.passage.start - span.start, q.passage.stop - span.start)
        for q in reading.quantities
        if span.start <= q.passage.start and q.passage.stop <= span.stop
    }


def _shielded(reading: Reading) -> Iterator[str]:
    for mention in reading.mentions:
        if mention.protected:
            yield from (mention.norm.casefold(), mention.passage.words.casefold())
    for claim in reading.claims:
        yield from (s.name.casefold() for s in claim.said_by if s.protected and s.name)


def _shields(reading: Reading, start: int, stop: int) -> bool:
    """Whether a protected person is named in, or speaks in, these characters."""
    if any(m.protected and m.passage.start < stop and start < m.passage.stop for m in reading.mentions):
        return True
    return any(
        s.protected
        for c in reading.claims
        if c.passage.start < stop and start < c.passage.stop
        for s in c.said_by
    )


def _leaving(document: Document, source: str, claim: Claim, words: str) -> Leaving:
    return Leaving(
        0, source, document.published or "", document.url or "", document.sha256,
        tuple(s.name for s in claim.said_by if s.name), tuple(h.words for h in claim.hedges), words,
    )  # fmt: skip


__all__ = ["LEVELS", "LONGEST", "PUBLIC_SHARE", "Departure", "Leaving", "departure"]
