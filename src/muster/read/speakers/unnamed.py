"""Whose words they are where the frame names nobody: whom the verb, the sentence or the line before shows.

Else whoever spoke last in the paragraph, or whose quotation ended the one before; with less trust each time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from muster.model.claims import Speaker
from muster.read.frames import Frame, Region
from muster.read.speakers.antecedents import of_pronoun, subject_of
from muster.read.speakers.gestures import by_gesture, he_or_she
from muster.read.speakers.named import named
from muster.read.speakers.pronouns import PRONOUNS
from muster.read.speakers.voice import Voice
from muster.text.cases import cases
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voices import Voices

_VERB_PLURAL = re.compile(r"(?:[уюая]ть?|ли|лись|лися)\Z")
_PRESENT = re.compile(r"(?:ет|ит|ёт|є|ить|же|ше|їть|ется|ится|ється|иться)\Z")
_VERB_GENDER = re.compile(r"(?:ла(?:сь|ся)?|[лв](?:ся)?)\Z")
# A line of dialogue begins so far behind its dash.
_DASHED = 4
_SUBJECT = re.compile(r"(?<!\w)(?:он|она|він|вона)(?!\w)", re.IGNORECASE)
# So many characters may stand before the pronoun that a sentence is about.
_OPENS = 30


def unnamed(
    voices: Voices, frame: Frame, region: Region, paragraph: int, outer: Voice | None, own: bool
) -> Voice | None:
    """«Каже, що …», «добавила, что …»: the verb has a subject, and it is the one before. ``own``: within
    words of ``outer`` as he said them, where «каже» is never himself."""
    if region.language == "en" or frame.cue is None or (outer is not None and not own):
        return None
    if frame.quoted and not (frame.start < frame.cue.start and outer is None):
        return None  # «…», – вспоминает.
    verb = voices.page.words(frame.cue).lower()
    if outer is not None:
        return _told_of(voices, frame, frame.cue, verb, paragraph, outer)
    if _VERB_PLURAL.search(verb):
        return Voice(Speaker(None), "anonymous", trust=0.7)  # «Пишут, что …»: people do
    form = _VERB_GENDER.search(verb)
    gender = "-" if form is None else "f" if form.group().startswith("ла") else "m"
    found = of_pronoun(voices, gender, frame.cue, paragraph, None, words_first=frame.start < frame.cue.start)
    return replace(found, trust=0.8 * found.trust) if found is not None else None


def _told_of(
    voices: Voices, frame: Frame, cue: Span, verb: str, paragraph: int, outer: Voice
) -> Voice | None:
    """«Сорок строк, говорит» in somebody's answer: whoever he told of. A past verb may be his own
    («Сказал: не пойду»), unless the sentence before is about another."""
    form = _VERB_GENDER.search(verb)
    gender = "-" if form is None else "f" if form.group().startswith("ла") else "m"
    first = frame.start < cue.start
    found = (
        None
        if _VERB_PLURAL.search(verb)
        else of_pronoun(voices, gender, cue, paragraph, outer, words_first=first)
    )
    if form is None and _VERB_PLURAL.search(verb):
        return Voice(Speaker(None), "anonymous", trust=0.5)  # «Сказали, автобус будет»: people did
    if form is None:
        told = Voice(Speaker(None), "anonymous", trust=0.4) if _PRESENT.search(verb) else None
        return found if found is not None and _PRESENT.search(verb) else told
    mention = found.speaker.mention if found is not None else None
    sentence = voices.page.sentence_at(cue.start)
    near = mention is not None and voices.page.sentence_at(mention.start) >= sentence - 1
    return found if near else None


def carried(voices: Voices, frame: Frame, region: Region, paragraph: int, outer: Voice | None) -> Voice:
    if outer:
        return outer
    about = _about(voices, frame, region, paragraph) or _led_to(voices, frame, region, paragraph)
    if about is not None:
        return about
    said = _gender_said(voices, frame, region)
    for number, _, voice in reversed(voices.spoken[-12:]):
        if number == paragraph and not (said in "mf" and voice.gender in "mf" and voice.gender != said):
            return replace(voice, trust=0.6 * voice.trust, antecedent=voice)
    if voices.open and voices.open[0] == paragraph - 1:
        voice = voices.open[1]
        return replace(voice, trust=0.5 * voice.trust, antecedent=voice)
    return (
        replace(voices.teller, trust=0.6) if voices.teller else Voice(Speaker(None), "anonymous", trust=0.5)
    )


def _gender_said(voices: Voices, frame: Frame, region: Region) -> str:
    """«Рассказал, что …» without a subject is no woman's: m, f, or - where the verb does not tell."""
    if region.language == "en" or frame.cue is None:
        return "-"
    verb = voices.page.words(frame.cue).lower().split()[-1]
    form = _VERB_GENDER.search(verb)
    listed_ = verb in region.words.cue_class  # «розповів» has a noun's ending
    if form is None or not (listed_ or cases(verb, region.language).kind == "verb"):
        return "-"
    return "f" if form.group().startswith("ла") else "m"


def _about(voices: Voices, frame: Frame, region: Region, paragraph: int) -> Voice | None:
    """«Ким пожимает плечами. «…»»: a quotation without a frame behind a sentence about somebody who has
    not spoken since."""
    if not frame.quoted or frame.cue is not None or voices.teller is not None:
        return None
    last = max((at for number, at, _ in voices.spoken[-12:] if number == paragraph), default=-1)
    here = voices.page.sentence_at(frame.start)
    if region.language == "en":
        return _about_en(voices, here, paragraph, last, frame, region)
    for i in range(here - 1, max(-1, here - 4), -1):
        sentence = voices.page.sentences[i]
        if voices.page.paragraph_of[i] != paragraph or last >= sentence.start:
            return None
        found = _he_or_she(voices, i, paragraph, region.language) or subject_of(voices, i)
        if found is not None:
            return replace(found, trust=0.5 * found.trust)
    return None


def _about_en(
    voices: Voices, here: int, paragraph: int, last: int, frame: Frame, region: Region
) -> Voice | None:
    """ "Dren laughs at this. “…”": whom the sentence before a quotation without a frame begins with."""
    before = voices.page.sentences[here - 1] if here else None
    if before is None or voices.page.paragraph_of[here - 1] != paragraph or last >= before.start:
        return None
    for n in voices.people_between(before.start, before.start + 24):
        own = n.start == before.start or n.role_start == before.start
        if own and voices.page.body[n.stop : n.stop + 2] not in ("'s", "’s"):
            return replace(voices.of_person(n, Span(n.start, n.stop)), trust=0.4)
        break
    if (pronoun := he_or_she(voices.page.body, before)) is not None:
        gender = PRONOUNS[voices.page.words(pronoun).lower()]
        meant = of_pronoun(voices, gender, pronoun, paragraph, None, words_first=False)
        return replace(meant, trust=0.5 * meant.trust) if meant is not None else None
    gesture = by_gesture(voices.page.body, before)
    if gesture is None or gesture[1] not in region.words.roles | region.words.relative:
        return None
    return replace(named(voices, frame, region, gesture[0], None, paragraph, False), trust=0.4)


def _led_to(voices: Voices, frame: Frame, region: Region, paragraph: int) -> Voice | None:
    """«Приехавший говорил ровно. / – Нас построили …»: a line of dialogue without a frame is said by
    whoever spoke in the last sentence before it, or whom that sentence is about."""
    first = voices.page.paragraphs[paragraph].start
    begins = frame.quoted and frame.cue is None and first < frame.start <= first + _DASHED
    if not begins or not paragraph or region.language == "en" or voices.page.body[first] not in "–—-":
        return None
    before = voices.page.paragraphs[paragraph - 1]
    if voices.page.body[before.start] in "–—-" and paragraph > 1:
        spoke = [v for number, _, v in voices.spoken[-6:] if paragraph - 3 <= number < paragraph - 1]
        people_ = [v for v in spoke if v.kind not in ("group", "organisation", "document")]
        if people_:  # the question stands between
            return replace(people_[-1], trust=0.4 * people_[-1].trust, antecedent=people_[-1])
        return Voice(Speaker(None), "anonymous", trust=0.4)
    last = voices.page.sentence_at(before.stop - 1)
    for i in (last, last - 1):
        head, stop = voices.page.sentences[i]
        if i < 0 or head < before.start:
            break
        spoke = [v for number, at, v in voices.spoken[-6:] if number == paragraph - 1 and head <= at < stop]
        found = spoke[-1] if len(spoke) == 1 else None if spoke else subject_of(voices, i)
        if found is not None and found.kind not in ("group", "organisation", "document"):
            return replace(found, trust=0.5 * found.trust, antecedent=found)
        if spoke:
            break
    return Voice(Speaker(None), "anonymous", trust=0.5)


def _he_or_she(voices: Voices, sentence: int, paragraph: int, language: str) -> Voice | None:
    """«Про нього вона дізналася в квітні. «…»»: whom the pronoun means that the sentence begins with."""
    here = voices.page.sentences[sentence]
    found = _SUBJECT.search(voices.page.body, here.start, min(here.stop, here.start + _OPENS))
    if found is None:
        return None
    span = Span(*found.span())
    if voices.people_between(here.start, span.start):
        return None  # «Оксана каже, що він …»
    return of_pronoun(voices, PRONOUNS[found.group().lower()], span, paragraph, None, words_first=False)


def told_by_verb(voices: Voices, frame: Frame, region: Region, voice: Voice) -> Voice:
    """«Часовой шепнул»: of somebody only described the past verb says whether he is a man or a woman."""
    known = voice.gender != "-" or voice.kind in ("group", "organisation", "document")
    if region.language == "en" or known or voice.speaker.role is None:
        return voice
    return replace(voice, gender=_gender_said(voices, frame, region))


__all__ = ["carried", "told_by_verb", "unnamed"]
