"""The schema's version: a fresh file gets ``schema.sql``; an older one the numbered steps it lacks.

A step that drops or changes a column must also rewrite what rests on it; the tests hold a migrated
file and a fresh one to be the same.
"""

from __future__ import annotations

import sqlite3
from importlib import resources

from muster.model.errors import NewerProject, NotAProject, Refused

SCHEMA = 12
# "MSTR", so that `file` and we know a project from any other database.
APPLICATION = 0x4D535452


def fresh_sql() -> str:
    """The whole schema, as the newest Muster makes it."""
    return (resources.files("muster.store") / "schema.sql").read_text("utf-8")


def steps() -> list[tuple[int, str]]:
    """The migrations, by the version that each leads to."""
    folder = resources.files("muster.store") / "migrations"
    found = [(int(f.name[:4]), f.read_text("utf-8")) for f in folder.iterdir() if f.name.endswith(".sql")]
    return sorted(found)


def lay(db: sqlite3.Connection) -> None:
    """Make an empty file a project of the newest schema; the caller fills the project row."""
    run_script(db, fresh_sql())
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {SCHEMA}")


def recognise(db: sqlite3.Connection, where: str) -> int:
    """The schema version of a file. Raises NotAProject, NewerProject."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise NotAProject(
            "this file is a database, but no Muster project",
            record=where,
            next_step="give a project file with --project",
        )
    if version > SCHEMA:
        raise NewerProject(
            f"this project has schema {version}, this Muster knows {SCHEMA}",
            record=where,
            next_step="install a newer Muster; nothing was changed",
        )
    return int(version)


def bring_up(db: sqlite3.Connection, version: int, *, readonly: bool, where: str) -> None:
    """Apply the steps above ``version``, all or none. Raises Refused where the file may not be written."""
    missing = [(to, sql) for to, sql in steps() if to > version]
    if not missing:
        return
    if readonly:
        raise Refused(
            f"this project has the older schema {version}",
            record=where,
            next_step="open it once to write, e.g. with 'muster read', to bring it up to date",
        )
    db.execute("BEGIN IMMEDIATE")
    try:
        for to, sql in missing:
            run_script(db, sql)
            db.execute(f"PRAGMA user_version = {to}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def run_script(db: sqlite3.Connection, script: str) -> None:
    """Statement by statement: executescript would commit the transaction we are in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


__all__ = ["APPLICATION", "SCHEMA", "bring_up", "fresh_sql", "lay", "recognise", "run_script", "steps"]
