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

from collections.abc import Callable, Iterable, Iterator
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


@dataclass(slots=True)
class Index:
    """Documents by rank (earliest first, then by id) and what they share.

    ``texts``: a number for the whole text of each; ``first``: the ranks that stand for their likes;
    ``own``: words without furniture (of those that stand for their likes); ``grams_all``, ``grams_sampled``:
    different 5-grams of each, and those that were sampled.
    """

    workdir: Path
    sources: list[str] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    texts: U64 = field(default_factory=lambda: np.array([], dtype=np.uint64))
    furniture: U64 = field(default_factory=lambda: np.array([], dtype=np.uint64))
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
    stream: Callable[[], Iterable[CopyInput]], workdir: Path, progress: Callable[[int], None] | None = None
) -> Index:
    """Read every text once and leave its words and lines in files under ``workdir``."""
    index = Index(workdir)
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
    layout = _Layout(
        index.workdir, counts, line_counts, np.array([m.source for m in members], dtype=np.int64)
    )
    index.furniture = layout.furniture(standing)
    layout.write_grams(index, order)


class _Layout:
    """Where each text's words and lines lie in the files."""

    def __init__(self, workdir: Path, counts: I64, line_counts: I64, source: I64) -> None:
        self.workdir = workdir
        self.word_at = np.r_[0, np.cumsum(counts)]
        self.line_at = np.r_[0, np.cumsum(line_counts)]
        self.source = source
        self.words = _map(workdir / "words", np.uint64)
        self.lines = _map(workdir / "lines", np.uint64)
        self.starts = _map(workdir / "starts", np.int32)

    def _line_sizes(self, text: int) -> I64:
        a, b = int(self.line_at[text]), int(self.line_at[text + 1])
        size = int(self.word_at[text + 1] - self.word_at[text])
        sizes: I64 = np.diff(np.r_[self.starts[a:b], size]).astype(np.int64)
        return sizes

    def furniture(self, standing: I64) -> U64:
        """Lines (as numbers of their source) under at least three different texts of one source.

        Texts are different where their longest lines are: a text that a source posted three times with
        small changes repeats its lines without their being furniture.
        """
        if not len(self.starts):
            return np.array([], dtype=np.uint64)
        held = np.diff(self.line_at)
        of_text = np.repeat(np.arange(len(self.source)), held)
        ends = np.r_[self.starts[1:], 0].astype(np.int64)
        filled = np.flatnonzero(held)
        ends[self.line_at[1:][filled] - 1] = np.diff(self.word_at)[filled]
        sizes = ends - self.starts
        lines = np.asarray(self.lines)
        # Sorted by text, then size: the last line of each text is its longest.
        by_size = np.lexsort((lines, sizes, of_text))
        longest = np.zeros(len(self.source), dtype=np.uint64)
        longest[filled] = lines[by_size[self.line_at[1:][filled] - 1]]
        stands = np.zeros(len(self.source), dtype=bool)
        stands[standing] = True
        kept = np.flatnonzero(stands[of_text] & (sizes <= FURNITURE_WORDS))
        salt = (self.source[of_text[kept]] + 1).astype(np.uint64) * np.uint64(_SALT)
        number, under = mix(lines[kept] ^ salt), longest[of_text[kept]]
        order = np.lexsort((under, number))
        number, under = number[order], under[order]
        fresh = np.r_[True, (number[1:] != number[:-1]) | (under[1:] != under[:-1])][: len(number)]
        values, times = np.unique(number[fresh], return_counts=True)
        return values[times >= FURNITURE_TEXTS]

    def write_grams(self, index: Index, order: I64) -> None:
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
        try:
            for begin in range(0, len(index.first), 2_000):
                ranks = index.first[begin : begin + 2_000]
                packed = self._packed(index, order, ranks)
                part = (packed[0] >> np.uint64(2)) & np.uint64(parts - 1)
                for p, file in enumerate(files):
                    file.write(packed[1][part == p].tobytes())
        finally:
            for file in files:
                file.close()

    def _packed(self, index: Index, order: I64, ranks: I64) -> tuple[U64, U64]:
        pieces, owners = [], []
        for rank in ranks.tolist():
            text = int(order[rank])
            word = np.asarray(self.words[self.word_at[text] : self.word_at[text + 1]])
            if len(word) < FEW_WORDS:
                continue
            a, b = int(self.line_at[text]), int(self.line_at[text + 1])
            number = line_number(int(self.source[text]), np.asarray(self.lines[a:b]))
            sizes = self._line_sizes(text)
            keep = np.repeat(own_lines(number, sizes, index.furniture), sizes)
            index.own[rank] = int(keep.sum())
            pieces.append(word[keep])
            owners.append(np.full(int(keep.sum()), rank, dtype=np.int64))
        if not pieces:
            empty = np.array([], dtype=np.uint64)
            return empty, empty
        owner = np.concatenate(owners)
        gram, at = grams(np.concatenate(pieces), owner, GRAM)
        rank = owner[at].astype(np.uint64)
        # A gram that a text repeats counts once.
        by_text = np.lexsort((gram, rank))
        rank, gram = rank[by_text], gram[by_text]
        fresh = np.r_[True, (gram[1:] != gram[:-1]) | (rank[1:] != rank[:-1])][: len(gram)]
        rank, gram = rank[fresh], gram[fresh]
        begin, end = int(ranks[0]), int(ranks[-1]) + 1
        near = rank.astype(np.int64) - begin
        sampled = (gram & np.uint64(SAMPLE - 1)) == 0
        counted = np.bincount(near, minlength=end - begin)
        index.grams_all[begin:end] = counted
        index.grams_sampled[begin:end] = np.bincount(near[sampled], minlength=end - begin)
        kept = sampled | (counted[near] <= SHORT)
        gram, rank = gram[kept], rank[kept]
        shift = np.uint64(_RANK_BITS)
        return gram, (gram >> shift << shift) | rank


def own_lines(number: U64, sizes: I64, furniture: U64) -> NDArray[np.bool_]:
    """Which lines of a text are its own. Furniture is taken off only where it is the smaller part, or a
    short block at an end: three copies of one text in one source repeat their lines too."""
    if not len(furniture) or not len(number):
        return np.ones(len(number), dtype=bool)
    place = np.minimum(np.searchsorted(furniture, number), len(furniture) - 1)
    common = furniture[place] == number
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


def _map(path: Path, dtype: type) -> NDArray:  # type: ignore[type-arg]
    if path.stat().st_size == 0:
        return np.array([], dtype=dtype)
    return np.memmap(path, dtype=dtype, mode="r")


def shared_grams(index: Index) -> Iterator[tuple[int, int, float]]:
    """Pairs of ranks (earlier, later) of different texts, with the share of the shorter one's grams that
    both hold; sorted."""
    spill = index.workdir / "pairs"
    with spill.open("wb") as out:
        for path in sorted(index.workdir.glob("grams-*")):
            pairs = _pairs(np.fromfile(path, dtype=np.uint64))
            if len(pairs):
                values, times = np.unique(pairs, return_counts=True)
                out.write(np.stack([values, times.astype(np.uint64)], axis=1).tobytes())
    table = np.fromfile(spill, dtype=np.uint64).reshape(-1, 2)
    if not len(table):
        return
    order = np.argsort(table[:, 0], kind="stable")
    table = table[order]
    starts = np.flatnonzero(np.r_[True, table[1:, 0] != table[:-1, 0]])
    pair, times = table[starts, 0], np.add.reduceat(table[:, 1], starts)
    early, late = (pair >> np.uint64(32)).astype(np.int64), (pair & np.uint64(0xFFFFFFFF)).astype(np.int64)
    short = (index.grams_all[early] <= SHORT) & (index.grams_all[late] <= SHORT)
    held = np.where(
        short,
        np.minimum(index.grams_all[early], index.grams_all[late]),
        np.minimum(index.grams_sampled[early], index.grams_sampled[late]),
    )
    share = times / np.maximum(held, 1)
    for place in np.flatnonzero((times >= 2) | (share >= 0.5)).tolist():
        yield int(early[place]), int(late[place]), float(min(1.0, share[place]))


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
    "FEW_WORDS", "GRAM", "Index", "Member",
    "build", "line_number", "lines_of", "own_lines", "shared_grams", "sort_date",
]  # fmt: skip
