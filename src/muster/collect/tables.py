"""Tables of reports, CSV and XLSX: each row a document, its columns as "name: value" lines.

Runs in a parsing process. A column of text stands alone as the last paragraph, so that its sentences
begin where they begin.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from muster.collect.header import parse_date
from muster.collect.pieces import Job, Piece, aside
from muster.collect.plain import decode

_CSV_BY, _XLSX_BY = "csv/1", "xlsx/1"
_COLUMNS = {
    "text": {"text", "body", "content", "message", "report", "description"}
    | {"текст", "сообщение", "описание", "содержание", "повідомлення", "опис", "зміст"},
    "title": {"title", "headline", "заголовок", "название", "назва"},
    "source": {"source", "outlet", "channel", "publisher"}
    | {"источник", "канал", "издание", "джерело", "видання"},
    "url": {"url", "link", "address", "ссылка", "адрес", "посилання", "адреса"},
    "date": {
        "date",
        "published",
        "publication_date",
        "date_published",
        "дата",
        "опубликовано",
        "опубліковано",
    },
    "author": {"author", "byline", "автор", "авторка"},
}
_DELIMITERS = (",", ";", "\t", "|")
_MOST_COLUMNS = 1_000


def opened(job: Job) -> Iterator[Piece]:
    """The rows of a CSV file, numbered as a person counts the file's rows: the header is row 1."""
    decoded = decode(job.data(), declared=job.hints.get("charset", ""))
    if decoded is None:
        yield aside("binary", "its bytes are no text in any encoding known here, whatever its name says")
        return
    csv.field_size_limit(job.limits.text_chars)
    body = decoded.body
    rows = _rows(body, _delimiter(body))
    _, first = next(rows, ("", []))
    names = _names(first)
    number = 1
    try:
        for number, (raw, cells) in enumerate(rows, 2):
            if number > job.limits.rows + 1:
                yield _too_many(job, number)
                return
            if any(cell.strip() for cell in cells):
                data = raw.encode(decoded.encoding, "replace")
                yield _row(f"#{number}", names, cells, data, _CSV_BY, "text/csv", decoded.losses)
    except csv.Error as error:
        yield aside(
            "cut off", f"the table breaks in row {number + 1} ({error}); the rows before it were taken"
        )
    if number == 1:
        yield aside("empty", "a table with a header and no rows")


def _too_many(job: Job, number: int) -> Piece:
    return aside(
        "too many",
        f"more than {job.limits.rows:,} rows; those were taken, the rest was not read. Split the table",
    )


def _delimiter(body: str) -> str:
    """The separator that cuts the first lines into the same number of cells, more than one."""
    sample = [line for line in body[:20_000].splitlines()[:20] if line.strip()]
    return max(
        _DELIMITERS,
        key=lambda d: (_alike(sample, d), -_DELIMITERS.index(d)),
    )


def _alike(sample: list[str], delimiter: str) -> int:
    try:
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter)]
    except csv.Error:
        return 0
    return sum(w == widths[0] for w in widths) if widths and widths[0] > 1 else 0


def _rows(body: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """Each row with the exact characters it was written in."""
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(body, newline=""):
            taken.append(line)
            yield line

    for cells in csv.reader(lines(), delimiter=delimiter):
        yield "".join(taken), cells
        taken.clear()


def _names(first: list[str]) -> list[str]:
    return [" ".join(cell.split()) or f"column {n}" for n, cell in enumerate(first[:_MOST_COLUMNS], 1)]


def _row(
    at: str,
    names: list[str],
    cells: list[str],
    data: bytes,
    made_by: str,
    media: str,
    losses: tuple[str, ...],
) -> Piece:
    roles: dict[str, str] = {}
    lines: list[str] = []
    for place, cell in enumerate(cells[:_MOST_COLUMNS]):
        value = cell.strip()
        name = names[place] if place < len(names) else f"column {place + 1}"
        role = _role(name)
        if value and role:
            roles.setdefault(role, value)
        if value and role != "text":
            lines.append(f"{name}: {value}")
        elif value and roles["text"] != value:
            lines.append(value)
    body = "\n".join(lines) + (("\n\n" if lines else "") + roles["text"] if "text" in roles else "")
    published = parse_date(roles.get("date", ""))
    says: dict[str, Any] = {
        "media_type": media, "made_by": made_by, "title": roles.get("title"), "author": roles.get("author"),
        "url": roles.get("url") if re.match("https?://", roles.get("url", "")) else None,
        "source": roles.get("source"), "source_kind": "outlet" if "source" in roles else None,
        "published": published, "published_by": "table" if published else None,
    }  # fmt: skip
    return Piece("part", at, body, data, says, losses)


def _role(name: str) -> str | None:
    key = name.strip().lower().replace(" ", "_")
    return next((role for role, words in _COLUMNS.items() if key in words), None)


def workbook(job: Job) -> Iterator[Piece]:
    """The rows of every visible sheet of an XLSX: ``#Sheet!12``. Hidden sheets are read and said so."""
    import openpyxl

    job.file.seek(0)
    book = openpyxl.load_workbook(job.file, read_only=True, data_only=True, keep_links=False)
    left = job.limits.rows
    for sheet in book.worksheets:
        notes = (
            (f"the sheet «{sheet.title}» is hidden in the file",) if sheet.sheet_state != "visible" else ()
        )
        for piece in _sheet(sheet.title, sheet.iter_rows(values_only=True), notes):
            if left <= 0:
                yield _too_many(job, left)
                return
            left -= 1
            yield piece


def _sheet(title: str, rows: Iterable[tuple[Any, ...]], notes: tuple[str, ...]) -> Iterator[Piece]:
    names: list[str] = []
    for number, values in enumerate(rows, 1):
        cells = [_cell(value) for value in values[:_MOST_COLUMNS]]
        if not any(cells):
            continue
        if not names:
            names = _names(cells)
            continue
        shown = {n: c for n, c in zip(names, cells, strict=False) if c}
        # A sheet keeps no bytes of a single row; this is the row as it was read.
        data = json.dumps(shown, ensure_ascii=False, sort_keys=False).encode("utf-8", "replace")
        yield _row(f"#{title}!{number}", names, cells, data, _XLSX_BY, "application/json", notes)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        whole_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if whole_day else value.replace(microsecond=0).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
