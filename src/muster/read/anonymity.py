"""Whom a text protects: "not his real name", «имя изменено», "asked to be identified only by"."""

from __future__ import annotations

import bisect
from dataclasses import replace

from muster.read.page import Page
from muster.read.people import Named
from muster.text.cues import lexicon

_NEAR = 160


def protect(page: Page, named: list[Named]) -> list[Named]:
    """The same names; those whose bearer the text keeps hidden are marked, wherever they stand."""
    hidden: set[str] = set()
    whole = False
    for language in sorted(set(page.languages)):
        for phrase in lexicon(language).anonymity.finditer(page.body):
            if page.languages[page.sentence_at(phrase.start())] != language:
                continue
            words = phrase.group().lower()
            if words.startswith(("names ", "имена ", "імена ")):
                whole = True
            bearer = _bearer(page, named, phrase.start(), phrase.end())
            if bearer is not None:
                hidden.add(bearer.norm)
    for n in named:
        # "Names are changed": whoever has no surname. An asterisk points at the note below.
        if n.kind == "person" and whole and " " not in n.norm:
            hidden.add(n.norm)
    if not hidden:
        return named
    return [replace(n, protected=True) if n.kind == "person" and n.norm in hidden else n for n in named]


def _bearer(page: Page, named: list[Named], start: int, stop: int) -> Named | None:
    """The person a note about a name is about: after it where it introduces one, else before it."""
    sentence = page.sentences[page.sentence_at(start)]
    people = [n for n in _between(named, start - _NEAR, stop + 60) if n.kind == "person"]
    after = [n for n in people if stop <= n.start <= min(stop + 30, sentence.stop)]
    introduces = (
        page.body[stop : stop + 24]
        .lstrip()
        .lower()
        .startswith(("by", "the name", "as", "him", "her", "them", "именем", "як", "как"))
    )
    direct = after and (
        introduces or page.body[stop : after[0].start].strip(" ,:\"“«'’") in ("", "by the name", "as", "by")
    )
    if direct:
        return after[0]
    same = [n for n in people if sentence.start <= n.start and n.stop <= start]
    if same:
        return same[-1]
    if page.body[sentence.start : start].strip(" *([") == "":
        # A sentence of its own: the starred name, or the last one of the sentence before.
        starred = [n for n in named if n.kind == "person" and page.body[n.stop : n.stop + 1] == "*"]
        if starred:
            return starred[-1]
        before = [n for n in people if n.stop <= start]
        return before[-1] if before else None
    return None


def _between(named: list[Named], low: int, high: int) -> list[Named]:
    first = bisect.bisect_left(named, low, key=lambda n: n.start)
    last = bisect.bisect_right(named, high, key=lambda n: n.start)
    return named[first:last]


__all__ = ["protect"]
