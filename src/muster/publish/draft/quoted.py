"""Each quotation of a draft beside the ledger's texts: altered words, words nobody said, another speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from muster.model.claims import Claim
from muster.model.evidence import Document, Text
from muster.publish.draft.finding import Draft, DraftFinding
from muster.publish.draft.known import Known, compared, place_of, words_in
from muster.text.concepts import keys_of
from muster.text.names.names import compare_names
from muster.text.quotes import Quotation
from muster.text.tokens import tokens_of

# What the editor left out or put in.
_LEFT_OUT = re.compile(r"\[[^\]]{0,80}\]|\(\s?…\s?\)|…|\.\.\.")
_NEAR = 0.6
_TRANSLATED = 0.5


class _Found(NamedTuple):
    share: float
    document: Document
    text: Text
    start: int
    stop: int


def quotation_findings(draft: Draft, known: Known) -> Iterator[DraftFinding]:
    """Findings about the quotations of the draft that are more than a term."""
    for q in compared(draft):
        yield from _of_one(draft, q, draft.text.body[q.inner_start : q.inner_stop], known)


def _of_one(draft: Draft, q: Quotation, inner: str, known: Known) -> Iterator[DraftFinding]:
    pieces = [words for part in _LEFT_OUT.split(inner) if (words := words_in(part))]
    best = [_nearest(words, known) for words in pieces]
    worst = min(best, key=lambda b: b.share if b else 0.0) if best else None
    if worst is not None and worst.share == 1.0:
        yield from _other_speaker(draft, q, worst, known)
    elif worst is not None and worst.share >= _NEAR:
        theirs = " ".join(worst.text.body[worst.start : worst.stop].split())
        yield draft.finding(
            "quotation", q.inner_start, q.inner_stop,
            f"the words are not those of the source, which has: {theirs!r}", [worst.document.id],
        )  # fmt: skip
    elif not _translated(draft, inner, known):
        yield draft.finding("quotation", q.inner_start, q.inner_stop, "no text of the ledger has these words")


def _nearest(words: Sequence[str], known: Known) -> _Found | None:
    found = [
        near for document, text, _ in known.quotable.values() if (near := _window(words, document, text))
    ]
    return max(found, key=lambda f: (f.share, f.document.id), default=None)


def _window(words: Sequence[str], document: Document, text: Text) -> _Found | None:
    """The stretch of a text most like the words: where they stand densest, aligned word by word."""
    tokens = tokens_of(text.body)
    there = [i for i, w in enumerate(tokens.words) if any(c.isalnum() for c in w)]
    body = [tokens.words[i] for i in there]
    size, wanted = len(words), set(words)
    if not body:
        return None
    at = place_of(words, body)
    if at is not None:
        first, last = there[at], there[at + size - 1]
        return _Found(1.0, document, text, tokens.starts[first], tokens.stops[last])
    begin = _densest(body, wanted, size)
    low, high = max(0, begin - size // 2 - 2), min(len(body), begin + size + size // 2 + 3)
    matcher = SequenceMatcher(None, words, body[low:high], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return None
    start, stop = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
    same = sum(b.size for b in blocks)
    share = min(0.999, 2 * same / (size + stop - start))
    return _Found(share, document, text, tokens.starts[there[start]], tokens.stops[there[stop - 1]])


def _densest(body: Sequence[str], wanted: set[str], size: int) -> int:
    """Where a window of ``size`` words holds most wanted ones; linear."""
    held = sum(w in wanted for w in body[:size])
    best, at = held, 0
    for stop in range(size, len(body)):
        held += (body[stop] in wanted) - (body[stop - size] in wanted)
        if held > best:
            best, at = held, stop - size + 1
    return at


def _translated(draft: Draft, inner: str, known: Known) -> bool:
    """Whether some text in another language speaks of the same: then a person compares, not we."""
    ours = list(keys_of(inner, draft.text.language))
    for _, text, _ in known.quotable.values():
        if text.language != draft.text.language and ours:
            there = frozenset().union(*keys_of(text.body, text.language))
            if sum(1 for k in ours if k & there) / len(ours) >= _TRANSLATED:
                return True
    return False


def _other_speaker(draft: Draft, q: Quotation, found: _Found, known: Known) -> Iterator[DraftFinding]:
    ours = _speaker(draft.reading.claims, q.start, q.stop)
    readings = known.quotable[found.document.id][2]
    theirs = _speaker(readings.claims, found.start, found.stop)
    if not ours or not theirs or _may_be_one(ours, theirs, known):
        return
    yield draft.finding(
        "name", q.start, q.stop, f"in the source these are words of {theirs}, not of {ours}",
        [found.document.id],
    )  # fmt: skip


def _speaker(claims: Sequence[Claim], start: int, stop: int) -> str:
    over = [
        c
        for c in claims
        if any(p.start < stop and start < p.stop for p in (c.passage, *c.parts)) and c.said_by
    ]
    inner = max(over, key=lambda c: c.passage.start, default=None)
    return (inner.said_by[0].name or "") if inner else ""


def _may_be_one(a: str, b: str, known: Known) -> bool:
    if a.casefold() in b.casefold() or b.casefold() in a.casefold():
        return True
    # What is no name ("the judge") may be anybody; a body may speak through its head.
    if not a[:1].isupper() or known.names.get(a) == known.names.get(b, ""):
        return True
    shared = set(a.casefold().split()) & set(b.casefold().split())
    return bool(shared) or compare_names(a, b).verdict != "different" or not _person_like(a)


def _person_like(name: str) -> bool:
    return 1 <= len(name.split()) <= 3 and all(w[:1].isupper() for w in name.split())


__all__ = ["quotation_findings"]
