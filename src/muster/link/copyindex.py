"""Which documents share words: an index on disk, one pass over the texts, one sort, no pair unseen twice.

1. Each text becomes numbers (words, lines, a number for the whole) in files under the work directory.
2. Texts with the same number are one; the earliest stands for all of them.
3. Lines that one source repeats under different texts (footers, slogans) are left out.
4. Every 5-gram of a short text, one of four of a long one, is written with the rank of its document;
   the file is sorted; each document is paired with the first few that hold the same gram and the few
   just before it.
So the cost is that of a sort, however many copies there are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from muster.link.records import CopyInput
from muster.text.shingles import I64, U64, grams, mix, words_of

GRAM = 5
# Texts of more grams than this are sampled; posts and short reports are not.
SHORT = 128
SAMPLE = 4
# A gram pairs a document with so many of the first documents that hold it.
ANCHORS = 4
# And with so many that came just before it.
NEIGHBOURS = 3
# From so many documents on, a gram is common speech, and pairs with the first only.
COMMON = 64
# Lines of up to so many words, in so many texts of a source, are its furniture.
FURNITURE_WORDS = 25
FURNITURE_TEXTS = 3
# Texts of fewer words are copies only where they are the same and distinctive.
FEW_WORDS = 8
_BATCH = 1_000_000
_PART = 3_000_000
_RANK_BITS = 24
_GRAM_BITS = 64 - _RANK_BITS
# Texts that are worked on at one go.
_TEXTS = 2_000
_SLOTS = 1 << 25
_SALT = 0x9E3779B97F4A7C15


@dataclass(slots=True)
class Member:
    """What stays in memory of a document: who, when, and the numbers that name its text."""

    document: str
    source: int
    when: tuple[str, str]
    words: int
    place: tuple[str, str, str]
    forwarded_from: str | None
    language: str
    source_known: bool

    def own_of(self, other: Member) -> bool:
        """True where both are of one known source, which repeats its forms and tells its news again."""
        return self.source == other.source and self.source_known and other.source_known


@dataclass(slots=True)
class Index:
    """Documents by rank (earliest first, then by id) and what they share.

    ``texts``: a number for the whole text of each; ``first``: the ranks that stand for their likes;
    ``own``: words without furniture (of those that stand for their likes); ``grams_all``, ``grams_sampled``:
    different 5-grams of each, and those that were sampled.
    """

    workdir: Path
    sample: int = SAMPLE
    sources: list[str] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    texts: U64 = field(default_factory=lambda: np.array([], dtype=np.uint64))
    furniture: U64 = field(default_factory=lambda: np.array([], dtype=np.uint64))
    layout: Layout | None = None
    grams_all: NDArray[np.int32] = field(default_factory=lambda: np.array([], dtype=np.int32))
    grams_sampled: NDArray[np.int32] = field(default_factory=lambda: np.array([], dtype=np.int32))
    own: NDArray[np.int32] = field(default_factory=lambda: np.array([], dtype=np.int32))
    first: I64 = field(default_factory=lambda: np.array([], dtype=np.int64))

    def groups(self) -> Iterator[list[int]]:
        """Ranks of documents with one and the same text, two or more, earliest first."""
        order = np.lexsort((np.arange(len(self.texts)), self.texts))
        edges = np.flatnonzero(np.r_[True, self.texts[order][1:] != self.texts[order][:-1], True])
        for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            if stop - start > 1 and self.members[int(order[start])].words:
                yield order[start:stop].tolist()


def line_number(source: int, line: U64) -> U64:
    """A line as one source's: the same words of another source are another line."""
    return mix(line ^ np.uint64((source + 1) * _SALT & 0xFFFFFFFFFFFFFFFF))


def lines_of(word: U64, line: I64) -> tuple[U64, I64]:
    """A number for each run of words of one line, and the index of its first word."""
    if not len(word):
        return np.array([], dtype=np.uint64), np.array([], dtype=np.int64)
    starts = np.flatnonzero(np.r_[True, line[1:] != line[:-1]])
    place = np.arange(len(word)) - np.repeat(starts, np.diff(np.r_[starts, len(word)]))
    spread = mix(word + place.astype(np.uint64) * np.uint64(0xD1342543DE82EF95))
    return mix(np.add.reduceat(spread, starts)), starts


def _batches(stream: Iterable[CopyInput]) -> Iterator[list[CopyInput]]:
    batch: list[CopyInput] = []
    size = 0
    for one in stream:
        batch.append(one)
        size += len(one.body)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def sort_date(published: str | None) -> str:
    """A key that sorts dates of any exactness in UTC; unknown dates last."""
    if not published:
        return "~"
    if len(published) > 19 and not published.endswith(("Z", "+00:00")):
        from datetime import UTC, datetime

        try:
            return datetime.fromisoformat(published).astimezone(UTC).isoformat()[:19]
        except ValueError:
            return published
    return published[:19]


def build(
    stream: Callable[[], Iterable[CopyInput]],
    workdir: Path,
    progress: Callable[[int], None] | None = None,
    *,
    sample: int = SAMPLE,
) -> Index:
    """Read every text once and leave its words and lines in files under ``workdir``. ``sample``: one of so
    many grams of a longer text counts, a power of two; 1 counts all and costs about a third more."""
    index = Index(workdir, sample)
    source_of: dict[str, int] = {}
    members: list[Member] = []
    texts: list[U64] = []
    counts: list[I64] = []
    line_counts: list[I64] = []
    with (
        (workdir / "words").open("wb") as words,
        (workdir / "lines").open("wb") as lines,
        (workdir / "starts").open("wb") as line_starts,
    ):
        for batch in _batches(stream()):
            found = words_of([one.body for one in batch])
            each = np.bincount(found.text, minlength=len(batch))
            number, starts = lines_of(found.word, found.line)
            owner = found.text[starts]
            offset = np.r_[0, np.cumsum(each)[:-1]]
            words.write(found.word.tobytes())
            lines.write(number.tobytes())
            line_starts.write((starts - offset[owner]).astype(np.int32).tobytes())
            counts.append(each)
            line_counts.append(np.bincount(owner, minlength=len(batch)))
            texts.append(found.marks)
            for one, size in zip(batch, each.tolist(), strict=True):
                number_of = source_of.setdefault(one.source, len(source_of))
                members.append(
                    Member(
                        one.document, number_of, (sort_date(one.published), one.document), size,
                        (one.source, one.address, one.url or ""), one.forwarded_from, one.language,
                        one.source_known,
                    )
                )  # fmt: skip
            if progress is not None:
                progress(len(batch))
    index.sources = list(source_of)
    if members:
        _rank(index, members, np.concatenate(texts), np.concatenate(counts), np.concatenate(line_counts))
    return index


def _rank(index: Index, members: list[Member], texts: U64, counts: I64, line_counts: I64) -> None:
    """Sort by date and id, find the furniture, write the grams of each text that stands for its likes."""
    order = np.array(sorted(range(len(members)), key=lambda i: members[i].when), dtype=np.int64)
    index.members = [members[i] for i in order.tolist()]
    index.texts = texts[order]
    _, first = np.unique(index.texts, return_index=True)
    index.first = np.sort(first)
    standing = order[index.first]
    source = np.array([m.source for m in members], dtype=np.int64)
    index.layout = Layout(index.workdir, order, counts, line_counts, source)
    index.furniture = index.layout.furniture(standing)
    index.layout.write_grams(index)


class Layout:
    """Where each text's words and lines lie in the files; ``order``: the place in them by rank."""

    def __init__(self, workdir: Path, order: I64, counts: I64, line_counts: I64, source: I64) -> None:
        self.order = order
        self.word_at = np.r_[0, np.cumsum(counts)]
        self.line_at = np.r_[0, np.cumsum(line_counts)]
        self.source = source
        self.words = Stored(workdir / "words", np.uint64)
        self.lines = Stored(workdir / "lines", np.uint64)
        self.starts = Stored(workdir / "starts", np.int32)

    def furniture(self, standing: I64) -> U64:
        """Lines (as numbers of their source) under at least three different texts of one source.

        Texts are different where their longest lines are: a text that a source posted three times with
        small changes repeats its lines without their being furniture.
        """
        stands = np.zeros(len(self.source), dtype=bool)
        stands[standing] = True
        # First how often a slot of a table is hit, so that only lines that may be common are kept in memory.
        times = np.zeros(_SLOTS, dtype=np.uint16)
        for number, _ in self._short_lines(stands):
            slot, hits = np.unique(number % np.uint64(_SLOTS), return_counts=True)
            times[slot.astype(np.int64)] += np.minimum(hits, FURNITURE_TEXTS).astype(np.uint16)
            np.minimum(times, FURNITURE_TEXTS, out=times)
        kept = [
            (number[common], under[common])
            for number, under in self._short_lines(stands)
            if (common := times[(number % np.uint64(_SLOTS)).astype(np.int64)] >= FURNITURE_TEXTS).any()
        ]
        if not kept:
            return np.array([], dtype=np.uint64)
        number, under = (np.concatenate(each) for each in zip(*kept, strict=True))
        order = np.lexsort((under, number))
        number, under = number[order], under[order]
        fresh = np.r_[True, (number[1:] != number[:-1]) | (under[1:] != under[:-1])][: len(number)]
        values, several = np.unique(number[fresh], return_counts=True)
        return values[several >= FURNITURE_TEXTS]

    def _short_lines(self, stands: NDArray[np.bool_]) -> Iterator[tuple[U64, U64]]:
        """Some texts at a time: the numbers of their short lines, as their source's, and the longest line of
        the text that each is of."""
        for begin in range(0, len(self.source), _TEXTS):
            texts = np.arange(begin, min(begin + _TEXTS, len(self.source)))
            held = self.line_at[texts + 1] - self.line_at[texts]
            words = self.word_at[texts + 1] - self.word_at[texts]
            lines = self.lines.joined(self.line_at, texts)
            if not len(lines):
                continue
            of_text = np.repeat(np.arange(len(texts)), held)
            begins = self.starts.joined(self.line_at, texts) + np.repeat(np.cumsum(words) - words, held)
            sizes = np.diff(np.r_[begins, int(words.sum())])
            # Sorted by text, then size: the last line of each text is its longest.
            by_size = np.lexsort((lines, sizes, of_text))
            filled = np.flatnonzero(held)
            longest = np.zeros(len(texts), dtype=np.uint64)
            longest[filled] = lines[by_size[np.cumsum(held)[filled] - 1]]
            kept = np.flatnonzero(stands[texts][of_text] & (sizes <= FURNITURE_WORDS))
            salt = (self.source[texts][of_text[kept]] + 1).astype(np.uint64) * np.uint64(_SALT)
            yield mix(lines[kept] ^ salt), longest[of_text[kept]]

    def own_words(self, index: Index, ranks: I64) -> tuple[U64, I64]:
        """The words of the texts with these ranks, furniture left out, and how many each text has."""
        texts = self.order[ranks]
        words = self.words.joined(self.word_at, texts)
        counts = self.word_at[texts + 1] - self.word_at[texts]
        if not len(index.furniture) or not len(words):
            return words, counts
        held = self.line_at[texts + 1] - self.line_at[texts]
        salt = (np.repeat(self.source[texts], held) + 1).astype(np.uint64) * np.uint64(_SALT)
        number = mix(self.lines.joined(self.line_at, texts) ^ salt)
        begins = self.starts.joined(self.line_at, texts) + np.repeat(np.cumsum(counts) - counts, held)
        sizes = np.diff(np.r_[begins, len(words)])
        edges = np.r_[0, np.cumsum(held)]
        keep = np.ones(len(number), dtype=bool)
        common = np.r_[0, np.cumsum(_among(number, index.furniture))]
        for each in np.flatnonzero(common[edges[1:]] > common[edges[:-1]]).tolist():
            mine = slice(int(edges[each]), int(edges[each + 1]))
            keep[mine] = own_lines(number[mine], sizes[mine], index.furniture)
        left = np.r_[0, np.cumsum(np.where(keep, sizes, 0))]
        return words[np.repeat(keep, sizes)], left[edges[1:]] - left[edges[:-1]]

    def write_grams(self, index: Index) -> None:
        """Grams of the texts that stand for their likes, into files by the gram's low bits."""
        total = int(self.word_at[-1])
        parts = 1
        while parts * _PART < total // 2:
            parts *= 2
        files = [(index.workdir / f"grams-{p}").open("wb") for p in range(parts)]
        size = len(index.members)
        index.grams_all = np.zeros(size, dtype=np.int32)
        index.grams_sampled = np.zeros(size, dtype=np.int32)
        index.own = np.array([m.words for m in index.members], dtype=np.int32)
        enough = index.first[index.own[index.first] >= FEW_WORDS]
        try:
            for begin in range(0, len(enough), _TEXTS):
                gram, rank = self._grams(index, enough[begin : begin + _TEXTS])
                part = gram & np.uint64(parts - 1)
                packed = (gram << np.uint64(_RANK_BITS)) | rank
                for p, file in enumerate(files):
                    file.write((packed[part == p] if parts > 1 else packed).tobytes())
        finally:
            for file in files:
                file.close()

    def _grams(self, index: Index, ranks: I64) -> tuple[U64, U64]:
        """The different grams (40 bits of each) that stand for these texts, with their ranks."""
        words, counts = self.own_words(index, ranks)
        index.own[ranks] = counts
        owner = np.repeat(np.arange(len(ranks)), counts)
        kept, place, sampled, distinct = sketch(words, owner, len(ranks), index.sample)
        index.grams_all[ranks] = distinct
        index.grams_sampled[ranks] = np.bincount(place[sampled], minlength=len(ranks))
        return kept, ranks[place].astype(np.uint64)


def sketch(
    words: U64, owner: I64, texts: int, sample: int
) -> tuple[U64, I64, NDArray[np.bool_], NDArray[np.int64]]:
    """The different 5-grams that stand for texts: all of a short one, one of ``sample`` of a longer one.

    ``owner``: which text each word is of, ascending. Gives 40 bits of each gram, its text, whether it is
    among the sampled, and for each text its number of different grams (of a longer one: of all grams).
    """
    gram, at = grams(words, owner, GRAM)
    place = owner[at]
    every = np.bincount(place, minlength=texts)
    sampled = (gram & np.uint64(sample - 1)) == 0
    kept = sampled | (every <= SHORT)[place]
    # A gram that a text repeats counts once. Text, gram and the sampling in one number sort fastest.
    key = (place[kept].astype(np.uint64) << np.uint64(_GRAM_BITS + 1)) | (
        gram[kept] >> np.uint64(64 - _GRAM_BITS) << np.uint64(1)
    )
    key = np.sort(key | sampled[kept])
    key = key[np.r_[True, key[1:] != key[:-1]][: len(key)]]
    held = (key >> np.uint64(_GRAM_BITS + 1)).astype(np.int64)
    distinct = np.where(every <= SHORT, np.bincount(held, minlength=texts), every)
    return (key >> np.uint64(1)) & np.uint64((1 << _GRAM_BITS) - 1), held, (key & np.uint64(1)) == 1, distinct


class Stored:
    """Numbers in a file, read where they are asked for: a mapped file would stay in memory whole."""

    def __init__(self, path: Path, dtype: type) -> None:
        self.path, self.dtype = path, np.dtype(dtype)

    def joined(self, at: I64, texts: I64) -> NDArray:  # type: ignore[type-arg]
        """The stretches of several texts, one after the other; ``at``: where that of each begins and ends."""
        if not len(texts):
            return np.array([], dtype=self.dtype)
        size = self.dtype.itemsize
        # Neighbours are read at one go.
        first = np.flatnonzero(np.r_[True, np.diff(texts) != 1])
        last = np.r_[first[1:], len(texts)] - 1
        edges = zip(at[texts[first]].tolist(), at[texts[last] + 1].tolist(), strict=True)
        with self.path.open("rb") as file:
            read = b"".join([os.pread(file.fileno(), (b - a) * size, a * size) for a, b in edges])
        return np.frombuffer(read, dtype=self.dtype)


def _among(values: U64, table: U64) -> NDArray[np.bool_]:
    """Which values stand in the sorted table, which is not empty."""
    found: NDArray[np.bool_] = table[np.minimum(np.searchsorted(table, values), len(table) - 1)] == values
    return found


def own_lines(number: U64, sizes: I64, furniture: U64) -> NDArray[np.bool_]:
    """Which lines of a text are its own. Furniture is taken off only where it is the smaller part, or a
    short block at an end: three copies of one text in one source repeat their lines too."""
    if not len(furniture) or not len(number):
        return np.ones(len(number), dtype=bool)
    common = _among(number, furniture)
    if not common.any() or common.all():
        return np.ones(len(number), dtype=bool)
    share = int(sizes[common].sum()) / max(1, int(sizes.sum()))
    if share < 0.5:
        own_ones: NDArray[np.bool_] = ~common
        return own_ones
    own = np.flatnonzero(~common)
    ends = np.ones(len(number), dtype=bool)
    for block in (slice(0, int(own[0])), slice(int(own[-1]) + 1, len(number))):
        if int(sizes[block].sum()) <= 30:
            ends[block] = False
    return ends


def shared_grams(index: Index) -> Iterator[tuple[int, int, float]]:
    """Pairs of ranks (earlier, later) of different texts, with the share of the shorter one's grams that
    both hold; sorted."""
    pair, times = _counted(sorted(index.workdir.glob("grams-*")), index.workdir / "pairs", _pairs)
    early, late = (pair >> np.uint64(32)).astype(np.int64), (pair & np.uint64(0xFFFFFFFF)).astype(np.int64)
    short = (index.grams_all[early] <= SHORT) & (index.grams_all[late] <= SHORT)
    least = np.where(
        short,
        np.minimum(index.grams_all[early], index.grams_all[late]),
        np.minimum(index.grams_sampled[early], index.grams_sampled[late]),
    )
    share = times / np.maximum(least, 1)
    for place in np.flatnonzero((times >= 2) | (share >= 0.5)).tolist():
        yield int(early[place]), int(late[place]), float(min(1.0, share[place]))


def counted_pairs(
    paths: Sequence[Path], spill: Path, pairs_of: Callable[[U64], U64]
) -> Iterator[tuple[int, int, int]]:
    """Pairs of ranks (earlier, later) and how often ``pairs_of`` gives each for what the files hold; sorted.
    ``spill``: a file to write between."""
    pair, times = _counted(paths, spill, pairs_of)
    for both, number in zip(pair.tolist(), times.tolist(), strict=True):
        yield both >> 32, both & 0xFFFFFFFF, number


def _counted(paths: Sequence[Path], spill: Path, pairs_of: Callable[[U64], U64]) -> tuple[U64, I64]:
    with spill.open("wb") as out:
        for path in paths:
            pairs = pairs_of(np.fromfile(path, dtype=np.uint64))
            if len(pairs):
                values, times = np.unique(pairs, return_counts=True)
                out.write(np.stack([values, times.astype(np.uint64)], axis=1).tobytes())
    table = np.fromfile(spill, dtype=np.uint64).reshape(-1, 2)
    table = table[np.argsort(table[:, 0], kind="stable")]
    starts = np.flatnonzero(np.r_[True, table[1:, 0] != table[:-1, 0]][: len(table)])
    number: I64 = (np.add.reduceat(table[:, 1], starts) if len(starts) else table[:, 1]).astype(np.int64)
    return table[starts, 0], number


def _pairs(packed: U64) -> U64:
    """Pairs of ranks that hold one gram: each with the first few of its holders, and the few before it."""
    packed = np.sort(packed)
    gram = packed >> np.uint64(_RANK_BITS)
    rank = packed & np.uint64((1 << _RANK_BITS) - 1)
    edges = np.flatnonzero(np.r_[True, gram[1:] != gram[:-1]]) if len(gram) else np.array([], dtype=np.int64)
    size = np.diff(np.r_[edges, len(gram)])
    held, place = np.repeat(size, size), np.arange(len(gram)) - np.repeat(edges, size)
    head = np.repeat(edges, size)
    pairs = []
    for anchor in range(ANCHORS):
        mine = (place > anchor) & ((held <= COMMON) | (anchor == 0))
        pairs.append((rank[head[mine] + anchor] << np.uint64(32)) | rank[mine])
    # What was published just before is a likelier original than what was published years ago.
    for back in range(1, NEIGHBOURS + 1):
        mine = (place - back >= ANCHORS) & (held <= COMMON)
        pairs.append((rank[np.flatnonzero(mine) - back] << np.uint64(32)) | rank[mine])
    return np.concatenate(pairs)


__all__ = [
    "FEW_WORDS", "GRAM", "Index", "Layout", "Member",
    "build", "counted_pairs", "line_number", "lines_of", "own_lines", "shared_grams", "sketch", "sort_date",
]  # fmt: skip
