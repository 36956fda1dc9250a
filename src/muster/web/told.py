"""Sentences that the machine made in English, told in the language of the desk.

A project keeps such a sentence once, as its rule and what the rule was filled with: "many people are called
“Irina”". The table ``machine.tsv`` has the rule in each language; what filled it is read back out of the
sentence. What no rule fits is data, or a sentence that nobody has translated: it stays as it is, marked as
English. Nothing is remembered between pages, so that a locked desk holds no words of its papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from muster.publish.page.highlight import visible
from muster.web.words import Words, sentences

_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")
# What a field must look like, by what stands behind its name in the English column.
_SHAPES = {
    "n": re.compile(r"\d[\d.,]{0,30}"),
    "d": re.compile(r"\d{4}(?:-\d\d){0,2}(?:T[\d:.+Z-]{1,30})?"),
}
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d+)?|\d{1,15}(?:\.\d{1,15})?")
# No sentence of the machine is longer; a hostile one costs no more than this.
_LONGEST = 4000
_PREFIX = 3
_ANY = "\0"


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence with fields: ``fixed`` words, one more than ``fields``, each a (name, shape); ``other``:
    language → the same sentence there."""

    fixed: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    other: dict[str, str]

    def read(self, sentence: str) -> dict[str, str] | None:
        """What fills the fields, each as short as can be; None where the sentence is another's. Linear."""
        first, last = self.fixed[0], self.fixed[-1]
        if not self.fields:
            return {} if sentence == first else None
        if not sentence.startswith(first) or not sentence.endswith(last):
            return None
        found: dict[str, str] = {}
        at, end = len(first), len(sentence) - len(last)
        for n, (name, shape) in enumerate(self.fields, 1):
            after = self.fixed[n]
            stop = end if n == len(self.fields) else sentence.find(after, at + 1, end)
            if stop <= at or (shape and not _SHAPES[shape].fullmatch(sentence, at, stop)):
                return None
            found[name] = sentence[at:stop]
            at = stop + len(after)
        return found


@cache
def _rules() -> dict[str, list[Rule]]:
    """For each beginning the rules that may fit, those with most words of their own first; under the last
    resort those that begin with a field."""
    russian, ukrainian = dict(_table("ru")), dict(_table("uk"))
    made: list[Rule] = []
    for english in russian:
        parts = _FIELD.split(english)
        fields = tuple((name, shape or "") for name, shape in zip(parts[1::3], parts[2::3], strict=True))
        other = {"ru": russian[english], "uk": ukrainian[english]}
        made.append(Rule(tuple(parts[::3]), fields, other))
    made.sort(key=lambda r: -sum(map(len, r.fixed)))
    begins = {rule.fixed[0][:_PREFIX] for rule in made if len(rule.fixed[0]) >= _PREFIX}
    return {
        begin: [r for r in made if len(r.fixed[0]) < _PREFIX or r.fixed[0].startswith(begin)]
        for begin in (_ANY, *sorted(begins))
    }


def _table(language: str) -> Iterator[tuple[str, str]]:
    return sentences(language, "machine.tsv")


def tell(w: Words, sentence: str) -> str | None:
    """A sentence of the machine in the language of ``w``; None where no rule fits it."""
    if w.language == "en":
        return sentence
    if len(sentence) > _LONGEST:
        return None
    return _tell(w, sentence, 3)


def _tell(w: Words, sentence: str, depth: int) -> str | None:
    rules = _rules()
    for rule in rules.get(sentence[:_PREFIX], rules[_ANY]):
        found = rule.read(sentence)
        if found is not None and (told := _filled(w, rule.other[w.language], found, depth)) is not None:
            return told
    parts = sentence.split("; ")
    if len(parts) == 1 or depth == 0:
        return None
    told_parts = [_tell(w, part, depth - 1) for part in parts]
    return "; ".join(p for p in told_parts if p) if all(told_parts) else None


def _filled(w: Words, sentence: str, found: dict[str, str], depth: int) -> str | None:
    out = []
    parts = _FIELD.split(sentence)
    for words, name, how in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True):
        out.append(words)
        if name:
            said = _said(w, found[name], how or "", depth)
            if said is None:
                return None
            out.append(said)
    return "".join(out)


def _said(w: Words, value: str, how: str, depth: int) -> str | None:
    """One field: a number, a day, a code, a sentence again, a counted noun, or as it was written."""
    if how in ("told", "maybe"):
        told = _tell(w, value, depth - 1) if depth else None
        return told if told is not None or how == "told" else value
    if how == "on":
        return w.moment(value) if _SHAPES["d"].fullmatch(value) else _said(w, value, "maybe", depth)
    if how == "term":
        return w.term(value)
    if how == "terms":
        return ", ".join(w.term(each) for each in value.split(", "))
    if how:
        if not _NUMBER.fullmatch(value):
            return _said(w, value, "maybe", depth)
        number = float(value.replace(",", ""))
        return w.number(number) if how == "num" else w.count(int(number), how)
    return value


def told(sentence: object, w: Words) -> Markup:
    """As a page shows it: in the language of the desk, else as it was written and marked as English."""
    words = str(sentence)
    other = tell(w, words)
    if other is not None:
        return visible(other)
    return Markup('<span lang="en">{}</span>').format(visible(words))


_LABEL = re.compile(r'(<title>|aria-label="|class="name">)([^<"]{1,2000})')


def told_drawing(drawn: Markup, w: Words) -> Markup:
    """A drawing whose labels are told; they are for whoever points at a mark or listens to the page."""

    def label(found: re.Match[str]) -> str:
        return found[1] + str(visible(said(Markup(found[2]).unescape(), w)))

    return Markup(_LABEL.sub(label, str(drawn)))


def said(words: str, w: Words) -> str:
    """What may be a person's word or the machine's: told where a rule fits, else as it was written."""
    return tell(w, words) or words


__all__ = ["said", "tell", "told", "told_drawing"]
