"""On what a speaker's word rests, by rules a person can follow; else "unknown"."""

from __future__ import annotations

import re

from muster.read.voices import Voice
from muster.text.cues import Lexicon
from muster.text.lemmas import lemma
from muster.text.listed import listed

FIRST_PERSON = {
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
        r"|calls? (?:us|me) every|(?:I|we|he|she|they) (?:advise|represent|defend|assist)s?"
        r"|in (?:my|our|his|her|their) (?:\w+['’]s )?(?:records|files|register|caseload|books|hotline)"
        r"|(?:reached|called|rang) our hotline|our hotline['’]s)\b", re.I),
    "ru": re.compile(
        r"(?:обрати(?:лись|лось|лся|лась)|обращаются|обращений|в моей практике|в нашей практике"
        r"|мне не ?известно|нам не ?известно|мои(?:х|ми|м)? (?:клиент|доверител)"
        r"|мой (?:клиент|доверител)|наши(?:х|ми)? (?:клиент|доверител)|мы ведём|мы ведем|я веду"
        r"|к нам приход|к нам поступ|ко мне|кого (?:я|мы) (?:вед|защища|консультиру|представля)"
        r"|в (?:его|её|ее|их|собственной|своей) (?:\w+ )?практике|подзащитн"
        r"|наш\w{2} (?:горяч\w{2,3} лини|картотек|реестр)"
        r"|на (?:нашу )?горячую линию)", re.I),
    "uk": re.compile(
        r"(?:зверну(?:лися|лись|лося|вся|лася)|звертаються|звернень|у моїй практиці|в нашій практиці"
        r"|мені не ?відомо|нам не ?відомо|мої(?:х|ми|м)? клієнт|мій клієнт"
        r"|наші(?:х|ми)? клієнт|ми ведемо|я веду|до нас приход|до нас надійшл|до мене"
        r"|кого (?:я|ми) (?:вед|захища|консульту|представля)"
        r"|у (?:його|її|їхній|власній|своїй) (?:\w+ )?практиці"
        r"|підзахисн|наш\w{1,2} (?:гаряч\w{1,3} ліні|картотек|реєстр)|на (?:нашу )?гарячу лінію)", re.I),
}  # fmt: skip
# "None of the 46 has …": whoever takes cases in speaks of a known number of them.
_OF_THEM = {
    "en": re.compile(r"\bof (?:the|my|our|his|her) \d[\d,]{0,9}\s(?:has|have|had|was|were|is|are|men|women"
        r"|people|clients)\b", re.I),
    "ru": re.compile(r"(?<!\w)из (?:\d+|моих|наших|его \d+|её \d+|тех, кого)(?!\w)", re.I),
    "uk": re.compile(r"(?<!\w)(?:із|з) (?:\d+|моїх|наших|його \d+|її \d+|тих, кого)(?!\w)", re.I),
}  # fmt: skip
_HEARSAY = {
    "en": re.compile(r"\b(?:I|he|she|we|they) (?:was|were|had been|have been|has been) told\b(?!\sto\b)"
        r"|\b(?:I|he|she|we|they)(?: have| has| had)? heard\b|\brumou?rs?\b", re.I),
    "ru": re.compile(r"(?:мне|ему|ей|нам|им) (?:рас)?сказали|по слухам|я слышал|он слышал|она слышала"
        r"|говорят, что", re.I),
    "uk": re.compile(r"(?:мені|йому|їй|нам|їм) (?:роз)?(?:сказали|повіли|повідали)|за чутками|я чу(?:в"
        r"|ла)|він чув|вона чула|кажуть, що", re.I),
}  # fmt: skip
# "My son called": whoever tells it has it from him.
_OF_KIN = {
    "en": re.compile(
        r"\b[Mm]y\s(?:son|daughter|husband|wife|brother|father|grandson|nephew|boyfriend|partner)\b"
    ),
    "ru": re.compile(
        r"(?<!\w)[Мм](?:ой|оя|оего|оему|оим)\s(?:сын|муж|брат|от[ец]|внук|дочь|зят)\w{0,3}(?!\w)"
    ),
    "uk": re.compile(
        r"(?<!\w)[Мм](?:ій|оя|ого|оєму|оїм)\s(?:син|чоловік|брат|бать|онук|доньк|зят)\w{0,3}(?!\w)"
    ),
}
_SELF = {
    "en": re.compile(r"(?:that\s)?(?:he|she|his|her)\b", re.I),
    "ru": re.compile(r"(?:он|она|его|её|ее|сам|сама)\b", re.I),
    "uk": re.compile(r"(?:він|вона|його|її|сам|сама)\b", re.I),
}
# In the notes of an interview "he saw", "went through his hands": whoever tells it was there. "He does not
# know" is no knowledge.
_OF_SELF = {
    "en": re.compile(r"\A(?!.*\b(?:not|n['’]t) know).*\b(?:I|we|my|our|he|she|his|her|him)\b", re.I | re.S),
    "ru": re.compile(
        r"\A(?!.*не знает).*(?<!\w)(?:я|мы|мой|моя|наш|он|она|его|её|ему|ей)(?!\w)", re.I | re.S
    ),
    "uk": re.compile(
        r"\A(?!.*не знає).*(?<!\w)(?:я|ми|мій|моя|наш|він|вона|його|її|йому|їй)(?!\w)", re.I | re.S
    ),
}
_PRESENT = {
    "en": re.compile(
        r"\bwho\s(?:was|were|had\sbeen)\s(?:there|present|aboard|among|on|in|at|near)\b"
        r"|\bwho\s(?:saw|witnessed|watched|survived|took\spart|fought|served)\b|\b(?:eyewitness|with\s(?:his|her)\sown\seyes)\b"
    ),
    "ru": re.compile(
        r"котор(?:ый|ая)\s(?:сам\w?\s)?(?:был|была|находил|видел|служил|воевал|выжил|участвовал)\w{0,3}|очевид(?:ец|ица)"
        r"|своими\sглазами"
    ),
    "uk": re.compile(
        r"(?:який|яка)\s(?:сам\w?\s)?(?:був|була|перебува|бачи|служи|воюва|вижи)\w{0,3}|очевид(?:ець|иця)|на\sвласні\sочі"
    ),
}


def was_present(frame: str, language: str) -> bool:
    """Whether the words around a claim say that its speaker was there: "according to X, who was on board"."""
    return _PRESENT[language].search(frame) is not None


EXPERT = listed(
    """analyst expert professor historian economist researcher журналист аналитик эксперт профессор
    аналітик експерт"""
)


def basis_of(
    words: str, quoted: bool, voice: Voice, verb: str, received: bool, related: bool, lexicon: Lexicon,
    *, present: bool = False,
) -> str:  # fmt: skip
    """One of the BASES. ``related``: the text calls the speaker somebody's relative; ``present``: it says
    that the speaker was there."""
    language = lexicon.language
    if voice.kind == "document":
        return "document"
    if received or verb == "hear" or _HEARSAY[language].search(words):
        return "hearsay"
    role = {lemma(w, language) if language != "en" else w for w in voice.words} | set(voice.words)
    if (role & lexicon.party and not role & EXPERT) or _state_body(voice, lexicon):
        return "party"
    if role & lexicon.caseload and (_CASELOAD[language].search(words) or _OF_THEM[language].search(words)):
        return "own-caseload"
    if quoted and _CASELOAD[language].search(words) and voice.speaker.organisation:
        return "own-caseload"
    if voice.kind == "group" and role & lexicon.caseload:
        return "own-caseload" if _CASELOAD[language].search(words) else "unknown"
    # "The Committee of Mothers" is nobody's mother.
    if voice.kind != "organisation" and (role & lexicon.relative or related or voice.kin):
        return "second-hand"
    if voice.kind not in ("named", "anonymous", "call-sign") or voice.speaker.organisation or role & EXPERT:
        return "unknown"
    if role & lexicon.caseload:
        return "unknown"
    if quoted and _OF_KIN[language].search(words):
        return "second-hand"
    if quoted and FIRST_PERSON[language].search(words):
        return "first-hand"
    if (
        not quoted
        and voice.speaker.name
        and (not role or role & lexicon.witness)
        and (present or _SELF[language].match(words))
    ):
        return "first-hand"
    if voice.teller and (quoted or _OF_SELF[language].search(words)):
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


__all__ = ["EXPERT", "FIRST_PERSON", "basis_of", "was_present"]
