"""A time in its clause in; whether the clause speaks of what is to come or of what was, with the cue, out.

The cue nearest to the time decides, so that in "said on Monday that it will close in June" Monday is past
and June is not. Verbs of Russian, and of Ukrainian where its dictionary is installed, are told apart by
their tense; else by lists and endings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final, NamedTuple

from muster.text.lemmas import analyzer, readings
from muster.text.numbers.numerals import NUMERALS

# A clause is looked through so far on each side of the time.
_REACH: Final = 300
_BREAK: Final = re.compile(r"[,;:()«»“”„\"?!\n]|\s[–—-]\s|\.\s|\b(?:that|which|who)\b|\bщо\b|\bчто\b")
_AHEAD: Final = re.compile(
    r"(?:\b(?:will|shall|is to|are to|due to|going to|plan(?:s|ning)? to|scheduled|expect(?:s|ing|ed to)"
    r"|intends? to|hopes? to|aims? to|preparing to|getting ready|gets ready|set to|by then"
    r"|no(?:t)? later than|not before|at the latest|at the earliest|wait(?:ing)? for|not yet"
    r"|(?:set|due) (?:for|on|in)|(?:adjourned|postponed|put off) (?:to|until|till)"
    r"|(?:назначен[аоы]?|призначен[аоіи]?|перенес\w{1,5}|отложен[аоы]?|отложили|відкла\w{1,5}) (?:на|до)"
    r"|будет|будут|буду|будем|планиру\w+|намерен\w*|ожидает(?:ся)?|ожидают(?:ся)?|надеет?ся|собира[ею]тся"
    r"|готовится|не поз(?:днее|же)|не ран(?:ее|ьше)|(?:в )?следующе[йм]|предстоит|(?:до)?ждать(?:ся)?"
    r"|буде|будуть|будемо|плану\w+|має намір|мають намір|очіку(?:є|ють)(?:ться)?|сподіва(?:є|ю)ться"
    r"|збира[єю]ться"
    r"|готується|не пізніше|не раніше|чекати|дочекатися|\w{3,20}тим(?:е|у|уть|емо|ете|еш)(?:ться|ся)?)\b"
    r"|['’]ll\b)",
    re.IGNORECASE,
)
# "Will be moved by March" has no past in it.
_BACK_EN: Final = re.compile(
    r"\b(?<!\bbe )(?:was|were|had|did|said|told|came|went|took|held|began|became|saw|knew|gave|left|made|met"
    r"|got|sent|wrote|fell|ran|won|lost|spoke|rose|broke|fought|found|brought|led|(?!hundred\b)\w{1,20}[^\We]ed)\b",
    re.IGNORECASE,
)
_NOW_EN: Final = re.compile(
    r"\b(?:takes? effect|comes? into force|enters? into force|begins?|starts?|ends?|expires?|opens?|closes?"
    r"|changes?|(?:is|are) \w{2,20}ing)\b",
    re.IGNORECASE,
)
_BACK_UK: Final = re.compile(
    r"\b\w{2,20}(?:[аиуії]в|[аиуі]л[аои]|їл[аои])(?:ся|сь)?\b|\bбу(?:в|ла|ло|ли)\b", re.IGNORECASE
)
_NOW_UK: Final = re.compile(
    r"\b\w{2,20}(?:имо|емо|ємо)(?:ся|сь)?\b|\b\w{3,20}(?:[аяюує]ть|[иї]ть)?ться\b|\b\w{3,20}(?:ить|їть|ять|ють|уть|ає|яє|ує|ює)\b",
    re.IGNORECASE,
)
# A time that something lasts or is done by.
_UNTIL: Final = re.compile(
    r"\b(?:until|till|by|before|through|до|к|ко|під)\s(?:the\s)?(?:\w{1,12}\s)?\Z", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_]{2,40}")


class Outlook(NamedTuple):
    """``way``: "ahead", "back", "until" (a limit, and nothing that speaks of the past), "open" (a verb of
    the present, and nothing that speaks of the past) or "". ``cue``: the words that say so."""

    way: str
    cue: str


def outlook(body: str, begin: int, end: int, start: int, stop: int, language: str) -> Outlook:
    """Which way the clause of the time ``body[start:stop]`` looks, inside the sentence ``[begin, end)``."""
    low, high = _clause(body, max(begin, start - _REACH), start, stop, min(end, stop + _REACH))
    known = _cues(body, begin, end, language)
    inside = known[bisect_left(known, (low,)) : bisect_left(known, (high,))]
    cues = [c for c in inside if (c[1] <= start or c[0] >= stop) and c[1] <= high]
    decisive = [c for c in cues if c[2] != "open"]
    if decisive:
        # Of two as near the one before the time decides.
        near = min(decisive, key=lambda c: (start - c[1] if c[1] <= start else c[0] - stop, c[0] >= stop))
        return Outlook(near[2], body[near[0] : near[1]])
    if limit := _UNTIL.search(body, max(low, start - 30), start):
        return Outlook("until", limit.group().strip())
    for a, b, way in cues:
        return Outlook(way, body[a:b])
    return Outlook("", "")


def _clause(body: str, low: int, start: int, stop: int, high: int) -> tuple[int, int]:
    for mark in _BREAK.finditer(body, low, start):
        low = mark.end()
    after = _BREAK.search(body, stop, high)
    return low, after.start() if after else high


# A sentence with many times is asked about each of them.
@lru_cache(maxsize=4)
def _cues(body: str, begin: int, end: int, language: str) -> list[tuple[int, int, str]]:
    """Every word of a sentence that says which way it looks, in order: start, stop, way."""
    ahead = [(m.start(), m.end(), "ahead") for m in _AHEAD.finditer(body, begin, end)]
    return sorted(ahead + _verbs(body, begin, end, language))


def _verbs(body: str, low: int, high: int, language: str) -> list[tuple[int, int, str]]:
    if language == "en" or (language == "uk" and analyzer("uk") is None):
        back, now = (_BACK_EN, _NOW_EN) if language == "en" else (_BACK_UK, _NOW_UK)
        found = [(m.start(), m.end(), "back") for m in back.finditer(body, low, high)]
        found += [(m.start(), m.end(), "open") for m in now.finditer(body, low, high)]
        return [f for f in found if body[f[0] : f[1]].lower() not in NUMERALS]
    if language not in ("ru", "uk"):
        return []
    found = []
    for m in _WORD.finditer(body, low, high):
        if way := _tense(m.group().lower(), language):
            found.append((m.start(), m.end(), way))
    return found


# Endings that no verb with a tense has: most words need not be looked up.
_NO_VERB: Final = re.compile(r"(?:(?<![лнт])[аоы]|(?<!с)я|(?<!л)и|(?<!т)е|й|(?<![шс])ь)\Z")


@lru_cache(maxsize=1 << 15)
def _tense(word: str, language: str) -> str:
    """What the form says by itself: "ahead", "back", "open", or "" where it is no finite verb."""
    if _NO_VERB.search(word):
        return ""
    parsed = readings(word, language)[0].tag
    if parsed.POS == "VERB" and parsed.tense is not None:
        return {"futr": "ahead", "past": "back", "pres": "open"}.get(str(parsed.tense), "")
    return "back" if parsed.POS in ("PRTS",) and parsed.tense == "past" else ""


__all__ = ["Outlook", "outlook"]
