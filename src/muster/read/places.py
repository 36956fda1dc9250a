"""Sentences in, mentions of places and military units out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muster.model.claims import Mention
from muster.model.evidence import Passage, Text
from muster.model.ids import span_id
from muster.text.military_units import find_units
from muster.text.places.places import find_named_places

if TYPE_CHECKING:
    from muster.text.spans import Span


def find_places(text: Text, sentences: Sequence[Span], languages: Sequence[str]) -> list[Mention]:
    """Every region and town of the gazetteer and every military unit that begins inside ``sentences``.

    ``norm`` is the name in the register (English, as GeoNames writes it); ``near`` the coordinates with
    region and country, all readings where the name has several, None for a village that is
    not in the gazetteer.
    """
    units = find_units(text.body)
    mentions = [_mention(text, unit.start, unit.stop, "unit", unit.name, None) for unit in units]
    taken = [(unit.start, unit.stop) for unit in units]
    for place in find_named_places(text.body):
        if not any(start < place.stop and place.start < stop for start, stop in taken):
            mentions.append(_mention(text, place.start, place.stop, "place", place.name, place.near))
    inside = _Inside(sentences)
    return sorted(
        (m for m in mentions if inside.has(m.passage.start)), key=lambda m: (m.passage.start, m.kind)
    )


class _Inside:
    """Answers whether a character lies in one of the sentences; they stand in order."""

    def __init__(self, sentences: Sequence[Span]) -> None:
        self.starts = [sentence[0] for sentence in sentences]
        self.stops = [sentence[1] for sentence in sentences]

    def has(self, at: int) -> bool:
        from bisect import bisect_right

        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.stops[index]


def _mention(text: Text, start: int, stop: int, kind: str, norm: str, near: str | None) -> Mention:
    return Mention(
        span_id("mention", text.id, start, stop, kind), Passage.of(text, start, stop), kind, norm, near=near
    )


__all__ = ["find_places"]
