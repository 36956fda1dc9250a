"""What one word of a name says about one word of another: a score and a reason in words.

Every kind of evidence is a plain rule; only how likely a Latin word spells a Cyrillic one is read from a
learned table (``spellings``). See ``docs/why/methods/names.md``.
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from muster.text.names.given import given_gender, given_name, given_spellings
from muster.text.names.parts import NameWord
from muster.text.names.spellings import spelt


class Evidence(NamedTuple):
    """``score`` 0..1 and the reason."""

    score: float
    reason: str


# A score under this makes two words two words.
WORD_ALIKE = 0.6
_VOWELS = frozenset("aeiou")
# Signs that spellings of one name exchange: voice, hiss, the Ukrainian and the Russian г.
_NEAR = {
    frozenset(pair): cost
    for pair, cost in {
        "gh": 0.2, "Zz": 0.4, "Ss": 0.4, "sz": 0.3, "Cc": 0.4, "SC": 0.5, "cs": 0.5, "SZ": 0.5, "kh": 0.6,
        "vf": 0.3, "vu": 0.3, "bv": 0.6, "dt": 0.5, "bp": 0.6, "gk": 0.6, "kc": 0.5,
    }.items()
}  # fmt: skip
_VOWELS_CHANGED = {
    frozenset(pair): cost
    for pair, cost in {
        "ei": 0.4, "io": 0.5, "eo": 0.4, "ao": 0.4, "ae": 0.5, "iu": 0.7, "ai": 0.8, "au": 0.9, "ou": 0.5,
        "eu": 0.7,
    }.items()
}  # fmt: skip
_VOWEL_DROPPED, _H_DROPPED, _EXCHANGED = 0.4, 0.4, 0.7
# A name that begins otherwise is another name more often than one that ends otherwise.
_HEAD_CHANGED = 0.6
# Edits weigh half as much again as signs: one foreign consonant in six leaves doubt.
_WEIGHT = 1.5
# The score of a Latin word that spells a Cyrillic one at no cost, and what is lost for the cost of spelling
# it, which grows with the root of the letters: many small doubts are one doubt.
_SPELT_WELL, _SPELT_LOSS = 0.97, 0.105


@lru_cache(maxsize=4_096)
def _change(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return _VOWELS_CHANGED[frozenset((a, b))]
    return _NEAR.get(frozenset((a, b)), 1.0)


@lru_cache(maxsize=1_024)
def _drop(a: str) -> float:
    return _VOWEL_DROPPED if a in _VOWELS else _H_DROPPED if a == "h" else 1.0


@lru_cache(maxsize=100_000)
def _cost(a: str, b: str) -> float:
    """Edits between two sound keys, vowels and near signs cheap, two signs exchanged one edit."""
    before: list[float] = []
    row = [0.0]
    for sign in b:
        row.append(row[-1] + _drop(sign))
    for at, sign in enumerate(a):
        older, before, row = before, row, [row[0] + _drop(sign)]
        for place, other in enumerate(b):
            best = min(
                before[place] + _change(sign, other),
                before[place + 1] + _drop(sign),
                row[-1] + _drop(other),
            )
            if at and place and sign == b[place - 1] and other == a[at - 1] and sign != other:
                best = min(best, older[place - 1] + _EXCHANGED)
            row.append(best)
    return row[-1]


def _heads_differ(a: str, b: str) -> bool:
    return a != b and not {a, b} <= _VOWELS and "h" not in (a, b) and frozenset((a, b)) not in _NEAR


def _sounding(a: NameWord, b: NameWord) -> float:
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
        cost = _cost(left, other) + _HEAD_CHANGED * _heads_differ(left[0], other[0])
        best = max(best, 1.0 - _WEIGHT * cost / max((len(left) + len(other)) / 2, 3.5))
    return max(0.0, best)


def _spelling(latin: NameWord, cyrillic: NameWord) -> Evidence | None:
    """A Latin word against a Cyrillic one, as written and in its base forms."""
    best, oddest = -1.0, ("", "")
    for form in (cyrillic.shown, *cyrillic.forms[:4]):
        # Its case forms are no further off than its ending.
        if form != cyrillic.shown and (best > 0.75 or (best < 0 and not _may_be_form(latin, cyrillic))):
            break
        found = spelt(latin.shown, form)
        if found is not None:
            score = _SPELT_WELL - _SPELT_LOSS * found.cost / sqrt(len(latin.shown) + len(form))
            score -= 0.03 * (form != cyrillic.shown)
            if score > best:
                best, oddest = score, found.oddest
    if best < 0:
        return None
    return Evidence(best, f"“{latin.shown}” may spell “{cyrillic.shown}” ({best:.2f}), "
                    f"the oddest being “{oddest[0]}” for “{oddest[1]}”")  # fmt: skip


def _given(a: NameWord, b: NameWord) -> Evidence | None:
    """Evidence from the table of given names; None where it says nothing."""
    if a.given is None or b.given is None:
        return None
    if shared := a.given.full & b.given.full:
        return Evidence(0.98, f"“{a.shown}” and “{b.shown}” are forms of {given_name(min(shared))}")
    if shared := (a.given.full & b.given.short) | (a.given.short & b.given.full):
        return Evidence(0.9, f"“{a.shown}” and “{b.shown}”: one is short for {given_name(min(shared))}")
    if shared := a.given.short & b.given.short:
        return Evidence(0.85, f"“{a.shown}” and “{b.shown}” are both short for {given_name(min(shared))}")
    if a.given.full and b.given.full:
        return Evidence(0.1, f"“{a.shown}” and “{b.shown}” are two different given names")
    return None


def _may_be_form(latin: NameWord, cyrillic: NameWord) -> bool:
    """Whether a base form of the Cyrillic word sounds nearly as the Latin one; cheap."""
    return any(
        Levenshtein.distance(base, key, score_cutoff=_FORM_EDITS) <= _FORM_EDITS
        for base in cyrillic.bases[:4]
        for key in latin.keys[:4]
    )


_FORM_EDITS = 1


# Latin letters with which a word may begin that begins with this Cyrillic one.
_HEADS = {
    "а": "a", "б": "b", "в": "vw", "г": "gh", "ґ": "g", "д": "d", "е": "eyji", "є": "yeji", "ё": "yeji",
    "ж": "zjg",
    "з": "zs", "и": "iy", "і": "i", "ї": "yij", "й": "yij", "к": "kcq", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "uo", "ф": "fp", "х": "khcx", "ц": "tcz", "ч": "ct", "ш": "s",
    "щ": "s", "э": "e",
    "ю": "yjiu", "я": "yjia",
}  # fmt: skip
# Cyrillic letters that are one at the head of a name in Russian and Ukrainian.
_ONE_HEAD = tuple(frozenset(pair) for pair in ("иі", "еєэ", "гґ", "йи", "йї"))
_ONE_LATIN_HEAD = tuple(frozenset(pair) for pair in ("yji", "gh", "vw", "kc", "zs", "fp"))
_PLAIN = str.maketrans("âûîèéêàáäåöøüçčćšśşžżźłńñ", "auieeeaaaaooucccssszzzlnn")


def _begins_as(initial: str, word: str) -> bool:
    """Whether ``initial`` (one to three letters) may stand for ``word``, in any two scripts."""
    if "\u0400" <= initial[0] <= "\u04ff":
        if "\u0400" <= word[0] <= "\u04ff":
            return initial[0] == word[0] or any({initial[0], word[0]} <= pair for pair in _ONE_HEAD)
        return word[0].translate(_PLAIN) in _HEADS.get(initial[0], "")
    if "\u0400" <= word[0] <= "\u04ff":
        return initial[0].translate(_PLAIN) in _HEADS.get(word[0], "")
    one, other = initial[0].translate(_PLAIN), word[0].translate(_PLAIN)
    return one == other or any({one, other} <= pair for pair in _ONE_LATIN_HEAD)


def _initial(a: NameWord, b: NameWord) -> Evidence:
    """An initial against a word (or another initial)."""
    short, long = (a, b) if a.initial else (b, a)
    if short.shown and long.shown and _begins_as(short.shown, long.shown):
        return Evidence(0.88, f"the initial “{short.shown}” fits “{long.shown}”")
    forms = (form.lower() for row in (long.given.full if long.given else ()) for form in given_spellings(row))
    if short.shown and any(_begins_as(short.shown, f) for f in forms if (f[0] > "\u0400") == short.cyrillic):
        return Evidence(0.85, f"the initial “{short.shown}” fits another spelling of “{long.shown}”")
    return Evidence(0.0, f"the initial “{short.shown}” does not fit “{long.shown}”")


def _endings_differ(a: NameWord, b: NameWord) -> bool:
    """-ой, -ый beside -ий, -ая beside -а of an adjective."""
    for one, other in ((a, b), (b, a)):
        for key in one.keys:
            if (
                len(key) > 5
                and key.endswith(("vaia", "naia", "laia", "skaia", "ckaia"))
                and key[:-2] in other.keys
            ):
                return True
            if (
                len(key) > 4
                and key.endswith(("voi", "noi", "doi", "goi", "skoi"))
                and key[:-2] + "i" in other.keys
            ):
                return True
    return False


def _gendered(a: NameWord, b: NameWord) -> bool:
    """One is the other's feminine surname (-ov/-ova, -in/-ina, -ski/-skaia/-ska, -ii/-aia/-a)."""
    for one, other in ((a, b), (b, a)):
        for key in one.keys:
            if key.endswith(("ov", "ev", "in")) and key + "a" in other.keys:
                return True
            if (
                key.endswith("i")
                and len(key) > 3
                and (
                    key[:-1] + "aia" in other.keys
                    or key[:-1] + "a" in other.keys
                    or key[:-1] + "iaia" in other.keys
                )
            ):
                return True
    return False


@lru_cache(maxsize=100_000)
def word_evidence(a: NameWord, b: NameWord) -> Evidence:
    """What one word of one name says about one word of the other. Symmetric but for the order in the
    reason."""
    return plain_evidence(a, b) or spelling_evidence(a, b)


@lru_cache(maxsize=100_000)
def plain_evidence(a: NameWord, b: NameWord) -> Evidence | None:
    """The evidence that needs no measuring of how alike the words are; None where there is none."""
    if a.initial or b.initial:
        return _initial(a, b)
    if a.shown == b.shown:
        return Evidence(1.0, f"“{a.shown}” stands in both")
    if not set(a.keys).isdisjoint(b.keys):
        return Evidence(0.99, f"“{a.shown}” and “{b.shown}” are spellings of one sound")
    given = _given(a, b)
    if given is not None and given.score > 0.5:
        return given
    if not set(a.bases).isdisjoint(b.keys) or not set(b.bases).isdisjoint(a.keys):
        return Evidence(0.93, f"“{a.shown}” may be a case form of “{b.shown}”, or the other way round")
    if a.bases and b.bases and not set(a.bases).isdisjoint(b.bases):
        return Evidence(0.9, f"“{a.shown}” and “{b.shown}” may be case forms of one word")
    if _endings_differ(a, b):
        return Evidence(
            0.95, f"“{a.shown}” and “{b.shown}” have the Russian and the Ukrainian ending of one surname"
        )
    if _gendered(a, b):
        return Evidence(0.85, f"“{a.shown}” and “{b.shown}” are the two genders of one surname")
    return given


def spelling_evidence(a: NameWord, b: NameWord) -> Evidence:
    """How alike two words are spelt, or, of two scripts, how well one spells the other."""
    if a.cyrillic != b.cyrillic:
        found = _spelling(b, a) if a.cyrillic else _spelling(a, b)
        if found is not None and found.score >= WORD_ALIKE:
            return found
        if found is None:
            return Evidence(0.0, f"“{a.shown}” and “{b.shown}” are different words")
        return Evidence(found.score * 0.6, f"“{a.shown}” and “{b.shown}” are different words")
    alike = _sounding(a, b)
    if alike >= WORD_ALIKE:
        return Evidence(min(alike, 0.95), f"“{a.shown}” and “{b.shown}” are spelt alike ({alike:.2f})")
    return Evidence(alike * 0.6, f"“{a.shown}” and “{b.shown}” are different words")


def genders(words: tuple[NameWord, ...]) -> frozenset[str]:
    """Genders of the given names that stand in full in a name; empty if none is known."""
    return frozenset(given_gender(row) for w in words if w.given for row in w.given.full)


__all__ = ["WORD_ALIKE", "Evidence", "genders", "plain_evidence", "spelling_evidence", "word_evidence"]
