"""Where a copy departs from its original: sentence by sentence, each with exact characters of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

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
from muster.link.pages import Page
from muster.link.shifts import lost_conditions, other_deeds, other_speaker
from muster.model.links import Drift, Stretch
from muster.text.listed import listed
from muster.text.numbers.none import find_zeros
from muster.text.numbers.numbers import find_numbers
from muster.text.sources.cues import lexicon
from muster.text.tokens import Tokens, tokens_of

# What is listed of one pair at most; numbers, hedges and quotations come first.
MOST = 60
_ORDER = (
    "number changed", "number lost", "number added", "speaker changed", "hedge lost", "condition lost",
    "verb changed", "words inside quotation marks altered",
    "quotation marks lost", "sentence added", "sentence dropped", "wording changed",
)  # fmt: skip
# What is counted stands at most so many words after the number ("14 of the accounts").
_NOUN_WITHIN = 4
_BEFORE_NOUN = listed(
    "of the these those its their his her our such из этих тех таких его её ее их наших із зі з цих тих таких"
    " його її їх їхніх наших"
)
# A title or a name in quotation marks has at most so many characters.
_NAME_LENGTH = 40
# So many words of a quotation without its first, which was "I", are still the quotation.
_TOLD_ON = 3


class _Words(NamedTuple):
    start: int
    stop: int
    value: object
    # Bounds that two numbers may have in common, and the base form of what is counted.
    bounds: frozenset[float] = frozenset()
    counted: str = ""
    weak: bool = False
    core: int = 0


def find_drift(copy: Page, original: Page, *, excerpt: bool = False) -> tuple[Drift, ...]:
    """Departures of the copy, at most 60, in the order of its text within each effect.

    ``excerpt``: sentences that the copy leaves out are its nature and are not listed.
    """
    here, there = sentences_of(copy), sentences_of(original)
    pairs = align(here, there)
    ours, theirs = here.sentences, there.sentences
    numbers = _Numbers(copy, original, ours, theirs, pairs)
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


class _Numbers:
    """The figures of both texts, sentence by sentence, and which of them were changed, lost or added."""

    def __init__(
        self,
        copy: Page,
        original: Page,
        ours: Sequence[Sentence],
        theirs: Sequence[Sentence],
        pairs: Sequence[int | None],
    ) -> None:
        self.copy, self.original = copy, original
        self.ours, self.theirs = ours, theirs
        self.left = _Figures(copy, ours)
        self.right = _Figures(original, theirs)
        self.repeats: dict[int, list[int]] = {}
        for mine, other in enumerate(pairs):
            if other is not None:
                self.repeats.setdefault(other, []).append(mine)

    def compare(self, mine: int, other: int) -> Iterator[Drift]:
        """Figures that one of two aligned sentences has and the other has not, in order. What only moved
        where a sentence was cut in two or two were joined is left alone."""
        new, gone = _surplus(self.left[mine], self.right[other])
        left, right = _values(self.left[mine]), _values(self.right[other])
        beside = [p for p in (other - 1, other + 1) if 0 <= p < len(self.right) and p not in self.repeats]
        moved = {v for p in beside for v in _values(self.right[p])}
        kept = {v for p in self.repeats[other] if p != mine for v in _values(self.left[p])}
        new = [n for n in new if n.value not in moved or n.value in right]
        gone = [n for n in gone if n.value not in kept or n.value in left]
        here, there = self.ours[mine], self.theirs[other]
        for one, two in _paired(new, gone):
            if one is not None and two is not None:
                yield Drift(
                    self.copy.stretch(one.start, one.stop),
                    self.original.stretch(two.start, two.stop),
                    "number changed",
                )
            elif one is not None and not one.weak:
                yield Drift(
                    self.copy.stretch(one.start, one.stop),
                    self.original.stretch(there.start, there.stop),
                    "number added",
                )
            elif two is not None and not two.weak:
                yield Drift(
                    self.copy.stretch(here.start, here.stop),
                    self.original.stretch(two.start, two.stop),
                    "number lost",
                )


def _surplus(a: Sequence[_Words], b: Sequence[_Words]) -> tuple[list[_Words], list[_Words]]:
    """What of the two has no equal in the other, those that count the same word matched first."""
    new, gone = list(a), list(b)
    for with_noun in (True, False):
        for figure in list(new):
            equal = (g for g in gone if g.value == figure.value)
            match = next((g for g in equal if not with_noun or g.counted == figure.counted), None)
            if match is not None:
                new.remove(figure)
                gone.remove(match)
    return new, gone


def _values(figures: Sequence[_Words]) -> list[object]:
    return [f.value for f in figures]


def _paired(new: Sequence[_Words], gone: Sequence[_Words]) -> Iterator[tuple[_Words | None, _Words | None]]:
    """Each new figure with the one whose place it took: the same thing counted or a bound in common; in
    order, where as many came as went; else alone."""
    new, gone = new[:MOST], gone[:MOST]
    free = dict(enumerate(gone))
    taken: dict[int, _Words] = {}
    likely = sorted(
        (-2 * bool(n.bounds & g.bounds) - (n.counted == g.counted != ""), i, k)
        for i, n in enumerate(new)
        for k, g in enumerate(gone)
    )
    for score, i, k in likely[:400]:
        if score < 0 and i not in taken and k in free:
            taken[i] = free.pop(k)
    for plain in (True, False):
        rest = [i for i, n in enumerate(new) if i not in taken and not (plain and n.weak)]
        left = [k for k in sorted(free) if not (plain and free[k].weak)]
        if len(rest) == len(left):
            taken |= {i: free.pop(k) for i, k in zip(rest, left, strict=True)}
    for i, figure in enumerate(new):
        yield figure, taken.get(i)
    for k in sorted(free):
        yield None, free[k]


class _Figures:
    """The figures of each sentence, looked for when asked; those inside a web address are not its words."""

    def __init__(self, page: Page, held: Sequence[Sentence]) -> None:
        self.page, self.held = page, held
        self.found: dict[int, list[_Words]] = {}

    def __len__(self) -> int:
        return len(self.held)

    @cached_property
    def _ground(self) -> tuple[Tokens, str, frozenset[int]]:
        page = self.page
        return tokens_of(page.input.body), page_language(page), frozenset(page.start.tolist())

    def __getitem__(self, at: int) -> list[_Words]:
        if at not in self.found:
            tokens, language, own = self._ground
            figures = _figures(self.page, self.held[at], tokens, language)
            self.found[at] = [f for f in figures if f.core in own]
        return self.found[at]


def _figures(page: Page, sentence: Sentence, tokens: Tokens, language: str) -> list[_Words]:
    """Numbers with the word that they count; "one" alone is a pronoun as often as a number."""
    stop = min(sentence.stop, sentence.start + 4_000)
    body = page.input.body
    found = []
    for n in find_numbers(body, sentence.start, stop, language):
        end, counted = _with_noun(tokens, n.last, stop, language)
        value = (n.low, n.high, n.low_exclusive, n.high_exclusive, n.scale, n.vague)
        bounds = frozenset(b for b in (n.low, n.high) if b is not None and b != 1)
        lone = n.low == n.high == 1 and not body[n.start].isdigit()
        weak = lone or n.vague is not None
        found.append(_Words(n.start, max(n.stop, end), value, bounds, counted, weak, tokens.starts[n.core]))
    starts = {f.start for f in found}
    for zero in find_zeros(tokens.folded, sentence.start, stop):
        if zero.start not in starts and not any(f.start <= zero.start < f.stop for f in found):
            at, _ = tokens.between(zero.stop, stop)
            end, counted = _with_noun(tokens, at, stop, language)
            none = _Words(zero.start, max(zero.stop, end), 0.0, frozenset((0.0,)), counted, core=zero.start)
            found.append(none)
    return sorted(found, key=lambda f: f.start)


def _with_noun(tokens: Tokens, at: int, stop: int, language: str) -> tuple[int, str]:
    """Where the word that a number counts ends, and its base form; 0 and "" where a mark stands
    before it."""
    for index in range(at, min(at + _NOUN_WITHIN, len(tokens.words))):
        word = tokens.words[index]
        if tokens.stops[index] > stop or not word[0].isalpha():
            break
        if word not in _BEFORE_NOUN:
            return tokens.stops[index], stem(word, language)
    return 0, ""


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


def _hedged(page: Page, sentence: Sentence) -> list[_Words]:
    """Hedges by base form. A capital inside a sentence is a name or a month ("15 May")."""
    language, body = page_language(page), page.input.body
    found = []
    for m in lexicon(language).hedge.finditer(body, sentence.start, sentence.stop):
        before = body[sentence.start : m.start()].rstrip()
        if m.group()[0].isupper() and (
            before[-1:].isalnum() or body[m.end() : m.end() + 2].strip().isdigit()
        ):
            continue
        found.append(_Words(m.start(), m.end(), " ".join(stem(w, language) for w in m.group().split())))
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
            if (len(told_on) >= _TOLD_ON and _within(told_on, mine.words)) or told_on is words:
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
