"""Two accounts of one event, in texts that do not copy each other: suggested with a question, never joined.

A fact of an account is a name by its sounds or a number of two digits or more, in its words; its date is
none, and the words of one name count once. Accounts of one day, give or take, are suggested where what they
share would be found together by chance in fewer than one of twenty, each with the few before it that hold
the same fact, so the cost is that of a sort. Where few accounts are of these days one fact is enough, in the
words or in the paragraph around them, if a third of what they say is the same by meaning (a quarter with two
facts; two fifths where a day is only that of the text and the texts lie up to a week apart): the likest 50.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import prod
from zlib import crc32

from muster.link.translated import facts, likeness, meaning_of, sound
from muster.model.ids import make_id
from muster.model.links import Link

# Days between two accounts of one event; between the days of two texts where an account gives none.
_DAYS, _UNDATED_DAYS = 1, 3
# A fact that more accounts of these days hold is no rare one; so many before it are tried.
_HOLDERS, _BEFORE = 12, 4
# Facts in common, a name among them; one more where a day is only that of the text.
_FACTS = 2
# So often may chance alone bring an earlier account with these facts; so many accounts are thought to have
# been seen before the first: in a small project too a rare name tells more.
_CHANCE, _PRIOR = 0.05, 200
# One fact in common is enough where so much of what each says is said by the other, two with less; only
# where so few accounts are of these days, since each pair's words are read.
_ALIKE, _ALIKE_OF_TWO, _MOST_LIKELY = 0.35, 0.25, 100
# Days between texts of which one gives no day, where more of their words is the same.
_LATER_DAYS, _ALIKE_LATER = 7, 0.4
_MOST_ASKED = 50
_MOST_FACTS = 24
# Characters before and behind an account in which a fact is near by.
_AROUND = 300
_RANK_BITS = 28
# Days and months with a capital are no names; where they are written without, no name is looked for.
_DAY_OR_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_DATE = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?:{_DAY_OR_MONTH.pattern})\b(?:\s+\d{{1,2}}\b)?(?:,?\s+\d{{4}}\b)?"
)
_WORD = r"[A-ZА-ЯІЇЄҐЁ][\w'’-]+"
_RUN = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,7}}")


@dataclass(frozen=True, slots=True)
class Account:
    """One narrated event: its id, the family of copies that its text belongs to, the ISO day it began on or
    None, the day of its text, its words and their language; ``around``: the paragraph that they stand in."""

    event: str
    root: str
    day: str | None
    published: str | None
    words: str
    language: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class _Held:
    """An account as it is compared. ``runs``: fact → which name it is a word of; a number is its own."""

    account: Account
    day: int
    runs: Mapping[str, str]


def find_accounts(accounts: Iterable[Account]) -> Iterator[Link]:
    """Links of kind same-event between accounts of different families, each pair of families at most once."""
    every = [
        _Held(told, when.toordinal(), _facts(told.words, when))
        for told in sorted(accounts, key=lambda a: (a.day or a.published or "", a.event))
        if (when := _day(told.day or told.published))
    ]
    held = [one for one in every if one.runs]
    packed = array("Q")
    for place, one in enumerate(held):
        packed.extend(crc32(f.encode()) << _RANK_BITS | place for f in one.runs)
    seen: set[tuple[str, str]] = set()
    for early, late, chance in _candidates(packed, held):
        pair = (early.account.root, late.account.root)
        link = _judge(early, late) if chance <= _CHANCE else None
        if link is not None and pair not in seen:
            seen |= {pair, pair[::-1]}
            yield link
    yield from _without_detours(_told_alike(every), seen)


def paragraph(body: str, start: int, stop: int) -> str:
    """The line around a place of a text, as far as is looked for facts near by."""
    first = max(body.rfind("\n", max(0, start - _AROUND), start) + 1, start - _AROUND, 0)
    end = body.find("\n", stop, stop + _AROUND)
    return body[first : end if end >= 0 else stop + _AROUND]


def _facts(words: str, day: date) -> dict[str, str]:
    """Fact → the name that it is a word of. A first word alone may only open a sentence: no fact."""
    told = _DATE.sub(" ", words) if _DAY_OR_MONTH.search(words) else words
    numbers, names = facts(f"– {told}")
    own = {f"{day.day}", f"{day.day:02}", f"{day.year}"}
    found = {number: number for number in numbers - own}
    for run in _RUN.finditer(told):
        parts = run[0].split()
        if run.start() == 0 and len(parts) == 1:
            continue
        for part in parts:
            if len(heard := sound(part)) >= 3 and heard in names:
                found.setdefault(heard, run[0])
    return {fact: found[fact] for fact in sorted(found)[:_MOST_FACTS]}


def _day(when: str | None) -> date | None:
    try:
        return date.fromisoformat((when or "")[:10])
    except ValueError:
        return None


def _candidates(packed: array[int], held: list[_Held]) -> Iterator[tuple[_Held, _Held, float]]:
    """(earlier, later, how many of these days would hold the same by chance), the later in order."""
    import numpy as np

    order = np.sort(np.array(packed, dtype=np.uint64))
    fact = order >> np.uint64(_RANK_BITS)
    rank = (order & np.uint64((1 << _RANK_BITS) - 1)).astype(np.int64)
    edges = np.flatnonzero(np.r_[True, fact[1:] != fact[:-1], True]) if len(fact) else np.array([0])
    days = [one.day for one in held]
    shared: dict[int, dict[int, list[int]]] = {}
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        ranks = rank[start:stop].tolist()
        for at, late in enumerate(ranks):
            window = ranks[max(0, at - _HOLDERS) : at]
            near = [e for e in window if days[late] - days[e] <= _UNDATED_DAYS]
            if len(near) < _HOLDERS:
                root = held[late].account.root
                others = [e for e in near if held[e].account.root != root]
                for early in others[-_BEFORE:]:
                    shared.setdefault(late, {}).setdefault(early, []).append(1 + len(near))
    for late in sorted(shared):
        number = late - bisect_left(days, days[late] - _UNDATED_DAYS)
        for early, holders in sorted(shared[late].items()):
            if len(holders) >= _FACTS:
                rarest = sorted(holders)[: _names_in_common(held[early], held[late])]
                yield held[early], held[late], number * prod(h / (number + _PRIOR) for h in rarest)


def _names_in_common(early: _Held, late: _Held) -> int:
    """How many names and numbers two accounts share; the words of one name count once."""
    common = early.runs.keys() & late.runs.keys()
    return min(len({early.runs[f] for f in common}), len({late.runs[f] for f in common}))


def _judge(early: _Held, late: _Held) -> Link | None:
    common = sorted(early.runs.keys() & late.runs.keys())
    dated = early.account.day is not None and late.account.day is not None
    apart = late.day - early.day
    numbers = [f for f in common if f.isdigit()]
    shared = _names_in_common(early, late)
    names = shared - len(numbers)
    if apart > (_DAYS if dated else _UNDATED_DAYS) or names < 1 or shared < _FACTS + (not dated):
        return None
    left, right = sorted((early.account.event, late.account.event))
    told = f"{names} name{'s' if names > 1 else ''}"
    told += f" and the number{'s' if len(numbers) > 1 else ''} {', '.join(numbers[:4])}" if numbers else ""
    when = "of one day" if not apart else f"{apart} day{'s' if apart > 1 else ''} apart"
    reasons = (
        f"both accounts have {told} in common and are {when}"
        + ("" if dated else ", as their texts are dated"),
        "neither text copies the other: do the two who tell it know each other?",
    )
    score = round(min(0.95, 0.4 + 0.1 * shared + 0.1 * dated), 4)
    return Link(make_id("link", "same-event", left, right), "same-event", left, right, score, reasons)


def _weight(key: str) -> float:
    """Of two sentences no word is rarer than another; a number tells half as much again."""
    return 1.5 if key[0] == "n" else 1.0


def _told_alike(held: list[_Held]) -> Iterator[tuple[tuple[str, str], Link]]:
    """Where few accounts are of these days: pairs that have a fact in common, in their words or near them,
    and much of what each says by meaning; of two families the likest. At most so many pairs an account."""
    days = [one.day for one in held]
    near: dict[int, frozenset[str]] = {}
    best: dict[tuple[str, str], tuple[float, Link]] = {}
    for late, one in enumerate(held):
        first = bisect_left(days, one.day - _LATER_DAYS)
        if bisect_left(days, one.day + _LATER_DAYS + 1) - first > _MOST_LIKELY:
            continue
        for early in range(first, late):
            other = held[early]
            root, other_root = one.account.root, other.account.root
            if root == other_root or one.day - other.day > _most_apart(other, one):
                continue
            common = _near(held, early, near) & _near(held, late, near)
            alike = _alike(other.account, one.account) if common else 0.0
            least = _ALIKE_OF_TWO if len(common) >= _FACTS else _ALIKE
            if one.day - other.day > _UNDATED_DAYS:
                least = _ALIKE_LATER
            pair = (min(root, other_root), max(root, other_root))
            if alike >= least and alike > best.get(pair, (0.0,))[0]:
                best[pair] = (alike, _likely(other, one, alike, min(common)))
    for pair in sorted(best):
        yield pair, best[pair][1]


def _without_detours(
    found: Iterable[tuple[tuple[str, str], Link]], known: set[tuple[str, str]]
) -> Iterator[Link]:
    """The likest first, so many at most; of three families that may tell of one event two pairs are asked
    about, since two answers settle the third."""
    above: dict[str, str] = {}

    def top(root: str) -> str:
        while (higher := above.get(root, root)) != root:
            root = higher
        return root

    for one, other in sorted(known):
        above[max(top(one), top(other))] = min(top(one), top(other))
    asked = 0
    for (one, other), link in sorted(found, key=lambda f: (-f[1].score, f[0])):
        ends = sorted((top(one), top(other)))
        if ends[0] != ends[1] and asked < _MOST_ASKED:
            above[ends[1]] = ends[0]
            asked += 1
            yield link


def _most_apart(early: _Held, late: _Held) -> int:
    return _DAYS if early.account.day and late.account.day else _LATER_DAYS


def _near(held: list[_Held], place: int, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """Facts in the words of an account and of the paragraph around it; worked out once."""
    if place not in known:
        one = held[place]
        around = _facts(one.account.around, date.fromordinal(one.day)) if one.account.around else {}
        known[place] = frozenset(one.runs) | frozenset(around)
    return known[place]


def _alike(one: Account, other: Account) -> float:
    return likeness(meaning_of(one.words, one.language), meaning_of(other.words, other.language), _weight)


def _likely(early: _Held, late: _Held, alike: float, fact: str) -> Link:
    left, right = sorted((early.account.event, late.account.event))
    told = fact if fact.isdigit() else "a name"
    apart = late.day - early.day
    when = "of one day" if not apart else f"{apart} day{'s' if apart > 1 else ''} apart"
    dated = early.account.day is not None and late.account.day is not None
    reasons = (
        f"both accounts are {when}{'' if dated else ', as their texts are dated'}, have {told} in common "
        f"there or near by, and {100 * alike:.0f} % of what each says the other says too",
        "neither text copies the other: do the two who tell it know each other?",
    )
    score = round(0.3 + 0.4 * alike, 4)
    return Link(make_id("link", "same-event", left, right), "same-event", left, right, score, reasons)


__all__ = ["Account", "find_accounts", "paragraph"]
