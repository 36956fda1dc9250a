"""From files of overlapping lists to a total: read, check, estimate. Nothing is written."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from muster.model.errors import NotFound, Refused

if TYPE_CHECKING:
    from muster.stats import Lists, Protocol, Settings, Total

Together = Literal["strata", "imputations", ""]

_MOST_BYTES = 50_000_000
_COUNTS = {"count", "counts", "n", "freq", "frequency", "people", "число", "количество", "кількість"}
_MEMBERS = ({"list", "code"}, {"список", "код"})
_NOTHING = {"", "0", "na", "nan", "none"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the lists are about: no number without it. ``by_when``, ``since``: ISO dates."""

    what: str
    population: str
    place: str
    by_when: str
    since: str = ""

    def __post_init__(self) -> None:
        missing = [
            words
            for words, value in (
                ("of what (--what)", self.what), ("of whom (--population)", self.population),
                ("where (--place)", self.place), ("by when (--by)", self.by_when),
            )
            if not value.strip()
        ]  # fmt: skip
        if missing:
            raise Refused(
                f"no bare numbers: it is not said {', '.join(missing)}",
                next_step="say it there, or in a file of protocols (--protocols FILE)",
            )
        days = [_day(d) for d in (self.since, self.by_when) if d]
        if len(days) == 2 and days[0] > days[1]:
            raise Refused(f"it begins ({self.since}) after it ends ({self.by_when})")


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused(f"'{said}' is no date", next_step="write it as 2022-02-24") from None


def read_lists(path: Path) -> Lists:
    """A pattern table, a table of people, or a table of memberships, told apart by its header.

    Columns of 0 and 1 and a last one named ``count``: a pattern table. Columns of 0 and 1 alone: one person a
    row. Two columns ``list`` and ``code``: one membership a row. Raises NotFound or Refused, naming the row.
    """
    rows = _rows(path)
    if len(rows) < 2:
        raise Refused("the file has no rows below its header", record=str(path))
    head = [cell.strip() for cell in rows[0]]
    low = [h.casefold() for h in head]
    try:
        return _lists(head, low, rows[1:])
    except Refused as why:
        raise Refused(why.what, record=str(path), next_step=why.next_step) from why


def read_tables(path: Path) -> list[Lists]:
    """The table of a file, or the tables of a file that has a first column ``table``: one for each way in
    which the lists may be linked. Raises NotFound or Refused."""
    rows = _rows(path)
    if len(rows) < 2 or rows[0][0].strip().casefold() != "table":
        return [read_lists(path)]
    head = [cell.strip() for cell in rows[0][1:]]
    parts: dict[str, list[list[str]]] = {}
    for row in rows[1:]:
        parts.setdefault(row[0].strip(), []).append(row[1:])
    try:
        return [_lists(head, [h.casefold() for h in head], part) for part in parts.values()]
    except Refused as why:
        raise Refused(why.what, record=str(path), next_step=why.next_step) from why


def _lists(head: list[str], low: list[str], rows: list[list[str]]) -> Lists:
    from muster.stats import from_members, from_rows
    from muster.stats.patterns import MOST_LISTS

    if set(low) in _MEMBERS:
        first = 0 if low[0] in ("list", "список") else 1
        short = next((n for n, r in enumerate(rows, 1) if len(r) != 2), 0)
        if short:
            raise Refused(f"row {short} has {len(rows[short - 1])} cells, not a list and a code")
        return from_members((row[first].strip(), row[1 - first].strip()) for row in rows)
    if low[-1] in _COUNTS:
        if len(head) - 1 > MOST_LISTS:
            return from_rows(head[:-1], [])
        # The row of those on no list is what is to be estimated: empty or 0, it is left out.
        kept = [r for r in rows if not (_on_none(r[:-1]) and r[-1].strip().casefold() in _NOTHING)]
        return from_rows(head[:-1], [(r[:-1], r[-1]) for r in kept])
    return _of_people(head, rows)


def missing_at_most(table: Path, total: int) -> int:
    """The cap on those nobody saw, where the whole is at most ``total``. Raises Refused below those seen."""
    seen = read_tables(table)[0].seen
    if total <= seen:
        raise Refused(
            f"at most {total:,} in all is fewer than were seen: {seen:,}",
            next_step="give a population that can hold them, and more",
        )
    return total - seen


def _on_none(cells: Sequence[str]) -> bool:
    return all(c.strip() == "0" for c in cells)


def _of_people(head: list[str], rows: list[list[str]]) -> Lists:
    from muster.stats import from_rows

    tally: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, 1):
        cells = tuple(c.strip() for c in row)
        if len(cells) != len(head) or any(c not in ("0", "1") for c in cells):
            raise Refused(
                f"row {number} is neither a pattern with a count nor a person's 0 and 1",
                next_step="name the last column 'count', or give two columns 'list' and 'code'",
            )
        if _on_none(cells):
            raise Refused(f"row {number}: a person on no list cannot have been seen")
        tally[cells] = tally.get(cells, 0) + 1
    return from_rows(head, tally.items())


def _rows(path: Path) -> list[list[str]]:
    if not path.is_file():
        raise NotFound("there is no such file", record=str(path))
    if path.stat().st_size > _MOST_BYTES:
        raise Refused("the file is too large for a table of lists", record=str(path))
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("the file is no UTF-8 text", record=str(path)) from error
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        return [row for row in csv.reader(io.StringIO(text), delimiter=mark) if any(c.strip() for c in row)]
    except csv.Error as error:
        raise Refused(f"the file is no table: {error}", record=str(path)) from error


def read_protocols(path: Path) -> tuple[dict[str, str], tuple[Protocol, ...]]:
    """What the lists are about, and a protocol for each, from a TOML file. Raises NotFound or Refused."""
    from muster.stats import Protocol

    if not path.is_file():
        raise NotFound("there is no such file of protocols", record=str(path))
    try:
        held: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"the protocols are no TOML: {error}", record=str(path)) from error
    fields = ("what", "population", "place", "since", "by_when")
    about = {k: _words(path, k, held.pop(k)) for k in fields if k in held}
    entries = held.pop("list", [])
    if held or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise Refused(
            f"the protocols hold something unknown: {', '.join(held) or 'list'}",
            record=str(path),
            next_step="what, population, place, since, by_when and one [[list]] for each list",
        )
    try:
        return about, tuple(Protocol(**_entry(path, e)) for e in entries)
    except TypeError as error:
        raise Refused(f"a protocol is not complete: {error}", record=str(path)) from error


def _words(path: Path, name: str, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise Refused(f"'{name}' is to be words", record=str(path))
    return value


def _entry(path: Path, entry: dict[str, Any]) -> dict[str, Any]:
    known = {"name", "enters", "never", "first", "last", "refers_to", "closed"}
    if strange := sorted(set(entry) - known):
        raise Refused(f"a protocol holds something unknown: {', '.join(strange)}", record=str(path))
    out: dict[str, Any] = {
        k: _words(path, k, v) for k, v in entry.items() if k not in ("refers_to", "closed")
    }
    to = entry.get("refers_to", [])
    if not isinstance(to, list) or not all(isinstance(x, str) for x in to):
        raise Refused("'refers_to' is a list of names of lists", record=str(path))
    closed = entry.get("closed")
    if closed is not None and not isinstance(closed, bool):
        raise Refused("'closed' is true or false", record=str(path))
    out |= {"name": "", "enters": "", "never": ""} | out
    return out | {"refers_to": tuple(to), "closed": closed}


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """What files of tables hold. ``together``: "strata", "imputations", or "" for one table; ``files``: name
    and sha256 of the file of each table."""

    tables: tuple[Lists, ...]
    files: tuple[tuple[str, str], ...]
    together: Together


def read_given(files: Sequence[Path], together: Together) -> Given:
    """The tables of all files, and how they belong together. Raises NotFound or Refused."""
    if len(files) > 1 and not together:
        raise Refused(
            f"{len(files)} files: are they strata of one population or versions of one table?",
            next_step="add --as strata or --as imputations",
        )
    read = [(f, read_tables(f)) for f in files]
    if any(len(tables) > 1 for _, tables in read):
        if len(files) > 1:
            raise Refused("a file of linked tables is estimated by itself", next_step="give it alone")
        together = "imputations"
    digests = {f: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}
    return Given(
        tuple(t for _, tables in read for t in tables),
        tuple((f.name, digests[f]) for f, tables in read for _ in tables),
        together,
    )


def estimate_tables(
    given: Given, *, protocols: Sequence[Protocol], method: str, settings: Settings, seed: int
) -> Total:
    """The total of one table, or of several as strata or as completed versions of one table.

    Raises Refused for anything that has no total, with the reason; nothing is written.
    """
    import numpy as np

    from muster.stats import add_strata, estimate, pool_imputations

    if len(given.tables) > 1 and settings.cap is not None:
        raise Refused("a cap on the total is for one table", next_step="leave --at-most out")
    rng = np.random.default_rng(seed)
    totals = [
        estimate(
            table, method, protocols=protocols, settings=settings,  # type: ignore[arg-type]
            panel=n == 0 or given.together == "strata", rng=rng,
        )
        for n, table in enumerate(given.tables)
    ]  # fmt: skip
    if given.together == "strata":
        return add_strata(totals, [Path(name).stem for name, _ in given.files], rng=rng)
    return pool_imputations(totals) if given.together == "imputations" else totals[0]


__all__ = [
    "Asked", "Given", "Together", "estimate_tables", "missing_at_most", "read_given", "read_lists",
    "read_protocols", "read_tables",
]  # fmt: skip
