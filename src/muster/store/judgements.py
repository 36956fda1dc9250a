"""What people decided: only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from muster.model.errors import Refused
from muster.model.links import Anchor, Judgement
from muster.store import kept
from muster.store.codes import code, decode
from muster.store.custody import Ledger
from muster.store.file import ProjectFile
from muster.store.records import canonical, digest, pack


def add_judgement(file: ProjectFile, judgement: Judgement) -> None:
    """Keep a decision, with a custody line. Twice is once. Raises Refused if it was forgotten."""
    if has(file, judgement.id):
        return
    with file.writing() as ledger:
        write(file, ledger, judgement)


def has(file: ProjectFile, id: str) -> bool:
    """Whether this decision is kept, or was and had to go."""
    if file.db.execute("SELECT 1 FROM forgotten WHERE id = ?", (id,)).fetchone():
        raise Refused("this judgement was forgotten and is not kept again", record=id)
    row = file.db.execute("SELECT 1 FROM judgements WHERE id = ?", (code(id, "judgement"),)).fetchone()
    return row is not None


def write(file: ProjectFile, ledger: Ledger, judgement: Judgement) -> None:
    """The row and its custody line."""
    packed = pack(judgement)
    line = ledger.add(judgement.at, "judged", judgement.id, digest(packed), judgement.by)
    ledger.write()
    file.db.execute(
        'INSERT INTO judgements (id, subject, field, verdict, "by", at, note, line) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            code(judgement.id, "judgement"), canonical(packed["subject"]).decode(), judgement.field,
            judgement.verdict, judgement.by, judgement.at, judgement.note, line,
        ),
    )  # fmt: skip
    kept.settle(file, judgement)


def judgements(file: ProjectFile, fields: Sequence[str] = ()) -> Iterator[Judgement]:
    """Every decision in the order in which they were made; of one time, by id. The last holds.

    ``fields``: only decisions of these fields.
    """
    where = f"WHERE field IN ({', '.join('?' * len(fields))}) " if fields else ""
    for row in file.db.execute(
        f'SELECT id, subject, field, verdict, "by", at, note FROM judgements {where}ORDER BY at, id', fields
    ):
        subject = tuple(
            Anchor(a["sha256"], a.get("start", 0), a.get("stop", 0), a.get("words", ""))
            for a in json.loads(row[1])
        )
        yield Judgement(decode(row[0], "judgement"), subject, *row[2:])


def last_judged(file: ProjectFile) -> str:
    """The latest time of any decision; "" where nothing was decided."""
    times = (at for (at,) in file.db.execute("SELECT DISTINCT at FROM judgements"))
    return max(times, default="", key=_moment)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


__all__ = ["add_judgement", "has", "judgements", "last_judged", "write"]
