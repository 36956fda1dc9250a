"""A population table: who there is, by what is told of people; refused without a source and a date."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from muster.model.errors import Usage
from muster.text.clues import Clue, wanted

# Column → how its cells are looked for: by words, by names with a capital, by number, by unit.
FIELDS: Final[Mapping[str, str]] = {
    "place": "name", "home": "name", "region": "name", "organisation": "name",
    "job": "word", "kin": "word", "rank": "word", "wound": "word", "group": "word",
    "unit": "unit", "unit kind": "unit kind", "age": "number", "number": "number", "days": "number",
}  # fmt: skip
_FIGURE: Final = {"age": "age", "number": "people", "days": "days"}
_OLDEST: Final = 120


@dataclass(frozen=True, slots=True)
class Population:
    """``rows``: (column → cell, how many). ``counts``: what is counted ("people", "units").

    ``sensitive``: columns nobody should learn. ``aside``: kinds of detail that the team leaves out of
    account, with its reason.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Mapping[str, str], int], ...]
    source: str
    date: str
    counts: str
    sensitive: tuple[str, ...] = ()
    aside: Mapping[str, str] | None = None

    @property
    def told(self) -> str:
        """Whose table this is, in words."""
        return f"{self.source}, {self.date}"

    def cells(self, column: str) -> list[str]:
        """The different cells of a column."""
        return sorted({values[column] for values, _ in self.rows})


def population_from(table: str, about: str) -> Population:
    """A CSV table (columns of `FIELDS` and ``count``) and the TOML page beside it. Raises Usage.

    The page states ``source``, ``date`` (ISO) and ``counts``; it may name ``sensitive`` columns and, under
    ``[aside]``, kinds of detail with the reason why they are left out of account.
    """
    try:
        page = tomllib.loads(about)
    except tomllib.TOMLDecodeError as error:
        raise Usage(f"the page beside the population table is not TOML: {error}") from error
    said = {name: str(page.get(name) or "").strip() for name in ("source", "date", "counts")}
    for name, value in said.items():
        if not value:
            raise Usage(
                f"a population table without its {name} proves nothing",
                next_step="state source, date and counts in the .toml file beside it",
            )
    try:
        date.fromisoformat(said["date"])
    except ValueError as error:
        raise Usage(f"the date of the population table is no day: {said['date']!r}") from error
    columns, rows = _rows(table)
    sensitive = tuple(str(c) for c in page.get("sensitive", ()))
    for name in sensitive:
        if name not in columns:
            raise Usage(f"there is no column {name!r} that could be sensitive")
    aside = {str(k): str(v).strip() for k, v in page.get("aside", {}).items()}
    if not all(aside.values()):
        raise Usage("a kind of detail is left out of account for a reason, or not at all")
    return Population(columns, rows, said["source"], said["date"], said["counts"], sensitive, aside)


def _rows(table: str) -> tuple[tuple[str, ...], tuple[tuple[Mapping[str, str], int], ...]]:
    reader = csv.DictReader(io.StringIO(table.lstrip("\ufeff")))
    names = list(reader.fieldnames or ())
    columns = tuple(n for n in names if n != "count")
    if "count" not in names or not columns:
        raise Usage("a population table needs a column 'count' and one more")
    for name in columns:
        if name not in FIELDS:
            raise Usage(
                f"a population table has no column {name!r}", next_step=f"there are: {', '.join(FIELDS)}"
            )
    rows = []
    for number, row in enumerate(reader, 2):
        values = {name: (row[name] or "").strip() for name in columns}
        count = (row["count"] or "").strip()
        if not count.isdecimal() or not all(values.values()):
            raise Usage(
                f"line {number} of the population table has an empty cell, or no whole number as count",
                next_step="leave a column out rather than a cell: who is not counted apart looks like many",
            )
        rows.append((values, int(count)))
    if not rows:
        raise Usage("the population table has no rows")
    return columns, tuple(rows)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a text says in the table's terms: column → cells; and the characters that say so."""

    told: Mapping[str, frozenset[str]]
    places: tuple[tuple[int, int], ...]


class Index:
    """The table's cells by what a text must hold to say them; made once, asked for every passage."""

    def __init__(self, population: Population) -> None:
        self.population = population
        self._wanted = {
            column: [(cell, _ways(cell, FIELDS[column])) for cell in population.cells(column)]
            for column in population.columns
            if FIELDS[column] != "number"
        }
        self._numbers = {
            column: [(cell, _span(cell)) for cell in population.cells(column)]
            for column in population.columns
            if FIELDS[column] == "number"
        }

    def resolve(
        self, clues: list[Clue], figures: Mapping[str, list[tuple[int, int, float, float]]]
    ) -> Resolved:
        """Cells that the clues and figures (kind → start, stop, low, high) of one text say."""
        told: dict[str, set[str]] = {}
        places: list[tuple[int, int]] = []
        for column, cells in self._wanted.items():
            usable = self._usable(column, clues)
            keys = {key for clue in usable for key in clue.keys}
            for cell, ways in cells:
                for way in ways:
                    if way and all(need & keys for need in way):
                        told.setdefault(column, set()).add(cell)
                        whole = frozenset().union(*way)
                        places += ((c.start, c.stop) for c in usable if c.keys & whole)
        for column, spans in self._numbers.items():
            for start, stop, low, high in figures.get(_FIGURE[column], ()):
                fits = {cell for cell, (least, most) in spans if low <= most and high >= least}
                if fits:
                    told.setdefault(column, set()).update(fits)
                    places.append((start, stop))
        return Resolved({c: frozenset(v) for c, v in told.items()}, tuple(places))

    def _usable(self, column: str, clues: list[Clue]) -> list[Clue]:
        kinds = {FIELDS[column]}
        if column == "region":
            kinds |= {"region", "home"}
        elif column == "home":
            kinds = {"home"}
        elif (column == "place" and "home" not in self.population.columns) or column == "organisation":
            kinds |= {"home"}
        elif column == "unit":
            kinds |= {"word"}
        return [c for c in clues if c.kind in kinds]


def _ways(cell: str, kind: str) -> list[list[frozenset[str]]]:
    """A cell may say the same in several languages: "welder | сварщик"."""
    return [wanted(part.strip(), kind) for part in cell.split("|") if part.strip()]


def _span(cell: str) -> tuple[float, float]:
    """ "30-39", "65+" or "40" as least and most. Raises Usage."""
    parts = [p.strip() for p in cell.replace("–", "-").split("-")]
    if cell.endswith("+") and cell[:-1].strip().isdecimal():
        return float(cell[:-1]), float(_OLDEST) if float(cell[:-1]) < _OLDEST else float("inf")
    if not all(p.isdecimal() for p in parts) or len(parts) > 2:
        raise Usage(f"{cell!r} in the population table is no number, and no range of numbers")
    return float(parts[0]), float(parts[-1])


__all__ = ["FIELDS", "Index", "Population", "Resolved", "population_from"]
