"""Which names of a list are worth comparing: an index by keys, and under each key the nearest by sound.

A name stands under keys of two of its words: all consonants of the surname with the given name, with what an
initial may be, or with any one consonant left out; three consonants with the given name; and so on
(``_PASSES``). The names under one key are put in the order of their sounds, once read forwards and once
backwards, and each is measured against its next neighbours by a distance that is cheap: the signs that one
sound has more of than the other. Each takes its nearest, as far out as its budget reaches, so that a crowded
key costs no more than a rare one. What the comparison would refuse whatever the rest (two given names, two
patronymics) is no pair.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from muster.text.names.keys import WordLookup, word_lookup
from muster.text.names.parts import NameWord, name_words

Numbers = NDArray[np.int64]
Small = NDArray[np.int32]
Bits = NDArray[np.uint64]
Mask = NDArray[np.bool_]

# Up to so many names one common key of one word is enough; above, two words must have something in common.
_LOOSE_UP_TO = 6_000
# Entries of one pass that are sorted at a time: bounds memory.
_AT_A_TIME = 2_000_000
_PIECE = 1 << 16
# Names of one surname's consonants and one given name that are few.
_FEW = 32
# Distances that are told apart.
_STEPS = 12


class _Pass(NamedTuple):
    """Keys of ``left``, one word, with keys of ``right``, another. ``neighbours``: how many each entry is
    measured against in each order; ``reach``: signs in which two sounds may differ, by the signs of the
    shorter; ``most``: how many each takes."""

    left: str
    right: str
    neighbours: int
    reach: float
    most: int


_WHOLE = _Pass("whole", "rows", 64, 0.8, 24)
_INITIAL = _Pass("whole", "heads", 64, 0.6, 24)
_SLIP = _Pass("cut", "rows", 32, 0.5, 16)
_BOTH = _Pass("short", "short", 16, 0.8, 8)
_NEAR = _Pass("rows", "heads", 12, 0.6, 4)
_PASSES = (_WHOLE, _INITIAL, _SLIP, _Pass("short", "rows", 16, 0.7, 8), _BOTH, _NEAR)
_LOOSE = _Pass("short", "none", 32, 0.7, 16)


def candidates(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``names`` that are worth comparing, each once, in order."""
    left, right = candidate_places(names)
    # Handed out piece by piece: a million names have tens of millions of pairs.
    for start in range(0, len(left), _PIECE):
        yield from zip(
            left[start : start + _PIECE].tolist(), right[start : start + _PIECE].tolist(), strict=True
        )


def candidate_places(names: Sequence[str]) -> tuple[Small, Small]:
    """The lower and the higher places of ``candidates``, as columns. Cost and memory grow with the number of
    names, however many share a key."""
    index = _Index(names)
    passes = (*_PASSES, _LOOSE) if len(names) <= _LOOSE_UP_TO else _PASSES
    found = [pairs for each in passes for pairs in index.pairs(each)]
    del index
    values = _distinct(found)
    size = max(1, len(names))
    return (values // size).astype(np.int32), (values % size).astype(np.int32)


# Sounds ----------------------------------------------------------------------------------------------

# Each sign has as many bits as often it is counted.
_BITS = {sign: (place * 3, 3) for place, sign in enumerate("aeiou")} | {
    sign: (15 + place * 2, 2) for place, sign in enumerate("bcCdfghklmnprsStvzZ")
}


def _ranked(sounds: Sequence[str]) -> Numbers:
    """The place of each in the order of all, from 1; a last 0 is that of no sound. "g" and "h", which
    spellings exchange, are one."""
    ranks = np.zeros(len(sounds) + 1, np.int64)
    ranks[sorted(range(len(sounds)), key=lambda n: sounds[n].replace("g", "h"))] = np.arange(
        1, len(sounds) + 1
    )
    return ranks


def _counted(sound: str) -> int:
    """How often each sign stands in a sound, a bit each time: bits in which two differ are signs."""
    value = 0
    for sign, (place, most) in _BITS.items():
        value |= ((1 << min(sound.count(sign), most)) - 1) << place
    return value


_Key = TypeVar("_Key", bound=str | int)


class _Ids(dict[_Key, int]):
    """Things by the number in which they first came."""

    def __missing__(self, key: _Key) -> int:
        number = self[key] = len(self)
        return number


class _Table:
    """Rows of (key, sound), any number to a word."""

    def __init__(self) -> None:
        self.ids: _Ids[str | int] = _Ids()
        self._starts, self._keys, self._sounds = array("q", [0]), array("i"), array("i")

    def add(self, rows: Iterable[tuple[str | int, int]]) -> None:
        for key, sound in rows:
            self._keys.append(self.ids[key])
            self._sounds.append(sound)
        self._starts.append(len(self._keys))

    def crossed(self, other: _Table, left: Small, right: Small) -> tuple[Numbers, Numbers, Small, Small]:
        """Every row of the word ``left[n]`` with every row of ``other``'s word ``right[n]``: n, both keys as
        one number, and both sounds."""
        starts, theirs = _numbers(self._starts), _numbers(other._starts)
        width = (theirs[1:] - theirs[:-1])[right]
        times = (starts[1:] - starts[:-1])[left] * width
        which = np.repeat(np.arange(len(left)), times)
        within = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
        mine = starts[left][which] + within // width[which]
        yours = theirs[right][which] + within % width[which]
        key = _small(self._keys)[mine].astype(np.int64) * len(other.ids) + _small(other._keys)[yours]
        return which, key, _small(self._sounds)[mine], _small(other._sounds)[yours]


def _numbers(values: array[int]) -> Numbers:
    return np.frombuffer(values, dtype=np.int64) if values else np.zeros(0, np.int64)


def _small(values: array[int]) -> Small:
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, np.int32)


def _bits(values: array[int]) -> Bits:
    return np.frombuffer(values, dtype=np.uint64)


# Words and names -------------------------------------------------------------------------------------


class _Words:
    """The distinct words of all names, each with its keys."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self.sounds: _Ids[str] = _Ids()
        self.tables = {kind: _Table() for kind in ("whole", "cut", "short", "rows", "heads", "none")}
        self.known, self.initial = array("b"), array("b")
        # Rows of the table of given names, all and those of full forms, folded.
        self.rows, self.full = array("Q"), array("Q")

    def add(self, word: NameWord) -> int:
        number = self._number.get(word.shown)
        if number is None:
            number = self._number[word.shown] = len(self._number)
            self._take(word, word_lookup(word))
        return number

    def _take(self, word: NameWord, found: WordLookup) -> None:
        for kind, keys in (("whole", found.whole), ("cut", found.cut), ("short", found.short)):
            self.tables[kind].add((key, self.sounds[sound]) for key, sound in keys.items())
        first = -1 if found.initial or not word.keys[0] else self.sounds[word.keys[0]]
        self.tables["rows"].add((row, first) for row in sorted(found.rows))
        self.tables["heads"].add((head, first) for head in sorted(found.heads))
        self.tables["none"].add([(0, -1)])
        self.known.append(bool(found.rows))
        self.initial.append(found.initial)
        self.rows.append(_folded(found.rows))
        self.full.append(_folded(found.full))


def _folded(rows: Iterable[int]) -> int:
    """A set as 64 bits: two that share no bit share no member."""
    value = 0
    for row in rows:
        value |= 1 << (row & 63)
    return value


class _Entries(NamedTuple):
    """What stands in the index: ``sound`` and, where a second word counts too, ``beside`` (else -1);
    ``asking``: a pair needs one that asks."""

    key: Numbers
    owner: Small
    sound: Small
    beside: Small
    asking: Mask

    def where(self, chosen: Mask | Numbers) -> _Entries:
        """Those chosen, or all in another order."""
        key, owner, sound, beside, asking = self
        return _Entries(key[chosen], owner[chosen], sound[chosen], beside[chosen], asking[chosen])


class _Index:
    """Names taken apart, in arrays."""

    def __init__(self, names: Sequence[str]) -> None:
        self._size = len(names)
        # Two words of a name, in both orders, and each word alone; an initial leads to nobody.
        self._owner, self._left, self._right = array("i"), array("i"), array("i")
        self._holder, self._word = array("i"), array("i")
        self._fathers, self._given, self._full = array("Q"), array("Q"), array("Q")
        words = _Words()
        for place, name in enumerate(names):
            self._add(place, name_words(name), words)
        self._tables = words.tables
        self._known = np.frombuffer(words.known, dtype=np.int8) > 0
        self._initial = np.frombuffer(words.initial, dtype=np.int8) > 0
        sounds = list(words.sounds)
        self._counted = np.array([*map(_counted, sounds), 0], np.uint64)
        self._long = np.array([*map(len, sounds), 0], np.int16)
        self._ranks = len(sounds) + 1
        self._rank = {step: _ranked([sound[::step] for sound in sounds]) for step in (1, -1)}

    def _add(self, place: int, parts: Sequence[NameWord], words: _Words) -> None:
        fathers = 0
        at = next((n for n, w in enumerate(parts) if n and w.patronymic), 0) if len(parts) > 2 else 0
        if at:
            fathers = _folded(parts[at].fathers)
            parts = [*parts[:at], *parts[at + 1 :]]
        given = full = 0
        numbers = []
        for part in parts:
            number = words.add(part)
            numbers.append(number)
            given |= words.rows[number]
            full |= words.full[number]
        self._fathers.append(fathers)
        self._given.append(given)
        self._full.append(full)
        for i, left in enumerate(numbers):
            if parts[i].initial:
                continue
            self._holder.append(place)
            self._word.append(left)
            for j, right in enumerate(numbers):
                if i != j:
                    self._owner.append(place)
                    self._left.append(left)
                    self._right.append(right)

    def pairs(self, one: _Pass) -> Iterator[Numbers]:
        """Pairs of places, the lower times the number of names and the higher in one number."""
        entries = self._entries(one)
        parts = len(entries.key) // _AT_A_TIME + 1
        for part in range(parts):
            here = entries if parts == 1 else entries.where(entries.key % parts == part)
            block = self._in_order(here, 1)
            yield self._nearest(block, one)
            # The neighbours in the other order are others only where a key has more names than are met.
            more = block.key[: -one.neighbours][block.key[: -one.neighbours] == block.key[one.neighbours :]]
            if len(more):
                yield self._nearest(self._in_order(here.where(np.isin(here.key, more)), -1), one)

    def _in_order(self, entries: _Entries, step: int) -> _Entries:
        """By key, then by sound; ``step`` -1: by sounds read backwards, the second word's first."""
        ranks = [self._rank[step][entries.sound], self._rank[step][entries.beside]]
        minor, major = ranks[::-1] if step > 0 else ranks
        # Stable: names of one sound stay in the order of the list.
        order = np.argsort(minor, kind="stable")
        order = order[np.argsort((entries.key * self._ranks + major)[order], kind="stable")]
        return entries.where(order)

    def _entries(self, one: _Pass) -> _Entries:
        owner, left, right = _small(self._owner), _small(self._left), _small(self._right)
        known, initial = self._known[right], self._initial[right]
        if one == _LOOSE:
            owner, left = _small(self._holder), _small(self._word)
            right, chosen = left, np.ones(len(left), np.bool_)
        elif one == _INITIAL:
            # A known given name is no surname beside a word that is none.
            chosen = ~self._known[left] | known | initial
        elif one == _NEAR:
            chosen = self._known[left] & ~known & ~initial
        elif one == _BOTH:
            chosen = left < right
        else:
            chosen = known
        asking = self._rare() if one == _SLIP else np.ones(self._size, np.bool_)
        places = np.flatnonzero(chosen)
        pieces = [places[start : start + _PIECE] for start in range(0, max(1, len(places)), _PIECE)]
        parts = [self._crossed(one, owner[n], left[n], right[n], asking) for n in pieces]
        return _Entries(*map(np.concatenate, zip(*parts, strict=True)))

    def _crossed(self, one: _Pass, owner: Small, left: Small, right: Small, asking: Mask) -> _Entries:
        mine, other = self._tables[one.left], self._tables[one.right]
        which, key, sound, beside = mine.crossed(other, left, right)
        if one == _BOTH:
            key, sound, beside = _sorted(key, sound, beside, len(other.ids))
        elif one == _NEAR:
            # The given name is one by the table: only how the surname sounds is measured.
            sound, beside = beside, np.full(len(key), -1, np.int32)
        elif one != _INITIAL:
            beside = np.full(len(key), -1, np.int32)
        asks = ~self._known[right[which]] if one == _INITIAL else asking[owner[which]]
        return _Entries(key, owner[which], sound, beside, asks)

    def _rare(self) -> Mask:
        """Names whose consonants few have with their given name: a slip of the pen makes a rare name."""
        entries = self._entries(_WHOLE)
        _, key, names = np.unique(entries.key, return_inverse=True, return_counts=True)
        rare = np.zeros(self._size, np.bool_)
        rare[entries.owner[names[key] <= _FEW]] = True
        return rare

    def _nearest(self, block: _Entries, one: _Pass) -> Numbers:
        """Each entry's nearest of its next neighbours."""
        block, room = _by_crowd(block)
        found = list(self._met(block, room, one))
        # How many each meets at each distance, then the distance to which its budget reaches.
        met = np.zeros((_STEPS, len(block.key)), np.uint8)
        for step, a, distance in found:
            met[distance, a] += 1
            met[distance, a + step] += 1
        far = np.zeros(len(block.key), np.uint8)
        so_far = np.zeros(len(block.key), np.uint16)
        for at_this in met:
            so_far += at_this
            far += so_far <= one.most
        far = np.maximum(far, 1) - np.uint8(1)
        pairs = [np.zeros(0, np.int64)]
        for step, a, distance in found:
            near = a[distance <= np.maximum(far[a], far[a + step])]
            x, y = block.owner[near].astype(np.int64), block.owner[near + step].astype(np.int64)
            pairs.append(np.minimum(x, y) * self._size + np.maximum(x, y))
        return _distinct(pairs)

    def _met(
        self, block: _Entries, room: NDArray[np.uint8], one: _Pass
    ) -> Iterator[tuple[int, Small, NDArray[np.uint8]]]:
        """How many places further on in ``block`` another stands, the places where that may be one name, and
        how many signs apart the two are. Piece by piece, each as far as its keys are crowded (``room``):
        what lies side by side is compared as it lies."""
        owner = block.owner
        counted, beside = self._counted[block.sound], self._counted[block.beside]
        most = (one.reach * (self._long[block.sound] + 2)).astype(np.uint8)
        other = (one.reach * self._long[block.beside]).astype(np.uint8)
        two = bool((block.beside >= 0).any())
        fathers, given, full = (_bits(each) for each in (self._fathers, self._given, self._full))
        everybody = bool(block.asking.all())
        for start in range(0, len(owner), _PIECE):
            stop = min(start + _PIECE, len(owner))
            for step in range(1, min(one.neighbours, int(room[start:stop].max())) + 1):
                end = min(stop, len(owner) - step)
                a, b = slice(start, end), slice(start + step, end + step)
                distance, reach = np.bitwise_count(counted[a] ^ counted[b]), np.minimum(most[a], most[b])
                if two:
                    both = (beside[a] > 0) & (beside[b] > 0)
                    distance += np.where(both, np.bitwise_count(beside[a] ^ beside[b]), np.uint8(0))
                    reach += np.minimum(other[a], other[b])
                may = (distance <= reach) & (room[a] >= step)
                if not everybody:
                    may &= block.asking[a] | block.asking[b]
                kept = np.flatnonzero(may)
                x, y = owner[a][kept], owner[b][kept]
                may = (x != y) & ((fathers[x] == 0) | (fathers[y] == 0) | (fathers[x] & fathers[y] != 0))
                may &= (full[x] == 0) | (full[y] == 0) | (given[x] & given[y] != 0)
                kept = kept[may]
                yield step, (kept + start).astype(np.int32), np.minimum(distance[kept], _STEPS - 1)


def _by_crowd(block: _Entries) -> tuple[_Entries, NDArray[np.uint8]]:
    """The entries that share their key, the crowded keys last, each key's in their order; and how many more
    of its key stand behind each (at most 255)."""
    edges = np.flatnonzero(np.r_[block.key[1:] != block.key[:-1], True]) + 1
    crowd = np.diff(edges, prepend=0)
    behind = np.minimum(np.repeat(edges, crowd) - np.arange(1, len(block.key) + 1), 255).astype(np.uint8)
    size = np.repeat(np.minimum(crowd, 255).astype(np.uint8), crowd)
    # By one byte: numpy's stable sort of those is linear.
    order = np.argsort(size, kind="stable")
    order = order[np.searchsorted(size[order], 2) :]
    return block.where(order), behind[order]


def _distinct(parts: list[Numbers]) -> Numbers:
    """All values sorted, each once; ``parts`` is emptied. By sorting: ``np.unique`` hashes, which is ten
    times dearer here."""
    values = np.empty(sum(map(len, parts)), np.int64)
    stop = len(values)
    while parts:
        part = parts.pop()
        values[stop - len(part) : stop] = part
        stop -= len(part)
    values.sort()
    return values[np.r_[True, values[1:] != values[:-1]]] if len(values) else values


def _sorted(key: Numbers, sound: Small, beside: Small, width: int) -> tuple[Numbers, Small, Small]:
    """Two keys of ``width`` in one number, the lower first, and their sounds in that order."""
    one, other = np.divmod(key, width)
    turned = one > other
    return (
        np.where(turned, other * width + one, key),
        np.where(turned, beside, sound),
        np.where(turned, sound, beside),
    )


__all__ = ["candidate_places", "candidates"]
