"""Copies brought together: which documents repeat each other, directly or through others."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from muster.model.links import Copy

# One cluster may hold a whole day's reposts; a ribbon of more cannot be read.
_COPIES_KEPT = 400


@dataclass(slots=True)
class Cluster:
    """Documents that repeat each other, and the copies that say so."""

    documents: list[str]
    copies: list[Copy] = field(default_factory=list)


@dataclass(slots=True)
class Clusters:
    """All clusters counted; the largest kept. ``root``: document → one document of its cluster.

    ``relations``: document asked for → the closest copy it is part of as the copy.
    """

    root: Mapping[str, str]
    copies: int
    folded: int
    kept: list[Cluster]
    clusters: int
    relations: Mapping[str, Copy]


def gather(copies: Iterable[Copy], again: Iterable[Copy], most: int, wanted: Container[str]) -> Clusters:
    """Join documents that repeat each other; keep the ``most`` largest clusters with their copies.

    ``again``: the same copies once more. ``wanted``: documents whose own relation is asked for.
    """
    root: dict[str, str] = {}
    count = 0
    for copy in copies:
        count += 1
        one, other = _top(root, copy.copy), _top(root, copy.original)
        # The smaller id leads, so that the order of copies does not show.
        root[max(one, other)] = min(one, other)
    members: dict[str, list[str]] = {}
    for document in sorted(root):
        members.setdefault(_top(root, document), []).append(document)
    largest = sorted(members, key=lambda top: (-len(members[top]), top))[:most]
    kept = {top: Cluster(members[top]) for top in largest}
    relations: dict[str, Copy] = {}
    for copy in again:
        cluster = kept.get(_top(root, copy.copy))
        if cluster is not None and len(cluster.copies) < _COPIES_KEPT:
            cluster.copies.append(copy)
        held = relations.get(copy.copy)
        if copy.copy in wanted and (held is None or copy.score > held.score):
            relations[copy.copy] = copy
    roots = {d: _top(root, d) for d in root}
    return Clusters(roots, count, len(root) - len(members), list(kept.values()), len(members), relations)


def _top(root: dict[str, str], document: str) -> str:
    """The leader of a document's cluster; the way there is shortened as it is walked."""
    root.setdefault(document, document)
    while root[document] != document:
        root[document] = root[root[document]]
        document = root[document]
    return document


__all__ = ["Cluster", "Clusters", "gather"]
