"""Pairs of claims that cannot both be true: claims in, questions with their reasons out. Nothing is settled.

Laid side by side are claims of one document, or of two families of copies, that tell of one kind of act
(``text/deeds/acts.py``) and share a name or a thing, or stand in two accounts of one event. Asked about is a
pair where figures of one thing do not meet, where one denies what the other tells, or where one event has two
days, two places or two actors. What is not said contradicts nothing; a later figure that is higher may be a
total that grew, and another population, day or place is another question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from muster.link.alleged import Alleged
from muster.link.denials import denied, verb_denied
from muster.link.telling import Telling, days_between
from muster.link.told_otherwise import (
    Found,
    actors_differ,
    days_differ,
    figures_differ,
    places_differ,
)
from muster.link.translated import weight_of
from muster.link.unlike import unlike
from muster.link.whom import akin_names
from muster.model.ids import make_id
from muster.model.links import Copy, Link, Origin

KIND = "contradiction"
_MOST_ASKED = 50
# So many questions may be about one claim.
_TIMES = 3
# Documents that accounts of one event and their copies may join before they are doubted to be of one.
_ONE_EVENT = 12
# Days between two texts of which neither dates what it tells.
_TEXT_DAYS = 7
# Names that must stand around both where neither has one of the other's in its own words.
_AROUND = 2
# So many claims are thought to have been seen before the first.
_PRIOR = 200
_BEGUN = {
    "figures": "figures that cannot both hold",
    "denied": "one denies what the other tells",
    "day": "what reads as one event has two days",
    "place": "what reads as one event has two places",
    "actor": "what reads as one act has two actors",
    "unlike": "what each tells leaves the other no room",
}
KINDS = tuple(_BEGUN)
_ORDER = {kind: place for place, kind in enumerate(KINDS)}


def find_contradictions(
    alleged: Alleged,
    tellings_of: Callable[[Collection[str]], Mapping[str, Telling]],
    beside: Iterable[tuple[str, str]] = (),
    origins: Iterable[Origin] = (),
    settled: int = 0,
) -> Iterator[Link]:
    """Questions, the surest first, each claim in three at most, fifty in all. Of three that contradict one
    another two pairs are asked. Claims of one origin are asked about where their texts are of two days:
    somebody may have changed his account.

    ``tellings_of``: claims by id, laid out; those that are gone are left out. ``beside``: documents with
    accounts of one event. ``settled``: how many pairs people have judged, so many more are made."""
    accounts = {(min(pair), max(pair)) for pair in beside}
    pairs = alleged.pairs(sorted(accounts))
    told = tellings_of(sorted({claim for pair in pairs for claim in pair}))
    weight = _Weights(told.values())
    origin = {claim: o.id for o in origins for claim in o.claims if claim in told}
    made: list[tuple[Found, str, str]] = []
    for left, right in pairs:
        if left not in told or right not in told:
            continue
        one, other = _in_time(told[left], told[right])
        same = origin.get(one.claim, one.claim) == origin.get(other.claim)
        if same and (one.published or "")[:10] == (other.published or "")[:10]:
            continue
        if one.document == other.document and one.start < other.stop and other.start < one.stop:
            continue
        documents = min(one.document, other.document), max(one.document, other.document)
        if found := contradiction(one, other, weight, one_event=documents in accounts, one_origin=same):
            # Of words that a copy repeats those of the original are shown.
            copies = sum(t.document != t.root for t in (one, other))
            made.append((replace(found, copies=copies), one.claim, other.claim))
    yield from _asked(made, origin, _MOST_ASKED + settled)


def _asked(made: Sequence[tuple[Found, str, str]], origin: Mapping[str, str], most: int) -> Iterator[Link]:
    times: Counter[str] = Counter()
    asked = 0
    said: set[tuple[str, frozenset[str]]] = set()
    held: set[tuple[str, str, frozenset[str]]] = set()
    for found, one, other in sorted(
        made, key=lambda m: (-m[0].score, m[0].copies, _ORDER[m[0].kind], *m[1:])
    ):
        # A sentence that ten papers print is asked about once beside the same words.
        words = (found.kind, frozenset((found.one, found.other)))
        # What one origin says against another in five papers is one question too.
        sides = (found.kind, found.about, frozenset((origin.get(one, one), origin.get(other, other))))
        if asked == most or max(times[one], times[other]) >= _TIMES or words in said:
            continue
        if found.about and sides in held:
            continue
        said.add(words)
        held.add(sides)
        times.update((one, other))
        asked += 1
        low, high = sorted((one, other))
        first = f"{_BEGUN[found.kind]}: “{found.one}” and “{found.other}”"
        yield Link(make_id("link", KIND, low, high), KIND, low, high, found.score, (first, *found.reasons))


def kind_of(link: Link) -> str:
    """Which of `KINDS` a contradiction is."""
    return next((k for k, begun in _BEGUN.items() if link.reasons[0].startswith(f"{begun}: ")), "")


def _in_time(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    early, late = sorted((one, other), key=lambda t: (t.published or "", t.claim))
    return early, late


class _Weights:
    """What a word in common tells: its rarity among the claims that are laid out."""

    def __init__(self, told: Iterable[Telling]) -> None:
        held = list(told)
        self.times = Counter(key for t in held for key in t.meaning.keys)
        self.size = len(held) + _PRIOR

    def __call__(self, key: str) -> float:
        return weight_of(key, max(1, self.times.get(key, 1)), self.size)


def of_one_event(told: Sequence[tuple[str, str]], copies: Iterable[Copy]) -> list[tuple[str, str]]:
    """Documents that tell of one event, in pairs: those of two accounts (``told``), and what several such
    pairs, or a copy of one of them, join; where that is many, a chain may lead from one event to another, and
    only the two accounts are a pair."""
    beside: dict[str, set[str]] = {}
    for one, other in (*told, *((c.copy, c.original) for c in copies)):
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    found = set(told)
    seen: set[str] = set()
    for first in sorted({document for pair in told for document in pair}):
        if first in seen:
            continue
        together, todo = {first}, [first]
        while todo:
            fresh = beside[todo.pop()] - together
            together |= fresh
            todo += fresh
        seen |= together
        if len(together) <= _ONE_EVENT:
            found.update(combinations(sorted(together), 2))
    return sorted(found)


def contradiction(
    one: Telling,
    other: Telling,
    weight: Callable[[str], float],
    *,
    one_event: bool = False,
    one_origin: bool = False,
) -> Found | None:
    """The surest way in which two claims cannot both be true; None where both can. ``one``: the earlier."""
    when = _when(one, other)
    if when == "far" and one_event and not (one.days or other.days):
        when = "near"
    return (
        _of_one_act(one, other, when, weight, one_event, one_origin)
        or unlike(one, other, when, weight, one_event)
        or verb_denied(one, other, when, weight)
    )


def _of_one_act(
    one: Telling,
    other: Telling,
    when: str,
    weight: Callable[[str], float],
    one_event: bool,
    one_origin: bool,
) -> Found | None:
    """Of claims that tell of one kind of act."""
    common = one.told.keys() & other.told.keys()
    names = one.names & other.names
    around = one.names_around & other.names_around
    if not common:
        return None
    # Names that stand only around it may be of something else: one alone shows no common scene.
    near = bool(names) or one_event or len(around) >= _AROUND or (bool(around) and when == "same")
    if not near:
        # "No strikes on markets were made" is of every market of these days.
        # What each names, and the other does not, is another scene.
        near_in_time = (
            when in ("same", "near") and one.may_share_place(other) and not (one.names and other.names)
        )
        found = denied(one, other, common, when, weight) if near_in_time else None
        return found if found and found.by_content else None
    tries: list[Callable[[], Found | None]] = []
    if when != "apart" and one.may_share_place(other):
        tries += [
            lambda: figures_differ(one, other, when, one_origin),
            # Two accounts of one event may each tell of another town too.
            lambda: (
                denied(one, other, common, when, weight, one_event)
                if names
                or not one.names
                or not other.names
                or len(around) >= _AROUND
                or not one_event
                or akin_names(one, other)
                else None
            ),
            lambda: actors_differ(one, other, common, when, weight),
        ]
    tries += [
        lambda: (
            days_differ(one, other, common, weight, one_event)
            if when == "apart" and one.may_share_place(other)
            else None
        ),
        lambda: places_differ(one, other, common, when, weight),
    ]
    return next((found for each in tries if (found := each())), None)


def _when(one: Telling, other: Telling) -> str:
    """ "same" where both give days that meet, "apart" where they do not, "near" where one or both give none
    and their texts are of one week, else "far"."""
    if one.days and other.days:
        if any(a <= d and c <= b for a, b in one.days for c, d in other.days):
            return "same"
        return "apart"
    for told, beside in ((one, other), (other, one)):
        # What is dated to a day after the other text was out is no part of what that tells.
        begun = min((day for day, _ in told.days), default="")
        if begun > (beside.published or "9999")[:10] and not beside.days:
            return "apart"
    texts = [each[:10] for each in (one.published, other.published) if each]
    dated = [day for t in (one, other) for _, day in t.days] + texts
    if len(dated) < 2:
        return "near"
    between = days_between(min(dated), max(dated))
    return "near" if between <= _TEXT_DAYS or _one_day_around(one, other) else "far"


def _one_day_around(one: Telling, other: Telling) -> bool:
    """Whether a day that the one tells, or that is told around it, is one of the other's: "that day"."""
    mine, theirs = (t.days or t.days_around for t in (one, other))
    return any(
        a <= d and c <= b for a, b in mine for c, d in theirs
        if days_between(a, b) <= 1 and days_between(c, d) <= 1
    )  # fmt: skip


__all__ = ["KIND", "KINDS", "contradiction", "find_contradictions", "kind_of", "of_one_event"]
