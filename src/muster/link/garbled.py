"""Copies of which hardly a run of words is left – read wrongly by a machine, words lost, changed or moved –
but whose words still stand in the same order at the same distances.

Each document is known by its rarest words. Those that share three of them are looked at closely: words that
stand once or twice in a text are followed through both, and *steps* are counted, from one such word to the
next, a few words on in both. Two reports of one event share words; they do not share steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from muster.link.copyindex import counted_pairs
from muster.link.other_people import by_other_people
from muster.model.ids import make_id
from muster.model.links import Copy, Stretch
from muster.text.shingles import I64, U64

if TYPE_CHECKING:
    from muster.link.copyindex import Index
    from muster.link.pages import Page

# A text is known by so many of its rarest words; a word that more texts have is none.
_WORDS, _HOLDERS = 32, 32
# From so many holders on a word pairs a text with the first and the last few only.
_ALL_PAIRS, _SOME = 8, 4
_SHARED, _LOOKED_AT = 3, 3
# A step: so many words on at most, in both texts, and no more than this apart.
_STEP, _SLACK = 6, 3
# How many words the steps must join at least, the share of one text that they are then, and of each.
_ENOUGH = ((14, 0.45), (20, 0.36), (28, 0.3), (44, 0.2))
_EACH, _LEAST = 0.05, 14
# Weeks apart a form ("the course begins on …") is used again; more must be the same.
_DAYS, _MUCH = 3, 0.4
# Words with so many pairs of places are followed; a step is looked for among so many places ahead.
_PAIRS, _LAGS = 4, 10
_TABLE = 1 << 22
_BITS = 40
_RANK_BITS = 24
_TEXTS = 2_000
_MOST_OVERLAPS = 40


@dataclass(frozen=True, slots=True)
class Steps:
    """``late``, ``early``: places of the words that steps join, in the later's order; ``run``: the number of
    the chain that each belongs to."""

    late: I64
    early: I64
    run: I64


def find_garbled(
    index: Index,
    open_pages: Callable[[Sequence[int]], Mapping[int, Page]],
    family: Callable[[str], str] = str,
) -> Iterator[Copy]:
    """Each document with the earlier one it repeats in a garbled form, where there is one. ``family``: the
    document that stands for those already known as copies of each other, which are not compared again."""
    wanted = _candidates(index, family)
    for late in sorted(wanted):
        tried = wanted[late]
        pages = open_pages([late, *tried])
        judged = [(found, e) for e in tried if (found := judge_steps(pages[e], pages[late])) is not None]
        if judged:
            (share, steps), early = max(judged, key=lambda j: (j[0][0], -j[1]))
            yield _copy(pages[early], pages[late], share, steps)


def _candidates(index: Index, family: Callable[[str], str]) -> dict[int, list[int]]:
    """Later rank → the earlier ones with most rare words in common."""
    path = _rarest(index, index.first[index.own[index.first] >= _LEAST] if len(index.own) else index.first)
    shared: dict[int, list[tuple[int, int]]] = {}
    for early, late, times in counted_pairs([path], index.workdir / "garbled-pairs", _pairs):
        a, b = index.members[early], index.members[late]
        if times >= _SHARED and not a.own_of(b) and family(a.document) != family(b.document):
            shared.setdefault(late, []).append((-times, early))
    return {late: [e for _, e in sorted(found)[:_LOOKED_AT]] for late, found in shared.items()}


def _word_batches(index: Index, ranks: I64) -> Iterator[tuple[U64, I64]]:
    """The different words of some texts at a time (40 bits of each), and the rank of each."""
    if index.layout is None:
        return
    for begin in range(0, len(ranks), _TEXTS):
        some = ranks[begin : begin + _TEXTS]
        words, counts = index.layout.own_words(index, some)
        owner = np.repeat(np.arange(len(some), dtype=np.uint64), counts)
        key = np.sort((owner << np.uint64(_BITS)) | (words >> np.uint64(64 - _BITS)))
        key = key[np.r_[True, key[1:] != key[:-1]][: len(key)]]
        yield key & np.uint64((1 << _BITS) - 1), some[(key >> np.uint64(_BITS)).astype(np.int64)]


def _rarest(index: Index, ranks: I64) -> Path:
    """A file of word and rank in one number: of each text its rarest words that another text has too."""
    held = np.zeros(_TABLE, dtype=np.uint32)
    for word, _ in _word_batches(index, ranks):
        held += np.bincount(_slot(word), minlength=_TABLE).astype(np.uint32)
    path = index.workdir / "garbled-words"
    with path.open("wb") as out:
        for word, rank in _word_batches(index, ranks):
            times = held[_slot(word)]
            rare = (times >= 2) & (times <= _HOLDERS)
            word, rank, times = word[rare], rank[rare], times[rare]
            order = np.lexsort((word, times, rank))
            word, rank = word[order], rank[order]
            edges = np.flatnonzero(np.r_[True, rank[1:] != rank[:-1]][: len(rank)])
            place = np.arange(len(rank)) - np.repeat(edges, np.diff(np.r_[edges, len(rank)]))
            kept = place < _WORDS
            out.write(((word[kept] << np.uint64(_RANK_BITS)) | rank[kept].astype(np.uint64)).tobytes())
    return path


def _slot(word: U64) -> I64:
    return (word & np.uint64(_TABLE - 1)).astype(np.int64)


def _pairs(packed: U64) -> U64:
    """Pairs of ranks that hold one word: all where few hold it, else with the first and the last few."""
    packed = np.sort(packed)
    word, rank = packed >> np.uint64(_RANK_BITS), packed & np.uint64((1 << _RANK_BITS) - 1)
    edges = np.flatnonzero(np.r_[True, word[1:] != word[:-1]][: len(word)])
    size = np.diff(np.r_[edges, len(word)])
    place = np.arange(len(word)) - np.repeat(edges, size)
    head, few = np.repeat(edges, size), np.repeat(size <= _ALL_PAIRS, size)
    pairs = []
    for back in range(1, _ALL_PAIRS):
        mine = np.flatnonzero((place >= back) & (few | (back <= _SOME)))
        pairs.append((rank[mine - back] << np.uint64(32)) | rank[mine])
    for anchor in range(_SOME):
        mine = np.flatnonzero(~few & (place > anchor + _SOME))
        pairs.append((rank[head[mine] + anchor] << np.uint64(32)) | rank[mine])
    return np.concatenate(pairs)


def steps_between(early: Page, late: Page) -> Steps:
    """The words that lie on a chain of two steps or more. Only words that stand once or twice in a text are
    followed: a common one steps anywhere."""
    place_e, place_l = _same_words(early.word, late.word)
    count = np.zeros(len(place_l), dtype=np.int64)
    from_, to = [], []
    for lag in range(1, min(_LAGS, len(place_l))):
        ahead_l, ahead_e = place_l[lag:] - place_l[:-lag], place_e[lag:] - place_e[:-lag]
        step = (ahead_l > 0) & (ahead_l <= _STEP) & (ahead_e != 0) & (ahead_e >= -2) & (ahead_e <= _STEP)
        here = np.flatnonzero(step & (np.abs(ahead_l - ahead_e) <= _SLACK))
        from_.append(here)
        to.append(here + lag)
    if from_:
        one, other = np.concatenate(from_), np.concatenate(to)
        count += np.bincount(one, minlength=len(count)) + np.bincount(other, minlength=len(count))
        inner = count >= 2
        count[one[inner[other]]] += 2
        count[other[inner[one]]] += 2
    # One place of either text counts once.
    kept = np.flatnonzero(count >= 2)
    kept = kept[np.unique(place_l[kept], return_index=True)[1]]
    kept = kept[np.sort(np.unique(place_e[kept], return_index=True)[1])]
    late_at, early_at = place_l[kept], place_e[kept]
    broken = (np.diff(late_at) > _STEP) | (np.abs(np.diff(early_at)) > _STEP)
    return Steps(late_at, early_at, np.cumsum(np.r_[True, broken][: len(kept)]))


def _same_words(early: U64, late: U64) -> tuple[I64, I64]:
    """Places of equal words in both texts, ordered by the later's; words with four such pairs at most."""
    order_e, order_l = np.argsort(early, kind="stable"), np.argsort(late, kind="stable")
    word_e, first_e, times_e = np.unique(early[order_e], return_index=True, return_counts=True)
    word_l, first_l, times_l = np.unique(late[order_l], return_index=True, return_counts=True)
    _, in_e, in_l = np.intersect1d(word_e, word_l, assume_unique=True, return_indices=True)
    few = times_e[in_e] * times_l[in_l] <= _PAIRS
    in_e, in_l = in_e[few], in_l[few]
    pieces_e, pieces_l = [], []
    for a in range(_PAIRS):
        for b in range(_PAIRS // (a + 1)):
            both = (times_e[in_e] > a) & (times_l[in_l] > b)
            pieces_e.append(order_e[first_e[in_e[both]] + a])
            pieces_l.append(order_l[first_l[in_l[both]] + b])
    place_e, place_l = np.concatenate(pieces_e), np.concatenate(pieces_l)
    order = np.lexsort((place_e, place_l))
    return place_e[order], place_l[order]


def judge_steps(early: Page, late: Page) -> tuple[float, Steps] | None:
    """The larger share of the two texts' words that lie on chains, where that makes a copy."""
    from muster.link.pages import matched_runs
    from muster.link.pairs import (
        IN_ORDER,
        days_apart,
        in_order,
        other_days,
        other_figures,
        other_numbers,
        used_again,
    )
    from muster.link.slots import filled_with_others

    steps = steps_between(early, late)
    own = ~(early.quoted[steps.early] & late.quoted[steps.late])
    number = int(own.sum())
    if number < _LEAST or used_again(early, late) or other_numbers(early, late):
        return None
    shares = number / max(1, len(early.word)), number / max(1, len(late.word))
    if min(shares) < _EACH or not any(number >= least and max(shares) >= share for least, share in _ENOUGH):
        return None
    if max(shares) < _MUCH:
        places = zip(steps.late.tolist(), steps.early.tolist(), strict=True)
        if in_order([(b, a, 1) for b, a in places]) < IN_ORDER:
            return None
    if days_apart(early.input, late.input) > _DAYS and (
        max(shares) < _MUCH or other_figures(early, late) or other_days(early, late)
    ):
        return None
    if by_other_people(early.input.body, late.input.body):
        return None
    return None if filled_with_others(late, early, matched_runs(late, early)) else (max(shares), steps)


def _copy(early: Page, late: Page, share: float, steps: Steps) -> Copy:
    from muster.link.drift import find_drift
    from muster.link.pairs import direction

    first, shown, why = direction(early.input, late.input)
    copy, original = (late, early) if first == early.input.document else (early, late)
    chains = len(set(steps.run.tolist()))
    reasons = (
        f"{len(steps.late)} words follow each other at the same distances, in {chains} "
        "stretches: the text is garbled, or words of it were changed",
        why,
    )
    return Copy(
        id=make_id("copy", copy.input.document, original.input.document),
        copy=copy.input.document,
        original=original.input.document,
        kind="rewritten",
        score=round(min(1.0, share), 4),
        reasons=reasons,
        directed=shown,
        drift=find_drift(copy, original),
        overlaps=tuple(_overlaps(early, late, steps, turned=copy is early)),
    )


def _overlaps(early: Page, late: Page, steps: Steps, *, turned: bool) -> Iterator[tuple[Stretch, Stretch]]:
    """The stretches that chains span, the copy's first, in the later text's order."""
    edges = np.flatnonzero(np.r_[True, steps.run[1:] != steps.run[:-1], True]).tolist()
    for a, b in islice(pairwise(edges), _MOST_OVERLAPS):
        mine = late.run(int(steps.late[a:b].min()), int(steps.late[a:b].max()))
        other = early.run(int(steps.early[a:b].min()), int(steps.early[a:b].max()))
        yield (other, mine) if turned else (mine, other)


__all__ = ["find_garbled", "judge_steps", "steps_between"]
