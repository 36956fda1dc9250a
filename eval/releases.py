"""How many planted jigsaw faults of releases are found, how often it cries wolf: python eval/releases.py.

``gold/releases/HALF.toml`` holds invented releases (see ``GUIDELINES.md`` there). A fault is found where a
finding of its kind warns or forbids; any such finding in a sound release is a false alarm; one of another
kind in a planted release is one *beside*. Notes ("unknown") count as neither. ``--show`` prints what was
wrong and refuses the measuring half.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from results_table import Measured, Told, digest_of, of_halves, run_halves
from scoring import Tally

from muster.publish.jigsaw import Finding, Material, Population, Said, check, population_from
from muster.publish.jigsaw.grids import grid_from
from muster.workflows.jigsaw import rows_said, said_of

FOLDER = Path(__file__).parent / "gold" / "releases"


def _said(passages: list[Any]) -> tuple[Said, ...]:
    pairs = [((), p) if isinstance(p, str) else ((p[0],), p[1]) for p in passages]
    return tuple(said_of(f"passage {n}", words, who=who) for n, (who, words) in enumerate(pairs, 1))


def _material(passages: list[Any], table: str) -> Material:
    grid = grid_from("table", table) if table else None
    rows = rows_said("table", table) if table and grid is None else ()
    return Material((*_said(passages), *rows), (grid,) if grid else ())


def findings(case: dict[str, Any], populations: dict[str, Population]) -> list[Finding]:
    """What the check finds in one case."""
    earlier = [_material(passages, "") for passages in case.get("earlier", ())]
    if case.get("earlier_table"):
        earlier.append(_material([], case["earlier_table"]))
    return check(
        _material(case.get("passages", []), case.get("table", "")), earlier, _said(case.get("public", [])),
        populations.get(case.get("population", "")),
    )  # fmt: skip


def half_measured(half: str, told: Told = None) -> Measured:
    """One half, as figures."""
    path = FOLDER / f"{half}.toml"
    truth = tomllib.loads(path.read_text("utf-8"))
    populations = {
        name: population_from(each["csv"], "\n".join(f"{k} = {v!r}" for k, v in each.items() if k != "csv"))
        for name, each in truth["population"].items()
    }
    tally, planted_ones = Tally(), 0
    for number, case in enumerate(truth["release"]):
        planted = case.get("fault", "")
        found = [f for f in findings(case, populations) if f.weight != "note"]
        kinds = [f.kind for f in found]
        beside = [f for f in found if f.kind != planted]
        if planted:
            planted_ones += 1
            tally.add(str(number), "planted faults found", int(planted in kinds), 1)
            tally.add(str(number), f"found: {planted}", int(planted in kinds), 1)
        else:
            tally.add(str(number), "sound releases without an alarm", int(not found), 1)
        tally.add(str(number), "releases without a finding beside", int(not beside), 1)
        if told and (beside or (planted and planted not in kinds)):
            told(f"{number} {planted or 'SOUND'}: {case}")
            for f in findings(case, populations):
                told(f"      {f.kind} {f.weight}: {f.says}")
    return Measured(
        f"releases, {half}", "-", len(truth["release"]), planted_ones, digest_of([path]), tally.figures(),
        unit="releases",
    )  # fmt: skip


def measure() -> Iterator[Measured]:
    """Both halves."""
    return of_halves(half_measured)


if __name__ == "__main__":
    sys.exit(run_halves(__doc__, half_measured))
