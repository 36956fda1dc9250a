"""Rows on stdout: a table for eyes, JSON, CSV, TSV or one JSON object a line for programs."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
Row = Mapping[str, Any]


def with_format(command: F) -> F:
    """``--json --csv --tsv --nl`` and ``--limit``; the command is given ``form`` and ``limit``."""
    for flag, line in (
        ("nl", "One JSON object a line."),
        ("tsv", "Tab-separated values."),
        ("csv", "Comma-separated values; cells that look like formulas are quoted."),
        ("json", "A JSON list."),
    ):
        command = click.option(f"--{flag}", "form", flag_value=flag, help=line)(command)
    return click.option("--limit", type=click.IntRange(1), default=None, help="At most so many rows.")(
        command
    )


def show(rows: Iterable[Row], form: str | None, limit: int | None) -> None:
    """Write ``rows`` to stdout; without a form, as a table."""
    from muster.publish import rows_as

    rows = islice(rows, limit) if limit else rows
    pieces = rows_as(rows, form) if form else (line + "\n" for line in _table(rows))
    for piece in pieces:
        sys.stdout.write(piece)


def _flat(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value)


def printable(value: object) -> str:
    """``value`` as one line without anything that could move the cursor or turn the text round."""
    return shown(" ".join(_flat(value).split()))


def tell_forgotten(removed: Iterable[Path], still: Iterable[Path]) -> None:
    """Which files went with deleted records, and which a person must delete; on stderr or beside the rows."""
    for path in removed:
        click.echo(f"deleted, since it showed it: {path}; 'muster export dossier' writes it anew", err=True)
    for path in still:
        click.echo(f"still holds it, delete it yourself: {path}", err=True)


def shown(line: str) -> str:
    """``line`` with every control character written out, its blanks as they are."""
    return "".join(c if unicodedata.category(c)[0] != "C" else f"\\u{ord(c):04x}" for c in line)


def _table(rows: Iterable[Row]) -> Iterator[str]:
    """Aligned columns; the widths are those of the first hundred rows, so that a long list streams."""
    source = iter(rows)
    head = [{k: printable(v) for k, v in row.items()} for row in islice(source, 100)]
    if not head:
        yield "(none)"
        return
    room = shutil.get_terminal_size((140, 24)).columns if sys.stdout.isatty() else 10_000
    names = list(head[0])
    widths = {n: min(48, max(len(n), *(len(r[n]) for r in head))) for n in names}
    yield "  ".join(n.ljust(widths[n]) for n in names).rstrip()[:room]
    for row in head:
        yield _line(row, names, widths, room)
    for later in source:
        yield _line({k: printable(v) for k, v in later.items()}, names, widths, room)


def _line(row: Mapping[str, str], names: list[str], widths: Mapping[str, int], room: int) -> str:
    cells = (
        row[n].ljust(widths[n]) if len(row[n]) <= widths[n] else row[n][: widths[n] - 1] + "…" for n in names
    )
    return "  ".join(cells).rstrip()[:room]


__all__ = ["printable", "show", "shown", "tell_forgotten", "with_format"]
