"""Have chains of draws met? Split R-hat and effective sample size (Gelman et al. 2013; Vehtari et al.
2021).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Numbers = NDArray[np.float64]

AGREED = 1.01  # split R-hat up to which chains are held to have met
WORTH = 400.0  # independent draws below which the ends of an interval are not known (Vehtari et al. 2021)


def have_met(draws: Numbers) -> bool:
    """Whether chains, shape (chains, draws), agree well enough for an interval."""
    return rhat(draws) <= AGREED and effective(draws) >= WORTH


def rhat(draws: Numbers) -> float:
    """Split R-hat of rank-normalised draws, shape (chains, draws); 1 when the chains cannot be told apart."""
    halves = _split(_ranked(draws))
    within = halves.var(axis=1, ddof=1).mean()
    between = halves.mean(axis=1).var(ddof=1)
    if within == 0:
        return 1.0 if between == 0 else float("inf")
    length = halves.shape[1]
    return float(np.sqrt((length - 1) / length + between / within))


def effective(draws: Numbers) -> float:
    """How many independent draws the correlated ones, shape (chains, draws), are worth (bulk)."""
    halves = _split(_ranked(draws))
    chains, length = halves.shape
    centred = halves - halves.mean(axis=1, keepdims=True)
    size = 1 << (2 * length - 1).bit_length()
    spectrum = np.fft.rfft(centred, size, axis=1)
    covariance = np.fft.irfft(spectrum * spectrum.conj(), size, axis=1)[:, :length].mean(axis=0) / length
    within = halves.var(axis=1, ddof=1).mean()
    total = (length - 1) / length * within + halves.mean(axis=1).var(ddof=1)
    if total == 0:
        return float(chains * length)
    correlation = 1 - (within - covariance) / total
    # Pairs of neighbouring lags are positive until noise takes over (Geyer 1992).
    pairs = correlation[: length // 2 * 2].reshape(-1, 2).sum(axis=1)
    stop = int(np.argmax(pairs < 0)) if (pairs < 0).any() else pairs.size
    kept = np.minimum.accumulate(pairs[:stop])
    worth = chains * length / max(2 * float(kept.sum()) - 1, 1 / np.log10(chains * length))
    return float(min(worth, chains * length))


def _split(draws: Numbers) -> Numbers:
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, draws.shape[1] - half :]])


def _ranked(draws: Numbers) -> Numbers:
    flat = draws.ravel()
    order = np.argsort(flat, kind="stable")
    _values, first, number = np.unique(flat[order], return_index=True, return_counts=True)
    ranks = np.empty(flat.size)
    ranks[order] = np.repeat(first + (number - 1) / 2 + 1, number)
    return np.asarray(ndtri((ranks - 0.375) / (flat.size + 0.25)).reshape(draws.shape))


__all__ = ["AGREED", "WORTH", "effective", "have_met", "rhat"]
