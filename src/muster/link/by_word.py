"""A copy that no rule found and a person named: the word of a person stands as a rule's would."""

from __future__ import annotations

import numpy as np

from muster.link.copyindex import sort_date
from muster.link.drift import find_drift
from muster.link.pages import Page, covered, page_of
from muster.link.pairs import Judged, direction, judge
from muster.link.records import CopyInput
from muster.model.ids import make_id
from muster.model.links import Copy


def copy_by_word(one: CopyInput, other: CopyInput, reason: str) -> Copy:
    """The two as copy and original, by the same rules of direction; ``reason``: who said so, and when.

    The kind is the one a close look gives, else *translated* between two languages and *rewritten* within
    one; ``score`` is the larger share of words in common runs, 0 where there are none.
    """
    first, second = sorted((one, other), key=lambda each: (sort_date(each.published), each.document))
    nothing = np.array([], dtype=np.uint64)
    early, late = page_of(first, 0, nothing), page_of(second, 1, nothing)
    found = judge(early, late)
    kind, part = (found.kind, found.part) if isinstance(found, Judged) else ("rewritten", False)
    if first.language != second.language:
        kind = "translated"
    original, shown, why = direction(first, second)
    copy, source = (late, early) if original == first.document else (early, late)
    return Copy(
        id=make_id("copy", copy.input.document, original),
        copy=copy.input.document,
        original=original,
        kind=kind,
        score=round(max(_share(copy, source), _share(source, copy)), 4),
        reasons=(reason, why),
        directed=shown,
        drift=() if kind == "translated" else find_drift(copy, source, excerpt=part),
    )


def _share(page: Page, other: Page) -> float:
    return float(covered(page, other).mean()) if len(page.word) else 0.0


__all__ = ["copy_by_word"]
