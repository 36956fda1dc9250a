"""Which body "the ministry", «в ведомстве», «там» means: the one named last that is such, or that spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from muster.read.english.bodies import is_such
from muster.read.people.people import Named
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voice import Voice
    from muster.read.speakers.voices import Voices

# How many names back somebody or something may be described.
_FAR: Final = 200
BODY_NOUNS: Final = listed(
    """organisation organization group agency charity company newspaper outlet body party union council
    command mission channel ngo directorate bureau embassy brigade battalion regiment network association
    federation alliance coalition
    hospital university broadcaster operator airline bank tribunal centre center observatory
    ministry committee commission court institute foundation watchdog movement project team service office
    department организация агентство министерство ведомство комитет комиссия издание газета
    партия фонд центр служба прокуратура проект компания предприятие фирма
    організація агенція міністерство відомство комітет видання
    партія служба проєкт компанія товариство підприємство фірма управління департамент комісія бригада
    батальйон адміністрація бюро громада спілка"""
)
# «У компанії»: of a body that is none of the state, whatever it is called.
_FIRMS: Final = listed("компанія товариство підприємство фірма компания предприятие фирма")
_ANY_BODY: Final = listed(
    """organisation organization group agency charity company newspaper outlet body watchdog team project ngo
    организация издание ведомство проект
    організація видання відомство проєкт компанія
    товариство підприємство фірма"""
)
# «Служба» is the ДСНС, «министерство» the МИД: what letters stand for.
_LETTERS: Final = {
    "служба": re.compile(r"(?:дснс|сбу|сзр|гсчс|у?фсб|у?фсин|свр|дпсу|двс)(?!\w)"),
    "министерство": re.compile(r"(?:мид|мвд|мчс|мин[а-я]{3,})(?!\w)"),
    "міністерство": re.compile(r"(?:мзс|мвс|моз|мін[а-яіїє]{3,})(?!\w)"),
    "бюро": re.compile(r"(?:набу|дбр|беб|фбр)(?!\w)"),
    "комитет": re.compile(r"(?:ск|скр|следком)(?!\w)"),
    "комітет": re.compile(r"(?:амку|слідком)(?!\w)"),
    "комиссия": re.compile(r"(?:цик)(?!\w)"),
    "комісія": re.compile(r"(?:цвк)(?!\w)"),
}
_AGENCY: Final = ("ведомство", "відомство")
_STATE_BODY: Final = re.compile(
    r"министер|мин[а-я]{3,}|прокурат|служб|ведомств|мвд|фсб|мчс|мид|полици|следств|комитет|комисси|росгвард|надзор|гур|сбу|всу|зсу"
    r"|дснс|мвс|мзс|мін[а-яіїєґ]{3,}|поліц|відомств|слідств|комітет|комісі|управлен|управлін|администрац|адміністрац|штаб",
    re.I,
)


def body_described(
    voices: Voices, span: Span, noun: str, capitals: frozenset[str] = frozenset()
) -> Voice | None:
    """The body named last that is such a one. ``capitals``: words of a name that must be its words."""
    lettered: Named | None = None
    for n in before(voices, span.start):
        if not is_such(n.norm, noun, capitals):
            continue
        if noun in _AGENCY and not _STATE_BODY.search(n.norm):
            continue  # «ведомство» is no church
        if noun in _FIRMS and _STATE_BODY.search(n.norm):
            continue
        low = n.norm.lower()
        named_so = noun in low or _called_so(voices, n, noun)
        if not named_so and lettered is None and noun in _LETTERS and _LETTERS[noun].match(low):
            lettered = n  # only where none is called so in full
        if n.kind == "organisation" and (named_so or (noun in _ANY_BODY and n.start > span.start - 1_200)):
            return voices.of_body(n, span, 0.7 if named_so else 0.55)
    if lettered is not None and lettered.kind == "organisation":
        return voices.of_body(lettered, span, 0.6)
    return spoken_body(voices, span, noun) if not capitals else None


def _called_so(voices: Voices, n: Named, noun: str) -> bool:
    """«Благодійний фонд «Тепла хата»» is a fund, "the channel N" a channel, though no name says so."""
    before = voices.page.body[max(0, n.start - 24) : n.stop].lower()
    head = before[: before.rfind(n.norm.lower())] if n.norm.lower() in before else ""
    language = voices.page.languages[voices.page.sentence_at(n.start)]
    last = head.strip(' «„“"').rsplit(None, 1)[-1:]
    return bool(last) and (last[0] == noun or lemma(last[0], language) == lemma(noun, language))


def spoken_body(voices: Voices, span: Span, noun: str = "") -> Voice | None:
    """The body that spoke last, one paragraph back at most: «Там добавили …», «в ведомстве уточнили …»."""
    page = voices.page
    paragraph = page.paragraph_of[page.sentence_at(span.start)]
    for number, at, voice in reversed(voices.spoken[-6:]):
        if number < paragraph - 1 or at >= span.start:
            continue
        name = (voice.speaker.name or "").lower()
        if not is_such(voice.speaker.name or "", noun) or (noun in _FIRMS and _STATE_BODY.search(name)):
            continue
        if voice.kind == "organisation" and (not noun or noun in name or noun in _ANY_BODY):
            return replace(voice, trust=0.7 * voice.trust, antecedent=voice)
    return None


_OPENING = 24  # characters
_NOUN_BEFORE = re.compile(r"(?<![\w-])((?:[\w-]+-)?[^\W\d_]\w+)\s[«\"“]?\Z")


def body_of_pronoun(voices: Voices, gender: str, span: Span, paragraph: int) -> Voice | None:
    """«Прокуратура сообщила о взрыве. Она добавила …»: who spoke last in the paragraph, if it is a body whose
    noun has that gender. Russian and Ukrainian, where nobody else fits."""
    page = voices.page
    first = page.paragraphs[paragraph].start
    near = paragraph - (span.start - first < _OPENING)  # «По его данным» may open the next paragraph
    last = next((s for s in reversed(voices.spoken[-2:]) if s[0] >= near and s[1] < span.start), None)
    if gender not in ("m", "f") or last is None or last[2].kind != "organisation":
        return None
    said = last[2].speaker.mention
    here = page.sentence_at(span.start)
    if said is None or here - page.sentence_at(last[1]) > 1:
        return None
    noun = lemma(said.words.split()[0].strip('«»"“”'), page.languages[here])
    fits = cases(noun, page.languages[here]).nominative == gender
    if not fits and (called := _NOUN_BEFORE.search(page.body, max(0, said.start - 24), said.start)):
        noun = lemma(called.group(1).lower(), page.languages[here])  # «канал «Маяк»»
        fits = cases(noun, page.languages[here]).nominative == gender
    return replace(last[2], trust=0.6 * last[2].trust, antecedent=last[2]) if fits else None


def before(voices: Voices, at: int) -> Iterator[Named]:
    """Names before a place, the nearest first."""
    first = voices.index_of(at)
    for i in range(first - 1, max(-1, first - _FAR), -1):
        yield voices.named[i]


__all__ = ["BODY_NOUNS", "before", "body_described", "body_of_pronoun", "spoken_body"]
