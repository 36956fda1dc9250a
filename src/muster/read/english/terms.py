"""On what terms somebody speaks, in English: "who asked not to be named" tells nothing, and what ends such a
clause is not the subject of the verb behind it."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.frames import Region
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


__all__ = ["end_of_terms", "is_no_subject", "is_terms"]
