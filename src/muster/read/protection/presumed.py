"""Speakers whom no words of a text hide, but its form: a first name alone, a call sign, only what they are.

Who has a public role stands in reporting with a full name. Somebody who speaks to a paper and is told of by
less is presumed to be kept back, until a person decides. Not an office or a body, nor whoever is somebody's
("his sister", "the lawyer of Wenna Talbrick"): a reader knows who that is. No wording is asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from muster.model.claims import Claim, Speaker
from muster.read.page import Page
from muster.read.people.nobody import russian_tags
from muster.read.people.role_words import PLAIN
from muster.read.people.roles import Named
from muster.read.protection.bearers import between, person
from muster.text.listed import listed
from muster.text.names.slavic import given_name
from muster.text.sources.cues import given_names, lexicon
from muster.text.sources.words import source_words

FIRST_NAME: Final = "only a first name is given: nobody with a surname fits"
CALL_SIGN: Final = "only a call sign or a nickname is given"
NOBODY: Final = "a pronoun speaks to the paper, and nobody is named whom it could stand for"
ONLY_ROLE: Final = "only what they are is told: they speak to the paper and have no name"

_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w)){1,40}")


@dataclass(slots=True)
class _Kept:
    """Whom the form of a text keeps back, and why: by name, by the base form of what they are, by claim."""

    names: dict[str, str] = field(default_factory=dict)
    bases: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)


def presumed(page: Page, named: Sequence[Named], claims: list[Claim]) -> list[Claim]:
    """The same claims; speakers whom the form of the text keeps back are protected, with the reason."""
    if not page.sentences:
        return claims
    kept = _Kept()
    people = People(page, named)
    full = set(in_full(page, named))
    # A text that says whose name is changed says so of all: its other first names are no secret.
    marks_names = any(n.protected and n.kind == "person" for n in named)
    # Where a Russian or Ukrainian text hides a speaker, ``shields`` hid the nameless near him too.
    says_whom = any(s.protected for c in claims for s in c.said_by[:1])
    spoke = Counter(base for c in claims if to_the_paper(c) for base in bases_of(page, c, c.said_by[0]))
    for claim in claims:
        if not to_the_paper(claim):
            continue
        speaker = claim.said_by[0]
        name = speaker.name or ""
        if name[:1].isupper() and claim.source_kind != "group":
            why = _by_letter(claim, name, language_at(page, claim))
            why = why or ("" if marks_names else _by_name(people, claim, name, full))
            if why:
                kept.names[name] = why
        elif not (says_whom and language_at(page, claim) != "en") and _by_role(page, named, claim, spoke):
            kept.bases |= bases_of(page, claim, speaker) if claim.source_kind != "group" else set()
            kept.names.update({name: ONLY_ROLE} if name else {})
        elif not says_whom and _stands_for_nobody(page, named, claim):
            kept.claims.add(claim.id)
    if not (kept.names or kept.bases or kept.claims):
        return claims
    return with_what_follows(page, [_marked(page, c, kept) for c in claims])


def with_what_follows(page: Page, claims: list[Claim]) -> list[Claim]:
    """ "…," said the cook. "…": words of nobody behind those of somebody kept back, in his paragraph or the
    next, may be his."""
    made = list(claims)
    last: tuple[int, Speaker] | None = None
    for i in sorted(range(len(claims)), key=lambda i: claims[i].passage.start):
        claim = made[i]
        if not to_the_paper(claim):
            continue
        speaker, here = claim.said_by[0], page.paragraph_of[page.sentence_at(claim.passage.start)]
        nobody = claim.speaker is None and claim.cue is None and not (speaker.name or speaker.role)
        if nobody and last is not None and here - last[0] <= 1:
            if not speaker.protected:
                hidden = replace(speaker, protected=True, presumed=last[1].presumed)
                made[i] = replace(claim, said_by=(hidden, *claim.said_by[1:]))
        else:
            last = (here, speaker) if speaker.presumed else None
    return made


# "Viktor and Emil Talbrick": one surname of two.
_AND_NAME: Final = re.compile(r"([^\W\d_]{2,30})\s(?:and|и|і|та|й)\s\Z")


def in_full(page: Page, named: Sequence[Named]) -> Iterator[str]:
    """The words of all names in full."""
    for n in named:
        if n.kind == "person" and " " in n.norm:
            yield from n.norm.split()
            before = _AND_NAME.search(page.body, max(0, n.start - 36), n.start)
            if before is not None:
                yield before.group(1)


def to_the_paper(claim: Claim) -> bool:
    """Whether somebody speaks to whoever writes: not in another's words, not the outlet itself."""
    return claim.inside is None and bool(claim.said_by) and not claim.own_voice and not claim.hypothetical


class People:
    """The people named in a text, by name; what their mentions tell is looked at once a name."""

    def __init__(self, page: Page, named: Sequence[Named]) -> None:
        self.page, self.named = page, named
        self._by_name: dict[str, list[Named]] = {}
        for n in named:
            if n.kind == "person":
                self._by_name.setdefault(n.norm, []).append(n)
        self._public: dict[tuple[str, str], bool] = {}

    def has(self, name: str) -> bool:
        return name in self._by_name

    def public(self, name: str, language: str) -> bool:
        """Whether a mention has a title or a rank before it, or an office."""
        key = name, language
        if key not in self._public:
            self._public[key] = any(
                self.titled(n.start) or (n.role is not None and holds_office(n.role, language))
                for n in self._by_name.get(name, ())
            )
        return self._public[key]

    def titled(self, start: int) -> bool:
        return _TITLED.search(self.page.body, max(0, start - 14), start) is not None


def _by_letter(claim: Claim, name: str, language: str) -> str:
    """Why somebody is kept back who is called by a letter, and speaks in no list of questions and answers."""
    letter = A_LETTER.fullmatch(name) if claim.cue is not None else None
    called = letter.group(1) if letter else None
    return CALL_SIGN if letter and (called is None or person(called.lower(), language)) else ""


def _by_name(people: People, claim: Claim, name: str, full: set[str]) -> str:
    """Why a speaker of one word is kept back; "" where he is not, or nobody can tell."""
    language, speaker = language_at(people.page, claim), claim.said_by[0]
    if " " in name or name in full or name in lexicon(language).titles:
        return ""
    if claim.source_kind not in ("named", "call-sign", "anonymous"):
        return ""
    if is_no_first_name(name, language):
        return ""
    if people.public(name, language) or (speaker.mention and people.titled(speaker.mention.start)):
        return ""
    if speaker.role and holds_office(speaker.role, language):
        return ""
    if claim.source_kind == "call-sign":
        return CALL_SIGN
    if _is_given(name, language):
        return FIRST_NAME
    # Unknown to all lists, it may be a surname, a place, a body; a witness speaks for himself.
    own = claim.kind != "indirect" or (people.has(name) and claim.basis == "first-hand")
    return FIRST_NAME if own and not name.isupper() and name not in PLAIN else ""


# «Т. стверджує», "R-3 reported", «Подозреваемый Б. сказал»: a letter, or what somebody is and a letter.
A_LETTER: Final = re.compile(r"(?:([^\W\d_]{3,20})\s)?[^\W\d_a-zа-яёіїєґ](?:\.|-?\d{1,3})?")
# "A. Vorlin", "Mr Vorlin", "Captain Vorlin": a surname stands behind initials, titles and ranks.
_TITLED: Final = re.compile(
    r"(?:(?<!\w)[^\W\d_a-zа-яёіїєґ]\.\s?"
    r"|(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Sgt|Lt|Capt|Maj|Col|Gen|Sen|Gov|Rep|Judge|Justice|Captain|Major|Sergeant"
    r"|Corporal|Colonel|General|Lieutenant|Private|Professor|Doctor|Inspector|Detective|Minister|Senator|Pope|King|Queen)"
    r"\.?\s)\Z"
)
# «Ворлин», «Талбриченко»: a surname alone; whoever is called by it was named elsewhere, or is known.
_SURNAMES: Final = re.compile(
    r"(?:[оеёє]в[аі]?|[иіїы]н[аі]?|[сц]ьк(?:ий|а)|ск(?:ий|ая)|енко|[чщ]ук|[яю]к|ич)\Z"
)

# "Vorlinsky", "Talbrichenko", and what a paper calls its own: "Newsdesk", "Pressroom".
_SURNAMES_EN: Final = re.compile(
    r"(?:[kst]k(?:y|yi|iy|i|aya)|enko|[a-z](?:[oe]|ye)va?|[cs]huk|[vw]ich|wicz|vych|shvili|dze|sson"
    r"|desk|room|team|staff|watch|press)\Z"
)


def _is_given(name: str, language: str) -> bool:
    if language == "en":
        return name in given_names()
    return given_name(name, language) is not None or (
        language == "ru" and "Name" in russian_tags(name.lower())
    )


def is_no_first_name(name: str, language: str) -> bool:
    """Whether a capital word is a surname, or a common noun at the head of a sentence."""
    if _is_given(name, language):
        return False
    if language == "en":
        return _SURNAMES_EN.search(name) is not None
    tags = russian_tags(name.lower()) if language == "ru" else ""
    return "Surn" in tags or _SURNAMES.search(name) is not None or bool(person(name.lower(), language))


def _by_role(page: Page, named: Sequence[Named], claim: Claim, spoke: Counter[str]) -> bool:
    speaker = claim.said_by[0]
    language = language_at(page, claim)
    bases = bases_of(page, claim, speaker)
    words = speaker.role or speaker.name or (claim.speaker.words if claim.speaker else "")
    few = claim.source_kind == "group" and FEW.match(words) is not None
    if not (few or claim.source_kind == "anonymous") or speaker.organisation:
        return False
    if not bases or holds_office(words, language):
        return False
    if is_somebodys(page, named, claim, words):
        return False
    own = claim.basis == "first-hand" or claim.kind != "indirect"
    known = few or bool(bases & source_words(language).stand_ins)
    return known or own or any(spoke[base] > 1 for base in bases)


def _stands_for_nobody(page: Page, named: Sequence[Named], claim: Claim) -> bool:
    """ "He nods at the door. "…," he says": a pronoun led to nobody, and nobody is named before it."""
    speaker, here = claim.said_by[0], claim.speaker
    if here is None or speaker.name or speaker.role or HE.fullmatch(here.words) is None:
        return False
    return all(n.kind != "person" for n in between(named, here.start - _FAR, here.start))


HE: Final = re.compile(r"he|she|он|она|він|вона", re.I)
_FAR: Final = 2_000
# "Two officers", «трое бывших заключённых»: so few that a name each could stand there.
FEW: Final = re.compile(
    r"(?:the\s(?:other\s)?)?(?:two|three|four|both|дв(?:ое|а|е)|тро?[ие]|четверо|оба|обе|двоє|дві|троє|четверо|обо?є|обидв[аі])(?!\w)",
    re.I,
)


def _marked(page: Page, claim: Claim, kept: _Kept) -> Claim:
    made = []
    for depth, speaker in enumerate(claim.said_by):
        why = None
        if not speaker.protected:
            why = kept.names.get(speaker.name or "")
            if why is None and not (speaker.name or "")[:1].isupper() and not speaker.organisation:
                told = bases_of(page, claim if depth == 0 else None, speaker, language_at(page, claim))
                why = ONLY_ROLE if told & kept.bases else None
            if why is None and depth == 0 and claim.id in kept.claims:
                why = NOBODY
        made.append(speaker if why is None else replace(speaker, protected=True, presumed=why))
    return replace(claim, said_by=tuple(made)) if tuple(made) != claim.said_by else claim


def bases_of(page: Page, claim: Claim | None, speaker: Speaker, language: str = "") -> set[str]:
    words = speaker.role or speaker.name or (claim.speaker.words if claim and claim.speaker else "") or ""
    if claim is not None:
        language = language_at(page, claim)
    return {base for w in _WORD.findall(words[:1].lower() + words[1:]) if (base := person(w, language))}


def language_at(page: Page, claim: Claim) -> str:
    return page.languages[page.sentence_at((claim.speaker or claim.cue or claim.passage).start)]


def holds_office(words: str, language: str, *, but: frozenset[str] = frozenset()) -> bool:
    """Whether words say that somebody speaks for a body, leads one, or holds a public office; ``but``:
    offices that do not count."""
    told = [w.lower() for w in _WORD.findall(words)]
    offices = {person(w, language) for w in told} & lexicon(language).party
    return not _VOICES.isdisjoint(told) or bool(offices - but)


# Who speaks for a body, or leads one, is known to all who ask.
_VOICES: Final = listed(
    """head chair chairman chairwoman chairperson representative leader senator secretary
    глава главы голова голови председатель представитель представительница представник представниця
    лидер лидерка лідер лідерка секретарь секретар лица особи"""
)


_OWNER: Final = re.compile(
    r"(?:his|her|its|their|my|our|your|его|её|ее|их|мой|моя|его|йог[оо]|її|їх\w{0,3}|м[оі]й|моя)\s", re.I
)


_POSSESSED: Final = re.compile(r"['’]s?\s")
# A name that no rule read: «начальник порта Одреку Гальвину».
_A_NAME: Final = re.compile(r"\s[^\W\d_a-zа-яёіїєґ]\w+\s[^\W\d_a-zа-яёіїєґ]\w+")


def is_somebodys(page: Page, named: Sequence[Named], claim: Claim, words: str) -> bool:
    """ "His sister", "Wenna Talbrick's husband", «адвокат Гальвина»."""
    unread = page.languages[
        page.sentence_at((claim.speaker or claim.passage).start)
    ] != "en" and _A_NAME.search(words)
    if unread or _OWNER.match(words) or _POSSESSED.search(words):
        return True
    at = claim.said_by[0].mention or claim.speaker
    return at is not None and any(
        n.kind == "person" and not page.body[at.stop : n.start].strip(_OF)
        for n in between(named, at.start, at.stop + _NEAR)
    )


# "The mother of Pavel", «син Одрека»: what may stand between.
_OF: Final = " of"
_NEAR: Final = 4


__all__ = [
    "A_LETTER", "CALL_SIGN", "FEW", "FIRST_NAME", "HE", "NOBODY", "ONLY_ROLE", "People", "bases_of",
    "holds_office", "in_full", "is_no_first_name", "is_somebodys", "language_at", "presumed", "to_the_paper",
    "with_what_follows",
]  # fmt: skip
