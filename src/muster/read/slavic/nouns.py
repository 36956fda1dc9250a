"""What is said as a noun, in Russian and Ukrainian: «сообщил о гибели …», «обвинил Y в …»."""

from __future__ import annotations

import re

from muster.read.frames import Frame
from muster.read.slavic.phrases import WORD, could_speak, subject_before
from muster.read.slavic.subjectless import THIRD_PLURAL
from muster.read.slavic.subjects import PREPOSITIONS
from muster.read.slavic.verbs import Verb, before_the_next, clear, cut, frame_of
from muster.text.cases import cases
from muster.text.spans import Span

_ABOUT = re.compile(r"\s(?=(?:о|об|обо|про)\s)", re.I)
_ABOUT_UK = re.compile(r"\s(?=про\s)", re.I)
_NO_ABOUT = frozenset({"manner", "know", "think", "intend", "ask", "accuse"})


_OF_WHAT = re.compile(r"\s(?=(?:в|во|у)\s)", re.I)
_COMPLAINED = re.compile(
    r"(?:сосла|ссыла|посла[влн]|посила|настаива|настоял|наполяг|пожалова|жалу|жалова|сетова|сетує|поскарж|скарж|наріка)",
    re.I,
)
_ON = re.compile(r"\s(?=на\s)", re.I)
# «Высказалась о погибшем»: of whom, not what.
_SPOKE_OF = re.compile(r"(?:не\s)?(?:высказ|висловл|вислови|отзыва|отозва)", re.I)


def noun_of(verb: Verb, right: str) -> Frame | None:
    """«сообщил о гибели …», «опроверг сообщения о …», «обвинил Y в …»: what was said stands as a noun."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    border = _before_noun(verb, right)
    if border is not None and (not clear(right[:border]) or "," in right[:border]):
        border = None
    if border is None and verb.kind != "deny":
        return None
    begin = cue.stop + (border or 0)
    if border is None:
        speaker = subject_before(region, verb.low, cue.start)
    else:
        speaker = verb.subject(begin)
        if _OBJECTLESS.match(right, border) or _has_object(verb, begin, speaker):
            return None
    if speaker is None and _ONLINE.match(verb.left()) and THIRD_PLURAL.search(region.page.words(cue).lower()):
        return frame_of(region, [cut(region, begin, sentence.stop)], verb, None, 0.5)
    if speaker is None:
        return _accused(verb, begin)
    if cue.stop <= speaker.start < begin and not could_speak(region, speaker):
        return None  # «передавали данные о продвижении»: the noun is what they passed on
    if verb.kind == "deny":
        begin = max(cue.stop, speaker.stop)
    insists = _INSISTS.match(region.page.words(cue)) is not None
    span = cut(region, begin, before_the_next(verb, begin, sentence.stop) if insists else sentence.stop)
    if _APPEALS.match(region.page.words(cue)) and (end := _END_OF_NOUN.search(region.text(*span), 3)):
        span = cut(region, span.start, span.start + end.start())
    return frame_of(region, [span], verb, speaker, 0.7) if span.stop - span.start >= 4 else None


# «сослался на нездоровье и прислал заявление»: one noun with what belongs to it.
_INSISTS = re.compile(r"настоял|наполяг|наполіг", re.I)
_APPEALS = re.compile(r"(?:сосла|ссыла|посла[влн]|посила|ходатайств)", re.I)
_END_OF_NOUN = re.compile(
    r"[,;:](?!\s(?:котор|согласно котор|як(?:ий|а|е|і)))"
    r"|\s(?:и|і|й|та)\s(?=[\w-]+(?:л|ла|ло|ли|в|ся|сь|ет|ит|ут|ют)(?!\w))"
)


# «В соцсетях пишут о взрывах»: nobody says who.
_ONLINE = re.compile(
    r"\W{0,6}(?:(?:также|ещё|також|ще)\s)?(?:в|у|по)\s(?:местных\s|місцевих\s)?(?:соцсет|сети|интернет|чат|паблик|канал|телеграм|соцмереж"
    r"|мереж|інтернет|пабліка)\w*\s(?:(?:также|уже|массово|також|вже|масово)\s)?\Z",
    re.I,
)


def _accused(verb: Verb, begin: int) -> Frame | None:
    """«Экс-мэра обвиняют в хищении»: nobody says who accuses him."""
    several = verb.region.page.words(verb.cue).lower().endswith(("ют", "ють", "ли"))
    if verb.kind != "accuse" or not several:
        return None
    return frame_of(verb.region, [cut(verb.region, begin, verb.sentence.stop)], verb, None, 0.6)


def _before_noun(verb: Verb, right: str) -> int | None:
    """Where the preposition stands that the verb says its words with."""
    if verb.kind == "accuse":
        found = _OF_WHAT.search(right[:120])
    elif _COMPLAINED.match(verb.region.page.words(verb.cue)):
        found = _ON.search(right[:60]) or _ABOUT.search(right[:60])
    elif verb.kind in _NO_ABOUT or _SPOKE_OF.match(verb.region.page.words(verb.cue)):
        return None
    else:  # in Ukrainian «о» tells the hour
        found = (_ABOUT if verb.region.language == "ru" else _ABOUT_UK).search(right[:80])
    return found.start() if found else None


# «Предупредил жителей Поречья о шторме»: whom.
_WARNS = re.compile(
    r"(?:предупре|(?:про)?информир|уведом|опове[сщ]|изве[сщ]|поперед|(?:по)?інформу|сповіс|сповіщ|оповіс|оповіщ)",
    re.IGNORECASE,
)


def _has_object(verb: Verb, border: int, speaker: Span | None) -> bool:
    """«огласил данные о …»: a noun between verb and preposition that is neither speaker nor addressee."""
    if verb.kind in ("accuse", "deny") or _WARNS.match(verb.region.page.words(verb.cue)):
        return False
    region, at, governed = verb.region, verb.cue.stop, False
    for match in WORD.finditer(region.page.body, at, border):
        form = cases(match.group(), region.language)
        inside = speaker is not None and speaker.start <= match.start() < speaker.stop
        if match.group().lower() in PREPOSITIONS:
            governed = True  # «объявила в своём канале о …»
            continue
        if inside or form.kind not in ("noun", "name"):
            continue
        if governed:
            governed = False
            continue
        if region.language == "uk" and _TOLD_UK.fullmatch(match.group().lower()):
            continue  # «повідомило родині про загибель»: without a dictionary it looks like several
        if verb.kind == "weak" or (form.nominative and form.kind == "noun" and not form.animate):
            return True
    return False


_TOLD_UK = re.compile(
    r"(?:родин|сім['’ʼ]|матер|дружин|сестр|доньц|мам|громад|поліці|прокуратур|редакці|прес|рад|влад|адміністраці|комісі)[іїи]"
)
# "about him", "about it all": no words of anybody.
_OBJECTLESS = re.compile(
    r"\s?(?:о|об|обо|про)\s(?:этом|том|н[её]м|ней|них|нему|себе|вс[её]м?|мне|тебе|нас|вас|чём|чем|це"
    r"|нього|неї|себе|все|мене|тебе|що)\b",
    re.I,
)


__all__ = ["noun_of"]
