"""How the cost of something grows with its size, measured so that a busy machine cannot fail a test.

Another process on the core, a cold cache or the garbage collector of a long test run only ever add to a
time. So the collector is off while the clock runs, and a ratio that is too high is measured again: noise
goes away on the second or third look, a quadratic reader does not.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

# Below this many seconds a ratio is one of clock ticks.
_SHORTEST = 0.02
_LOOKS = 4


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call, the garbage collector off."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        if collecting:
            gc.enable()


def growth(cost: Callable[[int], float], small: int, large: int, *, most: float) -> float:
    """``cost(large) / cost(small)``: of up to four looks the first not above ``most``, or the least.

    ``cost`` gives CPU seconds for a size (``seconds`` measures them). Each look takes sizes that were not
    seen before, since what was found in a text is remembered for its next reader.
    """
    least = float("inf")
    for look in range(_LOOKS):
        begun = max(cost(small + look), _SHORTEST)
        least = min(least, cost(large + look) / begun)
        if least <= most:
            break
    return least


def soon(work: Callable[[], object], *, most: float) -> float:
    """CPU seconds of ``work``: of up to four calls the first that is not above ``most``, or the least."""
    least = float("inf")
    for _ in range(_LOOKS):
        least = min(least, seconds(work))
        if least <= most:
            break
    return least
