"""What every method of this room returns: bounds, what they rest on, and what else they might have been."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from muster.stats.patterns import Lists
from muster.stats.posterior import Mode, Posterior
from muster.stats.protocols import Protocol

Method = Literal["graphs", "loglinear", "latent", "strata", "imputations"]
Strength = Literal["estimate", "order of magnitude", "modes", "floor and band"]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the sensitivity panel: what the total would be had one thing been different.

    ``kind``: drop, merge, delta, cap, odds, pair, bound, model, predictive or unseen. ``low``, ``best``,
    ``high``: people (shares of the total for unseen), None where there is no number; ``note`` says why.
    """

    kind: str
    what: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Total:
    """How many people there are, on the lists and off them; never a bare number.

    ``low``, ``high``: the middle ``level`` of what the method holds possible; ``high`` None where nothing
    bounds it. ``best`` is None where one number would mislead: see ``strength``, ``modes``, ``band``.
    ``band``: the total for odds ratios from 1/2 to 4 between the two lists (or between one list and the
    others). ``posterior``: the distribution behind the bounds (for log-linear models, that of the resampled
    tables).
    """

    method: Method
    lists: Lists
    level: float
    strength: Strength
    low: float
    best: float | None
    high: float | None
    priors: tuple[str, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    modes: tuple[Mode, ...] = ()
    band: tuple[float, float] | None = None
    posterior: Posterior | None = None
    panel: tuple[Check, ...] = ()
    protocols: tuple[Protocol, ...] = ()
    parts: tuple[Total, ...] = ()

    @property
    def seen(self) -> int:
        """People on at least one list: the floor under every total."""
        return self.lists.seen

    @property
    def unseen_share(self) -> float | None:
        """The share of the total that is on no list, at the best value."""
        return None if not self.best else max(0.0, 1 - self.seen / self.best)


__all__ = ["Check", "Method", "Strength", "Total"]
