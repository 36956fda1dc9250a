"""What the ledger knows of a draft's subjects: one pass over the project, keeping what the draft may rest on.

Memory grows with what is alike, not with the project: a figure is kept where it has a number of the draft
or counts the same, a text where it holds most words of a quotation of the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from muster.model.claims import Claim, Quantity, Reading, Speaker
from muster.model.evidence import Document, Text
from muster.publish.draft.finding import Draft
from muster.publish.evidence import Evidence
from muster.text.concepts import keys_of
from muster.text.listed import listed
from muster.text.quotes import Quotation, quotations
from muster.text.segment import sentences
from muster.text.sources.cues import lexicon
from muster.text.tokens import tokens_of

# A quotation of fewer words is a term or a title in marks, unless somebody says it as a sentence.
_LEAST_WORDS = 4
_SENTENCE_ENDS = frozenset(".,!?…")
# So much of the shorter sentence must be spoken of in both for two figures to be of one thing.
LEAST_ALIKE = 0.4
# So many texts are held for one quotation.
_CANDIDATES = 12
_COUNTED = ("count", "share", "duration", "money", "rate", "distance")
# Words after which the noun of "drivers of the depot" is over.
_NOUN_ENDS = listed("of in at from on to for with who that which out из в на от по у з із зі від що який")
# Who is counted by such a word may be anybody's population.
_ANYBODY = listed("people person persons men man women woman человек людей люди людям осіб людина")
# Hedges that date rather than doubt.
_DATING = frozenset(("so far", "to date", "as yet", "до сих пор", "пока", "наразі", "досі", "may"))

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts and the sentence it stands in. ``days``: (first, last) it is dated by.

    ``words``: concepts of the sentence, one set a word; ``noun``: concepts of the head of what is counted.
    """

    id: str
    quantity: Quantity
    sentence: str
    words: tuple[Keys, ...]
    noun: Keys
    hedges: frozenset[str]
    days: tuple[tuple[str, str], ...]
    speakers: tuple[str, ...]
    document: str = ""
    published: str = ""
    source: str = ""
    origin: str = ""
    claim: str | None = None

    @property
    def values(self) -> frozenset[float]:
        """The numbers it was written with."""
        ends = (self.quantity.low, self.quantity.high)
        return frozenset(round(v, 6) for v in ends if v is not None)

    @property
    def anybody(self) -> bool:
        """Whether nothing narrower than people is counted."""
        first = (self.quantity.what or "").lower().split()
        return not first or first[-1] in _ANYBODY or first[0] in _ANYBODY


@dataclass(slots=True)
class Known:
    """What of the ledger a draft may rest on."""

    figures: list[Figure] = field(default_factory=list)
    quotable: dict[str, tuple[Document, Text, Reading]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    aliases: frozenset[str] = frozenset()
    sources: dict[str, str] = field(default_factory=dict)
    independent: dict[str, frozenset[str]] = field(default_factory=dict)


def gather(evidence: Evidence, draft: Draft) -> Known:
    """Everything of the project that is needed to check the draft."""
    known = Known(sources={s.id: s.name for s in evidence.sources()})
    aliases = {s.name for s in evidence.sources() if s.protected}
    for entity in evidence.entities():
        if entity.type in ("person", "organisation", "group"):
            known.names.update((name, entity.id) for name in (entity.name, *entity.variants))
        if entity.protected:
            aliases |= {entity.name, *entity.variants}
    known.names.update((name, id) for id, name in known.sources.items())
    known.aliases = frozenset(aliases)
    known.independent = {o.id: frozenset(o.independent_of) for o in evidence.origins()}
    ours = figures_of(draft.text, draft.reading)
    wanted = [words_in(draft.text.body[q.inner_start : q.inner_stop]) for q in compared(draft)]
    scores: list[list[tuple[float, str]]] = [[] for _ in wanted]
    for document, text, reading in evidence.readings():
        known.figures += _akin(evidence, document, text, reading, ours, known.sources)
        if wanted:
            _keep_quotable(known, scores, wanted, (document, text, reading))
    held = {id for best in scores for _, id in best}
    known.quotable = {id: found for id, found in known.quotable.items() if id in held}
    return known


def figures_of(text: Text, reading: Reading) -> list[Figure]:
    """The counts, shares, durations and sums of a text, each with its sentence."""
    if not any(q.kind in _COUNTED for q in reading.quantities):
        return []
    claims = {c.id: c for c in reading.claims}
    spans = sentences(text.body)
    found = []
    for q in reading.quantities:
        if q.kind not in _COUNTED or (q.low is None and q.high is None):
            continue
        span = next((s for s in spans if s.start <= q.passage.start < s.stop), None)
        if span is None:
            continue
        words = text.body[span.start : span.stop]
        days = tuple(
            (t.first, t.last or t.first)
            for t in reading.times
            if t.first and t.type == "DATE" and span.start <= t.passage.start < span.stop
        )
        claim = claims.get(q.claim or "")
        speakers = tuple(s.name for s in _said_by(claim, reading, span.start, span.stop) if s.name)
        found.append(
            Figure(
                q.id,
                q,
                words,
                tuple(keys_of(words, text.language)),
                noun_of(q.what, text.language),
                hedges_in(words, text.language),
                days,
                speakers,
                claim=q.claim,
            )
        )
    return found


def _said_by(claim: Claim | None, reading: Reading, start: int, stop: int) -> Iterator[Speaker]:
    if claim is not None and claim.said_by:
        yield from claim.said_by
        return
    for other in reading.claims:
        if start <= other.passage.start < stop:
            yield from other.said_by


def noun_of(what: str | None, language: str) -> Keys:
    """Concepts of the head of what is counted: "drivers" of "drivers of the depot"."""
    head: list[str] = []
    for word in (what or "").split():
        if word.lower() in _NOUN_ENDS and head:
            break
        head.append(word)
    while len(head) > 1 and language == "en" and head[-1].endswith("ed"):
        head.pop()  # "conscripts convicted": what befell them is not who they are
    return frozenset[str]().union(*keys_of(" ".join(head), language))


def hedges_in(words: str, language: str) -> frozenset[str]:
    """Words that doubt, of a sentence; those that only date it left out."""
    pattern = lexicon(language if language in ("en", "ru", "uk") else "en").hedge
    found = {" ".join(m.group().lower().split()): m.group() for m in pattern.finditer(words)}
    # The month of May is no doubt.
    return frozenset(k for k, seen in found.items() if k not in _DATING or (k == "may" and seen == "may"))


def words_in(quoted: str) -> list[str]:
    """The words of a quotation, folded; what was left out in brackets is nothing."""
    return [w for w in tokens_of(quoted).words if any(c.isalnum() for c in w)]


def compared(draft: Draft) -> Iterator[Quotation]:
    """Quotations that are held beside the ledger word by word: long ones, and short ones somebody says."""
    for q in quotations(draft.text.body):
        inner = draft.text.body[q.inner_start : q.inner_stop]
        size = len(words_in(inner))
        if q.level == 0 and size and (size >= _LEAST_WORDS or _said(draft, q, inner)):
            yield q


def _said(draft: Draft, q: Quotation, inner: str) -> bool:
    """A sentence of its own ("Everybody left,"), with somebody who says it; a term in marks is neither."""
    return inner.rstrip()[-1:] in _SENTENCE_ENDS and any(
        c.kind == "direct"
        and c.said_by
        and any(p.start < q.stop and q.start < p.stop for p in (c.passage, *c.parts))
        for c in draft.reading.claims
    )


def place_of(words: Sequence[str], body: Sequence[str]) -> int | None:
    """Where these words stand in one run."""
    first, size = words[0], len(words)
    for at, word in enumerate(body):
        if word == first and list(body[at : at + size]) == list(words):
            return at
    return None


def _akin(
    evidence: Evidence,
    document: Document,
    text: Text,
    reading: Reading,
    ours: Sequence[Figure],
    sources: dict[str, str],
) -> Iterator[Figure]:
    for f in figures_of(text, reading) if ours else ():
        if any(_may_be_one(o, f) and alike(o, f) >= LEAST_ALIKE for o in ours):
            origin = evidence.origin_of(f.claim) if f.claim else None
            yield replace(
                f, document=document.id, published=(document.published or "")[:10],
                source=sources.get(document.source, ""), origin=origin or f"document {document.id}",
            )  # fmt: skip


def _may_be_one(a: Figure, b: Figure) -> bool:
    if a.values & b.values or a.noun & b.noun:
        return True
    return not a.noun and a.quantity.unit == b.quantity.unit


def alike(a: Figure, b: Figure) -> float:
    """Share of the words of the shorter sentence, numbers left out, that speak of something in the other."""
    one, two = _telling(a), _telling(b)
    if not one or not two:
        return 0.0
    there, here = frozenset[str]().union(*two), frozenset[str]().union(*one)
    return max(sum(1 for w in one if w & there) / len(one), sum(1 for w in two if w & here) / len(two))


def _telling(figure: Figure) -> list[Keys]:
    return [w for w in figure.words if not all(k[0] == "n" and k[1:].isdecimal() for k in w)]


def _keep_quotable(
    known: Known,
    scores: list[list[tuple[float, str]]],
    wanted: list[list[str]],
    found: tuple[Document, Text, Reading],
) -> None:
    document, text, _ = found
    body = words_in(text.body)
    there = frozenset(body)
    for best, words in zip(scores, wanted, strict=True):
        held = frozenset(words)
        share = len(held & there) / len(held)
        # Many texts have the few words of a short quotation, few have them in one run.
        share += share == 1.0 and place_of(words, body) is not None
        if share >= 0.5:
            best.append((-share, document.id))
            best.sort()
            del best[_CANDIDATES:]
            if (-share, document.id) in best:
                known.quotable[document.id] = found


__all__ = [
    "LEAST_ALIKE", "Figure", "Known", "alike", "compared", "figures_of", "gather",
    "hedges_in", "noun_of", "place_of", "words_in",
]  # fmt: skip
