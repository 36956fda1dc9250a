"""Somebody without a name in one paper, who is named in another: "the miller", «мельник Устим Дуб рассказал».

What is told of nobody but a calling belongs to the only named person of that calling who says much the same
elsewhere within weeks. Only callings that few claims of a project give are looked at: a miller is one, a
soldier may be anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from muster.link.members import without_name
from muster.link.relayed import day_of, weight
from muster.link.translated import likeness, meaning_of
from muster.link.whose import Key
from muster.model.links import Statement
from muster.text.concepts import keys_of_word
from muster.text.scripts import fold

# So many claims of people of one calling, in all papers; days between two tellings; how alike they are, in
# words that mean so many things at least.
_FEW, _DAYS, _ALIKE, _LEAST_WORDS = 12, 30, 0.45, 3
_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
# "A miller of Torsk", "a lawyer who": the calling stands before.
_BEHIND = re.compile(r"(?i)\s(?:of|from|for|at|in|with|who|which)\s|,")
# Somebody else than who is named, or more than one.
_OTHER = re.compile(
    r"(?i)\b(?:another|other|former|two|three|several|one of)\b|(?<!\w)(?:друг|інш|бывш|колишн|ещ[её]|ще)"
)


@dataclass(frozen=True, slots=True)
class _Told:
    key: Key
    root: str
    day: int
    words: str
    language: str


@dataclass(slots=True)
class Unnamed:
    """Statements of a calling without a name; they wait until it is known what the named say."""

    told: dict[str, list[_Told]] = field(default_factory=dict)
    waiting: list[tuple[Statement, str, Key]] = field(default_factory=list)

    def hear(self, s: Statement, root: str, key: Key) -> None:
        """Keeps what a named person with a calling says, as long as few have it."""
        if key[0] != "entity" or s.protected or s.told_by is not None:
            return
        described = f"{s.role or ''} {without_name(s.spoken_as or '', s.speaker or '')}".strip()
        for calling in _callings(described, s.language) if described else ():
            kept = self.told.setdefault(calling, [])
            if len(kept) <= _FEW:
                kept.append(_Told(key, root, day_of(s.published), s.words, s.language))

    def holds(self, s: Statement, key: Key, root: str) -> bool:
        """True where the statement waits."""
        role = s.role or ""
        waits = (
            key[0] == "nobody" and bool(role) and not s.protected and s.told_by is None
            and _OTHER.search(role) is None and bool(_callings(role, s.language))
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
        for calling in _callings(s.role or "", s.language):
            told = self.told.get(calling, [])
            for each in told if len(told) <= _FEW else ():
                near = not (day and each.day) or abs(day - each.day) <= _DAYS
                if near and each.root != root and _alike(s, each):
                    found.add(each.key)
        return found.pop() if len(found) == 1 else None


def _alike(s: Statement, other: _Told) -> bool:
    mine, theirs = meaning_of(s.words, s.language), meaning_of(other.words, other.language)
    if min(len(mine.words), len(theirs.words)) < _LEAST_WORDS:
        return False
    return likeness(mine, theirs, weight) >= _ALIKE


@lru_cache(maxsize=1 << 14)
def _callings(described: str, language: str) -> frozenset[str]:
    """What the last word of an English description means, each word of a Russian or Ukrainian one."""
    words = _WORD.findall(_BEHIND.split(fold(described))[0])
    if language == "en":
        words = words[-1:]
    return frozenset(key for word in words[:4] for key in keys_of_word(word, language))


__all__ = ["Unnamed"]
