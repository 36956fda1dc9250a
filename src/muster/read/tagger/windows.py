"""A page cut into the windows that the tagger reads: word pieces with where they stand.

Whole sentences go into a window as long as they fit; paragraphs are told apart by a mark of their
own, and the last pieces before a window are repeated at its head as context that is not read again.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from muster.read.page import Page
from muster.read.tagger.pieces import pieces, vocabulary
from muster.text.spans import Span

# Ids of the BERT vocabulary.
START, STOP, BREAK = 101, 102, 1
LENGTH = 192
CONTEXT = 32
# Before these a clause may end: conjunctions and words that begin a clause beside it; marks.
_WORDS = (
    "and but or nor yet so while whereas when where because as after before since although though if unless "
    "until who whose which that saying adding citing according says said say told"
)
_MARKS = ", . ; : ! ? ( ) [ ] / - – — … \" ' ‘ ’ “ ” « »"


@dataclass(slots=True)
class Piece:
    """One word piece: its id, its characters, and the features that an uncased vocabulary loses."""

    number: int
    span: Span
    case: int  # 0 no letter, 1 small, 2 capital first, 3 all capitals
    quote: int  # 0 outside quotation marks, 1 inside, 2 inside two pairs
    sentence: int  # of the page


@dataclass(slots=True)
class Window:
    """Pieces between the two end marks. Those before ``first`` are context."""

    pieces: list[Piece]
    first: int

    def ids(self) -> list[int]:
        return [START, *(p.number for p in self.pieces), STOP]

    def cases(self) -> list[int]:
        return [0, *(p.case for p in self.pieces), 0]

    def sentences(self) -> list[int]:
        return [-1, *(p.sentence for p in self.pieces), -1]

    def opening(self) -> list[bool]:
        """Before which pieces a clause may end."""
        known = _opening()
        return [True, *(p.number in known for p in self.pieces), True]

    def quotes(self) -> list[int]:
        return [0, *(p.quote for p in self.pieces), 0]


@functools.cache
def _opening() -> frozenset[int]:
    known = vocabulary()
    return frozenset([BREAK, *(known[w] for w in f"{_WORDS} {_MARKS}".split() if w in known)])


@dataclass(slots=True)
class _Depth:
    """How many quotations hold a character; asked in the order of the text."""

    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)

    def at(self, position: int) -> int:
        return bisect.bisect_right(self.starts, position) - bisect.bisect_right(self.stops, position)


def windows(page: Page, wanted: str = "en", length: int = LENGTH) -> Iterator[Window]:
    """The windows of all sentences in one language, in the order of the text."""
    waiting: list[Piece] = []
    first = 0
    for paragraph in _paragraphs(page, wanted):
        for sentence in paragraph:
            if waiting[first:] and len(waiting) - first + len(sentence) > length:
                yield Window(waiting, first)
                waiting = waiting[-CONTEXT:]
                first = len(waiting)
            while len(sentence) > length:
                yield Window([*waiting, *sentence[:length]], first)
                waiting = sentence[length - CONTEXT : length]
                first = len(waiting)
                sentence = sentence[length:]
            waiting = [*waiting, *sentence]
    if waiting[first:]:
        yield Window(waiting, first)


def _paragraphs(page: Page, wanted: str) -> Iterator[list[list[Piece]]]:
    """Sentences of one paragraph as pieces, the last followed by the mark of a break."""
    depth = _Depth(
        sorted(q.inner_start for q in page.quotations), sorted(q.inner_stop for q in page.quotations)
    )
    found: list[list[Piece]] = []
    block = -1
    rows = zip(page.sentences, page.languages, page.paragraph_of, strict=True)
    for at, (sentence, language, paragraph) in enumerate(rows):
        if language != wanted:
            continue
        if paragraph != block and found:
            yield _ended(found)
            found = []
        block = paragraph
        cut = list(_pieces(page.body, sentence, at, depth))
        if cut:
            found.append(cut)
    if found:
        yield _ended(found)


def _ended(found: list[list[Piece]]) -> list[list[Piece]]:
    stop = found[-1][-1].span.stop
    return [*found[:-1], [*found[-1], Piece(BREAK, Span(stop, stop), 0, 0, -1)]]


def _pieces(body: str, sentence: Span, at: int, depth: _Depth) -> Iterator[Piece]:
    for number, start, stop in pieces(body, *sentence):
        yield Piece(number, Span(start, stop), _case(body[start:stop]), min(2, depth.at(start)), at)


def _case(words: str) -> int:
    if words.islower():
        return 1
    if len(words) > 1 and words.isupper():
        return 3
    return 2 if words[:1].isupper() else int(any(map(str.isalpha, words)))


__all__ = ["LENGTH", "Piece", "Window", "windows"]
