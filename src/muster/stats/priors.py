"""What is believed of the total before the lists are looked at: in words, printed beside every number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from muster.model.errors import Refused

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """p(N) ∝ N**−power for N from n + ``least`` to n + ``most``; nothing outside.

    ``most``: the cap on those nobody saw. ``power`` 1 treats "twice as many" alike at every size; 0 is flat.
    """

    most: int
    least: int = 1
    power: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.least < self.most:
            raise Refused(
                f"the prior leaves no room: from {self.least} to {self.most} people nobody saw",
                next_step="the total must be allowed to be larger than what was seen",
            )

    def log(self, total: Numbers) -> Numbers:
        """Unnormalised log density at ``total`` people."""
        return np.asarray(-self.power * np.log(total))

    def words(self, seen: int) -> str:
        """The prior as a reader needs it."""
        shape = {0.0: "flat in N", 1.0: "proportional to 1/N"}.get(self.power, f"N to the −{self.power:g}")
        return f"prior on the total: {shape}, from {seen + self.least:,} to {seen + self.most:,}"


@dataclass(frozen=True, slots=True)
class GammaPoisson:
    """N is Poisson with a Gamma(``shape``, ``rate``) mean (Madigan and York 1997)."""

    shape: float
    rate: float
    most: int
    least: int = 1

    def log(self, total: Numbers) -> Numbers:
        """Unnormalised log density at ``total`` people."""
        rise = gammaln(total + self.shape) - gammaln(total + 1)
        return np.asarray(rise - total * np.log1p(self.rate))

    def words(self, seen: int) -> str:
        """The prior as a reader needs it."""
        return (
            f"prior on the total: Poisson with a Gamma({self.shape:g}, {self.rate:g}) mean, "
            f"from {seen + self.least:,} to {seen + self.most:,}"
        )


PriorOnTotal = Prior | GammaPoisson


def cap_for(seen: int) -> int:
    """The customary cap on those nobody saw: twenty times those seen."""
    return 20 * seen


__all__ = ["GammaPoisson", "Prior", "PriorOnTotal", "cap_for"]
