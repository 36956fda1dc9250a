"""What the outlet itself asserts: only where it gives a number, so that every number has a claim."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from muster.model.claims import Claim, Quantity
from muster.model.ids import span_id
from muster.read.frames import clean
from muster.read.marks import hedges_within
from muster.read.page import Page
from muster.text.spans import Span, union

_HOW_MANY = ("count", "share", "rate")


def own_voice_claims(page: Page, claims: Sequence[Claim], quantities: Sequence[Quantity]) -> list[Claim]:
    """One claim for each stretch of a sentence that gives a number and that nobody is said to have said."""
    said = union((p.start, p.stop) for c in claims for p in (c.parts or (c.passage,)))
    starts = [s.start for s in said]
    speakers = union((c.speaker.start, c.speaker.stop) for c in claims if c.speaker)
    heads = [s.start for s in speakers]
    frames = union(_frame(c) for c in claims if c.cue)
    cues = sorted(c.cue.start for c in claims if c.cue)
    found: dict[Span, Claim] = {}
    for quantity in quantities:
        if quantity.kind not in _HOW_MANY:
            continue
        at = quantity.passage.start
        if quantity.vague is not None and _counts_speakers(speakers, heads, at):
            continue
        i = bisect.bisect_right(starts, at) - 1
        if i >= 0 and said[i].stop > at:
            continue
        sentence = page.sentences[page.sentence_at(at)]
        low = max(sentence.start, said[i].stop if i >= 0 else 0)
        high = min(sentence.stop, said[i + 1].start) if i + 1 < len(said) else sentence.stop
        if high < sentence.stop:
            high = _before_the_frame(page, cues, quantity.passage.stop, high)
            high = _before_the_clause(page, frames, quantity.passage.stop, high)
        if _within(frames, at, low, high):
            continue
        span = clean(page.body, low, max(high, quantity.passage.stop))
        span = Span(min(span.start, at), max(span.stop, quantity.passage.stop))
        if span not in found:
            found[span] = _claim(page, span, page.languages[page.sentence_at(at)])
    return list(found.values())


def _frame(claim: Claim) -> Span:
    """Speaker, verb and whoever was told, with what stands between them."""
    ends = [(p.start, p.stop) for p in (claim.cue, claim.addressee) if p]
    if claim.speaker and claim.cue and -_LINK < claim.cue.start - claim.speaker.stop <= _AUXILIARIES:
        ends.append((claim.speaker.start, claim.speaker.stop))
    elif claim.speaker and claim.cue and 0 < claim.speaker.start - claim.cue.stop <= _LINK:
        ends.append((claim.speaker.start, claim.speaker.stop))  # "“…,” said two officials."
    return Span(min(a for a, _ in ends), max(b for _, b in ends))


def _within(frames: Sequence[Span], at: int, low: int, high: int) -> bool:
    """ "Two officers told their three deputies that …": the numbers count who speaks and who hears."""
    i = bisect.bisect_right(frames, at, key=lambda f: f.start) - 1
    if i < 0 or frames[i].stop <= at:
        return False
    return low >= frames[i].start - _LINK and high <= frames[i].stop + _LINK


# "But two officers said that": so many characters may stand beside a frame.
_LINK: Final = 6
# "Three officers have since repeatedly said": between a speaker and his verb stands no more.
_AUXILIARIES: Final = 24


_AND_HIS_VERB: Final = re.compile(r",?\s(?:and|but)\s+(?:(?:he|she|they|also)\s)?\Z")


def _before_the_frame(page: Page, cues: Sequence[int], low: int, high: int) -> int:
    """Of "X counted forty and said that …" the outlet's words end before "and said"."""
    i = bisect.bisect_left(cues, low)
    if i == len(cues) or cues[i] >= high:
        return high
    link = _AND_HIS_VERB.search(page.body, low, cues[i])
    return link.start() if link else high


_CLAUSE: Final = re.compile(r"[,;](?=\s[^,;]{0,40}\Z)")


def _before_the_clause(page: Page, frames: Sequence[Span], low: int, high: int) -> int:
    """Of "the ministry spoke of sixty, now its hospital admits" (and what it admits) the outlet's words end
    at the comma before who speaks next."""
    i = bisect.bisect_left(frames, low, key=lambda f: f.start)
    if i == len(frames) or not low <= frames[i].start <= frames[i].stop <= high <= frames[i].stop + _LINK:
        return high
    clause = _CLAUSE.search(page.body, low, frames[i].start)
    return clause.start() if clause else high


def _counts_speakers(speakers: Sequence[Span], heads: Sequence[int], at: int) -> bool:
    """ "Several lawyers said that …": the vague word tells who speaks, and is no finding of the outlet."""
    i = bisect.bisect_right(heads, at) - 1
    return i >= 0 and at < speakers[i].stop


def _claim(page: Page, span: Span, language: str) -> Claim:
    return Claim(
        id=span_id("claim", page.text.id, span.start, span.stop, "own"),
        passage=page.passage(*span),
        kind="indirect",
        hedges=hedges_within(page, span, language),
        own_voice=True,
        source_kind="organisation",
        confidence=0.6,
    )


def with_claims(quantities: Sequence[Quantity], claims: Sequence[Claim]) -> list[Quantity]:
    """Each quantity with the innermost claim whose words hold it. Linear: both lists are swept in order."""
    order = sorted(claims, key=lambda c: (c.passage.start, -c.passage.stop))
    result: list[Quantity] = []
    active: list[Claim] = []
    at = 0
    for quantity in sorted(quantities, key=lambda q: (q.passage.start, q.passage.stop)):
        start, stop = quantity.passage.start, quantity.passage.stop
        while at < len(order) and order[at].passage.start <= start:
            active.append(order[at])
            at += 1
        active = [c for c in active if c.passage.stop > start]
        holding = [
            c for c in active if any(p.start <= start and stop <= p.stop for p in (c.parts or (c.passage,)))
        ]
        inner = min(holding, key=lambda c: (c.passage.stop - c.passage.start, c.id), default=None)
        result.append(replace(quantity, claim=inner.id if inner else None))
    return result


__all__ = ["own_voice_claims", "with_claims"]
