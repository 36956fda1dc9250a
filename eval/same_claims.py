"""Which claim does a post repeat? MAP@5 and P@1 of the lexical matcher.

    python eval/same_claims.py [FILE] [-v]

Without a file: ``eval/gold/parallel/claims.txt``, invented claims with a post for each in other words, the
first half for developing, the second for measuring; every post is asked among all claims. ``-v`` shows what
was wrong in the first half.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from results_table import Measured, digest_of, show
from scoring import Tally

from muster.link.claims import ClaimIndex, Said

CLAIMS = Path(__file__).parent / "gold" / "parallel" / "claims.txt"


def pairs(path: Path) -> list[tuple[str, str]]:
    """(claim, post) in their order."""
    claims, posts = [], []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("claim "):
            claims.append(line[6:])
        elif line.startswith("post "):
            posts.append(line[5:])
    return list(zip(claims, posts, strict=True))


def measure(path: Path = CLAIMS, *, verbose: bool = False) -> Iterator[Measured]:
    """Mean average precision of the first five (one right answer: 1 / its place), and the first right."""
    held = pairs(path)
    index = ClaimIndex(Said(f"c{n:04}", claim, "en") for n, (claim, _) in enumerate(held))
    for half, name in enumerate(("developing", "measuring")):
        tally = Tally()
        part = range(half * len(held) // 2, (half + 1) * len(held) // 2)
        for number in part:
            found = [x.claim for x in index.likest(Said("post", held[number][1], "en"))]
            place = found.index(f"c{number:04}") if f"c{number:04}" in found else None
            # A reciprocal place in sixtieths: 1, 1/2, 1/3, 1/4, 1/5 are whole numbers of them.
            tally.add(str(number), "MAP@5", 60 // (place + 1) if place is not None else 0, 60)
            tally.add(str(number), "P@1", place == 0, 1)
            if verbose and place != 0 and not half:
                print(place, held[number][1], "=>", held[int(found[0][1:])][0] if found else "nothing")
        yield Measured(
            f"same claim {name}", "-", len(part), len(held), digest_of([path]), tally.figures(), unit="posts"
        )


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    paths = [Path(a) for a in sys.argv[1:] if a != "-v"] or [CLAIMS]
    return bool(show([m for path in paths for m in measure(path, verbose="-v" in sys.argv)]))


if __name__ == "__main__":
    sys.exit(main())
