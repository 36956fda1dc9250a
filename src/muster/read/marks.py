"""Hedges, people and kin of a page, and the stretch around a claim in which they count."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from muster.model.evidence import Passage
from muster.read.basis.basis import was_present
from muster.read.english.hedges import apart as english_apart
from muster.read.english.hedges import is_hedge as english_hedge
from muster.read.page import Page
from muster.read.people.people import Named
from muster.read.said import Said
from muster.read.slavic.hedges import apart as slavic_apart
from muster.read.slavic.hedges import is_hedge as slavic_hedge
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

_RELATIVE_OF = re.compile(
    r"['’]s\s(?:son|daughter|husband|wife|brother|sister|mother|father|boyfriend|partner"
    r"|grandson|nephew)\b"
)


def _hull(one: Said) -> Span:
    """From the first to the last character of a frame and what it reports."""
    frame = one.frame
    spans = [p for p in (frame.speaker, frame.cue, *frame.parts) if p is not None]
    return Span(min(p.start for p in spans), max(p.stop for p in spans))


_WORD_BEFORE = re.compile(r"\b\w{1,60}\Z")


def _whose_kin(body: str) -> Iterator[str]:
    for relative in _RELATIVE_OF.finditer(body):
        at = relative.start()
        if word := _WORD_BEFORE.search(body, max(0, at - 60), at):
            yield word[0]


# "Her son, Teo, 22, signed up": whose story it is, he having been named before.
_HER_SON = re.compile(
    r"\b([Hh]er|[Hh]is)\s(?:only\s|elder\s|eldest\s|younger\s|youngest\s|late\s)?(?:son|husband|grandson|nephew|fianc[eé]),?\s(?=[A-Z][a-z])"
)
_OWNER = {"her": "f", "his": "m"}
_REACH = 600


def _whose_sons(body: str, people: Sequence[Named]) -> Iterator[str]:
    """Whoever is named last, in full, before "her son, Teo", and is of that gender."""
    for found in _HER_SON.finditer(body):
        gender = _OWNER[found[1].lower()]
        near = (
            n for n in reversed(people) if found.start() - _REACH <= n.start < found.start() and " " in n.norm
        )
        owner = next(near, None)
        if owner is not None and owner.gender in (gender, "-"):
            yield owner.norm


# How many frames before and behind one may stand in its sentence.
_NEAR = 6


class Marks:
    """Hedges and people of the page, found once and looked up by position."""

    def __init__(self, page: Page, named: list[Named], said: Sequence[Said] = ()) -> None:
        self.page = page
        # In the order of their words.
        self.said = said
        self._hedges: dict[str, list[Span]] = {}
        self._kin: frozenset[str] | None = None
        self.people = [n for n in named if n.kind == "person"]

    def related(self, name: str) -> bool:
        """ "Maria's son …": she speaks of him."""
        if self._kin is None:
            self._kin = frozenset((*_whose_kin(self.page.body), *_whose_sons(self.page.body, self.people)))
        return name in self._kin or name.rsplit(" ", 1)[-1] in self._kin

    def present(self, one: Said, window: Span) -> bool:
        """Whether the frame says that its speaker was there."""
        return was_present(self.around(one, window), one.region.language)

    def around(self, one: Said, window: Span) -> str:
        """The words of the frame: what of the window is not reported."""
        return " ".join(self.page.body[low:high] for low, high in self.outside(one, window))

    def beside(self, one: Said, window: Span) -> list[tuple[int, int]]:
        """Where the frame stands in its own half of the sentence: "A rumour says …; the mayor denies it"."""
        anchor = one.frame.cue or one.frame.speaker
        low, high = window
        if anchor is not None and one.frame.parts:
            head = min(anchor.start, one.frame.start)
            low = max(low, self.page.body.rfind("; ", low, head) + 1)
        return self.outside(one, Span(low, high))

    def hedges_of(self, language: str) -> list[Span]:
        if language not in self._hedges:
            self._hedges[language] = _hedges_in(self.page, 0, len(self.page.body), language)
        return self._hedges[language]

    def window(self, one: Said) -> Span:
        """The words and the frame around them, as far as the sentences they stand in."""
        frame = one.frame
        points = [frame.start, frame.stop]
        for span in (frame.cue, frame.speaker, frame.addressee):
            if span:
                points += [span.start, span.stop]
        low, high = min(points), max(points)
        start = one.region.sentence_of(low).start
        stop = max(one.region.sentence_of(max(low, high - 1)).stop, frame.stop)
        if frame.quoted and one.region.level == 0:
            return Span(max(start, min(low, start)), stop)
        return Span(start, stop)

    def outside(self, one: Said, window: Span) -> list[tuple[int, int]]:
        """The window without the reported words: where a carrier of them is named."""
        cuts, at = [], window.start
        for part in one.frame.parts:
            if part.start > at:
                cuts.append((at, part.start))
            at = max(at, part.stop)
        if at < window.stop:
            cuts.append((at, window.stop))
        return cuts

    def hedges(self, window: Span, language: str, one: Said) -> list[Passage]:
        """The hedges of a claim: those of its sentence that do not stand in another's frame beside it."""
        spans = self.hedges_of(language)
        first = bisect.bisect_left(spans, (window.start, 0))
        found = []
        for span in spans[first : first + 64]:
            if span.start >= window.stop:
                break
            # In another speaker's quotation beside this one it is his hedge.
            inside_parts = any(p.start <= span.start < p.stop for p in one.frame.parts)
            if not inside_parts and one.region.quotes_in(span.start, span.start + 1):
                continue
            if not inside_parts and self._anothers(span, one):
                continue
            if one.frame.speaker and span == one.frame.cue and self.page.words(span).endswith("ся"):
                continue  # «сообщается в канале союза»: it is told who says so
            found.append(self.page.passage(*span))
        return found

    def _anothers(self, hedge: Span, one: Said) -> bool:
        """ "One said it may rain, though another warned of snow": each has only his own hedge."""
        own = _hull(one)
        if own.start <= hedge.start < own.stop:
            return False
        at = bisect.bisect_left(self.said, one.frame.start, key=lambda s: s.frame.start)
        for other in self.said[max(0, at - _NEAR) : at + _NEAR]:
            hull = _hull(other)
            if hull.start <= hedge.start < hull.stop and not (
                hull.start <= own.start and own.stop <= hull.stop
            ):
                return True
        return False

    def is_person(self, span: Span) -> bool:
        at = bisect.bisect_right(self.people, span.start, key=lambda n: n.stop)
        return at < len(self.people) and self.people[at].start < span.stop


def hedges_within(page: Page, span: Span, language: str) -> tuple[Passage, ...]:
    """The hedges of what an outlet tells itself."""
    return tuple(page.passage(*h) for h in _hedges_in(page, *span, language))


def _hedges_in(page: Page, low: int, high: int, language: str) -> list[Span]:
    """The hedges of a stretch, in their order, none within another."""
    body = page.body
    found = [Span(*m.span()) for m in lexicon(language).hedge.finditer(body, low, high)]
    if language == "en":
        found = [s for s in found if english_hedge(body, *s)]
        wide = [Span(*s) for s in english_apart(body, low, high)]
    else:
        found = [s for s in found if slavic_hedge(body, *s, language)]
        wide = [Span(*s) for s in slavic_apart(body, low, high, language)]
    if not wide:
        return found
    kept: list[Span] = []
    for span in sorted((*found, *wide), key=lambda s: (s.start, -s.stop)):
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
        elif span.stop > kept[-1].stop:
            kept[-1] = Span(kept[-1].start, span.stop)
    return kept


__all__ = ["Marks", "hedges_within"]
