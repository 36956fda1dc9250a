"""Two accounts of one event, in texts that do not copy each other: suggested with a question, never joined.

A fact of an account is a name by its sounds or a number of two digits or more, in its words. Accounts of one
day, give or take, that share rare facts are suggested; each is paired with the few before it that hold the
same fact, so the cost is that of a sort.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from muster.link.translated import facts
from muster.model.ids import make_id
from muster.model.links import Link

# Days between two accounts of one event; between the days of two texts where an account gives none.
_DAYS, _UNDATED_DAYS = 1, 3
# A fact that more accounts of these days hold is no rare one; so many before it are tried.
_HOLDERS, _BEFORE = 12, 4
# Facts in common, a name among them; one more where a day is only that of the text.
_FACTS = 2
_MOST_FACTS = 24
_RANK_BITS = 28


@dataclass(frozen=True, slots=True)
class Account:
    """One narrated event: its id, the family of copies that its text belongs to, the ISO day it began on or
    None, the day of its text, and its words."""

    event: str
    root: str
    day: str | None
    published: str | None
    words: str


def find_accounts(accounts: Iterable[Account]) -> Iterator[Link]:
    """Links of kind same-event between accounts of different families, each pair of families at most once."""
    held: list[tuple[str, str, int, bool]] = []
    known: list[frozenset[str]] = []
    packed = array("Q")
    for one in sorted(accounts, key=lambda a: (a.day or a.published or "", a.event)):
        day = _day(one.day or one.published)
        mine = _facts(one.words)
        if day is None or len(mine) < _FACTS:
            continue
        rank = len(held)
        held.append((one.event, one.root, day, one.day is not None))
        known.append(mine)
        packed.extend(crc32(f.encode()) << _RANK_BITS | rank for f in mine)
    seen: set[tuple[str, str]] = set()
    for early, late in _candidates(packed, held):
        pair = (held[early][1], held[late][1])
        link = _judge(held[early], held[late], known[early] & known[late])
        if link is not None and pair not in seen:
            seen |= {pair, pair[::-1]}
            yield link


def _facts(words: str) -> frozenset[str]:
    numbers, names = facts(f"– {words}")
    return frozenset(sorted({*numbers, *(n for n in names if len(n) >= 3)})[:_MOST_FACTS])


def _day(when: str | None) -> int | None:
    try:
        return date.fromisoformat((when or "")[:10]).toordinal()
    except ValueError:
        return None


def _candidates(packed: array[int], held: list[tuple[str, str, int, bool]]) -> Iterator[tuple[int, int]]:
    """(earlier, later) ranks with enough facts in common, the later in order."""
    import numpy as np

    order = np.sort(np.array(packed, dtype=np.uint64))
    fact = order >> np.uint64(_RANK_BITS)
    rank = (order & np.uint64((1 << _RANK_BITS) - 1)).astype(np.int64)
    edges = np.flatnonzero(np.r_[True, fact[1:] != fact[:-1], True]) if len(fact) else np.array([0])
    shared: dict[int, Counter[int]] = {}
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        ranks = rank[start:stop].tolist()
        for at, late in enumerate(ranks):
            window = ranks[max(0, at - _HOLDERS) : at]
            near = [e for e in window if held[late][2] - held[e][2] <= _UNDATED_DAYS]
            if len(near) < _HOLDERS:
                others = [e for e in near if held[e][1] != held[late][1]]
                shared.setdefault(late, Counter()).update(others[-_BEFORE:])
    for late in sorted(shared):
        for early, number in sorted(shared[late].items()):
            if number >= _FACTS:
                yield early, late


def _judge(
    early: tuple[str, str, int, bool], late: tuple[str, str, int, bool], common: frozenset[str]
) -> Link | None:
    names = sorted(f for f in common if not f.isdigit())
    dated = early[3] and late[3]
    apart = late[2] - early[2]
    if apart > (_DAYS if dated else _UNDATED_DAYS) or not names or len(common) < _FACTS + (not dated):
        return None
    left, right = sorted((early[0], late[0]))
    numbers = sorted(f for f in common if f.isdigit())
    told = f"{len(names)} names" + (f" and the numbers {', '.join(numbers[:4])}" if numbers else "")
    when = "of one day" if not apart else f"{apart} days apart"
    reasons = (
        f"both accounts have {told} in common and are {when}"
        + ("" if dated else ", as their texts are dated"),
        "neither text copies the other: do the two who tell it know each other?",
    )
    score = round(min(0.95, 0.4 + 0.1 * len(common) + 0.1 * dated), 4)
    return Link(make_id("link", "same-event", left, right), "same-event", left, right, score, reasons)


__all__ = ["Account", "find_accounts"]
