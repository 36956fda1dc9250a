"""Looking up names: which pairs are compared at all, as names grow.

    python bench/names.py [SIZE ...]        10,000, 100,000 and 1,000,000 where none is given

The names are made up (``many`` in ``eval/name_sets.py``): each person in two spellings, Russian, Ukrainian
or Latin. Said are processor time without the making of the names, how many are looked at for each, the share
of the true pairs among them, and memory.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "eval"))

from name_sets import many

from muster.link.people import candidates

SIZES = (10_000, 100_000, 1_000_000)


def measured(sizes: list[int]) -> Iterator[str]:
    """A line for each size, and the exponent of the cost."""
    points = []
    for size in sizes:
        names, true = many(size)
        wanted = set(true)
        began = time.process_time()
        looked_at = found = 0
        for pair in candidates(names):
            looked_at += 1
            found += pair in wanted
        seconds = time.process_time() - began
        points.append((log(len(names)), log(seconds)))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        each = 2 * looked_at / len(names)
        yield (
            f"  {len(names):>9,} names: {seconds:7.1f} CPU seconds, {each:.1f} looked at for each, "
            f"{found / len(wanted):.4f} of {len(wanted):,} true pairs, {memory:,} MiB"
        )
    if len(points) > 1:
        (x, y), (last_x, last_y) = points[0], points[-1]
        yield f"  exponent {(last_y - y) / (last_x - x):.3f}"


if __name__ == "__main__":
    for line in measured([int(a) for a in sys.argv[1:]] or list(SIZES)):
        print(line, flush=True)
