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
import tomllib
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from muster.link.people import candidates
from muster.text.name_parts import name_words
from muster.text.names import LIKELY, SAME, compare_names

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


def lookup(pairs: list[Pair]) -> tuple[float, float]:
    """Share of the true pairs of full names that are looked at; names looked at for each, on average."""
    names = sorted({n for a, b, _ in pairs for n in (a, b)})
    place = {name: at for at, name in enumerate(names)}
    found = set(candidates(names))
    true = [
        tuple(sorted((place[a], place[b])))
        for a, b, label in pairs
        if label and a != b and min(len(name_words(a)), len(name_words(b))) > 1
    ]
    return sum(pair in found for pair in true) / len(true), 2 * len(found) / len(names)


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    folder = Path(sys.argv[1])
    below = []
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["names"]
    for title, pairs in (("world", world(folder)), ("wikidata", wikidata(folder))):
        started = time.process_time()
        for a, b, _ in pairs:
            compare_names(a, b)
        spent = time.process_time() - started
        best = max((figures(pairs, t / 100)[2], t / 100) for t in range(40, 100, 5))
        print(f"{title}: {len(pairs)} pairs, {len(pairs) / spent:.0f} a second with every name new")
        for p, r, f, t in [(*figures(pairs, t), t) for t in (LIKELY, SAME)]:
            print(f"  at {t:.2f}: P {p:.3f} R {r:.3f} F1 {f:.3f}")
        print(f"  best F1 {best[0]:.3f} at {best[1]:.2f}")
        recall, looked_at = lookup(pairs)
        print(f"  lookup recall {recall:.3f}, {looked_at:.1f} candidates a name")
        measured = {
            f"{title}_shown_f1": figures(pairs, LIKELY)[2],
            f"{title}_joined_precision": figures(pairs, SAME)[0],
            f"{title}_lookup_recall": recall,
        }
        below += [f"{k} {v:.3f} < {floors[k]}" for k, v in measured.items() if v < floors.get(k, 0.0)]
    print("\n".join(below) or "no floor is broken")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
