"""A line of a post that names who speaks below it: «Ганна Мак, начальниця обласної адміністрації:»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.read.page import Page
from muster.read.people.role_words import is_role
from muster.read.people.roles import Named
from muster.read.protection.bearers import between
from muster.text.cases import cases
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

_LONGEST_HEAD: Final = 140
_TITLE_EDGE: Final = re.compile(r"[^\w«\"“]{0,8}")
_WORD: Final = re.compile(r"[^\W\d_][\w'’ʼ-]*")


def headed(page: Page, named: Sequence[Named], block: Span, language: str) -> Span | None:
    """«Ганна Мак, начальниця обласної адміністрації:», «Речник бригади Петро Гай в ефірі:» on a line of its
    own, with no verb: one person who can be the subject, and what he is. The paragraph below is his."""
    if language == "en" or block.stop - block.start > _LONGEST_HEAD:
        return None
    edge = _TITLE_EDGE.match(page.body, block.start)
    start = edge.end() if edge else block.start
    people = [n for n in between(named, start, block.stop) if n.kind == "person"]
    if len({n.norm for n in people}) != 1 or " " not in people[0].norm:
        return None
    n = people[0]
    apposed = page.body[n.stop : block.stop].removeprefix(",").split()[:3]
    known = lexicon(language)
    if not n.role and not (page.body[n.stop] == "," and any(is_role(w.strip(","), known) for w in apposed)):
        return None
    begin = n.role_start if 0 <= n.role_start < n.start else n.start
    first = page.body[n.start : n.stop].split()[0].casefold()
    words = _WORD.findall(page.body[start : block.stop])
    told = any(cases(w, language).kind == "verb" and w.islower() for w in words)
    upright = first in {w.casefold() for w in n.norm.split()}
    return Span(begin, n.stop) if begin == start and upright and not told else None


__all__ = ["headed"]
