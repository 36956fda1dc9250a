"""Muster's comparison of names beside its peers, in one run on the same pairs.

    pip install -r bench/peers.txt      # beside Muster; what is not installed is named and left out
    python bench/name_peers.py [DATA]   # DATA holds the public sets of names; without it, our own only

Each scorer takes the threshold that is best for it on one half of a set, and F1 is of the other half: the
developing and the measuring half of our own sets, two pairs of four of the public ones. "Fixed" is the
scorer's own default. Pairs a second of processor time, one process, every pair new.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "eval"))

from name_sets import HALVES, phenomena, spelled
from names import wikidata, world

Score = Callable[[str, str], float]
Labelled = list[tuple[str, str, bool]]


def muster() -> tuple[Score, float]:
    """Muster's score and its default."""
    from muster.text.names.names import SAME, compare_names

    return (lambda a, b: compare_names(a, b).score), SAME


def jaro_winkler() -> tuple[Score, float]:
    """Jaro-Winkler of words in Latin letters, each with the best of the other name's; 0.7 is the default of
    those who use it for names."""
    from anyascii import anyascii
    from rapidfuzz.distance import JaroWinkler

    def score(a: str, b: str) -> float:
        left, right = (anyascii(name).lower().split() for name in (a, b))
        if not left or not right:
            return 0.0
        short, long = sorted((left, right), key=len)
        found, taken, used = [], set[int](), set[int]()
        places = product(range(len(short)), range(len(long)))
        ranked = sorted((-JaroWinkler.similarity(short[i], long[j]), i, j) for i, j in places)
        for value, i, j in ranked:
            if i not in taken and j not in used:
                taken.add(i)
                used.add(j)
                found.append(-value)
        return sum(found) / len(found)

    return score, 0.7


def logic_v2() -> tuple[Score, float]:
    """nomenklatura's logic-v2 on two people who have a name and nothing else; it remembers names by the id of
    an entity, so every pair has ids of its own."""
    from followthemoney import model
    from nomenklatura.matching.logic_v2.model import LogicV2

    config = LogicV2.default_config()
    number = 0

    def person(name: str) -> object:
        nonlocal number
        number += 1
        return model.get_proxy({"id": f"n{number}", "schema": "Person", "properties": {"name": [name]}})

    return (lambda a, b: float(LogicV2.compare(person(a), person(b), config).score)), 0.7


SCORERS: dict[str, Callable[[], tuple[Score, float]]] = {
    "muster": muster,
    "jaro-winkler, word by word": jaro_winkler,
    "nomenklatura logic-v2": logic_v2,
}


def sets(data: Path | None) -> Iterator[tuple[str, Labelled, Labelled]]:
    """Name, pairs to choose a threshold on, pairs to measure on."""
    for name, made in (("spelled", spelled), ("phenomena", phenomena)):
        one, other = ([(p.a, p.b, p.label) for p in made(half)] for half in HALVES)
        yield name, one, other
    if data is not None:
        for name, pairs in (("wikidata", wikidata(data)), ("world", world(data))):
            halves: tuple[Labelled, Labelled] = [], []
            for number, pair in enumerate(pairs):
                halves[number // 2 % 2].append(pair)
            yield name, *halves


def f1(scored: list[tuple[float, bool]], least: float) -> float:
    """Harmonic mean of precision and recall of what scores so much or more."""
    found = sum(score >= least for score, _ in scored)
    right = sum(score >= least and label for score, label in scored)
    return 2 * right / max(1, found + sum(label for _, label in scored))


def main(data: Path | None) -> None:
    """A line a scorer and set."""
    for name, ready in SCORERS.items():
        try:
            score, default = ready()
        except ImportError as missing:
            print(f"{name}: not installed ({missing})")
            continue
        for what, choosing, measuring in sets(data):
            chosen = [(score(a, b), label) for a, b, label in choosing]
            began = time.process_time()
            scored = [(score(a, b), label) for a, b, label in measuring]
            speed = len(measuring) / (time.process_time() - began)
            best = max(sorted({value for value, _ in chosen}), key=lambda least: f1(chosen, least))
            print(
                f"{name:28} {what:10} {len(measuring):5} pairs: F1 {f1(scored, best):.3f} at {best:.2f}, "
                f"fixed {default:.2f} {f1(scored, default):.3f}, {speed:,.0f} pairs/s",
                flush=True,
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
