"""One document made ready for a close comparison: its own words with their places, quoted ones marked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from muster.link.copyindex import line_number, lines_of, own_lines
from muster.link.records import CopyInput
from muster.model.links import Stretch
from muster.text.quotes import quotations
from muster.text.shingles import I64, U64, grams, words_of
from muster.text.sources.feet import foot_of

# Words that a shared run must have: four tell a copy from common speech and survive most rewriting.
RUN = 4


@dataclass(frozen=True)
class Page:
    """``word``, ``start``, ``stop``, ``quoted``: one entry a word, the source's furniture left out.
    ``gram``: runs of four words in order of number, each beginning at word ``at``. What is quoted is found
    when it is asked for: of a hundred pages that are compared it is asked of a few."""

    input: CopyInput
    word: U64
    start: I64
    stop: I64
    gram: U64
    at: I64

    @cached_property
    def once(self) -> tuple[U64, I64]:
        """The runs of four that stand once in the page, with where they begin."""
        if not len(self.gram):
            return self.gram, self.at
        differs = np.ones(len(self.gram) + 1, dtype=bool)
        differs[1:-1] = self.gram[1:] != self.gram[:-1]
        once = differs[:-1] & differs[1:]
        return self.gram[once], self.at[once]

    @cached_property
    def quotes(self) -> tuple[tuple[int, int, int, int], ...]:
        """Quotations that stand in no other: start, stop, and the same without their marks."""
        found = quotations(self.input.body)
        return tuple((q.start, q.stop, q.inner_start, q.inner_stop) for q in found if q.level == 0)

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """True for each word inside quotation marks."""
        mask = np.zeros(len(self.word), dtype=bool)
        for _, _, a, b in self.quotes:
            mask[np.searchsorted(self.start, a) : np.searchsorted(self.start, b)] = True
        return mask

    def stretch(self, start: int, stop: int) -> Stretch:
        """Exact characters of this document."""
        return Stretch(self.input.document, start, stop, self.input.body[start:stop])

    def run(self, first: int, last: int) -> Stretch:
        """The characters from word ``first`` to word ``last``, both within."""
        return self.stretch(int(self.start[first]), int(self.stop[last]))


def page_of(one: CopyInput, source: int, furniture: U64) -> Page:
    """The document with its words numbered, without its foot; ``source``: its source's place in the index."""
    found = words_of([one.body])
    number, first = lines_of(found.word, found.line)
    sizes = np.diff(np.r_[first, len(found.word)])
    keep = np.repeat(own_lines(line_number(source, number), sizes, furniture), sizes)
    above = keep & (found.start < foot_of(one.body))
    # A text that is a foot from end to end keeps its words.
    keep = above if above.any() else keep
    word, start, stop = found.word[keep], found.start[keep], found.stop[keep]
    gram, at = grams(word, np.zeros(len(word), dtype=np.int64), RUN)
    # A page is compared with several others: sorted once, looked up in each time.
    order = np.argsort(gram, kind="stable")
    return Page(one, word, start, stop, gram[order], at[order])


def covered(page: Page, other: Page) -> NDArray[np.bool_]:
    """Which words of ``page`` stand in a run of four that ``other`` has too."""
    mask = np.zeros(len(page.word) + RUN, dtype=bool)
    if not len(other.gram):
        return mask[: len(page.word)]
    begins = page.at[other.gram[_found(page.gram, other.gram)] == page.gram]
    for offset in range(RUN):
        mask[begins + offset] = True
    return mask[: len(page.word)]


def matched_runs(copy: Page, original: Page) -> list[tuple[int, int, int]]:
    """Runs of equal words: (first word in the copy, first in the original, words), in the copy's order.

    Runs start at grams that stand once in each, so a repeated phrase does not tie places together.
    """
    (once_a, at_a), (once_b, at_b) = original.once, copy.once
    if not len(once_a) or not len(once_b):
        return []
    place = _found(once_b, once_a)
    both = once_a[place] == once_b
    places_a, places_b = at_a[place[both]], at_b[both]
    order = np.argsort(places_b)
    a, b = places_a[order], places_b[order]
    if not len(b):
        return []
    # A gram goes on with the run before where both texts have moved on alike and no gap lies between.
    opens = np.ones(len(b), dtype=bool)
    opens[1:] = (np.diff(b) != np.diff(a)) | (np.diff(b) > RUN)
    first = np.flatnonzero(opens)
    last = np.append(first[1:], len(b)) - 1
    return list(zip(b[first].tolist(), a[first].tolist(), (b[last] - b[first] + RUN).tolist(), strict=True))


def _found(wanted: U64, held: U64) -> I64:
    """Where each wanted number would stand in the held, which are sorted and not empty."""
    return np.minimum(np.searchsorted(held, wanted), len(held) - 1)


__all__ = ["RUN", "Page", "covered", "matched_runs", "page_of"]
