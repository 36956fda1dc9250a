"""One stream over all readings: what the shown questions rest on, who speaks, how much was understood."""

from __future__ import annotations

import heapq
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from muster.model.claims import Claim, Quantity, Reading
from muster.model.evidence import Document, Text
from muster.model.links import Origin
from muster.publish.evidence import Evidence
from muster.publish.page.shown import Limits

Figure = tuple[float | None, float | None, bool, bool, str | None]
# An outlet's own voice may hold a hundred thousand claims; a figure's reports are among the first.
_CLAIMS_FOLLOWED = 2_000
# Several times what is shown: repeats of the same words are left out only when all are seen.
_PLACES_KEPT = 4


class Place(NamedTuple):
    """Where a record's words start; ``about``: what a quantity counts, as written."""

    document: str
    record: str
    start: int
    about: str = ""


class Share(NamedTuple):
    """How much of one text was understood; sorts worst first."""

    share: float
    document: str
    understood: int
    characters: int


@dataclass(slots=True)
class Speaker:
    """One name or entity on record: how often, and the first of its claims."""

    key: str
    name: str
    protected: bool
    claims: int = 0
    first: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Survey:
    """What one stream over the readings brought together. ``largest``: the origins with most claims, by id;
    ``carried``: how many of an origin's claims a source carries."""

    places: dict[str, Place] = field(default_factory=dict)
    reports: dict[tuple[str, Figure], list[Place]] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    own_voice: int = 0
    documents: int = 0
    claims: int = 0
    quantities: int = 0
    certain: int = 0
    uncertain: int = 0
    understood: int = 0
    characters: int = 0
    languages: dict[str, list[int]] = field(default_factory=dict)
    unread: Counter[str] = field(default_factory=Counter)
    worst: list[Share] = field(default_factory=list)
    readers: set[str] = field(default_factory=set)
    notes: Counter[str] = field(default_factory=Counter)
    largest: dict[str, str] = field(default_factory=dict)
    carried: Counter[tuple[str, str]] = field(default_factory=Counter)


def figure_of(q: Quantity) -> Figure:
    """What makes two quantities of one origin the same figure."""
    told = q.vague or (q.passage.words.casefold() if q.low is None and q.high is None else None)
    return (q.low, q.high, q.low_exclusive, q.high_exclusive, told)


def survey(
    evidence: Evidence, quantities: Collection[str], origins: Collection[str], limits: Limits
) -> Survey:
    """Stream the readings once. ``quantities`` and ``origins``: ids on which the shown ledger rests."""
    followed = _followed(evidence.origins(), origins)
    found = Survey()
    drawn = heapq.nlargest(limits.origins, evidence.origins(), key=lambda o: (len(o.claims), o.name, o.id))
    found.largest = {o.id: o.name for o in drawn}
    of = _followed(drawn, found.largest)
    worst: list[tuple[float, str, Share]] = []
    for document, text, reading in evidence.readings({"claims", "quantities", "order"}):
        _tally(found, text, reading)
        _worst(worst, document, reading, limits.rows)
        for q in reading.quantities:
            _place(found, document, q, quantities, followed, limits)
        for claim in reading.claims:
            _speaker(found, document, claim, evidence, limits)
            if claim.id in of:
                found.carried[of[claim.id], document.source] += 1
    found.worst = sorted(s for _, _, s in worst)
    return found


def _followed(origins: Iterable[Origin], wanted: Collection[str]) -> Mapping[str, str]:
    return {c: o.id for o in origins if o.id in wanted for c in o.claims[:_CLAIMS_FOLLOWED]}


def _tally(found: Survey, text: Text, reading: Reading) -> None:
    found.documents += 1
    found.claims += len(reading.claims)
    found.quantities += len(reading.quantities)
    for order in reading.order:
        found.certain += order.certain
        found.uncertain += not order.certain
    found.understood += reading.understood
    found.characters += reading.characters
    language = found.languages.setdefault(text.language, [0, 0, 0])
    for i, n in enumerate((1, reading.understood, reading.characters)):
        language[i] += n
    for part in reading.unread:
        found.unread[part.reason] += part.stop - part.start
    found.readers.add(reading.reader)
    found.notes.update(reading.notes)


def _worst(heap: list[tuple[float, str, Share]], document: Document, reading: Reading, most: int) -> None:
    """Keep the texts of which least was understood."""
    share = reading.understood / reading.characters if reading.characters else 0.0
    item = (-share, document.id, Share(share, document.id, reading.understood, reading.characters))
    (heapq.heappush if len(heap) < most else heapq.heappushpop)(heap, item)


def _place(
    found: Survey,
    document: Document,
    q: Quantity,
    wanted: Collection[str],
    followed: Mapping[str, str],
    limits: Limits,
) -> None:
    about = " | ".join((q.what or "", q.population or "", q.place or "")).casefold()
    place = Place(document.id, q.id, q.passage.start, sys.intern(about))
    if q.id in wanted:
        found.places[q.id] = place
        found.figures[q.id] = figure_of(q)
    origin = followed.get(q.claim or "")
    if origin is not None:
        reports = found.reports.setdefault((origin, figure_of(q)), [])
        if len(reports) <= 4 * limits.reports:
            reports.append(place)


def _speaker(found: Survey, document: Document, claim: Claim, evidence: Evidence, limits: Limits) -> None:
    if not claim.said_by or not claim.said_by[0].name:
        found.own_voice += claim.own_voice
        return
    nearest = claim.said_by[0]
    key = evidence.entity_of(document.id, nearest.name or "") or nearest.name or ""
    speaker = found.speakers.get(key)
    if speaker is None:
        speaker = found.speakers[key] = Speaker(key, nearest.name or "", False)
    speaker.claims += 1
    if nearest.protected and not speaker.protected:
        speaker.protected, speaker.name = True, nearest.name or ""
    if len(speaker.first) < _PLACES_KEPT * limits.claims:
        speaker.first.append(Place(document.id, claim.id, claim.passage.start))


__all__ = ["Place", "Share", "Speaker", "Survey", "figure_of", "survey"]
