"""Large lists: Splink on DuckDB over keys of names that were made before. No name enters its tables.

For more records than the close way (`link.cases`) can bear. The model is that of Fellegi and Sunter as there,
with coarser comparisons: a surname by its sounds and by its consonants, a given name by its row in the table
of names or its first sound. What comes out are chances of pairs; whether they are right nobody knows before
people have judged some (`muster.stats.calibration`).
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from muster.link.case_records import CaseRecord, sound
from muster.model.errors import Refused
from muster.stats.fellegi_sunter import Numbers, Places
from muster.text.names.keys import first_sound
from muster.text.names.parts import NameWord, name_words

if TYPE_CHECKING:
    import pyarrow as pa

# Pairs that are less likely are not kept; they would fill the disk and change no partition.
LEAST = 0.01
_COLUMNS = (
    "unique_id",
    "list",
    "fs",
    "s",
    "t",
    "f",
    "g",
    "i",
    "born",
    "region",
    "unit",
    "day",
    "month",
    "code",
)
# What brings two records together. Each is an equality of keys, so pairs grow with records, not their square.
_BLOCKS: tuple[Any, ...] = (
    "l.s = r.s and l.g = r.g", "l.s = r.t and l.g = r.g", "l.t = r.s and l.g = r.g",
    "l.f = r.f and l.i = r.i", "l.s = r.s and l.born = r.born",
    "l.g = r.g and l.born = r.born and l.day = r.day",
    "l.g = r.g and l.region = r.region and l.month = r.month and l.born = r.born",
    "l.s = r.s and l.region = r.region and l.month = r.month",
    "l.g = r.g and l.unit = r.unit and l.day = r.day",
    "l.code = r.code",
)  # fmt: skip
# Pairs that are hardly ever two people, and what share of all links they are held to be: where the search for
# the prevalence begins.
_SURE = ("l.f = r.f and l.g = r.g and l.born = r.born", "l.f = r.f and l.g = r.g and l.day = r.day")
_RECALL = 0.5
# Rules under which shares are learned: each leaves the fields of the others free.
_TRAINED = ("l.f = r.f and l.g = r.g", "l.born = r.born and l.month = r.month and l.region = r.region")
_SAMPLED = 100_000  # records in which the size of a rule is tried
_SEED = 1
_PIECE = 50_000
_MANY = ("fs",)
_NUMBERS = ("unique_id", "g", "born", "day", "month")
_LOOSE = str.maketrans("ZzSCcdbv", "ssssstpf", "aeiouhg")


@dataclass(frozen=True, slots=True, eq=False)
class LargeLinks:
    """Pairs (places ``left`` < ``right``, of two lists each) with the chance to be one person; ``lists``: the
    list of each record."""

    lists: Places
    left: Places
    right: Places
    chance: Numbers

    def place(self, i: int, j: int) -> int | None:
        """Where the pair ``i`` < ``j`` stands; None where it was not compared, or is hardly one person."""
        start, stop = np.searchsorted(self.left, [i, i + 1])
        at = int(start + np.searchsorted(self.right[start:stop], j))
        return at if at < stop and self.right[at] == j else None


def keyed(records: Iterable[CaseRecord], *, first: int = 0) -> pa.Table:
    """A row of keys for each record, in order: sounds, classes and numbers, no name and no code of a record.

    Records are taken in pieces, so that a million need not be held as objects; ``first``: the place of the
    first of them among the records of all lists.
    """
    import pyarrow as pa

    words, number_of, many = pa.string(), pa.int32(), pa.list_(pa.string())
    kinds = pa.schema([(c, many if c in _MANY else number_of if c in _NUMBERS else words) for c in _COLUMNS])
    rest, pieces, number = iter(records), [], first
    while piece := list(islice(rest, _PIECE)):
        rows = [(number + n, *_keys(r)) for n, r in enumerate(piece)]
        number += len(rows)
        pieces.append(
            pa.table({name: [row[k] for row in rows] for k, name in enumerate(_COLUMNS)}, schema=kinds)
        )
    return pa.concat_tables(pieces) if pieces else kinds.empty_table()


def _keys(r: CaseRecord) -> tuple[object, ...]:
    surname, given = _parts(r.name) if r.name else (None, None)
    classes = list(dict.fromkeys(_consonants(k) for k in surname.keys[:4])) if surname else []
    row = min(given.given.full | given.given.short, default=None) if given and given.given else None
    day = r.days[0] if r.days else None
    one = r.days is not None and r.days[0] == r.days[1]
    return (
        str(r.list),
        list(surname.keys[:4]) if surname else None,
        classes[0] if classes else None,
        classes[1] if len(classes) > 1 else None,
        surname.keys[0] if surname else None,
        row,
        first_sound(given.keys[0]) if given and given.keys and given.keys[0] else None,
        r.born,
        sound(r.region)[:4] if r.region else None,
        r.unit,
        day if one else None,
        (day + 15) // 30 if day is not None else None,
        r.code,
    )


def _consonants(sounds: str) -> str:
    """The classes of the consonants, without what spellings drop; a short surname keeps its vowels."""
    bare = sounds.translate(_LOOSE)
    return bare if len(bare) > 2 else sounds


def _parts(name: str) -> tuple[NameWord | None, NameWord | None]:
    """The word that is most likely the surname, and the given name or its initial."""
    words = [w for w in name_words(name) if w.keys and w.keys[0]]
    whole = [w for w in words if not w.initial]
    plain = [w for w in whole if w.given is None and not w.patronymic] or whole
    surname = max(plain, key=lambda w: len(w.shown), default=None)
    rest = [w for w in words if w is not surname]
    return surname, next((w for w in rest if w.given is not None), next((w for w in rest if w.initial), None))


def link_large(table: pa.Table, *, work: Path, threads: int = 2, memory_mb: int = 1100) -> LargeLinks:
    """Chances of the pairs that share a key. ``table``: from `keyed`; ``work``: an empty folder for what does
    not fit into memory; nothing else is written.

    Raises Refused where nothing can be compared.
    """
    import duckdb
    import pyarrow.compute as pc

    with duckdb.connect(":memory:") as db:
        for setting in (
            f"memory_limit = '{memory_mb}MB'", f"threads = {threads}", f"temp_directory = '{work}'",
            "preserve_insertion_order = false",
        ):  # fmt: skip
            db.execute(f"SET {setting}")
        one, other, chance = _predicted(db, table)
    lists = np.asarray(pc.cast(table["list"], "int64"))
    left, right = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((right, left))
    return LargeLinks(lists, left[order], right[order], chance[order])


def installed() -> bool:
    """Whether the extra ``splink`` is there."""
    return find_spec("splink") is not None and find_spec("duckdb") is not None


def _predicted(db: Any, table: pa.Table) -> tuple[Places, Places, Numbers]:
    """Fit and predict: (left, right, chance)."""
    from splink import DuckDBAPI, Linker

    number = len(table["list"].unique())
    if number < 2:
        raise Refused("one list has nothing to be linked with", next_step="give at least two lists")
    api = DuckDBAPI(db)
    parts = [
        api.register(table.filter(_is(table, str(k))), dataset_display_name=f"list_{k}")
        for k in range(number)
    ]
    with _quiet():
        linker = Linker(parts, _settings(), log_level=None)
        train = linker.training
        train.estimate_probability_two_random_records_match(list(_SURE), recall=_RECALL)
        train.estimate_u_using_random_sampling(max_pairs=1e6, seed=_SEED)
        sample = min(1.0, _SAMPLED / len(table))
        for rule in _TRAINED:
            train.estimate_parameters_using_expectation_maximisation(
                rule, max_pairs=1e6, record_sample_proportion=sample
            )
        made: Any = linker.inference.predict(threshold_match_probability=LEAST)
        got = made.as_pyarrow_table()
    return (
        np.asarray(got["unique_id_l"], np.int64),
        np.asarray(got["unique_id_r"], np.int64),
        np.asarray(got["match_probability"], float),
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Splink tells of every level that a list never shows; what matters of it is in the calibration."""
    logger = logging.getLogger("splink")
    level, logger.level = logger.level, logging.ERROR
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logger.level = level


def _is(table: pa.Table, value: str) -> Any:
    import pyarrow.compute as pc

    return pc.equal(table["list"], value)


def _settings() -> Any:
    from splink import SettingsCreator

    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="unique_id",
        source_dataset_column_name="list",
        retain_matching_columns=False,
        blocking_rules_to_generate_predictions=list(_BLOCKS),
        comparisons=_comparisons(),
        max_iterations=25,
    )


def _comparisons() -> list[Any]:
    from splink.comparison_level_library import CustomLevel, ElseLevel, NullLevel
    from splink.comparison_library import CustomComparison, ExactMatch

    def levels(column: str, *conditions: str) -> Any:
        made: list[Any] = [NullLevel(column), *(CustomLevel(c) for c in conditions), ElseLevel()]
        return CustomComparison(made, output_column_name=column)

    either = "(g_l is null or g_r is null)"
    name = levels(
        "f",
        "list_has_any(fs_l, fs_r) and g_l = g_r",
        "(s_l = s_r or s_l = t_r or t_l = s_r) and g_l = g_r",
        f"(s_l = s_r or s_l = t_r or t_l = s_r) and {either} and i_l = i_r",
        "damerau_levenshtein(f_l, f_r) <= 2 and g_l = g_r",
        "(s_l = s_r or s_l = t_r or t_l = s_r)",
        "g_l = g_r",
    )
    return [
        name,
        levels("born", "born_l = born_r", "abs(born_l - born_r) = 1"),
        levels("region", "region_l = region_r"),
        levels("unit", "unit_l = unit_r"),
        levels("month", "day_l = day_r", "month_l = month_r", "abs(month_l - month_r) = 1"),
        ExactMatch("code"),
    ]


__all__ = ["LEAST", "LargeLinks", "installed", "keyed", "link_large"]
