"""A text as words, numbers and marks, with offsets: what the number, date and place skills walk over.

Words are lower case with one apostrophe (' for ’ ʼ ‘ `) and е for ё, so that a table needs one spelling;
every character keeps its place, so offsets hold in the text as it was.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SAME = {"ʼ": "'", "’": "'", "‘": "'", "`": "'", "′": "'", "ё": "е", "\u2011": "-", "‐": "-"}
_GAP = " \u00a0\u202f\u2009"
_MARKS = "\u0300-\u036f"
# Words first: they are most, and each way before them would be tried in vain.
_TOKEN = re.compile(
    rf"[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_{_MARKS}]*|'(?!s\b)[^\W\d_{_MARKS}]+)*"
    rf"|\d{{1,3}}(?:[{_GAP}]\d{{3}}(?!\d))+(?:[.,]\d{{1,3}}(?!\d))?"  # 1 000 000
    r"|\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d{1,3}(?!\d))?"  # 1,000,000.5
    r"|\d{1,3}(?:\.\d{3}(?!\d))+(?:,\d{1,3}(?!\d))?"  # 1.000.000
    r"|\d{1,3}(?:'\d{3}(?!\d))+(?:[.,]\d{1,3}(?!\d))?"  # 1'000'000
    r"|\d+(?:[.,]\d+)?"
    r"|([^\w\s])\1*|_+"
)
_STRESS = str.maketrans({"\u0300": None, "\u0301": None})


@dataclass(frozen=True, slots=True)
class Tokens:
    """``words[i]`` stands at ``[starts[i], stops[i])``; ``folded`` has the length of the text."""

    folded: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def between(self, start: int, stop: int) -> tuple[int, int]:
        """The half-open range of tokens that begin in characters ``[start, stop)``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, stop)

    def joined(self, index: int) -> bool:
        """True where token ``index`` follows the one before it without a space."""
        return 0 < index < len(self.starts) and self.stops[index - 1] == self.starts[index]


_COMBINING: Final = re.compile("[\u0300-\u036f]")


def fold_in_place(body: str) -> str:
    """Lower case, one apostrophe, е for ё; always of the same length as ``body``."""
    lowered = body.lower()
    if len(lowered) != len(body):  # İ and a few more grow in lower case
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in body)
    for odd, plain in _SAME.items():  # five times faster than one table for all
        lowered = lowered.replace(odd, plain)
    return lowered


# The number, date and place readers ask for the same text one after the other.
@lru_cache(maxsize=2)
def tokens_of(body: str) -> Tokens:
    """The tokens of a text; linear in its length. A run of one mark is one token."""
    folded = fold_in_place(body)
    words: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    stressed = _COMBINING.search(folded) is not None
    for match in _TOKEN.finditer(folded):
        word = match.group()
        starts.append(match.start())
        stops.append(match.end())
        words.append(_plain(word) if stressed else word)
    return Tokens(folded, tuple(words), tuple(starts), tuple(stops))


def _plain(word: str) -> str:
    if _COMBINING.search(word):
        # A stress mark that stands alone stays: no token is empty.
        return unicodedata.normalize("NFC", word.translate(_STRESS)).replace("ё", "е") or word
    return word


__all__ = ["Tokens", "fold_in_place", "tokens_of"]
