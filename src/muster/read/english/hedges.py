"""English words that look like hedges and are none: a month, military might, what somebody was able to do."""

from __future__ import annotations

import re
from typing import Final

_MIGHT_BEFORE: Final = re.compile(
    r"\b(?:military|naval|armed|economic|industrial|political|imperial|nuclear|its|their|his|her|our|the|of|with|full)\s\Z",
    re.I,
)
_MIGHT_AFTER: Final = re.compile(r"[.,;:!?)”\"]|\s(?:of|and\sright|is\sright)\b|\Z")
# "They could hear the guns", "he could not walk": able to, or not. "Could not be confirmed" is a doubt.
_ABLE: Final = re.compile(
    r"\s(?:(?:barely|hardly|only|still|clearly|also|even)\s)?(?:see|hear|feel|smell|taste|walk|swim|speak|read|write|remember|afford)\b"
    r"|\s(?:not|no\slonger|never|hardly|barely)\s(?!(?:have|be|independently|immediately|confirm|verify|rule|exclude|say|tell|establish)\b)[a-z]"
)


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


def is_hedge(body: str, start: int, stop: int) -> bool:
    """Whether a listed word is a hedge where it stands."""
    word = body[start:stop]
    if word == "May":
        return False  # the month, or somebody's name
    if word.lower() == "might":
        before = _MIGHT_BEFORE.search(body, max(0, start - 16), start) is not None
        return not (before or _MIGHT_AFTER.match(body, stop))
    if word.lower() == "could":
        return _ABLE.match(body, stop) is None
    if word.lower() in ("suspect", "suspects", "suggestion"):
        return word.lower() == "suggestion" or _DETERMINED.search(body, max(0, start - 16), start) is None
    if word.lower() in ("appear", "appears", "appeared"):
        return _SHOWED_UP.match(body, stop) is None
    if word.lower() == "expected to":
        forecast = _COMES_ABOUT.match(body, stop) is not None
        return forecast or _DUTY_BEFORE.search(body, max(0, start - 24), start) is None
    if word.lower() == "possible":
        return not body[max(0, start - 4) : start].lower().endswith(" as ")
    return True


__all__ = ["is_hedge"]
