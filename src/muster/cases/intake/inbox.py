"""Files in, questions as they were asked out: a text, a chat's export, a form's table.

What a file does not hold is not guessed: a question without a day came when it is taken in.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from muster.model.errors import Refused

# A question is a page; what is longer is a paper, and papers are taken into the project.
LONGEST = 8_000
_LARGEST = 64 << 20
_TEXT = ("text", "question", "message", "body", "вопрос", "текст", "сообщение", "питання", "повідомлення")
_DAY = ("date", "time", "timestamp", "day", "дата", "время", "час")
_CHANNEL = ("channel", "source", "канал", "источник", "джерело")
_SENDER = ("from_id", "sender", "phone", "contact", "telephone", "телефон", "контакт", "телеграм")
_ID = ("id", "message_id", "number", "№", "номер")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. ``native``: its number where it came from; ``came``: ISO 8601, empty where nobody says;
    ``sender``: what the channel knows its author by, for the vault only."""

    text: str
    native: str
    came: str = ""
    channel: str = ""
    sender: str = ""

    def __repr__(self) -> str:
        return f"Asked({self.native!r}, {self.came!r})"


def questions_in(name: str, data: bytes) -> list[Asked]:
    """The questions of a file, in its order: ``.json`` (a chat's export, or a list), ``.csv``, else one
    text.

    Raises Refused without quoting what stands in it.
    """
    if len(data) > _LARGEST:
        raise Refused("this file is larger than a day's questions", record=name)
    text = _decoded(data, name)
    kind = name.lower().rpartition(".")[2]
    if kind == "json":
        found = list(_of_json(text, name))
    elif kind in ("csv", "tsv"):
        found = list(_of_table(text, name, "\t" if kind == "tsv" else ""))
    else:
        found = [Asked(text.strip(), "1", channel="text")]
    return [each for each in found if each.text]


def _decoded(data: bytes, name: str) -> str:
    for code in ("utf-8-sig", "cp1251"):
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refused("this is no text", record=name, next_step="export the chat as JSON, the form as CSV")


def _of_json(text: str, name: str) -> Iterator[Asked]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(
            "this export is cut off or no JSON", record=name, next_step="export the chat again, as JSON"
        ) from error
    rows = said.get("messages", said.get("questions")) if isinstance(said, dict) else said
    if not isinstance(rows, list):
        raise Refused(
            "no messages are in this export", record=name, next_step='a list, or {"messages": [...]}'
        )
    channel = str(said.get("name") or "chat") if isinstance(said, dict) else ""
    for n, row in enumerate(rows, 1):
        # A chat's service messages (who joined, what was pinned) ask nothing.
        if isinstance(row, dict) and row.get("type", "message") == "message":
            yield _asked({str(k).lower(): v for k, v in row.items()}, n, channel)


def _of_table(text: str, name: str, delimiter: str) -> Iterator[Asked]:
    try:
        head = text[:4096]
        mark = delimiter or max(",;\t", key=head.split("\n", 1)[0].count)
        rows = list(csv.DictReader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise Refused("this table cannot be read", record=name) from error
    if rows and not any(str(k).strip().lower() in _TEXT for k in rows[0]):
        raise Refused(
            "no column of this table holds the question", record=name, next_step=f"call it {_TEXT[0]!r}"
        )
    for n, row in enumerate(rows, 1):
        yield _asked({str(k).strip().lower(): v for k, v in row.items()}, n, "form")


def _asked(row: Mapping[str, Any], n: int, channel: str) -> Asked:
    return Asked(
        _joined(_first(row, _TEXT))[:LONGEST].strip(),
        str(_first(row, _ID) or n),
        _time(str(_first(row, _DAY) or "")),
        str(_first(row, _CHANNEL) or channel or "chat"),
        str(_first(row, _SENDER) or ""),
    )


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) not in (None, "")), "")


def _joined(said: Any) -> str:
    """A chat's text may be a list of pieces, of which links and bold words are tables."""
    if isinstance(said, list):
        return "".join(str(p.get("text", "")) if isinstance(p, dict) else str(p) for p in said)
    return str(said)


_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D{1,3}(\d{1,2}):(\d{2}))?")


def _time(written: str) -> str:
    """ISO 8601 in UTC, or "" where it cannot be read."""
    dotted = _DOTTED.match(written.strip())
    try:
        if dotted:
            day, month, year, hour, minute = (int(g or 0) for g in dotted.groups())
            moment = datetime(year, month, day, hour, minute, tzinfo=UTC)
        else:
            moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return ""
    # A chat's export writes the time of the machine that made it and no zone.
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).isoformat(timespec="seconds")


__all__ = ["LONGEST", "Asked", "questions_in"]
