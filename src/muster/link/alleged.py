"""Claims in, pairs of them that may speak of one thing out.

Kept are hashes of what a claim shares with others: an act with a name or a thing. Each claim is laid beside
a few before it that hold the same fact, so the cost is that of a sort."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np

from muster.link.forces import units_in
from muster.link.sorts import hits_an_object
from muster.link.telling import WORD, names_in
from muster.link.told_otherwise import clause_at
from muster.model.links import Statement
from muster.text.concepts import keys_of_word
from muster.text.deeds.absent import absent
from muster.text.deeds.acts import acts, entailed
from muster.text.deeds.negated import negated
from muster.text.deeds.ways import ways

# Of a fact that more claims share, each is laid beside so many before it, a denial beside more; pairs at
# most.
_BEFORE, _DENIED_BEFORE, _MOST_PAIRS, _MOST_GONE = 6, 12, 1_500, 500
_MOST_ACTS, _MOST_NAMES = 3, 8
# Characters of a claim of more than a clause.
_LONG_CLAIM = 60
# Letters of a word that may name a thing; so many of a claim.
_LONG, _MOST_THINGS = 5, 8
# Claims of one document that are compared with those of another account of its event.
_MOST_OF_DOCUMENT = 40
# Claims of one act and name that are laid out to see what they allege alike.
_MOST_OF_GROUP = 200
_RANK_BITS = 32
_ALL_BITS, _SPREAD = (1 << 32) - 1, 0x9E3779B1
# A text of fewer characters speaks of what it names as a whole.
_SHORT = 1_200
# A row of a table, laid out as labels or with bars, is no sentence about an act.
_ROW = re.compile(r"(?:\A|\n)\w[\w ]{0,24}: [^\n]{0,200}\n\w[\w ]{0,24}: | \| [^|\n]{0,200} \| ")


class _Kept(NamedTuple):
    """Where a claim stands. ``root``: the family of copies of its document."""

    claim: str
    document: str
    root: str


class Alleged:
    """Claims as statements stream past, those of one document one after the other: about 150 bytes for
    each act and name of a claim, as much for what its words mean. Words are asked for only of those that
    some other may contradict."""

    def __init__(self) -> None:
        self.held: list[_Kept] = []
        self.denied = bytearray()
        # Claims by which something was not there, and what the longest words of each claim mean.
        self.gone = bytearray()
        # Those that tell of an act, or in which way something befell somebody.
        self.tells = bytearray()
        self.things = array("Q")
        self.packed = array("Q")
        self.of_document: dict[str, range] = {}
        # Of an act with a name of the claim's own words: what several may allege alike.
        self.named = array("Q")
        self._open: list[tuple[int, list[str]]] = []
        self._document = ""
        self._said: set[str] = set()
        self._size = 0

    def take(self, s: Statement, root: str) -> None:
        """``root``: the first of the copies that the document belongs to."""
        if self._document != s.document:
            self._close()
            self._document = s.document
        self._size += len(s.words)
        names = _names(s)
        if self._size <= _SHORT:
            self._said |= names
        if _ROW.search(s.words):
            return
        told, scenes = acts(s.words), {way.scene for way in ways(s.words)}
        if hits_an_object(s.words, {act.kind for act in told}):
            scenes.add("object")
        gone = [word for each in absent(s.words) for word in each.things]
        gone += [
            s.words[n.at : n.end]
            for n in negated(s.words)
            if not any(a.start < n.end and n.at < a.stop for a in told)
        ]
        rank = len(self.held)
        self.held.append(_Kept(s.claim, s.document, root))
        self.denied.append(any(act.denied for act in told))
        self.gone.append(bool(gone))
        self.tells.append(bool(told or scenes))
        things = _things(s.words, s.language)
        for act in told if len(s.words) > _LONG_CLAIM else ():
            # Of words that go on, what a denial is of may be none of the longest.
            if act.denied:
                things += _things(clause_at(s.words, act.start, act.stop), s.language)
        # Whatever a claim speaks of may be what another says was not there.
        wanted = {key for word in gone for key in keys_of_word(word, s.language)}
        self.things.extend(_packed("", {*things, *wanted}, rank))
        first = self.of_document.get(s.document, range(rank, rank)).start
        self.of_document[s.document] = range(first, rank + 1)
        kinds = dict.fromkeys(sorted({act.kind for act in told})[:_MOST_ACTS])
        kinds |= dict.fromkeys(
            k for a in told for d in (False, True) if a.kind in kinds for k in entailed(a.kind, d)
        )
        self._open.append((rank, [*kinds, *sorted(scenes)]))
        for kind in sorted({act.kind for act in told if not act.denied})[:_MOST_ACTS]:
            self.named.extend(_packed(kind, sorted(names)[:_MOST_NAMES], rank))
        if told or scenes:
            facts = [*sorted(names)[:_MOST_NAMES], *things]
            for kind in self._open[-1][1]:
                self._pack(kind, facts, rank)

    def _close(self) -> None:
        """A short text is of the places and people that it names, wherever it names them."""
        if self._size <= _SHORT and self._open:
            names = sorted(self._said)[:_MOST_NAMES]
            for rank, kinds in self._open:
                for kind in kinds:
                    self._pack(kind, names, rank)
        self._open, self._said, self._size = [], set(), 0

    def _pack(self, kind: str, names: Iterable[str], rank: int) -> None:
        self.packed.extend(_packed(kind, names, rank))

    def pairs(self, beside: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str]]:
        """Pairs of claims that share an act and a name, in one document or in two that do not copy each
        other; those of documents that stand ``beside`` each other as accounts of one event first, then
        those with the rarest fact in common. A denial is laid beside more of those before it than what all
        say."""
        self._close()
        found: dict[tuple[int, int], int] = {}
        for one, other in beside:
            for left in self.of_document.get(one, range(0))[:_MOST_OF_DOCUMENT]:
                for right in self.of_document.get(other, range(0))[:_MOST_OF_DOCUMENT]:
                    if self.tells[left] and self.tells[right] and self._may(left, right):
                        found.setdefault((min(left, right), max(left, right)), 0)
        self._lay(found, _groups(self.packed), _MOST_PAIRS)
        best = sorted(found, key=lambda pair: (found[pair], pair))[:_MOST_PAIRS]
        best += [pair for pair in self._gone_and_told() if pair not in found]
        return [(self.held[one].claim, self.held[other].claim) for one, other in best]

    def _lay(self, found: dict[tuple[int, int], int], groups: Iterable[list[int]], most: int) -> None:
        """Adds each claim of a group with those before it, and how many claims share what they share; where
        there are enough, no larger group is looked at, since its pairs would stand behind them."""
        told, last = len(found), 0
        for ranks in groups:
            size = len(ranks)
            if len(found) - told >= most and size > last:
                return
            last = size
            for late in range(1, size):
                rank = ranks[late]
                reach = _DENIED_BEFORE if self.denied[rank] else _BEFORE
                for early in ranks[max(0, late - reach) : late]:
                    pair = early, rank
                    # The smallest group comes first.
                    if pair not in found and self._may(early, rank):
                        found[pair] = size

    def _gone_and_told(self) -> list[tuple[int, int]]:
        """Claims by which something was not there, each beside a few that speak of such a thing, those with
        the rarest thing in common first."""
        if not any(self.gone):
            return []
        found: dict[tuple[int, int], int] = {}
        for ranks in _groups(self.things, self.gone):
            if len(found) >= _MOST_GONE and len(ranks) > max(found.values()):
                break
            for at, rank in enumerate(ranks):
                if not self.gone[rank]:
                    continue
                for near in ranks[max(0, at - _BEFORE) : at + _BEFORE + 1]:
                    pair = min(rank, near), max(rank, near)
                    if pair not in found and self._may(*pair):
                        found[pair] = len(ranks)
        return sorted(found, key=lambda pair: (found[pair], pair))[:_MOST_GONE]

    def alike(self, most: int) -> list[str]:
        """Claims that tell of one act and one name as claims of another family do, ``most`` at most: of each
        such group the first, those of few claims before those of many."""
        groups = [g for g in _groups(self.named) if len({self.held[rank].root for rank in g}) > 1]
        found: dict[int, None] = {}
        for group in sorted(groups, key=lambda g: (len(g), g)):
            found.update(dict.fromkeys(group[:_MOST_OF_GROUP]))
            if len(found) >= most:
                break
        return [self.held[rank].claim for rank in list(found)[:most]]

    def placed(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """Document → those of these claims that stand in it, in the order of the statements."""
        wanted = set(ids)
        found: dict[str, list[str]] = {}
        for kept in self.held if wanted else ():
            if kept.claim in wanted:
                found.setdefault(kept.document, []).append(kept.claim)
        return found

    def _may(self, left: int, right: int) -> bool:
        one, other = self.held[left], self.held[right]
        return left != right and (one.document == other.document or one.root != other.root)


def _names(s: Statement) -> frozenset[str]:
    names = names_in(s.words, s.language)
    if s.speaker and s.spoken_as and s.spoken_as in s.words:
        # "…, said X. …": the speaker's name within the words.
        names -= names_in(s.spoken_as, s.language)
    return names | {key for key, _ in units_in(s.words)}


def _packed(kind: str, names: Iterable[str], rank: int) -> Iterator[int]:
    begun = _hash(kind)
    return (((begun * _SPREAD + _hash(name)) & _ALL_BITS) << _RANK_BITS | rank for name in names)


@lru_cache(maxsize=1 << 16)
def _hash(words: str) -> int:
    return crc32(words.encode())


def _groups(packed: array[int], flags: bytearray | None = None) -> Iterator[list[int]]:
    """The ranks that share a fact, in their order, the smallest groups first; with ``flags`` only of facts
    that a flagged rank has."""
    order = np.unique(np.frombuffer(packed, dtype=np.uint64)) if packed else np.empty(0, np.uint64)
    fact = order >> np.uint64(_RANK_BITS)
    ranks = (order & np.uint64((1 << _RANK_BITS) - 1)).astype(np.int64)
    if flags is not None and len(ranks):
        flagged = np.frombuffer(flags, dtype=np.bool_)[ranks]
        kept = np.isin(fact, np.unique(fact[flagged]))
        fact, ranks = fact[kept], ranks[kept]
    begins = np.flatnonzero(np.r_[True, fact[1:] != fact[:-1]]) if len(fact) else np.empty(0, np.int64)
    sizes = np.diff(np.r_[begins, len(fact)])
    held = ranks.tolist()
    for place in np.argsort(sizes, kind="stable").tolist():
        if (size := int(sizes[place])) > 1:
            begin = int(begins[place])
            yield held[begin : begin + size]


def _things(words: str, language: str) -> list[str]:
    """What the longest words of a claim mean: "no strikes on markets" names nobody."""
    longest = sorted({w for w in WORD.findall(words) if len(w) >= _LONG}, key=lambda w: (-len(w), w))
    return sorted({min(keys) for w in longest[:_MOST_THINGS] if (keys := keys_of_word(w, language))})


__all__ = ["Alleged"]
