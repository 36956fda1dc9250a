"""How exactly a place is known, in the words of the UCDP: ``where_prec`` and a radius."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_POINT = re.compile(r"(-?\d{1,2}\.\d{1,6}),(-?\d{1,3}\.\d{1,6}); (.{1,200})\Z")
_CENTRE = "centre of the region; "
# "Within a limited area": the UCDP's own 25 kilometres round a named place.
_LIMITED_AREA = 25_000


class Where(NamedTuple):
    """``prec``: 2 a named town (something happened in or about it), 4 a region; None where several places
    have the name or no table has it. ``longitude``, ``latitude``: degrees, None where there is no point.
    ``radius_m``: None where unknown. ``shown_as``: what the point is, for a person."""

    prec: int | None
    longitude: float | None
    latitude: float | None
    radius_m: int | None
    shown_as: str


def where(near: str | None) -> Where:
    """What the table of places says (`Mention.near`)."""
    found = _POINT.match(near or "")
    if not found:
        return Where(None, None, None, None, near or "in no table of places")
    latitude, longitude, rest = float(found[1]), float(found[2]), found[3]
    if rest.startswith(_CENTRE):
        return Where(
            4, longitude, latitude, None, f"the centre of the region, not a place; {rest[len(_CENTRE) :]}"
        )
    return Where(2, longitude, latitude, _LIMITED_AREA, f"a named town, not the place of the deed; {rest}")


@lru_cache(maxsize=4096)
def where_named(words: str) -> Where:
    """The one place that ``words`` name; unknown where they name none or several."""
    from muster.text.places.places import find_named_places

    found = find_named_places(words)
    return where(found[0].near) if len(found) == 1 else Where(None, None, None, None, "no single place")


__all__ = ["Where", "where", "where_named"]
