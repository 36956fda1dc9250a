"""Whether two texts that say much the same are two people's accounts of one thing, or one text told again.

Whoever tells a text again, or translates it, keeps the people whom it names; two who saw one thing are each
named in a text of their own. So where each text names people in full and none of them is in both, they are
two accounts, unless whole runs of words were taken over. Texts that name nobody say nothing of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from muster.text.names.parts import name_words
from muster.text.scripts import romanise

_RUN = re.compile(
    r"(?<!\w)(?:[A-Z][a-z’'-]+(?:\s[A-Z][\w’'-]+){1,2}|[А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ-]+(?:\s[А-ЯЁІЇЄҐ][\w’'ʼ-]+){1,2})"
)
_MOST_RUNS, _LEAST_LETTERS = 60, 3
# Two spellings of one surname, by their letters in Latin script: a machine may have read one badly.
_SPELT_ALIKE = 70.0


def by_other_people(one: str, other: str) -> bool:
    """True where each of two texts names people, known by their given names, and none of the other's."""
    ours, theirs = _surnames(one), _surnames(other)
    if not ours or not theirs:
        return False
    return not any(
        not keys.isdisjoint(others) or ratio(shown, spelt) >= _SPELT_ALIKE
        for shown, keys in ours
        for spelt, others in theirs
    )


@lru_cache(maxsize=256)
def _surnames(body: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Surnames of people with a given name beside them, in Latin letters, with their sounds."""
    found: dict[str, frozenset[str]] = {}
    for number, run in enumerate(_RUN.finditer(body)):
        if number >= _MOST_RUNS:
            break
        words = name_words(run[0]) if not run[0].startswith("The ") else ()
        last = words[-1] if words else None
        # "Foreman Stepan Kolya": what stands before a given name may say what he is.
        if last and len(last.shown) >= _LEAST_LETTERS and any(word.given is not None for word in words[:-1]):
            found[romanise(last.shown)] = frozenset((*last.keys, *last.bases))
    return tuple(sorted(found.items()))


__all__ = ["by_other_people"]
