"""Speakers without a name where a text says, in words that no pattern holds, that it keeps somebody back.

A signal (``signals``) is a phrase, and says of whom it is. A hint is several ideas in one sentence: what
gives a person away, what is done with it, by whom, on what terms (``text/data/hints.toml``). It tells
only that somebody near is kept back. Where nobody near is marked yet, whoever speaks there and has no
full name is presumed to be the one: a description, a pronoun that stands for no name, a first name or a
letter. Not an office that only one holds, nor a body, nor whoever is somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from muster.model.claims import Claim, Speaker
from muster.read.page import Page
from muster.read.presumed import (
    A_LETTER,
    FEW,
    People,
    bases_of,
    holds_office,
    in_full,
    is_no_first_name,
    is_somebodys,
    language_at,
    with_what_follows,
)
from muster.read.roles import PLAIN, Named
from muster.read.signals import signals_of
from muster.read.source_kind import kind_of
from muster.text.cues import lexicon
from muster.text.hint_words import hints_in
from muster.text.listed import listed
from muster.text.source_words import source_words

HINTED: Final = "the text speaks nearby of keeping somebody back, and whoever says this has no full name"


class _Hints:
    """The hints and signals of a page that nobody near answers. ``answered``: places where somebody who is
    kept back speaks. ``any``: whether one is left."""

    def __init__(self, page: Page, answered: Iterable[int]) -> None:
        self._page = page
        at = {s.start for s in signals_of(page) if not s.reason}
        for sentence, language in zip(page.sentences, page.languages, strict=True):
            at |= {hint.start for hint in hints_in(page.body, *sentence, language)}
        spoken = {self._paragraph(place) for place in answered} if at else set()
        hinted = {self._paragraph(start) for start in at}
        self._paragraphs = {p for p in hinted if spoken.isdisjoint((p - 1, p, p + 1))}
        self.any = bool(self._paragraphs)

    def near(self, at: int) -> bool:
        """Whether one stands in the paragraph of this character or in those beside it."""
        here = self._paragraph(at)
        return not self._paragraphs.isdisjoint((here - 1, here, here + 1))

    def _paragraph(self, at: int) -> int:
        return self._page.paragraph_of[self._page.sentence_at(at)]


@dataclass(slots=True)
class _Kept:
    """Who is presumed to be kept back: by name, by the base form of what they are, by claim."""

    names: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)


def hinted(page: Page, named: Sequence[Named], claims: list[Claim]) -> list[Claim]:
    """The same claims; nameless speakers near a hint that nobody answers are protected, with the reason."""
    if not page.sentences or not claims:
        return claims
    back = [c for c in claims if any(s.protected and not s.presumed for s in c.said_by)]
    hints = _Hints(page, [_at(c) for c in back])
    if not hints.any:
        return claims
    people, full = People(page, named), set(in_full(page, named))
    nameless = [c for c in claims if _has_no_name(people, c, full)]
    near = [c for c in nameless if hints.near(_at(c))]
    # A note at the head or the foot is of somebody far from it.
    kept = _of(page, near or ([] if back else [c for c in nameless if c.inside is None]))
    if not (kept.names or kept.bases or kept.claims):
        return claims
    return with_what_follows(page, [_marked(page, c, kept) for c in claims])


def _at(claim: Claim) -> int:
    return (claim.speaker or claim.passage).start


def _of(page: Page, claims: Iterable[Claim]) -> _Kept:
    kept = _Kept()
    for claim in claims:
        name, bases = _name_of(claim.said_by[0]), bases_of(page, claim, claim.said_by[0])
        if name and (not bases or A_LETTER.fullmatch(name)):
            kept.names.add(name)
        elif bases and claim.source_kind != "group" and claim.inside is None:
            kept.bases |= bases
        else:
            kept.claims.add(claim.id)
    return kept


def _name_of(speaker: Speaker) -> str:
    """One word with a capital, also where no rule took it for a name."""
    word = speaker.name or speaker.role or ""
    return word if word[:1].isupper() and (" " not in word or A_LETTER.fullmatch(word)) else ""


def _has_no_name(people: People, claim: Claim, full: set[str]) -> bool:
    """Whether somebody speaks here who has no full name and holds no office that only one has."""
    if not claim.said_by or claim.own_voice or claim.hypothetical:
        return False
    page, speaker, language = people.page, claim.said_by[0], language_at(people.page, claim)
    words = claim.speaker.words if claim.speaker else ""
    told = speaker.role or speaker.name or words
    bases = bases_of(page, claim, speaker)
    name = _name_of(speaker)
    if speaker.protected or (speaker.organisation and not bases):
        return False
    if name and (not bases or A_LETTER.fullmatch(name)):
        a_person = claim.source_kind in ("named", "call-sign", "anonymous")
        return a_person and _is_lone(people, name, full, language, told=speaker.name is None)
    if (speaker.name or "")[:1].isupper() or _ANOTHER.match(words):
        return False
    if not told or _HE.fullmatch(told):
        # Words of his own, or a pronoun that was led to nobody; "they say" is nobody in particular.
        return claim.kind != "indirect" or _HE.fullmatch(words) is not None
    kind = kind_of(told, language)
    few = FEW.match(told) is not None or not bases.isdisjoint(source_words(language).stand_ins)
    if not bases:
        return language == "en" and claim.source_kind == "anonymous" and _THE_ONE.fullmatch(words) is not None
    if kind not in ("anonymous", "group") or (kind == "group" and not few):
        return False
    return not holds_office(told, language, but=_OF_MANY) and not is_somebodys(
        page, people.named, claim, told
    )


def _is_lone(people: People, name: str, full: set[str], language: str, *, told: bool) -> bool:
    """Whether a word with a capital may be somebody's only name; ``told``: no rule took it for a name."""
    if name in full or name in PLAIN or name in lexicon(language).titles or people.public(name, language):
        return False
    if A_LETTER.fullmatch(name):
        return True
    return ((language == "en" and told) or people.has(name)) and not is_no_first_name(name, language)


# Offices and ranks that many hold: no reader knows by them who speaks.
_OF_MANY: Final = listed(
    """official officer captain capt major maj lieutenant lt colonel col sergeant commander prosecutor envoy
    warden чиновник капитан майор подполковник полковник следователь дознаватель участковый ротный взводный
    комбат командир интендант начмед начпрод замполит завскладом прокурор посадовець капітан підполковник
    слідчий слідча дізнавач дільничний взводний інтендант замполіт прокурорка"""
)
# "The smith", where no list has the word.
_THE_ONE: Final = re.compile(r"(?:The|the|A|a|An|an)\s[a-z-]{4,20}")
_HE: Final = re.compile(r"he|she|он|она|він|вона", re.I)
_ANOTHER: Final = re.compile(
    r"(?:(?:a|the)\s(?:second|third)|another|some\sother|(?:ещё|еще|ще)\s(?:один|одна|одне|двое|двоє)"
    r"|друг(?:ой|ая|ие)|інш(?:ий|а|і))\b",
    re.I,
)


def _marked(page: Page, claim: Claim, kept: _Kept) -> Claim:
    made = []
    for depth, speaker in enumerate(claim.said_by):
        hit = depth == 0 and claim.id in kept.claims
        if not hit and not speaker.protected and not speaker.organisation:
            told = bases_of(page, claim if depth == 0 else None, speaker, language_at(page, claim))
            nameless = not (speaker.name or "")[:1].isupper()
            hit = _name_of(speaker) in kept.names or (nameless and bool(told & kept.bases))
        made.append(
            replace(speaker, protected=True, presumed=HINTED) if hit and not speaker.protected else speaker
        )
    return replace(claim, said_by=tuple(made)) if tuple(made) != claim.said_by else claim


__all__ = ["HINTED", "hinted"]
