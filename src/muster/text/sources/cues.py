"""The words by which a language says that somebody said something, ready to be looked for.

The lists are data (`data/cues_<language>.toml`); here they become one pattern per purpose, so that
a sentence is looked through once and not once per word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from muster.text.sources.feminines import feminine_uk

LANGUAGES = ("en", "ru", "uk")

_SPECIAL = {" ": r"\s{1,4}", "'": "['’ʼ]", "-": "[-‑–]"}


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language's word lists. Patterns match on the body as it is and are made when first asked for:
    all of them take a third of a second, and a copy is compared by two."""

    language: str
    cue_class: dict[str, str]
    with_that: dict[str, str]
    states: dict[str, str]
    doubtful: frozenset[str]
    anonymous_sources: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    party: frozenset[str]
    caseload: frozenset[str]
    witness: frozenset[str]
    relative: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    plural: frozenset[str]
    organisation_words: frozenset[str]
    acronyms: frozenset[str]
    _raw: Mapping[str, Any] = field(repr=False)

    def _listed(self, table: str, name: str) -> re.Pattern[str]:
        return one_of(_words(self._raw[table][name]))

    @cached_property
    def cue(self) -> re.Pattern[str]:
        return one_of(list(self.cue_class))

    @cached_property
    def hook(self) -> re.Pattern[str]:
        """One look for everything a frame can hang on, since most sentences hold none of it."""
        before, agentless = self._raw["nominal"]["before_speaker"], self._raw["passive"]["agentless"]
        hooks = self._raw.get("hooks", {}).get("words", "")
        further = [*self.with_that, *self.states]
        return one_of([*self.cue_class, *further, *_words(before), *_words(agentless), *_words(hooks)])

    @cached_property
    def with_that_cue(self) -> re.Pattern[str]:
        """The forms that need "that" or a quotation behind them, where one is near."""
        return re.compile(one_of(list(self.with_that)).pattern + _THAT_NEAR)

    @cached_property
    def state(self) -> re.Pattern[str]:
        """What somebody is who holds something, wherever it stands."""
        return one_of(list(self.states))

    @cached_property
    def nominal(self) -> re.Pattern[str]:
        return self._listed("nominal", "before_speaker")

    @cached_property
    def agentless(self) -> re.Pattern[str]:
        return self._listed("passive", "agentless")

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        return self._listed("hedges", "words")

    @cached_property
    def interception(self) -> re.Pattern[str]:
        return self._listed("via", "interception")

    @cached_property
    def document(self) -> re.Pattern[str]:
        return self._listed("via", "document")

    @cached_property
    def anonymity(self) -> re.Pattern[str]:
        return self._listed("anonymity", "phrases")

    @cached_property
    def outlet(self) -> re.Pattern[str]:
        return self._listed("outlets", "names")

    @cached_property
    def platform(self) -> re.Pattern[str]:
        return self._listed("outlets", "platforms")


_THAT_NEAR = "(?=[^.;!?\\n\\x00]{0,70}?(?:\\s(?:that|whether)\\s|\\x00))"


def _words(block: str) -> list[str]:
    return [word.replace("_", " ") for word in block.split()]


def one_of(entries: list[str]) -> re.Pattern[str]:
    """One pattern for whole words; longer entries win; a blank matches a run of blanks.

    An entry in small letters also matches with a capital first letter. Written as a tree of
    letters, case-sensitive: several times faster than one flat list under IGNORECASE.
    """
    if not entries:
        return re.compile(r"(?!)")
    forms = {form for e in entries for form in (e, e[:1].upper() + e[1:])}
    return re.compile(rf"(?<!\w)(?:{_branch(_tree(forms))})(?!\w)")


def any_of(pieces: Iterable[str]) -> re.Pattern[str]:
    """One pattern for pieces of words, as they are written, wherever they stand: for 200 of them four times
    faster than to look for each."""
    return re.compile(_branch(_tree(pieces)) or r"(?!)")


def _tree(entries: Iterable[str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for entry in entries:
        node = tree
        for letter in entry:
            node = node.setdefault(letter, {})
        node[""] = {}
    return tree


def _branch(node: dict[str, Any]) -> str:
    """The pattern of everything that follows; the empty end last, so that longer entries win."""
    written: dict[str, list[str]] = {}
    for letter in sorted(node):
        if letter:
            written.setdefault(_branch(node[letter]), []).append(letter)
    choices = []
    for tail, letters in written.items():
        plain = [x for x in letters if x.isalnum()]
        if plain:
            choices.append((plain[0] if len(plain) == 1 else "[" + "".join(plain) + "]") + tail)
        choices += [_SPECIAL.get(x, re.escape(x)) + tail for x in letters if not x.isalnum()]
    end = "" in node
    if not choices:
        return ""
    body = choices[0] if len(choices) == 1 and not end else "(?:" + "|".join(choices) + ")"
    return body + "?" if end else body


def _by_class(raw: dict[str, Any], table: str) -> dict[str, str]:
    return {form: name for name, block in raw.get(table, {}).items() for form in _words(block)}


def _cue_forms(raw: dict[str, Any]) -> dict[str, str]:
    endings = {name: block.split() for name, block in raw.get("endings", {}).items()}
    forms: dict[str, str] = {}
    for name, value in raw["verbs"].items():
        blocks = value if isinstance(value, dict) else {"forms": value}
        for how, block in blocks.items():
            for stem in _words(block):
                for ending in endings.get(how, [""]):
                    forms.setdefault(stem + ending, name)
    return forms


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """The lists of ``en``, ``ru`` or ``uk``."""
    path = files("muster.text") / "data" / f"cues_{language}.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    roles, forms = raw["roles"], _cue_forms(raw)

    def small(table: str, name: str) -> frozenset[str]:
        return frozenset(w.lower() for w in _words(raw[table].get(name, "")))

    bodies = frozenset(raw["organisations"]["words"].split())
    none = bodies | small("roles", "relative") | small("roles", "plural") | small("roles", "female")

    def of_women(name: str) -> frozenset[str]:
        """In Ukrainian what a woman of each office or trade of a list is called."""
        listed = small("roles", name) - none if language == "uk" else frozenset[str]()
        return frozenset(f for w in listed if (f := feminine_uk(w)))

    def both(name: str) -> frozenset[str]:
        return small("roles", name) | of_women(name)

    return Lexicon(
        language=language,
        cue_class=forms,
        with_that={form: act for form, act in _by_class(raw, "with_that").items() if form not in forms},
        states=_by_class(raw, "states"),
        doubtful=frozenset(_words(raw.get("doubtful", {}).get("forms", ""))),
        anonymous_sources=small("anonymity", "sources"),
        roles=both("words"),
        titles=frozenset(_words(roles["titles"])),
        party=both("party"),
        caseload=both("caseload"),
        witness=both("witness"),
        relative=small("roles", "relative"),
        female=small("roles", "female") | of_women("words"),
        male=small("roles", "male"),
        plural=small("roles", "plural"),
        organisation_words=bodies,
        acronyms=frozenset(raw["organisations"].get("acronyms", "").split()),
        _raw=raw,
    )


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given name as written in a register → ``m``, ``f`` or ``-`` (both)."""
    raw = tomllib.loads((files("muster.text") / "data" / "people.toml").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for table in ("latin", "russian", "ukrainian"):
        for column, gender in (("male", "m"), ("female", "f"), ("either", "-")):
            for name in raw[table].get(column, "").split():
                names[name] = "-" if names.get(name, gender) != gender else gender
    return names


@lru_cache(maxsize=1)
def further_names() -> dict[str, str]:
    """Rarer and short given names in Cyrillic → ``m`` or ``f``: read, but never given as a pseudonym."""
    raw = tomllib.loads((files("muster.text") / "data" / "people.toml").read_text(encoding="utf-8"))
    columns = (("male", "m"), ("female", "f"))
    return {name: gender for column, gender in columns for name in raw["further"][column].split()}


__all__ = ["LANGUAGES", "Lexicon", "any_of", "further_names", "given_names", "lexicon", "one_of"]
