"""Words in, regions out: federal subjects of Russia, oblasts of Ukraine and Belarus, by their codes.

The codes are those of the table of places (``data/places.tsv``): RU-TAM, UA-63. Borders as recognised by the
United Nations General Assembly (resolution 68/262 and ES-11/4).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from muster.text.places.places import find_named_places

_TITLES: Final = {"o": " Oblast", "k": " Krai", "a": " Autonomous Okrug"}


class Region(NamedTuple):
    """``name`` as the table of places writes it in English."""

    code: str
    kind: str
    name: str


@lru_cache(maxsize=1)
def regions() -> dict[str, Region]:
    """Every region by its code."""
    out: dict[str, Region] = {}
    body = files("muster.text").joinpath("data/places.tsv").read_text("utf-8")
    for line in body.splitlines():
        if line.startswith("R\t"):
            code, kind, _, _, english, *_ = line.split("\t")[1:]
            name = english + _TITLES.get(kind, "") if code != "RU-YEV" else "Jewish Autonomous Oblast"
            out[code] = Region(code, kind, name)
    return out


@lru_cache(maxsize=1)
def _by_name() -> dict[tuple[str, str], str]:
    countries = {"RU": "Russia", "UA": "Ukraine", "BY": "Belarus"}
    return {(r.name, countries[r.code[:2]]): r.code for r in regions().values()}


@lru_cache(maxsize=20_000)
def regions_of(words: str) -> tuple[str, ...]:
    """Codes of the regions that ``words`` name, or name a town of, sorted; () where none is recognised."""
    found: set[str] = set()
    for place in find_named_places(words):
        parts = [p.strip() for p in (place.near or "").split(";")]
        country = parts[-1] if parts else ""
        for name in (place.name, *parts[1:-1]):
            code = _by_name().get((name, country))
            if code:
                found.add(code)
    return tuple(sorted(found))


@lru_cache(maxsize=2_000)
def lands_of(words: str) -> tuple[str, ...]:
    """RU, UA, BY for the countries that ``words`` name, sorted; a region or a town names its own country."""
    countries = {"Russia": "RU", "Ukraine": "UA", "Belarus": "BY"}
    found = {countries[p.name] for p in find_named_places(words) if p.name in countries}
    return tuple(sorted(found | {code[:2] for code in regions_of(words)}))


__all__ = ["Region", "lands_of", "regions", "regions_of"]
