"""Words cut into pieces of BERT's uncased vocabulary (WordPiece, Wu et al. 2016), with exact spans.

A word is folded to small letters without accents and cut greedily, longest piece first. What is not
in the vocabulary is one unknown piece over the whole word. Invisible characters give no piece.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files

# A piece: its id and its first and last-but-one character, within its word or within the text.
Cut = tuple[int, int, int]

UNKNOWN = 100
_LONGEST = 100
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+|\S")


def pieces(body: str, start: int, stop: int) -> Iterator[Cut]:
    """The pieces of ``body[start:stop]``, in offsets of the body."""
    for match in _WORD.finditer(body, start, stop):
        at = match.start()
        if match.end() - at > _LONGEST:
            yield UNKNOWN, at, match.end()
            continue
        for number, a, b in _cut(match.group()):
            yield number, at + a, at + b


@functools.cache
def vocabulary() -> dict[str, int]:
    """Piece to id; the id is the line in the file."""
    lines = files("muster.read.tagger").joinpath("data/vocabulary.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(lines.split("\n")) if piece}


@functools.lru_cache(maxsize=1 << 16)
def _cut(word: str) -> tuple[Cut, ...]:
    folded, origin = _fold(word)
    known = vocabulary()
    found: list[Cut] = []
    at = 0
    while at < len(folded):
        stop = len(folded)
        while stop > at:
            number = known.get(("##" if at else "") + folded[at:stop])
            if number is not None:
                break
            stop -= 1
        else:
            return ((UNKNOWN, 0, len(word)),)
        # A dropped accent stays with the piece before it.
        found.append((number or 0, origin[at], origin[stop] if stop < len(folded) else len(word)))
        at = stop
    return tuple(found)


def _fold(word: str) -> tuple[str, list[int]]:
    """Small letters without accents, and for each the character of the word it comes from."""
    letters: list[str] = []
    origin: list[int] = []
    for i, char in enumerate(word):
        for letter in unicodedata.normalize("NFD", char.lower()):
            if unicodedata.category(letter) != "Mn" and unicodedata.category(letter)[0] != "C":
                letters.append(letter)
                origin.append(i)
    return "".join(letters), origin


__all__ = ["UNKNOWN", "pieces", "vocabulary"]
