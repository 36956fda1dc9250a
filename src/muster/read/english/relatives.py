"""English relative clauses: who "who" is, whose head a clause about somebody parts from its verb."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.english.grammar import DETERMINER, NounPhrase, plain
from muster.read.frames import Region
from muster.read.protection.bearers import person
from muster.text.spans import Span

_HEAD_AND_RELATIVE: Final = re.compile(
    r"[\s\"“]*(?:(?:The|An?|His|Her|Its|Their)\s[^,;.\x00\n]{2,60},\s(?=[A-Z]))?"
    r"((?:(?:The|An?|One|Another|Two|Three|Several|Some|[A-Z][\w’'.-]+)\s(?:[\w’'.-]+\s){0,5}?[\w’'-]+)|[A-Z][\w’'-]{2,20}(?=,|\s\())"
    r",?\s\(?(?:(?:to|of|for)\s)?(?:who|whose|whom)\s"
)


def subject_of_sentence(region: Region, low: int, stop: int) -> NounPhrase | None:
    """The head of the sentence, where a long relative clause parts it from the verb at ``stop``:
    "A nurse who asked us to leave because she was on duty said …"."""
    found = _HEAD_AND_RELATIVE.match(region.text(low, stop))
    if found is None or FINITE.search(found.group(1)):
        return None
    core = Span(low + found.start(1), low + found.end(1))
    head = _COMPLEMENT.split(region.page.words(core), maxsplit=1)[0]
    last = head.rsplit(None, 1)[-1].lower()
    somebody = last in region.words.roles | region.words.plural or bool(person(last, "en"))
    named = any(n.kind == "person" and n.stop == core.stop for n in region.named_in(*core))
    return plain(core) if somebody or named else None


_COMPLEMENT: Final = re.compile(r"\s(?:of|for|at|in|from|with|on|near)\s")


def in_its_relative(region: Region, low: int, verb: int, stop: int) -> bool:
    """Whether a verb stands in the clause about the head of the sentence: "A, who asked that …, said"."""
    found = _HEAD_AND_RELATIVE.match(region.text(low, stop))
    between = region.text(verb, stop).rstrip() if found is not None and low + found.end() <= verb + 1 else ""
    if found is not None and not found.group().rstrip().rpartition(" ")[0].endswith(","):
        # "A sergeant who feared being punished said": no comma ends the clause.
        if _has_its_verb(region.text(low + found.end(), verb)):
            return False  # "Two lawmakers who attended the talks said X when Y suggested"
        return bool(between) and re.search(r",|\b(?:and|but|that|while)\b", between) is None
    return between.endswith(",") and not re.search(r",\s(?:and|but|while)\s", between)


def _has_its_verb(text: str) -> bool:
    """Whether the clause about the head has a verb, and something behind it, before the last word."""
    own = FINITE.search(text)
    return own is not None and _SAME_VERB.fullmatch(text, own.end()) is None


# What may stand between an auxiliary and its verb, and the verb, or nothing.
_SAME_VERB: Final = re.compile(r"(?:\s(?:not|never|also|been|being|be|have|had|[a-z]+ly))*(?:\s\S+)?\s*")


# "The trial of X heard from his former cook, who said …"
_SOMEBODY_NEARER: Final = re.compile(
    r"\b(?:from|by|to|with)\s((?:his|her|their|its|an?|the)\s(?:[a-z-]+\s){0,2}([a-z-]+))\Z"
)
# "Drew protest from environmental groups, who said …"
_BARE_PEOPLE: Final = re.compile(
    r"\b(?:from|by|with|of|to|among|for)\s((?:[a-z-]+\s){0,2}(?:groups|officials|experts|economists|lawyers|lawmakers|residents|activists|leaders|critics"
    r"|farmers|workers|doctors|teachers|scientists|analysts|police|prosecutors|investigators|relatives|supporters|witnesses|advocates|unions"
    r"|companies|families|diplomats|Republicans|Democrats|conservatives|liberals|voters|parents|neighbo(?:u)?rs|soldiers|officers))\Z"
)


# "Was thrown out by councillors, who said …".
_BARE_PLURAL: Final = re.compile(r"\b(?:from|by|with|among)\s((?:[a-z-]+\s){0,2}([a-z-]{4,}s))\Z")


_WHERE: Final = re.compile(r"\b(?:of|in|at|from|on|near|beside|behind|above|below|outside|inside)\s\Z")


def before_relative(region: Region, low: int, stop: int) -> NounPhrase | None:
    """Who is meant by "who" at ``stop``: the last name, else the last phrase with an article."""
    left = region.text(low, stop).rstrip(" ,(")
    end = low + len(left)
    names = [n for n in region.named_in(low, end) if n.kind == "person" and n.stop >= end - 60]
    nearer = _SOMEBODY_NEARER.search(left, names[-1].stop - low) if names else None
    if nearer is not None and nearer.group(2) in region.words.roles:
        return plain(Span(low + nearer.start(1), end))
    if names:
        return plain(Span(names[-1].start, names[-1].stop))
    articles = [
        m for m in DETERMINER.finditer(left)
        if left[m.start() :].count(" ") <= 6 and not FINITE.search(left, m.end())
    ]  # fmt: skip
    free = [m for m in articles if not _WHERE.search(left[: m.start()])] or articles
    if not free:
        several = _BARE_PEOPLE.search(left)
        if several is None and (found := _BARE_PLURAL.search(left)) is not None:
            noun = found.group(2)
            several = found if noun in region.words.plural or person(noun, "en") else None
        return plain(Span(low + several.start(1), end)) if several is not None else None
    return plain(Span(low + free[-1].start(), end))


_WHOSE: Final = re.compile(r"whose\s((?:[a-z-]+\s){0,3}[a-z-]+)\Z")


def owned_by_clause(region: Region, low: int, left: str, noun: Span, name: Span) -> NounPhrase | None:
    """ "The opposition, whose leader, X, called it …": X, and what he is of whom."""
    found = _WHOSE.match(left, noun.start, noun.stop)
    people = region.named_in(low + name.start, low + name.stop + 1) if found else []
    if found is None or not any(n.kind == "person" and n.stop == low + name.stop for n in people):
        return None
    return plain(Span(low + found.start(1), low + name.stop))


__all__ = ["before_relative", "in_its_relative", "owned_by_clause", "subject_of_sentence"]
