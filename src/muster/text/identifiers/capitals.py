"""A page in, proper names out that only their capitals tell: inside Russian and Ukrainian sentences, and in runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.identifiers.page import Word, Words, everyday
from muster.text.listed import listed
from muster.text.spans import Span

# What makes a capital inside a Russian or Ukrainian sentence no name: offices, posts and heads of institutions.
NO_NAME: Final = frozenset(
    ["plain", "office", "rank", "job", "head", "locality", "titles", "kin", "called", "modifier"]
)


def inside_sentences(page: Words) -> Iterator[Span]:
    """Everyday words with a capital inside a Russian or Ukrainian sentence: «позвал Шамана», «просит звать Весной».
    Neither language writes a common word so."""
    for word in page.words:
        if word.capital and not word.opens and not word.low.isascii() and len(word.low) > 2 and (
            not word.classes & NO_NAME and not word.text.isupper()):  # fmt: skip
            yield Span(word.start, word.stop)


def capitals(page: Words) -> Iterator[Span]:
    """Runs of words with a capital that no sentence asks for and that are not all everyday words."""
    words = page.words
    i = 0
    while i < len(words):
        if not words[i].capital or (words[i].opens and _ordinary(page, words[i])):
            i += 1
            continue
        last = i
        while (step := _next_capital(page, last)) > last:
            last = step
        run = [w for w in words[i : last + 1] if w.capital]
        behind = _BRACKET.match(page.body, words[last].stop)
        if any(not _ordinary(page, w) for w in run) or (len(run) > 1 and behind) or _of_some_body(page, run):
            yield Span(words[i].start, behind.end() if behind else words[last].stop)
        i = last + 1


def _next_capital(page: Words, last: int) -> int:
    """The next word of the run, over "of" and "of the"; ``last`` where the run ends."""
    words = page.words
    for far in (1, 2, 3):
        j = last + far
        if j >= len(words) or page.gap(j - 1) not in (" ", "\u00a0", " & "):
            return last
        if words[j].capital:
            return j
        if words[j].low not in _JOINING:
            return last
    return last


_JOINING: Final = listed("of the and for du de la des van von der den für di del da el al")

_BRACKET: Final = re.compile(r"\s\((?!(?:Rule|Article|Section|see|no)s?\b)[^\W\d_][^()“”\"§\n]{1,60}\)")


def _of_some_body(page: Words, run: list[Word]) -> bool:
    """ "Employment Tribunal": everyday words that a capital makes a name, unless they title a law or a heading."""
    titles_law = run[0].low in _TITLES_OF_PAPERS
    return len(run) > 1 and not titles_law and not page.shouts(run[0])


_TITLES_OF_PAPERS: Final = listed(
    "convention protocol act law code charter article rule rules section president registrar republic government fourth fifth third second first"
)


def _ordinary(page: Words, word: Word) -> bool:
    if len(word.text) > 2 and word.text.isupper() and word.text.isascii():
        return bool(word.classes & {"office", "plain"}) or page.shouts(word)
    return everyday(word.low) or "office" in word.classes or page.small[word.low] > 0 or len(word.low) == 1


__all__ = ["NO_NAME", "capitals", "inside_sentences"]
