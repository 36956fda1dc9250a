"""Which uses of names are one node from the start, and which nodes people hold together or apart.

A name that may be compared across documents is one node, unless the documents speak of several people by
it; a bare given name, a bare surname and a protected alias are a node of their document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from muster.link.context import Context, context_of, parted
from muster.model.ids import make_id
from muster.model.links import Anchor, Judgement, NameUse
from muster.text.names.parts import name_words
from muster.text.scripts import fold, romanise

# kind, document ("" where the name stands across documents, "@" and the first document where it stands for
# one of several people of that name), folded name
Node = tuple[str, str, str]
_Key = tuple[str, int, int, str]


def name_id(kind: str, name: str) -> str:
    """The id of a name as links use it: its kind and its folded characters."""
    return make_id("name", kind, fold(name))


def stands_alone(use: NameUse) -> bool:
    """True where the name may be compared across documents: not protected, and more than one word."""
    if use.protected:
        return False
    if use.kind == "person":
        return sum(not w.initial for w in name_words(use.name)) >= 1 and len(name_words(use.name)) >= 2
    if use.kind == "group":
        # "local residents" of two documents are two groups; "the Coalition of Widows" is a name.
        return any(c.isupper() for c in use.name[1:])
    return True


def node_id(node: Node) -> str:
    """The id of a node as links use it."""
    return name_id(node[0], node[2]) if not node[1] else make_id("name", node[0], node[2], node[1])


class Nodes:
    """The nodes of all uses, and what people decided about them.

    ``members``: the uses of each. ``apart``, ``together``: pairs of nodes by the last judgement on each pair.
    ``idle``: judgements that no name answers to, in words; they are kept.
    """

    def __init__(self, uses: Sequence[NameUse], judgements: Sequence[Judgement]) -> None:
        self.hidden = {(u.kind, u.document, fold(u.name)) for u in uses if u.protected}
        # A name that is somebody's alias in one document is too thin to be joined in any other.
        self._aliases = {romanise(name) for _, _, name in self.hidden}
        last = _last(judgements)
        self.members = self._settled(uses, _pinned(uses, last.values()))
        self._contexts: dict[Node, Context] = {}
        self.apart: list[tuple[Node, Node]] = []
        self.together: list[tuple[Node, Node]] = []
        self.idle: list[str] = []
        self._judge(last)

    def _settled(self, uses: Sequence[NameUse], pinned: dict[str, set[str]]) -> dict[Node, list[NameUse]]:
        members: dict[Node, list[NameUse]] = {}
        people: dict[str, list[NameUse]] = {}
        for use in uses:
            folded = fold(use.name)
            local = (use.kind, use.document, folded)
            if local in self.hidden or not stands_alone(use):
                members.setdefault(local, []).append(use)
            elif use.kind == "person":
                people.setdefault(folded, []).append(use)
            else:
                members.setdefault((use.kind, "", folded), []).append(use)
        for folded, found in people.items():
            parts = parted(folded, found, frozenset(pinned.get(folded, ())))
            for part in parts:
                members["person", "@" + part[0].document if len(parts) > 1 else "", folded] = part
        return members

    def across(self, node: Node) -> bool:
        """Whether the node may be compared across documents."""
        return not node[1] or node[1].startswith("@")

    def hides(self, node: Node) -> bool:
        """Whether the name is, or sounds like, somebody's alias."""
        return node in self.hidden or romanise(node[2]) in self._aliases

    def documents(self, node: Node) -> set[str]:
        """The documents that use it."""
        return {use.document for use in self.members[node]}

    def context(self, node: Node) -> Context:
        """What is said of the person beside the name."""
        if node not in self._contexts:
            self._contexts[node] = context_of(self.members[node])
        return self._contexts[node]

    def _judge(self, last: dict[frozenset[_Key], Judgement]) -> None:
        by_name: dict[str, list[Node]] = {}
        by_bytes: dict[str, list[tuple[NameUse, Node]]] = {}
        named = {fold(u.name) for uses in self.members.values() for u in uses}
        for node, uses in self.members.items():
            # A protected alias is joined with nothing, by nobody, across documents.
            if not any(u.protected for u in uses):
                by_name.setdefault(node[2], []).append(node)
                for use in uses:
                    by_bytes.setdefault(use.sha256, []).append((use, node))

        def nodes_of(anchor: Anchor) -> list[Node]:
            if not anchor.sha256:
                return by_name.get(fold(anchor.words), [])
            return [node for use, node in by_bytes.get(anchor.sha256, ()) if _holds(anchor, use)]

        for _, judgement in sorted(last.items(), key=lambda row: sorted(row[0])):
            one, other = (nodes_of(anchor) for anchor in judgement.subject)
            pairs = sorted(
                {(a, b) for a in one for b in other if a != b and a[0] == b[0] and _may_meet(a, b)}
            )
            if judgement.verdict == "different":
                self.apart += pairs
            elif judgement.verdict == "same":
                self.together += pairs
            for anchor, found in zip(judgement.subject, (one, other), strict=True):
                if not found and (anchor.sha256 or fold(anchor.words) not in named):
                    self.idle.append(_said(judgement, anchor))


def _said(judgement: Judgement, gone: Anchor) -> str:
    one, other = (anchor.words for anchor in judgement.subject)
    return (
        f"kept, but not applied: {judgement.by} judged on {judgement.at} “{one}” and “{other}” "
        f"{judgement.verdict}; “{gone.words}” is not named there now"
    )


def _may_meet(a: Node, b: Node) -> bool:
    """A bare name is judged within its document; names that stand across documents, everywhere."""
    local = [n[1] for n in (a, b) if n[1] and not n[1].startswith("@")]
    return len(local) < 2 or local[0] == local[1]


def _key(anchor: Anchor) -> _Key:
    return (anchor.sha256, anchor.start, anchor.stop, fold(anchor.words))


def _last(judgements: Sequence[Judgement]) -> dict[frozenset[_Key], Judgement]:
    """The last judgement on each pair of names."""
    last: dict[frozenset[_Key], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        pair = frozenset(map(_key, judgement.subject))
        if judgement.field == "same-name" and len(pair) == 2:
            last[pair] = judgement
    return last


def _holds(anchor: Anchor, use: NameUse) -> bool:
    """Whether the anchor in this use's document is about this use."""
    return (anchor.start, anchor.stop) in use.places or fold(anchor.words) == fold(use.name)


def _pinned(uses: Sequence[NameUse], judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """Folded name → documents whose use of it a judgement names."""
    anchors: dict[str, list[Anchor]] = {}
    for judgement in judgements:
        for anchor in judgement.subject:
            if anchor.sha256:
                anchors.setdefault(anchor.sha256, []).append(anchor)
    found: dict[str, set[str]] = {}
    for use in uses:
        if any(_holds(anchor, use) for anchor in anchors.get(use.sha256, ())):
            found.setdefault(fold(use.name), set()).add(use.document)
    return found


__all__ = ["Node", "Nodes", "name_id", "node_id", "stands_alone"]
