"""The same claim in other words: claims in, the likest first, with what they have in common.

A word counts by what it means (``text/concepts.py``: lines of a lexicon in three languages, else sounds,
numbers as digits), so synonyms and translations meet. Words weigh as in Okapi BM25 (Robertson and others
1994): the rarer the more, in a long claim less. Claims of the same resolved speaker stand before all others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from muster.model.ids import make_id
from muster.model.links import Link
from muster.text.concepts import Keys, keys_of, keys_of_word
from muster.text.scripts import fold

_K1, _B = 1.2, 0.5
_NUMBER = 1.5
# A word of more claims than this, and of more than one in four (of the first two thousand), is not followed.
_COMMON, _COMMON_SHARE, _AMONG = 50, 0.25, 2_000
# What a suggestion needs: so much of what each says, such a rarity in common, so many words.
_SHARE, _OTHER_SHARE, _WORDS = 0.5, 0.6, 3
_MOST = 5
_BEGIN = 5
_WORD = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?!\d)|\d{1,15}|[^\W\d_]{2,60}")


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as far as its likeness goes. ``entity``: who said it, where that is resolved."""

    claim: str
    words: str
    language: str
    document: str = ""
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """A claim that says much the same. ``share``: how much of the weight of both is common, 0 to 1."""

    claim: str
    score: float
    share: float
    same_speaker: bool
    common: tuple[str, ...]


class ClaimIndex:
    """Claims by what their words mean. Asking costs what the rarer words of the question cost."""

    def __init__(self, claims: Iterable[Said]) -> None:
        self.claims = list(claims)
        self.words = [_meanings(each.words, each.language) for each in self.claims]
        self.sizes = [len(words) for words in self.words]
        self.average = sum(self.sizes) / max(1, len(self.sizes))
        self.holders: dict[str, list[int]] = {}
        for place, words in enumerate(self.words):
            for key in sorted({key for word in words for key in word}):
                self.holders.setdefault(key, []).append(place)

    @property
    def most_holders(self) -> float:
        """Words that more claims have are not followed, or asking would cost what all claims cost."""
        return max(_COMMON, _COMMON_SHARE * min(len(self.claims), _AMONG))

    def weight(self, key: str) -> float:
        """What a key in common tells: BM25's inverse document frequency, numbers half as much again."""
        times = len(self.holders.get(key, ()))
        told = math.log(1 + (len(self.claims) - times + 0.5) / (times + 0.5))
        return told * (_NUMBER if key[0] == "n" else 1.0)

    def likest(self, asked: Said, most: int = _MOST) -> list[Alike]:
        """The claims most like the one asked about, itself left out: the same speaker's first."""
        words = _meanings(asked.words, asked.language)
        scores: dict[int, float] = {}
        common: dict[int, list[Keys]] = {}
        for word in words:
            best: dict[int, float] = {}
            for key in sorted(word):
                holders = self.holders.get(key, ())
                if len(holders) <= self.most_holders:
                    told = self.weight(key)
                    for place in holders:
                        best[place] = max(best.get(place, 0.0), told)
            for place, told in best.items():
                length = 1 - _B + _B * self.sizes[place] / self.average
                scores[place] = scores.get(place, 0.0) + told * (_K1 + 1) / (1 + _K1 * length)
                common.setdefault(place, []).append(word)
        places = sorted(
            (not self._same_speaker(asked, place), -score, self.claims[place].claim, place)
            for place, score in scores.items()
            if self.claims[place].claim != asked.claim
        )
        return [
            Alike(name, -score, self._share(words, place), not other, _first_keys(common[place]))
            for other, score, name, place in places[:most]
        ]

    def _same_speaker(self, asked: Said, place: int) -> bool:
        return asked.entity is not None and asked.entity == self.claims[place].entity

    def _share(self, words: Sequence[Keys], place: int) -> float:
        """The geometric mean of the shares of either that the other says too, by weight."""
        shares = []
        for mine, theirs in ((words, self.words[place]), (self.words[place], words)):
            keys = {key for word in theirs for key in word}
            told = [max((self.weight(key) for key in word & keys), default=0.0) for word in mine]
            lost = [0.0 if word & keys else min(map(self.weight, word)) for word in mine]
            shares.append(sum(told) / max(1e-9, sum(told) + sum(lost)))
        return math.sqrt(shares[0] * shares[1])


def suggest_same_claims(claims: Iterable[Said]) -> Iterator[Link]:
    """Suggestions that two claims of different documents say the same, each pair once; another speaker's must
    have more in common."""
    index = ClaimIndex(claims)
    by_claim = {each.claim: each for each in index.claims}
    seen: set[tuple[str, str]] = set()
    for asked in index.claims:
        for found in index.likest(asked):
            other = by_claim[found.claim]
            pair = (min(asked.claim, other.claim), max(asked.claim, other.claim))
            least = _SHARE if found.same_speaker else _OTHER_SHARE
            if other.document == asked.document or found.share < least or len(found.common) < _WORDS:
                continue
            if pair not in seen:
                seen.add(pair)
                yield _link(pair, found, asked, other)


def _link(pair: tuple[str, str], found: Alike, one: Said, other: Said) -> Link:
    reasons = [
        f"{len(found.common)} words mean the same, {100 * found.share:.0f} % of what each says by weight",
        "the same speaker" if found.same_speaker else "the speakers are not shown to be the same",
    ]
    ours, theirs = (_numbers(each) for each in (one, other))
    if same := ours & theirs:
        reasons.append(f"the same numbers: {', '.join(sorted(same))}")
    if ours and theirs and ours != theirs:
        apart = ", ".join(sorted(ours ^ theirs))
        reasons.append(f"other numbers too ({apart}): the same question, perhaps another date or population")
    return Link(
        make_id("link", "same-claim", *pair), "same-claim", *pair, round(found.share, 4), tuple(reasons)
    )


def _first_keys(words: Iterable[Keys]) -> tuple[str, ...]:
    return tuple(sorted({min(word) for word in words}))


def _numbers(said: Said) -> set[str]:
    return {k[1:] for word in keys_of(said.words, said.language) for k in word if k[0] == "n" and len(k) > 2}


def _meanings(words: str, language: str) -> tuple[Keys, ...]:
    """The keys of each word once, with its beginning: adjectives and nouns of one root meet by it."""
    found: dict[Keys, None] = {}
    for word in _WORD.findall(words):
        if keys := keys_of_word(word, language):
            begin = fold(word)[:_BEGIN]
            found[keys | {f"b{begin}"} if len(begin) == _BEGIN and not begin.isdigit() else keys] = None
    return tuple(found)


__all__ = ["Alike", "ClaimIndex", "Said", "suggest_same_claims"]
