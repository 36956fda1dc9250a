"""The fourth question: does the speaker tell what he himself saw, did, suffered, is or has, or deny it?"""

from __future__ import annotations

import re
from typing import Final

from muster.read.basis.answers import CUE, WORDS, Answer, Place, shown_in
from muster.read.basis.asked import (
    SIDES,
    Asked,
    himself,
    is_call,
    of_his_conduct,
    of_his_own_days,
    perceives,
)
from muster.read.basis.phrases import HEARD_THAT, HOW, MINDS, OWN_DEED, SAW, SEES, SERGEANTS
from muster.read.basis.slavic import remembers
from muster.read.basis.words import learnt_from, told_by_another
from muster.read.english.finite import FINITE


def of_himself(asked: Asked) -> Answer | None:
    """4. Does he tell what he himself saw, did, suffered, is or has, or deny it?"""
    who = asked.who
    if who.body or asked.nobody or is_call(asked):
        return None
    if asked.language != "en" and SAW.match(asked.cue) and not asked.own:
        return Answer("recalls", CUE)  # «Хлопці з охорони бачили, як …»
    if who.role & SIDES:
        return None
    seeing = _SEEING.match(asked.words) if asked.language == "en" and not asked.own else None
    if seeing:
        return Answer("seeing", WORDS, seeing.span())
    if asked.language != "en" and _ADMITS.match(asked.cue) and _GUILT.match(asked.words):
        return Answer("own-conduct", CUE)  # nobody admits or denies another's guilt
    if who.role & SERGEANTS and asked.present and not who.paper and of_his_own_days(asked):
        return Answer("served-there", WORDS)
    if asked.own:
        return _in_own_words(asked)
    if only_heard(asked) or (asked.language != "en" and MINDS.match(asked.words)):
        return None
    cue = asked.cue.lower()
    verb = cue.rsplit(" ", 1)[-1]
    if asked.verb == "hear" and who.single and HOW.match(asked.words):
        return Answer("recalls", CUE)
    if asked.verb in ("think", "intend", "urge", "judge", "ask") and not (
        remembers(asked.cue) or verb in OWN_DEED
    ):
        return shown_in("lived", WORDS, perceives(asked))
    if verb.startswith(("recall", "remember", "plead")) and who.single:
        return Answer("recalls", CUE)
    if (verb in OWN_DEED or remembers(cue)) and (not who.side or himself(asked)):
        return Answer("recalls", CUE)
    if _COMPLAINS.search(cue) and not who.side and not who.kin and not FINITE.search(asked.words):
        return Answer("recalls", CUE)  # "had complained of a headache"
    if asked.verb == "deny" and who.single and of_his_conduct(asked):
        return Answer("own-conduct", CUE)
    if who.side and not who.single and not _A_FEW.match(asked.called):
        return None
    return shown_in("lived", WORDS, himself(asked))


def _in_own_words(asked: Asked) -> Answer | None:
    """The same of words that stand there as he said them."""
    shown, who = asked.shown, asked.who
    lived = shown.lived > 0
    if not asked.answers and asked.verb in ("think", "intend"):
        lived = lived and SEES[asked.language].search(asked.words) is not None
    if who.side and not who.afield:
        # Of an office a word about oneself among others is the office speaking.
        lived = shown.alone > shown.told_of + shown.view + shown.heard + shown.rumoured
    if lived:
        return in_clause("lived", asked, "I", "we")
    if asked.voice.teller and not asked.quoted:
        return shown_in("lived", WORDS, himself(asked))
    return None


def in_clause(code: str, asked: Asked, *kinds: str) -> Answer:
    """An answer that rests on the first clause of one of these kinds in quoted words."""
    clause = next((asked.shown.first[k] for k in kinds if k in asked.shown.first), "").strip(_MARKS)
    at = asked.words.find(clause) if clause else -1
    return Answer(code, WORDS, (at, at + len(clause)) if at >= 0 else None)


_COMPLAINS: Final = re.compile(r"\bcomplain(?:s|ed|ing)?\Z")
_ADMITS: Final = re.compile(r"(?:не\s)?(?:призна|визна|отриц|отверг|запереч)", re.IGNORECASE)
_GUILT: Final = re.compile(
    r"(?:сво[юї]\w?\s|всю\s|усю\s)?(?:вин[уы]|провин[уи]|причастност[ьи]|причетн[іо]ст[ьі])(?:\s(?:полностью|частично|повністю|частково))?\W*\Z",
    re.IGNORECASE,
)
_MARKS: Final = " \t\n,;:–—-«»“”„\"'‘’()"

# Guards and officers one can count tell of themselves too: "two guards said they had been ordered to".
_A_FEW: Final = re.compile(
    r"(?:two|three|four|several|some|a\sfew|двое|трое|четверо|несколько|двоє|троє|четверо|кілька|декілька)\s",
    re.I,
)
# "Reported seeing", "described having been beaten".
_SEEING: Final = re.compile(r"(?:having\s(?:seen|heard|been)|seeing|hearing|being)\s")


def only_heard(asked: Asked) -> Place | None:
    """Where reported words open with whom, or that, their speaker heard it."""
    heard = HEARD_THAT[asked.language].match(asked.words)
    if heard:
        return heard.span()
    if learnt := learnt_from(asked.words, asked.language):
        return learnt
    return told_by_another(asked.words, asked.language) if asked.who.single else None


__all__ = ["in_clause", "of_himself", "only_heard"]
