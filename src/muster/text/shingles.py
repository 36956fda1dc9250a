"""Word n-grams as numbers, whole batches of texts at a time.

The words of a text are runs of letters and digits, compared without case, accents, invisible characters,
apostrophes and script of look-alike letters. A word's number is a polynomial over its letters modulo 2**64,
mixed; prefix sums give the numbers of all words of a batch without a loop (Karp and Rabin 1987, with the
inverse power instead of a window). An n-gram's number is made of its words' numbers in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]

_RADIX = 0x9E3779B97F4A7C15 | 1
_INVERSE = pow(_RADIX, -1, 1 << 64)
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
# Letters that look alike, by one of them; lower case of what looks alike in upper case too.
_ALIKE = str.maketrans("асеорхуіјѕкмтнвѵ", "aceopxyijskmthbv")
_DROPPED = 0xFFFFFFFF
_ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)[^\s<>\"»”)\]]{1,2000}")
_QUOTES, _DASHES = '"«»“”„‟″', "-‐‑‒–—―−"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a batch of texts, in order.

    ``word``: a number a word; ``text``: which text it stands in; ``line``: the number of its line, counted
    through the batch; ``start``, ``stop``: code points within its text. ``marks``: a number a text that
    covers its letters, digits and punctuation without blanks: equal only where the texts differ in
    nothing but case, blanks and the kind of quotation marks and dashes.
    """

    word: U64
    text: I64
    line: I64
    start: I64
    stop: I64
    marks: U64


def mix(values: U64) -> U64:
    """Numbers spread evenly (the finaliser of SplitMix64)."""
    v = (values ^ (values >> np.uint64(30))) * _MIX_1
    v = (v ^ (v >> np.uint64(27))) * _MIX_2
    return v ^ (v >> np.uint64(31))


def _letter(char: str) -> int:
    plain = unicodedata.normalize("NFKD", char.casefold())
    plain = "".join(c for c in plain if c.isalnum()) or char
    return ord(plain.translate(_ALIKE)[0])


@cache
def _tables() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """For each character of the basic plane: its class as a letter (0: none) and as a mark (0: a blank)."""
    letters = np.zeros(0x10000, dtype=np.uint32)
    marks = np.zeros(0x10000, dtype=np.uint32)
    for code in range(0x10000):
        char = chr(code)
        kind = unicodedata.category(char)
        if kind in ("Mn", "Me", "Cf", "Cs") or char in "'’‘ʼ`´":
            letters[code] = marks[code] = _DROPPED
        elif kind[0] in "LN":
            letters[code] = marks[code] = _letter(char)
        elif kind[0] not in "ZC":
            marks[code] = ord('"') if char in _QUOTES else ord("-") if char in _DASHES else code
    return letters, marks


@cache
def _powers(size: int) -> tuple[U64, U64]:
    up = np.full(size, _RADIX, dtype=np.uint64)
    down = np.full(size, _INVERSE, dtype=np.uint64)
    up[0] = down[0] = 1
    return np.cumprod(up, dtype=np.uint64), np.cumprod(down, dtype=np.uint64)


def _power_tables(size: int) -> tuple[U64, U64]:
    # One table for most batches; a longer text gets the next power of two.
    return _powers(max(1 << 20, 1 << (size - 1).bit_length() if size > 1 else 1))


def without_addresses(body: str) -> str:
    """The body with web addresses as blanks, every character in its place: two posts that link to one
    page have no words in common for it."""
    if "://" not in body and "www." not in body and "t.me/" not in body:
        return body
    return _ADDRESS.sub(lambda m: " " * len(m.group()), body)


def _sums(values: U64, starts: I64, stops: I64) -> U64:
    """The polynomial over each ``[start, stop)``, whatever its place."""
    up, down = _power_tables(len(values) + 1)
    prefix = np.zeros(len(values) + 1, dtype=np.uint64)
    np.cumsum(values * up[: len(values)], dtype=np.uint64, out=prefix[1:])
    return (prefix[stops] - prefix[starts]) * down[starts]


def words_of(bodies: Sequence[str]) -> Words:
    """The words of all bodies; web addresses are not words. Cost and memory are linear in their length
    (about 60 bytes a character)."""
    whole = "".join(without_addresses(body) for body in bodies)
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    sizes = np.fromiter((len(b) for b in bodies), dtype=np.int64, count=len(bodies))
    begin = np.concatenate(([0], np.cumsum(sizes)))
    letter_of, mark_of = _tables()
    plane = np.minimum(codes, 0xFFFF)
    letters = letter_of[plane]
    kept = letters != _DROPPED
    kept &= codes <= 0xFFFF
    place = np.flatnonzero(kept)
    letters = letters[place]
    text = np.repeat(np.arange(len(bodies), dtype=np.int64), sizes)[place]
    inside = letters != 0
    same = np.zeros(len(place), dtype=bool)
    same[1:] = inside[1:] & inside[:-1] & (text[1:] == text[:-1])
    first = np.flatnonzero(inside & ~same)
    follows = np.zeros(len(place) + 1, dtype=bool)
    follows[:-1] = same
    last = np.flatnonzero(inside & ~follows[1:]) + 1
    word = mix(_sums(letters.astype(np.uint64) + np.uint64(1), first, last))
    breaks = np.zeros(len(codes) + 1, dtype=np.int64)
    np.cumsum(codes == 10, out=breaks[1:])
    owner = text[first]
    spread = mark_of[plane[place]].astype(np.uint64)
    seen = np.flatnonzero(spread)
    edges = np.searchsorted(text[seen], np.arange(len(bodies) + 1))
    marks = mix(_sums(spread[seen], edges[:-1], edges[1:]))
    return Words(
        word=word,
        text=owner,
        line=breaks[place[first]] + owner,
        start=place[first] - begin[owner],
        stop=place[last - 1] + 1 - begin[owner],
        marks=marks,
    )


def grams(word: U64, text: I64, size: int) -> tuple[U64, I64]:
    """Numbers of the n-grams of ``size`` words, and where (index of the first word) each begins.
    No n-gram crosses from one text into the next."""
    count = len(word) - size + 1
    if count <= 0:
        return np.array([], dtype=np.uint64), np.array([], dtype=np.int64)
    whole = np.zeros(count, dtype=np.uint64)
    factor = 1
    for offset in range(size):
        whole += word[offset : offset + count] * np.uint64(factor)
        factor = (factor * 0xD1342543DE82EF95) & 0xFFFFFFFFFFFFFFFF
    begins = np.flatnonzero(text[:count] == text[size - 1 :])
    return mix(whole[begins]), begins


__all__ = ["I64", "U64", "Words", "grams", "mix", "without_addresses", "words_of"]
