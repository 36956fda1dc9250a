"""On what a speaker's word rests, by rules a person can follow; else "unknown"."""

from __future__ import annotations

import re

from muster.read.voices import Voice
from muster.text.cues import Lexicon
from muster.text.lemmas import lemma
from muster.text.listed import listed

_FIRST_PERSON = {
    "en": re.compile(r"\b(?:I|we|We|my|My|our|us|me|myself|I'm|I’m|We're|we're)\b"),
    "ru": re.compile(
        r"\b(?:я|мы|меня|мне|нас|нам|мой|моя|мои|моего|наш|наша|наши|нашей|нашего|мной|нами)\b", re.I
    ),
    "uk": re.compile(
        r"\b(?:я|ми|мене|мені|нас|нам|мій|моя|мої|мого|наш|наша|наші|нашої|нашого|мною|нами)\b", re.I
    ),
}
_CASELOAD = {
    "en": re.compile(
        r"\b(?:cases? (?:we|I|he|she|they) (?:have|has|had)|(?:we|I|he|she|they) (?:have|has|had"
        r"|'ve) (?:seen|received|dealt|handled|taken|advised)"
        r"|not aware of|unaware of|(?:he|she|I|we) (?:has|have|had) received|approached (?:me|us|him"
        r"|her)|contacted (?:me|us|him|her|them)"
        r"|my clients?|our clients?|his clients?|her clients?|based on what (?:we|I) have seen"
        r"|dealt with|turned to (?:us|me|him|her)"
        r"|offering advice|provided legal|in (?:my|our|his|her) practice|appealed to (?:us|me)"
        r"|calls? (?:us|me) every)\b", re.I),
    "ru": re.compile(
        r"(?:обрати(?:лись|лось|лся|лась)|обращаются|обращений|в моей практике|в нашей практике"
        r"|мне не ?известно|нам не ?известно|мои(?:х|ми|м)? (?:клиент|доверител)"
        r"|мой (?:клиент|доверител)|наши(?:х|ми)? (?:клиент|доверител)|мы ведём|мы ведем|я веду"
        r"|к нам приход|к нам поступ|ко мне)", re.I),
    "uk": re.compile(
        r"(?:зверну(?:лися|лись|лося|вся|лася)|звертаються|звернень|у моїй практиці|в нашій практиці"
        r"|мені не ?відомо|нам не ?відомо|мої(?:х|ми|м)? клієнт|мій клієнт"
        r"|наші(?:х|ми)? клієнт|ми ведемо|я веду|до нас приход|до нас надійшл|до мене)", re.I),
}  # fmt: skip
_HEARSAY = {
    "en": re.compile(r"\b(?:I|he|she|we|they) (?:was|were|had been|have been|has been) told\b|\b(?:I|he"
        r"|she|we|they)(?: have| has| had)? heard\b|\brumou?rs?\b", re.I),
    "ru": re.compile(r"(?:мне|ему|ей|нам|им) (?:рас)?сказали|по слухам|я слышал|он слышал|она слышала"
        r"|говорят, что", re.I),
    "uk": re.compile(r"(?:мені|йому|їй|нам|їм) (?:роз)?(?:сказали|повіли|повідали)|за чутками|я чу(?:в"
        r"|ла)|він чув|вона чула|кажуть, що", re.I),
}  # fmt: skip
_SELF = {
    "en": re.compile(r"(?:that\s)?(?:he|she|his|her)\b", re.I),
    "ru": re.compile(r"(?:он|она|его|её|ее|сам|сама)\b", re.I),
    "uk": re.compile(r"(?:він|вона|його|її|сам|сама)\b", re.I),
}
_EXPERT = listed(
    """analyst expert professor historian economist researcher журналист аналитик эксперт профессор
    аналітик експерт"""
)


def basis_of(
    words: str, quoted: bool, voice: Voice, verb: str, received: bool, related: bool, lexicon: Lexicon
) -> str:
    """One of the BASES. ``related``: the text calls the speaker somebody's relative."""
    language = lexicon.language
    if voice.kind == "document":
        return "document"
    if received or verb == "hear" or _HEARSAY[language].search(words):
        return "hearsay"
    role = {lemma(w, language) if language != "en" else w for w in voice.words} | set(voice.words)
    if role & lexicon.party or _state_body(voice, lexicon):
        return "party"
    if role & lexicon.caseload and _CASELOAD[language].search(words):
        return "own-caseload"
    if quoted and _CASELOAD[language].search(words) and voice.speaker.organisation:
        return "own-caseload"
    if voice.kind == "group" and role & lexicon.caseload:
        return "own-caseload" if _CASELOAD[language].search(words) else "unknown"
    if role & lexicon.relative or related:
        return "second-hand"
    if voice.kind not in ("named", "anonymous", "call-sign") or voice.speaker.organisation or role & _EXPERT:
        return "unknown"
    if role & lexicon.caseload:
        return "unknown"
    if quoted and _FIRST_PERSON[language].search(words):
        return "first-hand"
    if (
        not quoted
        and voice.speaker.name
        and (not role or role & lexicon.witness)
        and _SELF[language].match(words)
    ):
        return "first-hand"
    return "unknown"


_STATE = re.compile(
    r"ministry|army|police|security service|general staff|pentagon|kremlin|government|prosecutor"
    r"|министерств|минобороны|мвд|мид|фсб|гур|сбу|"
    r"генштаб|полици|прокуратур|правительств|росгварди|следственн|всу|міністерств|міноборони|мвс|мзс"
    r"|поліці|уряд|зсу|кремл", re.I
)  # fmt: skip


def _state_body(voice: Voice, lexicon: Lexicon) -> bool:
    name = voice.speaker.organisation or ""
    if voice.kind == "organisation":
        name += " " + (voice.speaker.name or "")
    return bool(name.strip()) and _STATE.search(name) is not None


__all__ = ["basis_of"]
