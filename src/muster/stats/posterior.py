"""A distribution of those nobody saw: grid points with their mass, quantiles, and its modes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mode:
    """One hump of a posterior: its share of the mass, where it peaks, and its own middle ``level``."""

    share: float
    peak: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """Mass (sum 1) on increasing numbers of people nobody saw; ``width``: how many integers a point stands
    for.

    ``seen``: n. All answers are totals, n added.
    """

    seen: int
    missing: Numbers
    mass: Numbers
    width: Numbers

    @property
    def mean(self) -> float:
        return float(self.seen + (self.missing * self.mass).sum())

    def quantile(self, share: float) -> float:
        """The total below which ``share`` of the mass lies; on a grid of all integers, a whole number."""
        return float(self.quantiles([share])[0])

    def quantiles(self, shares: Sequence[float]) -> Numbers:
        upto = np.cumsum(self.mass)
        upto /= upto[-1]
        if (self.width == 1).all():
            at = np.searchsorted(upto, np.asarray(shares) - 1e-14)
            return np.asarray(self.seen + self.missing[np.minimum(at, upto.size - 1)])
        return np.asarray(self.seen + np.interp(shares, upto, self._edges()))

    def _edges(self) -> Numbers:
        """A point stands for the numbers halfway to its neighbours."""
        return np.append((self.missing[1:] + self.missing[:-1]) / 2, self.missing[-1])

    def below(self, totals: Sequence[float]) -> Numbers:
        """The probability of at most each of ``totals``."""
        upto = np.cumsum(self.mass)
        at = np.asarray(totals, dtype=float) - self.seen
        return np.asarray(np.interp(at, self._edges(), upto / upto[-1], left=0.0))

    def draws(self, number: int, rng: np.random.Generator) -> Numbers:
        """Totals drawn from the posterior."""
        return self.quantiles(list(rng.random(number)))

    def modes(self, least: float = 0.05, level: float = 0.95) -> tuple[Mode, ...]:
        """Humps in the log of the total that each hold at least ``least`` of the mass, lowest first.

        Two humps are two where the density between them falls below 0.7 of the lower one.
        """
        logs, density = _log_density(self)
        cuts = _valleys(density)
        upto = np.concatenate([[0.0], np.cumsum(density)])
        upto /= upto[-1]
        kept: list[tuple[int, int]] = []
        for start, stop in zip([0, *cuts], [*cuts, density.size], strict=True):
            small = upto[stop] - upto[start] < least
            if kept and (small or upto[kept[-1][1]] - upto[kept[-1][0]] < least):
                kept[-1] = (kept[-1][0], stop)
            else:
                kept.append((start, stop))
        return tuple(_mode(logs, density, upto, a, b, level) for a, b in kept)


def from_draws(seen: int, totals: Numbers) -> Posterior:
    """The distribution of equally likely draws of the total."""
    ordered = np.sort(np.asarray(totals, dtype=float)) - seen
    mass = np.full(ordered.size, 1 / ordered.size)
    return Posterior(seen, ordered, mass, np.full(ordered.size, 0.0))


def mixture(parts: Sequence[Posterior], seen: int, points: int = 4001) -> Posterior:
    """Each part with the same weight: what is known when it is not known which part is right."""
    shares = (np.arange(points) + 0.5) / points
    totals = np.concatenate([p.quantiles(list(shares)) for p in parts])
    return from_draws(seen, totals)


_BINS = 400


def _log_density(posterior: Posterior) -> tuple[Numbers, Numbers]:
    """The density of log N on an even grid, smoothed by a kernel whose width follows the spread."""
    low, high = posterior.quantiles([0.0005, 0.9995])
    edges = np.linspace(np.log(max(low, 1.0)) - 0.02, np.log(max(high, 1.0)) + 0.02, _BINS + 1)
    upto = np.cumsum(posterior.mass)
    totals = np.log(np.maximum(posterior.seen + posterior.missing, 0.5))
    fine = np.diff(np.interp(edges, totals, upto, left=0.0, right=1.0))
    middle = (edges[:-1] + edges[1:]) / 2
    drawn = (posterior.width == 0).any()
    effective = min(500.0, posterior.mass.size) if drawn else 20_000.0
    spread = np.diff(np.log(posterior.quantiles([0.25, 0.75])))[0] / 1.349
    width = max(2.0, 0.9 * spread * max(effective, 20.0) ** -0.2 / (edges[1] - edges[0]))
    half = min(int(4 * width), _BINS // 2 - 1)
    reach = np.arange(-half, half + 1)
    kernel = np.exp(-0.5 * (reach / width) ** 2)
    return middle, np.convolve(fine, kernel / kernel.sum(), mode="same")


def _valleys(density: Numbers, depth: float = 0.7) -> list[int]:
    """Bins of the low points between humps that are told apart."""
    inner = np.flatnonzero((density[1:-1] >= density[:-2]) & (density[1:-1] > density[2:])) + 1
    peaks = [int(p) for p in inner if density[p] > 0.01 * density.max()]
    cuts: list[int] = []
    held: list[int] = []
    for peak in peaks:
        while held:
            valley = held[-1] + int(np.argmin(density[held[-1] : peak + 1]))
            if density[valley] < depth * min(density[held[-1]], density[peak]):
                break
            if density[peak] <= density[held[-1]]:
                peak = -1
                break
            held.pop()
        if peak >= 0:
            held.append(peak)
    for left, right in pairwise(held):
        cuts.append(left + int(np.argmin(density[left : right + 1])))
    return cuts


def _mode(logs: Numbers, density: Numbers, upto: Numbers, start: int, stop: int, level: float) -> Mode:
    share = float(upto[stop] - upto[start])
    tails = upto[start] + share * np.array([(1 - level) / 2, (1 + level) / 2])
    inside = np.arange(start, stop)
    ends = np.interp(tails, upto[1:][inside], logs[inside])
    peak = start + int(np.argmax(density[start:stop]))
    return Mode(share, float(np.exp(logs[peak])), *(float(e) for e in np.exp(ends)))


__all__ = ["Mode", "Posterior", "from_draws", "mixture"]
