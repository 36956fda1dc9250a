"""Lists of people from CSV and XLSX files: which column is what, and the records. Names stay in memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from muster.model.errors import NotFound, Refused

if TYPE_CHECKING:
    from muster.link.case_records import CaseRecord

_MOST_BYTES = 500_000_000
# Of one list: beyond it one machine is the wrong one.
_MOST_RECORDS = 3_000_000
_COLUMNS = {
    "record": "record id no number № номер запись",
    "name": "name full_name person имя фио піб ім'я прізвище",
    "surname": "surname last_name family_name фамилия",
    "given": "given first_name given_name имя_отчество",
    "patronymic": "patronymic отчество по_батькові",
    "born": "born birth_year year_of_birth yob dob birthdate born_on рождения год_рождения рік_народження",
    "unit": "unit military_unit в/ч часть частина",
    "region": "region oblast province регион область регіон",
    "date": "date month day held last_seen дата месяц місяць",
    "code": "code document passport document_number паспорт документ",
}


def read_list(
    path: Path, place: int, columns: Mapping[str, str]
) -> tuple[list[CaseRecord], list[int], list[str]]:
    """The records of a list, the rows they stand in, and the columns that were not used.

    Raises NotFound or Refused, naming the list and the row.
    """
    from muster.link.case_records import case_record

    rows = iter(list_rows(path))
    head = [str(c).strip() for c in next(rows, [])]
    fields = _fields(head, columns, path)
    out: list[CaseRecord] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 2):
        cells = {field: row[at] if at < len(row) else "" for field, at in fields.items()}
        record = cells.pop("record", "").strip() or f"row {number}"
        if record in seen:
            raise Refused(
                f"the record code of row {number} is already that of row {seen[record]}",
                record=str(path),
                next_step="a person stands once on a list: remove the duplicates inside it first",
            )
        seen[record] = number
        whole = " ".join(cells.pop(f, "").strip() for f in ("surname", "given", "patronymic")).strip()
        if whole:
            cells["name"] = f"{whole} {cells['name']}" if cells.get("name", "").strip() else whole
        out.append(case_record(place, record, cells))
    if len(out) < 2:
        raise Refused(f"{len(out)} records are no list", record=str(path))
    if all(r.empty for r in out):
        raise Refused("none of its records says anything that could be compared", record=str(path))
    used = set(fields.values())
    return out, list(seen.values()), [h for n, h in enumerate(head) if n not in used and h]


def _fields(head: list[str], columns: Mapping[str, str], path: Path) -> dict[str, int]:
    """Field → column. Raises Refused for a header that is not there, or a file without any field."""
    low = [h.casefold().replace(" ", "_") for h in head]
    out: dict[str, int] = {}
    for field, words in _COLUMNS.items():
        if field in columns:
            if columns[field].casefold().replace(" ", "_") not in low:
                raise Refused(f"there is no column '{columns[field]}' for {field}", record=str(path))
            out[field] = low.index(columns[field].casefold().replace(" ", "_"))
        elif at := [n for n, h in enumerate(low) if h in words.split()]:
            out[field] = at[0]
    if strange := sorted(set(columns) - set(_COLUMNS)):
        raise Refused(f"'{strange[0]}' is no field", next_step=f"fields are {', '.join(_COLUMNS)}")
    if not set(out) - {"record"}:
        raise Refused(
            "none of its columns is known",
            record=str(path),
            next_step=f"name them: --column name=HEADER; fields are {', '.join(_COLUMNS)}",
        )
    return out


def list_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV or XLSX file, its header first; empty ones left out. Raises NotFound or Refused."""
    if not path.is_file():
        raise NotFound("there is no such file", record=str(path))
    if path.stat().st_size > _MOST_BYTES:
        raise Refused("the file is too large for a list of people", record=str(path))
    made = _workbook(path) if path.suffix.casefold() == ".xlsx" else _text(path)
    for number, row in enumerate(made):
        if number > _MOST_RECORDS:
            raise Refused(f"the list has more than {_MOST_RECORDS:,} rows", record=str(path))
        if any(c.strip() for c in row):
            yield row


def _text(path: Path) -> Iterator[list[str]]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("the file is no UTF-8 text", record=str(path)) from error
    first = text.split("\n", 1)[0]
    try:
        yield from csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    except csv.Error as error:
        raise Refused(f"the file is no table: {error}", record=str(path)) from error


def _workbook(path: Path) -> Iterator[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise Refused("the file is no workbook", record=str(path)) from error
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield ["" if c is None else _cell(c) for c in row]


def _cell(value: Any) -> str:
    whole = value.isoformat()[:10] if hasattr(value, "isoformat") else str(value)
    return whole[:-2] if isinstance(value, float) and whole.endswith(".0") else whole


__all__ = ["list_rows", "read_list"]
