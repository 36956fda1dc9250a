"""Names in, entities out: suggestions and judgements joined, contradictions refused and told.

A name that may be compared across documents is one node; a bare given name, a bare surname and a
protected alias are a node of their document. A join that would bring together two names that cannot be one
is refused with every join that led to it, since the machine does not know which of them was wrong; what a
person joined stays, unless another judgement speaks against it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise

from muster.link.people import SAME, name_id, stands_alone
from muster.model.ids import make_id
from muster.model.links import Entity, Grouping, Judgement, Link, NameUse
from muster.text.name_parts import NameWord, name_words
from muster.text.names import compare_names
from muster.text.scripts import fold, romanise

# kind, document ("" where the name stands across documents), folded name
Node = tuple[str, str, str]
# Names of one group that are all compared with each other; in a larger one, with its fullest names.
_ALL_PAIRS = 24


def node_of(use: NameUse) -> Node:
    """The node a use belongs to."""
    return (use.kind, "" if stands_alone(use) else use.document, fold(use.name))


def group_names(uses: Sequence[NameUse], links: Sequence[Link], judgements: Sequence[Judgement]) -> Grouping:
    """Entities of every kind, sorted by id, and the refused joins in words, sorted.

    Joined are: uses of one name, links at or above "same", a person's "same"; inside a document a bare
    name with the one full name it belongs to. A person's "different" and evidence (two patronymics,
    two given names) refuse. Every use is in exactly one entity.
    """
    members: dict[Node, list[NameUse]] = {}
    hidden = {(u.kind, u.document, fold(u.name)) for u in uses if u.protected}
    for use in uses:
        local = (use.kind, use.document, fold(use.name))
        members.setdefault(local if local in hidden else node_of(use), []).append(use)
    graph = _Graph(members)
    apart, together = _judged(judgements, members)
    for a, b in together:
        graph.join(a, b, decided=True)
    ids = {name_id(n[0], n[2]): n for n in members if not n[1]}
    refused = {frozenset(pair) for pair in apart}
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
    for a, b in _inside(members, hidden):
        if {a, b} not in refused:
            graph.join(a, b)
    conflicts = graph.part(apart)
    entities = sorted((_entity(nodes, members) for nodes in graph.groups()), key=lambda e: e.id)
    return Grouping(tuple(entities), tuple(sorted(conflicts)))


def _judged(
    judgements: Sequence[Judgement], members: dict[Node, list[NameUse]]
) -> tuple[list[tuple[Node, Node]], list[tuple[Node, Node]]]:
    """Pairs of nodes that people hold apart, and pairs that they hold together; the last word holds."""
    by_name: dict[str, list[Node]] = {}
    for node, uses in members.items():
        # A protected alias is joined with nothing, by nobody, across documents.
        if not any(u.protected for u in uses):
            by_name.setdefault(node[2], []).append(node)
    last: dict[frozenset[str], str] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        if judgement.field == "same-name" and len(judgement.subject) == 2:
            last[frozenset(fold(a.words) for a in judgement.subject)] = judgement.verdict
    apart, together = [], []
    for names, verdict in sorted(last.items(), key=lambda row: sorted(row[0])):
        if len(names) != 2:
            continue
        one, other = sorted(names)
        pairs = [
            (a, b) for a in by_name.get(one, ()) for b in by_name.get(other, ())
            if a[0] == b[0] and (not a[1] or not b[1] or a[1] == b[1])
        ]  # fmt: skip
        if verdict == "different":
            apart += pairs
        elif verdict == "same":
            together += pairs
    return apart, together


def _inside(members: dict[Node, list[NameUse]], hidden: set[Node]) -> Iterator[tuple[Node, Node]]:
    """Bare names with the one full name of their document that they belong to."""
    full: dict[str, list[tuple[Node, tuple[NameWord, ...]]]] = {}
    for node, uses in members.items():
        if node[0] == "person" and node not in hidden and len(name_words(node[2])) > 1:
            for document in sorted({u.document for u in uses}):
                full.setdefault(document, []).append((node, name_words(node[2])))
    # A name that is somebody's alias in one document is too thin to be joined in any other.
    aliases = {romanise(name) for _, _, name in hidden}
    for node in sorted(members):
        if node[0] != "person" or not node[1] or node in hidden or romanise(node[2]) in aliases:
            continue
        words = name_words(node[2])
        fits = [
            other for other, theirs in full.get(node[1], ()) if len(words) == 1 and _belongs(words[0], theirs)
        ]
        if fits and all(compare_names(fits[0][2], f[2]).verdict == "same" for f in fits[1:]):
            yield node, fits[0]


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


__all__ = ["group_names", "node_of"]
