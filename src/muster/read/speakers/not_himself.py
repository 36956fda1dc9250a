"""Whoever is named in a quotation does not say it of himself: «Заступник мера Калита мовчить. «Калита сидів
поруч», – згадує чиновник»: the official is another, in Russian and Ukrainian."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from muster.model.claims import Speaker
from muster.read.frames import Frame
from muster.read.people.role_forms import role_base
from muster.text.sources.cues import lexicon

if TYPE_CHECKING:
    from muster.read.speakers.voice import Voice
    from muster.read.speakers.voices import Voices

# «Меня зовут Лунин», «Я, Лунин Олег, …»
_MYSELF = re.compile(
    r"(?<!\w)(?:зовут|звать|звуть|звати|фамилия|прізвище|имя|ім['’ʼ]я|я|это|це|мы|ми)\W{1,4}(?:\w+\s)?\Z",
    re.IGNORECASE,
)
_OTHERS = frozenset({"group", "organisation", "document"})


def not_himself(voices: Voices, voice: Voice, frame: Frame, paragraph: int, language: str) -> Voice:
    """``voice``, unless a description or a pronoun was led to somebody whose name stands in the quotation:
    then the last other person who spoke in the paragraph, else nobody known."""
    name, span = voice.speaker.name, frame.speaker
    if name is None or span is None or voice.kind in _OTHERS or language == "en" or not frame.quoted:
        return voice
    if voices.people_between(span.start, span.stop):
        return voice  # he is named there
    surname = name.rsplit(None, 1)[-1]
    told = any(
        n.norm.rsplit(None, 1)[-1] == surname
        and _MYSELF.search(voices.page.body, max(0, n.start - 24), n.start) is None
        for part in frame.parts
        for n in voices.people_between(part.start, part.stop)
    )
    if not told:
        return voice
    for number, at, other in reversed(voices.spoken[-4:]):
        if number == paragraph and at < span.start and other.kind not in _OTHERS:
            if other.speaker.name == name or {other.gender, voice.gender} == {"m", "f"}:
                continue
            return replace(other, trust=0.5 * other.trust, antecedent=other)
    words = role_base(voices.page.words(span), lexicon(language))
    mention = voices.page.passage(*span)
    return replace(voice, speaker=Speaker(None, words, None, mention), kind="anonymous", trust=0.5)


__all__ = ["not_himself"]
