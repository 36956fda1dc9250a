"""Casework: one person or group helped under a random code, and what was done and happened, only added to.

No field holds a name. Who somebody is stands in the vault under an alias, or nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from muster.model.errors import RecordError
from muster.model.law import Days

Client = Literal["self", "relative", "group", "question"]
# How a step is known: the paper is here, it was shown to us, somebody told it.
Proof = Literal["", "held", "seen", "told"]

# Whom a case is for; a question that came in is nobody's case yet.
HELPED: tuple[str, ...] = ("self", "relative", "group")
QUESTION = "question"
CLIENTS: tuple[str, ...] = (*HELPED, QUESTION)
PROOFS: tuple[str, ...] = ("held", "seen", "told")
# Every kind of step, by the track of a case that it belongs to.
TRACKS: Mapping[str, tuple[str, ...]] = {
    "status": ("status",),
    "chain": ("order", "refusal", "report", "letter-accepted", "explanation", "reaction", "weighed"),
    "threat": ("threat",),
    "request": ("commander-request", "check", "decision"),
    "remedy": ("complaint", "appeal", "done"),
    "side": (
        "medical-board", "alternative-service", "detention", "redeployed-in-spite", "transfer", "discharge",
    ),
    "outcome": ("outcome",),
    "intake": ("asked", "akin", "sorted", "answered"),
    "desk": ("law", "letter", "evidence", "link", "note", "correction", "close", "open-again"),
}  # fmt: skip
# What is written of a case by hand; of a question 'muster intake' writes.
BY_HAND: Mapping[str, tuple[str, ...]] = {
    track: kinds for track, kinds in TRACKS.items() if track != "intake"
}
TRACK_OF: Mapping[str, str] = {kind: track for track, kinds in TRACKS.items() for kind in kinds}
# What became of somebody. "lost": nobody could be reached any more, which says nothing of the rest.
OUTCOMES = ("discharged", "left", "redeployed", "prosecuted", "detained", "serving", "unknown", "lost")
THREATS = ("prosecution", "front", "violence", "detention", "money", "record", "family", "other")
DECISIONS = ("refused", "opened", "sent-back", "suspended", "court", "upheld", "overturned")
RELATIONS = (
    "same-person",
    "same-family",
    "different-family",
    "same-unit",
    "conflict-of-interest",
    "became-case",
)


@dataclass(frozen=True, slots=True)
class Case:
    """Who is helped: a person, a person through a relative, or a group as a number of people; or a question
    that came in, whose words are its first step.

    ``code`` is drawn at random and is all anybody calls it by; ``alias``: the code in the vault, if there is
    one. ``region`` is as coarse as statistics need it. ``at``: when it was written down (ISO 8601).
    """

    id: str
    code: str
    client: Client
    at: str
    by: str
    people: int | None = None
    region: str = ""
    language: str = ""
    alias: str = ""

    def __post_init__(self) -> None:
        if self.client not in CLIENTS:
            raise RecordError(f"a case is for one of {', '.join(CLIENTS)}", record=self.client)
        if (self.client == "group") != (self.people is not None):
            raise RecordError("a group is a number of people, and nobody else is", record=self.code)
        if self.people is not None and self.people < 2:
            raise RecordError("a group is two people or more", record=self.code)
        if not self.by:
            raise RecordError("a case is opened by somebody: a role's name", record=self.code)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was, was done, or is known of a case; never changed, corrected by a further step.

    ``first``, ``last``: the days (ISO) between which it was, empty where nobody knows. ``who``: by whom
    it was done, as a role (commander, prosecutor). ``value``: what ``kind`` needs: a status, a threat, a
    decision, an outcome. ``answers``: the step it follows from, or corrects. ``facts``:
    ``name=yes|no|unknown`` of a law pack, which this step bears on. ``due``: a day by which something is
    to be done. ``link``: another record; of a law answer, the pack's name, version and sha256.

    Of a question: ``asked`` holds its words, the channel as ``who``, the urgency as ``value``, what gave
    it as ``ground`` and the topic as ``link``; ``akin`` a machine's suggestion that ``link`` is of one
    family; ``sorted`` a person's urgency and topic in the same places; ``answered`` the leaflet as
    ``value`` with its version and sha256 as ``link``.
    """

    id: str
    case: str
    kind: str
    at: str
    by: str
    first: str = ""
    last: str = ""
    proof: Proof = ""
    who: str = ""
    value: str = ""
    ground: str = ""
    words: str = ""
    answers: str = ""
    facts: tuple[str, ...] = ()
    due: str = ""
    link: str = ""

    def __post_init__(self) -> None:
        if self.kind not in TRACK_OF:
            raise RecordError(f"no step is called {self.kind!r}", next_step=f"one of {', '.join(TRACK_OF)}")
        if self.proof and self.proof not in PROOFS:
            raise RecordError(f"a step is known as one of {', '.join(PROOFS)}", record=self.proof)
        if bool(self.first) != bool(self.last):
            raise RecordError("a step has both a first and a last day, or neither", record=self.id)
        known = {"threat": THREATS, "decision": DECISIONS, "outcome": OUTCOMES, "link": RELATIONS}
        if self.kind in known and self.value not in known[self.kind]:
            raise RecordError(
                f"{self.value!r} is no {self.kind}", next_step=f"one of {', '.join(known[self.kind])}"
            )
        if self.kind in ("threat", "decision") and not self.who:
            raise RecordError(f"a {self.kind} is somebody's: say whose, as a role", record=self.id)
        if not self.by:
            raise RecordError("a step is written down by somebody: a role's name", record=self.id)

    @property
    def days(self) -> Days | None:
        """When it was; None where nobody knows."""
        return Days.of(f"{self.first}..{self.last}") if self.first else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case as of ``known_on``; ``ask_again``: when to look after it next, if ever."""

    case: str
    kind: str
    known_on: str
    ask_again: str


__all__ = [
    "BY_HAND",
    "CLIENTS",
    "DECISIONS",
    "HELPED",
    "OUTCOMES",
    "PROOFS",
    "QUESTION",
    "RELATIONS",
    "THREATS",
    "TRACKS",
    "TRACK_OF",
    "Case",
    "Client",
    "Outcome",
    "Proof",
    "Step",
]
