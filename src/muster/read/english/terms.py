"""On what terms somebody speaks, in English: "asked not to be named" is a request of his own, and what ends
such a clause is not the subject of the verb behind it."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.english.phrases import subject_before
from muster.read.english.sure import sure
from muster.read.frames import Frame, Region, clean
from muster.text.listed import listed
from muster.text.spans import Span

_REQUESTS: Final = listed(
    "asked asks asking ask insisted insisting insists requested requests requesting demanded"
)
_NOT_NAMED: Final = re.compile(
    r"(?:\sthis\s\w+|\sus|\sme)?\s(?:not\sto\sbe|to\snot\sbe|to\s(?:be|remain|stay))\s(?:further\s)?"
    r"(?:named|identified|quoted|anonymous|unnamed|photographed|filmed|recorded|called|known|referred\sto|described)\b"
)
# "Who asked that her name not be used", "that he not be identified"; in a sentence of its own it is told.
_TERMS: Final = re.compile(
    r"(?:\sthat)?\s(?:(?:only|neither|nor|not\seven|no|all|both)\s)?(?:his|her|their|he|she|they)\s(?:[\w’'-]+\s){0,6}?"
    r"(?:(?:(?:sur)?names?|identit(?:y|ies)|initials)\s(?:[\w’'-]+\s){0,5}?(?:be|been)\s\w+"
    r"(?:\sout\b)?|be\s(?:named|identified|quoted\sby\sname))\b"
)
# "…, who, fearing reprisals, asked not to be named": why he asks.
_FEARS: Final = ("fearing", "feared", "fears")
_AFRAID: Final = re.compile(
    r"\s(?:for\s(?:his|her|their)\b|(?:\w+\s)?(?:reprisals?|retribution|retaliation|revenge|persecution|arrest|punishment"
    r"|repercussions|prosecution|consequences)\b)"
)
_NO_SUBJECT: Final = re.compile(
    r"\Ato\s|\bbe\s\w+\Z|\A(?:that\s)?names?\Z|\A(?:his|her|their)\s(?:\w+\s)?(?:sur)?names?\Z"
)


_NAMED: Final = (
    r"(?:named|identified|quoted|cited|anonymous|unnamed|nameless|photographed"
    r"|filmed|recorded|called|known|referred\sto|described)\b"
)
_ENDS: Final = (
    r"(?=[,.;:!?()\x00\n]|\Z|\s[-–—]\s|\s(?:said|says|told|tells|added|recalled|because|as\s(?:he|she|they)|since|so\sthat|fearing"
    r"|citing|out\sof|for\s(?:fear|reasons|security|safety|(?:his|her|their)\s)|due\sto|in\sorder|given|while|when|and\s(?:said|told))\b)"
)
# "Asked to be identified only by her initial", "asked for his name to be withheld", "insisted on staying
# anonymous"; "spoke on condition that her name not be used".
_ASKED_SO: Final = re.compile(
    r"\b(?P<cue>(?:ask|request|insist|beg|demand|want|wish)(?:ed|s|ing|ged|ging|es)?|prefer(?:s|red|ring)?)\s(?:us\s|me\s|this\s\w+\s)?"
    rf"(?P<words>(?:not\sto\sbe|to\snot\sbe|(?:only\s)?to\s(?:be|remain|stay)|on\s(?:being|remaining|staying|not\sbeing))\s(?:only\s|further\s)?{_NAMED}[^,.;:\x00\n]*?"
    rf"|for\s(?:his|her|their)\s(?:[\w’'-]+\s){{0,4}}?(?:not\s)?to\sbe\s(?:withheld|changed|left\sout|omitted|kept|hidden|used|published|printed|given|disclosed)\b[^,.;:\x00\n]*?){_ENDS}"
    rf"|\b(?P<on>(?:on\s(?:the\s|one\s)?condition|provided)\sthat)\s(?P<terms>(?:(?:neither|no|only|not|both)\s)*(?:his|her|their|the|he|she|they)\s[^,.;:\x00\n]*?"
    rf"\b(?:names?|surnames?|identit(?:y|ies)|identified|named|town|village|unit|regiment|rank|age)\b[^,.;:\x00\n]*?){_ENDS}"
)
_IN_PASSING: Final = re.compile(r"\b(?:who|whom)\s(?:(?:has|had|have|also|all|both)\s)*\Z")
_PLAIN: Final = re.compile(
    r"\s(?:us\s|me\s|this\s\w+\s)?(?:not\sto\sbe|to\snot\sbe|to\s(?:be|remain|stay)\s(?:anonymous|unnamed)|on\s\w+\sanonymous)\b"
)
_SPEAKS_SO: Final = re.compile(
    r"(?:(?:and|,)\s)?\b(?:speaking|spoke|speaks|talked|talking|agreed\sto\s[a-z]+|interviewed|met)(?:\s[^,.;:\x00\n]{1,40}?)?\s\Z"
)


def asks_for_silence(region: Region) -> list[Frame]:
    """Requests not to be named or found, each a claim of whoever asks."""
    if not any(
        word in region.masked
        for word in ("name", "ident", "anonym", "quoted", "called", "condition that", "provided that")
    ):
        return []
    frames = []
    for found in _ASKED_SO.finditer(region.masked):
        verb, words = ("cue", "words") if found["cue"] else ("on", "terms")
        cue = Span(region.start + found.start(verb), region.start + found.end(verb))
        sentence = region.sentence_of(cue.start)
        lead = _SPEAKS_SO.search(region.text(sentence.start, cue.start)) if verb == "on" else None
        before = region.text(sentence.start, cue.start)
        aside = (
            _IN_PASSING.search(before) is not None or found["cue"].endswith("ing") if found["cue"] else False
        )
        if (verb == "on" and lead is None) or (aside and _PLAIN.match(region.text(cue.stop, sentence.stop))):
            continue  # "A nurse who asked not to be named said …": only how she speaks
        who = subject_before(region, sentence.start, sentence.start + lead.start() if lead else cue.start)
        if who is None or not sure(region, who.core) or region.page.words(who.core).lower() in _NOBODY:
            continue
        span = clean(region.page.body, region.start + found.start(words), region.start + found.end(words))
        frames.append(Frame([span], "say", cue, who.core, confidence=0.6, whole=who.whole))
    return frames


_NOBODY: Final = ("i", "we", "you", "who", "it", "nobody")


def is_terms(region: Region, cue: Span, form: str, sentence: Span, left: str) -> bool:
    """Whether a verb says on what terms somebody speaks, or why on such; ``left``: the sentence before it."""
    if form in _REQUESTS:
        return _NOT_NAMED.match(region.text(cue.stop, sentence.stop)) is not None
    if form == "fearing" or (form in _FEARS and left.endswith("who ")):
        return _AFRAID.match(region.text(cue.stop, sentence.stop)) is not None
    return False


def end_of_terms(region: Region, cue: Span, form: str) -> int | None:
    """Where "who asked that her name be withheld" ends, of which the verb of its head goes on; None where a
    verb asks for nothing of the kind, or in a sentence of its own."""
    if form not in _REQUESTS:
        return None
    sentence = region.sentence_of(cue.start)
    left = region.text(sentence.start, cue.start)
    whose = left.rfind("who ")
    if whose < 0 or "," in left[whose:]:
        return None
    terms = _TERMS.match(region.text(cue.stop, sentence.stop))
    if terms is None:
        return None
    at = cue.stop + terms.end()
    verb = FINITE.search(region.text(at, sentence.stop))
    # "… that their names be left out because their husbands serve": nothing goes on.
    return at if verb is not None and verb.start() <= _STRAIGHT_ON else None


# An adverb may stand before the verb that goes on.
_STRAIGHT_ON: Final = 14


def is_no_subject(words: str) -> bool:
    """Whether words before a verb are the end of such terms: "… asked that he not be named said"."""
    return _NO_SUBJECT.search(words) is not None


__all__ = ["asks_for_silence", "end_of_terms", "is_no_subject", "is_terms"]
