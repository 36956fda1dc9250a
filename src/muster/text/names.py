"""Are two names one person's? A score, a verdict of three, and the reasons word by word.

Method: fold → words with sound keys → best assignment of words to words → evidence per pair.
Every rule is a plain one; nothing is learned. See ``docs/why/methods/names.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from muster.text.given import given_gender, given_name
from muster.text.name_parts import NameWord, name_words

# At or above SAME: one name. At or above LIKELY: worth showing to a person. At or below DIFFERENT: two names.
SAME = 0.8
LIKELY = 0.7
DIFFERENT = 0.5
# A score under this makes two words two words.
_WORD_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class NameComparison:
    """``score`` 0..1; ``verdict`` same, different or cannot tell; ``reasons`` one sentence a word."""

    score: float
    verdict: str
    reasons: tuple[str, ...]


class _Evidence(NamedTuple):
    score: float
    reason: str


_VOWELS = frozenset("aeiou")
# Signs that spellings of one name exchange: voice, hiss, the Ukrainian and the Russian г.
_NEAR = {
    frozenset(pair): cost
    for pair, cost in {
        "gh": 0.2, "Zz": 0.4, "Ss": 0.4, "sz": 0.3, "Cc": 0.4, "SC": 0.5, "cs": 0.5, "SZ": 0.5, "kh": 0.6,
        "vf": 0.3, "vu": 0.3, "bv": 0.6, "dt": 0.5, "bp": 0.6, "gk": 0.6, "kc": 0.5,
    }.items()
}  # fmt: skip
_VOWEL_CHANGED, _VOWEL_DROPPED, _H_DROPPED = 0.4, 0.4, 0.4
# Edits weigh half as much again as signs: one foreign consonant in six leaves doubt.
_WEIGHT = 1.5


@lru_cache(maxsize=4_096)
def _change(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return _VOWEL_CHANGED
    return _NEAR.get(frozenset((a, b)), 1.0)


@lru_cache(maxsize=1_024)
def _drop(a: str) -> float:
    return _VOWEL_DROPPED if a in _VOWELS else _H_DROPPED if a == "h" else 1.0


@lru_cache(maxsize=100_000)
def _cost(a: str, b: str) -> float:
    """Edits between two sound keys, vowels and near signs cheap."""
    row = [0.0]
    for sign in b:
        row.append(row[-1] + _drop(sign))
    for sign in a:
        before, row = row, [row[0] + _drop(sign)]
        for place, other in enumerate(b):
            row.append(
                min(
                    before[place] + _change(sign, other),
                    before[place + 1] + _drop(sign),
                    row[-1] + _drop(other),
                )
            )
    return row[-1]


def _spelling(a: NameWord, b: NameWord) -> float:
    """How alike two words sound, 0..1: the best over their keys and base forms."""
    close: list[tuple[int, str, str]] = []
    right = (*b.keys[:6], *b.bases[:4])
    for left in (*a.keys[:6], *a.bases[:4]):
        for other in right:
            size = max(len(left), len(other))
            # Far apart by plain edits is far apart by cheap ones too.
            most = min(4, int(0.6 * size))
            edits = Levenshtein.distance(left, other, score_cutoff=most)
            if edits <= most and 0 < size <= 40:
                close.append((edits, left, other))
    close.sort()
    best = 0.0
    for _, left, other in close[:3]:
        best = max(best, 1.0 - _WEIGHT * _cost(left, other) / max((len(left) + len(other)) / 2, 3.5))
    return max(0.0, best)


def _given(a: NameWord, b: NameWord) -> _Evidence | None:
    """Evidence from the table of given names; None where it says nothing."""
    if a.given is None or b.given is None:
        return None
    if shared := a.given.full & b.given.full:
        return _Evidence(0.98, f"“{a.shown}” and “{b.shown}” are forms of {given_name(min(shared))}")
    if shared := (a.given.full & b.given.short) | (a.given.short & b.given.full):
        return _Evidence(0.9, f"“{a.shown}” and “{b.shown}”: one is short for {given_name(min(shared))}")
    if shared := a.given.short & b.given.short:
        return _Evidence(0.85, f"“{a.shown}” and “{b.shown}” are both short for {given_name(min(shared))}")
    if a.given.full and b.given.full:
        return _Evidence(0.1, f"“{a.shown}” and “{b.shown}” are two different given names")
    return None


def _initial(a: NameWord, b: NameWord) -> _Evidence:
    """An initial against a word (or another initial)."""
    short, long = (a, b) if a.initial else (b, a)
    heads = {k[:1] for k in short.keys}
    if any(k[:1] in heads for k in long.keys):
        return _Evidence(0.88, f"the initial “{short.shown}” fits “{long.shown}”")
    rows = long.given.full if long.given else frozenset()
    if any(_head(given_name(row)) in heads for row in rows):
        return _Evidence(0.85, f"the initial “{short.shown}” fits another spelling of “{long.shown}”")
    return _Evidence(0.0, f"the initial “{short.shown}” does not fit “{long.shown}”")


@lru_cache(maxsize=2_000)
def _head(name: str) -> str:
    return name_words(name)[0].keys[0][:1]


def _gendered(a: NameWord, b: NameWord) -> bool:
    """One is the other's feminine surname (-ov/-ova, -in/-ina, -ski/-skaia/-ska)."""
    for one, other in ((a, b), (b, a)):
        for key in one.keys:
            if key.endswith(("ov", "ev", "in")) and key + "a" in other.keys:
                return True
            if key.endswith(("ski", "cki")) and (
                key[:-1] + "aia" in other.keys or key[:-1] + "a" in other.keys
            ):
                return True
    return False


@lru_cache(maxsize=100_000)
def _evidence(a: NameWord, b: NameWord) -> _Evidence:
    """What one word of one name says about one word of the other."""
    if a.initial or b.initial:
        return _initial(a, b)
    if a.shown == b.shown:
        return _Evidence(1.0, f"“{a.shown}” stands in both")
    if not set(a.keys).isdisjoint(b.keys):
        return _Evidence(0.99, f"“{a.shown}” and “{b.shown}” are spellings of one sound")
    given = _given(a, b)
    if given is not None and given.score > 0.5:
        return given
    if not set(a.bases).isdisjoint(b.keys) or not set(b.bases).isdisjoint(a.keys):
        return _Evidence(0.93, f"“{a.shown}” may be a case form of “{b.shown}”, or the other way round")
    if a.bases and b.bases and not set(a.bases).isdisjoint(b.bases):
        return _Evidence(0.9, f"“{a.shown}” and “{b.shown}” may be case forms of one word")
    if _gendered(a, b):
        return _Evidence(0.85, f"“{a.shown}” and “{b.shown}” are the two genders of one surname")
    if given is not None:
        return given
    alike = _spelling(a, b)
    if alike >= _WORD_ALIKE:
        return _Evidence(min(alike, 0.95), f"“{a.shown}” and “{b.shown}” are spelt alike ({alike:.2f})")
    return _Evidence(alike * 0.6, f"“{a.shown}” and “{b.shown}” are different words")


def _assign(a: tuple[NameWord, ...], b: tuple[NameWord, ...]) -> list[tuple[int, int, _Evidence]]:
    """Pairs of words, best first, each word once; as many as the shorter name has words."""
    table = sorted(
        ((_evidence(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
        key=lambda row: (-row[0].score, abs(row[1] - row[2]), row[1], row[2]),
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for evidence, i, j in table:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j, evidence))
    return pairs


def _patronymic_at(words: tuple[NameWord, ...]) -> int | None:
    """Which word is a patronymic: only where two others stand beside it, as a surname may end so too."""
    if len(words) < 3:
        return None
    places = [i for i, w in enumerate(words) if w.patronymic and i > 0]
    return places[0] if places else None


def _without_patronymic(words: tuple[NameWord, ...], other: tuple[NameWord, ...]) -> tuple[NameWord, ...]:
    """The name without its patronymic where the other has none and no initial that could stand for it:
    an Oleksandr is not the son of an Oleksandr."""
    place = _patronymic_at(words)
    if place is None or len(other) < 2 or _patronymic_at(other) is not None or any(w.initial for w in other):
        return words
    return words[:place] + words[place + 1 :]


def _patronymics(a: tuple[NameWord, ...], b: tuple[NameWord, ...]) -> _Evidence | None:
    """Evidence of two patronymics, where both names have one."""
    i, j = _patronymic_at(a), _patronymic_at(b)
    if i is None or j is None:
        return None
    found = _evidence(a[i], b[j])
    if found.score >= 0.85:
        return _Evidence(1.0, f"the patronymics “{a[i].shown}” and “{b[j].shown}” agree")
    if found.score >= 0.7:
        return _Evidence(0.6, f"the patronymics “{a[i].shown}” and “{b[j].shown}” are alike but not one")
    return _Evidence(0.0, f"the patronymics “{a[i].shown}” and “{b[j].shown}” contradict each other")


def _genders_part(a: tuple[NameWord, ...], b: tuple[NameWord, ...]) -> bool:
    """Both given names are known, and their genders exclude each other."""

    def genders(words: tuple[NameWord, ...]) -> set[str]:
        return {given_gender(r) for w in words if w.given for r in w.given.full}

    left, right = genders(a), genders(b)
    return bool(left and right) and left.isdisjoint(right)


def _verdict(score: float) -> str:
    return "same" if score >= SAME else "different" if score <= DIFFERENT else "cannot tell"


@lru_cache(maxsize=20_000)
def compare_names(a: str, b: str) -> NameComparison:
    """Compare two names of people, in any script, order of words and case. Symmetric.

    One word on either side is never enough for "same": a bare given name or surname fits many.
    """
    if b < a:
        a, b = b, a
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return NameComparison(0.0, "cannot tell", ("one of the two has no letters",))
    patronymics = _patronymics(left, right)
    if patronymics is not None and patronymics.score == 0.0:
        return NameComparison(0.2, "different", (patronymics.reason,))
    left, right = _without_patronymic(left, right), _without_patronymic(right, left)
    pairs = _assign(left, right)
    reasons = [e.reason for _, _, e in pairs]
    score = _score(left, right, pairs)
    if patronymics is not None and patronymics.score < 1.0:
        score = min(score, patronymics.score)
        reasons.append(patronymics.reason)
    if score > DIFFERENT and _genders_part(left, right):
        score = DIFFERENT
        reasons.append("the given names are a man's and a woman's")
    if min(len(left), len(right)) == 1 and score >= SAME and max(len(left), len(right)) >= 1:
        score = min(score, SAME - 0.01)
        reasons.append("one word alone fits many people")
    if all(w.initial for w in left) or all(w.initial for w in right):
        score = min(score, SAME - 0.01)
        reasons.append("initials alone fit many people")
    return NameComparison(round(score, 4), _verdict(score), tuple(reasons))


def _score(
    a: tuple[NameWord, ...], b: tuple[NameWord, ...], pairs: list[tuple[int, int, _Evidence]]
) -> float:
    """The weakest of the paired words counts half, their mean the other half; words that only one name
    has cost little (a patronymic, a second surname)."""
    weights = [0.5 if a[i].initial or b[j].initial else 1.0 for i, j, _ in pairs]
    scores = [e.score for _, _, e in pairs]
    mean = sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)
    value = 0.5 * min(scores) + 0.5 * mean
    extra = abs(len(a) - len(b))
    return max(0.0, value - 0.03 * extra)


@lru_cache(maxsize=50_000)
def name_keys(name: str) -> tuple[str, ...]:
    """Keys under which a name is looked up: two names that may be one share at least one, across
    scripts, spellings, case forms and short forms. Sorted.
    """
    return tuple(sorted({key for word in name_words(name) for key in word_keys(word)}))


@lru_cache(maxsize=50_000)
def word_keys(word: NameWord) -> tuple[str, ...]:
    """The keys of one word of a name, sorted; an initial has none."""
    if word.initial:
        return ()
    keys = {f"g{row}" for row in word.given.full | word.given.short} if word.given is not None else set()
    keys.update(_skeleton(sound) for sound in (*word.keys[:4], *word.bases[:6]))
    return tuple(sorted(keys))


_LOOSE = str.maketrans("ZzSCcdbv", "ssssstpf", "aeiouhg")


def _skeleton(sound: str) -> str:
    """Whether it begins with a vowel, and the first three consonants by class; h and г, which spellings
    drop and exchange, left out."""
    return ("sa" if sound[:1] in "aeiou" else "s") + sound.translate(_LOOSE)[:3]


def first_sound(sound: str) -> str:
    """The class of the first sound of a key, which an initial shares with its word."""
    return "a" if sound[0] in "aeiou" else "h" if sound[0] in "gh" else sound[0].translate(_LOOSE)


__all__ = [
    "DIFFERENT",
    "LIKELY",
    "SAME",
    "NameComparison",
    "compare_names",
    "first_sound",
    "name_keys",
    "word_keys",
]
