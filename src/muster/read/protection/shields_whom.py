"""Whom a text hides: the descriptions that bear a signal, the names that stand for somebody, or everybody."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from muster.model.claims import Claim
from muster.read.page import Page
from muster.read.people.roles import Named
from muster.read.protection.anonymity import is_whole
from muster.read.protection.bearers import GOVERNED, Noun, bearer_of, between, nouns_in, person
from muster.read.protection.signals import Signal, sentence_of
from muster.read.speakers.source_kind import kind_of
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span


@dataclass(slots=True)
class Bearer:
    """Somebody hidden: the words that stand for him, where, the base forms of his nouns, one or several.

    ``reach``: up to where he has been spoken of.
    """

    start: int
    stop: int
    bases: set[str] = field(default_factory=set)
    several: bool = False
    reach: int = 0


@dataclass(slots=True)
class Hidden:
    """Whom a text hides. ``whole``: several names are changed; ``everybody``: all; ``asked``: interview;
    ``own``: the claims by whose own words their speakers are; ``paragraphs``: those that speak of them;
    ``spoke``: the one in which somebody hidden spoke last; ``found``: whether any of them speaks."""

    bearers: list[Bearer]
    whole: bool
    asked: bool
    everybody: bool = False
    taken: set[str] = field(default_factory=set)
    names: frozenset[str] = frozenset()
    own: set[str] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)
    spoke: int = -9
    found: bool = False

    @property
    def any(self) -> bool:
        return bool(self.bearers or self.own) or self.whole


_A: Final = re.compile(r"\b(?:[Aa]n?|[Oo]ne)\s(?:[\w-]+\s){0,3}\Z")


def _somebody_new(page: Page, name: Named, signal: Signal, language: str) -> Noun | None:
    """ "A clerk who knows Anna Holm asked not to be named": the full name is shown, the clerk is not."""
    sentence = sentence_of(page, signal)
    if language != "en" or is_whole(page, signal):
        return None
    for noun in reversed(nouns_in(page, sentence.start, name.start, language)):
        if _A.search(page.body, max(sentence.start, noun.start - 40), noun.start):
            return None if page.body[noun.stop : name.start].strip(" ,") == "" else noun
    return None


def nouns_of(words: str, language: str) -> list[Noun]:
    return [Noun(*m.span(), base) for m in _WORD.finditer(words) if (base := person(m.group(), language))]


# Somebody who was not there before.
ANOTHER: Final = re.compile(
    r"(?:(?:a|the)\s(?:second|third)|another|other|some\sother|(?:ещё|еще|ще)\s(?:один|одна|одне|двое|двоє)"
    r"|друг(?:ой|ая|ие)|інш(?:ий|а|і))\b(?!\s(?:of\sthem|из\sних|з\sних))",
    re.I,
)
# "Three other witnesses" is no name, though a capital stands there.
COUNTED: Final = re.compile(
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Many|Most|Both|All|Other|Others|A|The|\d+"
    r"|Двое|Трое|Четверо|Пятеро|Оба|Обе|Несколько|Двоє|Троє|Четверо|П['’ʼ]ятеро|Обидв[аоє]є?|Кілька|Декілька)\b"
)
NEW: Final = re.compile(r"(?:an?|some|several)\s", re.I)
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w)){2,40}")
PARTITIVE: Final = re.compile(
    r"(?:one|two|three|both|some|most|several|(?:the\s)?other|the\ssecond|the\sfirst)\s?(?:of\sthem)?\Z"
    r"|(?:одн\w+|двое|трое|оба|обе|второ\w+|перв\w+|один|двоє|обидв\w+|друг\w+|перш\w+)\s?(?:из\sних|із\sних|з\sних)?\Z",
    re.I,
)


def hidden_in(
    page: Page, named: Sequence[Named], claims: list[Claim], signals: Sequence[Signal], hidden: list[Named]
) -> Hidden:
    """Descriptions that bear a signal, hidden names, and whether all names of the text are changed."""
    speakers = sorted(
        {Span(c.speaker.start, c.speaker.stop) for c in claims if c.speaker}, key=lambda s: s.start
    )
    nameless = [s for s in speakers if not _holds_name(named, s)]
    text = Hidden([_of_name(page, n) for n in hidden], False, _asked_and_answered(page))
    quoted = sorted(
        (c for c in claims if c.inside is None and c.kind != "indirect"), key=lambda c: c.passage.start
    )
    for signal in signals:
        language = page.languages[page.sentence_at(signal.start)]
        if language != "en" and (own := _own_words(page, quoted, signal)) is not None:
            text.own.add(own.id)
            span = Span(own.speaker.start, own.speaker.stop) if own.speaker else Span(0, 0)
            bases = {n.base for n in nouns_in(page, *span, language)}
            if bases:
                text.bearers.append(Bearer(span.start, span.stop, bases))
                continue
        if is_whole(page, signal):
            text.whole = True
            nouns = nouns_in(
                page, signal.start, min(signal.stop + 60, sentence_of(page, signal).stop), language
            )
            plain = source_words(language).stand_ins | {"человек", "люди", "людин"}
            text.everybody = text.everybody or all(n.base in plain for n in nouns)
            text.bearers.append(Bearer(signal.start, signal.start, {n.base for n in nouns}, True))
            whose = bearer_of(page, named, signal)
            low = (
                signal.start if language != "en" else max(sentence_of(page, signal).start, signal.start - 12)
            )
            if isinstance(whose, Noun) and _WHOSE.search(page.body, low, signal.stop):
                text.bearers.append(_bearer(page, speakers, whose, language, named))
            continue
        bearer = bearer_of(page, named, signal)
        mine = None if language == "en" else _of_the_clause(page, nameless, signal, bearer, language)
        bearer = mine or bearer
        if isinstance(bearer, Named):
            if not signal.reason and " " not in bearer.norm:
                text.bearers.append(_of_name(page, bearer))
            elif not signal.reason and (noun := _somebody_new(page, bearer, signal, language)) is not None:
                text.bearers.append(Bearer(noun.start, noun.stop, {noun.base}))
            continue
        sentence = sentence_of(page, signal)
        if signal.reason and not (
            _explains(claims, sentence, signal) or _may_not_speak(page, sentence, signal)
        ):
            continue
        noun = bearer or _within(page, signal, language)
        if (
            noun is None
            and signal.introduces
            and any(n.start <= signal.stop + 40 for n in between(hidden, signal.start, signal.stop + 40))
        ):
            continue
        told: list[Noun] = []
        noun = (
            noun
            or _spoken_here(page, nameless, signal, language)
            or _resolved(page, claims, signal, language)
            or (told[0] if (told := _told_of(page, speakers, named, signal, language)) else None)
            or _spoken_before(page, speakers if language == "en" else nameless, signal, language)
            or _spoken_next(page, nameless, signal, language)
        )
        noun = noun or _told_later(page, speakers, signal, language) or _behind(page, signal, language)
        if noun is None:
            text.bearers.append(Bearer(signal.start, signal.stop))
            continue
        text.bearers.append(_bearer(page, speakers, noun, language, named))
        text.bearers += [Bearer(n.start, n.stop, {n.base}) for n in told if n is not noun]
        if language != "en" and not signal.introduces:
            text.bearers += _who_speaks_next(page, nameless, signal, noun, language)
        if not any(s.start <= noun.start < s.stop for s in speakers):
            text.bearers += _beside(page, claims, sentence, Span(noun.start, max(noun.stop, signal.stop)))
        if noun.base in source_words(language).stand_ins:
            before = _spoken_before(page, speakers, Signal(noun.start, noun.stop), language)
            if before is not None and not between(named, before.start - 40, before.stop + 40):
                text.bearers.append(_bearer(page, speakers, before, language, named))
        if signal.introduces and _THEM.search(page.body, signal.start, signal.stop):
            text.whole = True
    return text


_MINE: Final = re.compile(
    r"(?<!\w)(?:\w{2,12}(?:ите|йте|ьте|іть)|(?:назову|назву|скажу|дам|даю|называю|називаю)|меня|мене|мо[юёєяїе]\w{0,2}|нас)(?!\w)",
    re.I,
)


def _own_words(page: Page, quoted: Sequence[Claim], signal: Signal) -> Claim | None:
    """«… Подпись не ставьте»: the quotation whose speaker himself asks not to be named."""
    if signal.reason or signal.introduces or _MINE.search(page.body, signal.start, signal.stop) is None:
        return None
    at = bisect.bisect_right(quoted, signal.start, key=lambda c: c.passage.start)
    return next((c for c in reversed(quoted[max(0, at - 4) : at]) if signal.stop <= c.passage.stop), None)


NEAR: Final = 600
# «Двое очевидцев, имена которых скрыты»: theirs, beside whoever else.
_WHOSE: Final = re.compile(r"(?<!\w)(?:(?:котор|чь|чи|яки)\w{1,3}|who(?:se|m)?)(?!\w)", re.I)
_THEM: Final = re.compile(r"(?<!\w)(?:them|их|їх)(?!\w)", re.I)


def _of_name(page: Page, n: Named) -> Bearer:
    """A hidden name, with what its bearer is called: "Witness K", «солдат Тарас»."""
    language = page.languages[page.sentence_at(n.start)]
    low = n.start if n.role_start < 0 else min(n.start, n.role_start)
    nouns = nouns_in(page, low, n.stop, language) if n.role_start >= 0 or " " in n.norm else []
    bases = {x.base for x in nouns} | {x.base for x in nouns_of(n.role or "", language)}
    return Bearer(n.start, n.stop, bases - lexicon(language).party)


def _bearer(page: Page, speakers: list[Span], noun: Noun, language: str, named: Sequence[Named]) -> Bearer:
    """The whole description around a noun: where it is a speaker's, all his nouns.

    Of "the lawyer of a soldier who asked not to be named, X Y" only the soldier: X Y stands there in full.
    """
    span = next((s for s in speakers if s.start <= noun.start < s.stop), Span(noun.start, noun.stop))
    full = any(n.kind == "person" and " " in n.norm and n.stop <= span.stop for n in between(named, *span))
    if full and GOVERNED.search(page.body, max(span.start, noun.start - 24), noun.start):
        span = Span(noun.start, noun.stop)
    bases = {noun.base} | {n.base for n in nouns_in(page, span.start, span.stop, language)}
    several = kind_of(page.words(span), language) == "group"
    before = _ONE_WORD.search(page.body, max(0, span.start - 24), span.start)
    return Bearer(before.start() if before else span.start, max(span.stop, noun.stop), bases, several)


def _beside(page: Page, claims: list[Claim], sentence: Span, told: Span) -> list[Bearer]:
    """The unnamed speakers of a sentence that hides somebody: the noun found may not be his.

    Not of words that hold noun and signal: "the clinic said the victim would not be named".
    """
    language = page.languages[page.sentence_at(sentence.start)]
    spans = [
        Span(c.speaker.start, c.speaker.stop)
        for c in claims
        if c.speaker
        and sentence.start <= c.speaker.start < sentence.stop
        and c.said_by
        and c.said_by[0].name is None
        and not (c.passage.start <= told.start and told.stop <= c.passage.stop + 1)
    ]
    return [Bearer(*s, {n.base for n in nouns_in(page, *s, language)}) for s in spans]


def _of_the_clause(
    page: Page, speakers: list[Span], signal: Signal, bearer: Named | Noun | None, language: str
) -> Noun | None:
    """«Один из них, пожелавший …»: the nameless speaker of the signal's clause, nearer than any name."""
    low = max(sentence_of(page, signal).start, signal.start - _CLAUSE)
    near = _starting(speakers, low, signal.start)
    if not near or (bearer is not None and bearer.start >= near[-1].start):
        return None
    span = near[-1]
    if span.stop < signal.start and not _RELATIVE.match(page.body, span.stop, signal.start):
        return None
    nouns = nouns_in(page, span.start, min(span.stop, signal.start), language)
    if nouns:
        return nouns[0]
    found = _WORD.finditer(page.body, span.start, signal.start)
    word = next((m for m in found if len(m.group()) > 3 and m.group().lower() not in _ONE_OF), None)
    return None if word is None else Noun(span.start, word.end(), lemma(word.group().lower(), language))


_CLAUSE: Final = 120
_RELATIVE: Final = re.compile(r"[^.!?;:«»,\n]{0,40},\s[^.!?;:«»\n]{0,80}\Z")
_ONE_OF: Final = listed("один одна одне одно двое двоє трое троє из из них із з них кто хто тот та той те")


def _who_speaks_next(
    page: Page, speakers: list[Span], signal: Signal, noun: Noun, language: str
) -> list[Bearer]:
    """«Имя заявителя скрыто. Мужчина пояснил …»: a note of its own is about whoever speaks next and has no
    name, whatever either is called; nobody of them is shown for the other."""
    sentence = sentence_of(page, signal)
    if _starting(speakers, sentence.start, sentence.stop):
        return []
    stand_in = noun.base in source_words(language).stand_ins
    if not stand_in and _starting(speakers, sentence.start - NEAR, sentence.start):
        return []
    at = bisect.bisect_left(speakers, sentence.stop, key=lambda s: s.start)
    if at >= len(speakers) or speakers[at].start >= sentence.stop + _SOON:
        return []
    span = speakers[at]
    bases = {n.base for n in nouns_in(page, span.start, span.stop, language)}
    return [Bearer(span.start, span.stop, bases)] if bases and not bases & lexicon(language).party else []


def _starting(spans: list[Span], low: int, high: int) -> list[Span]:
    """Those of sorted spans that begin in ``[low, high)``."""
    first = bisect.bisect_left(spans, low, key=lambda s: s.start)
    return spans[first : bisect.bisect_left(spans, high, key=lambda s: s.start)]


def _behind(page: Page, signal: Signal, language: str) -> Noun | None:
    """«На условиях анонимности с нами согласился говорить сапёр»: the first noun behind, in its sentence."""
    if language == "en":
        return None
    found = nouns_in(page, signal.stop, sentence_of(page, signal).stop, language)
    return next((n for n in found if n.base not in _WHO_KNOW), None)


def _resolved(page: Page, claims: list[Claim], signal: Signal, language: str) -> Noun | None:
    """ "She asked that we leave out her name": whom the pronoun was found to stand for, if he has no name."""
    sentence = sentence_of(page, signal)
    for claim in claims:
        if claim.speaker is None or not sentence.start <= claim.speaker.start < sentence.stop:
            continue
        speaker = claim.said_by[0] if claim.said_by else None
        mention = speaker.mention if speaker else None
        if mention is None or speaker is None or speaker.name or mention.start >= claim.speaker.start:
            continue
        nouns = nouns_in(page, mention.start, mention.stop, language)
        if nouns:
            return nouns[-1]
    return None


def _explains(claims: list[Claim], sentence: Span, signal: Signal) -> bool:
    """Whether a reason stands beside words of the same sentence, and is no reported fear itself."""
    here = [c for c in claims if c.speaker and sentence.start <= c.speaker.start < sentence.stop]
    return any(not c.cue or c.cue.stop <= signal.start or signal.stop <= c.cue.start for c in here)


_HE_IS: Final = re.compile(
    r"(?:He|She|They|Both|Neither)\s(?:\w+\s){1,2}\Z|(?:Он|Она|Они|Оба|Він|Вона|Вони|Обидва)\s(?:\w+\s)?\Z"
)
_SPEAK: Final = re.compile(
    r"authori[sz]|allowed|permi|cleared|entitled|уполномоч|вправе|прав[ао]|уповноваж", re.I
)


def _may_not_speak(page: Page, sentence: Span, signal: Signal) -> bool:
    """ "A clerk said … She was not authorised to speak to the media.": why somebody unnamed is so."""
    leads = _HE_IS.fullmatch(page.body, sentence.start, signal.start) is not None
    return leads and _SPEAK.search(page.body, signal.start, signal.stop) is not None


def _within(page: Page, signal: Signal, language: str) -> Noun | None:
    """«Имя собеседницы изменено», «не публикуем имя солдата»: the noun in the signal or straight behind."""
    inner = nouns_in(page, signal.start, signal.stop, language)
    noun = next((n for n in inner if n.base not in _WHO_KNOW and n.base not in _FACE), None)
    behind = _OF_EN if language == "en" else _OF
    if noun is None and (after := behind.match(page.body, signal.stop)):
        noun = next(iter(nouns_in(page, *after.span(), language)), None)
    return noun


# "His name is known to the editors": they hide it and are not hidden.
_WHO_KNOW: Final = listed(
    """editor journalist author reporter lawyer writer correspondent publisher judge investigator
    журналист автор корреспондент редактор адвокат следователь судья
    журналіст кореспондент слідчий суддя"""
)
# What a Russian text calls both somebody and his face.
_FACE: Final = listed("лицо")
_OF_EN: Final = re.compile(
    r"\sof\s(?:[\w'’-]{1,20}\s){0,3}?[\w'’-]{2,24}(?=[\s,.;:)]|\Z)(?:\s[\w'’-]{2,24}){0,2}"
)
_OF: Final = re.compile(r"(?:\s[^\W\d_][\w'’ʼ-]{1,24}){1,2}")


_ONE_WORD: Final = re.compile(r"[\w-]{2,20}\s\Z")


def _told_of(
    page: Page, speakers: list[Span], named: Sequence[Named], signal: Signal, language: str
) -> list[Noun]:
    """«Позвонила работница порта. «…». Нас попросили не указывать …»: whom the paragraph told of, where
    nobody in it speaks by a frame and nobody is named."""
    if language == "en":
        return []
    sentence = sentence_of(page, signal)
    low = page.paragraphs[paragraph_at(page, signal.start)].start
    here = _starting(speakers, low, signal.start)
    if here or any(n.kind == "person" for n in between(named, low, signal.start)):
        return []
    told = [n for n in nouns_in(page, low, sentence.start, language) if n.base not in _WHO_KNOW]
    first = page.sentences[page.sentence_at(told[0].start)].stop if told else low
    return [n for n in told if n.start < first]


def _spoken_before(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """The last speaker before a signal that has no noun of its own: "He asked not to be named"."""
    for span in reversed([s for s in speakers if signal.start - NEAR < s.start < signal.start][-3:]):
        nouns = nouns_in(page, span.start, span.stop, language)
        if nouns:
            return nouns[-1]
    return None


def _spoken_here(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """ "On condition of anonymity an official said …": who speaks behind the signal in its sentence."""
    if language == "en":
        return None
    return _first_of(page, speakers, signal.stop, sentence_of(page, signal).stop, language)


def _spoken_next(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """«Фамилии он просил не писать. Сержант рассказал …»: nobody spoke before, and he is the next."""
    if language == "en":
        return None
    return _first_of(page, speakers, signal.stop, signal.stop + _SOON, language)


_SOON: Final = 160


def _holds_name(named: Sequence[Named], span: Span) -> bool:
    return any(n.kind == "person" and " " in n.norm for n in between(named, span.start, span.stop))


def _first_of(page: Page, speakers: list[Span], low: int, high: int, language: str) -> Noun | None:
    at = bisect.bisect_left(speakers, low, key=lambda s: s.start)
    if at >= len(speakers) or speakers[at].start >= high:
        return None
    nouns = nouns_in(page, speakers[at].start, speakers[at].stop, language)
    return nouns[0] if nouns else None


_HE: Final = re.compile(r"\b(?:he|she)\s(?:\w+\s){0,3}\Z", re.I)


def _told_later(page: Page, speakers: list[Span], signal: Signal, language: str) -> Noun | None:
    """ "Like the others he asked not to be named. "…," said the cook": the next who speaks, where nobody is
    named before."""
    sentence = sentence_of(page, signal)
    if language != "en" or not _HE.search(page.body, sentence.start, signal.start):
        return None
    for span in [s for s in speakers if signal.stop <= s.start < signal.stop + NEAR][:1]:
        nouns = nouns_in(page, span.start, span.stop, language)
        if nouns and page.body[span.start : span.start + 4].lower() == "the ":
            return nouns[-1]
    return None


_ASKS: Final = re.compile(r"(?m)^[^\n]{4,400}\?[\s*_]*$")


def _asked_and_answered(page: Page) -> bool:
    """Questions in lines of their own: the answers are one person's."""
    return len(_ASKS.findall(page.body, 0)) >= 3


def paragraph_at(page: Page, at: int) -> int:
    return page.paragraph_of[page.sentence_at(at)] if page.paragraph_of else 0


__all__ = [
    "ANOTHER",
    "Bearer",
    "COUNTED",
    "Hidden",
    "NEAR",
    "NEW",
    "PARTITIVE",
    "hidden_in",
    "nouns_of",
    "paragraph_at",
]
