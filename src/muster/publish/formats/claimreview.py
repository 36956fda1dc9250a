"""schema.org: a ``ClaimReview`` for each claim the team rated, a bare ``Claim`` for every other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from muster.model.claims import Claim
from muster.model.evidence import Document
from muster.model.links import Judgement
from muster.publish.evidence import Evidence
from muster.publish.files import private_folder, whole_file
from muster.publish.formats.base import About, Written, json_list, urn

_ORGANISATIONS = ("organisation", "group", "document")
LOST = (
    "offsets, hedges, basis, carriers, and low and high of numbers: schema.org has no words for them",
    "copies that changed the words: papers with the claim letter for letter are its appearances",
    "ratings of claims the team has not judged by 'muster judge --field grade'; a rating is in its own words",
)
_NO_TEAM = "who rated: give the team's public name with --team"
# Where a rated claim stands: hash of the document, first and last character.
_Place = tuple[str, int, int]


def write_claimreview(evidence: Evidence, folder: Path, about: About) -> Written:
    """``claims.jsonld``: one graph of Claim and ClaimReview nodes."""
    private_folder(folder)
    grades = _grades(evidence)
    with whole_file(folder / "claims.jsonld") as out:
        head: dict[str, object] = {"@context": "https://schema.org"}
        count = json_list(out, head, "@graph", _nodes(evidence, grades, about))
    return Written({"claims.jsonld": count}, LOST if about.team or not grades else (*LOST, _NO_TEAM))


def _grades(evidence: Evidence) -> dict[_Place, Judgement]:
    """The last grade of each place; one that was withdrawn is none."""
    found: dict[_Place, Judgement] = {}
    for judgement in evidence.judgements():
        if judgement.field == "grade":
            at = judgement.subject[0]
            found[at.sha256, at.start, at.stop] = judgement
    return {place: j for place, j in found.items() if j.verdict != "withdrawn"}


def _nodes(evidence: Evidence, grades: Mapping[_Place, Judgement], about: About) -> Iterator[object]:
    family = _Family(evidence)
    for document, _, reading in evidence.readings({"claims"}):
        repeated = family.repeats(document, reading.claims)
        for claim in reading.claims:
            grade = grades.get((document.sha256, claim.passage.start, claim.passage.stop))
            first = family.first(document, claim)
            if first.id == document.id:
                others = repeated[claim.id]
            elif family.told_by(first, claim) and (grade is None or first.sha256 == document.sha256):
                continue  # its node stands with the paper it was copied from, and lists this one
            else:
                others = [document]
            node = _claim(claim, first, others, evidence)
            yield _review(node, claim, grade, about) if grade else {**node, "@id": urn(claim.id)}


def _claim(claim: Claim, first: Document, others: list[Document], evidence: Evidence) -> dict[str, object]:
    node: dict[str, object] = {
        "@type": "Claim",
        "text": claim.passage.words,
        "firstAppearance": _work(first),
    }
    author = _author(claim, first, evidence)
    if author:
        node["author"] = author
    if others:
        node["appearance"] = [_work(d) for d in others]
    return node


def _work(document: Document) -> dict[str, object]:
    node: dict[str, object] = {"@type": "CreativeWork", "@id": urn(document.id), "sha256": document.sha256}
    told = {"url": document.url, "name": document.title, "datePublished": document.published}
    return {**node, **{name: value for name, value in told.items() if value}}


def _author(claim: Claim, document: Document, evidence: Evidence) -> dict[str, object] | None:
    """Who said it; None for nobody named, and for a protected speaker, whose alias stays inside, too."""
    if claim.own_voice:
        name = next((s.name for s in evidence.sources() if s.id == document.source), None)
        return {"@type": "Organization", "name": name} if name else None
    speaker = claim.said_by[0] if claim.said_by else None
    if speaker is None or speaker.protected or not speaker.name or claim.source_kind == "anonymous":
        return None
    if claim.source_kind in _ORGANISATIONS:
        return {"@type": "Organization", "name": speaker.name}
    node: dict[str, object] = {"@type": "Person", "name": speaker.name}
    return {**node, "jobTitle": speaker.role} if speaker.role else node


def _review(node: dict[str, object], claim: Claim, grade: Judgement, about: About) -> dict[str, object]:
    review: dict[str, object] = {
        "@type": "ClaimReview",
        "@id": urn(claim.id),
        "datePublished": grade.at,
        "claimReviewed": claim.passage.words,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": grade.verdict,
            **({"ratingExplanation": grade.note} if grade.note else {}),
        },
        "itemReviewed": node,
    }
    if about.team:
        review["author"] = {"@type": "Organization", "name": about.team}
    return review


class _Family:
    """Papers with those they were copied from, by directed copies; the texts are read, never held.

    Each text is read once as a copy and, as an original, once or twice for each of its copies.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._parent: dict[str, str] = {}
        for copy in evidence.copies():
            if copy.directed:
                self._parent.setdefault(copy.copy, copy.original)
        self._copies: dict[str, list[str]] = {}
        for child in sorted(self._parent):
            root = self._root(child)
            if root != child:
                self._copies.setdefault(root, []).append(child)
        self._body = lru_cache(maxsize=32)(self._read)
        self._claimed = lru_cache(maxsize=32)(self._claims_of)

    def _root(self, document: str) -> str:
        seen, at = {document}, document
        while at in self._parent:
            at = self._parent[at]
            if at in seen:
                return document  # copies in a circle: which came first is not known
            seen.add(at)
        return at

    def _read(self, document: str) -> str:
        text = self._evidence.text_of(document)
        return text.body if text else ""

    def _claims_of(self, document: str) -> frozenset[str]:
        reading = self._evidence.reading_of(document)
        return frozenset(c.passage.words for c in reading.claims) if reading else frozenset()

    def first(self, document: Document, claim: Claim) -> Document:
        """The paper that ``document`` was copied from, if it holds the claim's words; else ``document``."""
        root = self._root(document.id)
        if root == document.id or claim.passage.words not in self._body(root):
            return document
        return self._evidence.document(root)

    def told_by(self, first: Document, claim: Claim) -> bool:
        """Whether the first paper makes a claim of exactly these words."""
        return claim.passage.words in self._claimed(first.id)

    def repeats(self, document: Document, claims: Sequence[Claim]) -> dict[str, list[Document]]:
        """Claim id → papers copied from ``document`` that hold its words, by id."""
        found: dict[str, list[Document]] = {c.id: [] for c in claims}
        for id in self._copies.get(document.id, ()) if claims else ():
            body = self._read(id)
            for claim in claims:
                if claim.passage.words in body:
                    found[claim.id].append(self._evidence.document(id))
        return found


__all__ = ["LOST", "write_claimreview"]
