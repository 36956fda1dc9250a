"""What every view needs, and the small sentences that several of them print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from muster.model.claims import Claim, because
from muster.model.evidence import Document
from muster.model.links import Copy
from muster.publish.page.clusters import Clusters
from muster.publish.page.shelf import Shelf
from muster.publish.page.shown import Limits
from muster.publish.page.survey import Place, Survey
from muster.publish.page.words import Words

_ACTS = {"write": "in writing", "think": "as a thought", "intend": "as an intention"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What every view needs: the words of the page, the shelf, names of sources and origins, limits."""

    words: Words
    shelf: Shelf
    sources: Mapping[str, str]
    origins: Mapping[str, str]
    survey: Survey
    clusters: Clusters
    limits: Limits


@dataclass(frozen=True, slots=True)
class Said:
    """A claim's circumstances, as a reader needs them beside its words. ``because``: why it has its basis,
    where something shows it."""

    who: str
    role: str
    protected: bool
    through: str
    how: tuple[str, ...]
    hedges: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One document in which a figure stands."""

    date: str
    outlet: str
    title: str
    href: str
    relation: str


def said(claim: Claim | None, words: Words) -> Said | None:
    """Who said it, through whom, how and with which hedges; None without a claim."""
    if claim is None:
        return None
    nearest = claim.said_by[0] if claim.said_by else None
    protected = nearest is not None and nearest.protected
    who = words["outlet_voice"] if claim.own_voice else (nearest.name if nearest else None) or words["nobody"]
    presumed = nearest is not None and nearest.presumed is not None
    shown = nearest is not None and (presumed or not protected)
    more = (nearest.role, nearest.organisation) if nearest is not None and shown else ()
    role = ", ".join(dict.fromkeys(x for x in more if x and x != who))
    outer = [s.name or words["nobody"] for s in claim.said_by[1:]]
    through = [f"as told by {name}" for name in outer] + [f"through {v.name}" for v in claim.via]
    how = [claim.kind]
    if claim.act != "say":
        how.append(_ACTS[claim.act])
    if claim.basis != "unknown":
        how.append(claim.basis)
    if claim.stance != "asserted":
        how.append(claim.stance)
    if claim.hypothetical:
        how.append("supposed")
    if presumed:
        how.append("presumed to be kept back")
    hedges = dict.fromkeys(h.words for h in claim.hedges)
    told = because(claim) if claim.ground and claim.ground.code != "nothing-shown" else ""
    return Said(who, role, protected, ", ".join(through), tuple(how), tuple(hedges), told)


def dated(desk: Desk, document: str) -> tuple[str, str]:
    """The sorting key that puts documents in the order of their dates, undated ones last."""
    d = desk.shelf.document(document)
    return (d.published or "~", d.address)


def name_of(document: Document, desk: Desk) -> str:
    """The title; else the first words of the text; else the address."""
    if document.title:
        return document.title
    text = desk.shelf.sheet(document.id).text
    first = " ".join(text.body[:400].split()) if text else ""
    if not first:
        return document.address
    return first if len(first) <= 80 else first[:80].rpartition(" ")[0] + " …"


def report(place: Place, desk: Desk) -> ReportView:
    """One line about a document, with a link to the words at ``place``."""
    document = desk.shelf.document(place.document)
    copy = desk.clusters.relations.get(place.document)
    return ReportView(
        desk.words.date(document.published),
        desk.sources.get(document.source, document.source),
        name_of(document, desk),
        desk.shelf.href(place),
        relation(copy, desk) if copy else "",
    )


def relation(copy: Copy, desk: Desk) -> str:
    """How a document repeats another, in words."""
    other = desk.shelf.document(copy.original)
    outlet = desk.sources.get(other.source, other.source)
    if not copy.directed:
        return f"same text as {outlet}: {copy.kind}"
    if copy.kind == "forwarded":
        return f"forwarded from {outlet}"
    return f"copy of {outlet}: {copy.kind}"


def cut(words: str) -> str:
    """At most 600 characters, with a sign where there were more."""
    return words if len(words) <= 600 else words[:600] + " …"


__all__ = ["Desk", "ReportView", "Said", "cut", "dated", "name_of", "relation", "report", "said"]
