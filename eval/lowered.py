"""Every floor that was ever lowered, from the history of floors.toml: python eval/lowered.py [--check].

Writes ``lowered.tsv``: the day, the set, the reader, the figure, the floor before and after (per cent), and
whether the set had become another one (other bytes), so that its floors were pinned anew. A floor that the
working copy lowers and no commit has yet is of ``--day`` (ISO; today). Why each was lowered stands on the
page ``docs/why/methods/evaluation-history.md``. ``--check`` writes nothing and exits 1 where a lowered floor
is not in the file. Without git, or with a shallow copy of the history, there is nothing to compare with.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from results_table import FLOORS, HERE, read_numbers

LOWERED = HERE / "lowered.tsv"


class Lowered(NamedTuple):
    """One floor that went down, per cent; ``other`` is "other bytes" where the set had changed."""

    day: str
    set: str
    reader: str
    figure: str
    before: str
    after: str
    other: str


def of_history(day: str) -> list[Lowered]:
    """Every lowering between two commits, and between the last one and the working copy."""
    found, before = list[Lowered](), dict[str, Any]()
    for when, floors in [*_versions(), (day, read_numbers(FLOORS))]:
        found += between(before, floors, when)
        before = floors
    return found


def _versions() -> Iterator[tuple[str, dict[str, Any]]]:
    """The floors of each commit that touched them, oldest first; none where there is no git."""
    told = _git("log", "--reverse", "--format=%H %cs", "--", FLOORS.name)
    for line in told.splitlines():
        commit, _, day = line.partition(" ")
        yield day, tomllib.loads(_git("show", f"{commit}:./{FLOORS.name}"))


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=HERE, capture_output=True, text=True, check=False)
    return "" if done.returncode else done.stdout


def between(before: dict[str, Any], after: dict[str, Any], day: str) -> Iterator[Lowered]:
    """What went down from one version of the floors to the next."""
    for name, of_set in after.items():
        old = before.get(name, {})
        other = "" if old.get("digest") == of_set.get("digest") else "other bytes"
        for reader, figures in of_set.items():
            was = old.get(reader)
            if not isinstance(figures, dict) or not isinstance(was, dict):
                continue
            for figure, floor in figures.items():
                if floor < was.get(figure, floor):
                    yield Lowered(day, name, reader, figure, f"{was[figure]:g}", f"{floor:g}", other)


def kept(path: Path = LOWERED) -> list[Lowered]:
    """What stands in the file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [Lowered(*row) for row in list(csv.reader(file, delimiter="\t"))[1:]]


def main() -> int:
    """The command line above."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--day", default=date.today().isoformat())
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    known = kept()
    # The day is no part of it: a floor lowered in the working copy is committed a moment later.
    new = [row for row in of_history(given.day) if row[1:] not in {k[1:] for k in known}]
    if given.check:
        for row in new:
            print(f"lowered and not written down: {', '.join(row[1:])}: run 'python eval/lowered.py'")
        return bool(new)
    with LOWERED.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerows([Lowered._fields, *known, *new])
    return 0


if __name__ == "__main__":
    sys.exit(main())
