"""How somebody's words are given: as he said them, in the outlet's words, or half and half."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from muster.read.page import Page
from muster.read.said import Said
from muster.text.quotes import Quotation

# A word held at arm's length: "a “war”", «так называемый „суд“».
_HELD_AWAY = re.compile(
    r"(?:\b(?:an?|the|so-called|called?|call(?:s|ing))|(?<!\w)(?:так\s(?:называем|звани)\w{2,3}))\s\Z",
    re.I,
)
_NEAR = 20  # characters before a quotation
_MOST = 24  # quotations that one claim is looked through for


def kind_of_words(page: Page, one: Said) -> str:
    """``direct``, ``mixed`` or ``indirect``, as the kinds of a claim are called."""
    if one.frame.quoted:
        return "direct"
    start, stop = one.frame.start, one.frame.stop
    level = one.region.level
    nearby = (q for q in _quotes_from(page, start) if q.start < stop and q.inner_stop > start)
    mixed = any(q.level == level and q.stop <= stop + 2 and _is_speech(page.body, q) for q in nearby)
    return "mixed" if mixed else "indirect"


def _quotes_from(page: Page, start: int) -> Iterator[Quotation]:
    at = bisect.bisect_left(page.quotations, (start, 0, 0, 0, 0, False))
    yield from page.quotations[max(0, at - 1) : at + _MOST]


def _is_speech(body: str, quotation: Quotation) -> bool:
    """Whether words in marks are somebody's; one word may be a name or a title too."""
    words = body[quotation.inner_start : quotation.inner_stop].strip(" .,")
    if " " in words:
        return True
    return words[:1].islower() and not _HELD_AWAY.search(
        body, max(0, quotation.start - _NEAR), quotation.start
    )


__all__ = ["kind_of_words"]
