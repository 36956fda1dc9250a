"""Every evaluation that the material on this machine allows: python eval/run.py [DATA] [--reader full].

DATA is the folder of public sets (default: shared/data beside the project). A set that is not there is
named and left out. ``--write`` pins the figures, with the digests of the sets, in ``results.json``, and
makes the tables of the pages from them; ``--raise-floors`` brings ``floors.toml`` up to just below them and
never down. Exit 1 where a figure is below its floor.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import across
import agreement
import altered
import asked
import attribution
import copies
import dossiers
import drafts
import drifts
import entities
import gold
import grids
import intake
import leaving
import linkage
import names
import narratives
import own
import pairs
import parallel
import protection
import quantities
import releases
import results_page
import same_claims
import times
import word_forms
from results_table import Measured, arguments, pin, show, summary, write_results

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
# What a set lies in, below DATA, and who scores it.
SETS: tuple[tuple[str, Callable[[Path], Iterable[Measured]]], ...] = (
    ("quantities/development_list.json", quantities.measure),
    ("quantities/measeval", quantities.measure),
    ("quantities/newsquant.json", quantities.measure),
    ("time/development_list.json", times.measure),
    ("time/wikiwars_en", times.measure),
    ("time/wikiwars_uk", times.measure),
    ("time/meantime_en", times.measure),
    ("time/tempeval3_platinum", times.measure),
    ("names_ner/factrueval", entities.measure),
    ("names_ner/ner_uk", entities.measure),
    ("time/meantime_en", entities.measure),
    ("names", names.measure),
    ("protection", protection.court),
    ("protection", linkage.measure),
    ("telegram", copies.measure),
    ("telegram", lambda folder: altered.measure(folder.parent)),
)


def everything(data: Path, reader: str) -> Iterator[Measured]:
    """Set by set, our own gold first. Where the reader is not "rules", what it reads the same is left out."""
    yield from own.measure(reader=reader)
    yield from own.measure(gold.BLIND, reader)
    yield from own.measure(gold.FRESH, reader)
    yield from own.measure(gold.STRANGER, reader)
    yield from own.measure(gold.STRANGER_BLIND, reader)
    yield from _where_there(data / "attribution", lambda folder: attribution.measure(folder, reader))
    yield from _where_there(data / "attribution/polnear", lambda folder: attribution.measure(folder, reader))
    if reader != "rules":
        return
    yield from grids.measure()
    yield from narratives.measure()
    yield from drifts.measure()
    yield from dossiers.measure()
    yield from across.measure()
    yield from pairs.measure()
    yield from asked.measure()
    yield from drafts.measure()
    yield from releases.measure()
    yield from leaving.measure()
    yield from agreement.measure()
    yield from agreement.bases()
    yield from parallel.measure()
    yield from word_forms.measure()
    yield from same_claims.measure()
    yield from protection.own()
    yield from intake.measure()
    for needs, score in SETS:
        yield from _where_there(data / needs, score)


def _where_there(path: Path, score: Callable[[Path], Iterable[Measured]]) -> Iterator[Measured]:
    if path.exists():
        yield from score(path)
    else:
        print(f"\n{path.name}: not on this machine, left out")


def main() -> int:
    """The command line above."""
    parser = arguments(__doc__)
    parser.add_argument("data", type=Path, nargs="?", default=HERE.parents[1] / "shared" / "data")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    given = parser.parse_args()
    if given.reader == "full" and importlib.util.find_spec("onnxruntime") is None:
        parser.error("the reader 'full' is not installed: pip install 'muster[full]'")
    measured: list[Measured] = []
    fallen = show(_kept(everything(given.data, given.reader), measured))
    print("\n".join(["", *summary(measured)]))
    if given.write:
        write_results(measured, RESULTS)
        results_page.write()
    if given.raise_floors:
        pin(measured)
    return bool(fallen)


def _kept(several: Iterable[Measured], into: list[Measured]) -> Iterator[Measured]:
    for one in several:
        into.append(one)
        yield one


if __name__ == "__main__":
    sys.exit(main())
