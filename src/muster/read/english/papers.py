"""Whose letter, order or reply an English text tells of: who signed it, or whose body's it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.read.page import Page
from muster.read.people.roles import Named
from muster.text.spans import Span

PAPER: Final = re.compile(
    r"\b(?:reply|letter|report|statement|document|order|decree|ruling|decision|request|memo|note)\b", re.I
)
_BY: Final = re.compile(
    r"(?:,?\s(?:which\swas\s)?(?:(?:hand)?written|signed|sent|drafted|dated\s[\w\s]{1,20})?\s?(?:by|from|of)"
    r"|[^.!?\n]{0,60}[.;]\sIt\s(?:was|is|came)\s(?:signed\sby|written\sby|from))\s(?:[\w’'-]+\s){0,4}?(?:[\w’'-]+,\s)?",
)
_OWNED: Final = re.compile(
    r"\b((?:[Tt]he|[Hh]is|[Hh]er|[Aa])\s(?:[\w-]+\s){0,3}?[\w-]+?)(?:['’]s|s['’])\s(?:own\s)?(?:\w+\s)?\Z"
)
# "The Harbour Ministry published a report": whose the report is.
_ISSUES: Final = re.compile(
    r"\s(?:has\s|had\s|also\s)?(?:published|issued|released|posted|put\sout|sent(?:\sout)?|circulated|made\spublic)\s(?:an?|its|the|another)\s"
    r"(?:[\w-]+\s){0,3}"
)
_NEAR: Final = 80
# Characters behind a paper's name within which its author is named.
_SOON: Final = 160


def author(page: Page, named: Sequence[Named], paper: Span) -> Named | None:
    """The person or body named as the one whose paper this is; None where the text names nobody."""
    body = page.body
    for n in named:
        if n.stop > paper.stop + _SOON:
            break
        owns = n.stop < paper.start and re.fullmatch(
            r"(?:['’]s|['’])\s(?:[\w-]+\s){0,2}", body[n.stop : paper.start][:40]
        )
        if owns and paper.start - n.stop < 40:
            return n
        if n.stop < paper.start < n.stop + _NEAR and _ISSUES.fullmatch(body, n.stop, paper.start):
            return n
        head = n.role_start if paper.stop < n.role_start < n.start else n.start
        if head >= paper.stop and _BY.fullmatch(body, paper.stop, head):
            return n
    return None


def owner(page: Page, paper: Span) -> Span | None:
    """The words for a body without a name whose paper it is: "the military administration's reply"."""
    low = max(0, paper.start - _NEAR)
    found = _OWNED.search(page.body[low : paper.start])
    return Span(low + found.start(1), low + found.end(1)) if found else None


__all__ = ["PAPER", "author", "owner"]
