"""Where a copy departs from its original: sentence by sentence, each with exact characters of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from muster.link.alignment import (
    SAME_SENTENCE,
    Sentence,
    align,
    alike,
    page_language,
    sentences_of,
    stem,
    stems,
)
from muster.link.figures import MOST_FIGURES, Figure, Numbers
from muster.link.pages import Page
from muster.link.shifts import lost_conditions, other_deeds, other_speaker
from muster.model.links import Drift, Stretch
from muster.text.sources.cues import lexicon

# What is listed of one pair at most; numbers, hedges and quotations come first.
MOST = MOST_FIGURES
_ORDER = (
    "number changed", "number lost", "number added", "speaker changed", "hedge lost", "condition lost",
    "verb changed", "words inside quotation marks altered",
    "quotation marks lost", "sentence added", "sentence dropped", "wording changed",
)  # fmt: skip
# A title or a name in quotation marks has at most so many characters.
_NAME_LENGTH = 80
# So many words of a quotation without its first, which was "I", are still the quotation.
_TOLD_ON = 3


def find_drift(copy: Page, original: Page, *, excerpt: bool = False) -> tuple[Drift, ...]:
    """Departures of the copy, at most 60, in the order of its text within each effect.

    ``excerpt``: sentences that the copy leaves out are its nature and are not listed.
    """
    here, there = sentences_of(copy), sentences_of(original)
    pairs = align(here, there)
    ours, theirs = here.sentences, there.sentences
    numbers = Numbers(copy, original, ours, theirs, pairs)
    found: list[Drift] = []
    for at, (mine, other) in enumerate(zip(ours, pairs, strict=True)):
        if other is None:
            found.append(Drift(copy.stretch(mine.start, mine.stop), None, "sentence added"))
        else:
            # Most sentences of most copies are word for word; their numbers and hedges need no second look.
            if not _same(copy, mine, original, theirs[other]):
                found += numbers.compare(at, other)
                found += _hedges(copy, mine, original, theirs[other])
                found += other_speaker(copy, mine, original, theirs[other])
                found += other_deeds(copy, mine, original, theirs[other])
                found += lost_conditions(copy, mine, ours[max(0, at - 1) : at + 2], original, theirs[other])
            found += _compare(copy, mine, original, theirs[other])
    if not excerpt:
        used = set(pairs)
        found += [
            Drift(None, original.stretch(s.start, s.stop), "sentence dropped")
            for place, s in enumerate(theirs) if place not in used
        ]  # fmt: skip
    # "If nobody is hurt": what stands in a condition that is gone is not told as gone once more.
    gone = [d.original for d in found if d.effect == "condition lost" and d.original]
    found = [d for d in found if d.effect != "number lost" or not _lies_in(d.original, gone)]
    found.sort(key=lambda d: _ORDER.index(d.effect))
    return tuple(found[:MOST])


def _lies_in(part: Stretch | None, wholes: Sequence[Stretch]) -> bool:
    return part is not None and any(w.start <= part.start and part.stop <= w.stop for w in wholes)


def _same(copy: Page, mine: Sentence, original: Page, other: Sentence) -> bool:
    ours = copy.input.body[mine.start : mine.stop]
    return ours == original.input.body[other.start : other.stop]


def _compare(copy: Page, mine: Sentence, original: Page, other: Sentence) -> Iterator[Drift]:
    told = list(_quotes(copy, mine, original, other))
    yield from told
    if mine.words != other.words and not told:
        yield Drift(
            copy.stretch(mine.start, mine.stop), original.stretch(other.start, other.stop), "wording changed"
        )


def _hedges(copy: Page, mine: Sentence, original: Page, other: Sentence) -> Iterator[Drift]:
    """Hedges of the original that no hedge of the copy stands for; another form of the word is the same."""
    if not (theirs := _hedged(original, other)):
        return
    ours = Counter(h.value for h in _hedged(copy, mine))
    open_ones = []
    for hedge in theirs:
        if ours[hedge.value] > 0:
            ours[hedge.value] -= 1
        elif hedge.value not in mine.stems:
            open_ones.append(hedge)
    # Another hedge in its place is other wording.
    for hedge in open_ones[ours.total() :]:
        yield Drift(
            copy.stretch(mine.start, mine.stop), original.stretch(hedge.start, hedge.stop), "hedge lost"
        )


def _hedged(page: Page, sentence: Sentence) -> list[Figure]:
    """Hedges by base form. A capital inside a sentence is a name or a month ("15 May")."""
    language, body = page_language(page), page.input.body
    found = []
    for m in lexicon(language).hedge.finditer(body, sentence.start, sentence.stop):
        before = body[sentence.start : m.start()].rstrip()
        if m.group()[0].isupper() and (
            before[-1:].isalnum() or body[m.end() : m.end() + 2].strip().isdecimal()
        ):
            continue
        found.append(Figure(m.start(), m.end(), " ".join(stem(w, language) for w in m.group().split())))
    return found


def _quotes(copy: Page, mine: Sentence, original: Page, other: Sentence) -> Iterator[Drift]:
    """Quotations of the original's sentence: still quoted, altered, or bare."""
    ours = [_inner(copy, q, mine) for q in copy.quotes if q[0] < mine.stop and q[1] > mine.start]
    quoted = [_inner(original, q, other) for q in original.quotes if q[0] < other.stop and q[1] > other.start]
    sole = len(ours) == len(quoted) == 1
    said = {w for _, words in ours for w in words}
    for shown, words in quoted:
        if not words:
            continue
        best = max(ours, key=lambda o: (alike(o[1], words) if o[1] else 0.0, -o[0].start), default=None)
        if best is not None and best[1] and alike(best[1], words) >= SAME_SENTENCE:
            shortened = _bold(copy, best[0], original, shown)
            if (shortened or _altered(best[1], words)) and not _inflected(copy, best[0], original, shown):
                yield Drift(best[0], shown, "words inside quotation marks altered")
        elif sole and best is not None and _reworded(copy, best[0], original, shown):
            yield Drift(best[0], shown, "words inside quotation marks altered")
        elif len(words) >= 2 and not set(words) <= said:
            # "I have asked twice", told as: he has asked twice.
            told_on = words if _within(words, mine.words) else words[1:]
            # A term with a hyphen is one word.
            if " " in shown.words and (
                (len(told_on) >= _TOLD_ON and _within(told_on, mine.words)) or told_on is words
            ):
                yield Drift(_bare(copy, mine, told_on), shown, "quotation marks lost")


def _bold(copy: Page, ours: Stretch, original: Page, theirs: Stretch) -> bool:
    """True where a part of a quotation stands for it without its hedge: "perhaps" was inside the marks."""
    hedge = lexicon(page_language(original)).hedge
    return bool(hedge.search(theirs.words)) and not hedge.search(ours.words) and ours.words != theirs.words


def _altered(ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    return ours != theirs and not (_within(ours, theirs) or _within(theirs, ours))


def _inflected(copy: Page, ours: Stretch, original: Page, theirs: Stretch) -> bool:
    """A name of a few words in another case («из “Нового света”») is not altered."""
    if max(len(ours.words), len(theirs.words)) > _NAME_LENGTH:
        return False
    here = [stem(w, page_language(copy)) for w in ours.words.split()]
    return here == [stem(w, page_language(original)) for w in theirs.words.split()]


def _reworded(copy: Page, ours: Stretch, original: Page, theirs: Stretch) -> bool:
    """The only quotations of two aligned sentences, with a rarer word in common, are one."""
    mine = stems(ours.words, page_language(copy))
    return not mine.isdisjoint(stems(theirs.words, page_language(original)))


def _within(part: tuple[int, ...], whole: tuple[int, ...]) -> bool:
    size = len(part)
    return any(whole[i : i + size] == part for i in range(len(whole) - size + 1))


def _inner(
    page: Page, quote: tuple[int, int, int, int], sentence: Sentence
) -> tuple[Stretch, tuple[int, ...]]:
    """What of a quotation stands in the sentence."""
    start, stop = max(quote[2], sentence.start), min(quote[3], sentence.stop)
    a, b = np.searchsorted(page.start, (start, stop))
    if b <= a:
        return page.stretch(sentence.start, sentence.stop), ()
    return page.run(int(a), int(b) - 1), tuple(page.word[a:b].tolist())


def _bare(page: Page, sentence: Sentence, words: tuple[int, ...]) -> Stretch:
    first = int(np.searchsorted(page.start, sentence.start))
    for offset in range(len(sentence.words) - len(words) + 1):
        if sentence.words[offset : offset + len(words)] == words:
            return page.run(first + offset, first + offset + len(words) - 1)
    return page.stretch(sentence.start, sentence.stop)


__all__ = ["MOST", "find_drift"]
