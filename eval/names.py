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
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract
from results_table import Measured, digest_of, show
from scoring import Tally

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


def _count(tally: Tally, scored: list[tuple[float, bool]], least: float, what: str) -> None:
    """F1 and precision of the pairs that score at least so much; they are drawn one by one."""
    for number, (score, label) in enumerate(scored):
        found = score >= least
        tally.add(str(number), f"{what}, F1", found and label, label, found)
        if found:
            tally.add(str(number), f"{what}, precision", label, 1)


def lookup(pairs: list[Pair], tally: Tally) -> float:
    """Counts which true pairs of full names are looked at; the names looked at for each, on average."""
    names = sorted({n for a, b, _ in pairs for n in (a, b)})
    place = {name: at for at, name in enumerate(names)}
    found = set(candidates(names))
    for number, (a, b, label) in enumerate(pairs):
        if label and a != b and min(len(name_words(a)), len(name_words(b))) > 1:
            pair = min(place[a], place[b]), max(place[a], place[b])
            tally.add(str(number), "true pairs looked at", pair in found, 1)
    return 2 * len(found) / len(names)


def measure(folder: Path) -> Iterator[Measured]:
    """Both sets; prints speed and the best threshold, which are no floors."""
    files = {
        "names world": [folder / "world_name_bench/cases.csv"],
        "names wikidata": sorted((folder / "wikidata_russian").glob("wd_russian_*")),
    }
    for name, pairs in (("names world", world(folder)), ("names wikidata", wikidata(folder))):
        started = time.process_time()
        scored = [(compare_names(a, b).score, label) for a, b, label in pairs]
        spent = time.process_time() - started
        tally = Tally()
        _count(tally, scored, LIKELY, "shown")
        _count(tally, scored, SAME, "joined")
        looked_at = lookup(pairs, tally)
        print(f"\n{name}: {len(pairs) / spent:.0f} pairs a second with new names, {looked_at:.1f} looked at")
        right = sum(label for _, label in scored)
        yield Measured(name, "-", len(pairs), right, digest_of(files[name]), tally.figures(), unit="pairs")


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    return bool(show(measure(Path(sys.argv[1]))))


if __name__ == "__main__":
    sys.exit(main())
