"""How many departures of a copy are found, named rightly: python eval/drifts.py [--half develop] [--show].

The pairs of ``gold/drift/HALF.toml`` are invented originals with copies that depart from them in listed
ways. A
departure counts as found where its words overlap those listed, on the sides that are listed, under its own
effect.
Precision is over the effects that are listed at all; "wording changed" is none of them. The measuring half
is not
shown.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from results_table import Measured, Told, digest_of, of_halves, run_halves
from scoring import Tally

from muster.link.drift import find_drift
from muster.link.pages import page_of
from muster.link.records import CopyInput
from muster.model.links import Drift

FOLDER = Path(__file__).parent / "gold" / "drift"
SCORED = (
    "number changed", "number lost", "number added", "hedge lost", "condition lost", "speaker changed",
    "verb changed", "words inside quotation marks altered", "quotation marks lost", "sentence added",
    "sentence dropped",
)  # fmt: skip
Row = dict[str, Any]


def found_in(pair: Row) -> list[Drift]:
    """The departures that the machine lists, of the scored effects."""
    pages = [
        page_of(_document(name, pair["language"], body.strip()), 0, np.array([], dtype=np.uint64))
        for name, body in (("copy", pair["copy"]), ("original", pair["original"]))
    ]
    return [d for d in find_drift(*pages) if d.effect in SCORED]


def _document(name: str, language: str, body: str) -> CopyInput:
    return CopyInput(name, name, f"{name}.txt", None, None, None, None, language, body)


def is_it(want: Sequence[str], found: Drift) -> bool:
    """Whether it is the listed departure: the effect, and words in common on each listed side."""
    effect, copy, original = want
    if effect != found.effect:
        return False
    sides = ((copy, found.copy), (original, found.original))
    return all(not words or (side and (words in side.words or side.words in words)) for words, side in sides)


def score(pair: Row, name: str, tally: Tally) -> Iterator[str]:
    """Counts of one pair; what was missed or is too much, in words."""
    wants, found = [list(w) for w in pair["drift"]], found_in(pair)
    left = list(found)
    for want in wants:
        hit = next((d for d in left if is_it(want, d)), None)
        if hit is not None:
            left.remove(hit)
        else:
            yield f"missed {want}"
        for metric in ("drift, recall", f"found, {want[0]}"):
            tally.add(name, metric, int(hit is not None), 1)
    yield from (f"too much: {d.effect}: {_words(d.copy)} | {_words(d.original)}" for d in left)
    tally.add(name, "drift, precision", len(found) - len(left), len(found))
    tally.add(name, f"recall, {pair['language']}", len(found) - len(left), len(wants))


def _words(side: Any) -> str:
    return side.words if side else "–"


def half_measured(half: str, told: Told = None) -> Measured:
    """All pairs of one half."""
    path, tally = FOLDER / f"{half}.toml", Tally()
    pairs = tomllib.loads(path.read_text("utf-8"))["pair"]
    for number, pair in enumerate(pairs):
        for line in score(pair, f"pair {number}", tally):
            if told:
                told(f"{number} {pair['language']}: {line}")
    items = sum(len(p["drift"]) for p in pairs)
    return Measured(
        f"own drift, {half}", "-", len(pairs), items, digest_of([path]), tally.figures(), unit="pairs"
    )


def measure() -> Iterator[Measured]:
    """Both halves."""
    return of_halves(half_measured)


if __name__ == "__main__":
    sys.exit(run_halves(__doc__, half_measured))
