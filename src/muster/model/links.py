"""Suggestions by machines, decisions by people, and what follows from both."""

from __future__ import annotations

from dataclasses import dataclass

from muster.model.claims import Speaker
from muster.model.errors import RecordError

COPY_KINDS = ("exact", "near", "excerpt", "rewritten", "reordered", "translated", "forwarded", "revision")
# "withdrawn": as if nobody had judged it; an earlier word on it does not come back by itself.
VERDICTS = ("same", "different", "unsure", "withdrawn")
# Of two claims that may contradict each other: both cannot be true, or both can.
CONTRADICT, COMPATIBLE = "contradict", "compatible"
VERDICTS_OF = {"contradiction": (CONTRADICT, COMPATIBLE, "unsure", "withdrawn")}


@dataclass(frozen=True, slots=True)
class Link:
    """A machine's *suggestion* that two records belong together. Never a decision.

    ``kind``: same-name, same-origin, same-event, same-claim, same-case, contradiction, theme. ``score``:
    0..1. ``reasons``: one plain sentence each; none is refused."""

    id: str
    kind: str
    left: str
    right: str
    score: float
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.reasons:
            raise RecordError("a link without a reason is not a suggestion", record=self.id)
        if not 0.0 <= self.score <= 1.0:
            raise RecordError("a score lies between 0 and 1", record=self.id)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a document's text, by document id."""

    document: str
    start: int
    stop: int
    words: str


@dataclass(frozen=True, slots=True)
class Drift:
    """Where a copy departs from its original. ``effect``: number changed, number lost, number added,
    speaker changed, hedge lost, condition lost, verb changed, words inside quotation marks altered,
    quotation marks lost, sentence dropped, sentence added, wording changed."""

    copy: Stretch | None
    original: Stretch | None
    effect: str


@dataclass(frozen=True, slots=True)
class Copy:
    """``copy`` repeats ``original`` (document ids). ``directed`` False: the direction is not shown and
    the two ids stand in sorted order; the export then writes ``original`` null.

    ``overlaps``: matched stretches (copy, original), for the reader who wants to see them.
    """

    id: str
    copy: str
    original: str
    kind: str
    score: float
    reasons: tuple[str, ...]
    directed: bool = True
    drift: tuple[Drift, ...] = ()
    overlaps: tuple[tuple[Stretch, Stretch], ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in COPY_KINDS:
            raise RecordError(f"a copy is not of kind {self.kind!r}", record=self.id)
        if not self.reasons:
            raise RecordError("a copy without a reason is not a suggestion", record=self.id)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a judgement holds on to: exact characters of exact bytes, so that it survives a better
    reader. ``start == stop == 0`` and no words: the whole document. ``sha256`` empty: ``words`` is a
    name."""

    sha256: str
    start: int = 0
    stop: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision; only ever added, the last one on the same subject and field holds.

    ``subject``: one anchor, or two for a pair. ``field``: what was decided ("same-name", "copy",
    "speaker", "quantity", "claim", "grade"…). ``verdict``: same / different / unsure, of a contradiction
    contradict / compatible / unsure, or the value.
    """

    id: str
    subject: tuple[Anchor, ...]
    field: str
    verdict: str
    by: str
    at: str
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.subject) not in (1, 2):
            raise RecordError("a judgement is about one thing or a pair", record=self.id)
        if not self.by or not self.at:
            raise RecordError("a judgement needs a name and a date", record=self.id)


@dataclass(frozen=True, slots=True)
class NameUse:
    """One name as one document uses it: what the link room compares.

    ``mentions``: ids of the mentions and claims (as speaker) under this name in this document. ``sha256``
    of the document and ``places``, where mentions stand in it: by these a judgement about one of two
    identical names finds its own. ``published``: ISO 8601, as exact as is known. ``also``: the name in
    other letters that stands in brackets behind it somewhere in the document.
    """

    document: str
    name: str
    kind: str
    role: str | None = None
    organisation: str | None = None
    protected: bool = False
    mentions: tuple[str, ...] = ()
    sha256: str = ""
    places: tuple[tuple[int, int], ...] = ()
    published: str | None = None
    also: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """People, bodies and places that the machine or a person holds to be one. Derived; may be thrown
    away and rebuilt. ``uses``: (document id, name) pairs. ``protected``: named by an alias only."""

    id: str
    type: str
    name: str
    variants: tuple[str, ...]
    protected: bool
    uses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Entities, and the joins that were refused because judgements or evidence contradict them."""

    entities: tuple[Entity, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The person or body from whom claims first came. ``claims``: ids of all claims folded into it,
    ``first``: the id of the earliest. ``independent_of``: origins shown to be independent, with reasons."""

    id: str
    name: str
    entity: str | None
    claims: tuple[str, ...]
    reasons: tuple[str, ...]
    first: str | None = None
    independent_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as the search for origins sees it: who said it, where, and through what it came.

    ``speaker``: the nearest. ``entity``: the id of his entity, where there is one. ``own_voice``: the
    outlet itself asserts. ``speaker`` None and not ``own_voice``: nobody is named ("it was reported").
    ``via``: carriers, nearest first; a carrier is never an origin. ``role``: what the text says he is;
    ``spoken_as``: the characters that stand for him ("we"). ``told_by``: who passed his words on, where the
    text says that somebody did, with ``told_entity``. ``voice``: who speaks in the document's own voice,
    where it is not its source (a forward, a report with an author); ``signed``: the name under a paper
    without an author, of which nobody has said from where it is. ``figures``: numbers in the words, with
    the base form of what they count. ``start``, ``stop``: where the words stand.
    ``source_kind``, ``basis``, ``stance``: as in Claim. ``language``: of the text. ``credits``: agencies and
    papers whom the end of the text credits for what it tells. ``estimated``: gives a number that is an
    estimate, which may rest on what others told.
    """

    claim: str
    document: str
    source: str
    published: str | None
    entity: str | None
    speaker: str | None
    organisation: str | None
    own_voice: bool
    protected: bool
    words: str
    via: tuple[str, ...] = ()
    role: str | None = None
    spoken_as: str | None = None
    told_by: Speaker | None = None
    told_entity: str | None = None
    voice: str | None = None
    figures: tuple[tuple[float, str], ...] = ()
    start: int = 0
    stop: int = 0
    source_kind: str = "named"
    language: str = ""
    signed: str | None = None
    credits: tuple[str, ...] = ()
    basis: str = "unknown"
    stance: str = "asserted"
    estimated: bool = False


__all__ = [
    "COMPATIBLE", "CONTRADICT", "COPY_KINDS", "VERDICTS", "VERDICTS_OF",
    "Anchor", "Copy", "Drift", "Entity", "Grouping", "Judgement", "Link", "NameUse", "Origin", "Statement",
    "Stretch",
]  # fmt: skip
