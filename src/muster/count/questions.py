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
_ASKED = {"count": "how many", "share": "which share", "rate": "which rate"}
KINDS = tuple(_ASKED)

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+){0,4}")
_UKRAINIAN = re.compile("[іїєґ]")
_CYRILLIC = re.compile("[а-яіїєґ]")
_OWNER = re.compile(r"['’]s\s*$")
_OF = re.compile(r"(?:the|these|those|this|that|all|his|her|their|our|its|my)\s", re.I)
# Endings of Russian and Ukrainian adjectives, which stand before their noun.
_ADJECTIVE = ("ых", "их", "ые", "ие", "ого", "его", "ой", "ый", "ий")
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
    labels: dict[str, str]
    general: frozenset[str]


@cache
def _table() -> _Table:
    raw = tomllib.loads((files("muster.count") / "questions.toml").read_text("utf-8"))
    rows: dict[str, str] = {}
    for name, row in raw["nouns"].items():
        for language in ("en", "ru", "uk"):
            rows.update((form, name) for form in row[language])
    stop = frozenset(word for words in raw["stop"].values() for word in words.split())
    alone = frozenset(name for name, row in raw["nouns"].items() if row.get("alone"))
    labels = {name: row.get("label") or row["en"][:2][-1] for name, row in raw["nouns"].items()}
    general = frozenset(name for name, row in raw["nouns"].items() if row.get("general"))
    return _Table(stop, rows, alone, labels, general)


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


def every_term(words: str) -> set[str]:
    """`terms`, and each word of a row's name by itself: who asks for cases means criminal cases too."""
    found = terms(words)
    return {*found, *(w for t in found for w in t.split())}


def plain(words: str) -> bool:
    """True where every word is its own base form: "Краснодарский край", not "Краснодарским краем"."""
    return all(_base(w) == w for w in _WORD.findall(words.lower().replace("ё", "е")))


def thing(words: str | None) -> str:
    """``words`` if they can name what is counted: "Sorvia's" is the beginning of something unnamed."""
    return "" if not words or _OWNER.search(words) else words


def title_of(kind: str, what: str, population: str) -> str:
    """The question as a person would put it: "how many refusals (“отказов”)", "how many of the 64 men".

    Beside words in another script stands the table's English label, where it is the head: the first
    content word, adjectives apart ("written refusals", but not "reports of soldiers").
    """
    name, _, unit = kind.partition(" ")
    asked = _ASKED[name] + (f" ({unit})" if unit else "")
    words = what or population
    if _CYRILLIC.search(words.lower()):
        label = _head_label(words)
        words = f"{label} (“{words}”)" if label else f"“{words}”"
        colon = label is None
    else:
        colon = False
    if _OF.match(words) or (name != "count" and not colon and what in ("", population)):
        return f"{asked} of {words}"
    return f"{asked}{':' if colon or name != 'count' else ''} {words}"


def _head_label(what: str) -> str | None:
    table = _table()
    found = [w for w in _WORD.findall(what.lower().replace("ё", "е"))[:_LONGEST] if w not in table.stop]
    for i, word in enumerate(found):
        name = table.rows.get(" ".join(found[i : i + 2])) or _base(word)
        if name in table.labels:
            return table.labels[name]
        if not word.endswith(_ADJECTIVE):
            return None
    return None


def question_of(quantity: Quantity) -> Question | None:
    """The question, or None where the quantity answers none (an age; a number of nothing)."""
    if quantity.kind not in KINDS:
        return None
    what, population = terms(thing(quantity.what)), terms(thing(quantity.population))
    if not what and not population:
        return None
    place = terms(quantity.place or "")
    alone = bool(what) and set(what) <= _table().alone
    thin = len({*what, *population, *place} - _table().general) < 2 and not alone
    # A rate "per week" is another question than a rate "per 1,000": the unit belongs to the kind.
    kind = quantity.kind if quantity.unit in (quantity.kind, "") else f"{quantity.kind} {quantity.unit}"
    return Question(kind, what, population, place, thin)


__all__ = ["KINDS", "Question", "every_term", "plain", "question_of", "terms", "thing", "title_of"]
