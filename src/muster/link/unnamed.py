"""Somebody without a name in one paper, who is named in another: "the miller", «мельник Устим Дуб рассказал».

What is told of nobody but a calling belongs to the only named person of that calling who says much the same
elsewhere within weeks. Only callings that few claims of a project give are looked at: a miller is one, a
soldier may be anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from muster.link.callings import callings, callings_in
from muster.link.independence import is_telling
from muster.link.relayed import day_of, weight
from muster.link.translated import likeness, meaning_of
from muster.link.whose import Key
from muster.model.links import Statement

# So many claims of people of one calling, in all papers; days between two tellings; how alike they are, in
# words that mean so many things at least.
_FEW, _DAYS, _ALIKE, _LEAST_WORDS = 12, 30, 0.45, 3
# How alike, where he gives all telling numbers of the words.
_ALIKE_COUNTED = 0.15
# Somebody else than who is named, or more than one.
_OTHER = re.compile(
    r"(?i)\b(?:another|other|former|two|three|several|one of)\b|(?<!\w)(?:друг|інш|бывш|колишн|ещ[её]|ще)"
)


# So many characters from its beginning a text tells of "a lawyer" whom it names further down.
_LEAD = 400


@dataclass(frozen=True, slots=True)
class _Told:
    key: Key
    root: str
    document: str
    start: int
    day: int
    words: str
    language: str
    figures: frozenset[float]


@dataclass(slots=True)
class Unnamed:
    """Statements of a calling without a name; they wait until it is known what the named say.

    ``of_people``: callings of people by the id of their entity, as any text gives them.
    """

    of_people: Mapping[str, frozenset[str]] = field(default_factory=dict)
    told: dict[str, list[_Told]] = field(default_factory=dict)
    waiting: list[tuple[Statement, str, Key]] = field(default_factory=list)

    def hear(self, s: Statement, root: str, key: Key) -> None:
        """Keeps what a named person with a calling says, as long as few have it."""
        if key[0] != "entity" or s.protected or s.told_by is not None:
            return
        for calling in sorted(callings(s) | self.of_people.get(key[1], frozenset())):
            kept = self.told.setdefault(calling, [])
            if len(kept) <= _FEW:
                kept.append(
                    _Told(
                        key, root, s.document, s.start, day_of(s.published), s.words, s.language, _telling(s)
                    )
                )

    def holds(self, s: Statement, key: Key, root: str) -> bool:
        """True where the statement waits."""
        role = s.role or ""
        waits = (
            key[0] == "nobody" and bool(role) and not s.protected and s.told_by is None
            and _OTHER.search(role) is None and bool(callings_in(role, s.language))
        )  # fmt: skip
        if waits:
            self.waiting.append((s, root, key))
        return waits

    def all(self) -> Iterator[tuple[Statement, str, Key, Key]]:
        """Each with the one named person who says it elsewhere, else with its own; and its own."""
        for s, root, key in self.waiting:
            yield s, root, self._named(s, root) or key, key

    def _named(self, s: Statement, root: str) -> Key | None:
        day = day_of(s.published)
        found: set[Key] = set()
        below: set[Key] = set()
        for calling in callings_in(s.role or "", s.language):
            told = self.told.get(calling, [])
            for each in told if len(told) <= _FEW else ():
                near = not (day and each.day) or abs(day - each.day) <= _DAYS
                if near and each.root != root and _alike(s, each):
                    found.add(each.key)
                if each.document == s.document and s.start < min(each.start, _LEAD):
                    below.add(each.key)
        # "A lawyer says … N, who represents three of them, told": the lead tells of whom the text names.
        found = below if len(below) == 1 else found
        return found.pop() if len(found) == 1 else None


def _telling(s: Statement) -> frozenset[float]:
    return frozenset(value for value, _ in s.figures if is_telling(value))


def _alike(s: Statement, other: _Told) -> bool:
    counted = bool(numbers := _telling(s)) and numbers <= other.figures
    mine, theirs = meaning_of(s.words, s.language), meaning_of(other.words, other.language)
    if min(len(mine.words), len(theirs.words)) < _LEAST_WORDS:
        return False
    # A number alone may count anything.
    counted = counted and any(key[0] != "n" for key in mine.keys & theirs.keys)
    return likeness(mine, theirs, weight) >= (_ALIKE_COUNTED if counted else _ALIKE)


__all__ = ["Unnamed"]
