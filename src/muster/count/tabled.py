"""Rows of a table of estimates, taken as documents, as statements of the origins they name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from muster.model.evidence import Document
from muster.model.ledger import Columns, Question, Statement
from muster.text.places.regions import regions_of

# 1234 · 1,234 · 1 234 · 1'234 · 12.5
_NUMBER = re.compile(r"\d{1,3}(?:[,'’\u00a0\u202f ]\d{3}){1,4}|\d{1,13}(?:\.\d{1,6})?")


def rows_of(question: Question, document: Document, body: str) -> Iterator[Statement]:
    """The statements of one row (a document of "column: value" lines), one for each table asked of it."""
    for columns in question.tables:
        if not document.address.startswith(columns.address) or "#" not in document.address:
            continue
        if all(_cell(body, name) == value for name, value in columns.only):
            yield _row(question, columns, document, body)


def _row(question: Question, columns: Columns, document: Document, body: str) -> Statement:
    value, low, high = (_cell(body, c) if c else "" for c in (columns.value, columns.low, columns.high))
    exact, least, most = number(value), number(low), number(high)
    unread = [w for w, n in ((value, exact), (low, least), (high, most)) if w and n is None]
    beside = f"“{unread[0]}” is no number that can be read" if unread else ""
    ends = [x for x in (least, exact, most) if x is not None]
    if ends != sorted(ends):
        beside, least, most = "its bounds cross: " + ", ".join(w for w in (low, value, high) if w), None, None
    day = day_of(_cell(body, columns.date), columns.day_first)
    last = day_of(_cell(body, columns.until), columns.day_first) if columns.until else day
    if day and last and last < day:
        beside, last = f"it ends on {last}, before it begins on {day}", day
    place = _cell(body, columns.place) if columns.place else ""
    shape = _shape(exact, least, most)
    cells = ((columns.value, value), (columns.low, low), (columns.high, high))
    words = " · ".join(f"{c}: {w}" for c, w in cells if c and w)
    name = _cell(body, columns.origin) if columns.origin else columns.recorder
    return Statement(
        id=document.id, origin=f"name:{name.casefold()}" if name else "", origin_name=name, shape=shape,
        low=least if least is not None else exact, best=exact, high=most,
        words=words or "no number", unit="count", first=day if columns.until else None,
        last=last, dated="table" if last else "none",
        population="not stated", place=place or "not stated", regions=regions_of(place) if place else (),
        series=question.series, party=_is_party(columns, body), document=document.id,
        address=document.address, beside=beside or ("" if name else "the row names no origin"),
    )  # fmt: skip


def _is_party(columns: Columns, body: str) -> bool:
    cell = _cell(body, columns.party) if columns.party else ""
    return bool(cell) and (not columns.party_is or cell.casefold() == columns.party_is.casefold())


def _shape(exact: float | None, low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return "interval"
    if low is not None:
        return "floor"
    if high is not None:
        return "ceiling"
    # A column of estimates holds estimates; nobody counted to its middle.
    return "estimate" if exact is not None else "words"


def _cell(body: str, column: str) -> str:
    start = f"{column}: "
    return next((line[len(start) :].strip() for line in body.split("\n") if line.startswith(start)), "")


def number(words: str) -> float | None:
    """``700,000`` → 700000; None where it is no plain number."""
    words = words.strip()
    if not _NUMBER.fullmatch(words):
        return None
    return float(re.sub(r"[,'’\u00a0\u202f ]", "", words))


def day_of(words: str, day_first: bool) -> str | None:
    """The ISO day of ``2022-06-03``, ``3/6/2022`` or ``03.06.2022``; None where it is none."""
    parts = re.fullmatch(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ].{0,30})?", words.strip())
    if not parts:
        return None
    a, b, c = (int(p) for p in parts.groups())
    year, month, day = (a, b, c) if a > 31 else (c, b, a) if day_first else (c, a, b)
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


__all__ = ["day_of", "number", "rows_of"]
