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
    """``word``, ``start``, ``stop``, ``quoted``: one entry a word, the source's furniture left out.
    ``gram``: runs of four words in order of number, each beginning at word ``at``."""

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
    # A page is compared with several others: sorted once, looked up in each time.
    order = np.argsort(gram, kind="stable")
    return Page(one, word, start, stop, quoted, gram[order], at[order], quotes)


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
    (once_a, at_a), (once_b, at_b) = _once(original), _once(copy)
    if not len(once_a) or not len(once_b):
        return []
    place = _found(once_b, once_a)
    both = once_a[place] == once_b
    places_a, places_b = at_a[place[both]], at_b[both]
    order = np.argsort(places_b)
    runs: list[tuple[int, int, int]] = []
    for b, a in zip(places_b[order].tolist(), places_a[order].tolist(), strict=True):
        if runs and b - runs[-1][0] == a - runs[-1][1] and b <= runs[-1][0] + runs[-1][2]:
            runs[-1] = (runs[-1][0], runs[-1][1], b - runs[-1][0] + RUN)
        else:
            runs.append((b, a, RUN))
    return runs


def _found(wanted: U64, held: U64) -> I64:
    """Where each wanted number would stand in the held, which are sorted and not empty."""
    return np.minimum(np.searchsorted(held, wanted), len(held) - 1)


def _once(page: Page) -> tuple[U64, I64]:
    """The runs of four that stand once in the page, with where they begin."""
    if not len(page.gram):
        return page.gram, page.at
    differs = page.gram[1:] != page.gram[:-1]
    once = np.r_[True, differs] & np.r_[differs, True]
    return page.gram[once], page.at[once]


__all__ = ["RUN", "Page", "covered", "matched_runs", "page_of"]
