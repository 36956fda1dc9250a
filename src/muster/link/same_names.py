"""One body under names in two languages, word for word: "Orsk Valley Water" and «Водоснабжение долины Орск».

A word stands for what the table of institutions and the lexicon of three languages say it means, and for its
sounds. Two names are one where every word of the shorter has its own in the longer, two at least, and what is
left of the longer only says what kind of body it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from muster.text.concepts import keys_of_word
from muster.text.names.body_parts import parted
from muster.text.names.institutions import institution
from muster.text.scripts import fold

Senses = tuple[frozenset[str], ...]
K = TypeVar("K")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.I)
_UKRAINIAN, _RUSSIAN = re.compile(r"[іїєґ]", re.I), re.compile(r"[ыэъё]", re.I)
_FEWEST, _MOST_WORDS = 2, 10
# A word of more names than this leads nowhere.
_MOST_HOLDERS = 60
_LANGUAGES = 3


@lru_cache(maxsize=1 << 14)
def senses(name: str) -> Senses:
    """What each word that says something may mean, in order."""
    found: list[frozenset[str]] = []
    for word in _WORD.findall(name)[:_MOST_WORDS]:
        one = institution(word)
        if one.clear and not one.key:
            continue  # "organisation", "of": says nothing of which body it is
        if len(one.means) > 1 and not one.names:
            # «Облпрокуратура» is two words grown together.
            found += [frozenset((f"m{meaning}",)) for meaning in sorted(one.means)]
            continue
        told = {f"m{meaning}" for meaning in one.means} | {f"“{n}" for n in one.names}
        low = fold(word).removesuffix("'s")
        for language in _languages(name):
            told |= keys_of_word(low, language)
        if told:
            found.append(frozenset(told))
    return tuple(found)


def one_body(shorter: Senses, longer: Senses) -> bool:
    """True where each word of the first has one of its own in the second, and the rest is a kind."""
    if not _FEWEST <= len(shorter) <= len(longer):
        return False
    left = list(longer)
    for word in sorted(shorter, key=len):
        same = next((other for other in left if word & other), None)
        if same is None:
            return False
        left.remove(same)
    return all(_is_kind(word) for word in left) and not all(_is_kind(word) for word in shorter)


def _is_kind(word: frozenset[str]) -> bool:
    return any(key[0] == "m" for key in word)


def told_in_two_languages(names: Mapping[K, Iterable[str]]) -> dict[K, K]:
    """Of keys with their shown names: one → another of which a name says the same in another language, where
    there is only one such in each. The shorter, else the Cyrillic, leads to the other."""
    held = {key: [n for n in sorted(shown) if len(senses(n)) >= _FEWEST] for key, shown in names.items()}
    holders: dict[str, list[K]] = {}
    for key, shown in held.items():
        for sense in {s for n in shown for word in senses(n) for s in word}:
            holders.setdefault(sense, []).append(key)
    found: dict[K, set[K]] = {}
    for key, shown in held.items():
        for name in shown:
            for other in _near(name, holders):
                if other != key and any(_told_alike(name, n) for n in held[other]):
                    found.setdefault(key, set()).add(other)
                    found.setdefault(other, set()).add(key)
    pairs = {}
    for key, others in found.items():
        same = {key, *others}
        # In three languages three names may say the same, each of each other.
        if len(same) <= _LANGUAGES and all(found[one] | {one} == same for one in same):
            first = min(same, key=lambda k: _rank(held[k]))
            if key != first:
                pairs[key] = first
    return pairs


def half_alike(one: str, other: str) -> bool:
    """True of two names in two languages with as many words, of which half say the same: enough where
    something else, as one person named with both, tells that they are one."""
    if not _two_languages(one, other):
        return False
    ours, theirs = ([w for w in senses(name) if not _is_kind(w)] for name in (one, other))
    if len(ours) != len(theirs) or len(ours) < _FEWEST:
        return False
    same = sum(any(word & each for each in theirs) for word in ours)
    return 2 * same >= len(ours)


def _near(name: str, holders: Mapping[str, list[K]]) -> list[K]:
    """Who has the rarest meaning of a word of the name that somebody else has too."""
    few = [holders[s] for word in senses(name) for s in word if 1 < len(holders.get(s, ())) <= _MOST_HOLDERS]
    return list(dict.fromkeys(key for each in sorted(few, key=len)[:6] for key in each))


def _told_alike(one: str, other: str) -> bool:
    if not _two_languages(one, other):
        return False
    (shorter, brief), (longer, full) = sorted(
        ((senses(name), name) for name in (one, other)), key=lambda each: len(each[0])
    )
    seat = parted(full).seat
    # "The ministry's intelligence directorate" is a part of the ministry.
    part = seat and seat not in institution(brief).means and parted(brief).seat in institution(full).means
    return not part and one_body(shorter, longer)


def _two_languages(one: str, other: str) -> bool:
    ours, theirs = bool(_CYRILLIC.search(one)), bool(_CYRILLIC.search(other))
    if ours != theirs:
        return True
    uk = _UKRAINIAN.search
    return ours and bool(uk(one)) != bool(uk(other))


def _languages(name: str) -> tuple[str, ...]:
    if not _CYRILLIC.search(name):
        return ("en",)
    return ("uk",) if _UKRAINIAN.search(name) else ("ru",) if _RUSSIAN.search(name) else ("ru", "uk")


def _rank(shown: Iterable[str]) -> tuple[int, bool, str]:
    best = min(shown)
    return (-max(len(senses(n)) for n in shown), bool(_CYRILLIC.search(best)), best)


__all__ = ["half_alike", "one_body", "senses", "told_in_two_languages"]
