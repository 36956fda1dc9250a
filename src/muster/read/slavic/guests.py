"""Whom a Russian or Ukrainian interview was made with, where no sentence of meeting introduces him: by the
line that says who speaks of what, or by the paragraph below the answers that tells of him."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from muster.model.claims import Speaker
from muster.read.page import Page
from muster.read.protection.bearers import between
from muster.read.speakers.voice import Voice
from muster.text.cases import cases
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voices import Voices

_ON_WHAT: Final = re.compile(
    r"^(?P<who>(?P<head>[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{2,24})(?:\s[^\s.!?:;,–—]{1,24}){0,8})"
    r"\s[–—-]\s(?:о|об|про)\s\S",
    re.MULTILINE,
)
_TRUST: Final = 0.6


def speaks_of(page: Page, low: int, high: int) -> Voice | None:
    """«Последняя телефонистка коммутатора – о том, что такое тишина»: the description before the dash, if it
    is one in the nominative."""
    lead = _ON_WHAT.search(page.body, low, high)
    if lead is None:
        return None
    language = page.languages[page.sentence_at(lead.start())]
    head = cases(lead["head"], language)
    if language == "en" or not head.nominative or head.kind not in ("noun", "adjective"):
        return None
    mention = page.passage(*lead.span("who"))
    role = mention.words[:1].lower() + mention.words[1:]
    return Voice(Speaker(None, role, None, mention), "anonymous", trust=_TRUST, words=frozenset(role.split()))


def told_of_below(page: Page, voices: Voices, end: int) -> Voice | None:
    """«Клавдия Нагорная живёт теперь в общежитии»: whom the first paragraph below the last answer (``end``)
    begins with by the whole name, and of whom it tells and does not say that he speaks."""
    block = next((b for b in page.paragraphs if b.start >= end), None)
    if block is None:
        return None
    index = page.sentence_at(block.start)
    sentence, language = page.sentences[index], page.languages[index]
    named = [n for n in between(voices.named, block.start, sentence.stop) if n.kind == "person"]
    if language == "en" or len({n.norm for n in named}) != 1 or " " not in named[0].norm:
        return None
    n = named[0]
    opens = block.start in (n.start, n.role_start) and page.body.startswith(n.norm, n.start)
    if not opens or lexicon(language).cue.search(page.body, *sentence):
        return None
    return replace(voices.of_person(n, Span(n.start, n.stop)), trust=_TRUST)


__all__ = ["speaks_of", "told_of_below"]
