"""Who is taken up by another word without ever being named, in Russian and Ukrainian: «Министр финансов
выразил надежду … По словам чиновника …»; «Полиция задержала троих. В ведомстве уточнили …»."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from muster.read.speakers.antecedents_described import roles_of
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import Lexicon
from muster.text.sources.trades import narrower, trade_of, trades_among
from muster.text.sources.words import source_words
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voice import Voice
    from muster.read.speakers.voices import Voices

_AGENCY: Final = listed("ведомство відомство")
_OF_STATE: Final = re.compile(
    r"(?:министерств|минобороны|прокуратур|полици|мэри|администраци|правительств|комитет|управлени|штаб|служб|суд\Z"
    r"|міністерств|поліці|мері|адміністраці|уряд|комітет|управлінн)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’ʼ-]*")
_HEAD: Final = 60
_SENTENCES: Final = 2
# How many paragraphs back whoever heads something may be named.
_WIDE: Final = 4


def taken_up(voices: Voices, span: Span, words: str, lexicon: Lexicon) -> Voice | None:
    """Whoever spoke or acted shortly before under another word, if only one fits; else None."""
    parts = words.lower().split()
    if lexicon.language == "en" or len(parts) != 1:
        return None
    if lemma(parts[0], lexicon.language) in _AGENCY:
        return _body_before(voices, span, lexicon.language)
    covered = narrower(parts[0], lexicon)
    page = voices.page
    paragraph = page.paragraph_of[page.sentence_at(span.start)]
    found = {
        voice.speaker.role: voice
        for number, at, voice in voices.spoken[-6:]
        if number >= paragraph - 1
        and at < span.start
        and voice.kind == "anonymous"
        and voice.speaker.name is None
        and voice.speaker.role
        and trade_of(voice.speaker.role.split()[0].lower(), lexicon) in covered
    }
    if len(found) != 1:
        return None
    voice = next(iter(found.values()))
    return replace(voice, trust=0.6 * voice.trust, antecedent=voice)


def _body_before(voices: Voices, span: Span, language: str) -> Voice | None:
    """The body of the state with which one of the last sentences begins."""
    page = voices.page
    here = page.sentence_at(span.start)
    bodies = source_words(language).bodies
    for i in range(here - 1, max(-1, here - 1 - _SENTENCES), -1):
        start, stop = page.sentences[i]
        for match in _WORD.finditer(page.body, start, min(stop, start + _HEAD)):
            base = lemma(match.group().lower(), language)
            form = cases(match.group(), language)
            if base in bodies and _OF_STATE.match(base) and form.nominative:
                return replace(voices.described(Span(*match.span()), language), trust=0.5)
            if form.kind == "verb":
                break
    return None


# «Глава региона» goes on with a governor, «глава государства» with a president: what is headed → the office.
_HEADED: Final = {
    "губернатор": "регион область край регіон", "президент": "государство держава",
    "мэр": "город", "мер": "місто", "министр": "ведомство министерство", "міністр": "відомство міністерство",
    "премьер": "правительство кабмин", "премьер-министр": "правительство кабмин",
    "прем'єр": "уряд кабмін", "прем'єр-міністр": "уряд кабмін",
}  # fmt: skip
_HEADS: Final = listed("глава руководитель лидер голова очільник керівник лідер")


@lru_cache(maxsize=2)
def _headed(language: str) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The words for whoever heads something; what is headed → the trades of its offices."""
    offices: dict[str, frozenset[str]] = {}
    for office, things in _HEADED.items():
        for thing in (lemma(word, language) for word in things.split()):
            offices[thing] = offices.get(thing, frozenset()) | trades_among(frozenset([office]), language)
    return frozenset(lemma(word, language) for word in _HEADS), offices


def at_the_head(voices: Voices, span: Span, words: str, lexicon: Lexicon) -> Voice | None:
    """«Губернатор X сообщил … Глава региона призвал …»: the only one of the last paragraphs who holds the
    office that heads such a thing."""
    parts = words.lower().split()
    if lexicon.language == "en" or len(parts) != 2:
        return None
    heads, offices_of = _headed(lexicon.language)
    if lemma(parts[0], lexicon.language) not in heads:
        return None
    offices = offices_of.get(lemma(parts[1], lexicon.language), frozenset())
    page = voices.page
    floor = page.paragraphs[max(0, page.paragraph_of[page.sentence_at(span.start)] - _WIDE)].start
    found = {
        n.norm: n for n in voices.people_between(floor, span.start) if offices & roles_of(voices, n, lexicon)
    }
    if len(found) != 1:
        return None
    return replace(voices.of_person(next(iter(found.values())), span), trust=0.7)


__all__ = ["at_the_head", "taken_up"]
