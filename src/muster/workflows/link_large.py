"""From large lists to a table of who is on which: chances, then people's verdicts, only then a table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from muster.model.errors import MissingPart
from muster.stats.calibration import BANDS, Calibrated, bands, calibrate
from muster.workflows.in_memory import work_swept
from muster.workflows.judged_pairs import Before, Pair, Roll, older, read_judged, replayed
from muster.workflows.link_lists import Row, checked_names
from muster.workflows.list_files import read_list

if TYPE_CHECKING:
    from muster.link.large import LargeLinks
    from muster.stats.fellegi_sunter import Numbers, Places

# So much may be laid aside while a million records are linked; memory is asked for it first.
_ROOM = 4 << 30
# Pairs put before people from each band of chances: with seven bands, twice what calibration needs.
_FROM_EACH_BAND = 60
_MISSED = (
    "records that share no key are never compared: 9 to 12 % of the true pairs in our trials; whoever is in "
    "one of them counts twice, so a total from this comes out too high"
)


@dataclass(frozen=True, eq=False)
class LargeLinked:
    """The chances of pairs of the lists on ``roll``; fields as in `link_lists.Linked`."""

    roll: Roll
    links: LargeLinks
    ignored: tuple[str, ...]
    cautions: tuple[str, ...]
    judged: Mapping[Pair, str]
    from_file: Mapping[Pair, str]
    draws: int
    seed: int

    @property
    def names(self) -> tuple[str, ...]:
        """Of the lists."""
        return self.roll.names

    @cached_property
    def known(self) -> tuple[Numbers, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
        """Of the pairs that people judged: the chances stated, and whether they are one person."""
        sure = {p: v for p, v in self.judged.items() if v != "unsure" and self.links.place(*p) is not None}
        stated = np.array([self.links.chance[self.links.place(*p)] for p in sure])
        return stated, np.array([v == "same" for v in sure.values()], dtype=bool)

    def calibrated(self) -> Calibrated:
        """What the judged pairs say of the chances. Raises Refused while too few were judged: then there is
        no table and no total."""
        return calibrate(*self.known)

    @cached_property
    def _tables(self) -> list[Places]:
        """Each draw: links by their calibrated chances, the likeliest first, one record a list."""
        from muster.stats.partitions import best_links, patterns_of

        links, line = self.links, self.calibrated()
        chance = line(links.chance)
        for pair, verdict in self.judged.items():
            if verdict != "unsure" and (n := links.place(*pair)) is not None:
                chance[n] = float(verdict == "same")
        rng = np.random.default_rng(self.seed)
        out = []
        for _draw in range(self.draws):
            kept = rng.random(len(chance)) < chance
            parts = best_links(links.lists, links.left[kept], links.right[kept], chance[kept], 0.0)
            out.append(patterns_of(links.lists, parts, len(self.names)))
        return out

    def tables(self) -> list[Places]:
        """The pattern table of each draw. Raises Refused while too few pairs were judged."""
        return self._tables


def link_large_lists(
    files: Sequence[Path],
    *,
    columns: Mapping[str, str] | None = None,
    judged: Path | None = None,
    before: Sequence[Before] = (),
    draws: int = 20,
    seed: int = 1,
) -> LargeLinked:
    """Read the lists one after the other, keep keys and codes of them, and let Splink weigh the pairs.

    Raises MissingPart without the extra ``splink``, NotFound or Refused for what cannot be linked.
    """
    from muster.link import large

    if not large.installed():
        raise MissingPart(
            "so many records need Splink on DuckDB, which is not installed",
            next_step="pip install 'muster-desk[splink]', or link strata one after another",
        )
    import pyarrow as pa

    names = checked_names(files)
    tables, ignored = [], dict[str, None]()
    lists: list[int] = []
    codes: list[str] = []
    rows: list[int] = []
    for place, file in enumerate(files):
        records, at, unused = read_list(file, place, columns or {})
        tables.append(large.keyed(records, first=len(codes)))
        lists += [place] * len(records)
        codes += [r.record for r in records]
        rows += at
        ignored.update(dict.fromkeys(f"{names[place]}: {c}" for c in unused))
        del records
    digests = tuple(hashlib.sha256(f.read_bytes()).hexdigest() for f in files)
    roll = Roll(names, digests, lists, codes, rows)
    from_file = read_judged(judged, roll) if judged else {}
    earlier, aged = replayed(before, roll)
    with work_swept("lists", _ROOM) as work:
        links = large.link_large(pa.concat_tables(tables), work=work)
    return LargeLinked(
        roll, links, tuple(ignored), (_MISSED, *older(aged)), earlier | from_file, from_file, draws, seed
    )


def review_rows(linked: LargeLinked) -> Iterator[Row]:
    """Pairs to be judged, drawn from each band of chances alike, those judged before left out: only so can
    they tell whether the chances are right."""
    links = linked.links
    rng = np.random.default_rng(linked.seed)
    for low, high in pairwise(BANDS):
        mine = np.flatnonzero((links.chance >= low) & ((links.chance < high) | (high == BANDS[-1])))
        for n in np.sort(rng.permutation(mine)[:_FROM_EACH_BAND]).tolist():
            i, j = int(links.left[n]), int(links.right[n])
            if (i, j) in linked.judged:
                continue
            a, b = (linked.roll.code(x).split(":", 1) for x in (i, j))
            yield {
                "list_a": a[0], "record_a": a[1], "list_b": b[0], "record_b": b[1],
                "chance": round(float(links.chance[n]), 3), "verdict": "",
            }  # fmt: skip


def band_rows(linked: LargeLinked) -> Iterator[Row]:
    """By band of chances: pairs, and what people said of those that they judged."""
    told = {row["from"]: row for row in bands(*linked.known)} if len(linked.known[0]) else {}
    chance = linked.links.chance
    for low, high in pairwise(BANDS):
        pairs = int(((chance >= low) & ((chance < high) | (high == BANDS[-1]))).sum())
        row = told.get(low, {})
        yield {"from": low, "to": high, "pairs": pairs} | {
            k: row.get(k) for k in ("judged", "stated", "same", "low", "high")
        }


__all__ = ["LargeLinked", "band_rows", "link_large_lists", "review_rows"]
