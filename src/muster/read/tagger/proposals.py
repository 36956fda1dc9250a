"""Windows tagged, tags read as frames with exact spans. Method: docs/why/methods/attribution-tagger.md."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import Any, Protocol

from muster.read.frames import Frame, clean
from muster.read.page import Page
from muster.read.tagger.decode import Run, Tie, ties
from muster.read.tagger.network import network
from muster.read.tagger.nothing_said import gives_no_words, says_nothing
from muster.read.tagger.whole_cues import whole_cues
from muster.read.tagger.windows import Window, windows
from muster.text.sources.cues import lexicon
from muster.text.spans import Span


class Model(Protocol):
    """A network of any make."""

    pair: dict[str, Any]

    def scores(self, ids: list[int], case: list[int], quote: list[int]) -> tuple[Any, Any, Any]: ...


_LANGUAGE = "en"
_ARTICLES = ("the", "a", "an")
# "Neither confirmed nor denied": nothing was said.
_NEITHER = re.compile(r"\b(?:neither|nor)\s\Z", re.I)
# "Declined to [say] who it was": the network may mark the last verb alone.
_REFUSING = re.compile(
    r"\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|unable|(?:would|will|did|do|does|could|can|has|have|had)\snot"
    r"|cannot|(?:would|wo|did|do|does|could|ca|has|have|had)n['’]t)\s(?:to\s)?\Z",
    re.I,
)
# A word cut by a tag in its middle is taken whole, up to this many characters either way.
_WORD = 40


def propose(page: Page) -> list[Frame]:
    """Frames of the English sentences, by position; ``confidence`` is the network's, between 0 and 1.

    What the network was taught and our guidelines count as no claim is left out: questions, refusals to tell.
    Raises MissingPart where the parts that run the network are not installed.
    """
    return [frame for frame in frames_of(page, network()) if not _silent(page, frame)]


def _silent(page: Page, frame: Frame) -> bool:
    """Whether it tells of words without telling the words."""
    if frame.cue is None or frame.quoted or len(frame.parts) > 1:
        return False
    part, cue = frame.parts[0], frame.cue
    begins = min(cue.start, frame.speaker.start) if frame.speaker else cue.start
    refused = _REFUSING.search(page.body, max(0, cue.start - _WORD), cue.start)
    words = page.body[refused.start() if refused else cue.start : cue.stop]
    if gives_no_words(words, page.words(part)):
        return True
    return says_nothing(page.body, begins, words, page.words(part), part.start)


def frames_of(page: Page, model: Model) -> list[Frame]:
    """What one network proposes for a page."""
    marks = [(q.inner_start, q.inner_stop) for q in page.quotations]
    found: list[Frame] = []
    for window in windows(page, _LANGUAGE):
        tags, of_cue, of_piece = model.scores(window.ids(), window.cases(), window.quotes())
        here: list[Frame] = []
        for tie in ties(tags, of_cue, of_piece, model.pair, window.sentences(), window.opening()):
            first = tie.cue.first if tie.cue else tie.content[0].first if tie.content else 0
            # The context is there to be looked at; its own cues were read with the window before.
            if first > window.first:
                frame = _frame(page, window, tie, marks)
                if frame is not None:
                    here.append(frame)
        found += whole_cues(page, here)
    return _distinct(sorted(_each_part_once(page, found), key=lambda f: (f.start, -f.stop)))


def _frame(page: Page, window: Window, tie: Tie, marks: list[tuple[int, int]]) -> Frame | None:
    cue = _span(page.body, window, tie.cue) if tie.cue else None
    parts = [span for run in tie.content if (span := _span(page.body, window, run)) is not None]
    if not parts or (tie.cue and cue is None):
        return None
    parts = [_to_its_mark(page.body, part, cue, marks) for part in parts]
    quoted = all(_is_quotation(part, marks) for part in parts)
    if cue is None and not quoted:
        return None  # whoever is credited with a picture did not say what its caption says
    if not quoted and len(parts) == 1 and not any(map(str.isspace, page.words(parts[0]))):
        return None  # "says so", "bears her": one word is a content only between marks
    source = _span(page.body, window, tie.source[0]) if tie.source else None
    if source is not None and page.words(source).lower() in _ARTICLES:
        source = None
    if cue is not None and _NEITHER.search(page.body, max(0, cue.start - 8), cue.start):
        return None
    known = lexicon(_LANGUAGE).cue_class.get(page.words(cue).lower()) if cue else None
    if source is None and known is None:
        return None  # neither a speaker nor a verb that is known to need one
    runs = [*tie.content, *tie.source[:1], *([tie.cue] if tie.cue else [])]
    return Frame(
        parts,
        known or "say",
        cue,
        source,
        "span" if source else "nobody",
        quoted=quoted,
        confidence=round(min(run.sure for run in runs), 4),
    )


def _each_part_once(page: Page, found: list[Frame]) -> list[Frame]:
    """A second quotation with a verb of its own does not go on with the first."""
    begins = [s.start for s in page.sentences]

    def away(frame: Frame, part: Span) -> int:
        """Sentences between the verb and a part; 0 where there is no verb."""
        if frame.cue is None:
            return 0
        return abs(bisect.bisect_right(begins, frame.cue.start) - bisect.bisect_right(begins, part.start))

    least: dict[Span, int] = {}
    for frame in found:
        for part in frame.parts:
            least[part] = min(least.get(part, len(begins)), away(frame, part))
    kept = []
    for frame in found:
        parts = [part for part in frame.parts if away(frame, part) == least[part]]
        kept.append(replace(frame, parts=parts) if parts else frame)
    return kept


def _distinct(found: list[Frame]) -> list[Frame]:
    """Of frames with the same words one that names a speaker makes those that name none superfluous."""
    named = {(f.start, f.stop) for f in found if f.speaker}
    return [f for f in found if f.speaker or (f.start, f.stop) not in named]


def _to_its_mark(body: str, part: Span, cue: Span | None, marks: list[tuple[int, int]]) -> Span:
    """A content that begins with a quotation ends with it, unless its verb stands inside."""
    i = _quotation_at(part, marks)
    if i < 0 or abs(marks[i][0] - part.start) > 2 or (cue and marks[i][0] <= cue.start < marks[i][1]):
        return part
    return clean(body, part.start, marks[i][1]) if part.stop < marks[i][1] else part


def _quotation_at(part: Span, marks: list[tuple[int, int]]) -> int:
    """Index of the last pair of marks that opens before the part, or with it; -1 where none does."""
    return bisect.bisect_right(marks, (part.start + 1, 1 << 62)) - 1


def _span(body: str, window: Window, run: Run) -> Span | None:
    """Characters of a run, whole words, without marks and end punctuation; None where nothing is left."""
    pieces = window.pieces[max(0, run.first - 1) : run.last]
    if not pieces:
        return None
    start, stop = pieces[0].span.start, pieces[-1].span.stop
    low, high = max(0, start - _WORD), min(len(body), stop + _WORD)
    while start > low and body[start - 1].isalnum() and body[start].isalnum():
        start -= 1
    while stop < high and body[stop].isalnum() and body[stop - 1].isalnum():
        stop += 1
    span = clean(body, start, stop)
    return span if span.stop > span.start else None


def _is_quotation(part: Span, marks: list[tuple[int, int]]) -> bool:
    """Whether a part is the words of one pair of marks, but for the punctuation at their ends."""
    i = _quotation_at(part, marks)
    return i >= 0 and abs(marks[i][0] - part.start) <= 2 and abs(marks[i][1] - part.stop) <= 3


__all__ = ["Model", "frames_of", "propose"]
