"""Who said what: the speakers on record with the first of their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from muster.model.claims import Claim
from muster.model.links import Entity
from muster.publish.page.desk import Desk, Said, cut, dated, said
from muster.publish.page.highlight import visible
from muster.publish.page.shelf import Sheet
from muster.publish.page.shown import Limits
from muster.publish.page.survey import Place, Speaker, Survey


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim of a speaker."""

    words: Markup
    kind: str
    said: Said
    date: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One speaker: a name, or an alias and nothing else."""

    name: str
    role: str
    protected: bool
    variants: str
    claims: str
    shown: tuple[ClaimView, ...]
    more: int


def chosen_speakers(survey: Survey, limits: Limits) -> list[Speaker]:
    """The speakers with most claims."""
    return sorted(survey.speakers.values(), key=lambda s: (-s.claims, s.name, s.key))[: limits.speakers]


def speakers(chosen: Iterable[Speaker], entities: Mapping[str, Entity], desk: Desk) -> Iterator[SpeakerView]:
    """The chosen speakers with the first of their claims."""
    for speaker in chosen:
        entity = entities.get(speaker.key)
        protected = speaker.protected or (entity.protected if entity else False)
        shown: list[ClaimView] = []
        roles = Counter[str]()
        for place in _distinct(speaker, desk):
            sheet = desk.shelf.sheet(place.document)
            claim = _claim(sheet, place.record)
            it = said(claim, desk.words)
            if claim is not None and it is not None:
                roles[it.role] += 1
                shown.append(_claim_view(claim, it, sheet, place, desk))
        # Of a protected speaker the alias alone, as it was written beside the words.
        name = entity.name if entity and not protected else speaker.name
        variants = [v for v in entity.variants if v != name] if entity and not protected else []
        yield SpeakerView(
            name,
            "" if protected else _role(roles),
            protected,
            ", ".join(variants[:6]),
            desk.words.count(speaker.claims, "claim"),
            tuple(shown),
            speaker.claims - len(shown),
        )


def _role(roles: Counter[str]) -> str:
    """The role told most often, the first of several."""
    told = {role: n for role, n in roles.items() if role}
    return max(told, key=lambda role: told[role], default="")


def _distinct(speaker: Speaker, desk: Desk) -> list[Place]:
    """The earliest claims, each wording once: copies would fill the list with the same words."""
    once: dict[str, Place] = {}
    for place in sorted(speaker.first, key=lambda p: (*dated(desk, p.document), p.start)):
        claim = _claim(desk.shelf.sheet(place.document), place.record)
        if claim is not None:
            once.setdefault(" ".join(claim.passage.words.casefold().split()), place)
    return list(once.values())[: desk.limits.claims]


def _claim(sheet: Sheet, id: str) -> Claim | None:
    return next((c for c in sheet.reading.claims if c.id == id), None) if sheet.reading else None


def _claim_view(claim: Claim, it: Said, sheet: Sheet, place: Place, desk: Desk) -> ClaimView:
    document = sheet.document
    parts = [visible(cut(p.words)) for p in (claim.parts or (claim.passage,))]
    return ClaimView(
        Markup(" […] ").join(parts),
        claim.kind,
        it,
        desk.words.date(document.published),
        desk.sources.get(document.source, document.source),
        desk.shelf.href(place),
    )


__all__ = ["ClaimView", "SpeakerView", "chosen_speakers", "speakers"]
