"""Speakers whom the text protects, beyond the names: descriptions, pronouns, codes, whole groups.

``anonymity`` marks the names that stand for somebody hidden. Here every speaker of every claim is
looked at: a nurse who asked not to be named is protected wherever "the nurse", "she" or nobody at all speaks
her words again; "all names are changed" protects everybody who has no full name. Where two readings fit, the
speaker is protected: a needless shield costs less than a life.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from muster.model.claims import Claim, Speaker
from muster.read.layouts.turns import ANSWERERS
from muster.read.page import Page
from muster.read.people.roles import Named
from muster.read.protection.bearers import nouns_in, person
from muster.read.protection.shields_whom import (
    ANOTHER,
    COUNTED,
    NEAR,
    NEW,
    PARTITIVE,
    Bearer,
    Hidden,
    hidden_in,
    nouns_of,
    paragraph_at,
)
from muster.read.protection.signals import Signal, signals_of
from muster.read.speakers.source_kind import kind_of
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span


@dataclass(slots=True)
class _Last:
    """Who spoke last, as far as this page has been read."""

    paragraph: int = -9
    hidden: bool = False
    at: int = -1


def shielded(page: Page, named: Sequence[Named], claims: list[Claim]) -> list[Claim]:
    """The same claims; speakers whom the text keeps hidden are protected."""
    signals = signals_of(page)
    hidden = [n for n in named if n.protected]
    if not (signals or hidden) or not claims:
        return claims
    text = hidden_in(page, named, claims, signals, hidden)
    text.names = frozenset(n.norm for n in hidden)
    text.paragraphs = {paragraph_at(page, b.start) for b in text.bearers}
    if not text.any:
        return claims
    found = list(claims)
    last = _Last()
    shielded_by: dict[str, tuple[Speaker, ...]] = {}
    for i in sorted(range(len(claims)), key=lambda i: (claims[i].inside is not None, _at(claims[i]))):
        found[i] = _shield(page, claims[i], text, last, shielded_by.get(claims[i].inside or "", ()))
        shielded_by[found[i].id] = found[i].said_by
    if text.found:
        return found
    return [_may_be_hidden(page, c, signals) for c in found]


def _may_be_hidden(page: Page, claim: Claim, signals: Sequence[Signal]) -> Claim:
    """Where a text hides somebody and nobody who speaks was found to be him, whoever speaks without a name
    and without an office may be. Russian and Ukrainian."""
    if (
        not claim.said_by
        or claim.said_by[0].name
        or claim.source_kind != "anonymous"
        or _agentless(page, claim)
    ):
        return claim
    language = page.languages[page.sentence_at(_at(claim))]
    words = claim.speaker.words if claim.speaker else claim.said_by[0].role or ""
    if language == "en" or {n.base for n in nouns_of(words, language)} & lexicon(language).party:
        return claim
    if all(s.reason for s in signals):
        return claim
    return replace(claim, said_by=(replace(claim.said_by[0], protected=True), *claim.said_by[1:]))


def _shield(page: Page, claim: Claim, text: Hidden, last: _Last, holders: Sequence[Speaker] = ()) -> Claim:
    """``holders``: the speakers of the claim whose words hold this one, as they are shielded."""
    if not claim.said_by:
        return claim
    paragraph = paragraph_at(page, _at(claim))
    agentless = _agentless(page, claim)
    speakers = []
    told = len(claim.said_by) - len(holders) if claim.inside is not None else 0
    for depth, speaker in enumerate(claim.said_by):
        words = claim.speaker if depth == 0 and claim.speaker else speaker.mention
        span = Span(words.start, words.stop) if words else None
        hidden = speaker.protected or (depth == 0 and claim.id in text.own)
        text.found = text.found or hidden
        if claim.inside is not None and depth >= told and holders:
            hidden = hidden or holders[depth - told].protected
        elif not hidden and not (agentless and depth == 0):
            follows = claim.inside is None and _near(page, last, _at(claim), text)
            if depth == 0 and span and _is_hidden_office(page, claim, speaker, page.words(span), text):
                # Of two who may be "the major" one is hidden: neither is shown for the other.
                speaker = replace(
                    speaker, name=None, role=_ARTICLE.sub("", page.words(span)), mention=claim.speaker
                )
            hidden = _is_hidden(page, claim, speaker, span, text, follows)
            text.found = text.found or hidden
            hidden = hidden or (not speaker.name and _beside_somebody(page, claim, text))
        speakers.append(replace(speaker, protected=True) if hidden else speaker)
    if not agentless and claim.inside is None:
        last.paragraph, last.hidden, last.at = paragraph, speakers[0].protected, _at(claim)
        text.spoke = paragraph if last.hidden else text.spoke
    return replace(claim, said_by=tuple(speakers)) if tuple(speakers) != claim.said_by else claim


def _beside_somebody(page: Page, claim: Claim, text: Hidden) -> bool:
    """«… просила не называть её. Медсестра добавляет …»: in the paragraphs around somebody hidden whoever has
    no name may be the same, by another word; a holder of an office or several are not."""
    at, words = _at(claim), claim.speaker.words if claim.speaker else ""
    language = page.languages[page.sentence_at(at)]
    if language == "en" or claim.inside is not None or claim.source_kind != "anonymous":
        return False
    if ANOTHER.match(words):
        return False
    here = paragraph_at(page, at)
    if here != text.spoke and not text.paragraphs & {here - 1, here, here + 1}:
        return False
    return not {n.base for n in nouns_of(words, language)} & lexicon(language).party


_ARTICLE: Final = re.compile(r"\Athe\s", re.I)


def _agentless(page: Page, claim: Claim) -> bool:
    """ "It was reported that …", «сообщается, что …»: nobody in particular says it."""
    if claim.speaker is not None or claim.cue is None or claim.kind == "direct":
        return False
    language = page.languages[page.sentence_at(claim.cue.start)]
    if language == "en" or lexicon(language).agentless.search(claim.cue.words) is not None:
        return True
    # «Говорят, морг полон»: whoever says it in the plural, without a subject and in general, is nobody.
    nobody = not claim.said_by or not (claim.said_by[0].name or claim.said_by[0].role)
    return nobody and claim.kind == "indirect" and _THEY.fullmatch(claim.cue.words) is not None


_THEY: Final = re.compile(r"(?!(?:по)?прос)(?:[\w-]+\s){0,3}\w+(?:[аяую]т|[уюая]ть)(?:с[яь])?", re.I)


def _near(page: Page, last: _Last, at: int, text: Hidden) -> bool:
    """Whether words that name nobody follow those of somebody hidden, or his being hidden."""
    paragraph = paragraph_at(page, at)
    told = [
        b for b in text.bearers if last.at < b.start < at and paragraph - paragraph_at(page, b.start) <= 1
    ]
    return bool(told) or (last.hidden and paragraph - last.paragraph <= (4 if text.asked else 1))


def _is_hidden(
    page: Page, claim: Claim, speaker: Speaker, span: Span | None, text: Hidden, follows: bool
) -> bool:
    """Whether a speaker is hidden: by where he stands, by what he is called, by whoever spoke before."""
    language = page.languages[page.sentence_at(span.start)] if span and page.sentences else "en"
    words = page.words(span) if span else ""
    name = speaker.name or ""
    mention = speaker.mention
    if name in text.names:
        return True
    elsewhere = span is not None and mention is not None and not span.start <= mention.start < span.stop
    if (
        span
        and elsewhere
        and any(b.start < span.stop and span.start < b.stop for b in text.bearers if b.bases)
    ):
        # The words are the hidden one's; whoever else a rule took him for is not to be shown for him.
        text.taken.add(name)
        return True
    nameless = not name and (claim.speaker is None or words.lower().strip(" .:") in ANSWERERS)
    if text.asked and text.bearers and nameless and claim.inside is None:
        return True  # an answer of somebody whom the lead hides, whatever it describes him as
    if name in text.taken and (span is None or not nouns_of(words, language)):
        return True
    called = name[:1].isupper() and not (claim.source_kind == "group" and COUNTED.match(name))
    called = called and not (language != "en" and " " not in name and person(name.lower(), language))
    if called and speaker.mention is not None and not _stands_at(speaker.mention.start, text):
        # A name that is not hidden itself; of a lone one nobody knows it where all names are changed.
        return text.whole and " " not in name and claim.source_kind not in ("organisation", "document")
    # At the head of a sentence any noun has a capital.
    head = words[:1].lower() + words[1:] if language != "en" and not called else words
    said = f"{speaker.role or ''} {name if name[:1].islower() else ''} {head}"
    kind = kind_of(words or speaker.role or name, language) if words or speaker.role or name else ""
    if kind in ("organisation", "document"):
        return False
    if span and any(b.start < span.stop and span.start < b.stop for b in text.bearers):
        return True
    if span and (his := _WHOM.match(page.body, span.stop)) is not None:
        clause = min(his.end(), page.sentences[page.sentence_at(span.start)].stop)
        if any(span.stop <= b.start < clause for b in text.bearers):
            return True  # «тот, кого мы здесь зовём Егором, …»
    spoken = claim.speaker.words if claim.speaker is not None else None
    if claim.source_kind == "organisation" and words == spoken:
        return False
    bases = {n.base for n in nouns_of(said, language)}
    if PARTITIVE.match(words) and span is not None:
        return follows or _one_of_them(page, span, text, language)
    if bases:
        # Words without a frame that follow somebody hidden may be his, whoever they were led to.
        frameless = claim.cue is None and claim.speaker is None and claim.inside is None
        return (frameless and follows) or _called_so(page, _at(claim), words, bases, kind, text)
    if kind == "group" and not follows:
        return text.whole and text.everybody
    if text.whole and words[:1].isupper() and " " not in words.strip():
        return True
    return follows or (
        span is None and claim.inside is None and (text.whole or (text.asked and bool(text.bearers)))
    )


def _is_hidden_office(page: Page, claim: Claim, speaker: Speaker, words: str, text: Hidden) -> bool:
    """Whether a description that was led to a name may as well be that of somebody who is hidden."""
    name, mention, here = speaker.name, speaker.mention, claim.speaker
    if name is None or name in text.names or mention is None or here is None:
        return False
    if here.start <= mention.start < here.stop:
        return False  # the name stands there
    language = page.languages[page.sentence_at(here.start)]
    bases = {n.base for n in nouns_of(words, language)}
    kind = kind_of(words, language) if bases else ""
    return bool(bases) and kind == "anonymous" and _called_so(page, _at(claim), words, bases, kind, text)


def _one_of_them(page: Page, span: Span, text: Hidden, language: str) -> bool:
    """ "One of the officers", after officers who are hidden."""
    near = [b for b in text.bearers if b.several and span.start - NEAR < b.start <= span.start]
    after = {n.base for n in nouns_in(page, span.stop, min(len(page.body), span.stop + 24), language)}
    return any(not after or after & (b.bases | source_words(language).stand_ins) for b in near)


def _stands_at(at: int, text: Hidden) -> bool:
    return any(b.start <= at < b.stop for b in text.bearers)


def _called_so(page: Page, at: int, words: str, bases: set[str], kind: str, text: Hidden) -> bool:
    """Whether a description is that of somebody hidden, or of one of them, of whom it was not long ago.

    In a report many are called "a soldier": the noun leads back a few paragraphs, and on from there.
    """
    if ANOTHER.match(words):
        return False
    language = page.languages[page.sentence_at(at)]
    if NEW.match(words):
        return any(at < b.start and bases & b.bases and _is_the(page, b) for b in text.bearers)
    stand_in = bool(bases & source_words(language).stand_ins)
    for b in text.bearers:
        fits = (bases & b.bases or stand_in) and (b.several or kind != "group")
        near = paragraph_at(page, at) - paragraph_at(page, max(b.start, b.reach)) <= _FEW_PARAGRAPHS
        if fits and (near or text.whole):
            b.reach = max(b.reach, at)
            return True
    # Where all names are changed, whoever is described and holds no office may be one of them.
    return text.whole and (stand_in or (text.everybody and not bases & lexicon(language).party))


def _is_the(page: Page, bearer: Bearer) -> bool:
    """ "The officer", who was "an officer" before: somebody whom the text spoke of already."""
    low = max(0, bearer.start - 4)
    return "the " in (
        page.body[bearer.start : bearer.start + 4].lower(),
        page.body[low : bearer.start].lower(),
    )


_WHOM: Final = re.compile(
    r",\s(?:ко(?:го|му|тор\w{2,3})|кто|хто|чь\w{1,3}|чи[йяєї]\w{0,2}|як(?:ого|ому|ий|а|у|ої))\s"
    r"[^.!?;:«»,\n]{1,80}"
)
_FEW_PARAGRAPHS: Final = 12


def _at(claim: Claim) -> int:
    """Where somebody speaks: his words in the frame, else the verb, else what he says."""
    return (claim.speaker or claim.cue or claim.passage).start


__all__ = ["shielded"]
