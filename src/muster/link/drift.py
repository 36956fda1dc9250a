"""Where a copy departs from its original: sentence by sentence, each with exact characters of both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from muster.link.pages import Page
from muster.model.links import Drift, Stretch
from muster.text.cues import LANGUAGES, lexicon
from muster.text.languages import language_of
from muster.text.numbers import find_numbers
from muster.text.scripts import fold
from muster.text.segment import sentences

# What is listed of one pair at most; numbers, hedges and quotations come first.
MOST = 60
# Sentences at or above this are the same sentence with other words.
_SAME_SENTENCE = 0.5
# Words in more sentences of the original than this say nothing about which sentence is meant.
_COMMON = 12
_ORDER = (
    "number changed", "hedge lost", "words inside quotation marks altered", "quotation marks lost",
    "sentence added", "sentence dropped", "wording changed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    stop: int
    words: tuple[int, ...]


class _Words(NamedTuple):
    start: int
    stop: int
    value: object


def find_drift(copy: Page, original: Page, *, excerpt: bool = False) -> tuple[Drift, ...]:
    """Departures of the copy, at most 60, in the order of its text within each effect.

    ``excerpt``: sentences that the copy leaves out are its nature and are not listed.
    """
    ours, theirs = _sentences(copy), _sentences(original)
    pairs, used = _align(ours, theirs)
    found: list[Drift] = []
    for mine, other in zip(ours, pairs, strict=True):
        if other is None:
            found.append(Drift(copy.stretch(mine.start, mine.stop), None, "sentence added"))
        else:
            found += _compare(copy, mine, original, theirs[other])
    if not excerpt:
        found += [
            Drift(None, original.stretch(s.start, s.stop), "sentence dropped")
            for place, s in enumerate(theirs) if place not in used
        ]  # fmt: skip
    found.sort(key=lambda d: _ORDER.index(d.effect))
    return tuple(found[:MOST])


def _sentences(page: Page) -> list[_Sentence]:
    found = []
    for span in sentences(page.input.body):
        a, b = np.searchsorted(page.start, (span.start, span.stop))
        if b > a:
            found.append(_Sentence(span.start, span.stop, tuple(page.word[a:b].tolist())))
    return found


def _align(ours: list[_Sentence], theirs: list[_Sentence]) -> tuple[list[int | None], set[int]]:
    """For each sentence of the copy the original's that it repeats, through their rarer words."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, sentence in enumerate(theirs):
        for word in set(sentence.words):
            holders[word].append(place)
    found: list[int | None] = []
    used: set[int] = set()
    last = -1
    for sentence in ours:
        votes: Counter[int] = Counter()
        for word in set(sentence.words):
            if len(holders.get(word, ())) <= _COMMON:
                votes.update(holders.get(word, ()))
        # The next sentence of the original is always asked, for sentences of common words.
        nearby = [last + 1] if 0 <= last + 1 < len(theirs) else []
        tried = dict.fromkeys([p for p, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:4]] + nearby)
        scored = [(_alike(sentence.words, theirs[p].words), -p) for p in tried]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _SAME_SENTENCE:
            last = -best[1]
            found.append(last)
            used.add(last)
        else:
            found.append(None)
    return found, used


def _alike(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """How much of the two is one sequence; a sentence cut in two counts by its shorter part."""
    common = (len(a) + len(b) - Indel.distance(a, b)) / 2
    whole, part = 2 * common / (len(a) + len(b)), common / min(len(a), len(b))
    return max(whole, 0.8 * part if min(len(a), len(b)) >= 5 else 0.0)


def _compare(copy: Page, mine: _Sentence, original: Page, other: _Sentence) -> Iterator[Drift]:
    yield from _numbers(copy, mine, original, other)
    yield from _hedges(copy, mine, original, other)
    told = list(_quotes(copy, mine, original, other))
    yield from told
    if mine.words != other.words and not told:
        yield Drift(
            copy.stretch(mine.start, mine.stop), original.stretch(other.start, other.stop), "wording changed"
        )


def _language(page: Page) -> str:
    known = page.input.language if page.input.language in LANGUAGES else language_of(page.input.body)
    return known if known in LANGUAGES else "en"


def _numbers(copy: Page, mine: _Sentence, original: Page, other: _Sentence) -> Iterator[Drift]:
    """Numbers that one sentence has and the other has not, in order."""
    ours, theirs = _figures(copy, mine), _figures(original, other)
    left, right = Counter(n.value for n in ours), Counter(n.value for n in theirs)
    new = [n for n in ours if left[n.value] > right[n.value]]
    gone = [n for n in theirs if right[n.value] > left[n.value]]
    for at in range(max(len(new), len(gone))):
        # Where one of the two has no number for the other's, its whole sentence is shown.
        ours_at = new[at] if at < len(new) else mine
        theirs_at = gone[at] if at < len(gone) else other
        yield Drift(
            copy.stretch(ours_at.start, ours_at.stop),
            original.stretch(theirs_at.start, theirs_at.stop),
            "number changed",
        )


def _figures(page: Page, sentence: _Sentence) -> list[_Words]:
    stop = min(sentence.stop, sentence.start + 4_000)
    return [
        _Words(n.start, n.stop, (n.low, n.high, n.low_exclusive, n.high_exclusive, n.scale, n.vague))
        for n in find_numbers(page.input.body, sentence.start, stop, _language(page))
    ]


def _hedges(copy: Page, mine: _Sentence, original: Page, other: _Sentence) -> Iterator[Drift]:
    kept = Counter(h.value for h in _hedged(copy, mine))
    if not (theirs := _hedged(original, other)):
        return
    # A part of a sentence that was cut off takes its hedge with it; that is no loss of the hedge.
    for hedge in theirs:
        if kept[hedge.value] > 0:
            kept[hedge.value] -= 1
        elif not kept.total() or len(theirs) > kept.total():
            yield Drift(
                copy.stretch(mine.start, mine.stop), original.stretch(hedge.start, hedge.stop), "hedge lost"
            )


def _hedged(page: Page, sentence: _Sentence) -> list[_Words]:
    pattern = lexicon(_language(page)).hedge
    return [
        _Words(m.start(), m.end(), fold(m.group()))
        for m in pattern.finditer(page.input.body, sentence.start, sentence.stop)
    ]


def _quotes(copy: Page, mine: _Sentence, original: Page, other: _Sentence) -> Iterator[Drift]:
    """Quotations of the original's sentence: still quoted, altered, or bare."""
    ours = [_inner(copy, q, mine) for q in copy.quotes if q[0] < mine.stop and q[1] > mine.start]
    said = {w for _, words in ours for w in words}
    for quote in original.quotes:
        if not (quote[0] < other.stop and quote[1] > other.start):
            continue
        shown, words = _inner(original, quote, other)
        if not words:
            continue
        best = max(ours, key=lambda o: (_alike(o[1], words) if o[1] else 0.0, -o[0].start), default=None)
        if best is not None and best[1] and _alike(best[1], words) >= _SAME_SENTENCE:
            if best[1] != words and not (_within(best[1], words) or _within(words, best[1])):
                yield Drift(best[0], shown, "words inside quotation marks altered")
        elif len(words) >= 2 and _within(words, mine.words) and not set(words) <= said:
            yield Drift(_bare(copy, mine, words), shown, "quotation marks lost")


def _within(part: tuple[int, ...], whole: tuple[int, ...]) -> bool:
    size = len(part)
    return any(whole[i : i + size] == part for i in range(len(whole) - size + 1))


def _inner(
    page: Page, quote: tuple[int, int, int, int], sentence: _Sentence
) -> tuple[Stretch, tuple[int, ...]]:
    """What of a quotation stands in the sentence."""
    start, stop = max(quote[2], sentence.start), min(quote[3], sentence.stop)
    a, b = np.searchsorted(page.start, (start, stop))
    if b <= a:
        return page.stretch(sentence.start, sentence.stop), ()
    return page.run(int(a), int(b) - 1), tuple(page.word[a:b].tolist())


def _bare(page: Page, sentence: _Sentence, words: tuple[int, ...]) -> Stretch:
    first = int(np.searchsorted(page.start, sentence.start))
    for offset in range(len(sentence.words) - len(words) + 1):
        if sentence.words[offset : offset + len(words)] == words:
            return page.run(first + offset, first + offset + len(words) - 1)
    return page.stretch(sentence.start, sentence.stop)


__all__ = ["MOST", "find_drift"]
