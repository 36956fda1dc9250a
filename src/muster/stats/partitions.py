"""Who is who on all lists at once: partitions of the records, at most one record of a list in each part.

Drawn by Gibbs sampling from the posterior of Aleshin-Guendel and Sadinle (2023, Journal of the American
Statistical Association 118), without duplicates inside a list: the comparisons of all pairs in a part are
those of one person (``m``), all others those of two (``u``); the table of patterns has a
Dirichlet-multinomial prior of weight 1 a pattern. An estimate made on each draw carries the doubt about the
links (linkage averaging, Sadinle 2018, Annals of Applied Statistics 12).

Two things differ from them. m and u stay as EM found them: drawn along with the links, they drift where the
fields say little, false links making false links likely. And a part of s records counts, field by field, as
the s - 1 comparisons that hold it together best (the heaviest spanning tree of those that know the field),
not as its s(s - 1)/2 pairs. Whoever agrees by chance with one record agrees with its twins as well, and one
slip of a record is a slip against each of its twins; counted as often as there are pairs, one accident
passes for several.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from muster.stats.fellegi_sunter import Compared, Fit, Levels, Numbers, Places, weights_of

# A pair so unlikely is never proposed; it still counts against a part that holds it.
_HOPELESS = 1e-6
# Log odds of what a person has judged.
_JUDGED = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class Partitions:
    """``parts``, shape (draws, n): the number of each record's part; ``together``, shape (P,): the share of
    draws in which each compared pair is in one part."""

    parts: NDArray[np.int32]
    together: Numbers


def best_links(
    lists: Places, left: Places, right: Places, chance: Numbers, least: float
) -> NDArray[np.int32]:
    """One partition: pairs of at least ``least``, likeliest first, join unless two records of one list would
    meet. ``lists``, shape (n,): the list of each record. Returns the number of each record's part."""
    parts = np.arange(len(lists), dtype=np.int32)
    masks = {int(i): 1 << int(k) for i, k in enumerate(lists)}
    members = {i: [i] for i in range(len(lists))}
    order = np.lexsort((right, left, -chance))
    for p in order[chance[order] >= least]:
        one, other = int(parts[left[p]]), int(parts[right[p]])
        if one == other or masks[one] & masks[other]:
            continue
        masks[one] |= masks.pop(other)
        for i in members[other]:
            parts[i] = one
        members[one] += members.pop(other)
    return parts


def patterns_of(lists: Places, parts: NDArray[np.int32], number: int) -> Places:
    """The pattern table of a partition, shape (2**number,)."""
    masks = np.zeros(int(parts.max()) + 1, dtype=np.int64)
    np.bitwise_or.at(masks, parts, 1 << lists)
    counts = np.bincount(masks, minlength=2**number)
    counts[0] = 0
    return np.asarray(counts)


def sample(
    lists: Places,
    left: Places,
    right: Places,
    compared: Compared,
    start: Fit,
    *,
    judged: NDArray[np.int8] | None = None,
    draws: int = 50,
    burn: int = 50,
    thin: int = 4,
    rng: np.random.Generator,
) -> Partitions:
    """``draws`` partitions, ``thin`` sweeps apart, after ``burn`` sweeps. ``judged``, shape (P,): 1 a person
    said "same", -1 "different", 0 nobody did."""
    judged = np.zeros(len(left), dtype=np.int8) if judged is None else judged
    chance = start.probabilities(compared.levels)
    chance = np.where(judged > 0, 1.0, np.where(judged < 0, 0.0, chance))
    kinds, at = np.unique(compared.levels, axis=0, return_inverse=True)
    at = at.ravel()
    walk = _Walk(lists, left, right, chance, kinds, at, judged)
    walk.weigh(weights_of(kinds, start.m, start.u))
    kept: list[NDArray[np.int32]] = []
    together = np.zeros(len(left))
    for sweep in range(burn + draws * thin):
        walk.sweep(rng)
        if sweep >= burn:
            together += walk.linked()
            if (sweep - burn) % thin == thin - 1:
                kept.append(walk.parts())
    return Partitions(np.stack(kept), together / (draws * thin))


class _Walk:
    """The present partition, and one move after another."""

    __slots__ = (
        "active", "at", "counts", "judged", "kinds", "left", "lists", "masks", "members", "near", "pairs",
        "part", "right", "said", "spare", "whole",
    )  # fmt: skip

    def __init__(
        self,
        lists: Places,
        left: Places,
        right: Places,
        chance: Numbers,
        kinds: Levels,
        at: Places,
        judged: NDArray[np.int8],
    ) -> None:
        self.at = [int(k) for k in at]
        self.kinds = [[f for f, level in enumerate(row) if level >= 0] for row in kinds.tolist()]
        self.judged = {int(p): _JUDGED * int(judged[p]) for p in np.flatnonzero(judged)}
        self.said: list[list[float]] = []
        self.whole: list[float] = []
        self.lists = [1 << int(k) for k in lists]
        self.left, self.right = left, right
        start = best_links(lists, left, right, np.where(judged < 0, 0.0, chance), 0.5)
        self.part = [int(x) for x in start]
        self.members: dict[int, list[int]] = {}
        self.masks: dict[int, int] = {}
        for i, part in enumerate(self.part):
            self.members.setdefault(part, []).append(i)
            self.masks[part] = self.masks.get(part, 0) | self.lists[i]
        self.spare = len(lists)
        self.counts = [0] * (2 ** (int(lists.max()) + 1))
        for mask in self.masks.values():
            self.counts[mask] += 1
        self.pairs: dict[int, dict[int, int]] = {}
        self.near: dict[int, list[int]] = {}
        hopeful = chance > _HOPELESS
        # Only records that may move, and their neighbours, are ever looked up.
        movable = np.zeros(len(lists), dtype=bool)
        movable[left[hopeful]] = True
        movable[right[hopeful]] = True
        for p in np.flatnonzero(movable[left] & movable[right]):
            i, j = int(left[p]), int(right[p])
            self.pairs.setdefault(i, {})[j] = int(p)
            self.pairs.setdefault(j, {})[i] = int(p)
            if hopeful[p]:
                self.near.setdefault(i, []).append(j)
                self.near.setdefault(j, []).append(i)
        self.active = np.array(sorted(self.near), dtype=np.int64)

    def weigh(self, weights: Numbers) -> None:
        """``weights``: log(m/u) by kind of pair and field."""
        self.said, self.whole = weights.tolist(), weights.sum(axis=1).tolist()

    def sweep(self, rng: np.random.Generator) -> None:
        """Every record that has a likely partner is taken out and put back, once, in random order."""
        order = rng.permutation(self.active).tolist()
        for i, chance in zip(order, rng.random(len(order)).tolist(), strict=True):
            self._move(i, chance)

    def _move(self, i: int, chance: float) -> None:
        mine, here = self.lists[i], self.part[i]
        self._take(i, here, mine)
        counts, masks = self.counts, self.masks
        choices, logs = [-1], [0.0]
        base = log(counts[mine] + 1.0)
        for part in sorted({self.part[j] for j in self.near[i]} - {-1}):
            mask = masks[part]
            if mask & mine:
                continue
            members = self.members[part]
            choices.append(part)
            prior = log((counts[mask | mine] + 1.0) / counts[mask]) - base
            logs.append(prior + self._held([*members, i]) - self._held(members))
        top = max(logs)
        shares = [exp(x - top) for x in logs]
        left = chance * sum(shares)
        chosen = choices[-1]
        for choice, share in zip(choices, shares, strict=True):
            left -= share
            if left <= 0:
                chosen = choice
                break
        self._put(i, chosen, mine)

    def _held(self, members: list[int]) -> float:
        """How much holds a part together: by field, the heaviest tree of its comparisons."""
        if len(members) == 1:
            return 0.0
        edges = [
            (n, m, p)
            for n, i in enumerate(members)
            for m, j in enumerate(members[:n])
            if (p := self.pairs[i].get(j)) is not None
        ]
        judged = sum(self.judged.get(p, 0.0) for _, _, p in edges) if self.judged else 0.0
        if len(edges) == 1:
            return self.whole[self.at[edges[0][2]]] + judged
        fields: dict[int, list[tuple[float, int, int]]] = {}
        for n, m, p in edges:
            kind = self.at[p]
            said = self.said[kind]
            for f in self.kinds[kind]:
                fields.setdefault(f, []).append((said[f], n, m))
        return judged + sum(_tree(found) for found in fields.values())

    def _take(self, i: int, here: int, mine: int) -> None:
        self.counts[self.masks[here]] -= 1
        self.part[i] = -1
        if len(self.members[here]) == 1:
            del self.members[here], self.masks[here]
            return
        self.members[here].remove(i)
        self.masks[here] ^= mine
        self.counts[self.masks[here]] += 1

    def _put(self, i: int, part: int, mine: int) -> None:
        if part < 0:
            part, self.spare = self.spare, self.spare + 1
            self.members[part], self.masks[part] = [], 0
        else:
            self.counts[self.masks[part]] -= 1
        self.members[part].append(i)
        self.masks[part] |= mine
        self.counts[self.masks[part]] += 1
        self.part[i] = part

    def linked(self) -> NDArray[np.bool_]:
        part = np.array(self.part)
        return np.asarray(part[self.left] == part[self.right])

    def parts(self) -> NDArray[np.int32]:
        return np.asarray(np.unique(self.part, return_inverse=True)[1], dtype=np.int32)


def _tree(edges: list[tuple[float, int, int]]) -> float:
    """The weight of the heaviest forest (Kruskal)."""
    if len(edges) == 1:
        return edges[0][0]
    edges.sort(reverse=True)
    roots: dict[int, int] = {}
    whole = 0.0
    for weight, a, b in edges:
        one, other = roots.get(a, a), roots.get(b, b)
        if one != other:
            whole += weight
            roots.setdefault(a, a)
            roots.setdefault(b, b)
            for k, root in roots.items():
                if root == other:
                    roots[k] = one
    return whole


__all__ = ["Partitions", "best_links", "patterns_of", "sample"]
