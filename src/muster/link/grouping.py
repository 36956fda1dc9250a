"""Names in, entities out: suggestions and judgements joined, contradictions refused and told.

What one node is, ``nodes`` says. A join that would bring together two names that cannot be one
is refused with every join that led to it, since the machine does not know which of them was wrong; what a
person joined stays, unless another judgement speaks against it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise

from muster.link.context import JOIN, weigh
from muster.link.nodes import Node, Nodes, node_id
from muster.model.ids import make_id
from muster.model.links import Entity, Grouping, Judgement, Link, NameUse
from muster.text.names.names import SAME, compare_names
from muster.text.names.parts import NameWord, name_words

# Names of one group that are all compared with each other; in a larger one, with its fullest names.
_ALL_PAIRS = 24


def group_names(uses: Sequence[NameUse], links: Sequence[Link], judgements: Sequence[Judgement]) -> Grouping:
    """Entities of every kind, sorted by id, and the refused joins in words, sorted.

    Joined are: uses of one node, links at or above "same", a person's "same"; inside a document a bare
    name with the one full name it belongs to. A person's "different" and evidence (two patronymics,
    two given names) refuse. Every use is in exactly one entity. A judgement about a name that is no longer
    there is kept, and told beside the conflicts.
    """
    nodes = Nodes(uses, judgements)
    members = nodes.members
    graph = _Graph(members)
    for a, b in nodes.together:
        graph.join(a, b, decided=True)
    ids = {node_id(n): n for n in members}
    refused = {frozenset(pair) for pair in nodes.apart}
    for link in links:
        left, right = ids.get(link.left), ids.get(link.right)
        if (
            link.kind == "same-name"
            and link.score >= SAME
            and left
            and right
            and {left, right} not in refused
        ):
            graph.join(left, right)
    for a, b in _inside(nodes):
        if {a, b} not in refused:
            graph.join(a, b)
    conflicts = graph.part(nodes.apart)
    entities = sorted((_entity(found, members) for found in graph.groups()), key=lambda e: e.id)
    return Grouping(tuple(entities), tuple(sorted({*conflicts, *nodes.idle})))


def _inside(nodes: Nodes) -> Iterator[tuple[Node, Node]]:
    """Bare names with the one full name of their document that they belong to."""
    members, hidden = nodes.members, nodes.hidden
    full: dict[str, list[tuple[Node, tuple[NameWord, ...]]]] = {}
    for node, uses in members.items():
        if node[0] == "person" and node not in hidden and len(name_words(node[2])) > 1:
            for document in sorted({u.document for u in uses}):
                full.setdefault(document, []).append((node, name_words(node[2])))
    for node in sorted(members):
        if node[0] != "person" or nodes.across(node) or nodes.hides(node):
            continue
        words = name_words(node[2])
        fits = [
            other for other, theirs in full.get(node[1], ()) if len(words) == 1 and _belongs(words[0], theirs)
        ]
        fits.sort()
        if fits and all(_one_person(nodes, fits[0], other) for other in fits[1:]):
            yield node, fits[0]


def _one_person(nodes: Nodes, a: Node, b: Node) -> bool:
    """Two full names of one document that fit a bare one: one name, and nothing said against."""
    if compare_names(a[2], b[2]).verdict != "same":
        return False
    return weigh(a[2], nodes.context(a), nodes.context(b))[0] >= JOIN


def _belongs(word: NameWord, full: tuple[NameWord, ...]) -> bool:
    """A bare surname in any spelling or case; a bare given name only as the full name spells it."""
    for theirs in full:
        if theirs.initial:
            continue
        if word.shown == theirs.shown:
            return True
        alike = not {*word.keys, *word.bases}.isdisjoint({*theirs.keys, *theirs.bases})
        if alike and theirs.given is None and not theirs.patronymic:
            return True
    return False


class _Graph:
    """Names and the joins between them; what contradicts is parted along the shortest way."""

    def __init__(self, nodes: dict[Node, list[NameUse]]) -> None:
        self.next: dict[Node, set[Node]] = {n: set() for n in nodes}
        self.decided: set[frozenset[Node]] = set()

    def join(self, a: Node, b: Node, *, decided: bool = False) -> None:
        if a != b:
            self.next[a].add(b)
            self.next[b].add(a)
            if decided:
                self.decided.add(frozenset((a, b)))

    def groups(self) -> Iterator[list[Node]]:
        seen: set[Node] = set()
        for node in sorted(self.next):
            if node not in seen:
                group = self._reach(node)
                seen |= group
                yield sorted(group)

    def _reach(self, start: Node) -> set[Node]:
        found, todo = {start}, [start]
        while todo:
            for other in self.next[todo.pop()]:
                if other not in found:
                    found.add(other)
                    todo.append(other)
        return found

    def _way(self, start: Node, goal: Node) -> list[Node]:
        """The shortest way between two names, or nothing."""
        came: dict[Node, Node] = {start: start}
        todo = deque([start])
        while todo and goal not in came:
            here = todo.popleft()
            for other in sorted(self.next[here]):
                if other not in came:
                    came[other] = here
                    todo.append(other)
        if goal not in came:
            return []
        way = [goal]
        while way[-1] != start:
            way.append(came[way[-1]])
        return way[::-1]

    def part(self, apart: list[tuple[Node, Node]]) -> list[str]:
        """Undo every join that leads from a name to one it contradicts; say so."""
        told: list[str] = []
        for a, b in apart:
            told += self._cut(a, b, "a person judged them different")
        for group in list(self.groups()):
            for a, b, why in _contradictions(group):
                if frozenset((a, b)) not in self.decided:
                    told += self._cut(a, b, why, spared=self.decided)
        return told

    def _cut(
        self, a: Node, b: Node, why: str, spared: Collection[frozenset[Node]] = frozenset()
    ) -> list[str]:
        """Undo the joins on every way from ``a`` to ``b``, but not the ``spared``: what a person joined,
        only a person's word can part."""
        told = []
        while way := self._way(a, b):
            joins = [pair for pair in pairwise(way) if frozenset(pair) not in spared]
            if not joins:
                break
            for one, other in joins:
                self.next[one].discard(other)
                self.next[other].discard(one)
            chain = " = ".join(f"“{n[2]}”" for n in way)
            told.append(f"not joined: {chain}, since “{a[2]}” and “{b[2]}” are kept apart: {why}")
        return told


def _contradictions(group: list[Node]) -> Iterator[tuple[Node, Node, str]]:
    """Pairs of full names in one group that cannot be one person."""
    people = [n for n in group if n[0] == "person" and len(name_words(n[2])) > 1]
    if len(people) < 2:
        return
    people.sort(key=lambda n: (-len(name_words(n[2])), -len(n[2]), n))
    against = people if len(people) <= _ALL_PAIRS else people[:_ALL_PAIRS]
    pairs = (
        combinations(people, 2) if against is people else ((a, b) for a in against for b in people if a != b)
    )
    for a, b in pairs:
        found = compare_names(a[2], b[2])
        if found.verdict == "different":
            yield a, b, "; ".join(found.reasons)


def _entity(nodes: list[Node], members: dict[Node, list[NameUse]]) -> Entity:
    uses = [u for n in nodes for u in members[n]]
    kind = nodes[0][0]
    names = Counter(u.name for u in uses)
    # The fullest name first, then the most used, then the first in order: stable whatever the input's order.
    shown = min(names, key=lambda n: (-len(name_words(n)), -names[n], n)) if kind == "person" else min(
        names, key=lambda n: (-names[n], -len(n), n)
    )  # fmt: skip
    first = min(nodes, key=lambda n: (n[1] != "", n))
    return Entity(
        make_id("entity", *first), kind, shown, tuple(sorted(names)), any(u.protected for u in uses),
        tuple(sorted({(u.document, u.name) for u in uses})),
    )  # fmt: skip


__all__ = ["group_names"]
