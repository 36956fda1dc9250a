"""The copy index beside its peers, in one run, on the same texts.

    pip install -r bench/peers.txt                     # beside Muster: datasketch, rensa
    python bench/copies.py                             # 110,000 texts of 300 words, all methods
    python bench/copies.py --growth 10000 100000 1000000
    python bench/copies.py --kept 1000000              # the index that is kept: adding 1,000, asking for one

One thread, processor time, the making of the texts taken off. Half of the texts are in Latin and half in
Cyrillic letters, their words drawn as rarely as a language draws them (Zipf); one in eleven is a copy: cut to
40 %, sentences shuffled, 12 % of the words changed, or an excerpt of 60 words. What a method suggests counts
where it names a copy with its original. What is not installed is left out, and said.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

import numpy as np  # noqa: E402  (after the number of threads is set)

from muster.link import CopyInput  # noqa: E402
from muster.link.copyindex import SAMPLE, build, shared_grams  # noqa: E402
from muster.link.keptindex import KeptIndex  # noqa: E402

KINDS = ("cut", "shuffled", "edited", "excerpt")
_WORDS, _LINE, _LINES = 60_000, 15, 20
_EVERY = 11
# Shares (containment, Jaccard) from which a method's pair is a suggestion.
CONTAINED, JACCARD = 0.12, 0.15
Pairs = Iterator[tuple[int, int]]


def _vocabulary(letters: str, seed: int) -> list[str]:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(2, 12, _WORDS)
    drawn = rng.integers(0, len(letters), int(sizes.sum()))
    text = "".join(letters[i] for i in drawn.tolist())
    ends = np.cumsum(sizes).tolist()
    return [text[end - size : end] for end, size in zip(ends, sizes.tolist(), strict=True)]


VOCABULARIES = (_vocabulary("abcdefghijklmnopqrstuvwxyz", 1), _vocabulary("абвгдежзийклмнопрстуфхцчшщьюя", 2))
_CHANCE = np.cumsum(1 / (np.arange(_WORDS) + 8))
_CHANCE /= _CHANCE[-1]


def original_of(number: int) -> int | None:
    """The text that this one is a copy of; None for one of its own."""
    if number % _EVERY != _EVERY - 1:
        return None
    source = int(np.random.default_rng(number).integers(0, number))
    return source - (source % _EVERY == _EVERY - 1)


def body(number: int) -> str:
    """The text with this number, the same at every call."""
    source = original_of(number)
    words = _drawn(number if source is None else source)
    if source is not None:
        words = _changed(words, KINDS[number // _EVERY % len(KINDS)], number)
    return ".\n".join(" ".join(words[i : i + _LINE]) for i in range(0, len(words), _LINE))


def _drawn(number: int) -> list[str]:
    rng = np.random.default_rng([number, 7])
    places = np.searchsorted(_CHANCE, rng.random(_LINE * _LINES))
    vocabulary = VOCABULARIES[number % 2]
    return [vocabulary[i] for i in places.tolist()]


def _changed(words: list[str], how: str, number: int) -> list[str]:
    rng = np.random.default_rng([number, 9])
    if how == "cut":
        return words[: int(len(words) * 0.4)]
    if how == "shuffled":
        order = rng.permutation(_LINES).tolist()
        return [w for line in order for w in words[line * _LINE : (line + 1) * _LINE]]
    if how == "edited":
        other = _drawn(number + 1)
        keep = (rng.random(len(words)) >= 0.12).tolist()
        return [w if kept else o for w, o, kept in zip(words, other, keep, strict=True)]
    start = int(rng.integers(0, len(words) - 60))
    return words[start : start + 60]


def documents(size: int) -> Iterator[CopyInput]:
    for number in range(size):
        yield CopyInput(
            f"d{number:08}", f"s{number % 97}", str(number), None, None, None, None, "en", body(number)
        )


def muster(sample: int) -> Callable[[int], Pairs]:
    """Containment of 5-grams: one of ``sample``, 1: all."""

    def pairs(size: int) -> Pairs:
        with tempfile.TemporaryDirectory() as folder:
            index = build(lambda: documents(size), Path(folder), sample=sample)
            number = [int(m.document[1:]) for m in index.members]
            for early, late, share in shared_grams(index):
                if share >= CONTAINED:
                    yield number[early], number[late]
            for first, *others in index.groups():
                yield from ((number[first], number[other]) for other in others)

    return pairs


def rensa(size: int) -> Pairs:
    """rensa's R-MinHash of 5-grams, 128 values, 32 bands of 4, checked by estimated Jaccard."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=JACCARD, num_perm=128, num_bands=32)
    held = []
    for number in range(size):
        one = RMinHash(num_perm=128, seed=42)
        one.update(_grams(body(number)))
        for other in index.query(one):
            if held[other].jaccard(one) >= JACCARD:
                yield other, number
        index.insert(number, one)
        held.append(one)


def datasketch(size: int) -> Pairs:
    """datasketch's MinHash of 5-grams, 128 values, its LSH at the threshold."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=JACCARD, num_perm=128)
    for number in range(size):
        one = MinHash(num_perm=128)
        one.update_batch([gram.encode() for gram in _grams(body(number))])
        yield from ((int(other), number) for other in index.query(one))
        index.insert(str(number), one)


def _grams(text: str) -> list[str]:
    words = text.replace(".", "").split()
    return [" ".join(words[i : i + 5]) for i in range(len(words) - 4)]


METHODS: tuple[tuple[str, str, Callable[[int], Pairs]], ...] = (
    (f"muster, one gram of {SAMPLE}", "numpy", muster(SAMPLE)),
    ("muster, all grams", "numpy", muster(1)),
    ("rensa", "rensa", rensa),
    ("datasketch", "datasketch", datasketch),
)


@dataclass(frozen=True)
class Outcome:
    """CPU seconds without the making of the texts, and what was found of what was there."""

    seconds: float
    found: Counter[str]
    wanted: Counter[str]
    wrong: int


def making(size: int) -> float:
    """CPU seconds of making the texts alone."""
    began = time.process_time()
    for one in documents(size):
        len(one.body)
    return time.process_time() - began


def measured(method: Callable[[int], Pairs], size: int, made: float) -> Outcome:
    began = time.process_time()
    pairs = set(method(size))
    seconds = time.process_time() - began - made
    family = {n: n if (o := original_of(n)) is None else o for n in range(size)}
    right = {pair for pair in pairs if family[pair[0]] == family[pair[1]]}
    linked = {n for pair in right for n in pair}
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for number in range(_EVERY - 1, size, _EVERY):
        how = KINDS[number // _EVERY % len(KINDS)]
        wanted[how] += 1
        found[how] += number in linked
    return Outcome(seconds, found, wanted, len(pairs) - len(right))


def beside(size: int) -> Iterator[str]:
    made = making(size)
    yield f"{size:,} texts of 300 words, one in {_EVERY} a copy; making them {made:.0f} s"
    for name, needs, method in METHODS:
        if importlib.util.find_spec(needs) is None:
            yield f"  {name:<24} not installed, left out"
            continue
        got = measured(method, size, made)
        recall = got.found.total() / max(1, got.wanted.total())
        kinds = " / ".join(f"{got.found[k] / max(1, got.wanted[k]):.3f}" for k in KINDS)
        yield (
            f"  {name:<24} {size / got.seconds:>8,.0f} texts a CPU second, recall {recall:.4f} "
            f"({' / '.join(KINDS)}: {kinds}), {got.wrong:,} wrong pairs, {_memory()} MiB so far"
        )


def growth(sizes: list[int]) -> Iterator[str]:
    points = []
    for size in sizes:
        made = making(size)
        got = measured(muster(SAMPLE), size, made)
        points.append((log(size), log(got.seconds)))
        yield (
            f"  {size:>9,} texts: {got.seconds:8.1f} CPU seconds, {size / got.seconds:,.0f} a second, recall "
            f"{got.found.total() / max(1, got.wanted.total()):.4f}, {_memory()} MiB"
        )
    if len(points) > 1:
        (x, y), (last_x, last_y) = points[0], points[-1]
        yield f"  exponent {(last_y - y) / (last_x - x):.3f}"


def kept(size: int) -> Iterator[str]:
    """Fill the kept index in steps of 10,000; then add 1,000 and ask for texts one by one."""
    with tempfile.TemporaryDirectory() as name:
        index = KeptIndex(Path(name) / "kept")
        spent, made = 0.0, 0.0
        for start in range(0, size, 10_000):
            began = time.process_time()
            batch = [(f"d{n:08}", body(n)) for n in range(start, min(size, start + 10_000))]
            made += time.process_time() - began
            began = time.process_time()
            index.add(batch)
            spent += time.process_time() - began
        held = sum(path.stat().st_size for path in index.folder.rglob("*") if path.is_file())
        yield f"  {size:,} texts in steps of 10,000: {spent:.1f} CPU seconds, {held / 2**20:,.0f} MiB on disk"
        for where, folder in (("to these", index.folder), ("to none", Path(name) / "empty")):
            other = KeptIndex(folder)
            batch = [(f"e{n:08}", body(size + n)) for n in range(1_000)]
            began = time.process_time()
            other.add(batch)
            yield f"  adding 1,000 {where}: {time.process_time() - began:.2f} CPU seconds"
        index = KeptIndex(index.folder)
        times, found = [], 0
        asked = list(range(_EVERY - 1, size, _EVERY * max(1, size // _EVERY // 300)))[:300]
        for number in asked:
            one = body(number)
            began = time.perf_counter()
            likely = index.candidates(one)
            times.append(time.perf_counter() - began)
            found += any(x.document == f"d{original_of(number):08}" for x in likely)
        times.sort()
        yield (
            f"  asking for one text: median {1e3 * times[len(times) // 2]:.1f} ms, 95 % under "
            f"{1e3 * times[int(len(times) * 0.95)]:.1f} ms; {found} of {len(asked)} originals named; "
            f"{_memory()} MiB at most"
        )


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=110_000)
    parser.add_argument("--growth", type=int, nargs="+")
    parser.add_argument("--kept", type=int)
    given = parser.parse_args()
    lines = growth(given.growth) if given.growth else kept(given.kept) if given.kept else beside(given.size)
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
