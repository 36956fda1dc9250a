"""The ideas by which a text says that it keeps somebody back; the words are data (data/hints.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from muster.text.spans import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_NEGATED: Final = ("n't", "n’t")
_SHORTEST: Final = 2


class _Meant(dict[str, frozenset[str]]):
    """What each word met so far may mean, alone or as the first of a phrase."""

    def __init__(self, words: HintWords) -> None:
        self._words = words

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) > _MOST:
            self.clear()
        phrases = self._words.phrases.get(word, ())
        self[word] = self._words.of(word).union(idea for _, idea in phrases)
        return self[word]


@dataclass(slots=True)
class HintWords:
    """One language's words by what they mean. ``meet``: the ideas that must stand together, within so many
    words; ``alone``: those that need no other."""

    whole: dict[str, set[str]] = field(default_factory=dict)
    starts: dict[str, set[str]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    meet: list[frozenset[str]] = field(default_factory=list)
    alone: frozenset[str] = frozenset()
    within: int = 0
    _meant: _Meant = field(init=False)
    _of: dict[str, frozenset[str]] = field(default_factory=dict)
    _meet: dict[frozenset[str], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._meant = _Meant(self)

    def may_meet(self, words: Iterable[str]) -> bool:
        """Whether these words in small letters, wherever they stand, could say that somebody is kept back."""
        ideas = frozenset[str]().union(*map(self._meant.__getitem__, words))
        if ideas not in self._meet:
            if len(self._meet) > _MOST:
                self._meet.clear()
            self._meet[ideas] = bool(ideas & self.alone) or any(rule <= ideas for rule in self.meet)
        return self._meet[ideas]

    def of(self, word: str) -> frozenset[str]:
        """What a word in small letters means."""
        known = self._of.get(word)
        if known is not None:
            return known
        found = set(self.whole.get(word, ()))
        for stop in range(_SHORTEST, len(word) + 1):
            found |= self.starts.get(word[:stop], set())
        if word.endswith(_NEGATED):
            found.add("not")
        if len(self._of) > _MOST:
            self._of.clear()
        self._of[word] = known = frozenset(found)
        return known


_MOST: Final = 1 << 16


@lru_cache(maxsize=4)
def hint_words(language: str) -> HintWords:
    """The words of ``en``, ``ru`` or ``uk``."""
    raw: dict[str, Any] = tomllib.loads((files("muster.text") / "data" / "hints.toml").read_text("utf-8"))
    meet = raw.pop("meet")
    made = HintWords(
        meet=[frozenset(rule.split()) for rule in meet["any"]],
        alone=frozenset(meet["alone"]),
        within=meet["within"],
    )
    for idea, lists in raw.items():
        for entry in lists[language].split():
            first, *rest = entry.split("_")
            if rest:
                made.phrases.setdefault(first, []).append((tuple(rest), idea))
            elif first.endswith("*"):
                made.starts.setdefault(first[:-1], set()).add(idea)
            else:
                made.whole.setdefault(first, set()).add(idea)
    return made


def hints_in(body: str, start: int, stop: int, language: str) -> Iterator[Span]:
    """Where, within one sentence, ideas meet that together say that somebody is kept back."""
    words = hint_words(language)
    low = _WORD.findall(body[start:stop].lower().replace("’", "'").replace("ʼ", "'"))
    # Most sentences hold no such words: to know where they stand costs more than to know that.
    if not words.may_meet(low):
        return
    found = list(_WORD.finditer(body, start, stop))
    low = [m.group().lower().replace("’", "'").replace("ʼ", "'") for m in found]
    last: dict[str, int] = {}
    for i, word in enumerate(low):
        ideas = words.of(word)
        if word in words.phrases:
            ideas = ideas | {
                idea for rest, idea in words.phrases[word] if tuple(low[i + 1 : i + 1 + len(rest)]) == rest
            }
        if not ideas:
            continue
        if ideas & words.alone:
            yield Span(*found[i].span())
        last.update(dict.fromkeys(ideas, i))
        for rule in words.meet:
            if ideas & rule and rule <= last.keys():
                at = [last[idea] for idea in rule]
                if i - min(at) <= words.within and len(set(at)) == len(rule):
                    yield Span(found[min(at)].start(), found[i].end())
                    break


__all__ = ["HintWords", "hint_words", "hints_in"]
