"""From lists of people to the table of who is on which lists. Names stay here; counts and codes leave."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from muster.model.errors import NotFound, Refused
from muster.workflows.judged_pairs import Before, Pair, Roll, older, read_judged, replayed
from muster.workflows.list_files import read_list

if TYPE_CHECKING:
    from muster.link.case_records import CaseRecord
    from muster.link.cases import CaseLinks, Step
    from muster.stats.fellegi_sunter import Places

Row = dict[str, object]

MOST_LISTS = 10
# More records than this take longer than anybody waits, compared so closely.
MOST_RECORDS = 60_000
THRESHOLDS = (0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """The links of the lists on ``roll``; ``ignored``: columns that were not used.

    ``judged``: verdicts of people, by places of records, of which ``from_file`` came with this call.
    """

    roll: Roll
    links: CaseLinks
    ignored: tuple[str, ...]
    cautions: tuple[str, ...]
    judged: Mapping[Pair, str]
    from_file: Mapping[Pair, str]

    @property
    def names(self) -> tuple[str, ...]:
        """Of the lists."""
        return self.roll.names

    def code(self, place: int) -> str:
        """A record by its list and its code there."""
        return self.roll.code(place)

    def tables(self) -> list[Places]:
        """The pattern table of each draw."""
        return self.links.tables()


class Drawn(Protocol):
    """Lists that were linked in many ways."""

    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def roll(self) -> Roll: ...
    @property
    def judged(self) -> Mapping[Pair, str]: ...
    def tables(self) -> list[Places]: ...


def checked_names(files: Sequence[Path]) -> tuple[str, ...]:
    """What the lists are called: by their files. Raises Refused for fewer than two, too many, one twice."""
    if not 2 <= len(files) <= MOST_LISTS:
        raise Refused(
            f"{len(files)} lists: linking needs two to {MOST_LISTS}", next_step="give a file for each list"
        )
    names = tuple(f.stem for f in files)
    if len(set(names)) < len(names):
        raise Refused("two of the files have one name", next_step="name each file as its list is called")
    return names


def link_lists(
    files: Sequence[Path],
    *,
    columns: Mapping[str, str] | None = None,
    judged: Path | None = None,
    before: Sequence[Before] = (),
    draws: int = 50,
    seed: int = 1,
) -> Linked:
    """Read the lists, compare, and draw who is who. ``columns``: field → header, where it is not plain.
    ``judged``: the review queue, filled in; ``before``: pairs that a project keeps (the file outweighs them).

    Raises NotFound or Refused, naming the list and the record, for what cannot be linked.
    """
    import numpy as np

    from muster.link.cases import link_cases

    names = checked_names(files)
    records: list[CaseRecord] = []
    rows: list[int] = []
    ignored: dict[str, None] = {}
    for place, file in enumerate(files):
        found, at, unused = read_list(file, place, columns or {})
        records += found
        rows += at
        ignored.update(dict.fromkeys(f"{names[place]}: {c}" for c in unused))
    if len(records) > MOST_RECORDS:
        raise Refused(
            f"{len(records):,} records are more than can be compared so closely: {MOST_RECORDS:,}",
            next_step="add --large, or link strata that share nobody one after another",
        )
    _refuse_repeats(records, names)
    digests = tuple(hashlib.sha256(f.read_bytes()).hexdigest() for f in files)
    roll = Roll(names, digests, [r.list for r in records], [r.record for r in records], rows)
    from_file = read_judged(judged, roll) if judged else {}
    earlier, aged = replayed(before, roll)
    verdicts = earlier | from_file
    links = link_cases(records, judged=verdicts, draws=draws, rng=np.random.default_rng(seed))
    cautions = (*_cautions(links, names), *older(aged))
    return Linked(roll, links, tuple(ignored), cautions, verdicts, from_file)


def pattern_rows(linked: Drawn) -> Iterator[Row]:
    """A row a pattern: 0 and 1 by list, people on average over the draws, and the middle 95 % of them."""
    import numpy as np

    tables = np.stack(linked.tables())
    low, high = np.quantile(tables, [0.025, 0.975], axis=0)
    middle = tables.mean(axis=0)
    for pattern in np.flatnonzero(tables.any(axis=0)):
        on: Row = {name: int(pattern >> k & 1) for k, name in enumerate(linked.names)}
        yield on | {
            "count": round(float(middle[pattern]), 1),
            "low": int(low[pattern]),
            "high": int(high[pattern]),
        }


def table_rows(linked: Drawn) -> Iterator[Row]:
    """The pattern table of each draw, as ``muster estimate lists`` reads and averages them."""
    for number, table in enumerate(linked.tables(), 1):
        for pattern in table.nonzero()[0]:
            on: Row = {name: int(pattern >> k & 1) for k, name in enumerate(linked.names)}
            yield {"table": number} | on | {"count": int(table[pattern])}


def review_rows(linked: Linked) -> Iterator[Row]:
    """Pairs for a person to judge, the most doubtful first: codes, the chance, the evidence."""
    for p in linked.links.queue():
        yield pair_row(linked, p)


def pair_row(linked: Linked, p: int) -> Row:
    links = linked.links
    a, b = (linked.code(int(side[p])).split(":", 1) for side in (links.left, links.right))
    said = [s for s in links.waterfall(p)[1:] if s.bits]
    return {
        "list_a": a[0], "record_a": a[1], "list_b": b[0], "record_b": b[1],
        "chance": round(float(links.chance[p]), 3), "verdict": "",
        "evidence": "; ".join(f"{s.words} ({s.bits:+.1f})" for s in said),
    }  # fmt: skip


def behind(linked: Drawn, tables: Path) -> Row:
    """From which lists the file ``tables`` was made: hashes and sizes, so that a total can name them."""
    sizes = [linked.roll.lists.count(n) for n in range(len(linked.names))]
    return {
        "tables": hashlib.sha256(tables.read_bytes()).hexdigest(),
        "lists": [
            {"name": name, "sha256": sha256, "records": size}
            for name, sha256, size in zip(linked.names, linked.roll.files, sizes, strict=True)
        ],
        "judged": sum(v != "unsure" for v in linked.judged.values()),
    }


def evidence(linked: Linked, one: str, other: str) -> tuple[tuple[Step, ...], float]:
    """What speaks for and against two records, given as LIST:CODE, and the share of draws in which they
    are one person. Raises NotFound."""
    links = linked.links
    place = {linked.code(n): n for n in range(len(links.records))}
    for said in (one, other):
        if said not in place:
            raise NotFound("there is no such record", record=said, next_step="write LIST:CODE")
    i, j = sorted((place[one], place[other]))
    found = ((links.left == i) & (links.right == j)).nonzero()[0]
    if not len(found):
        raise NotFound(
            "the two were not compared: nothing in their names or other fields brought them together",
            record=f"{one} {other}",
        )
    return links.waterfall(int(found[0])), float(links.chance[int(found[0])])


def waterfall_rows(steps: Sequence[Step], together: float) -> Iterator[Row]:
    """How the evidence adds up, in bits (log 2), and last what the other records make of it."""
    bits = 0.0
    for step in steps:
        bits += step.bits
        yield {
            "field": step.field, "what": step.words, "bits": round(step.bits, 1), "sum": round(bits, 1),
            "chance": round(1 / (1 + 2.0 ** -max(-200.0, min(200.0, bits))), 3),
        }  # fmt: skip
    yield {
        "field": "all lists", "what": "with every other record and one record a list",
        "bits": None, "sum": None, "chance": round(together, 3),
    }  # fmt: skip


def threshold_rows(linked: Linked) -> Iterator[Row]:
    """What the total would be had one threshold been drawn; ``total`` None where there is none."""
    import numpy as np

    from muster.stats import Lists, estimate
    from muster.stats.partitions import patterns_of

    links = linked.links
    for least in THRESHOLDS:
        parts = links.parts_at(least)
        counts = patterns_of(links.lists, parts, links.number)
        row: Row = {
            "threshold": least, "people seen": int(counts.sum()),
            "joined": len(links.records) - int(counts.sum()), "low": None, "total": None, "high": None,
        }  # fmt: skip
        try:
            total = estimate(Lists(linked.names, counts), panel=False, rng=np.random.default_rng(1))
        except Refused:
            yield row
            continue
        best, high = total.best, total.high
        yield row | {
            "low": round(total.low), "total": round(best) if best else None,
            "high": round(high) if high else None,
        }  # fmt: skip


# What is wrong with the lists ---------------------------------------------------------------------------


def _refuse_repeats(records: Sequence[CaseRecord], names: Sequence[str]) -> None:
    """Two records of one list that say the same in every field are one person entered twice."""
    seen: dict[object, str] = {}
    for r in records:
        said = (r.list, r.name, r.born, r.unit, r.region, r.days, r.code)
        if sum(x is not None for x in said) < 3 and r.code is None:
            continue
        if said in seen:
            raise Refused(
                f"records {seen[said]} and {r.record} of list {names[r.list]} say the same in every field",
                next_step="remove the duplicates inside each list first, or the overlaps mean nothing",
            )
        seen[said] = r.record


def _cautions(links: CaseLinks, names: Sequence[str]) -> Iterator[str]:
    empty: dict[str, int] = {}
    for r in links.records:
        if r.empty:
            empty[names[r.list]] = empty.get(names[r.list], 0) + 1
    for name, count in empty.items():
        yield f"{count} records of {name} say nothing: each is counted as a person seen there alone"
    if not links.fit.converged:
        yield "the model did not settle: too little is said in common to tell one person from two"
    doubtful = int(((links.chance > 0.1) & (links.chance < 0.9)).sum())
    if doubtful:
        yield f"{doubtful} pairs are doubtful; judge them (--judged FILE) to narrow the total"


__all__ = [
    "Linked", "behind", "evidence", "link_lists", "pair_row", "pattern_rows", "review_rows", "table_rows",
    "threshold_rows", "waterfall_rows",
]  # fmt: skip
