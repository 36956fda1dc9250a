"""Strings in, named places out: regions and towns of Russia, Ukraine, Belarus, countries, towns of the world.

``scan`` finds the names of the table, ``patterns`` what says itself that it is a place; here one
of several readings is chosen: that in the region the text names nearest, else that in a country it names,
else the largest, and the others are told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from muster.text.places.gazetteer import Reading
from muster.text.places.patterns import described_places
from muster.text.places.scan import Find, scan
from muster.text.tokens import tokens_of

_MOST_READINGS = 4


class Place(NamedTuple):
    """Characters ``[start, stop)`` that name a place; ``near``: "lat,lon; region; country", or readings."""

    start: int
    stop: int
    name: str
    near: str | None


class _Told(NamedTuple):
    """What the text says without doubt: where each region stands, and which countries it is about."""

    regions: dict[str, list[int]]
    countries: frozenset[str]


@lru_cache(maxsize=2)
def _found(body: str) -> tuple[Place, ...]:
    found = list(scan(body, tokens_of(body)))
    told = _told(found)
    described = list(described_places(body))
    streets = [(start, stop) for start, stop, sure in described if sure]
    places = [_place(find, told) for find in _outside(found, streets)]
    return tuple(sorted([*places, *_described(body, places, described)]))


def find_named_places(body: str) -> tuple[Place, ...]:
    """Every place that ``body`` names with a capital letter, in order, not overlapping."""
    return _found(body)


def _outside(found: list[Find], streets: list[tuple[int, int]]) -> Iterable[Find]:
    """The names that stand in no street's or river's name."""
    starts = [start for start, _ in streets]
    for find in found:
        at = bisect_right(starts, find[0]) - 1
        if at < 0 or streets[at][1] < find[1]:
            yield find


def _described(body: str, places: list[Place], described: list[tuple[int, int, bool]]) -> Iterable[Place]:
    """«в селе Малая Горка», «река Быстрая»: places that say what they are, though no table has them."""
    starts = [place.start for place in places]
    reached = 0
    for start, stop, _ in described:
        at = bisect_left(starts, stop)
        if start >= reached and not (at and places[at - 1].stop > start):
            reached = stop
            yield Place(start, stop, " ".join(body[start:stop].split()), None)


def _told(found: list[Find]) -> _Told:
    regions: dict[str, list[int]] = {}
    countries = set()
    for start, _, readings in found:
        places = {(r.region, r.country) for r in readings}
        if len(places) == 1:
            (reading,) = {r.country for r in readings}
            if readings[0].kind == "region":
                regions.setdefault(readings[0].region, []).append(start)
            if reading:
                countries.add(reading)
    return _Told(regions, frozenset(countries))


def _place(find: Find, told: _Told) -> Place:
    start, stop, readings = find
    distinct = list(dict.fromkeys(readings))
    if len(distinct) > 1:
        distinct = _in_told_region(distinct, start, told) or distinct
    best = sorted(distinct, key=lambda r: (-r.people, r.name, r.latitude))
    here = [r for r in best if r.country in told.countries]
    by_country = 0 < len(here) < len(best)
    best = [*here, *(r for r in best if r not in here)]
    chosen = best[0]
    rivals = [r for r in best if (r.latitude, r.longitude) != (chosen.latitude, chosen.longitude)]
    # The region and its main city under one name ("Kyiv") are one place on a map of this scale.
    if not rivals or not chosen.latitude or any(r.kind == "region" for r in best):
        return Place(start, stop, chosen.name, _where(chosen))
    reason = f" ({chosen.country} is named)" if by_country else ""
    listed = "; or ".join(filter(None, map(_where, [chosen, *rivals][:_MOST_READINGS])))
    return Place(start, stop, chosen.name, f"{len(rivals) + 1} readings{reason}: {listed}")


def _in_told_region(readings: list[Reading], start: int, told: _Told) -> list[Reading]:
    """Those in the region that the text names, the nearest of them before or after."""
    named = {r.region for r in readings if r.region in told.regions}
    if not named:
        return []

    def distance(region: str) -> tuple[int, str]:
        places = told.regions[region]
        at = bisect_left(places, start)
        return min(abs(p - start) for p in places[max(0, at - 1) : at + 1]), region

    nearest = min(named, key=distance)
    return [r for r in readings if r.region == nearest]


def _where(reading: Reading) -> str | None:
    if not reading.latitude:
        known = [part for part in (reading.region, reading.country) if part]
        return "; ".join(known) if reading.kind == "town" else None
    region = "" if reading.region == reading.name else f"{reading.region}; " if reading.region else ""
    note = "centre of the region; " if reading.kind == "region" else region
    return f"{reading.latitude},{reading.longitude}; {note}{reading.country}"


__all__ = ["Place", "find_named_places"]
