"""Flat rows of every list, for the command line's tables, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from muster.publish.evidence import Evidence

type_of_cell = str | int | float | bool | None
TABLES = (
    "claims", "copies", "documents", "entities", "estimates", "events", "order", "origins", "quantities",
    "set-aside", "sources", "times",
)  # fmt: skip


def tables(evidence: Evidence, kind: str) -> Iterator[dict[str, type_of_cell]]:
    """Rows of one list (one of `TABLES`), every row with the same columns in the same order."""
    raise NotImplementedError


def csv_cell(value: object) -> str:
    """One CSV cell; what a spreadsheet would read as a formula gets a leading apostrophe."""
    raise NotImplementedError


def rows_as(rows: Iterable[Mapping[str, object]], how: str) -> Iterator[str]:
    """The rows as ``json``, ``csv``, ``tsv`` or ``nl`` (one JSON object a line), piece by piece."""
    raise NotImplementedError
