"""GeoJSON (RFC 7946) of the places that open papers name: places, never people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from muster.publish.evidence import Evidence
from muster.publish.files import private_folder, whole_file
from muster.publish.formats.base import About, Written, json_list
from muster.publish.formats.where import Where, where, where_named
from muster.publish.rows import number

LOST = (
    "who was where: people, interviews and cases are never drawn",
    "outlines: a point stands for a town or, for a region, for its centre; 'shown_as' says which",
)


@dataclass(slots=True)
class _Named:
    at: Where
    papers: int = 0
    last: str = ""


def write_geojson(evidence: Evidence, folder: Path, about: About) -> Written:
    """``places.geojson``: a feature a place that papers name, then one a ledger line with one place."""
    private_folder(folder)
    named, unplaced = _named_places(evidence)
    with whole_file(folder / "places.geojson") as out:
        count = json_list(out, {"type": "FeatureCollection"}, "features", _features(evidence, named))
    lost = f"{len(unplaced):,} names of places that are in no table, or that several places have: not drawn"
    return Written({"places.geojson": count}, (*LOST, lost) if unplaced else LOST)


def _named_places(evidence: Evidence) -> tuple[dict[tuple[str, Where], _Named], set[str]]:
    """Places with a point, with the number of papers that name each; names that have none."""
    named: dict[tuple[str, Where], _Named] = {}
    unplaced: set[str] = set()
    for document, _, reading in evidence.readings({"mentions"}):
        for mention in reading.mentions:
            if mention.kind != "place" or mention.protected:
                continue
            at = where(mention.near)
            if at.prec is None:
                unplaced.add(mention.norm)
                continue
            found = named.setdefault((mention.norm, at), _Named(at))
            if found.last != document.id:
                found.papers, found.last = found.papers + 1, document.id
    return named, unplaced


def _features(evidence: Evidence, named: dict[tuple[str, Where], _Named]) -> Iterator[object]:
    for (name, at), found in sorted(named.items(), key=lambda item: (item[0][0], item[0][1].shown_as)):
        yield _feature(at, {"kind": "named", "place": name, "documents": found.papers})
    for e in evidence.estimates():
        at = where_named(e.place)
        if at.prec is not None:
            yield _feature(at, {
                "kind": "estimate", "place": e.place, "id": e.id, "question": e.question, "unit": e.unit,
                "population": e.population, "by_when": e.by_when, "low": number(e.low),
                "best": number(e.best), "high": number(e.high), "low_exclusive": e.low_exclusive,
                "high_exclusive": e.high_exclusive, "reports": e.reports, "origins": len(e.origins),
            })  # fmt: skip


def _feature(at: Where, properties: dict[str, object]) -> object:
    point = {"type": "Point", "coordinates": [at.longitude, at.latitude]}
    more = {"where_prec": at.prec, "radius_m": at.radius_m, "shown_as": at.shown_as}
    return {
        "type": "Feature",
        "geometry": point,
        "properties": {**properties, **more},
    }


__all__ = ["LOST", "write_geojson"]
