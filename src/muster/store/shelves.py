"""Which record of a reading stands in which table, column by column."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from muster.model.claims import Claim, Event, Mention, Order, Quantity, TimeRange
from muster.model.evidence import Passage
from muster.store.codes import code, decode
from muster.store.records import Packed, Page, canonical, fields_of, words_print

PLAIN, FLAG, JSON = "plain", "flag", "json"
CLAIM, EVENT = "claim", "event"


@dataclass(frozen=True)
class Shelf:
    """One table. ``kind``: what its ids begin with; "" where its rows have none.

    ``long``: the words are long and stand in the text only; a print of them is kept instead.
    ``columns``: (name, form); a form CLAIM or EVENT is the id of a record, kept as its number in the
    same reading.
    """

    table: str
    part: str
    record: type
    kind: str
    long: bool
    columns: tuple[tuple[str, str], ...]

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """The default of each field; ``...`` where it has none."""
        return {field.name: field.default for field in fields_of(self.record)}

    @cached_property
    def ways(self) -> list[tuple[int, str, Any, Any]]:
        """For each field after id and passage, in their order: its column, its form, what no value means,
        and how what JSON held becomes a value again."""
        lead = 4 if self.kind else 0
        at = {name: (lead + n, form) for n, (name, form) in enumerate(self.columns)}
        return [
            (*at[f.name], () if f.default == () else None, f.unpack)
            for f in fields_of(self.record)
            if f.name in at
        ]

    @cached_property
    def names(self) -> str:
        """The columns after (document, n), as SQL."""
        lead = ("id", "start", "stop", "print" if self.long else "words") if self.kind else ()
        return ", ".join(f'"{name}"' for name in (*lead, *(c for c, _ in self.columns)))

    @cached_property
    def insert(self) -> str:
        """The statement that adds a row."""
        marks = ", ".join("?" * (2 + len(self.columns) + 4 * bool(self.kind)))
        return f"INSERT INTO {self.table} (document, n, {self.names}) VALUES ({marks})"

    @cached_property
    def select(self) -> str:
        """The statement that reads the rows of one document, in their order."""
        return self.selecting(frozenset())

    @lru_cache(maxsize=64)  # noqa: B019  (shelves are few and live as long as the program)
    def selecting(self, without: frozenset[str]) -> str:
        """As ``select``, some columns as if they were empty."""
        names = ", ".join("NULL" if n.strip('"') in without else n for n in self.names.split(", "))
        return f"SELECT {names} FROM {self.table} WHERE document = ? ORDER BY n"


def _columns(spelled: str) -> tuple[tuple[str, str], ...]:
    marks = {"?": FLAG, "*": JSON, "@": CLAIM, "^": EVENT}
    return tuple((w.rstrip("?*@^"), marks.get(w[-1], PLAIN)) for w in spelled.split())


SHELVES = (
    Shelf("claims", "claims", Claim, "claim", True, _columns(
        "kind act parts* cue* speaker* said_by* via* hedges* basis stance own_voice? hypothetical? inside@ "
        "addressee* source_kind confidence ground*")),
    Shelf("quantities", "quantities", Quantity, "quantity", False, _columns(
        "low high low_exclusive? high_exclusive? unit kind what population place when vague approximate? "
        "cumulative? modality claim@ what_passage*")),
    Shelf("times", "times", TimeRange, "time", False, _columns(
        "type value first last granularity anchor reason")),
    Shelf("mentions", "mentions", Mention, "mention", False, _columns(
        "kind norm role organisation protected? near")),
    Shelf("events", "events", Event, "event", True, _columns("what who* where first last")),
    Shelf("event_order", "order", Order, "", False, _columns("before^ after^ certain? reasons*")),
)  # fmt: skip


# Stands for the words of the passage in what an event is called: they are in the text already.
_WORDS = "\ufffc"


def _told(what: str, words: str) -> str | None:
    """How ``what`` is kept: None where it is the passage's words; "… ￼ …" where marks stand around them."""
    if what == words:
        return None
    if _WORDS in what:
        return what.replace(_WORDS, 2 * _WORDS)
    return what.replace(words, _WORDS, 1) if words else what


def _untold(kept: str | None, words: str) -> str:
    """The ``what`` that ``_told`` was given."""
    if kept is None:
        return words
    if 2 * _WORDS in kept:
        return kept.replace(2 * _WORDS, _WORDS)
    return kept.replace(_WORDS, words, 1)


def row_of(shelf: Shelf, packed: Packed, page: Page, numbers: Mapping[str, Mapping[str, int]]) -> list[Any]:
    """The columns after (document, n) of one packed record."""
    row: list[Any] = []
    words = ""
    if shelf.kind:
        start, stop = packed["passage"]
        words = page.body[start:stop]
        row += [code(packed["id"], shelf.kind), start, stop, words_print(words) if shelf.long else words]
    defaults = shelf.defaults
    for name, form in shelf.columns:
        value = packed.get(name, defaults[name])
        if value is None or value == ():
            value = None
        elif form == JSON:
            value = canonical(value).decode()
        elif form in (CLAIM, EVENT):
            value = numbers[form].get(value, value)
        elif shelf.table == "events" and name == "what":
            value = _told(value, words)
        row.append(value)
    return row


def packed_of(shelf: Shelf, row: Sequence[Any], page: Page, ids: Mapping[str, Sequence[str]]) -> Packed:
    """The packed record that ``row_of`` was given; what equals a default is left out again."""
    packed: Packed = {}
    columns = row
    if shelf.kind:
        packed["id"] = decode(row[0], shelf.kind)
        packed["passage"] = [row[1], row[2]]
        columns = row[4:]
    defaults = shelf.defaults
    for (name, form), stored in zip(shelf.columns, columns, strict=True):
        default = defaults[name]
        value = _value(form, stored, ids)
        if shelf.table == "events" and name == "what":
            value = _untold(value, page.body[row[1] : row[2]])
        if (value is None and default == ()) or (default is not ... and value == default):
            continue
        packed[name] = value
    return packed


def record_of(shelf: Shelf, row: Sequence[Any], page: Page, ids: Mapping[str, Sequence[str]]) -> Any:
    """The record of a row, built straight from its columns: what a list of a hundred thousand needs.

    The same as ``unpack(packed_of(...))``, which `check` needs and which takes longer.
    """
    made: list[Any] = []
    if shelf.kind:
        start, stop = row[1], row[2]
        made = [decode(row[0], shelf.kind), Passage(page.id, start, stop, page.body[start:stop])]
    for column, form, empty, outwards in shelf.ways:
        stored = row[column]
        if stored is None:
            made.append(empty)
        elif form is PLAIN:
            made.append(stored)
        elif form is JSON:
            value = json.loads(stored)
            made.append(outwards(value, page) if outwards else value)
        else:
            made.append(_value(form, stored, ids))
    if shelf.table == "events":
        made[2] = _untold(made[2], made[1].words)
    return shelf.record(*made)


def _value(form: str, stored: Any, ids: Mapping[str, Sequence[str]]) -> Any:
    if stored is None:
        return None
    if form == JSON:
        return json.loads(stored)
    if form == FLAG:
        return bool(stored)
    if form in (CLAIM, EVENT) and isinstance(stored, int):
        known = ids.get(form, ())
        return known[stored] if 0 <= stored < len(known) else f"(no {form} {stored})"
    return stored


__all__ = ["SHELVES", "Shelf", "packed_of", "record_of", "row_of"]
