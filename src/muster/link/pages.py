"""One document made ready for a close comparison: its own words with their places, quoted ones marked."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from muster.link.copyindex import line_number, lines_of, own_lines
from muster.link.records import CopyInput
from muster.model.links import Stretch
from muster.text.quotes import quotations
from muster.text.shingles import I64, U64, grams, words_of

# Words that a shared run must have: four tell a copy from common speech and survive most rewriting.
RUN = 4


@dataclass(frozen=True, slots=True)
class Page:
    """``word``, ``start``, ``stop``, ``quoted``: one entry a word, the source's furniture left out."""

    input: CopyInput
    word: U64
    start: I64
    stop: I64
    quoted: NDArray[np.bool_]
    gram: U64
    at: I64
    quotes: tuple[tuple[int, int, int, int], ...] = field(default=())

    def stretch(self, start: int, stop: int) -> Stretch:
        """Exact characters of this document."""
        return Stretch(self.input.document, start, stop, self.input.body[start:stop])

    def run(self, first: int, last: int) -> Stretch:
        """The characters from word ``first`` to word ``last``, both within."""
        return self.stretch(int(self.start[first]), int(self.stop[last]))


def page_of(one: CopyInput, source: int, furniture: U64) -> Page:
    """The document with its words numbered; ``source`` is its source's number in the index."""
    found = words_of([one.body])
    number, first = lines_of(found.word, found.line)
    sizes = np.diff(np.r_[first, len(found.word)])
    keep = np.repeat(own_lines(line_number(source, number), sizes, furniture), sizes)
    word, start, stop = found.word[keep], found.start[keep], found.stop[keep]
    quotes = tuple(
        (q.start, q.stop, q.inner_start, q.inner_stop) for q in quotations(one.body) if q.level == 0
    )
    quoted = np.zeros(len(word), dtype=bool)
    for _, _, a, b in quotes:
        quoted[np.searchsorted(start, a) : np.searchsorted(start, b)] = True
    gram, at = grams(word, np.zeros(len(word), dtype=np.int64), RUN)
    return Page(one, word, start, stop, quoted, gram, at, quotes)


def covered(page: Page, other: Page) -> NDArray[np.bool_]:
    """Which words of ``page`` stand in a run of four that ``other`` has too."""
    return _cover(page, np.isin(page.gram, other.gram))


def _cover(page: Page, shared: NDArray[np.bool_]) -> NDArray[np.bool_]:
    mask = np.zeros(len(page.word) + RUN, dtype=bool)
    begins = page.at[shared]
    for offset in range(RUN):
        mask[begins + offset] = True
    return mask[: len(page.word)]


def matched_runs(copy: Page, original: Page) -> list[tuple[int, int, int]]:
    """Runs of equal words: (first word in the copy, first in the original, words), in the copy's order.

    Runs start at grams that stand once in each, so a repeated phrase does not tie places together.
    """
    once_a, index_a, times_a = np.unique(original.gram, return_index=True, return_counts=True)
    once_b, index_b, times_b = np.unique(copy.gram, return_index=True, return_counts=True)
    _, in_a, in_b = np.intersect1d(once_a[times_a == 1], once_b[times_b == 1], return_indices=True)
    places_a = original.at[index_a[times_a == 1][in_a]]
    places_b = copy.at[index_b[times_b == 1][in_b]]
    order = np.argsort(places_b)
    runs: list[tuple[int, int, int]] = []
    for b, a in zip(places_b[order].tolist(), places_a[order].tolist(), strict=True):
        if runs and b - runs[-1][0] == a - runs[-1][1] and b <= runs[-1][0] + runs[-1][2]:
            runs[-1] = (runs[-1][0], runs[-1][1], b - runs[-1][0] + RUN)
        else:
            runs.append((b, a, RUN))
    return runs


__all__ = ["RUN", "Page", "covered", "matched_runs", "page_of"]
