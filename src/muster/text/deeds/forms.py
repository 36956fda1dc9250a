"""A table of forms in, what begins with a word out.

A form is one word or several joined by "_", the beginning of a word with "*": "обстрел*", "opened_fire";
".." stands for up to six words, none of them a denial: "ceasefire_.._held"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

# No ending of a number: "3rd".
WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SHORTEST = 2
_GAP = 6
# Words whose answers are kept.
_KEPT = 1 << 16
Token = tuple[int, int, str]
"""Characters ``[start, stop)`` of some words, and the word in small letters."""


class Forms:
    """Forms by their first word, or by its beginning; the form of most words is tried first."""

    def __init__(self, rows: Iterable[tuple[str, str]], bars: frozenset[str] = frozenset()) -> None:
        """``rows``: what the forms tell, and the forms, divided by spaces; ``bars``: words that ".." never
        stands for."""
        self._bars = bars
        held: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for told, forms in rows:
            for form in forms.split():
                first, *rest = form.split("_")
                held.setdefault(first, []).append((tuple(rest), told))
        self._held = {
            first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[1]))) for first, rows in held.items()
        }
        self.begun = lru_cache(maxsize=_KEPT)(self._begun)
        """What may begin with this word: the words behind it and what it tells, the longest first."""

    def _begun(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        rows = [*self._held.get(word, ())]
        for size in range(len(word), _SHORTEST, -1):
            rows += self._held.get(f"{word[:size]}*", ())
        return tuple(sorted(rows, key=lambda r: -len(r[0])))

    def at(self, tokens: Sequence[Token], n: int) -> Iterator[tuple[int, str]]:
        """How many words a form takes that begins with token ``n``, and what it tells."""
        after = tokens[n + 1][2] if n + 1 < len(tokens) else ""
        for rest, told in self.begun(tokens[n][2]):
            if not rest:
                yield 1, told
            elif (rest[0] == ".." or _fits(after, rest[0])) and (stop := self._end(tokens, n + 1, rest)):
                yield stop - n, told

    def _end(self, tokens: Sequence[Token], at: int, rest: Sequence[str]) -> int:
        """Behind which token the rest of a form ends that begins at one; 0 where it does not fit."""
        for k, part in enumerate(rest):
            if part == "..":
                for near in range(at, min(at + _GAP + 1, len(tokens))):
                    if stop := self._end(tokens, near, rest[k + 1 :]):
                        return stop
                    if tokens[near][2] in self._bars:
                        break
                return 0
            if at >= len(tokens) or not _fits(tokens[at][2], part):
                return 0
            at += 1
        return at


@lru_cache(maxsize=256)
def tokens_of(words: str) -> tuple[Token, ...]:
    """The words of some words, as forms are written. Acts, ways and denials are read of the same words one
    after the other, so the last few are kept."""
    low = plain(words)
    if len(low) == len(words):
        return tuple((m.start(), m.end(), m.group()) for m in WORD.finditer(low))
    return tuple((m.start(), m.end(), plain(m.group())) for m in WORD.finditer(words))


def plain(words: str) -> str:
    """As forms are written: in small letters, with one apostrophe and no «ё»."""
    return words.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _fits(word: str, form: str) -> bool:
    return word.startswith(form[:-1]) if form.endswith("*") else word == form


__all__ = ["WORD", "Forms", "Token", "plain", "tokens_of"]
