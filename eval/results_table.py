"""Measured sets as one table: value, 95 % interval, goal, floor; and as a file with the digests of the sets.

``goals.toml`` holds what the reader is to reach, ``floors.toml`` what it must not fall below: both per cent,
by set, reader and metric (a goal without a reader is for each). A floor belongs to a set with a certain
digest: on other bytes nothing is compared, and the table says so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring import Figure

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
GOALS = HERE / "goals.toml"
_COMMENT = """What the figures must not fall below, per cent, by set and reader.
Brought up by: python eval/run.py --raise-floors. A floor is never lowered silently.
A set with another digest is another set: its floors are pinned anew."""
Numbers = dict[str, float]
HALVES = ("develop", "measure")
# Who is told what was wrong, a line each; nobody of the measuring half.
Told = Callable[[str], object] | None
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Measured:
    """One set as one reader read it. ``reader`` is "-" where no reader is asked.

    ``items``: what was looked for, all kinds together; ``kinds``: recall by kind, "what, kind" each.
    ``unit``: over what the intervals are drawn.
    """

    set: str
    reader: str
    documents: int
    items: int
    digest: str
    figures: Sequence[Figure]
    kinds: Sequence[Figure] = ()
    unit: str = "documents"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; per cent. ``goal`` and ``floor`` are None where there is none."""

    set: str
    reader: str
    figure: Figure
    goal: float | None
    floor: float | None

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        return None if self.goal is None else 100 * self.figure.value >= self.goal - _ROUNDING

    @property
    def fallen(self) -> bool:
        """Whether the value lies below the floor."""
        return self.floor is not None and 100 * self.figure.value < self.floor - _ROUNDING

    def line(self) -> str:
        """Metric, value, interval, counts, goal, floor."""
        goal = "" if self.goal is None else f"{self.goal:g} {'met' if self.met else 'NOT MET'}"
        floor = "" if self.floor is None else f"{self.floor:g}{' BELOW' if self.fallen else ''}"
        value, low, high = (100 * x for x in (self.figure.value, self.figure.low, self.figure.high))
        return (
            f"  {self.figure.metric:<46} {value:6.1f}  [{low:5.1f}, {high:5.1f}]"
            f"  {self.figure.counts():<26}  {goal:<12}  {floor}"
        ).rstrip()


HalfMeasured = Callable[[str, Told], Measured]


def digest_of(files: Iterable[Path]) -> str:
    """The first 16 digits of the SHA-256 of one file's bytes, or of the digests of several in their order."""
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    whole = digests[0] if len(digests) == 1 else hashlib.sha256("\n".join(digests).encode()).hexdigest()
    return whole[:16]


def rows(measured: Measured, floors: dict[str, Any], goals: dict[str, Any]) -> list[Row]:
    """The rows of one set; a floor or goal whose metric was not measured counts as nothing reached."""
    mine = _of_reader(floors.get(measured.set, {}), measured.reader)
    wanted = _of_reader(goals.get(measured.set, {}), measured.reader)
    by_metric = {f.metric: f for f in measured.figures}
    absent = [Figure(m, 0.0, 0.0, 0.0, 0, 0, None) for m in {**wanted, **mine} if m not in by_metric]
    return [
        Row(measured.set, measured.reader, f, wanted.get(f.metric), mine.get(f.metric))
        for f in [*measured.figures, *absent]
    ]


def _of_reader(numbers: dict[str, Any], reader: str) -> Numbers:
    every = {k: float(v) for k, v in numbers.items() if isinstance(v, int | float)}
    return every | {k: float(v) for k, v in numbers.get(reader, {}).items()}


def other_set(measured: Measured, floors: dict[str, Any]) -> str:
    """What to say where the floors were pinned on other bytes; empty where they were not."""
    pinned = floors.get(measured.set, {}).get("digest", measured.digest)
    return "" if pinned == measured.digest else f"pinned on another set ({pinned}, not {measured.digest})"


def read_numbers(path: Path) -> dict[str, Any]:
    """Goals or floors by set; nothing where the file is absent."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def show(several: Iterable[Measured], floors: Path = FLOORS, goals: Path = GOALS) -> int:
    """Prints the rows of each set as it comes, then recall by kind; how many are below a floor, a floor of
    another set's bytes among them."""
    pinned, wanted = read_numbers(floors), read_numbers(goals)
    fallen, shown = 0, []
    for measured in several:
        shown.append(measured)
        print("\n" + head(measured), flush=True)
        other = other_set(measured, pinned)
        of_set = rows(measured, {} if other else pinned, wanted)
        print("\n".join(row.line() for row in of_set))
        if other:
            print(f"  NOT COMPARED: {other}")
        fallen += sum(row.fallen for row in of_set) + bool(other)
    print("\n".join(kinds_table(shown)))
    return fallen


def head(measured: Measured) -> str:
    """Set, reader, size, digest, over what is drawn."""
    return (
        f"{measured.set} · reader {measured.reader} · {measured.documents} {measured.unit},"
        f" {measured.items} items · {measured.digest}"
    )


def summary(several: Sequence[Measured], floors: Path = FLOORS, goals: Path = GOALS) -> list[str]:
    """Which goals are met, which are not and by how much, which floors are broken."""
    pinned, wanted = read_numbers(floors), read_numbers(goals)
    all_rows = [row for m in several for row in rows(m, {} if other_set(m, pinned) else pinned, wanted)]
    met = [_short(row) for row in all_rows if row.met]
    missed = [_short(row) for row in all_rows if row.met is False]
    below = [f"{_short(row)} (floor {row.floor:g})" for row in all_rows if row.fallen]
    return [
        f"Goals met: {len(met)}", *(f"  {line}" for line in met),
        f"Goals not met: {len(missed)}", *(f"  {line}" for line in missed),
        f"Below the floor: {len(below)}", *(f"  {line}" for line in below),
    ]  # fmt: skip


def _short(row: Row) -> str:
    goal = "" if row.goal is None else f" of {row.goal:g}"
    return f"{row.set} ({row.reader}): {row.figure.metric} {100 * row.figure.value:.1f}{goal}"


def kinds_table(several: Sequence[Measured]) -> list[str]:
    """Recall by kind: a table for each thing looked for, a line for each kind, a column for each set."""
    lines: list[str] = []
    for thing in dict.fromkeys(_thing(f) for m in several for f in m.kinds):
        columns = {
            m.set: {f.metric: f for f in m.kinds if _thing(f) == thing}
            for m in several
            if any(_thing(f) == thing for f in m.kinds)
        }
        names = sorted({metric for cells in columns.values() for metric in cells})
        lines += ["", f"{'recall, per cent: ' + thing:<32}" + "".join(f"{name:>24}" for name in columns)]
        for metric in names:
            cells = (_cell(cells.get(metric)) for cells in columns.values())
            lines.append(f"  {metric.partition(', ')[2]:<30}" + "".join(f"{cell:>24}" for cell in cells))
    return [line.rstrip() for line in lines]


def _thing(figure: Figure) -> str:
    return figure.metric.partition(",")[0]


def _cell(f: Figure | None) -> str:
    return f"{100 * f.value:.0f} [{100 * f.low:.0f}, {100 * f.high:.0f}] of {f.gold}" if f else ""


# Results and floors as files -------------------------------------------------------------------------


def write_results(several: Iterable[Measured], path: Path) -> None:
    """Puts the sets into the file; those of it that were not measured now stay as they are."""
    kept = json.loads(path.read_text("utf-8"))["sets"] if path.exists() else []
    by_name = {(row["set"], row["reader"]): row for row in kept}
    by_name.update({(m.set, m.reader): _as_json(m) for m in several})
    body = {"per_cent": True, "interval": "95 % bootstrap", "sets": [by_name[k] for k in sorted(by_name)]}
    path.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _as_json(m: Measured) -> dict[str, Any]:
    size = {"documents": m.documents, "items": m.items, "drawn_over": m.unit}
    figures = {"figures": list(map(_figure_json, m.figures)), "kinds": list(map(_figure_json, m.kinds))}
    return {"set": m.set, "reader": m.reader, "digest": m.digest, **size, **figures}


def _figure_json(f: Figure) -> dict[str, Any]:
    value, low, high = (round(100 * x, 1) for x in (f.value, f.low, f.high))
    counts = {"right": f.right, "gold": f.gold} | ({} if f.found is None else {"found": f.found})
    return {"metric": f.metric, "value": value, "low": low, "high": high, **counts}


def raised(several: Iterable[Measured], floors: dict[str, Any]) -> dict[str, Any]:
    """The floors brought up to one item below the figures of the measured sets; none goes down.

    Where the set has other bytes than the pinned one its floors are pinned anew. People have none.
    """
    new = {name: dict(of_set) for name, of_set in floors.items()}
    for m in several:
        if m.reader == "person":
            continue
        if other_set(m, new) or m.set not in new:
            new[m.set] = {"digest": m.digest}
        of_set = new[m.set]
        of_set["digest"] = m.digest
        mine = dict(of_set.get(m.reader, {}))
        for f in m.figures:
            mine[f.metric] = max(mine.get(f.metric, 0.0), _just_below(f))
        of_set[m.reader] = mine
    return new


def pin(several: Iterable[Measured], path: Path = FLOORS) -> None:
    """Write the floors so raised."""
    path.write_text(as_toml(raised(several, read_numbers(path)), _COMMENT), "utf-8")


def _just_below(f: Figure) -> float:
    """Per cent, in halves: the figure with one item less, so that a single one may change sides."""
    less = f.value * (1 - 1 / f.right) if f.right else 0.0
    return max(0.0, math.floor(200 * less) / 2)


def as_toml(floors: dict[str, Any], comment: str) -> str:
    """Floors as they stand in the file."""
    parts = ["".join(f"# {line}\n" for line in comment.splitlines())]
    for name in sorted(floors):
        parts.append(f"[{_key(name)}]\ndigest = {_key(floors[name]['digest'])}\n")
        for reader in sorted(k for k, v in floors[name].items() if isinstance(v, dict)):
            lines = [f"{_key(metric)} = {value:.1f}" for metric, value in floors[name][reader].items()]
            parts.append(f"[{_key(name)}.{_key(reader)}]\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _key(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def arguments(description: str | None, reader: bool = True) -> argparse.ArgumentParser:
    """What the command lines of the scorers have in common."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    if reader:
        parser.add_argument("--reader", default="rules", choices=["rules", "full"])
    return parser


def of_halves(measured: HalfMeasured, halves: tuple[str, ...] = HALVES) -> Iterator[Measured]:
    """Both halves of a set of our own, with what else is named."""
    yield from (measured(half, None) for half in halves)


def run_halves(description: str | None, measured: HalfMeasured, every: tuple[str, ...] = HALVES) -> int:
    """The command line of a scorer of such a set: ``--half``, and ``--show`` for the developing one only."""
    parser = arguments(description, reader=False)
    parser.add_argument("--half", choices=every)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if given.show and not (given.half or "").endswith("develop"):
        parser.error("only the developing half is shown: --half develop --show")
    halves = (given.half,) if given.half else every
    return bool(show(measured(half, print if given.show else None) for half in halves))


__all__ = [
    "FLOORS", "GOALS", "HALVES", "Measured", "Row", "Told", "arguments", "as_toml", "digest_of", "head",
    "kinds_table", "of_halves", "other_set", "pin", "raised", "read_numbers", "rows", "run_halves", "show",
    "summary", "write_results",
]  # fmt: skip
