"""The same claim in other words: claims in, the likest first, with what they have in common.

A word counts by what it means (``text/concepts.py``: lines of a lexicon in three languages, else sounds,
numbers as digits), so synonyms and translations meet. Words that share a translation or a field are next of
kin: they help a claim to its place in ``likest`` and are no reason for a suggestion. Words weigh as in Okapi
BM25 (Robertson and others 1994): the rarer the more, in a long claim less. Claims of the same resolved
speaker stand before all others.
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from zlib import crc32

from muster.link.independence import is_telling
from muster.model.ids import make_id
from muster.model.links import Link, Origin, Statement
from muster.text.concepts import Keys, keys_of, keys_of_word, kin_of
from muster.text.names.institutions import institution
from muster.text.scripts import fold

_K1, _B = 1.2, 0.75
_NUMBER = 2.0
# A word of nearly the same meaning tells so much of what the word itself would.
_KIN = 0.7
# A word of more claims than this, and of more than one in four (of the first two thousand), is not followed.
_COMMON, _COMMON_SHARE, _AMONG = 50, 0.25, 2_000
# What a suggestion needs: so much of what each says, such a rarity in common, so many words.
_SHARE, _OTHER_SHARE, _WORDS = 0.5, 0.6, 3
_MOST = 5
# A number of something that more claims give is told by everybody; each is laid beside so many before it.
_HOLDERS, _BEFORE = 12, 2
# Pairs whose words are read, and suggestions made: nobody answers more.
_MOST_READ, _MOST_ASKED = 2_000, 100
_RANK_BITS = 32
# «Дело» is a case, a matter, a deed: each of its meanings may be the other claim's.
_MEANINGS = 10
_BEGIN = 5
# Among fewer claims than this no word is common.
_FEWEST = 100
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
        self.keys = [frozenset().union(*words) for words in self.words]
        self.holders: dict[str, list[int]] = {}
        for place, words in enumerate(self.words):
            kin = {key for word in words for key in kin_of(word, self.claims[place].language)}
            for key in sorted({key for word in words for key in word} | kin):
                self.holders.setdefault(key, []).append(place)

    @property
    def most_holders(self) -> float:
        """Words that more claims have are not followed, or asking would cost what all claims cost."""
        return max(_COMMON, _COMMON_SHARE * min(len(self.claims), _AMONG))

    def weight(self, key: str) -> float:
        """What a key in common tells: BM25's inverse document frequency, numbers half as much again."""
        times = len(self.holders.get(key, ()))
        claims = max(len(self.claims), _FEWEST)
        told = math.log(1 + (claims - times + 0.5) / (times + 0.5))
        return told * {"n": _NUMBER, "t": _KIN}.get(key[0], 1.0)

    def likest(self, asked: Said, most: int = _MOST) -> list[Alike]:
        """The claims most like the one asked about, itself left out: the same speaker's first."""
        words = _meanings(asked.words, asked.language)
        scores: dict[int, float] = {}
        common: dict[int, list[Keys]] = {}
        for word in words:
            best: dict[int, float] = {}
            for key in sorted(word | kin_of(word, asked.language)):
                holders = self.holders.get(key, ())
                if len(holders) <= self.most_holders:
                    told = self.weight(key)
                    for place in holders:
                        best[place] = max(best.get(place, 0.0), told)
            for place, told in best.items():
                length = 1 - _B + _B * self.sizes[place] / self.average
                scores[place] = scores.get(place, 0.0) + told * (_K1 + 1) / (1 + _K1 * length)
                if not word.isdisjoint(self.keys[place]):
                    common.setdefault(place, []).append(word)
        places = sorted(
            (not self._same_speaker(asked, place), -score, self.claims[place].claim, place)
            for place, score in scores.items()
            if self.claims[place].claim != asked.claim
        )
        return [
            Alike(name, -score, self._share(words, place), not other, _first_keys(common.get(place, ())))
            for other, score, name, place in places[:most]
        ]

    def compare(self, asked: Said, place: int) -> Alike:
        """One claim with the one at a place of the index."""
        words = _meanings(asked.words, asked.language)
        keys = {key for word in self.words[place] for key in word}
        common = [word for word in words if word & keys]
        share = self._share(words, place)
        return Alike(
            self.claims[place].claim, share, share, self._same_speaker(asked, place), _first_keys(common)
        )

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


class Counted:
    """Claims that give a telling number of something, as statements stream past: whose, of what, how many.

    About 250 bytes a claim are kept; its words are asked for only where another claim counts the same.
    """

    def __init__(self) -> None:
        self.held: list[Said] = []
        self.packed = array("Q")

    def take(self, s: Statement, family: str) -> None:
        """``family``: the first of the copies that the document belongs to; two of one confirm nothing."""
        keys = set()
        for value, counted in s.figures:
            if is_telling(value) and counted:
                for what in sorted(keys_of_word(counted, s.language))[:_MEANINGS] or (counted,):
                    keys.add((f"{value:.6g} {what}", 1))
                    if s.entity:
                        keys.add((f"{s.entity} {what}", 0))
        rank = len(self.held)
        # The lowest bit of a key tells those of one number from those of one speaker.
        self.packed.extend((crc32(key.encode()) & ~1 | number) << _RANK_BITS | rank for key, number in keys)
        if keys:
            self.held.append(Said(s.claim, "", s.language, family, s.entity))

    def pairs(self) -> list[tuple[Said, Said, bool]]:
        """Claims of two families with the same number of the same thing (True), or the same thing counted by
        one speaker: one speaker's first, then the rarest; each claim with the two before it at most."""
        found: dict[tuple[int, int], tuple[bool, int]] = {}
        same: set[tuple[int, int]] = set()
        for key, group in groupby(sorted(self.packed), key=lambda code: code >> _RANK_BITS):
            ranks = [code & ((1 << _RANK_BITS) - 1) for code in group]
            if len(ranks) <= _HOLDERS:
                for late in range(1, len(ranks)):
                    for early in range(max(0, late - _BEFORE), late):
                        one, other = self.held[ranks[early]], self.held[ranks[late]]
                        if one.document != other.document:
                            speaker = one.entity is not None and one.entity == other.entity
                            found.setdefault((ranks[early], ranks[late]), (not speaker, len(ranks)))
                            same.update([(ranks[early], ranks[late])] if key & 1 else ())
        best = sorted(found, key=lambda pair: (found[pair], pair))[:_MOST_READ]
        return [(self.held[pair[0]], self.held[pair[1]], pair in same) for pair in best]


def suggest_same_claims(
    counted: Counted,
    words_of: Callable[[Collection[str]], Mapping[str, str]],
    origins: Iterable[Origin] = (),
) -> Iterator[Link]:
    """Suggestions that two claims of different families of copies say the same, the surest first, each claim
    in one at most; another speaker's must have more in common. A number that one origin gives again is none.

    ``words_of``: words by id of a claim; those that are gone are left out.
    """
    pairs = counted.pairs()
    ids = sorted({each.claim for pair in pairs for each in pair[:2]})
    words = words_of(ids)
    wanted = words.keys()
    origin = {claim: o.id for o in origins for claim in o.claims if claim in wanted}
    held = {each.claim: each for pair in pairs for each in pair[:2] if each.claim in words}
    index = ClaimIndex(replace(held[id], words=words[id]) for id in ids if id in held)
    place = {each.claim: at for at, each in enumerate(index.claims)}
    made = []
    for one, other, number in pairs:
        if one.claim in place and other.claim in place:
            left, right = sorted((place[one.claim], place[other.claim]))
            found = index.compare(index.claims[left], right)
            least = _SHARE if found.same_speaker else _OTHER_SHARE
            same = found.same_speaker or origin.get(one.claim, one.claim) == origin.get(other.claim)
            repeat = number or not _numbers(index.claims[left]).isdisjoint(_numbers(index.claims[right]))
            open_still = not (same and repeat) and _may_be_one(
                index.claims[left].words, index.claims[right].words
            )
            if open_still and found.share >= least and len(found.common) >= _WORDS:
                made.append((found, index.claims[left], index.claims[right]))
    taken: set[str] = set()
    for found, one, other in sorted(made, key=lambda m: (not m[0].same_speaker, -m[0].share, m[1].claim)):
        if len(taken) < 2 * _MOST_ASKED and not taken & {one.claim, other.claim}:
            taken |= {one.claim, other.claim}
            low, high = sorted((one.claim, other.claim))
            yield _link((low, high), found, one, other)


def _may_be_one(one: str, other: str) -> bool:
    """False for the same words, which need no question, and for words that name things, none in common."""
    named, theirs = (
        {n for n in institution(words.partition(" ")[2]).names if not n.isdecimal()} for words in (one, other)
    )
    return fold(one) != fold(other) and (not named or not theirs or not named.isdisjoint(theirs))


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
            found[keys | {f"b{begin}"} if len(begin) == _BEGIN and not begin.isdecimal() else keys] = None
    return tuple(found)


__all__ = ["Alike", "ClaimIndex", "Counted", "Said", "suggest_same_claims"]
