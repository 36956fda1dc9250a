"""A copy index that is kept on disk and grows: which documents a text shares runs of words with, at once.

It holds numbers of 5-grams (40 bits of each), sizes and document ids, and no words. Documents are added in
segments; a segment is merged with its neighbour when it has grown near to its size, so the cost of adding is
that of what is added, and a little more each time that the whole has grown fourfold. Segments are searched
by bisection in files that the system maps, so memory does not grow with them.

Nothing here is evidence: the folder may be deleted at any time and built again from the texts.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from muster.link.copyindex import COMMON, FEW_WORDS, SAMPLE, SHORT, sketch
from muster.model.errors import RecordError
from muster.text.shingles import U64, words_of

_FORM = "muster copy index 1"
_DOC_BITS = 24
# Segments are merged while the last is more than a quarter of the one before it, up to so many documents.
_GROWN, _MOST = 4, 300_000
# A gram that more documents of a segment hold gives the first few only.
_FIRST = COMMON
# So many texts are read at one go.
_TEXTS = 2_000
_LEAST_SHARE, _LEAST_GRAMS = 0.03, 2


@dataclass(frozen=True, slots=True)
class Likeness:
    """A document of the index that shares ``share`` of the 5-grams of the shorter of the two."""

    document: str
    share: float


@dataclass(frozen=True, slots=True)
class _Segment:
    folder: Path
    grams: U64
    sizes: NDArray[np.int32]

    def documents(self) -> list[str]:
        return (self.folder / "documents").read_text("utf-8").splitlines()

    def names(self, places: Sequence[int]) -> list[str]:
        """The ids at these places, without reading the others: each has its fixed width in the file."""
        width = int((self.folder / "width").read_text("ascii"))
        with (self.folder / "documents").open("rb") as file:
            found = []
            for place in places:
                file.seek(place * width)
                found.append(file.read(width).decode("utf-8").rstrip())
        return found


class KeptIndex:
    """The segments under ``folder``, which is made where it is not there.

    Raises RecordError where the folder holds something else.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._list = folder / "segments.json"
        if self._list.exists():
            held = json.loads(self._list.read_text("utf-8"))
            if held.get("form") != _FORM:
                raise RecordError(f"{folder} is no copy index of this version: delete the folder")
            self._names: list[str] = held["segments"]
        elif folder.exists() and any(folder.iterdir()):
            raise RecordError(f"{folder} is no copy index: name an empty folder")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            self._names = []
            self._write_list()
        self._segments = [self._open(name) for name in self._names]

    def __len__(self) -> int:
        """How many documents it holds."""
        return sum(len(s.sizes) for s in self._segments)

    def documents(self) -> Iterator[str]:
        """The ids of all documents, in the order in which they were added."""
        for segment in self._segments:
            yield from (line.rstrip() for line in segment.documents())

    def add(self, documents: Iterable[tuple[str, str]]) -> int:
        """Take in (id, body) pairs, all or, where the process is killed, none; how many. An id that is
        there already would stand twice: the caller asks ``documents`` first."""
        grams, sizes, names = _sketched(documents)
        if not names:
            return 0
        with_names = [*self._names, self._fill(grams, sizes, names)]
        self._take(with_names)
        while self._merge_last():
            pass
        return len(names)

    def candidates(self, body: str) -> list[Likeness]:
        """Documents that share runs of five words with the text, the most alike first."""
        grams, (sizes,), _ = _sketched([("", body)])
        if sizes[2] < FEW_WORDS:
            return []
        wanted = grams >> np.uint64(_DOC_BITS)
        found: list[tuple[float, int, int]] = []
        for number, segment in enumerate(self._segments):
            for place, times in _held(segment.grams, wanted).items():
                share = _share(times, sizes, segment.sizes[place])
                if times >= _LEAST_GRAMS and share >= _LEAST_SHARE:
                    found.append((-min(1.0, share), number, place))
        likely = []
        for share, number, place in sorted(found):
            likely.append(Likeness(self._segments[number].names([place])[0], -share))
        return likely

    def delete(self) -> None:
        """Remove the folder and all that is in it."""
        shutil.rmtree(self.folder)
        self._names, self._segments = [], []

    def _open(self, name: str) -> _Segment:
        folder = self.folder / name
        return _Segment(
            folder,
            _mapped(folder / "grams", np.uint64),
            np.fromfile(folder / "sizes", np.int32).reshape(-1, 3),
        )

    def _fill(self, grams: U64, sizes: NDArray[np.int32], names: Sequence[str]) -> str:
        """Write a new segment; it counts once it is listed."""
        taken = {path.name for path in self.folder.iterdir()}
        name = next(n for n in (f"s{i:06}" for i in range(len(taken) + 1)) if n not in taken)
        folder = self.folder / name
        folder.mkdir()
        grams.tofile(folder / "grams")
        sizes.tofile(folder / "sizes")
        encoded = [each.encode("utf-8") for each in names]
        width = max(map(len, encoded)) + 1
        (folder / "width").write_text(str(width), "ascii")
        with (folder / "documents").open("wb") as out:
            out.writelines(each.ljust(width - 1) + b"\n" for each in encoded)
        return name

    def _take(self, names: list[str]) -> None:
        """List these segments, and delete what is not listed any more."""
        gone = set(self._names) - set(names)
        kept = dict(zip(self._names, self._segments, strict=True))
        self._names = names
        self._write_list()
        self._segments = [kept.get(name) or self._open(name) for name in names]
        for name in gone:
            shutil.rmtree(self.folder / name)

    def _write_list(self) -> None:
        new = self._list.with_suffix(".new")
        new.write_text(json.dumps({"form": _FORM, "segments": self._names}), "utf-8")
        new.replace(self._list)

    def _merge_last(self) -> bool:
        if len(self._segments) < 2:
            return False
        one, other = self._segments[-2:]
        size = len(one.sizes)
        if size > _GROWN * len(other.sizes) or size + len(other.sizes) > _MOST:
            return False
        grams = np.concatenate([one.grams, other.grams + np.uint64(size)])
        # Two sorted runs: a stable sort merges them.
        grams.sort(kind="stable")
        names = [line.rstrip() for line in (*one.documents(), *other.documents())]
        merged = self._fill(grams, np.concatenate([one.sizes, other.sizes]), names)
        self._take([*self._names[:-2], merged])
        return True


def _sketched(documents: Iterable[tuple[str, str]]) -> tuple[U64, NDArray[np.int32], list[str]]:
    """Sorted grams with the document's place, (all grams, sampled grams, words) of each, and the ids."""
    pieces: list[U64] = []
    sizes: list[NDArray[np.int32]] = []
    names: list[str] = []
    batch: list[tuple[str, str]] = []
    length = 0
    from itertools import chain

    for one in chain(documents, [None]):
        if one is not None:
            batch.append(one)
            length += len(one[1])
        if batch and (one is None or len(batch) == _TEXTS or length > 1_000_000):
            found = words_of([body for _, body in batch])
            gram, place, sampled, distinct = sketch(found.word, found.text, len(batch), SAMPLE)
            pieces.append((gram << np.uint64(_DOC_BITS)) | (place + len(names)).astype(np.uint64))
            counted = np.bincount(place[sampled], minlength=len(batch))
            each = np.bincount(found.text, minlength=len(batch))
            sizes.append(np.stack([distinct, counted, each], axis=1).astype(np.int32))
            names.extend(name for name, _ in batch)
            batch, length = [], 0
    if not pieces:
        return np.array([], dtype=np.uint64), np.zeros((0, 3), dtype=np.int32), []
    grams = np.concatenate(pieces)
    grams.sort()
    return grams, np.concatenate(sizes), names


def _held(grams: U64, wanted: U64) -> Counter[int]:
    """How many of the wanted grams each document of a segment holds, by its place."""
    keys = wanted << np.uint64(_DOC_BITS)
    begin = np.searchsorted(grams, keys)
    stop = np.searchsorted(grams, keys | np.uint64((1 << _DOC_BITS) - 1), side="right")
    found: Counter[int] = Counter()
    for a, b in zip(begin.tolist(), stop.tolist(), strict=True):
        if b > a:
            few = grams[a : min(b, a + _FIRST)] & np.uint64((1 << _DOC_BITS) - 1)
            found.update(few.tolist())
    return found


def _share(times: int, one: NDArray[np.int32], other: NDArray[np.int32]) -> float:
    short = one[0] <= SHORT and other[0] <= SHORT
    return times / max(1, int(min(one[0], other[0]) if short else min(one[1], other[1])))


def _mapped(path: Path, dtype: type) -> NDArray:  # type: ignore[type-arg]
    if path.stat().st_size == 0:
        return np.array([], dtype=dtype)
    return np.asarray(np.memmap(path, dtype=dtype, mode="r"))


__all__ = ["KeptIndex", "Likeness"]
