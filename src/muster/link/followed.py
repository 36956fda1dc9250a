"""Which claim of an original a claim of its copy repeats: by words, by matched stretches, by numbers.

A copy may name the speaker badly, in another language or not at all; whose the words are is then what the
original says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from muster.link.independence import is_telling
from muster.link.known import Key
from muster.model.links import Copy, Statement
from muster.text.scripts import fold

# So much of what either claim has must be in both.
_SAME = 0.3
# Names that are those of one document.
_UNKNOWN_ELSEWHERE = ("local", "hidden", "nobody")


def follow(
    held: Mapping[str, Sequence[Statement]], copies: Iterable[Copy], keys: Mapping[str, Key]
) -> dict[str, str]:
    """Claim of a copy → claim of the document it repeats most of. ``held``: statements by document; ``keys``:
    whose each claim is, so that two claims of one speaker that fit alike are no doubt."""
    best: dict[str, Copy] = {}
    for copy in copies:
        known = best.get(copy.copy)
        if known is None or (-copy.score, copy.original) < (-known.score, known.original):
            best[copy.copy] = copy
    found: dict[str, str] = {}
    for copy in best.values():
        found.update(_claims(held.get(copy.copy, ()), held.get(copy.original, ()), copy, keys))
    return found


def last(claim: str, followed: Mapping[str, str]) -> str:
    """The claim at the end of the way; a ring ends where it began."""
    seen = {claim}
    while (before := followed.get(claim)) is not None and before not in seen:
        seen.add(before)
        claim = before
    return claim


def _claims(
    ours: Sequence[Statement], theirs: Sequence[Statement], copy: Copy, keys: Mapping[str, Key]
) -> Iterator[tuple[str, str]]:
    said, own = [t for t in theirs if not t.own_voice], [t for t in theirs if t.own_voice]
    by_words = {fold(t.words): t.claim for t in reversed(said)}
    found: dict[str, str] = {}
    for mine in ours:
        if not mine.own_voice:
            same = by_words.get(fold(mine.words)) or _by_place(mine, said, copy)
            # A soldier by his nickname whom the original has not says nothing that it has of others.
            his = mine.speaker and mine.role and keys[mine.claim][0] in _UNKNOWN_ELSEWHERE
            fit = [t for t in said if keys[t.claim][0] in _UNKNOWN_ELSEWHERE] if his else said
            if same := same or _by_figures(mine, fit, keys):
                found[mine.claim] = same
    taken = set(found.values())
    for mine in ours:
        # One side names a speaker and the other, as it was read, speaks itself: "by our count" told as "by
        # the lawyers' count", or a speaker that was not heard. The numbers are the same; nothing else fits.
        if mine.claim not in found:
            rest = [t for t in (said if mine.own_voice else own) if t.claim not in taken]
            if same := _by_figures(mine, rest, keys):
                found[mine.claim] = same
    yield from found.items()


def _by_place(mine: Statement, theirs: Sequence[Statement], copy: Copy) -> str | None:
    """The claim of the original that stands where the matched stretches lead."""
    common: dict[str, float] = {}
    for here, there in copy.overlaps:
        low, high = max(mine.start, here.start), min(mine.stop, here.stop)
        if low >= high:
            continue
        scale = (there.stop - there.start) / max(1, here.stop - here.start)
        start, stop = (there.start + (x - here.start) * scale for x in (low, high))
        for other in theirs:
            both = min(stop, other.stop) - max(start, other.start)
            if both > 0:
                common[other.claim] = common.get(other.claim, 0.0) + both
    size = {t.claim: t.stop - t.start for t in theirs}
    length = mine.stop - mine.start
    scored = [(both / max(1.0, length + size[c] - both), c) for c, both in common.items()]
    share, claim = max(scored, default=(0.0, ""))
    return claim if share >= _SAME else None


def _by_figures(mine: Statement, theirs: Sequence[Statement], keys: Mapping[str, Key]) -> str | None:
    """The claim of the original with the same numbers, a telling one among them, as in a translation."""
    ours = {value for value, _ in mine.figures}
    if not any(map(is_telling, ours)):
        # Small numbers stand everywhere: all of them, and in one claim only.
        same = [other.claim for other in theirs if ours and {value for value, _ in other.figures} == ours]
        return same[0] if len(same) == 1 else None
    scored: dict[str, float] = {}
    for other in theirs:
        values = {value for value, _ in other.figures}
        if any(map(is_telling, ours & values)):
            scored[other.claim] = len(ours & values) / len(ours | values)
    best = sorted(claim for claim, share in scored.items() if share == max(scored.values()))
    return best[0] if best and len({keys.get(claim) for claim in best}) == 1 else None


__all__ = ["follow", "last"]
