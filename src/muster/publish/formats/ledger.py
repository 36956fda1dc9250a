"""The ledger as CSV in the words of the UCDP, ``number_of_sources`` split into what it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from muster.model.findings import Estimate
from muster.model.links import Origin
from muster.publish.evidence import Evidence
from muster.publish.files import private_folder, whole_file
from muster.publish.formats.base import About, Written, csv_file
from muster.publish.formats.where import where_named
from muster.publish.rows import number

COLUMNS = (
    "id", "question", "unit", "population", "place", "by_when", "low", "best", "high", "low_exclusive",
    "high_exclusive", "date_prec", "where_prec", "event_clarity", "source_original", "reports", "origins",
    "independent_origins", "method", "level", "as_written", "assumptions", "rests_on",
)  # fmt: skip
LOST = (
    "the words around each number, hedges and who told whom: the dossier and 'muster export jsonl' hold them",
    "deaths, sides and grid cells of the UCDP's file: these are counts somebody claimed, not its events",
)
# A line is a total that somebody told by a day, never one event: what the UCDP calls an aggregate.
_AGGREGATE = 2
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
# (longest span in days, the UCDP's date precision).
_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))


def write_ledger(evidence: Evidence, folder: Path, about: About) -> Written:
    """``ledger.csv``, one estimate a line, in the ledger's order."""
    private_folder(folder)
    with whole_file(folder / "ledger.csv") as out:
        count = csv_file(out, COLUMNS, ledger_rows(evidence))
    return Written({"ledger.csv": count}, LOST)


def ledger_rows(evidence: Evidence) -> Iterator[tuple[object, ...]]:
    """One row of `COLUMNS` an estimate. What nobody said is an empty cell."""
    origins = {o.id: o for o in evidence.origins()}
    for e in evidence.estimates():
        yield (
            e.id, e.question, e.unit, e.population, e.place, e.by_when, number(e.low), number(e.best),
            number(e.high), e.low_exclusive, e.high_exclusive, date_precision(e.by_when),
            where_named(e.place).prec, _AGGREGATE, "; ".join(_names(e, origins)), e.reports, len(e.origins),
            independent(e.origins, origins), e.method, e.level, " | ".join(e.as_written),
            "; ".join(e.assumptions), " ".join(e.rests_on),
        )  # fmt: skip


def date_precision(by_when: str) -> int | None:
    """1 one day, 2 up to 6, 3 a week, 4 up to a month, 5 up to a year; None where no day or more is told.

    It says how exactly the day is known *by which* the figure stands, not when something happened.
    """
    days = []
    for found in _DAY.finditer(by_when):
        try:
            days.append(date(*map(int, found.groups())))
        except ValueError:
            return None
    if not days:
        return None
    span = (max(days) - min(days)).days + 1
    return next((prec for longest, prec in _PRECISION if span <= longest), None)


def independent(ids: tuple[str, ...], origins: Mapping[str, Origin]) -> int:
    """How many of these origins were shown to be independent of each other, pair by pair; at least this many.

    Taken greedily in their order, so never more than there are. One origin alone is 1; none is 0.
    """
    chosen: list[str] = []
    for id in dict.fromkeys(ids):
        others = origins[id].independent_of if id in origins else ()
        if all(other in others or id in _others(other, origins) for other in chosen):
            chosen.append(id)
    return len(chosen)


def _others(id: str, origins: Mapping[str, Origin]) -> tuple[str, ...]:
    return origins[id].independent_of if id in origins else ()


def _names(estimate: Estimate, origins: Mapping[str, Origin]) -> list[str]:
    return [origins[o].name for o in estimate.origins if o in origins]


__all__ = ["COLUMNS", "LOST", "date_precision", "independent", "ledger_rows", "write_ledger"]
