"""Runs: what made something. An unfinished run of the same kind is gone on with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from muster import __version__
from muster.model.errors import RecordError, Unreconciled
from muster.model.evidence import Run
from muster.model.ids import make_id
from muster.store.codes import code, decode
from muster.store.file import ProjectFile
from muster.store.records import digest, pack

_COLUMNS = "id, stage, version, settings, started, finished, inputs, used, aside"

# For a run whose inputs are named by a digest: what the project itself counts as its inputs.
_COUNTED = {"link": "SELECT count(*) FROM documents", "count": "SELECT count(*) FROM quantities"}


def begin(file: ProjectFile, stage: str, settings: Mapping[str, object], now: str) -> Run:
    """A run; an unfinished one of the same stage, version and settings is resumed as it was begun."""
    spelled = json.dumps(settings, ensure_ascii=False, sort_keys=True)
    same = file.db.execute(
        f"SELECT {_COLUMNS} FROM runs WHERE stage = ? AND version = ? AND settings = ? ORDER BY key",
        (stage, __version__, spelled),
    ).fetchall()
    for row in same:
        if row[5] is None:
            return _run(row)
    # The count keeps two runs of one second apart.
    made = make_id("run", stage, __version__, spelled, now, len(same))
    with file.writing():
        file.db.execute(
            "INSERT INTO runs (id, stage, version, settings, started) VALUES (?, ?, ?, ?, ?)",
            (code(made, "run"), stage, __version__, spelled, now),
        )
    return Run(made, stage, __version__, spelled, now)


def finish(file: ProjectFile, run: Run, *, inputs: str, used: int, aside: int, now: str) -> None:
    """Write the counts, with a custody line. ``inputs``: their number, or a digest that names them."""
    _reconcile(file, run, inputs, used, aside)
    done = Run(run.id, run.stage, run.version, run.settings, run.started, now, inputs, used, aside)
    with file.writing() as ledger:
        line = ledger.add(now, "finished", run.id, digest(pack(done)), by(run))
        ledger.write()
        file.db.execute(
            "UPDATE runs SET finished = ?, inputs = ?, used = ?, aside = ?, line = ? WHERE key = ?",
            (now, inputs, used, aside, line, key_of(file, run)),
        )


def _reconcile(file: ProjectFile, run: Run, inputs: str, used: int, aside: int) -> None:
    if inputs.isdecimal():
        total = int(inputs)
    elif run.stage in _COUNTED:
        (total,) = file.db.execute(_COUNTED[run.stage]).fetchone()
    else:
        return
    if used + aside != total or used < 0 or aside < 0:
        raise Unreconciled(
            f"{total} inputs, {used} used and {aside} set aside: {abs(total - used - aside)} do not add up",
            record=run.id,
            next_step="the run was not closed; run the command again, and 'muster check'",
        )


def finished_on(file: ProjectFile, stage: str, evidence: str) -> bool:
    """Whether the last finished run of ``stage`` by this version had exactly these inputs."""
    row = file.db.execute(
        "SELECT version, inputs FROM runs WHERE stage = ? AND finished IS NOT NULL "
        "ORDER BY line DESC LIMIT 1",
        (stage,),
    ).fetchone()
    return row is not None and tuple(row) == (__version__, evidence)


def all_runs(file: ProjectFile) -> Iterator[Run]:
    """Every run, oldest first."""
    for row in file.db.execute(f"SELECT {_COLUMNS} FROM runs ORDER BY key"):
        yield _run(row)


def key_of(file: ProjectFile, run: Run) -> int:
    """The key of a run in this file. Raises RecordError for a run of another project."""
    row = file.db.execute("SELECT key FROM runs WHERE id = ?", (code(run.id, "run"),)).fetchone()
    if row is None:
        raise RecordError("this run was not begun in this project", record=run.id)
    return int(row[0])


def by(run: Run) -> str:
    """Who a machine's custody line names."""
    return f"muster {run.version}"


def _run(row: tuple[object, ...]) -> Run:
    return Run(decode(row[0], "run"), *row[1:])  # type: ignore[arg-type]


__all__ = ["all_runs", "begin", "by", "finish", "finished_on", "key_of"]
