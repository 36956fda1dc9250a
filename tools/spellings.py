"""Learn which Latin letters stand for which Russian ones: python tools/spellings.py FOLDER.

FOLDER holds ``wd_russian_64``, the training part of the name pairs of Merhav & Ash (2018), "Design
challenges in named entity transliteration" (COLING; MIT licence). Joint chunks of one to four Latin and
none to two Russian letters by expectation–maximisation (Jiampojamarn, Kondrak & Sherif 2007, "many-to-many
alignments"); what is kept goes to ``src/muster/text/data/spellings.tsv``: Latin chunk, Russian chunk, cost
in hundredths of a nat. The cost is the mean of both conditional ones, -½ (ln p(Russian | Latin) + ln
p(Latin | Russian)); ``^`` and ``$`` are the ends of a word. Needs numba. The same bytes every time.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numba
import numpy as np

OUT = Path(__file__).parents[1] / "src/muster/text/data/spellings.tsv"
_BUCKETS = 1 << 23
_ROUNDS = 8
_LATIN, _RUSSIAN = 4, 2
# A chunk seen less often than this is not worth its line.
_LEAST = 6.0
_HEADER = """# How Latin letters stand for Russian ones in names: Latin chunk, Russian chunk, cost in
# hundredths of a nat. Made by tools/spellings.py from wd_russian_64 of Merhav & Ash 2018
# (steveash/NETransliteration- COLING2018 on GitHub); its pairs come from Wikidata (CC0). The licence of
# that set (MIT): Copyright 2018 Amazon.com
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
# associated documentation files (the "Software"), to deal in the Software without restriction, including
# without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
# following conditions:
# The above copyright notice and this permission notice shall be included in all copies or substantial
# portions of the Software.
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
# LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO
# EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
# IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR
# THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def words(folder: Path) -> list[tuple[str, str]]:
    """Pairs of the training part that are letters throughout, with the marks of both ends."""
    from muster.text.scripts import fold

    found = []
    for line in (folder / "wd_russian_64").read_text(encoding="utf-8").splitlines():
        latin, russian, _ = line.split("\t")
        latin, russian = fold(latin), fold(russian.replace(" ", ""))
        if latin.isalpha() and russian.isalpha() and 2 <= len(latin) <= 16 and 2 <= len(russian) <= 16:
            found.append((f"^{latin}$", f"^{russian}$"))
    return sorted(set(found))


@numba.njit(cache=False)  # type: ignore[misc]
def _round(left: Any, right: Any, edges: Any, chance: Any, counts: Any, longest: int) -> float:
    """One pass of forward–backward over all pairs; expected counts are added to ``counts``."""
    total = 0.0
    buckets = len(chance)
    for k in range(len(edges)):
        a0, a1, b0, b1 = edges[k]
        n, m = a1 - a0, b1 - b0
        if n > longest or m > longest:
            continue
        forward = np.zeros((n + 1, m + 1))
        backward = np.zeros((n + 1, m + 1))
        forward[0, 0] = 1.0
        backward[n, m] = 1.0
        for i in range(n + 1):
            for j in range(m + 1):
                here = forward[i, j]
                if here > 0:
                    key = np.int64(7)
                    for di in range(1, min(4, n - i) + 1):
                        key = key * 131 + left[a0 + i + di - 1] + 1
                        deep = key * 1009
                        for dj in range(min(2, m - j) + 1):
                            if dj:
                                deep = deep * 137 + right[b0 + j + dj - 1] + 1
                            forward[i + di, j + dj] += here * chance[deep % buckets]
        whole = forward[n, m]
        if whole <= 0:
            continue
        total += np.log(whole)
        for i in range(n - 1, -1, -1):
            for j in range(m, -1, -1):
                key = np.int64(7)
                value = 0.0
                for di in range(1, min(4, n - i) + 1):
                    key = key * 131 + left[a0 + i + di - 1] + 1
                    deep = key * 1009
                    for dj in range(min(2, m - j) + 1):
                        if dj:
                            deep = deep * 137 + right[b0 + j + dj - 1] + 1
                        step = chance[deep % buckets] * backward[i + di, j + dj]
                        value += step
                        counts[deep % buckets] += forward[i, j] * step / whole
                backward[i, j] = value
    return total


def _bucket(latin: str, russian: str, codes: dict[str, int]) -> int:
    key = 7
    for sign in latin:
        key = key * 131 + codes[sign] + 1
    key *= 1009
    for sign in russian:
        key = key * 137 + codes[sign] + 1
    return key % _BUCKETS


def learn(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Expected counts of (Latin chunk, Russian chunk)."""
    signs = sorted({c for a, b in pairs for c in a + b})
    codes = {sign: n for n, sign in enumerate(signs)}
    left = np.array([codes[c] for a, _ in pairs for c in a], np.int64)
    right = np.array([codes[c] for _, b in pairs for c in b], np.int64)
    stops_a, stops_b = np.cumsum([len(a) for a, _ in pairs]), np.cumsum([len(b) for _, b in pairs])
    edges = np.stack([np.r_[0, stops_a[:-1]], stops_a, np.r_[0, stops_b[:-1]], stops_b], axis=1).astype(
        np.int64
    )
    shapes: dict[int, tuple[str, str]] = {}
    for a, b in pairs:
        for i in range(len(a)):
            for di in range(1, min(_LATIN, len(a) - i) + 1):
                # Letters of one pair stand at much the same place.
                middle = i * len(b) // len(a)
                for j in range(max(0, middle - 4), min(len(b), middle + 4) + 1):
                    for dj in range(min(_RUSSIAN, len(b) - j) + 1):
                        chunk = (a[i : i + di], b[j : j + dj])
                        shapes[_bucket(*chunk, codes)] = chunk
    chance = np.zeros(_BUCKETS)
    for bucket, (a, b) in shapes.items():
        # Begin with short chunks likelier than long ones, and a dropped letter unlikely.
        chance[bucket] = 0.02 ** (len(a) + len(b) - 1) * (0.05 if not b else 1.0)
    for number in range(_ROUNDS):
        counts = np.zeros(_BUCKETS)
        total = _round(left, right, edges, chance, counts, 18)
        # Long chunks pay for what they save, else every common ending becomes one.
        chance = counts / counts.sum()
        print(f"round {number + 1}: {total:,.0f}", file=sys.stderr)
    return {shapes[b]: float(counts[b]) for b in np.flatnonzero(counts > 0.5).tolist() if b in shapes}


def costs(counts: dict[tuple[str, str], float]) -> dict[tuple[str, str], int]:
    """Costs of the chunks worth keeping; one that its parts spell as cheaply is left out."""
    latin: dict[str, float] = defaultdict(float)
    russian: dict[str, float] = defaultdict(float)
    for (a, b), n in counts.items():
        latin[a] += n
        russian[b] += n
    table = {
        (a, b): round(-50 * (np.log(n / latin[a]) + np.log(n / russian[b])))
        for (a, b), n in counts.items() if n >= _LEAST
    }  # fmt: skip
    kept: dict[tuple[str, str], int] = {}
    for (a, b), cost in sorted(table.items(), key=lambda row: (len(row[0][0]) + len(row[0][1]), row[0])):
        if len(a) == 1 or _spelt(a, b, kept) > cost + 20:
            kept[a, b] = cost
    return kept


def _spelt(a: str, b: str, table: dict[tuple[str, str], int]) -> float:
    """The cost of the pair by chunks of the table."""
    best = {(0, 0): 0.0}
    for i in range(len(a)):
        for j in range(len(b) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for di in range(1, len(a) - i + 1):
                for dj in range(len(b) - j + 1):
                    cost = table.get((a[i : i + di], b[j : j + dj]))
                    if cost is not None:
                        best[i + di, j + dj] = min(best.get((i + di, j + dj), 1e9), here + cost)
    return best.get((len(a), len(b)), 1e9)


def main() -> int:
    """The command line above."""
    table = costs(learn(words(Path(sys.argv[1]))))
    lines = [f"{a}\t{b}\t{cost}" for (a, b), cost in sorted(table.items())]
    OUT.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} chunks", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
