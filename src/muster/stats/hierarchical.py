"""All hierarchical log-linear models of 2 to 5 lists: which interactions a model may hold.

A model is a set of masks of lists closed under taking subsets; it always has the empty mask (the intercept)
and every single list, never the interaction of all lists (no table without the missing cell can tell it).
1, 8, 113 and 6,893 models for 2 to 5 lists.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from muster.model.errors import Refused

MOST_LISTS = 5
Model = frozenset[int]
Numbers = NDArray[np.float64]


@lru_cache(maxsize=8)
def hierarchical(number: int) -> tuple[Model, ...]:
    """Every model, as the set of its masks, smaller models first. Raises Refused for more than 5 lists."""
    if not 2 <= number <= MOST_LISTS:
        raise Refused(
            f"all log-linear models are fitted for 2 to {MOST_LISTS} lists; of {number} there are too many",
            next_step="merge lists that were made together, or average over graphs",
        )
    base = frozenset([0, *(1 << i for i in range(number))])
    found = {base}
    whole = 2**number - 1
    masks = sorted(range(1, whole), key=lambda m: (m.bit_count(), m))
    for mask in (m for m in masks if m.bit_count() > 1):
        below = [mask & ~(1 << i) for i in range(number) if mask >> i & 1]
        found |= {model | {mask} for model in found if all(b in model for b in below)}
    return tuple(sorted(found, key=lambda m: (len(m), sorted(m))))


def generators(model: Model) -> list[int]:
    """The masks that are not inside another mask of the model, in order."""
    top = [a for a in model if a and not any(a != b and a & b == a for b in model)]
    return sorted(top, key=lambda a: ([-a.bit_count()], [i for i in range(a.bit_length()) if a >> i & 1]))


def written(model: Model, names: tuple[str, ...]) -> str:
    """The model by its generators: ``[EXH ABA OSCE][EXH HRW]``."""
    return "".join(f"[{' '.join(n for i, n in enumerate(names) if a >> i & 1)}]" for a in generators(model))


def from_generators(number: int, tops: list[int]) -> Model:
    """The smallest model that holds ``tops`` and every single list."""
    model = {0, *(1 << i for i in range(number))}
    for top in tops:
        sub = top
        while sub:
            model.add(sub)
            sub = (sub - 1) & top
    return frozenset(model)


def subset_sums(values: Numbers) -> Numbers:
    """Along the last axis (2**L): each mask's sum over its subsets; a linear predictor from parameters."""
    return _sums(values, upwards=True)


def superset_sums(values: Numbers) -> Numbers:
    """Along the last axis (2**L): each mask's sum over its supersets; margins from counts."""
    return _sums(values, upwards=False)


def _sums(values: Numbers, *, upwards: bool) -> Numbers:
    out = np.array(values, dtype=float)
    size, flat = out.shape[-1], out.reshape(-1, out.shape[-1])
    step = 1
    while step < size:
        halves = flat.reshape(flat.shape[0], -1, 2, step)
        if upwards:
            halves[:, :, 1] += halves[:, :, 0]
        else:
            halves[:, :, 0] += halves[:, :, 1]
        step *= 2
    return flat.reshape(out.shape)


__all__ = [
    "MOST_LISTS", "Model", "from_generators", "generators", "hierarchical", "subset_sums", "superset_sums",
    "written",
]  # fmt: skip
