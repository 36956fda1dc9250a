"""Score the comparison of names: ``python eval/names.py DATA`` where DATA holds the name sets.

Sets: the world-wide benchmark's people, and full names made from the Wikidata tokens with a fixed seed. There
a true pair is a given name and a surname in Latin and in Russian letters; a false one keeps the given name
and takes another surname at edit distance 1-2, or keeps the surname and takes another given name.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from muster.text.names import compare_names, name_keys

Pair = tuple[str, str, bool]


def world(folder: Path, schema: str = "Person") -> list[Pair]:
    """The labelled pairs of one schema."""
    with (folder / "world_name_bench/cases.csv").open(encoding="utf-8", newline="") as f:
        return [
            (r["name1"], r["name2"], r["is_match"] == "true")
            for r in csv.DictReader(f)
            if r["schema"] == schema
        ]


def wikidata(folder: Path, size: int = 2_000, seed: int = 7) -> list[Pair]:
    """``size`` pairs of full names, half of them true."""
    tokens = []
    for path in sorted((folder / "wikidata_russian").glob("wd_russian_*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            latin, russian, count = line.split("\t")
            tokens.append((latin, russian.replace(" ", ""), int(count)))
    tokens = sorted(t for t in tokens if len(t[0]) > 2 and len(t[1]) > 2)
    given = [t for t in tokens if t[2] >= 20]
    surnames = [t for t in tokens if t[2] <= 20]
    rng = random.Random(seed)
    pairs: list[Pair] = []
    russian_surnames = [t[1] for t in rng.sample(surnames, 8_000)]
    for number in range(size):
        g, s = rng.choice(given), rng.choice(surnames)
        latin = f"{g[0].title()} {s[0].title()}"
        if number % 2 == 0:
            pairs.append((latin, f"{g[1].title()} {s[1].title()}", True))
            continue
        if number % 4 == 1:
            other = rng.choice([t for t in rng.sample(given, 20) if t[1] != g[1]])
            pairs.append((latin, f"{other[1].title()} {s[1].title()}", False))
            continue
        near = [
            w
            for w, d, _ in extract(
                s[1], russian_surnames, scorer=Levenshtein.distance, limit=5, score_cutoff=2
            )
            if d
        ]
        if near:
            pairs.append((latin, f"{g[1].title()} {near[0].title()}", False))
    return pairs


def figures(pairs: list[Pair], threshold: float) -> tuple[float, float, float]:
    """Precision, recall, F1 at a threshold."""
    tp = fp = fn = 0
    for a, b, label in pairs:
        found = compare_names(a, b).score >= threshold
        tp += found and label
        fp += found and not label
        fn += (not found) and label
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return p, r, 2 * p * r / max(1e-9, p + r)


def blocking(pairs: list[Pair]) -> tuple[float, float]:
    """Share of true pairs that share a key; candidates per name among all names of the set."""
    names = sorted({n for a, b, _ in pairs for n in (a, b)})
    holders: dict[str, set[str]] = {}
    for name in names:
        for key in name_keys(name):
            holders.setdefault(key, set()).add(name)
    true = [(a, b) for a, b, label in pairs if label]
    kept = sum(bool(set(name_keys(a)) & set(name_keys(b))) for a, b in true)
    sizes = [
        len(set().union(*(holders[k] for k in name_keys(n)))) if name_keys(n) else 0 for n in names[:1000]
    ]
    return kept / len(true), sum(sizes) / len(sizes)


def main() -> None:
    folder = Path(sys.argv[1])
    for title, pairs in (("world people", world(folder)), ("wikidata full names", wikidata(folder))):
        started = time.process_time()
        for a, b, _ in pairs:
            compare_names(a, b)
        spent = time.process_time() - started
        rows = [(figures(pairs, t / 100), t / 100) for t in range(40, 100, 5)]
        best = max(rows, key=lambda r: r[0][2])
        print(title, len(pairs), "pairs", f"{len(pairs) / spent:.0f} pairs/s cold")
        for (p, r, f), t in [(figures(pairs, 0.7), 0.7), (figures(pairs, 0.75), 0.75), best]:
            print(f"  at {t:.2f}: P {p:.3f} R {r:.3f} F1 {f:.3f}")
        recall, candidates = blocking(pairs)
        print(f"  blocking recall {recall:.3f}, {candidates:.1f} candidates a name")


if __name__ == "__main__":
    main()
