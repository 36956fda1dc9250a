"""What somebody said the law is, beside what the pack says: the difference is shown, the words stay.

A pack lists by which words people call a rule ("desertion") and a penalty ("a penal battalion"). A claim
that names both, or a rule and a length of time, is laid beside the rules of that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from muster.model.law import Consequence, Days, Pack, Rule
from muster.text.dates.dates import find_dates

_MONTHS = {"day": 1 / 30.4, "week": 7 / 30.4, "month": 1.0, "year": 12.0}
_UNITS = {"days": 1 / 30.4, "months": 1.0, "years": 12.0}
# "Up to seven years" quotes a rule's most; "two years" may be any sentence within it.
_AT_MOST = re.compile(
    r"\b(?:up to|at most|maximum|no more than|not more than|до|не более|максимум|не більше|щонайбільше)\b",
    re.IGNORECASE,
)
_BEFORE = 24
# Words that make a length of time a penalty where its kind is not named.
_PUNISHED = re.compile(
    r"\b(?:punish|sentenc|penalt|carr(?:y|ies)\b|faces?\b|карает|наказ|грозит|грозят|приговор|загрожу|карає|покаран|вирок)",
    re.IGNORECASE,
)
# Beyond so many characters a length of time belongs to something else in the sentence.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """A rule as it was said and as the pack has it. ``start``, ``stop``: the words of the rule's name.

    ``fits``: provisions of that day that do have what was said, so that a slip can be told from an error.
    """

    rule: Rule
    start: int
    stop: int
    said: str
    pack_says: str
    fits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    kind: str | None
    months: float | None
    words: str
    at_most: bool = False


def compare_said(pack: Pack, words: str, language: str, days: Days) -> list[Difference]:
    """Differences between what ``words`` say of the pack's rules and those rules on ``days``, in order.

    Nothing is found where the words name no rule of the pack, or no penalty and no length of time.
    """
    there = [r for r in pack.rules if r.kind == "offence" and r.period.covers(days) != "not met"]
    penalty = _penalty(pack, words, language)
    if penalty.kind is None and penalty.months is None:
        return []
    lines: dict[str, list[Rule]] = {}
    places: dict[str, tuple[int, int]] = {}
    for rule in there:
        place = _place(rule.names, words, language)
        if place:
            lines.setdefault(_called(rule), []).append(rule)
            places.setdefault(_called(rule), place)
    found = []
    for called, rules in lines.items():
        if any(_allows(rule, penalty) for rule in rules):
            continue
        fits = tuple(sorted({r.provision for r in there if _allows(r, penalty) and _reaches(r, penalty)}))
        says = "; ".join(_told(rule) for rule in rules)
        found.append(Difference(rules[0], *places[called], penalty.words, says, fits))
    return sorted(found, key=lambda d: (d.start, d.stop))


def _called(rule: Rule) -> str:
    """Rules that people call by the same words are one to whoever speaks of them."""
    return "|".join(sorted(n for names in rule.names.values() for n in names))


def _penalty(pack: Pack, words: str, language: str) -> _Said:
    kinds = [
        (place, kind) for kind, names in pack.penalties.items() if (place := _place(names, words, language))
    ]
    place, kind = min(kinds, default=(None, None))
    punished = _PUNISHED.search(words)
    at = place or (punished.span() if punished else None)
    lengths = [
        e
        for e in find_dates(words, 0, len(words), language)
        if e.form == "duration" and at and max(e.start - at[1], at[0] - e.stop) <= _NEAR
    ]
    if not lengths:
        return _Said(kind, None, words[slice(*place)] if place else "")
    # The length that stands nearest to the penalty is the penalty's.
    near = min(lengths, key=lambda e: abs(e.start - place[0]) if place else e.start)
    months = near.amount * _MONTHS[near.unit] if near.amount and near.unit in _MONTHS else None
    ends = [near.start, near.stop, *(place or ())]
    at_most = _AT_MOST.search(words, max(0, near.start - _BEFORE), near.stop) is not None
    return _Said(kind, months, words[min(ends) : max(ends)], at_most)


def _allows(rule: Rule, said: _Said) -> bool:
    """Whether something the rule may bring is of the kind said, and not shorter than the length said."""
    if said.at_most:
        return _reaches(rule, said)
    return any(
        (said.kind is None or c.kind == said.kind) and (said.months is None or said.months <= _most(c) + 0.01)
        for c in rule.consequences
    )


def _reaches(rule: Rule, said: _Said) -> bool:
    """Whether the length said is the most of the rule, which is how people quote a penalty."""
    return said.months is None or any(
        said.kind in (None, c.kind) and (c.high is None or abs(_most(c) - said.months) < 0.5)
        for c in rule.consequences
    )


def _most(consequence: Consequence) -> float:
    if consequence.high is None:
        return float("inf")
    return consequence.high * _UNITS[consequence.unit]


def _told(rule: Rule) -> str:
    return f"{rule.provision}: " + "; ".join(c.words["en"] for c in rule.consequences)


def _place(names: Mapping[str, Iterable[str]], words: str, language: str) -> tuple[int, int] | None:
    """The first place where one of the names begins a word: names are stems, since words are inflected."""
    stems = tuple(names.get(language, ()))
    match = _stems(stems).search(words) if stems else None
    return match.span() if match else None


@lru_cache(maxsize=256)
def _stems(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(s) for s in stems)})\w{{0,12}}", re.IGNORECASE)


__all__ = ["Difference", "compare_said"]
