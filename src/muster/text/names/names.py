"""Are two names one person's? A score, a verdict of three, and the reasons word by word.

Method: fold → words with sound keys → best assignment of words to words → evidence per pair
(``word_evidence``) → what speaks against: patronymics, genders, too few words. See
``docs/why/methods/names.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from muster.text.names.given import given_form
from muster.text.names.parts import NameWord, name_words
from muster.text.names.word_evidence import Evidence, genders, plain_evidence, word_evidence

# At or above SAME: one name. At or above LIKELY: worth showing to a person. At or below DIFFERENT: two names.
SAME = 0.8
LIKELY = 0.7
DIFFERENT = 0.5

Words = tuple[NameWord, ...]


@dataclass(frozen=True, slots=True)
class NameComparison:
    """``score`` 0..1; ``verdict`` same, different or cannot tell; ``reasons`` one sentence a word."""

    score: float
    verdict: str
    reasons: tuple[str, ...]


@lru_cache(maxsize=20_000)
def compare_names(a: str, b: str) -> NameComparison:
    """Compare two names of people, in any script, order of words and case. Symmetric.

    One word on either side is never enough for "same": a bare given name or surname fits many.
    """
    if b < a:
        a, b = b, a
    return _compare(name_words(a), name_words(b))


def compare_pairs(names: Sequence[str], pairs: Iterable[tuple[int, int]]) -> Iterator[NameComparison]:
    """``compare_names`` for pairs of places in ``names``, in their order; each name is taken apart once, and
    nothing is kept: for lists too long for a cache."""
    taken = [name_words(name) for name in names]
    for i, j in pairs:
        yield _compare(taken[i], taken[j]) if names[i] <= names[j] else _compare(taken[j], taken[i])


def _compare(left: Words, right: Words) -> NameComparison:
    if not left or not right:
        return NameComparison(0.0, "cannot tell", ("one of the two has no letters",))
    patronymics = _patronymics(left, right)
    if patronymics is not None and patronymics.score == 0.0:
        return NameComparison(0.2, "different", (patronymics.reason,))
    if patronymics is not None and patronymics.score == 1.0:
        left, right = _less(left, _patronymic_at(left)), _less(right, _patronymic_at(right))
    else:
        left, right = _without_patronymic(left, right), _without_patronymic(right, left)
    if len(left) != len(right) and _run_together(left, right):
        return NameComparison(_RUN_TOGETHER, "same", ("one is the other with its words run together",))
    pairs = _assign(left, right)
    reasons = [e.reason for _, _, e in pairs]
    score = _score(left, right, pairs)
    if patronymics is not None:
        score = min(score, patronymics.score)
        reasons.append(patronymics.reason)
    if score > DIFFERENT and (against := _genders_against(left, right, pairs)) is not None:
        score = min(score, against.score)
        reasons.append(against.reason)
    if min(len(left), len(right)) == 1 and score >= SAME:
        score = SAME - 0.01
        reasons.append("one word alone fits many people")
    if score >= SAME and (all(w.initial for w in left) or all(w.initial for w in right)):
        score = SAME - 0.01
        reasons.append("initials alone fit many people")
    return NameComparison(round(score, 4), _verdict(score), tuple(reasons))


_RUN_TOGETHER = 0.9


def _run_together(left: Words, right: Words) -> bool:
    """The same letters, cut into words otherwise; no initials."""
    one, other = "".join(w.shown for w in left), "".join(w.shown for w in right)
    return one == other and not any(w.initial for w in (*left, *right))


def _verdict(score: float) -> str:
    return "same" if score >= SAME else "different" if score <= DIFFERENT else "cannot tell"


# Which words belong together --------------------------------------------------------------------------


def _assign(a: Words, b: Words) -> list[tuple[int, int, Evidence]]:
    """Pairs of words, best first, each word once; as many as the shorter name has words."""
    barred = _barred(a, b) | {(i, j) for j, i in _barred(b, a)}
    left, right = list(range(len(a))), list(range(len(b)))
    pairs: list[tuple[int, int, Evidence]] = []
    # Words that are plainly one go together first: how alike the others are is dear to measure.
    for sure in (True, False):
        table = []
        for i in left:
            for j in right:
                if (i, j) in barred:
                    found: Evidence | None = None if sure else _NO_PAIR
                elif sure:
                    found = plain_evidence(a[i], b[j])
                else:
                    found = word_evidence(a[i], b[j])
                if found is not None and (not sure or found.score >= _SURE):
                    table.append((-found.score, abs(i - j), i, j, found))
        table.sort(key=_RANK)
        for _, _, i, j, evidence in table:
            if i in left and j in right:
                left.remove(i)
                right.remove(j)
                pairs.append((i, j, evidence))
    return pairs


_SURE = 0.98
_RANK = itemgetter(0, 1, 2, 3)
_NO_PAIR = Evidence(0.0, "the initials stand in another order")


def _barred(a: Words, b: Words) -> set[tuple[int, int]]:
    """Initials of ``a`` that cannot stand for a word of ``b``: the first is the given name's, the second the
    patronymic's."""
    mine = [i for i, w in enumerate(a) if w.initial]
    if not mine or len(mine) == len(a):
        return set()
    theirs = [j for j, w in enumerate(b) if w.initial]
    if theirs:
        return {(i, j) for m, i in enumerate(mine) for n, j in enumerate(theirs) if m != n}
    barred = set()
    place = _patronymic_at(b)
    if place is not None:
        barred = {(mine[0], place)} | {(i, j) for i in mine[1:] for j in range(len(b)) if j != place}
    elif len(b) == 2:
        barred = {(i, j) for i in mine[1:] for j in range(2)}
    return barred


def _patronymic_at(words: Words) -> int | None:
    """Which word is a patronymic: only where two others stand beside it, as a surname may end so too."""
    if len(words) < 3:
        return None
    places = [i for i, w in enumerate(words) if w.patronymic and i > 0]
    return places[0] if places else None


def _without_patronymic(words: Words, other: Words) -> Words:
    """The name without its patronymic where the other has none and no initial that could stand for it:
    an Oleksandr is not the son of an Oleksandr."""
    place = _patronymic_at(words)
    if place is None or len(other) < 2 or _patronymic_at(other) is not None:
        return words
    if sum(w.initial for w in other) > 1:
        return words
    return _less(words, place)


def _less(words: Words, place: int | None) -> Words:
    return words if place is None else words[:place] + words[place + 1 :]


# What speaks against ----------------------------------------------------------------------------------


def _patronymics(a: Words, b: Words) -> Evidence | None:
    """Evidence of two patronymics, where both names have one."""
    i, j = _patronymic_at(a), _patronymic_at(b)
    if i is None or j is None:
        return None
    one, other = a[i], b[j]
    if one.fathers & other.fathers:
        return Evidence(1.0, f"the patronymics “{one.shown}” and “{other.shown}” agree")
    found = word_evidence(one, other)
    if found.score >= 0.85 and not (one.fathers and other.fathers):
        return Evidence(1.0, f"the patronymics “{one.shown}” and “{other.shown}” agree")
    if found.score >= 0.8:
        return Evidence(0.6, f"the patronymics “{one.shown}” and “{other.shown}” are alike but not one")
    return Evidence(0.0, f"the patronymics “{one.shown}” and “{other.shown}” contradict each other")


def _genders_against(a: Words, b: Words, pairs: list[tuple[int, int, Evidence]]) -> Evidence | None:
    """Both given names are known, and their genders exclude each other."""
    left, right = genders(a), genders(b)
    if not left or not right or not left.isdisjoint(right):
        return None
    # «Валентина Кромова» is a woman, or the genitive of Валентин Кромов: no surname that stands still is
    # both.
    moved = all(e.score < 0.99 for _, _, e in pairs)
    if moved and any(_inflects(a[i], b[j]) or _inflects(b[j], a[i]) for i, j, _ in pairs):
        return Evidence(0.72, "the given names are a man's and a woman's, or one is a case form of the other")
    return Evidence(DIFFERENT, "the given names are a man's and a woman's")


def _inflects(form: NameWord, base: NameWord) -> bool:
    """``form`` is a known given name and may also be a case form of the given name ``base``."""
    if form.given is None or base.given is None or not form.bases:
        return False
    other = given_form(form.bases)
    return other is not None and bool(other.full & base.given.full)


def _score(a: Words, b: Words, pairs: list[tuple[int, int, Evidence]]) -> float:
    """The weakest of the paired words counts half, their mean the other half; words that only one name
    has cost little (a patronymic, a second surname)."""
    weights = [0.5 if a[i].initial or b[j].initial else 1.0 for i, j, _ in pairs]
    scores = [e.score for _, _, e in pairs]
    mean = sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)
    value = 0.5 * min(scores) + 0.5 * mean
    extra = abs(len(a) - len(b))
    return max(0.0, value - 0.03 * extra)


__all__ = ["DIFFERENT", "LIKELY", "SAME", "NameComparison", "compare_names", "compare_pairs"]
