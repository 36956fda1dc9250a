"""Which question a quantity answers: what is counted, of which population, where, as what kind of number.

The rule, whole: words are cut at anything that is no letter or digit, put in lower case (ё as е), stop
words are dropped, a word or two neighbouring words found in ``questions.toml`` become that row's name,
any other word becomes its base form (`muster.text.lemmas`), and what remains is sorted without repeats.
Two quantities answer one question where kind, what, population and place come out the same.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from muster.model.claims import Quantity

# Only these kinds answer "how many"; an age or a distance does not.
KINDS = ("count", "share", "rate")

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+){0,4}")
_UKRAINIAN = re.compile("[іїєґ]")
_CYRILLIC = re.compile("[а-я]")
# A sentence fragment of more words than this is no description of what is counted; its head is.
_LONGEST = 60


class Question(NamedTuple):
    """Sorted content words. ``thin``: too little is said for two origins to mean the same thing."""

    kind: str
    what: tuple[str, ...]
    population: tuple[str, ...]
    place: tuple[str, ...]
    thin: bool


class _Table(NamedTuple):
    stop: frozenset[str]
    rows: dict[str, str]
    alone: frozenset[str]


@cache
def _table() -> _Table:
    raw = tomllib.loads((files("muster.count") / "questions.toml").read_text("utf-8"))
    rows: dict[str, str] = {}
    for name, row in raw["nouns"].items():
        for language in ("en", "ru", "uk"):
            rows.update((form, name) for form in row[language])
    stop = frozenset(word for words in raw["stop"].values() for word in words.split())
    return _Table(stop, rows, frozenset(name for name, row in raw["nouns"].items() if row.get("alone")))


def _language(word: str) -> str:
    if _UKRAINIAN.search(word):
        return "uk"
    return "ru" if _CYRILLIC.search(word) else "en"


@lru_cache(maxsize=50_000)
def _base(word: str) -> str:
    from muster.text.lemmas import lemma

    rows = _table().rows
    if word in rows:
        return rows[word]
    base = lemma(word, _language(word)).lower().replace("ё", "е")
    return rows.get(base, base)


@lru_cache(maxsize=100_000)
def terms(words: str) -> tuple[str, ...]:
    """The content words of ``words``, as this room compares them: base forms, sorted, each once."""
    table = _table()
    found = [w for w in _WORD.findall(words.lower().replace("ё", "е"))[:_LONGEST] if w not in table.stop]
    out: set[str] = set()
    i = 0
    while i < len(found):
        pair = table.rows.get(" ".join(found[i : i + 2])) if i + 1 < len(found) else None
        out.add(pair or _base(found[i]))
        i += 2 if pair else 1
    return tuple(sorted(out))


def question_of(quantity: Quantity) -> Question | None:
    """The question, or None where the quantity answers none (an age; a number of nothing)."""
    if quantity.kind not in KINDS:
        return None
    what, population = terms(quantity.what or ""), terms(quantity.population or "")
    if not what and not population:
        return None
    place = terms(quantity.place or "")
    alone = bool(what) and set(what) <= _table().alone
    thin = len({*what, *population, *place}) < 2 and not alone
    # A rate "per week" is another question than a rate "per 1,000": the unit belongs to the kind.
    kind = quantity.kind if quantity.unit in (quantity.kind, "") else f"{quantity.kind} {quantity.unit}"
    return Question(kind, what, population, place, thin)


__all__ = ["KINDS", "Question", "question_of", "terms"]
