"""Translated copies: documents of two languages that say the same.

Each word is led back to what it means, by a lexicon of three languages, or to its sounds
(``text/concepts.py``); numbers are digits. Documents that share rare keys within a week are compared: how
much of what each says, the rarer the more, does the other say? Nothing is translated, and two reports of one
announcement look alike: what is suggested is for a person to look at.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from muster.link.alignment import ADDRESS
from muster.link.other_people import by_other_people
from muster.link.records import CopyInput
from muster.model.ids import make_id
from muster.model.links import Copy
from muster.text.concepts import LANGUAGES, Keys, keys_once
from muster.text.names.parts import base_forms
from muster.text.scripts import fold, phonemes

if TYPE_CHECKING:
    from muster.link.copyindex import Index

# A key that more documents have is not rare; pairs that share rare keys are compared, so many for each.
_RARE, _RARE_SHARED, _LOOKED_AT = 40, 3, 3
# The share of the meaning of each, by weight, that the other has; so many keys at least.
SHARE, _LEAST, _KEYS_SHARE = 0.4, 8, 0.15
# Numbers survive translation: where each has so many, such a share of the fewer must be there.
_NUMBERS, _NUMBER_SHARE = 3, 0.5
_SHORTER = 0.4
_MOST_FACTS, _MOST_KEYS = 400, 1_000
_DAYS = 7
# So many texts are thought to have been seen before the first: in a small project too a rare word tells more.
_PRIOR = 200
_TABLE, _RANK_BITS, _BATCH = 1 << 22, 24, 500
_NUMBER_WEIGHT = 1.5
# Patterns begin with the character they look for: five times as fast as with what stands before it.
_NUMBER = re.compile(r"\d(?:\d{0,2}(?:[,.\u00a0 ]\d{3})+|\d*(?:[.,]\d+)?)")
# A capital that opens a sentence, or a quotation after a mark, is no name.
_NAME = re.compile(
    r"[A-ZА-ЯІЇЄҐЁ](?<=[\s(«“„\"-].)(?<![.!?…:»”\"]\s.)(?<![.!?…:,–—-]\s[«“„\"].)(?<!\n[«“„\"].)(?<!\n.)[\w'’-]{2,}"
)


def facts(body: str) -> tuple[frozenset[str], frozenset[str]]:
    """Numbers (two digits or more, separators dropped) and names (sound skeletons) of a text; those
    in web addresses are none."""
    body = ADDRESS.sub(" ", body)
    numbers = {re.sub(r"\D", "", m) for m in _NUMBER.findall(body)}
    names = {sound(m) for m in _NAME.findall(body)[:_MOST_FACTS]}
    return frozenset(n for n in numbers if len(n) >= 2), frozenset(n for n in names if len(n) >= 3)


_BONES = str.maketrans("gZSCcdbv", "hssssdbv", "aeiou")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Consonants of the base form, so that cases and romanisations of one name meet."""
    folded = fold(word)
    stems = [folded, *base_forms(folded)] if not folded.isascii() else [folded]
    shortest = min(stems, key=lambda s: (len(s), s))
    return phonemes(shortest)[0].translate(_BONES)[:4]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text speaks of: the keys of each of its words, each word once."""

    words: tuple[Keys, ...]
    keys: frozenset[str]


@lru_cache(maxsize=2_000)
def meaning_of(body: str, language: str) -> Meaning:
    """The meaning of a text; web addresses left out."""
    found = keys_once(ADDRESS.sub(" ", body), language)
    return Meaning(found, frozenset(key for word in found for key in word))


def likeness(one: Meaning, other: Meaning, weight: Callable[[str], float]) -> float:
    """How much of what each says the other says too, by weight of the keys: 0 to 1, the geometric mean of the
    two shares."""
    mine, theirs = shares(one, other, weight)
    return math.sqrt(mine * theirs)


def shares(one: Meaning, other: Meaning, weight: Callable[[str], float]) -> tuple[float, float]:
    """How much of what the first says the other says too, and the other way about; 0 to 1."""
    found = []
    for mine, theirs in ((one, other), (other, one)):
        total = matched = 0.0
        for word in mine.words:
            if common := word & theirs.keys:
                told = max(map(weight, common))
                total += told
                matched += told
            else:
                total += min(map(weight, word))
        found.append(matched / total if total else 0.0)
    return found[0], found[1]


def likeness_of(
    texts: Sequence[tuple[str, str]], queries: Sequence[tuple[str, str]]
) -> Callable[[int, int], float]:
    """The likeness of a text (body, language) and a query, by their places; keys weigh by their rarity in
    texts and queries together."""
    ours = [meaning_of(*each) for each in texts]
    theirs = [meaning_of(*each) for each in queries]
    held = Counter(key for each in (*ours, *theirs) for key in each.keys)
    size = len(ours) + len(theirs)
    weights = {key: weight_of(key, times, size) for key, times in held.items()}
    return lambda text, query: likeness(ours[text], theirs[query], weights.__getitem__)


def weight_of(key: str, times: int, size: int) -> float:
    """What one key in common tells: its rarity among ``size`` texts of which ``times`` have it."""
    return math.log((size + 1) / times) * (_NUMBER_WEIGHT if key[0] == "n" else 1.0)


def find_translations(
    index: Index,
    stream: Callable[[], Iterable[CopyInput]],
    fetch: Callable[[Sequence[str]], Mapping[str, CopyInput]],
    repeated: Set[str] = frozenset(),
) -> Iterator[Copy]:
    """Pairs of documents of two languages, the earlier as original; the best original of each only.
    ``repeated``: documents already known as copies, whose originals stand for them."""
    if len({m.language for m in index.members} & set(LANGUAGES)) < 2:
        return
    rank = {m.document: r for r, m in enumerate(index.members)}
    standing = {r for r in index.first.tolist() if index.members[r].document not in repeated}
    held = _Held(index.workdir / "meanings")
    for one in stream():
        place = rank[one.document]
        if one.language in LANGUAGES and place in standing:
            held.add(place, meaning_of(one.body, one.language).keys)
    for late, tried in sorted(_candidates(index, held).items()):
        yield from _best(index, late, tried, fetch, held)


class _Held:
    """Which documents have which keys: numbers in a file, and how many documents have each."""

    def __init__(self, path: Path) -> None:
        self.path, self.documents = path, 0
        self.times = np.zeros(_TABLE, dtype=np.uint32)
        self.batch: list[NDArray[np.uint64]] = []
        self.weights: dict[str, float] = {}
        path.unlink(missing_ok=True)

    def add(self, rank: int, keys: Set[str]) -> None:
        if not keys:
            return
        number = np.array(sorted(crc32(key.encode()) for key in keys)[:_MOST_KEYS], dtype=np.uint64)
        self.times[np.unique(number % _TABLE).astype(np.int64)] += np.uint32(1)
        self.batch.append((number << np.uint64(_RANK_BITS)) | np.uint64(rank))
        self.documents += 1
        if len(self.batch) >= _BATCH:
            self._write()

    def _write(self) -> None:
        if self.batch:
            with self.path.open("ab") as out:
                out.write(np.concatenate(self.batch).tobytes())
            self.batch = []

    def weight(self, key: str) -> float:
        """What a key in common tells here."""
        if key not in self.weights:
            times = max(1, int(self.times[crc32(key.encode()) % _TABLE]))
            self.weights[key] = weight_of(key, times, self.documents + _PRIOR)
        return self.weights[key]

    def rare(self) -> NDArray[np.uint64]:
        """Key and rank in one number each, sorted, of the keys that two to ``_RARE`` documents have."""
        self._write()
        if not self.path.exists():
            return np.array([], dtype=np.uint64)
        packed = np.memmap(self.path, dtype=np.uint64, mode="r")
        pieces = []
        for begin in range(0, len(packed), 1 << 22):
            piece = np.asarray(packed[begin : begin + (1 << 22)])
            times = self.times[((piece >> np.uint64(_RANK_BITS)) % np.uint64(_TABLE)).astype(np.int64)]
            pieces.append(piece[(times >= 2) & (times <= _RARE)])
        return np.sort(np.concatenate(pieces))


def _candidates(index: Index, held: _Held) -> dict[int, list[int]]:
    """Later document → the earlier ones of another language, within a week, that share most rare keys."""
    packed = held.rare()
    key, rank = packed >> np.uint64(_RANK_BITS), (packed & np.uint64((1 << _RANK_BITS) - 1)).astype(np.int64)
    edges = np.flatnonzero(np.r_[True, key[1:] != key[:-1], True]) if len(key) else np.array([0])
    shared: dict[int, dict[int, tuple[float, int]]] = {}
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        ranks = rank[start:stop].tolist()
        told = math.log((held.documents + _PRIOR) / len(ranks))
        for at, late in enumerate(ranks):
            one = index.members[late]
            for early in ranks[:at]:
                other = index.members[early]
                if one.language != other.language and _near_in_time(one.when[0], other.when[0]):
                    votes = shared.setdefault(late, {})
                    told_before, times = votes.get(early, (0.0, 0))
                    votes[early] = (told_before + told, times + 1)
    found: dict[int, list[int]] = {}
    for late, votes in shared.items():
        enough = sorted((-told, early) for early, (told, times) in votes.items() if times >= _RARE_SHARED)
        if enough:
            found[late] = [early for _, early in enough[:_LOOKED_AT]]
    return found


def _best(
    index: Index,
    late: int,
    tried: Sequence[int],
    fetch: Callable[[Sequence[str]], Mapping[str, CopyInput]],
    held: _Held,
) -> Iterator[Copy]:
    """The earlier document that says most of what this one says, if that is enough."""
    from muster.link.pairs import direction

    found = fetch(sorted({index.members[r].document for r in (late, *tried)}))
    copy = found[index.members[late].document]
    ours = meaning_of(copy.body, copy.language)
    judged = []
    for early in tried:
        other = found[index.members[early].document]
        theirs = meaning_of(other.body, other.language)
        common = len(ours.keys & theirs.keys)
        if common < _LEAST or common < _KEYS_SHARE * min(len(ours.keys), len(theirs.keys)):
            continue
        judged.append((likeness(ours, theirs, held.weight), -early, other))
    score, _, original = max(judged, key=lambda j: j[:2], default=(0.0, 0, copy))
    if score < SHARE or _unlike(original, copy) or by_other_people(original.body, copy.body):
        return
    first, shown, why = direction(original, copy)
    other_id = copy.document if first == original.document else original.document
    reasons = (
        _reason(original, copy, score),
        "told by a lexicon, numbers and names: a person should look",
        why,
    )
    yield Copy(
        make_id("copy", other_id, first), other_id, first, "translated", round(score, 4), reasons, shown
    )


def _unlike(a: CopyInput, b: CopyInput) -> bool:
    """Too different in length, or with other numbers: two reports of one thing."""
    if not _SHORTER <= len(a.body) / max(1, len(b.body)) <= 1 / _SHORTER:
        return True
    (numbers_a, _), (numbers_b, _) = facts(a.body), facts(b.body)
    fewer = min(len(numbers_a), len(numbers_b))
    return fewer >= _NUMBERS and len(numbers_a & numbers_b) < _NUMBER_SHARE * fewer


def _reason(a: CopyInput, b: CopyInput, score: float) -> str:
    (numbers_a, names_a), (numbers_b, names_b) = facts(a.body), facts(b.body)
    numbers, names = numbers_a & numbers_b, names_a & names_b
    shown = f" ({', '.join(sorted(numbers)[:6])})" if numbers else ""
    return (
        f"in {a.language} and {b.language}: {100 * score:.0f} % of what each says the other says too, by "
        f"meaning; {len(numbers)} numbers{shown} and {len(names)} names are the same"
    )


def _near_in_time(a: str | None, b: str | None) -> bool:
    if not a or not b or len(a) < 10 or len(b) < 10:
        return True
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) <= _DAYS


__all__ = [
    "Meaning",
    "facts",
    "find_translations",
    "likeness",
    "likeness_of",
    "meaning_of",
    "shares",
    "sound",
    "weight_of",
]
