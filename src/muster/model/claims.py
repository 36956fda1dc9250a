"""What a reader finds in a text. A claim is not a fact: somebody said that something is so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from muster.model.errors import RecordError
from muster.model.evidence import Passage
from muster.model.grounds import Ground

CLAIM_KINDS = ("direct", "indirect", "mixed")
ACTS = ("say", "write", "think", "intend")
BASES = ("first-hand", "second-hand", "hearsay", "own-caseload", "party", "document", "unknown")
STANCES = ("asserted", "denied", "unverified")
SOURCE_KINDS = ("named", "call-sign", "anonymous", "group", "organisation", "document")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
MENTION_KINDS = ("person", "group", "organisation", "place", "unit")


def _one_of(value: str, allowed: tuple[str, ...], what: str, record: str) -> None:
    if value not in allowed:
        raise RecordError(f"{what} is {value!r}, not one of {', '.join(allowed)}", record=record)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as this text names them. ``name`` None: nobody is named ("it was reported").

    ``mention``: where in the text the name stands that was resolved to (a pronoun's person).
    ``presumed``: why the form of the text is taken to protect somebody whom none of its words hide.
    """

    name: str | None
    role: str | None = None
    organisation: str | None = None
    mention: Passage | None = None
    protected: bool = False
    presumed: str | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A medium the words went through: ``Telegram`` (platform), ``Current Time`` (outlet),
    an intercepted call (interception), documents seen by somebody (document), television (broadcast),
    a briefing (occasion), somebody who passed it on (person)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Someone *said* it. A claim is not a fact.

    ``passage``: the content, exact characters; ``parts`` more than one where it is interrupted.
    ``said_by``: nearest speaker outwards ("he said the commander said": commander, then he);
    ``()`` is the outlet's own voice. ``via``: carriers, nearest first.
    ``act``: said, written, or ascribed to somebody as a thought or an intention.
    ``ground``: why it has its basis; None where no reader kept a reason.
    ``confidence``: 0..1, how sure the reader is of speaker and extent.
    """

    id: str
    passage: Passage
    kind: str
    parts: tuple[Passage, ...] = ()
    cue: Passage | None = None
    speaker: Passage | None = None
    said_by: tuple[Speaker, ...] = ()
    via: tuple[Carrier, ...] = ()
    hedges: tuple[Passage, ...] = ()
    basis: str = "unknown"
    stance: str = "asserted"
    own_voice: bool = False
    hypothetical: bool = False
    inside: str | None = None
    addressee: Passage | None = None
    source_kind: str = "named"
    confidence: float = 0.5
    act: str = "say"
    ground: Ground | None = None

    def __post_init__(self) -> None:
        _one_of(self.kind, CLAIM_KINDS, "the kind of a claim", self.id)
        _one_of(self.act, ACTS, "the act of a claim", self.id)
        _one_of(self.basis, BASES, "the basis of a claim", self.id)
        _one_of(self.stance, STANCES, "the stance of a claim", self.id)
        _one_of(self.source_kind, SOURCE_KINDS, "the source kind of a claim", self.id)
        if not 0.0 <= self.confidence <= 1.0:
            raise RecordError("confidence lies between 0 and 1", record=self.id)
        if self.own_voice and self.said_by:
            raise RecordError("the outlet's own voice has no speaker", record=self.id)
        if self.ground is not None and self.ground.basis != self.basis:
            raise RecordError(f"the ground {self.ground.code} gives no basis {self.basis}", record=self.id)


def because(claim: Claim) -> str:
    """Why a claim has its basis, as one sentence in English with the characters that it rests on.

    The name of a protected speaker is not among them: of his frame only the reason is told.
    """
    if claim.own_voice:
        return "the outlet tells it in its own voice, and the text does not show how it knows"
    if claim.ground is None:
        return "no reason kept"
    found = claim.ground.words
    inside = found is not None and claim.passage.start <= found.start and found.stop <= claim.passage.stop
    hidden = any(s.protected and s.presumed is None for s in claim.said_by)
    if found is None or (hidden and not inside):
        return claim.ground.says
    words = " ".join(found.words.split())
    return f"{claim.ground.says}: “{words if len(words) <= _SHOWN else words[:_SHOWN] + '…'}”"


_SHOWN = 160  # characters of what a reason rests on


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning. None bounds mean nobody said; nothing is invented.

    Shares are fractions with unit ``share``; durations keep number and unit (``day``, ``week``…);
    plain counts have unit ``count``. ``vague``: the row of the coding table (``text/vague.toml``)
    for a vague word; its bounds stay None unless a coding profile was chosen.
    ``claim``: the innermost claim it stands in, or None. ``kind``: count, share, duration, age,
    distance, money, rate, ordinal, other; only count, share and rate answer "how many".
    """

    id: str
    passage: Passage
    low: float | None
    high: float | None
    low_exclusive: bool = False
    high_exclusive: bool = False
    unit: str = "count"
    kind: str = "count"
    what: str | None = None
    population: str | None = None
    place: str | None = None
    when: str | None = None
    vague: str | None = None
    approximate: bool = False
    cumulative: bool | None = None
    modality: str = "asserted"
    claim: str | None = None
    what_passage: Passage | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError(f"low {self.low} is above high {self.high}", record=self.id)
        if self.unit == "share" and any(b is not None and not 0 <= b <= 1 for b in (self.low, self.high)):
            raise RecordError("a share lies between 0 and 1", record=self.id)


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A time expression: some moment within ``[first, last]`` (ISO dates), not a duration.

    ``value``: TIMEX3. ``anchor``: explicit, document, previous, event, inferred or None where it
    could not be anchored (then first and last are None). ``reason``: in words, for a person.
    """

    id: str
    passage: Passage
    type: str
    value: str
    first: str | None = None
    last: str | None = None
    granularity: str | None = None
    anchor: str | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        _one_of(self.type, TIME_TYPES, "the type of a time", self.id)
        if self.first is not None and self.last is not None and self.first > self.last:
            raise RecordError(f"a time cannot start on {self.first} and end on {self.last}", record=self.id)


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters that name someone, somewhere or some unit. ``norm``: the base form of the name
    as this text's language would put it in a register ("Ивана Сидорова" → "Иван Сидоров").

    ``protected``: the text says that the name is changed or withheld. ``near``: the place in a
    gazetteer or a coordinate pair as words, only for places.
    """

    id: str
    passage: Passage
    kind: str
    norm: str
    role: str | None = None
    organisation: str | None = None
    protected: bool = False
    near: str | None = None

    def __post_init__(self) -> None:
        _one_of(self.kind, MENTION_KINDS, "the kind of a mention", self.id)


@dataclass(frozen=True, slots=True)
class Event:
    """Something narrated, with the range of days in which it began; ordered only partly."""

    id: str
    passage: Passage
    what: str
    who: tuple[str, ...] = ()
    where: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """``before`` came before ``after`` (event ids); ``certain`` only where the dates force it."""

    before: str
    after: str
    certain: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a text that the reader passed over, and why (``language``, ``code``, ``table``…)."""

    start: int
    stop: int
    reason: str


ReadingPart = Literal["claims", "quantities", "times", "mentions", "events", "order"]  # a part read by itself


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one reader found in one text. ``understood`` of ``characters`` (non-blank) lie in
    sentences from which at least one record was made; the rest was read and gave nothing, or is in
    ``unread``.
    """

    text: str
    reader: str
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeRange, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    order: tuple[Order, ...] = ()
    unread: tuple[Unread, ...] = ()
    understood: int = 0
    characters: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What a reader may know about a text beside its characters. ``published`` as in Document;
    ``coding``: as-written, strict, acled or ucdp; ``source_protected``: the source's name is an alias."""

    published: str | None = None
    source: str | None = None
    source_kind: str | None = None
    title: str | None = None
    coding: str = "as-written"
    source_protected: bool = False


__all__ = [
    "ACTS", "BASES", "CLAIM_KINDS", "MENTION_KINDS", "SOURCE_KINDS", "STANCES", "TIME_TYPES",
    "Carrier", "Claim", "Event", "Mention", "Order", "Quantity", "Reading", "ReadingContext", "ReadingPart",
    "Speaker", "TimeRange", "Unread", "because",
]  # fmt: skip
