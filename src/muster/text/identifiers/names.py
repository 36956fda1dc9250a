"""Strings in, names of people and other proper names out, in any case and letter size.

A name is known by a given name, a patronymic or an ending that only surnames have, by what announces it
(`announced`), by its capital (`capitals`); once known, every form of it is found in the
rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from muster.text.identifiers.announced import LETTER_WORDS, announced
from muster.text.identifiers.capitals import NO_NAME, capitals, inside_sentences
from muster.text.identifiers.page import (
    Word,
    Words,
    everyday,
    everyday_verb,
    given,
    is_noun,
    may_be_surname,
    named,
    surname_shaped,
    words_in,
)
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.spans import Span

# Words of respect that follow a name in Tatar, Bashkir, Kazakh, Kyrgyz, Uzbek and Azeri use.
_RESPECT: Final = listed(
    "апа абый абзый эне ханум байке агай ага апай ака опа бей муаллим apa abiy aga khanum baike ata"
)

# Endings that only surnames have, where no capitals are written.
_SURELY: Final = re.compile(
    r"[а-яёіїєґ'-]{2,20}(?:[еє]нко|[еє]нк(?:а|у|ові|ом|ой)|[чщ]ук(?:а|у|ом|ові|ов[іи])?|швили|швілі|дзе|зьк(?:ий|ого|ому|им)|цьк(?:ий|ого|ому|им)|цк(?:ий|ого|ому|им|ая|ую))"
    r"|[a-z'-]{2,20}(?:enko|chuk|shchuk|czuk|shvili|idze|adze|evych|ovych|evich|ovich|ovna|ivna|tsky|tskyi|tskiy|skyi|skiy|yshyn|ishin)"
)

_CYRILLIC: Final = re.compile(r"[а-яёіїєґ'-]+")

_AND: Final = re.compile(r",?\s(?:и|та|й|і|and|с|із|з)\s\Z|,\s\Z")

_YOUNGER: Final = re.compile(r",?\s(?:jr|sr|junior|senior)\b\.?", re.I)

_MOST_WORDS = 4


def find_people(page: Words) -> Iterator[tuple[Span, str]]:
    """Spans of field ``person``, and of ``name`` for a proper name of who knows what. They may overlap."""
    sure = [*announced(page), *_by_given(page)]
    sure += (Span(w.start, w.stop) for w in page.words if _surely(w))
    sure += _together(page, sure)
    sure = [_with_surname(page, span) for span in sure]
    proper = list(inside_sentences(page))
    yield from ((_with_younger(page, span), "person") for span in sure)
    yield from ((span, "person") for span in _again(page, [*sure, *proper]))
    yield from ((_with_younger(page, span), "name") for span in (*proper, *capitals(page)))


def _together(page: Words, sure: list[Span]) -> Iterator[Span]:
    """«Женёк и дрон», "kolya, tolik": who is named beside somebody in a line without capitals."""
    for span in sure:
        i = page.at(span.stop)
        for j in (i, i + 1):
            if j >= len(page.words) or not page.words[j].casual:
                break
            word = page.words[j]
            if _AND.fullmatch(page.body, span.stop, word.start) is None:
                continue
            told = bool(word.classes - {"ambiguous"}) or (
                everyday(word.low) and named(word.low).given is None
            )
            if not word.capital and len(word.low) > 2 and not told and not everyday_verb(word.low):
                yield Span(word.start, word.stop)
            break


def _surely(word: Word) -> bool:
    """Whether a word in a line without capitals can only be a surname: "kuzmenko", «шевчук»."""
    if not word.casual or word.capital or word.classes or everyday(word.low):
        return False
    best = readings(word.low, "ru")[:1] if _CYRILLIC.fullmatch(word.low) else ()
    return _SURELY.fullmatch(word.low) is not None or (bool(best) and "Surn" in best[0].tag.grammemes)


def _with_surname(page: Words, span: Span) -> Span:
    """ "My name's patience okoro": a word that no list knows behind a name in small letters is its surname."""
    i = page.at(span.stop)
    if i >= len(page.words) or i == 0 or not page.beside(i - 1) or page.words[i - 1].start < span.start:
        return span
    word, name = page.words[i], page.words[i - 1]
    unknown = not (word.classes or everyday(word.low) or word.low.endswith(("ed", "ing", "ly", "s")))
    small = (
        word.casual and not word.capital and not name.capital and word.low.isascii() and name.low.isascii()
    )
    return Span(span.start, word.stop) if small and unknown and len(word.low) > 3 else span


def _with_younger(page: Words, span: Span) -> Span:
    behind = _YOUNGER.match(page.body, span.stop)
    return Span(span.start, behind.end()) if behind else span


def _by_given(page: Words) -> list[Span]:
    found = []
    words = page.words
    for i, word in enumerate(words):
        backwards = _backwards(word)
        patronymic = backwards or (
            named(word.low).patronymic and len(word.low) > 5 and not everyday(word.low)
        )
        respected = page.beside(i) and words[i + 1].low in _RESPECT and "plain" not in word.classes
        if not (given(word) or patronymic or respected or _given_before_surname(page, i)):
            continue
        first = last = i
        while last - i < _MOST_WORDS and page.beside(last) and _continues(words[last + 1], words[last]):
            last += 1
        if last == i and _introduced(page, i):
            last += 1
        if page.beside(last) and _initial_behind(page, last + 1):
            last += 1
        while i - first < 2 and page.beside(first - 1) and _precedes(page, words[first - 1], words[first]):
            first -= 1
        found.append(Span(words[first].start, words[last].stop))
    return found


def _initial_behind(page: Words, i: int) -> bool:
    """«настю к», «санёк б»: a letter behind a name in small letters, where it is no word of its own."""
    word = page.words[i]
    if len(word.low) != 1 or not word.casual:
        return False
    return word.low not in LETTER_WORDS or not page.beside(i) or len(page.words[i + 1].low) < 3


_BEFORE_PERSON: Final = listed("with of from by to for and is friend named called")


def _introduced(page: Words, i: int) -> bool:
    """ "With sasha gora", "carol finch": an English word that no list knows, in small letters behind a given name
    that is sure or that a preposition announces."""
    words = page.words
    if not (words[i].low.isascii() and page.beside(i) and words[i + 1].casual and words[i + 1].low.isascii()):
        return False
    before = words[i - 1] if page.beside(i - 1) else None
    told = before is not None and (before.low in _BEFORE_PERSON or "kin" in before.classes)
    sure = words[i].casual and given(words[i]) and len(words[i + 1].low) > 3
    after = words[i + 1]
    return (told or sure) and not after.capital and not after.classes and not everyday(after.low) and (
        not after.low.endswith(("ed", "ing", "ly") if sure else ("ed", "ing", "s")))  # fmt: skip


def _backwards(word: Word) -> bool:
    """«йегреС», "levaP": a given name written from its end."""
    turned = word.low[::-1]
    return (
        len(turned) > 4
        and not everyday(word.low)
        and named(turned).given is not None
        and named(word.low).given is None
    )


def _given_before_surname(page: Words, i: int) -> bool:
    """A word that may be a given name («вера», "roman", "hope"), before what can only be a surname or patronymic."""
    word = page.words[i]
    may_be = named(word.low).given is not None or "ambiguous" in word.classes
    if not may_be or "plain" in word.classes or not page.beside(i):
        return False
    after = page.words[i + 1]
    if word.capital and after.capital and word.low.isascii():
        return not everyday(after.low) and not after.classes
    return not everyday(after.low) and (surname_shaped(after.low) or named(after.low).patronymic)


def _continues(word: Word, before: Word) -> bool:
    if word.capital:
        plain = "plain" in word.classes and not (before.capital and "ambiguous" in word.classes)
        return not plain and (before.capital or not word.opens)
    if word.low in _RESPECT:
        return True
    if word.casual and not word.low.isascii() and not before.capital:
        behind_father = named(before.low).patronymic and not everyday_verb(word.low)
        other = bool(word.classes & {"plain", "kin", "rank"}) or len(word.low) < 4
        if may_be_surname(word) or (not other and (behind_father or _adjective(word.low))):
            return True
    return not everyday(word.low) and not word.classes and (
        named(word.low).patronymic or surname_shaped(word.low) or (given(word) and not before.capital)
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _adjective(low: str) -> bool:
    """«рыжий», «косым»: what a neighbour is told apart by, behind his given name."""
    best = readings(low, "ru")[:1] if _CYRILLIC.fullmatch(low) else ()
    return bool(best) and best[0].is_known and best[0].tag.POS == "ADJF"


def _precedes(page: Words, word: Word, name: Word) -> bool:
    if "titles" in word.classes:
        return True
    if not word.capital or word.classes:
        return False
    if not word.opens or not everyday(word.low):
        return not everyday(word.low)
    # A surname at the head of a line of a list: «Сова Виктор», «9. Пшеничная Зоя».
    item = _ITEM.search(page.body, max(0, word.start - 5), word.start)
    return name.capital and (item is not None or (not word.low.isascii() and is_noun(word.low)))


_ITEM: Final = re.compile(r"(?:\d{1,3}[.)]|[•*–—-])[ \t]{1,2}\Z")


def _again(page: Words, sure: list[Span]) -> Iterator[Span]:
    """Every other form of the words of names that are known by now."""
    stems: set[str] = set()
    exact: set[str] = set()
    for span in sure:
        for word in words_in(page, span):
            if len(word.low) < 3:
                continue
            if not word.classes - {"ambiguous"} and (word.capital or not everyday(word.low)):
                stems.add(_stem(word.low))
            elif (
                word.capital and not word.classes & NO_NAME - {"plain"} and named(word.low).given is not None
            ):
                exact.add(word.low)
    for word in page.words:
        form = not word.classes - {"ambiguous"} and (word.capital or not everyday(word.low))
        if (word.capital and word.low in exact) or (form and _stem(word.low) in stems):
            yield Span(word.start, word.stop)


_CASE: Final = re.compile(
    r"(?:ами|ями|ого|ому|ова|ові|еві|єві|ою|ею|єю|ой|ей|ом|ем|єм|им|ым|ах|ях|ам|ям|ый|ий|ій|ая|яя|ую|юю|а|я|у|ю|е|є|и|і|ї|ы|о|й|ь)\Z"
)


def _stem(low: str) -> str:
    """A name without the ending of its case; three letters stay at least."""
    cut = _CASE.sub("", low)
    return cut if len(cut) >= 3 else low


__all__ = ["find_people"]
