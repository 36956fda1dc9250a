"""The table of places: regions and towns of Russia, Ukraine, Belarus, countries and towns of the world.

Built from GeoNames (geonames.org, CC BY 4.0), CLDR and reviewed lists by ``tools/gazetteer/build.py``; read
on first use. A name is put into all its cases when a word with its first letters is first asked for, since
most texts name a few of the 14,000 places.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final, NamedTuple

from muster.text.places.forms import cases_of
from muster.text.tokens import fold_in_place

_COUNTRIES: Final = {"RU": "Russia", "UA": "Ukraine", "BY": "Belarus"}
# As many letters as no case of a longer name changes.
_HEAD: Final = 3


class Reading(NamedTuple):
    """One place of the table. ``kind``: region, town, country or land (the last two have no point)."""

    name: str
    latitude: str
    longitude: str
    region: str
    country: str
    people: int
    kind: str


class Entry(NamedTuple):
    """What may follow the first word of a name (each word in its cases), the place, and whether the name is
    also a common word or somebody's."""

    rest: tuple[frozenset[str], ...]
    reading: Reading
    doubtful: bool


class Gazetteer:
    """``adjectives``: stem of «Тамбовск-ая» → region; ``bases``: English name before "Oblast" → region."""

    def __init__(self, raw: str) -> None:
        self.adjectives: dict[str, Reading] = {}
        self.bases: dict[str, Reading] = {}
        self._names: dict[str, list[Entry]] = {}
        self._regions: dict[str, str] = {}
        self._countries = dict(_COUNTRIES)
        self._lines = raw.splitlines()
        # The first letters of a name → the lines that hold it, until one is asked for.
        self._waiting: dict[str, list[int]] = {}
        for number, line in enumerate(fold_in_place(raw).splitlines()):
            kind, _, rest = line.partition("\t")
            if kind == "r":
                self._add_region(self._lines[number].split("\t")[1:])
            elif kind in ("t", "c", "l"):
                if kind == "c":
                    code, names = self._lines[number].split("\t")[1:]
                    self._countries.setdefault(code, names.partition(",")[0].lstrip("?"))
                self._wait(number, rest.rpartition("\t")[2])

    def entries(self, word: str) -> list[Entry] | None:
        """Every place whose name begins with this word (small letters, any case of it)."""
        waiting = self._waiting.pop(word[:_HEAD], None)
        for number in waiting or ():
            self._add_line(number, word[:_HEAD])
        return self._names.get(word)

    def _wait(self, number: int, names: str) -> None:
        for name in names.replace("?", "").split(","):
            heads = {name[:_HEAD]}
            first = re.split(r"[ .-]", name, maxsplit=1)[0]
            if len(first) < _HEAD + 2 or first.endswith(("ець", "їль")):
                heads = {form[:_HEAD] for form in _cases(first)}
            for head in heads:
                lines = self._waiting.setdefault(head, [])
                if not lines or lines[-1] != number:
                    lines.append(number)

    def _add_line(self, number: int, head: str) -> None:
        fields = self._lines[number].split("\t")
        spellings = fields[-1].split(",")
        name = spellings[0].lstrip("?")
        if fields[0] == "T":
            code, latitude, longitude, people = fields[1:5]
            point = ("", "") if latitude == "-" else (latitude, longitude)
            country = self._countries.get(code[:2], "")
            reading = Reading(name, *point, self._regions.get(code, ""), country, int(people), "town")
        else:
            kind = "country" if fields[0] == "C" else "land"
            reading = Reading(name, "", "", "", name if kind == "country" else "", 10**8, kind)
        for spelling in spellings:
            self._add(spelling.lstrip("?"), reading, spelling[0] == "?", head)

    def _add_region(self, fields: list[str]) -> None:
        code, kind, latitude, longitude, english, russian, ukrainian, others = fields
        titles = {"o": " Oblast", "k": " Krai", "a": " Autonomous Okrug"}
        name = english + titles.get(kind, "") if code != "RU-YEV" else "Jewish Autonomous Oblast"
        self._regions[code] = name
        reading = Reading(name, latitude, longitude, name, _COUNTRIES[code[:2]], 10**7, "region")
        if kind in ("o", "k", "a"):
            for stem in (russian, ukrainian):
                self.adjectives.setdefault(fold_in_place(stem), reading)
            self.bases.setdefault(fold_in_place(english), reading)
        elif kind == "r":
            for spelling in (english, russian, ukrainian):
                self._add(spelling, reading)
        for other in filter(None, others.split(",")):
            if kind in ("r", "c") or not other.isascii():
                self._add(other, reading)
            else:
                self.bases.setdefault(fold_in_place(other), reading)

    def _add(self, spelling: str, reading: Reading, doubtful: bool = False, head: str = "") -> None:
        words = fold_in_place(spelling).replace("-", " - ").replace(".", " . ").split()
        forms = [form for form in _cases(words[0]) if form.startswith(head)]
        if not forms:
            return
        entry = Entry(tuple(frozenset(_cases(word)) for word in words[1:]), reading, doubtful)
        for form in dict.fromkeys(forms):
            entries = self._names.setdefault(form, [])
            if entry not in entries:
                entries.append(entry)


def _cases(word: str) -> list[str]:
    # A hyphen or a small word stays as it is; every other word may stand in any case.
    whole = word.isascii() or len(word) < 3 or not word.replace("'", "").isalpha()
    return [word] if whole else cases_of(word)


_TABLE: list[Gazetteer] = []


def gazetteer() -> Gazetteer:
    """The one table of this process."""
    if not _TABLE:
        _TABLE.append(Gazetteer(files("muster.text").joinpath("data/places.tsv").read_text("utf-8")))
    return _TABLE[0]


__all__ = ["Entry", "Gazetteer", "Reading", "gazetteer"]
