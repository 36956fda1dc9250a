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
from collections.abc import Iterator
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "eval"))

import numpy as np
from name_crowds import crowd

from muster.link.name_index import candidate_places

SIZES = (10_000, 100_000, 1_000_000)
# People whose names are changed in every way.
_EACH = 500


def measured(sizes: list[int]) -> Iterator[str]:
    """A line for each size, and the exponent of the cost."""
    points = []
    for size in sizes:
        names, pairs = crowd(size, "measuring", _EACH)
        kind = np.array([what for what, _, _ in pairs])
        places = np.sort(np.array([(a, b) for _, a, b in pairs], dtype=np.int64), axis=1)
        began = time.process_time()
        left, right = candidate_places(names)
        seconds = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        found = np.isin(places @ [len(names), 1], left.astype(np.int64) * len(names) + right)
        points.append((log(len(names)), log(seconds)))
        shares = {what: float(found[kind == what].mean()) for what in dict.fromkeys(kind.tolist())}
        each = 2 * len(left) / len(names)
        yield (
            f"  {len(names):>9,} names: {seconds:7.1f} CPU seconds, {each:.1f} looked at for each, "
            f"{shares.pop('custom'):.4f} of {(kind == 'custom').sum():,} true pairs, {memory:,} MiB"
        )
        yield "    " + ", ".join(f"{what} {share:.3f}" for what, share in sorted(shares.items()))
    if len(points) > 1:
        (x, y), (last_x, last_y) = points[0], points[-1]
        yield f"  exponent {(last_y - y) / (last_x - x):.3f}"


if __name__ == "__main__":
    for line in measured([int(a) for a in sys.argv[1:]] or list(SIZES)):
        print(line, flush=True)
