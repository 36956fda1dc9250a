"""What a person keeps back from every release, and what he lets leave although a rule presumes otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from muster.model.errors import NotFound, Usage
from muster.model.links import Anchor, Judgement
from muster.store import Store
from muster.workflows.judge import judge, judge_stretch
from muster.workflows.review import WITHDRAWN, after_all

FIELD: Final = "leaves"
STAYS, LEAVES = "no", "yes"
# As a refused release prints where a passage stands.
_PLACE: Final = re.compile(r"(doc-[0-9a-f]+):(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class KeptBack:
    """``papers``: digests of whole papers; ``stretches``: digest of a paper → characters of it. ``let``: the
    same of what may leave: nobody there is taken for kept back whom the text does not hide in words."""

    papers: frozenset[str]
    stretches: dict[str, tuple[tuple[int, int], ...]]
    let: KeptBack | None = None

    def holds(self, sha256: str, start: int, stop: int) -> bool:
        """Whether any of these characters of a paper are to stay."""
        return sha256 in self.papers or any(a < stop and start < b for a, b in self.stretches.get(sha256, ()))

    def lets(self, sha256: str, start: int, stop: int) -> bool:
        """Whether somebody lets these characters of a paper leave."""
        return self.let is not None and self.let.holds(sha256, start, stop)

    def why(self, sha256: str, start: int, stop: int) -> str:
        """The same in words; "" where they may leave."""
        return "sentence that a person keeps back" if self.holds(sha256, start, stop) else ""

    def any_of(self, sha256: str) -> bool:
        """Whether anything of a paper is to stay."""
        return sha256 in self.papers or sha256 in self.stretches


def kept_back(store: Store) -> KeptBack:
    """As the last word on each paper and stretch has it."""
    last = {j.subject[0]: j.verdict for j in store.judgements() if j.field == FIELD}
    stay, leave = ([a for a, verdict in last.items() if verdict == each] for each in (STAYS, LEAVES))
    return KeptBack(*_places(stay), KeptBack(*_places(leave)))


def _places(anchors: list[Anchor]) -> tuple[frozenset[str], dict[str, tuple[tuple[int, int], ...]]]:
    stretches: dict[str, tuple[tuple[int, int], ...]] = {}
    for anchor in anchors:
        if anchor.stop:
            stretches[anchor.sha256] = (*stretches.get(anchor.sha256, ()), (anchor.start, anchor.stop))
    return frozenset(a.sha256 for a in anchors if not a.stop), stretches


def keep_back(
    store: Store, record: str, *, by: str, reason: str, now: str, undo: bool = False, verdict: str = STAYS
) -> Judgement:  # fmt: skip
    """Keep a paper, a claim's sentence or ``DOCUMENT:START-STOP`` back, or (``LEAVES``) let it leave although
    somebody is presumed to be kept back there; ``undo``: withdraw either.

    The bytes decide: every paper with the same bytes stays. Raises NotFound, Usage.
    """
    if not reason.strip():
        raise Usage("a reason says why", next_step="add --reason WHY, without names")
    verdict, at = WITHDRAWN if undo else verdict, after_all(store, now)
    place = _PLACE.fullmatch(record)
    if place is None:
        return judge(store, [record], field=FIELD, verdict=verdict, by=by, note=reason, now=at)
    document = store.document(store.find(place[1])[1].id)
    text, start, stop = store.text_of(document.id), int(place[2]), int(place[3])
    if text is None or not start < stop <= len(text.body):
        raise NotFound("there are no such characters in this document", record=record)
    return judge_stretch(
        store, document.id, start, stop, text.body[start:stop],
        field=FIELD, verdict=verdict, by=by, note=reason, now=at,
    )  # fmt: skip


__all__ = ["FIELD", "LEAVES", "STAYS", "KeptBack", "keep_back", "kept_back"]
