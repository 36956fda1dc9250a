"""Finite verbs of English: what makes a clause of the words before it.

The past shows itself. The present does not: "the army reports losses" tells something, "the army reports" and
"after two reports" name something. A form that may be a plural noun is a verb only where no determiner,
number or preposition stands before it, and behind it what a verb has: an object, "to", "that". A plain form
("residents need water") is one only behind a plural.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from sys import maxsize
from typing import Final

from muster.text.alternation import alternation
from muster.text.listed import listed

# Finite wherever they stand: auxiliaries, the past, a few verbs of every report in the present.
_SURE: Final = (
    r"is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|shall|cannot"
    r"|(?:is|are|was|were|has|have|had|does|do|did|would|could|should)n['’]t|won['’]t|can['’]t|he['’]s"
    r"|she['’]s|it['’]s|they['’]re|we['’]re|there['’]s|went|took|came|made|gave|left|held|saw|got|fell|began"
    r"|met|won|ran|kept|brought|sent|stood|knew|became|said|told|says|spoke|rose|grew|broke|drove|drew|fought"
    r"|bought|sought|led|lost|felt|heard|meant|thought|taught|caught|swore|spent|paid|chose|flew|threw|hid|wrote|rang|sang|sat|slept|woke|wore|bore|blew|built|dug|ate"
    r"|drank|fled|forgot|froze|hung|laid|lent|rode|sank|sold|shook|stole|struck|swam|tore|understood|withdrew|tells|goes|takes|comes|makes|gives|wants|remains"
    # Participles after a noun are kept out where a preposition of theirs follows ("an officer named", "a
    # report published on").
    r"|(?<!-)(?!need\b|indeed\b|speed\b|feed\b|seed\b|hundred\b|united\b|armed\b|named\b|called\b)"
    r"[a-z]{2,}ed(?!\s(?:by|as|named|called)\b)"
)


def _verbs() -> tuple[list[str], list[str]]:
    body = (files("muster.text") / "data" / "verbs_en.txt").read_text("utf-8")
    kept = " ".join(line for line in body.splitlines() if not line.startswith("#"))
    free, both = kept.split("[free]")[1].split("[both]")
    return free.split(), both.split()


def _third(verb: str) -> str:
    """Of "carry": "carries"."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


_FREE, _BOTH = _verbs()
# Forms of the past that may be a participle, a plain form or a noun: "found", "hit".
_SAME_IN_PAST: Final = listed("found read hit beat shot hurt put set cut let quit shut split")
# "People close to him": no verbs in their plain form.
_ADJECTIVES: Final = listed("close clear clean open direct separate complete last own welcome fine fit")
_ANY: Final = re.compile(
    rf"\b(?:{_SURE}|(?:{alternation(map(_third, _FREE))})"
    rf"|(?P<both>{alternation([*map(_third, _BOTH), *_SAME_IN_PAST])})"
    rf"|(?P<plain>{alternation({*_FREE, *_BOTH} - _ADJECTIVES)}))\b"
)
_SURE_ALONE: Final = re.compile(rf"(?:{_SURE})\b")
_DETERMINERS: Final = listed(
    """the a an his her its their our my your this that these those no some any every each many several few
    all both more most less fewer such another other dozens hundreds thousands""",
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""",
)
# Behind these a form in -s is a noun.
_BEFORE_NOUN: Final = _DETERMINERS | listed(
    """of in on at by for from with to about after before during over under near against between into through
    as like among despite following without within amid and or new recent first last next own which what
    whose"""
)
_OBJECTS: Final = _DETERMINERS | listed(
    """him them us me it itself themselves himself herself to that only about around nearly almost up out down
    back not one people men women children nothing something nobody everyone"""
)
_AFTER_NOUN: Final = listed(
    """of in on at by for from with and or but who which where when while as is are was were has have had will
    would can could may might must should did do does said says"""
)
_PLURAL: Final = listed("they we you people police men women children troops who")
# Plurals before a noun: "human rights work", "arms control".
_COMPOUND: Final = listed(
    "rights arms sports news goods sales weapons customs communications savings parts series"
)
# "A federal appeals court", "the claims board".
_OF_COURTS: Final = ("appeals", "claims")
_COURTS: Final = listed(
    "court courts judge judges panel panels board boards tribunal tribunals bench process"
)
_WORD_BEFORE: Final = re.compile(r"(?:\A|[^\w'’-])([\w'’-]+)\s(?:also\s|still\s|now\s|often\s|[a-z]+ly\s)?\Z")
_WORD_BEHIND: Final = re.compile(r"\s([\w'’-]+)")
_NEAR: Final = 48


class _Finite:
    """A pattern whose matches are looked at with their neighbours."""

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[re.Match[str]]:
        """The finite verbs between the two places."""
        for found in _ANY.finditer(text, pos, endpos):
            if found.lastgroup is None or _is_verb(text, found, found.lastgroup == "plain", endpos):
                yield found

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """The first."""
        return next(self.finditer(text, pos, endpos), None)

    def match(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """The one that begins at ``pos``."""
        found = _ANY.match(text, pos, endpos)
        if found is None or found.lastgroup is None:
            return found
        return found if _is_verb(text, found, found.lastgroup == "plain", endpos) else None

    def findall(self, text: str) -> list[str]:
        """Their words."""
        return [found.group() for found in self.finditer(text)]


def _is_verb(text: str, found: re.Match[str], plain: bool, endpos: int) -> bool:
    behind = _WORD_BEHIND.match(text, found.end(), endpos)
    if behind is None:
        return False
    before = _WORD_BEFORE.search(text[max(0, found.start() - _NEAR) : found.start()])
    if before is None:
        return False
    last, following = before[1], behind[1]
    low = last.lower()
    if found.group() in _OF_COURTS and following in _COURTS:
        return False
    if plain:
        several = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s", "s'", "s’"))
        if not (low in _PLURAL or (several and low not in _COMPOUND)) or low in _BEFORE_NOUN:
            return False
    elif low in _BEFORE_NOUN or low.endswith(("'s", "’s", "s'", "s’")) or last.isdecimal():
        return False
    if following in _OBJECTS or following[0].isdecimal():
        return True
    if following in _AFTER_NOUN or _SURE_ALONE.fullmatch(following):
        return False
    if following[0].isupper():
        return last.islower()
    return plain or _of_a_thing(text, found.start() - len(last) - 1)


_ARTICLE_BEFORE: Final = re.compile(r"\b(?:the|an?|this|its|his|her|their|our|each|every)\s\Z", re.I)


def _of_a_thing(text: str, at: int) -> bool:
    """ "The city needs water": one thing stands before the form, and no more of it behind."""
    return _ARTICLE_BEFORE.search(text[max(0, at - 8) : at]) is not None


def of_a_court(form: str, behind: str) -> bool:
    """ "A federal appeals court": whether the form in -s is part of a court's name."""
    following = _WORD_BEHIND.match(behind) if form in _OF_COURTS else None
    return following is not None and following[1] in _COURTS


FINITE: Final = _Finite()

__all__ = ["FINITE", "of_a_court"]
