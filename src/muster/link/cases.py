"""Records of several lists: which are one person, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from muster.link.case_compare import WORDS, compare_records
from muster.link.case_keys import candidate_pairs
from muster.link.case_records import FIELDS, CaseRecord
from muster.model.errors import Refused
from muster.stats.fellegi_sunter import Compared, Fit, Numbers, Places, fit
from muster.stats.partitions import Partitions, best_links, patterns_of, sample

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a waterfall: what a field says, in words without names, and the bits it adds."""

    field: str
    words: str
    bits: float


@dataclass(frozen=True, slots=True, eq=False)
class CaseLinks:
    """What linking found: candidate pairs ``left``, ``right`` (places of records), levels, draws."""

    records: tuple[CaseRecord, ...]
    number: int
    left: Places
    right: Places
    compared: Compared
    fit: Fit
    drawn: Partitions

    @property
    def lists(self) -> Places:
        return np.array([r.list for r in self.records], dtype=np.int64)

    @property
    def chance(self) -> Numbers:
        """By pair, the share of draws in which both are one person."""
        return self.drawn.together

    def tables(self) -> list[Places]:
        """The pattern table of each draw, shape (2**number,)."""
        lists = self.lists
        return [patterns_of(lists, parts, self.number) for parts in self.drawn.parts]

    def parts_at(self, least: float) -> NDArray[np.int32]:
        """One hard partition: pairs of at least ``least``, one record a list."""
        return best_links(self.lists, self.left, self.right, self.chance, least)

    def waterfall(self, p: int) -> tuple[Step, ...]:
        """From the odds before anything is compared to those after, field by field, in bits (log 2)."""
        fitted = self.fit.prevalence
        start = Step("start", "two records taken at random", float(np.log2(fitted / (1 - fitted))))
        bits = self.fit.weights(self.compared.levels[p : p + 1])[0] / np.log(2)
        levels = self.compared.levels[p]
        return (start, *(_step(f, int(v), float(b)) for f, v, b in zip(FIELDS, levels, bits, strict=True)))

    def queue(self, low: float = 0.1, high: float = 0.9) -> list[int]:
        """Pairs that a person should look at, the most doubtful first."""
        doubtful = np.flatnonzero((self.chance > low) & (self.chance < high))
        return [int(p) for p in doubtful[np.lexsort((doubtful, np.abs(self.chance[doubtful] - 0.5)))]]


def _step(field: str, level: int, bits: float) -> Step:
    return Step(field, WORDS[field][level] if level >= 0 else f"{field}: not said by both", bits)


def link_cases(
    records: Sequence[CaseRecord],
    *,
    judged: Mapping[Pair, str] | None = None,
    draws: int = 50,
    rng: np.random.Generator,
) -> CaseLinks:
    """Link the records of two to ten lists. ``judged``: by places (left < right), "same" or "different".

    Raises Refused where nothing can be compared.
    """
    number = 1 + max((r.list for r in records), default=-1)
    if number < 2:
        raise Refused("one list has nothing to be linked with", next_step="give at least two lists")
    left, right = _with_judged(*candidate_pairs(records), judged or {}, len(records))
    if not len(left):
        raise Refused(
            "no two records of different lists have a name, a document number or two other fields in common",
            next_step="are the columns mapped rightly? Records that say nothing cannot be linked",
        )
    compared = compare_records(records, left, right, rng=rng)
    sizes = np.bincount([r.list for r in records])
    fitted = fit(compared, most_links=_most_links(sizes))
    verdicts = _verdicts(left, right, judged or {}, len(records))
    drawn = sample(
        np.array([r.list for r in records], dtype=np.int64), left, right, compared, fitted,
        judged=verdicts, draws=draws, rng=rng,
    )  # fmt: skip
    return CaseLinks(tuple(records), number, left, right, compared, fitted, drawn)


def _most_links(sizes: NDArray[np.int64]) -> float:
    """At most so many pairs are links: of two lists, the size of the smaller."""
    return float(sum(min(a, b) for n, a in enumerate(sizes) for b in sizes[:n]))


def _with_judged(left: Places, right: Places, judged: Mapping[Pair, str], size: int) -> tuple[Places, Places]:
    """Judged pairs are candidates whatever their keys."""
    more = np.array([i * size + j for i, j in judged], dtype=np.int64)
    whole = np.unique(np.concatenate([left * size + right, more]))
    return whole // size, whole % size


def _verdicts(left: Places, right: Places, judged: Mapping[Pair, str], size: int) -> NDArray[np.int8]:
    place = {int(k): n for n, k in enumerate(left * size + right)}
    out = np.zeros(len(left), dtype=np.int8)
    for (i, j), verdict in judged.items():
        out[place[i * size + j]] = {"same": 1, "different": -1}.get(verdict, 0)
    return out


__all__ = ["CaseLinks", "Step", "link_cases"]
