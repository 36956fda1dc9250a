"""The texts shown in full: which, how far, and where a record's words stand on the page."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from muster.model.claims import Claim, Quantity, Reading, ReadingPart
from muster.model.evidence import Document, Passage, Text
from muster.publish.evidence import Evidence
from muster.publish.page.highlight import Mark, marked
from muster.publish.page.shown import Limits
from muster.publish.page.survey import Place

_AROUND = 260
# Figures of one question stand in many texts, and reading one back costs milliseconds: an ordinary
# project is held whole, a large one in part.
_KEPT_CHARACTERS = 4_000_000
_KEPT = 2_000
# Many more are only named or put in order: of these neither text nor reading is needed.
_DOCUMENTS = 20_000
_SHOWN: Final[frozenset[ReadingPart]] = frozenset({"claims", "quantities", "times", "events"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document with its text, and of its reading what the page shows, where there are any."""

    document: Document
    text: Text | None
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as HTML, and the claims that begin in it."""

    html: Markup
    claims: tuple[Claim, ...]


class Shelf:
    """Chooses and hands out the texts of the page; at most a few are in memory at once."""

    def __init__(self, evidence: Evidence, first: Iterable[str], limits: Limits) -> None:
        self._evidence = evidence
        self.document = lru_cache(maxsize=_DOCUMENTS)(evidence.document)
        self._kept: OrderedDict[str, Sheet] = OrderedDict()
        self._kept_characters = 0
        self.shown = self._choose(first, limits)

    def _choose(self, first: Iterable[str], limits: Limits) -> dict[str, int]:
        """Document id → characters shown: the ones the page rests on, then the oldest, within the budget."""
        rest = heapq.nsmallest(
            limits.documents,
            ((d.published or "~", d.address, d.id) for d in self._evidence.documents()),
        )
        shown: dict[str, int] = {}
        left = limits.characters
        for document in dict.fromkeys([*first, *(id for _, _, id in rest)]):
            if len(shown) >= limits.documents or left <= 0:
                break
            text = self._evidence.text_of(document)
            length = min(len(text.body) if text else 0, limits.characters_each, left)
            shown[document] = length
            left -= length
        return shown

    def sheet(self, document: str) -> Sheet:
        """The document with its text and what the page shows of its reading."""
        sheet = self._kept.get(document)
        if sheet is None:
            e = self._evidence
            sheet = Sheet(self.document(document), e.text_of(document), e.reading_of(document, _SHOWN))
            self._kept[document] = sheet
            self._kept_characters += _length(sheet)
            while len(self._kept) > _KEPT or (
                self._kept_characters > _KEPT_CHARACTERS and len(self._kept) > 1
            ):
                _, gone = self._kept.popitem(last=False)
                self._kept_characters -= _length(gone)
        else:
            self._kept.move_to_end(document)
        return sheet

    def href(self, place: Place) -> str:
        """A link to the words of a record, to the head of a text cut before them, or "" where not shown."""
        length = self.shown.get(place.document)
        if length is None:
            return ""
        return f"#{place.record}" if place.start < length else f"#{place.document}"

    def paragraphs(self, document: str) -> Iterator[Paragraph]:
        """The shown part of a text, marked, with an anchor at every claim, quantity and event."""
        sheet = self.sheet(document)
        if sheet.text is None:
            return
        blocks = _blocks(sheet.text.body, self.shown.get(document, 0))
        starts = [start for start, _ in blocks]
        homes: dict[int, list[Mark]] = {}
        for mark in marks_of(sheet.reading, anchors=True):
            first = max(0, bisect_right(starts, mark.start) - 1)
            for i in range(first, len(blocks)):
                if blocks[i][0] >= mark.stop:
                    break
                home = mark if i == first else Mark(mark.start, mark.stop, mark.layer)
                homes.setdefault(i, []).append(home)
        claims: dict[int, list[Claim]] = {}
        for claim in sheet.reading.claims if sheet.reading else ():
            claims.setdefault(max(0, bisect_right(starts, claim.passage.start) - 1), []).append(claim)
        for i, (start, stop) in enumerate(blocks):
            # The blanks that end a block belong to no record; shown, they would tear the page apart.
            shown = start + len(sheet.text.body[start:stop].rstrip())
            if shown == start:
                continue
            html = marked(sheet.text.body, start, shown, homes.get(i, ()))
            yield Paragraph(html, tuple(c for c in claims.get(i, ()) if c.passage.start < stop))

    def snippet(self, sheet: Sheet, focus: Passage) -> Markup:
        """The line around ``focus``, marked, at most some 260 characters to either side."""
        assert sheet.text is not None
        body = sheet.text.body
        line_start = max(body.rfind("\n", 0, focus.start), body.rfind("\r", 0, focus.start)) + 1
        line_stop = body.find("\n", focus.stop)
        line_stop = len(body) if line_stop < 0 else line_stop
        start = line_start if focus.start - line_start <= _AROUND else _word(body, focus.start - _AROUND)
        stop = line_stop if line_stop - focus.stop <= _AROUND else _word(body, focus.stop + _AROUND)
        stop = max(stop, focus.stop)
        marks = [*marks_of(sheet.reading, anchors=False), Mark(focus.start, focus.stop, "focus")]
        html = marked(body, start, stop, marks)
        before = Markup("… ") if start > line_start else Markup("")
        after = Markup(" …") if stop < line_stop else Markup("")
        return before + html + after


def _length(sheet: Sheet) -> int:
    return len(sheet.text.body) if sheet.text else 0


def _word(body: str, at: int) -> int:
    """The next start of a word, looked for a few characters on only."""
    found = body.find(" ", at, at + 40)
    return found + 1 if found >= 0 else at


def _blocks(body: str, length: int) -> list[tuple[int, int]]:
    """Lines that are not blank, as (start, stop) with the blanks before them, until ``length``."""
    blocks: list[tuple[int, int]] = []
    start = 0
    while start < length:
        stop = body.find("\n", start)
        stop = length if stop < 0 else min(stop + 1, length)
        if blocks and not body[start:stop].strip():
            blocks[-1] = (blocks[-1][0], stop)
        else:
            blocks.append((start, stop))
        start = stop
    return blocks


def marks_of(reading: Reading | None, *, anchors: bool) -> Iterator[Mark]:
    """What was found in a text, as marks; with ``anchors`` one at every claim, quantity and event."""
    if reading is None:
        return
    for claim in reading.claims:
        for i, part in enumerate(claim.parts or (claim.passage,)):
            yield Mark(part.start, part.stop, "claim", claim.id if anchors and i == 0 else "")
        for layer, passage in (("cue", claim.cue), ("speaker", claim.speaker)):
            if passage is not None:
                yield Mark(passage.start, passage.stop, layer)
        for hedge in claim.hedges:
            yield Mark(hedge.start, hedge.stop, "hedge")
    for q in reading.quantities:
        yield Mark(q.passage.start, q.passage.stop, "quantity", q.id if anchors else "")
    for t in reading.times:
        yield Mark(t.passage.start, t.passage.stop, "time")
    if anchors:
        for e in reading.events:
            yield Mark(e.passage.start, e.passage.stop, "", e.id)


def find_quantity(sheet: Sheet, id: str) -> tuple[Quantity | None, Claim | None]:
    """A quantity of a sheet and the claim it stands in."""
    if sheet.reading is None:
        return None, None
    quantity = next((q for q in sheet.reading.quantities if q.id == id), None)
    wanted = quantity.claim if quantity else None
    return quantity, next((c for c in sheet.reading.claims if c.id == wanted), None)


__all__ = ["Paragraph", "Sheet", "Shelf", "find_quantity", "marks_of"]
