"""Quotation marks of all kinds in, quotations out; broken ones too, and never an error.

What is told apart: apostrophes (don't, п'ять, О’Коннор, soldiers’), inches, bullets (» at the head
of a line); a mark opened again after the end of a sentence without having been closed (common in
machine-rewritten news); a mark closed with another kind; a quotation that runs over paragraphs,
opened again in each and closed once, or opened once and closed paragraphs later, or never closed
though the next one begins with words that an editor filled in [so]. A quotation never
crosses a paragraph: one that goes on is one quotation in each, and one that is not closed stops at
the end of its paragraph and says ``closed=False``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from muster.text.segment import paragraphs
from muster.text.spans import Span, trim


class Quotation(NamedTuple):
    """``body[start:stop]`` with its marks, ``body[inner_start:inner_stop]`` without them.

    ``level``: 0 for one that stands in no other. ``closed``: its own closing mark was found.
    """

    start: int
    stop: int
    inner_start: int
    inner_stop: int
    level: int
    closed: bool


class _Open(NamedTuple):
    at: int
    inner: int
    kind: str
    slot: int


_MARK = re.compile("[“”\"«»„‟‹›]|``|''|(?<!\\w)[‘’'‚`´](?=\\w|\\.\\.|…|[“\"«„])|(?<!\\s)[’'‘´](?!\\w)")
_DOUBLE = frozenset(["“", "”", '"', "«", "»", "„", "‟", "``", "''"])
_OPENERS = {"«": "«", "„": "„", "``": "``", "‹": "‹", "‚": "‘", "“": "“", "‟": "“"}
_CLOSES = {
    "»": "«",
    "”": "“",
    "''": "``",
    "›": "‹",
    '"': '"',
    "’": "‘",
    "'": "'",
    "‘": "‘",
    "´": "`",
    "“": "„",
}
# Beyond this depth marks are noise, and a search for a partner would make the cost square.
_DEEPEST = 12
_LONGEST_SINGLE = 1_000
# A quotation opened in one paragraph and closed in a later one, with no marks between.
_LONGEST_RUN = 5
# Blanks between a sentence's end and the mark that opens again; what stands farther is not looked at.
_WIDEST_GAP = 80
_OPENS_PARAGRAPH = re.compile('[“"«„]')
# A first sentence with words that an editor put in brackets: an outlet's own words need none.
_EDITED = re.compile(
    r"[^\[\]\n“”\"«».!?]{0,400}\[[a-zа-яіїєґ‘'][^\[\]\n]{1,80}\](?!\()[^\[\]\n“”\"«».!?]{0,400}[.!?…]+(?=\s|\Z)"
)


def quotations(body: str) -> list[Quotation]:
    """Every quotation, by start; nested ones follow the one they stand in."""
    return quotations_in(body, paragraphs(body))


def quotations_in(body: str, blocks: Sequence[Span]) -> list[Quotation]:
    """As `quotations`, for paragraphs that were found already."""
    found: list[Quotation] = []
    waiting: list[Span] = []  # paragraphs since one ended inside a quotation, if one did
    for block in blocks:
        pairs = _in_paragraph(body, block)
        if waiting and pairs.stray is not None and len(waiting) <= _LONGEST_RUN:
            for middle in waiting[1:]:
                found.append(Quotation(*middle, *middle, 0, False))
            close = pairs.stray
            found.append(Quotation(block.start, close.stop, block.start, close.start, 0, True))
            waiting = []
        opens = _OPENS_PARAGRAPH.match(body, block.start)
        here = pairs.finish()
        found += here
        if any(not q.closed and q.stop == block.stop for q in here):
            waiting = [block]
        elif waiting and not opens and (edited := _EDITED.match(body, block.start, block.stop)):
            found.append(Quotation(block.start, edited.end(), block.start, edited.end(), 0, False))
            waiting = []
        elif waiting and not here and not opens and len(waiting) <= _LONGEST_RUN:
            waiting.append(block)
        else:
            waiting = []
    return sorted(found, key=lambda q: (q.start, -q.stop))


def _in_paragraph(body: str, block: Span) -> _Pairs:
    pairs = _Pairs(body, block)
    for mark in _MARK.finditer(body, block.start, block.stop):
        pairs.see(mark.group(), mark.start(), mark.end())
    return pairs


class _Pairs:
    """The marks of one paragraph, paired from left to right with a stack."""

    def __init__(self, body: str, block: Span) -> None:
        self.body = body
        self.block = block
        self.stack: list[_Open] = []
        self.found: list[Quotation | None] = []
        self.stray: Span | None = None  # a closing mark before anything was opened

    def see(self, mark: str, at: int, end: int) -> None:
        before = self.body[at - 1] if at > self.block.start else " "
        after = self.body[end] if end < self.block.stop else " "
        opens = _may_open(mark, before, after)
        closes = _may_close(mark, before, after)
        if mark == "»" and at == self.block.start:
            return  # a bullet
        if opens and closes:
            # Both could be: a partner that waits decides.
            opens = not self._waiting(mark)
        if opens:
            self._open(mark, at, end)
        elif closes:
            self._close(mark, at, end)

    def _waiting(self, mark: str) -> bool:
        return any(_fits(o.kind, mark) == 2 for o in self.stack[-_DEEPEST:])

    def _open(self, mark: str, at: int, end: int) -> None:
        kind = _OPENERS.get(mark, mark)
        if mark == "”":
            kind = "“"
        elif mark in "’'‘`´" and len(mark) == 1:
            kind = "‘" if mark in "’‘" else mark
        if kind in _DOUBLE:
            self._reopened(kind, at)
        if len(self.stack) < _DEEPEST:
            self.stack.append(_Open(at, end, kind, len(self.found)))
            self.found.append(None)

    def _reopened(self, kind: str, at: int) -> None:
        """A mark opened again after a sentence's end, though the one before was never closed."""
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].kind == kind:
                near = max(self.stack[depth].inner, at - _WIDEST_GAP)
                said = self.body[near:at].rstrip(" \t\n\r'’")
                if said[-1:] in ".!?…" and self.body[at - 1].isspace():
                    self._abandon(depth, trim(self.body, self.stack[depth].at, at).stop)
                return

    def _close(self, mark: str, at: int, end: int) -> None:
        best, score = -1, 0
        for depth in range(len(self.stack) - 1, -1, -1):
            fit = _fits(self.stack[depth].kind, mark)
            if fit > score:
                best, score = depth, fit
            if score == 2:
                break
        if best < 0:
            if not self.found and self.stray is None and mark in _DOUBLE:
                self.stray = Span(at, end)
            return
        partner = self.stack[best]
        if partner.kind not in _DOUBLE and at - partner.inner > _LONGEST_SINGLE:
            return
        self._abandon(best + 1, at)
        self.stack.pop()
        if at > partner.inner:
            self.found[partner.slot] = Quotation(partner.at, end, partner.inner, at, 0, True)

    def _abandon(self, depth: int, stop: int) -> None:
        """Whatever is still open from this depth on was never closed; it reaches to ``stop``."""
        for lost in self.stack[depth:]:
            if lost.kind in _DOUBLE:
                # «A «B»: one mark closed both.
                nested = [q for q in self.found[lost.slot + 1 :] if q is not None and q.closed]
                same = [q for q in nested if self.body[q.start] == self.body[lost.at] and lost.kind == "«"]
                reach = same[-1].stop if same else stop
                inner = trim(self.body, lost.inner, reach)
                if inner.stop > inner.start:
                    self.found[lost.slot] = Quotation(lost.at, reach, lost.inner, reach, 0, False)
        del self.stack[depth:]

    def finish(self) -> list[Quotation]:
        self._abandon(0, self.block.stop)
        return _with_levels([q for q in self.found if q is not None])


def _with_levels(found: list[Quotation]) -> list[Quotation]:
    """Levels counted from what stands, not from marks that came to nothing."""
    around: list[int] = []
    levelled = []
    for quotation in sorted(found, key=lambda q: (q.start, -q.stop)):
        while around and around[-1] <= quotation.start:
            around.pop()
        levelled.append(quotation._replace(level=len(around)))
        around.append(quotation.stop)
    return levelled


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in ("«", "„", "``", "‹", "‚"):
        return not after.isspace()
    if mark in ("»", "''", "›"):
        return False
    if after.isspace() or (after in ".,;:!?)…" and mark != '"'):
        return False
    fresh = before.isspace() or before in "([{-–—/“\"«„‘'‹*_>\u200b\ufeff"
    if mark == "“":
        return fresh or before in ".,:;!?"
    if mark in ("”", "‟", '"'):
        return fresh or (mark == '"' and before in ",:;" and after.isalpha())
    return fresh and (after.isalpha() or after in '.…“"«„')


def _may_close(mark: str, before: str, after: str) -> bool:
    if mark in ("«", "„", "``", "‹", "‚", "‟", "`"):
        return False
    if mark in ("»", "”", "''", "›", "“"):
        return True
    if mark == '"':
        return not (before.isspace() and after.isalnum())
    return not before.isspace() and not after.isalnum()


def _fits(opened: str, mark: str) -> int:
    """2: its own closing mark; 1: another kind that writers use for it; 0: no partner."""
    if _CLOSES.get(mark) == opened:
        return 2
    double = mark in _DOUBLE
    if double != (opened in _DOUBLE):
        return 0
    if double:
        return 1 if mark in '”"»“' or mark == "''" else 0
    return 2 if {opened, mark} <= {"‘", "’", "'", "`", "´"} else 1


__all__ = ["Quotation", "quotations", "quotations_in"]
