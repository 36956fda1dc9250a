"""Which names may be one: suggestions with reasons, never all against all.

Full names of people are compared across documents; one word ("Oleg", "Matveyev") and protected aliases
are not, since they fit many: what they belong to is settled inside their document, in ``grouping``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, product

from muster.link.context import JOIN, Context, weigh
from muster.link.name_index import candidates
from muster.link.nodes import Node, Nodes, name_id, node_id, stands_alone
from muster.model.ids import make_id
from muster.model.links import Judgement, Link, NameUse
from muster.text.names.commonness import commonness
from muster.text.names.names import LIKELY, SAME, NameComparison, compare_names
from muster.text.names.parts import name_words
from muster.text.scripts import fold, romanise

_NOT_A_NAME = re.compile(r"[^\w]+")


def suggest_names(uses: Iterable[NameUse], judgements: Sequence[Judgement] = ()) -> list[Link]:
    """Links of kind same-name between distinct names, or between two people of one name, sorted by id.
    ``left`` and ``right`` are ids of nodes (``nodes.node_id``). Score at or above 0.8 is the machine's
    "same"; below it, "cannot tell". What a person judged different is not suggested.
    """
    uses = list(uses)
    nodes = Nodes(uses, judgements)
    bodies: dict[tuple[str, str], str] = {}
    where: dict[tuple[str, str], set[str]] = {}
    for use in uses:
        if use.kind == "person" or not stands_alone(use):
            continue
        folded = fold(use.name)
        bodies[use.kind, folded] = min(use.name, bodies.get((use.kind, folded), use.name))
        if use.kind == "organisation":
            where.setdefault((use.kind, folded), set()).add(use.document)
    found = [*_people(nodes), *_lone(nodes), *_bodies(bodies), *_acronyms(bodies, where)]
    refused = {frozenset(map(node_id, pair)) for pair in nodes.apart}
    kept = {link.id: link for link in found if frozenset((link.left, link.right)) not in refused}
    return sorted(kept.values(), key=lambda link: link.id)


def _link(kind: str, a: str, b: str, score: float, reasons: tuple[str, ...]) -> Link:
    return _between(name_id(kind, a), name_id(kind, b), score, reasons)


def _between(a: str, b: str, score: float, reasons: tuple[str, ...]) -> Link:
    left, right = sorted((a, b))
    return Link(make_id("link", "same-name", left, right), "same-name", left, right, round(score, 4), reasons)


def _people(nodes: Nodes) -> Iterator[Link]:
    """Two spellings of one name, and two documents' people of one name; what else is said of them is
    weighed."""
    people: dict[str, list[Node]] = {}
    for node in sorted(nodes.members):
        if node[0] == "person" and nodes.across(node):
            people.setdefault(node[2], []).append(node)
    names = sorted(people)
    for name in names:
        yield from _of_one_name(nodes, name, people[name])
    for i, j in candidates(names):
        found = compare_names(names[i], names[j])
        if found.score < LIKELY or found.verdict == "different":
            continue
        yield from _of_two_names(nodes, people[names[i]], people[names[j]], found)


def _of_one_name(nodes: Nodes, name: str, parts: list[Node]) -> Iterator[Link]:
    """Between the people of one full name. A document that says nothing is nobody's where the others part."""
    weighed = [
        (a, b, *weigh(name, nodes.context(a), nodes.context(b)))
        for a, b in islice(combinations(parts, 2), _MOST_PARTS)
    ]
    several = any(weight < JOIN for _, _, weight, _ in weighed)
    for a, b, weight, reasons in weighed:
        told = nodes.context(a).told and nodes.context(b).told
        joined = weight >= JOIN and (told or not several)
        if weight >= JOIN and not joined:
            reasons = (*reasons, "it is several people's, and one of the two documents says no more")
        whole = ("the same full name", *reasons)
        yield _between(node_id(a), node_id(b), SAME_NAME if joined else _DOUBTED, whole)


# The score of one full name in two documents where nothing speaks against, and of any name that something
# does.
SAME_NAME, _DOUBTED = 0.9, 0.75
# Pairs of people of one name that are suggested.
_MOST_PARTS = 60


def _of_two_names(nodes: Nodes, left: list[Node], right: list[Node], found: NameComparison) -> Iterator[Link]:
    single = len(left) == len(right) == 1
    for a, b in islice(product(left, right), _MOST_PARTS):
        # The rarer spelling says how many may be meant: an initial fits many.
        name = max(a[2], b[2], key=commonness)
        one, other = nodes.context(a), nodes.context(b)
        weight, reasons = weigh(name, one, other)
        # Where one of the names is several people's, only what is said can tell whose spelling this is.
        fits = weight >= JOIN if single else weight > weigh(name, Context(), Context())[0]
        score = found.score if fits else min(found.score, _DOUBTED)
        if score < found.score and not reasons:
            reasons = ("one of the two names is several people's",)
        yield _between(node_id(a), node_id(b), score, (*found.reasons, *reasons))


def _lone(nodes: Nodes) -> Iterator[Link]:
    """A surname alone in one document and the few people of other documents who have it: never more than a
    suggestion. A given name alone, and any alias, suggests nobody."""
    full: dict[str, list[Node]] = {}
    for node in sorted(nodes.members):
        if node[0] == "person" and nodes.across(node):
            for word in name_words(node[2]):
                if word.given is None and not word.initial and not word.patronymic:
                    for key in word.keys[:4]:
                        full.setdefault(key, []).append(node)
    for node in sorted(nodes.members):
        words = name_words(node[2])
        if node[0] != "person" or not node[1] or nodes.across(node) or len(words) != 1 or nodes.hides(node):
            continue
        word = words[0]
        if word.given is not None or word.initial:
            continue
        near = {n for key in (*word.keys[:4], *word.bases[:4]) for n in full.get(key, ())}
        at_home = any(node[1] in nodes.documents(n) for n in near)
        if not near or at_home or len({n[2] for n in near}) > _MOST_OF_A_SURNAME:
            continue
        for other in sorted(near)[:_MOST_OF_A_SURNAME]:
            reason = (
                f"“{node[2]}” is the surname of “{other[2]}” of another document; a surname fits many people"
            )
            yield _between(node_id(node), node_id(other), _LONE, (reason,))


_LONE = 0.6
# A surname of more people than this says nothing.
_MOST_OF_A_SURNAME = 3


def _bodies(bodies: dict[tuple[str, str], str]) -> Iterator[Link]:
    """Organisations, places, units and named groups: the same sounds in the same order."""
    by_sound: dict[tuple[str, str], list[str]] = {}
    for (kind, folded), shown in sorted(bodies.items()):
        sound = romanise(_NOT_A_NAME.sub(" ", folded))
        if sound:
            by_sound.setdefault((kind, sound), []).append(shown)
    for (kind, _), spellings in by_sound.items():
        for other in spellings[1:]:
            reason = f"“{spellings[0]}” and “{other}” are spellings of the same sounds"
            yield _link(kind, spellings[0], other, 0.95, (reason,))


def _acronyms(bodies: dict[tuple[str, str], str], where: dict[tuple[str, str], set[str]]) -> Iterator[Link]:
    """ "CWT" and "Coalition of Widows of Torsk": one body where one document uses both."""
    short: dict[str, list[tuple[str, str]]] = {}
    for kind, folded in bodies:
        if kind == "organisation" and " " not in folded and 2 <= len(folded) <= 8:
            short.setdefault(folded, []).append((kind, folded))
    for (kind, folded), shown in sorted(bodies.items()):
        words = [w for w in _NOT_A_NAME.split(folded) if w]
        if kind != "organisation" or len(words) < 2:
            continue
        for letters in {"".join(w[0] for w in words), "".join(w[0] for w in words if len(w) > 3)}:
            for other in short.get(letters, ()):
                if where[kind, folded] & where[other]:
                    reason = (
                        f"“{bodies[other]}” has the first letters of “{shown}”, and one document uses both"
                    )
                    yield _link(kind, shown, bodies[other], 0.85, (reason,))


__all__ = ["SAME", "name_id", "stands_alone", "suggest_names"]
