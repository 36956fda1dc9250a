"""Two records side by side: one level a field, and the words for it. No word repeats what a record says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from muster.link.case_records import FIELDS, CaseRecord
from muster.stats.fellegi_sunter import Compared, Levels, Places
from muster.text.names.keys import first_sound
from muster.text.names.names import compare_pairs
from muster.text.names.parts import NameWord, name_words
from muster.text.places.regions import regions_of
from muster.text.scripts import phonemes

_RARITY = (
    "nobody else has a name like it",
    "few others do",
    "some others do",
    "many others do",
    "very many do",
)
WORDS: dict[str, tuple[str, ...]] = {
    "name": (
        *(f"the names are one; {r}" for r in _RARITY),
        *(f"the names are near to one; {r}" for r in _RARITY),
        *(f"the names may be one; {r}" for r in _RARITY),
        "the names are somewhat alike",
        "the given names agree, the surnames are a slip or two apart",
        "the surnames are one, the given names are not",
        "the names differ",
    ),
    "born": (
        "one year of birth",
        "years of birth one apart",
        "years of birth one digit apart",
        "years of birth differ",
    ),
    "unit": ("one unit", "units a slip apart", "units differ"),
    "region": ("one region", "regions that sound alike", "regions differ"),
    "date": ("one day or month", "dates within a month", "dates further apart"),
    "code": ("one document number", "document numbers a slip apart", "document numbers differ"),
}
SIZES = tuple(len(WORDS[f]) for f in FIELDS)
# Scores of names: at or above are one, near, perhaps, somewhat.
_ONE, _NEAR, _MAY, _SOMEWHAT = 0.93, 0.8, 0.7, 0.5
_BINS = len(_RARITY)
_RANDOM = 200_000


def compare_records(
    records: Sequence[CaseRecord], left: Places, right: Places, *, rng: np.random.Generator
) -> Compared:
    """Levels of the candidate pairs, and those of the pairs that were no candidates, from a random sample."""
    lists = np.array([r.list for r in records])
    sizes = np.bincount(lists)
    whole = (sizes.sum() ** 2 - (sizes.astype(float) ** 2).sum()) / 2
    levels = np.stack([_levels(records, left, right, f) for f in FIELDS], axis=1)
    one, other = rng.integers(0, len(records), (2, _RANDOM))
    apart = lists[one] != lists[other]
    one, other = one[apart], other[apart]
    rest = []
    for place, field in enumerate(FIELDS):
        drawn = _unlike(records, one, other) if field == "name" else _levels(records, one, other, field)
        tally = np.bincount(drawn.astype(np.int64) + 1, minlength=SIZES[place] + 1)[1:].astype(float)
        rest.append(tally * max(0.0, whole - len(left)) / max(1, len(one)))
    return Compared(levels, SIZES, float(whole), tuple(rest))


def _levels(records: Sequence[CaseRecord], left: Places, right: Places, field: str) -> Levels:
    if field == "name":
        return _names(records, left, right)
    compare = _COMPARE[field]
    values = [_value(r, field) for r in records]
    out = np.full(len(left), -1, dtype=np.int8)
    for p, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        a, b = values[i], values[j]
        if a is not None and b is not None:
            out[p] = 0 if a == b else compare(a, b)
    return out


def _value(record: CaseRecord, field: str) -> object:
    return record.days if field == "date" else getattr(record, field)


def _unlike(records: Sequence[CaseRecord], left: Places, right: Places) -> Levels:
    """Names that no key brought together differ."""
    named = np.array([r.name is not None for r in records])
    return np.where(named[left] & named[right], len(WORDS["name"]) - 1, -1).astype(np.int8)


def _names(records: Sequence[CaseRecord], left: Places, right: Places) -> Levels:
    names = sorted({r.name for r in records if r.name is not None})
    place = {name: n for n, name in enumerate(names)}
    at = np.array([place[r.name] if r.name is not None else -1 for r in records])
    known = (at[left] >= 0) & (at[right] >= 0)
    pairs = np.sort(np.stack([at[left[known]], at[right[known]]], axis=1), axis=1)
    distinct, back = np.unique(pairs, axis=0, return_inverse=True)
    scores = np.array([c.score for c in compare_pairs(names, map(tuple, distinct.tolist()))])
    score = np.full(len(left), -1.0)
    score[known] = scores[back.ravel()] if len(distinct) else 0.0
    kind = np.digitize(score, [_SOMEWHAT, _MAY, _NEAR, _ONE])
    out = np.full(len(left), -1, dtype=np.int8)
    low = np.array(
        [
            _alike(names[i], names[j]) if s < _SOMEWHAT else 0
            for (i, j), s in zip(distinct, scores, strict=True)
        ],
        dtype=np.int8,
    )
    out[known] = np.array([3 * _BINS + 1, 3 * _BINS, 2 * _BINS, _BINS, 0], dtype=np.int8)[kind[known]]
    if len(distinct):
        out[known] += low[back.ravel()]
    for level, least in ((4, _ONE), (3, _NEAR), (2, _MAY)):
        mine = kind == level
        out[mine] += _crowding(records, left, right, score >= least)[mine]
    return out


def _alike(one: str, other: str) -> int:
    """0: given names agree, surnames are a slip or two apart; 1: a surname is the same; 2: neither."""
    left, right = name_words(one), name_words(other)
    if len(left) < 2 or len(right) < 2:
        return 2
    same = any(
        not a.initial and not b.initial and a.given is None and b.given is None
        and len(a.shown) > 3 and not set(a.keys).isdisjoint(b.keys)
        for a in left for b in right
    )  # fmt: skip
    if same:
        return 1
    given = any(_given_agree(a, b) for a in left for b in right)
    return 0 if given and any(_a_slip_apart(a, b) for a in left for b in right) else 2


def _given_agree(a: NameWord, b: NameWord) -> bool:
    if a.initial or b.initial:
        return bool({first_sound(k) for k in a.keys if k} & {first_sound(k) for k in b.keys if k})
    if a.given is None or b.given is None:
        return False
    return bool((a.given.full | a.given.short) & (b.given.full | b.given.short))


def _a_slip_apart(a: NameWord, b: NameWord) -> bool:
    if min(len(a.shown), len(b.shown)) < 5 or a.given is not None or b.given is not None:
        return False
    one = {k.translate(_LOOSE) for k in a.keys[:4]}
    other = {k.translate(_LOOSE) for k in b.keys[:4]}
    return min(OSA.distance(x, y) for x in one for y in other) <= 2


def _crowding(records: Sequence[CaseRecord], left: Places, right: Places, alike: NDArray[np.bool_]) -> Levels:
    """How many records of other lists are as alike, by pair: a bin 0..4 of the mean of both sides."""
    lists = 1 + max(r.list for r in records)
    near = np.bincount(left[alike], minlength=len(records)) + np.bincount(
        right[alike], minlength=len(records)
    )
    mean = np.sqrt(near[left].astype(float) * near[right]) / max(1, lists - 1)
    return np.asarray(np.digitize(mean, [1.01, 2.01, 4.01, 8.01]), dtype=np.int8)


def _born(a: object, b: object) -> int:
    assert isinstance(a, int) and isinstance(b, int)
    return 1 if abs(a - b) == 1 else 2 if OSA.distance(str(a), str(b)) == 1 else 3


def _slip(a: object, b: object) -> int:
    one, other = str(a), str(b)
    return 1 if min(len(one), len(other)) > 3 and OSA.distance(one, other) == 1 else 2


@lru_cache(maxsize=200_000)
def _places(one: str, other: str) -> int:
    codes, others = regions_of(one), regions_of(other)
    if codes and others:
        return 2 if set(codes).isdisjoint(others) else 0
    return 1 if any(_begin_alike(a, b) for a in _sounds(one) for b in _sounds(other)) else 2


_LOOSE = str.maketrans("ZzSCcdbvgwyj", "ssssstpfhvii")


@lru_cache(maxsize=20_000)
def _sounds(words: str) -> tuple[str, ...]:
    """How the longest word may sound, near sounds as one, its vowels left out but the first."""
    keys = phonemes(max(words.split(), key=len))[:6]
    loose = (k.translate(_LOOSE) for k in keys)
    return tuple(dict.fromkeys(k[:1] + k[1:].translate(_NO_VOWELS) for k in loose if k))


_NO_VOWELS = str.maketrans("", "", "aeiou")
# Consonants that two spellings of a place share before their endings part them.
_STEM = 4


def _begin_alike(a: str, b: str) -> bool:
    """The same stem, one slip forgiven in a stem that is long enough; endings left out."""
    size = min(len(a), len(b), _STEM)
    return size > 1 and OSA.distance(a[:size], b[:size]) <= (size == _STEM)


def _region(a: object, b: object) -> int:
    return _places(*sorted((str(a), str(b))))


def _dates(a: object, b: object) -> int:
    assert isinstance(a, tuple) and isinstance(b, tuple)
    gap = max(a[0], b[0]) - min(a[1], b[1])
    return 0 if gap <= 0 else 1 if gap <= 31 else 2


_COMPARE = {"born": _born, "unit": _slip, "region": _region, "date": _dates, "code": _slip}

__all__ = ["SIZES", "WORDS", "compare_records"]
