"""Documents in, windows with their right tags out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus import UNREAD, Document, Spans

from muster.model.evidence import Text
from muster.read.page import Page, lay_out
from muster.read.tagger.windows import Window, windows

IGNORED = -100


@dataclass(slots=True)
class Example:
    """Tags by piece, the two end marks among them. ``pairs``: (pieces of the cue, source, content);
    a pair without a cue has no pieces."""

    window: Window
    flat: list[list[int]]  # source, cue, content
    pairs: list[tuple[list[int], list[int], list[int]]] = field(default_factory=list)


def page_of(text: str) -> Page:
    """Laid out as it will be at run time; all paragraphs count as English."""
    return lay_out(Text("text", "doc", text, "en", "training"))


def examples(document: Document, length: int) -> list[Example]:
    """The windows of one text, so many word pieces long at most."""
    if document.name in UNREAD:
        return []
    return [example(document, window) for window in windows(page_of(document.text), "en", length)]


def digest(documents: Iterable[Document], lengths: Iterable[int]) -> str:
    """SHA-256 of all that is learnt from the documents: another one makes another network."""
    known = hashlib.sha256()
    every = list(documents)
    for length in lengths:
        for e in (e for d in every for e in examples(d, length)):
            w = e.window
            known.update(repr((w.ids(), w.cases(), w.quotes(), w.first, e.flat, e.pairs)).encode())
    return known.hexdigest()


def example(document: Document, window: Window) -> Example:
    """Only spans with a piece in the window count; of nested contents the flat layer has the outer one."""
    flat = [[0] * (len(window.pieces) + 2) for _ in range(3)]
    found = Example(window, flat)
    low = window.pieces[window.first].span.start
    high = window.pieces[-1].span.stop
    for a in sorted(document.attributions, key=lambda a: -sum(y - x for x, y in a.content)):
        for layer, spans in zip(flat, (a.source, a.cue, a.content), strict=True):
            _mark(layer, window, spans, keep=True)
        cue = [0] * len(flat[0])
        _mark(cue, window, a.cue)
        pieces = [i for i, tag in enumerate(cue) if tag]
        inside = any(x < high and low < y for x, y in (a.cue or a.content))
        if not inside or (a.cue and not pieces):
            continue
        source, content = [0] * len(cue), [0] * len(cue)
        _mark(source, window, a.source)
        _mark(content, window, a.content)
        found.pairs.append((pieces, source, content))
    for layer in flat:
        layer[1 : window.first + 1] = [IGNORED] * window.first
    return found


def _mark(layer: list[int], window: Window, spans: Spans, keep: bool = False) -> None:
    for start, stop in spans:
        begun = False
        for i, piece in enumerate(window.pieces, start=1):
            a, b = piece.span
            if a < stop and start < b:
                if keep and layer[i]:
                    begun = True
                    continue
                layer[i] = 2 if begun else 1
                begun = True
