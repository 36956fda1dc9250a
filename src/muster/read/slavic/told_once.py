"""«Мер запевнив, що …. Про це він сказав на брифінгу.»: one saying told twice, in Russian and Ukrainian.

The second sentence says only where or when he said it: its words are no further claim, what they went
through goes with the first.
"""

from __future__ import annotations

from muster.read.said import Said


def told_once(said: list[Said]) -> list[Said]:
    """Without the frames whose words are a whole sentence that tells already what the same speaker says."""
    twice: dict[int, Said] = {}
    for i, one in enumerate(said):
        first = _first_told(said[max(0, i - _NEAR) : i + _NEAR], one)
        if first is not None:
            twice[id(one)] = first
    if not twice:
        return said
    for one in said:
        if one.outer is not None and id(one.outer) in twice:
            one.outer = one.outer.outer
    for one in said:
        first = twice.get(id(one))
        if first is not None and first.again is None:
            first.again = one
    return [one for one in said if id(one) not in twice]


_NEAR = 8


def _first_told(near: list[Said], one: Said) -> Said | None:
    """The frame that stands in the words of this one, which its own sentence follows."""
    frame = one.frame
    if frame.cue is None or frame.quoted or len(frame.parts) != 1 or one.region.language == "en":
        return None
    words = frame.parts[0]
    if frame.cue.start <= words.stop or one.region.page.sentence_at(frame.cue.start) == (
        one.region.page.sentence_at(words.start)
    ):
        return None
    for other in near:
        cue = other.frame.cue
        if other is not one and cue is not None and words.start <= cue.start and cue.stop <= words.stop:
            return other if _same(one, other) else None
    return None


def _same(one: Said, other: Said) -> bool:
    mine, theirs = one.voice.speaker, other.voice.speaker
    if mine.name or theirs.name:
        return mine.name == theirs.name
    return mine.role is not None and mine.role == theirs.role


__all__ = ["told_once"]
