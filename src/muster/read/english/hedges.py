"""English words that look like hedges and are none: a month, military might, what somebody was able to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_MIGHT_BEFORE: Final = re.compile(
    r"\b(?:military|naval|armed|economic|industrial|political|imperial|nuclear|its|their|his|her|our|the|of|with|full)\s\Z",
    re.I,
)
_MIGHT_AFTER: Final = re.compile(r"[.,;:!?)”\"]|\s(?:of|and\sright|is\sright)\b|\Z")
# "They could hear the guns", "he could not walk": able to, or not. "Could not be confirmed" is a doubt.
_ABLE: Final = re.compile(
    r"\snot\s(?:(?:immediately|yet|now)\s)?be\s(?!(?:\w+ly\s)?(?:verif|confirm|corroborat|establish|determin|rul|exclud|check|certain|sure|known|substantiat|prov))"
    r"|\s(?:(?:barely|hardly|only|still|clearly|also|even)\s)?(?:see|hear|feel|smell|taste|walk|swim|speak|read|write|remember|afford)\b"
    r"|\s(?:not|no\slonger|never|hardly|barely)\s(?!(?:have|be|independently|immediately|confirm|verify|rule|exclude|say|tell|establish)\b)[a-z]"
)


# "As much as they could", "all that he could carry": what somebody was able to do.
_AS_HE_COULD: Final = re.compile(
    r"\b(?:as\s\w+(?:\s\w+)?\sas|as\sbest|all(?:\sthat)?|everything(?:\sthat)?|whatever|anything(?:\sthat)?|what|wherever|however)\s"
    r"(?:he|she|they|we|I|it|you)\s\Z",
    re.I,
)
# "Would not go so far", "dismissed the report as a rumour", "does not comment on speculation".
_GOES: Final = re.compile(r"\b(?:go|goes|going|went|gone|travelled|come|came)\s\Z")
_NO_RUMOUR: Final = re.compile(
    r"\b(?:comment(?:s|ed|ing)?\son|respond(?:s|ed|ing)?\sto|deal(?:s|t)?\sin|(?:dismiss|reject|den|brush|wav|describ)\w*\s[^.;:]{0,60}?\bas"
    r"|call(?:s|ed|ing)?\s[^.;:]{1,50}?|spread(?:s|ing)?|believe)\s(?:mere|pure|just|an?|the|such|wild|idle|malicious|media|market|any|these|those|all)?"
    r"\s?(?:mere|pure|wild|idle|malicious|media|market|baseless)?\s?[“\"‘']?\Z",
    re.I,
)
_NOUNS: Final = ("rumour", "rumours", "rumor", "rumors", "speculation", "conjecture", "suggestion", "hearsay")
# "The likely winner", "the most likely cause" of somebody: what he is called.
_CALLED_SO: Final = re.compile(r"\b(?:the|a|his|her|its|their)\s\Z", re.I)
_WINNER: Final = re.compile(r"\s(?:winner|successor|candidate|nominee|heir|suspect|target|buyer)s?\b")


# "The suspect", "two suspects"; "appeared in court"; "as soon as possible".
_DETERMINED: Final = re.compile(
    r"\b(?:the|an?|this|that|these|those|two|three|several|some|all|both|of|other|his|her|their|its|main|prime|\w+['’]s|\d+)\s\Z",
    re.I,
)
_SHOWED_UP: Final = re.compile(
    r"\s(?:in|on|at|before|outside|inside|from|with|beside|alongside|again|there|here|by)\b|[.,;]|\Z"
)

# "They were expected to fight without food": a duty; "they were expected to arrive": a forecast.
_DUTY_BEFORE: Final = re.compile(
    r"\b(?:I\swas|(?:we|they|you|who|men|women|soldiers|people)\swere)\s\Z", re.I
)
_COMES_ABOUT: Final = re.compile(
    r"\s(?:be|have|arrive|return|come|leave|resign|meet|begin|start|end|survive|recover|appear|reach|resume|rise|fall|grow"
    r"|win|lose|vote|approve|announce|sign|publish|become|remain|stay)\b"
)


_AS_AS: Final = re.compile(r"\bas\s\w+\sas\s\Z", re.I)
# "Roughly half", "roughly 40": of a number.
_COUNTED: Final = re.compile(
    r"\s(?:\d|half|a\s(?:third|quarter|fifth|tenth|dozen|hundred|thousand|million)|(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|twenty|thirty|forty|fifty|sixty|hundreds|thousands|dozens)\b)"
)
# "Could hold 40 people": what a thing is made for.
_HOLDS: Final = re.compile(
    r"\s(?:hold|seat|carry|accommodate|fit|sleep|house|lift)\s(?:(?:up\sto|about|only|at\sleast|around)\s)?\d"
)
# Whose words have others between them; each is looked for only where its stem stands.
_APART: Final = (
    ("onfirm", re.compile(
        r"\b(?:(?:could|can|may)\s)?(?:neither|not|never|yet\sto|unable\sto|declin\w+\sto|refus\w+\sto|impossible\sto|could\sonly\spartly)\s"
        r"(?:(?:immediately|yet|independently|officially|been|be|publicly)\s){0,3}confirm(?:ed)?\b"
        r"|n['’]t\s(?:(?:immediately|yet|independently|officially|been|be|publicly)\s){0,3}confirm(?:ed)?\b"
        r"|\b(?:no|without|awaiting)\s(?:(?:official|independent|immediate|further|outside|such)\s){0,2}confirmation\b"
        r"|\bif\s(?:\w+\s){1,4}?(?:is|are|was|were)\s(?:\w+ly\s)?confirmed\b", re.I)),
    ("verif", re.compile(
        r"\b(?:(?:could|can|may)\s)?(?:not|never|yet\sto|unable\sto|impossible\sto)\s(?:(?:yet|independently|been|be)\s){0,3}verif(?:y|ied)\b"
        r"|\bif\s(?:\w+\s){1,4}?(?:is|are|was|were)\s(?:\w+ly\s)?verified\b", re.I)),
    ("nformation", re.compile(
        r"\b(?:no|without)\s(?:(?:official|reliable|further|precise|immediate|such|exact|clear)\s){0,2}information\b"
        r"|\bnot\s(?:have|possess|hold)\s(?:(?:any|such|this|reliable|precise)\s){0,2}information\b"
        r"|n['’]t\shave\s(?:(?:any|such|this|reliable|precise)\s){0,2}information\b", re.I)),
    ("able to", re.compile(
        r"(?:\bnot|n['’]t)\s(?:yet\s)?(?:been\s)?able\sto\s(?:\w+ly\s)?(?:verify|confirm|establish|determine|check|say)\b",
        re.I)),
    ("clear", re.compile(r"(?:\bnot|n['’]t)\s(?:immediately|yet|entirely|fully|quite)\sclear\b", re.I)),
    ("stablish", re.compile(r"\b(?:not|yet\sto|never)\s(?:(?:yet|been|be|fully)\s){0,3}established\b", re.I)),
    ("etermin", re.compile(r"\b(?:not|yet\sto|never)\s(?:(?:yet|been|be|fully)\s){0,3}determined\b", re.I)),
    ("true", re.compile(
        r"\bif\s(?:the|these|this|those|that|such)\s(?:\w+\s){0,3}?(?:is|are|was|were|prove[sd]?)\strue\b",
        re.I)),
)  # fmt: skip


def apart(body: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Hedges of which the words do not stand side by side: "has not yet been confirmed", "if the reports are
    confirmed"."""
    for stem, pattern in _APART:
        if body.find(stem, low, high) >= 0:
            yield from (m.span() for m in pattern.finditer(body, low, high))


def is_hedge(body: str, start: int, stop: int) -> bool:
    """Whether a listed word is a hedge where it stands."""
    word = body[start:stop]
    if word == "May":
        return False  # the month, or somebody's name
    if word.lower() == "might":
        before = _MIGHT_BEFORE.search(body, max(0, start - 16), start) is not None
        return not (before or _MIGHT_AFTER.match(body, stop))
    if word.lower() == "could":
        able = _ABLE.match(body, stop) is not None or _HOLDS.match(body, stop) is not None
        return not (able or _AS_HE_COULD.search(body, max(0, start - 40), start))
    if word.lower() == "so far":
        return _GOES.search(body, max(0, start - 12), start) is None
    if word.lower() in _NOUNS:
        return _NO_RUMOUR.search(body, max(0, start - 90), start) is None
    if word.lower() == "likely":
        called = _WINNER.match(body, stop) is not None
        return not (called and _CALLED_SO.search(body, max(0, start - 8), start))
    if word.lower() in ("suspect", "suspects"):
        return _DETERMINED.search(body, max(0, start - 16), start) is None
    if word.lower() in ("appear", "appears", "appeared"):
        return _SHOWED_UP.match(body, stop) is None
    if word.lower() == "expected to":
        forecast = _COMES_ABOUT.match(body, stop) is not None
        return forecast or _DUTY_BEFORE.search(body, max(0, start - 24), start) is None
    if word.lower() == "possible":
        return _AS_AS.search(body, max(0, start - 24), start) is None
    if word.lower() == "roughly":
        return _COUNTED.match(body, stop) is None
    return True


__all__ = ["apart", "is_hedge"]
