"""The one person of a text who tells what he lived through, and the words that are left to him.

A report is often one person's story between the words of experts, and copies lose the order of its
paragraphs. Where exactly one person is quoted in the first person and has no trade or office, a
quotation in the first person that no frame and no neighbour claims is his, and so is what "he says"
of *his unit* where the nearest speaker is a lawyer. Words that count cases ("our estimates", "our
clients") are no witness's: nobody's they stay. With little trust: a reviewer is to look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from muster.read.basis.phrases import COUNT, FIRST_PERSON
from muster.read.basis.who import EXPERT
from muster.read.page import Page
from muster.read.said import Said
from muster.read.speakers.voice import Voice
from muster.text.lemmas import lemma
from muster.text.sources.cues import Lexicon

_TRUST: Final = 0.5
# What a soldier calls his own; of a lawyer it is hardly told.
_LIVED: Final = {
    "en": re.compile(
        r"\b(?:my|our|his|her|their)\s(?:own\s)?(?:unit|convoy|platoon|squad|comrades?|commanders?|battalion"
        r"|brigade|company|regiment|crew|tank|vehicle|rifle|weapons?|trench|position|guys|men|friends?|captors?"
        r"|cell|house|home|street|village|son|husband|brother)\b", re.I),
    "ru": re.compile(
        r"(?<!\w)(?:мо|наш|его|её|ее|их|сво)\w{0,3}\s(?:част|рот|взвод|батальон|бригад|колонн|сослуживц|команди"
        r"|товарищ|автомат|окоп|позици|машин|экипаж|друз|дом|сын|муж|брат)\w*", re.I),
    "uk": re.compile(
        r"(?<!\w)(?:мо|наш|його|її|їх|сво)\w{0,3}\s(?:частин|рот|взвод|батальйон|бригад|колон|командир|побратим"
        r"|автомат|окоп|позиці|машин|екіпаж|друз|дом|син|чоловік|брат)\w*", re.I),
}  # fmt: skip


def give_to_witness(page: Page, said: Sequence[Said]) -> None:
    """Give the words that are nobody's, or an expert's by mistake, to the one witness, if there is one."""
    witness = _only_witness(page, said)
    if witness is None:
        return
    changed: dict[int, Voice] = {}
    for one in said:
        if one.outer is not None:
            continue
        before = one.voice
        follows = before.antecedent is not None and id(before.antecedent) in changed
        if _unclaimed(page, one) or _not_the_expert(page, one, witness) or (follows and not one.frame.label):
            one.voice = replace(witness, trust=min(_TRUST, max(before.trust, 0.4)), antecedent=None)
            changed[id(before)] = one.voice


def _only_witness(page: Page, said: Sequence[Said]) -> Voice | None:
    """The only person quoted in the first person who has no trade or office."""
    found: dict[str, Voice] = {}
    for one in said:
        voice, frame = one.voice, one.frame
        name = voice.speaker.name
        telling = frame.quoted and frame.cue is not None and one.outer is None and not voice.across
        person = name is not None and voice.kind in ("named", "anonymous", "call-sign")
        if not (telling and person) or _has_office(voice, one.region.words):
            continue
        if FIRST_PERSON[one.region.language].search(_words(page, one)):
            found.setdefault(name or "", voice)
    return next(iter(found.values())) if len(found) == 1 else None


def _words(page: Page, one: Said) -> str:
    return " ".join(page.words(p) for p in one.frame.parts)


def _has_office(voice: Voice, lexicon: Lexicon) -> bool:
    role = voice.words | {lemma(w, lexicon.language) for w in voice.words}
    body = voice.speaker.organisation is not None
    return body or bool(role & (lexicon.party | lexicon.caseload | EXPERT))


def _unclaimed(page: Page, one: Said) -> bool:
    """A paragraph's own quotation in the first person, which nobody is shown to say."""
    if one.frame.who != "carried" or not one.frame.quoted or one.frame.cue is not None:
        return False
    speaker, language, words = one.voice.speaker, one.region.language, _words(page, one)
    unknown = speaker.name is None and speaker.role is None
    return unknown and bool(FIRST_PERSON[language].search(words)) and not COUNT[language].search(words)


def _not_the_expert(page: Page, one: Said, witness: Voice) -> bool:
    """ "His unit moved on, he says" after the paragraph of a lawyer."""
    voice = one.voice
    return (
        voice.across
        and voice.gender in (witness.gender, "-")
        and voice.speaker.name != witness.speaker.name
        and _has_office(voice, one.region.words)
        and _LIVED[one.region.language].search(_words(page, one)) is not None
    )


__all__ = ["give_to_witness"]
