"""Whether two origins are independent: a statement with reasons, and never more than what is shown.

*Same origin*, *independent* or *not shown*. Independent is weak, positive evidence: both are named, nothing
shows a tie, and each was heard where the other was not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from muster.text.listed import listed
from muster.text.names.institutions import institution
from muster.text.names.parts import name_words
from muster.text.scripts import romanise

INDEPENDENT, SAME, NOT_SHOWN = "independent", "same origin", "not shown"
_MOST_REASONS, _MOST_CARRIERS = 6, 3
_TELLING = 10
# A round number stands for others this near.
_ROUNDING = 0.07
# Meanings (``text/names/institutions.py``) that make a body an organ of a state or a city.
STATE = listed(
    "administration army authority brigade cabinet command commandant corps customs directorate division",
    "fleet force government governor guard headquarters inspectorate mayor minister ministry navy parliament",
    "police premier president prison prosecution prosecutor regiment senate staff state treasury",
    "commissariat counter_intelligence court embassy emergency fsb gur intelligence military sbu tax",
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """On what an origin stands. ``own``: its claims that rest on what it saw or counted itself; ``seen``:
    of these, on what it saw; ``others``: on what others told it, but for what an outlet passes on;
    ``claims``: all. ``denies``: first documents of families in which it denies something. ``says``: words
    with a capital in what it says of its own knowledge or denies. ``callings``: keys of what its people are
    called. ``somebodys``: told of as somebody's kin, neighbour or colleague. ``papers``: first documents
    that it, or a body of it, publishes.
    """

    own: int = 0
    seen: int = 0
    others: int = 0
    claims: int = 0
    denies: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    somebodys: bool = False
    papers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one origin. ``named``: a person with a full name, a body or an outlet.

    ``roots``: documents that its claims stand in, each by the document its family begins with.
    ``bodies``: keys of the bodies it is or belongs to. ``figures``: telling numbers with their first dates.
    ``named_in``: documents, by their family's first, that name it or an outlet that it is heard in.
    ``counts``: (number, key of what it counts), small numbers too. ``credits``: agencies that papers it is
    heard in credit, with how many papers do. ``houses``: keys of the bodies that these bodies are parts of.
    ``offices``: keys of the offices that people of it hold ("mayor"). ``knowledge``: on what it stands.
    """

    id: str
    name: str
    kind: str
    named: bool
    roots: frozenset[str]
    bodies: frozenset[str]
    figures: tuple[tuple[float, str], ...] = ()
    named_in: frozenset[str] = frozenset()
    counts: frozenset[tuple[float, str]] = frozenset()
    credits: tuple[tuple[str, int], ...] = ()
    houses: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    knowledge: Knowledge = Knowledge()


@dataclass(frozen=True, slots=True)
class Standing:
    """How two origins stand to each other. ``reasons``: plain sentences."""

    verdict: str
    reasons: tuple[str, ...]


def standing(a: Facts, b: Facts) -> Standing:
    """The same either way round."""
    carried = _carried(a, b)
    if a.id == b.id:
        return Standing(SAME, (f"both came from {a.name}", *carried))
    a, b = sorted((a, b), key=lambda f: (f.name, f.id))
    ties = tuple(_ties(a, b))[:_MOST_REASONS]
    if ties:
        return Standing(NOT_SHOWN, (*ties, *carried))
    return Standing(INDEPENDENT, (_apart(a, b) or _side_by_side(a, b), *carried))


def _carried(a: Facts, b: Facts) -> tuple[str, ...]:
    """The agencies that papers of both credit: whoever carries the words of two is no source of either."""
    theirs = dict(b.credits)
    found = []
    for agency, papers in a.credits:
        if agency in theirs and a.id == b.id:
            found.append(
                f"{papers} paper{'s' if papers > 1 else ''} that tell{'' if papers > 1 else 's'} it "
                f"credit{'' if papers > 1 else 's'} “{agency}”: a carrier, and no second source"
            )
        elif agency in theirs:
            found.append(
                f"papers that credit “{agency}” tell of both: it carried both, and is no source of its own"
            )
    return tuple(found[:_MOST_CARRIERS])


def _ties(a: Facts, b: Facts) -> Iterator[str]:
    """What speaks against calling the two independent."""
    for one in (a, b):
        if not one.named:
            yield f"{one.name}: who it is is not known outside one document, and may be the other"
    if a.bodies & b.bodies:
        yield f"{a.name} and {b.name} belong to one body"
    elif _of_one_house(a, b):
        yield (
            f"{a.name} and {b.name} are of one house: one is a part of a body to which the other belongs, or "
            "both are parts of one"
        )
    if not _side_by_side(a, b):
        yield from _heard_together(a, b)
    for one in (a, b):
        if one.kind == "voice" and not _of_its_own(one):
            yield f"{one.name} says it in its own voice: from whom it knows is not shown"
    yield from _names_meet(a, b)
    if _of_one_state(a, b):
        yield f"{a.name} and {b.name} may be, or speak for, bodies of one state, which tell each other"
    for value in sorted(_figures(a).keys() & _figures(b).keys())[:_MOST_REASONS]:
        first, second = sorted((a, b), key=lambda f: (_figures(f)[value] or "9999", f.name))
        when = _when(_figures(first)[value], _figures(second)[value])
        yield (
            f"{second.name} gives {shown_figure(value)}, which {first.name} gave {when}: where {second.name} "
            "has it from is not shown"
        )
    yield from _rounded(a, b)
    for value, _ in sorted(c for c in a.counts & b.counts if not is_telling(c[0]))[:1]:
        yield f"both count {shown_figure(value)} of one thing: one may have it from the other"


def _heard_together(a: Facts, b: Facts) -> Iterator[str]:
    if a.roots <= b.roots or b.roots <= a.roots:
        one, other = (a, b) if a.roots <= b.roots else (b, a)
        yield f"{one.name} is heard only where {other.name} is heard too: ask whether they know each other"
    else:
        yield from _follows(a, b)


def _of_its_own(f: Facts) -> bool:
    """Says most of it of its own knowledge, and has seen it: "I filmed", "each notice I held in my hands".
    What an institute counted may have been counted from others' papers."""
    known = f.knowledge
    return bool(known.seen) and _mostly_own(known) and not known.others


def _mostly_own(known: Knowledge) -> bool:
    return 2 * known.own >= max(1, known.claims)


def _side_by_side(a: Facts, b: Facts) -> str:
    """Why two who are heard in the same papers are two sources all the same; else nothing.

    Each tells mostly what it saw or counted itself, or denies where the other tells so; has nothing from
    others; has another calling or body, one of them a body at least; does not name the other; and the papers
    they share are of a third, who asked both.
    """
    one, other = a.knowledge, b.knowledge
    known = _mostly_own(one), _mostly_own(other)
    denied = bool((one.denies & b.roots and known[1]) or (other.denies & a.roots and known[0]))
    if not all(known) and not denied:
        return ""
    if one.others or other.others or not {a.kind, b.kind} <= {"entity", "body", "voice"}:
        return ""
    if (
        not (a.bodies or b.bodies)
        or not (a.bodies or one.callings)
        or not (b.bodies or other.callings)
        or one.callings & other.callings
    ):
        return ""
    if (one.somebodys and not b.bodies) or (other.somebodys and not a.bodies):
        return ""
    if (a.roots & b.roots) <= one.papers | other.papers or _names(a, b) or _names(b, a):
        return ""
    if denied:
        return (
            f"{a.name} and {b.name} are both named, have no body, surname or telling number in common, and "
            "one denies something where the other tells what it knows itself: neither repeats the other"
        )
    return (
        f"{a.name} and {b.name} are both named, have no body, calling, surname or telling number in common, "
        "each tells what it saw or counted itself, and neither names the other; they are heard in the same "
        "papers: ask these whether the two were asked apart"
    )


def _names(a: Facts, b: Facts) -> bool:
    """Whether what ``a`` says of its own knowledge names ``b``."""
    said = {k for word in a.knowledge.says for w in name_words(word) for k in (*w.keys, *w.bases)}
    named = {k for w in name_words(b.name) if w.given is None for k in (*w.keys, *w.bases)}
    return bool(said & named)


def _of_one_house(a: Facts, b: Facts) -> bool:
    """A directorate and its ministry, a branch and another branch, or people of such: by what the names say.
    The house may be named more or less fully: by a name of its own with another word, or as the house."""
    ours, theirs = ([set(key.split()) for key in sorted(f.bodies | f.houses)] for f in (a, b))
    houses = [set(key.split()) for key in sorted(a.houses | b.houses)]
    for one in ours:
        for other in theirs:
            shorter, longer = sorted((one, other), key=len)
            named = len(shorter) > 1 and any(word.startswith("“") for word in shorter)
            of_house = _tells(shorter) and any(house <= longer for house in houses)
            if shorter <= longer and (named or of_house):
                return True
    return False


def _tells(words: set[str]) -> bool:
    return len(words) > 1 or any(word.startswith("“") for word in words)


def _follows(a: Facts, b: Facts) -> Iterator[str]:
    """One is heard only in documents that name the other, or an outlet in which the other is heard."""
    for one, other in ((a, b), (b, a)):
        if one.roots <= other.roots | other.named_in:
            yield (
                f"{one.name} is heard only where {other.name}, or an outlet that quotes {other.name}, "
                "is named or heard: it may have it from there"
            )


def _rounded(a: Facts, b: Facts) -> Iterator[str]:
    """ "About 200" of one may be the 196 of the other."""
    for one, other in ((a, b), (b, a)):
        exact = sorted(_figures(other))
        for value in _figures(one):
            if value < _TELLING or not _is_round(value):
                continue
            at = bisect_left(exact, value * (1 - _ROUNDING))
            if at < len(exact) and value != exact[at] <= value * (1 + _ROUNDING):
                yield (
                    f"{shown_figure(value)} of {one.name} may be the {shown_figure(exact[at])} of "
                    f"{other.name}, rounded"
                )
                return


def _is_round(value: float) -> bool:
    return len(f"{value:.0f}".strip("0")) == 1


def _names_meet(a: Facts, b: Facts) -> Iterator[str]:
    """Names that may be one, or of one house: another language, a part of the other, a surname in common."""
    if romanise(a.name) == romanise(b.name):
        yield f"both are called {a.name}"
        return
    people = [f for f in (a, b) if f.kind == "entity"]
    if people:
        one, other = ({k for w in name_words(f.name) if w.given is None for k in w.keys} for f in (a, b))
        if one & other:
            yield f"{a.name} and {b.name} have a {'sur' if len(people) == 2 else ''}name in common"
    else:
        one_body, other_body = institution(a.name), institution(b.name)
        means = one_body.means & other_body.means
        clear = one_body.clear and other_body.clear
        names = one_body.names & other_body.names
        if means and (not one_body.names or not other_body.names or names):
            yield f"“{a.name}” and “{b.name}” may be parts or names of one body"
        elif a.name.isascii() != b.name.isascii() and not clear:
            yield f"“{a.name}” and “{b.name}” are names in two languages that could not be compared"


def _of_one_state(a: Facts, b: Facts) -> bool:
    """Two organs of a state or a city, or people of such, unless each names another land or place."""
    return any(
        not mine or not theirs or not mine.isdisjoint(theirs) for mine in _organs(a) for theirs in _organs(b)
    )


def _organs(f: Facts) -> list[frozenset[str]]:
    """The names of lands and places in the names of the organs of a state that it is or belongs to."""
    found = [_parted(key) for key in sorted(f.bodies | f.offices)]
    if f.kind != "entity":
        own = institution(f.name)
        found.append((own.means, own.names))
    return [names for means, names in found if means & STATE]


def _parted(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """What the words of a body's key mean, and its names."""
    parts = key.split()
    names = frozenset(p.strip("“”") for p in parts if p.startswith("“"))
    return frozenset(p for p in parts if not p.startswith("“")), names


def _figures(f: Facts) -> dict[float, str]:
    return dict(f.figures)


def is_telling(value: float) -> bool:
    """True for a share and for a number of two digits or more: a smaller one stands everywhere."""
    return value >= _TELLING or 0 < value < 1


def shown_figure(value: float) -> str:
    """As a reader writes it."""
    return f"{100 * value:g} %" if 0 < value < 1 else f"{value:,.10g}"


def _when(first: str, second: str) -> str:
    return f"before (on {first[:10]})" if first and second and first[:10] < second[:10] else "too"


def _apart(a: Facts, b: Facts) -> str:
    if next(_heard_together(a, b), None):
        return ""
    return (
        f"{a.name} and {b.name} are both named, have no body, surname or telling number in common, and each "
        "is heard in a document, no copy of another, without the other"
    )


__all__ = [
    "INDEPENDENT",
    "NOT_SHOWN",
    "SAME",
    "STATE",
    "Facts",
    "Knowledge",
    "Standing",
    "is_telling",
    "shown_figure",
    "standing",
]
