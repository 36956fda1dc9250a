"""Nicknames and call signs that a text introduces as such: «на псевдо «Сокіл»», «с позывным Ворон».

From then on the word is somebody's, in marks or without, and no firm's and no paper's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# What announces one; the pen name («псевдонім») of somebody whose name is kept back is another thing.
ANNOUNCED: Final = (
    r"(?:(?:на|с|з|із|зі|под|під|за|по|мав|має|имеет)\s)?"
    r"(?:позывн\w{2,3}|позивн\w{2,3}|псевдо|прозвищ\w{1,2}|прізвиськ\w{1,2})\s[–—-]?\s?"
)
_NAME: Final = re.compile(rf"(?<!\w){ANNOUNCED}[«\"“„]?(?P<name>[А-ЯЁІЇЄҐ][\w'’ʼ-]{{1,24}})")
_STEMS: Final = ("позывн", "позивн", "псевдо", "прозвищ", "прізвиськ")
BEFORE: Final = re.compile(rf"(?<!\w){ANNOUNCED}[«\"“„]?\Z")


@lru_cache(maxsize=16)
def call_names(body: str) -> frozenset[str]:
    """The nicknames and call signs that a Russian or Ukrainian text announces."""
    if not any(stem in body for stem in _STEMS):
        return frozenset()
    return frozenset(m["name"] for m in _NAME.finditer(body))


def announced_at(body: str, start: int) -> int:
    """Where the words begin that announce a nickname at this place («на псевдо «»); -1 where none do."""
    found = BEFORE.search(body, max(0, start - 28), start)
    return found.start() if found is not None else -1


__all__ = ["ANNOUNCED", "announced_at", "call_names"]
