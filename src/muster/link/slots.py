"""Numbers that stand at the same places of two texts: kept in a copy, others where one form was filled twice.

A copier changes words and leaves the figures, or changes one of them; who fills a form anew ("shelled 11
settlements, shot down 6 drones") leaves the words and changes every figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from muster.link.pages import Page
from muster.text.concepts import keys_of

# A form that was filled anew: so many places with other numbers, and at most so many with the same for each.
_CHANGED, _KEPT_FOR_ONE = 3, 0.34
# Between two common runs so many words at most are one place of a form.
_GAP = 20


def filled_with_others(copy: Page, original: Page, runs: Sequence[tuple[int, int, int]]) -> bool:
    """True where the words between common runs hold other numbers, three or more, and nearly no number stands
    in the runs themselves. ``runs``: as `matched_runs` gives them for these two."""
    changed = kept = 0
    before: tuple[int, int] | None = None
    for b, a, size in runs:
        if before is not None and 0 < b - before[0] <= _GAP and 0 < a - before[1] <= _GAP:
            ours, theirs = numbers_between(copy, before[0], b), numbers_between(original, before[1], a)
            changed += min(len(ours - theirs), len(theirs - ours))
        kept += len(numbers_between(copy, b, b + size))
        before = (b + size, a + size)
    return changed >= _CHANGED and kept <= _KEPT_FOR_ONE * changed


def numbers_between(page: Page, first: int, stop: int) -> frozenset[str]:
    """The numbers among the words ``[first, stop)``."""
    words = page.input.body[int(page.start[first]) : int(page.stop[stop - 1])]
    return frozenset(key for keys in keys_of(words, page.input.language) for key in keys if key[0] == "n")


__all__ = ["filled_with_others", "numbers_between"]
