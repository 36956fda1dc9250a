"""A word and its neighbours in, how likely it tells of somebody out: learned from marked texts.

A linear model (multinomial logistic regression) over what is known of the word and the one on each side: how
common it is, its shape and ending, what the dictionary and our word lists call it, what stands between. It asks no
finder of identifiers, so that it errs elsewhere than they do. Features are hashed (Weinberger and others 2009, "Feature
hashing for large scale multitask learning", ICML); the weights are bytes (``tools/identifier_weights.py``).
"""

from __future__ import annotations

import gzip
import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple
from zlib import crc32

from muster.text.identifiers.ordinary import commonness
from muster.text.identifiers.page import named, opens_small, surname_shaped
from muster.text.identifiers.words import classes
from muster.text.lemmas import readings

TABLE: Final = 1 << 17
CLASSES: Final = ("direct", "quasi")
# A weight is a byte; so many of it are one nat.
SCALE: Final = 40.0

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’ʼ.@/][^\W_]+)*")
_COMMON: Final = 7
_NAME_TAGS: Final = ("Name", "Surn", "Patr", "Geox", "Orgn")
_LETTER: Final = re.compile(r"[^\W\d]")
_DIGITS: Final = re.compile(r"d{5,}")
_FAR: Final = 2


class Token(NamedTuple):
    """A word or number of the text; ``casual``: its line does without capitals."""

    start: int
    stop: int
    text: str
    low: str
    casual: bool


def tokens_of(body: str) -> list[Token]:
    """Words and numbers of ``body``, in order."""
    found = []
    end, casual = -1, False
    for match in _TOKEN.finditer(body):
        if match.start() > end:
            end = body.find("\n", match.start())
            end = len(body) if end < 0 else end
            casual = opens_small(body[match.start() : end])
        word = match.group()
        low = word.lower().replace("’", "'").replace("ʼ", "'")
        found.append(Token(match.start(), match.end(), word, low, casual))
    return found


@lru_cache(maxsize=1 << 15)
def _of_word(low: str) -> tuple[str, ...]:
    """What is known of a word by itself, its frequency first."""
    common = commonness(low)
    found = [f"c{common}"]
    if common >= _COMMON:
        found.append(f"w={low}")
    shape = re.sub(r"\d", "d", _LETTER.sub("", low))
    found.append("sh=" + _DIGITS.sub("d+", shape))
    found += [f"k={kind}" for kind in sorted(classes(low))]
    if not low.isascii():
        found += _of_dictionary(low)
    name = named(low)
    found += ["given"] * (name.given is not None) + ["patronymic"] * bool(name.patronymic)
    return tuple(dict.fromkeys((*found, *["surname"] * surname_shaped(low))))


def _of_dictionary(low: str) -> Iterator[str]:
    best = readings(low, "ru")[:3] if len(low) <= 60 else ()
    if not best:
        return
    tag = best[0].tag
    yield f"p={tag.POS}"
    yield f"known={best[0].is_known}"
    if tag.POS == "NOUN":
        yield f"an={tag.animacy}{tag.case}"
    for reading in best:
        yield from (f"g={g}{reading.is_known}" for g in _NAME_TAGS if g in reading.tag.grammemes)


@lru_cache(maxsize=1 << 15)
def _endings(low: str) -> tuple[str, ...]:
    return (
        *(f"s{n}={low[-n:]}" for n in (2, 3, 4) if len(low) > n),
        *([f"st={low[:5]}"] if len(low) > 5 else ()),
    )


@lru_cache(maxsize=1 << 15)
def _beside(low: str, side: str) -> tuple[str, ...]:
    """What a word tells of its neighbour."""
    return (
        f"{side}len{min(len(low), 3)}",
        f"{side}s3={low[-3:]}",
        *(f"{side}{each}" for each in _of_word(low)),
    )


def _sign(gap: str) -> str:
    return "n" if "\n" in gap else gap.strip()[:_FAR]


class _Place(NamedTuple):
    """What the place of a word tells: capitals, its line, the signs around it."""

    capital: bool
    casual: bool
    shouted: bool
    opens: bool
    before: str
    behind: str
    common: str

    def names(self) -> Iterator[str]:
        yield f"cap{self.capital}{self.casual}"
        yield f"cap{self.capital}{self.common}"
        if self.capital:
            yield "capo" if self.opens else "capi"
            yield f"up{self.shouted}"
        yield f"pre={self.before}"
        yield f"post={self.behind}"


class _Pair(NamedTuple):
    """What a neighbour's frequency and classes tell beside the word's own frequency; a side without a neighbour."""

    side: str
    other: str
    kinds: frozenset[str]
    common: str

    def names(self) -> Iterator[str]:
        if not self.other:
            yield f"{self.side}none"
            return
        yield f"{self.side}{self.other}|{self.common}"
        yield from (f"{self.side}k={kind}|{self.common}" for kind in sorted(self.kinds))


_ALONE: Final[frozenset[str]] = frozenset()


def _around(body: str, tokens: Sequence[Token], i: int) -> tuple[_Place, _Pair, _Pair]:
    here = tokens[i]
    before = body[tokens[i - 1].stop : here.start] if i else "^"
    behind = body[here.stop : tokens[i + 1].start] if i + 1 < len(tokens) else "$"
    common, text = _of_word(here.low)[0], here.text
    place = _Place(
        text[0].isupper(),
        here.casual,
        text.isupper(),
        bool(before.strip(" ")),
        _sign(before),
        _sign(behind),
        common,
    )
    left = tokens[i - 1].low if i else ""
    right = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return place, _pair("-1:", left, common), _pair("1:", right, common)


def _pair(side: str, other: str, common: str) -> _Pair:
    return _Pair(side, _of_word(other)[0], classes(other), common) if other else _Pair(side, "", _ALONE, "")


def features(body: str, tokens: Sequence[Token], i: int) -> list[int]:
    """The rows of the table that token ``i`` reads, for learning; `likelihoods` reads the same ones."""
    names = [*_of_word(tokens[i].low), *_endings(tokens[i].low)]
    names += (name for each in _around(body, tokens, i) for name in each.names())
    names += _beside(tokens[i - 1].low, "-1:") if i else ()
    names += _beside(tokens[i + 1].low, "1:") if i + 1 < len(tokens) else ()
    return sorted({row(name) for name in names})


def row(name: str) -> int:
    """The row of the table in which a feature's weights are."""
    return crc32(name.encode("utf-8")) % TABLE


@cache
def _weights() -> tuple[tuple[float, ...], array[int]]:
    """What every word starts from, and two bytes a row."""
    packed = gzip.decompress(files("muster.text").joinpath("data/identifier_weights.gz").read_bytes())
    table = array("b", packed)
    return tuple(each / SCALE for each in table[-len(CLASSES) :]), table


def _sum(names: Iterator[str] | tuple[str, ...]) -> tuple[int, int]:
    table = _weights()[1]
    direct = quasi = 0
    for name in names:
        at = 2 * row(name)
        direct += table[at]
        quasi += table[at + 1]
    return direct, quasi


@lru_cache(maxsize=1 << 15)
def _own_sum(low: str) -> tuple[int, int]:
    return _sum((*_of_word(low), *_endings(low)))


@lru_cache(maxsize=1 << 15)
def _beside_sum(low: str, side: str) -> tuple[int, int]:
    return _sum(_beside(low, side))


@lru_cache(maxsize=1 << 15)
def _sum_around(part: _Place | _Pair) -> tuple[int, int]:
    return _sum(part.names())


def likelihoods(body: str, tokens: Sequence[Token]) -> Iterator[tuple[float, float]]:
    """Of each token how likely it is part of a direct and of a quasi identifier."""
    start = _weights()[0]
    for i, token in enumerate(tokens):
        parts = [_own_sum(token.low), *map(_sum_around, _around(body, tokens, i))]
        if i:
            parts.append(_beside_sum(tokens[i - 1].low, "-1:"))
        if i + 1 < len(tokens):
            parts.append(_beside_sum(tokens[i + 1].low, "1:"))
        direct, quasi = (exp(min(30.0, sum(p[k] for p in parts) / SCALE + start[k])) for k in (0, 1))
        yield direct / (1 + direct + quasi), quasi / (1 + direct + quasi)


__all__ = ["CLASSES", "SCALE", "TABLE", "Token", "features", "likelihoods", "row", "tokens_of"]
