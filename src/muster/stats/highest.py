"""What if the highest interaction is not nothing? (Aleshin-Guendel, Sadinle and Wakefield 2024)

No table tells the interaction of all lists together, because the cell it would need is the one nobody saw.
Given the seen cells, an odds ratio ``xi`` fixes it: the probability of being seen by nobody is Π_odd p /
Π_even p / xi, over patterns with an odd and an even number of lists. xi = 1 is what every log-linear model
assumes. The seen cells have a Dirichlet posterior; those nobody saw are then negative binomial.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from muster.model.errors import Refused
from muster.stats.patterns import Lists, on_lists
from muster.stats.posterior import Posterior, from_draws

ODDS = (0.25, 0.5, 1.0, 2.0, 4.0)


def no_highest_order(
    lists: Lists,
    odds: tuple[float, ...] = ODDS,
    *,
    draws: int = 10_000,
    rng: np.random.Generator,
    weight: float = 1.0,
) -> dict[float, Posterior]:
    """The posterior of the total for each ``xi`` in ``odds``; ``weight``: Dirichlet prior of each seen cell.

    Raises Refused where a cell is empty: its logarithm would rule the answer, and nothing was seen in it.
    """
    empty = int((lists.counts[1:] == 0).sum())
    if empty:
        raise Refused(
            f"{empty} of {lists.counts.size - 1} patterns have nobody: what the highest interaction "
            "would have to be cannot be told"
        )
    seen = rng.standard_gamma(lists.counts[1:] + weight, size=(draws, lists.counts.size - 1))
    seen /= seen.sum(axis=1, keepdims=True)
    sign = np.where(on_lists(lists.number)[1:] % 2 == 1, 1.0, -1.0)
    ratio = np.exp(np.log(seen) @ sign)
    noise = rng.standard_gamma(lists.seen, size=draws)
    out: dict[float, Posterior] = {}
    for xi in odds:
        # Given the seen cells relative to each other, missing to seen is as ratio/xi to one.
        missing: NDArray[np.float64] = rng.poisson(noise * ratio / xi).astype(float)
        out[xi] = from_draws(lists.seen, lists.seen + missing)
    return out


__all__ = ["ODDS", "no_highest_order"]
