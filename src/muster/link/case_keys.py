"""Which records are compared at all: those that share a key of names, or of the other fields.

A key that too many records share is narrowed by what else they say, so that the pairs grow with the number
of records and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from muster.link.case_records import CaseRecord, sound
from muster.stats.fellegi_sunter import Places
from muster.text.names.keys import first_sound, word_keys
from muster.text.names.parts import name_words

# Records under one key that are compared all with all; a larger key is narrowed, twice at most.
CROWD = 60
_MOST_WORDS = 4


def candidate_pairs(records: Sequence[CaseRecord], *, crowd: int = CROWD) -> tuple[Places, Places]:
    """Places (left < right) of the pairs to be compared, of two lists each, sorted; each pair once."""
    keys: dict[str, list[int]] = {}
    for place, record in enumerate(records):
        for key in set(_name_keys(record)) | set(_other_keys(record)):
            keys.setdefault(key, []).append(place)
    size = len(records)
    found = [np.zeros(0, dtype=np.int64)]
    for places in keys.values():
        for group in _narrowed(records, places, crowd, 0):
            found.append(_pairs(records, group, size))
    whole = np.unique(np.concatenate(found))
    return whole // size, whole % size


def _pairs(records: Sequence[CaseRecord], group: list[int], size: int) -> Places:
    out = [i * size + j for i, j in combinations(sorted(group), 2) if records[i].list != records[j].list]
    return np.array(out, dtype=np.int64)


def _narrowed(
    records: Sequence[CaseRecord], places: list[int], crowd: int, depth: int
) -> Iterator[list[int]]:
    if len(places) < 2:
        return
    if len(places) <= crowd:
        yield places
        return
    if depth == 2:
        return
    parts: dict[object, list[int]] = {}
    for place in places:
        for what in _narrower(records[place]):
            parts.setdefault(what, []).append(place)
    for part in parts.values():
        yield from _narrowed(records, part, crowd, depth + 1)


def _narrower(record: CaseRecord) -> Iterator[tuple[str, object]]:
    if record.born is not None:
        yield "b", record.born
    if record.unit is not None:
        yield "u", record.unit
    if record.region is not None:
        yield "r", sound(record.region)[:4]
    if record.days is not None:
        yield "d", record.days[0]


def _name_keys(record: CaseRecord) -> Iterator[str]:
    """A word by its consonants with another by its first sound or as a given name; a lone word alone."""
    words = name_words(record.name)[:_MOST_WORDS] if record.name else ()
    for word in words:
        own = word_keys(word)
        others = {b for other in words if other is not word for b in _brief(other)}
        for key in own:
            yield from (f"{key}|{b}" for b in others)
        if len(words) == 1:
            yield from own


def _brief(word: object) -> set[str]:
    from muster.text.names.parts import NameWord

    assert isinstance(word, NameWord)
    rows = word.given.full | word.given.short if word.given is not None else frozenset[int]()
    return {f"g{row}" for row in rows} | {first_sound(k) for k in word.keys[:2] if k}


def _other_keys(record: CaseRecord) -> Iterator[str]:
    """The code of a document, or what is said beside the name, three things together."""
    if record.code is not None:
        yield f"c{record.code}"
    said = [f"{what}{value}" for what, value in _narrower(record)]
    width = 3 if record.name else 2
    yield from ("&".join(some) for some in combinations(said, width))


__all__ = ["CROWD", "candidate_pairs"]
