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

from results_table import Measured, arguments, digest_of, show
from scoring import Tally

from muster.publish.jigsaw import Finding, Material, Population, Said, check, population_from
from muster.publish.jigsaw.grids import grid_from
from muster.workflows.jigsaw import rows_said, said_of

FOLDER = Path(__file__).parent / "gold" / "releases"
HALVES = ("develop", "measure")


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


def measure_half(half: str, wrong: list[str] | None = None) -> Measured:
    """One half, as figures; what was wrong goes into ``wrong``."""
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
        if wrong is not None and (beside or (planted and planted not in kinds)):
            wrong.append(f"{number} {planted or 'SOUND'}: {case}")
            wrong += [f"      {f.kind} {f.weight}: {f.says}" for f in findings(case, populations)]
    return Measured(
        f"releases, {half}", "-", len(truth["release"]), planted_ones, digest_of([path]), tally.figures(),
        unit="releases",
    )  # fmt: skip


def measure() -> Iterator[Measured]:
    """Both halves."""
    yield from (measure_half(half) for half in HALVES)


def main() -> int:
    """The command line above."""
    parser = arguments(__doc__, reader=False)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if given.show and given.half != "develop":
        parser.error("the measuring half is not looked at; --half develop")
    wrong: list[str] = []
    halves = (given.half,) if given.half else HALVES
    fallen = show([measure_half(half, wrong if given.show else None) for half in halves])
    print("\n".join(wrong))
    return bool(fallen)


if __name__ == "__main__":
    sys.exit(main())
