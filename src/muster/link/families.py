"""Families of copies: the document that each begins with."""

from __future__ import annotations

from collections.abc import Iterable

from muster.model.links import Copy
from muster.text.scripts import fold


class Families:
    """Documents and the document that each repeats, followed to its beginning.

    A copy with several originals follows the one of which it has most. Documents whose direction is not
    shown stand side by side, under the lowest of their ids; ``unsure`` holds those of a beginning.
    ``originals``: what each copy repeats.
    """

    def __init__(self, copies: Iterable[Copy]) -> None:
        self._beside: dict[str, str] = {}
        self._added: dict[str, list[str]] = {}
        best: dict[str, tuple[float, str]] = {}
        self.originals: dict[str, set[str]] = {}
        for c in copies:
            if c.directed:
                self.originals.setdefault(c.copy, set()).add(c.original)
                best[c.copy] = min(best.get(c.copy, (2.0, "")), (-c.score, c.original))
            else:
                low, high = sorted((self._level(c.copy), self._level(c.original)))
                self._beside[high] = self._beside[low] = low
            extra = [
                fold(d.copy.words) for d in c.drift if d.effect == "sentence added" and d.copy is not None
            ]
            if extra:
                self._added.setdefault(c.copy, []).extend(extra)
        above: dict[str, tuple[float, str]] = {}
        for copy, (score, original) in best.items():
            mine, theirs = self._level(copy), self._level(original)
            if mine != theirs:
                above[mine] = min(above.get(mine, (2.0, "")), (score, theirs))
        self._parent = {mine: theirs for mine, (_, theirs) in above.items()}
        self.roots = {self.root(document) for document in sorted({*best, *self._parent, *self._beside})}
        self.unsure: dict[str, set[str]] = {}
        for document in sorted(self._beside):
            if (level := self._level(document)) in self.roots:
                self.unsure.setdefault(level, set()).add(document)

    def _level(self, document: str) -> str:
        """The lowest id of those that stand side by side with it."""
        while (lower := self._beside.get(document, document)) != document:
            self._beside[document] = self._beside.get(lower, lower)
            document = lower
        return document

    def root(self, document: str) -> str:
        """The document a family begins with; the document itself where it repeats nothing."""
        way = [self._level(document)]
        seen = set(way)
        while (parent := self._parent.get(way[-1])) is not None:
            if parent in seen:
                # A ring of copies has no beginning: its first id stands for it.
                return min(way[way.index(parent) :])
            seen.add(parent)
            way.append(parent)
        for step in way[:-2]:
            self._parent[step] = way[-1]
        return way[-1]

    def added(self, document: str, words: str) -> bool:
        """True where the words stand in a sentence that this copy added."""
        extra = self._added.get(document, ())
        folded = fold(words) if extra else ""
        return bool(folded) and any(folded in sentence for sentence in extra)


__all__ = ["Families"]
