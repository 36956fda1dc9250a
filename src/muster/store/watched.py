"""What is watched, how it was met last, and what is worth a look; no evidence, so no custody lines.

What a site answered becomes documents in the same transaction that moves the mark in the journal: a machine
that stops in between has done both or neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from muster.model.errors import NotFound
from muster.model.evidence import Run, SetAside, Taken
from muster.model.watch import Alert, Met, Robots, Watched
from muster.store import documents, runs
from muster.store.codes import code, decode
from muster.store.file import ProjectFile

_THING = "id, kind, address, every, added, hosts"
_MET = "due, at, status, failures, etag, modified, digest, gone"


class Version(NamedTuple):
    """The newest document at an address. ``words``: SHA-256 of its text in UTF-8, "" without one."""

    document: str
    words: str


def add(file: ProjectFile, things: Sequence[Watched]) -> int:
    """Watch these from now on; how many are new."""
    with file.writing():
        before = file.db.total_changes
        file.db.executemany(
            f"INSERT OR IGNORE INTO watched ({_THING}, {_MET}) "
            "VALUES (?, ?, ?, ?, ?, ?, '', '', '', 0, '', '', '', '')",
            ((_code(t.id), t.kind, t.address, t.every, t.added, json.dumps(t.hosts)) for t in things),
        )
        return file.db.total_changes - before


def _code(id: str) -> bytes | str:
    return code(id, "watched")


def remove(file: ProjectFile, id: str) -> Watched:
    """Watch it no longer; what came from it stays. Raises NotFound."""
    found = [thing for thing, _met in watched(file) if thing.id.startswith(id) or thing.address == id]
    if len(found) != 1:
        raise NotFound("this is not watched", record=id, next_step="'muster watch list' shows what is")
    with file.writing():
        file.db.execute("DELETE FROM watched WHERE id = ?", (_code(found[0].id),))
    return found[0]


def watched(file: ProjectFile) -> Iterator[tuple[Watched, Met]]:
    """Everything that is watched, in the order in which it was added."""
    for row in file.db.execute(f"SELECT {_THING}, {_MET} FROM watched ORDER BY key"):
        id = decode(row[0], "watched")
        kind, address, every, added = row[1:5]
        yield Watched(id, kind, address, every, added, tuple(json.loads(row[5]))), Met(id, *row[6:])


def robots(file: ProjectFile) -> dict[str, Robots]:
    """What each host's robots.txt said, by host."""
    return {row[0]: Robots(*row) for row in file.db.execute("SELECT host, at, body FROM watch_hosts")}


def mark(file: ProjectFile, name: str) -> str:
    """What was noted under a name; "" where nothing was."""
    row = file.db.execute("SELECT value FROM watch_marks WHERE name = ?", (name,)).fetchone()
    return row[0] if row else ""


def note(
    file: ProjectFile, *, marks: Mapping[str, str], met: Iterable[Met] = (), hosts: Iterable[Robots] = (),
    alerts: Sequence[Alert] = (), run: Run | None = None, items: Sequence[Taken | SetAside] = (),
) -> int:  # fmt: skip
    """All of it, or nothing of it; returns how many documents are new. ``items`` need their ``run``."""
    new = 0
    with file.writing() as ledger:
        if run is not None:
            batch = documents.Batch(file, run, ledger)
            for item in items:
                if isinstance(item, Taken):
                    batch.taken(item, at=item.document.taken, by=runs.by(run))
                else:
                    batch.set_aside(item)
            batch.write()
            new = batch.new
        many = file.db.executemany
        many(
            f"UPDATE watched SET ({_MET}) = (?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?",
            (
                (m.due, m.at, m.status, m.failures, m.etag, m.modified, m.digest, m.gone, _code(m.watched))
                for m in met
            ),
        )
        many("INSERT OR REPLACE INTO watch_hosts VALUES (?, ?, ?)", ((r.host, r.at, r.body) for r in hosts))
        many("INSERT OR REPLACE INTO watch_marks VALUES (?, ?)", marks.items())
        many(
            "INSERT OR IGNORE INTO alerts (id, at, kind, watched, record, words, sent) "
            "VALUES (?, ?, ?, ?, ?, ?, 0)",
            ((code(a.id, "alert"), a.at, a.kind, a.watched, a.record, a.words) for a in alerts),
        )
    return new


def alerts(file: ProjectFile, *, limit: int = 200, unsent: bool = False) -> list[Alert]:
    """What is worth a look, the newest first; with ``unsent`` what the team's command was not given, oldest
    first."""
    which = "WHERE sent = 0 ORDER BY key" if unsent else "ORDER BY key DESC"
    rows = file.db.execute(
        f"SELECT id, at, kind, watched, record, words FROM alerts {which} LIMIT ?", (limit,)
    )
    return [Alert(decode(row[0], "alert"), *row[1:]) for row in rows]


def sent(file: ProjectFile, alert: str) -> None:
    """The team's command was given this alert."""
    with file.writing():
        file.db.execute("UPDATE alerts SET sent = 1 WHERE id = ?", (code(alert, "alert"),))


def version_at(file: ProjectFile, address: str) -> Version | None:
    """The newest document at an address; None where nothing was taken from there."""
    row = file.db.execute(
        "SELECT d.id, t.sha256 FROM documents d LEFT JOIN texts t ON t.document = d.key "
        "WHERE d.address = ? ORDER BY d.key DESC LIMIT 1",
        (address,),
    ).fetchone()
    return Version(decode(row[0], "doc"), row[1].hex() if row[1] else "") if row else None


def numbers_at(file: ProjectFile, address: str) -> dict[int, str]:
    """The numbered posts taken at ``address#N``: number → its newest document."""
    rows: Iterable[tuple[str, Any]] = file.db.execute(
        "SELECT address, id FROM documents WHERE address > ? AND address < ? ORDER BY key",
        (f"{address}#", f"{address}$"),
    )
    found = {}
    for at, id in rows:
        number = at[len(address) + 1 :]
        if number.isascii() and number.isdecimal() and len(number) < 16:
            found[int(number)] = decode(id, "doc")
    return found


def last_key(file: ProjectFile) -> int:
    """The key of the newest document."""
    (key,) = file.db.execute("SELECT coalesce(max(key), 0) FROM documents").fetchone()
    return int(key)


__all__ = ["Version", "add", "alerts", "last_key", "mark", "note", "numbers_at", "remove", "robots", "sent",
           "version_at", "watched"]  # fmt: skip
