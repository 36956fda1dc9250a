"""What leaves the desk: passages and what they rest on, renumbered, never whole articles of others."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from muster.model.claims import Claim, Mention, Quantity, Reading
from muster.model.evidence import Document, Passage, Text
from muster.publish.evidence import Evidence
from muster.publish.jigsaw.check import direct_fields
from muster.text.identifiers.identifiers import DOUBTS, find_identifiers
from muster.text.segment import sentences
from muster.text.spans import Overlaps, Span

LEVELS = ("internal", "lawyer", "public")
# Of one text a public release holds at most this share of its characters, one sentence at least.
PUBLIC_SHARE = 0.25
# Of a sentence it holds so many characters at most.
LONGEST = 600
# What these published anybody can read; a note, a letter, a handed-over file is told here for the first time.
_PUBLISHING = ("outlet", "channel", "feed", "archive")


@dataclass(frozen=True, slots=True)
class Leaving:
    """One passage of a release. ``number``: of this release only. ``says``: the exact words of a sentence.

    ``about``: aliases of protected people it names or quotes. ``open``: its paper was published by others.
    """

    number: int
    source: str
    published: str
    url: str
    sha256: str
    said_by: tuple[str, ...]
    hedges: tuple[str, ...]
    says: str
    about: tuple[str, ...] = ()
    open: bool = False


@dataclass(slots=True)
class Departure:
    """What leaves with a release, for the person who lets it go; and what does not, with the reason.

    ``named``: people whom the passages name; ``protected``: aliases among them; ``details``: how often each
    kind of identifier stands in them. ``beside``: files besides the passages. ``stands``: number of a passage
    → the document and the characters it stands at, for the desk alone. ``numbers``: quantity → the passage it
    stands in, and where in its words. ``shielded``: names, folded, of those whom a text shields; no word of
    the release's own may hold one.
    """

    passages: list[Leaving] = field(default_factory=list)
    documents: int = 0
    characters: int = 0
    people: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    protected: set[str] = field(default_factory=set)
    details: dict[str, int] = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)
    withheld: dict[str, int] = field(default_factory=dict)
    stands: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    numbers: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    shielded: set[str] = field(default_factory=set)
    level: str = "internal"

    def lines(self) -> Iterator[str]:
        """The same in words."""
        yield f"passages: {len(self.passages)}, of {self.documents} documents, {self.characters} characters"
        yield f"sources named: {', '.join(sorted({p.source for p in self.passages})) or 'none'}"
        yield f"people and bodies named as speaking: {', '.join(sorted(self.people)) or 'none'}"
        yield f"people named in the passages: {', '.join(sorted(self.named)) or 'none'}"
        yield f"protected people, by alias or code: {', '.join(sorted(self.protected)) or 'none'}"
        told = ", ".join(f"{name} {n}" for name, n in sorted(self.details.items()))
        yield f"details in them that narrow the circle: {told or 'none'}"
        yield f"links: {len({p.url for p in self.passages if p.url})}; hashes of papers: {self.documents}"
        yield "with it: custody.json (the ledger's head, hashes), the public key, checks.json" + "".join(
            f", {name}" for name in self.beside
        )
        for why, number in sorted(self.withheld.items()):
            yield f"does not leave: {number} × {why}"

    def without(self, why: str) -> None:
        """Count something that stays."""
        self.withheld[why] = self.withheld.get(why, 0) + 1


Named = Callable[[str], tuple[str, ...]]
"""Words in; out: the protected sources, by alias, whom they name in any form."""
Lets = Callable[[str, int, int], bool]
"""A paper's digest and characters of it in; out: whether a person lets them leave, whatever is presumed."""
Kept = Callable[[str, int, int], str]
"""A paper's digest and characters of it in; out: why they stay, in words; "" where they may leave."""


def departure(
    evidence: Evidence, level: str, *, secret: bytes, begins: Callable[[str], int] = lambda _: 0,
    named: Named = lambda _: (), kept: Kept = lambda *_: "",
    doubts: Kept | None = None,
    lets: Lets = lambda *_: False,
) -> Departure:  # fmt: skip
    """The passages of a release of this level, in an order that tells nothing of the project's.

    ``secret``: keys the order, so that numbers of two releases cannot be laid beside each other.
    ``begins``: where a text begins after the card at its top, which is ours and no source's words.
    ``named``: whom a sentence names of the protected sources, also where another's paper does.
    ``kept``: what a person keeps back, at every level. ``doubts``: what stays although it would leave;
    nothing comes into its place. ``lets``: where nobody is taken for protected whom the text itself does not
    hide.
    At level public, passages of protected sources and speakers stay, and so does what goes beyond a
    quarter of a text.
    """
    sources = {s.id: s for s in evidence.sources()}
    found = Departure(level=level)
    chosen: list[tuple[bytes, Leaving, tuple[str, int, int], Mapping[str, tuple[int, int]]]] = []
    for document, text, reading in evidence.readings():
        source = sources[document.source]
        if level == "public" and source.protected:
            found.without("document of a protected source")
            continue
        if level == "public":
            found.shielded.update(_shielded(reading))
        published = not source.protected and bool(document.url or source.kind in _PUBLISHING)
        stays = partial(kept, document.sha256)
        free = partial(lets, document.sha256)
        read = _Read(reading)
        for span, claim in _passages(text, read, level, found, begins(text.body), named, stays, free):
            if doubts is not None and (why := doubts(document.sha256, span.start, span.stop)):
                found.without(why)
                continue
            words = text.body[span.start : span.stop]
            about = _about(read, span, (source.name if source.protected else "", *named(words)))
            leaving = _leaving(document, source.name, claim, words, about, published)
            digest = hashlib.blake2b(f"{document.id} {span.start}".encode(), key=secret[:64]).digest()
            stands = (document.id, span.start, span.stop)
            chosen.append((digest, leaving, stands, _standing(read, span)))
            found.named.update(_named(read, span))
    chosen.sort(key=lambda c: c[0])
    for number, (_, each, stands, numbers) in enumerate(chosen, 1):
        found.passages.append(replace(each, number=number))
        found.stands[number] = stands
        found.numbers.update({id: (number, *place) for id, place in numbers.items()})
        found.people.update(each.said_by)
        found.protected.update(each.about)
        found.characters += len(each.says)
        # What only a doubt covers is no detail that could be told to whoever decides.
        for detail in (i.field for i in find_identifiers(each.says) if i.field not in DOUBTS):
            found.details[detail] = found.details.get(detail, 0) + 1
    found.documents = len({stands[0] for _, _, stands, _ in chosen})
    return found


class _Read:
    """What was read of a text, by place."""

    def __init__(self, reading: Reading) -> None:
        self.all = reading
        self.claims = Overlaps[Claim](reading.claims, _place)
        self.mentions = Overlaps[Mention](reading.mentions, _place)
        self.quantities = Overlaps[Quantity](reading.quantities, _place)
        self.presumed = {s.name for c in reading.claims for s in c.said_by if s.presumed}


def _place(record: Claim | Mention | Quantity) -> tuple[int, int]:
    return record.passage.start, record.passage.stop


def _about(read: _Read, span: Passage, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Aliases and codes of the protected: the source, whom the sentence names, who speaks in it."""
    named = {m.norm for m in read.mentions.within(span.start, span.stop) if m.protected}
    speaking = {
        s.name for c in read.claims.within(span.start, span.stop) for s in c.said_by if s.protected and s.name
    }
    return tuple(sorted({*named, *speaking, *filter(None, sources)}))


def _named(read: _Read, span: Passage) -> Iterator[str]:
    found = read.mentions.within(span.start, span.stop)
    return (m.norm for m in found if m.kind == "person" and not m.protected)


def _passages(
    text: Text,
    read: _Read,
    level: str,
    found: Departure,
    begin: int,
    named: Named,
    stays: Callable[[int, int], str],
    free: Callable[[int, int], bool],
) -> Iterator[tuple[Passage, Claim]]:
    """Sentences with a claim, each once, within what the level allows of one text; with a number first."""
    spans = sentences(text.body)
    taken = 0
    seen = set[int]()
    starts = [s.start for s in spans]
    counted = {_sentence_of(q.passage.start, spans, starts) for q in read.all.quantities}
    found_in = [(_sentence_of(c.passage.start, spans, starts), c) for c in read.all.claims]
    for span, claim in sorted(
        ((s, c) for s, c in found_in if s is not None and s.start >= begin),
        key=lambda f: (f[0] not in counted, f[0].start, f[1].id),
    ):
        if span.start in seen:
            continue
        seen.add(span.start)
        stop = min(span.stop, span.start + LONGEST)
        words = text.body[span.start : stop]
        if why := stays(span.start, span.stop):
            found.without(why)
            continue
        if level == "public" and (
            _shields(read, span.start, span.stop, free(span.start, span.stop)) or named(words)
        ):
            found.without("sentence with a protected person")
            continue
        if level != "internal" and direct_fields(words):
            found.without("sentence with a telephone, an address, or a number that leads to one person")
            continue
        if level == "public" and taken and taken + stop - span.start > PUBLIC_SHARE * len(text.body):
            found.without("sentence beyond a quarter of its text")
            continue
        taken += stop - span.start
        yield Passage.of(text, span.start, stop), claim


def _sentence_of(at: int, spans: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """The sentence that holds this character. ``starts``: those of ``spans``, in order."""
    i = bisect_right(starts, at) - 1
    return spans[i] if i >= 0 and at < spans[i].stop else None


def _standing(read: _Read, span: Passage) -> dict[str, tuple[int, int]]:
    """Quantity → where it stands in the words of this passage; those cut off by its end left out."""
    return {
        q.id: (q.passage.start - span.start, q.passage.stop - span.start)
        for q in read.quantities.within(span.start, span.stop)
        if span.start <= q.passage.start and q.passage.stop <= span.stop
    }


def _shielded(reading: Reading) -> Iterator[str]:
    for mention in reading.mentions:
        if mention.protected:
            yield from (mention.norm.casefold(), mention.passage.words.casefold())
    for claim in reading.claims:
        yield from (s.name.casefold() for s in claim.said_by if s.protected and s.name)


def _shields(read: _Read, start: int, stop: int, let: bool = False) -> bool:
    """Whether a protected person is named in, or speaks in, these characters; ``let``: one whom the text
    hides in words."""
    presumed = read.presumed if let else set()
    if any(m.protected and m.norm not in presumed for m in read.mentions.within(start, stop)):
        return True
    return any(
        s.protected and not (let and s.presumed) for c in read.claims.within(start, stop) for s in c.said_by
    )


def _leaving(
    document: Document, source: str, claim: Claim, words: str, about: tuple[str, ...], published: bool
) -> Leaving:
    return Leaving(
        0, source, document.published or "", document.url or "", document.sha256,
        tuple(s.name for s in claim.said_by if s.name), tuple(h.words for h in claim.hedges), words, about,
        published,
    )  # fmt: skip


__all__ = ["LEVELS", "LONGEST", "PUBLIC_SHARE", "Departure", "Kept", "Leaving", "Lets", "Named", "departure"]
