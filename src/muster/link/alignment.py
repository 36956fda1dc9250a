"""The sentences of two texts in; which sentence of the one repeats which of the other, out.

First the same sentences with other words (how much of both is one sequence), then, of those that are left,
sentences that have most of their rarer words in common by base form, as a rewriting leaves them. What is
no sentence (a date alone, a header, the place and agency before the first word) is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

import numpy as np
from rapidfuzz.distance import Indel

from muster.link.pages import Page
from muster.text.languages import language_of
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.scripts import fold
from muster.text.segment import sentences
from muster.text.shingles import I64
from muster.text.sources.cues import LANGUAGES

# Sentences at or above this are the same sentence with other words.
SAME_SENTENCE = 0.5
# Words in more sentences of the original than this say nothing about which sentence is meant.
_COMMON = 12
# Sentences of the original that are asked about one of the copy, by words in common.
_TRIED = 4
# Rewritten sentences: base forms in at most so many sentences of each text count; so many must be common,
# and so large a share of the sentence that has fewer. Between two aligned neighbours less is enough.
_RARE = 4
_SHARED, _SHARE = 4, 0.5
_SHARED_BETWEEN, _SHARE_BETWEEN = 2, 0.2
_STEM = 6

_WORD = re.compile(r"[^\W_]+")
# A web address is no word of a sentence.
ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)[^\s<>\"»”)\]]{1,2000}")
# "HARBOUR, May 21 (Agency) – ", «ГОРОД, 21 мая – Агентство. »: capitals, then a date or an agency, a dash.
_DATELINE = re.compile(
    r"(?:[^\W\d_a-zа-яёіїєґ]{3,20}[ -]?){1,3}(?:[,.]\s[^\n()–—]{1,30})?(?:\s\([^()\n]{2,40}\))?"
    r"\s?[–—-]{1,2}\s"
)
_HAS_DATE_OR_AGENCY = re.compile(r"[\d(]")
_FIELD = re.compile(r"[^\W\d_]{2,20}:\s?\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``[start, stop)`` of the body, which are ``shown``; ``words``: a number a word."""

    start: int
    stop: int
    words: tuple[int, ...]
    shown: str
    language: str

    @property
    def stems(self) -> frozenset[str]:
        """Its longer words by base form; most sentences are aligned without."""
        return stems(self.shown, self.language)


@dataclass(frozen=True)
class Cut:
    """The sentences of one text. A text is aligned with several others: what all of them ask is kept."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def by_word(self) -> tuple[I64, I64]:
        """Each word of each sentence once, in order of the word, beside the sentence's place."""
        return _sorted_once([s.words for s in self.sentences], np.uint64)

    @cached_property
    def by_stem(self) -> tuple[I64, I64]:
        """Each longer word of each sentence by base form, likewise."""
        # Hashes are compared within one process only.
        return _sorted_once([[hash(each) for each in stems] for stems in self.stems], np.int64)

    @cached_property
    def known(self) -> list[tuple[frozenset[int], int]]:
        """The different words of each sentence, and how many of its words are repeats."""
        different = [frozenset(s.words) for s in self.sentences]
        return [(d, len(s.words) - len(d)) for d, s in zip(different, self.sentences, strict=True)]

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        return [s.stems for s in self.sentences]


def _sorted_once(keys: Sequence[Collection[int]], kind: type[np.integer[Any]]) -> tuple[I64, I64]:
    number = np.fromiter(chain.from_iterable(keys), dtype=kind).view(np.int64)
    place = np.repeat(np.arange(len(keys)), [len(k) for k in keys])
    order = np.lexsort((place, number))
    number, place = number[order], place[order]
    new = np.ones(len(number), dtype=bool)
    new[1:] = (number[1:] != number[:-1]) | (place[1:] != place[:-1])
    return number[new], place[new]


def page_language(page: Page) -> str:
    """``en``, ``ru`` or ``uk``: as stored, else as it reads, else English."""
    known = page.input.language if page.input.language in LANGUAGES else language_of(page.input.body)
    return known if known in LANGUAGES else "en"


def sentences_of(page: Page) -> Cut:
    """The sentences with own words, in order; header lines and datelines left out."""
    found = []
    body, language = page.input.body, page_language(page)
    for span in sentences(body):
        start = span.start + _dateline(body[span.start : span.start + 120])
        a, b = np.searchsorted(page.start, (start, span.stop))
        if b > a and not is_header(body[start : span.stop]):
            number = tuple(page.word[a:b].tolist())
            found.append(Sentence(start, span.stop, number, body[start : span.stop], language))
    return Cut(tuple(found))


def _dateline(opening: str) -> int:
    found = _DATELINE.match(opening)
    return found.end() if found and _HAS_DATE_OR_AGENCY.search(found.group()) else 0


_DIGIT = re.compile(r"\d")


def is_header(line: str) -> bool:
    """True for a date or a number alone, a credit ("/Agency") and lines of "name: value"."""
    if len(line) > 400:
        return False
    if line[0] == "/" and len(line.split()) <= 3:
        return True
    lines = [part.strip() for part in line.split("\n") if part.strip()]
    if len(lines) > 1 and all(_FIELD.fullmatch(part) for part in lines):
        return True
    if not _DIGIT.search(line):
        return False
    letters = _WORD.findall(line)
    named = [w for w in letters if not w.isdecimal()]
    return len(letters) <= 4 and all(is_month(w) for w in named)


_MONTHS = listed(
    "jan feb mar apr may jun jul aug sep oct nov dec янв фев мар апр мая май июн июл авг сен окт ноя дек",
    "січ лют бер кві тра чер лип сер вер жов лис гру год рок",
)


def is_month(word: str) -> bool:
    """Whether a word names a month, by its first three letters; «год» is taken for one too."""
    return word.lower()[:3] in _MONTHS


@lru_cache(maxsize=1 << 13)
def stems(stretch: str, language: str) -> frozenset[str]:
    """The longer words by the beginning of their base form, and all numbers."""
    found = (stem(w, language) for w in _WORD.findall(ADDRESS.sub(" ", stretch[:4_000])))
    return frozenset(s for s in found if len(s) > 3 or s[:1].isdecimal())


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """The beginning of the base form: "alleged" and "allegedly" meet."""
    return fold(lemma(word, language))[:_STEM]


def align(ours: Cut, theirs: Cut) -> list[int | None]:
    """For each sentence of the copy the place of the original's that it repeats, or None."""
    found = _same(ours, theirs)
    _rewritten(ours, theirs, found)
    _between(ours.sentences, theirs.sentences, found)
    return found


def _same(ours: Cut, theirs: Cut) -> list[int | None]:
    likely: list[list[int]] = [[] for _ in ours.sentences]
    mine, other, votes = _shared(ours.by_word, theirs.by_word, len(theirs.sentences), _COMMON)
    order = np.lexsort((other, -votes, mine))
    for at, place in zip(mine[order].tolist(), other[order].tolist(), strict=True):
        if len(likely[at]) < _TRIED:
            likely[at].append(place)
    found: list[int | None] = []
    last = -1
    for sentence, (known, repeats), tried in zip(ours.sentences, ours.known, likely, strict=True):
        # The next sentence of the original is always asked, for sentences of common words.
        if 0 <= last + 1 < len(theirs.sentences) and last + 1 not in tried:
            tried.append(last + 1)
        best, place = SAME_SENTENCE, None
        for p in tried:
            others, again = theirs.known[p]
            most = len(known & others) + min(repeats, again)
            if _share(most, len(sentence.words), len(theirs.sentences[p].words)) < best:
                continue
            score = alike(sentence.words, theirs.sentences[p].words)
            if score > best or (score == best and (place is None or p < place)):
                best, place = score, p
        last = last if place is None else place
        found.append(place)
    return found


def _shared(ours: tuple[I64, I64], theirs: tuple[I64, I64], size: int, most: int) -> tuple[I64, I64, I64]:
    """Pairs of sentences with how many keys both have; a key in more than ``most`` of theirs says nothing.
    ``size``: how many sentences they have."""
    key, place = theirs
    asked, mine = ours
    first = np.searchsorted(key, asked)
    many = np.searchsorted(key, asked, side="right") - first
    hit = (many > 0) & (many <= most)
    mine, first, many = mine[hit], first[hit], many[hit]
    # Each key is written out as often as there are sentences of theirs that hold it.
    step = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    pair, votes = np.unique(
        np.repeat(mine, many) * max(size, 1) + place[np.repeat(first, many) + step], return_counts=True
    )
    row, other = np.divmod(pair, max(size, 1))
    return row, other, votes


def alike(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """How much of the two is one sequence; a sentence cut in two counts by its shorter part."""
    return _share((len(a) + len(b) - Indel.distance(a, b)) / 2, len(a), len(b))


def _share(common: float, a: int, b: int) -> float:
    whole, shorter = 2 * common / (a + b), min(a, b)
    return max(whole, 0.8 * common / shorter) if shorter >= 5 else whole


def _rewritten(ours: Cut, theirs: Cut, found: list[int | None]) -> None:
    """Pairs of sentences still alone that share most of their rarer base forms; the closest first."""
    used = {place for place in found if place is not None}
    alone = np.array([place is None for place in found], dtype=bool)
    free = np.ones(len(theirs.sentences), dtype=bool)
    free[list(used)] = False
    if not alone.any() or not free.any():
        return
    here, there = (
        (key[kept[place]], place[kept[place]])
        for (key, place), kept in ((ours.by_stem, alone), (theirs.by_stem, free))
    )
    scored: list[tuple[float, int, int]] = []
    for mine, other, shared in zip(
        *(x.tolist() for x in _shared(here, there, len(free), _RARE)), strict=True
    ):
        if shared >= _SHARED:
            fewer = min(len(ours.stems[mine]), len(theirs.stems[other]))
            if shared >= _SHARE * fewer:
                scored.append((-shared / fewer, mine, other))
    for _, mine, other in sorted(scored):
        if found[mine] is None and other not in used:
            found[mine] = other
            used.add(other)


def _between(ours: Sequence[Sentence], theirs: Sequence[Sentence], found: list[int | None]) -> None:
    """A sentence left alone beside an aligned one, with two rarer words in common; one is enough for the
    only sentence between two neighbours on both sides, of about the same length."""
    used = {place for place in found if place is not None}
    for mine in range(len(found)):
        if found[mine] is not None:
            continue
        before = found[mine - 1] if mine else -1
        after = found[mine + 1] if mine + 1 < len(found) else len(theirs)
        tried = {before + 1} if before is not None else set()
        tried |= {after - 1} if after is not None else set()
        for beside in sorted(p for p in tried - used if 0 <= p < len(theirs)):
            shared = len(ours[mine].stems & theirs[beside].stems)
            fewer = min(len(ours[mine].stems), len(theirs[beside].stems))
            sole = before is not None and after is not None and before + 2 == beside + 1 == after
            alone = sole and shared and 0.5 <= len(ours[mine].words) / len(theirs[beside].words) <= 2
            if alone or (shared >= _SHARED_BETWEEN and shared >= _SHARE_BETWEEN * fewer):
                found[mine] = beside
                used.add(beside)
                break


__all__ = [
    "ADDRESS", "SAME_SENTENCE", "Cut", "Sentence", "align", "alike", "is_header", "is_month", "page_language",
    "sentences_of", "stem", "stems",
]  # fmt: skip
