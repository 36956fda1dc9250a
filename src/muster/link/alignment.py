"""The sentences of two texts in; which sentence of the one repeats which of the other, out.

First the same sentences with other words (how much of both is one sequence), then, of those that are left,
sentences that have most of their rarer words in common by base form, as a rewriting leaves them. What is
no sentence (a date alone, a header, the place and agency before the first word) is not compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import Indel

from muster.link.pages import Page
from muster.text.cues import LANGUAGES
from muster.text.languages import language_of
from muster.text.lemmas import lemma
from muster.text.scripts import fold
from muster.text.segment import sentences
from muster.text.wordlist import words

# Sentences at or above this are the same sentence with other words.
SAME_SENTENCE = 0.5
# Words in more sentences of the original than this say nothing about which sentence is meant.
_COMMON = 12
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


def page_language(page: Page) -> str:
    """``en``, ``ru`` or ``uk``: as stored, else as it reads, else English."""
    known = page.input.language if page.input.language in LANGUAGES else language_of(page.input.body)
    return known if known in LANGUAGES else "en"


def sentences_of(page: Page) -> list[Sentence]:
    """The sentences with own words, in order; header lines and datelines left out."""
    found = []
    body, language = page.input.body, page_language(page)
    for span in sentences(body):
        start = span.start + _dateline(body[span.start : span.start + 120])
        a, b = np.searchsorted(page.start, (start, span.stop))
        if b > a and not is_header(body[start : span.stop]):
            number = tuple(page.word[a:b].tolist())
            found.append(Sentence(start, span.stop, number, body[start : span.stop], language))
    return found


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
    named = [w for w in letters if not w.isdigit()]
    return len(letters) <= 4 and all(is_month(w) for w in named)


_MONTHS = words(
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
    return frozenset(s for s in found if len(s) > 3 or s[:1].isdigit())


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """The beginning of the base form: "alleged" and "allegedly" meet."""
    return fold(lemma(word, language))[:_STEM]


def align(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> list[int | None]:
    """For each sentence of the copy the place of the original's that it repeats, or None."""
    found = _same(ours, theirs)
    _rewritten(ours, theirs, found)
    _between(ours, theirs, found)
    return found


def _same(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> list[int | None]:
    holders: dict[int, list[int]] = defaultdict(list)
    for place, sentence in enumerate(theirs):
        for word in set(sentence.words):
            holders[word].append(place)
    found: list[int | None] = []
    last = -1
    for sentence in ours:
        votes: Counter[int] = Counter()
        for word in set(sentence.words):
            if len(holders.get(word, ())) <= _COMMON:
                votes.update(holders.get(word, ()))
        # The next sentence of the original is always asked, for sentences of common words.
        nearby = [last + 1] if 0 <= last + 1 < len(theirs) else []
        tried = dict.fromkeys([p for p, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:4]] + nearby)
        scored = [(alike(sentence.words, theirs[p].words), -p) for p in tried]
        best = max(scored, default=(0.0, 0))
        if best[0] >= SAME_SENTENCE:
            last = -best[1]
        found.append(last if best[0] >= SAME_SENTENCE else None)
    return found


def alike(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """How much of the two is one sequence; a sentence cut in two counts by its shorter part."""
    common = (len(a) + len(b) - Indel.distance(a, b)) / 2
    whole, part = 2 * common / (len(a) + len(b)), common / min(len(a), len(b))
    return max(whole, 0.8 * part if min(len(a), len(b)) >= 5 else 0.0)


def _rewritten(ours: Sequence[Sentence], theirs: Sequence[Sentence], found: list[int | None]) -> None:
    """Pairs of sentences still alone that share most of their rarer base forms; the closest first."""
    used = {place for place in found if place is not None}
    alone = [at for at, place in enumerate(found) if place is None]
    free = [at for at in range(len(theirs)) if at not in used]
    if not alone or not free:
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for other in free:
        for each in theirs[other].stems:
            holders[each].append(other)
    scored: list[tuple[float, int, int]] = []
    for mine in alone:
        votes: Counter[int] = Counter()
        for each in ours[mine].stems:
            if len(holders.get(each, ())) <= _RARE:
                votes.update(holders.get(each, ()))
        for other, shared in votes.items():
            fewer = min(len(ours[mine].stems), len(theirs[other].stems))
            if shared >= _SHARED and shared >= _SHARE * fewer:
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
    "ADDRESS", "SAME_SENTENCE", "Sentence", "align", "alike", "is_header", "is_month", "page_language",
    "sentences_of", "stem", "stems",
]  # fmt: skip
