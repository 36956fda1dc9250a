"""What several origins allege alike: claims of one kind of act by one unit, or at one place; links with
reasons out.

A theme says nothing of whether it is true. Between each two origins of a theme stands one link: its first
reason says what is alleged, by whom, where; its score 1 where the two are shown to be independent, a half
where that is not shown, and then the other reasons say why not. What an origin says again, and what nobody
named says, is linked to the theme's first claim and counts for nothing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from muster.link.alleged import Alleged
from muster.link.independence import INDEPENDENT, Standing
from muster.link.telling import Telling, name_sound
from muster.model.ids import make_id
from muster.model.ledger import NOT_SHOWN
from muster.model.links import Link, Origin
from muster.text.deeds.acts import COMPLAINTS, kinds

KIND = "theme"
INDEPENDENT_SCORE, OPEN_SCORE, AGAIN_SCORE, UNNAMED_SCORE = 1.0, 0.5, 0.25, 0.1
_MOST_CLAIMS, _MOST_THEMES, _MOST_ORIGINS, _MOST_TELLINGS = 3_000, 40, 10, 60
# Of a theme's claims, how many must be at a place that it is said to be at.
_HALF = 0.5


@dataclass
class _Group:
    """Claims of one kind of act; ``actor`` and ``place`` by key, "" where they do not have it in common."""

    kind: str
    actor: str
    place: str
    claims: dict[str, None] = field(default_factory=dict)


def find_themes(
    alleged: Alleged,
    tellings_of: Callable[[Collection[str]], Mapping[str, Telling]],
    origins: Iterable[Origin],
    standing_of: Callable[[str, str], Standing],
    judged: Mapping[str, str] | None = None,
) -> Iterator[Link]:
    """Links of kind theme, forty themes at most, those of most origins first.

    ``standing_of``: how two origins (ids) stand to each other. ``judged``: what people said of single
    claims: "rejected", or the kind of act that it alleges."""
    told = tellings_of(alleged.alike(_MOST_CLAIMS))
    known = [o for o in origins if any(claim in told for claim in o.claims)]
    names = {o.id: o.name for o in known}
    origin = {claim: o.id for o in known for claim in o.claims if claim in told}
    groups = _groups(told, judged or {})

    def weight(group: _Group) -> tuple[int, int]:
        return len(_named(group.claims, origin, names)), len(group.claims)

    made = [g for g in groups if len(_named(g.claims, origin, names)) > 1]
    made.sort(key=lambda g: (*(-n for n in weight(g)), g.kind, g.actor, g.place))
    for group in made[:_MOST_THEMES]:
        yield from _links(group, told, origin, names, standing_of)


def _named(claims: Iterable[str], origin: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """The origins of some claims, those of whom nothing is shown left out, each once in the order of
    claims."""
    found = (origin.get(claim, "") for claim in claims)
    return list(dict.fromkeys(o for o in found if o and names.get(o) != NOT_SHOWN))


def _groups(told: Mapping[str, Telling], judged: Mapping[str, str]) -> list[_Group]:
    """By unit or side first; then by place, where most of a place's claims are not in a group already."""
    by_actor: dict[tuple[str, str], _Group] = {}
    by_place: dict[tuple[str, str], _Group] = {}
    for telling in sorted(told.values(), key=lambda t: (t.published or "9999", t.claim)):
        for kind in _alleged(telling, judged.get(telling.claim, "")):
            for actor in sorted(telling.actors):
                by_actor.setdefault((kind, actor), _Group(kind, actor, "")).claims[telling.claim] = None
            for place in sorted(_places(telling)):
                by_place.setdefault((kind, place), _Group(kind, "", place)).claims[telling.claim] = None
    made = []
    for group in by_actor.values():
        places = Counter(place for claim in group.claims for place in _places(told[claim]))
        # Where half of them are; of two places that are named as often the one told first.
        best = max(places, key=lambda p: places[p], default="")
        group.place = best if best and places[best] >= max(2, _HALF * len(group.claims)) else ""
        made.append(group)
    for (kind, _), group in sorted(by_place.items()):
        beside = [g for g in made if g.kind == kind and len(g.claims.keys() & group.claims.keys()) > 1]
        close = max(beside, key=lambda g: len(g.claims.keys() & group.claims.keys()), default=None)
        silent = [claim for claim in group.claims if not told[claim].actors]
        if close is not None and len(close.claims.keys() & group.claims.keys()) >= _HALF * len(group.claims):
            # The same told at the same place by those who name nobody who did it.
            close.claims.update(dict.fromkeys(silent) if close.place == group.place else {})
        else:
            group.claims = dict.fromkeys(silent)
            made.append(group)
    return _without_twins(made)


def _without_twins(groups: Sequence[_Group]) -> list[_Group]:
    """Groups that hold the same claims are one: of several acts, or of two names of one place."""
    seen: dict[frozenset[str], _Group] = {}
    for group in sorted(groups, key=lambda g: (-len(g.claims), not g.actor, g.kind, g.actor, g.place)):
        first = seen.setdefault(frozenset(group.claims), group)
        if group.kind not in first.kind.split(", "):
            first.kind = ", ".join(sorted((*first.kind.split(", "), group.kind)))
    return list(seen.values())


def _alleged(telling: Telling, judged: str) -> list[str]:
    if judged == "rejected":
        return []
    if judged in kinds():
        return [judged]
    return sorted(
        {a.kind for a in telling.acts if a.kind in COMPLAINTS and telling.told.get(a.kind) is False}
    )


def _places(telling: Telling) -> frozenset[str]:
    others = {heard for kind, heard in telling.named if kind in ("person", "unit", "organisation")}
    return telling.places - others


def _links(
    group: _Group,
    told: Mapping[str, Telling],
    origin: Mapping[str, str],
    names: Mapping[str, str],
    standing_of: Callable[[str, str], Standing],
) -> Iterator[Link]:
    claims = _innermost([told[c] for c in group.claims])
    title = _title(group, [told[c] for c in claims])
    named = _named(claims, origin, names)[:_MOST_ORIGINS]
    if len(named) < 2:
        return
    first = {o: next(c for c in claims if origin.get(c) == o) for o in named}
    for one, other in combinations(named, 2):
        standing = standing_of(one, other)
        shown = standing.verdict == INDEPENDENT
        why = () if shown else standing.reasons
        yield _link(first[one], first[other], INDEPENDENT_SCORE if shown else OPEN_SCORE, (title, *why))
    begun = first[named[0]]
    for claim in claims[:_MOST_TELLINGS]:
        if claim in first.values():
            continue
        if names.get(origin.get(claim, ""), NOT_SHOWN) == NOT_SHOWN:
            yield _link(
                begun, claim, UNNAMED_SCORE, (title, "nobody is named who says it: it counts for no origin")
            )
        elif origin[claim] in first:
            yield _link(begun, claim, AGAIN_SCORE, (title, f"told again: {names[origin[claim]]} counts once"))


def _innermost(tellings: Sequence[Telling]) -> list[str]:
    """In time, originals before copies; of claims that lie one in another the inner: who says that somebody
    said a thing alleges it no second time."""
    beside: dict[str, list[Telling]] = {}
    for t in tellings:
        beside.setdefault(t.document, []).append(t)
    kept = [t for t in tellings if not any(_holds(t, o) for o in beside[t.document][:_MOST_TELLINGS])]
    kept.sort(key=lambda t: (t.published or "9999", t.document != t.root, t.claim))
    return [t.claim for t in kept]


def _holds(outer: Telling, inner: Telling) -> bool:
    wider = (inner.start, inner.stop) != (outer.start, outer.stop)
    return wider and outer.start <= inner.start and inner.stop <= outer.stop


def _link(one: str, other: str, score: float, reasons: tuple[str, ...]) -> Link:
    return Link(make_id("link", KIND, reasons[0], one, other), KIND, one, other, score, reasons)


def _title(group: _Group, tellings: Sequence[Telling]) -> str:
    parts = [f"alleged: {group.kind.replace('_', ' ')}"]
    if group.actor:
        shown = [words for t in tellings for key, words in t.who if key == group.actor]
        parts.append(f"who: {_best(shown)}")
    if group.place:
        parts.append(f"where: {_best(_surfaces(tellings, group.place))}")
    return "; ".join(parts)


_RUN = re.compile(r"[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+(?:\s[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+){0,3}")


def _surfaces(tellings: Sequence[Telling], place: str) -> list[str]:
    """The names, as written, of which one word is the place."""
    return [
        run[0]
        for t in tellings
        for run in _RUN.finditer(t.words)
        if place in (name_sound(word) for word in run[0].split())
    ]


def _best(shown: Sequence[str]) -> str:
    """The commonest wording; of those in Latin letters if there are any, since English has no cases."""
    latin = [s for s in shown if s.isascii()] or list(shown)
    times = Counter(latin)
    return min(times, key=lambda s: (-times[s], len(s), s), default="")


__all__ = ["KIND", "find_themes"]
