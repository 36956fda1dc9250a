"""Are two organisations one? Legal forms set aside, words by sound, case form or spelling, acronyms by
letters.

The words of a body are not parts of a name: each counts, and one that only one side has makes another body
("Bastion", "Bastion Plus"). See ``docs/why/methods/names.md``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from muster.text.names.names import SAME, NameComparison
from muster.text.names.parts import NameWord, name_word
from muster.text.names.word_evidence import Evidence, spelling_evidence
from muster.text.scripts import fold

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SMALL = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "in",
        "on",
        "a",
        "an",
        "и",
        "в",
        "во",
        "на",
        "по",
        "для",
        "с",
        "та",
        "і",
        "й",
        "у",
        "з",
        "із",
        "при",
    ]
)
# More words than this are a sentence.
_MOST_WORDS = 12
# The score that one word more takes away, by how many there are.
_EXTRA = 0.35
_ACRONYM = 0.75


class Body(NamedTuple):
    """A body's name: its own words, what kind it says it is ("" for none), its letters if it is an acronym,
    and the first letters of all its words if it is not."""

    words: tuple[NameWord, ...]
    kind: str
    letters: str
    heads: str


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for every legal form and kind, longest first; and which kind each spelling is ("" for a
    form)."""
    path = files("muster.text").joinpath("data/legal_forms.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = {form: "" for forms in table["forms"].values() for form in forms}
    kinds |= {form: kind for kind, forms in table["kinds"].items() for form in forms}
    ordered = sorted(kinds, key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b\.?"), kinds


@lru_cache(maxsize=20_000)
def body_of(name: str) -> Body:
    """An organisation's name taken apart."""
    folded = fold(name)
    pattern, kinds = _forms()
    found = [kinds[m[0].rstrip(".")] for m in pattern.finditer(folded)]
    bare = [w for w in _WORD.findall(pattern.sub(" ", folded)) if w not in _SMALL]
    whole = [w for w in _WORD.findall(folded) if w not in _SMALL]
    words = bare or whole
    letters = fold(name) if name.isupper() and name.isalpha() and 2 <= len(name) <= 8 else ""
    kind = next(filter(None, found), "") if bare else ""
    heads = "".join(w[0] for w in whole) if len(whole) > 1 else ""
    return Body(tuple(name_word(w) for w in words[:_MOST_WORDS]), kind, letters, heads)


@lru_cache(maxsize=20_000)
def compare_bodies(a: str, b: str) -> NameComparison:
    """Compare two names of organisations. Symmetric. An acronym and the name whose first letters it has
    "cannot" be told by the names alone: other names have those letters too."""
    if b < a:
        a, b = b, a
    left, right = body_of(a), body_of(b)
    if not left.words or not right.words:
        return NameComparison(0.0, "cannot tell", ("one of the two has no letters",))
    if stands_for(left, right) or stands_for(right, left):
        return NameComparison(_ACRONYM, "cannot tell", ("one has the first letters of the other",))
    pairs, extra = _assign(left.words, right.words)
    scores = [e.score for e in pairs]
    score = max(0.0, 0.5 * min(scores) + 0.5 * sum(scores) / len(scores) - _EXTRA * extra)
    reasons = [e.reason for e in pairs]
    if extra:
        reasons.append(f"{extra} more words in one of them")
    if left.kind and right.kind and left.kind != right.kind:
        score = min(score, 0.5)
        reasons.append(f"one is a {left.kind}, the other a {right.kind}")
    verdict = "same" if score >= SAME else "different" if score <= 0.5 else "cannot tell"
    return NameComparison(round(score, 4), verdict, tuple(reasons))


def stands_for(short: Body, long: Body) -> bool:
    """Whether the letters of ``short`` are the first letters of the words of ``long``, small words left
    out."""
    return short.letters != "" and short.letters == long.heads


def _assign(a: tuple[NameWord, ...], b: tuple[NameWord, ...]) -> tuple[list[Evidence], int]:
    """Evidence of the words paired best first, and how many words one side has more."""
    table = sorted(
        ((_word(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
        key=lambda row: (-row[0].score, abs(row[1] - row[2]), row[1], row[2]),
    )
    left, right, pairs = set(range(len(a))), set(range(len(b))), []
    for evidence, i, j in table:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append(evidence)
    return pairs, abs(len(a) - len(b))


def _word(a: NameWord, b: NameWord) -> Evidence:
    if a.shown == b.shown:
        return Evidence(1.0, f"“{a.shown}” stands in both")
    if _figures(a) != _figures(b):
        return Evidence(0.0, f"“{a.shown}” and “{b.shown}” have other numbers")
    if not set(a.keys).isdisjoint(b.keys):
        return Evidence(0.99, f"“{a.shown}” and “{b.shown}” are spellings of one sound")
    if _one_case(a, b):
        return Evidence(0.93, f"“{a.shown}” and “{b.shown}” are case forms of one word")
    found = spelling_evidence(a, b)
    # Words of a body are words of the language: in one script, most that are spelt alike are two.
    return found if a.cyrillic != b.cyrillic else Evidence(found.score * 0.6, found.reason)


def _figures(word: NameWord) -> str:
    return "".join(c for c in word.shown if c.isdecimal())


def _one_case(a: NameWord, b: NameWord) -> bool:
    bases = {*a.keys, *a.bases}
    return not bases.isdisjoint({*b.keys, *b.bases})


__all__ = ["Body", "body_of", "compare_bodies", "stands_for"]
