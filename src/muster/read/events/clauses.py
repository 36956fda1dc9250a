"""Sentences in, clauses that can narrate out, each with its verb and what it hangs on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from muster.model.claims import Claim
from muster.read.events.verbs import Verb, unbound_verb, verb_of
from muster.read.events.words import PARTICIPLE, TONGUES
from muster.read.page import Page
from muster.text.spans import Span

_EDGES: Final = " \n\t\u00a0\"'“”„«»‘’–—,:;()-"
# A sentence is looked through so far; what is longer is a list or no prose.
_LONGEST: Final = 2_000
_BREAKS: Final = (";", ":", "–", "—")
_TIME_LIKE: Final = re.compile(
    r"(?:\d|(?:in|on|at|by|from|two|three|four|five|six|seven|eight|nine|ten|several|some|a|the|last|next|this"
    r"|that) (?:\w+ ){0,3}(?:\d|january"
    r"|february|march|april|may|june|july|august"
    r"|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring"
    r"|summer|autumn|winter|day|night|morning|evening|week|month|year|minute|hour)s?\b"
    r"|(?:в|во|через|спустя|к|за|после|на) (?:\w+ ){0,3}(?:январ|феврал|март|апрел|ма[ея]|июн|июл|август"
    r"|сентябр|октябр"
    r"|ноябр|декабр|понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресень|ноч|утр|вечер|день"
    r"|дня|недел|месяц"
    r"|год|час|минут|весн|осен|зим|лет)"
    r"|(?:\w{3,12} ){0,2}(?:днями|неделями|месяцами|годами|днём|днем|неделей|месяцем|годом|тижнями|місяцями"
    r"|роками|тижнем|місяцем|роком) (?:раньше|ранее|до|позже|позднее|раніше|пізніше)"
    r"|(?:[ву]|через|за|після|до|на|від) (?:\w+ ){0,3}(?:січн|лют|берез|квіт|трав|черв|лип|серп|верес"
    r"|жовт|листопад"
    r"|груд|понеділ|вівтор|серед|четвер|п['’ʼ]ятниц|субот|неділ|ніч|ночі|ран|веч|день|дн[іяю]|тиж|місяц"
    r"|рік|ро[кц]|годин"
    r"|хвилин|весн|осін|осен|зим|літ))",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"\s")
# More clauses than a sentence that is looked through has.
_MOST: Final = 64
# Marks and blanks before the first word of a sentence.
_MARKS_BEFORE: Final = 3
# "It was only in February that she was freed", «Было девятое мая, когда …»: when the next clause was.
_CLEFT: Final = re.compile(
    r"(?:and |but )?it was (?:(?:only|just|not until|already|about|around) )*"
    r"|(?:был[ао]? (?:уже )?|шёл |шла )|(?:було|був|була) (?:вже )?|(?:йшов|йшла) ",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(
    r"(?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?!\w)|[^\W\d_]{4,14}(?:[оеє]) (?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр"
    r"|октябр|ноябр|декабр|січн|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)",
    re.IGNORECASE,
)
TEMPORAL: Final = ("before", "after", "when", "until", "once", "since")
# A verb without a person tells by itself below one of these, or where it opens a sentence.
_UNBOUND: Final = ("before", "after", "since", "")
_EMPTY: Final = "empty"
_HANGING: Final = (*TEMPORAL, "condition", "pause", "cause", "which", "where", "that")


@dataclass(slots=True)
class Clause:
    """``body[start:stop]`` with its verb. ``joint``: how it hangs on ``main`` (an index into the clauses of
    the text), "" where it opens the sentence; ``joint_start``: where the joining word stands; ``lead``: words
    that belong to it though a hanging clause stands between ("In May, when …, they left")."""

    start: int
    stop: int
    sentence: int
    paragraph: int
    language: str
    verb: Verb
    joint: str
    joint_start: int
    main: int | None = None
    lead: Span | None = None

    @property
    def hangs(self) -> bool:
        """True for a clause that is part of another."""
        return self.joint in _HANGING


def clauses_of(page: Page, claims: Sequence[Claim]) -> list[Clause]:
    """All clauses of a text with a verb of the past, of what is to come, or of a state."""
    edges = sorted({e for c in claims if not c.own_voice for e in (c.passage.start, c.passage.stop)})
    found: list[Clause] = []
    for number, sentence in enumerate(page.sentences):
        language = page.languages[number]
        if page.body[sentence.stop - 1 : sentence.stop] == "?" or language not in TONGUES:
            continue
        mine = _of_sentence(page, number, language, edges)
        _hang(page.body, mine, len(found))
        found += mine
    return found


def sentence_clauses(clauses: Sequence[Clause], stop: int, number: int) -> list[Clause]:
    """Those before index ``stop`` that stand in sentence ``number``, the last one first."""
    return list(takewhile(lambda c: c.sentence == number, reversed(clauses[max(0, stop - _MOST) : stop])))


def _of_sentence(page: Page, number: int, language: str, edges: Sequence[int]) -> list[Clause]:
    body, tongue = page.body, TONGUES[language]
    found: list[Clause] = []
    # Words without a verb: of the clause to come (``ahead``), or of whichever side will turn out (``open``).
    ahead: Span | None = None
    loose: Span | None = None
    for start, stop in _pieces(page, page.sentences[number], language, edges):
        joint = tongue.joint.match(body, start, stop)
        name = (joint.lastgroup or "") if joint else ""
        verb = verb_of(body, joint.end() if joint else start, stop, language)
        bare = verb is None or (not name and body.startswith("Having ", start))
        if bare and name in _UNBOUND and (joint or _opens(page.sentences[number], start)):
            unbound = unbound_verb(body, joint.end() if joint else start, stop, language, name)
            name = name or ("after" if unbound else "")
            verb = unbound or verb
        if verb is None and found and _dated_participle(body, start, stop):
            verb = Verb(start, start + len(body[start:stop].split(None, 1)[0]), "participle")
            name = "which"
        if verb is None:
            main = [c for c in found if c.joint not in TEMPORAL]
            if not main:
                ahead = Span(ahead.start if ahead else start, stop)
            elif (
                loose is not None
                or name in ("goes_on", "then")
                or _breaks(body, start)
                or _dated(body, start)
            ):
                loose = Span(loose.start if loose else start, stop)
            else:
                found[-1].stop = stop
            continue
        clause = Clause(start, stop, number, page.paragraph_of[number], language, verb, name, start)
        if loose is not None:
            if name:
                found[-1].stop = loose.stop
            else:
                clause.start = loose.start
                joined = tongue.joint.match(body, loose.start, loose.stop)
                clause.joint = (joined.lastgroup or "") if joined else ""
                clause.joint_start = loose.start
            loose = None
        if ahead is not None and name not in _HANGING and not (name == "goes_on" and found):
            if found:
                clause.lead = ahead
            else:
                clause.start = ahead.start
            ahead = None
        found.append(clause)
    if loose is not None:
        found[-1].stop = loose.stop
    return _without_clefts(body, found)


def _without_clefts(body: str, mine: list[Clause]) -> list[Clause]:
    """The clause that says no more than when the next one was ("it was in May that …") lends it its time."""
    for one, other in pairwise(mine):
        cleft = _CLEFT.match(body, one.start, one.stop) if other.joint in ("that", "when") else None
        if cleft is not None and (_dated(body, cleft.end()) or _MONTH.match(body, cleft.end())):
            other.lead, other.joint, other.joint_start = Span(one.start, one.stop), "", other.verb.start
            one.joint = _EMPTY
    return [c for c in mine if c.joint != _EMPTY]


def _opens(sentence: Span, start: int) -> bool:
    return start - sentence.start <= _MARKS_BEFORE


def _dated_participle(body: str, start: int, stop: int) -> bool:
    """ "bought a week before", «убитый в мае»: a participle that a time stands beside."""
    found = PARTICIPLE.match(body, start, stop)
    return found is not None and any(
        _TIME_LIKE.match(body, m.end(), stop) for m in _BLANK.finditer(body, found.end(), stop)
    )


def _breaks(body: str, start: int) -> bool:
    """A colon, semicolon or dash stands before: what follows goes with the rest."""
    return body[max(0, start - 3) : start].rstrip()[-1:] in _BREAKS


def _dated(body: str, start: int) -> bool:
    """Words that begin as a time does: "in May", «в понедельник», a number."""
    return _TIME_LIKE.match(body, start) is not None


def _pieces(page: Page, sentence: Span, language: str, edges: Sequence[int]) -> Iterator[Span]:
    """Stretches between the marks and words where a clause may begin; also where reported words do."""
    low, high = sentence.start, min(sentence.stop, sentence.start + _LONGEST)
    cuts = [m.end() for m in TONGUES[language].border.finditer(page.body, low, high)]
    cuts += edges[bisect_left(edges, low + 1) : bisect_left(edges, high)]
    for a, b in zip([low, *sorted(cuts)], [*sorted(cuts), high], strict=True):
        words = page.body[a:b].lstrip(_EDGES)
        if words:
            start = b - len(words)
            yield Span(start, start + len(words.rstrip(_EDGES)))


# The word that begins what was reported, right before another.
_NEAR: Final = 8
_THAT: Final = re.compile(r"(?:\bthat|\bчто|\bщо),?\s*\Z", re.IGNORECASE)


def _hang(body: str, mine: list[Clause], offset: int) -> None:
    """A hanging clause belongs to the one before it; one that opens the sentence, or what was reported
    ("she said that after …"), to the next that does not hang: "When the guns fell silent and the road was
    open, they left" to *they left*."""
    for i, clause in enumerate(mine):
        if not clause.hangs:
            continue
        reported = clause.joint in TEMPORAL and _THAT.search(
            body, max(0, clause.joint_start - _NEAR), clause.joint_start
        )
        if i and not (reported and i + 1 < len(mine)):
            clause.main = offset + i - 1
        else:
            free = [j for j in range(i + 1, len(mine)) if not mine[j].hangs]
            whole = [j for j in free if mine[j].joint != "goes_on"]
            clause.main = next((offset + j for j in whole or free), None)


__all__ = ["TEMPORAL", "Clause", "clauses_of", "sentence_clauses"]
