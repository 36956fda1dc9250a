"""Two names word beside word, so that what differs is seen at once: a missing patronymic, one letter."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from muster.publish.page.highlight import visible
from muster.text.scripts import romanise

# Below this likeness two words are not held to be one word in two spellings.
_ALIKE = 0.6
_MOST = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of one name over that of the other; "" where the other has none. ``same``: in sound."""

    left: Markup
    right: Markup
    same: bool


def aligned(left: str, right: str) -> list[Pair]:
    """The words of two names in pairs, by sound; shared letters in <s>, which the page shows dimmed."""
    ours, theirs = left.split()[:_MOST], right.split()[:_MOST]
    free = list(range(len(theirs)))
    rows: list[Pair] = []
    for word in ours:
        best = max(free, key=lambda i: (_likeness(word, theirs[i]), -i), default=None)
        if best is None or _likeness(word, theirs[best]) < _ALIKE:
            rows.append(Pair(visible(word), Markup(""), False))
            continue
        free.remove(best)
        rows.append(_pair(word, theirs[best]))
    return rows + [Pair(Markup(""), visible(theirs[i]), False) for i in free]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, romanise(one), romanise(other), autojunk=False).ratio()


def _pair(one: str, other: str) -> Pair:
    if romanise(one) == romanise(other):
        shared = Markup("<s>{}</s>")
        return Pair(shared.format(visible(one)), shared.format(visible(other)), True)
    left: list[Markup] = []
    right: list[Markup] = []
    for tag, i, j, k, n in SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).get_opcodes():
        frame = Markup("<s>{}</s>") if tag == "equal" else Markup("<b>{}</b>")
        if i < j:
            left.append(frame.format(visible(one[i:j])))
        if k < n:
            right.append(frame.format(visible(other[k:n])))
    return Pair(Markup("").join(left), Markup("").join(right), False)


__all__ = ["Pair", "aligned"]
