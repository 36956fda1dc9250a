"""Copies told again in other words, in one language: few runs of words are left, but the same rare facts
within days, and the same sentences in the same order.

A fact is a number of two digits or more, a number with the word after it, or a name by its sounds. Each
document is paired with the few before it that hold the same fact, so the cost is that of a sort. What is
paired is looked at closely: sentence by sentence, by base forms (``link/alignment.py``).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from muster.link.alignment import ADDRESS, Cut, Sentence, align, sentences_of
from muster.link.other_people import by_other_people
from muster.link.records import CopyInput
from muster.link.translated import Meaning, facts, meaning_of
from muster.model.ids import make_id
from muster.model.links import Copy
from muster.text.concepts import kin_of
from muster.text.sources.cues import LANGUAGES

if TYPE_CHECKING:
    from muster.link.copyindex import Index
    from muster.link.pages import Page

# Documents so many days apart may be one story; a fact that more of them hold in that time is no rare one.
_DAYS, _HOLDERS = 3, 12
# So many holders just before a document are paired with it, so many of them looked at closely.
_BEFORE, _LOOKED_AT = 6, 3
_FACTS, _MOST_FACTS = 3, 120
# So large a share of the facts of the text that has fewer: a story told again keeps a third (each of 50 among
# 22,437 posts); articles of one day on one war have a tenth in common, and looking closely is dear.
_FACT_SHARE = 0.2
# A story: sentences told again, the share of the copy's words in them, and how much of them is in order.
_SENTENCES, _COVERED, _IN_ORDER = 4, 0.6, 0.75
# The share of the copy's longer words that the sentences it tells again have too, by base form: two reports
# of one event have less. A credit line at the end lets less be enough.
_KEPT, _KEPT_CREDITED = 0.5, 0.4
# A message of one sentence: words, base forms in common and their share, a number among them, a day.
_MESSAGE_WORDS, _STEMS, _STEM_SHARE, _MESSAGE_COVERED, _MESSAGE_DAYS = 40, 8, 0.7, 0.6, 1
# By meaning: words of each, the share of the longer that the shorter has, the share of the facts of the one
# that has fewer, and how much of what each says the other says too (two reports of one announcement: up to
# 0.58). A number tells half as much again, a word of kin 0.7.
_MEANING_WORDS, _SHORTER, _MEANING_FACTS, _ALIKE, _NUMBER_WEIGHT, _KIN = 25, 0.4, 0.6, 0.6, 1.5, 0.7
_MOST_OVERLAPS = 40
_RANK_BITS = 24

_COUNTED = re.compile(r"(\d(?:\d{0,2}(?:[,.\u00a0 ]\d{3})+|\d{1,11}))\s([^\W\d_]{4,30})")


# Texts whose sentences are kept at a time: some 15 MB.
_SENTENCES_KEPT = 256


@dataclass(frozen=True, slots=True)
class _Told:
    """``pairs``: sentences of the copy with those of the original that they tell again."""

    share: float
    pairs: tuple[tuple[Sentence, Sentence], ...]
    reason: str


def find_retold(
    index: Index,
    stream: Callable[[], Iterable[CopyInput]],
    open_pages: Callable[[Sequence[int]], Mapping[int, Page]],
    repeated: Set[str] = frozenset(),
) -> Iterator[Copy]:
    """Each document with the earlier one it tells again, where there is one; ``open_pages`` gives pages by
    rank. ``repeated``: documents already known as copies, whose originals stand for them."""
    wanted = _candidates(index, _facts_of(index, stream, repeated))
    # A text is tried with several others, near it in the order of dates.
    cut: dict[int, Cut] = {}
    for late in sorted(wanted):
        tried = wanted[late]
        pages = open_pages([late, *tried])
        if len(cut) > _SENTENCES_KEPT:
            cut.clear()
        for rank in (late, *tried):
            if rank not in cut:
                cut[rank] = sentences_of(pages[rank])
        judged = [
            (told, e) for e in tried if (told := _judge(pages[e], pages[late], cut[e], cut[late])) is not None
        ]
        if judged:
            told, early = max(judged, key=lambda j: (j[0].share, -j[1]))
            yield _copy(pages[early], pages[late], told)


def _facts_of(
    index: Index, stream: Callable[[], Iterable[CopyInput]], repeated: Set[str]
) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Fact and rank in one number each, sorted."""
    rank = {m.document: r for r, m in enumerate(index.members)}
    standing = {r for r in index.first.tolist() if index.members[r].document not in repeated}
    packed = array("Q")
    for one in stream():
        place = rank[one.document]
        if place in standing and one.language in LANGUAGES:
            for fact in sorted(facts_in(one.body))[:_MOST_FACTS]:
                packed.append(crc32(f"{one.language} {fact}".encode()) << _RANK_BITS | place)
    return np.sort(np.array(packed, dtype=np.uint64))


def facts_in(body: str) -> set[str]:
    """Numbers, numbers with the beginning of the word after them, and names by their sounds."""
    body = ADDRESS.sub(" ", body)
    numbers, names = facts(body)
    counted = {re.sub(r"\D", "", n) + word.lower()[:5] for n, word in _COUNTED.findall(body)}
    return {*numbers, *counted, *(n for n in names if len(n) >= 3)}


def _candidates(index: Index, packed: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> dict[int, list[int]]:
    """Later rank → the earlier ones of another source with most rare facts in common."""
    fact, rank = packed >> np.uint64(_RANK_BITS), (packed & np.uint64((1 << _RANK_BITS) - 1)).astype(np.int64)
    edges = np.flatnonzero(np.r_[True, fact[1:] != fact[:-1], True]) if len(fact) else np.array([0])
    shared: dict[int, Counter[int]] = {}
    days = [_day(m.when[0]) for m in index.members]
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        holders = rank[start:stop].tolist()
        for at, late in enumerate(holders):
            near = [e for e in holders[max(0, at - _HOLDERS) : at] if _within(days[e], days[late])]
            if len(near) < _HOLDERS:
                shared.setdefault(late, Counter()).update(near[-_BEFORE:])
    held = np.bincount(rank, minlength=len(days)).tolist()
    found: dict[int, list[int]] = {}
    for late, votes in shared.items():
        enough = sorted(
            (-n, e)
            for e, n in votes.items()
            if n >= max(_FACTS, _FACT_SHARE * min(held[e], held[late])) and _may_copy(index, e, late)
        )
        if enough:
            found[late] = [e for _, e in enough[:_LOOKED_AT]]
    return found


def _day(when: str) -> int | None:
    try:
        return date.fromisoformat(when[:10]).toordinal()
    except ValueError:
        return None


def _within(a: int | None, b: int | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= _DAYS


def _may_copy(index: Index, early: int, late: int) -> bool:
    """An outlet that tells its own story again tells news."""
    return not index.members[early].own_of(index.members[late])


def _judge(early: Page, late: Page, theirs: Cut, ours: Cut) -> _Told | None:
    """Whether the later tells the earlier again."""
    if not ours.sentences or not theirs.sentences:
        return None
    places = align(ours, theirs)
    told = [
        (mine, theirs.sentences[p]) for mine, p in zip(ours.sentences, places, strict=True) if p is not None
    ]
    found = _by_sentences(early, late, ours, told, places) or _by_meaning(early, late, told)
    return None if found and by_other_people(_own(early), _own(late)) else found


def _by_sentences(
    early: Page,
    late: Page,
    ours: Cut,
    told: Sequence[tuple[Sentence, Sentence]],
    places: Sequence[int | None],
) -> _Told | None:
    """Most sentences of the later, in their order, in other words."""
    from muster.link.pairs import credit, days_apart

    size = sum(len(s.words) for s in ours.sentences)
    share = sum(len(mine.words) for mine, _ in told) / size
    if size < _MESSAGE_WORDS:
        near = days_apart(early.input, late.input) <= _MESSAGE_DAYS
        return _message(told, share) if near and share >= _MESSAGE_COVERED else None
    order = [p for p in places if p is not None]
    if len(told) < _SENTENCES or share < _COVERED or _sequence(order) < _IN_ORDER * len(order):
        return None
    kept = sum(len(mine.stems & other.stems) for mine, other in told) / sum(map(len, ours.stems))
    if kept < (_KEPT_CREDITED if credit(late.input) else _KEPT):
        return None
    return _Told(
        share,
        tuple(told),
        f"{len(told)} of its {len(places)} sentences ({100 * share:.0f} % of the words) tell sentences of "
        f"the other again in the same order; {100 * kept:.0f} % of its longer words are kept, by base form",
    )


def _by_meaning(early: Page, late: Page, told: Sequence[tuple[Sentence, Sentence]]) -> _Told | None:
    """Other words for nearly the same, and nearly the same facts: as a machine tells a text again."""
    from muster.link.pairs import other_figures

    small, large = sorted((len(early.word), len(late.word)))
    if small < _MEANING_WORDS or small < _SHORTER * large:
        return None
    ours, theirs = facts_in(_own(late)), facts_in(_own(early))
    common = len(ours & theirs)
    if common < max(_FACTS, _MEANING_FACTS * min(len(ours), len(theirs))) or other_figures(early, late):
        return None
    one, other = (meaning_of(_own(p), p.input.language) for p in (late, early))
    alike = sqrt(_said_there(one, other, late.input.language) * _said_there(other, one, late.input.language))
    if alike < _ALIKE:
        return None
    return _Told(
        alike,
        tuple(told),
        f"{100 * alike:.0f} % of what each says the other says too, by meaning, and {common} of "
        f"{min(len(ours), len(theirs))} numbers and names are the same: told again in other words",
    )


def _said_there(one: Meaning, other: Meaning, language: str) -> float:
    """The share of what one says that the other says too; a word of nearly its meaning counts in part."""
    near = frozenset[str]().union(*(kin_of(word, language) for word in other.words))
    total = told = 0.0
    for word in one.words:
        if common := word & other.keys:
            weight = max(map(_weight, common))
            told += weight
        else:
            weight = min(map(_weight, word))
            told += _KIN * weight if not kin_of(word, language).isdisjoint(near) else 0.0
        total += weight
    return told / total if total else 0.0


def _weight(key: str) -> float:
    return _NUMBER_WEIGHT if key[0] == "n" else 1.0


def _own(page: Page) -> str:
    """The text without what stands below its last own word."""
    return page.input.body[: int(page.stop[-1])] if len(page.stop) else ""


def _message(told: Sequence[tuple[Sentence, Sentence]], share: float) -> _Told | None:
    """A message of a sentence or two: most base forms of its longest stand in one sentence of the other."""
    mine, other = max(told, key=lambda t: (len(t[0].stems), -t[0].start))
    common = mine.stems & other.stems
    numbers = sorted(s for s in common if s.isdecimal() and len(s.strip("0")) >= 2)
    if len(common) < _STEMS or len(common) < _STEM_SHARE * len(mine.stems) or not numbers:
        return None
    return _Told(
        share,
        tuple(told),
        f"{len(common)} of the {len(mine.stems)} longer words of its main sentence, by base form, and the "
        f"number {numbers[0]} stand in one sentence of the other",
    )


def _sequence(places: Sequence[int]) -> int:
    """How many places the longest sequence without a step back keeps."""
    from bisect import bisect_right

    ends: list[int] = []
    for place in places:
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def _copy(early: Page, late: Page, told: _Told) -> Copy:
    from muster.link.drift import find_drift
    from muster.link.pairs import credit, direction

    first, shown, why = direction(early.input, late.input)
    copy, original = (late, early) if first == early.input.document else (early, late)
    common = facts_in(early.input.body) & facts_in(late.input.body)
    numbers = sorted((f for f in common if f.isdecimal()), key=lambda n: (-len(n), n))
    reasons = [told.reason]
    if numbers:
        reasons.append(f"{len(numbers)} numbers are the same ({', '.join(numbers[:6])}), within {_DAYS} days")
    if credit(late.input):
        reasons.append(f"its last line credits “{credit(late.input)}”")
    pairs = [
        (late.stretch(mine.start, mine.stop), early.stretch(other.start, other.stop))
        for mine, other in told.pairs[:_MOST_OVERLAPS]
    ]
    return Copy(
        id=make_id("copy", copy.input.document, original.input.document),
        copy=copy.input.document,
        original=original.input.document,
        kind="rewritten",
        score=round(told.share, 4),
        reasons=(*reasons, why),
        directed=shown,
        drift=find_drift(copy, original),
        overlaps=tuple(pairs if copy is late else [(b, a) for a, b in pairs]),
    )


__all__ = ["facts_in", "find_retold"]
