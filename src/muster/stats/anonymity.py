"""A population by attributes and what is told of one of them in: how few fit, how alike they are.

k-anonymity: Sweeney (2002), International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10.
l-diversity: Machanavajjhala and others (2007), ACM Transactions on Knowledge Discovery from Data 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product
from math import prod

# More ways to read what is told than this are not tried: the answer is then that nobody knows.
MOST_WAYS = 4096


@dataclass(frozen=True, slots=True)
class Fit:
    """``k``: the smallest group that some reading of what is told leaves. ``whole``: every reading of all of
    it leaves somebody. ``diversity``: how many different sensitive values the members of the least diverse
    such group have; None where nothing is sensitive."""

    k: int
    whole: bool
    diversity: int | None


def fit(
    rows: Sequence[tuple[Mapping[str, str], int]], told: Mapping[str, Set[str]], sensitive: Sequence[str] = ()
) -> Fit:
    """How many of the population fit what is told. ``rows``: (column → value, how many); ``told``: column →
    the values it may have. Where several values are told of one column a reader may take any of them, or
    none, so the smallest group over all readings counts: telling more never makes it larger.
    """
    columns = [c for c in sorted(told) if told[c] and c not in sensitive]
    groups: Counter[tuple[str | None, ...]] = Counter()
    kinds: dict[tuple[str | None, ...], set[tuple[str, ...]]] = {}
    for values, number in rows:
        if number > 0:
            key = tuple(values[c] if values[c] in told[c] else None for c in columns)
            groups[key] += number
            kinds.setdefault(key, set()).add(tuple(values[c] for c in sensitive))
    counts, diversities = [], []
    for key in groups:
        inside = [other for other in groups if _extends(other, key)]
        counts.append(sum(groups[other] for other in inside))
        diversities.append(len(set().union(*(kinds[other] for other in inside))))
    ways = prod(len(told[c]) for c in columns)
    whole = ways <= MOST_WAYS and all(key in groups for key in product(*(sorted(told[c]) for c in columns)))
    # What is sensitive and told already has nothing left to learn.
    learnt = bool(sensitive) and not any(told.get(c) for c in sensitive) and bool(diversities)
    return Fit(min(counts, default=0), whole, min(diversities) if learnt else None)


def _extends(other: tuple[str | None, ...], key: tuple[str | None, ...]) -> bool:
    return all(mine is None or mine == theirs for mine, theirs in zip(key, other, strict=True))


__all__ = ["MOST_WAYS", "Fit", "fit"]
