"""Score the comparison of names: ``python eval/names.py DATA`` where DATA holds the name sets.

Our own sets first (``name_sets``): people in many spellings, phenomena, pairs written by hand, organisations,
military units. Then the world-wide benchmark's people, and full names made from Wikidata tokens with a
fixed seed, of the parts from which no spelling was learned: a true pair is a given name and a surname in
Latin and in Russian letters; a false one keeps the given name and takes another surname at edit distance
1-2, or keeps the surname and takes another given name.
"""

from __future__ import annotations

import csv
import hashlib
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from name_crowds import crowd
from name_sets import HALVES, by_hand, many, phenomena, spelled
from name_sets import Pair as LabelledPair
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract
from results_table import Measured, digest_of, show
from scoring import Tally

from muster.link.name_index import candidates
from muster.text.names.bodies import compare_bodies
from muster.text.names.names import LIKELY, SAME, NameComparison, compare_names
from muster.text.names.parts import name_words
from muster.text.names.units import compare_units

Pair = tuple[str, str, bool]


def world(folder: Path, schema: str = "Person") -> list[Pair]:
    """The labelled pairs of one schema."""
    with (folder / "world_name_bench/cases.csv").open(encoding="utf-8", newline="") as f:
        return [
            (r["name1"], r["name2"], r["is_match"] == "true")
            for r in csv.DictReader(f)
            if r["schema"] == schema
        ]


def unlearned(folder: Path) -> list[Path]:
    """The parts of the token pairs that ``tools/spellings.py`` does not learn from."""
    return [folder / "wikidata_russian" / name for name in ("wd_russian_16", "wd_russian_20")]


def wikidata(folder: Path, size: int = 2_000, seed: int = 7) -> list[Pair]:
    """``size`` pairs of full names, half of them true."""
    tokens = []
    for path in unlearned(folder):
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


def own() -> Iterator[Measured]:
    """The sets of ``name_sets``."""
    for half in HALVES:
        for name, pairs in (("spelled", spelled(half)), ("phenomena", phenomena(half))):
            yield _own(f"names {name}, {half}", pairs, compare_names, SAME)
    for name, compare, least in (
        ("people", compare_names, SAME), ("organisations", compare_bodies, LIKELY), ("units", compare_units,
        SAME)
    ):  # fmt: skip
        yield _own(f"names by hand, {name}", by_hand(name), compare, least)
    names, true = many(6_000)
    found, tally = set(candidates(names)), Tally()
    for number, pair in enumerate(true):
        tally.add(str(number), "true pairs looked at", pair in found, 1)
    print(f"\nnames made up: {2 * len(found) / len(names):.1f} looked at for each of {len(names)}")
    yield Measured("names made up", "-", len(true), len(true), _digest(names), tally.figures(), unit="pairs")
    yield from _crowds()


def _crowds() -> Iterator[Measured]:
    """Which true pairs are looked at among 20,000 other names, by how the two names differ."""
    for half in HALVES:
        names, pairs = crowd(20_000, half, 300)
        found, all_, kinds = set(candidates(names)), Tally(), Tally()
        for number, (kind, a, b) in enumerate(pairs):
            seen = (min(a, b), max(a, b)) in found
            all_.add(str(number), "true pairs looked at", seen, 1)
            kinds.add(str(number), f"pairs looked at, {kind}", seen, 1)
        each = 2 * len(found) / len(names)
        print(f"\nnames in a crowd, {half}: {each:.1f} looked at for each of {len(names)}")
        digest = _digest(names)
        yield Measured(
            f"names in a crowd, {half}",
            "-",
            len(pairs),
            len(pairs),
            digest,
            all_.figures(),
            kinds.figures(),
            unit="pairs",
        )


def _own(
    name: str,
    pairs: Sequence[LabelledPair],
    compare: Callable[[str, str], NameComparison],
    least: float,
) -> Measured:
    """One set at its fixed threshold: F1, precision, and the share that is right by what the pair tests."""
    tally, kinds = Tally(), Tally()
    started = time.process_time()
    scored = [(compare(pair.a, pair.b).score, pair.label) for pair in pairs]
    print(f"\n{name}: {len(pairs) / (time.process_time() - started):.0f} pairs a second with new names")
    _count(tally, scored, least, "joined" if least == SAME else "shown")
    for number, (pair, (score, label)) in enumerate(zip(pairs, scored, strict=True)):
        kinds.add(str(number), f"pairs told, {pair.slice}", (score >= least) == label, 1)
    right = sum(pair.label for pair in pairs)
    told = kinds.figures() if name == "names phenomena, measuring" else ()
    return Measured(name, "-", len(pairs), right, _digest(pairs), tally.figures(), told, unit="pairs")


def _digest(made: Sequence[object]) -> str:
    """The first 16 digits of the SHA-256 of what a builder made."""
    return hashlib.sha256("\n".join(map(repr, made)).encode()).hexdigest()[:16]


def measure(folder: Path) -> Iterator[Measured]:
    """Every set; prints speed and how many are looked at, which are no floors."""
    yield from own()
    files = {
        "names world": [folder / "world_name_bench/cases.csv"],
        "names wikidata": unlearned(folder),
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
