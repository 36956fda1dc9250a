"""The third question: does somebody who takes cases in, treats or counts speak of them?"""

from __future__ import annotations

import re
from typing import Final

from muster.read.basis.answers import CALLED, CUE, WORDS, Answer, shown_in
from muster.read.basis.asked import Asked, counts, himself, is_call
from muster.read.basis.law import states_law
from muster.read.basis.offices import SPEAKS_FOR
from muster.read.basis.phrases import (
    AUTHORS,
    BEFORE_COURT,
    CLIENT,
    CONFIRMS,
    COUNT,
    EXAMINED,
    HEARD_THAT,
    HELPED,
    MONITORS,
    NUMBER,
    OF_ME,
    OF_RIGHTS,
    OWN_DEED,
    OWN_PATIENTS,
    PRESS,
    RECORDED,
    TREATED,
    VOLUNTEERS,
)
from muster.read.basis.slavic import remembers

# "His team estimates": what the body that somebody heads has counted.
_THEIR_COUNT: Final = re.compile(
    r"\b(?:his|her|their)\s(?:own\s)?(?:team|monitors|researchers|observers|organi[sz]ation|group|project|staff)\s(?:\w+\s)?"
    r"(?:estimate|count|record|document|verif|log|track|identif|register|interview|collect)\w*",
    re.I,
)
# "It has taken on 63 such cases", "had documented 31 complaints": what a body has of people's cases.
_TAKEN_ON: Final = re.compile(
    r"\b(?:it|they|we|has|had|have)\s(?:\w+ly\s|also\s|since\s)?(?:taken\son|took\son|documented|received|handled|registered|recorded|logged|verified|assisted|helped"
    r"|represents?|represented|collected)\s(?:[\w,.-]+\s){0,5}?(?:cases|clients|complaints|calls|appeals|requests|refusers|testimonies|families|victims|reports)\b"
)
_STEP: Final = re.compile(
    r"\b(?:inquir(?:y|ies)|investigations?|criminal\scase|case\sbe\sopened|inspection|review|retrial|hearing|acquittal|release|bail|court|appeal"
    r"|records|documents|examination|exhumation|compensation|charges)\b"
)
_ADVICE: Final = re.compile(r"(?:not\s)?to\s(?!have\s|be\s)")


def of_his_cases(asked: Asked) -> Answer | None:
    """3. Does somebody who takes cases in speak of them?"""
    who, words = asked.who, asked.words
    patients = OWN_PATIENTS.search(words)
    if patients and not (who.side or who.kin or who.paper):
        return Answer("own-patients", WORDS, patients.span())
    if who.treats and (TREATED[asked.language].search(words) or NUMBER.search(words)) and not who.kin:
        of_me = asked.shown.alone > 0 if asked.own else himself(asked)
        return None if of_me and (asked.own or not EXAMINED.search(words)) else Answer("treats", CALLED)
    if (
        who.body
        and not (who.side or who.helper)
        and asked.language == "en"
        and (taken := _TAKEN_ON.search(words))
    ):
        return Answer("own-count", WORDS, taken.span())
    if not who.side and counts(asked) and (who.body or (who.several and asked.voice.speaker.organisation)):
        return Answer("own-count", CUE)  # the body, or "his team" of it
    planned = asked.verb in ("think", "intend", "urge", "judge", "ask")
    if who.role & MONITORS and not who.side and not planned:
        counted = RECORDED.search(words)
        if counted:
            return Answer("own-count", WORDS, counted.span())
        if counts(asked) or (CONFIRMS.match(asked.cue) and NUMBER.search(words)):
            return Answer("own-count", CUE)
    if (
        not planned
        and not who.side
        and AUTHORS.search(asked.called)
        and (counts(asked) or asked.verb == "say")
    ):
        counted = NUMBER.search(words)
        if counts(asked) or counted:
            return Answer("own-count", CUE)  # «по оценке авторов доклада»
    if OF_RIGHTS.search(asked.called) and (complaints := COUNT[asked.language].search(words)):
        return Answer("own-count", WORDS, complaints.span())  # of the state, the complaints are cases
    client = CLIENT[asked.language].search(words) if asked.own and not who.side else None
    if client:
        return Answer("own-patients", WORDS, client.span())
    if not who.helper:
        heads = asked.voice.speaker.organisation is not None or bool(who.role & SPEAKS_FOR)
        theirs = None if who.body or asked.own else _THEIR_COUNT.search(words)
        if heads and theirs and not who.side:
            return Answer("own-count", WORDS, theirs.span())
        if not heads or who.side or who.expert or PRESS.search(asked.called) or not (who.body or asked.own):
            return None
        return shown_in("own-count", WORDS, COUNT[asked.language].search(words))
    own_count = COUNT[asked.language].search(words)
    if _no_case(asked, own_count is not None):
        return None
    return Answer("own-count", WORDS, own_count.span()) if own_count else Answer("takes-cases", CALLED)


def _no_case(asked: Asked, own_count: bool) -> bool:
    """Whether somebody who helps tells of something else than those whom he helps."""
    who, words = asked.who, asked.words
    volunteer = bool(who.role & VOLUNTEERS) and who.role & asked.caseload <= VOLUNTEERS
    if volunteer and not own_count:
        # Whoever drives and carries tells of his road: of people who turned to him he keeps no books.
        lived = asked.shown.lived > 0 if asked.own else himself(asked) or remembers(asked.cue)
        if lived or asked.cue.lower() in OWN_DEED or HEARD_THAT[asked.language].match(words):
            return True
        if not HELPED.search(words) or (asked.own and asked.shown.view and not asked.shown.told_of):
            return True
    if (asked.verb in ("urge", "ask") or (volunteer and is_call(asked))) and not own_count:
        # What a lawyer asks of a court or an office is a step in his case.
        return not (asked.language == "en" and who.role & asked.caseload and _STEP.search(words))
    if states_law(words, asked.language):
        return True
    if asked.verb != "intend" and not own_count and _ADVICE.match(words):
        return True  # "told her to hand in her badge": advice
    if asked.own and asked.shown.alone and not own_count and not who.role & asked.caseload:
        return True
    if asked.verb == "intend" and not (who.role & asked.caseload or own_count or BEFORE_COURT.search(words)):
        return True
    return asked.own and not own_count and OF_ME[asked.language].search(words) is not None


__all__ = ["of_his_cases"]
