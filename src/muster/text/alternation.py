"""Many words as one pattern: letters in common are tried once, so a thousand cost little more than ten."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A pattern, without groups, that matches each of the words and no other; longer ones first.

    Raises:
        ValueError: there are no words, or one is empty.
    """
    branches: dict[str, set[str]] = {}
    for word in set(words):
        if not word:
            raise ValueError("an empty word")
        branches.setdefault(word[0], set()).add(word[1:])
    if not branches:
        raise ValueError("no words")
    parts = []
    for letter in sorted(branches):
        rest = branches[letter]
        more = rest - {""}
        end = "?" if "" in rest else ""
        parts.append(re.escape(letter) + (f"(?:{alternation(more)}){end}" if more else ""))
    return "|".join(parts)


__all__ = ["alternation"]
