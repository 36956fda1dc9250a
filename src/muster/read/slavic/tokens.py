"""The words of a stretch of text as a walk for subjects needs them, in Russian and Ukrainian: titles in marks
and names of bodies are one each, with the forms that they can have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from muster.read.frames import Region
from muster.read.people.people import Named
from muster.read.people.role_words import BODY_ROLES
from muster.text.cases import Cases, agreement, cases
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

WORD = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*|\d+")


class Token(NamedTuple):
    span: Span
    form: Cases
    low: str


# «61-ї окремої піхотної бригади» is one word of a sentence.
_UNIT = (
    r"\d{1,4}(?:-[а-яіїє]{1,3})?\s(?:[\w’'-]{3,22}(?:ая|ой|ую|ою|ый|ого|ому|ым|ом|ий|ій|ої|на|ну)\s){0,4}"
    r"(?:бригад|полк|батальй?он|див[иі]з[иі]|корпус|арм[иі])[а-яіїє]{0,4}(?!\w)|\d{1,4}(?:-[а-яіїє]{1,3})?\s?о?[пмдштагвз]{1,4}бр(?!\w)"
)
_PIECE = re.compile(
    rf"{_UNIT}"
    r"|[«\"“][^«»\"”“\n]{1,80}[»\"”]|(?:\d{1,3}-(?=річн|летн))?[^\W\d_](?:\w|[-’'ʼ.](?=\w))*|\d+",
    re.I,
)
_MEDIA = Cases("noun", "np", True, False, True)
_MARKS = '«"“'
_ANY = Cases("name", "*", False, True)
_UNDECLINED = Cases("noun", "*", False, True)
# A surname that is also an oblique form of a common word: «Лугов сказал».
SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]ький|[сц]кая|[сц]ька|[иіії]в)\Z")


WHOSE = frozenset({"его", "её", "ее", "их", "його", "її", "їх", "їхній", "їхню", "їхні"})
_BEFORE_A_NOUN = frozenset({"у", "в", "на", "до", "з", "із", "від", "після", "під", "для", "про", "за"})


def tokens_of(region: Region, a: int, b: int, named: list[Named]) -> list[Token]:
    """Words of the stretch; a title in quotation marks and the name of a body are one each."""
    body = region.page.body
    bodies = {n.start: n for n in named if n.kind == "organisation"}
    found: list[Token] = []
    at = a
    for match in _PIECE.finditer(body, a, b):
        if (
            match.start() < at
            or region.masked[match.start() - region.start : match.start() - region.start + 1] == " "
        ):
            continue  # of a name that is one word, or of the address of a link
        span, word = Span(*match.span()), match.group()
        if word[0].isdecimal() and not word[-1].isdecimal() and " " in word:
            form = cases(word.rsplit(None, 1)[-1], region.language)
            form = _UNDECLINED if word.endswith(("бр", "БР", "Бр")) else form._replace(kind="noun")
            found.append(Token(span, form, "\x01"))
            at = span.stop
            continue
        if word[0].isdecimal() and "-" in word:
            word = word.partition("-")[2]  # «50-річний підприємець»
        n = bodies.get(span.start)
        if n is not None and " " in body[n.start : n.stop]:
            span = Span(n.start, n.stop)
            if word[0].isdecimal():  # «14-та бригада»
                word = body[n.start : n.stop].split()[1]
            form = _shape(word, region.language)._replace(kind="noun")
            found.append(Token(span, form, "\x01"))
        elif n is not None and n.stop == span.stop:
            head = _shape(word, region.language)
            found.append(
                Token(span, head._replace(nominative="*") if head.nominative else head, word.lower())
            )
        elif word[0] in _MARKS:
            found.append(Token(span, _titled(word, region.language), "\x01"))
        else:
            form = cases(word, region.language) if word not in ("СМИ", "ЗМІ") else _MEDIA
            if word == "мати" and region.language == "uk" and _told_just(region, match.start()):
                form = _MOTHER
            elif region.language == "uk" and form.nominative and word.lower() in _people_uk():
                # «у листі мешканці пишуть»: behind a preposition and its noun they belong to neither
                own = len(found) > 2 and found[-2].low in WHOSE
                apart = len(found) > 1 and found[-3 if own else -2].low in _BEFORE_A_NOUN
                form = form._replace(
                    kind="noun", only=True, animate=True, genitive=form.genitive and not apart
                )
            elif (
                (word.lower() in region.words.roles or word.lower() in region.words.plural)
                and not form.only
                and (form.kind == "verb" or form.nominative == "p")
                and not (form.kind == "adjective" and _people_next(body, span.stop, region))
            ):
                several = word.lower() in region.words.plural
                form = Cases("noun", "p" if several else "*", False, True, True)
            elif (
                form.kind in ("other", "adverb", "verb") and word[:1].isupper() and _within(body, span.start)
            ):
                form = _ANY
            if not form.nominative and word[:1].isupper() and SURNAME.search(word):
                form = Cases("name", "f" if word[-1] in "ая" else "m", False, False, True)
            found.append(Token(span, form, word.lower()))
        if found[-1].low and _LASTING.fullmatch(found[-1].low) and _is_number(found[-2:-1]):
            found[-2:] = [t._replace(form=_HOW_OFTEN) for t in found[-2:]]
        elif found[-1].form.kind == "numeral" and _is_clock(found[-3:]):
            found[-1] = found[-1]._replace(form=_HOW_OFTEN)
        at = span.stop
        if len(found) >= 40:
            break
    return found


# «Три тижні нам обіцяли», «Четыре раза мне говорили»: how long or how often, and nobody who does it.
_LASTING = re.compile(
    r"раз(?:а|и|ів|у)?|недел[иьюе]{1,2}|дн(?:я|ей|і|ів)|день|часов|часа|годин[иу]?|хвилин[иу]?|минут[ыу]?|секунд[иыу]?"
    r"|місяц[іяьв]{1,2}|месяц(?:а|ев)?|тижн(?:і|ів|я)|рок(?:и|ів|у)|год(?:а|у)?|лет|ноч(?:и|ей|і|ей)|діб|доб[иу]|сут(?:ки|ок)"
)


def _is_clock(words: list[Token]) -> bool:
    """«О другій двадцять нам наказали»: the minutes behind an hour."""
    if len(words) < 3 or words[0].low not in ("о", "об", "в", "у", "до", "на"):
        return False
    return words[1].form.kind in ("numeral", "adjective") or words[1].low.endswith("ій")


_HOW_OFTEN = Cases("adverb")
_SOME = frozenset({"кілька", "декілька", "несколько", "багато", "много", "пів", "пару"})


def _is_number(before: list[Token]) -> bool:
    return bool(before) and (
        before[0].form.kind == "numeral" or before[0].low.isdecimal() or before[0].low in _SOME
    )


# «каже мати», which elsewhere is a verb: "to have".
_MOTHER = Cases("noun", "f", True, False, True)


def _told_just(region: Region, at: int) -> bool:
    """Whether a verb of saying in a finite form stands straight before this place."""
    before = region.page.body[max(region.start, at - 24) : at].split()
    kind = region.words.cue_class.get(before[-1].lower().strip("—–- "), "") if before else ""
    return kind in ("say", "think", "write", "manner")


def _people_next(body: str, at: int, region: Region) -> bool:
    """«Местные жители», «родные братья»: an adjective, where the noun follows."""
    following = WORD.match(body, at + 1)
    if following is None or body[at : at + 1] != " ":
        return False
    form = cases(following.group(), region.language)
    return form.kind == "noun" and "p" in form.nominative and form.animate


@lru_cache(maxsize=1)
def _people_uk() -> frozenset[str]:
    """Ukrainian nouns for people in their base form, which nothing but a nominative has."""
    words, sources = lexicon("uk"), source_words("uk")
    people = words.roles | words.witness | words.relative | sources.people
    things = words.organisation_words | sources.bodies | sources.stand_ins | BODY_ROLES
    return frozenset(
        w
        for w in people - things - {"мати"}
        if not w.endswith(("ий", "а")) or w.endswith(("ця", "ка", "иня", "ина"))
    )


def _shape(word: str, language: str) -> Cases:
    return _titled(word, language) if word[0] in _MARKS else cases(word, language)


def _titled(marked: str, language: str) -> Cases:
    """What a title in marks can be: «сообщил «Речной газете» чиновник» has it in the dative."""
    if marked[1:2].islower():
        return Cases("other")
    for word in WORD.findall(marked)[:4]:
        if language == "uk" and word.endswith(("ові", "еві", "єві")):
            return Cases("noun")  # «розповів «Вісникові»»: a dative
        form = cases(word, language)
        if form.kind == "noun":
            return _ANY if form.nominative or form.genitive else form
        if form.kind not in ("adjective", "numeral"):
            break
    return _ANY


def _within(body: str, at: int) -> bool:
    """Whether a word goes on a sentence, so that its capital is its own."""
    return body[max(0, at - 2) : at - 1].isalnum() or body[max(0, at - 2) : at - 1] == ","


_WHO = re.compile(
    r",\s(?:(?P<f>котор(?:ая|ую|ой)|як(?:а|у|ої|ій|ою))|(?P<n>которое|яке)|(?P<p>которы[ехм]|як(?:і|их|им))|(?P<m>котор(?:ый|ого|ому)|як(?:ий|ого|ому)))(?!\w)"
)


def relates_to(relative: str, noun: str, language: str) -> bool:
    """Whether the relative clause that begins here (", который") may be of this noun by gender and number."""
    pronoun = _WHO.match(relative)
    letters = cases(noun, language).nominative
    return pronoun is None or not letters or "*" in letters or str(pronoun.lastgroup) in letters


# Whom something is told.
TO_ME = frozenset({"мне", "нам", "ему", "ей", "им", "мені", "йому", "їй", "їм"})
# What the eyes tell is knowledge only as a clause: «видел, как …», «помітив, що …».
SEES = re.compile(r"(?:у|по)?видел|(?:по)?бачи|поміти|розгледі", re.IGNORECASE)


def fits_behind(body: str, at: int, language: str) -> str:
    """Which subjects the word behind a place fits, of "m f n p", if it is a verb: «Комендант велел» m."""
    following = body[at : at + 30].split()[:1]
    return agreement(following[0].strip(".,:;!?»"), language) if following else ""


__all__ = ["SEES", "SURNAME", "TO_ME", "WHOSE", "WORD", "Token", "fits_behind", "relates_to", "tokens_of"]
