"""Looking up names: which pairs are compared at all, as names grow.

    python bench/names.py [SIZE ...]        10,000, 100,000 and 1,000,000 where none is given

The names are made up (``eval/name_crowds.py``): each person in two spellings, Russian, Ukrainian or Latin,
and among them pairs that differ by a case form, initials, a slip of the pen and so on. Said are processor
time without the making of the names, how many are looked at for each, the share of the true pairs among
them, all and by kind of difference, and memory.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "eval"))

from name_crowds import crowd

from muster.link.name_index import candidates

SIZES = (10_000, 100_000, 1_000_000)
# People whose names are changed in every way.
_EACH = 500


def measured(sizes: list[int]) -> Iterator[str]:
    """A line for each size, and the exponent of the cost."""
    points = []
    for size in sizes:
        names, pairs = crowd(size, "measuring", _EACH)
        kinds: dict[tuple[int, int], str] = {(min(a, b), max(a, b)): kind for kind, a, b in pairs}
        looked_at, found = 0, Counter[str]()
        began = time.process_time()
        for pair in candidates(names):
            looked_at += 1
            if pair in kinds:
                found[kinds[pair]] += 1
        seconds = time.process_time() - began
        points.append((log(len(names)), log(seconds)))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        true = Counter(kinds.values())
        yield (
            f"  {len(names):>9,} names: {seconds:7.1f} CPU seconds, {2 * looked_at / len(names):.1f} looked "
            f"at for each, {found['custom'] / true['custom']:.4f} of {true['custom']:,} true pairs, "
            f"{memory:,} MiB"
        )
        yield "    " + ", ".join(
            f"{kind} {found[kind] / true[kind]:.3f}" for kind in true if kind != "custom"
        )
    if len(points) > 1:
        (x, y), (last_x, last_y) = points[0], points[-1]
        yield f"  exponent {(last_y - y) / (last_x - x):.3f}"


if __name__ == "__main__":
    for line in measured([int(a) for a in sys.argv[1:]] or list(SIZES)):
        print(line, flush=True)
