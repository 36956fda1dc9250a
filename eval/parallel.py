"""The same news in three languages, told apart from its neighbours: python eval/parallel.py [FILE ...] [-v].

Without a file: ``eval/gold/parallel/news.txt``, sixty invented items, the first thirty for developing and the
others for measuring. A file of the user's own has lines "en …", "ru …", "uk …", sentences divided by " | ",
and an empty line between items. For each document and each sentence of a language the likest of all of the
other language is named; P@1 is how often that is its translation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

from results_table import Measured, digest_of, show
from scoring import Tally

from muster.link.translated import likeness_of

NEWS = Path(__file__).parent / "gold" / "parallel" / "news.txt"
Item = dict[str, list[str]]


def items(path: Path) -> list[Item]:
    """Language → sentences, for each item."""
    found: list[Item] = [{}]
    for line in path.read_text("utf-8").splitlines():
        if line[:3] in ("en ", "ru ", "uk "):
            if line[:2] in found[-1]:
                found.append({})
            found[-1][line[:2]] = [part.strip() for part in line[3:].split(" | ")]
        elif found[-1]:
            found.append({})
    return [item for item in found if item]


def ranked(queries: Sequence[str], spoken: str, texts: Sequence[str], language: str) -> Iterator[list[int]]:
    """For each query the places of the texts, the likest first."""
    score = likeness_of([(t, language) for t in texts], [(q, spoken) for q in queries])
    for place in range(len(queries)):
        yield sorted(range(len(texts)), key=lambda other: (-score(other, place), other))


def measure(path: Path = NEWS, *, verbose: bool = False) -> Iterator[Measured]:
    """Documents and sentences, each pair of languages in both directions."""
    held = items(path)
    half = len(held) // 2 if path == NEWS else len(held)
    for name, part in (("developing", held[:half]), ("measuring", held[half:])):
        if not part:
            continue
        tally = Tally()
        for one, other in permutations(("en", "ru", "uk"), 2):
            both = [item for item in part if one in item and other in item]
            pair = "-".join(sorted((one, other)))
            whole = [[" ".join(item[x]) for item in both] for x in (one, other)]
            _count(tally, f"document P@1, {pair}", whole, one, other, verbose)
            lines = [[s for item in both for s in item[x]] for x in (one, other)]
            _count(tally, f"sentence P@1, {pair}", lines, one, other, False)
        yield Measured(f"parallel {name}", "-", len(part), 0, digest_of([path]), tally.figures())


def _count(tally: Tally, metric: str, both: list[list[str]], one: str, other: str, verbose: bool) -> None:
    for place, found in enumerate(ranked(both[0], one, both[1], other)):
        tally.add(f"{one} {other} {place}", metric, bool(found) and found[0] == place, 1)
        if verbose and found[0] != place:
            print(f"{one}→{other}: {both[0][place]}\n   taken for: {both[1][found[0]]}")


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    paths = [Path(a) for a in sys.argv[1:] if a != "-v"] or [NEWS]
    return bool(show([m for path in paths for m in measure(path, verbose="-v" in sys.argv)]))


if __name__ == "__main__":
    sys.exit(main())
