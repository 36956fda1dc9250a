"""What all formats share: what they are told, what they give back, whole files, characters made harmless."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from muster.publish.evidence import Evidence
from muster.publish.page.highlight import visible_words
from muster.publish.tables import csv_cell


@dataclass(frozen=True, slots=True)
class About:
    """What an export says of itself. ``made``: ISO 8601 with zone; ``team``: who rated claims, if told.

    ``standing``: "Working papers", or of which release it is a part.
    """

    title: str
    made: str
    version: str
    team: str | None = None
    standing: str = "Working papers"


@dataclass(frozen=True, slots=True)
class Written:
    """``files``: name → number of records. ``lost``: what the format could not hold, a sentence each."""

    files: dict[str, int]
    lost: tuple[str, ...]


Writer = Callable[[Evidence, Path, About], Written]

# Characters that turn a line round, hide or control: in JSON they are escaped, which loses nothing.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def json_text(value: object) -> str:
    """One JSON value on one line; letters as they are, unseen characters and half characters escaped."""
    raw = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: json.dumps(found.group())[1:-1], raw)


def json_list(out: IO[bytes], head: dict[str, object], field: str, items: Iterable[object]) -> int:
    """Write ``{head…, field: [items…]}``, an item a line; how many. Nothing is held."""
    start = json_text(head)[:-1]
    out.write(f"{start}{',' if head else ''}{json_text(field)}:[".encode())
    number = 0
    for number, item in enumerate(items, 1):
        out.write((",\n" if number > 1 else "\n").encode() + json_text(item).encode())
    out.write(b"\n]}\n")
    return number


def cell(value: object) -> str:
    """One cell that a spreadsheet shows and does not run: unseen characters written out, formulas quoted."""
    return csv_cell(visible_words(value) if isinstance(value, str) else value)


def csv_file(out: IO[bytes], columns: Iterable[str], rows: Iterable[Iterable[object]]) -> int:
    """Write a CSV file, UTF-8, every cell through `cell`; how many rows it has without its head."""
    out.write(csv_line(columns))
    number = 0
    for row in rows:
        out.write(csv_line(map(cell, row)))
        number += 1
    return number


def csv_line(cells: Iterable[str], *, quoted: bool = False) -> bytes:
    """One line of CSV; ``quoted``: every cell in quotation marks."""
    buffer = io.StringIO()
    how = csv.unix_dialect if quoted else csv.excel
    csv.writer(buffer, how, lineterminator="\n").writerow(cells)
    return buffer.getvalue().encode("utf-8", "replace")


def urn(id: str) -> str:
    """The name of a record outside the project: ``urn:muster:claim-…``."""
    return f"urn:muster:{id}"


__all__ = [
    "About", "Writer", "Written", "cell", "csv_file", "csv_line", "json_list", "json_text", "urn",
]  # fmt: skip
