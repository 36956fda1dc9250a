"""Are two military units one? By number, kind and branch, in Russian, Ukrainian and English; with reasons."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from muster.text.military_units import find_units
from muster.text.names.names import SAME, NameComparison
from muster.text.scripts import romanise

_NUMBERED = re.compile(r"(?P<number>\d{1,4})(?:st|nd|rd|th)\s(?P<branch>.*?)\s?(?P<kind>[A-Z]\w+)\Z")
_NAMED = re.compile(r"(?P<kind>\w+) «(?P<name>.+)»\Z")
_KINDS = frozenset(
    [
        "Brigade",
        "Regiment",
        "Division",
        "Battalion",
        "Army",
        "Corps",
        "Company",
        "Platoon",
        "Group",
        "Detachment",
        "Battery",
        "Squadron",
        "Legion",
    ]
)


class UnitParts(NamedTuple):
    """``number`` as digits, or the sounds of a name; ``kind`` and ``branch`` in English, "" where nobody
    said."""

    number: str
    kind: str
    branch: str


@lru_cache(maxsize=8_192)
def unit_parts(name: str) -> tuple[UnitParts, ...]:
    """The units that a name holds, the smallest first as written: a battalion, its brigade. Empty if none.

    >>> unit_parts("3-й батальон 364-й мотострелковой бригады")[1]
    UnitParts(number='364', kind='Brigade', branch='Motor Rifle')
    """
    # Two small letters after a number («291 тп») are a unit only where one is known to be named.
    found = find_units(name) or find_units(name.upper())
    return tuple(_parts(unit.name) for unit in found)


def _parts(name: str) -> UnitParts:
    if (named := _NAMED.match(name)) is not None:
        return UnitParts(romanise(named["name"]), named["kind"], "")
    if (numbered := _NUMBERED.match(name)) is not None and numbered["kind"] in _KINDS:
        return UnitParts(numbered["number"], numbered["kind"], numbered["branch"])
    return UnitParts(name, "", "")


def compare_units(a: str, b: str) -> NameComparison:
    """Compare two names of units. Symmetric. A unit and a part of it are different; a branch that only one
    names is no contradiction; where one of the names holds no unit, nothing can be told."""
    if b < a:
        a, b = b, a
    left, right = unit_parts(a), unit_parts(b)
    if not left or not right:
        alike = romanise(a) == romanise(b) != ""
        score, verdict = (SAME, "same") if alike else (0.6, "cannot tell")
        return NameComparison(
            score, verdict, ("the same sounds" if alike else "one of the two names no unit",)
        )
    if len(left) != len(right):
        return NameComparison(
            0.3, "different", ("one is a part of the other, or has another line of command",)
        )
    scores, reasons = zip(*(_pair(x, y) for x, y in zip(left, right, strict=True)), strict=True)
    score = min(scores)
    return NameComparison(score, "same" if score >= SAME else "different", tuple(reasons))


def _pair(a: UnitParts, b: UnitParts) -> tuple[float, str]:
    if a.number != b.number:
        return 0.1, f"{_shown(a)} and {_shown(b)}: another number or name"
    if a.kind != b.kind:
        return 0.1, f"{_shown(a)} and {_shown(b)}: {a.kind or 'no kind'} is not {b.kind or 'no kind'}"
    if a.branch == b.branch:
        return 1.0, f"{_shown(a)} in both"
    if (
        not a.branch
        or not b.branch
        or set(a.branch.split()) <= set(b.branch.split())
        or (set(b.branch.split()) <= set(a.branch.split()))
    ):
        return 0.85, f"{_shown(a)} and {_shown(b)}: one number and kind; only one says which branch"
    return 0.2, f"{_shown(a)} and {_shown(b)}: another branch"


def _shown(unit: UnitParts) -> str:
    return " ".join(filter(None, (unit.number, unit.branch, unit.kind)))


__all__ = ["UnitParts", "compare_units", "unit_parts"]
