"""An English attribution in, out whether it tells of words without telling the words.

Newspapers' annotators, and a network taught by them, mark whatever stands under a verb of saying, asking or
knowing. By our guidelines (``eval/gold/GUIDELINES.md``) it is a claim only where the words say what was
claimed: a question that is not quoted, a refusal to tell and a condition say nothing. Asked of labels before
training and of proposals after it.
"""

from __future__ import annotations

import re
from typing import Final

_QUOTED: Final = re.compile(r"""["“”„«»‘’']\s*\Z""")
_WHETHER: Final = re.compile(r"whether\b", re.I)
_IF: Final = re.compile(r"if\b", re.I)
# "How" is left out after knowing and telling: "told how the patrol had found him" tells it.
_WHICH: Final = re.compile(r"(?:who|whom|whose|what|which|where|when|why)\b", re.I)
_HOW: Final = re.compile(r"how\b", re.I)
_ASKING: Final = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|[ie]nquir(?:e|es|ed|ing)|question(?:s|ed|ing)?"
    r"|quer(?:y|ies|ied)|press(?:es|ed|ing)?|(?:likes?|want(?:s|ed|ing)?|demand(?:s|ed|ing)?) to know"
    r"|find out|establish|determine|decid(?:e|es|ed|ing)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?)\b",
    re.I,
)
_KNOWING: Final = re.compile(
    r"\b(?:know(?:s|n|ing)?|knew|remember(?:s|ed)?|recall(?:s|ed)?|understand(?:s)?|understood"
    r"|see(?:s|n)?|saw|tell(?:s|ing)?|told)\b",
    re.I,
)
_NEGATED: Final = re.compile(r"\b(?:not|never|no|nobody|cannot|unable|declin\w+|refus\w+)\b|n['’]t\b", re.I)
_TELLING: Final = re.compile(
    r"(?:to )?(?:comment|say|discuss|answer|elaborate|respond|reply|name|identify|specify|explain"
    r"|disclose)\b",
    re.I,
)
_DECLINED: Final = re.compile(
    r"\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|(?:would|will) not|won['’]t|wouldn['’]t)\b", re.I
)
_OTHERWISE: Final = re.compile(
    r"(?:it|this|that|things|matters)\s(?:all\s)?(?:otherwise|differently)\W*\Z", re.I
)
_CONSENT: Final = re.compile(
    r"\b(?:agree(?:s|d|ing)?|(?:consent|offer)(?:s|ed|ing)?)\b|\b(?:will|would)\b", re.I
)
_TO_TALK: Final = re.compile(
    r"(?:to )?(?:be (?:interviewed|quoted|named|identified|photographed|filmed|recorded)"
    r"|(?:speak|talk|meet)\b.{0,60}\b(?:only|if|condition|anonym\w+|reporters?|newspaper|agency|us))\b",
    re.I | re.S,
)
_CONDITION: Final = re.compile(r"\b(?:if|unless)\s+\Z", re.I)
_BEFORE: Final = 12


def says_nothing(text: str, frame_start: int, cue: str, content: str, content_start: int) -> bool:
    """Whether an attribution of one content, not cut by its frame, says nothing.

    ``frame_start``: where the first of source and cue stands; ``content_start``: where the content begins.
    """
    if _QUOTED.search(text, max(0, content_start - 2), content_start):
        return False
    if _CONDITION.search(text, max(0, frame_start - _BEFORE), frame_start):
        return True
    if _DECLINED.search(cue) and _TELLING.match(content):
        return True
    if _WHETHER.match(content):
        return True
    asked = bool(_ASKING.search(cue))
    if _IF.match(content):
        return asked and not re.search(r"\bconsider|\bdecid", cue, re.I)
    silent = asked or bool(_NEGATED.search(cue))
    if _WHICH.match(content):
        return silent or bool(_KNOWING.search(cue))
    return silent and bool(_HOW.match(content))


def gives_no_words(cue: str, content: str) -> bool:
    """Whether a proposal only mentions that there are words: "sees it otherwise", "agreed to be interviewed".

    Asked of proposals alone: few labels are of this kind.
    """
    if _OTHERWISE.match(content):
        return True
    return bool(_CONSENT.search(cue) and _TO_TALK.match(content))


__all__ = ["gives_no_words", "says_nothing"]
