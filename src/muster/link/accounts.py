"""Two accounts of one event, in texts that do not copy each other: suggested with a question, never joined.

What is compared is a short text as a whole, of a longer one a paragraph in which something is narrated. Two
of them of different families and sources are laid side by side where they are of these days and few others
are, or where they share names and numbers that chance would bring together in fewer than one of twenty; each
with the few before it that hold the same fact, so the cost is that of a sort. How much each says of what the
other says, in any of three languages and the rarer the more, decides; the likest come first, as many as a
desk can answer, and of three texts that tell of one event two pairs, since two answers settle the third.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import prod
from zlib import crc32

from muster.link.told_places import name_sound, names_in, numbered_in, scenes_in
from muster.link.translated import Meaning, facts, likeness, meaning_of, sound, weight_of
from muster.model.ids import make_id
from muster.model.links import Link
from muster.text.concepts import keys_of_word

# Days between two events that both texts date; between the days of two texts, else, and between the day that
# one gives and the day of the other text.
_DAYS, _TEXT_DAYS, _MIXED_DAYS = 1, 7, 3
_WEEK = 7
# Of two texts that date their events to other days: days between the texts where an error is likelier.
_DOUBTED_DAYS = 3
# A fact that more accounts of these days hold is no rare one; so many before it are tried.
_HOLDERS, _BEFORE = 12, 4
# Facts in common that make a pair where many accounts are of these days.
_FACTS = 2
# So often may chance alone bring an earlier account with these facts; so many accounts are thought to have
# been seen before the first: in a small project too a rare word tells more.
_CHANCE, _PRIOR = 0.05, 200
# Where so few are of these days, each is compared with each; in a larger project a fact in common is wanted.
_FEW, _SMALL = 120, 1_000
# How alike two must be, as link/translated.py measures it, and in so many words at least; where their texts
# lie weeks apart, with a name or a number in common.
_ALIKE, _COMMON = 0.12, 3
_ALIKE_LATER, _LATER_DAYS = 0.2, 45
# What tells of other places is another event, unless the two are alike word for word.
_WORD_FOR_WORD = 0.9
# How rare a word is, is counted in so many accounts.
_SAMPLE = 400
# Questions that any desk answers; beyond, one for so many texts; never more than so many.
_ANY_DESK, _TEXTS_A_QUESTION, _MOST_ASKED = 12, 5, 50
_MOST_FACTS, _MOST_DAYS = 24, 4
# A text of fewer characters is one account; characters before and behind an event in a longer one.
_SHORT, _AROUND = 900, 300
_RANK_BITS = 28
# Days and months with a capital are no names; where they are written without, no name is looked for.
_DAY_OR_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_DATE = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?:{_DAY_OR_MONTH.pattern})\b(?:\s+\d{{1,2}}\b)?(?:,?\s+\d{{4}}\b)?"
)
# Ukrainian «г» is written with either letter.
_HARD = str.maketrans("g", "h")
_HOUR = re.compile(
    r"(?<!\w)(?:in the (?:morning|evening|afternoon)|at (?:night|dawn|noon|midnight)|утром|вечером|ночью"
    r"|днём|днем|вранці|уранці|зранку|[ву]вечері|вночі|уночі|вдень)(?!\w)",
    re.I,
)
_DAY_TOLD = re.compile(
    r"(?i)\d|day\b|today|tonight|this|сегодня|сьогодні|понед|вторник|вівтор|сред[уы]|серед[иу]|четв|пятниц|п['’ʼ]ятниц"
    r"|суббот|субот|воскрес|неділ"
)
_WORD = r"[A-ZА-ЯІЇЄҐЁ][\w'’-]+"
_RUN = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,7}}")


@dataclass(frozen=True, slots=True)
class Account:
    """One narrated event: its id, the family of copies that its text belongs to, the ISO day it began on or
    None, the day of its text, its words and their language; ``told``: the short text or the paragraph that
    they stand in; ``source``: who publishes it."""

    event: str
    root: str
    day: str | None
    published: str | None
    words: str
    language: str = ""
    told: str = ""
    source: str = ""


@dataclass
class _Held:
    """Events of one text or paragraph, as they are compared."""

    accounts: list[Account] = field(default_factory=list)

    @property
    def first(self) -> Account:
        return self.accounts[0]

    @cached_property
    def days(self) -> tuple[int, ...]:
        """On which its events began."""
        found = {
            when.toordinal()
            for a in self.accounts
            # An hour alone stands on the day of the text, which is no day that it tells.
            if (when := _day(a.day)) and not (when.toordinal() == self.text_day and _only_an_hour(a.words))
        }
        return tuple(sorted(found)[:_MOST_DAYS])

    @cached_property
    def text_day(self) -> int | None:
        when = _day(self.first.published)
        return when.toordinal() if when else None

    @property
    def all_days(self) -> tuple[int, ...]:
        return (*self.days, *((self.text_day,) if self.text_day else ()))

    @cached_property
    def told(self) -> str:
        return self.first.told or self.first.words

    @cached_property
    def runs(self) -> dict[str, str]:
        """Fact → which name it is a word of; a number is its own. Its dates are none."""
        return _facts(self.told, self.all_days)

    @cached_property
    def scenes(self) -> frozenset[str]:
        """Names of the places where it happened, as they are written."""
        return scenes_in(self.told)

    @cached_property
    def names(self) -> frozenset[str]:
        """Sounds of all names in it."""
        return self.heard | names_in(self.told, self.first.language)

    @cached_property
    def heard(self) -> frozenset[str]:
        """Sounds of the places."""
        return frozenset(filter(None, map(name_sound, self.scenes)))

    @cached_property
    def meaning(self) -> Meaning:
        return meaning_of(self.told, self.first.language)


def find_accounts(accounts: Iterable[Account]) -> Iterator[Link]:
    """Links of kind same-event between accounts of different families, each pair of families at most once;
    the likest first."""
    held: dict[tuple[str, str], _Held] = {}
    roots = set()
    for told in sorted(accounts, key=lambda a: (a.day or a.published or "", a.event)):
        roots.add(told.root)
        held.setdefault((told.root, told.told or told.event), _Held()).accounts.append(told)
    # Each stands on every day that it tells of, and on its own.
    every = list(held.values())
    placed = sorted((day, at) for at, one in enumerate(every) for day in set(one.all_days))
    weight = _Weights(every)
    best: dict[tuple[str, str], tuple[float, _Held, _Held]] = {}
    for one, other in sorted({*_by_rare_facts(placed, every), *_of_few_days(placed, every)}):
        early, late = every[one], every[other]
        least = _least(early, late)
        if not least:
            continue
        alike = likeness(early.meaning, late.meaning, weight.of)
        if least <= alike < _WORD_FOR_WORD and _elsewhere(early, late):
            continue
        pair = (min(early.first.root, late.first.root), max(early.first.root, late.first.root))
        if alike >= least and alike > best.get(pair, (0.0,))[0]:
            best[pair] = (alike, early, late)
    asked = max(_ANY_DESK, len(roots) // _TEXTS_A_QUESTION)
    for alike, early, late in _without_detours(best, min(asked, _MOST_ASKED)):
        yield _question(early, late, alike)


def told_in(body: str, begin: int, start: int, stop: int) -> str:
    """What a place of a text is compared by: all that stands behind ``begin``, else the paragraph."""
    first, last = bounds_in(body, begin, start, stop)
    return body[first:last]


def bounds_in(body: str, begin: int, start: int, stop: int) -> tuple[int, int]:
    """Characters ``[first, last)`` of `told_in`."""
    return (begin, len(body)) if len(body) - begin <= _SHORT else _paragraph(body, start, stop)


def paragraph(body: str, start: int, stop: int) -> str:
    """The line around a place of a text, as far as is looked for facts near by."""
    first, last = _paragraph(body, start, stop)
    return body[first:last]


def _paragraph(body: str, start: int, stop: int) -> tuple[int, int]:
    first = max(body.rfind("\n", max(0, start - _AROUND), start) + 1, start - _AROUND, 0)
    end = body.find("\n", stop, stop + _AROUND)
    return first, min(end if end >= 0 else stop + _AROUND, len(body))


def _facts(words: str, days: Sequence[int]) -> dict[str, str]:
    """Fact → the name that it is a word of. A first word alone may only open a sentence: no fact."""
    told = _DATE.sub(" ", words) if _DAY_OR_MONTH.search(words) else words
    numbers, names = facts(f"– {told}")
    dates = [date.fromordinal(day) for day in days]
    own = {shown for day in dates for shown in (f"{day.day}", f"{day.day:02}", f"{day.year}")}
    found = {number: number for number in numbers - own}
    for run in _RUN.finditer(told):
        parts = run[0].split()
        if run.start() == 0 and len(parts) == 1:
            continue
        for part in parts:
            if len(heard := sound(part)) >= 3 and heard in names:
                found.setdefault(heard, run[0])
    return {fact: found[fact] for fact in sorted(found)[:_MOST_FACTS]}


def _only_an_hour(words: str) -> bool:
    """ "The man was released in the morning", of no day that is told."""
    return _HOUR.search(words) is not None and _DAY_TOLD.search(words) is None


def _day(when: str | None) -> date | None:
    try:
        return date.fromisoformat((when or "")[:10])
    except ValueError:
        return None


class _Weights:
    """What a word in common tells: its rarity among a sample of the accounts."""

    def __init__(self, held: Sequence[_Held]) -> None:
        step = max(1, len(held) // _SAMPLE)
        sample = held[::step] if held else ()
        self.times = Counter(key for one in sample for key in one.meaning.keys)
        self.size = len(sample) + _PRIOR
        self.known: dict[str, float] = {}

    def of(self, key: str) -> float:
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = weight_of(key, self.times.get(key, 1), self.size)
        return found


def _by_rare_facts(placed: Sequence[tuple[int, int]], every: Sequence[_Held]) -> Iterator[tuple[int, int]]:
    """Pairs of accounts near in days that share facts which chance would seldom bring together."""
    import numpy as np

    packed = array("Q")
    for rank, (_, at) in enumerate(placed):
        packed.extend(crc32(f.encode()) << _RANK_BITS | rank for f in every[at].runs)
    order = np.sort(np.array(packed, dtype=np.uint64))
    fact = order >> np.uint64(_RANK_BITS)
    ranks = (order & np.uint64((1 << _RANK_BITS) - 1)).astype(np.int64)
    edges = np.flatnonzero(np.r_[True, fact[1:] != fact[:-1], True]) if len(fact) else np.array([0])
    days = [day for day, _ in placed]
    oldest = [bisect_left(days, day - _MIXED_DAYS) for day in days]
    shared: dict[int, dict[int, list[int]]] = {}
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        holders = ranks[start:stop].tolist()
        for place, late in enumerate(holders):
            near = [
                e for e in holders[max(0, place - _HOLDERS) : place] if days[late] - days[e] <= _MIXED_DAYS
            ]
            if len(near) < _HOLDERS:
                root = every[placed[late][1]].first.root
                others = [e for e in near if every[placed[e][1]].first.root != root]
                for early in others[-_BEFORE:]:
                    shared.setdefault(late, {}).setdefault(early, []).append(1 + len(near))
    for late, earlier in shared.items():
        number = late - oldest[late]
        for early, holding in earlier.items():
            if len(holding) < _FACTS:
                continue
            one, other = sorted((placed[early][1], placed[late][1]))
            rarest = sorted(holding)[: _names_in_common(every[one], every[other])]
            if number * prod(h / (number + _PRIOR) for h in rarest) <= _CHANCE:
                yield one, other


def _of_few_days(placed: Sequence[tuple[int, int]], every: Sequence[_Held]) -> Iterator[tuple[int, int]]:
    """Pairs of accounts of days of which few accounts are."""
    days = [day for day, _ in placed]
    small = len(every) <= _SMALL
    for late, (day, at) in enumerate(placed):
        span = next((n for n in (_LATER_DAYS, _TEXT_DAYS) if _few(days, day, n)), 0)
        first = bisect_left(days, day - span) if span else late
        for _, other in placed[first:late]:
            if other != at and (small or every[at].runs.keys() & every[other].runs.keys()):
                yield min(at, other), max(at, other)


def _few(days: Sequence[int], day: int, span: int) -> bool:
    return bisect_right(days, day + span) - bisect_left(days, day - span) <= _FEW


def _least(early: _Held, late: _Held) -> float | None:
    """How alike two accounts must be to be asked about; None where they are of one family or source, have no
    words in common, or are of other times."""
    one, other = early.first, late.first
    if one.root == other.root or (one.source and one.source == other.source):
        return None
    if len(early.meaning.keys & late.meaning.keys) < _COMMON:
        return None
    apart = _apart(early.days, late.days)
    if apart <= _DAYS:
        return _ALIKE
    texts = [(one.text_day,) if one.text_day else () for one in (early, late)]
    between = _apart(*texts)
    if early.days and late.days:
        # "On Tuesday" may be this week's or the last.
        if apart <= _TEXT_DAYS and between <= _DOUBTED_DAYS:
            return _ALIKE
        a_week = apart == _WEEK and between <= _WEEK and early.runs.keys() & late.runs.keys()
        return _ALIKE_LATER if a_week else None
    mixed = min(_apart(early.days, texts[1]), _apart(texts[0], late.days))
    if mixed <= _MIXED_DAYS or between <= _TEXT_DAYS:
        return _ALIKE
    return _ALIKE_LATER if between <= _LATER_DAYS and early.runs.keys() & late.runs.keys() else None


def _elsewhere(early: _Held, late: _Held) -> bool:
    """Both name places, and no name of one stands in the other, nor what it means ("Goat Ford", «Козячий
    брід»); or houses of other numbers ("Colony 7", «колонія № 3»)."""
    numbered = [numbered_in(one.told) for one in (early, late)]
    if all(numbered) and not numbered[0] & numbered[1]:
        return True
    if not early.heard or not late.heard or early.runs.keys() & late.runs.keys():
        return False
    if early.heard & late.names or late.heard & early.names:
        return False
    # A name that is written in two scripts is not always heard the same; it begins the same.
    begins, other_begins = ({h[0].translate(_HARD) for h in one.heard} for one in (early, late))
    if begins & other_begins:
        return False
    return not any(
        keys_of_word(word, one.first.language) & other.meaning.keys
        for one, other in ((early, late), (late, early))
        for word in one.scenes
    )


def _apart(some: Sequence[int], others: Sequence[int]) -> int:
    """Days between the nearest; many where one has none."""
    return min((abs(a - b) for a in some for b in others), default=1 << 20)


def _names_in_common(early: _Held, late: _Held) -> int:
    """How many names and numbers two accounts share; the words of one name count once."""
    common = early.runs.keys() & late.runs.keys()
    return min(len({early.runs[f] for f in common}), len({late.runs[f] for f in common}))


def _without_detours(
    found: dict[tuple[str, str], tuple[float, _Held, _Held]], most: int
) -> Iterator[tuple[float, _Held, _Held]]:
    """The likest first, so many at most; of three families that may tell of one event two pairs are asked
    about, since two answers settle the third."""
    above: dict[str, str] = {}

    def top(root: str) -> str:
        while (higher := above.get(root, root)) != root:
            root = higher
        return root

    asked = 0
    for (one, other), told in sorted(found.items(), key=lambda f: (-f[1][0], f[0])):
        ends = sorted((top(one), top(other)))
        if ends[0] != ends[1] and asked < most:
            above[ends[1]] = ends[0]
            asked += 1
            yield told


def _question(early: _Held, late: _Held, alike: float) -> Link:
    one, other = _likest(early, late)
    left, right = sorted((one.event, other.event))
    dated = _apart(early.days, late.days)
    apart = dated if dated <= _DAYS else min(_apart(early.all_days, late.all_days), 1 << 20)
    when = "of one day" if not apart else f"{apart} day{'s' if apart > 1 else ''} apart"
    reasons = (
        f"both accounts are {when}{'' if dated <= _DAYS else ', as their texts are dated'}"
        f"{_in_common(early, late)}, and {100 * alike:.0f} % of what each says the other says too, the rarer "
        "the more",
        "neither text copies the other: do the two who tell it know each other?",
    )
    score = round(0.3 + 0.6 * alike, 4)
    return Link(make_id("link", "same-event", left, right), "same-event", left, right, score, reasons)


def _likest(early: _Held, late: _Held) -> tuple[Account, Account]:
    """Of each account the event that says most of what one of the other says."""
    pairs = [
        (likeness(_said(one), _said(other), lambda _: 1.0), one, other)
        for one in early.accounts[:_MOST_FACTS]
        for other in late.accounts[:_MOST_FACTS]
    ]
    _, one, other = max(pairs, key=lambda p: (p[0], p[1].event, p[2].event))
    return one, other


def _said(account: Account) -> Meaning:
    return meaning_of(account.words, account.language)


def _in_common(early: _Held, late: _Held) -> str:
    common = sorted(early.runs.keys() & late.runs.keys())
    numbers = [f for f in common if f.isdecimal()]
    names = _names_in_common(early, late) - len(numbers)
    told = [", ".join(numbers[:4])] if numbers else []
    told += [f"{names} names" if names > 1 else "a name"] if names > 0 else []
    return f", have {' and '.join(told)} in common" if told else ""


__all__ = ["Account", "bounds_in", "find_accounts", "paragraph", "told_in"]
