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
from muster.read.people.role_words import PLAIN
from muster.read.people.roles import Named
from muster.read.protection.bearers import person
from muster.read.protection.presumed import (
    A_LETTER,
    FEW,
    HE,
    People,
    bases_of,
    holds_office,
    in_full,
    is_no_first_name,
    is_somebodys,
    language_at,
    with_what_follows,
)
from muster.read.protection.signals import signals_of
from muster.read.speakers.source_kind import kind_of
from muster.text.identifiers.hints import hints_in
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words

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
        self._sentences = {page.sentence_at(start) for start in at}
        self.any = bool(self._paragraphs)

    def near(self, at: int) -> bool:
        """Whether one stands in the paragraph of this character or in those beside it."""
        here = self._paragraph(at)
        return not self._paragraphs.isdisjoint((here - 1, here, here + 1))

    def beside(self, at: int) -> bool:
        """Whether one stands in the sentence of this character, answered or not."""
        return self._page.sentence_at(at) in self._sentences

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
    text = _Text(People(page, named), hints)
    nameless = [c for c in claims if text.has_no_name(c)]
    near = [c for c in nameless if hints.near(_at(c))]
    if not near and not any(s.protected for c in claims for s in c.said_by if back or hints.near(_at(c))):
        # A note at the head or the foot is of somebody far from it.
        near = [c for c in nameless if c.inside is None]
    kept = _of(text, near)
    if not (kept.names or kept.bases or kept.claims):
        return claims
    return with_what_follows(page, [_marked(page, c, kept) for c in claims])


def _at(claim: Claim) -> int:
    return (claim.speaker or claim.passage).start


def _of(text: _Text, claims: Iterable[Claim]) -> _Kept:
    kept = _Kept()
    for claim in claims:
        name, bases = _name_of(claim.said_by[0]), bases_of(text.page, claim, claim.said_by[0])
        if name and (not bases or A_LETTER.fullmatch(name) or name in text.written):
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


class _Text:
    """Who has no name in a text. ``full``: the words of all names in full; ``others``: names of what is no
    person; ``written``: words that have a capital in the midst of a sentence too."""

    def __init__(self, people: People, hints: _Hints) -> None:
        self.people, self.page, self.hints = people, people.page, hints
        self.full = set(in_full(people.page, people.named))
        self.others = {n.norm for n in people.named if n.kind != "person"}
        self.written = {m.group(1) for m in _WITHIN.finditer(people.page.body)}

    def has_no_name(self, claim: Claim) -> bool:
        """Whether somebody speaks here who has no full name and holds no office that only one has, or whose
        own sentence hints at it."""
        if not claim.said_by or claim.own_voice or claim.hypothetical:
            return False
        speaker, language = claim.said_by[0], language_at(self.page, claim)
        words = claim.speaker.words if claim.speaker else ""
        told = speaker.role or speaker.name or words
        bases, name = bases_of(self.page, claim, speaker), _name_of(speaker)
        if speaker.protected or (speaker.organisation and not bases):
            return False
        a_person = claim.source_kind in ("named", "call-sign", "anonymous")
        if name and a_person and self._is_lone(name, language, told=not self.people.has(speaker.name or "")):
            return True
        capital = (speaker.name or "")[:1].isupper()
        if (capital and not (name and bases)) or _ANOTHER.match(words):
            return False
        if not told or HE.fullmatch(told):
            # Words of his own, or a pronoun that was led to nobody; "they say" is nobody in particular.
            return claim.kind != "indirect" or HE.fullmatch(words) is not None
        return self._is_described(claim, told, bases, language)

    def _is_described(self, claim: Claim, told: str, bases: set[str], language: str) -> bool:
        words = claim.speaker.words if claim.speaker else ""
        if not bases:
            unlisted = _UNLISTED[language].fullmatch(words) is not None or _ONE_OF.match(words) is not None
            return unlisted and claim.source_kind == "anonymous"
        kind = kind_of(told, language)
        few = FEW.match(told) is not None or not bases.isdisjoint(source_words(language).stand_ins)
        if kind not in ("anonymous", "group") or (kind == "group" and not few):
            return False
        office = holds_office(told, language, but=_OF_MANY)
        known = office and (_FOR_A_BODY.search(told) is not None or not self.hints.beside(_at(claim)))
        return not known and not is_somebodys(self.page, self.people.named, claim, told)

    def _is_lone(self, name: str, language: str, *, told: bool) -> bool:
        """Whether a word with a capital may be somebody's only name; ``told``: no rule took it for a name."""
        if name in self.others or name in self.full or name in PLAIN or name in lexicon(language).titles:
            return False
        abbreviated = name.isupper() and len(name) > 1 and name.isalpha()
        if abbreviated or holds_office(name, language) or self.people.public(name, language):
            return False
        if A_LETTER.fullmatch(name):
            return True
        if name not in self.written:  # at the head of a sentence any word has a capital
            known = self.people.has(name) or (told and language == "en")
            return known and not is_no_first_name(name, language)
        # «Грач», «Тихий»: whoever is called by a common noun has it for a name.
        return bool(person(name.lower(), language)) or not is_no_first_name(name, language)


_WITHIN: Final = re.compile(r"(?<=[\w,:;–—-] )[«\"“]?([^\W\d_a-zа-яёіїєґ](?:\w|[-’'ʼ](?=\w)){0,40})")
# Offices and ranks that many hold: no reader knows by them who speaks.
_OF_MANY: Final = listed(
    """official officer captain capt major maj lieutenant lt colonel col sergeant commander prosecutor envoy
    warden чиновник капитан майор подполковник полковник следователь дознаватель участковый ротный взводный
    комбат командир интендант начмед начпрод замполит завскладом прокурор посадовець капітан підполковник
    слідчий слідча дізнавач дільничний взводний інтендант замполіт прокурорка"""
)
# "The smith", «поштарка»: by its place or its ending somebody, where no list has the word.
_UNLISTED: Final = {
    "en": re.compile(r"(?:the|an?)\s[a-z-]{0,20}(?:er|or|ist|man|woman|ian|smith|wright|herd|ess|eer)", re.I),
    "ru": re.compile(
        r"[а-яё-]{2,20}(?:ник|ница|арь|арша|ец|ист|истка|щик|щица|чик|чица|тель|тельница)", re.I
    ),
    "uk": re.compile(
        r"[а-яіїєґ'’-]{2,20}(?:ник|ниця|ар|арка|яр|ярка|ець|иця|іст|ист|істка|истка|ач|ачка|тель|телька|аль)",
        re.I,
    ),
}
_ONE_OF: Final = re.compile(r"one\sof\sthem|(?:один|одна)\s(?:из|із|з)\sних", re.I)
_FOR_A_BODY: Final = re.compile(r"spokes|(?<!\w)(?:пресс?-?(?:с|о|ц)|речни|спикер|спікер|представ)", re.I)
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
            nameless = not (speaker.name or "")[:1].isupper() or " " not in (speaker.name or "")
            hit = _name_of(speaker) in kept.names or (nameless and bool(told & kept.bases))
        made.append(
            replace(speaker, protected=True, presumed=HINTED) if hit and not speaker.protected else speaker
        )
    return replace(claim, said_by=tuple(made)) if tuple(made) != claim.said_by else claim


__all__ = ["HINTED", "hinted"]
