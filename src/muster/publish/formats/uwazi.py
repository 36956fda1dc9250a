"""CSV that Uwazi imports: one file of documents, one of claims, each for one template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from muster.model.claims import Claim, Mention, Quantity, Reading
from muster.model.evidence import Document
from muster.publish.evidence import Evidence
from muster.publish.files import private_folder, whole_file
from muster.publish.formats.base import About, Written, csv_file
from muster.publish.formats.where import where
from muster.publish.rows import number

_LANGUAGES = ("en", "ru", "uk")
DOCUMENTS = (
    "title", "title__en", "title__ru", "title__uk", "source", "published", "published_range", "language",
    "people", "bodies", "places", "place_geolocation", "link", "address", "sha256", "muster_id",
)  # fmt: skip
CLAIMS = (
    "title", "document", "said_by", "kind", "basis", "stance", "numbers", "origin", "address", "muster_id",
)  # fmt: skip
LOST = (
    "texts and offsets: Uwazi reads texts from PDF files, which are not part of this",
    "low and high as numbers: they stand as words beside the number as written",
    "a month or a year becomes a range of days (2031-05 is 2031-05-01:2031-05-31)",
    "a second place in one paper: place_geolocation holds the first that is known; regions have no point",
    "copies, independence, estimates, events and their order",
    "'|' and '::' inside a value are written '/' and ':', since Uwazi splits at them",
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"\d{4}\Z")


def write_uwazi(evidence: Evidence, folder: Path, about: About) -> Written:
    """``documents.csv`` and ``claims.csv``; both are there, or none is new."""
    private_folder(folder)
    with whole_file(folder / "documents.csv") as first, whole_file(folder / "claims.csv") as second:
        documents = csv_file(first, DOCUMENTS, _documents(evidence))
        claims = csv_file(second, CLAIMS, _claims(evidence))
    return Written({"documents.csv": documents, "claims.csv": claims}, LOST)


def one(value: str | None) -> str:
    """A value that Uwazi does not split: ``|`` and ``::`` mean many values and parent::child there."""
    return re.sub(r":{2,}", ":", (value or "").replace("|", "/"))


def days(told: str | None) -> tuple[str, str]:
    """(day or "", range of days or "") of an ISO date that is as exact as is known."""
    found = _DAY.match(told or "")
    if found:
        return found.group(), f"{found.group()}:{found.group()}"
    month = _MONTH.match(told or "")
    if month and 1 <= int(month[2]) <= 12 and month[1] != "0000":
        from calendar import monthrange

        last = monthrange(int(month[1]), int(month[2]))[1]
        return "", f"{told}-01:{told}-{last:02}"
    return "", f"{told}-01-01:{told}-12-31" if _YEAR.match(told or "") else ""


def _documents(evidence: Evidence) -> Iterator[tuple[object, ...]]:
    sources = {s.id: s.name for s in evidence.sources()}
    for d in evidence.documents():
        text, reading = evidence.text_of(d.id), evidence.reading_of(d.id)
        language = text.language if text else "und"
        title = one(d.title) or one(d.address)
        day, span = days(d.published)
        mentions = reading.mentions if reading else ()
        yield (
            title, *(title if d.title and language == each else "" for each in _LANGUAGES),
            one(sources.get(d.source)), day, span, language, _named(mentions, "person"),
            _named(mentions, "organisation", "unit"), _places(mentions), _point(mentions), _link(d),
            one(d.address), d.sha256, d.id,
        )  # fmt: skip


def _named(mentions: tuple[Mention, ...], *kinds: str) -> str:
    # A protected name stands under its alias in the text; a list of people is no place for it.
    return "|".join(sorted({one(m.norm) for m in mentions if m.kind in kinds and not m.protected}))


def _places(mentions: tuple[Mention, ...]) -> str:
    """Region::place, where the table of places knows the region."""
    found = set()
    for m in mentions:
        if m.kind == "place" and not m.protected:
            known = where(m.near)
            parts = (m.near or "").split("; ")
            parent = one(parts[1]) if known.prec == 2 and len(parts) == 3 else ""
            found.add(f"{parent}::{one(m.norm)}" if parent else one(m.norm))
    return "|".join(sorted(found))


def _point(mentions: tuple[Mention, ...]) -> str:
    for m in mentions:
        at = where(m.near) if m.kind == "place" and not m.protected else None
        if at and at.prec == 2:
            return f"{at.latitude}|{at.longitude}"
    return ""


def _link(d: Document) -> str:
    web = d.url if d.url and re.match(r"https?://[^\s|]{1,2000}\Z", d.url) else ""
    return f"{one(d.title) or 'page'}|{web}" if web else ""


def _claims(evidence: Evidence) -> Iterator[tuple[object, ...]]:
    origins = {o.id: o.name for o in evidence.origins()}
    for d, _, reading in evidence.readings({"claims", "quantities"}):
        numbers = _numbers(reading)
        for c in reading.claims:
            yield (
                one(" ".join(c.passage.words.split())), d.id, _speaker(c), c.kind, c.basis, c.stance,
                "|".join(map(_bounds, numbers.get(c.id, ()))),
                one(origins.get(evidence.origin_of(c.id) or "")), one(d.address), c.id,
            )  # fmt: skip


def _numbers(reading: Reading) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for q in reading.quantities:
        found.setdefault(q.claim or "", []).append(q)
    return found


def _speaker(claim: Claim) -> str:
    if claim.own_voice:
        return "the outlet's own voice"
    return one(claim.said_by[0].name) if claim.said_by and claim.said_by[0].name else "nobody named"


def _bounds(q: Quantity) -> str:
    low = "?" if q.low is None else f"{'>' * q.low_exclusive}{number(q.low)}"
    high = "?" if q.high is None else f"{'<' * q.high_exclusive}{number(q.high)}"
    return one(f"{' '.join(q.passage.words.split())} (low {low}, high {high}, {q.unit})")


__all__ = ["CLAIMS", "DOCUMENTS", "LOST", "days", "one", "write_uwazi"]
