"""Are chances what they say? A logistic line from the stated to the judged, fitted on judged pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from muster.model.errors import Refused
from muster.stats.proportions import exact

Numbers = NDArray[np.float64]

FEWEST_JUDGED = 200
_FEWEST_OF_A_KIND = 20
BANDS = (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0)
_EDGE = 1e-4


@dataclass(frozen=True, slots=True)
class Calibrated:
    """log odds judged = ``shift`` + ``slope`` · log odds stated; ``judged``: on how many pairs."""

    shift: float
    slope: float
    judged: int

    def __call__(self, chance: Numbers) -> Numbers:
        """The chances as they would be had the judged pairs been all."""
        return np.asarray(1 / (1 + np.exp(-(self.shift + self.slope * _odds(chance)))))


def calibrate(stated: Numbers, same: NDArray[np.bool_]) -> Calibrated:
    """Platt's (1999) line by Newton steps, each kind counted half a pair more so that it stays finite.

    ``stated``: chances of pairs that people judged; ``same``: what they said. Raises Refused for fewer than
    200 pairs, or fewer than 20 of one kind.
    """
    yes = int(same.sum())
    if len(stated) < FEWEST_JUDGED or min(yes, len(stated) - yes) < _FEWEST_OF_A_KIND:
        raise Refused(
            f"{len(stated)} pairs were judged, {yes} of them the same: too few to trust the chances",
            next_step=f"judge at least {FEWEST_JUDGED} pairs, of which {_FEWEST_OF_A_KIND} of either kind",
        )
    x = np.stack([np.ones(len(stated)), _odds(stated)], axis=1)
    told = np.where(same, (yes + 1) / (yes + 2), 1 / (len(stated) - yes + 2))
    line = np.array([0.0, 1.0])
    for _step in range(50):
        p = 1 / (1 + np.exp(-x @ line))
        change = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-9 * np.eye(2), x.T @ (told - p))
        line += np.clip(change, -2, 2)
        if np.abs(change).max() < 1e-9:
            break
    if line[1] <= 0:
        raise Refused(
            "pairs of higher chance were judged the same less often: these chances say nothing",
            next_step="look at the columns; were they mapped rightly?",
        )
    return Calibrated(float(line[0]), float(line[1]), len(stated))


def bands(stated: Numbers, same: NDArray[np.bool_]) -> Iterator[dict[str, object]]:
    """By band of stated chance: pairs judged, their mean chance, the share judged the same with its exact
    95 % interval."""
    for low, high in pairwise(BANDS):
        mine = (stated >= low) & ((stated < high) | (high == BANDS[-1]))
        if not mine.any():
            continue
        share = exact(int(same[mine].sum()), int(mine.sum()))
        yield {
            "from": low, "to": high, "judged": int(mine.sum()),
            "stated": round(float(stated[mine].mean()), 3), "same": round(float(same[mine].mean()), 3),
            "low": round(share.low, 3), "high": round(share.high or 1.0, 3),
        }  # fmt: skip


def _odds(chance: Numbers) -> Numbers:
    held = np.clip(chance, _EDGE, 1 - _EDGE)
    return np.asarray(np.log(held / (1 - held)))


__all__ = ["BANDS", "FEWEST_JUDGED", "Calibrated", "bands", "calibrate"]
